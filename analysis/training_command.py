"""`heard standards train`: what a council's own coded comments teach, and how surely."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from analysis.coded_file import Blank, CodedFile, Coding, in_rows, read_coded
from analysis.explained import explained
from analysis.outputs import not_over
from analysis.reading import FileWrong

if TYPE_CHECKING:
    from analysis.label_matching import Matched
    from analysis.training import Figures

PATH: Final = click.Path(path_type=Path)
_WIDE: Final = 42


@click.group("standards")
def standards_commands() -> None:
    """What people said of comments and standards."""


@standards_commands.command()
@click.argument("file", type=PATH)
@click.option("--text-column", required=True, help="The column that holds the comments.")
@click.option("--labels-column", default="", help="The column that holds the labels of each comment.")
@click.option("--parted-by", default=";", show_default=True, help="What stands between two labels in it.")
@click.option(
    "--label-column", "columns", multiple=True, help="Instead: a column of yes and no for one label; again for each."
)
@click.option(
    "--strategy", multiple=True, required=True, metavar="AREA[/SET]", help="Whose standards they are; may be repeated."
)
@click.option("--match", type=PATH, help="A CSV that says which label means which standard: columns label, standard.")
@click.option(
    "--blank",
    type=click.Choice(["not coded", "none"]),
    default="not coded",
    show_default=True,
    help="What a row without any label means.",
)
@click.option("--question-column", default="", help="The column that holds the question that each comment answers.")
@click.option("--service-column", default="", help="The column that names the service that it is about.")
@click.option("--place", "places", multiple=True, help="A town or village to redact too; may be repeated.")
@click.option("--by", default="coded file", show_default=True, help="Who coded: a role or a group, never a name.")
@click.option("--at", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day on which it was coded.")
@click.option(
    "--whole", is_flag=True, help="Figures of whole comments, as they were coded; else of their parts, as read."
)
@click.option("--out", type=PATH, required=True, help="Where to write the labels (JSON), redacted.")
@click.option("--json", "json_out", type=PATH, help="Where to write the figures.")
@explained
def train(
    file: Path,
    text_column: str,
    labels_column: str,
    parted_by: str,
    columns: tuple[str, ...],
    strategy: tuple[str, ...],
    match: Path | None,
    blank: str,
    question_column: str,
    service_column: str,
    places: tuple[str, ...],
    by: str,
    day: dt.datetime | None,
    out: Path,
    json_out: Path | None,
    *,
    whole: bool,
) -> None:
    """Learn from the coded comments of a CSV or XLSX FILE: figures by standard, and a file of labels.

    The figures are of comments that were not learnt from (five folds). The labels are for `heard analyse --labels` and
    for the app; they hold redacted words.
    """
    not_over(file, out, json_out)
    if match:
        not_over(match, out, json_out)
    _refuse_odd(parted_by, by, day)
    if bool(labels_column) == bool(columns):
        raise FileWrong(f"{file}: say where the labels are, with --labels-column or with --label-column for each")
    means: Blank = "none" if blank == "none" else "not coded"
    coding = Coding(text_column, labels_column, columns, parted_by, means, question_column, service_column)
    coded_file = read_coded(file, coding)

    from analysis.label_matching import match_labels, read_matches
    from analysis.standard_labels_file import write_labels
    from analysis.strategy import choose_sets, load_strategies
    from analysis.training import code, cross_validate, labels_from

    strategies = choose_sets(load_strategies(), strategy)
    standards = [standard for one in strategies for standard in one.standards]
    told = read_matches(match, standards) if match else None
    kept, concerning = _without_concerns(coded_file)
    if not kept.comments:
        raise FileWrong(f"{file}: every comment that is coded may be a concern; see `heard concerns check`")
    matched = match_labels((label for one in kept.comments for label in one.labels), standards, told)
    coded = code(kept.comments, strategies, matched.standards)
    labels = labels_from(coded, by=by, at=f"{day:%Y-%m-%d}" if day else "", places=places)
    figures = cross_validate(coded, labels, places=places, whole=whole)
    write_labels(labels, out)
    if json_out:
        _write_figures(figures, json_out)
    unmatched_only = sorted({one.row for one in kept.comments} - {one.row for one in coded.comments})
    for line in (
        *_read(coded_file, concerning, unmatched_only, len(coded.comments)),
        *_matches(matched, kept),
        *figure_lines(figures, whole=whole),
        f"Labels: {out} ({len(labels):,} labels of {len(coded.comments):,} comments). Rules redact, and miss some: a "
        "person reads them before they leave the area.",
    ):
        click.echo(line)


def _refuse_odd(parted_by: str, by: str, day: dt.datetime | None) -> None:
    """What would be refused later, when the labels are brought in, is refused before anything is reckoned."""
    from analysis.redaction import redact

    if not parted_by:
        raise FileWrong("--parted-by is empty; say what stands between two labels, as --parted-by ';'")
    if redact(by).found:
        raise FileWrong("--by looks like a person’s name; give a role or a group")
    if day is not None and day.date() > dt.datetime.now().astimezone().date():
        raise FileWrong(f"--at {day:%Y-%m-%d} has not come yet; give the day on which it was coded")


def _without_concerns(coded: CodedFile) -> tuple[CodedFile, tuple[int, ...]]:
    """A comment that may mean that somebody is at risk is for the safeguarding lead, not for a file of labels."""
    from analysis.concerns import rules_found

    concerning = tuple(one.row for one in coded.comments if rules_found(one.words))
    kept = tuple(one for one in coded.comments if one.row not in concerning)
    return CodedFile(kept, coded.without_words, coded.not_coded), concerning


def _read(coded: CodedFile, concerning: Sequence[int], unmatched: Sequence[int], learnt: int) -> Iterator[str]:
    """Every row of the file is in one of these lines."""
    yield f"{learnt:,} comments are learnt from."
    reasons = {
        "has no words|have no words": coded.without_words,
        "is not coded (--blank none says that it is)|are not coded (--blank none says that they are)": coded.not_coded,
        "may be a concern: see `heard concerns check`|may be concerns: see `heard concerns check`": concerning,
        "has only labels that mean no standard here|have only labels that mean no standard here": unmatched,
    }
    for words, rows in reasons.items():
        if rows:
            one, _, many = words.partition("|")
            yield f"{len(rows):,} left out, {in_rows(rows)}: {'it ' + one if len(rows) == 1 else 'they ' + many}."


def _matches(matched: Matched, coded: CodedFile) -> Iterator[str]:
    counts = Counter(label for one in coded.comments for label in one.labels)
    for label, near in matched.unmatched.items():
        hint = f" Is it {near}? Say so with --match." if near else ""
        yield f"“{label}” ({counts[label]:,}) is no standard here, and is not learnt from.{hint}"
    for label, standard in matched.standards.items():
        yield f"“{label}” ({counts[label]:,}): {standard or 'none of the standards, as --match says'}"


def figure_lines(figures: Figures, *, whole: bool = False) -> Iterator[str]:
    """The figures as a table, and what somebody should look at."""
    yield ""
    pieces = "in one piece" if whole else "split into its parts"
    yield f"On comments that were not learnt from ({figures.folds} folds; copies on one side; each {pieces}):"
    yield f"{'':{_WIDE}}{'examples':>9}{'precision':>11}{'recall':>8}{'F1':>7}{'95 %':>11}{'without':>9}"
    for one in figures.standards:
        between = f"{one.low:.2f}-{one.high:.2f}".replace("0.", ".")
        small = "  unreliable: fewer than 20 examples" if one.is_small else ""
        yield (
            f"{one.name[: _WIDE - 2]:{_WIDE}}{one.examples:>9,}{one.precision:>11.2f}{one.recall:>8.2f}{one.f1:>7.2f}"
            f"{between:>11}{one.f1_without:>9.2f}{small}"
        )
    between = f"{figures.low:.2f}-{figures.high:.2f}".replace("0.", ".")
    yield f"{'all (micro)':{_WIDE + 28}}{figures.micro_f1:>7.2f}{between:>11}{figures.micro_f1_without:>9.2f}"
    yield f"{'mean of standards (macro)':{_WIDE + 28}}{figures.macro_f1:>7.2f}{'':>11}{figures.macro_f1_without:>9.2f}"
    yield "95 %: between which 95 of 100 draws of these comments put it. without: F1 without these labels."
    if figures.micro_f1 < figures.micro_f1_without:
        yield "With these labels less is found than without them: look at how they were given before they are used."
    if figures.conflicts:
        yield f"Copies of one comment are coded differently in {in_rows(figures.conflicts)}: look at them again."
    yield ""


def _write_figures(figures: Figures, path: Path) -> None:
    try:
        path.write_text(json.dumps(figures.as_values(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    except OSError as error:
        raise FileWrong(f"{path}: cannot be written ({error.strerror}); choose another place with --json") from error
