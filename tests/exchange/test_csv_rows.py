"""CSV as rows of cells, each with its line."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.errors import WrongUsage
from growth.exchange.csv_rows import delimiter, rows


def cells(text: str, between: str = ",") -> list[tuple[int, list[str]]]:
    return [(row.line, row.cells) for row in rows(text.encode(), "a.csv", between)]


def test_a_line_that_says_what_parts_the_columns_is_none_of_them() -> None:
    assert cells("\ufeffsep=;\r\na;b\r\n", ";") == [(2, ["a", "b"])]
    assert cells('"sep=,",\na,b\n') == [(2, ["a", "b"])]


def test_quotes_commas_and_lines_within_a_value() -> None:
    text = '\ufeffa,b\r\n1,"x, ""y""\nz"\r\n\r\n ,\r\n2,é\r\n'
    assert cells(text) == [(1, ["a", "b"]), (2, ["1", 'x, "y"\nz']), (6, ["2", "é"])]


@pytest.mark.parametrize(
    ("text", "between"),
    [
        ("a,b,c\n1,2,3\n", ","),
        ("a;b;c\n1,5;2;3\n", ";"),
        ("a\tb\n1,2\t3,4\n", "\t"),
        ("a|b\n1|2\n", "|"),
        ('day,what\n2026-01-01,"one; two; three"\n', ","),
        ("title\none\n", ","),
        ('a;b\n1;"no end', ";"),
        ("sep=;\na,b;c,d\n", ";"),
        ("", ","),
    ],
)
def test_what_stands_between_columns(text: str, between: str) -> None:
    assert delimiter(text) == between


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            'a,b\n1,2\n"no\nend,3\n',
            "a.csv:3: cannot be read as CSV: a quoted value that begins here does not end",
        ),
        ('a,b\n1,"x"y\n', "a.csv:2: cannot be read as CSV: a quote within a quoted value must be doubled"),
        ("a," * 600, "a.csv:1: has 601 columns; a table has 500 at most"),
    ],
)
def test_what_is_refused_with_its_line(text: str, message: str) -> None:
    with pytest.raises(WrongUsage) as refused:
        cells(text)
    assert refused.value.message == message
    assert refused.value.hint


VALUES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)


@given(st.lists(st.lists(VALUES, min_size=2, max_size=4), max_size=5), st.sampled_from(",;\t|"))
def test_what_is_written_is_read(table: list[list[str]], between: str) -> None:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=between, quoting=csv.QUOTE_ALL).writerows(table)
    kept = [row for row in table if any(cell.strip() for cell in row)]
    assert [row for _, row in cells(file.getvalue(), between)] == kept


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        assert all(line >= 1 for line, _ in cells(text, delimiter(text)))
    except WrongUsage as refused:
        assert refused.hint


def test_reading_a_table_leaves_the_limit_of_the_process_alone() -> None:
    before = csv.field_size_limit()
    assert cells("a,b\n1,2\n") == [(1, ["a", "b"]), (2, ["1", "2"])]
    assert csv.field_size_limit() == before
