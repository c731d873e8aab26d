"""growth import of replies: whose they are, what is kept, and that twice is once."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from growth.app import App
from growth.records.answer import Answer
from growth.records.request import Request
from growth.terminal.cells import fit
from tests.conftest import Growth

LATER = "2026-11-25T10:00:00+00:00"


class Asked:
    """A home in which Ana was asked one thing on a scale and two in words."""

    def __init__(self, growth: Growth) -> None:
        self.growth = growth
        growth.ok("people add ana --name 'Ana Silva' --email ana@example.org")
        growth.ok("people add bo --name 'Bo Reyes' --email bo@example.org")
        self.id = self.ask("ana")
        self.paper = growth(f"feedback send {self.id}").out
        self.marks = [asked.marker for asked in self.request().questions]

    def ask(self, person: str) -> str:
        return self.growth(f"feedback ask {person} --set technical --due 2026-11-27").out.strip()

    def request(self, id: str = "") -> Request:
        return next(one for one in self._all(Request) if one.id == (id or self.id))

    @property
    def answers(self) -> list[Answer]:
        return sorted(self._all(Answer), key=lambda one: one.created)

    def _all(self, kind: Any) -> list[Any]:
        return list(App(self.growth.home, color=None).store.all(kind))


@pytest.fixture
def asked(growth: Growth) -> Asked:
    return Asked(growth)


def said(answer: Answer) -> list[str]:
    return [reply.text for reply in answer.replies]


def test_a_reply_files_itself_under_the_questions(asked: Asked) -> None:
    first, second, _ = asked.marks
    text = f"Hi Kim\n[{first}] The docs.\n[{second}]\nMore tests.\n[who] 2\n[name] 3\n"
    result = asked.growth("import -", stdin=text)
    questions = [one.text for one in asked.request().questions]
    assert (result.out, result.code) == ("", 0)
    assert result.err == (
        "Ana Silva  new\n"
        f"  2 of 3 questions answered, {asked.id}\n"
        "  who asked and their manager may read it; may be quoted with the name\n"
        f"  {fit(questions[0], 78)}\n"
        "    The docs.\n"
        f"  {fit(questions[1], 78)}\n"
        "    More tests.\n"
        "  under no question, and kept:\n"
        "    Hi Kim\n"
        "1 answer; only you can read them; growth undo takes all of it back\n"
    )
    (answer,) = asked.answers
    assert (answer.person, answer.about, answer.request, answer.manner) == ("ana", "me", asked.id, "asked")
    assert [(one.marker, one.question, one.text) for one in answer.replies] == [
        (first, questions[0], "The docs."), (second, questions[1], "More tests."),
    ]  # fmt: skip
    assert (answer.reader, answer.name, answer.share) == ("manager", "named", "private")
    assert answer.unmatched == "Hi Kim"
    assert asked.request().state == "answered"


def test_one_undo_takes_it_back(asked: Asked) -> None:
    asked.growth("import -", stdin=f"[{asked.marks[0]}] The docs.")
    asked.growth("undo -y")
    assert (asked.answers, asked.request().state) == ([], "sent")


def test_the_same_again_is_here_already(asked: Asked, tmp_path: Path) -> None:
    text = f"[{asked.marks[0]}]\nThe docs, and the notes beside them.\n[who] 2\n\nRequest [{asked.id}]\n"
    asked.growth("import -", stdin=text)
    wrapped = text.replace("docs, and", "docs,\nand")
    mail = f"From: Ana Silva <ana@example.org>\nTo: kim@example.com\n\n{wrapped}"
    (tmp_path / "reply.eml").write_text(mail)
    result = asked.growth(["import", str(tmp_path / "reply.eml")])
    assert (result.err, result.code) == ("Ana Silva  already here\nnothing new; 1 already here\n", 0)
    assert len(asked.answers) == 1


def test_more_under_no_question_is_kept_with_the_answer(asked: Asked) -> None:
    text = f"[{asked.marks[0]}] The docs.\n"
    asked.growth("import -", stdin=text)
    result = asked.growth("import -", stdin=f"One thing I forgot.\n{text}")
    assert result.err.endswith(
        "  under no question, and kept:\n"
        "    One thing I forgot.\n"
        "more of 1 answer; only you can read them; growth undo takes all of it back\n"
    )
    (answer,) = asked.answers
    assert (said(answer), answer.unmatched) == (["The docs."], "One thing I forgot.")
    assert asked.growth("import -", stdin=f"One thing I forgot.\n{text}").err.endswith("1 already here\n")


def test_another_answer_is_a_revision_that_keeps_the_rest(asked: Asked) -> None:
    first, second, _ = asked.marks
    asked.growth("import -", stdin=f"[{first}] The docs.\n[{second}] Tests.\n[who] 2\n[name] 3")
    result = asked.growth("import -", stdin=f"[{second}] Fewer meetings.", now=LATER)
    assert "Ana Silva  another answer than before, which it takes the place of\n" in result.err
    assert result.err.endswith("1 revision; only you can read them; growth undo takes all of it back\n")
    old, new = asked.answers
    assert said(new) == ["The docs.", "Fewer meetings."]
    assert new.revises == old.id
    # What the giver has not allowed for the new words is not allowed.
    assert (new.reader, new.name) == ("asker", "hidden")
    again = asked.growth("import -", stdin=f"[{first}] The docs.\n[{second}] Tests.\n[who] 2\n[name] 3")
    assert again.err.endswith("nothing new; 1 already here\n")


def test_a_revision_shows_what_is_new_and_what_is_kept_from_before(asked: Asked) -> None:
    first, second, third = asked.marks
    asked.growth("import -", stdin=f"[{first}] A.\n[{second}] B.\n[{third}] C.\n[who] 2\n[name] 3")
    result = asked.growth("import -", stdin=f"[{first}] D.\n[{second}] E.\n[who] 1\n[name] 1", now=LATER)
    questions = [fit(one.text, 78) for one in asked.request().questions]
    assert result.err == (
        "Ana Silva  another answer than before, which it takes the place of\n"
        f"  2 of 3 questions answered, {asked.id}\n"
        "  only who asked may read it; without the name, counted only among three or more, which is less "
        "than before\n"
        f"  {questions[0]}\n    D.\n"
        f"  {questions[1]}\n    E.\n"
        "  said before and kept, since nothing is said of it now:\n"
        f"  {questions[2]}\n    C.\n"
        "1 revision; only you can read them; growth undo takes all of it back\n"
    )


def test_a_consent_that_cannot_be_read_is_told_with_what_sets_it(asked: Asked) -> None:
    result = asked.growth("import -", stdin=f"[{asked.marks[0]}] The docs.\n[who] both please\n")
    assert (
        "  what Ana Silva allows could not be read, so the safest holds\n"
        f"  what they allow is set by: growth feedback answer {asked.id} --may-tell manager --named\n"
    ) in result.err
    assert [(one.reader, one.name) for one in asked.answers] == [("asker", "hidden")]
    asked.growth.ok(f"feedback answer {asked.id} --may-tell manager", now=LATER)
    asked.growth.ok(f"feedback answer {asked.id} --unquoted", now="2026-11-26T10:00:00+00:00")
    newest = asked.answers[-1]
    assert (said(newest), newest.reader, newest.name) == (["The docs."], "manager", "unquoted")


def test_a_narrower_consent_is_a_revision(asked: Asked) -> None:
    text = f"[{asked.marks[0]}] The docs.\n[who] "
    asked.growth("import -", stdin=f"{text}2")
    asked.growth("import -", stdin=f"{text}1", now=LATER)
    assert [one.reader for one in asked.answers] == ["manager", "asker"]


def test_two_letters_of_a_mailbox_revise_one_another(asked: Asked, tmp_path: Path) -> None:
    head = "From ana@example.org\nFrom: ana@example.org\nDate: Mon, 23 Nov 2026 10:00:00 +0000\n\n"
    letters = ("Thanks.", f"[{asked.marks[0]}] The docs.", f"[{asked.marks[0]}] The notes.")
    (tmp_path / "in.mbox").write_text("".join(f"{head}{letter}\n" for letter in letters))
    result = asked.growth(["import", str(tmp_path / "in.mbox")])
    assert result.err.endswith(
        "1 answer, 1 revision; 1 message without a marker left out; only you can read them; "
        "growth undo takes all of it back\n"
    )
    old, new = asked.answers
    assert (said(old), said(new), new.revises) == (["The docs."], ["The notes."], old.id)
    assert {one.day.isoformat() for one in asked.answers} == {"2026-11-23"}


def test_a_notice_that_answers_nothing_leaves_the_request_waiting(asked: Asked) -> None:
    asked.growth("import -", stdin=f"I am away until Monday.\n\n{asked.paper}")
    (answer,) = asked.answers
    assert (answer.replies, answer.unmatched) == ((), "I am away until Monday.")
    assert asked.request().state == "sent"


def test_an_empty_paper_is_refused(asked: Asked) -> None:
    result = asked.growth("import -", stdin=asked.paper)
    assert (result.code, result.err) == (
        1,
        "growth: nothing is filled in in standard input\n"
        "        answers stand below the line they belong to\n",
    )


def test_a_reply_of_somebody_else_is_refused(asked: Asked, tmp_path: Path) -> None:
    mail = f"From: Bo <bo@example.org>\nTo: kim@example.com\n\n[{asked.marks[0]}] The docs.\n"
    (tmp_path / "reply.eml").write_text(mail)
    path = tmp_path / "reply.eml"
    result = asked.growth(["import", str(path)])
    assert (result.code, result.err) == (
        1,
        f"growth: reply.eml is from bo, but {asked.id} was put to ana\n"
        "        if ana wrote it: add --from ana\n",
    )
    assert asked.answers == []
    assert asked.growth(["import", str(path), "--from", "ana"]).code == 0
    assert [one.person for one in asked.answers] == ["ana"]


def test_a_mail_from_an_address_of_nobody_known_is_refused_where_theirs_are_known(
    asked: Asked, tmp_path: Path
) -> None:
    path = tmp_path / "reply.eml"
    path.write_text(f"From: Ana <eve@evil.example>\nTo: kim@example.com\n\n[{asked.marks[0]}] The docs.\n")
    assert asked.growth(["import", "-y", str(path)]) == (
        "",
        "growth: reply.eml came from eve@evil.example, which is not known as Ana Silva\n"
        "        if ana wrote it: add --from ana\n",
        1,
    )
    assert asked.growth(["import", "-y", str(path), "--from", "ana"]).code == 0


def test_what_i_sent_on_to_myself_is_of_whom_i_asked(asked: Asked, tmp_path: Path) -> None:
    asked.growth("config set me.emails kim@example.com")
    path = tmp_path / "reply.eml"
    path.write_text(f"From: Kim <Kim@example.com>\nTo: kim@example.com\n\n[{asked.marks[0]}] The docs.\n")
    assert asked.growth(["import", "-y", str(path)]).err.startswith("Ana Silva  new\n")


def test_an_unknown_address_is_named_where_none_is_known_and_refused_where_it_allows_more(
    asked: Asked, tmp_path: Path
) -> None:
    asked.growth("people add lee --name 'Lee Park'")
    id = asked.ask("lee")
    mark = asked.request(id).questions[0].marker
    head = "From: Lee <eve@evil.example>\nTo: kim@example.com\n\n"
    path = tmp_path / "reply.eml"
    path.write_text(f"{head}[{mark}] The docs.\n[who] 1\n")
    result = asked.growth(["import", "-y", str(path)])
    assert result.err.startswith(
        "reply.eml came from eve@evil.example, which is not known as Lee Park; if it is: "
        "growth people edit lee --email eve@evil.example\nLee Park  new\n"
    )
    path.write_text(f"{head}[{mark}] The docs.\n[who] 2\n[name] 3\n")
    result = asked.growth(["import", "-y", str(path)], now=LATER)
    assert (result.code, result.err) == (
        1,
        "growth: reply.eml came from eve@evil.example, which is not known as Lee Park, and it allows more "
        "than before\n        if lee wrote it: add --from lee\n",
    )
    assert [one.reader for one in asked.answers] == ["asker"]


def test_the_id_of_another_request_is_named(asked: Asked) -> None:
    result = asked.growth("import -", stdin=f"[{asked.marks[0]}] The docs.\n\nRequest [r261124-zzzz]\n")
    assert result.err.startswith(
        f"standard input names r261124-zzzz, which is no request here; its marks are of {asked.id}\n"
        "Ana Silva  new\n"
    )


def test_one_bad_reply_of_a_mailbox_is_left_out_and_the_others_are_kept(asked: Asked, tmp_path: Path) -> None:
    other = asked.ask("bo")
    mark = asked.request(other).questions[0].marker
    asked.growth(f"feedback withdraw {asked.id} -y")
    (tmp_path / "two.mbox").write_text(
        f"From x\nFrom: ana@example.org\nTo: k@example.com\n\n[{asked.marks[0]}] The docs.\n"
        f"Request [{asked.id}]\n\n"
        f"From x\nFrom: bo@example.org\nTo: k@example.com\n\n[{mark}] The notes.\n"
    )
    result = asked.growth(["import", "-y", str(tmp_path / "two.mbox")])
    assert result.err.startswith(
        f"left out: two.mbox answers {asked.id}, which is withdrawn; import that message by itself\n"
        "Bo Reyes  new\n"
    )
    assert [(one.person, said(one)) for one in asked.answers] == [("bo", ["The notes."])]


def test_markers_of_two_people_are_refused(asked: Asked) -> None:
    other = asked.request(asked.ask("bo")).questions[0].marker
    result = asked.growth("import -", stdin=f"[{asked.marks[0]}] The docs.\n[{other}] Mine.\n")
    assert result.code == 1
    assert "carries markers of requests to " in result.err
    assert asked.answers == []


def test_one_reply_may_answer_two_requests_to_one_person(asked: Asked) -> None:
    other = asked.request(asked.ask("ana"))
    text = f"[{asked.marks[0]}] The docs.\n[{other.questions[0].marker}] The tests.\n[who] 2\n"
    asked.growth("import -", stdin=text)
    assert sorted((one.request, *said(one), one.reader) for one in asked.answers) == sorted(
        [(asked.id, "The docs.", "manager"), (other.id, "The tests.", "manager")]
    )


UNKNOWN = "1. What should I keep? [qzzz]\nThe docs.\n\n[who] only who asks\n\nRequest [r251124-zzzz]\n"


def test_a_reply_to_no_known_request_is_offered_as_unasked(asked: Asked) -> None:
    result = asked.growth("import -", stdin=UNKNOWN)
    assert (result.code, result.err) == (
        1,
        "growth: standard input answers no request that is known here\n"
        "        to keep it as said unasked: add --from PERSON\n",
    )
    assert asked.growth("import - --from ana", stdin=UNKNOWN).code == 0
    (answer,) = asked.answers
    assert (answer.person, answer.request, answer.manner) == ("ana", "", "advice")
    assert [(one.question, one.text) for one in answer.replies] == [("What should I keep?", "The docs.")]
    assert asked.growth("import - --from ana", stdin=UNKNOWN).err.endswith("nothing new; 1 already here\n")


def test_a_reply_to_a_withdrawn_request_is_offered_as_unasked(asked: Asked) -> None:
    asked.growth(f"feedback withdraw {asked.id} -y")
    text = f"[{asked.marks[0]}] The docs.\n\nRequest [{asked.id}]\n"
    result = asked.growth("import -", stdin=text)
    assert result.code == 1
    assert "growth: standard input answers" in result.err
    assert asked.growth("import - --from ana", stdin=text).code == 0
    assert [(one.request, said(one)) for one in asked.answers] == [("", ["The docs."])]


def test_words_without_a_marker_are_nobodys_answer_until_said(asked: Asked) -> None:
    result = asked.growth("import -f reply -", stdin="You unblocked us in an hour.")
    assert (result.code, result.err) == (
        1,
        "growth: standard input carries no marker of a request\n"
        "        what somebody said unasked: add --from PERSON\n",
    )
    asked.growth("import -f reply - --from ana", stdin="You unblocked us in an hour.")
    (answer,) = asked.answers
    assert (said(answer), answer.unmatched) == (["You unblocked us in an hour."], "")


def test_a_signature_is_no_praise(asked: Asked) -> None:
    asked.growth("import - --from ana", stdin="You unblocked us.\n\n-- \nAna Silva\nAcme\n")
    (answer,) = asked.answers
    assert (said(answer), answer.unmatched) == (["You unblocked us."], "-- \nAna Silva\nAcme")


def test_dry_run_stores_nothing_and_prints_what_it_would(asked: Asked) -> None:
    result = asked.growth("import - --dry-run", stdin=f"[{asked.marks[0]}] The docs.")
    assert result.out.startswith("replies: 1 answer, 0 already here\nAna Silva  new\n")
    assert result.err == "1 would be imported; only you can read them\n"
    assert asked.answers == []


def test_a_terminal_asks_first(asked: Asked, tmp_path: Path) -> None:
    path = tmp_path / "reply.txt"
    path.write_text(f"[{asked.marks[0]}] The docs.\n")
    refused = asked.growth.terminal(["import", str(path)], keys=["n\n"])
    assert "Import 1 answer? Only you can read them." in refused.out
    assert (refused.code, asked.answers) == (1, [])
    assert asked.growth.terminal(["import", str(path)], keys=["y\n"]).code == 0
    assert len(asked.answers) == 1


def test_a_terminal_offers_to_keep_it_as_unasked(asked: Asked, tmp_path: Path) -> None:
    path = tmp_path / "reply.eml"
    path.write_text(f"From: ana@example.org\nTo: kim@example.com\n\n{UNKNOWN}")
    result = asked.growth.terminal(["import", str(path)], keys=["y\n", "y\n"])
    assert "Keep it as said by ana unasked?" in result.out
    assert [one.person for one in asked.answers] == ["ana"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ("--tag x", "--tag does not go with replies to requests for feedback"),
        ("--since 2w", "--since does not go with replies to requests for feedback"),
    ],
)
def test_what_does_not_go_with_replies(asked: Asked, options: str, message: str) -> None:
    result = asked.growth(f"import - {options}", stdin=f"[{asked.marks[0]}] The docs.")
    assert (result.code, result.err) == (2, f"growth: {message}\n        leave it out\n")


def unmarked(asked: Asked, *said: str, id: str = "") -> str:
    """Return a filled-in paper as it is copied from a page that shows no marks."""
    questions = [one.text for one in asked.request(id).questions]
    pairs = enumerate(zip(questions, said, strict=False), start=1)
    return "".join(f"{number}. {question}\n{text}\n\n" for number, (question, text) in pairs)


def test_a_reply_whose_marks_were_lost_is_told_by_its_questions(asked: Asked, tmp_path: Path) -> None:
    text = (
        unmarked(asked, "The docs.", "More tests.")
        + "Who may read this? 1 only who asks; 2 also their manager. No answer means 1.\n2\n\n"
        "My name?\n3 named\n\nRequest\n"
    )
    path = tmp_path / "reply.txt"
    path.write_text(text)
    result = asked.growth(["import", "-y", str(path)])
    assert result.err.startswith(f"Ana Silva  new\n  2 of 3 questions answered, {asked.id}\n")
    (answer,) = asked.answers
    assert (said(answer), answer.reader, answer.name) == (["The docs.", "More tests."], "manager", "named")
    assert json.loads(asked.growth.ok("list --json")) == []


def test_an_answer_behind_its_question_and_a_wrapped_question_are_found_too(asked: Asked) -> None:
    first, second, _ = [one.text for one in asked.request().questions]
    words = second.split()
    text = f"> 1. {first} The docs.\n> 2. {' '.join(words[:5])}\n> {' '.join(words[5:])}\n\nMore tests.\n"
    assert asked.growth("import -", stdin=text).code == 0
    (answer,) = asked.answers
    assert said(answer) == ["The docs.", "More tests."]


def test_where_two_were_asked_the_same_it_is_said_whose_reply_it_is(asked: Asked, tmp_path: Path) -> None:
    other = asked.ask("bo")
    text = unmarked(asked, "The docs.")
    assert asked.growth("import -", stdin=text) == (
        "",
        "growth: standard input holds questions put to ana and to bo, and their marks are lost\n"
        "        say whose reply it is: add --from ana\n",
        1,
    )
    path = tmp_path / "reply.eml"
    path.write_text(f"From: Bo <bo@example.org>\nTo: kim@example.com\n\n{text}")
    assert asked.growth(["import", str(path)]).code == 0
    assert asked.growth("import - --from ana", stdin=text).code == 0
    assert sorted((one.person, one.request, *said(one)) for one in asked.answers) == [
        ("ana", asked.id, "The docs."), ("bo", other, "The docs."),
    ]  # fmt: skip


def test_one_mark_that_was_lost_is_put_back_beside_the_others(asked: Asked) -> None:
    first, second, _ = asked.request().questions
    text = f"{first.text} [{first.marker}]\nThe docs.\n\n{second.text}\nMore tests.\n"
    asked.growth("import -", stdin=text)
    assert [said(one) for one in asked.answers] == [["The docs.", "More tests."]]


def test_a_short_question_in_my_own_notes_makes_no_reply_of_them(asked: Asked, tmp_path: Path) -> None:
    asked.growth("feedback ask ana --question 'What should I keep?'")
    path = tmp_path / "notes.md"
    path.write_text("## 2026-11-20\n\n- What should I keep?\n- Cut the p99\n")
    long = asked.request().questions[0].text
    assert asked.growth(["import", "-y", str(path)]).code == 0
    assert [one["title"] for one in json.loads(asked.growth.ok("list --json"))] == [
        "What should I keep?", "Cut the p99",
    ]  # fmt: skip
    for notes in (f"- {long}\n- {asked.request().questions[1].text}\n", f"## 2026-11-20\n\n{long}\n"):
        path.write_text(notes)
        assert asked.growth(["import", "-y", str(path)]).code == 0
        assert asked.answers == []


def test_what_has_a_giver_is_their_reply_and_no_work_of_mine(asked: Asked, tmp_path: Path) -> None:
    path = tmp_path / "praise.txt"
    path.write_text("- You unblocked us in an hour.\n")
    result = asked.growth(["import", "-y", str(path), "--from", "bo"])
    assert result.err.startswith("Bo Reyes  said unasked\n")
    assert [(one.person, said(one)) for one in asked.answers] == [("bo", ["- You unblocked us in an hour."])]
    assert asked.growth("import - --from bo", stdin="Thank you, that was quick.").code == 0
    assert json.loads(asked.growth.ok("list --json")) == []


def test_from_goes_with_replies_alone(asked: Asked) -> None:
    result = asked.growth("import -f markdown - --from ana", stdin="- one")
    assert (result.code, result.err.splitlines()[0]) == (
        2, "growth: --from goes with replies to requests for feedback",
    )  # fmt: skip


def test_a_share_of_mine_is_taken_with_it(asked: Asked) -> None:
    asked.growth("import - --share manager", stdin=f"[{asked.marks[0]}] The docs.")
    assert [one.share for one in asked.answers] == ["manager"]


def test_scripts_and_escapes_are_kept_and_shown_literally(asked: Asked) -> None:
    text = f"<script>alert(1)</script> \x1b]0;x\x07\n[{asked.marks[0]}] <img src=x onerror=y> \x1b[31m\n"
    result = asked.growth("import -", stdin=text)
    assert "    <img src=x onerror=y> ␛[31m\n" in result.err
    assert "\x1b" not in result.err
    assert said(asked.answers[0]) == ["<img src=x onerror=y> \x1b[31m"]


def test_nothing_is_stored_by_halves(asked: Asked, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text(f"[{asked.marks[0]}] The docs.\n")
    bad.write_bytes(b"[who] 1 [name] \xff")
    result = asked.growth(["import", str(good), str(bad)])
    assert (result.code, result.err.splitlines()[0]) == (
        2, "growth: bad.txt is not UTF-8: byte 0xff at offset 15",
    )  # fmt: skip
    assert asked.answers == []


def test_a_reply_and_a_worklog_are_one_change(asked: Asked, tmp_path: Path) -> None:
    reply, worklog = tmp_path / "reply.txt", tmp_path / "worklog.md"
    reply.write_text(f"[{asked.marks[0]}] The docs.\n")
    worklog.write_text("## 2026-11-20\n\n- Cut the p99\n")
    result = asked.growth(["import", str(reply), str(worklog)])
    assert result.err.splitlines()[-1].startswith("1 new, 1 answer; ")
    asked.growth("undo -y")
    assert asked.answers == []
    assert json.loads(asked.growth.ok("list --json")) == []


def test_the_paper_names_every_marker(asked: Asked) -> None:
    assert re.findall(r"\[(q...)\]", asked.paper) == asked.marks
