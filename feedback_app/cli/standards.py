"""`heard standards relate`: what a named person says of two standards. The rest of the group is `analysis`'s."""

from __future__ import annotations

import click

from feedback_app import relating
from feedback_app.cli.inside import in_app


@click.command()
@click.argument("area")
@click.argument("wave")
@click.argument("one")
@click.argument("other")
@click.option("--same/--not-same", required=True, help="Whether they are about the same.")
@click.option("--by", required=True, help="Whose decision it is: a member of staff by name.")
@click.option("--why", default="", help="Their reason, in a sentence.")
@in_app
def relate(area: str, wave: str, one: str, other: str, *, same: bool, by: str, why: str) -> None:
    """Say whether ONE and OTHER (AREA/SET/STANDARD each) of WAVE are about the same."""
    relating.decide(area, wave, one, other, are_related=same, staff_id=relating.staff_named(by), why=why)
    click.echo("Kept. It stands in the next edition of the report.")
