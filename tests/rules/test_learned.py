"""What was learned: what options say of it, what is added later, and which entries hold none."""

import pytest

from growth.errors import WrongUsage
from growth.records.entry import Learning
from growth.rules.learned import added, check, learning


def test_options_say_what_was_learned() -> None:
    said = {"type_": "paper", "takeaway": " two\nwords ", "taught_back": ("@kim", "kim", "bo"), "led": True}
    assert learning(said) == Learning(type="paper", takeaway="two words", taught_back=("kim", "bo"), led=True)
    assert learning({}) == Learning()


def test_what_is_said_later_takes_the_place_of_what_was_there_and_people_add_up() -> None:
    before = Learning(type="paper", takeaway="old", taught_back=("kim",), led=True)
    assert added(before, Learning(takeaway="new", taught_back=("bo", "kim"))) == Learning(
        type="paper", takeaway="new", taught_back=("kim", "bo"), led=True
    )
    assert added(None, before) == before


@pytest.mark.parametrize("kind", ["win", "kudos", "incident", "decision", "challenge", "note"])
def test_a_kind_in_which_nothing_is_learned_is_refused(kind: str) -> None:
    with pytest.raises(WrongUsage) as refused:
        check({"kind": kind})
    assert refused.value.message == (
        f"--type, --takeaway, --taught-back and --led do not go with the kind {kind}"
    )
    assert refused.value.hint == "one of learning, talk, design, review, work: -k learning"


def test_what_somebody_else_learned_is_theirs_to_log() -> None:
    check({"kind": "talk", "about": ""})
    with pytest.raises(WrongUsage, match="are about what you learned, not ana"):
        check({"kind": "learning", "about": "ana"})
