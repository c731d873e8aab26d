"""Reading: what a home may look like, and what stops a reader or a writer."""

import datetime
import os
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from growth.errors import Damaged, SystemRefused
from growth.records.dates import EVER, Period
from growth.records.entry import Entry
from growth.rules.select import found
from growth.store import checks
from growth.store.change import changing
from growth.store.search import candidates, ending_in
from growth.store.storage import decode, encode
from growth.store.store import Store
from growth.text.fold import fold

NOON = datetime.datetime(2026, 11, 24, 12, 0, tzinfo=datetime.UTC)
TODAY = NOON.date()
Opened = Callable[..., Store]


def log(store: Store, title: str, day: datetime.date = TODAY, **more) -> Entry:
    with changing(store, "log") as change:
        return change.add(Entry(day=day, title=title, created=NOON, **more))


def test_a_home_open_to_others_is_closed_with_a_word(home: Path, opened: Opened, told: list[str]) -> None:
    log(opened(), "x")
    home.chmod(0o755)
    assert len(list(opened().entries())) == 1
    assert told == [f"{home} was open to others; it is now yours only"]
    assert home.stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a directory away")
def test_a_home_of_somebody_else_is_refused(home: Path, opened: Opened) -> None:
    home.mkdir(mode=0o700)
    os.chown(home, 12345, -1)
    with pytest.raises(Damaged, match="belongs to another user"):
        list(opened().entries())


def test_a_home_that_is_no_directory_is_refused(home: Path, opened: Opened) -> None:
    home.write_text("")
    with pytest.raises(SystemRefused, match="not a directory"):
        list(opened().entries())
    with pytest.raises(SystemRefused, match="not a directory"):
        list(Store(home / "x", lambda: NOON, print).entries())


def test_a_store_that_another_command_has_just_begun_is_read(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    from growth.store import meta

    real, calls = meta.read, [0]

    def late(home):
        calls[0] += 1
        if calls[0] == 1:
            # Between the two looks of this reader somebody makes the first entry of all.
            monkeypatch.setattr(meta, "read", real)
            log(opened(), "first")
            monkeypatch.setattr(meta, "read", late)
            return None, ""
        return real(home)

    monkeypatch.setattr(meta, "read", late)
    assert [entry.title for entry in opened().entries()] == ["first"]


def test_only_the_months_of_a_period_are_read(store: Store, opened: Opened, home: Path) -> None:
    for month in (8, 9, 10, 11):
        log(store, f"month {month}", datetime.date(2026, month, 1))
    (home / "journal/2026-08.json").write_text("{")
    (home / "journal/2026-10.json").write_text("{")
    september = Period(datetime.date(2026, 9, 1), datetime.date(2026, 10, 1))
    assert [entry.title for entry in opened().entries(september)] == ["month 9"]
    since = Period(datetime.date(2026, 11, 1), None)
    assert [entry.title for entry in opened().entries(since)] == ["month 11"]
    with pytest.raises(Damaged):
        list(opened().entries(Period(None, datetime.date(2026, 10, 2))))


def test_a_year_before_a_thousand_has_four_digits(store: Store, opened: Opened, home: Path) -> None:
    log(store, "old", datetime.date(33, 4, 3))
    log(store, "new")
    assert (home / "journal/0033-04.json").exists()
    assert [entry.title for entry in opened().entries()] == ["new", "old"]


def test_a_bad_field_is_told_with_its_path(store: Store, opened: Opened, home: Path) -> None:
    entry = log(store, "x")
    path = home / "journal/2026-11.json"
    tables = decode(path.read_bytes(), "x").tables
    tables["entries"][entry.id] = msgspec.Raw(b'{"id":1}')
    path.write_bytes(encode(tables, (1, 0)))
    with pytest.raises(Damaged, match=f"journal/2026-11.json, {entry.id}: Expected `str`, got `int`"):
        list(opened().entries())


def test_a_bad_file_found_while_looking_for_a_name_is_told(store: Store, opened: Opened, home: Path) -> None:
    from growth.store.find import find

    log(store, "x")
    (home / "journal/2026-11.json").write_text("{")
    with pytest.raises(Damaged):
        find(opened(), "zzzz")


words = st.sampled_from(["Latency", "naïve", "CAFÉ", "p99", "a b", "№ 5", "ſtraße", 'x"y', "K"])


@settings(max_examples=60, deadline=None)
@given(titles=st.lists(st.lists(words, min_size=1, max_size=3), min_size=1, max_size=4), sought=words)
def test_a_search_through_the_bytes_finds_what_a_search_through_the_records_finds(
    tmp_path_factory: pytest.TempPathFactory, titles: list[list[str]], sought: str
) -> None:
    home = tmp_path_factory.mktemp("home") / "home"
    store = Store(home, lambda: NOON, print)
    with changing(store, "import") as change:
        for number, title in enumerate(titles):
            day = datetime.date(2026, 10 + number % 2, 1)
            change.add(Entry(day=day, title=" ".join(title), tags=("Ünder",), created=NOON))
    phrases = (fold(sought),)
    expected = [entry.id for entry in store.entries() if found(entry, phrases) is not None]
    hits = candidates(Store(home, lambda: NOON, print), phrases, EVER)
    assert [entry.id for entry in hits if found(entry, phrases) is not None] == expected


def test_a_search_reads_what_is_not_whole_record_by_record(
    store: Store, opened: Opened, home: Path, told: list[str]
) -> None:
    entry = log(store, "first")
    log(store, "other", datetime.date(2026, 10, 1))
    path = home / "journal/2026-11.json"
    path.write_text(path.read_text().replace('"title":"first"', '"title": "first"'))
    assert [one.title for one in candidates(opened(), ("first",), EVER)] == ["first"]
    assert ending_in(opened(), entry.id[-4:]) == [entry.id]
    assert len(told) == 2
    assert list(candidates(opened(), ("",), EVER)) != []


def test_a_doctor_looks_again_where_somebody_wrote_meanwhile(
    store: Store, opened: Opened, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from growth.store import survey

    log(store, "first")
    real, calls = survey.look, [0]

    def torn(where):
        calls[0] += 1
        seen = real(where)
        if calls[0] == 1:
            log(opened(), "second")
            return msgspec.structs.replace(seen, missing=("people",))
        return seen

    monkeypatch.setattr(survey, "look", torn)
    assert {check.state for check in checks.every(home)} == {"ok"}


@pytest.mark.parametrize("folder", ["journal", "history", "backups", "others"])
def test_a_folder_that_is_a_link_is_refused(home: Path, opened: Opened, tmp_path: Path, folder: str) -> None:
    log(opened(), "x")
    log(opened(), "y")
    (home / folder).mkdir(exist_ok=True)
    (home / folder).rename(tmp_path / "elsewhere")
    (home / folder).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Damaged, match=f"{folder} is a link"):
        list(opened().entries())
    with pytest.raises(Damaged, match=f"{folder} is a link"):
        log(opened(), "z")
