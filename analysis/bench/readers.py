"""Whether the names of themes tell a reader which comments are inside: a sheet to sort, and what came of it."""

from __future__ import annotations

import csv
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis.decisions import Key
from analysis.errors import AnalysisError
from analysis.findings import Findings, Segment

COMMENTS = 30
_TASK = """# Which theme is it?

Read the themes first. Then write, in the file {sheet}, the code of one theme beside the number of each comment: the one
that it fits best. Leave it empty if it fits none. A comment may say several things: sort the words in bold, and read
the rest to understand them.
"""


class SheetWrong(AnalysisError):
    """A filled sheet or a key cannot be read; the message says where."""


@dataclass(frozen=True, slots=True)
class Sorted:
    """A part of a comment on the sheet, what stands before and after it there, and where Heard has it."""

    number: int
    words: str
    code: str
    before: str = ""
    after: str = ""

    @property
    def shown(self) -> str:
        return " ".join(filter(None, (self.before, f"**{self.words.strip()}**", self.after)))


@dataclass(frozen=True, slots=True)
class Exercise:
    """Themes by code ("T1"), each with its name and further words, and the comments to sort."""

    themes: Mapping[str, tuple[str, Sequence[str]]]
    comments: Sequence[Sorted]


def make_exercise(
    findings: Findings, *, number: int = COMMENTS, unshown: frozenset[str] = frozenset(), random_state: int = 0
) -> Exercise:
    """Draw comments at random from those that have a theme. Same findings and seed, same sheet.

    Parameters
    ----------
    number : int
        How many comments; fewer where fewer say different things.
    unshown : frozenset of str
        Ids of comments that no reader may see.
    """
    read = [theme for theme in findings.themes if theme.level == findings.default_level]
    codes = {theme.id: f"T{place}" for place, theme in enumerate(sorted(read, key=lambda one: one.name), start=1)}
    held = unshown | {comment.id for comment in findings.voices.comments if comment.held}
    theme_of = {
        one.segment: codes[one.theme]
        for one in findings.assignments
        if one.theme in codes and one.segment[0] not in held
    }
    placed = {said[0]: (code, *said[1:]) for said, code in sorted(_in_their_comments(findings, theme_of))}
    ordered = sorted(placed)
    random.Random(random_state).shuffle(ordered)
    drawn = [Sorted(place, said, *placed[said]) for place, said in enumerate(ordered[:number], start=1)]
    return Exercise({codes[theme.id]: (theme.name, theme.terms) for theme in read}, drawn)


def _in_their_comments(findings: Findings, theme_of: Mapping[Key, str]) -> Iterator[tuple[tuple[str, str, str], str]]:
    """The words of each segment that has a theme, those before and after them in its comment, and the theme's code."""
    by_comment: dict[str, list[Segment]] = defaultdict(list)
    for segment in findings.segments:
        by_comment[segment.comment].append(segment)
    for segments in by_comment.values():
        ordered = sorted(segments, key=lambda one: one.ordinal)
        for place, segment in enumerate(ordered):
            if segment.key in theme_of:
                before, after = (
                    " ".join(one.words.strip() for one in rest) for rest in (ordered[:place], ordered[place + 1 :])
                )
                yield (segment.words, before, after), theme_of[segment.key]


def write_exercise(exercise: Exercise, out: Path) -> tuple[Path, Path, Path]:
    """Write what a reader reads (.md), what a reader fills (.csv), and the key (.key.csv), which no reader sees."""
    task, sheet, key = out.with_suffix(".md"), out.with_suffix(".csv"), out.with_suffix(".key.csv")
    lines = [_TASK.format(sheet=sheet.name), "## Themes", ""]
    for code in sorted(exercise.themes, key=lambda code: int(code[1:])):
        name, terms = exercise.themes[code]
        further = f" ({', '.join(terms)})" if terms else ""
        lines.append(f"- {code}: **{name}**{further}")
    lines += ["", "## Comments", "", *(f"{one.number}. {one.shown}" for one in exercise.comments)]
    try:
        task.write_text("\n".join(lines) + "\n", encoding="utf-8")
        _write(sheet, ("number", "theme"), [(one.number, "") for one in exercise.comments])
        rows = [(one.number, one.code, exercise.themes[one.code][0], one.words) for one in exercise.comments]
        _write(key, ("number", "theme", "name", "words"), rows)
    except OSError as error:
        raise SheetWrong(f"{out}: cannot be written ({error.strerror}); choose another place with --out") from error
    return task, sheet, key


def read_codes(path: Path) -> Mapping[int, str]:
    """Codes by number from a key or a filled sheet; empty where the reader found that none fits.

    Raises
    ------
    SheetWrong
        There is no such file, or it lacks the columns `number` and `theme`, or a number is none or stands twice.
    """
    codes: dict[int, str] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                number = int(row["number"])
                if number in codes:
                    raise SheetWrong(f"{path}: number {number} stands there twice")
                codes[number] = (row["theme"] or "").strip().upper()
    except (OSError, UnicodeDecodeError) as error:
        raise SheetWrong(f"{path}: cannot be read as a CSV file") from error
    except (KeyError, TypeError, ValueError) as error:
        raise SheetWrong(f"{path}: each row needs a whole number under 'number' and a code under 'theme'") from error
    return codes


def _write(path: Path, heading: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(heading)
        writer.writerows(rows)
