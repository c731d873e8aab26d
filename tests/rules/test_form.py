"""The form in an editor: what is put in comes back, and what I wrote myself stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.errors import WrongUsage
from growth.rules.form import Form, fill, read

KNOWN = ("title", "impact")
GUIDE = "Close without a change <!-- --> and nothing is saved.\n"


def test_the_form_in_full() -> None:
    assert fill(Form({"title": "one", "impact": ""}, "- a\n- b"), "Help.") == (
        "title:  one\nimpact:\n---\n- a\n- b\n\n<!-- guide\nHelp.\n-->\n"
    )


@pytest.mark.parametrize("body", ["a <!-- mine --> b", "<!-- mine\nand long -->\nb", "a <!-- not closed", ""])
def test_a_comment_of_mine_stays(body: str) -> None:
    form = Form({"title": "one", "impact": "two"}, body)
    assert read(fill(form, GUIDE), KNOWN) == form


def test_a_field_is_one_line() -> None:
    shown = fill(Form({"title": "one", "impact": "two\nthree"}, ""), GUIDE)
    assert read(shown, KNOWN).fields == {"title": "one", "impact": "two three"}


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n")))
def test_a_body_comes_back(body: str) -> None:
    form = Form({"title": "one", "impact": ""}, body.strip("\n"))
    assert read(fill(form, GUIDE), KNOWN) == form


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("title: one\n", "the line of dashes is gone"),
        ("title: one\ncolour: red\n---\n", "line 2 of the form is 'colour: red'"),
    ],
)
def test_what_cannot_be_read_is_told(text: str, why: str) -> None:
    with pytest.raises(WrongUsage, match=why):
        read(text, KNOWN)
