"""growth week: what the journal lacks, kept by a key or by an option, in one change."""

import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Growth, Result

CALENDAR = """\
BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:standup@example.org
DTSTART:20260901T081500Z
DTEND:20260901T083000Z
RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
SUMMARY:Stand-up
END:VEVENT
BEGIN:VEVENT
UID:review@example.org
DTSTART:20261120T130000Z
DTEND:20261120T143000Z
SUMMARY:Design review: freshness
ATTENDEE:mailto:me@example.org
ATTENDEE:mailto:ana@example.org
ATTENDEE:mailto:bo@example.org
END:VEVENT
BEGIN:VEVENT
UID:clinic@example.org
DTSTART:20261118T130000Z
DTEND:20261118T140000Z
CLASS:CONFIDENTIAL
SUMMARY:Oncologist
END:VEVENT
BEGIN:VEVENT
UID:ana@example.org
DTSTART:20261119T090000Z
DTEND:20261119T093000Z
SUMMARY:Ana / me
ATTENDEE:mailto:me@example.org
ATTENDEE:mailto:ana@example.org
END:VEVENT
END:VCALENDAR
"""
UNDO = "growth undo takes it back"


@pytest.fixture
def busy(growth: Growth, tmp_path: Path) -> Growth:
    place = tmp_path / "ranker"
    place.mkdir()
    git(place, "2026-11-19", "init", "-q")
    git(place, "2026-11-19", "commit", "-q", "--allow-empty", "-m", "Add a cache to the ranker")
    git(place, "2026-11-23", "commit", "-q", "--allow-empty", "-m", "Pin the eval harness")
    (tmp_path / "work.ics").write_text(CALENDAR)
    growth.ok("people add ana --name 'Ana Silva' --email ana@example.org --meets weekly")
    growth.ok("people add dana --name 'Dana Moss'")
    growth("config set me.emails me@example.org")
    growth(["config", "set", "repositories", str(place)])
    growth(["config", "set", "calendar", str(tmp_path / "work.ics")])
    growth.ok("log The ranker has a cache now -k win", now="2026-11-20T10:00:00+00:00")
    growth.ok("action add ask Dana for quota --due 2026-11-21 -w dana", now="2026-11-20T10:00:00+00:00")
    return growth


def git(place: Path, day: str, *args: str) -> None:
    stamp = f"{day}T12:00:00+00:00"
    who = {f"GIT_{role}_{what}": text for role in ("AUTHOR", "COMMITTER")
           for what, text in (("NAME", "Me"), ("EMAIL", "me@example.org"), ("DATE", stamp))}  # fmt: skip
    subprocess.run(["git", *args], cwd=place, check=True, env=os.environ | who)


def plain(result: Result) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", result.out)


def refs(growth: Growth) -> dict[str, str]:
    """Return the references of what was found by their titles."""
    return {line.split(maxsplit=4)[4]: line[:4] for line in growth.ok("week").splitlines()}


def journal(growth: Growth) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(growth.ok("list --json"))
    return found


def test_piped_it_lists_what_the_journal_lacks_and_keeps_nothing(busy: Growth) -> None:
    win = journal(busy)[0]["id"]
    cache, review, pin = refs(busy).values()
    listed = (
        f"{cache}  2026-11-19  git       {win}  Add a cache to the ranker\n"
        f"{review}  2026-11-20  calendar  -             Design review: freshness\n"
        f"{pin}  2026-11-23  git       -             Pin the eval harness\n"
    )
    assert (busy.ok("week"), busy.ok("week --dry-run")) == (listed, listed)
    assert len(journal(busy)) == 1


def test_a_key_for_each_and_one_question(busy: Growth) -> None:
    found = refs(busy)
    win, promise = journal(busy)[0]["id"][-4:], json.loads(busy.ok("action list --json"))[0]["id"][-4:]
    cache, review, pin = (found[title] for title in found)
    result = busy.terminal("week", keys=["m", "k", "\r", "Dana, with the harness +ranker\r"])
    assert result.code == 0
    assert plain(result) == (
        "Your week, Wed 18 Nov to Tue 24 Nov  for you only\n"
        f"LOGGED      Fri  {win}  win       The ranker has a cache now\n"
        f"NOT LOGGED  Thu  {cache}  git       Add a cache to the ranker  +ranker\n"
        f"                       perhaps it is {win} The ranker has a cache now\n"
        f"            Fri  {review}  calendar  Design review: freshness  1h30m\n"
        f"            Mon  {pin}  git       Pin the eval harness  +ranker\n"
        "            5 meetings as in the weeks before, left out\n"
        "NO NOTES    Thu  ana  growth 1on1 notes ana -d 2026-11-19\n"
        f"PROMISED    !  {promise}  ask Dana for quota (with dana)  3 days late\n"
        f"Thu  {cache}  git       Add a cache to the ranker  +ranker\n"
        f"           perhaps it is {win} The ranker has a cache now\n"
        "[1 of 3] k keep  m merge  Enter skip  q enough  m\n"
        f"Fri  {review}  calendar  Design review: freshness  1h30m\n"
        "[2 of 3] k keep  Enter skip  q enough  k\n"
        f"Mon  {pin}  git       Pin the eval harness  +ranker\n"
        "[3 of 3] k keep  Enter skip  q enough  \n"
        "Who helped you this week, and with what? Enter for nobody: Dana, with the harness +ranker\n"
        "1 kept, 1 merged, 1 thanked, 1 skipped; only you can read them; growth undo\n"
        "takes it back\n"
    )
    kept = {entry["title"]: entry for entry in journal(busy)}
    assert kept["The ranker has a cache now"]["body"] == "Add a cache to the ranker"
    review_entry = kept["Design review: freshness"]
    assert [review_entry[name] for name in ("kind", "spent", "people")] == ["design", 90, ["ana"]]
    thanks = kept["Dana, with the harness +ranker"]
    assert (thanks["kind"], thanks["people"], thanks["project"]) == ("kudos", ["dana"], "ranker")
    assert refs(busy) == {}
    busy("undo -y")
    assert [entry["title"] for entry in journal(busy)] == ["The ranker has a cache now"]
    assert len(refs(busy)) == 3


def test_enough_ends_the_keys_and_leaving_keeps_nothing(busy: Growth) -> None:
    left = busy.terminal("week", keys=["m", "q", "\x03"], columns=200)
    assert left.code == 130 and "nothing of this was kept; growth week asks again\n" in left.out
    assert busy.terminal("week", keys=["m", "\x04"]).code == 130
    assert journal(busy)[0]["body"] == ""
    done = busy.terminal("week", keys=["m", "q", "\r"])
    assert plain(done).endswith(f"nobody: \n1 merged; {UNDO}\n")
    assert len(journal(busy)) == 1


def test_what_was_skipped_is_not_proposed_again_until_git_has_more(busy: Growth, tmp_path: Path) -> None:
    found = refs(busy)
    skipped = [found["Pin the eval harness"], found["Design review: freshness"]]
    assert busy.ok(["week", "--skip", skipped[0], "--skip", skipped[1]]) == ""
    assert list(refs(busy)) == ["Add a cache to the ranker"]
    assert busy.ok("week -y") == "" and refs(busy) == {}
    shown = plain(busy.terminal("week", keys=["\r"]))
    assert "NOT LOGGED  5 meetings as in the weeks before, left out\n" in shown
    assert "            2 skipped before: growth week --again\n" in shown
    assert json.loads(busy.ok("week --json"))["skipped"] == 2
    assert [line[:4] for line in busy.ok("week --again").splitlines()] == skipped[::-1]
    refused = busy(["week", "--keep", skipped[1]])
    assert (refused.code, "growth week --again --dry-run" in refused.err) == (2, True)
    # Skipped once more, it is no second thumb; kept after all, it is known by its entry.
    assert busy.ok(["week", "--again", "--skip", skipped[0], "--keep", skipped[1]]).startswith("j261120-")
    assert len(json.loads((busy.home / "thumbs.json").read_text())["thumbs"]) == 2
    assert [line[:4] for line in busy.ok("week --again").splitlines()] == skipped[:1]
    git(tmp_path / "ranker", "2026-11-23", "commit", "-q", "--allow-empty", "-m", "Measure it")
    assert list(refs(busy)) == ["Pin the eval harness, and 1 more commit"]


def test_leaving_off_skips_nothing(busy: Growth) -> None:
    assert plain(busy.terminal("week", keys=["\r", "q", "\r"])).endswith(f"1 skipped; {UNDO}\n")
    assert list(refs(busy)) == ["Design review: freshness", "Pin the eval harness"]


def test_all_by_options(busy: Growth) -> None:
    found = refs(busy)
    win = journal(busy)[0]["id"]
    args = ["--merge", f"{found['Pin the eval harness']}={win}", "--skip", found["Add a cache to the ranker"]]
    printed = busy.ok(["week", *args, "--keep", found["Design review: freshness"], "--helped", "Dana"])
    assert re.fullmatch(r"(j261120-\w{4})\n(j261124-\w{4})\n", printed)
    assert [(one["title"], one["body"], one["share"]) for one in journal(busy)] == [
        ("The ranker has a cache now", "Pin the eval harness", "private"),
        ("Design review: freshness", "", "private"),
        ("Dana", "", "private"),
    ]  # fmt: skip


def test_yes_keeps_all_and_asks_nothing(busy: Growth) -> None:
    assert len(busy.ok("week -y").splitlines()) == 2
    assert busy.ok("week") == busy.ok("week -y") == ""
    assert [one["title"] for one in journal(busy)] == [
        "The ranker has a cache now", "Design review: freshness", "Pin the eval harness",
    ]  # fmt: skip


def test_private_events_are_left_out(busy: Growth) -> None:
    for asked in ("week", "week --json", "week --yes --dry-run"):
        assert "Oncologist" not in busy.ok(asked)
    assert "Oncologist" not in plain(busy.terminal("week --dry-run"))


def test_what_comes_of_a_calendar_is_private_unless_told(busy: Growth) -> None:
    busy("config set log.share team")
    busy.ok("week -y")
    assert [(one["title"], one["share"]) for one in journal(busy)[1:]] == [
        ("Design review: freshness", "private"), ("Pin the eval harness", "team"),
    ]  # fmt: skip
    busy("undo -y")
    busy.ok("week -y --share manager")
    assert {one["share"] for one in journal(busy)[1:]} == {"manager"}


def test_merging_into_what_others_read_only_remembers_that_it_is_known(busy: Growth) -> None:
    busy.ok(["edit", journal(busy)[0]["id"], "--share", "manager"])
    busy.ok("week -y")
    win = journal(busy)[0]
    assert (win["share"], win["body"], win["links"]) == ("manager", "", [])
    assert win["source"].startswith("git:ranker:")


def test_more_commits_of_a_day_bring_it_up_to_date(busy: Growth, tmp_path: Path) -> None:
    busy.ok("week -y")
    git(tmp_path / "ranker", "2026-11-23", "commit", "-q", "--allow-empty", "-m", "Measure it")
    reference = refs(busy)["Pin the eval harness, and 1 more commit"]
    kept = busy(["week", "--keep", reference])
    assert (kept.code, f"growth week --merge {reference}" in kept.err or reference in kept.err) == (2, True)
    result = busy.terminal("week", keys=["m", "\r"])
    assert "m bring up to date  Enter skip" in result.out and "git has more of" in result.out
    assert journal(busy)[-1]["body"] == "- Pin the eval harness\n- Measure it"
    busy.ok(["edit", journal(busy)[-1]["id"], "-m", "The harness is pinned and measured"])
    git(tmp_path / "ranker", "2026-11-23", "commit", "-q", "--allow-empty", "-m", "And again")
    left = plain(busy.terminal("week", keys=["\r"]))
    assert "has new commits, but you have edited it: left as it is" in left


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        ("--keep zzzz", 2, "'zzzz' is nothing that was found"),
        ("--keep {pin} --skip {pin}", 2, "{pin} is answered twice"),
        ("--merge {pin}", 2, "{pin} is like no entry"),
        ("--merge {pin}={promise}", 1, "is no entry of your journal"),
    ],
)
def test_an_answer_that_cannot_be(busy: Growth, args: str, code: int, said: str) -> None:
    names = {
        "pin": refs(busy)["Pin the eval harness"],
        "promise": json.loads(busy.ok("action list --json"))[0]["id"],
    }
    result = busy(f"week {args.format_map(names)}")
    assert (result.out, result.code) == ("", code)
    assert said.format_map(names) in result.err
    assert len(journal(busy)) == 1


def test_json_tells_all_of_it(busy: Growth) -> None:
    told = json.loads(busy.ok("week --json"))
    assert (told["first"], told["last"], told["until"], told["routine"]) == (
        "2026-11-18", "2026-11-24", "2026-12-06", 5,
    )  # fmt: skip
    assert [item["where"] for item in told["items"]] == ["git", "calendar", "git"]
    assert told["unnoted"] == [{"person": "ana", "day": "2026-11-19", "kind": "1on1"}]
    assert [one["action"]["text"] for one in told["mine"]] == ["ask Dana for quota"]


def test_another_week(busy: Growth) -> None:
    told = json.loads(busy.ok("week --period 'this week' --json"))
    assert (told["first"], told["last"], [item["found"]["title"] for item in told["items"]]) == (
        "2026-11-23", "2026-11-24", ["Pin the eval harness"],
    )  # fmt: skip


def test_repositories_are_the_same_wherever_it_is_run(
    busy: Growth, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert busy("config set repositories . ranker").err == (
        f"repositories is now {tmp_path} {tmp_path}/ranker\n"
    )
    monkeypatch.chdir("/")
    assert len(refs(busy)) == 3
    busy("config unset repositories")
    result = busy("week")
    assert (len(result.out.splitlines()), result.err.startswith("git: --repo .")) == (1, True)
    assert len(busy.ok(["week", "--repo", str(tmp_path)]).splitlines()) == 3


def test_without_git_and_calendar_it_says_how_to_name_them(growth: Growth) -> None:
    result = growth("week")
    assert result == Result(
        "",
        "git: --repo ., or for good: growth config set repositories ~/src\n"
        "calendar: --calendar work.ics, or for good: growth config set calendar FILE\n",
        0,
    )
    assert not growth.home.exists()
