"""`heard workshops`: the plans from which a workshop starts."""

from __future__ import annotations

from pathlib import Path

import click

from feedback_app.workshops.plan_checks import problems
from feedback_app.workshops.plans import load_plans, read_plan


@click.group("workshops")
def workshops_commands() -> None:
    """The plans from which a workshop starts: timed steps, scripts and roles."""


@workshops_commands.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
def check(files: tuple[Path, ...]) -> None:
    """Check plans: FILES, or those that come with Heard.

    Ends with 1 when anything must be changed, and says what and where.
    """
    read = {file.name: read_plan(file) for file in files} if files else {one.id: one for one in load_plans()}
    found = [f"{name}: {line}" for name, plan in read.items() for line in problems(plan)]
    for line in found:
        click.echo(line, err=True)
    if found:
        raise SystemExit(1)
    click.echo(f"Nothing to change in {len(read)} {'plan' if len(read) == 1 else 'plans'}.")


@workshops_commands.command("list")
def list_() -> None:
    """List the plans: id, version, minutes, slack, steps, title."""
    for plan in load_plans():
        times = f"{plan.minutes:>3} min, {plan.slack:>2} slack, {len(plan.steps):>2} steps"
        click.echo(f"{plan.id:<24}  v{plan.version}  {times}  {plan.title}")
