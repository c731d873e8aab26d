"""Every text of what a store holds is one that a draft must not repeat, whatever kind of record it is in."""

import datetime

import pytest
from msgspec.structs import replace

from growth.records.answer import Answer, Reply
from growth.records.assessment import Assessment, Rating
from growth.records.draft import Draft
from growth.records.entry import Entry, Share
from growth.records.practice import Practice, State, Vote, Votes
from growth.records.request import Asked, Request
from growth.records.thumb import Thumb
from growth.rules.audience import ME, Audience
from growth.rules.draft_checks import checked
from growth.rules.draft_private import names, texts
from tests.rules.test_draft_checks import BRIEF, HONEST

Day = datetime.date
NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
DAY = Day(2026, 11, 3)
EVA = Audience(kind="manager", handles=frozenset({"eva"}), name="Eva Stone", word="manager")
MODEL = Practice(
    id="x261103-0001", kind="model", name="attrition-predictor", day=DAY, created=NOW,
    note="legal asked us not to mention the exit interviews", purpose="Guess who leaves next",
    states=(State(day=DAY, note="trained without the consent of the works council"),),
    votes=(
        Votes(
            period="2026-11", start=DAY, end=Day(2026, 12, 1), up=1, down=4,
            said=(Vote(up=False, comment="it told my lead that I would quit"),),
        ),
    ),
)  # fmt: skip
ASKED = Request(
    id="r261103-0002", person="ana", day=DAY, created=NOW, quoted="she cries after every planning meeting",
    questions=(
        Asked(marker="1", text="Does the merger frighten your team as well?"),
        Asked(marker="2", text="What should I do more of next quarter?", question="growth/1"),
    ),
)  # fmt: skip
THUMB = Thumb(
    id="v261103-0003", target="j261102-0001", up=False, why="my lead will hate the tone", day=DAY, created=NOW
)
TOLD = (
    "legal asked us not to mention the exit interviews", "guess who leaves next", "attrition predictor",
    "attrition-predictor", "trained without the consent of the works council",
    "it told my lead that I would quit", "she cries after every planning meeting",
    "Does the merger frighten your team as well", "my lead will hate the tone",
)  # fmt: skip


@pytest.mark.parametrize("said", TOLD)
def test_what_a_record_of_another_kind_holds_is_found_word_for_word(said: str) -> None:
    found = checked(f"{HONEST}\nThen {said}.\n", BRIEF, (), texts((MODEL, ASKED, THUMB), (), EVA))
    assert ("private", said) in [(one.rule, one.text) for one in found]


def test_a_question_of_a_set_is_no_secret() -> None:
    said = "What should I do more of next quarter?"
    assert checked(said, BRIEF, (), texts((ASKED,), (), EVA)) == ()
    assert checked(HONEST, BRIEF, (), texts((MODEL, ASKED, THUMB), (), EVA)) == ()


SAID = "The loader resumes where it stopped since spring"
DRAFT = Draft(
    id="w261103-0004",
    kind="brag",
    day=DAY,
    prompt="brag",
    version="5c2b82d6",
    asked="",
    output=SAID,
    created=NOW,
)
NOTE = Entry(id="j261103-0005", day=DAY, title="November", body=SAID, source=DRAFT.id, created=NOW)
FEEDBACK = Answer(
    id="f261103-0006", person="me", about="@eva", manner="given", day=DAY, source=DRAFT.id, created=NOW,
    replies=(Reply(question="What?", text=SAID),),
)  # fmt: skip
CASE = Assessment(
    id="a261103-0007", ladder="tech-lead", target="T2", period="2026-H2", start=DAY, end=DAY, day=DAY,
    created=NOW,
    ratings=(Rating(criterion="one", judgement="doing", day=DAY, statement=SAID, drafted=DRAFT.id),),
)  # fmt: skip


Became = Entry | Answer | Assessment


@pytest.mark.parametrize(
    ("record", "share"), [(NOTE, "manager"), (FEEDBACK, "person"), (CASE, "manager")]
)  # fmt: skip
def test_what_a_draft_became_may_be_said_again_to_who_may_see_it(record: Became, share: Share) -> None:
    def is_found(record: Became, draft: Draft = DRAFT, whom: Audience = EVA) -> bool:
        return bool(checked(SAID, BRIEF, (), texts((draft, record), (), whom)))

    open_ = replace(record, share=share)
    assert is_found(record) and not is_found(record, whom=ME)
    assert not is_found(open_)
    assert is_found(open_, replace(DRAFT, why="he told everybody"))
    assert is_found(open_, replace(DRAFT, id="w261103-0008"))
    assert bool(checked(SAID, BRIEF, (), texts((DRAFT,), (open_,), EVA)))


def test_what_of_the_register_the_reader_may_see_is_not_withheld() -> None:
    said = "Legal asked us not to mention the exit interviews."
    shared = replace(MODEL, share="manager")
    assert checked(said, BRIEF, (), texts((MODEL,), (), EVA))
    assert not checked(said, BRIEF, (), texts((shared,), (), EVA))
    assert checked(said, BRIEF, (), texts((), (shared,), EVA))


def test_a_name_of_one_word_is_found_where_its_reader_can_read_it_nowhere() -> None:
    hidden = replace(MODEL, name="churnnet")
    said = "Then Churnnet was retrained."

    def found(*mine: Practice | Entry, whom: Audience = EVA, output: str = said) -> list[tuple[str, str]]:
        those = checked(output, BRIEF, (), (), names(mine, (), whom, output))
        return [(one.text, one.why) for one in those if one.rule == "private"]

    assert found(hidden) == [("Churnnet", "this is the name of a record that it was not given")]
    assert found(replace(hidden, share="manager")) == found(hidden, whom=ME) == []
    assert found(replace(MODEL, name="train"), output="I train the ranker.") == [
        ("train", "this is the name of a record that it was not given")
    ]
    told = Entry(id="j261103-0009", day=DAY, title="Helped train two juniors", share="manager", created=NOW)
    assert found(replace(MODEL, name="train"), told, output="I train the ranker.") == []
    assert found(replace(MODEL, name="ranker"), output="I train the ranker.") == []
    assert names((), (hidden,), EVA, said) == ("churnnet",)
