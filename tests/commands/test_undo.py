"""growth undo, as a user sees it."""

import pytest

from tests.conftest import Growth


def log(growth: Growth, words: str, now: str = "2026-11-24T10:00:00+00:00") -> str:
    return growth.ok(f"log {words}", now=now).strip()


def test_the_newest_change_is_taken_back_and_the_next_one_named(growth: Growth) -> None:
    first, second = log(growth, "one", "2026-11-20T09:30:00+00:00"), log(growth, "two")
    result = growth("undo")
    assert (result.out, result.code) == ("", 0)
    assert result.err == (
        f"took back «log {second}» of 10:00 (two): {second} removed\n"
        f"the next undo takes back «log {first}» of 2026-11-20 09:30 (one)\n"
    )
    assert growth("undo").err == (
        f"took back «log {first}» of 2026-11-20 09:30 (one): {first} removed\nthere is nothing more to undo\n"
    )
    assert growth.ok("list") == ""
    nothing = growth("undo")
    assert (nothing.err, nothing.code) == (
        "growth: there is nothing to undo\n        changes are kept for 90 days\n", 1,
    )  # fmt: skip


def test_a_deleted_record_comes_back_as_it_was(growth: Growth) -> None:
    one = log(growth, "one '#tag'")
    before = growth.ok("list --json")
    growth(f"delete {one} --yes")
    assert growth("undo").err.startswith(
        f"took back «delete {one}» of 10:00 (one #tag): {one} brought back\n"
    )
    assert growth.ok("list --json") == before


def test_an_edit_is_taken_back_also_where_it_moved_the_record(growth: Growth) -> None:
    one = log(growth, "one")
    before = growth.ok("list --json")
    growth.ok(f"edit {one} -d 2026-10-01")
    assert growth("undo").err.startswith(f"took back «edit {one}» of 10:00 (one): {one} as before\n")
    assert growth.ok("list --json") == before


def test_a_record_that_changed_since_is_left_alone(growth: Growth) -> None:
    one = log(growth, "one")
    growth.ok(f"edit {one} --impact some")
    growth("undo")
    growth.ok(f"edit {one} --impact other")
    growth("undo")
    # The newest change that still stands is the first: the record is again as it left it.
    assert growth("undo").code == 0


@pytest.fixture
def imported(growth: Growth) -> Growth:
    lines = "".join(f'{{"kind":"win","title":"entry {n}","day":"2026-11-0{n}"}}\n' for n in range(1, 5))
    path = growth.home.parent / "some.jsonl"
    path.write_text(lines)
    result = growth(["import", str(path), "--yes"])
    assert result.code == 0, result
    return growth


def test_a_change_of_many_records_is_asked_about(imported: Growth) -> None:
    result = imported("undo")
    assert result.code == 2
    assert "the answer to «Take back «import: 4 records» of 10:00 (entry 1)?» is missing" in result.err
    assert imported.terminal("undo", keys=["n\n"]).code == 1
    seen = imported.terminal("undo", keys=["y\n"])
    assert "took back «import: 4 records» of 10:00 (entry 1): 4 records removed" in seen.out
    assert imported.ok("list") == ""


def test_the_list_of_what_can_be_taken_back_says_what_each_was_about(growth: Growth) -> None:
    first, second = log(growth, "one"), log(growth, f"two {'words ' * 20}")
    growth.ok("people add ana --name 'Ana Silva'")
    note = growth.ok("note ana 'ran the post-mortem'").strip()
    notes = growth.ok("1on1 notes ana --shared x --action 'Ana: RFC'").split()
    person = "p" + growth.ok("undo --list").split(" p")[-1][:11]
    assert growth.ok("undo --list") == (
        f"2026-11-24 10:00  1on1 notes: 2 records  session with ana\n"
        f"2026-11-24 10:00  note {note}  ran the post-mortem\n"
        f"2026-11-24 10:00  people add {person}  Ana Silva\n"
        f"2026-11-24 10:00  log {second}  two {'words ' * 9}…\n"
        f"2026-11-24 10:00  log {first}  one\n"
    ), notes
    growth("undo")
    assert growth.ok("undo --list").splitlines()[0] == f"2026-11-24 10:00  note {note}  ran the post-mortem"


def test_what_a_title_would_do_to_the_terminal_is_taken_out(growth: Growth) -> None:
    one = log(growth, "'red \x1b[31malert'")
    assert growth.ok("undo --list") == f"2026-11-24 10:00  log {one}  red ␛[31malert\n"


def test_the_list_is_in_local_time(growth: Growth, monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    one = log(growth, "one", "2026-11-24T23:30:00+00:00")
    monkeypatch.setenv("TZ", "Asia/Kathmandu")
    time.tzset()
    assert growth.ok("undo --list") == f"2026-11-25 05:15  log {one}  one\n"
