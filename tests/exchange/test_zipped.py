"""The files of a zip within bounds, whatever the zip says of itself."""

import io
import zipfile

import pytest

from growth.errors import WrongUsage
from growth.exchange import limits, zipped
from growth.exchange.zipped import Member


def packed(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def members(data: bytes) -> list[Member]:
    return list(zipped.members(data, "a.zip", lambda name: name.endswith(".json")))


def refused(data: bytes) -> str:
    with pytest.raises(WrongUsage) as error:
        members(data)
    assert error.value.hint
    return error.value.message


def test_what_is_wanted_is_read_and_the_rest_is_named() -> None:
    data = packed({"J.json": b"{}", "photos/a.jpg": b"x", "__MACOSX/J.json": b"y"})
    assert members(data) == [Member("J.json", b"{}"), Member("photos/a.jpg", None)]


def test_a_bomb_is_refused_by_what_the_directory_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SIZE", 1_000_000)
    assert refused(packed({"a.json": b" " * 600_000, "b.json": b" " * 600_000})) == (
        "a.zip unpacks to more than 1 MB of text"
    )


def test_a_bomb_is_refused_by_what_comes_out_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SIZE", 1_000_000)
    data = packed({"a.json": b" " * 3_000_000})
    at = data.index(b"PK\x01\x02")
    lying = data[: at + 24] + (10).to_bytes(4, "little") + data[at + 28 :]
    # The size that the directory says is as small as can be; what is read ends there, or is refused.
    assert refused(lying).startswith("a.zip ")


def test_many_files_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "FILES", 2)
    assert refused(packed({f"{at}.txt": b"" for at in range(3)})) == "a.zip holds more than 2 files"


def test_a_password_is_named() -> None:
    data = bytearray(packed({"a.json": b"{}"}))
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(sign) + place] |= 1
    assert refused(bytes(data)) == "a.zip is locked with a password"


def test_other_ways_of_packing_are_refused() -> None:
    assert (
        refused(packed({"a.json": b"{}"}, zipfile.ZIP_LZMA))
        == "a.zip is packed in a way that is not read here"
    )


def test_what_is_damaged_is_said_to_be() -> None:
    data = packed({"a.json": b'{"a": "some words that are packed"}'})
    assert refused(data[: len(data) // 2]).startswith("a.zip is a damaged zip: ")
