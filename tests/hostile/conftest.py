"""Homes full of attacks, built once for all tests of a process."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from growth.records.kinds import Record

from . import homes
from .attacks import ATTACKS

MANAGER, EVERYTHING = "p00", "pall"


class Hostile(NamedTuple):
    """A home, the records of mine that it was made of, and by handle the text that is in them."""

    home: Path
    records: tuple[Record, ...]
    texts: dict[str, str]

    def of(self, handle: str) -> dict[str, str]:
        """Return what a run fills in, with the ids of the records that hold the text of `handle`."""
        number = 1 + list(self.texts).index(handle)
        ids = {name: homes.identifier(letter, 10 * number) for name, letter in homes.LETTERS.items()}
        return ids | {
            "handle": handle,
            "manager": next(iter(self.texts)),
            "other": list(self.texts)[1],
            "note": homes.identifier("j", 10 * number + 9),
            "closed": homes.identifier("w", 10 * number + 1),
            "theirs": f"{handle}:{homes.identifier('j', 10 * number)}",
            "handed": f"{handle}:{homes.identifier('a', 10 * number)}",
            "text": self.texts[handle],
            "word": self.texts[handle],
            "line": " ".join(self.texts[handle].split()),
        }


@contextlib.contextmanager
def _built(folder: Path, texts: dict[str, str], theirs: dict[str, str] | None = None) -> Iterator[Hostile]:
    yield Hostile(folder / "home", tuple(homes.build(folder / "home", texts, theirs)), texts)


def handles() -> dict[str, str]:
    """Return the attacks by handle; the last one is all of them."""
    found = {f"p{number:02}": text for number, text in enumerate(ATTACKS.values())}
    return found | {EVERYTHING: "\n".join(ATTACKS.values())}


def structural() -> list[str]:
    """Return the handles of the attacks that are about the structure of a document."""
    names = list(ATTACKS)
    first, last = names.index("rich markup"), names.index("formula")
    return [*list(handles())[first : last + 1], EVERYTHING]


def harmless(those: list[str]) -> dict[str, str]:
    """Return words in the place of the attacks; no two the same, as no two attacks are."""
    return {handle: f"words about {handle}" for handle in those}


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hostile]:
    """A home whose every text, mine and theirs, is an attack."""
    with _built(tmp_path_factory.mktemp("hostile"), handles()) as made:
        yield made


@pytest.fixture(scope="session")
def harmless_twin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hostile]:
    """A home with the same records about a few, in words that mean no harm."""
    with _built(tmp_path_factory.mktemp("harmless"), harmless([MANAGER, "p01", EVERYTHING])) as made:
        yield made


@pytest.fixture(scope="session")
def hostile_others(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hostile]:
    """A home in which what others gave me is an attack, their names included, and nothing else is."""
    those = [MANAGER, *structural()]
    theirs = {handle: handles()[handle] for handle in those}
    with _built(tmp_path_factory.mktemp("others"), harmless(those), theirs) as made:
        yield made
