"""Names of months and days in other languages, beside the English ones."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.errors import WrongUsage
from growth.exchange.month_names import ENGLISH, MONTHS, in_language, names
from growth.exchange.written_dates import When, is_range, read

LANGUAGES = ("da", "de", "es", "fi", "fr", "it", "ja", "nb", "nl", "pl", "pt", "ru", "sv")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Mittwoch, den 4. März 2026"),
        ("de-AT", "Mi., 4. März 2026"),
        ("fr", "mercredi 4 mars 2026"),
        ("fr", "Mar 4, 2026"),
        ("es", "miércoles, 4 de marzo de 2026"),
        ("es", "miercoles 4 de marzo de 2026"),
        ("pt_BR", "4 de março de 2026"),
        ("it", "4 marzo 2026"),
        ("nl", "woensdag 4 maart 2026"),
        ("pl", "4 marca 2026"),
        ("ru", "4 марта 2026"),
        ("sv", "4 mars 2026"),
        ("fi", "4. maaliskuuta 2026"),
        ("ja", "2026年3月4日"),
        ("de", "March 4, 2026"),
    ],
)
def test_a_day_in_words(lang: str, text: str) -> None:
    when = read(text, None, names(lang))
    assert isinstance(when, When), when
    assert when.last.isoformat() == "2026-03-04"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("28.–30. August 2023", "2023-08-28", "2023-08-30"),
        ("28. August bis 2. September 2023", "2023-08-28", "2023-09-02"),
        ("KW 10, 2026", "2026-03-02", "2026-03-08"),
        ("Dez. 2026", "2026-12-01", "2026-12-31"),
    ],
)
def test_more_than_a_day_in_german(text: str, first: str, last: str) -> None:
    when = read(text, None, names("de"))
    assert isinstance(when, When)
    assert (when.first.isoformat(), when.last.isoformat()) == (first, last)


def test_what_no_calendar_has_is_told_in_any_language() -> None:
    assert read("31. September 2026", None, names("de")) == "September has 30 days"
    assert read("4. März 2026", None) is None


@pytest.mark.parametrize("code", ["xx", "english", "", "de_XX_YY_ZZ", "\0"])
def test_a_language_that_is_none_is_refused(code: str) -> None:
    with pytest.raises(WrongUsage) as refused:
        names(code)
    assert refused.value.message == f"--lang {code!r} is no language that is known"
    assert refused.value.hint.startswith("name it by its code: de, ")


def test_a_form_needs_its_year() -> None:
    with pytest.raises(WrongUsage, match="has no year"):
        in_language("en", "%d/%m")


@given(st.sampled_from(LANGUAGES), st.integers(1, 12), st.integers(1, 28))
def test_english_is_read_beside_every_language(lang: str, month: int, day: int) -> None:
    when = read(f"{day} {MONTHS[month - 1]} 2026", None, names(lang))
    assert isinstance(when, When) and (when.last.month, when.last.day) == (month, day)


def test_a_range_has_two_days_that_are_written() -> None:
    assert is_range("28–30 Aug 2023") and is_range("Mon 2 Mar - Fri 6 Mar 2026", ENGLISH)
    assert not is_range("2026-W10") and not is_range("H1 2026") and not is_range("2026-03-04")


def test_english_needs_no_library() -> None:
    code = "import sys; from growth.exchange import markdown_dated, month_names; month_names.names('en'); "
    code += "sys.exit('babel' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
