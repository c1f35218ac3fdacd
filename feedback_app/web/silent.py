"""What a phone needs on an ordinary page to go on when its signal goes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from flask import Flask, Response, g, json, request

from feedback_app.answering import Visit
from surveys.compiled import Ask, Each, compile_routing


def add_silence(app: Flask) -> None:
    app.context_processor(_keeps_blank)
    app.after_request(_say_where_next)


def known(visit: Visit) -> Mapping[str, tuple[str, ...]]:
    """Which questions were passed, as static/routing.js reads it. What was chosen, only where the way depends on it.

    An answer of an earlier visit is one that was passed: the page must not tell what it was.
    """
    deciding = set(_deciding())
    return {
        f"{question}/{repeat}": kept.options if question in deciding and visit.shows(kept) else ()
        for (question, repeat), kept in visit.answers.items()
    }


def _keeps_blank() -> dict[str, object]:
    # a tablet that many share keeps nothing of anybody, and needs a signal
    return {"keeps_blank": "opening" in g and not g.tablet}


def _say_where_next(response: Response) -> Response:
    """A script that sent a page reads where to go, so that the browser loads the next page once and shows it."""
    if response.status_code == 303 and "opening" in g and request.headers.get("Accept") == "application/json":
        response.set_data(json.dumps({"to": response.headers.pop("Location")}))
        response.mimetype = "application/json"
        response.status_code = 200
    return response


def _deciding() -> Iterator[str]:
    """The questions whose answers decide what comes after them."""
    for part in compile_routing(g.opening.survey).parts:
        if isinstance(part, Ask):
            yield from _learning([part])
        elif isinstance(part, Each):
            yield part.chosen_at
            yield from _learning(part.asks)
            yield from [part.again.question] if part.again else []
        else:
            yield part.at


def _learning(asks: tuple[Ask, ...] | list[Ask]) -> Iterator[str]:
    return (ask.question for ask in asks if ask.learns)
