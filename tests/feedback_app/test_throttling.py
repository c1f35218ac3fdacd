"""Throttling: nobody can try all the codes, and no address is kept."""

from __future__ import annotations

import datetime as dt

import pytest
import sqlalchemy as sa

from feedback_app import throttling
from feedback_app.storage.db import reading, transaction
from feedback_app.storage.tables import now, throttle
from feedback_app.throttling import TooManyTries

pytestmark = pytest.mark.usefixtures("inside")


def test_an_address_that_used_up_its_wrong_codes_must_wait() -> None:
    for _ in range(3):
        throttling.refuse_too_many("127.0.0.1", 3)
        throttling.count_wrong_code("127.0.0.1")

    with pytest.raises(TooManyTries, match="ten minutes"):
        throttling.refuse_too_many("127.0.0.1", 3)


def test_one_more_may_be_tried_every_few_seconds() -> None:
    for _ in range(3):
        throttling.count_wrong_code("127.0.0.1")
    with transaction() as session:
        session.execute(throttle.update().values(ends_at=now() + dt.timedelta(seconds=2 * throttling.SECONDS - 1)))

    throttling.refuse_too_many("127.0.0.1", 3)
    throttling.count_wrong_code("127.0.0.1")

    with pytest.raises(TooManyTries):
        throttling.refuse_too_many("127.0.0.1", 3)


def test_a_code_that_led_somebody_in_from_an_address_is_not_refused_there_and_nowhere_else() -> None:
    throttling.remember_code("127.0.0.1", "ABCDEF")
    throttling.remember_code("127.0.0.1", "ABCDEF")
    for address in ("127.0.0.1", "::1"):
        for _ in range(5):
            throttling.count_wrong_code(address)

    throttling.refuse_too_many("127.0.0.1", 3, code="ABCDEF")

    for address, code in (("127.0.0.1", "ABCDEG"), ("::1", "ABCDEF"), ("127.0.0.1", "")):
        with pytest.raises(TooManyTries):
            throttling.refuse_too_many(address, 3, code=code)


def test_another_address_need_not_wait() -> None:
    for _ in range(3):
        throttling.count_wrong_code("127.0.0.1")

    throttling.refuse_too_many("::1", 3)


def test_after_its_time_it_may_try_again_and_the_count_is_gone() -> None:
    for _ in range(3):
        throttling.count_wrong_code("127.0.0.1")
    with transaction() as session:
        session.execute(throttle.update().values(ends_at=now() - dt.timedelta(seconds=1)))

    throttling.refuse_too_many("127.0.0.1", 3)
    throttling.count_wrong_code("::1")

    with reading() as session:
        assert session.execute(sa.select(throttle.c.tries)).scalars().all() == [1]


def test_no_address_is_kept() -> None:
    throttling.count_wrong_code("127.0.0.1")

    with reading() as session:
        assert "127.0.0.1" not in repr(session.execute(sa.select(throttle)).all())
