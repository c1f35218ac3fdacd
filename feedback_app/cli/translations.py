"""`heard translations`: drafts in other languages, and who says that respondents may read them."""

from __future__ import annotations

import click

from feedback_app import translating
from feedback_app.cli.inside import in_app


@click.group("translations")
def translations_commands() -> None:
    """Words in other languages. Nobody reads them before a named speaker has approved them."""


@translations_commands.command("list")
@click.argument("area")
@in_app
def list_(area: str) -> None:
    """List every part of every language for AREA: language, part, who approved exactly these words and when."""
    for draft in translating.drafts(area):
        said = f"approved by {draft.speaker} on {draft.approved_on}" if draft.speaker else "draft"
        click.echo(f"{draft.language}\t{draft.subject}\t{said}")


@translations_commands.command("show")
@click.argument("language")
@click.argument("part")
@in_app
def show(language: str, part: str) -> None:
    """Show PART of LANGUAGE beside its English: "pages", "common", or a survey as "young-person-11-25 1"."""
    for place, english, draft in translating.side_by_side(language, part):
        click.echo(f"{place}\t{english}\t{draft or '(missing)'}")


@translations_commands.command("approve")
@click.argument("area")
@click.argument("language")
@click.argument("part")
@click.option("--speaker", required=True, help="Who speaks the language and has read every word: a name.")
@in_app
def approve(area: str, language: str, part: str, *, speaker: str) -> None:
    """Let respondents of AREA read PART of LANGUAGE, exactly as it is now. Other words need another approval."""
    translating.approve(area, language, part, speaker)
    click.echo(f"Approved by {speaker}: {language} {part}.")


@translations_commands.command("withdraw")
@click.argument("area")
@click.argument("language")
@click.argument("part")
@in_app
def withdraw(area: str, language: str, part: str) -> None:
    """From now on nobody in AREA reads PART of LANGUAGE."""
    translating.withdraw(area, language, part)
    click.echo(f"Withdrawn: {language} {part}.")


@translations_commands.command("interpreter")
@click.argument("area")
@click.argument("language")
@click.argument("name")
@in_app
def interpreter(area: str, language: str, name: str) -> None:
    """Say that NAME puts into English what is written in LANGUAGE. Without anybody, its boxes take no words."""
    translating.name_interpreter(area, language, name)
    click.echo(f"{name} reads {language} in {area}." if name.strip() else f"Nobody reads {language} in {area} now.")
