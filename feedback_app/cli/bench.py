"""`heard bench web`: what a respondent's pages cost a slow phone in poor signal."""

from __future__ import annotations

import os
from pathlib import Path

import click


@click.command("web")
@click.option("--runs", type=click.IntRange(1, 50), default=5, show_default=True, help="How many visits to each page.")
@click.option("--peers", is_flag=True, help="Measure SurveyJS too, from npm, in the same run.")
@click.option("--json", "json_out", type=click.Path(path_type=Path), help="Where to write the measurements.")
def web(runs: int, json_out: Path | None, *, peers: bool) -> None:
    """Measure bytes, requests, paints and blocking of a respondent's pages on a slow phone in poor signal.

    A real Chromium visits them, its network and processor slowed down as Lighthouse does: slow 4G and slow 3G, and a
    processor 4 times slower. A bare page stands beside them: nothing can be faster.
    """
    from feedback_app.bench.figures import table, write_json
    from feedback_app.bench.measuring import measure_pages

    before = os.getloadavg()[0]
    measured, chromium = measure_pages(runs, peers=peers, tell=lambda line: click.echo(line, err=True))
    if json_out:
        write_json(json_out, measured, chromium=chromium)
    click.echo(table(measured))
    click.echo(
        f"Milliseconds: middle (least-most) of {runs} visits. Chromium {chromium}; {os.cpu_count()} processors, "
        f"load {before:.1f} before and {os.getloadavg()[0]:.1f} after."
    )
    for missed in (line for one in measured if one.page.startswith("Heard") for line in one.misses()):
        click.echo(f"Not reached: {missed}")
