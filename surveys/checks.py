"""The rules that a new definition must keep: ours, and the ones that the survey states itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from surveys.compiled import asked_order
from surveys.conditions import facts_in
from surveys.model import Survey
from surveys.piping import EITHER, chosen_in, variables_in
from surveys.questions import Question
from surveys.shared import Shared

Check = Callable[[Survey, Shared], Iterator[str]]

POET = re.compile(r"\bpoet\b", re.IGNORECASE)
QUOTE, WHO = "quote_permission", "who_filled_it_in"
LONGEST_SENTENCE, LONGEST_EASY = 20, 15
NAMEABLE_KINDS = frozenset({"single", "pictures", "vote"})
EASY = ("easy", "easy_hint", "easy_meaning")
FROM_11 = frozenset({"happy10", "faces5"})


def rule_problems(survey: Survey, shared: Shared) -> tuple[str, ...]:
    """What breaks a rule. A new definition is held to this; a published version is not, for rules may change."""
    return tuple(problem for check in CHECKS for problem in check(survey, shared))


def sentence_lengths(words: str) -> tuple[int, ...]:
    """How many words stand in each sentence."""
    return tuple(len(sentence.split()) for sentence in re.split(r"(?<=[.?!])\s+", words))


def _name_problems(survey: Survey, shared: Shared) -> Iterator[str]:
    known_facts = {question.sets for question in survey.questions} | set(shared.wordings.facts)
    for question in survey.questions:
        if question.link and question.link not in shared.wordings.links:
            yield f"question {question.id}, link: `{question.link}` is not known: {_add_it('links')}"
        for fact in facts_in(question.show_if):
            if fact not in known_facts:
                yield f"question {question.id}, show_if: no question sets `{fact}`: add `sets` to the one that does"
        for place, picture in (
            ("", question.picture),
            *((f", option {one.id}", one.picture) for one in question.options),
        ):
            if picture and picture not in shared.pictures.pictures:
                yield f"question {question.id}{place}, picture: `{picture}` is not in pictures.toml: add it there"
    for words in survey.audience_words:
        if words.help not in shared.help_groups:
            yield f"audiences: `{words.audience}` has no help lines: add group `{words.help}` to help-lines.toml"


def _word_problems(survey: Survey, shared: Shared) -> Iterator[str]:
    longest = survey.rules.max_words_per_sentence or LONGEST_SENTENCE
    for place, words in _all_words(survey):
        if POET.search(words):
            yield f"{place}: names another organisation's survey: use other words"
        if any(unicodedata.category(letter) == "So" for letter in words):
            yield f"{place}: has an emoji among its words: keep it in an option's `emoji`, or take it away"
        for variable in variables_in(words):
            if variable not in shared.wordings.variables:
                yield f"{place}: the variable `{variable}` is not known: {_add_it('variables')}"
        if EITHER.sub("", words).count("{"):
            yield f"{place}: has a bracket that is no variable: write {{small_letters}}, or take it away"
        allowed = min(longest, LONGEST_EASY) if place.split(", ")[-1] in EASY else longest
        if (most := max(sentence_lengths(words))) > allowed:
            yield f"{place}: has a sentence of {most} words where {allowed} are allowed: shorten it"


def _chosen_problems(survey: Survey, shared: Shared) -> Iterator[str]:
    """Only a choice that was certainly met before may be named, and never anybody's own words."""
    order = [question.id for question in asked_order(survey)]
    repeated = survey.repeat.questions if survey.repeat else ()
    for question in survey.questions:
        lines = (question.words, question.child_words, question.hint, question.easy, question.easy_hint)
        for id in dict.fromkeys(id for line in lines for id in chosen_in(line)):
            place = f"question {question.id}, {{chosen:{id}}}"
            if id not in order:
                yield f"{place}: there is no question `{id}`: correct the id"
            elif survey.question(id).kind not in NAMEABLE_KINDS:
                yield f"{place}: only one choice from a list can be named: name another question"
            elif order.index(id) >= order.index(question.id):
                yield f"{place}: is asked later: move {id} up"
            elif id in repeated and question.id not in repeated:
                yield f"{place}: is asked again and again, and this once: repeat this one too"


def _all_words(survey: Survey) -> Iterator[tuple[str, str]]:
    yield from (("id", survey.id.replace("-", " ")), ("title", survey.title))
    yield from ((f"rules, say_first, {index}", line) for index, line in enumerate(survey.rules.say_first, 1))
    for question in survey.questions:
        for key in ("words", "child_words", "hint", "meaning", "say_first", *EASY):
            if words := getattr(question, key):
                yield f"question {question.id}, {key}", words
        for option in question.options:
            yield f"question {question.id}, option {option.id}", option.label
            if option.easy:
                yield f"question {question.id}, option {option.id}, easy", option.easy


def _count_problems(survey: Survey, shared: Shared) -> Iterator[str]:
    own = survey.own_questions
    for rule, found in (
        ("questions", sum(not question.optional_box for question in own)),
        ("optional_boxes", sum(question.optional_box for question in own)),
    ):
        promised = getattr(survey.rules, rule)
        if promised is not None and promised != found:
            yield f"rules, {rule}: says {promised} but there are {found}: correct the number"


def _shared_question_problems(survey: Survey, shared: Shared) -> Iterator[str]:
    used = {question.shared: question for question in survey.questions if question.shared}
    for name, question in used.items():
        if "child_5_10" in survey.audiences and question.wording != "child":
            yield f'question {question.id}, wording: children read it too: add wording = "child" beside `{name}`'
    for question in survey.questions:
        for name, id in ((QUOTE, "quote"), (WHO, "who")):
            if question.id == id and question.shared != name:
                yield f'question {id}: is a shared question: write use = "{name}", or choose another id'
    order = asked_order(survey)
    if WHO in used and order[-1].shared != WHO:
        yield "question who: must be the last: move it down"
    yield from _quote_problems(survey, order, used.get(QUOTE))


def _quote_problems(survey: Survey, order: tuple[Question, ...], quote: Question | None) -> Iterator[str]:
    boxes = [question for question in order if question.is_text]
    if boxes and quote is None:
        yield f'questions: there is a free box and nobody is asked about quoting: add use = "{QUOTE}" after the last'
    if quote is None:
        return
    if not boxes:
        yield "question quote: there are no words to quote: take it away"
    elif survey.short_route:
        if survey.short_route.questions[-1] != quote.id:
            yield "short_route, questions: must end with `quote`, so that stopping there is a whole answer"
    elif order.index(quote) < order.index(boxes[-1]):
        yield f"question quote: must come after the last free box, {boxes[-1].id}: move it down"
    if survey.repeat and quote.id in survey.repeat.questions:
        yield "repeat, questions: `quote` is asked once: take it away"


def _kind_problems(survey: Survey, shared: Shared) -> Iterator[str]:
    for question in survey.questions:
        if question.kind == "agree5" and question.words.endswith("?"):
            yield f"question {question.id}, words: agree5 needs a statement, and this is a question: reword it"
        of_children = "child_5_10" in survey.audiences and "child_5_10" not in question.not_asked_of
        if question.kind in FROM_11 and of_children:
            yield f"question {question.id}, kind: {question.kind} is for ages 11 and over: use faces3"
    asked = [question.asks for question in asked_order(survey)]
    if "strengths" in asked and "challenges" in asked and asked.index("challenges") < asked.index("strengths"):
        yield "questions: what is not working is asked before what is: ask for strengths first"


def _add_it(table: str) -> str:
    return f"add it to [{table}] in surveys/library/wordings.toml, or correct it"


CHECKS: tuple[Check, ...] = (
    _name_problems,
    _word_problems,
    _chosen_problems,
    _count_problems,
    _shared_question_problems,
    _kind_problems,
)
