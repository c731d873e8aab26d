"""Two people, two stores and one folder: each way a bundle goes, and exactly what becomes of it."""

import json
import os
import shlex
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from growth.exchange import bundle as exchange
from tests.conftest import Growth, Result

MON, TUE, WED = (f"2026-11-{day}T10:00:00+00:00" for day in (23, 24, 25))
GONE = "what they withdrew is gone from your history and backups, too\n"
Person = Callable[..., Result]
CANARY = "canary"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "team"
    place.mkdir()
    return place


def living(growth: Growth, home: Path, name: str, folder: Path) -> Person:
    """Return somebody with a home of their own, who shares the folder with the others."""

    def run(command: str, now: str = TUE) -> Result:
        return growth(["--home", str(home), *shlex.split(command)], now=now)

    run(f"config set me.name '{name}'")
    run(f"config set me.emails {name.split()[0].lower()}@example.com")
    run(f"config set inbox {folder}")
    run(f"config set outbox {folder}")
    return run


@pytest.fixture
def ana(growth: Growth, tmp_path: Path, folder: Path) -> Person:
    """An engineer, who calls her manager boss."""
    run = living(growth, tmp_path / "ana", "Ana Silva", folder)
    run("people add boss --name 'Eva Brandt' --relation manager --email eva@example.com")
    return run


@pytest.fixture
def eva(growth: Growth, tmp_path: Path, folder: Path) -> Person:
    """Her manager, who calls her as."""
    run = living(growth, tmp_path / "eva", "Eva Brandt", folder)
    run("people add as --name 'Ana Silva' --relation direct --email Ana@example.com")
    return run


def shared(run: Person, title: str, now: str = TUE) -> str:
    return run(f"log {title} --share manager -d 2026-11-20", now).out.strip()


def made(run: Person, now: str = TUE, audience: str = "manager") -> None:
    done = run(f"bundle make --for {audience}", now)
    assert (done.out, done.code) == ("", 0), done


def waiting(run: Person, now: str = TUE) -> str:
    return "".join(line for line in run("status", now).out.splitlines() if "bundle" in line)


def known(run: Person, *ids: str) -> list[bool]:
    return [run(f"show as:{one}").code == 0 for one in ids]


def test_there_changed_withdrawn_and_back(ana: Person, eva: Person, folder: Path) -> None:
    one, two = shared(ana, "one"), shared(ana, "two")
    made(ana)
    assert [path.name for path in folder.iterdir()] == ["ana-boss-2026-11-24.bundle"]
    assert waiting(eva) == "WAITING     1 new bundle  growth bundle open"
    assert eva("bundle open") == Result(
        "", "Ana Silva, made 2026-11-24 10:00: 2 new, 0 changed, 0 withdrawn\n", 0
    )
    assert (waiting(eva), known(eva, one, two)) == ("", [True, True])
    # Changed, withdrawn and added.
    ana(f"edit {one} -m 'one, better'", WED)
    ana(f"edit {two} --share private", WED)
    three = shared(ana, "three", WED)
    made(ana, WED)
    assert [path.name for path in folder.iterdir()] == ["ana-boss-2026-11-25.bundle"]
    assert eva("bundle open", WED) == Result(
        "", "Ana Silva, made 2026-11-25 10:00: 1 new, 1 changed, 1 withdrawn\n" + GONE, 0
    )
    assert known(eva, one, two, three) == [True, False, True]
    assert "one, better" in eva(f"show as:{one}").out
    # And back: what she promised goes to Ana, who knows her by her address.
    eva("1on1 notes as --shared 'Two reviewers' --action 'Eva: find a second reviewer'", WED)
    made(eva, WED, "@as")
    assert waiting(ana, WED) == "WAITING     1 new bundle  growth bundle open"
    assert ana("bundle open", WED) == Result(
        "", "Eva Brandt, made 2026-11-25 10:00: 2 new, 0 changed, 0 withdrawn\n", 0
    )
    assert ana("people list", WED).out.splitlines() == ["boss  manager  -  Eva Brandt"]
    (promise,) = json.loads(eva("action list --json").out)
    assert "find a second reviewer" in ana(f"show boss:{promise['id']}", WED).out


def test_the_same_one_again_changes_nothing(ana: Person, eva: Person, folder: Path, tmp_path: Path) -> None:
    one = shared(ana, "one")
    made(ana)
    eva("bundle open")
    (path,) = folder.iterdir()
    before = history(tmp_path)
    assert eva("bundle open") == Result("", f"nothing new in {folder}: 1 opened before\n", 0)
    assert eva(f"bundle open {path}") == Result(
        "", f"{path.name} is what Ana Silva shared, made 2026-11-24 10:00: opened before\n", 0
    )
    assert (history(tmp_path), known(eva, one)) == (before, [True])


def history(tmp_path: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted((tmp_path / "eva" / "history").iterdir())]


def test_an_older_one_is_named_and_brings_nothing_withdrawn_back(
    ana: Person, eva: Person, folder: Path, tmp_path: Path
) -> None:
    one = shared(ana, "one", MON)
    made(ana, MON)
    (old,) = folder.iterdir()
    shutil.copy(old, tmp_path / "kept")
    ana(f"delete {one} -y")
    made(ana)
    eva("bundle open")
    shutil.copy(tmp_path / "kept", old)
    assert waiting(eva) == ""
    assert eva("bundle open") == Result(
        "",
        f"left alone: {old.name}, made 2026-11-23 10:00, is older than what you have of Ana Silva\n"
        f"nothing new in {folder}: 1 opened before\n",
        0,
    )
    assert known(eva, one) == [False]
    # Both at once, never seen before: only the newer one is opened.
    fresh = old.with_name("copy.bundle")
    shutil.copy(tmp_path / "kept", fresh)
    assert eva(f"bundle open {fresh}") == Result(
        "",
        "growth: copy.bundle was made 2026-11-23 10:00, before the one you opened, made 2026-11-24 10:00\n"
        "        if that is meant: --yes\n",
        1,
    )


def test_of_two_never_seen_the_newer_wins(ana: Person, eva: Person, folder: Path) -> None:
    one = shared(ana, "one", MON)
    made(ana, MON)
    (old,) = folder.iterdir()
    kept = old.read_bytes()
    ana(f"delete {one} -y")
    two = shared(ana, "two")
    made(ana)
    old.write_bytes(kept)
    assert waiting(eva) == "WAITING     1 new bundle  growth bundle open"
    assert eva("bundle open") == Result(
        "",
        "Ana Silva, made 2026-11-24 10:00: 1 new, 0 changed, 0 withdrawn\n"
        f"left alone: {old.name}, made 2026-11-23 10:00, is older than what you have of Ana Silva\n",
        0,
    )
    assert known(eva, one, two) == [False, True]


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda data: data.replace(b'"one"', b'"two"'), "its hash does not fit what it holds"),
        (lambda data: data[:-40], "line 5 of it is cut off, or was changed"),
        (lambda data: data[:30], "line 1 of it is cut off, or was changed"),
    ],
)
def test_a_damaged_one_is_named_and_what_was_opened_stays(
    ana: Person, eva: Person, folder: Path, spoil: Callable[[bytes], bytes], said: str
) -> None:
    one = shared(ana, "one", MON)
    made(ana, MON)
    eva("bundle open")
    made(ana)
    (path,) = folder.iterdir()
    whole = path.read_bytes()
    path.write_bytes(spoil(whole))
    assert eva("bundle open") == Result(
        "",
        f"not opened: {path.name} is damaged: {said}\n"
        "        nothing was opened; ask for it again\n"
        + ("" if len(spoil(whole)) > 30 else f"nothing new in {folder}\n")
        + "growth: 1 bundle was not opened\n        the lines above say why\n",
        1,
    )
    assert known(eva, one) == [True]
    path.write_bytes(whole)
    assert eva("bundle open").err == "Ana Silva, made 2026-11-24 10:00: 0 new, 0 changed, 0 withdrawn\n"


def test_a_damaged_one_keeps_no_other_from_being_opened(
    growth: Growth, ana: Person, eva: Person, folder: Path, tmp_path: Path
) -> None:
    bo = living(growth, tmp_path / "bo", "Bo Tran", folder)
    bo("people add eva --relation manager --email eva@example.com")
    eva("people add bo --name 'Bo Tran' --relation direct --email bo@example.com")
    shared(ana, "one", MON)
    made(ana, MON)
    shared(bo, "two")
    made(bo)
    broken = folder / "ana-boss-2026-11-23.bundle"
    broken.write_bytes(broken.read_bytes().replace(b'"one"', b'"two"'))
    assert waiting(eva) == "WAITING     1 new bundle, 1 damaged  growth bundle open"
    done = eva("bundle open")
    assert (done.code, done.err.splitlines()) == (
        1,
        [
            f"not opened: {broken.name} is damaged: its hash does not fit what it holds",
            "        nothing was opened; ask for it again",
            "Bo Tran, made 2026-11-24 10:00: 1 new, 0 changed, 0 withdrawn",
            "growth: 1 bundle was not opened",
            "        the lines above say why",
        ],
    )


def test_somebody_unknown_is_asked_about_and_the_rest_opened(
    ana: Person, eva: Person, growth: Growth, folder: Path, tmp_path: Path
) -> None:
    bo = living(growth, tmp_path / "bo", "Bo Tran", folder)
    bo("config set me.handle bo")
    bo("people add eva --relation manager --email eva@example.com")
    shared(bo, "two", MON)
    made(bo, MON)
    shared(ana, "one")
    made(ana)
    assert eva("bundle open") == Result(
        "",
        "not opened: bo-eva-2026-11-23.bundle: you do not know Bo Tran <bo@example.com> yet\n"
        "        --as HANDLE says who it is; --yes adds them as bo\n"
        "Ana Silva, made 2026-11-24 10:00: 1 new, 0 changed, 0 withdrawn\n"
        "growth: 1 bundle was not opened\n        the lines above say why\n",
        1,
    )
    assert eva("bundle open -y") == Result(
        "", "Bo Tran, made 2026-11-23 10:00: 1 new, 0 changed, 0 withdrawn\n", 0
    )


def test_what_is_for_another_is_none_of_mine(
    growth: Growth, ana: Person, folder: Path, tmp_path: Path
) -> None:
    bo = living(growth, tmp_path / "bo", "Bo Tran", folder)
    bo("log mine")
    shared(ana, "one")
    made(ana)
    assert waiting(bo) == ""
    assert bo("bundle open") == Result("", f"nothing new in {folder}: 1 for others\n", 0)
    bo("config unset me.emails")
    assert bo("bundle open").err.splitlines() == [
        f"nothing new in {folder}: 1 for others",
        "to know which are for you: growth config set me.emails you@example.com",
    ]


def test_one_for_the_team_leaves_what_is_for_me_alone(ana: Person, eva: Person, folder: Path) -> None:
    one = shared(ana, "one")
    made(ana)
    eva("bundle open")
    made(ana, WED, "team")
    assert waiting(eva, WED) == ""
    assert eva("bundle open", WED) == Result(
        "",
        "left alone: ana-team-2026-11-25.bundle is for many, and would take the place of what is for you "
        f"alone\nnothing new in {folder}: 1 opened before\n",
        0,
    )
    assert known(eva, one) == [True]


def test_one_that_is_yet_to_come_is_left_alone(ana: Person, eva: Person, folder: Path) -> None:
    shared(ana, "one")
    made(ana, "2027-03-01T10:00:00+00:00")
    assert waiting(eva) == ""
    assert eva("bundle open") == Result(
        "",
        "left alone: ana-boss-2027-03-01.bundle, made 2027-03-01 10:00, which is yet to come\n"
        f"nothing new in {folder}\n",
        0,
    )
    (path,) = folder.iterdir()
    assert eva(f"bundle open {path}") == Result(
        "",
        "growth: ana-boss-2027-03-01.bundle was made 2027-03-01 10:00, which is yet to come\n"
        "        if that is meant: --yes\n",
        1,
    )


def test_one_of_the_same_moment_that_holds_something_else_is_asked_about(
    ana: Person, eva: Person, folder: Path, tmp_path: Path
) -> None:
    shared(ana, "one")
    made(ana)
    eva("bundle open")
    shared(ana, "two")
    other = tmp_path / "other.bundle"
    ana(f"bundle make --for manager -o {other}")
    assert eva(f"bundle open {other}") == Result(
        "",
        "growth: other.bundle was made 2026-11-24 10:00, as was what you opened, and holds something else\n"
        "        if that is meant: --yes\n",
        1,
    )
    assert eva(f"bundle open {other} -y").err.endswith("1 new, 0 changed, 0 withdrawn\n")


def test_undo_takes_back_one_of_them(ana: Person, eva: Person, folder: Path) -> None:
    one = shared(ana, "one")
    made(ana)
    eva("bundle open")
    assert eva("undo -y").code == 0
    assert (known(eva, one), waiting(eva)) == ([False], "WAITING     1 new bundle  growth bundle open")


def test_no_private_word_lies_in_the_folder_or_is_in_a_recap(ana: Person, eva: Person, folder: Path) -> None:
    for title in (f"{CANARY}1 --private", f"{CANARY}2"):
        eva(f"log {title}")
    eva(f"note as {CANARY}3")
    eva(f"1on1 agenda as {CANARY}4 --private")
    eva(f"1on1 notes as --shared 'Two reviewers' --private-notes {CANARY}5 --mood 2 --action 'me: find two'")
    eva(f"goal add {CANARY}6 --private")
    eva(f"wonder add {CANARY}7")
    eva("people edit as --meets 'weekly tue 10:00'")
    for audience in ("manager", "team", "@as"):
        done = eva(f"bundle make --for {audience}")
        assert CANARY not in done.out + done.err
    assert CANARY not in eva("1on1 recap as").out
    assert len(list(folder.iterdir())) == 3
    for path in folder.iterdir():
        assert CANARY not in path.name + path.read_text()
    (hers,) = folder.glob("*-as-*")
    assert "ana@" not in hers.read_text().lower()
    assert "mood" not in hers.read_text()
    assert exchange.read(hers.read_bytes(), "x").sessions[0].shared == "Two reviewers"


@pytest.mark.parametrize(
    ("mode", "wanted", "who"),
    [
        (0o700, 0o600, "on this machine only you"),
        (0o711, 0o600, "on this machine only you"),
        (0o750, 0o640, "you and the group {group}"),
        (0o2770, 0o640, "you and the group {group}"),
        (0o755, 0o644, "everybody on this machine who can get there"),
        (0o1777, 0o644, "everybody on this machine who can get there"),
    ],
)
def test_who_may_read_the_folder_may_read_mine(
    ana: Person, folder: Path, mode: int, wanted: int, who: str
) -> None:
    shared(ana, "one")
    folder.chmod(mode)
    done = ana("bundle make --for manager -y")
    (path,) = folder.iterdir()
    assert stat.S_IMODE(path.stat().st_mode) == wanted
    said = who.format(group=folder.group())
    assert f"written: {path}; {said} may read it" in done.err.splitlines()


@pytest.mark.skipif(os.getuid() != 0, reason="only root may give a folder to any group")
def test_a_bundle_is_of_the_group_that_its_folder_is_of(ana: Person, folder: Path) -> None:
    shared(ana, "one")
    os.chown(folder, -1, 12345)
    folder.chmod(0o770)
    done = ana("bundle make --for manager -y")
    (path,) = folder.iterdir()
    assert (path.stat().st_gid, stat.S_IMODE(path.stat().st_mode)) == (12345, 0o640)
    assert "you and the group 12345 may read it" in done.err


def test_who_is_forgotten_is_not_brought_back_unseen(ana: Person, eva: Person, folder: Path) -> None:
    shared(ana, "one")
    made(ana)
    eva("bundle open")
    done = eva("forget @as -y")
    assert done.err.splitlines()[-1] == (
        f"if a bundle of theirs lies in {folder}, growth bundle open would bring it back"
    )
    assert eva("bundle open").code == 1
    assert eva("people list").out == ""
