"""`heard bench codebook`: whether decisions about one half of some comments make the next half's themes better."""

from __future__ import annotations

from pathlib import Path

import click

from analysis.bench.commands import FOLDER, PATH, SPLIT
from analysis.bench.labelled_sets import Split, choose_sets
from analysis.explained import explained

SETS = "student_feedback_4w,polis_civic,nhs_fft_v6_single,nhsx_strategy,banking77"


@click.command("codebook")
@click.option("--data", type=FOLDER, required=True, help="The folder of the labelled sets, each a CSV.")
@click.option("--sets", default=SETS, show_default=True, help="Names of sets with commas between them.")
@click.option("--size", type=click.IntRange(50), default=600, show_default=True, help="Comments in each half.")
@click.option("--seeds", type=click.IntRange(1), default=3, show_default=True, help="How many draws of each set.")
@click.option("--decisions", type=click.IntRange(1), default=30, show_default=True, help="How many are made.")
@click.option("--split", type=SPLIT, default="judge", show_default=True, help="The half of each set to draw from.")
@click.option("--json", "json_out", type=PATH, help="Where to write the measurements.")
@explained
def bench_codebook(
    data: Path, sets: str, size: int, seeds: int, decisions: int, split: Split, json_out: Path | None
) -> None:
    """A simulated person who knows the labels decides about one half; the held-back half is then analysed."""
    from analysis.bench.codebook import Asked, run, table, write

    chosen = choose_sets(data, sets.split(","))
    for name in chosen.absent:
        click.echo(f"{name}.csv is not in {data}: left out")
    click.echo(
        f"Drawn from the half '{split}' of each set, {decisions} decisions. What it learns was chosen on 'tune'."
    )
    learned = []
    for one in run(Asked(data, chosen.there, size, seeds, decisions, split), lambda words: click.echo(words, err=True)):
        learned.append(one)
        if json_out:
            write(learned, json_out)
    for line in table(learned):
        click.echo(line)
