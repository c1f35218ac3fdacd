"""The sheet of one opening, printed once and kept: the same words are the same file."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import secrets
from pathlib import Path

from flask import current_app

from feedback_app.asking import Opening, find_opening
from feedback_app.printing.pdf import NotPrintable, sheet_pdf
from feedback_app.printing.sheets import Layer, SheetFor, sheet_values
from feedback_app.storage.waves import NoSuchOpening
from surveys import SurveyError


def print_opening(opening: Opening, *, large: bool = False, layer: Layer = "words", address: str = "") -> bytes:
    """The opening's survey as a PDF, with its code, who asks and the last day.

    `address` is where somebody can answer on a phone instead; it is printed while an opening is reached by a link.
    Raises NotPrintable.
    """
    wanted = SheetFor(
        audience=opening.audience,
        large=large,
        layer=layer,
        area_name=opening.area_name,
        asked_by=opening.asked_by,
        example=opening.example,
        values=opening.values,
        code=opening.code,
        address=address if opening.channel == "link" else "",
        give_back=opening.values.get("give_back", ""),
        closes=_day(opening.closes_on),
    )
    try:
        values = sheet_values(opening.survey, wanted)
    except SurveyError as problem:
        raise NotPrintable(f"This survey cannot be printed: {problem}") from problem
    digest = hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()
    kept = Path(current_app.instance_path) / "sheets" / f"{digest}.pdf"
    if not kept.exists():
        _keep(kept, sheet_pdf(values))
    return kept.read_bytes()


def opening_in(area_slug: str, code: str) -> Opening:
    """The opening of that code in an area. Raises NoSuchOpening."""
    opening = find_opening(code)
    if opening.area_slug != area_slug:
        raise NoSuchOpening
    return opening


def _keep(path: Path, pdf: bytes) -> None:
    """Whole or not at all, whoever prints the same sheet at the same moment."""
    path.parent.mkdir(exist_ok=True)
    half = path.with_suffix(f".{secrets.token_hex(4)}")
    half.write_bytes(pdf)
    half.replace(path)


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"
