"""Keys of this installation: made once, read at the start, never in the database."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from flask import current_app

from feedback_app.config import Settings
from feedback_app.storage.sealing import make_key, write_secret


def make_folders(settings: Settings) -> None:
    """Make the instance folder and the one for packs, which nobody but the user who runs Heard may open."""
    settings.instance.mkdir(parents=True, exist_ok=True)
    settings.packs.mkdir(exist_ok=True)
    for folder in (settings.instance, settings.packs):
        folder.chmod(0o700)  # one that was made before, too


def close_files(settings: Settings) -> None:
    """Whoever is handed a file of an older installation reads none of it. SQLite's other files take after the first."""
    for file in (*settings.instance.glob("heard.db*"), *settings.packs.iterdir()):
        file.chmod(0o600)


def make_keys(settings: Settings) -> None:
    """Make the keys that are missing; keys that are there are never touched."""
    settings.keys.mkdir(parents=True, exist_ok=True)
    if not list(settings.keys.glob("words-*.key")):
        make_key(settings.keys)
    if not (settings.keys / "pages.secret").exists():
        write_secret(settings.keys / "pages.secret", secrets.token_bytes(32))


def page_secret(settings: Settings) -> bytes:
    """The secret that signs staff forms and fingerprints what a page sent."""
    return (settings.keys / "pages.secret").read_bytes()


def fingerprint(body: str) -> bytes:
    """Tell two bodies apart without keeping either: keyed, so that short words cannot be guessed from it."""
    secret: bytes = current_app.config["SECRET_KEY"]
    return hmac.new(secret, b"send:" + body.encode(), hashlib.sha256).digest()


def wave_keys() -> tuple[bytes, bytes]:
    """A pair of P-256 keys (public, private; DER) to which phones seal answers while they have no signal."""
    private = ec.generate_private_key(ec.SECP256R1())
    public = private.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    secret = private.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return public, secret
