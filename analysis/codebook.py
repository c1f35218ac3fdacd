"""The codebook: themes as they are known, carried with people's names and decisions from wave to wave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.centres import Centre, between, likeness, without_points
from analysis.findings import Findings, Theme
from analysis.recognition import best_pairs
from analysis.voices import Voices


@dataclass(frozen=True, slots=True)
class KnownTheme:
    """One theme as it is known. It holds no words of anybody but names and terms.

    `id` never changes. `name` is the computer's; `young_peoples_name` and `heading` (the commissioner's) are people's.
    A theme that people merged has a centre for each theme that went into it. `set_aside`: people said that it is none.
    `split_from`: the theme that people split it from. `taught_from`: the themes from which they moved segments here.
    `decided`: people named it, confirmed it, or said what belongs in it.
    """

    id: str
    name: str
    terms: tuple[str, ...]
    first_seen: str
    last_seen: str
    young_peoples_name: str = ""
    heading: str = ""
    centres: tuple[Centre, ...] = ()
    set_aside: bool = False
    split_from: str = ""
    taught_from: tuple[str, ...] = ()
    decided: bool = False

    @property
    def shown_name(self) -> str:
        return self.young_peoples_name or self.name


@dataclass(frozen=True, slots=True)
class Codebook:
    """Every theme that was ever known, and the waves it was made from, earliest first.

    `encoder` names what the centres' points were encoded by; points of two encoders cannot be compared.
    """

    themes: tuple[KnownTheme, ...] = ()
    waves: tuple[str, ...] = ()
    encoder: str = ""

    def for_encoder(self, encoder: str) -> Codebook:
        """The same without its points, where they are of another encoder: they would only mislead."""
        if encoder in {"", self.encoder}:
            return self
        return replace(self, themes=tuple(replace(one, centres=without_points(one.centres)) for one in self.themes))


def codebook_of(findings: Findings, previous: Codebook | None = None) -> Codebook:
    """What the next wave can be held against: what was known, and what these findings add to it.

    Parameters
    ----------
    findings : Findings
        As `analyse` returned them, so with people's decisions in them. A theme of fewer than three people stays out.
    previous : Codebook, optional
        The codebook that they were held against. What it knows and nobody spoke of stays known.
    """
    carried = findings.carried
    known = (previous or Codebook()).for_encoder(carried.encoder)
    before = {theme.id: theme for theme in known.themes}
    waves = tuple(dict.fromkeys([*known.waves, carried.wave]))
    read = [theme for theme in findings.themes if theme.level == findings.default_level]
    aside = [theme for theme in carried.set_aside if theme.id not in {one.id for one in read}]
    themes = [
        _known(theme, findings, before, waves, set_aside=theme in aside)
        for theme in (*read, *aside)
        if theme.id in before or theme.id in carried.centres
    ]
    met = {theme.id for theme in themes} | set(carried.merged)
    rest = (theme for theme in known.themes if theme.id not in met)
    return Codebook((*themes, *rest), waves, carried.encoder or known.encoder)


def machine_codebook(findings: Findings, before: Codebook | None = None) -> Codebook:
    """What the computer itself found in a wave, for when the same wave is analysed again: ids, names and centres.

    Nothing that people decided is in it. Every id that the wave ever had stays in it, so that none is used twice.

    Parameters
    ----------
    findings : Findings
        As `analyse` returned them.
    before : Codebook, optional
        The same of the wave's analysis before this one.
    """
    carried = findings.carried
    found = tuple(
        KnownTheme(
            id=theme.id,
            name=theme.name,
            terms=theme.terms,
            first_seen=carried.wave,
            last_seen=carried.wave,
            centres=(carried.found[theme.id],),
        )
        for theme in findings.suggested_themes
        if theme.id in carried.found
    )
    met = {theme.id for theme in found}
    earlier = (before or Codebook()).for_encoder(carried.encoder)
    rest = (theme for theme in earlier.themes if theme.id not in met)
    return Codebook((*found, *rest), (carried.wave,), carried.encoder or earlier.encoder)


def _known(
    theme: Theme, findings: Findings, before: dict[str, KnownTheme], waves: Sequence[str], *, set_aside: bool
) -> KnownTheme:
    carried = findings.carried
    merged = [id for id, into in carried.merged.items() if into == theme.id]
    known = [before[id] for id in (theme.id, *merged) if id in before]
    own = before.get(theme.id)
    taught = {*(own.taught_from if own else ()), *carried.taught.get(theme.id, ())}
    return KnownTheme(
        id=theme.id,
        name=theme.name,
        terms=theme.terms,
        first_seen=min((one.first_seen for one in known), key=waves.index, default=carried.wave),
        last_seen=carried.wave,
        young_peoples_name=theme.young_peoples_name,
        heading=theme.heading,
        centres=_blended(
            [centre for one in known for centre in one.centres],
            carried.centres.get(theme.id, ()),
            [centre for id, centres in carried.centres.items() if id != theme.id for centre in centres],
        ),
        set_aside=set_aside,
        split_from=carried.split_from.get(theme.id) or (own.split_from if own else ""),
        taught_from=tuple(sorted(taught)),
        decided=theme.id in carried.decided or any(one.decided for one in known),
    )


def _blended(before: Sequence[Centre], now: Sequence[Centre], elsewhere: Sequence[Centre]) -> tuple[Centre, ...]:
    """Each centre with the earlier one that it is most like.

    Of several that people merged, one that was not heard this time stays; one that is another theme now goes.
    """
    if len(before) == len(now) == 1:
        return (between(before[0], now[0]),)
    met = {pair.found: pair.known for pair in best_pairs(now, before)}
    blended = (between(before[met[place]], one) if place in met else one for place, one in enumerate(now))
    unmet = (one for place, one in enumerate(before) if place not in met.values())
    return (*blended, *(one for one in unmet if not any(likeness(one, other)[1] for other in elsewhere)))


def wave_of(voices: Voices, codebook: Codebook | None = None) -> str:
    """What a wave is called: as its comments say, or by its number after the waves that are known."""
    told = sorted({comment.wave for comment in voices.comments if comment.wave})
    return ", ".join(told) or f"wave {len(codebook.waves) + 1 if codebook else 1}"
