"""Segments become named themes at levels, and each segment finds its place in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy import sparse
from sklearn.preprocessing import normalize

from analysis.candidates import Meaning
from analysis.concept_reader import ConceptReader
from analysis.concepts import Concepts, load_concepts
from analysis.cut import NO_THEME, Labels
from analysis.distinct import DistinctSegments
from analysis.findings import Segment, Theme, ThemeAssignment
from analysis.levels import Level, NamedGroup, assign, with_ids
from analysis.meaning import MeaningVectors, unit
from analysis.naming import Namer
from analysis.sentences import SentenceVectors
from analysis.steadiness import steadiness
from analysis.stems import Stemmer
from analysis.theme_ids import HEADING, PART, THEME
from analysis.themes import ThemeFinder
from analysis.thesaurus import Thesaurus
from analysis.usage import Said
from analysis.vectors import Vectors, WordVectors
from analysis.wave_centres import SentencePoints

LEAST_PEOPLE = 3  # for a theme, and for a word to stand in its name or among its terms
# A wave that tells of one of the field's concepts in ten words is of the field: those concepts then count, and heavily.
OF_THE_FIELD = 0.1
FIELD_WORDS = 0.8
MOST_LOOKED_AT = 2_000
COMPANY = 1.0  # how much a comment's other segments count beside a segment's own words
FEWEST_COMMENTS = 50  # under this, themes are provisional

Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Grouped:
    """Themes of all levels, largest first in each; where each segment stands; and how near to the middle it is.

    `unclear` has the likeliest theme, at the level that is read, of each segment that stands in none.
    """

    themes: tuple[Theme, ...]
    assignments: tuple[ThemeAssignment, ...]
    nearness: Mapping[Key, float]
    read_level: int
    said: DistinctSegments
    unclear: tuple[ThemeAssignment, ...] = ()
    points: SentencePoints | None = None  # where each segment stands by its meaning; None where nothing encoded it


def group_segments(
    segments: Sequence[Segment],
    respondents: Mapping[str, str],
    thesaurus: Thesaurus,
    *,
    themes: int | None = None,
    unnamed: Collection[str] = (),
    random_state: int = 0,
) -> Grouped:
    """Find themes among segments that say something, and name them.

    Parameters
    ----------
    segments : sequence of Segment
        Answers only. Their order does not matter.
    respondents : mapping of str to str
        Who wrote a comment, by its id.
    themes : int, optional
        How many are wanted at the level that is read.
    unnamed : collection of str
        Ids of comments whose words must not stand in a name or among the terms.
    """
    said = DistinctSegments.of(segments, respondents)
    if not said.texts:
        return Grouped(themes=(), assignments=(), nearness={}, read_level=1, said=said)
    everything = [
        Said("" if one.comment in unnamed else one.words, respondents[one.comment], one.sentiment)
        for one in said.segments
    ]
    meaning = _meaning(said)
    namer = Namer(everything, thesaurus, least_people=LEAST_PEOPLE, meaning=meaning)
    vectors, one_thing = _vectors(said, meaning, thesaurus, random_state)
    wanted = 1 if themes is None and one_thing else themes
    finder = ThemeFinder(wanted, least_people=LEAST_PEOPLE, random_state=random_state)
    words = [namer.words(index) for index in said.first]
    finder.fit(vectors, people=said.people, words=words)
    steady = steadiness(finder, vectors, said.people, words).round(4).tolist()
    read = _named(said, namer, finder.read_.labels)
    fine = _named_parts(said, namer, finder, read)
    broad = _broad(said, namer, finder, read)
    read = {label: replace(group, steadiness=steady[label]) for label, group in read.items()}
    levels = with_ids({**({HEADING: broad} if broad else {}), THEME: read, PART: fine})
    comments = len({segment.comment for segment in segments})
    stemmer = Stemmer(thesaurus)
    return Grouped(
        themes=tuple(replace(theme, provisional=comments < FEWEST_COMMENTS) for level in levels for theme, _ in level),
        assignments=tuple(assign(said, levels, _margins(finder, broad=bool(broad)), stemmer)),
        points=_points(said, meaning),
        unclear=_unclear(said, finder, levels[1 if broad else 0]),
        nearness=_nearness(said, vectors, finder, read),
        read_level=2 if broad else 1,
        said=said,
    )


def _vectors(
    said: DistinctSegments, meaning: Meaning | None, thesaurus: Thesaurus, random_state: int
) -> tuple[Vectors, bool]:
    """By meaning and words, and by what the field speaks of where the wave does; and whether all say one thing.

    Without the model without meaning.
    """
    concepts = load_concepts()
    if meaning is None:
        return WordVectors(thesaurus, concepts, random_state=random_state).fit_transform(said.texts), False
    if concepts_a_word(said.texts, concepts) >= OF_THE_FIELD:
        words = WordVectors(thesaurus, concepts, segments_a_dimension=1, random_state=random_state)
        both = MeaningVectors(words, SentenceVectors(), share=FIELD_WORDS)
    else:
        words = WordVectors(thesaurus, ideas=False, segments_a_dimension=1, random_state=random_state)
        both = MeaningVectors(words, SentenceVectors())
    vectors = both.fit_transform(said.texts, meaning=meaning.vectors)
    return _in_company(vectors, said), both.is_one_thing_


def concepts_a_word(texts: Sequence[str], concepts: Concepts) -> float:
    """How often a word tells of a concept of the field. A sample, evenly over the sorted texts, is enough."""
    sample = texts[:: max(1, len(texts) // MOST_LOOKED_AT)]
    reader = ConceptReader(concepts)
    found = sum(len(tuple(reader.read(text))) for text in sample)
    return found / max(1, sum(len(text.split()) for text in sample))


def _in_company(vectors: Vectors, said: DistinctSegments) -> Vectors:
    """Lean each text towards the comments that it stands in: "It took months" is about what was said beside it."""
    comments = {comment: number for number, comment in enumerate(dict.fromkeys(one.comment for one in said.segments))}
    places = ([comments[one.comment] for one in said.segments], list(said.text_of))
    ones = np.ones(len(said.segments), vectors.dtype)
    stands_in = sparse.csr_matrix((ones, places), shape=(len(comments), len(vectors)))
    beside = normalize(stands_in.T, "l1") @ (normalize(stands_in, "l1") @ vectors)
    beside *= COMPANY
    beside += vectors
    beside[~vectors.any(axis=1)] = 0.0
    return unit(beside)


def _points(said: DistinctSegments, meaning: Meaning | None) -> SentencePoints | None:
    if meaning is None:
        return None
    row_of = {segment.key: said.text_of[index] for index, segment in enumerate(said.segments)}
    return SentencePoints(meaning.vectors, row_of, SentenceVectors.version())


def _unclear(said: DistinctSegments, finder: ThemeFinder, level: Level) -> tuple[ThemeAssignment, ...]:
    """The likeliest theme of each segment that is not clear enough to stand in one; none where a group has no name."""
    theme_of = {int(finder.read_.labels[said.text_of[found[0]]]): theme for theme, found in level}
    made = []
    for index, segment in enumerate(said.segments):
        text = said.text_of[index]
        theme = theme_of.get(int(finder.read_.nearest[text]))
        if theme and finder.read_.labels[text] == NO_THEME:
            margin = round(float(finder.read_.margins[text]), 4)
            made.append(ThemeAssignment(segment.key, theme.id, theme.level, margin))
    return tuple(sorted(made, key=lambda one: one.segment))


def _named(said: DistinctSegments, namer: Namer, labels: Labels) -> dict[int, NamedGroup]:
    """A group that cannot be named is no theme. Largest first."""
    members = said.members(labels)
    names = namer.names(members)
    return {
        label: NamedGroup(names[label], found, said.count(found))
        for label, found in _largest_first(said, members)
        if label in names
    }


def _named_parts(
    said: DistinctSegments, namer: Namer, finder: ThemeFinder, read: Mapping[int, NamedGroup]
) -> dict[int, NamedGroup]:
    """Parts are named against each other and all else; none has the name of a theme or a piece of its own theme's."""
    parts = {
        label: found
        for label, found in said.members(finder.fine_.labels).items()
        if int(finder.fine_of_[label]) in read
    }
    taken = [piece for group in read.values() for piece in (group.name.name, *group.name.pieces)]
    names = namer.names(parts, taken)
    return {
        label: NamedGroup(names[label], found, said.count(found), int(finder.fine_of_[label]))
        for label, found in _largest_first(said, parts)
        if label in names
    }


def _broad(
    said: DistinctSegments, namer: Namer, finder: ThemeFinder, read: dict[int, NamedGroup]
) -> dict[int, NamedGroup]:
    """Group the read level's themes under headings, named as they are; one over a single theme has its name."""
    if finder.broad_of_ is None:
        return {}
    children: dict[int, list[int]] = defaultdict(list)
    for label in read:  # largest first
        children[int(finder.broad_of_[label])].append(label)
    for broad, labels in children.items():
        for label in labels:
            read[label] = replace(read[label], parent=broad)
    members = {
        broad: tuple(sorted(index for label in labels for index in read[label].members))
        for broad, labels in children.items()
    }
    names = namer.names(members, [group.name.name for group in read.values()])
    for broad, labels in children.items():
        if len(labels) == 1 or broad not in names:
            names[broad] = read[labels[0]].name
    return {broad: NamedGroup(names[broad], found, said.count(found)) for broad, found in members.items()}


def _meaning(said: DistinctSegments) -> Meaning | None:
    """What the segments mean, where the sentence model is installed."""
    if not SentenceVectors.available():
        return None
    return Meaning(SentenceVectors().transform(said.sentences), said.text_of, SentenceVectors(n_jobs=1).transform)


def _largest_first(said: DistinctSegments, members: Mapping[int, tuple[int, ...]]) -> list[tuple[int, tuple[int, ...]]]:
    return sorted(members.items(), key=lambda item: (-said.count(item[1]), item[1]))


def _margins(finder: ThemeFinder, *, broad: bool) -> list[Vectors]:
    read, fine = finder.read_.margins, finder.fine_.margins
    return [read, read, fine] if broad else [read, fine]


def _nearness(
    said: DistinctSegments, vectors: Vectors, finder: ThemeFinder, read: Mapping[int, NamedGroup]
) -> Mapping[Key, float]:
    near = {}
    for label, group in read.items():
        likeness = vectors @ finder.read_.centres[label]
        for index in group.members:
            near[said.segments[index].key] = round(float(np.clip(likeness[said.text_of[index]], 0, 1)), 6)
    return near
