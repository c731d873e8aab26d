"""Mail, mailboxes and pages that somebody else made, some of them to do harm."""

import datetime

import pytest

from growth.errors import WrongUsage
from growth.exchange import html_text, mail

HEAD = b"From: Ana Silva <ana@example.org>\nDate: Wed, 25 Nov 2026 09:12:44 +0100\n"


def message(body: bytes, kind: bytes = b"text/plain; charset=utf-8", coding: bytes = b"8bit") -> bytes:
    return HEAD + b"Content-Type: " + kind + b"\nContent-Transfer-Encoding: " + coding + b"\n\n" + body


def refusal(data: bytes) -> tuple[str, str]:
    with pytest.raises(WrongUsage) as caught:
        mail.read(data, "reply.eml")
    return caught.value.message, caught.value.hint


def test_a_letter_says_who_sent_it_and_when() -> None:
    (letter,) = mail.read(message(b"Docs."), "reply.eml")
    assert (letter.text, letter.sender) == ("Docs.", "ana@example.org")
    assert letter.sent == datetime.datetime(2026, 11, 25, 8, 12, 44, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    "date", [b"", b"soon", b"Wed, 99 Nov 99999 09:12:44 +0000", b"Wed, 25 Nov 2026 09:12:44"]
)
def test_a_date_that_is_none_is_left_out(date: bytes) -> None:
    (letter,) = mail.read(b"From: ana@example.org\nDate: " + date + b"\n\nDocs.", "reply.eml")
    assert letter.sent is None


def test_plain_text_is_a_letter_of_nobody() -> None:
    (letter,) = mail.read(b"From: here on, all is well.\nAnd more.", "reply.txt")
    assert (letter.sender, letter.text) == ("", "From: here on, all is well.\nAnd more.")


def test_a_part_that_is_not_utf_8_is_named_with_its_byte() -> None:
    assert refusal(message(b"Gr\xfc\xdfe")) == (
        "reply.eml is not UTF-8: byte 0xfc at offset 2",
        "save it as UTF-8 and import it again",
    )
    assert refusal(b"Gr\xfc\xdfe")[0] == "reply.eml is not UTF-8: byte 0xfc at offset 2"


def test_a_part_that_is_not_what_it_says_is_named_with_its_byte() -> None:
    assert refusal(message(b"a\x81\x20", b"text/plain; charset=shift_jis")) == (
        "reply.eml is not shift_jis: byte 0x81 at offset 1 of its text",
        "save its text as UTF-8",
    )


@pytest.mark.parametrize("charset", [b"rot13", b"punycode", b"zlib", b"unicode_escape", b"no-such", b"idna"])
def test_a_charset_that_is_none_is_refused(charset: bytes) -> None:
    assert refusal(message(b"a", b"text/plain; charset=" + charset)) == (
        f"reply.eml is in {charset.decode()!r}, which is not read here",
        "save its text as UTF-8",
    )


def test_a_zero_byte_is_refused() -> None:
    assert refusal(message(b"a\0b"))[0] == "reply.eml is not text: a zero byte at offset 1"


def test_more_than_five_megabytes_are_refused() -> None:
    assert refusal(b"x" * 5_000_001) == (
        "reply.eml has 5,000,001 bytes; a reply may have 5,000,000",
        "save the text of the reply alone",
    )


def nested(depth: int) -> bytes:
    data = b"Content-Type: text/plain\n\nhere"
    for number in range(depth):
        line = b"--b%d" % number
        data = b'Content-Type: multipart/mixed; boundary="b%d"\n\n%s\n%s\n%s--\n' % (number, line, data, line)
    return HEAD + data


@pytest.mark.parametrize("depth", [21, 400, 3000])
def test_parts_nested_too_deep_are_refused(depth: int) -> None:
    assert refusal(nested(depth))[0] == "reply.eml is nested deeper than 20 levels"


def test_parts_nested_as_forwarding_does_are_read() -> None:
    assert mail.read(nested(10), "reply.eml")[0].text.strip() == "here"


def test_too_many_parts_are_refused() -> None:
    parts = b"--b\nContent-Type: text/plain\n\nx\n" * 201
    assert refusal(message(parts + b"--b--\n", b'multipart/mixed; boundary="b"', b"7bit"))[0] == (
        "reply.eml has 201 parts"
    )


def test_of_two_versions_the_one_with_marks_is_read() -> None:
    body = (
        b"--b\nContent-Type: text/plain\n\nThis mail needs a newer program.\n"
        b"--b\nContent-Type: text/html\n\n<p>[q7k3] Docs.</p>\n--b--\n"
    )
    (letter,) = mail.read(message(body, b'multipart/alternative; boundary="b"', b"7bit"), "reply.eml")
    assert letter.text == "[q7k3] Docs."


def test_a_page_reads_as_it_looks() -> None:
    page = (
        "<html><head><title>no</title><style>p {}</style></head><body><p>Hi <b>K</b>im,\n<br>below.</p>"
        "<script>alert(1)</script><!-- no --><blockquote><div>What?</div><blockquote>older</blockquote>"
        "</blockquote><ol><li>one<li><p>two</p></ol><ul><li>dash</ul><table><tr><td>a</td><td>b</td></tr>"
        "</table><pre>x\n  y</pre>&lt;end&gt;</body></html>"
    )
    assert html_text.is_html(page)
    assert html_text.read(page, "reply.html") == (
        "Hi Kim,\nbelow.\n\n> What?\n>\n> > older\n\n1. one\n\n2. two\n\n- dash\n\na b\n\nx\n  y\n\n<end>"
    )


def test_a_page_nested_too_deep_is_refused() -> None:
    with pytest.raises(WrongUsage) as caught:
        html_text.read("<div>" * 10_000 + "x", "reply.html")
    assert caught.value.message == "reply.html is nested deeper than 200 levels"


def test_an_entity_reaches_no_file_and_no_network() -> None:
    page = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>a &x; b</p></body></html>'
    assert "root:" not in html_text.read(page, "reply.html")
