"""A text is cut at a word and no mark of it in two; its links are called something short."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from growth.text.excerpt import addresses, beginning, named_links
from growth.text.markdown import inline

THAI = "%E0%B8%84%E0%B8%A7%E0%B8%B2%E0%B8%A1" * 12
FAR = f"(https://example.com/{THAI})"


def rendered(text: str) -> str:
    """Return the words that a reader of the document sees."""
    (token,) = (token for token in MarkdownIt("commonmark").parse(inline(text)) if token.type == "inline")
    return "".join(child.content for child in token.children or [])


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("short", "short"),
        ("one two three four five", "one two three four …"),
        ("one [two three four five](https://example.com/a) six", "one …"),
        (f"one [two three]{FAR} six", f"one [two three]{FAR} six"),
        (f"one two [three]{FAR} four five", f"one two [three]{FAR} four …"),
        ("one two `three four five` six", "one two …"),
        ("one two **three four five** six", "one two …"),
        ("one two _three four five_ six", "one two …"),
        ("one two (*three four five*) six", "one two …"),
        ("one * two * three * four * five", "one * two * three * …"),
        ("[one two three four five](https://example.com/a) six", "one two three four …"),
        ("**one two three four five six**", "one two three four …"),
        ("onetwothreefourfivesixseven", "onetwothreefourfives …"),
    ],
)  # fmt: skip
def test_a_text_is_cut_outside_of_its_marks(text: str, cut: str) -> None:
    assert beginning(text, 20) == cut


def test_a_text_of_links_without_an_end_is_cut() -> None:
    assert beginning("a [b](https://example.com/c) " * 900, 20) == "a [b](https://example.com/c) " * 5 + "…"
    assert len(beginning(f"a [b](https://example.com/{'c' * 9000})", 20)) < 30


@given(st.text(alphabet="ab *_`[]()", max_size=80), st.integers(3, 40))
def test_what_is_cut_off_leaves_the_rest_as_it_was(text: str, longest: int) -> None:
    words = " ".join(f"x {text}".split())
    cut = beginning(words, longest)
    if cut != words:
        kept = cut.removesuffix(" …")
        assert words.startswith(f"{kept} ")
        assert rendered(words).startswith(rendered(kept))


def test_links_are_named() -> None:
    assert named_links("see [the talk](https://example.com/a/b) and https://example.com/c/d/e?f=1.") == (
        "see the talk and example.com/…/e."
    )
    assert named_links(f"https://example.com/team/{THAI}-ab12") == "example.com/…/" + "ความ" * 6 + "ค…"
    assert named_links("no link, *soft* and `https://example.com`") == (
        "no link, *soft* and `https://example.com`"
    )


def test_addresses_are_found_wherever_they_stand() -> None:
    assert addresses(
        "[a](https://example.com/a_(b)), **https://example.com/c** <https://example.com/d>. `e` mailto:f@g.h"
    ) >= {"https://example.com/a_(b)", "https://example.com/c", "https://example.com/d"}
    assert addresses("nothing") == frozenset()
