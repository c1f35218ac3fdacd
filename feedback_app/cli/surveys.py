"""`heard surveys`: check definitions, list the library, read a survey through."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from feedback_app.cli.files import write_new
from feedback_app.cli.workbooks import read_workbook, write_workbook
from feedback_app.printing import Layer, SheetFor, print_sheet, translation_of
from surveys import SurveyError, load_about_you, load_library, load_survey, showable
from surveys.linking import as_csv, linked, side_by_side
from surveys.preview import preview as in_words
from surveys.shared import load_shared
from surveys.values import AUDIENCES
from surveys.xlsform import from_xlsform, to_xlsform


@click.group("surveys")
def surveys_commands() -> None:
    """Check, list and read survey definitions."""


@surveys_commands.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
def check(files: tuple[Path, ...]) -> None:
    """Check definitions: FILES, or the library that comes with Heard.

    Ends with 1 when anything must be changed, and says what and where.
    """
    if not files:
        with _explained():
            load_about_you()
            files_right = len(load_library())
    else:
        problems = [problem for file in files if (problem := _problem(file))]
        files_right = len(files) - len(problems)
        for problem in problems:
            click.echo(problem, err=True)
        if problems:
            raise SystemExit(1)
    click.echo(f"Nothing to change in {files_right} {'survey' if files_right == 1 else 'surveys'}.")


@surveys_commands.command("list")
def list_surveys() -> None:
    """List the library: id, version, status, whether a phone can show it yet, title."""
    with _explained():
        library = load_library()
    width = max(len(id) for id in library)
    for survey in library.values():
        shown = "not yet" if showable(survey) else "shown"
        click.echo(f"{survey.id:<{width}}  v{survey.version}  {survey.status:<9}  {shown:<7}  {survey.title}")


@surveys_commands.command()
@click.argument("survey_id", metavar="ID")
@click.option("--audience", help="Whose words to show, as parent_carer; the survey's first audience unless told.")
def preview(survey_id: str, audience: str | None) -> None:
    """Print a survey in words: ID is a library id, or a file ending in .toml."""
    with _explained():
        survey = load_survey(survey_id)
        click.echo(in_words(survey, audience))
    for problem in showable(survey):
        click.echo(f"Not on a phone yet: {problem}")


@surveys_commands.command("print")
@click.argument("survey_id", metavar="ID")
@click.option("--audience", help="Whose words to print, as parent_carer; the survey's first audience unless told.")
@click.option(
    "--layer", type=click.Choice(["words", "easy", "pictures"]), default="words", help="Easy read, or pictures."
)
@click.option("--language", default="en", help="As pl; anything but English is printed as a draft.")
@click.option("--large", is_flag=True, help="Large print.")
@click.option("--asked-by", default="", help="Who asks, as it stands on the sheet.")
@click.option("--give-back", default="", help="A sentence that says where the sheet goes.")
@click.option("--value", "values", multiple=True, metavar="NAME=WORDS", help="Words for a {variable}; again for more.")
@click.option("--out", required=True, type=click.Path(path_type=Path, dir_okay=False), help="The .pdf file to write.")
def print_(
    survey_id: str,
    audience: str | None,
    layer: Layer,
    language: str,
    large: bool,
    asked_by: str,
    give_back: str,
    values: tuple[str, ...],
    out: Path,
) -> None:
    """Print a survey as sheets of paper: a PDF, written to PDF/UA-1.

    ID is a library id, or a file ending in .toml. `heard openings print` prints one with its code and dates.
    """
    with _explained():
        survey = load_survey(survey_id)
        wanted = SheetFor(
            audience=audience or survey.audiences[0],
            large=large,
            layer=layer,
            language=language,
            asked_by=asked_by,
            give_back=give_back,
            values=dict(_value(words) for words in values),
        )
        pdf = print_sheet(survey, wanted)
    write_new(out, pdf)
    click.echo(f"Written: {out}.")


@surveys_commands.command("links")
@click.option("--family", default="plan_experience", help="Whose surveys; plan_experience unless told.")
@click.option("--csv", "wants_csv", is_flag=True, help="As rows for a spreadsheet.")
def show_links(family: str, wants_csv: bool) -> None:
    """Print the questions that ask different people the same thing, side by side, and who is not asked it."""
    with _explained():
        names = load_shared().wordings.links
        links = linked(survey for survey in load_library().values() if survey.family == family)
    if not links:
        raise click.ClickException(f"{family}: no survey of the library is of that family")
    click.echo(as_csv(links, names).rstrip() if wants_csv else side_by_side(links, names))


@surveys_commands.command("words")
@click.argument("survey_id", metavar="[ID]", required=False)
def measure_words(survey_id: str | None) -> None:
    """Say how easy the words are to read: of ID, a library id or a file ending in .toml, or of the whole library.

    A line for each audience and layer: the longest sentence in words, the school grade that it is read at and the
    highest that it may be, and what to reword. Ends with 1 when there is anything to reword.
    """
    from feedback_app.readability import read_through  # hyphenation is loaded for this command alone

    with _explained():
        surveys = [load_survey(survey_id)] if survey_id else list(load_library().values())
    measured = [one for survey in surveys for one in read_through(survey)]
    click.echo(f"{'survey':<34}{'audience':<20}{'layer':<7}{'longest':>7}  {'grade':>5}  {'most':>4}  hard words")
    for one in measured:
        numbers = f"{one.longest:>7}  {one.grade:>5.1f}  {one.most_grade:>4}"
        click.echo(f"{one.survey:<34}{one.audience:<20}{one.layer:<7}{numbers}  {', '.join(one.hard) or '-'}")
    problems = [f"{one.survey}, {one.audience}, {one.layer}: {line}" for one in measured for line in one.problems]
    for problem in problems:
        click.echo(problem, err=True)
    if problems:
        raise SystemExit(1)


@surveys_commands.command()
@click.argument("survey_id", metavar="ID")
@click.option("--out", required=True, type=click.Path(path_type=Path, dir_okay=False), help="The .xlsx file to write.")
@click.option("--audience", help="Whose words and questions to write, as parent_carer; everybody's unless told.")
@click.option("--language", "languages", multiple=True, help="One more language, as pl; may be given again.")
def export(survey_id: str, out: Path, audience: str | None, languages: tuple[str, ...]) -> None:
    """Write a survey as an XLSForm, which other tools read, and list what it cannot carry.

    ID is a library id, or a file ending in .toml.
    """
    with _explained():
        survey = load_survey(survey_id)
        translations = [translation_of(survey, language) for language in languages]
        exported = to_xlsform(survey, audience, translations=translations)
    write_workbook(out, exported.sheets)
    click.echo(f"Written: {out}. It does not carry:")
    for sentence in exported.not_carried:
        click.echo(f"- {sentence}")


@surveys_commands.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path, dir_okay=False), help="The .toml file to write.")
@click.option(
    "--audience",
    "audiences",
    multiple=True,
    type=click.Choice(AUDIENCES),
    help="Whom it is for, where the sheet settings does not say; may be given again.",
)
def import_survey(file: Path, out: Path, audiences: tuple[str, ...]) -> None:
    """Make a draft definition of an XLSForm, FILE, and list what it leaves out.

    Ends with 1 and writes nothing when anything must be changed first: it says which sheet, row and column.
    """
    if out.suffix != ".toml":
        raise click.ClickException(f"{out}: give a name that ends in .toml")
    with _explained():
        imported = from_xlsform(read_workbook(file), source=str(file), audiences=audiences)
    write_new(out, imported.definition.encode())
    click.echo(f"Written: {out}. {'Left out or changed:' if imported.left_out else 'Nothing was left out.'}")
    for sentence in imported.left_out:
        click.echo(f"- {sentence}")


def _value(words: str) -> tuple[str, str]:
    name, mark, value = words.partition("=")
    if not (name and mark and value):
        raise click.ClickException(f"{words}: write it as NAME=WORDS, as in area_name=Wexcombe")
    return name, value


def _problem(file: Path) -> str:
    """What must be changed in a file; empty when nothing must."""
    try:
        load_survey(file)
    except SurveyError as error:
        return str(error)
    return ""


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except SurveyError as error:
        raise click.ClickException(str(error)) from None
