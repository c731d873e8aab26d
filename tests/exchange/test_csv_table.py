"""CSV as entries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.errors import WrongUsage
from growth.exchange import csv_table, tsv_table
from growth.exchange.formats import Head
from growth.records.dates import Day
from growth.records.imported import Found, Reading, ReadOptions

TODAY = Day(2026, 11, 24)
WINS = """\
Date;What I did;Notes;Hours;Tags;Project;Link;Type;Who;Share;Cost
24/11/2026;Halved the p99;"Cache,
in front";1,5;perf, deep work;ranker;https://example.org/1;win;"Ana Silva <ana@example.org>";team;7
04/03/2026;Wrote the RFC;;2;design;;RFC-12;RFC;;;
05/03/2026;=1+1;@SUM(A1);;;;;Talks;Bo;;
"""
SEEDS = [WINS.encode(), b"date,title\n2026-01-01,One\n"]


def reading(text: str, name: str = "wins.csv", dates: str = "", **columns: str) -> Reading:
    return csv_table.read(
        text.encode(), name=name, options=ReadOptions(today=TODAY, dates=dates, columns=columns)
    )


def test_each_row_is_an_entry() -> None:
    result = reading(WINS)
    assert result.found == (
        Found(
            line=2, day=TODAY, precision="day", kind="win", title="Halved the p99", body="Cache,\nin front",
            tags=("perf", "deep-work"), project="ranker", people=("Ana Silva <ana@example.org>",),
            links=("https://example.org/1",), spent=90, share="team",
        ),
        Found(
            line=4, day=Day(2026, 3, 4), precision="day", title="Wrote the RFC", body="Link: RFC-12",
            tags=("RFC", "design"), spent=120,
        ),
        Found(
            line=5, day=Day(2026, 3, 5), precision="day", kind="talk", title="=1+1", body="@SUM(A1)",
            people=("Bo",),
        ),
    )  # fmt: skip
    assert (result.misread, result.format) == ((), "csv")
    assert dict(result.columns) == {
        "Date": "day", "What I did": "title", "Notes": "body", "Hours": "spent", "Tags": "tags",
        "Project": "project", "Link": "links", "Type": "kind", "Who": "people", "Share": "share", "Cost": "",
    }  # fmt: skip


def test_what_cannot_be_is_told_with_its_line() -> None:
    result = reading(
        "date,title,hours,share\n2026-02-30,Bad,1,\n2026-03-01,Odd,many,boss\n2026-03-02,a,b,team,c\n"
        "2026-03-03,Few\n2026-03-04,,,\n\n,,,\n2026-03-05,Told,1h,team\n"
    )
    assert [(one.title, one.spent, one.share) for one in result.found] == [("Told", 60, "team")]
    assert [
        (one.line, one.why, one.kept and (one.kept.title, str(one.kept.day), one.kept.share))
        for one in result.misread
    ] == [
        (2, "'2026-02-30': February 2026 has 28 days", ("Bad", "None", None)),
        (
            3,
            "'many' is no time spent; 'boss' is none of private, person, manager, team",
            ("Odd", "2026-03-01", "private"),
        ),
        (4, "5 values under 4 columns", None),
        (5, "2 values under 4 columns", ("Few", "2026-03-03", None)),
        (6, "nothing in the column 'title'", None),
    ]


def test_a_row_that_is_due_and_has_no_day_is_a_promise() -> None:
    result = reading("task,done on,due\nShip,,2026-12-01\nTest,2026-11-01,2026-11-02\nWait,2026-11-01,\n")
    assert [(one.title, one.becomes, str(one.due), one.body) for one in result.found] == [
        ("Ship", "action", "2026-12-01", ""),
        ("Test", "entry", "None", "due: 2026-11-02"),
        ("Wait", "entry", "None", ""),
    ]


def test_an_id_is_the_key_and_a_small_number_only_within_its_file() -> None:
    text = "id,title\nAB-1,One\nAB-2,Two\n"
    first, second = reading(text).found
    assert (first.source, second.source) == ("csv:AB-1", "csv:AB-2")
    assert reading(text.replace("One", "Once")).found[0].version != first.version
    numbers = "id,title\n1,One\n2,Two\n"
    assert reading(numbers).found[0].source != reading(numbers, "other.csv").found[0].source
    assert reading(numbers).found[0].source == reading(numbers).found[0].source


def test_columns_without_a_name_or_with_one_name() -> None:
    assert csv_table.names(["a", "", "a", " a (2) ", "a"]) == ("a", "column 2", "a (2)", "a (2) (2)", "a (3)")
    assert reading("x,,x\n1,Ran,2\n", **{"column 2": "title"}).found[0].title == "Ran"


def test_a_long_title_ends_with_its_first_sentence() -> None:
    text = "I took the old importer apart. " + "Then I wrote it again. " * 10
    (found,) = reading(f"title,body\n{text},and more\n").found
    assert found.title == "I took the old importer apart."
    assert found.body.startswith("Then I wrote") and found.body.endswith("\n\nand more")


def test_tabs_stay_what_parts_the_columns() -> None:
    data = b"date\ttitle\tnotes\n2026-01-01\ta,b\tc;d\n"
    assert tsv_table.is_one(Head(data, "a.tsv"))
    result = tsv_table.read(data, name="a.tsv", options=ReadOptions(today=TODAY))
    assert [(one.title, one.body) for one in result.found] == [("a,b", "c;d")]
    assert csv_table.read(data, name="a.csv", options=ReadOptions(today=TODAY)).found == result.found


@pytest.mark.parametrize(
    ("text", "name", "known"),
    [
        ("a,b\n", "a.csv", True),
        ("", "a.csv", False),
        ("Date,Title\n2026-01-01,x\n", "standard input", True),
        ("Date,Title\n2026-01-01,x\n", "notes.md", False),
        ("Date,Title\n", "standard input", False),
        ("first,last\na,b\n", "standard input", False),
        ("A day, a title\nand, prose, with, commas\n", "standard input", False),
        ('Date,Title\n"2026', "standard input", False),
    ],
)
def test_what_a_table_looks_like(text: str, name: str, known: bool) -> None:
    assert csv_table.is_one(Head(text.encode(), name)) is known


def test_nothing_is_no_table() -> None:
    with pytest.raises(WrongUsage, match=r"a\.csv has no rows"):
        reading("\n\n", "a.csv")


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60)


@given(TEXT | st.lists(TEXT, max_size=4).map(lambda lines: "date,title,hours,id\n" + "\n".join(lines)))
def test_any_text_is_read_told_or_refused(text: str) -> None:
    try:
        result = reading(text)
    except WrongUsage as refused:
        assert refused.hint
    else:
        assert all(one.title for one in result.found)
