"""`heard standards relate` and `related`: what people say of two standards. The rest of the group is `analysis`'s."""

from __future__ import annotations

from collections.abc import Mapping

import click

from analysis.related import Said
from feedback_app import relating
from feedback_app.cli.inside import in_app

SAYS: Mapping[str, Said] = {"same": "confirmed", "not-same": "refused", "take-back": "taken back"}


@click.command()
@click.argument("area")
@click.argument("one")
@click.argument("other")
@click.option(
    "--say",
    required=True,
    type=click.Choice(list(SAYS)),
    help="That they are about the same, that they are not, or that an earlier decision does not count any more.",
)
@click.option("--by", required=True, help="Whose decision it is: a member of staff by name.")
@click.option("--why", default="", help="Their reason, in a sentence.")
@in_app
def relate(area: str, one: str, other: str, *, say: str, by: str, why: str) -> None:
    """Say for AREA whether ONE and OTHER (AREA/SET/STANDARD each, of any two lists) are about the same."""
    relating.decide(area, one, other, said=SAYS[say], staff_id=relating.staff_named(by), why=why)
    click.echo("Kept. It stands in the next edition of the report.")


@click.command()
@click.argument("area")
@in_app
def related(area: str) -> None:
    """List what counts now about AREA's pairs of standards: both ids, confirmed or refused, who, when and why."""
    for one in relating.newest_of(area).values():
        click.echo("\t".join((one.one, one.other, one.said, one.who, one.day, " ".join(one.why.split()))))
