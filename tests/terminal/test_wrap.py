"""No word is cut at the edge of the screen: long lines go on under where their text begins."""

import re

from hypothesis import given
from hypothesis import strategies as st

from growth.terminal.cells import width
from growth.terminal.screen import Part
from growth.terminal.wrap import wrapped
from tests.conftest import Growth


def plain(parts: tuple[Part, ...]) -> str:
    return "".join(part if isinstance(part, str) else part[0] for part in parts)


def shown(parts: tuple[Part, ...], columns: int) -> list[str]:
    return [plain(row) for row in wrapped(parts, columns)]


def test_a_line_that_fits_is_left_as_it_is() -> None:
    parts: tuple[Part, ...] = (("7k3q", "id"), "  ", "two  spaces stay ")
    assert list(wrapped(parts, 80)) == [parts]


def test_a_long_text_goes_on_under_its_beginning() -> None:
    parts: tuple[Part, ...] = (("7k3q", "id"), "  ", ("one two three four", "bold"))
    assert list(wrapped(parts, 16)) == [
        (("7k3q", "id"), "  ", ("one two", "bold")),
        ("      ", ("three four", "bold")),
    ]


def test_a_text_that_is_indented_stays_indented() -> None:
    assert shown(("    one two three",), 12) == ["    one two", "    three"]


def test_an_item_of_a_list_goes_on_behind_its_marker() -> None:
    assert shown(("  12. one two",), 12) == ["  12. one", "      two"]
    assert shown(("- one two",), 8) == ["- one", "  two"]


def test_what_stands_behind_a_text_wraps_with_it() -> None:
    assert shown(("7k3q  ", "one two three", ("  late", "dim")), 16) == [
        "7k3q  one two",
        "      three",
        "      late",
    ]


def test_where_the_text_begins_too_far_right_it_goes_on_at_the_left() -> None:
    assert shown(("  a name of some length  ", "words that follow the name"), 30) == [
        "  a name of some length  words",
        "  that follow the name",
    ]


def test_a_word_wider_than_the_screen_stays_whole() -> None:
    address = "https://example.org/a/long/address"
    assert shown((f"  see {address} there",), 20) == ["  see", f"  {address}", "  there"]


def test_what_a_hint_tells_to_type_stays_on_one_line() -> None:
    assert shown(("it is not yet over; if it was: growth 1on1 notes ana --shared it",), 44) == [
        "it is not yet over; if it was:",
        "growth 1on1 notes ana --shared it",
    ]
    assert shown(("        growth people merge ana INTO, or: growth forget @ana",), 40) == [
        "        growth people merge ana INTO,",
        "        or: growth forget @ana",
    ]


def test_a_command_wider_than_the_screen_is_broken_between_its_words() -> None:
    assert shown(("say: growth log one two three",), 16) == ["say: growth log", "one two three"]


def test_each_line_of_a_text_is_wrapped_for_itself() -> None:
    assert shown(("  one two\n  three four five",), 14) == ["  one two", "  three four", "  five"]


def test_wide_letters_take_two_columns() -> None:
    assert shown(("日本 日本 日本",), 10) == ["日本 日本", "日本"]


words = st.text(st.sampled_from("ab é日\t"), min_size=0, max_size=60)


@given(st.lists(words, min_size=1, max_size=4), st.integers(10, 40))
def test_no_word_is_lost_or_cut(texts: list[str], columns: int) -> None:
    rows = shown(tuple(texts), columns)
    assert " ".join(rows).split() == "".join(texts).split()
    for row in rows:
        assert width(row) <= columns or len(row.split()) <= 1


def plain_text(printed: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", printed)


def test_errors_hints_questions_and_paged_lines_are_wrapped_on_a_terminal(growth: Growth) -> None:
    refused = growth.terminal("feedback sets show nowhere-to-be-found-at-all", columns=40)
    assert refused.out == (
        "growth: there is no set of questions\n"
        "        'nowhere-to-be-found-at-all'\n"
        "        all of them:\n"
        "        growth feedback sets list\n"
    )
    growth.ok("log one two three four five six seven --impact 'eight nine ten eleven twelve'")
    assert "work  one two three four\n                    five six seven\n" in plain_text(
        growth.terminal("show last", columns=40).out
    )
    asked = growth.terminal("delete last", columns=40, keys=["n\n"])
    assert "      impact: eight nine ten eleven\n              twelve\n" in plain_text(asked.out)


def test_a_pipe_gets_each_line_whole(growth: Growth) -> None:
    words = "word " * 60
    growth.ok(["log", words.strip()])
    assert words.strip() in growth.ok("show last")
