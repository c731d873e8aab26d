"""What of a document stays once somebody is forgotten: what is theirs goes, what names them loses that."""

from typing import Any

import pytest

from growth.rules.erasure import Target, scrubbed

KIM = Target(handles=("kim",))


def left(document: dict[str, Any], target: Target = KIM) -> dict[str, Any] | None:
    return scrubbed(target, "observations", "o261120-7k3q", document)


def test_what_was_seen_of_a_mentor_goes_with_the_mentor() -> None:
    assert left({"person": "kim", "words": "asked first"}) is None


def test_of_what_was_seen_with_a_mentee_the_mentor_keeps_their_part() -> None:
    assert left({"person": "sam", "mentee": "Kim", "words": "x"}) == {"person": "sam", "words": "x"}


@pytest.mark.parametrize("mentees", [["kim"], ["Kim", "bo"]])
def test_a_coached_pair_loses_the_mentee_who_is_forgotten(mentees: list[str]) -> None:
    kept = left({"person": "sam", "role": "coach", "mentees": mentees})
    rest = {"mentees": ["bo"]} if "bo" in mentees else {}
    assert kept == {"person": "sam", "role": "coach"} | rest


def test_an_outcome_that_is_forgotten_is_no_longer_one() -> None:
    target = Target(ids=("j261120-7k3q",))
    pair = {"person": "kim", "outcomes": ["j261120-7k3q", "j261120-9x2m"]}
    assert left(pair, target) == {"person": "kim", "outcomes": ["j261120-9x2m"]}
