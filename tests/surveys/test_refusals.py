"""A malformed definition never passes, and the refusal says where it is wrong and what to change."""

from __future__ import annotations

from pathlib import Path

import pytest

from surveys.errors import MalformedSurvey
from tests.surveys.definitions import BUS, survey_of

SHORT = 'questions = ["b1", "b4", "quote"]'
SHORT_ROUTE = f"""
[short_route]
{SHORT}
then = "b3"
carry_on_if = "Over an hour"
"""
THERAPY = Path("surveys/library/therapy-satisfaction.toml").read_text()


def refusal(text: str) -> str:
    with pytest.raises(MalformedSurvey) as refused:
        survey_of(text)
    return str(refused.value)


def changed(text: str, old: str, new: str) -> str:
    assert text.count(old) >= 1
    return text.replace(old, new, 1)


def with_short_route(text: str = BUS) -> str:
    return changed(text, "\n[[questions]]", f"{SHORT_ROUTE}\n[[questions]]")


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('id = "school-bus"\n', "", "id: is missing: add it"),
        ('id = "school-bus"', 'id = "School Bus"', "id: must be small letters, digits and hyphens"),
        ("version = 1", 'version = "1"', "version: must be a whole number"),
        ("version = 1", "version = 1.5", "version: must be a whole number"),
        ("version = 1", "version = true", "version: must be a whole number"),
        ("version = 1", "version = 0", "version: input should be greater than or equal to 1"),
        ("version = 1", "versoin = 1", "versoin: unknown key: did you mean `version`?"),
        ("version = 1", "version = 1\nversion = 2", "is not TOML: Cannot overwrite a value (at line 3"),
        ("version = 1", "version = ", "is not TOML: Invalid value (at line 2"),
        ('title = "Getting to school"', "title = 1999-12-31", "title: must be words in quotation marks"),
        ('title = "Getting to school"', 'title = " "', "title: has no words"),
        ('title = "Getting to school"', 'title = "Getting\\nthere"', "title: has a line break"),
        ('title = "Getting to school"', 'title = "Getting \\u202Ethere"', "character that cannot be seen"),
        ('title = "Getting to school"', 'title = "POET for buses"', "title: names another organisation's survey"),
        ('title = "Getting', 'audience = "x"\ntitle = "Getting', "audience: unknown key: whom it is for stands in"),
        ('["young_person_11_25", "parent_carer"]', "[]", "audiences: is empty: add at least one"),
        ('["young_person_11_25", "parent_carer"]', '"parent_carer"', "audiences: must be a list in square brackets"),
        ('"parent_carer"]', '"teachers"]', "audiences, 2: must be 'child_5_10', 'young_person_11_25'"),
        ('"parent_carer"]', '"young_person_11_25"]', "audience young_person_11_25: is there twice"),
        ("version = 1", 'version = 1\nstatus = "live"', "status: must be 'published' or 'draft'"),
        ("version = 1", 'version = 1\nfamily = "ours"', "family: is not known: add it to"),
        ("version = 1", 'version = 1\nfamily = "plan_experience"', "has no member of this id"),
        ("version = 1", 'version = 1\nfamily_member = "plan_child"', "family_member: is worked out, not written"),
        ("version = 1", 'version = 1\nwording = "grown-up"', 'wording: must be "child"'),
        ("reading_age = 9", "reading_age = -9", "rules, reading_age: input should be greater than"),
        ("reading_age = 9", "readingage = 9", "rules, readingage: unknown key: did you mean `reading_age`?"),
        ("questions = 4", "questions = 5", "rules, questions: says 5 but there are 4"),
        ("questions = 4", "questions = 4\noptional_boxes = 1", "rules, optional_boxes: says 1 but there are 0"),
        ("questions = 4", "questions = 4\nsay_first = [3]", "rules, say_first, 1: must be words in quotation marks"),
    ],
)
def test_a_survey_that_is_wrong_is_refused(old: str, new: str, sentence: str) -> None:
    said = refusal(changed(BUS, old, new))

    assert sentence in said
    assert said.startswith("test.toml: ")


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('id = "b2"', 'id = "b1"', "question b1 (line 19): is there twice"),
        ('id = "b2"\n', "", "question number 2 (line 18), id: is missing"),
        ('id = "b2"', "id = 2", "question number 2 (line 18), id: must be words in quotation marks"),
        ('id = "b2"', 'id = "B 2"', "question number 2 (line 18), id: must be small letters, digits and underscores"),
        ('kind = "good5"', 'kind = "good7"', "question b2 (line 19), kind: must be 'single', 'multi'"),
        ('kind = "good5"', 'type = "good5"', "question b2 (line 19), type: unknown key: the kind of a question"),
        ('words = "How good is the bus?"', 'text = "How?"', "question b2 (line 19), text: unknown key: the words of"),
        ('words = "How good is the bus?"\n', "", "question b2 (line 19), words: is missing"),
        ('words = "How good is the bus?"', 'words = ["How?"]', "question b2 (line 19), words: must be words"),
        ('link = "quality"', 'lnik = "quality"', "question b2 (line 19), lnik: unknown key: did you mean `link`?"),
        ('link = "quality"', 'link = "loudness"', "question b2 (line 19), link: `loudness` is not known: add it"),
        ('link = "quality"', "required = true", "question b2 (line 19), required: is worked out, not written"),
        ('link = "quality"', "ends = {}", "question b2 (line 19), ends: is worked out"),
        ('link = "quality"', 'default = "Good"', "default: unknown key: no answer is ever chosen beforehand"),
        ('link = "quality"', 'unanswered = "Fine"', "has no option `Fine` for `unanswered`"),
        ('link = "quality"', 'options = ["A", "B"]', "options: `good5` brings its own: take them away"),
        ('link = "quality"', 'asks = "open"', "has `asks`, which belongs to questions answered in words"),
        ('link = "quality"', "optional_box = true", "has `optional_box` but no box"),
        ('link = "quality"', 'not_asked_of = ["teachers"]', "not_asked_of, 1: must be 'child_5_10'"),
        ('link = "quality"', 'meaning = "bus"', "question b2 (line 19), meaning: there is no meaning of that name"),
        ('link = "quality"', 'on = [{ option = "Great", say = "Smile." }]', "has no option `Great` for `on`"),
        ('link = "quality"', 'on = [{ option = "Good" }]', "question b2 (line 19), on, 1, say: is missing"),
        ('link = "quality"', "pattern_check = 1", "question b2 (line 19), pattern_check: must be true or false"),
        ('"Under an hour", ', '"Under an hour", "Under an hour", ', "has the option label `Under an hour` twice"),
        ('"Under an hour", ', '"Under an hour", "Under an hour!", ', "has the option id `under-an-hour` twice"),
        ('["Under an hour", "Over an hour", "Don\'t know"]', '["Long"]', "has fewer than two options"),
        ('options = ["Under an hour", "Over an hour", "Don\'t know"]\n', "", "has fewer than two options"),
        ('["Under an hour", "Over an hour", "Don\'t know"]', '"Long"', "b3 (line 26), options: must be a list"),
        ('"Under an hour", "Over an hour"', '"Prefer not to say"', "has only options that are no answer"),
        ('"Under an hour", ', "3, ", "question b3 (line 26), options, 1: must be a table"),
        ('"Under an hour", ', '{ label = "A", scor = 1 }, ', "scor: unknown key: did you mean `score`?"),
        ('"Under an hour", ', '{ label = "A", score = inf }, ', "score: must be a number that can be counted with"),
        ('"Under an hour", ', '{ label = "A", missing = "lazy" }, ', "missing: must be 'dont_know', 'prefer_not'"),
        ('"Don\'t know"', '{ label = "Don\'t know", score = 0 }', "has both `score` and `missing`"),
        ('"Under an hour", ', '"Under an hour 🙂", ', "option under-an-hour: has an emoji among its words"),
        ('"Under an hour", ', '"🙂", ', "question b3 (line 26), options, 1, id: must be small letters"),
        ('domain = "strengths"', 'domain = "What works"', "b4 (line 32), domain: must be"),
        ('domain = "strengths"', 'options = ["A", "B"]', "so its `options` can only say why there is no"),
        ('domain = "strengths"', 'sets = "glad"\nsets_true = ["Yes"]', "has no option `Yes` for `sets_true`"),
        ('domain = "strengths"', 'asks = "praise"', "question b4 (line 32), asks: must be 'strengths'"),
    ],
)  # fmt: skip
def test_a_question_that_is_wrong_is_refused_with_its_line(old: str, new: str, sentence: str) -> None:
    assert sentence in refusal(changed(BUS, old, new))


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('show_if = "by_bus"', 'show_if = "by_bus, rain"', "show_if: must be small letters, digits and underscores"),
        ('show_if = "by_bus"', 'show_if = "(by_bus)"', "show_if: must be small letters, digits and underscores"),
        ('show_if = "by_bus"', 'show_if = "by_bus or rain"', "show_if: no question sets `rain`: add `sets`"),
        ('show_if = "by_bus"', 'show_if = "by_bus and late"', "show_if: `late` is set later, by b3: move b3 up"),
        ('show_if = "by_bus"', 'show_if = "by_bus and not"', "in which `not` is not the name of a fact"),
        ('show_if = "by_bus"', 'show_if = "by_bus and not by_bus"', "in which `by_bus` cannot be both true and false"),
        ('sets = "by_bus"', 'sets = "or"', "sets a fact called `or`, which joins conditions"),
        ('sets = "by_bus"', 'sets = "by_bus"\nsets_true_min = 3\nsets_true_max = 2', "above its `sets_true_max`"),
        ('domain = "strengths"', 'sets = "a"\nsets_true_min = 1', "which need a number: take them away"),
        ('show_if = "by_bus"', 'show_if = "by_train"', "show_if: no question sets `by_train`: add `sets`"),
        ('show_if = "by_bus"', 'show_if = "not by_train"', "show_if: no question sets `by_train`: add `sets`"),
        ('domain = "transport"', 'show_if = "by_bus"', "question b1 (line 12), show_if: comes first"),
        (
            'show_if = "by_bus"',
            'show_if = "liked"\nsets = "liked"\nsets_true = ["Good"]',
            "`liked` is set later",
        ),
        ('show_if = "by_bus"', 'show_if = "late"', "show_if: `late` is set later, by b3: move b3 up"),
        ('show_if = "by_bus"', 'sets = "by_bus"\nsets_true = ["Good"]', "fact by_bus: is there twice"),
        ('sets = "by_bus"', 'sets_true = ["Yes"]', "has `sets_true` or `sets_false` but no `sets`"),
        ('sets = "by_bus"', 'sets = "by_bus"\nsets_true = []', "sets `by_bus` but never to true"),
        ('sets = "by_bus"', 'sets = "by_bus"\nsets_true = ["No"]', "makes `by_bus` both true and false by `no`"),
        ('sets = "by_bus"', 'sets = "by_bus"\nsets_true = ["Don\'t know"]', "lets `Don't know` decide a fact"),
        ('sets = "by_bus"', 'sets = "by_bus"\nsets_true = ["Sometimes"]', "has no option `Sometimes` for `sets_true`"),
        ('sets = "by_bus"', 'sets = "By Bus"', "sets: must be small letters, digits and underscores"),
    ],
)
def test_a_condition_that_is_wrong_is_refused(old: str, new: str, sentence: str) -> None:
    late = changed(BUS, 'id = "b3"', 'id = "b3"\nsets = "late"\nsets_true = ["Over an hour"]')

    assert sentence in refusal(changed(late, old, new))


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            'words = "How good is the bus?"',
            'words = "How good is the bus when it rains and all the windows are shut tight?"',
            "b2 (line 19), words: has a sentence of 15 words where 12 are allowed: shorten it",
        ),
        ('words = "How good is the bus?"', 'words = "How is {the bus}?"', "words: has a bracket that is no variable"),
        ('words = "How good is the bus?"', 'words = "How is {bus_name}?"', "the variable `bus_name` is not known"),
        (
            'words = "How good is the bus?"',
            'words = "How is {chosen:b9|it}?"',
            "{chosen:b9}: there is no question `b9`",
        ),
        (
            'words = "How good is the bus?"',
            'words = "How is {chosen:b1|it}?"',
            "only one choice from a list can be named",
        ),
        (
            'words = "How good is the bus?"',
            'words = "How is {chosen:b4|it}?"',
            "only one choice from a list can be named",
        ),
        (
            'words = "How good is the bus?"',
            'words = "How is {chosen:b3|it}?"',
            "{chosen:b3}: is asked later: move b3 up",
        ),
        ('words = "How good is the bus?"', 'words = "How is {chosen:b3}?"', "words: has a bracket that is no variable"),
        ('words = "How good is the bus?"', 'words = "How good 😀 is it?"', "words: has an emoji among its words"),
        ('kind = "good5"', 'kind = "agree5"', "words: agree5 needs a statement, and this is a question"),
        ('use = "quote_permission"', 'use = "quotes"', "use: there is no shared question of that name"),
        ('use = "quote_permission"', "use = 3", "use: there is no shared question of that name"),
        ('[[questions]]\nuse = "quote_permission"\n', "", "nobody is asked about quoting: add use"),
        (
            'use = "quote_permission"',
            'use = "quote_permission"\nwords = "May we?"',
            "question number 5 (line 37), words: a shared question keeps its own words",
        ),
        ('kind = "text"\n', 'kind = "yesno"\n', "question quote: there are no words to quote: take it away"),
        ('id = "b4"', 'id = "who"', 'question who (line 32): is a shared question: write use = "who_filled_it_in"'),
        (
            '[[questions]]\nuse = "who_filled_it_in"\n',
            '[[questions]]\nuse = "who_filled_it_in"\n\n[[questions]]\nid = "b5"\nkind = "yesno"\nwords = "Well?"\n',
            "question who: must be the last: move it down",
        ),
        (
            'use = "who_filled_it_in"\n',
            'id = "b5"\nkind = "text"\nwords = "And?"\n',
            "question quote: must come after the last free box, b5: move it down",
        ),
        (
            'domain = "strengths"\n',
            'domain = "challenges"\n\n[[questions]]\nid = "b5"\nkind = "text"\nwords = "And?"\ndomain = "strengths"\n',
            "what is not working is asked before what is: ask for strengths first",
        ),
        ('"young_person_11_25", ', '"child_5_10", ', 'question quote, wording: children read it too: add wording = "c'),
    ],
)
def test_a_rule_of_ours_that_is_broken_is_refused(old: str, new: str, sentence: str) -> None:
    assert sentence in refusal(changed(BUS, old, new))


def test_a_line_of_ten_numbers_is_not_for_young_children() -> None:
    child = BUS.replace('"young_person_11_25", ', '"child_5_10", ').replace('"good5"', '"happy10"')

    assert "question b2 (line 19), kind: happy10 is for ages 11 and over: use faces3" in refusal(child)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('"b1", "b4", "quote"', '"b1", "b9", "quote"', "short_route: there is no question `b9`: correct the id"),
        ('"b1", "b4", "quote"', '"b1", "b1", "quote"', "short_route, question b1: is there twice"),
        ('"b1", "b4", "quote"', '"b1", "b4"', "short_route, questions: must end with `quote`"),
        ('"b1", "b4", "quote"', '"b2", "b4", "quote"', "b2 (line 24), show_if: comes first"),
        ('"b1", "b4", "quote"', "", "short_route, questions: is empty"),
        ('then = "b3"', 'then = "b7"', "short_route: there is no question `b7`"),
        ('then = "b3"', 'then = "b2"', "b2 (line 24), show_if: short_route needs it asked of everybody"),
        ('then = "b3"\n', "", "short_route, then: is missing"),
        ('carry_on_if = "Over an hour"', 'carry_on_if = "Yes"', "b3 has no option `Yes`: write one of its"),
        ('carry_on_if = "Over an hour"\n', "", "short_route, carry_on_if: is missing"),
        ('id = "b4"', 'id = "b4"\nnot_asked_of = ["parent_carer"]', "not_asked_of: short_route needs it asked of"),
    ],
)
def test_a_short_route_that_is_wrong_is_refused(old: str, new: str, sentence: str) -> None:
    right = with_short_route().replace("questions = 4", "questions = 3")
    assert survey_of(right).short_route

    assert sentence in refusal(changed(right, old, new))


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('question = "t1"', 'question = "t0"', "repeat: there is no question `t0`"),
        ('question = "t1"', 'question = "t2"', "repeat, question: `t2` must come before what it repeats"),
        ('"t1b", "t2"', '"t1", "t1b", "t2"', "repeat, question: `t1` must come before what it repeats"),
        ('"t1b", "t2"', '"t1b", "t20"', "repeat: there is no question `t20`"),
        ('"t1b", "t2"', '"t1b", "t1b", "t2"', "repeat, question t1b: is there twice"),
        ('"t1b", "t2", "t3"', '"t1b", "t3"', "repeat, questions: must stand together"),
        ('"t10", "t11"]\nother', '"t10", "t11", "quote"]\nother', "`quote` is asked once: take it away"),
        ('id = "salt"', 'id = "physiotherapy"', "repeat, service physiotherapy: is there twice"),
        ('id = "salt"', 'id = "SALT"', "repeat, services, 1, id: must be small letters"),
        (
            'option = "Physiotherapy"',
            'option = "Occupational therapy"',
            "service option occupational-therapy: is there",
        ),
        ('option = "Physiotherapy"', 'option = "Physio"', "repeat, service physiotherapy: t1 has no option `Physio`"),
        ('option = "None yet, still waiting"', 'option = "Physiotherapy"', "`physiotherapy` names a service"),
        ('option = "None yet, still waiting"', 'option = "None"', "repeat, without_service: t1 has no option `None`"),
        ('questions = ["t4", "t3", "t11"]', 'questions = ["t4", "who"]', "repeat: `who` is asked without a service"),
        ('questions = ["t4", "t3", "t11"]', 'questions = ["t4", "t4"]', "without_service, question t4: is there twice"),
        ('otherwise = ["t10", "t11"]', 'otherwise = ["t1"]', "repeat: `t1` is asked without a service"),
        ('otherwise = ["t10", "t11"]', 'otherwise = "t10"', "repeat, otherwise: must be a list"),
        ('id = "t1a"', 'id = "t1a"\nsets_false = 3', "sets_false: must be a list"),
        ('show_if = "had_therapy"', 'show_if = "ended"', "show_if: `ended` is set later, by t1b: move t1b up"),
    ],
)
def test_a_repeat_that_is_wrong_is_refused(old: str, new: str, sentence: str) -> None:
    assert survey_of(THERAPY).services

    assert sentence in refusal(changed(THERAPY, old, new))


def test_services_are_chosen_by_everybody() -> None:
    before = '[[questions]]\nid = "t0"\nkind = "yesno"\nwords = "Well?"\nsets = "well"\n\n'
    text = changed(THERAPY, "[[questions]]", f"{before}[[questions]]")

    assert survey_of(text)
    assert "show_if: repeat needs it asked of everybody" in refusal(
        changed(text, 'id = "t1"', 'id = "t1"\nshow_if = "well"')
    )


@pytest.mark.parametrize(("rule", "longest"), [("max_words_per_sentence = 12", 12), ("", 20)])
def test_a_sentence_may_be_as_long_as_the_rule_says_and_no_longer(rule: str, longest: int) -> None:
    text = changed(BUS, "max_words_per_sentence = 12", rule)

    assert survey_of(changed(text, "How good is the bus?", " ".join(["bus"] * longest) + "? Good?"))
    assert f"has a sentence of {longest + 1} words" in refusal(
        changed(text, "How good is the bus?", " ".join(["bus"] * (longest + 1)) + "?")
    )


def test_a_fact_of_one_service_cannot_decide_what_is_asked_once() -> None:
    late = THERAPY + '\n[[questions]]\nid = "t20"\nkind = "yesno"\nwords = "Well?"\nshow_if = "ended"\n'

    assert "show_if: `ended` is known of one service only: repeat the question too" in refusal(late)


def test_a_survey_has_a_short_route_or_a_repeat() -> None:
    route = '[short_route]\nquestions = ["quote"]\nthen = "t1"\ncarry_on_if = "Physiotherapy"\n'

    both = changed(THERAPY, "[repeat]", f"{route}[repeat]")

    assert "short_route: a survey cannot repeat for each service as well" in refusal(both)


def test_an_audience_that_is_asked_nothing_is_refused() -> None:
    text = BUS[: BUS.index('[[questions]]\nid = "b2"')].replace("questions = 4", "").rstrip()

    assert survey_of(text)
    assert "audiences: `parent_carer` is asked nothing" in refusal(text + '\nnot_asked_of = ["parent_carer"]')


def test_every_problem_is_told_at_once() -> None:
    said = refusal(BUS.replace('kind = "good5"', 'kind = "good"').replace("version = 1", 'version = "one"'))

    assert len(said.splitlines()) == 2


def test_lists_within_lists_within_lists_are_refused() -> None:
    assert "write it flat" in refusal("x = " + "[" * 5000 + "]" * 5000)


NUMBER = 'kind = "number"\nmin = 2\nmax = 9\nunit = "minutes"'


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ('kind = "number"\nmin = 5\nmax = 5', "has a `max` that is not above its `min`"),
        ('kind = "number"\nmax = 1234567890', "has a limit of more than 9 figures"),
        ('kind = "number"\noptions = ["Ten"]', "can only say why there is no answer"),
        ('kind = "good5"\nunit = "minutes"', "which belong to kind `number`"),
        ('kind = "good5"\nletters = 20', "has `letters` but no box for words"),
        ('kind = "information"\noptions = ["One", "Two"]', "has `options`, which a question of kind `information`"),
        ('kind = "pictures"\noptions = ["One", "Two"]', "no option has a `picture`"),
        ('kind = "agreement"\noptions = ["One", "Two"]', "`agreement` brings its own"),
    ],
)
def test_a_key_that_does_not_fit_its_kind_is_refused(kind: str, sentence: str) -> None:
    assert sentence in refusal(changed(BUS, 'kind = "good5"', kind))


def test_a_number_says_why_there_is_none_without_being_told_how() -> None:
    question = survey_of(changed(BUS, 'kind = "good5"', NUMBER)).question("b2")

    assert [option.missing for option in question.options] == ["dont_know", "prefer_not"]
    assert (question.min, question.max, question.unit) == (2, 9, "minutes")
