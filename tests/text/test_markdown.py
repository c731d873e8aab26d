"""Text of a record stays what it is, whatever stands in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from growth.text.clean import one_line
from growth.text.markdown import block, inline, label, link, literal, literal_block

# Characters that mean something to Markdown, to its extensions, or to a terminal.
NASTY = st.text(alphabet="ab 1.)(#>+-*_`~[]!<>|:=&;\\/\n\t\u202e\x1b@", max_size=60) | st.text(max_size=40)
MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
LISTS = {"bullet_list_open", "ordered_list_open", "list_item_open", "paragraph_open", "inline"}


def opened(text: str) -> set[str]:
    """Return the kinds of block in a document, the closing ones left out."""
    return {token.type for token in MARKDOWN.parse(text) if not token.type.endswith("_close")}


def inner(text: str) -> list[Token]:
    return [child for token in MARKDOWN.parse(text) for child in token.children or []]


def words(tokens: list[Token]) -> str:
    return "".join(token.content if token.type != "softbreak" else "\n" for token in tokens)


@pytest.mark.parametrize(
    ("text", "mine", "theirs"),
    [
        ("plain words", "plain words", "plain words"),
        ("a *b* and **c**", "a *b* and **c**", "a \\*b\\* and \\*\\*c\\*\\*"),
        ("`p99 < 210`", "`p99 < 210`", "\\`p99 < 210\\`"),
        ("snake_case, 3 * 4", "snake_case, 3 * 4", "snake_case, 3 * 4"),
        ("a < b, ~20 ms", "a < b, ~20 ms", "a < b, ~20 ms"),
        ("_soft_ __loud__", "_soft_ __loud__", "\\_soft\\_ \\_\\_loud\\_\\_"),
        ("[PR](https://a.example/1_2)", "[PR](https://a.example/1_2)", "\\[PR\\](<https://a.example/1_2>)"),
        ("see https://a.example/b_c.", "see <https://a.example/b_c>.", "see <https://a.example/b_c>."),
        ("[x](javascript:alert(1))", "\\[x\\](javascript:alert(1))", "\\[x\\](javascript:alert(1))"),
        ("![pixel](https://a.example)", "!\\[pixel\\](<https://a.example>)", "!\\[pixel\\](<https://a.example>)"),
        ("<b>bold</b> &lt;", "\\<b>bold\\</b> \\&lt;", "\\<b>bold\\</b> \\&lt;"),
        ("# no heading", "\\# no heading", "\\# no heading"),
        ("#142 and C#", "#142 and C#", "#142 and C#"),
        ("1. no list", "1\\. no list", "1\\. no list"),
        ("- no bullet", "\\- no bullet", "\\- no bullet"),
        ("> no quote", "\\> no quote", "\\> no quote"),
        ("-80 % and +12 ms", "-80 % and +12 ms", "-80 % and +12 ms"),
        ("two\nlines", "two lines", "two lines"),
        ("[x] no box", "\\[x\\] no box", "\\[x\\] no box"),
        ("ends in \\", "ends in \\\\", "ends in \\\\"),
        ("*open, `open", "\\*open, \\`open", "\\*open, \\`open"),
        ("\x1b[2J", "␛\\[2J", "␛\\[2J"),
    ],
)  # fmt: skip
def test_one_line_of_mine_and_of_others(text: str, mine: str, theirs: str) -> None:
    assert inline(text) == mine
    assert literal(text) == theirs


@given(NASTY)
def test_what_others_wrote_is_read_as_they_wrote_it(text: str) -> None:
    assert words(inner(f"x {literal(text)}")).strip() == f"x {one_line(text)}".strip()
    assert {token.type for token in inner(literal(text))} <= {
        "text",
        "link_open",
        "link_close",
        "text_special",
    }


@given(NASTY)
def test_a_line_opens_no_block_and_closes_none(text: str) -> None:
    for safe in (inline, literal):
        assert opened(safe(text)) <= {"paragraph_open", "inline"}
        assert opened(f"- {safe(text)}") <= LISTS - {"ordered_list_open"}
        assert not {"html_inline", "image"} & {token.type for token in inner(safe(text))}


@given(NASTY)
def test_what_stands_behind_a_text_is_never_drawn_into_it(text: str) -> None:
    for safe in (inline, literal):
        tokens = inner(f"- {safe(text)} · *tail* · `7k3q`")
        assert [(token.type, token.content) for token in tokens[-5:]] == [
            ("em_open", ""), ("text", "tail"), ("em_close", ""), ("text", " · "), ("code_inline", "7k3q"),
        ]  # fmt: skip


@given(NASTY)
def test_links_go_to_three_schemes_only(text: str) -> None:
    for made in (inline(text), literal(text), block(text), literal_block(text), link(text)):
        for token in inner(made):
            if token.type == "link_open":
                assert str(token.attrs["href"]).startswith(("http://", "https://", "mailto:"))


@given(NASTY)
def test_a_block_holds_paragraphs_and_lists_only(text: str) -> None:
    for made in (block(text), literal_block(text)):
        assert opened(made) <= LISTS
        indented = made.replace("\n", "\n  ")
        assert opened(f"- x\n\n  {indented}") <= LISTS


def test_my_lists_stay_lists() -> None:
    text = "Four steps:\n- first\n  - inner\n- second `code`\n\n    no code block\n1. one\n2. two"
    assert block(text) == (
        "Four steps:\n- first\n   - inner\n- second `code`\n\nno code block\n1. one\n2. two"
    )


def test_headings_fences_tables_and_rules_of_mine_are_literal() -> None:
    text = "# h\n```\ncode\n```\n| a | b |\n|---|---|\n| 1 | 2 |\n---\n===\n* * *\n<div>"
    assert block(text) == (
        "\\# h\n\\`\\`\\`\ncode\n\\`\\`\\`\n| a | b |\n\\|---|---|\n| 1 | 2 |\n"
        "\\---\n\\===\n\\* * \\*\n\\<div>"
    )


def test_lines_and_dashes_of_others_are_kept() -> None:
    assert literal_block("first\nsecond\n- *one*\n- two\n1. no number") == (
        "first  \nsecond\n- \\*one\\*\n- two  \n1\\. no number"
    )


@pytest.mark.parametrize(
    ("url", "made"),
    [
        ("https://git.example.com/ml/ranker/pull/1841", "[PR #1841](https://git.example.com/ml/ranker/pull/1841)"),
        ("https://git.example.com/a/b/-/merge_requests/7", "[MR !7](https://git.example.com/a/b/-/merge_requests/7)"),
        ("https://git.example.com/a/b/issues/9", "[issue #9](https://git.example.com/a/b/issues/9)"),
        ("https://git.example.com/a/commit/0123456789", "[commit 0123456](https://git.example.com/a/commit/0123456789)"),
        ("https://www.example.com/", "[example.com](https://www.example.com/)"),
        ("https://example.com/a/b_c?x=1#y", "[example.com/…/b_c](https://example.com/a/b_c?x=1#y)"),
        ("mailto:ana@example.com", "[ana@example.com](mailto:ana@example.com)"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("https://example.com/a b", "<https://example.com/a> b"),
        ("file:///etc/passwd", "file:///etc/passwd"),
    ],
)  # fmt: skip
def test_a_link_is_called_what_its_forge_calls_it(url: str, made: str) -> None:
    assert link(url) == made


@pytest.mark.parametrize(
    ("url", "called"),
    [
        (f"https://example.com/{'a' * 50}", f"example.com/{'a' * 27}…"),
        ("https://example.com/a/caf%C3%A9-cr%C3%A8me", "example.com/…/café-crème"),
        ("https://example.com/a/caf%E9", "example.com/…/caf%E9"),
        ("https://example.com/%E2%80%AEgnp.exe", "example.com/%E2%80%AEgnp.exe"),
        ("https://example.com/a%2Fb", "example.com/a%2Fb"),
        (f"https://bank.example.{'a' * 40}.evil.example/b", f"…{'a' * 26}.evil.example"),
    ],
)
def test_a_label_is_short_and_readable(url: str, called: str) -> None:
    assert label(url) == called
    assert len(called) <= 40


def test_a_long_address_of_mine_gets_a_label() -> None:
    url = "https://example.com/team/" + "%C3%A9" * 12
    assert inline(f"see {url}.") == f"see [example.com/…/{'é' * 12}]({url})."
    assert literal(f"see {url}.") == f"see <{url}>."
