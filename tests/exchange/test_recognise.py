"""Which format a file has, and what is refused before anything reads it."""

import pytest

from growth.errors import WrongUsage
from growth.exchange.recognise import recognise


@pytest.mark.parametrize(
    ("data", "name", "format"),
    [
        ("# 2021\n- one\n", "brag.md", "markdown"),
        ("One plain sentence.", "notes.txt", "markdown"),
        ("# 2021\n- one\n", "-", "markdown"),
        ("---\ndate: 2021-03-04\n---\nwords\n", "2021-03-04", "markdown"),
        ("- one\n", "2021/worklog", "markdown"),
        ("\ufeff\n* one\n", "NOTES.MD", "markdown"),
        ('{"title": "x"}\n', "-", "jsonl"),
        ('{"title": "x"}\n', "out.jsonl", "jsonl"),
        ('\ufeff\n[\n{"title": "x"}\n]', "out.json", "jsonl"),
        ("[]\n", "-", "jsonl"),
        ('[{"title": "x"}]', "-", "jsonl"),
        ("[ ] - one\n- two\n", "-", "markdown"),
        ('{"bundle": 1, "records": []}', "ana.bundle", "bundle"),
        ("From: a@example.org\nTo: b@example.org\n\nHi", "-", "reply"),
        ("From a@example.org Tue\nSubject: hi\n\nHi", "inbox", "reply"),
        ("Date: 2026-03-04\nTags: a\n\n- one\n", "weeknotes.md", "markdown"),
        ("#+TITLE: x\n* one\n", "journal", "org"),
        ("BEGIN:VCALENDAR\r\n", "team", "ics"),
        ("words", "team.ics", "ics"),
        ("* one\n", "a.org", "org"),
        ("From: here on it went well\n- one\n", "worklog.md", "markdown"),
        ("<html><body>Docs.</body></html>", "-", "reply"),
        ("<p>Docs.</p>", "reply.html", "reply"),
        ("<p align=center>\n\n# Brag\n", "brag.md", "markdown"),
        ('{"request": "r261124-5gq1", "answers": []}', "reply.json", "reply"),
        ("Docs.\nRequest [r261124-5gq1]", "reply.txt", "reply"),
        ("[who] 1\n[name] 1", "reply.txt", "reply"),
        ("> Which? [Q7K3]\nDocs.", "reply.md", "reply"),
        ("- Shipped it [q426]\n- [who] asked\n", "brag.md", "markdown"),
    ],
)
def test_what_is_known(data: str, name: str, format: str) -> None:
    assert recognise(data.encode(), name, lambda: {"q7k3"}) == format


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (b"", "a.md", "a.md is empty"),
        (b" \n", "-", "- is empty"),
        (b"caf\xe9", "a.md", "a.md is not UTF-8: byte 0xe9 at offset 3"),
        (b"\xff\xfea\0", "a.md", "a.md is UTF-16"),
        (b"a\0b", "a.md", "a.md is not text: a zero byte at offset 1"),
        (b"PK\3\4\x14\0\0\0a.md", "a.zip", "a.zip is a zip archive"),
        (b"PK\3\4\x14\0\x09\0a.md", "a.zip", "a.zip is a zip archive that is encrypted with a password"),
        (b"words", "a.json", "a.json is not JSON: it starts with neither { nor ["),
        (b'{"a":' * 101, "a.json", "a.json cannot be read: nested deeper than 100 levels"),
        (b"[" * 1_000_000, "a.json", "a.json cannot be read: nested deeper than 100 levels"),
        (b"[%s]" % (b"1" * 301), "a.json", "a.json cannot be read: a number of more than 300 digits"),
        (b"- one\n", "a.rst", "a.rst has no format that is known here"),
        (b"words", "-", "- has no format that is known here"),
    ],
)
def test_what_is_refused(data: bytes, name: str, message: str) -> None:
    with pytest.raises(WrongUsage) as refused:
        recognise(data, name)
    assert refused.value.message == message
    assert refused.value.exit_code == 2
    assert refused.value.hint


def test_the_formats_that_are_read_are_named() -> None:
    with pytest.raises(WrongUsage) as refused:
        recognise(b"a,b\n", "a.rst")
    for word in ("dated Markdown", "replies to requests for feedback", "bundles", "git (with -f git)"):
        assert word in refused.value.hint
