"""Translating: words in another language are a draft that no respondent sees until a named speaker approves them."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable

from babel.messages.mofile import read_mo
from flask import current_app

from feedback_app.errors import HeardError, NotFound
from feedback_app.forms.fields import is_a_name
from feedback_app.storage import approvals, areas, staff
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.tables import today
from surveys import Survey, load_survey
from surveys.shared import load_shared
from surveys.side_by_side import Row, common_rows, survey_rows
from surveys.translations import Language, Translation

PAGES, COMMON = "pages", "common"  # the words round the questions, and those that all surveys share


class NoSuchTranslation(NotFound):
    words = "There is no draft of that. `heard translations list` shows what there is."


class NoSpeaker(HeardError):
    words = "Give the name of the person who speaks the language and has read every word."


class NoInterpreter(HeardError):
    words = "Give the name of the person who puts it into English, or nothing at all where nobody does any more."


@dataclass(frozen=True, slots=True)
class Draft:
    """Words of one subject in one language, and who approved them for an area: nobody, where `speaker` is empty."""

    language: str
    subject: str
    digest: str
    speaker: str
    approved_on: dt.date | None


def languages() -> Mapping[str, Language]:
    """Every language there are words in, approved or not."""
    found: Mapping[str, Language] = current_app.extensions["heard_languages"]
    return found


def subject_of(survey: Survey) -> str:
    return f"{survey.id} {survey.version}"


def offered(area_id: str, survey: Survey) -> tuple[str, ...]:
    """The languages that a survey's pages may be read in: each part that a page shows is approved as it is now."""
    if not languages():
        return ()
    with reading() as session:
        rows = approvals.standing(session, area_id)
    approved = {(row.language, row.subject, row.digest) for row in rows}
    needed = (PAGES, COMMON, subject_of(survey))
    return tuple(
        code
        for code, has in _current_digests().items()
        if all((code, part, has.get(part)) in approved for part in needed)
    )


def offered_before_any_area() -> tuple[str, ...]:
    """The languages of the pages that belong to no area: those whose page words some area has approved."""
    if not languages():
        return ()
    with reading() as session:
        rows = approvals.standing_anywhere(session, PAGES)
    approved = {(row.language, row.digest) for row in rows}
    return tuple(code for code, has in _current_digests().items() if (code, has.get(PAGES)) in approved)


def translation_of(survey: Survey, language: str) -> Translation | None:
    """A survey's words in a language; whether they may be shown is for `offered`."""
    found = languages().get(language)
    return found.of(survey.id, survey.version) if found else None


def digests_of(found: Mapping[str, Language]) -> dict[str, dict[str, str]]:
    """What approval is given to, by language and subject: the digests of the words as they are. Ask once, at start."""
    return {code: _digests(language) for code, language in found.items()}


def drafts(area_slug: str) -> list[Draft]:
    """Every part of every language, with the approval that stands for exactly its words."""
    with reading() as session:
        rows = approvals.standing(session, areas.by_slug(session, area_slug).id)
    approved = {(row.language, row.subject, row.digest): row for row in rows}
    found = []
    for code, has in _current_digests().items():
        for subject, digest in has.items():
            row = approved.get((code, subject, digest))
            found.append(
                Draft(code, subject, digest, row.speaker if row else "", row.approved_on if row else None),
            )
    return found


def approve(area_slug: str, language: str, subject: str, speaker: str, *, staff_id: str | None = None) -> None:
    """Let respondents of an area read one subject in a language, exactly as it is now.

    Raises NoSuchTranslation, NoSpeaker.
    """
    if not is_a_name(speaker):
        raise NoSpeaker
    digest = _draft_digest(language, subject)
    with transaction() as session:
        area = areas.by_slug(session, area_slug)
        approvals.approve(
            session,
            area.id,
            language=language,
            subject=subject,
            digest=digest,
            speaker=speaker.strip(),
            staff_id=staff_id,
            on=today(),
        )
        staff.note(session, "translation approved", area_id=area.id, staff_id=staff_id, subject=f"{language} {subject}")


def withdraw(area_slug: str, language: str, subject: str, *, staff_id: str | None = None) -> None:
    """From now on nobody reads one subject in a language. Raises NoSuchTranslation where nothing stood."""
    with transaction() as session:
        area = areas.by_slug(session, area_slug)
        if not approvals.withdraw(session, area.id, language=language, subject=subject, on=today()):
            raise NoSuchTranslation
        staff.note(
            session, "translation withdrawn", area_id=area.id, staff_id=staff_id, subject=f"{language} {subject}"
        )


def name_interpreter(area_slug: str, language: str, name: str) -> None:
    """Say who puts into English what is written in a language; without one, its free boxes take no words.

    Raises NoSuchTranslation, NoInterpreter.
    """
    if language not in languages():
        raise NoSuchTranslation
    if name.strip() and not is_a_name(name):
        raise NoInterpreter
    with transaction() as session:
        area = areas.by_slug(session, area_slug)
        interpreters = {**area.details.get("interpreters", {}), language: name.strip()}
        named = {code: one for code, one in interpreters.items() if one}
        areas.set_details(session, area.id, {**area.details, "interpreters": named})
        staff.note(session, "interpreter named", area_id=area.id, staff_id=None, subject=language)


def side_by_side(language: str, subject: str) -> list[Row]:
    """What a speaker reads before approving: where it stands, the English, the draft. Raises NoSuchTranslation."""
    _draft_digest(language, subject)
    found = languages()[language]
    if subject == PAGES:
        rows = _page_rows(language)
    elif subject == COMMON:
        rows = list(common_rows(found.common, load_shared()))
    else:
        id = subject.partition(" ")[0]
        rows = list(survey_rows(load_survey(id), found.surveys[id]))
    return [row for row in rows if row[1] or row[2]]


def _page_rows(language: str) -> list[Row]:
    with _page_words(language).open("rb") as file:
        return [("page", str(one.id), str(one.string)) for one in read_mo(file) if one.id]


def _page_words(language: str) -> Traversable:
    return resources.files("feedback_app") / "translations" / language / "LC_MESSAGES" / "messages.mo"


def _draft_digest(language: str, subject: str) -> str:
    digest = _current_digests().get(language, {}).get(subject)
    if digest is None:
        raise NoSuchTranslation
    return digest


def _current_digests() -> Mapping[str, Mapping[str, str]]:
    found: Mapping[str, Mapping[str, str]] = current_app.extensions["heard_digests"]
    return found


def _digests(language: Language) -> dict[str, str]:
    found = {COMMON: language.common.digest}
    pages = _page_words(language.code)
    if pages.is_file():
        found[PAGES] = hashlib.sha256(pages.read_bytes()).hexdigest()
    return found | {f"{id} {words.version}": words.digest for id, words in language.surveys.items()}
