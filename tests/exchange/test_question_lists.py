"""Questions out of foreign files: which are taken, under which category, and what is refused."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.errors import GrowthError, Refused
from growth.exchange.question_lists import Listed, Reading, read

TWO = {
    "languages": ["de", "en"],
    "questions": [
        {"id": 1, "question": {"de": "Wohin?", "en": "Where\n to?"}, "category": "Career  talk"},
        {"id": 2, "question": {"de": "Warum?"}, "category": "Team"},
        {"id": 3, "question": "Plain?"},
        {"id": 4, "category": "Team"},
        "Bare?",
        7,
        "\u202e\x07",
        "x" * 401,
    ],
}
MARKDOWN = """\
# Questions
- [Career](#career)

Read this first. It is no question, is it?

## Career ##
* Where do you want to be?
1. What holds
   you back?
- Be kind
  - Whom could you ask?

```
- is this code?
```
"""


def taken(data: Any, language: str = "") -> Reading:
    return read(json.dumps(data).encode(), "asked.json", language)


def test_json_with_languages_and_categories() -> None:
    assert taken(TWO) == Reading(
        (Listed("Career talk", "Where to?"), Listed("", "Plain?"), Listed("", "Bare?")), 5
    )
    assert [one.text for one in taken(TWO, "de").questions] == ["Wohin?", "Warum?", "Plain?", "Bare?"]


def test_json_that_is_a_list_or_in_another_language() -> None:
    assert taken(["One?", {"text": "Two?", "topic": "team"}]) == Reading(
        (Listed("", "One?"), Listed("team", "Two?"))
    )
    assert taken([{"question": {"ja": "Three?"}}]).questions == (Listed("", "Three?"),)


def test_markdown_bullets_that_ask_something() -> None:
    assert read(MARKDOWN.encode(), "asked.md") == Reading(
        (
            Listed("Career", "Where do you want to be?"),
            Listed("Career", "What holds you back?"),
            Listed("Career", "Whom could you ask?"),
        ),
        1,
    )


@pytest.mark.parametrize(
    ("data", "name", "language", "message"),
    [
        (b"", "x.md", "", "x.md holds no question"),
        (b"- no\n", "x.md", "", "x.md holds no question"),
        (b"- why?\n", "x.md", "de", "x.md is in one language only"),
        (b'{"questions": []}', "x.json", "", "x.json holds no question"),
        (b'{"a": 1}', "x.json", "", "x.json holds no list 'questions'"),
        (b'{"questions": 1}', "x.json", "", "x.json holds no list 'questions'"),
        (b"[" * 200 + b"]" * 200, "x.json", "", "x.json cannot be read: nested deeper than 100 levels"),
        (json.dumps(TWO).encode(), "x.json", "fr", "x.json has no language 'fr'"),
        (b"x" * 5_000_001, "x.md", "", "x.md has 5,000,001 bytes; a list of questions has 5,000,000 at most"),
    ],
)
def test_what_is_refused(data: bytes, name: str, language: str, message: str) -> None:
    with pytest.raises(Refused) as refused:
        read(data, name, language)
    assert refused.value.message == message


def test_a_file_that_is_cut_off_says_so() -> None:
    for data in (b'{"questions": ["One?"', b'["One?"'):
        with pytest.raises(Refused, match=r"x\.json cannot be read: "):
            read(data, "x.json")


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_nothing_breaks_it(data: bytes) -> None:
    for name in ("x.json", "x.md"):
        try:
            found = read(data, name)
        except GrowthError:
            continue
        assert all(one.text.strip() for one in found.questions)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["question", "text", "category", "en", "questions"]), inner, max_size=3
        )
    ),
)


@given(values)
def test_no_shape_of_json_breaks_it(value: Any) -> None:
    for whole in (value, {"questions": value}, {"questions": [value]}):
        try:
            found = taken(whole)
        except GrowthError:
            continue
        assert all(isinstance(one.text, str) and one.text.strip() for one in found.questions)
