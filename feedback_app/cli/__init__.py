"""The command `heard`: each command delegates to a use case."""

from __future__ import annotations

import sys

import click

from analysis import cli as analysis_commands
from analysis.errors import AnalysisError
from analysis.training_command import standards_commands
from feedback_app.cli import areas, openings, server, staff, waves
from feedback_app.cli.bench import web as bench_web
from feedback_app.cli.labels import labels_commands
from feedback_app.cli.scores import scores_commands
from feedback_app.cli.standards import relate, related
from feedback_app.cli.strategies import strategies_commands
from feedback_app.cli.surveys import surveys_commands
from feedback_app.cli.translations import translations_commands
from feedback_app.cli.workshops import workshops_commands
from feedback_app.errors import HeardError
from surveys import SurveyError


class Heard(click.Group):
    """The commands; a mistake that we can explain is one line, never a trace."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except (HeardError, AnalysisError, SurveyError) as problem:
            raise click.ClickException(str(problem)) from problem


@click.group(cls=Heard)
@click.version_option(package_name="heard")
def heard() -> None:
    """Ask children, young people and parent carers what support is like, and bring back what was done."""


for command in (
    *analysis_commands.COMMANDS,
    *server.COMMANDS,
    areas.areas_commands,
    staff.staff_commands,
    waves.waves_commands,
    openings.openings_commands,
    surveys_commands,
    strategies_commands,
    translations_commands,
    workshops_commands,
    scores_commands,
):
    heard.add_command(command)

analysis_commands.bench.add_command(bench_web)
standards_commands.add_command(labels_commands)
standards_commands.add_command(relate)
standards_commands.add_command(related)


def main() -> None:
    sys.exit(heard())
