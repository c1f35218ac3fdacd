"""How this reader wants the pages: layer, language, size, space, letters, colours, calm. Kept for the visit alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from babel import Locale
from flask import Flask, Response, current_app, g, has_request_context, request
from flask_babel import Babel

from surveys.layers import ENGLISH

COOKIE = "heard-reading"
BRITISH = "en-GB"  # what the English pages are written in
RIGHT_TO_LEFT = frozenset({"ar", "ckb", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
# what may be chosen, by the name of the field without `read-`; the first is what a reader has who chose nothing
CHOICES: Mapping[str, tuple[str, ...]] = {
    "layer": ("words", "easy", "pictures", "bsl"),
    "size": ("normal", "bigger", "biggest"),
    "space": ("normal", "wider"),
    "letters": ("normal", "easier"),
    "colours": ("phone", "light", "dark", "strong"),
    "calm": ("off", "on"),
}


@dataclass(frozen=True, slots=True)
class Reader:
    """One reader's choices. `languages` are those that this page may be shown in, English first."""

    layer: str = "words"
    size: str = "normal"
    space: str = "normal"
    letters: str = "normal"
    colours: str = "phone"
    calm: str = "off"
    language: str = ENGLISH
    languages: tuple[str, ...] = (ENGLISH,)

    @property
    def tag(self) -> str:
        """The page's language as its `lang` says it."""
        return BRITISH if self.language == ENGLISH else self.language

    @property
    def direction(self) -> str:
        return direction(self.language)

    @property
    def kept_layer(self) -> str:
        """The layer as answers keep it."""
        return "standard" if self.layer == "words" else self.layer

    @property
    def named_languages(self) -> list[tuple[str, str]]:
        """Each language's code and its own name for itself."""
        return [(code, name_of(code)) for code in self.languages]


def add_reader(app: Flask) -> None:
    """Words round the questions come from `translations/`; English is written in the templates themselves."""
    Babel(app, default_locale=ENGLISH, locale_selector=lambda: current().language)
    app.context_processor(lambda: {"reader": current(), "switching": is_switching()})
    app.after_request(_remember)


def current() -> Reader:
    """This reader's choices; English alone until a page has said which languages it may be shown in, or without one."""
    if not has_request_context():
        return Reader()
    chosen: Reader = g.get("reader") or _chosen((ENGLISH,))
    return chosen


def offer(languages: Sequence[str]) -> None:
    """Say which languages, beside English, the page may be shown in; and read what the panel sent, if it was used."""
    g.switching = request.method == "POST" and ("read-layer" in request.form or "read-use" in request.form)
    g.reader = _chosen((ENGLISH, *languages))


def is_switching() -> bool:
    """Whether a button of the panel was pressed: the page comes back as it was, and nothing on it is kept."""
    return bool(g.get("switching"))


def direction(language: str) -> str:
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


def name_of(language: str) -> str:
    """A language's own name for itself, as it writes it."""
    name = str(Locale.parse(language, sep="-").get_display_name() or language)
    return name[:1].upper() + name[1:]


def _chosen(languages: tuple[str, ...]) -> Reader:
    """What the panel sent just now, or what the phone has kept. Anything else than a choice counts as no choice."""
    kept = _kept()
    if is_switching():
        sent = {name: request.form.get(f"read-{name}", "") for name in (*CHOICES, "language")}
        kept = {**kept, **{name: value for name, value in sent.items() if value}}
    found = {name: kept[name] for name, allowed in CHOICES.items() if kept.get(name) in allowed}
    language = kept.get("language", ENGLISH)
    reader = Reader(**found, languages=languages)
    return replace(reader, language=language) if language in languages else reader


def _known() -> frozenset[str]:
    return frozenset({ENGLISH, *current_app.extensions["heard_languages"]})


def _kept() -> dict[str, str]:
    pieces = (piece.partition("-") for piece in request.cookies.get(COOKIE, "").split("."))
    return {name: value for name, _, value in pieces if value}


def _remember(response: Response) -> Response:
    """A session cookie of choices and nothing else: it is no secret and names nobody."""
    if not is_switching() or response.status_code >= 400:
        return response
    reader = current()
    wanted = request.form.get("read-language") or _kept().get("language", ENGLISH)
    # a language that this page is not offered in may be offered on the next one
    kept = {name: getattr(reader, name) for name in CHOICES} | {"language": wanted if wanted in _known() else ENGLISH}
    response.set_cookie(
        COOKIE,
        ".".join(f"{name}-{value}" for name, value in kept.items()),
        httponly=True,
        samesite="Lax",
        secure=current_app.config["SESSION_COOKIE_SECURE"],
    )
    return response
