"""`heard strategies`: check strategies, list them with their sets, and show every word of one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from analysis.errors import AnalysisError
from analysis.published import load_published_results
from analysis.strategy import Strategy, choose_sets, load_strategies, load_strategy, read_strategy
from analysis.strategy_left_out import points_in, points_left_out
from analysis.strategy_review import review
from analysis.strategy_source import SourceText, not_in_source
from feedback_app.cli.strategy_words import marked, words_of
from feedback_app.config import read_settings

_FOLDER = click.option(
    "--strategies",
    "folder",
    type=click.Path(path_type=Path),
    help="A folder of your own strategies (AREA.toml); `strategies` in the instance folder unless told.",
)


@click.group("strategies")
def strategies_commands() -> None:
    """Check, list and show the strategies that comments are read against."""


@strategies_commands.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--source",
    type=click.Path(path_type=Path),
    help="The strategy’s own text, as TXT: every name must stand in it. With one FILE only.",
)
def check(files: tuple[Path, ...], source: Path | None) -> None:
    """Check strategies: FILES, or those that are known, and the figures published with them.

    Ends with 1 when anything must be changed, and says what and where.
    """
    if source and len(files) != 1:
        raise click.ClickException("--source is the text of one strategy: give one FILE with it")
    text = SourceText(_text_of(source)) if source else None
    read = {file.name: _read(file) for file in files} if files else _all_known()
    problems = [line for name, strategy in read.items() for line in _problems(name, strategy, text)]
    for problem in problems:
        click.echo(problem, err=True)
    if problems:
        raise SystemExit(1)
    click.echo(f"Nothing to change in {len(read)} {'strategy' if len(read) == 1 else 'strategies'}.")


@strategies_commands.command("list")
@click.argument("area", required=False)
@_FOLDER
def list_strategies(area: str | None, folder: Path | None) -> None:
    """List the strategies, or the sets of one AREA: id, kind, how many standards, status, name."""
    folder = folder or read_settings().strategies
    with _explained():
        if area:
            _list_sets(load_strategy(area, folder))
            return
        strategies = load_strategies(folder)
    width = max(len(strategy.area) for strategy in strategies)
    for strategy in strategies:
        size = f"{len(strategy.sets):>2} sets {len(strategy.standards):>3} standards"
        click.echo(
            f"{strategy.area:<{width}}  v{strategy.version}  {size}  {marked(strategy.title, strategy.shown_status)}"
        )


@strategies_commands.command()
@click.argument("area")
@_FOLDER
def show(area: str, folder: Path | None) -> None:
    """Print every word of AREA's strategy, or of one set as AREA/SET, and who wrote it."""
    name, _, set_id = area.partition("/")
    with _explained():
        strategy = load_strategy(name, folder or read_settings().strategies)
        sets = choose_sets([strategy], [area])[0].sets if set_id else strategy.sets
    for line in words_of(strategy, sets, whole=not set_id):
        click.echo(line)


@strategies_commands.command("left-out")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--source", type=click.Path(path_type=Path), required=True, help="The strategy’s own text, as TXT.")
def left_out(file: Path, source: Path) -> None:
    """Print the points of a strategy's text that no name in FILE has, line by line, to look through.

    Points are what begins with a bullet or a number, and the cells of tables. Many of them belong in no file.
    """
    with _explained():
        strategy = read_strategy(file)
    text = _text_of(source)
    points = list(points_left_out(strategy, text))
    for line, words in points:
        click.echo(f"line {line}: {words}")
    number = sum(1 for _ in points_in(text))
    click.echo(f"{len(points)} of {number} points of the text are in {file.name} under no name.")


def _list_sets(strategy: Strategy) -> None:
    click.echo(marked(strategy.title, strategy.shown_status))
    width = max(len(one.id) for one in strategy.sets)
    for one in strategy.sets:
        click.echo(f"{one.id:<{width}}  {one.kind:<9}  {len(one.standards):>3}  {marked(one.name, one.shown_status)}")


def _all_known() -> dict[str, Strategy | str]:
    """Every strategy that is known, by the name of its file."""
    with _explained():
        strategies = load_strategies(read_settings().strategies)
        for strategy in strategies:
            load_published_results(strategy.area)
    return {f"{strategy.area}.toml": strategy for strategy in strategies}


def _read(file: Path) -> Strategy | str:
    """The strategy, or what must be changed before it is one."""
    try:
        return read_strategy(file)
    except AnalysisError as problem:
        return str(problem)


def _problems(name: str, strategy: Strategy | str, source: SourceText | None) -> Iterator[str]:
    if isinstance(strategy, str):
        yield strategy
        return
    from feedback_app.readability.strategies import hard_to_read  # hyphenation is loaded for this command alone

    for found in (review(strategy), hard_to_read(strategy), not_in_source(strategy, source) if source else ()):
        yield from (f"{name}, {problem}" for problem in found)


def _text_of(source: Path) -> str:
    try:
        return source.read_text("utf-8-sig")
    except FileNotFoundError:
        raise click.ClickException(f"{source}: there is no such file") from None
    except (OSError, UnicodeDecodeError):
        raise click.ClickException(f"{source}: cannot be read as text in UTF-8; save the PDF’s text as TXT") from None


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except AnalysisError as problem:
        raise click.ClickException(str(problem)) from None
