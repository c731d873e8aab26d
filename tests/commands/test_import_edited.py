"""growth import of an export that was edited: what was edited follows, what was changed here is kept."""

import csv
import json
from pathlib import Path

import pytest

from growth.exchange import limits
from tests.conftest import Growth, Result

FORMATS = ("md", "csv", "org")


@pytest.fixture
def two(growth: Growth) -> str:
    growth.ok("log Read a paper -k learning -d 2026-11-03 -p ranker")
    return growth.ok("log 'Cut p99' -k win -d 2026-11-02 -t latency --metric 'p99: 480 ms -> 210 ms'").strip()


def exported(growth: Growth, tmp_path: Path, format_: str) -> Path:
    path = tmp_path / f"journal.{format_}"
    path.write_text(growth(f"export -f {format_}").out, newline="")
    return path


def reworded(path: Path, old: str, new: str) -> list[str]:
    path.write_bytes(path.read_bytes().replace(old.encode(), new.encode()))
    return ["import", str(path)]


@pytest.mark.parametrize("format_", FORMATS)
def test_what_was_edited_in_the_file_is_brought_up_to_date(
    growth: Growth, tmp_path: Path, two: str, format_: str
) -> None:
    before = growth.ok("list --json")
    path = exported(growth, tmp_path, format_)
    run = reworded(path, "Cut p99", "Cut p99 by half")
    shown = growth([*run, "--dry-run"])
    assert shown.out.splitlines()[1:] == ["  changed  Cut p99 → Cut p99 by half"]
    assert "0 new, 1 brought up to date, 1 already here" in shown.out
    assert growth(run) == Result(
        "", "0 new, 1 brought up to date; 1 already here; growth undo takes all of it back\n", 0
    )
    told, was = json.loads(growth.ok("list --json")), json.loads(before)
    assert told == [
        one if one["id"] != two else one | {"title": "Cut p99 by half", "changed": "2026-11-24T10:00:00Z"}
        for one in was
    ]  # fmt: skip
    assert growth(run).err == "nothing new; 2 already here\n"
    growth("undo")
    assert growth.ok("list --json") == before


@pytest.mark.parametrize("format_", FORMATS)
def test_what_was_changed_here_since_is_kept_and_both_are_shown(
    growth: Growth, tmp_path: Path, two: str, format_: str
) -> None:
    path = exported(growth, tmp_path, format_)
    growth(["edit", two, "-m", "Cut it here"])
    kept = growth.ok("list --json")
    assert growth(reworded(path, "Cut p99", "Cut p99 by half")) == Result(
        "",
        "nothing new; 2 already here\n"
        f"{two} was changed here since it was exported, or its mark is gone: left as it is\n"
        "  here, title: Cut it here\n"
        "  file, title: Cut p99 by half\n",
        0,
    )
    assert growth.ok("list --json") == kept


def test_one_that_is_told_twice_and_differently_is_refused(growth: Growth, tmp_path: Path, two: str) -> None:
    path = exported(growth, tmp_path, "csv")
    reworded(path, "Cut p99", "Cut p99 by half")
    [line] = [line for line in path.read_bytes().splitlines(keepends=True) if b"Cut" in line]
    path.write_bytes(path.read_bytes() + line.replace(b"half", b"two"))
    done = growth(["import", str(path)])
    assert (done.code, f"{two} is told twice, and differently" in done.err) == (1, True)


def test_in_an_org_file_days_tags_and_text_are_edited_and_what_is_new_is_added(
    growth: Growth, tmp_path: Path, two: str
) -> None:
    before = json.loads(growth.ok("list --json"))
    path = exported(growth, tmp_path, "org")
    text = (
        path.read_text()
        .replace("2026-11-02 Monday", "2026-11-04 Wednesday")
        .replace(" :latency:", " :speed:")
    )
    path.write_text(
        f"{text}* 2026-11-05 Thursday\n** Wrote it down\n   With [[https://a.example][the code]].\n"
    )
    said = "1 new, 1 brought up to date; 1 already here; only you can read them; "
    assert growth(["import", str(path)]) == Result("", f"{said}growth undo takes all of it back\n", 0)
    after = {one["title"]: one for one in json.loads(growth.ok("list --json"))}
    assert after["Wrote it down"]["body"] == "With [the code](https://a.example)."
    [was] = [one for one in before if one["id"] == two]
    assert after["Cut p99"] == was | {
        "day": "2026-11-04", "tags": ["speed"], "changed": "2026-11-24T10:00:00Z",
    }  # fmt: skip


def test_an_org_file_without_marks_cannot_know_and_both_are_shown(
    growth: Growth, tmp_path: Path, two: str
) -> None:
    path = exported(growth, tmp_path, "org")
    path.write_text("".join(line for line in path.read_text().splitlines(True) if "EXPORTED" not in line))
    assert growth(["import", str(path)]).err == "nothing new; 2 already here\n"
    assert growth(reworded(path, "Cut p99", "Cut p99 by half")).err.splitlines()[1:] == [
        f"{two} was changed here since it was exported, or its mark is gone: left as it is",
        "  here, title: Cut p99", "  file, title: Cut p99 by half",
    ]  # fmt: skip


def test_an_org_export_is_new_in_another_store(growth: Growth, tmp_path: Path, two: str) -> None:
    path = exported(growth, tmp_path, "org")
    done = growth(["--home", str(tmp_path / "other"), "import", str(path)])
    assert done.err.startswith("2 new; ")


@pytest.mark.parametrize("between", [";", "\t", ","])
def test_a_table_that_a_spreadsheet_wrote_anew_is_still_mine(
    growth: Growth, tmp_path: Path, two: str, between: str
) -> None:
    path = exported(growth, tmp_path, "csv")
    rows = list(csv.reader(path.open(newline="")))
    with path.open("w", newline="") as file:
        csv.writer(file, delimiter=between, quoting=csv.QUOTE_ALL).writerows(row[::-1] for row in rows)
    assert growth(["import", str(path)]).err == "nothing new; 2 already here\n"
    done = growth(reworded(path, "Cut p99", "Cut p99 by half"))
    assert done.err.startswith("0 new, 1 brought up to date; 1 already here; ")


def test_a_table_with_fewer_columns_changes_nothing_and_shows_both(
    growth: Growth, tmp_path: Path, two: str
) -> None:
    path = exported(growth, tmp_path, "csv")
    rows = list(csv.reader(path.open(newline="")))
    with path.open("w", newline="") as file:
        csv.writer(file).writerows(row[:4] for row in rows)
    assert growth(["import", str(path)]).err == "nothing new; 2 already here\n"
    assert growth(reworded(path, "Cut p99", "Cut p99 by half")).err.splitlines() == [
        "nothing new; 2 already here",
        f"{two} was changed here since it was exported, or its mark is gone: left as it is",
        "  here, title: Cut p99", "  file, title: Cut p99 by half",
    ]  # fmt: skip


def test_a_table_of_others_with_an_id_is_read_as_before(growth: Growth, tmp_path: Path) -> None:
    path = tmp_path / "theirs.csv"
    path.write_text("id,day,title\nA-17,2026-11-02,Cut p99\n")
    assert growth(["import", str(path), "--dry-run"]).out.startswith("CSV: 1 new, ")


def test_a_long_table_is_still_mine_and_long_markdown_is_refused(
    growth: Growth, tmp_path: Path, two: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [exported(growth, tmp_path, format_) for format_ in ("csv", "md")]
    monkeypatch.setattr(limits, "WHOLE", 100)
    assert growth(["import", str(paths[0])]).err == "nothing new; 2 already here\n"
    assert growth(["import", str(paths[1])]) == Result(
        "",
        "growth: journal.md is Markdown that growth exported, and too long to be read as a whole: "
        "100 bytes or 500,000 lines at most\n"
        "        export it in parts: growth export --split month; or as JSON Lines\n",
        2,
    )


WORRY = "### My worry\n\n*2026-03-05 · note*\n\nI may quit.\n"


def test_what_is_typed_below_an_entry_never_takes_its_share(growth: Growth, tmp_path: Path) -> None:
    growth.ok("log 'Old entry' -d 2026-03-02 --share manager")
    growth("config set log.share team")
    path = exported(growth, tmp_path, "md")
    path.write_text(f"{path.read_text()}\n{WORRY}\n### No day\n\nWords.\n")
    told = (
        "not understood: 1 line\n"
        "  journal.md:18  not read up to line 20, no line such as *2026-03-05 · win* stands …\n"
    )
    assert growth(["import", str(path), "-y"]) == Result(
        "",
        f"{told}1 new; 1 already here; 1 line not understood; only you can read them; "
        "growth undo takes all of it back\n",
        0,
    )
    assert "quit" not in growth("export --for manager -f md").out
    found = {one["title"]: (one["share"], one["body"]) for one in json.loads(growth.ok("list --json"))}
    assert found == {"Old entry": ("manager", ""), "My worry": ("private", "I may quit.")}
    assert (
        growth(["import", str(path), "-y"]).err
        == f"{told}nothing new; 2 already here; 1 line not understood\n"
    )


def test_a_share_and_tags_go_to_what_was_typed_alone(growth: Growth, tmp_path: Path) -> None:
    growth.ok("log 'Old entry' -d 2026-03-02")
    path = exported(growth, tmp_path, "md")
    refused = growth(["import", str(path), "-y", "--share", "team"])
    assert (refused.code, "--tag and --share do not go with" in refused.err) == (2, True)
    path.write_text(path.read_text().replace("### Old", f"{WORRY}\n### Old"))
    done = growth(["import", str(path), "-y", "--share", "team", "--tag", "late"])
    assert done.err == "1 new; 1 already here; your team may read them; growth undo takes all of it back\n"
    found = {one["title"]: (one["share"], one["tags"]) for one in json.loads(growth.ok("list --json"))}
    assert found == {"Old entry": ("private", []), "My worry": ("team", ["late"])}
