"""`heard staff`: who may do what in which area."""

from __future__ import annotations

import click

from feedback_app import people
from feedback_app.cli.inside import in_app
from feedback_app.cli.links import address


@click.group("staff")
def staff_commands() -> None:
    """Who may do what in which area."""


@staff_commands.command("add")
@click.argument("area")
@click.argument("name")
@click.argument("role", type=click.Choice(people.ROLES))
@click.option("--same-person", is_flag=True, help="NAME is on the list: give the same person one more role.")
@in_app
def add(area: str, name: str, role: str, *, same_person: bool) -> None:
    """Give NAME a ROLE in AREA and print a link that lets them in once."""
    click.echo(address(people.make_link(people.add_staff(area, name, role, same_person=same_person))))


@staff_commands.command("link")
@click.argument("name")
@in_app
def link(name: str) -> None:
    """Print a new link for NAME, who is on the list already."""
    click.echo(address(people.make_link(people.staff_named(name))))


@staff_commands.command("list")
@click.argument("area")
@in_app
def list_(area: str) -> None:
    """List who may do what in AREA."""
    for name, role in people.staff_of(area):
        click.echo(f"{name}\t{role}")


@staff_commands.command("remove")
@click.argument("name")
@in_app
def remove(name: str) -> None:
    """End NAME's roles, links and sessions at once."""
    people.remove_staff(name)
    click.echo(f"{name} can no longer come in.")
