"""Which day the name of a file tells: daily notes of every program, weekly notes, worklogs."""

import pytest

from growth.exchange.file_names import file_date, named_day
from growth.exchange.month_names import in_language
from growth.exchange.written_dates import When


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2026-03-04.md", "2026-03-04"),
        ("2026-03-04 Wednesday.md", "2026-03-04"),
        ("2026_03_04.md", "2026-03-04"),
        ("20260304.md", "2026-03-04"),
        ("202603041015 The cache.md", "2026-03-04"),
        ("daily.journal.2026.03.04.md", "2026-03-04"),
        ("meeting 2026-03-04 v2.md", "2026-03-04"),
        ("March 4th, 2026.md", "2026-03-04"),
        ("Wednesday, 4 March 2026.markdown", "2026-03-04"),
        ("2026-W10.md", "2026-03-08"),
        ("weeknotes-2026W10.md", "2026-03-08"),
        ("Week 10, 2026.md", "2026-03-08"),
        ("2026-03.md", "2026-03-31"),
        ("2026-Q1.md", "2026-03-31"),
        ("brag 2026.md", "2026-12-31"),
        ("daily/2026/03/04.md", "2026-03-04"),
        ("daily/2026/03-March/04 Wed.md", "2026-03-04"),
        ("from 2020-01-01/log 2026-03-04.md", "2026-03-04"),
        ("2026-03-04", "2026-03-04"),
    ],
)
def test_a_day_in_a_name(name: str, day: str) -> None:
    when = file_date(name)
    assert when is not None and when.last.isoformat() == day


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("2026-02-30.md", "February 2026 has 28 days"),
        ("2026_13_01.md", "there is no month 13"),
        ("20260230.md", "February 2026 has 28 days"),
        ("31 Sep 2026.md", "September has 30 days"),
        ("04-03-2026.md", "04-03-2026 can be 4 March or 3 April"),
        # A number beside words may be anything.
        ("report-20261399.md", None),
        ("notes.md", None),
        ("March.md", None),
        (".md", None),
    ],
)
def test_no_day_in_a_name(name: str, why: str | None) -> None:
    assert named_day(name) == why
    assert file_date(name) is None


def test_names_in_another_language_or_a_form_of_ones_own() -> None:
    german = in_language("de", "")
    for name in ("4. März 2026.md", "4. Ma\u0308rz 2026.md", "4. Maerz 2026.md", "Mi, 4. Marz 2026.md"):
        found = named_day(name, german)
        assert isinstance(found, When) and found.last.isoformat() == "2026-03-04"
    formed = named_day("04-03-2026.md", in_language("en", "%d-%m-%Y"))
    assert isinstance(formed, When) and formed.last.isoformat() == "2026-03-04"
