"""`heard standards labels`: a council takes along what its people said of promises, and brings such a file in."""

from __future__ import annotations

from pathlib import Path

import click

from feedback_app.cli.files import write_new
from feedback_app.cli.inside import in_app
from feedback_app.label_files import bring_labels, labels_to_take, take_labels

MOST_BYTES = 32_000_000  # a label for each promise of ten thousand comments or more

PATH = click.Path(path_type=Path)


@click.group("labels")
def labels_commands() -> None:
    """What an area's people said of words and promises."""


@labels_commands.command("export")
@click.argument("area")
@click.argument("file", type=PATH)
@in_app
def export(area: str, file: Path) -> None:
    """Write AREA's labels to FILE: of words that were released as quotations, and no others."""
    count = len(labels_to_take(area))
    write_new(file, take_labels(area, staff_id=None).encode())
    click.echo(f"{count:,} labels are in {file}. Their words were released one by one as quotations.")


@labels_commands.command("import")
@click.argument("area")
@click.argument("file", type=PATH)
@in_app
def import_(area: str, file: Path) -> None:
    """Keep the labels of FILE in AREA, all or none; each that is wrong is named by its number, with the reason."""
    try:
        if file.stat().st_size > MOST_BYTES:
            raise click.ClickException(f"{file}: a file of labels has {MOST_BYTES // 1_000_000} MB at most; split it")
        text = file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise click.ClickException(f"{file}: cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise click.ClickException(f"{file}: is not UTF-8; give a file that Heard wrote") from None
    brought = bring_labels(area, text, source=str(file), staff_id=None)
    click.echo(f"{brought.new:,} labels were kept, {brought.known:,} were here already. The next analysis uses them.")
