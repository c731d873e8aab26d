"""growth edit: one entry, or many."""

import json
from pathlib import Path

import pytest

from tests.conftest import Growth


def shown(growth: Growth, identifier: str) -> dict[str, object]:
    return json.loads(growth.ok(f"show {identifier} --json"))


@pytest.fixture
def entry(growth: Growth) -> str:
    return growth.ok("log Cut p99 -k win -t latency -t ranker -d 2026-11-20 --impact fast").strip()


def test_an_option_replaces_what_the_entry_had(growth: Growth, entry: str) -> None:
    growth.ok(f"edit {entry[-4:]} -k work -t one -t two --spent 2h -m 'New title' --star")
    after = shown(growth, entry)
    assert (after["title"], after["kind"], after["tags"]) == ("New title", "work", ["one", "two"])
    assert (after["spent"], after["star"], after["impact"]) == (120, True, "fast")
    assert after["changed"] == "2026-11-24T10:00:00Z"


def test_tags_are_added_and_taken_one_by_one(growth: Growth, entry: str) -> None:
    growth.ok(f"edit {entry} --add-tag '#new' --remove-tag latency")
    assert shown(growth, entry)["tags"] == ["ranker", "new"]


def test_clear_empties_a_field(growth: Growth, entry: str) -> None:
    growth.ok(f"edit {entry} --clear impact --clear tags")
    assert (shown(growth, entry)["impact"], shown(growth, entry)["tags"]) == ("", [])


def test_a_new_day_moves_the_entry_to_its_month(growth: Growth, entry: str) -> None:
    growth.ok(f"edit {entry} -d 2026-03-04")
    assert [path.name for path in sorted((growth.home / "journal").iterdir())] == ["2026-03.json"]
    assert shown(growth, entry)["day"] == "2026-03-04"


def test_many_are_previewed_and_need_a_yes(growth: Growth, entry: str) -> None:
    growth.ok("log Another -k win -d 2026-11-21")
    growth.ok("log Work -k work -d 2026-11-21")
    result = growth("edit --period 2026-Q4 -k win --share manager")
    assert result.code == 2
    assert "the answer to «Change these 2?» is missing" in result.err
    result = growth("edit --period 2026-Q4 -k win --share manager --yes")
    assert (result.code, result.out) == (0, "")
    assert result.err.splitlines()[-1] == "2 changed; growth undo takes all of it back"
    shares = {e["title"]: e["share"] for e in json.loads(growth.ok("list --json"))}
    assert shares == {"Cut p99": "manager", "Another": "manager", "Work": "private"}
    growth("undo --yes")
    shares = {e["title"]: e["share"] for e in json.loads(growth.ok("list --json"))}
    assert set(shares.values()) == {"private"}


def test_a_note_on_somebody_is_left_out_where_many_are_shared(growth: Growth, entry: str) -> None:
    growth.ok("people add ana")
    note = growth.ok("note ana seen", stdin="").split()[0]
    result = growth("edit --period 2026-11 --about everybody --share manager --yes")
    assert (result.code, result.err.splitlines()[0]) == (0, "1 note about somebody left private")
    assert [shown(growth, one)["share"] for one in (entry, note)] == ["manager", "private"]
    assert growth("edit --about ana --share manager --yes").code == 2


def test_dry_run_changes_nothing(growth: Growth, entry: str) -> None:
    result = growth("edit -k win --share team --dry-run")
    assert (result.code, result.err.splitlines()[-1]) == (0, "1 would change")
    assert shown(growth, entry)["share"] == "private"


@pytest.mark.parametrize(
    ("args", "err", "code"),
    [
        ("edit --share team", "no entry is named", 2),
        ("edit -k win", "what to change is missing", 2),
        ("edit zzzz --star", "there is no record 'zzzz'", 1),
        ("edit last --since friday", "--since, --until and --period go without an id", 2),
        ("edit last", "what to change is missing, and there is no terminal to ask on", 2),
    ],
)
def test_what_cannot_be_done_is_named(growth: Growth, entry: str, args: str, err: str, code: int) -> None:
    result = growth(args)
    assert (result.out, result.err.splitlines()[0], result.code) == ("", f"growth: {err}", code)


def test_the_form_shows_the_entry_and_takes_it_back(growth: Growth, entry: str, tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    editor = tmp_path / "editor"
    editor.write_text(f'#!/bin/sh\ncp "$1" {seen}\nsed -i \'s/^impact:.*/impact: faster/\' "$1"\n')
    editor.chmod(0o700)
    result = growth.terminal(f"edit {entry}", env={"EDITOR": str(editor)})
    assert result.code == 0, result
    assert seen.read_text().split("---\n")[0] == (
        "title:   Cut p99\nkind:    win\nday:     2026-11-20\ntags:    latency ranker\nproject:\nwith:\n"
        "skills:\nimpact:  fast\nmetric:\nlinks:\nspent:\nabout:\nshare:   private\nstar:    no\n"
    )
    assert shown(growth, entry)["impact"] == "faster"


def test_a_day_left_alone_stays_as_exact_as_it_was(growth: Growth, tmp_path: Path) -> None:
    record = '{"kind":"win","title":"one","day":"2026-12-01","precision":"month"}\n'
    assert growth("import - -f jsonl --yes", stdin=record).code == 0
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\nsed -i 's/^impact:.*/impact: faster/' \"$1\"\n")
    editor.chmod(0o755)
    assert growth.terminal("edit last", env={"EDITOR": str(editor)}).code == 0
    (one,) = json.loads(growth.ok("list --json"))
    assert (one["impact"], one["day"], one["precision"]) == ("faster", "2026-12-01", "month")


def test_an_unreadable_form_is_opened_again_with_the_reason(
    growth: Growth, entry: str, tmp_path: Path
) -> None:
    editor = tmp_path / "editor"
    editor.write_text(
        "#!/bin/sh\nif grep -q '^kind: *win' \"$1\"; then sed -i 's/^kind:.*/kind: party/' \"$1\";"
        " else sed -i 's/^kind:.*/kind: talk/' \"$1\"; fi\n"
    )
    editor.chmod(0o700)
    result = growth.terminal(f"edit {entry}", env={"EDITOR": str(editor)}, keys=["\n"])
    assert result.code == 0, result
    assert "there is no kind 'party'" in result.out
    assert shown(growth, entry)["kind"] == "talk"


def test_ctrl_c_at_the_reason_keeps_and_names_the_draft(growth: Growth, entry: str, tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\nsed -i 's/^kind:.*/kind: party/' \"$1\"\n")
    editor.chmod(0o700)
    result = growth.terminal(f"edit {entry}", env={"EDITOR": str(editor)}, keys=["\x03"], columns=300)
    assert result.code == 130
    (draft,) = (growth.home / "drafts").iterdir()
    assert f"nothing was saved; your text is in {draft}" in result.out
    assert "kind: party" in draft.read_text()


def test_another_kind_of_record_opens_as_json(growth: Growth, tmp_path: Path) -> None:
    growth.ok("action add 'write the RFC'")
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\nsed -i 's/write the RFC/write two RFCs/' \"$1\"\n")
    editor.chmod(0o700)
    assert growth.terminal("edit last", env={"EDITOR": str(editor)}).code == 0
    assert shown(growth, "last")["text"] == "write two RFCs"
