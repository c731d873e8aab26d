"""growth import of journals that other programs keep: twice, edited between, changed upstream, refused."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Growth

NOTHING = "nothing new"
ENTRY: dict[str, Any] = {
    "uuid": "0A1B2C3D",
    "creationDate": "2026-11-20T09:30:00Z",
    "timeZone": "Europe/Berlin",
    "text": "Cut the build time\n\nFrom 8 to 4 minutes\\.",
    "starred": True,
    "photos": [{"identifier": "F0"}],
}
ORG = """\
* TODO Write the guide
  DEADLINE: <2026-12-01 Tue>
* 2026-11-20
** DONE Cut the build time :build:
   CLOSED: [2026-11-20 Fri 09:30]
   :PROPERTIES:
   :ID: 0f1e
   :END:
   From 8 to 4 minutes.
"""
JRNL = (
    "[2026-11-20 09:30] Cut the build time. *\nFrom 8 to 4 minutes.\n\n[2026-11-21 10:00] Reviewed the plan\n"
)


def exported(*entries: Any) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("Journal.json", json.dumps({"metadata": {"version": "1.0"}, "entries": entries}))
        archive.writestr("photos/f0.jpeg", b"\xff\xd8")
    return data.getvalue()


def listed(growth: Growth) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(growth("list --json").out)
    return found


@pytest.mark.parametrize(
    ("name", "data", "titles", "star"),
    [
        ("journal.txt", JRNL.encode(), ["Cut the build time.", "Reviewed the plan"], True),
        ("Export.zip", exported(ENTRY), ["Cut the build time"], True),
        ("work.org", ORG.encode(), ["Cut the build time"], False),
    ],
)
def test_a_journal_is_imported_once(
    growth: Growth, tmp_path: Path, name: str, data: bytes, titles: list[str], star: bool
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    first = growth(["import", "--yes", str(path)])
    assert first.code == 0, first
    entries = listed(growth)
    assert [entry["title"] for entry in entries] == titles
    assert entries[0]["day"] == "2026-11-20"
    assert entries[0].get("star", False) is star
    again = growth(["import", "--yes", str(path)])
    assert (again.code, again.err.startswith(NOTHING)) == (0, True), again
    assert listed(growth) == entries
    growth("undo --yes")
    assert listed(growth) == []


def test_an_open_task_of_org_is_an_action(growth: Growth, tmp_path: Path) -> None:
    path = tmp_path / "work.org"
    path.write_text(ORG)
    growth(["import", "--yes", str(path)])
    (action,) = json.loads(growth("action list --json").out)
    assert (action["text"], action["due"]) == ("Write the guide", "2026-12-01")


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        (
            "Export.zip", exported(ENTRY),
            exported({**ENTRY, "text": "Cut the build time\n\nFrom 8 to 3 minutes\\."}),
        ),
        ("work.org", ORG.encode(), ORG.replace("to 4", "to 3").encode()),
    ],
)  # fmt: skip
def test_what_changed_there_is_brought_up_to_date_and_what_was_edited_here_is_kept(
    growth: Growth, tmp_path: Path, name: str, before: bytes, after: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(before)
    growth(["import", "--yes", str(path)])
    path.write_bytes(after)
    assert "1 brought up to date" in growth(["import", "--yes", str(path)]).err
    (entry,) = listed(growth)
    assert entry["body"] == "From 8 to 3 minutes."
    assert growth(["edit", entry["id"], "-m", "Halved the build"]).code == 0
    path.write_bytes(before)
    assert "edited it" in growth(["import", "--yes", str(path)]).err
    (entry,) = listed(growth)
    assert (entry["title"], entry["body"]) == ("Halved the build", "From 8 to 3 minutes.")


def test_a_date_that_can_be_read_in_two_ways_is_asked(growth: Growth, tmp_path: Path) -> None:
    path = tmp_path / "journal.txt"
    path.write_text("[04/03/2026 09:30] Cut the build time\n")
    asked = growth(["import", "--yes", str(path)])
    assert asked.code == 2
    assert "journal.txt:1: 04/03/2026 can be 4 March or 3 April" in asked.err
    assert "--date-format '%d/%m/%Y' for 4 March, --date-format '%m/%d/%Y' for 3 April" in asked.err
    assert growth(["import", "--yes", "--date-format", "%d/%m/%Y", str(path)]).code == 0
    assert [entry["day"] for entry in listed(growth)] == ["2026-03-04"]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("journal.txt", b"gAAAAABlx8Y=", "journal.txt is encrypted by jrnl"),
        ("work.org.gpg", b"\x85\x01\x0c\x03\xff", "work.org.gpg is encrypted with OpenPGP"),
        ("work.org", b"-----BEGIN PGP MESSAGE-----\n", "work.org is encrypted with OpenPGP"),
        ("Journal.json", b"D1\x01\xff", "Journal.json is encrypted by Day One"),
        ("notes.age", b"age-encryption.org/v1\n\xff", "notes.age is encrypted with age"),
    ],
)
def test_what_is_encrypted_is_refused_by_name(
    growth: Growth, tmp_path: Path, name: str, data: bytes, message: str
) -> None:
    (tmp_path / name).write_bytes(data)
    refused = growth(["import", "--yes", str(tmp_path / name)])
    assert refused.code == 2
    assert message in refused.err


def test_a_folder_of_jrnl_is_read_whole(growth: Growth, tmp_path: Path) -> None:
    folder = tmp_path / "journal" / "2026" / "11"
    folder.mkdir(parents=True)
    (folder / "20.txt").write_text("[2026-11-20 09:30] Cut the build time\n")
    (folder / "21.txt").write_text("[09:30] Reviewed the plan\n")
    assert growth(["import", "--yes", str(tmp_path / "journal")]).code == 0
    assert sorted((entry["day"], entry["title"]) for entry in listed(growth)) == [
        ("2026-11-20", "Cut the build time"),
        ("2026-11-21", "Reviewed the plan"),
    ]


def test_a_classic_bundle_of_day_one_is_read_as_a_folder(growth: Growth, tmp_path: Path) -> None:
    import datetime
    import plistlib

    folder = tmp_path / "Journal.dayone" / "entries"
    folder.mkdir(parents=True)
    for name, words in (("A1", "Cut the build time"), ("B2", "Reviewed the plan")):
        created = datetime.datetime(2026, 11, 20, 23, 30)
        content = {"Creation Date": created, "Entry Text": words, "UUID": name, "Time Zone": "Europe/Berlin"}
        (folder / f"{name}.doentry").write_bytes(plistlib.dumps(content))
    assert growth(["import", "--yes", str(tmp_path / "Journal.dayone")]).code == 0
    assert sorted((entry["day"], entry["title"], entry["source"][:9]) for entry in listed(growth)) == [
        ("2026-11-21", "Cut the build time", "dayone:A1"),
        ("2026-11-21", "Reviewed the plan", "dayone:B2"),
    ]
