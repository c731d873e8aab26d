"""growth import of what is none of its forms: said plainly, before anything is made of it."""

import zipfile
from pathlib import Path

import pytest

from tests.conftest import Growth

NOTES = "# 2026-03-04\n\n- Shipped the ranker\n"


@pytest.mark.parametrize("command", ["export -o {}", "report brag --period 2026-11 -o {}"])
@pytest.mark.parametrize("options", ["", " --from bo", " -f reply"])
def test_a_page_of_ours_is_no_reply(growth: Growth, tmp_path: Path, command: str, options: str) -> None:
    page = tmp_path / "e.html"
    growth('log "Shipped it" -k win')
    growth('person add bo --name "Bo Lind"')
    assert growth(command.format(page)).code == 0
    result = growth(f"import {page} -y{options}")
    assert (result.err, result.code) == (
        "growth: e.html is growth's own HTML, written for people to read\n"
        "        read it back from JSON or Markdown: growth export -o FILE.json\n",
        2,
    )


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("m.md", NOTES, "m.md is no export of growth, but dated Markdown\n        leave -f growth out\n"),
        ("w.csv", "date,what\n2026-03-04,Shipped it\n",
         "w.csv is no export of growth, but CSV\n        leave -f growth out\n"),
        ("x.rst", "words\n", "x.rst is no export of growth: has no format that is known here\n"),
    ],
)  # fmt: skip
def test_what_is_no_export_is_not_read_as_one(
    growth: Growth, tmp_path: Path, name: str, text: str, said: str
) -> None:
    (tmp_path / name).write_text(text)
    result = growth(f"import -f growth {tmp_path / name} -y")
    assert result.err.startswith(f"growth: {said}")
    assert result.code == 2


@pytest.mark.parametrize("ending", ["md", "csv", "json", "jsonl", "zip", "tar.gz"])
def test_what_is_an_export_may_be_named_one(growth: Growth, tmp_path: Path, ending: str) -> None:
    growth('log "Shipped it" -k win')
    growth(f"export {'--everything ' * (ending in ('zip', 'tar.gz'))}-o {tmp_path}/e.{ending}")
    result = growth(f"import -f growth {tmp_path}/e.{ending} -y")
    assert (result.err, result.code) == ("nothing new; 1 already here\n", 0)


def test_a_zip_of_notes_is_to_be_unpacked(growth: Growth, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "n.zip", "w") as archive:
        archive.writestr("2026-03-04.md", NOTES)
    result = growth(f"import {tmp_path}/n.zip -y")
    assert (result.err, result.code) == (
        "growth: n.zip is a zip archive\n        unpack it, and name the folder\n", 2
    )  # fmt: skip
