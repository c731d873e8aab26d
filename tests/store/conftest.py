"""A store of its own for each test, at a fixed hour."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from growth.store.store import Store

NOON = datetime.datetime(2026, 11, 24, 12, 0, tzinfo=datetime.UTC)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def told() -> list[str]:
    """What the store warned of."""
    return []


@pytest.fixture
def opened(home: Path, told: list[str]) -> Callable[..., Store]:
    """Open the store anew, as the next command would, at `now`."""

    def again(now: datetime.datetime = NOON) -> Store:
        return Store(home, lambda: now, told.append)

    return again


@pytest.fixture
def store(opened: Callable[..., Store]) -> Store:
    return opened()
