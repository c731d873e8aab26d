"""The journal as a table: it reads back, and no cell of it is a formula."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from growth.errors import WrongUsage
from growth.exchange.record_csv import COLUMNS, bare, guarded, is_ours, read, write
from growth.records.entry import Entry
from tests.exchange.journals import ANY, ENTRY, NOW, PLAIN, entries

RUN = ("=", "+", "-", "@", "\t", "\r")


def test_a_row_with_all_fields() -> None:
    head, row, end = write([ENTRY]).split("\r\n")[:3]
    assert head == ",".join(COLUMNS)
    start = 'j261120-7k3q,2026-11-20,win,Cut p99 by half,"\'- a cache\n- in front",,latency,ranker,'
    assert row.startswith(start)
    assert row.endswith(",half the wait,https://a.example/pull/1,90,team,yes,day,,2026-11-24T10:00:00Z,,,,")
    assert end == ""


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("-x", "'-x"), ("'=1", "''=1"),
        ("'quoted'", "'quoted'"), ("\t=1", "'\t=1"), ("＝1", "'＝1"), ("plain", "plain"), ("", ""),
    ],
)  # fmt: skip
def test_a_formula_is_none(cell: str, safe: str) -> None:
    assert (guarded(cell), bare(guarded(cell))) == (safe, cell)


@given(ANY)
def test_what_was_guarded_comes_back(cell: str) -> None:
    assert bare(guarded(cell)) == cell
    assert not guarded(cell).startswith(RUN)


@given(st.lists(entries(PLAIN), max_size=3))
def test_out_and_in_is_the_same(those: list[Entry]) -> None:
    text = write(those)
    found, lines, misread = read(text.encode(), "journal.csv", NOW)
    assert (list(found), misread, len(lines)) == (those, (), len(those))


@given(st.lists(entries(ANY), max_size=2))
def test_whatever_it_holds_no_cell_is_a_formula_and_it_stays_as_it_is(those: list[Entry]) -> None:
    text = write(those)
    assert is_ours(text)
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert {len(row) for row in rows} == {len(COLUMNS)}
    assert not [cell for row in rows for cell in row if cell.startswith(RUN)]
    assert write(read(text.encode(), "journal.csv", NOW)[0]) == text


@pytest.mark.parametrize("missing", [",learning,shown,built_on", ",shown,built_on"])
def test_a_table_that_knew_fewer_columns_reads_back(missing: str) -> None:
    commas = "," * missing.count(",")
    before = "\r\n".join(line.removesuffix(commas) for line in write([ENTRY]).split("\r\n"))
    text = before.replace(missing, "")
    assert is_ours(text)
    assert read(text.encode(), "journal.csv", NOW)[0] == (ENTRY,)


def test_what_is_wrong_is_told_with_its_line() -> None:
    head = ",".join(COLUMNS)
    row = ",2026-02-30,win,x" + "," * 19
    found = read(f"{head}\r\n{row}\r\nshort,row\r\n".encode(), "journal.csv", NOW)
    assert [(piece.line, piece.why) for piece in found[2]] == [
        (2, "day: no day that a calendar has; one is written as 2026-03-04"), (3, "2 cells under 23 columns"),
    ]  # fmt: skip
    long = ENTRY.body * 20_000
    assert read(write([replace(ENTRY, body=long)]).encode(), "journal.csv", NOW)[0][0].body == long
    with pytest.raises(
        WrongUsage,
        match=r"journal\.csv:2: cannot be read as CSV: a quoted value that begins here does not end",
    ):
        read(f'{head}\r\n"open'.encode(), "journal.csv", NOW)
