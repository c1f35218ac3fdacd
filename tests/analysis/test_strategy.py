"""The strategies that come with Heard: whose words they are, what may be said of them, choosing their sets."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from analysis.strategy import (
    KINDS_THAT_PROMISE,
    FolderMissing,
    MalformedStrategy,
    Standard,
    Strategy,
    UnknownArea,
    UnknownSet,
    choose_sets,
    load_strategies,
    load_strategy,
    strategy_from_json,
)

STRATEGIES = load_strategies()
AREAS = [strategy.area for strategy in STRATEGIES]


def standard(id: str) -> Standard:
    return next(one for strategy in STRATEGIES for one in strategy.standards if one.id == id)


def test_there_are_five_published_strategies_and_the_invented_one() -> None:
    assert AREAS == ["barnsley", "durham", "kirklees", "north-yorkshire", "rotherham", "wexcombe"]


def test_every_id_is_said_once_among_all_strategies() -> None:
    ids = [one.id for strategy in STRATEGIES for one in strategy.standards]

    assert len(ids) == len(set(ids))
    assert "barnsley/quality_standards/kindness" in ids


@pytest.mark.parametrize("strategy", STRATEGIES, ids=AREAS)
def test_a_stored_version_reads_back_as_it_was(strategy: Strategy) -> None:
    stored = strategy.to_json()

    assert strategy_from_json(stored) == strategy
    assert strategy_from_json(stored).digest == strategy.digest
    assert stored.startswith('{"area":"')


@pytest.mark.parametrize("strategy", STRATEGIES, ids=AREAS)
def test_a_version_that_has_come_with_heard_is_never_edited(strategy: Strategy) -> None:
    lines = (Path(__file__).parent / "strategy_digests.txt").read_text("utf-8").splitlines()

    assert f"{strategy.area} {strategy.version} {strategy.digest}" in lines, "raise `version`, and add a line there"


def test_the_six_words_are_young_peoples_and_the_descriptions_are_ours() -> None:
    six = choose_sets(STRATEGIES, ["barnsley/quality_standards"])[0].standards

    assert [one.name for one in six] == [
        "Consideration",
        "Acceptance",
        "Consistency",
        "Fairness in all things",
        "Kindness",
        "Quality",
    ]
    assert {(one.name_by, one.description_by, one.easy_read_by) for one in six} == {("young people", "us", "us")}


def test_words_that_young_people_wrote_keep_their_writer_within_a_set_of_ours() -> None:
    last_word = standard("barnsley/other_young_people_voice/safe-valued-prepared")

    assert last_word.description_by == "young people"


def own(folder: Path, area: str = "thornmoor", version: int = 1, *, named: str = "") -> Path:
    """A folder with one strategy of a council's own, which is Durham's but for its area and version."""
    text = files("analysis").joinpath("strategies", "durham.toml").read_text("utf-8")
    text = text.replace('area = "durham"', f'area = "{area}"').replace("version = 6", f"version = {version}")
    (folder / f"{named or area}.toml").write_text(text, encoding="utf-8")
    return folder


def test_strategies_of_a_folder_are_known_beside_those_that_come_with_heard(tmp_path: Path) -> None:
    known = load_strategies(own(tmp_path))

    assert [strategy.area for strategy in known] == [*AREAS[:-1], "thornmoor", "wexcombe"]
    assert load_strategy("thornmoor", tmp_path).standards[0].id.startswith("thornmoor/")


def test_a_later_version_in_a_folder_takes_the_place_of_ours(tmp_path: Path) -> None:
    later = own(tmp_path, "durham", version=7)

    assert load_strategy("durham", later).version == 7
    assert [strategy.version for strategy in load_strategies(later) if strategy.area == "durham"] == [7]


@pytest.mark.parametrize("version", [1, 5, 6])
def test_a_version_that_is_not_later_than_ours_is_refused(tmp_path: Path, version: int) -> None:
    with pytest.raises(MalformedStrategy, match=r"durham.toml, .*comes with version 6 of durham; give yours a later"):
        load_strategies(own(tmp_path, "durham", version))


def test_a_file_of_a_folder_is_named_as_its_area(tmp_path: Path) -> None:
    with pytest.raises(
        MalformedStrategy, match=r"moor.toml, the strategy: `area` must be “moor”, as the file is named"
    ):
        load_strategies(own(tmp_path, "thornmoor", named="moor"))


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FolderMissing, match="none: there is no such folder"):
        load_strategies(tmp_path / "none")


def test_an_area_of_no_folder_names_those_that_are_known(tmp_path: Path) -> None:
    with pytest.raises(UnknownArea, match="rotherham, thornmoor, wexcombe"):
        load_strategy("leeds", own(tmp_path))


def test_a_name_that_cannot_be_read_is_never_shown_as_the_councils() -> None:
    theme = standard("north-yorkshire/themes/healthy-theme")

    assert not theme.is_name_confirmed
    assert theme.shown_name != theme.name
    assert theme.shown_name.startswith("Name not confirmed")
    assert not theme.is_promise


def test_every_other_name_is_shown_as_it_is_printed() -> None:
    unconfirmed = [one.id for strategy in STRATEGIES for one in strategy.standards if one.shown_name != one.name]

    assert unconfirmed == ["north-yorkshire/themes/healthy-theme"]


def test_a_draft_is_called_a_draft_wherever_its_words_are() -> None:
    kirklees = load_strategy("kirklees")

    assert kirklees.shown_status == "draft"
    assert all(one.shown_status.startswith("draft") for one in kirklees.standards)
    assert standard("kirklees/principles/council-as-convener").shown_status == "draft, proposed"


def test_rotherhams_commitments_are_proposed_in_a_strategy_that_is_not_confirmed() -> None:
    commitment = standard("rotherham/commitments/reduce-exclusions")

    assert commitment.shown_status == "not confirmed, proposed"
    assert commitment.is_promise


def test_what_is_worded_as_bad_news_is_no_promise() -> None:
    negative = [one for strategy in STRATEGIES for one in strategy.standards if one.polarity == "negative"]

    assert {one.set_id for one in negative} == {
        "challenges",
        "inspection_findings",
        "needs_assessment_voice",
        "needs_findings",
        "other_young_people_voice",
        "priority_reasons",
        "what_families_tell_us",
        "young_people_feedback",
    }
    assert not any(one.is_promise for one in negative)


def test_only_four_kinds_are_promises() -> None:
    kinds = {one.kind for strategy in STRATEGIES for one in strategy.standards if one.is_promise}

    assert kinds == {"standard", "outcome", "priority", "principle"} == KINDS_THAT_PROMISE


def test_each_area_has_its_own_cycle_and_rotherham_prints_none() -> None:
    stages = {strategy.area: [stage.id for stage in strategy.cycle] for strategy in STRATEGIES}

    assert stages["barnsley"] == ["analyse", "plan", "implement", "review"]
    assert stages["kirklees"] == ["assess", "plan", "do", "review"]
    assert stages["durham"] == ["understand", "plan", "deliver", "review"]
    assert stages["north-yorkshire"][0] == "partnerships"
    assert stages["rotherham"] == []
    assert "none" in load_strategy("rotherham").cycle_source


@pytest.mark.parametrize("strategy", STRATEGIES, ids=AREAS)
def test_every_promise_has_an_easy_read_of_ours_until_young_people_write_theirs(strategy: Strategy) -> None:
    promises = [one for one_set in strategy.sets if one_set.is_promise for one in one_set.standards]

    assert all(one.easy_read and one.easy_read_by == "us" for one in promises)


def test_the_strategy_of_rotherham_lacks_a_measure_for_i_feel_safe_and_for_no_other_outcome() -> None:
    outcomes = choose_sets(STRATEGIES, ["rotherham/outcomes"])[0].standards

    assert [one.name for one in outcomes if "gives no measure" in one.lacks] == ["I feel safe"]


def test_the_findings_of_rotherham_are_good_news_and_bad() -> None:
    findings = choose_sets(STRATEGIES, ["rotherham/what_families_tell_us"])[0].standards

    assert [one.polarity for one in findings].count("negative") == 6
    assert len(findings) == 10


def test_the_seven_themes_of_therapy_are_named_as_the_review_printed_them() -> None:
    seven = choose_sets(STRATEGIES, ["durham/therapy_feedback_themes"])[0].standards

    assert [one.name for one in seven] == [
        "Access to services",
        "Waiting times and timescales",
        "Feedback on the children's therapy services teams",
        "Education Health Care Plans (EHCPs)",
        "Communication",
        "Working Together",
        "Discharges / discharge processes",
    ]


def test_what_is_known_to_be_wrong_in_the_documents_is_not_copied() -> None:
    findings = choose_sets(STRATEGIES, ["durham/needs_assessment_voice"])[0].standards

    assert sum("dental" in one.name.casefold() for one in findings) == 1
    assert len(choose_sets(STRATEGIES, ["barnsley/commissioning_principles"])[0].standards) == 12
    assert not any("feel-safe" in one.id and one.kind == "measure" for one in load_strategy("rotherham").standards)


def test_words_for_matching_only_stand_in_nothing_that_is_shown() -> None:
    matched_only = [one for strategy in STRATEGIES for one in strategy.standards if one.match_only_words]

    assert matched_only
    for one in matched_only:
        shown = f"{one!r} {one.shown_name} {one.description} {one.note} {one.keywords}".casefold()
        assert not any(word.casefold() in shown for word in one.match_only_words)


def test_every_standard_says_where_it_stands() -> None:
    for strategy in STRATEGIES:
        assert all(one.source for one in strategy.standards)

    assert standard("durham/aims/high-quality-support").section == "s. “Joint Commissioning Plan on a Page”, “Aims”"


def test_everything_in_the_invented_borough_says_so_and_names_what_it_follows() -> None:
    published = {one.id for strategy in STRATEGIES if strategy.area != "wexcombe" for one in strategy.standards}
    invented = load_strategy("wexcombe").standards

    assert {one.shown_status for one in invented} == {"invented example"}
    assert {one.modelled_on for one in invented} <= published
    assert {one.modelled_on.split("/")[0] for one in invented} == {"barnsley", "durham"}


def test_the_invented_borough_has_words_of_its_own() -> None:
    texts = {text for strategy in STRATEGIES[:-1] for one in strategy.standards for text in (one.name, one.description)}

    assert not {text for one in load_strategy("wexcombe").standards for text in (one.name, one.description)} & texts


def test_an_area_alone_means_what_it_promises() -> None:
    chosen = choose_sets(STRATEGIES, ["durham"])

    assert [one.id for one in chosen[0].sets] == [
        "joint_commissioning_priorities",
        "aims",
        "strategy_aims",
        "key_outcomes",
    ]


def test_sets_come_in_the_order_of_their_strategy_each_once() -> None:
    chosen = choose_sets(
        STRATEGIES,
        ["durham/local_services", "barnsley/quality_standards", "durham/aims", "durham/local_services"],
    )

    assert [(strategy.area, [one.id for one in strategy.sets]) for strategy in chosen] == [
        ("durham", ["aims", "local_services"]),
        ("barnsley", ["quality_standards"]),
    ]
    assert chosen[0].digest != load_strategy("durham").digest


def test_nothing_chosen_is_nothing() -> None:
    assert choose_sets(STRATEGIES, []) == ()


@pytest.mark.parametrize("choice", ["leeds", "leeds/aims", "", "../durham"])
def test_an_area_that_is_not_known_names_those_that_are(choice: str) -> None:
    with pytest.raises(UnknownArea, match="barnsley, durham, kirklees, north-yorkshire, rotherham, wexcombe"):
        choose_sets(STRATEGIES, [choice])
    with pytest.raises(UnknownArea):
        load_strategy(choice)


@pytest.mark.parametrize("choice", ["durham/therapies", "durham/aims/high-quality-support"])
def test_a_set_that_is_not_known_names_those_of_its_area(choice: str) -> None:
    with pytest.raises(UnknownSet, match=r"set of durham .*therapy_feedback_themes"):
        choose_sets(STRATEGIES, [choice])


def test_what_is_not_known_to_be_adopted_says_so_wherever_its_words_stand() -> None:
    shown = {one.area: (one.shown_status, one.standards[0].shown_status) for one in STRATEGIES}

    assert shown["durham"] == ("proposed", "proposed")
    assert shown["kirklees"] == ("draft", "draft")
    assert shown["rotherham"][0] == "not confirmed"
    assert shown["barnsley"] == ("", "")
