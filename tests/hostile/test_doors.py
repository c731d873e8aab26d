"""What becomes a name, a path or a reference is held to its shape where it comes in."""

import json
import shutil
from pathlib import Path

import pytest

from growth.exchange import bundle as bundles
from growth.records.bundle import Bundle, Header, Sender

from . import homes
from .attacks import ATTACKS
from .running import on_terminal, piped

NO_HANDLE = [text for text in ATTACKS.values() if not text.isalpha()]
PERSON = {"record": "person", "name": "Ana"}


def listing(folder: Path) -> set[str]:
    """Return the paths of all files and folders below a folder."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


@pytest.mark.parametrize("text", NO_HANDLE)
def test_a_handle_is_a_word_wherever_it_comes_from(text: str, tmp_path: Path) -> None:
    home = tmp_path / "home"
    person = json.dumps(PERSON | {"handles": ["ana", text], "relations": [{"kind": "direct"}]})
    ran = piped(home, ["import", "-f", "jsonl", "-", "--yes"], person)
    assert (ran.code, "handles[1]" in ran.err) == (1, True), ran
    # No argument of a program can hold a zero byte.
    assert "\0" in text or piped(home, ["people", "add", text]).code == 2
    assert not (home / "people.json").exists()
    path = tmp_path / "theirs.json"
    path.write_bytes(_bundle(Sender(name="Ana", handle=text)))
    assert piped(home, ["bundle", "open", str(path), "--yes"]).code == 2
    assert not (home / "people.json").exists()


def _bundle(sender: Sender, store: str = "0" * 16) -> bytes:
    header = Header(growth="1", store=store, sender=sender, audience="manager", made=homes.CREATED)
    return bundles.write(Bundle(header=header))


def test_a_sheet_for_each_stays_in_its_folder(tmp_path: Path) -> None:
    home, out = tmp_path / "home", tmp_path / "out"
    for handle in ("../escaped", "/tmp/escaped", "a/b", ".", "index\n"):
        person = PERSON | {"handles": [handle], "relations": [{"kind": "direct"}]}
        assert piped(home, ["import", "-f", "jsonl", "-", "-y"], json.dumps(person)).code == 1
    assert piped(home, ["people", "add", "ana", "--relation", "direct"]).code == 0
    assert piped(home, ["prep", "ana"]).code == 0
    before = listing(tmp_path)
    assert piped(home, ["prep", "--all", "-o", str(out)]).code == 0
    assert listing(tmp_path) - before == {"out", "out/ana.md", "out/index.md"}


def test_a_person_edited_as_json_stays_a_person(tmp_path: Path) -> None:
    home, editor = tmp_path / "home", tmp_path / "editor"
    identifier = piped(home, ["people", "add", "ana"]).out.strip()
    for number, handles in enumerate(('["../x"]', "[]", '["ana","me"]')):
        editor.write_text(f'#!/bin/sh\nsed -i \'s|"handles": \\[|"handles": {handles}, "x": [|\' "$1"\n')
        editor.chmod(0o700)
        env = {"EDITOR": str(editor), "GROWTH_NOW": f"2026-11-24T10:00:{number:02}+00:00"}
        ran = on_terminal(home, ["edit", identifier], ["\x04"], env)
        assert "this is no person: handles" in ran.out
        assert piped(home, ["people", "list"]).out.startswith("ana")
        # A draft that was left behind would be offered first.
        shutil.rmtree(home / "drafts")


@pytest.mark.parametrize("store", ["../../x", "x" * 16, "", "0" * 15 + "\n", "0" * 17])
def test_the_store_of_a_bundle_is_no_path(store: str, tmp_path: Path) -> None:
    home, path = tmp_path / "home", tmp_path / "theirs.json"
    path.write_bytes(_bundle(Sender(name="Ana", handle="ana"), store))
    before = listing(tmp_path)
    ran = piped(home, ["bundle", "open", str(path), "--yes"])
    assert (ran.code, "no bundle" in ran.err) == (1, True)
    assert listing(tmp_path) == before


def test_an_address_that_is_a_handle_makes_nobody_somebody_else(tmp_path: Path) -> None:
    home, path = tmp_path / "home", tmp_path / "theirs.json"
    assert piped(home, ["people", "add", "eva", "--email", "eva@example.com"]).code == 0
    path.write_bytes(
        _bundle(Sender(name="Eva\nSecond line", handle="mallory", emails=("eva", "@eva", "x\ny")))
    )
    ran = piped(home, ["bundle", "open", str(path)])
    assert (ran.code, "you do not know Eva Second line yet" in ran.err) == (1, True), ran
    assert piped(home, ["bundle", "open", str(path), "--yes"]).code == 0
    people = json.loads(piped(home, ["people", "list", "--json"]).out)
    assert [(one["handles"], one["name"], one["emails"]) for one in people] == [
        (["eva"], "eva", ["eva@example.com"]),
        (["mallory"], "Eva Second line", []),
    ]


@pytest.mark.parametrize("name", ["../x", "/etc/passwd", ".x", "a/b", "", "x\0y", "-x", "~", "a" * 200])
@pytest.mark.parametrize(
    "command",
    [
        "template check",
        "template new",
        "report",
        "prep ana --template",
        "template new x --from",
        "1on1 agenda ana --template",
        "1on1 notes ana --shared x --template",
    ],
)
def test_the_name_of_a_template_is_no_path(command: str, name: str, tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert piped(home, ["people", "add", "ana"]).code == 0
    before = listing(tmp_path)
    assert piped(home, [*command.split(), "--", name] if name == "-x" else [*command.split(), name]).code == 2
    assert listing(tmp_path) == before
