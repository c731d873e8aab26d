"""growth import of tables: CSV, TSV and JSON of any origin."""

import json
from pathlib import Path

from tests.conftest import Growth, Result

TOLD = "; only you can read them; growth undo takes all of it back\n"
WINS = "date,what,hours,cost\n2026-11-23,Halved the p99,1.5,7\n2026-11-24,Wrote the RFC,2,8\n"


def entries(growth: Growth) -> list[tuple[str, str, int | None]]:
    return [(e["day"], e["title"], e["spent"]) for e in json.loads(growth.ok("list --json"))]


def imported(growth: Growth, path: Path, text: str, *options: str) -> Result:
    path.write_text(text)
    return growth(["import", str(path), *options])


def test_twice_is_once(growth: Growth, tmp_path: Path) -> None:
    assert imported(growth, tmp_path / "wins.csv", WINS) == Result("", "  not used cost\n2 new" + TOLD, 0)
    assert imported(growth, tmp_path / "moved.csv", WINS).err.endswith("nothing new; 2 already here\n")
    assert entries(growth) == [("2026-11-23", "Halved the p99", 90), ("2026-11-24", "Wrote the RFC", 120)]


def test_two_equal_rows_are_two_entries(growth: Growth, tmp_path: Path) -> None:
    text = "date,what\n2026-11-23,Swept\n2026-11-23,Swept\n"
    assert imported(growth, tmp_path / "a.csv", text).err == "2 new" + TOLD
    assert imported(growth, tmp_path / "a.csv", text).err == "nothing new; 2 already here\n"


def test_a_row_with_an_id_follows_its_table_and_what_i_edited_does_not(
    growth: Growth, tmp_path: Path
) -> None:
    text = "id,date,what\nA-1,2026-11-23,Halved the p99\nA-2,2026-11-24,Wrote it\n"
    imported(growth, tmp_path / "a.csv", text)
    second = json.loads(growth.ok("list --json"))[1]["id"]
    growth(["edit", second, "-m", "Wrote the RFC"])
    again = imported(
        growth, tmp_path / "a.csv", text.replace("p99", "p95").replace("Wrote it", "Wrote all of it")
    )
    assert again.err.startswith("0 new, 1 brought up to date")
    assert f"{second} reads differently in its source, but you have edited it: left as it is\n" in again.err
    assert [title for _, title, _ in entries(growth)] == ["Halved the p95", "Wrote the RFC"]


def test_without_a_title_the_columns_are_named_and_a_map_helps(growth: Growth, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    assert imported(growth, path, "a,b\n1,Ran far\n") == Result(
        "",
        "growth: a.csv: no column is clearly the title; its columns are a, b\n"
        "        say which one is: growth import --map b=title a.csv\n",
        2,
    )
    assert imported(growth, path, "a,b\n1,Ran far\n", "--map", "b=title", "--map", "a=hours").code == 0
    assert entries(growth) == [("2026-11-24", "Ran far", 60)]


def test_days_that_can_be_two_are_asked(growth: Growth, tmp_path: Path) -> None:
    path, text = tmp_path / "a.csv", "date,what\n04/03/2026,Ran\n"
    assert imported(growth, path, text) == Result(
        "",
        "growth: a.csv:2: 04/03/2026 in the column 'date' can be 4 March or 3 April\n"
        "        say which: --date-format %d/%m/%Y for 4 March, %m/%d/%Y for 3 April\n",
        2,
    )
    assert entries(growth) == []
    assert imported(growth, path, text, "--date-format", "%m/%d/%Y").code == 0
    assert entries(growth) == [("2026-04-03", "Ran", None)]


def test_json_of_any_origin_and_records_of_ours(growth: Growth, tmp_path: Path) -> None:
    foreign = '[{"when": "2026-11-23", "title": "Ran", "labels": ["far"]}]'
    assert imported(growth, tmp_path / "a.json", foreign).err == "1 new" + TOLD
    assert growth("import -", stdin=growth.ok("list --json")).err == "nothing new; 1 already here\n"
    assert growth("import -", stdin='{"day": "2026-11-24", "title": "Swam"}\n').code == 0
    assert [title for _, title, _ in entries(growth)] == ["Ran", "Swam"]


def test_what_is_told_and_not_understood(growth: Growth, tmp_path: Path) -> None:
    result = imported(growth, tmp_path / "a.csv", "date,what\n2026-02-30,Ran\n2026-11-24,a,b\n")
    assert result.err == (
        "not understood: 1 line\n"
        "  a.csv:3  3 values under 2 columns: 2026-11-24, a, b\n"
        "kept without a day: 1 line\n"
        "  a.csv:2  '2026-02-30': February 2026 has 28 days: 2026-02-30, Ran\n"
        "1 new; 1 undated, of no period: growth list --undated; 1 line not understood" + TOLD
    )


def test_a_report_of_a_team_needs_to_know_me(growth: Growth, tmp_path: Path) -> None:
    text = (
        "User,Email,Project,Description,Start date,Start time,Duration\n"
        "Ana,ana@example.org,Site,Logo,2026-11-23,09:00:00,01:00:00\n"
        "Bo,bo@example.org,Site,Mail,2026-11-23,09:00:00,00:30:00\n"
    )
    assert imported(growth, tmp_path / "a.csv", text).code == 2
    done = imported(growth, tmp_path / "a.csv", text, "--author", "bo@example.org")
    assert done.err == "1 new; 1 row of other people left out" + TOLD
    assert entries(growth) == [("2026-11-23", "Mail", 30)]
