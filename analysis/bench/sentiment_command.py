"""`heard bench sentiment`: how often sentiment is as people labelled it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from analysis.explained import explained

if TYPE_CHECKING:
    from analysis.bench.sentiment import Right

PATH: Final = click.Path(path_type=Path)
FOLDER: Final = click.Path(path_type=Path, exists=True, file_okay=False)
_MEANS: Final = (
    "1 and 2 count as positive, 3 as neutral, 4 and 5 as negative; rows without a label are left out. What Heard calls "
    "mixed counts as neutral. Its rules were made on one half of the texts: judge it by the other.",
)
_WIDE: Final = 36


@click.command("sentiment")
@click.option("--data", type=FOLDER, required=True, help="The folder of the labelled sets, each a CSV.")
@click.option("--set", "sets", multiple=True, help="A set; may be repeated. Without it: all that are there.")
@click.option("--json", "json_out", type=PATH, help="Where to write the measurements.")
@explained
def bench_sentiment(data: Path, sets: tuple[str, ...], json_out: Path | None) -> None:
    """Hold sentiment against labels given by hand, beside VADER and TF-IDF with logistic regression."""
    from analysis.bench.sentiment import measure, write
    from analysis.bench.sentiment_rows import choose, labelled_rows

    measured: list[Right] = []
    click.echo(*_MEANS)
    for name in choose(data, sets):
        found = list(measure(name, labelled_rows(data, name), lambda words: click.echo(words, err=True)))
        measured += found
        for line in table(found):
            click.echo(line)
    if json_out:
        write(measured, json_out)


def table(measured: Sequence[Right]) -> Iterator[str]:
    """A table for each part of a set: accuracy with its interval, macro-F1, and seconds for all of the set."""
    for over in dict.fromkeys(one.over for one in measured):
        rows = [one for one in measured if one.over == over]
        yield f"\n{rows[0].set}, {over}: {rows[0].rows:,} comments"
        yield f"{'':{_WIDE}}{'accuracy':>9}{'95 %':>15}{'macro-F1':>10}{'CPU s':>8}"
        for one in rows:
            between = f"{one.low:.3f}-{one.high:.3f}"
            yield f"{one.way:{_WIDE}}{one.accuracy:>9.3f}{between:>15}{one.macro_f1:>10.3f}{one.cpu_seconds:>8.1f}"
