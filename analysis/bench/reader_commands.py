"""`heard bench readers`: whether somebody who knows only the names of the themes finds a comment's theme."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import click

from analysis.explained import explained
from analysis.reading import Columns, read_voices

_PATH = click.Path(path_type=Path)


@click.group("readers")
def bench_readers() -> None:
    """Let readers sort comments into the named themes, and count where they agree with Heard."""


@bench_readers.command("sheet")
@click.argument("file", type=_PATH)
@click.option("--text-column", required=True, help="The column that holds the comments.")
@click.option("--themes", type=click.IntRange(1, 200), help="How many themes; the nearest number that is there.")
@click.option("--comments", type=click.IntRange(1), default=30, show_default=True, help="How many to sort.")
@click.option("--random-state", type=click.IntRange(0), default=0, show_default=True, help="Same seed, same sheet.")
@click.option("--out", type=_PATH, required=True, help="What the three files are called, without an ending.")
@explained
def sheet(file: Path, text_column: str, themes: int | None, comments: int, random_state: int, out: Path) -> None:
    """Draw comments of FILE at random, and write them for a reader to sort into the themes."""
    from analysis.bench.readers import make_exercise, write_exercise
    from analysis.concerns import rules_found
    from analysis.pipeline import analyse

    voices = read_voices(file, Columns(text_column))
    unshown = frozenset(comment.id for comment in voices.comments if rules_found(comment.words))
    findings = analyse(voices, themes=themes, unnamed=unshown, random_state=random_state)
    exercise = make_exercise(findings, number=comments, unshown=unshown, random_state=random_state)
    task, to_fill, key = write_exercise(exercise, out)
    click.echo(f"{len(exercise.comments)} comments, {len(exercise.themes)} themes. For a reader: {task} and {to_fill}.")
    click.echo(f"Not for a reader: {key}")


@bench_readers.command("score")
@click.argument("key", type=_PATH)
@click.argument("filled", nargs=-1, required=True, type=_PATH)
@explained
def score(key: Path, filled: tuple[Path, ...]) -> None:
    """Hold FILLED sheets against Heard's KEY, and against each other."""
    from analysis.bench.reader_agreement import agreement
    from analysis.bench.readers import read_codes

    heard = read_codes(key)
    readers = {sheet: read_codes(sheet) for sheet in filled}
    for one, codes in readers.items():
        click.echo(f"{one.name} and Heard: {agreement(heard, codes).in_words()}")
    for one, other in combinations(readers, 2):
        click.echo(f"{one.name} and {other.name}: {agreement(readers[one], readers[other]).in_words()}")
