"""What is known is carried over: themes are recognised, and decisions obeyed, this wave's and those learnt before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from analysis.arrangement import Arrangement
from analysis.carried import Carried
from analysis.centres import Centre
from analysis.codebook import Codebook, KnownTheme
from analysis.comparison import Comparison, compare
from analysis.decisions import Key, ThemeDecision
from analysis.drawing import likeliest_decided
from analysis.following import follow
from analysis.grouping import Grouped
from analysis.obeying import decided_in
from analysis.regrouping import regrouped
from analysis.stems import Stemmer
from analysis.wave_centres import WaveCentres

MOVED_WEIGHT = 2.0  # how many segments one that a person moved counts for in its new theme's centre


@dataclass(frozen=True, slots=True)
class Placed:
    """Themes and assignments as people decided, as the computer suggested them, and what was carried.

    `offered` is what lies before people: suggested, with what was learnt from earlier waves, and no decision of this.
    """

    grouped: Grouped
    suggested: Grouped
    offered: Grouped
    carried: Carried


def carry(
    grouped: Grouped,
    respondents: Mapping[str, str],
    stemmer: Stemmer,
    *,
    wave: str,
    codebook: Codebook | None = None,
    again: Codebook | None = None,
    decisions: Sequence[ThemeDecision] = (),
    unnamed: Collection[str] = (),
) -> Placed:
    """Hold what was grouped against what is known, and obey what people decided.

    Parameters
    ----------
    grouped : Grouped
        As the computer made it. Without its `points`, themes are recognised by their stems alone.
    respondents : mapping of str to str
        Who wrote a comment, by its id.
    wave : str
        What this wave is called where a theme is "known since" it.
    codebook : Codebook, optional
        Of the wave before.
    again : Codebook, optional
        What the computer found when this same wave was last analysed (`machine_codebook`): ids stay as they were.
    decisions : sequence of ThemeDecision
        About the themes of this same wave, in the order in which they were made.
    unnamed : collection of str
        Ids of comments whose words must not stand in the codebook.
    """
    said = {
        one.key: "" if one.comment in unnamed else grouped.said.texts[text]
        for one, text in zip(grouped.said.segments, grouped.said.text_of, strict=True)
    }
    centres = WaveCentres(said, respondents, stemmer, grouped.points)
    known = (codebook or Codebook()).for_encoder(centres.encoder)
    earlier = (again or Codebook()).for_encoder(centres.encoder)
    found = [theme for theme in grouped.themes if theme.level == grouped.read_level]
    places = _places(grouped)
    centre_of = {theme.id: centres.of(key for key, id in places.items() if id == theme.id) for theme in found}
    comparison = compare(found, {id: centre for id, centre in centre_of.items() if centre}, known, earlier)
    suggested = _with_ids(grouped, comparison, known)
    known_ids = (*known.themes, *earlier.themes)
    arranged = _arrangement(suggested, said, known_ids)
    followed, learnt = follow(arranged, comparison, known, centres, decisions)
    final = regrouped(suggested, arranged, respondents, stemmer) if decisions or learnt else suggested
    final = replace(final, unclear=likeliest_decided(final.unclear, arranged.themes, known, centres))
    offered = final
    if decisions:
        offered_so = _arrangement(suggested, said, known_ids)
        is_changed = bool(follow(offered_so, comparison, known, centres, ())[1])
        offered = regrouped(suggested, offered_so, respondents, stemmer) if is_changed else suggested
    carried = replace(
        _carried(arranged, comparison),
        wave=wave,
        compared=codebook is not None,
        learnt=learnt,
        decisions=followed,
        encoder=centres.encoder,
        centres=_centres(arranged, suggested, centres),
        decided=decided_in(arranged, followed),
        found={comparison.ids[id]: centre for id, centre in centre_of.items() if centre},
    )
    return Placed(final, suggested, offered, carried if carried.compared else replace(carried, new=()))


def _places(grouped: Grouped) -> dict[Key, str]:
    return {one.segment: one.theme for one in grouped.assignments if one.level == grouped.read_level}


def _with_ids(grouped: Grouped, comparison: Comparison, known: Codebook) -> Grouped:
    """A recognised theme has the known one's id and the names that people gave it."""
    ids = {id: new for id, new in comparison.ids.items() if id != new}
    names = {theme.id: theme for theme in known.themes}
    themes = []
    for theme in grouped.themes:
        id = ids.get(theme.id, theme.id)
        before = names.get(id) if theme.level == grouped.read_level else None
        themes.append(
            replace(
                theme,
                id=id,
                parent=ids.get(theme.parent or "", theme.parent),
                young_peoples_name=before.young_peoples_name if before else "",
                heading=before.heading if before else "",
            )
        )
    rows = (replace(one, theme=ids[one.theme]) if one.theme in ids else one for one in grouped.assignments)
    return replace(grouped, themes=tuple(themes), assignments=tuple(rows))


def _arrangement(suggested: Grouped, said: Mapping[Key, str], known: Sequence[KnownTheme]) -> Arrangement:
    level = suggested.read_level
    return Arrangement(
        themes={theme.id: theme for theme in suggested.themes if theme.level == level},
        parts={theme.id: theme for theme in suggested.themes if theme.level == level + 1},
        place=_places(suggested),
        part_of={one.segment: one.theme for one in suggested.assignments if one.level == level + 1},
        said=frozenset(said),
        taken={theme.id for theme in suggested.themes} | {theme.id for theme in known},
    )


def _carried(arranged: Arrangement, comparison: Comparison) -> Carried:
    there = set(arranged.place.values())
    gone = {*arranged.set_aside, *(id for id in comparison.sharing if id not in there)}
    return Carried(
        recognised=tuple(one for one in comparison.recognised if one.theme not in gone),
        new=tuple(id for id in comparison.new if id in there),
        vanished=comparison.vanished,
        came_apart=comparison.came_apart,
        set_aside=tuple(arranged.themes_set_aside.values()),
        merged=dict(arranged.into),
        taught={theme: tuple(sorted(sources)) for theme, sources in arranged.taught.items()},
        split_from=dict(arranged.split_from),
    )


def _centres(arranged: Arrangement, suggested: Grouped, centres: WaveCentres) -> Mapping[str, tuple[Centre, ...]]:
    """For each theme, and each that was set aside, one centre for each group that the computer saw in it."""
    was = _places(suggested)
    groups: dict[str, dict[str, list[Key]]] = defaultdict(lambda: defaultdict(list))
    for key, theme in arranged.place.items():
        before = was.get(key, theme)
        is_merged = key not in arranged.moved and arranged.final(before) == theme
        groups[theme][before if is_merged else theme].append(key)
    for theme, keys in arranged.set_aside.items():
        groups[theme][theme] += keys
    weights = dict.fromkeys(arranged.moved, MOVED_WEIGHT)
    made = {
        theme: tuple(filter(None, (centres.of(keys, weights) for _, keys in _own_first(theme, parts))))
        for theme, parts in sorted(groups.items())
    }
    return {theme: found for theme, found in made.items() if found}


def _own_first(theme: str, groups: Mapping[str, list[Key]]) -> list[tuple[str, list[Key]]]:
    return sorted(groups.items(), key=lambda item: (item[0] != theme, item[0]))
