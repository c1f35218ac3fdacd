"""The type of a row of any shape."""

from __future__ import annotations

from typing import Any, TypeAlias

import sqlalchemy as sa
from sqlalchemy.engine import Row

Record: TypeAlias = Row[*tuple[Any, ...]]
Query: TypeAlias = sa.Select[*tuple[Any, ...]]
