"""growth verify: does a document still say what the records say."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Growth


@pytest.fixture
def two(growth: "Growth") -> tuple[str, str]:
    return growth.ok("log first -k win").strip(), growth.ok("log second --share manager").strip()


def written(growth: "Growth", command: str, path: Path) -> str:
    assert growth([*command.split(), "-o", str(path)]).code == 0
    return str(path)


@pytest.mark.parametrize("ending", ["md", "html"])
def test_a_document_holds_until_a_record_changes(
    growth: "Growth", two: tuple[str, str], tmp_path: Path, ending: str
) -> None:
    path = written(growth, "report brag", tmp_path / f"brag.{ending}")
    assert growth(["verify", path]) == ("", "2 of 2 cited records are the same\n", 0)
    growth(["edit", two[0], "--share", "team"])
    assert growth(["verify", path]).code == 0
    growth(["edit", two[0], "--impact", "less waiting"])
    assert growth(["verify", path]) == (
        f"changed  {two[0]}\n", "1 of 2 cited records are the same\n", 1,
    )  # fmt: skip
    growth(["delete", two[1], "--yes"])
    result = growth(["verify", path])
    assert (sorted(result.out.splitlines()), result.code) == (
        [f"changed  {two[0]}", f"gone     {two[1]}"],
        1,
    )


def test_a_label_with_another_name_changes_no_record(growth: "Growth", tmp_path: Path) -> None:
    growth.ok("log third -k win -t evals -p ranker")
    path = written(growth, "report brag", tmp_path / "brag.md")
    assert growth("tag rename evals tests").code == 0
    assert growth("project rename ranker search").code == 0
    assert growth(["verify", path]) == ("", "1 of 1 cited records are the same\n", 0)


def test_one_for_my_manager_is_verified_the_same(
    growth: "Growth", two: tuple[str, str], tmp_path: Path
) -> None:
    path = written(growth, "report brag --for manager", tmp_path / "brag.md")
    assert two[0] not in Path(path).read_text()
    assert growth(["verify", path]) == ("", "1 of 1 cited records are the same\n", 0)


def test_what_others_shared_is_verified_too(growth: "Growth", tmp_path: Path) -> None:
    from growth.clock import now
    from growth.records.entry import Entry
    from growth.store.change import changing
    from growth.store.others import replace_others
    from growth.store.store import Store

    growth.ok("people add ana --relation direct")

    def opened(title: str) -> None:
        entry = Entry(id="j261124-000a", day=now().date(), kind="win", title=title, created=now())
        with changing(Store(growth.home, now, print), "open") as change:
            about = {"made": "2026-11-23T09:00:00+00:00", "person": "ana"}
            replace_others(change, "0123456789abcdef", about, [entry])

    opened("before")
    path = written(growth, "prep ana", tmp_path / "ana.md")
    assert growth(["verify", path]) == ("", "1 of 1 cited records are the same\n", 0)
    opened("after")
    assert growth(["verify", path]).out == "changed  ana:j261124-000a\n"
    Path(path).write_text("## Records cited\n\n1. `bo:j261124-000a` 2026-11-24 x · `0123456789ab`\n")
    assert growth(["verify", path]).out == "gone     bo:j261124-000a\n"


def test_a_file_that_cites_nothing_is_no_such_document(growth: "Growth", tmp_path: Path) -> None:
    (tmp_path / "x.md").write_bytes(b"\xff\x00 no document")
    assert growth(["verify", str(tmp_path / "x.md")]) == (
        "",
        f"growth: {tmp_path}/x.md cites no records\n"
        "        name a document made by growth report or growth prep\n",
        1,
    )
    assert growth(["verify", str(tmp_path / "none.md")]).code == 4
