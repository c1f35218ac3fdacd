"""Pages, one module per audience."""

from __future__ import annotations

from flask import Flask, current_app, request, url_for
from flask_wtf import CSRFProtect

from feedback_app.web import (
    access,
    agreement,
    area_files,
    choosing,
    coding,
    comparisons,
    compression,
    dotting,
    errors,
    finish,
    formats,
    heads,
    health,
    labelling,
    looks,
    offline,
    paper,
    parts,
    people,
    pictures,
    plans,
    polls,
    public,
    publish,
    reader,
    releasing,
    reports,
    respond,
    room,
    safeguarding,
    safety,
    said,
    samples,
    score_results,
    scores,
    scorings,
    signed,
    signing,
    silent,
    sizes,
    stopping,
    table,
    table_decisions,
    table_themes,
    tables,
    tapping,
    theme_decisions,
    translations,
    typing_in,
    unanswered,
    workshop,
    workshop_action,
    workshop_dots,
    workshop_ideas,
    workshop_notes,
    workshop_piles,
    workshop_screen,
    workshop_standards,
    workshop_statement,
    workshop_suggestions,
)

# Respondents' forms carry no session-bound token, which a night's sleep would lose: their cookie is SameSite, every
# page's send key is random, and access.py refuses a page sent from another site.
WITHOUT_TOKENS = (
    respond.pages,
    finish.pages,
    formats.pages,
    stopping.pages,
    offline.pages,
    public.pages,
    paper.sheet,
    room.pages,
    dotting.pages,
    choosing.pages,
    tapping.pages,
)


def add_pages(app: Flask, csrf: CSRFProtect) -> None:
    """Add every page, its head lines, its errors and the guard that checks who may open it."""
    access.guard(app)  # first: who may not open a page learns nothing else about it
    sizes.measure(app)
    errors.explain_errors(app)
    csrf.init_app(app)
    compression.compress_answers(app, safe=[pages.name for pages in WITHOUT_TOKENS])
    heads.add_heads(app)
    reader.add_reader(app)
    silent.add_silence(app)
    pictures.add_pictures(app)
    for module in (
        people,
        public,
        respond,
        finish,
        formats,
        area_files,
        stopping,
        offline,
        paper,
        translations,
        typing_in,
        unanswered,
        labelling,
        safeguarding,
        releasing,
        room,
        dotting,
        workshop,
        workshop_ideas,
        workshop_screen,
        workshop_notes,
        plans,
        workshop_piles,
        workshop_suggestions,
        workshop_dots,
        workshop_standards,
        workshop_action,
        workshop_statement,
        said,
        choosing,
        tapping,
        polls,
        safety,
        tables,
        samples,
        agreement,
        coding,
        table,
        scores,
        scorings,
        score_results,
        table_decisions,
        parts,
        signing,
        signed,
        table_themes,
        theme_decisions,
        publish,
        reports,
        looks,
        comparisons,
        health,
    ):
        app.register_blueprint(module.pages)
    app.register_blueprint(paper.sheet)
    app.register_blueprint(formats.desk)
    for pages in WITHOUT_TOKENS:
        csrf.exempt(pages)
    app.context_processor(_every_page)
    access.refuse_undeclared(app)


def _every_page() -> dict[str, object]:
    return {
        "example_only": True,  # until the safety work is done
        "home_url": url_for("public.home"),
        "words_url": url_for("public.words"),
        "format_url": url_for("public.another_format"),
        "receipt_url": url_for("public.receipt"),
        "help_url": url_for("public.help_lines"),
        "leave_url": current_app.config["LEAVE_TO"],
        "reading_url": url_for("public.reading"),
        # a page that came of sending a form may not be there to go back to
        "reading_back": request.full_path.rstrip("?") if request.method == "GET" else url_for("public.home"),
    }
