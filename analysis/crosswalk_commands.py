"""`heard standards crosswalk` and `heard standards moved`: the same voices against several sets, or two versions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from analysis.explained import explained
from analysis.outputs import not_over, write_csv
from analysis.reading import Columns, FileWrong, read_voices

if TYPE_CHECKING:
    from analysis.crosswalk import CrosswalkRow
    from analysis.moved import Moved, MovedStandard
    from analysis.strategy import Strategy

PATH: Final = click.Path(path_type=Path)
_TEXT = click.option("--text-column", required=True, help="The column that holds the comments.")
_GROUP = click.option("--group-column", help="The column that says which group wrote it.")
_WHO = click.option("--respondent-column", help="The column that says who wrote it. Without it each row is one person.")
_QUESTION = click.option("--question-column", help="The column that holds the question it answers.")
_FOLDER = click.option("--strategies", "folder", type=PATH, help="A folder of strategies of your own, AREA.toml each.")
_OUT = click.option("--out", type=PATH, help="Write the whole table here, as CSV.")
_CROSSWALK = ("one", "one_name", "other", "other_name", "group", "people", "may_be_the_same")
_MOVED = ("change", "from", "from_name", "to", "to_name", "people_before", "people_after")


@click.command()
@click.argument("file", type=PATH)
@_TEXT
@click.option(
    "--strategy",
    multiple=True,
    required=True,
    metavar="AREA[/SET]",
    help="A set to hold against the others; repeat it.",
)
@_GROUP
@_WHO
@_QUESTION
@_FOLDER
@_OUT
@explained
def crosswalk(
    file: Path,
    text_column: str,
    strategy: tuple[str, ...],
    group_column: str | None,
    respondent_column: str | None,
    question_column: str | None,
    folder: Path | None,
    out: Path | None,
) -> None:
    """Hold the comments of a CSV or XLSX FILE against several sets at once: which standards share voices.

    Counts are of people who spoke to both in one breath. Fewer than ten, and what would give few away, is not shown.
    """
    not_over(file, out)
    columns = Columns(text_column, None, group_column, respondent_column, question_column)
    voices = read_voices(file, columns)
    from analysis.crosswalk import crosswalk_of
    from analysis.mapped import map_voices
    from analysis.strategy import choose_sets, load_strategies

    rows = crosswalk_of(map_voices(voices, choose_sets(load_strategies(folder), strategy)))
    if not rows:
        raise FileWrong("one set alone has nothing to stand beside it: give --strategy again, with another set")
    if out:
        write_csv(out, _CROSSWALK, [one.cells for one in rows])
    for line in _crosswalk_lines(rows):
        click.echo(line)


@click.command()
@click.argument("old")
@click.argument("new")
@click.argument("file", type=PATH)
@_TEXT
@click.option("--set", "sets", multiple=True, metavar="SET", help="One set of both; again for more. Else all promises.")
@_GROUP
@_WHO
@_QUESTION
@_FOLDER
@_OUT
@explained
def moved(
    old: str,
    new: str,
    file: Path,
    text_column: str,
    sets: tuple[str, ...],
    group_column: str | None,
    respondent_column: str | None,
    question_column: str | None,
    folder: Path | None,
    out: Path | None,
) -> None:
    """Hold the comments of FILE against an OLD and a NEW version of a strategy, and say what moved.

    OLD and NEW are files (AREA.toml) or areas that are known. Lists what was kept, renamed, is new or gone, and how
    many people's words left one standard for another.
    """
    not_over(file, out)
    voices = read_voices(file, Columns(text_column, None, group_column, respondent_column, question_column))
    from analysis.mapped import map_voices
    from analysis.moved import what_moved
    from analysis.strategy_versions import compare_versions

    before, after = (_strategy(one, sets, folder) for one in (old, new))
    found = what_moved(compare_versions(before, after), map_voices(voices, [before]), map_voices(voices, [after]))
    if out:
        write_csv(out, _MOVED, [*_standard_cells(found), *_move_cells(found, before, after)])
    for line in _moved_lines(found, before, after):
        click.echo(line)


def _strategy(told: str, sets: Sequence[str], folder: Path | None) -> Strategy:
    """A version of a strategy, narrowed to those sets that it has; to its promises unless told."""
    from analysis.strategy import choose_sets, load_strategy, read_strategy

    strategy = read_strategy(Path(told)) if told.endswith(".toml") else load_strategy(told, folder)
    chosen = [f"{strategy.area}/{one}" for one in sets if one in {each.id for each in strategy.sets}]
    if sets and not chosen:
        raise FileWrong(
            f"{told}: has no set {', '.join(sets)}; its sets are {', '.join(one.id for one in strategy.sets)}"
        )
    return choose_sets([strategy], chosen or [strategy.area])[0]


def _crosswalk_lines(rows: Sequence[CrosswalkRow]) -> Iterator[str]:
    shown = [one for one in rows if one.is_shown]
    for one in sorted(shown, key=lambda one: -int(one.people)):
        yield f"{one.people:>6} {one.group.lower()}: {one.one} and {one.other}"
    pairs = {(one.one, one.other) for one in rows}
    hidden = f"{len(pairs - {(one.one, one.other) for one in shown})} of {len(pairs)}"
    yield f"{hidden} pairs are not shown: fewer than 10 people, or it would give few away."
    for one in {(one.one, one.other): one for one in rows if one.may_be_the_same}.values():
        yield f"Suggested by the computer, {one.may_be_the_same}: {one.one_name} and {one.other_name}"


def _moved_lines(found: Moved, old: Strategy, new: Strategy) -> Iterator[str]:
    for one in found.standards:
        yield f"{one.changed.change:<8} {_named(one)}: {_people(one)}"
    names = _names(old) | _names(new)
    for move in found.moves:
        whither = names[move.new] if move.new else "nothing in the new version"
        yield f"words of {move.at_least} people or more moved from {names[move.old]} to {whither}"
    if not found.moves:
        yield "No move of ten people or more that can be told."


def _named(one: MovedStandard) -> str:
    old, new = one.changed.old, one.changed.new
    if old is not None and new is not None and one.changed.change == "renamed":
        return f"{old.shown_name} -> {new.shown_name}"
    return (new or old).shown_name  # type: ignore[union-attr]


def _people(one: MovedStandard) -> str:
    told = {"before": one.before, "now": one.after}
    return ", ".join(f"{when} {people}" for when, people in told.items() if people)


def _names(strategy: Strategy) -> dict[str, str]:
    return {one.id: one.shown_name for one in strategy.standards}


def _standard_cells(found: Moved) -> Iterator[Sequence[str]]:
    for one in found.standards:
        old, new = one.changed.old, one.changed.new
        ids = (old.id, old.shown_name) if old else ("", ""), (new.id, new.shown_name) if new else ("", "")
        yield (one.changed.change, *ids[0], *ids[1], one.before, one.after)


def _move_cells(found: Moved, old: Strategy, new: Strategy) -> Iterator[Sequence[str]]:
    names = (_names(old), _names(new))
    for move in found.moves:
        yield ("moved", move.old, names[0].get(move.old, ""), move.new, names[1].get(move.new, ""), "",
               f"{move.at_least} or more")  # fmt: skip
