"""Which questions a form shows, and which of them were asked once it was filled in."""

import pytest

from growth.errors import WrongUsage
from growth.rules.bank import Question
from growth.rules.to_ask import ToAsk, asked, section, to_ask

KNOWN = {f"1on1/{n}": Question(n, "team", "light", f"Question {n}?", ("manager",)) for n in (1, 2, 3)}


def box(ref: str, ticked: bool = True, text: str = "x") -> tuple[str, bool, str]:
    return ref, ticked, text


def test_what_was_asked_is_ticked_and_what_is_proposed_is_not() -> None:
    those = to_ask(("1on1/2", "gone/1"), (("1on1/2", "2?"), ("1on1/3", "3?")), KNOWN)
    assert those == (ToAsk("1on1/2", "Question 2?", True), ToAsk("1on1/3", "3?"))
    assert section(those) == "## To ask\n- [x] 1on1/2 Question 2?\n- [ ] 1on1/3 3?\n\n"
    assert section(()) == ""


@pytest.mark.parametrize(
    ("old", "field", "boxes", "found"),
    [
        ((), None, [], ()),
        (("1on1/1",), None, [], ("1on1/1",)),
        (("1on1/1",), "", [], ()),
        ((), "1on1/1, 1on1/2  1on1/1", [], ("1on1/1", "1on1/2")),
        ((), "", [box("1on1/3"), box("1on1/1", False)], ("1on1/3",)),
        ((), "1on1/2", [box("1on1/3"), box("1on1/2", False)], ("1on1/2", "1on1/3")),
        (("1on1/1", "1on1/2"), "1on1/1 1on1/2", [box("1on1/1", False), box("1on1/2")], ("1on1/2",)),
        (("1on1/1",), "1on1/1", [box("1on1/1"), box("1on1/2")], ("1on1/1", "1on1/2")),
    ],
)
def test_named_or_ticked(
    old: tuple[str, ...], field: str | None, boxes: list[tuple[str, bool, str]], found: tuple[str, ...]
) -> None:
    assert asked(old, field, boxes) == found


def test_what_is_no_question_is_refused() -> None:
    with pytest.raises(WrongUsage) as refused:
        asked((), "what?", [])
    assert refused.value.message == "'what?' is no question"
    with pytest.raises(WrongUsage) as refused:
        asked((), None, [box("", text="How are you?")])
    assert refused.value.message == "under '## To ask' stands 'How are you?', which no question is called"
