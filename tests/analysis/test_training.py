"""What a council's own coded comments teach, and how surely."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from analysis.coded_file import CodedComment
from analysis.strategy import choose_sets, load_strategies
from analysis.training import SMALL, TooFewCoded, code, cross_validate, labels_from

BARNSLEY = "barnsley/quality_standards"
STRATEGIES = choose_sets(load_strategies(), [BARNSLEY])
MATCHED = {"kindness": f"{BARNSLEY}/kindness", "quality": f"{BARNSLEY}/quality", "other": ""}
IDS = [standard.id for standard in STRATEGIES[0].standards]


def comments(*said: tuple[str, tuple[str, ...]]) -> list[CodedComment]:
    return [CodedComment(row, words, labels) for row, (words, labels) in enumerate(said, start=1)]


def many(each: int = 8) -> list[CodedComment]:
    return comments(
        *(
            (words.format(number), labels)
            for number in range(each)
            for words, labels in (
                ("she was so kind to me, visit {}", ("kindness",)),
                ("the wheelchair in room {} broke", ("quality",)),
                ("bus number {}", ()),
            )
        )
    )


def test_a_comment_says_yes_to_its_standards_and_no_to_the_others() -> None:
    coded = code(comments(("a", ("kindness",)), ("b", ()), ("c", ("other",))), STRATEGIES, MATCHED)

    kind = IDS.index(MATCHED["kindness"])
    assert coded.speaks[0].tolist() == [int(place == kind) for place in range(len(IDS))]
    assert not coded.speaks[1:].any()


def test_a_label_that_nobody_matched_says_no_to_nothing() -> None:
    coded = code(comments(("a", ("kindness", "kindnes")), ("b", ("kindnes",))), STRATEGIES, MATCHED)

    assert [comment.row for comment in coded.comments] == [1]
    assert sorted(set(coded.speaks[0].tolist())) == [-1, 1]
    (label,) = labels_from(coded, by="coders", at="2026-11-28")
    assert (label.standard, label.speaks, label.by, label.at) == (MATCHED["kindness"], True, "coders", "2026-11-28")


def test_figures_can_be_of_comments_in_one_piece_as_they_were_coded() -> None:
    coded = code(many(), STRATEGIES, MATCHED)
    labels = labels_from(coded, by="coders", at="")

    parts, whole = (cross_validate(coded, labels, whole=one) for one in (False, True))

    assert whole.micro_f1 > 0.8
    assert whole.comments == parts.comments


def test_labels_hold_redacted_words_and_no_id_of_the_councils() -> None:
    coded = code(comments(("my worker Sarah Jones rang me on 07700 900123", ("kindness",))), STRATEGIES, MATCHED)

    labels = labels_from(coded, by="coders", at="")

    assert len(labels) == len(IDS)
    assert {label.comment for label in labels} == {"coded row 1"}
    assert all("Sarah" not in label.words and "07700" not in label.words for label in labels)


def test_labels_say_what_was_asked_and_of_which_service() -> None:
    coded = code([CodedComment(1, "a", ("kindness",), "What was good?", "OT")], STRATEGIES, MATCHED)

    assert {(label.asked, label.service) for label in labels_from(coded, by="", at="")} == {("What was good?", "OT")}


def test_figures_are_by_standard_with_how_many_and_an_interval() -> None:
    coded = code(many(), STRATEGIES, MATCHED)

    figures = cross_validate(coded, labels_from(coded, by="coders", at=""))

    by_id = {one.standard: one for one in figures.standards}
    kind = by_id[MATCHED["kindness"]]
    assert kind.examples == 8
    assert kind.is_small
    assert SMALL == 20
    assert kind.f1 > 0.5
    assert kind.low <= kind.f1 <= kind.high
    assert by_id[f"{BARNSLEY}/fairness"].examples == 0
    assert figures.comments == 24


def test_the_order_of_the_rows_changes_no_figure() -> None:
    coded, turned = (code(rows, STRATEGIES, MATCHED) for rows in (many(), many()[::-1]))

    assert cross_validate(coded, labels_from(coded, by="", at="")) == cross_validate(
        turned, labels_from(turned, by="", at="")
    )


def test_copies_that_were_coded_differently_are_told() -> None:
    rows = [*many(), CodedComment(90, "So kind!", ("kindness",)), CodedComment(91, "so kind", ("quality",))]
    coded = code([*rows, CodedComment(92, "Bus number 1.", ())], STRATEGIES, MATCHED)

    figures = cross_validate(coded, labels_from(coded, by="", at=""))

    assert figures.conflicts == (90, 91)


def test_what_a_label_that_nobody_matched_may_have_meant_is_no_mistake() -> None:
    unsure = [
        CodedComment(100 + row, f"she was so kind to me, call {row}", ("quality", "mystery")) for row in range(20)
    ]
    coded = code([*many(), *unsure], STRATEGIES, MATCHED)

    figures = cross_validate(coded, labels_from(coded, by="", at=""))

    kind = next(one for one in figures.standards if one.standard == MATCHED["kindness"])
    assert kind.precision > 0.9


def test_labels_that_hang_on_nothing_teach_nothing() -> None:
    """Were a comment learnt from and asked too, they would be known by heart."""
    chance = Random(0)
    rows = comments(
        *((f"a blue bus came at {number}", ("quality",) if chance.random() < 0.5 else ()) for number in range(60))
    )
    coded = code(rows, STRATEGIES, MATCHED)

    figures = cross_validate(coded, labels_from(coded, by="", at=""))

    assert figures.micro_f1 < 0.75


def test_too_few_different_comments_are_refused() -> None:
    same = comments(*((f"so kind{'!' * number}", ("kindness",)) for number in range(30)))
    coded = code(same, STRATEGIES, MATCHED)

    with pytest.raises(TooFewCoded, match="1 different, at least 10"):
        cross_validate(coded, labels_from(coded, by="", at=""))
    assert np.all(coded.speaks.sum(axis=1) == 1)
