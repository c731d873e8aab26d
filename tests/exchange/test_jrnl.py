"""Journals of jrnl read into entries: its text in any form of date, folders, and its JSON."""

import datetime
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.errors import WrongUsage
from growth.exchange import jrnl
from growth.exchange.formats import Head
from growth.records.imported import Found, Misread, Reading, ReadOptions

TODAY = datetime.date(2026, 11, 24)
TEXT = """\
[2026-11-24 09:14] Cut the build time in half. *
From 8 to 4 minutes, with @ana. See https://example.org/pull/1

- a list
[x] no date

[2026-11-24 17:05:00 PM] Reviewed the plan
[2026-11-25 09:00] What now? "Yes." Sure.
"""
FOUND = (
    Found(
        line=1,
        day=TODAY,
        precision="day",
        title="Cut the build time in half.",
        body="From 8 to 4 minutes, with @ana. See https://example.org/pull/1\n\n- a list\n[x] no date",
        links=("https://example.org/pull/1",),
        star=True,
    ),
    Found(line=7, day=TODAY, precision="day", title="Reviewed the plan"),
    Found(line=8, day=datetime.date(2026, 11, 25), precision="day", title='What now? "Yes." Sure.'),
)
ENTRY: dict[str, Any] = {
    "title": "Cut the build time in half.",
    "body": "From 8 to 4 minutes, with @ana.",
    "date": "2026-11-24",
    "time": "09:14",
    "tags": ["@ana"],
    "starred": True,
}
EXPORT = {"tags": {"@ana": 1}, "entries": [ENTRY]}
SEEDS = (
    TEXT.encode(),
    b"[24/11/2026 09:14 AM] Fixed it.\n[04/03/2026 9:14] More. And more\n",
    b"2013-06-09 15:39 As jrnl 1 wrote it. *\nwith a text\n",
    json.dumps(EXPORT).encode(),
)


def reading(text: str | bytes, name: str = "journal.txt", dates: str = "") -> Reading:
    data = text.encode() if isinstance(text, str) else text
    return jrnl.read(data, name=name, options=ReadOptions(today=TODAY, dates=dates))


def rows(text: str, **options: Any) -> list[tuple[str, str, str]]:
    """Return day, title and body of each entry; nothing may be misread."""
    read = reading(text, **options)
    assert read.misread == ()
    return [(str(found.day), found.title, found.body) for found in read.found]


def asked(text: str, **options: Any) -> tuple[str, str]:
    with pytest.raises(WrongUsage) as refused:
        reading(text, **options)
    return refused.value.message, refused.value.hint


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / ".config"))


def test_a_journal_is_read_as_jrnl_reads_it() -> None:
    assert reading(TEXT) == Reading(format="jrnl", found=FOUND)


@pytest.mark.parametrize("text", [TEXT.replace("\n", "\r\n"), "\ufeff" + TEXT])
def test_windows_writes_the_same(text: str) -> None:
    assert reading(text).found == FOUND


@pytest.mark.parametrize(
    ("words", "title", "body"),
    [
        ("One line without an end", "One line without an end", ""),
        ("First. Second. Third", "First.", "Second. Third"),
        ("Read v2.1 of it... then slept", "Read v2.1 of it...", "then slept"),
        ("(Why?) Because.", "(Why?)", "Because."),
        ("設計を終えた。次は実装", "設計を終えた。", "次は実装"),
        ("A line. With two\nand a body", "A line. With two", "and a body"),
    ],
)
def test_where_a_title_ends(words: str, title: str, body: str) -> None:
    # What parts two entries is no line of the first, so that one of one line ends with its sentence.
    (first, *_) = rows(f"[2026-11-24 09:14] {words}\n[2026-11-25 09:14] Next\n")
    assert first == ("2026-11-24", title, body)


@pytest.mark.parametrize(
    "stamp",
    [
        "2026-11-24 09:14",
        "2026-11-24 09:14:00 AM",
        "2026-11-24T09:14:00+02:00",
        "2026/11/24 9:14",
        "24/11/2026 09:14",
        "11/24/2026 09:14 PM",
        "24.11.2026 09:14",
        "Tue Nov 24 09:14:00 2026",
        "Tuesday, 24 November 2026 at 9:14 a.m.",
        "Nov 24, 2026 9:14am",
        "24 Nov 2026",
        "2026-11-24",
    ],
)
def test_forms_of_date_that_can_be_read_in_one_way(stamp: str) -> None:
    assert rows(f"[{stamp}] Fixed it\n") == [("2026-11-24", "Fixed it", "")]


def test_one_date_tells_how_all_of_a_journal_are_written() -> None:
    assert [day for day, _, _ in rows("[04/03/2026 9:14] a\n[24/11/2026 9:14] b\n")] == [
        "2026-03-04",
        "2026-11-24",
    ]
    assert [day for day, _, _ in rows("[04/03/2026 9:14] a\n[11/24/2026 9:14] b\n")] == [
        "2026-04-03",
        "2026-11-24",
    ]


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            "[04/03/2026 09:14] Fixed it\n", "journal.txt:1: 04/03/2026 can be 4 March or 3 April",
            "--date-format '%d/%m/%Y' for 4 March, --date-format '%m/%d/%Y' for 3 April",
        ),
        (
            "[24/11/2026 9:14] a\n[11/24/2026 9:14] b\n[04/03/2026 9:14] c\n",
            "journal.txt:3: 04/03/2026 can be 4 March or 3 April",
            "--date-format '%d/%m/%Y' for 4 March, --date-format '%m/%d/%Y' for 3 April",
        ),
        (
            "[24.11.26 09:14] Fixed it\n", "journal.txt:1: 24.11.26 can be 24 November or 26 November",
            "--date-format '%d.%m.%y' for 24 November, --date-format '%y.%m.%d' for 26 November",
        ),
    ],
)  # fmt: skip
def test_what_can_be_read_in_two_ways_is_asked(text: str, message: str, hint: str) -> None:
    assert asked(text) == (message, hint)


def test_the_form_that_is_named_decides() -> None:
    text = "[04/03/2026 09:14] Fixed it\n"
    assert rows(text, dates="%d/%m/%Y")[0][0] == "2026-03-04"
    assert rows(text, dates="%m/%d/%Y %H:%M")[0][0] == "2026-04-03"


def test_the_form_of_jrnls_own_settings_decides(tmp_path: Path) -> None:
    folder = tmp_path / ".config" / "jrnl"
    folder.mkdir(parents=True)
    (folder / "jrnl.yaml").write_text(
        "journals:\n  default: {journal: ~/journal.txt}\n"
        "  work:\n    journal: /notes/work.txt\n    timeformat: '%m/%d/%Y %H:%M'\n"
        "timeformat: '%d/%m/%Y %r'\nversion: '4.2'\n"
    )
    text = "[04/03/2026 09:14:00 AM] Fixed it\n"
    assert rows(text)[0][0] == "2026-03-04"
    assert rows("[04/03/2026 09:14] Fixed it\n", name="work.txt")[0][0] == "2026-04-03"
    assert rows(text, dates="%m/%d/%Y")[0][0] == "2026-04-03"


@pytest.mark.parametrize("content", ["a: [", "timeformat: '%Q'", "- 1", "\0", ""])
def test_settings_that_say_nothing_are_no_matter(tmp_path: Path, content: str) -> None:
    folder = tmp_path / ".config" / "jrnl"
    folder.mkdir(parents=True)
    (folder / "jrnl.yaml").write_text(content)
    assert rows("[2026-11-24 09:14] Fixed it\n")[0][0] == "2026-11-24"


def test_a_file_of_a_folder_is_of_the_day_it_is_called_by() -> None:
    text = "[09:14] Fixed it\n[2026-11-23 10:00 PM] Too late\n[1] a footnote\n"
    assert rows(text, name="2026/11/24.txt") == [
        ("2026-11-24", "Fixed it", ""),
        ("2026-11-24", "Too late", "[1] a footnote"),
    ]
    assert jrnl.is_one(Head(text.encode(), "2026/11/24.txt"))
    assert not jrnl.is_one(Head(text.encode(), "notes.txt"))


def test_jrnl_1_had_no_brackets() -> None:
    assert rows(
        "2013-06-09 15:39 First entry. *\nIts text\n[2012] a year\n2013-06-10 08:00 Second. Line\n"
    ) == [
        ("2013-06-09", "First entry.", "Its text\n[2012] a year"),
        ("2013-06-10", "Second. Line", ""),
    ]


def test_an_impossible_day_is_kept_undated() -> None:
    read = reading("[2026-02-31 09:14] Never\n[2026-11-24 09:14] Fixed it\n[99:99 1 then 9:14] Odd\n")
    assert [found.title for found in read.found] == ["Fixed it"]
    assert read.misread == (
        Misread(1, "[2026-02-31 09:14] Never", "February 2026 has 28 days", Found(line=1, title="Never")),
        Misread(3, "[99:99 1 then 9:14] Odd", "a date in no form that is known", Found(line=3, title="Odd")),
    )


def test_what_stands_before_all_dates_and_an_entry_without_words_are_told() -> None:
    read = reading("A title\n[2026-11-24 09:14] \n[2026-11-25 09:14] Fixed it\n")
    assert [found.title for found in read.found] == ["Fixed it"]
    assert read.misread == (
        Misread(1, "A title", "stands before the first date", Found(line=1, title="A title")),
        Misread(2, "[2026-11-24 09:14]", "an entry without words"),
    )


@pytest.mark.parametrize(
    ("text", "dates", "message"),
    [
        ("Only words\n", "", "journal.txt holds no entry of jrnl"),
        ("[20261124 0914] Fixed it\n", "", "journal.txt holds no entry of jrnl"),
        ("[09:14] Fixed it\n", "%H:%M", "--date-format '%H:%M' says no year"),
        (
            '{"entries": [',
            "",
            "journal.txt cannot be read: it is cut off before its end",
        ),
        ('{"entries": []}', "", "journal.txt is no export of jrnl"),
        ("gAAAAABl", "", "journal.txt is encrypted by jrnl"),
    ],
)
def test_what_cannot_be_read_is_refused(text: str, dates: str, message: str) -> None:
    said, hint = asked(text, dates=dates)
    assert said == message
    assert hint


def test_the_export_is_read_as_the_text_is() -> None:
    read = reading(json.dumps(EXPORT), "out.json")
    (found,) = read.found
    assert (str(found.day), found.title, found.body) == (
        "2026-11-24",
        "Cut the build time in half.",
        "From 8 to 4 minutes, with @ana.",
    )
    assert (found.star, found.tags, found.source) == (True, (), "")


def test_an_export_of_what_day_one_keeps_has_ids_and_tags_of_its_own() -> None:
    entry = {**ENTRY, "uuid": "AB12", "tags": ["@ana", "@ranker"]}
    first, second = reading(json.dumps({"tags": {}, "entries": [entry, entry]}), "out.json").found
    assert (first.source, first.tags) == ("jrnl:AB12", ("ranker",))
    assert (second.source, second.version) == ("", "")


def test_an_entry_of_another_shape_is_told() -> None:
    entries = [ENTRY, {"title": 5}, {**ENTRY, "date": "2026-02-31"}]
    read = reading(json.dumps({"tags": {}, "entries": entries}), "out.json")
    assert len(read.found) == 1
    assert [(piece.line, piece.text, piece.why) for piece in read.misread] == [
        (2, "5", "title: a whole number, where text should be"),
        (3, "2026-02-31 Cut the build time in half.", "not a day that a calendar has"),
    ]


@pytest.mark.parametrize("seed", SEEDS)
def test_it_is_known_by_its_content(seed: bytes) -> None:
    assert jrnl.is_one(Head(seed, "-"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("# 2026\n- [2026-11-24 09:14] x\n", "notes.md"),
        ("[2026] x\n", "a.txt"),
        ("[10:30] Standup\n", "a.txt"),
        ('{"tags": {}, "entries": [{"uuid": "x", "creationDate": "y"}]}', "a.json"),
        ("2026-11-24 Fixed it\n", "todo.txt"),
    ],
)
def test_what_others_write_is_left_to_them(text: str, name: str) -> None:
    assert not jrnl.is_one(Head(text.encode(), name))


@given(
    st.lists(
        st.tuples(
            st.datetimes(datetime.datetime(1900, 1, 1)), st.from_regex(r"\A[a-z]{1,8}( [a-z]{1,8}){0,4}\Z")
        ),
        min_size=1,
        max_size=8,
    )
)
def test_each_entry_comes_back_with_its_day(entries: list[tuple[datetime.datetime, str]]) -> None:
    text = "\n".join(f"[{when:%Y-%m-%d %H:%M}] {title}\n" for when, title in entries)
    assert rows(text) == [(str(when.date()), title, "") for when, title in entries]


JRNL = os.environ.get("GROWTH_JRNL") or shutil.which("jrnl")


@pytest.mark.skipif(not JRNL, reason="jrnl is not installed; GROWTH_JRNL names one that is elsewhere")
@pytest.mark.parametrize("form", ["%F %r", "%d/%m/%Y %H:%M", "%A, %d %B %Y at %H:%M"])
def test_a_journal_of_jrnl_itself_reads_as_its_own_export(tmp_path: Path, form: str) -> None:
    settings = tmp_path / "jrnl.yaml"
    journal = tmp_path / "journal.txt"
    settings.write_text(
        f"version: '4.0'\njournals:\n  default: {{journal: {journal}}}\neditor: ''\nencrypt: false\n"
        f"template: false\ndefault_hour: 9\ndefault_minute: 0\ntimeformat: '{form}'\ntagsymbols: '#@'\n"
        "highlight: false\nlinewrap: 79\nindent_character: '|'\n"
        "colors: {body: none, date: none, tags: none, title: none}\n"
    )

    def run(*args: str, words: str = "") -> str:
        command = [str(JRNL), "--config-file", str(settings), *args]
        return subprocess.run(command, input=words, capture_output=True, text=True, check=True).stdout

    for words in (
        "2026-11-24 09:14: Fixed it. With @ana *",
        "2026-03-04 17:05: One\nBody.\n\n- more",
        "2026-12-31: x",
    ):
        run(words=words)
    exported = run("--format", "json")
    theirs = json.loads(exported[exported.index("{") :])["entries"]
    ours = reading(journal.read_bytes())
    assert [(str(one.day), one.title, one.body, one.star) for one in ours.found] == [
        (one["date"], one["title"].strip(), one["body"].strip(), one["starred"]) for one in theirs
    ]
