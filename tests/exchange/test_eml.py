"""A mail that is not sent yet: what a mail program finds in the file."""

import datetime
import email
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.exchange.eml import Attachment, Mailbox, write
from tests.hostile.attacks import ATTACKS, LONE

NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)
KIM, ANA = Mailbox("Kim Lee", "kim@example.com"), Mailbox("Ana Silva", "ana@example.com")


def read(data: bytes) -> EmailMessage:
    found = email.message_from_bytes(data, policy=default)
    assert isinstance(found, EmailMessage)
    assert not found.defects
    return found


def test_a_mail() -> None:
    made = write("Feedback for Kim", "Hi Ana,\n\nwhat should stay? [q7k3]\n", sender=KIM, to=ANA, date=NOON)
    assert made.decode() == (
        "X-Unsent: 1\r\n"
        "From: Kim Lee <kim@example.com>\r\n"
        "To: Ana Silva <ana@example.com>\r\n"
        "Subject: Feedback for Kim\r\n"
        "Date: Tue, 24 Nov 2026 12:00:00 +0000\r\n"
        'Content-Type: text/plain; charset="utf-8"\r\n'
        "Content-Transfer-Encoding: 7bit\r\n"
        "MIME-Version: 1.0\r\n"
        "\r\n"
        "Hi Ana,\r\n"
        "\r\n"
        "what should stay? [q7k3]\r\n"
    )


def test_without_an_address_the_mail_program_is_left_to_ask() -> None:
    found = read(write("S", "B\n", sender=Mailbox("Kim", ""), to=Mailbox("Ana", ""), date=NOON))
    assert (found["From"], found["To"]) == (None, None)


def test_letters_of_all_kinds_and_long_lines() -> None:
    body = "Grüße, Zoë\n" + "word " * 400 + "end [q7k3]\n\u4f60\u597d\n"
    made = write("Für Jörg", body, sender=Mailbox("Jörg Ö", "j@example.com"), to=ANA, date=NOON)
    assert made.isascii()
    assert max(map(len, made.split(b"\r\n"))) <= 78
    found = read(made)
    assert (found["Subject"], found["From"]) == ("Für Jörg", "Jörg Ö <j@example.com>")
    assert found.get_content().replace("\r\n", "\n") == body


def test_an_address_that_is_not_ascii_is_kept() -> None:
    made = write("S", "B\n", sender=KIM, to=Mailbox("Jörg", "jörg@exämple.com"), date=NOON)
    assert "To: Jörg <jörg@exämple.com>\r\n" in made.decode()


def test_the_form_goes_along_byte_for_byte() -> None:
    page = "<!doctype html>\n<p>" + "long " * 300 + "Grüße</p>\n"
    attached = Attachment("feedback-r261124-5gq1.html", page)
    made = write("S", "B\n", sender=KIM, to=ANA, date=NOON, attached=attached)
    assert made == write("S", "B\n", sender=KIM, to=ANA, date=NOON, attached=attached)
    found = read(made)
    body, form = found.iter_parts()
    assert (body.get_content_type(), body.get_content()) == ("text/plain", "B\r\n")
    assert (form.get_content_type(), form.get_filename()) == ("text/html", "feedback-r261124-5gq1.html")
    assert form.get_content_disposition() == "attachment"
    assert form.get_payload(decode=True) == page.encode()


@pytest.mark.parametrize("text", [*ATTACKS.values(), *LONE.values()], ids=[*ATTACKS, *LONE])
def test_no_text_becomes_a_header(text: str) -> None:
    made = write(
        text, text, sender=Mailbox(text, "kim@example.com"), to=Mailbox(text, ANA.address), date=NOON
    )
    found = read(made)
    assert found.keys() == [
        "X-Unsent", "From", "To", "Subject", "Date",
        "Content-Type", "Content-Transfer-Encoding", "MIME-Version",
    ]  # fmt: skip
    assert [address.addr_spec for header in ("From", "To") for address in found[header].addresses] == [
        "kim@example.com",
        "ana@example.com",
    ]


@given(
    st.text(max_size=90) | st.text("ab .,()\"\\<>@[]:;'\u00e9=?_", max_size=90),
    st.integers(1, 60),
    st.integers(1, 60),
)
def test_no_name_becomes_an_address_however_it_is_folded(name: str, mine: int, theirs: int) -> None:
    addresses = [f"{'k' * mine}@example.com", f"ana@{'e' * theirs}.example.com"]
    sender, to = (Mailbox(name, address) for address in addresses)
    found = read(write(name, "B\n", sender=sender, to=to, date=NOON))
    assert [[one.addr_spec for one in found[name].addresses] for name in ("From", "To")] == [
        [address] for address in addresses
    ]
