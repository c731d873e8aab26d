"""The cache of compiled templates: a second document is the same, and a broken cache is no matter."""

from pathlib import Path

import pytest

from tests.conftest import Growth


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "growth"


def brag(growth: Growth) -> str:
    return growth.ok("report brag --period 2026 -f md")


def test_a_second_document_is_the_same_from_the_cache(growth: Growth, cache: Path) -> None:
    growth.ok("log Cut p99 -k win")
    first = brag(growth)
    kept = [path for path in cache.rglob("*") if path.is_file()]
    assert kept and all(path.stat().st_mode & 0o777 == 0o600 for path in kept)
    assert brag(growth) == first


def test_a_damaged_cache_is_not_believed(growth: Growth, cache: Path) -> None:
    growth.ok("log Cut p99 -k win")
    first = brag(growth)
    for path in [path for path in cache.rglob("*") if path.is_file()]:
        path.write_bytes(b"not what was written")
    assert brag(growth) == first


def test_without_a_place_for_it_documents_are_made_all_the_same(
    growth: Growth, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    growth.ok("log Cut p99 -k win")
    first = brag(growth)
    blocked = tmp_path / "blocked"
    blocked.write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    assert brag(growth) == first
    monkeypatch.delenv("HOME")
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert brag(growth) == first


def test_an_own_template_is_never_kept_compiled(growth: Growth, cache: Path) -> None:
    growth.ok("log Cut p99 -k win")
    (growth.home / "templates").mkdir()
    (growth.home / "templates" / "mine.md.j2").write_text("{# growth: brag #}\nmine\n")
    growth.ok("report mine --period 2026 -f md")
    assert not cache.exists()
