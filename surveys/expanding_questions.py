"""One question as people write it, made complete: its scale, the shared words it uses, ids in place of labels."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from surveys.kinds import NUMBER_LINES, OPEN_KINDS, SEVERAL_KINDS, SHARING_KINDS
from surveys.options import option_id, plain
from surveys.pictures import with_pictures
from surveys.shared import Scale, Scales, Shared

Values = dict[str, Any]

# what the loader works out; nobody writes it
WORKED_OUT = ("ends", "shared", "required", "easy_meaning")
ALLOWED_WITH_USE = ("use", "wording", "note", "picture", "audio", "bsl", "page")
USUAL_NO_ANSWERS = ("Don't know", "Prefer not to say")


def expand_question(raw: Any, shared: Shared, place: str, problems: list[str]) -> Any:
    """The complete values of one question; what stands for nothing is added to `problems`.

    What has the wrong type is left as it is, for the model to refuse.
    """
    if not isinstance(raw, dict):
        return raw
    problems += [
        f"{place}, {key}: is worked out, not written: take it away"
        for key in WORKED_OUT
        if key in raw and (key != "required" or raw[key] is not False)
    ]
    if "use" in raw:
        raw = _used(raw, shared, place, problems)
    question = dict(raw)
    kind = question.get("kind")
    if isinstance(kind, str) and kind in shared.scales.scales:
        question |= _scaled(question, kind, shared, place, problems)
    elif "options" in question or kind == "number":
        raw_options = question.get("options", USUAL_NO_ANSWERS)
        several = isinstance(kind, str) and kind in SEVERAL_KINDS | SHARING_KINDS
        question["options"] = _options(raw_options, shared.scales, several=several)
    if isinstance(kind, str) and kind in OPEN_KINDS:
        question.setdefault("asks", _asks(question))
    if "meaning" in question:
        question |= _meaning(question["meaning"], shared, place, problems)
    return _with_option_ids(with_pictures(question, shared.pictures))


def ids_by_label(question: Values) -> dict[str, str]:
    """The ids of a question's options by their labels, as far as they can be told."""
    options = question.get("options")
    if not isinstance(options, list):
        return {}
    return {
        option["label"]: option["id"]
        for option in options
        if isinstance(option, dict) and isinstance(option.get("label"), str) and "id" in option
    }


def id_of(label: Any, ids: Mapping[str, str]) -> Any:
    """An option's id where its label was written; anything else as it is."""
    return ids.get(label, label) if isinstance(label, str) else label


def with_id(item: Any, ids: Mapping[str, str]) -> Any:
    return {**item, "option": id_of(item["option"], ids)} if isinstance(item, dict) and "option" in item else item


def _options(raw: Any, scales: Scales, *, several: bool = False) -> Any:
    """Each label or table made an option with an id; "don't know" cannot stand beside another choice."""
    if not isinstance(raw, list | tuple):
        return raw
    return [_option(item, scales, several) for item in raw]


def _option(raw: Any, scales: Scales, several: bool) -> Any:
    option = {"label": raw} if isinstance(raw, str) else raw
    if not isinstance(option, dict) or not isinstance(option.get("label"), str):
        return raw
    complete = {"id": option_id(option["label"]), **option}
    label = plain(option["label"])
    easy = {plain(hard): words for hard, words in scales.easy_labels.items()}.get(label)
    if easy:
        complete.setdefault("easy", easy)
    meant = {plain(known): kind for known, kind in scales.missing_labels.items()}.get(label)
    if meant:
        complete.setdefault("missing", meant)
    if several and "missing" in complete:
        complete.setdefault("alone", True)
    return complete


def _used(raw: Values, shared: Shared, place: str, problems: list[str]) -> Values:
    """A question that surveys share, in the wording asked for."""
    name, wording = raw["use"], raw.get("wording", "")
    known = shared.wordings.questions
    if not isinstance(name, str) or name not in known:
        problems.append(f"{place}, use: there is no shared question of that name; there are {', '.join(known)}")
        return {}
    problems += [
        f"{place}, {key}: a shared question keeps its own words: take it away, or write a question"
        for key in raw
        if key not in ALLOWED_WITH_USE
    ]
    question = {**known[name], **{key: value for key, value in raw.items() if key in ALLOWED_WITH_USE}}
    del question["use"]
    child_options = question.pop("child_options", None)
    if wording == "child":
        question["words"] = question.pop("child_words", question["words"])
        question.pop("easy", None)  # the child's words are easy read already
        if child_options:
            question["options"] = [
                {"id": option_id(label_of(option)), "label": label_of(child_option)}
                for option, child_option in zip(question["options"], child_options, strict=True)
            ]
    return {**question, "shared": name}


def label_of(option: Any) -> str:
    """The label of an option as people write one: words, or a table."""
    return str(option["label"] if isinstance(option, dict) else option)


def written_id_of(option: Any) -> str:
    """The id of an option as people write one: its own, or its label's."""
    own = option.get("id") if isinstance(option, dict) else None
    return str(own or option_id(label_of(option)))


def _scaled(question: Values, kind: str, shared: Shared, place: str, problems: list[str]) -> Values:
    if "options" in question:
        problems.append(
            f"{place}, options: `{kind}` brings its own: take them away, or use kind `single`, which has a list"
        )
    scale = shared.scales.scales[kind]
    found: Values = {"options": _options(scale.options, shared.scales)}
    if kind in NUMBER_LINES:
        found["ends"] = _ends(scale, found["options"])
    if kind == "yesno" and "sets" in question:
        found["sets_true"] = question.get("sets_true", ["Yes"])
        found["sets_false"] = question.get("sets_false", ["No"])
    return found


def _ends(scale: Scale, options: list[Values]) -> Values:
    scores = [int(option["score"]) for option in options if "score" in option]
    return {
        "min": min(scores),
        "max": max(scores),
        "min_label": scale.min_label,
        "mid_label": scale.mid_label,
        "max_label": scale.max_label,
    }


def _asks(question: Values) -> str:
    for key in ("domain", "link"):
        if question.get(key) in ("strengths", "challenges", "change"):
            return str(question[key])
    return "open"


def _meaning(name: Any, shared: Shared, place: str, problems: list[str]) -> Values:
    if not isinstance(name, str):
        return {"meaning": name}
    known = shared.wordings.meanings
    if name not in known:
        problems.append(f"{place}, meaning: there is no meaning of that name; there are {', '.join(known)}")
        return {"meaning": ""}
    easy = {"easy_meaning": known[name].easy} if known[name].easy else {}
    return {"meaning": known[name].words, **easy}


def _with_option_ids(question: Values) -> Values:
    """Labels written where an option is meant become its id."""
    ids = ids_by_label(question)
    for key in ("sets_true", "sets_false"):
        if isinstance(question.get(key), list):
            question[key] = [id_of(label, ids) for label in question[key]]
    if "unanswered" in question:
        question["unanswered"] = id_of(question["unanswered"], ids)
    if isinstance(question.get("on"), list):
        question["on"] = [with_id(reply, ids) for reply in question["on"]]
    return question
