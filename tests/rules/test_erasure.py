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


def test_of_a_bundle_what_names_somebody_goes_and_whose_it_is_stays() -> None:
    def of(document: dict[str, Any], name: str = "j261120-7k3q", target: Target = KIM) -> object:
        return scrubbed(target, "others/0f", name, document)

    assert of({"person": "Kim", "replies": []}) is None
    assert of({"title": "met", "people": ["kim", "bo"]}) == {"title": "met", "people": ["bo"]}
    assert of({"handle": "bo", "person": "kim"}, "about") == {"handle": "bo", "person": "kim"}
    # An id in it is theirs, though one of mine may be the same.
    mine = Target(ids=("j261120-7k3q",))
    assert of({"title": "hers"}, target=mine) == {"title": "hers"}
    assert of({"title": "hers"}, target=Target(theirs=("others/0f/j261120-7k3q",))) is None
    assert of({"title": "hers"}, target=Target(theirs=("others/0e/j261120-7k3q",))) == {"title": "hers"}


def test_where_it_lies_is_known_of_bundles_alone() -> None:
    assert Target(stores=("others/0f",), theirs=("others/0e/j1", "others/0e/j2")).lent == (
        "others/0f", "others/0e",
    )  # fmt: skip
    assert KIM.lent is None
