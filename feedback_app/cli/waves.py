"""`heard waves`: making, closing, analysing and releasing one time of asking."""

from __future__ import annotations

import datetime as dt

import click

from feedback_app import asking, publishing
from feedback_app.cli.inside import in_app

DAY = click.DateTime(["%Y-%m-%d"])


@click.group("waves")
def waves_commands() -> None:
    """One time of asking in one area about one subject."""


@waves_commands.command("make")
@click.argument("area")
@click.argument("wave")
@click.option("--title", required=True, help="What the report will be called.")
@click.option("--subject", required=True, help="What it is about, in a few words.")
@click.option("--strategy", "strategies", multiple=True, required=True, help="AREA or AREA/SET; may be given again.")
@click.option("--opens", type=DAY, help="The first day of asking; today unless told.")
@click.option("--decision", type=DAY, help="When a decision will be made.")
@click.option("--reply-by", type=DAY, help="When people will have a reply.")
@in_app
def make(
    area: str,
    wave: str,
    title: str,
    subject: str,
    strategies: tuple[str, ...],
    opens: dt.datetime | None,
    decision: dt.datetime | None,
    reply_by: dt.datetime | None,
) -> None:
    """Make WAVE (its short name in addresses) in AREA."""
    asking.make_wave(
        area,
        wave,
        title,
        subject,
        strategy_sets=strategies,
        opens_on=_day(opens),
        decision_on=_day(decision),
        reply_by=_day(reply_by),
    )
    click.echo(f"Made {wave}. Open surveys in it with `heard openings open`.")


@waves_commands.command("list")
@click.argument("area")
@in_app
def list_(area: str) -> None:
    """List the waves of AREA."""
    for row in asking.waves_of(area):
        click.echo(f"{row.slug}\t{row.title}\t{'closed ' + str(row.closed_on) if row.closed_on else 'open'}")


@waves_commands.command("close")
@click.argument("area")
@click.argument("wave")
@in_app
def close(area: str, wave: str) -> None:
    """Close WAVE to answers; the worker then analyses it."""
    asking.close_wave(area, wave)
    click.echo(f"{wave} is closed. The worker analyses it next.")


@waves_commands.command("release")
@click.argument("area")
@click.argument("wave")
@in_app
def release(area: str, wave: str) -> None:
    """Ask the worker to write WAVE's next evidence pack, with the quotations that were released."""
    publishing.release_pack(area, wave, staff_id=None)
    click.echo("The worker writes the evidence pack next. It cannot be recalled once it is given out.")


def _day(given: dt.datetime | None) -> dt.date | None:
    return given.date() if given else None
