"""The whole way from voices to findings."""

from __future__ import annotations

import hashlib
import json
import platform
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from importlib.metadata import version

from threadpoolctl import threadpool_limits

from analysis.carrying import carry
from analysis.codebook import Codebook, wave_of
from analysis.decisions import ThemeDecision
from analysis.findings import Findings, QuoteCandidate, Segment, ThemeAssignment
from analysis.grouping import Grouped, group_segments
from analysis.quotes import Quotable, choose_quotes
from analysis.read_counts import count_read
from analysis.related_words import related_by_words
from analysis.scales import scale_results
from analysis.segmenting import Reading, read_comments
from analysis.sentences import SentenceVectors
from analysis.standard_labels import StandardLabel
from analysis.standards import MappedStandards, map_standards
from analysis.stems import Stemmer
from analysis.steps import STEPS
from analysis.strategy import Strategy
from analysis.thesaurus import load_thesaurus
from analysis.voices import Comment, Voices

Progress = Callable[[str], None]

_LIBRARIES = ("heard", "numpy", "scipy", "scikit-learn", "nltk", "stop-words", "vaderSentiment", "emoji", "symspellpy")


def analyse(
    voices: Voices,
    strategies: Sequence[Strategy] = (),
    *,
    random_state: int = 0,
    themes: int | None = None,
    places: Sequence[str] = (),
    unnamed: Collection[str] = (),
    codebook: Codebook | None = None,
    again: Codebook | None = None,
    decisions: Sequence[ThemeDecision] = (),
    labels: Sequence[StandardLabel] = (),
    picks: int = 0,
    progress: Progress | None = None,
) -> Findings:
    """Find themes, what speaks to which standard, sentiment, scale results and quotes in what people said.

    Parameters
    ----------
    voices : Voices
        Everybody who took part. Row order never changes a result; a held comment is never read.
    strategies : sequence of Strategy
        Narrowed to the sets that are read against (`choose_sets`).
    random_state : int
        Same voices, strategies and seed, same findings.
    themes : int, optional
        How many themes are wanted; the nearest number that the comments bear is found.
    places : sequence of str
        Names of towns and villages to redact.
    unnamed : collection of str
        Ids of comments whose words must not stand in a theme's name or among its terms.
    codebook : Codebook, optional
        What is known from earlier waves (`codebook_of` their findings): `Findings.carried` says what became of it.
    again : Codebook, optional
        What the computer found when these same voices were last analysed (`machine_codebook`): ids stay as they were.
    decisions : sequence of ThemeDecision
        What people decided about the themes of these same voices, in the order in which they did: obeyed exactly.
    labels : sequence of StandardLabel
        What people said of segments and standards, of these voices or of earlier ones, in any order.
    picks : int
        How many segments of quotable comments to pick for people to say what they speak to.
    progress : callable, optional
        Told the name of each step (`STEPS`) as it begins.

    Returns
    -------
    Findings
        A theme needs three people at least. Segments that are near no theme have none.

    Raises
    ------
    CommentTwice
        Two comments have one id.
    """
    told = progress or _silent
    told(STEPS[0])
    reading = read_comments(voices.comments, places=places)
    answers = [segment for segment in reading.segments if segment.is_answer]
    comments = {comment.id: comment for comment in voices.comments}
    with threadpool_limits(1):  # sums over several threads differ in their last bits
        told(STEPS[1])
        respondents = {comment.id: comment.respondent for comment in voices.comments}
        grouped = group_segments(
            answers, respondents, load_thesaurus(), themes=themes, unnamed=unnamed, random_state=random_state
        )
        placed = carry(
            grouped,
            respondents,
            Stemmer(load_thesaurus()),
            wave=wave_of(voices, codebook),
            codebook=codebook,
            again=again,
            decisions=decisions,
            unnamed=unnamed,
        )
        grouped = placed.grouped
        told(STEPS[2])
        mapped = map_comments(answers, strategies, voices, labels=labels, picks=picks)
        related = related_by_words(strategies)
    told(STEPS[3])
    scales = scale_results(voices)
    told(STEPS[4])
    return Findings(
        voices=voices,
        strategies=tuple(strategies),
        segments=reading.segments,
        themes=grouped.themes,
        assignments=grouped.assignments,
        unclear=_still_unclear(grouped),
        links=mapped.links,
        quotes=_quotes(answers, grouped, comments, voices),
        scales=scales,
        default_level=grouped.read_level,
        read=count_read(voices.comments, reading, grouped.said),
        how=_how(voices, strategies, reading, random_state=random_state, themes=themes)
        | dict(mapped.how)
        | placed.carried.how(),
        suggested_themes=placed.suggested.themes,
        suggested_assignments=placed.suggested.assignments,
        offered_themes=placed.offered.themes,
        offered_assignments=placed.offered.assignments,
        carried=placed.carried,
        related=related,
        picks=mapped.picks,
    )


def map_comments(
    answers: Sequence[Segment],
    strategies: Sequence[Strategy],
    voices: Voices,
    *,
    labels: Sequence[StandardLabel] = (),
    picks: int = 0,
) -> MappedStandards:
    """What the segments that are answers speak to, told which question and service their comments are about."""
    return map_standards(
        answers,
        strategies,
        services={one.id: voices.services.get(one.service, one.service) for one in voices.comments},
        questions={one.id: one.question for one in voices.comments},
        labels=labels,
        picks=picks,
        may_ask={one.id for one in voices.comments if one.quotable and not one.held},
    )


def _still_unclear(grouped: Grouped) -> tuple[ThemeAssignment, ...]:
    """Those whose likeliest theme is still there, and whom no person placed."""
    there = {theme.id for theme in grouped.themes}
    placed = {one.segment for one in grouped.assignments}
    return tuple(one for one in grouped.unclear if one.theme in there and one.segment not in placed)


def _silent(step: str) -> None:
    del step


def _quotes(
    answers: Sequence[Segment], grouped: Grouped, comments: Mapping[str, Comment], voices: Voices
) -> tuple[QuoteCandidate, ...]:
    """Quotes come only from people who said yes to it and sent their answers."""
    unsent = {person.id for person in voices.people if not person.completed}
    segments = {segment.key: segment for segment in answers}
    stemmer = Stemmer(load_thesaurus())
    named = {theme.id: stemmer.stem_all(theme.name.split()) for theme in grouped.themes}
    by_theme: dict[str, list[Quotable]] = defaultdict(list)
    for assignment in grouped.assignments:
        comment = comments[assignment.segment[0]]
        if assignment.level != grouped.read_level or not comment.quotable or comment.respondent in unsent:
            continue
        segment = segments[assignment.segment]
        shared = _shared(assignment, named[assignment.theme], stemmer)
        near = grouped.nearness[segment.key]
        quotable = Quotable(segment, comment.respondent, near, shared, comment.group, assignment.margin)
        by_theme[assignment.theme].append(quotable)
    read = [theme.id for theme in grouped.themes if theme.level == grouped.read_level]
    return choose_quotes((theme, by_theme[theme]) for theme in read)


def _shared(assignment: ThemeAssignment, name: frozenset[str], stemmer: Stemmer) -> int:
    """How many of the theme's words it uses; those of the name count twice."""
    words = stemmer.stem_all(assignment.reason)
    return len(words) + len(words & name)


def _how(
    voices: Voices, strategies: Sequence[Strategy], reading: Reading, *, random_state: int, themes: int | None
) -> dict[str, str]:
    """What somebody needs to make the same findings again. No clock time, path or host."""
    return {
        "input_sha256": digest(voices),
        "strategies": "; ".join(f"{one.area} version {one.version} sha256 {one.digest}" for one in strategies),
        "random_state": str(random_state),
        "themes_wanted": "as many as the comments bear" if themes is None else str(themes),
        "reading": "NFKC; emoji as words; short forms in full; clear slips put right; near copies are one text. What "
        "people see stays as it was written.",
        "vectors": _vectors_used(),
        "grouping": "spectral clustering of a graph of neighbours; a segment that is unclear has no theme",
        "sentiment": "VADER's lexicon with the words of the field; what each question asks, and how people took it",
        "machine_assisted": "Themes, sentiment and links to standards were suggested by a computer.",
        "software": ", ".join(f"{name} {version(name)}" for name in _LIBRARIES),
        "python": platform.python_version(),
    }


def _vectors_used() -> str:
    if SentenceVectors.available():
        return f"{SentenceVectors.version()}, beside stems and pairs of stems (TF-IDF, truncated SVD)"
    return (
        "words alone, because the sentence model is not installed: stems, pairs of stems, a thesaurus and the concepts "
        "of the field; TF-IDF; truncated SVD"
    )


def digest(voices: Voices) -> str:
    """SHA-256 over what was said, by whom together, whatever the ids and the order of the rows."""
    by_person: dict[str, list[list[object]]] = defaultdict(list)
    for person in voices.people:
        by_person[person.id].append(["person", person.group, person.completed, sorted(person.attributes.items())])
    for rating in voices.ratings:
        said = [rating.question, rating.option, rating.value, rating.missing, rating.service]
        by_person[rating.respondent].append(["rating", *said])
    for comment in voices.comments:
        said = [comment.group, comment.question, comment.service, comment.held, "" if comment.held else comment.words]
        by_person[comment.respondent].append(["comment", *said])
    everything = sorted(json.dumps(sorted(map(json.dumps, said))) for said in by_person.values())
    return hashlib.sha256("\n".join(everything).encode()).hexdigest()
