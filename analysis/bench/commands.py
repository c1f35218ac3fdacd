"""`heard bench themes`: how good the themes are, beside those of the peers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import click

from analysis.bench.labelled_sets import Split, choose_sets
from analysis.explained import explained

PATH: Final = click.Path(path_type=Path)
FOLDER: Final = click.Path(path_type=Path, exists=True, file_okay=False)
SPLIT: Final = click.Choice(["tune", "judge", "all"])
SIZES: Final = "100,300,1200,all"


class Sizes(click.ParamType):  # type: ignore[type-arg]  # click 8.2 has it without arguments
    """Numbers of comments with commas between them; "all" is None."""

    name = "sizes"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int | None, ...]:
        words = [word.strip() for word in str(value).split(",")]
        if not all(word == "all" or (word.isdecimal() and int(word) >= 10) for word in words):
            self.fail(f'{value}: numbers from 10, or "all", with commas between them', param, ctx)
        return tuple(dict.fromkeys(None if word == "all" else int(word) for word in words))


@click.command("themes")
@click.option("--data", type=FOLDER, required=True, help="The folder of the labelled sets, each a CSV.")
@click.option("--sets", help="Names of sets with commas between them. Without it: all of them.")
@click.option("--sizes", type=Sizes(), default=SIZES, show_default=True, help="How many comments are drawn.")
@click.option("--seeds", type=click.IntRange(1), default=3, show_default=True, help="How many draws of each size.")
@click.option("--split", type=SPLIT, default="judge", show_default=True, help="The half of each set to draw from.")
@click.option("--peers/--no-peers", default=True, help="Run BERTopic too; the first time it is installed.")
@click.option(
    "--speed", is_flag=True, help="Instead: the time and memory that 5,000, 10,000 and 100,000 comments take."
)
@click.option("--json", "json_out", type=PATH, help="Where to write the measurements.")
@explained
def bench_themes(
    data: Path,
    sets: str | None,
    sizes: tuple[int | None, ...],
    seeds: int,
    split: Split,
    peers: bool,
    speed: bool,
    json_out: Path | None,
) -> None:
    """Hold Heard's themes against labels given by hand, beside BERTopic, TF-IDF + NMF and TF-IDF + KMeans."""
    from analysis.bench.peer_python import peer_python
    from analysis.sentences import SentenceVectors

    peers = peers and SentenceVectors.available()
    python = peer_python() if peers else None
    click.echo("With BERTopic on the same sentence vectors." if peers else "Without BERTopic.")
    if speed:
        _time(data, python, json_out)
    else:
        _hold(data, sets.split(",") if sets else None, sizes, seeds, split, python, json_out)


def _hold(
    data: Path,
    sets: Sequence[str] | None,
    sizes: Sequence[int | None],
    seeds: int,
    split: Split,
    python: str | None,
    json_out: Path | None,
) -> None:
    from analysis.bench.tables import tables, verdicts
    from analysis.bench.themes import Asked, run

    chosen = choose_sets(data, sets)
    for name in chosen.absent:
        click.echo(f"{name}.csv is not in {data}: left out")
    click.echo(f"Drawn from the half '{split}' of each set. Heard was tuned on the half 'tune', by a hash of the text.")
    result = None
    for result in run(Asked(data, chosen.there, sizes, seeds, split, python), _under_way):
        if json_out:
            result.write(json_out)
    if result:
        for line in (*tables(result.measured), *verdicts(result.goals)):
            click.echo(line)


def _time(data: Path, python: str | None, json_out: Path | None) -> None:
    from analysis.bench.speed import run_speed, speed_goals, write_speed
    from analysis.bench.tables import verdicts

    timed = []
    for one in run_speed(data, python, _under_way):
        timed.append(one)
        click.echo(one.words)
        if json_out:
            write_speed(timed, json_out)
    for line in verdicts(list(speed_goals(timed))):
        click.echo(line)


def _under_way(words: str) -> None:
    click.echo(words, err=True)
