"""Sheets to print: staff find one for each opening, and anybody finds the one of their code."""

from __future__ import annotations

import io
from pathlib import Path

from flask import Flask
from pypdf import PdfReader

from feedback_app.storage.tables import today
from tests.desk import come_in
from tests.phone import Phone, soup
from tests.term import AREA, Term, open_for_a_month


def words_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def test_staff_find_a_sheet_for_each_opening(app: Flask, term: Term) -> None:
    desk = come_in(app, term.staff["Bea"])

    page = desk.get(f"/areas/{AREA}/sheets/")

    links = [str(link["href"]) for link in soup(page).select("main a[href*='.pdf']")]
    assert len(links) == 6
    assert len(soup(page).select("main a[href*='/typing/']")) == 4
    pdf = desk.get(links[0])
    assert pdf.mimetype == "application/pdf"
    read = words_of(pdf.data)
    assert "Asked by Wexcombe Council and the NHS." in read
    assert "Invented example" in read
    assert str(today().year) in read


def test_large_print_has_more_pages(app: Flask, term: Term) -> None:
    desk = come_in(app, term.staff["Sam"])

    ordinary, large = (
        PdfReader(io.BytesIO(desk.get(f"/areas/{AREA}/sheets/{term.families}.pdf{size}").data))
        for size in ("", "?size=large")
    )

    assert len(large.pages) > len(ordinary.pages)


def test_who_may_not_print_is_refused_and_another_areas_code_leads_nowhere(app: Flask, term: Term) -> None:
    assert come_in(app, term.staff["Dana"]).get(f"/areas/{AREA}/sheets/").status_code == 403
    assert come_in(app, term.staff["Bea"]).get(f"/areas/{AREA}/sheets/ABCD-EF.pdf").status_code == 404


def test_anybody_with_the_code_can_print_its_sheet(phone: Phone) -> None:
    link = soup(phone.get()).select_one("a[href$='sheet.pdf']")
    assert link is not None

    pdf = phone.client.get(str(link["href"]))

    assert pdf.mimetype == "application/pdf"
    assert phone.code in words_of(pdf.data)


def test_a_telephone_or_paper_opening_names_no_phone_address(app: Flask, term: Term) -> None:
    with app.app_context():
        code = open_for_a_month("parent-carer", "parent_carer", channel="paper")
    desk = come_in(app, term.staff["Bea"])

    read = words_of(desk.get(f"/areas/{AREA}/sheets/{code}.pdf").data)

    assert "answer on a phone" not in read
    assert code in read


def test_a_sheet_is_set_once_and_kept(app: Flask, phone: Phone) -> None:
    first = phone.get("sheet.pdf").data
    (kept,) = (Path(app.instance_path) / "sheets").glob("*")
    kept.write_bytes(b"%PDF- as it was kept")

    assert first.startswith(b"%PDF-")
    assert phone.get("sheet.pdf").data == b"%PDF- as it was kept"
