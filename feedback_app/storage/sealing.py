"""Sealing words: AES-GCM with a key from the instance folder, bound to the table and row that hold them."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from flask import current_app

from feedback_app.errors import KeysMissing, WordsDoNotOpen
from feedback_app.storage.tables import SealedWords

KEY_ID_BYTES = 4
NONCE_BYTES = 12


@dataclass(frozen=True, slots=True)
class Keyring:
    """Keys by id. New words are sealed with `newest`; older keys only open."""

    keys: Mapping[bytes, bytes]
    newest: bytes

    def seal(self, words: str | bytes, row: str) -> SealedWords:
        """Seal words for one row, named `table:id`. The same words seal differently each time."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        data = words.encode() if isinstance(words, str) else words
        box = AESGCM(self.keys[self.newest]).encrypt(nonce, data, self.newest + row.encode())
        return SealedWords(self.newest + nonce + box)

    def unseal_bytes(self, sealed: SealedWords, row: str) -> bytes:
        """Open what was sealed for this row; raise WordsDoNotOpen if the key, the row or the bytes are others."""
        data = sealed.sealed
        key_id, nonce = data[:KEY_ID_BYTES], data[KEY_ID_BYTES : KEY_ID_BYTES + NONCE_BYTES]
        if key_id not in self.keys:
            raise WordsDoNotOpen
        try:
            return AESGCM(self.keys[key_id]).decrypt(nonce, data[KEY_ID_BYTES + NONCE_BYTES :], key_id + row.encode())
        except InvalidTag as wrong:
            raise WordsDoNotOpen from wrong

    def unseal(self, sealed: SealedWords, row: str) -> str:
        return self.unseal_bytes(sealed, row).decode()


def current_keyring() -> Keyring:
    keyring: Keyring = current_app.extensions["heard_keyring"]
    return keyring


def seal(words: str | bytes, row: str) -> SealedWords:
    return current_keyring().seal(words, row)


def unseal(sealed: SealedWords, row: str) -> str:
    return current_keyring().unseal(sealed, row)


def unseal_bytes(sealed: SealedWords, row: str) -> bytes:
    return current_keyring().unseal_bytes(sealed, row)


def read_keyring(folder: Path) -> Keyring:
    """Read every `words-*.key`; the last by name is the newest. Raises KeysMissing when there is none."""
    files = sorted(folder.glob("words-*.key"))
    if not files:
        raise KeysMissing
    keys = {bytes.fromhex(file.stem.rpartition("-")[2]): file.read_bytes() for file in files}
    return Keyring(keys, bytes.fromhex(files[-1].stem.rpartition("-")[2]))


def make_key(folder: Path) -> Path:
    """Make one more key, named by its number and a random id, readable by this user alone."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    number = len(list(folder.glob("words-*.key"))) + 1
    return write_secret(folder / f"words-{number:04d}-{secrets.token_hex(KEY_ID_BYTES)}.key", secrets.token_bytes(32))


def write_secret(path: Path, data: bytes) -> Path:
    """Write a file that did not exist before and that only this user can read."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    return path
