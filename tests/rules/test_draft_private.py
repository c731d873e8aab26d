"""Every text of what a store holds is one that a draft must not repeat, whatever kind of record it is in."""

import datetime

import pytest

from growth.records.practice import Practice, State, Vote, Votes
from growth.records.request import Asked, Request
from growth.records.thumb import Thumb
from growth.rules.draft_checks import checked
from growth.rules.draft_private import texts
from tests.rules.test_draft_checks import BRIEF, HONEST

Day = datetime.date
NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
DAY = Day(2026, 11, 3)
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
    found = checked(f"{HONEST}\nThen {said}.\n", BRIEF, (), texts((MODEL, ASKED, THUMB)))
    assert ("private", said) in [(one.rule, one.text) for one in found]


def test_a_question_of_a_set_is_no_secret() -> None:
    said = "What should I do more of next quarter?"
    assert checked(said, BRIEF, (), texts((ASKED,))) == ()
    assert checked(HONEST, BRIEF, (), texts((MODEL, ASKED, THUMB))) == ()
