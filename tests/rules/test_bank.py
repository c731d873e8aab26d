"""The bank: what is refused, how one's own joins it, and that nothing is in it twice."""

from typing import Any

import pytest
from msgspec.structs import replace

from growth.errors import Refused
from growth.rules import bank as rules
from growth.rules.bank import Bank, Draft, Question, added, joined, read

ASKED = Question(7, "team", "deep", "Why, exactly?", ("mentee",))
TEXT = '[[question]]\nid = 7\ntopic = "team"\ndepth = "deep"\nfor = ["mentee"]\ntext = "Why, exactly?"\n'


def draft(text: str, **fields: Any) -> Draft:
    base: dict[str, Any] = {"topic": "team", "depth": "light", "roles": ("manager",)}
    return Draft(text=text, **base | fields)


def test_a_bank_is_read() -> None:
    found = read(f'[words]\nteam = "rota"\n{TEXT}', "x")
    assert found == Bank((ASKED,), {"team": "rota"})
    assert found.by_ref == {"1on1/7": ASKED}


@pytest.mark.parametrize("text", ["[[question]]\nid = 'x'", "nonsense", "", "[[question]]\nid = 1"])
def test_what_is_no_bank_is_refused(text: str) -> None:
    with pytest.raises(Refused, match=r"mine\.toml is no bank of questions"):
        read(text, "mine.toml")


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("id = 7", "id = 0", "mine.toml, question 0: an id counts from 1"),
        ('"Why, exactly?"', '" "', "mine.toml, question 7: a text has 1 to 400 characters"),
        ('"Why, exactly?"', f'"{"x" * 401}"', "mine.toml, question 7: a text has 1 to 400 characters"),
        ('topic = "team"', 'topic = ""', "mine.toml, question 7: a topic has 1 to 40 characters"),
        ('["mentee"]', "[]", "mine.toml, question 7: nobody asks it; for = ['manager']"),
    ],
)
def test_a_question_that_could_not_be_asked_is_refused(old: str, new: str, fault: str) -> None:
    with pytest.raises(Refused) as refused:
        read(TEXT.replace(old, new), "mine.toml")
    assert refused.value.message == fault


def test_no_id_is_there_twice() -> None:
    with pytest.raises(Refused) as refused:
        read(TEXT + TEXT, "mine.toml")
    assert refused.value.message == "mine.toml, question 7: its id is there twice"


def test_ones_own_joins_with_ids_of_its_own_and_more_words() -> None:
    own = replace(ASKED, id=1001)
    assert joined(
        Bank((ASKED,), {"team": "rota"}), Bank((own,), {"team": "shift", "play": "fun"}), "x"
    ) == Bank((ASKED, own), {"team": "rota shift", "play": " fun"})
    with pytest.raises(Refused) as refused:
        joined(Bank((ASKED,)), Bank((ASKED,)), "own.toml")
    assert refused.value.message == "own.toml, question 7: your own count from 1001"


def test_new_questions_are_numbered_and_what_is_there_is_left_out() -> None:
    bank = Bank((ASKED, replace(ASKED, id=1004, text="Mine?")))
    new = added(bank, [draft("why exactly"), draft("  What\nnow\u202e? "), draft("WHAT NOW"), draft("Then?")])
    assert [(one.ref, one.text) for one in new] == [("1on1/1005", "What now?"), ("1on1/1006", "Then?")]
    assert added(Bank((ASKED,)), [draft("First?")])[0].id == rules.OWN


def test_what_is_no_question_is_refused() -> None:
    for text in ("", "x" * 401):
        with pytest.raises(Refused, match="is no question for the bank"):
            added(Bank((ASKED,)), [draft(text)])


def test_a_bank_has_a_bound() -> None:
    with pytest.raises(Refused, match="10,000 questions at most"):
        added(Bank((ASKED,)), [draft(f"Number {n}?") for n in range(rules.MOST)])
