# Two commands do everything: `make demo` and `make test`.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
BABEL := $(BIN)/python -m babel.messages.frontend
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet

.PHONY: install install-test demo test check lock bench endurance screens played html lighthouse words clean
.DEFAULT_GOAL := help

help: ## say what can be made
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
		|| { echo "Heard needs Python 3.11 or newer: make PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements.lock setup.cfg pyproject.toml | $(BIN)/python
	$(PIP) --require-hashes --no-deps --only-binary :all: -r requirements.lock
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/test.stamp: requirements-test.lock $(VENV)/run.stamp
	$(PIP) --require-hashes --no-deps --only-binary :all: -r requirements-test.lock
	@touch $@

install: $(VENV)/run.stamp ## make .venv from the lock file; .venv/bin/heard is the command

install-test: $(VENV)/test.stamp ## what the tests need besides

demo: install ## fill an example area, run the analysis, serve it and print the links
	$(BIN)/heard demo

test: install-test ## install what tests need, a browser included where it may, and run them
	@sh tests/browser.sh
	$(BIN)/python -m pytest -n auto --maxprocesses 2 --dist loadscope --no-loadscope-reorder

check: install-test ## imports, style, types and docs, then the tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(MAKE) test

endurance: install-test ## kill the server under load, replay what waited, fill a hall with phones; count what was lost or doubled
	$(BIN)/python -m tests.endurance.kill
	$(BIN)/python -m tests.endurance.replay
	$(BIN)/python -m tests.endurance.hall

screens: install-test ## pictures of every page, phone and desktop, in build/screens
	@sh tests/browser.sh
	$(BIN)/python -m tests.screens

played: install-test ## the sixty minutes of a workshop in three ways, with pictures of each step in build/played
	@sh tests/browser.sh
	$(BIN)/python -m tests.sixty

html: install-test ## the HTML of every page through the W3C's checker (needs npm and Java)
	@sh tests/browser.sh
	$(BIN)/python -m tests.html

lighthouse: install-test ## Lighthouse's accessibility and best practice, which must be 100 (needs npm)
	@sh tests/browser.sh
	$(BIN)/python -m tests.lighthouse

bench: install-test ## how long `heard analyse` takes on 7,000 comments
	$(BIN)/heard bench analyse --rows 7000

words: install ## find the words that respondents read, bring translations/*.po up to them, compile them
	@mkdir -p build
	$(BABEL) extract -F feedback_app/translations/babel.cfg -k read_by_people -k lazy_gettext --no-location --omit-header -o build/words.pot feedback_app
	$(BABEL) update -i build/words.pot -d feedback_app/translations --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date -w 120
	$(BABEL) compile -d feedback_app/translations --statistics

lock: ## pin every dependency again (needs uv)
	uv pip compile setup.cfg --extra sentences --overrides overrides.txt --generate-hashes --universal --python-version 3.11 --no-annotate --no-header -q -o requirements.lock
	uv pip compile setup.cfg --extra sentences --extra test --overrides overrides.txt -c requirements.lock --generate-hashes --universal --python-version 3.11 --no-annotate --no-header -q -o requirements-test.lock

clean: ## take away what was made (never instance/)
	rm -rf $(VENV) build .mypy_cache .pytest_cache .ruff_cache .hypothesis *.egg-info
