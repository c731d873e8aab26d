"""A prompt's front matter, and what its version is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.errors import Refused
from growth.rules.prompt import parse, version

HEAD = "---\npurpose: Why\ninputs: goals, entries\naudience: manager\n---\n"


def test_a_prompt_is_read() -> None:
    one = parse("x", f"{HEAD}\nWrite.\n", "x.md", "mend it")
    assert (one.purpose, one.inputs, one.audience, one.text) == (
        "Why", ("entries", "goals"), "manager", "Write."
    )  # fmt: skip
    assert one.ref == f"x@{version(one.content)}"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("Write.", "x.md, line 1: a prompt begins with ---"),
        ("---\npurpose: Why\n", "x.md: the front matter has no end"),
        (HEAD, "x.md: nothing is asked"),
        (HEAD.replace("goals", "wonders") + "x", "x.md: the input 'wonders' is none of criteria, entries"),
        (HEAD.replace("manager", "boss") + "x", "x.md: the audience is none of me, manager, team, person"),
        (HEAD.replace("inputs: goals, entries\n", "") + "x", "x.md: the front matter says no inputs"),
    ],
)
def test_what_is_no_prompt_is_refused(content: str, said: str) -> None:
    with pytest.raises(Refused, match=f"^{said}"):
        parse("x", content, "x.md", "mend it")


@given(st.text(), st.text())
def test_a_version_is_one_text(one: str, other: str) -> None:
    assert (version(one) == version(other)) == (one == other)
    assert parse("x", HEAD + "x\r\ny", "x", "").version == parse("x", HEAD + "x\ny", "x", "").version
