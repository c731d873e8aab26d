"""Replies as they come back from mail programs, chats and forms: every answer under its question."""

import datetime
import textwrap
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.exchange import mail, reply
from growth.records.answer import NAMINGS, Naming, Reader, Reply
from growth.records.request import Asked, Request
from growth.rules.request_paper import Filled, block, paper, readers

REPLIES = Path(__file__).parent / "replies"
SCALE = ("not yet", "now and then", "about half the time", "mostly", "almost every time")
ASKED = (
    Asked(marker="q7k3", text="What in your work with me should stay the way it is?"),
    Asked(marker="q8mm", text="How often do you know early enough what is coming your way?", scale=SCALE),
    Asked(marker="qa0z", text="What did you last need from me, and how did it reach you?"),
)
REQUEST = Request(
    id="r261124-5gq1",
    person="ana",
    questions=ASKED,
    day=datetime.date(2026, 11, 24),
    due=datetime.date(2026, 11, 27),
    created=datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC),
)
PAPER = paper(REQUEST, asker="Kim", giver="Ana")

DOCS = "The design notes in May: I could start the same day."
ROUND = "Since the Monday round, yes."
STEPS = "The rollback steps. They came by chat, an hour late."
WHOLE: dict[str, Any] = {
    "request": REQUEST.id,
    "said": (DOCS, (4, ROUND), STEPS),
    "consents": ("manager", "named"),
    "unmatched": "",
}


def but(**changes: Any) -> dict[str, Any]:
    return WHOLE | changes


EXPECTED = {
    "apple-mail-flowed.eml": but(unmatched="Hi Kim, see below."),
    "apple-mail-forwarded.txt": but(unmatched="For your file.\n\nHi Kim, see below."),
    "apple-mail-html.html": but(unmatched="See below."),
    "bottom-posted.txt": but(unmatched="-- \nAna Silva"),
    "chat-quoted.txt": WHOLE,
    "form-block-attached.eml": but(unmatched="See the attachment.\n\n--\nAna"),
    "form-block.txt": WHOLE,
    "forwarded-as-attachment.eml": but(unmatched="For your file.\n\nHi Kim, see below."),
    "forwarded-quoted-twice.txt": but(unmatched="Hi Kim, see below."),
    "forwarded-twice.eml": but(unmatched="FYI\n\nHi Kim, see below."),
    "french-latin-1.eml": but(
        said=("Les notes de conception en mai, très utiles.", (4, ROUND), STEPS),
        unmatched="Salut Kim, voilà.",
    ),
    "german-inline.txt": but(unmatched="Hallo Kim, siehe unten."),
    "gmail-alternative.eml": but(unmatched="Hi Kim, see below."),
    "gmail-inline-html.eml": but(unmatched="Hi Kim, see below."),
    "gmail-inline-wrapped.txt": but(unmatched="Hi Kim, see below."),
    "gmail-top-posted-marks.txt": but(unmatched="Hi Kim,"),
    "gmail-top-posted-numbers.txt": but(consents=(None, None), unmatched="Hi Kim,"),
    "hebrew-filled-in.txt": but(
        said=("מסמכי התכנון במאי: התחלתי באותו היום.", (4, ""), "שלבי החזרה. הגיעו בצ'אט, באיחור של שעה.")
    ),
    "japanese-iso-2022-jp.eml": but(
        said=(
            "五月の設計メモです。その日に始められました。",
            (4, "月曜の会からは。"),
            "戻し手順です。チャットで一時間遅れて届きました。",
        ),
        unmatched="キムさん、下に書きました。\n\n2026/11/24 10:00 Kim Okafor <kim@example.com>:",
    ),
    "markdown-by-hand.md": but(unmatched="# Feedback for Kim"),
    "outlook-inline-html.eml": but(unmatched="My answers in red."),
    "outlook-original-message.txt": but(unmatched="Done, see in the text."),
    "outlook-top-posted.txt": but(unmatched="Ana Silva\nPlatform team"),
    "outlook-web-top-posted.html": WHOLE,
    "partial-one-answer.txt": but(
        request="", said=(None, None, STEPS), consents=(None, None), unmatched="Just the one:"
    ),
    "phone.txt": but(consents=(None, None), unmatched="Q7K3 etc below\n\nSent from my phone"),
    "plain-crlf.txt": WHOLE,
    "plain-filled-in.txt": WHOLE,
    "reordered.txt": WHOLE,
    "russian-koi8-r.eml": but(
        said=(
            "Заметки о проекте в мае: я начала в тот же день.",
            (4, "С понедельничных встреч - да."),
            "Шаги отката. Пришли в чате на час позже.",
        ),
        unmatched="Ким, ответы ниже.\n\nвт, 24 нояб. 2026 г. в 10:00, Kim Okafor <kim@example.com>:",
    ),
    "smart-quotes.txt": but(
        said=(
            "“The design notes” in May — I could start the same day…",
            (4, ROUND),
            "The ‘rollback’ steps. They didn’t come by mail.",
        )
    ),
    "tight-signs.txt": but(unmatched="Hi Kim, see below."),
    "trimmed.txt": but(request="", consents=(None, None)),
}


def read(text: str, sent: str = PAPER) -> Filled:
    return reply.filled(text, ASKED, readers("me"), sent)


def replies(*said: Any) -> tuple[Reply, ...]:
    made = []
    for asked, one in zip(ASKED, said, strict=True):
        rating, text = one if isinstance(one, tuple) else (None, one)
        if one is not None:
            made.append(Reply(marker=asked.marker, question=asked.text, rating=rating, text=text))
    return tuple(made)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_every_answer_is_under_its_question_and_nothing_is_lost(name: str) -> None:
    (letter,) = mail.read((REPLIES / name).read_bytes(), name)
    expected = EXPECTED[name]
    reader, naming = expected["consents"]
    assert read(letter.text) == Filled(
        request=expected["request"],
        replies=replies(*expected["said"]),
        reader=reader,
        name=naming,
        unmatched=expected["unmatched"],
    )


def test_a_mailbox_holds_several_letters() -> None:
    first, second = mail.read((REPLIES / "mailbox.mbox").read_bytes(), "mailbox.mbox")
    assert first.text == "Thanks, I will answer tomorrow.\n\nFrom my side all is well.\n\n"
    assert read(second.text) == Filled(
        request=REQUEST.id,
        replies=replies(DOCS, (4, ROUND), STEPS),
        reader="manager",
        name="named",
        unmatched="Hi Kim, see below.",
    )


def test_there_are_more_than_thirty_and_all_are_read() -> None:
    assert {path.name for path in REPLIES.iterdir()} == {*EXPECTED, "mailbox.mbox"}
    assert len(EXPECTED) >= 30


@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=60),
    st.sampled_from(["> quoted", "--", "On Friday Bo wrote:", "From: Bo", "To: me", "[who] 2", "1. one", ""]),
    st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=60),
    st.sampled_from(readers("me")),
    st.sampled_from(NAMINGS),
)
def test_what_a_form_yields_reads_as_what_was_put_in(
    first: str, line: str, last: str, reader: Reader, name: Naming
) -> None:
    text = f"a{first}\n{line}\n{last}".rstrip()
    given = replies(text, (2, text), text)
    assert read(block(REQUEST, given, reader, name)) == Filled(
        request=REQUEST.id, replies=given, reader=reader, name=name
    )


LINES = PAPER.rstrip("\n").split("\n")
HEADS = (
    "On Tue, Nov 24, 2026 at 10:00 AM Kim Okafor <kim@example.com> wrote:",
    "Am 24.11.2026 um 10:00 schrieb Kim Okafor:",
    "---------- Forwarded message ---------\nFrom: Kim Okafor <kim@example.com>\nSubject: feedback\n",
    "-----Original Message-----\nFrom: Kim Okafor\nSent: Tuesday, November 24, 2026 10:00 AM\nTo: Ana\n",
)
WORDS = st.lists(
    st.from_regex(r"[a-zäß東 ]{1,12}[.,!?)]?", fullmatch=True).filter(str.strip), min_size=1, max_size=3
).map(lambda lines: "\n".join(line.strip() for line in lines))


@given(
    said=st.tuples(WORDS, WORDS, WORDS),
    rating=st.integers(1, 5),
    width=st.none() | st.integers(30, 110),
    depth=st.integers(0, 3),
    inline=st.booleans(),
    head=st.sampled_from(("", *HEADS)),
    end=st.sampled_from(("\n", "\r\n")),
)
def test_a_paper_filled_in_by_hand_reads_however_it_is_mangled(
    said: tuple[str, str, str], rating: int, width: int | None, depth: int, inline: bool, head: str, end: str
) -> None:
    under = {4: said[0], 5: f"{rating}\n{said[1]}", 6: said[2], 8: "2", 9: "3"}
    signs = "> " * depth
    # Who answers in the text of a mail writes between quoted lines; who forwards it quotes all of it.
    mine = "> " * (depth - 1) if inline and depth else signs
    lines = [f"{signs}{line}".rstrip() for line in (head.split("\n") if head else [])]
    for place, line in enumerate(LINES):
        pieces = textwrap.wrap(line, width) if width and line else [line]
        lines += [f"{signs}{piece}".rstrip() for piece in pieces]
        lines += [f"{mine}{words}" for words in under.get(place, "").split("\n") if words]
    assert read(end.join(lines)) == Filled(
        request=REQUEST.id,
        replies=replies(said[0], (rating, said[1]), said[2]),
        reader="manager",
        name="named",
    )


@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    read(text)


@pytest.mark.uncounted
@pytest.mark.parametrize(
    "text",
    [
        "2026/1/1 " + " <a@" * 300_000,
        "On " * 1_000_000,
        "[" * 3_000_000,
        " " * 3_000_000 + "x",
        "> " * 1_000_000,
        "[q7k3]\n" * 300_000,
        "From: a\nTo: b\n" * 200_000,
        "word " * 900_000,
        "On 1, Kim wrote:\n> " * 100_000,
    ],
    ids=lambda text: text[:12],
)
def test_five_megabytes_of_mischief_take_seconds(text: str) -> None:
    read(text)
