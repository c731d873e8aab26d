"""growth feedback send: what is written, what is said, and the state that it leaves."""

import email
import json
import re
import stat
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.conftest import Growth


def asked(growth: "Growth", line: str = "") -> str:
    """Return the id of a request to Ana, put by Kim."""
    growth.ok("people add ana --name 'Ana Silva' --email ana@example.com")
    growth.ok("people add bo --name 'Bo Lund'")
    growth("config set me.name 'Kim Lee'")
    growth("config set me.emails kim@example.com")
    return growth.ok(f"feedback ask ana --question 'What should stay?' {line}").strip()


def request(growth: "Growth", identifier: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(growth.ok(f"show {identifier} --json"))
    return found


def unmarked(text: str, identifier: str) -> str:
    """Return a paper with its random marker and id made the same."""
    return re.sub(r"\[q\w{3}\]", "[q7k3]", text.replace(identifier, "r261124-5gq1"))


TEXT = """\
Hi Ana, Kim Lee here: I would like your feedback on me and my work. Not answering is fine.
It is for growth, not for a review. Nobody but me reads it, unless you allow more below. \
To withdraw it later, tell me, and I erase it. “Their manager” below is mine.
Write under each line below, best with one moment: when it was, what was done, what came of it. \
Please keep the marks in brackets.

1. What should stay? [q7k3]

Who may read this? 1 only who asks; 2 also their manager. No answer means 1. [who]
My name? 1 without it, counted only among three or more; 2 not quoted; 3 named. No answer means 1. [name]
Request [r261124-5gq1]
"""


def test_text_to_paste_and_the_day_it_went_out(growth: "Growth") -> None:
    identifier = asked(growth)
    assert request(growth, identifier)["state"] == "drafted"
    ran = growth(f"feedback send {identifier}")
    assert (unmarked(ran.out, identifier), ran.code) == (TEXT, 0)
    assert ran.err == f"{identifier} to Ana Silva is marked as sent; it is yours to send\n"
    found = request(growth, identifier)
    assert (found["state"], found["sent"]) == ("sent", "2026-11-24")


def test_again_another_day_keeps_the_first(growth: "Growth") -> None:
    identifier = asked(growth)
    growth(f"feedback send {identifier}")
    ran = growth(f"feedback send {identifier} -f md", now="2026-11-26T10:00:00+00:00")
    assert ran.err == f"{identifier} to Ana Silva was marked as sent Tue 24 Nov; it is yours to send\n"
    assert request(growth, identifier)["sent"] == "2026-11-24"


def test_undo_takes_the_mark_back(growth: "Growth") -> None:
    identifier = asked(growth)
    growth(f"feedback send {identifier}")
    assert growth("undo -y").code == 0
    assert request(growth, identifier)["state"] == "drafted"


def test_markdown_to_fill_in(growth: "Growth", tmp_path: Path) -> None:
    identifier = asked(growth)
    path = tmp_path / "ana.md"
    ran = growth(f"feedback send {identifier} -o {path}")
    assert (ran.out, ran.code) == ("", 0)
    assert ran.err == (
        f"written: {path}, readable by you only\n"
        f"{identifier} to Ana Silva is marked as sent; it is yours to send\n"
    )
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    made = unmarked(path.read_text(), identifier)
    assert made.endswith(
        "\n\n## 1. What should stay? [q7k3]"
        "\n\n## Who may read this? 1 only who asks; 2 also their manager. No answer means 1. [who]"
        "\n\n## My name? 1 without it, counted only among three or more; 2 not quoted; 3 named. "
        "No answer means 1. [name]"
        "\n\nRequest [r261124-5gq1]\n"
    )


def test_a_form(growth: "Growth", tmp_path: Path) -> None:
    identifier = asked(growth, "--about bo --due 2026-12-01 --used-for review")
    path = tmp_path / "ana.html"
    growth(f"feedback send {identifier} -o {path}")
    page = path.read_text()
    assert growth(f"feedback send {identifier} -f html").out == page
    assert "<title>Feedback on Bo Lund</title>" in page
    assert "Until Tuesday 1 December 2026; not answering is fine" in page
    assert '<dt>Used for</dt><dd dir="auto">A review</dd>' in page


def mail(data: bytes) -> EmailMessage:
    found = email.message_from_bytes(data, policy=default)
    assert isinstance(found, EmailMessage)
    return found


def test_a_mail_with_the_questions_in_its_body(growth: "Growth", tmp_path: Path) -> None:
    identifier = asked(growth)
    path = tmp_path / "ana.eml"
    growth(f"feedback send {identifier} -o {path}")
    found = mail(path.read_bytes())
    assert [(name, found[name]) for name in ("X-Unsent", "From", "To", "Subject", "Date")] == [
        ("X-Unsent", "1"),
        ("From", "Kim Lee <kim@example.com>"),
        ("To", "Ana Silva <ana@example.com>"),
        ("Subject", "Feedback for Kim Lee"),
        ("Date", "Tue, 24 Nov 2026 10:00:00 +0000"),
    ]
    assert unmarked(found.get_content().replace("\r\n", "\n"), identifier) == TEXT
    piped = growth(f"feedback send {identifier} -f eml").out
    assert piped.encode() == path.read_bytes().replace(b"\r\n", b"\n")


def test_a_mail_with_the_form(growth: "Growth", tmp_path: Path) -> None:
    identifier = asked(growth)
    path = tmp_path / "ana.eml"
    growth(f"feedback send {identifier} -o {path} --attach-form")
    body, form = mail(path.read_bytes()).iter_parts()
    assert unmarked(body.get_content().replace("\r\n", "\n"), identifier) == TEXT
    assert form.get_filename() == f"feedback-form-{identifier}.html"
    page = growth(f"feedback send {identifier} -f html").out
    assert form.get_payload(decode=True) == page.encode()


def test_what_is_missing_is_said(growth: "Growth") -> None:
    growth.ok("people add cy")
    identifier = growth.ok("feedback ask cy --question 'What should stay?'").strip()
    ran = growth(f"feedback send {identifier} -f eml")
    assert ran.err == (
        f"{identifier} to cy is marked as sent; it is yours to send\n"
        "it does not say who asks: growth config set me.name 'Your Name'\n"
        "no address of cy is known: growth people edit cy --email ADDRESS\n"
    )
    assert mail(ran.out.encode()).keys()[:3] == ["X-Unsent", "Subject", "Date"]


def test_nothing_private_of_the_asker_is_in_any_format(growth: "Growth") -> None:
    identifier = asked(growth, "--about bo")
    growth.ok("note ana", stdin="canary note\n")
    growth.ok("log canary entry -w ana -w bo --impact 'canary impact'")
    growth.ok("1on1 notes bo --shared x --private-notes 'canary notes' --action 'me: canary action'")
    growth.ok("feedback ask bo --about ana --question 'Is there a canary question?'")
    growth.ok("people edit bo --email canary-bo@example.com --relation direct")
    for one in ("text", "md", "html", "eml"):
        made = growth(f"feedback send {identifier} -f {one}" + " --attach-form" * (one == "eml")).out
        parts = [made, *(str(part.get_content()) for part in mail(made.encode()).walk() if one == "eml"
                         and part.get_content_maintype() == "text")]  # fmt: skip
        assert all("canary" not in part and str(growth.home) not in part for part in parts), one


@pytest.mark.parametrize(
    ("command", "code", "message"),
    [
        ("feedback send {id} --attach-form", 2,
         "growth: --attach-form goes with a mail, not with text\n        give -f eml too\n"),
        ("feedback send {id} -o ana.pdf", 2,
         "growth: ana.pdf has no ending that says a format\n"
         "        end it in one of .txt, .md, .html, .htm, .eml, or give -f\n"),
        ("feedback send {id} -o /nowhere/ana.md", 4,
         "growth: /nowhere/ana.md: no such file or directory\n        check the path\n"),
    ],
)  # fmt: skip
def test_what_cannot_be_written_is_not_marked_as_sent(
    growth: "Growth", command: str, code: int, message: str
) -> None:
    identifier = asked(growth)
    ran = growth(command.format(id=identifier))
    assert (ran.out, ran.code) == ("", code)
    assert ran.err == message
    assert request(growth, identifier)["state"] == "drafted"


def test_what_is_over_is_not_sent(growth: "Growth") -> None:
    identifier = asked(growth, "--due friday")
    late = growth(f"feedback send {identifier}", now="2026-12-20T10:00:00+00:00")
    assert (late.out, late.code) == ("", 1)
    assert late.err == (f"growth: {identifier} has expired\n        ask anew: growth feedback ask ana\n")
    growth.ok(f"feedback close {identifier}")
    ran = growth(f"feedback send {identifier}")
    assert (ran.out, ran.code) == ("", 1)
    assert ran.err == (
        f"growth: {identifier} to ana is closed and cannot be sent\n        see: growth feedback list --all\n"
    )


def test_a_work_tree_is_asked_about_first(growth: "Growth", tmp_path: Path) -> None:
    identifier = asked(growth)
    (tmp_path / "tree" / ".git").mkdir(parents=True)
    path = tmp_path / "tree" / "ana.txt"
    assert growth(f"feedback send {identifier} -o {path}").code == 2
    assert (path.exists(), request(growth, identifier)["state"]) == (False, "drafted")
    assert growth(f"feedback send {identifier} -o {path} -y").code == 0
    assert unmarked(path.read_text(), identifier) == TEXT
