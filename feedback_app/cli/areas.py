"""`heard areas`: the councils and partnerships that own data here."""

from __future__ import annotations

import click

from feedback_app import asking
from feedback_app.cli.inside import in_app


@click.group("areas")
def areas_commands() -> None:
    """The councils and partnerships that own data here."""


@areas_commands.command("add")
@click.argument("area")
@click.argument("name")
@click.option("--asked-by", required=True, help="Who asks, in words: 'Wexcombe Council and the NHS'.")
@click.option("--example", is_flag=True, help="An invented area: no other kind may open a wave yet.")
@in_app
def add(area: str, name: str, asked_by: str, *, example: bool) -> None:
    """Add AREA (its short name in addresses) called NAME."""
    asking.add_area(area, name, asked_by, example=example)
    click.echo(f"Added {name}.")


@areas_commands.command("list")
@in_app
def list_() -> None:
    """List the areas."""
    for row in asking.every_area():
        click.echo(f"{row.slug}\t{row.name}{' (invented example)' if row.example else ''}")
