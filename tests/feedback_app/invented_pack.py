"""An evidence pack of invented rows, for tests of what reads one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from pysqlite3 import dbapi2 as sqlite

from analysis.evidence.schema import SCHEMA

ABOUT = {
    "title": "What we heard, autumn 2026",
    "area_name": "Wexcombe",
    "edition": "1",
    "invented": "invented example",
    "floor": "10",
    "input_sha256": "ab12" * 16,
}
GROUPS = (
    # id, name, took part, finished, wrote
    ("child_5_10", "Children aged 5 to 10", 14, 12, 11),
    ("young_person_11_25", "Young people aged 11 to 25", 96, 94, 81),
    ("parent_carer", "Parents and carers", 231, 228, 204),
    ("practitioner", "Practitioners", None, None, None),
    ("everyone", "Everyone", 349, None, None),
)
WAITING, LISTENING, TRANSPORT = "t-waiting", "t-listening", "t-transport"
KINDNESS, FAIRNESS = "wexcombe/our_promises/kindness", "wexcombe/our_promises/fairness"
WAITING_TIMES = "wexcombe/therapy_themes/waiting"
GOOD5 = ("very-good", "good", "ok", "not-good", "bad")
BAR = (
    '<svg class="fig" height="44" role="img" aria-label="Young people: very good 23 percent, not split 77.">'
    '<rect class="v v5" x="0%" y="0" width="23%" height="44"/><text class="b t5" x="11.5%" y="21" '
    'text-anchor="middle">23</text><rect class="v vx" x="23%" y="0" width="77%" height="44"/>'
    '<rect x="23%" y="31" width="77%" height="12" fill="url(#px)"/></svg>'
)

Row = Mapping[str, Any]


def write_invented_pack(file: Path, **tables: Iterable[Row]) -> Path:
    """Write a pack of a wave with three themes, a set of promises and a set of findings; `tables` replaces rows."""
    return write_rows(file, {**_rows(), **tables})


def write_published_pack(file: Path) -> Path:
    """Write a pack that holds nothing but what somebody else published."""
    return write_rows(file, {"about": _about({"area_name": "County Durham"}), "published_results": list(published())})


def write_rows(file: Path, tables: Mapping[str, Iterable[Row]]) -> Path:
    with closing(sqlite.connect(str(file))) as pack:
        pack.executescript(SCHEMA)
        for table, rows in tables.items():
            for row in rows:
                places = ", ".join("?" * len(row))
                query = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({places})"  # noqa: S608 - names of our own
                pack.execute(query, tuple(row.values()))
        pack.commit()
    return file


def change_rows(table: str, of_id: str, **more: Any) -> list[Row]:
    """The rows of a table of counts, and one more of the same thing with these values."""
    rows = list(_rows()[table])
    like = next(row for row in rows if of_id in row.values())
    return [*rows, {**like, "id": len(rows), **more}]


def related(standard: str, name: str, **more: Any) -> Row:
    """A pair of a promise and the finding on waiting, suggested by the computer unless it says otherwise."""
    return {
        "one_id": standard,
        "other_id": WAITING_TIMES,
        "one_name": name,
        "other_name": "Waiting",
        "by_words": 0,
        "by_voices": 0,
        "state": "suggested",
        "who": "",
        "why": "",
        **more,
    }


def standards_with(id: str, **change: Any) -> list[Row]:
    """The rows of `standards`, one of them changed."""
    return [{**row, **change} if row["id"] == id else row for row in _standards()]


def published() -> Iterable[Row]:
    for place, (service, respondents, mean) in enumerate(
        [("Speech and language therapy", 165, "3"), ("Physiotherapy", 131, "2.7"), ("Occupational therapy", 155, "2.7")]
    ):
        yield {
            "id": place + 1,
            "area_id": "durham",
            "title": "Review of paediatric therapies",
            "question": "How families who used the service rated it",
            "service": service,
            "respondents": respondents,
            "mean": mean,
            "scale": "1 to 10: 1 is extremely unhappy, 10 is extremely happy",
            "group_name": "families",
            "source": "County Durham Joint Commissioning Strategy 2019-21",
            "note": "No distribution, median or spread was published.",
        }


def _rows() -> dict[str, list[Row]]:
    return {
        "about": list(_about(ABOUT)),
        "people": [_person(place, *group) for place, group in enumerate(GROUPS)],
        "people_facts": [
            _fact(1, 1, "Me, on my own", 52),
            _fact(2, 1, "Me, with some help", 44),
            _fact(3, 2, "Me, on my own", None),
        ],
        "questions": list(_questions()),
        "scales": list(_scales()),
        "scale_counts": list(_scale_counts()),
        "themes": list(themes()),
        "theme_counts": list(_theme_counts()),
        "standards": list(_standards()),
        "standard_counts": list(_standard_counts()),
        "theme_standards": [
            {
                "theme_id": WAITING,
                "standard_id": WAITING_TIMES,
                "theme_name": "Waiting list",
                "standard_name": "Waiting",
                "group_id": GROUPS[group][0],
                "group_name": GROUPS[group][1],
                "people": people,
                "shown": str(people),
            }
            for group, people in ((1, 12), (2, 21))
        ],
        "list_voices": [
            {
                "area_id": "barnsley",
                "set_id": "promises",
                "set_name": "Our six promises",
                "group_id": GROUPS[2][0],
                "group_name": GROUPS[2][1],
                "people": 143,
                "none": 61,
                "base": 204,
            }
        ],
        "quotes": [
            _quote(1, WAITING, 2, "negative", "It’s the not knowing."),
            _quote(2, LISTENING, 1, "positive", "They remembered I don’t like the lights on."),
            {**_quote(3, WAITING, 1, "negative", "Nobody looked at these words."), "release": "not checked"},
        ],
        "quote_standards": [
            {
                "quote_id": 2,
                "standard_id": KINDNESS,
                "standard_name": "Kindness",
                "strength": "likely",
                "reason": "remembered",
            }
        ],
        "standard_strengths": [
            {
                "id": place,
                "standard_id": KINDNESS,
                "standard_name": "Kindness",
                "group_id": GROUPS[1][0],
                "group_name": GROUPS[1][1],
                "strength": strength,
                "people": people,
                "shown": str(people),
            }
            for place, (strength, people) in enumerate((("likely", 25), ("possible", 13)))
        ],
        "standard_words": [
            {"standard_id": KINDNESS, "position": place, "word": word}
            for place, word in enumerate(("kind", "listened"))
        ],
        "shared_voices": [
            {
                "one_id": KINDNESS,
                "other_id": WAITING_TIMES,
                "one_name": "Kindness",
                "other_name": "Waiting",
                "group_id": GROUPS[group][0],
                "group_name": GROUPS[group][1],
                "people": people,
                "shown": str(people),
            }
            for group, people in ((1, 17), (2, 21))
        ],
        "related_standards": [related(KINDNESS, "Kindness", by_words=1), related(FAIRNESS, "Fairness", by_voices=1)],
        "gaps": [
            _gap(1, 4, 213, FAIRNESS, None, "Fairness"),
            _gap(2, 2, 204, FAIRNESS, None, "Fairness"),
            _gap(3, 1, 81, KINDNESS, None, "Kindness"),
            _gap(4, 2, 19, None, TRANSPORT, "Getting there"),
            _gap(5, 4, 24, None, TRANSPORT, "Getting there"),
        ],
        "decisions": [
            {
                "id": 1,
                "about": f"theme {LISTENING}",
                "decision": "named “Staff who listen”",
                "who": "young commissioners",
                "why": "our own words",
                "replaces": "listened, staff",
            }
        ],
        "figures": [
            {
                "id": "scale-1",
                "position": 1,
                "kind": "scale bar",
                "title": "Are people kind to you?",
                "group_id": "young_person_11_25",
                "question_id": "yp/kind/young_person_11_25",
                "scale_id": 1,
                "svg": BAR,
                "words": "Very good 23 percent. The others are not split.",
                "base": "94 answered",
            }
        ],
    }


def _about(about: Mapping[str, str]) -> Iterable[Row]:
    return ({"name": name, "value": value} for name, value in about.items())


def _person(place: int, id: str, name: str, *counts: int | None) -> Row:
    row: dict[str, Any] = {"group_id": id, "position": place, "group_name": name}
    for column, count in zip(("took_part", "finished", "wrote"), counts, strict=True):
        row |= {column: count, f"{column}_shown": _shown(count)}
    return row


def _fact(id: int, group: int, answer: str, people: int | None) -> Row:
    about = {"id": id, "group_id": GROUPS[group][0], "group_name": GROUPS[group][1]}
    return {**about, "fact": "who", "answer": answer, "people": people, "shown": _shown(people)}


def _questions() -> Iterable[Row]:
    asked = (
        ("yp/kind", "Young people", 1, "Are people kind to you?", "dignity", "good5"),
        ("pc/kind", "Parents and carers", 2, "Are people kind to your child?", "dignity", "good5"),
        ("therapy/t2", "How was your therapy?", 1, "How happy are you with this therapy?", "", "happy10"),
        ("therapy/t2", "How was your therapy?", 2, "How happy are you with this therapy?", "", "happy10"),
    )
    for place, (question, survey, group, words, link, scale) in enumerate(asked):
        yield {
            "id": f"{question}/{GROUPS[group][0]}",
            "position": place,
            "question": question,
            "survey": survey,
            "group_id": GROUPS[group][0],
            "group_name": GROUPS[group][1],
            "words": words,
            "kind": scale,
            "asks": "",
            "link": link,
            "domain": "",
            "scale": scale,
        }


def _scales() -> Iterable[Row]:
    yield _scale(1, "yp/kind", 1, "", 94)
    yield _scale(2, "pc/kind", 2, "", 228, "3.4", "4")
    yield _scale(3, "therapy/t2", 2, "Physiotherapy", 24, "5.4", small=True)
    yield _scale(4, "therapy/t2", 1, "Physiotherapy", None)


def _scale(
    id: int,
    question: str,
    group: int,
    service: str,
    answered: int | None,
    mean: str | None = None,
    median: str | None = None,
    *,
    small: bool = False,
) -> Row:
    return {
        "id": id,
        "question_id": f"{question}/{GROUPS[group][0]}",
        "question": question,
        "group_id": GROUPS[group][0],
        "group_name": GROUPS[group][1],
        "service_id": service.lower(),
        "service_name": service,
        "answered": answered,
        "answered_shown": _shown(answered),
        "mean": mean,
        "median": median,
        "small_base": int(small),
    }


def _scale_counts() -> Iterable[Row]:
    bars: tuple[tuple[int, tuple[int | None, ...], tuple[int, int] | None], ...] = (
        (1, (22, None, None, None, None), (72, 77)),
        (2, (41, 74, 58, 33, 22), None),
    )
    id = 0
    for scale, counts, not_split in bars:
        for option, count in zip(GOOD5, counts, strict=True):
            if count is None and not_split:
                id, merged, not_split = id + 1, not_split, None
                yield _part(id, scale, id, "not split", "", "Not split: Good, OK, Not good, Bad", *merged)
            id += 1
            yield _part(id, scale, id, "answer", option, option.replace("-", " ").capitalize(), count, None)
        id += 1
        yield _part(id, scale, id, "no answer", "dont_know", "Don’t know", None, None)
    yield _part(49, 3, 1, "not split", "", "Not split: 1, 2", 24, 100)
    yield _part(50, 3, 2, "answer", "1", "1", None, None)
    yield _part(53, 3, 2, "answer", "2", "2", None, None)
    yield _part(51, 3, 3, "no answer", "dont_know", "Don’t know", 11, None)
    yield _part(52, 3, 4, "no answer", "prefer_not", "Prefer not to say", None, None)


def _part(
    id: int, scale: int, place: int, part: str, option: str, label: str, people: int | None, share: int | None
) -> Row:
    return {
        "id": id,
        "scale_id": scale,
        "position": place,
        "part": part,
        "option_id": option,
        "label": label,
        "score": float(5 - GOOD5.index(option)) if option in GOOD5 else None,
        "people": people,
        "share": share,
        "shown": _shown(people),
    }


def themes() -> Iterable[Row]:
    rows = (
        ("t-all", 1, "Getting support", "computer", None, 0, 0, ""),
        (WAITING, 2, "Waiting list", "computer", "t-all", 1, 0, "not going well"),
        (LISTENING, 2, "Staff who listen", "young commissioners", "t-all", 1, 0, "going well"),
        (TRANSPORT, 2, "Getting there", "computer", None, 1, 1, "mixed"),
    )
    for place, (id, level, name, by, parent, counted, provisional, tone) in enumerate(rows):
        yield {
            "id": id,
            "level": level,
            "position": place,
            "name": name,
            "name_by": by,
            "heading": "",
            "suggested": "listened, staff" if id == LISTENING else name,
            "known": "known since spring" if id == LISTENING else "",
            "parent_id": parent,
            "is_counted": counted,
            "is_provisional": provisional,
            "is_tentative": False,
            "terms": "one, two",
            "tone": tone,
        }


def _theme_counts() -> Iterable[Row]:
    counts = (
        (WAITING, "Waiting list", _count(1, "all", 34, 42, "many", 3)),
        (WAITING, "Waiting list", _count(1, "negative", 30, 37, "many", 3)),
        (WAITING, "Waiting list", _count(2, "all", 118, 58, "most", 4)),
        (WAITING, "Waiting list", _count(0, "all", None, None, "", 0)),
        (WAITING, "Waiting list", _count(4, "all", 160, 54, "most", 4)),
        (LISTENING, "Staff who listen", _count(1, "all", 26, 32, "many", 3)),
        (TRANSPORT, "Getting there", _count(2, "all", 19, 9, "a few", 1)),
    )
    for id, (theme, name, count) in enumerate(counts):
        yield {"id": id, "theme_id": theme, "theme_name": name, **count}


def _standard_counts() -> Iterable[Row]:
    counts = (
        (KINDNESS, "Kindness", _count(1, "all", 38, 47, "many", 3)),
        (KINDNESS, "Kindness", _count(2, "all", 58, 28, "some", 2)),
        (FAIRNESS, "Fairness", _count(1, "all", None, None, "", 0)),
        (FAIRNESS, "Fairness", _count(2, "all", None, None, "", 0)),
        (WAITING_TIMES, "Waiting", _count(2, "all", None, None, "", 0)),
    )
    for id, (standard, name, count) in enumerate(counts):
        yield {"id": id, "standard_id": standard, "standard_name": name, **count}


def _count(group: int, sentiment: str, people: int | None, share: int | None, how_many: str, step: int) -> Row:
    return {
        "group_id": GROUPS[group][0],
        "group_name": GROUPS[group][1],
        "sentiment": sentiment,
        "people": people,
        "base": GROUPS[group][4],
        "share": share,
        "shown": _shown(people),
        "how_many": how_many,
        "step": step,
        "small_base": 0,
    }


def _standards() -> Iterable[Row]:
    standards = (
        (KINDNESS, "our_promises", "Our six promises", "standard", 1, "Kindness", "young people"),
        (FAIRNESS, "our_promises", "Our six promises", "standard", 1, "Fairness", "young people"),
        (WAITING_TIMES, "therapy_themes", "What families said about therapies", "finding", 0, "Waiting", "seed"),
    )
    for place, (id, set_id, set_name, kind, is_promise, name, name_by) in enumerate(standards):
        yield {
            "id": id,
            "position": place,
            "area_id": "wexcombe",
            "area_name": "Wexcombe",
            "strategy": "Wexcombe’s joint commissioning strategy",
            "strategy_status": "invented example",
            "set_id": set_id,
            "set_name": set_name,
            "kind": kind,
            "is_promise": is_promise,
            "name": name,
            "name_by": name_by,
            "description": f"What {name.lower()} means.",
            "description_by": "us",
            "set_name_by": "us" if set_id == "therapy_themes" else "",
            "easy_read": f"{name} for all." if is_promise else "",
            "easy_read_by": {KINDNESS: "us", FAIRNESS: "young people"}.get(id, ""),
            "lacks": "The strategy gives no measure for it." if id == FAIRNESS else "",
            "polarity": "",
            "status": "invented example",
            "modelled_on": "",
            "note": "",
            "source": "s. 1",
        }


def _gap(id: int, group: int, people: int, standard: str | None, theme: str | None, name: str) -> Row:
    return {
        "id": id,
        "standard_id": standard,
        "theme_id": theme,
        "name": name,
        "group_id": GROUPS[group][0],
        "group_name": GROUPS[group][1],
        "people": people,
    }


def _quote(id: int, theme: str, group: int, sentiment: str, words: str) -> Row:
    return {
        "id": id,
        "theme_id": theme,
        "theme_name": theme,
        "position": id,
        "group_id": GROUPS[group][0],
        "group_name": GROUPS[group][1],
        "sentiment": sentiment,
        "kind": "typical",
        "words": words,
        "release": "released",
    }


def _shown(count: int | None) -> str:
    return "fewer than 10" if count is None else str(count)
