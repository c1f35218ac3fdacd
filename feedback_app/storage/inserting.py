"""Inserting a row once, on SQLite and on PostgreSQL alike."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection


def insert_once(session: Connection, table: sa.Table, **values: Any) -> bool:
    """Insert a row unless a unique index says that it is there; say whether it was inserted."""
    dialect = postgresql if session.dialect.name == "postgresql" else sqlite
    row = dialect.insert(table).values(**values).on_conflict_do_nothing().returning(*table.primary_key)
    return session.execute(row).first() is not None  # psycopg does not say how many rows an insert made
