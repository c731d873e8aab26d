"""growth backup, and what is kept without being asked."""

import datetime
import os

from tests.conftest import Growth


def at(day: str, hour: int = 10) -> str:
    return f"{day}T{hour}:00:00+00:00"


def test_there_is_nothing_to_back_up_yet(growth: Growth) -> None:
    assert growth("backup").err == "there is nothing to back up yet\n"
    assert growth.ok("backup --list") == ""


def test_a_backup_now_and_another_one(growth: Growth) -> None:
    growth.ok("log one")
    first = growth("backup")
    assert first.err == "backed up 1 file, as after change 1\n"
    assert first.out == f"{growth.home}/backups/2026-11-24.001\n"
    growth.ok("log two -d 2026-10-01")
    assert growth("backup").out == f"{growth.home}/backups/2026-11-24.002\n"
    assert growth.ok("backup --list") == (
        "2026-11-24      1 file, after change 1\n"
        "2026-11-24.001  1 file, after change 1\n"
        "2026-11-24.002  2 files, after change 2\n"
    )


def test_one_is_made_before_the_first_change_of_a_day(growth: Growth) -> None:
    growth("config set me.name Kim")
    growth.ok("log one", now=at("2026-11-20"))
    growth.ok("log two", now=at("2026-11-21"))
    growth.ok("log three", now=at("2026-11-21", 11))
    growth.ok("log four", now=at("2026-11-22"))
    assert growth.ok("backup --list") == (
        "2026-11-21      1 file, after change 1\n2026-11-22      1 file, after change 3\n"
    )
    assert (growth.home / "backups/2026-11-21/config.toml").read_text() == '[me]\nname = "Kim"\n'


def test_an_unchanged_file_is_shared_with_the_backup_before_never_with_the_store(growth: Growth) -> None:
    growth.ok("log old -d 2026-10-01", now=at("2026-11-20"))
    growth.ok("log one", now=at("2026-11-21"))
    growth.ok("log two", now=at("2026-11-22"))
    growth.ok("log three", now=at("2026-11-23"))
    names = [
        path.stat().st_ino
        for day in ("2026-11-22", "2026-11-23")
        for path in [growth.home / f"backups/{day}/journal/2026-10.json"]
    ]
    assert names[0] == names[1] != (growth.home / "journal/2026-10.json").stat().st_ino


def test_the_newest_seven_days_and_twelve_months_are_kept(growth: Growth) -> None:
    day = datetime.date(2025, 9, 10)
    while day < datetime.date(2026, 11, 24):
        growth.ok("log something", now=at(day.isoformat()))
        day += datetime.timedelta(days=1 if day > datetime.date(2026, 11, 1) else 12)
    growth.ok("log last")
    names = [line.split()[0] for line in growth.ok("backup --list").splitlines()]
    assert names == [
        "2025-12-03", "2026-01-08", "2026-02-01", "2026-03-09", "2026-04-02", "2026-05-08",
        "2026-06-01", "2026-07-07", "2026-08-12", "2026-09-05", "2026-10-11", "2026-11-04",
        "2026-11-18", "2026-11-19", "2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23",
        "2026-11-24",
    ]  # fmt: skip
    assert sorted(path.name for path in (growth.home / "history").iterdir()) == [
        "2025-11.jsonl", "2025-12.jsonl", "2026-01.jsonl", "2026-02.jsonl", "2026-03.jsonl",
        "2026-04.jsonl", "2026-05.jsonl", "2026-06.jsonl", "2026-07.jsonl", "2026-08.jsonl",
        "2026-09.jsonl", "2026-10.jsonl", "2026-11.jsonl",
    ]  # fmt: skip


def test_the_last_good_one_is_never_rotated_out(growth: Growth) -> None:
    growth.ok("log good -d 2026-10-01", now=at("2026-10-01"))
    growth.ok("log more", now=at("2026-11-01"))
    assert "not whole" not in growth.ok("backup --list")
    path = growth.home / "journal/2026-10.json"
    path.write_text("{" + path.read_text())
    for number in range(2, 12):
        growth.ok("log more", now=at(f"2026-11-{number:02}"))
    listed = growth.ok("backup --list").splitlines()
    assert [line.split()[0] for line in listed if "not whole" not in line] == ["2026-11-01"]
    assert growth("restore --yes").code == 0
    assert len(growth.ok("list").splitlines()) == 12


def test_a_damaged_file_makes_no_backup_that_claims_to_be_whole(growth: Growth) -> None:
    growth.ok("log one -d 2026-10-01")
    path = growth.home / "journal/2026-10.json"
    path.write_text(path.read_text().replace("one", "two"))
    result = growth("backup")
    assert result.code == 3
    assert f"growth: {growth.home}/backups/2026-11-24.001 is not whole: a file of the store is damaged\n" in (
        result.err
    )


def test_a_backup_that_cannot_be_made_keeps_nobody_from_writing(growth: Growth) -> None:
    growth.ok("log one")
    (growth.home / "backups").write_text("in the way")
    result = growth("log two")
    assert result.code == 0
    assert "warning: the backup of the day could not be made: " in result.err
    assert growth("backup").code == 4
    assert len(growth.ok("list").splitlines()) == 2


def test_damaged_files_set_aside_are_listed(growth: Growth) -> None:
    growth.ok("log one")
    (growth.home / "journal/2026-11.json").write_text("{")
    growth("restore --yes")
    assert growth.ok("backup --list") == "damaged-2026-11-24  damaged files that a restore replaced\n"


def test_the_mode_of_everything(growth: Growth) -> None:
    before = os.umask(0)
    try:
        growth.ok("log one")
        growth("backup")
    finally:
        os.umask(before)
    for path in growth.home.rglob("*"):
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path


def test_as_many_of_one_day_as_one_may_want(growth: Growth) -> None:
    growth.ok("log one")
    growth.ok("log two")
    for _ in range(12):
        assert growth("backup").code == 0
    # The first of them is that of the month.
    assert [line.split()[0] for line in growth.ok("backup --list").splitlines()] == [
        "2026-11-24", *(f"2026-11-24.{number:03}" for number in range(8, 13))
    ]  # fmt: skip
