"""`heard bench standards`: how well comments are mapped to standards, beside the peers."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from analysis.bench.labelled_sets import Split
from analysis.explained import explained

PATH: Final = click.Path(path_type=Path)
FOLDER: Final = click.Path(path_type=Path, exists=True, file_okay=False)
SPLIT: Final = click.Choice(["tune", "judge", "all"])


@click.command("standards")
@click.option("--data", type=FOLDER, required=True, help="The folder of the labelled sets, each a CSV.")
@click.option("--sets", help="Names of sets with commas between them. Without it: all of them.")
@click.option(
    "--split", type=SPLIT, default="judge", show_default=True, help="The half of each set of one label to map."
)
@click.option("--seeds", type=click.IntRange(0), default=3, show_default=True, help="How many draws for few labels.")
@click.option(
    "--pool", type=click.IntRange(150), default=1_200, show_default=True, help="Of how many rows few labels are chosen."
)
@click.option("--peers/--no-peers", default=True, help="Run BERTopic too; the first time it is installed.")
@click.option("--json", "json_out", type=PATH, help="Where to write the measurements.")
@explained
def bench_standards(
    data: Path, sets: str | None, split: Split, seeds: int, pool: int, json_out: Path | None, *, peers: bool
) -> None:
    """Hold mapping to standards against labels given by hand, beside keywords, cosines, BERTopic and an SVC."""
    from analysis.bench.peer_python import peer_python
    from analysis.bench.standard_tables import standard_tables
    from analysis.bench.standards import Asked, choose, run
    from analysis.bench.tables import verdicts
    from analysis.sentences import SentenceVectors

    there, absent = choose(data, sets.split(",") if sets else None)
    for name in absent:
        click.echo(f"{name}.csv is not in {data}: left out")
    python = peer_python() if peers and SentenceVectors.available() else None
    click.echo("With BERTopic on the same sentence vectors." if python else "Without BERTopic.")
    click.echo(f"Sets of one label: the half '{split}', by a hash of the text. The others: all rows.")
    result = None
    for result in run(Asked(data, there, split, seeds, pool, python), lambda words: click.echo(words, err=True)):
        if json_out:
            result.write(json_out)
    if result:
        for line in (*result.said, *standard_tables(result.measured, result.reliabilities), *verdicts(result.goals)):
            click.echo(line)
