"""`heard analyse`, `heard concerns check`, `heard redact` and `heard bench`: analysis without the app."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import click

from analysis.agreement_command import agreement
from analysis.bench.codebook_command import bench_codebook
from analysis.bench.commands import bench_themes
from analysis.bench.reader_commands import bench_readers
from analysis.bench.sentiment_command import bench_sentiment
from analysis.bench.standards_command import bench_standards
from analysis.crosswalk_commands import crosswalk, moved
from analysis.explained import explained
from analysis.outputs import not_over, write_csv
from analysis.progress import StepBar
from analysis.reading import Columns, FileWrong, read_rows, read_voices
from analysis.training_command import standards_commands
from analysis.voices import Voices

PATH: Final = click.Path(path_type=Path)
ABOUT: Final[Mapping[str, str]] = {
    "title": "What people said",
    "made_by": "heard analyse",
    "quotes": "release: not checked. Nobody has released these quotes; a person reads each before it is shown.",
}


@click.command()
@click.argument("file", type=PATH)
@click.option("--text-column", required=True, help="The column that holds the comments.")
@click.option("--id-column", help="The column that holds each comment's id. Without it: the row, from 1.")
@click.option("--group-column", help="The column that says which group wrote it (young people, parent carers).")
@click.option("--respondent-column", help="The column that says who wrote it. Without it each row is one respondent.")
@click.option("--question-column", help="The column that holds the question it answers.")
@click.option(
    "--strategy", multiple=True, metavar="AREA[/SET]", help="What to hold the comments against; may be repeated."
)
@click.option("--strategies", "folder", type=PATH, help="A folder of strategies of your own, AREA.toml each.")
@click.option("--out", type=PATH, help="The evidence pack. Without it: the file's name with .pack.db, in this folder.")
@click.option("--assignments", type=PATH, help="A CSV of every segment with its theme, standards and sentiment.")
@click.option("--themes", type=click.IntRange(1, 200), help="How many themes; the nearest number that is there.")
@click.option("--random-state", type=click.IntRange(0), default=0, show_default=True, help="Same seed, same themes.")
@click.option("--labels", type=PATH, help="What people said of words and standards (JSON): every one of them teaches.")
@click.option("--codebook", type=PATH, help="What --codebook-out wrote of the wave before: its themes are recognised.")
@click.option("--codebook-out", type=PATH, help="A JSON file of the themes, for the next wave; no comments in it.")
@click.option("--wave", help="What this wave is called in it. Without it: the file's name.")
@explained
def analyse(
    file: Path,
    text_column: str,
    id_column: str | None,
    group_column: str | None,
    respondent_column: str | None,
    question_column: str | None,
    strategy: tuple[str, ...],
    folder: Path | None,
    out: Path | None,
    assignments: Path | None,
    themes: int | None,
    random_state: int,
    labels: Path | None,
    codebook: Path | None,
    codebook_out: Path | None,
    wave: str | None,
) -> None:
    """Find themes in the comments of a CSV or XLSX FILE, and write an evidence pack."""
    out = out or Path(f"{file.stem}.pack.db")
    not_over(file, out, assignments, codebook_out)
    for given in (codebook, labels):
        if given:
            not_over(given, out, assignments, codebook_out)
    columns = Columns(text_column, id_column, group_column, respondent_column, question_column)
    with StepBar() as steps:
        steps.begin("loading")
        from analysis.assignments import write_assignments
        from analysis.codebook import codebook_of
        from analysis.codebook_file import read_codebook, write_codebook
        from analysis.evidence import write_evidence
        from analysis.pipeline import analyse as analyse_voices
        from analysis.standard_labels_file import read_labels
        from analysis.strategy import choose_sets, load_strategies
        from analysis.summary import summary

        strategies = choose_sets(load_strategies(folder), strategy) if strategy else ()
        known = read_codebook(codebook) if codebook else None
        taught = read_labels(labels) if labels else ()
        voices = _in_wave(read_voices(file, columns), wave or file.stem)
        concerning = _concerning(voices)
        findings = analyse_voices(
            _unquoted(voices, concerning),
            strategies,
            themes=themes,
            unnamed=concerning,
            codebook=known,
            labels=taught,
            random_state=random_state,
            progress=steps.begin,
        )
        steps.begin("writing")
        write_evidence(findings, out, about=ABOUT)
        if assignments:
            write_assignments(findings, assignments)
        if codebook_out:
            write_codebook(codebook_of(findings, known), codebook_out)
    for line in summary(findings):
        click.echo(line)
    if concerning:
        click.echo(f"{len(concerning)} comments may be a concern and are not quoted: see `heard concerns check`.")
    if labels:
        standards = {standard.id for strategy in strategies for standard in strategy.standards}
        used = sum(label.standard in standards for label in taught)
        click.echo(f"Labels: {used:,} of {len(taught):,} are of the standards that were chosen, and taught them")
    click.echo(f"Evidence pack: {out} (its quotes are not checked)")
    if assignments:
        click.echo(f"Assignments: {assignments} (words as they came in: for the owner of the file only)")
    if codebook_out:
        click.echo(f"Codebook: {codebook_out} (for the next wave, with --codebook)")


@click.group()
def concerns() -> None:
    """Comments that may mean that somebody is at risk."""


@concerns.command()
@click.argument("file", type=PATH)
@click.option("--text-column", required=True, help="The column that holds the comments.")
@click.option("--out", type=PATH, required=True, help="A CSV of the rows that a person should read.")
@explained
def check(file: Path, text_column: str, out: Path) -> None:
    """Run the concern rules over the comments of a FILE. They point; a person decides."""
    from analysis.concerns import rules_found, worst

    not_over(file, out)
    levels: Counter[str] = Counter()
    rows = []
    for number, (_, comment) in enumerate(read_rows(file, Columns(text_column)), start=1):
        found = rules_found(comment.words)
        if found:
            level = worst(found)
            levels[level] += 1
            rows.append((number, level, "|".join(dict.fromkeys(one.category for one in found)), comment.words))
    write_csv(out, ("row", "level", "categories", "words"), rows)
    click.echo(", ".join(f"{levels[level]} {level}" for level in ("red", "amber", "review")))
    click.echo(f"{out}: give it to the safeguarding lead only. No row here does not mean that nobody is at risk.")


@click.command()
@click.argument("file", type=PATH)
@click.option("--text-column", required=True, help="The column that holds the comments.")
@click.option("--out", type=PATH, required=True, help="A CSV with every column of the file and one more, redacted.")
@click.option("--place", "places", multiple=True, help="A town or village to redact too; may be repeated.")
@explained
def redact(file: Path, text_column: str, out: Path, places: tuple[str, ...]) -> None:
    """Replace names, schools, numbers and addresses in the comments of a FILE, as far as rules reach."""
    from analysis.redaction import redact as redact_words

    not_over(file, out)
    rows = read_rows(file, Columns(text_column))
    heading = [name for name in rows[0][0] if name]
    if "redacted" in heading:
        raise FileWrong(f"{file}: there is a column 'redacted' already; rename it")
    written = []
    changed = 0
    for row, comment in rows:
        redaction = redact_words(comment.words, places=places)
        changed += bool(redaction.found)
        written.append([*(row[name] for name in heading), redaction.words])
    write_csv(out, [*heading, "redacted"], written)
    click.echo(f"{changed} of {len(rows)} comments changed: {out}. Rules miss some; a person reads before it is shown.")


@click.group()
def bench() -> None:
    """Measure how well, how fast and in how much memory."""


@bench.command("analyse")
@click.option("--rows", type=click.IntRange(1), default=10_000, show_default=True, help="How many comments.")
@click.option("--data", type=PATH, help="A file whose comments are used, again and again if need be.")
@click.option("--text-column", default="text", show_default=True, help="The column that holds the comments.")
@click.option("--json", "json_out", type=PATH, help="Where to write the measurements.")
@explained
def bench_analyse(rows: int, data: Path | None, text_column: str, json_out: Path | None) -> None:
    """Time a whole analysis, pack included, on invented or given comments."""
    from analysis.bench.whole import measure

    measured = measure(rows, data, text_column)
    if json_out:
        measured.write(json_out)
    click.echo(measured.in_words())


bench.add_command(bench_themes)
bench.add_command(bench_codebook)
bench.add_command(bench_readers)
bench.add_command(bench_sentiment)
bench.add_command(bench_standards)

standards_commands.add_command(crosswalk)
standards_commands.add_command(moved)

COMMANDS: Final[Sequence[click.Command]] = (analyse, agreement, concerns, redact, standards_commands, bench)


def _concerning(voices: Voices) -> frozenset[str]:
    """Ids of comments that the concern rules point at. Outside the app nobody holds them, so at least no word of
    theirs is quoted or names a theme.
    """
    from analysis.concerns import rules_found

    return frozenset(comment.id for comment in voices.comments if rules_found(comment.words))


def _unquoted(voices: Voices, ids: frozenset[str]) -> Voices:
    comments = (replace(comment, quotable=False) if comment.id in ids else comment for comment in voices.comments)
    return replace(voices, comments=tuple(comments))


def _in_wave(voices: Voices, wave: str) -> Voices:
    return replace(voices, comments=tuple(replace(comment, wave=wave) for comment in voices.comments))
