"""The kinds of column that every table is made of."""

from __future__ import annotations

import datetime as dt
import secrets
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def new_id() -> str:
    """128 random bits as 32 hexadecimal letters."""
    return secrets.token_hex(16)


@dataclass(frozen=True, slots=True)
class SealedWords:
    """Words as the database holds them: AES-GCM, the key's id in front, bound to one row."""

    sealed: bytes


class Sealed(TypeDecorator[SealedWords]):
    """A column that refuses anything but sealed words, so that no plain text is ever written by mistake."""

    impl = sa.LargeBinary
    cache_ok = True

    def process_bind_param(self, value: SealedWords | None, dialect: Dialect) -> bytes | None:
        if value is None:
            return None
        if not isinstance(value, SealedWords):
            raise TypeError("this column takes sealed words only")
        return value.sealed

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> SealedWords | None:
        return None if value is None else SealedWords(bytes(value))


class Moment(TypeDecorator[dt.datetime]):
    """A time in UTC. Only concerns, sessions, work and audit have one; responses and answers hold a date."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise TypeError("a moment needs its time zone")
        return value.astimezone(dt.UTC)

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        return None if value is None else value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value


def now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def today() -> dt.date:
    """The local date: the only trace of time that a response or an answer keeps."""
    return dt.datetime.now().astimezone().date()


def row_id() -> sa.Column[str]:
    return sa.Column("id", sa.String(32), primary_key=True)


def area_id() -> sa.Column[str]:
    """Every row that holds anything of an area has this."""
    return sa.Column("area_id", sa.String(32), sa.ForeignKey("area.id"), nullable=False, index=True)


def ref(name: str, table: str, *, nullable: bool = False, ondelete: str | None = None) -> sa.Column[str]:
    """A reference to another table's row, indexed."""
    key = sa.ForeignKey(f"{table}.id", ondelete=ondelete)
    return sa.Column(name, sa.String(32), key, nullable=nullable, index=True)


def text(name: str, *, nullable: bool = False, default: str | None = None, **more: Any) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=nullable, server_default=default, **more)
