"""Files that a command writes: never over one that is there."""

from __future__ import annotations

from pathlib import Path

import click


def write_new(out: Path, content: bytes) -> None:
    try:
        with out.open("xb") as written:
            written.write(content)
    except FileExistsError:
        raise click.ClickException(f"{out}: is there already: choose another name") from None
    except OSError as error:
        raise click.ClickException(f"{out}: cannot be written ({error.strerror}): choose another place") from None
