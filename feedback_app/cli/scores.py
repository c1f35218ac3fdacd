"""`heard scores`: the sheets with which young commissioners score."""

from __future__ import annotations

from pathlib import Path

import click

from feedback_app.reviewing.score_sheet_checks import problems
from feedback_app.reviewing.score_sheets import load_sheets, read_sheet


@click.group("scores")
def scores_commands() -> None:
    """The sheets with which young commissioners score a service, a visit, an interview or a bid."""


@scores_commands.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
def check(files: tuple[Path, ...]) -> None:
    """Check score sheets: FILES, or those that come with Heard.

    Ends with 1 when anything must be changed, and says what and where.
    """
    read = {file.name: read_sheet(file) for file in files} if files else {one.id: one for one in load_sheets()}
    found = [f"{name}: {line}" for name, sheet in read.items() for line in problems(sheet)]
    for line in found:
        click.echo(line, err=True)
    if found:
        raise SystemExit(1)
    click.echo(f"Nothing to change in {len(read)} {'sheet' if len(read) == 1 else 'sheets'}.")


@scores_commands.command("list")
def list_() -> None:
    """List the sheets: id, version, minutes, things asked, what is held against the area's promises, title."""
    promises = {"needed": "with promises", "offered": "promises too", "none": "own questions"}
    for sheet in load_sheets():
        asked = f"{sheet.minutes:>3} min, {len(sheet.criteria):>2} of its own, {promises[sheet.standards]:<13}"
        click.echo(f"{sheet.id:<22}  v{sheet.version}  {asked}  {sheet.title}")
