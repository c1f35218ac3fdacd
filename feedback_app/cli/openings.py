"""`heard openings`: one survey open to one audience between two dates."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from feedback_app import asking
from feedback_app.cli.files import write_new
from feedback_app.cli.inside import in_app
from feedback_app.cli.links import address
from feedback_app.cli.waves import DAY
from feedback_app.printing import Layer, print_opening
from feedback_app.unanswered import reasons_of


@click.group("openings")
def openings_commands() -> None:
    """One survey open to one audience between two dates."""


@openings_commands.command("open")
@click.argument("area")
@click.argument("wave")
@click.argument("survey")
@click.argument("audience")
@click.option("--closes", type=DAY, required=True, help="The last day of answering.")
@click.option("--opens", type=DAY, help="The first day of answering; today unless told.")
@click.option("--channel", type=click.Choice(asking.CHANNELS), default="link", show_default=True)
@in_app
def open_(
    area: str,
    wave: str,
    survey: str,
    audience: str,
    closes: dt.datetime,
    opens: dt.datetime | None,
    channel: str,
) -> None:
    """Open SURVEY to AUDIENCE in WAVE of AREA and print its short link and code."""
    code = asking.open_survey(
        area,
        wave,
        survey,
        audience,
        opens_on=opens.date() if opens else None,
        closes_on=closes.date(),
        channel=channel,
    )
    click.echo(f"{address('/' + code)}\tcode {code}")


@openings_commands.command("list")
@click.argument("area")
@in_app
def list_(area: str) -> None:
    """List the openings of AREA."""
    for row in asking.openings_of(area):
        state = f"closed {row.closed_on}: {row.closed_why}" if row.closed_on else f"until {row.closes_on}"
        click.echo(f"{row.code}\t{row.survey_title}\t{row.audience}\t{row.wave_slug}\t{state}")


@openings_commands.command("unclear")
@click.argument("code")
@in_app
def unclear(code: str) -> None:
    """List which questions of an opening people did not understand, by how they were read."""
    found = reasons_of(asking.find_opening(code).area_slug, code)
    click.echo(f"{found.title}, version {found.version}: {found.audience}")
    for one in found.questions:
        if "not_understood" in one.people:
            click.echo(f"{one.question}\t{one.layer}\t{one.language}\t{one.shown('not_understood')}\t{one.words}")


@openings_commands.command("close")
@click.argument("code")
@in_app
def close(code: str) -> None:
    """Close the opening with CODE now; what was answered stays."""
    asking.close_opening(code)
    click.echo("Closed.")


@openings_commands.command("print")
@click.argument("code")
@click.option(
    "--layer", type=click.Choice(["words", "easy", "pictures"]), default="words", help="Easy read, or pictures."
)
@click.option("--large", is_flag=True, help="Large print.")
@click.option("--out", required=True, type=click.Path(path_type=Path, dir_okay=False), help="The .pdf file to write.")
@in_app
def print_(code: str, layer: Layer, large: bool, out: Path) -> None:
    """Print the opening with CODE as sheets of paper: a PDF, written to PDF/UA-1."""
    opening = asking.find_opening(code)
    write_new(out, print_opening(opening, large=large, layer=layer, address=address(f"/{opening.code}")))
    click.echo(f"Written: {out}.")
