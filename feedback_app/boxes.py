"""A box: what a phone without a signal sealed to its wave's public key. docs/offline.md has the format."""

from __future__ import annotations

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from feedback_app.errors import HeardError, read_by_people

LABEL = b"heard box 1"
POINT_BYTES = 65  # an uncompressed point of P-256
NONCE_BYTES = 12


class BoxDoesNotOpen(HeardError):
    words = read_by_people("We could not open this answer.")


def read_private_key(private_key: bytes) -> ec.EllipticCurvePrivateKey:
    """The wave's private key, from DER (PKCS8)."""
    key = serialization.load_der_private_key(private_key, password=None)
    assert isinstance(key, ec.EllipticCurvePrivateKey), "waves have P-256 keys"  # noqa: S101 - a slip of ours
    return key


def open_box(key: ec.EllipticCurvePrivateKey, box: bytes, bound_to: str) -> bytes:
    """Open a box that was sealed for this opening and this send key. Raises BoxDoesNotOpen."""
    point, nonce, sealed = box[:POINT_BYTES], box[POINT_BYTES : POINT_BYTES + NONCE_BYTES], box[POINT_BYTES:]
    try:
        phone = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
        secret = key.exchange(ec.ECDH(), phone)
        return AESGCM(_derived(secret, point)).decrypt(nonce, sealed[NONCE_BYTES:], bound_to.encode())
    except (ValueError, InvalidTag) as wrong:
        raise BoxDoesNotOpen from wrong


def seal_box(public_key: bytes, data: bytes, bound_to: str) -> bytes:
    """Seal as a phone does, to a wave's public key (DER, SubjectPublicKeyInfo)."""
    wave_key = serialization.load_der_public_key(public_key)
    assert isinstance(wave_key, ec.EllipticCurvePublicKey), "waves have P-256 keys"  # noqa: S101 - a slip of ours
    once = ec.generate_private_key(ec.SECP256R1())
    point = once.public_key().public_bytes(serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint)
    nonce = secrets.token_bytes(NONCE_BYTES)
    key = _derived(once.exchange(ec.ECDH(), wave_key), point)
    return point + nonce + AESGCM(key).encrypt(nonce, data, bound_to.encode())


def bound_to(code: str, send_key: str) -> str:
    """What a box is good for: one answer of one opening."""
    return f"{code}/{send_key}"


def _derived(secret: bytes, point: bytes) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=point, info=LABEL).derive(secret)
