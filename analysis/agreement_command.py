"""`heard agreement`: how far people agree who labelled the same comments alone, wherever they did it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from analysis.explained import explained
from analysis.outputs import not_over

PATH: Final = click.Path(path_type=Path)


@click.command()
@click.argument("file", type=PATH)
@click.option("--unit-column", default="unit", show_default=True, help="The column that says which comment it is.")
@click.option("--coder-column", default="coder", show_default=True, help="The column that says who labelled it.")
@click.option("--label-column", default="label", show_default=True, help="The column that holds the label.")
@click.option("--parted-by", default=";", show_default=True, help="What stands between two labels in one cell.")
@click.option("--random-state", type=click.IntRange(0), default=0, show_default=True, help="Same seed, same intervals.")
@click.option("--json", "json_out", type=PATH, help="Where to write the figures.")
@explained
def agreement(
    file: Path,
    unit_column: str,
    coder_column: str,
    label_column: str,
    parted_by: str,
    random_state: int,
    json_out: Path | None,
) -> None:
    """Compare the coders of a CSV or XLSX FILE: Krippendorff's alpha, Cohen's kappa, and where they say little.

    A row for each label that a coder gave to a comment; an empty label says that they chose none. A coder who has no
    row for a comment did not look at it.
    """
    not_over(file, json_out)
    from analysis.agreement import agreement as compare_coders
    from analysis.agreement_file import write_agreement
    from analysis.agreement_words import lines
    from analysis.coder_file import CoderColumns, read_codings

    columns = CoderColumns(unit_column, coder_column, label_column, parted_by)
    compared = compare_coders(read_codings(file, columns), random_state=random_state)
    if json_out:
        write_agreement(compared, json_out)
    for line in lines(compared):
        click.echo(line)
