"""Every table, as the migrations make them."""

from feedback_app.storage.tables.areas import area, place, setting, strategy_version, survey_version
from feedback_app.storage.tables.columns import Moment, Sealed, SealedWords, metadata, new_id, now, today
from feedback_app.storage.tables.concerns import concern, concern_file, concern_step
from feedback_app.storage.tables.copies import idea_copy
from feedback_app.storage.tables.dots import dot, dots_closed, paper_dots
from feedback_app.storage.tables.findings import (
    analysis,
    assignment,
    decision,
    name,
    release,
    segment,
    theme,
)
from feedback_app.storage.tables.formats import format_request, translation_approval
from feedback_app.storage.tables.labels import standard_label
from feedback_app.storage.tables.looks import look, look_list
from feedback_app.storage.tables.own_plans import own_plan, own_plan_version
from feedback_app.storage.tables.packs import pack_edition, pack_quote, published_result
from feedback_app.storage.tables.pile_standards import pile_standard
from feedback_app.storage.tables.piles import pile, pile_name, sorted_idea, sorting
from feedback_app.storage.tables.relating import comparison, related_decision
from feedback_app.storage.tables.responses import (
    agreement,
    answer,
    attachment,
    contact,
    response,
    response_key,
    send,
    send_conflict,
)
from feedback_app.storage.tables.room_actions import workshop_action
from feedback_app.storage.tables.samples import sample, sample_label, sample_quote, sample_seat, wave_agreement
from feedback_app.storage.tables.scorings import (
    score_agreed,
    score_alone,
    score_sent,
    score_yes,
    scoring,
    seat_concern,
    seat_concern_step,
)
from feedback_app.storage.tables.sign_offs import sign_off
from feedback_app.storage.tables.sittings import part_judged, seat, seat_call, sitting
from feedback_app.storage.tables.staff import audit, one_time_link, role, session, staff, throttle
from feedback_app.storage.tables.statements import (
    statement,
    statement_off,
    statement_tap,
    statement_taps_closed,
    statement_yes,
)
from feedback_app.storage.tables.suggestions import suggested_idea, suggested_pile, suggestion
from feedback_app.storage.tables.waves import opening, wave, wave_strategy
from feedback_app.storage.tables.work import work
from feedback_app.storage.tables.workshops import (
    attendance,
    facilitator_note,
    idea,
    workshop,
    workshop_choice,
    workshop_hands,
    workshop_pass,
    workshop_step,
)

__all__ = [
    "Moment",
    "Sealed",
    "SealedWords",
    "agreement",
    "analysis",
    "answer",
    "area",
    "assignment",
    "attachment",
    "attendance",
    "audit",
    "comparison",
    "concern",
    "concern_file",
    "concern_step",
    "contact",
    "decision",
    "dot",
    "dots_closed",
    "facilitator_note",
    "format_request",
    "idea",
    "idea_copy",
    "look",
    "look_list",
    "metadata",
    "name",
    "new_id",
    "now",
    "one_time_link",
    "opening",
    "own_plan",
    "own_plan_version",
    "pack_edition",
    "pack_quote",
    "paper_dots",
    "part_judged",
    "pile",
    "pile_name",
    "pile_standard",
    "place",
    "published_result",
    "related_decision",
    "release",
    "response",
    "response_key",
    "role",
    "sample",
    "sample_label",
    "sample_quote",
    "sample_seat",
    "score_agreed",
    "score_alone",
    "score_sent",
    "score_yes",
    "scoring",
    "seat",
    "seat_call",
    "seat_concern",
    "seat_concern_step",
    "segment",
    "send",
    "send_conflict",
    "session",
    "setting",
    "sign_off",
    "sitting",
    "sorted_idea",
    "sorting",
    "staff",
    "standard_label",
    "statement",
    "statement_off",
    "statement_tap",
    "statement_taps_closed",
    "statement_yes",
    "strategy_version",
    "suggested_idea",
    "suggested_pile",
    "suggestion",
    "survey_version",
    "theme",
    "throttle",
    "today",
    "translation_approval",
    "wave",
    "wave_agreement",
    "wave_strategy",
    "work",
    "workshop",
    "workshop_action",
    "workshop_choice",
    "workshop_hands",
    "workshop_pass",
    "workshop_step",
]
