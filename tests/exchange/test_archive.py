"""An archive of everything: what is read back of it, and what is refused before it unfolds."""

import datetime
import gzip
import io
import tarfile
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.errors import GrowthError
from growth.exchange import opened, out_jsonl
from growth.exchange.archive import README, RECORDS, is_one, opened_name, pack, read, wanted
from growth.exchange.exported import is_one as is_export
from growth.exchange.formats import Head
from growth.records.entry import Entry
from growth.records.person import Person
from tests.exchange.journals import ENTRY, NOW

STORE = "0123456789abcdef"
ABOUT = {"store": STORE, "made": "2026-11-20T09:00:00Z", "name": "Ana"}
PARTS = {
    README: b"Everything\n",
    RECORDS: out_jsonl.write([ENTRY]),
    opened_name(STORE): opened.write(ABOUT, [ENTRY]),
    "config.toml": b'pager = "evil"\n',
}
BOTH = pytest.mark.parametrize("tar", [False, True], ids=["zip", "tar.gz"])


@BOTH
def test_records_and_what_was_opened_come_back(tar: bool) -> None:
    data = pack(PARTS, "growth", NOW, tar=tar)
    assert is_one(data) and is_export(Head(data, "growth"))
    whole = read(data, "growth", NOW)
    assert (whole.records, whole.misread) == ((ENTRY,), ())
    assert [(one.store, one.about, one.records) for one in whole.opened] == [(STORE, ABOUT, (ENTRY,))]


@BOTH
def test_the_same_records_at_the_same_time_are_the_same_bytes(tar: bool) -> None:
    assert pack(PARTS, "growth", NOW, tar=tar) == pack(PARTS, "growth", NOW, tar=tar)
    long_ago = datetime.datetime(1971, 1, 1, tzinfo=datetime.UTC)
    assert read(pack(PARTS, "growth", long_ago, tar=tar), "growth", NOW).records == (ENTRY,)


@pytest.mark.parametrize("name", ["../records.jsonl", "a/b/records.jsonl", "/etc/opened/x.jsonl", "opened/x"])
def test_only_files_of_ours_are_wanted(name: str) -> None:
    assert wanted(name) in ("", RECORDS)
    assert wanted("growth/records.jsonl") == wanted("records.jsonl") == RECORDS


def zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(*members: tuple[tarfile.TarInfo, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for info, data in members:
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return gzip.compress(out.getvalue())


def linked(name: str) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = tarfile.SYMTYPE, "/etc/passwd"
    return info


@pytest.mark.parametrize(
    "data",
    [
        zipped(**{RECORDS: b"0" * 60_000_000}),
        tarred((tarfile.TarInfo(RECORDS), b"0" * 60_000_000)),
        tarred((linked(f"x/{RECORDS}"), b"")),
        zipped(other=b"x"),
        pack(PARTS, "growth", NOW, tar=False)[:-40],
        pack(PARTS, "growth", NOW, tar=True)[:-40],
        pack(PARTS, "growth", NOW, tar=True)[:3],
        zipped(**{RECORDS: b"", opened_name(STORE): b"{}"}),
        zipped(**{RECORDS: b"", opened_name(STORE): opened.write(ABOUT | {"store": "../x"}, [])}),
        zipped(**{RECORDS: b"", opened_name(STORE): opened.write(ABOUT, [ENTRY, ENTRY])}),
        zipped(**{RECORDS: b"", opened_name(STORE): opened.write(
            ABOUT, [Person(name="x", handles=("x",), created=NOW)])}),
        zipped(**{RECORDS: b"", opened_name(STORE): opened.write(ABOUT, []) + b"{}\n"}),
    ],
    ids=["zip bomb", "tar bomb", "a link", "no records", "zip cut off", "tar cut off", "a head cut off",
         "nobody's", "a path for a store", "one id twice", "a person", "no record"],
)  # fmt: skip
def test_what_is_no_archive_of_ours_is_refused(data: bytes) -> None:
    with pytest.raises(GrowthError) as refused:
        read(data, "x", NOW)
    assert refused.value.message and refused.value.hint


SEEDS = (pack(PARTS, "growth", NOW, tar=False), pack(PARTS, "growth", NOW, tar=True))


@given(st.sampled_from(SEEDS), st.integers(0, 2000), st.binary(max_size=4))
def test_any_damage_is_read_or_refused(seed: bytes, at: int, noise: bytes) -> None:
    data = seed[:at] + noise + seed[at + len(noise) :]
    if is_one(data):
        try:
            assert all(isinstance(one, Entry) for one in read(data, "x", NOW).records)
        except GrowthError as error:
            assert error.hint
