"""Time stamps of programs, and the day each is where it was written."""

import datetime
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.exchange.instants import instant, of_seconds, seconds_between


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()


@pytest.mark.usefixtures("berlin")
@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("20261123T233000Z", "2026-11-24T00:30:00+01:00"),
        ("2026-11-23T23:30:00.123Z", "2026-11-24T00:30:00+01:00"),
        ("2026-11-23 23:30:00 UTC", "2026-11-24T00:30:00+01:00"),
        ("2026-11-23T23:30:00+00:00", "2026-11-24T00:30:00+01:00"),
        ("2026-11-23T23:30:00-08:00", "2026-11-23T23:30:00-08:00"),
        ("2026-11-23 23:30 +0530", "2026-11-23T23:30:00+05:30"),
        ("2026-11-23T23:30:60", "2026-11-23T23:30:59"),
        ("2026-11-23", "2026-11-23T00:00:00"),
        ("20261123", "2026-11-23T00:00:00"),
        ("1795476600", "2026-11-24T00:30:00+01:00"),
        ("1795476600000", "2026-11-24T00:30:00+01:00"),
    ],
)
def test_what_a_stamp_stands_for(text: str, moment: str) -> None:
    found = instant(text)
    assert found is not None
    assert found.isoformat() == moment


@pytest.mark.parametrize(
    "text",
    [
        "", "2026", "2026-02-30", "2026-11-23T25:00:00Z", "00000101T000000Z",
        "0001-01-01T00:00:00Z!", "2026-11-23T10:00:00+99:00", "12345", "٢٠٢٦-١١-٢٣", "tomorrow",
    ],
)  # fmt: skip
def test_what_is_none(text: str) -> None:
    found = instant(text)
    assert found is None


@pytest.mark.parametrize("seconds", [1e18, -1e18, float("inf"), float("nan"), 1e300])
def test_seconds_beyond_the_calendar(seconds: float) -> None:
    assert of_seconds(seconds) is None


def test_a_length_needs_two_of_a_kind() -> None:
    plain, placed = datetime.datetime(2026, 1, 1), datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    assert seconds_between(plain, placed) is None
    assert seconds_between(plain, plain + datetime.timedelta(minutes=1)) == 60


@given(st.datetimes(timezones=st.just(datetime.UTC), min_value=datetime.datetime(1, 1, 2)))
def test_what_is_written_is_read(moment: datetime.datetime) -> None:
    found = instant(moment.strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0"))
    assert found == moment.replace(microsecond=0)


@given(st.text(max_size=40))
def test_any_text_is_a_moment_or_none(text: str) -> None:
    found = instant(text)
    assert found is None or found.year
