"""`heard strategies`: check strategies, and list them with their sets."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from analysis.errors import AnalysisError
from analysis.published import load_published_results
from analysis.strategy import Strategy, load_strategies, load_strategy, read_strategy


@click.group("strategies")
def strategies_commands() -> None:
    """Check and list the strategies that comments are read against."""


@strategies_commands.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
def check(files: tuple[Path, ...]) -> None:
    """Check strategies: FILES, or those that come with Heard, and the figures published with them.

    Ends with 1 when anything must be changed, and says what and where.
    """
    problems = [problem for file in files if (problem := _problem(file))]
    for problem in problems:
        click.echo(problem, err=True)
    if problems:
        raise SystemExit(1)
    number = len(files) or _check_our_own()
    click.echo(f"Nothing to change in {number} {'strategy' if number == 1 else 'strategies'}.")


@strategies_commands.command("list")
@click.argument("area", required=False)
def list_strategies(area: str | None) -> None:
    """List the strategies, or the sets of one AREA: id, kind, how many standards, status, name."""
    with _explained():
        if area:
            _list_sets(load_strategy(area))
            return
        strategies = load_strategies()
    width = max(len(strategy.area) for strategy in strategies)
    for strategy in strategies:
        size = f"{len(strategy.sets):>2} sets {len(strategy.standards):>3} standards"
        click.echo(
            f"{strategy.area:<{width}}  v{strategy.version}  {size}  {_marked(strategy.title, strategy.shown_status)}"
        )


def _list_sets(strategy: Strategy) -> None:
    click.echo(_marked(strategy.title, strategy.shown_status))
    width = max(len(one.id) for one in strategy.sets)
    for one in strategy.sets:
        click.echo(f"{one.id:<{width}}  {one.kind:<9}  {len(one.standards):>3}  {_marked(one.name, one.shown_status)}")


def _marked(name: str, status: str) -> str:
    return f"{name} ({status})" if status else name


def _check_our_own() -> int:
    with _explained():
        strategies = load_strategies()
        for strategy in strategies:
            load_published_results(strategy.area)
    return len(strategies)


def _problem(file: Path) -> str:
    """What must be changed in a file; empty when nothing must."""
    try:
        read_strategy(file)
    except AnalysisError as problem:
        return str(problem)
    return ""


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except AnalysisError as problem:
        raise click.ClickException(str(problem)) from None
