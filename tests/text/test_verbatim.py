"""Text of mine as Markdown that reads back as the same text, and brings no structure of its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from growth.text.clean import clean, one_line
from growth.text.verbatim import read, title, written

PIECES = (
    "`", "``", "a", "\\", "[", "](https://a.example)", "https://a.example/x_y", "<", "*", "**", "_", "__",
    " ", "\n", "- ", "1. ", "2. ", "  ", "    ", "&#32;", "&amp;", "#", "\t", "http://b", "~", "~~~", "```",
    "> ", "---", "===", "|", "mailto:a@b", "![", "<!--", "-->",
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=40),
    st.text(alphabet="ab1.)( \n\t`*_[]<>&#;-+=|~!\\:/hsp3\u3000 x", max_size=40),
    st.lists(st.sampled_from(PIECES), max_size=14).map("".join),
)
STRUCTURE = {
    "html_block", "html_inline", "image", "fence", "code_block", "table_open", "blockquote_open", "hr",
    "s_open", "heading_open",
}  # fmt: skip


def tokens(markdown: str) -> set[str]:
    """Return the kinds of what a reader of Markdown finds, with HTML allowed."""
    found = MarkdownIt("gfm-like", {"linkify": False}).parse(markdown)
    return {kind for token in found for kind in (token.type, *(one.type for one in token.children or ()))}


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("Cut **p99** by `half`, see [it](https://a.example)", None),
        ("- one\n  - two\n1. three", None),
        ("# no heading", "\\# no heading"),
        ("a_b and 3 * 4", None),
        ("see https://a.example/a_b.", "see <https://a.example/a_b>."),
        ("<b>", "\\<b>"),
        ("12. of May", "12. of May"),
        ("text\n12. of May", "text\n12\\. of May"),
        ("one\n\n      far in", "one\n\n&#32;     far in"),
        ("- one\n\n  of it", None),
        ("\ttab", "&#9;tab"),
        ("back\\slash", "back\\\\slash"),
        ("```\ncode\n```", "\\`\\`\\`\ncode\n\\`\\`\\`"),
    ],
)
def test_what_stands_there(text: str, markdown: str | None) -> None:
    assert written(text) == (text if markdown is None else markdown)
    assert read(written(text)) == text


@given(TEXTS)
def test_it_reads_back_as_it_was(text: str) -> None:
    assert read(written(text)) == clean(text).strip("\n")
    assert read(title(text)) == one_line(text)


@given(TEXTS)
def test_it_brings_no_structure(text: str) -> None:
    assert tokens(written(text)) & STRUCTURE == set()
    heading = MarkdownIt("commonmark").parse(f"## {title(text)}\n")
    assert [token.type for token in heading] == ["heading_open", "inline", "heading_close"]


def test_a_sign_at_the_end_of_a_title_stays() -> None:
    assert title("On the way to C #") == "On the way to C \\#"
    assert title("Learned C#") == "Learned C#"


def test_what_was_typed_since_stays_as_it_is() -> None:
    assert read("## My own heading\n\n```py\nx = 1\n```") == "## My own heading\n\n```py\nx = 1\n```"
