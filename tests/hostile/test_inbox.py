"""A folder that others write into: no name of a file and no name in one can steer, mislead or hide."""

import datetime
from pathlib import Path

import pytest

from growth import config
from growth.exchange import bundle as exchange
from growth.records.bundle import Bundle, Header, Sender

from .attacks import ATTACKS
from .running import piped
from .test_terminal import steering

MADE = datetime.datetime(2026, 11, 20, 9, tzinfo=datetime.UTC)


def handed(name: str, day: int, store: str = "a" * 16, to: str = "") -> bytes:
    header = Header(
        growth="1", store=store, sender=Sender(name=name, handle="ana"), audience="team", to=to,
        made=MADE.replace(day=day),
    )  # fmt: skip
    return exchange.write(Bundle(header=header))


@pytest.mark.parametrize("attack", [text for text in ATTACKS.values() if "\0" not in text])
def test_nothing_in_the_folder_can_steer_the_terminal(attack: str, tmp_path: Path) -> None:
    home, folder = tmp_path / "home", tmp_path / "team"
    folder.mkdir()
    config.save(home, "inbox", str(folder))
    name = attack.replace("/", "_").encode("utf-8", "surrogateescape")[:200].decode("utf-8", "ignore")
    said = attack.encode("utf-8", "ignore").decode()
    (folder / f"x{name}.bundle").write_bytes(handed(said, 20))
    (folder / f"y{name}.bundle").write_bytes(handed(said, 19))
    (folder / f"z{name}.bundle").write_bytes(b"{")
    (folder / f"w{name}.bundle").write_bytes(handed(said, 18, to=said))
    for args in (["status"], ["bundle", "open"], ["bundle", "open", "-y"], ["bundle", "open"], ["status"]):
        ran = piped(home, args)
        assert "Traceback" not in ran.err
        assert steering(ran.out + ran.err) == set()
