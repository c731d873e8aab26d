"""growth export: everything comes out, everything comes back, and others get what they may see."""

import datetime
import json
import re
import zipfile
from pathlib import Path

import pytest

from growth.exchange import archive, opened
from tests.conftest import Growth

MADE = datetime.datetime(2026, 11, 24, tzinfo=datetime.UTC)
EXACT = ("json", "jsonl")
TEXTS = ("md", "csv", "html", "ics", "jrnl", "org")
ARCHIVES = ("all.zip", "all.tar.gz", "all")


def kept(home: Path) -> dict[str, bytes]:
    """Return the files of a store that hold records."""
    return {
        str(path.relative_to(home)): path.read_bytes()
        for path in sorted(home.rglob("*.json"))
        if path.name != "meta.json" and "backups" not in path.parts
    }


@pytest.mark.parametrize("role", ["engineer", "manager"])
@pytest.mark.parametrize("format_", EXACT)
def test_out_and_in_is_the_same_store(growth: Growth, demo: Path, role: str, format_: str) -> None:
    out = growth(["--home", str(demo / role), "export", "-f", format_])
    assert re.fullmatch(r"holds \d+ private records, for you only\n", out.err)
    done = growth("import -", stdin=out.out)
    assert done.code == 0, done
    mine = {name: data for name, data in kept(demo / role).items() if not name.startswith("others/")}
    assert kept(growth.home) == mine
    again = growth("import -", stdin=out.out)
    assert again.err.startswith("nothing new; "), again


def test_what_could_steer_a_terminal_is_escaped_in_it(growth: Growth) -> None:
    growth("log", stdin="caf\u00e9 \u202ereversed\n\nand \x7f \u009b31m\n")
    growth("log 'plain words' --share team")
    for format_ in ("json", "jsonl"):
        out = growth(f"export -f {format_}")
        assert "caf\u00e9" in out.out and "\\u202e" in out.out
        assert not {"\u202e", "\x7f", "\u009b"} & set(out.out)
        assert out.err == "holds 1 private record, for you only\n"


@pytest.mark.parametrize("role", ["engineer", "manager"])
def test_filters_that_let_all_through_change_nothing(growth: Growth, demo: Path, role: str) -> None:
    home = ["--home", str(demo / role), "export", "-f", "jsonl"]
    whole, filtered = growth(home), growth([*home, "--since", "1900-01-01"])
    assert sorted(whole.out.splitlines()) == sorted(filtered.out.splitlines())
    assert whole.err == filtered.err


@pytest.mark.parametrize("role", ["engineer", "manager"])
@pytest.mark.parametrize("name", ARCHIVES)
def test_everything_comes_back_from_one_archive(
    growth: Growth, demo: Path, tmp_path: Path, role: str, name: str
) -> None:
    place = tmp_path / name
    out = growth(["--home", str(demo / role), "export", "--everything", "-o", str(place)])
    assert out.code == 0 and out.out == "" and out.err.splitlines()[0].startswith("holds ")
    done = growth(["import", str(place)])
    assert done.code == 0, done
    assert " shared; " in done.err
    assert kept(growth.home) == kept(demo / role)
    assert growth(["import", str(place)]).err.startswith("nothing new; ")
    assert growth("undo -y").code == 0
    assert kept(growth.home) == {}


JOURNALS = ("-o journal.md", "-o months --split month", "-o notes --split record", "-o journal.csv")


@pytest.mark.parametrize("where", JOURNALS)
def test_the_journal_comes_back_from_markdown_and_from_a_table(
    growth: Growth, demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    monkeypatch.chdir(tmp_path)
    home = ["--home", str(demo / "engineer")]
    assert growth([*home, "export", *where.split()]).code == 0
    place = where.split()[1]
    assert growth([*home, "import", place]).err.startswith("nothing new; 235 already here")
    done = growth(["import", place])
    assert done.code == 0 and done.err.startswith("235 new; "), done
    journal = {name: data for name, data in kept(demo / "engineer").items() if name.startswith("journal/")}
    assert kept(growth.home) == journal


LINES = "\n".join(
    (
        '{"id":"p261101-aaaa","name":"Eva Lind","handles":["eva"],"relations":[{"kind":"manager"}]}',
        '{"id":"p261101-bbbb","name":"Ana Ortiz","handles":["ana"],"meets":"weekly tue 10:00"}',
        '{"id":"j261102-aaaa","day":"2026-11-02","kind":"win","title":"Cut p99","tags":["latency"],'
        '"share":"manager"}',
        '{"id":"j261103-aaaa","day":"2026-11-03","title":"=1+1","body":"# loud"}',
        '{"id":"j261104-aaaa","day":"2026-11-04","kind":"note","title":"Saw it","about":"ana"}',
        '{"id":"s261105-aaaa","person":"ana","day":"2026-11-05","shared":"What we agreed",'
        '"private":"To myself"}',
        '{"id":"t261105-aaaa","text":"Write the RFC","person":"ana","day":"2026-11-05","due":"2026-12-01"}',
    )
)


@pytest.fixture
def kept_some(growth: Growth) -> Growth:
    lines = LINES.replace("}\n", ',"created":"2026-11-20T10:00:00+00:00"}\n')
    assert growth("import -f jsonl -", stdin=lines).code == 0
    return growth


def test_my_own_copy_says_first_what_is_for_me_only(kept_some: Growth) -> None:
    out = kept_some("export")
    # Two people, two entries, a session with a private part, and a promise.
    assert out.err == "holds 6 private records, for you only\n"
    assert out.out.startswith(
        "*For you only: 6 private records. To send: `growth export --for manager`*\n\n# Journal\n\n"
        "## November 2026\n\n### Cut p99\n\n<!-- growth {"
    )
    assert "\n\n\\# loud\n\n" in out.out
    assert "## Meetings\n\n<!-- growth told -->\n\n### 2026-11-05 · 1:1 with Ana Ortiz\n" in out.out
    assert "To myself" in out.out and "Saw it" in out.out


@pytest.mark.parametrize("format_", [*EXACT, *TEXTS])
def test_somebody_else_gets_what_they_may_see(kept_some: Growth, format_: str) -> None:
    out = kept_some(f"export --for manager -f {format_}")
    count = 2 if format_ in ("csv", "jrnl", "org") else 4
    assert f"withheld from Eva Lind: {count} records\n" in out.err
    for word in ("Saw it", "To myself", "What we agreed", "loud", "RFC", "Ortiz"):
        assert word not in out.out
    assert ("Cut p99" in out.out) == (format_ != "ics")


def test_filters_of_the_journal_let_entries_through_and_nothing_else(kept_some: Growth) -> None:
    records = [json.loads(line) for line in kept_some("export -f jsonl -t latency").out.splitlines()]
    assert [one["id"] for one in records] == ["j261102-aaaa"]
    assert [one["id"] for one in json.loads(kept_some("export --json --about ana").out)["records"]] == [
        "j261104-aaaa"
    ]
    md = kept_some("export -k win").out
    assert "Cut p99" in md and "Meetings" not in md
    days = [json.loads(line) for line in kept_some("export -f jsonl --until 2026-11-03").out.splitlines()]
    assert [one["record"] for one in days] == ["entry", "entry", "person", "person"]
    refused = kept_some("export -f ics -t latency")
    assert (refused.code, refused.err.splitlines()[0]) == (2, "growth: a calendar holds no entries")


def test_a_document_of_records(kept_some: Growth) -> None:
    out = kept_some("export -f json").out
    assert out.splitlines()[0] == (
        '{"growth":{"schema":[1,0],"version":"0.1.0","made":"2026-11-24","for":"me"},"records":['
    )
    assert out.splitlines()[1].startswith('{"record":"entry","id":"j261102-aaaa","day":"2026-11-02",')
    assert json.loads(out)["growth"]["for"] == "me"


def test_a_newer_document_is_refused(growth: Growth) -> None:
    done = growth("import -", stdin='{"growth":{"schema":[2,0]},"records":[]}')
    assert (done.code, done.err.splitlines()[0]) == (
        1, "growth: standard input was written by a newer growth (schema 2)",
    )  # fmt: skip


def test_what_is_wrong_in_a_document_is_told_with_its_place(growth: Growth) -> None:
    bad = '{"title":"x","day":"2026-02-30"}'
    done = growth("import -", stdin=f'{{"growth":{{"schema":[1,0]}},"records":[{bad}]}}')
    assert done.code == 1
    assert (
        "standard input:1: record 1, day: no day that a calendar has; one is written as 2026-03-04: {"
        in done.err
    )
    assert kept(growth.home) == {}


def test_a_calendar_of_meetings_and_due_days_names_no_guests(kept_some: Growth) -> None:
    text = kept_some("export -f ics").out.replace("\r\n ", "")
    assert [line for line in text.split("\r\n") if line.startswith(("UID", "SUMMARY", "DTSTART"))] == [
        "SUMMARY:1:1 with Ana Ortiz", "DTSTART:20261124T100000", "UID:1on1-p261101-bbbb@growth",
        "SUMMARY:1:1 with Ana Ortiz", "DTSTART;VALUE=DATE:20261105", "UID:s261105-aaaa@growth",
        "SUMMARY:Due: Write the RFC", "DTSTART;VALUE=DATE:20261201", "UID:t261105-aaaa-due@growth",
    ]  # fmt: skip
    assert "ATTENDEE" not in text and "mailto" not in text
    assert text == kept_some("export -f ics").out.replace("\r\n ", "")


def test_the_ending_of_a_file_says_its_format(kept_some: Growth, tmp_path: Path) -> None:
    for name, start in (
        ("a.md", "*For you only"), ("a.json", '{"growth"'), ("a.jsonl", '{"record"'), ("a.csv", "id,day"),
        ("a.html", "<!DOCTYPE html>"), ("a.ics", "BEGIN:VCALENDAR"), ("a.txt", "[2026-11-02 "),
        ("a.org", "#+TITLE: Journal"),
    ):  # fmt: skip
        path = tmp_path / name
        done = kept_some(["export", "-o", str(path)])
        assert done.err.splitlines()[1] == f"written: {path}, readable by you only"
        assert path.read_text().startswith(start) or name == "a.html"
        assert path.stat().st_mode & 0o777 == 0o600
    assert kept_some(["export", "-o", str(tmp_path / "a.pdf")]).code == 2
    asked = kept_some(["export", "-o", str(tmp_path / "a.md")])
    assert asked.code == 2 and "--yes" in asked.err


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ("--split month", "--split needs a directory"),
        ("--split month -f csv -o x", "--split makes files of Markdown, not of csv"),
        ("--everything", "--everything needs a place"),
        ("--everything --for manager -o x.zip", "--everything leaves nothing out, and is for you alone"),
        ("--everything -k win -o x.zip", "--everything leaves nothing out, and is for you alone"),
        ("--everything -o x.rar", "x.rar is no archive"),
        ("--include-former", "--include-former is for your manager"),
    ],
)
def test_what_does_not_go_together_is_refused(kept_some: Growth, args: str, message: str) -> None:
    done = kept_some(f"export {args}")
    assert (done.code, done.out, done.err.splitlines()[-2]) == (2, "", f"growth: {message}")


def test_a_directory_keeps_all_but_what_is_replaced(kept_some: Growth, tmp_path: Path) -> None:
    place = tmp_path / "vault"
    place.mkdir()
    (place / "mine.md").write_text("mine")
    assert kept_some(["export", "--split", "record", "-o", str(place)]).code == 0
    assert sorted(str(path.relative_to(place)) for path in place.rglob("*.md")) == [
        "2026/2026-11-02-cut-p99-aaaa.md", "2026/2026-11-03-1-1-aaaa.md", "2026/2026-11-04-saw-it-aaaa.md",
        "README.md", "meetings.md", "mine.md", "promises.md",
    ]  # fmt: skip
    asked = kept_some(["export", "--split", "record", "-o", str(place)])
    assert (asked.code, "6 of these files are in" in asked.err) == (2, True)
    assert kept_some(["export", "--split", "record", "-o", str(place), "-y"]).code == 0
    assert (place / "mine.md").read_text() == "mine"
    assert kept_some(["export", "--everything", "-o", str(place / "mine.md")]).code == 2
    assert kept_some(["export", "--split", "month", "-o", str(place / "mine.md"), "-y"]).code == 1


def test_into_the_home_nothing_is_exported(kept_some: Growth) -> None:
    for name in ("out.md", "journal"):
        split = ["--split", "month"] if name == "journal" else []
        done = kept_some(["export", *split, "-o", str(kept_some.home / name), "-y"])
        assert (done.code, "lies among the records of growth" in done.err) == (1, True)


def test_settings_and_templates_lie_in_an_archive_and_are_not_taken_from_it(
    kept_some: Growth, tmp_path: Path
) -> None:
    kept_some("config set pager less")
    kept_some("template new mine --from brag")
    (kept_some.home / "drafts").mkdir(exist_ok=True)
    (kept_some.home / "drafts" / "x.md").write_text("draft")
    path = tmp_path / "all.zip"
    assert kept_some(["export", "--everything", "-o", str(path)]).code == 0
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
    assert names == [
        f"all/{name}" for name in (
            "README.txt", "records.jsonl", "journal/2026/2026-11.md", "journal/meetings.md",
            "journal/promises.md", "journal/README.md", "config.toml", "templates/mine.md.j2",
        )
    ]  # fmt: skip
    other = tmp_path / "other"
    assert kept_some(["--home", str(other), "import", str(path)]).code == 0
    assert not (other / "config.toml").exists() and not (other / "templates").exists()
    assert kept(other) == kept(kept_some.home)


def test_text_of_a_note_that_was_changed_here_is_not_overwritten(kept_some: Growth, tmp_path: Path) -> None:
    kept_some("edit j261102-aaaa --impact 'nobody waits'")
    kept_some(["export", "--split", "record", "-o", str(tmp_path / "notes")])
    note = tmp_path / "notes" / "2026" / "2026-11-02-cut-p99-aaaa.md"
    note.write_text(note.read_text().replace("# Cut p99", "# Cut p99 by half"))
    assert kept_some(["import", str(note)]).code == 0
    assert "Cut p99 by half" in kept_some("show j261102-aaaa").out
    kept_some("edit j261102-aaaa --impact 'they wait'", now="2026-11-25T10:00:00+00:00")
    done = kept_some(["import", str(note)])
    assert done.code == 0 and "j261102-aaaa was changed here since it was exported" in done.err
    assert "they wait" in kept_some("show j261102-aaaa").out


def test_it_prints_safely_on_a_terminal(kept_some: Growth) -> None:
    for format_ in ("csv", "ics"):
        shown = kept_some.terminal(f"export -f {format_}")
        assert shown.code == 0 and "\r" not in shown.out


def test_an_older_archive_does_not_undo_a_newer_bundle(growth: Growth, demo: Path, tmp_path: Path) -> None:
    path = tmp_path / "all.tar.gz"
    growth(["--home", str(demo / "manager"), "export", "--everything", "-o", str(path)])
    assert growth(["import", str(path)]).code == 0
    stem = next((growth.home / "others").iterdir()).stem
    about = {"store": stem, "made": "2026-11-24T09:59:59Z", "name": "Zed"}
    parts = {archive.RECORDS: b"", archive.opened_name(stem): opened.write(about, [])}
    (tmp_path / "newer.tar.gz").write_bytes(archive.pack(parts, "all", MADE, tar=True))
    done = growth(["import", "-f", "growth", str(tmp_path / "newer.tar.gz")])
    assert done.err == "what 1 other shared; growth undo takes all of it back\n"
    before = kept(growth.home)
    assert growth(["import", str(path)]).err.startswith("nothing new; ")
    assert kept(growth.home) == before
