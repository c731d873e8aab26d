"""growth import of folders of notes: days by file names, in any language, once."""

from pathlib import Path

import pytest

from tests.conftest import Growth

NOTES = {
    "daily/2026-03-04 Wednesday.md": "- Shipped the [[Ranker|ranker]]\n",
    "daily/2026-02-30.md": "- Talked of it\n",
    "journals/2026_03_05.md": "- DONE Pinned the harness\n  id:: 65e5\n",
    "dendron/daily.journal.2026.03.06.md": "---\nid: x\ncreated: 1772582400000\n---\n- Reviewed it\n",
    "weekly/2026-W10.md": "---\ntags: [week]\n---\n- A calm week\n",
    ".obsidian/app.json": "{}",
}


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    for name, text in NOTES.items():
        path = tmp_path / "vault" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path / "vault"


def test_a_folder_of_notes_twice(growth: Growth, vault: Path) -> None:
    first = growth(["import", str(vault)])
    assert (first.code, first.out) == (0, "")
    assert first.err.splitlines() == [
        "  not used id",
        "not understood: 1 line",
        "  daily/2026-02-30.md:1  in the name of the file: February 2026 has 28 days: 2026-02-30.md",
        "5 new; 1 undated, of no period: growth list --undated; 1 line not understood; only you can read "
        "them; growth undo takes all of it back",
    ]
    assert [line[14:] for line in growth.ok("list").splitlines()[:4]] == [
        "2026-03-04  work       Shipped the ranker",
        "2026-03-05  work       Pinned the harness",
        "2026-03-06  work       Reviewed it",
        "2026-03-08  work       A calm week  #week",
    ]
    assert "nothing new; 5 already here" in growth(["import", str(vault)]).err


def test_what_is_edited_between_stays_and_what_changed_is_told(growth: Growth, vault: Path) -> None:
    growth(["import", str(vault)])
    entry = next(line.split()[0] for line in growth.ok("list").splitlines() if "Reviewed it" in line)
    growth.ok(["edit", entry, "--impact", "Nobody waits"])
    path = vault / "journals/2026_03_05.md"
    path.write_text("- DONE Pinned the harness for good\n")
    found = growth(["import", str(vault)])
    assert "1 new; 4 already here" in found.err
    assert "is no longer in the file: Pinned the harness" in found.err
    assert "Nobody waits" in growth.ok(["show", entry])


def test_another_language_is_asked_for(growth: Growth, tmp_path: Path) -> None:
    path = tmp_path / "4. März 2026.md"
    path.write_text("- Cache ausgeliefert\n\n## Donnerstag, 5. März 2026\n\n- Harness gepinnt\n")
    assert growth(["import", str(path), "--lang", "de"]).code == 0
    assert [line[14:24] for line in growth.ok("list").splitlines()] == ["2026-03-04", "2026-03-05"]
    unknown = growth(["import", str(path), "--lang", "xx"])
    assert (unknown.code, unknown.err.splitlines()[0]) == (
        2, "growth: --lang 'xx' is no language that is known"
    )  # fmt: skip


def test_days_in_a_form_of_ones_own(growth: Growth, tmp_path: Path) -> None:
    path = tmp_path / "log.md"
    path.write_text("## 04/03/2026\n- Shipped the cache\n")
    found = growth(["import", str(path), "--date-format", "%d/%m/%Y"])
    assert found.err.startswith("1 new; only you")
    assert "2026-03-04  work       Shipped the cache" in growth.ok("list")
    wrong = growth(["import", str(path), "--date-format", "%d/%m"])
    assert (wrong.code, wrong.err.splitlines()[0]) == (2, "growth: --date-format '%d/%m' has no year")


def test_what_notes_lose_is_counted_and_named_once(growth: Growth, tmp_path: Path) -> None:
    for day in ("02", "03"):
        (tmp_path / f"2026-03-{day}.md").write_text(
            f"---\nmood: calm\n---\n[[2026-03-01]] << | >> [[2026-03-04]]\n- Shipped {day}\n\n## Reflection\n"
        )
    assert growth(["import", str(tmp_path)]).err == (
        "  not used mood\n"
        "kept in doubt: 2 lines\n"
        "  2026-03-02.md:7  a heading with nothing under it: Reflection\n"
        "  2026-03-03.md:7  a heading with nothing under it: Reflection\n"
        "4 new; 2 navigation lines left out; only you can read them; growth undo takes all of it back\n"
    )


def test_a_note_whose_day_is_in_doubt_is_named_with_its_line(growth: Growth, tmp_path: Path) -> None:
    path = tmp_path / "dates.md"
    path.write_text("- 2026-03-04 ok\n- 45 March 2026 huh\n- 4 March 2026 Cut it\n")
    assert growth(["import", str(path)]).err == (
        "kept without a day: 2 lines\n"
        "  dates.md:2  March has 31 days: - 45 March 2026 huh\n"
        "  dates.md:3  4 March 2026 has no colon after it: - 4 March 2026 Cut it\n"
        "3 new; 2 undated, of no period: growth list --undated; only you can read them; "
        "growth undo takes all of it back\n"
    )
