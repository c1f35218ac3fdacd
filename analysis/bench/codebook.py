"""What a codebook learns: decisions on one half of some comments, and whether the next half agrees with them more."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import fmean

from analysis.assignments import by_mainness
from analysis.bench.agreement import adjusted_rand
from analysis.bench.deciding import decide
from analysis.bench.draws import Draw, draw, read_set
from analysis.bench.labelled_sets import Split
from analysis.bench.wave import BenchWave
from analysis.codebook import codebook_of, machine_codebook
from analysis.findings import Findings

Told = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be run: `size` comments in each half at most, so many decisions on the first."""

    data: Path
    sets: Sequence[str]
    size: int
    seeds: int
    decisions: int
    split: Split


@dataclass(frozen=True, slots=True)
class Learned:
    """One draw. `ari` is of the second half's themes and labels; `share` of its comments whose theme says their label,

    as the first half's people would read it. `before` is without decisions, `after` with them. `followed` is how many
    decisions the first half's own analysis obeyed, `again` how many when it was analysed twice more.
    """

    set: str
    seed: int
    comments: int
    made: int
    followed: int
    again: int
    ari_before: float
    ari_after: float
    share_before: float
    share_after: float


def run(asked: Asked, told: Told) -> Iterator[Learned]:
    """One after the other; `told` hears what is under way."""
    for name in asked.sets:
        texts, labels = read_set(name, asked.data, asked.split)
        half = min(asked.size, len(texts) // 2)
        for seed in range(asked.seeds):
            told(f"{name}, two halves of {half:,}, seed {seed}")
            yield learn(draw(name, texts, labels, 2 * half, seed), asked.decisions)


def learn(drawn: Draw, decisions: int) -> Learned:
    """Decide about the first half of a draw, and hold the second against what is then known."""
    half = len(drawn.texts) // 2
    first = BenchWave("first", drawn.texts[:half], start=0)
    second = BenchWave("second", drawn.texts[half : 2 * half], start=half)
    labels = {str(place): label for place, label in enumerate(drawn.labels)}
    untouched = first.findings()
    made = decide(untouched, labels, decisions, drawn.seed)
    decided = first.findings(decisions=made)
    again = decided
    for _ in range(2):  # the same half, analysed again: no decision may be lost
        again = first.findings(decisions=made, again=machine_codebook(again))
    before, after = second.findings(codebook=codebook_of(untouched)), second.findings(codebook=codebook_of(decided))
    ari_before, share_before = _held(before, labels, _says(untouched, labels))
    ari_after, share_after = _held(after, labels, _says(decided, labels))
    return Learned(
        set=drawn.set,
        seed=drawn.seed,
        comments=half,
        made=len(made),
        followed=decided.carried.count("followed"),
        again=again.carried.count("followed"),
        ari_before=ari_before,
        ari_after=ari_after,
        share_before=share_before,
        share_after=share_after,
    )


def table(learned: Sequence[Learned]) -> Iterator[str]:
    """A line for each set, the mean of its draws, and what became of the decisions."""
    yield f"{'':24} {'ARI':>15} {'share':>15} {'followed':>17}"
    for name in dict.fromkeys(one.set for one in learned):
        of_set = [one for one in learned if one.set == name]
        ari = f"{fmean(one.ari_before for one in of_set):.3f} > {fmean(one.ari_after for one in of_set):.3f}"
        share = f"{fmean(one.share_before for one in of_set):.3f} > {fmean(one.share_after for one in of_set):.3f}"
        followed, made = sum(one.followed for one in of_set), sum(one.made for one in of_set)
        yield f"{name:24} {ari:>15} {share:>15} {f'{followed} of {made}':>17}"
    lost = sum(max(one.followed - one.again, 0) for one in learned)
    yield f"Decisions lost when the first half was analysed twice more: {lost}"


def write(learned: Sequence[Learned], path: Path) -> None:
    path.write_text(json.dumps([asdict(one) for one in learned], indent=1) + "\n", encoding="utf-8")


def _held(findings: Findings, labels: Mapping[str, str], says: Mapping[str, str]) -> tuple[float, float]:
    """A comment of no theme stands alone."""
    main = main_themes(findings)
    ari = adjusted_rand([labels[id] for id in main], [theme or f"none {id}" for id, theme in main.items()])
    return ari, fmean(says.get(theme) == labels[id] for id, theme in main.items())


def _says(findings: Findings, labels: Mapping[str, str]) -> Mapping[str, str]:
    """The label that most comments of each theme have."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for id, theme in main_themes(findings).items():
        if theme:
            counts[theme][labels[id]] += 1
    return {theme: min(found, key=lambda label: (-found[label], label)) for theme, found in counts.items()}


def main_themes(findings: Findings) -> Mapping[str, str]:
    """The theme of each comment's main segment, clear or only likeliest; "" where it has none."""
    themes = {one.segment: one.theme for one in findings.assignments if one.level == findings.default_level}
    likeliest = {one.segment: one.theme for one in findings.unclear}
    main = {segments[0].comment: segments[0] for segments in by_mainness(findings)}
    return {id: themes.get(one.key, likeliest.get(one.key, "")) for id, one in main.items()}
