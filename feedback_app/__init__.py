"""Heard: the app's factory, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from feedback_app.config import Settings


def create_app(settings: Settings | None = None) -> Flask:
    """Make the app from its settings. Needs the keys and an up-to-date database: `heard init` makes both."""
    from functools import lru_cache

    from flask import Flask
    from flask_wtf import CSRFProtect

    from feedback_app import protecting, translating, web
    from feedback_app.config import read_settings
    from feedback_app.storage.db import open_database
    from feedback_app.storage.sealing import read_keyring
    from feedback_app.web.files import address_of_files
    from surveys import survey_from_json
    from surveys.shared import load_shared
    from surveys.translations import load_translations

    settings = settings or read_settings()
    app = Flask(__name__, static_url_path=address_of_files(), instance_path=str(settings.instance))
    app.extensions["heard_settings"] = settings
    app.extensions["heard_keyring"] = read_keyring(settings.keys)
    app.extensions["heard_database"] = open_database(settings.database_url)
    # a published version never changes, so each app reads it once
    app.extensions["heard_read_survey"] = lru_cache(maxsize=64)(survey_from_json)
    app.extensions["heard_languages"] = load_translations(load_shared())
    app.extensions["heard_digests"] = translating.digests_of(app.extensions["heard_languages"])
    app.config.update(
        SECRET_KEY=protecting.page_secret(settings),
        SESSION_COOKIE_NAME="heard-forms",
        SESSION_COOKIE_SECURE=settings.https,
        SESSION_COOKIE_SAMESITE="Lax",
        MAX_CONTENT_LENGTH=256 * 1024,
        CODE_TRIES=settings.code_tries,
        LEAVE_TO=settings.leave_to,
        WTF_CSRF_TIME_LIMIT=None,  # an expired token must not lose an answer
    )
    web.add_pages(app, CSRFProtect())
    return app
