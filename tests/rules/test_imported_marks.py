"""Marks in imported text: what they name where the user lets them count."""

from hypothesis import given
from hypothesis import strategies as st

from growth.records.imported import Found, Misread, Reading
from growth.rules.imported_marks import has_marks, reading_marks, with_marks


def found(title: str, body: str = "", **more: object) -> Found:
    return Found(line=1, title=title, body=body, **more)  # type: ignore[arg-type]  # fields of any kind


def test_marks_name_tags_people_and_a_project() -> None:
    read = with_marks(found("Paired with @dana on the #evals harness", "for +ranker and +search"))
    assert (read.tags, read.people, read.project) == (("evals", "search"), ("dana",), "ranker")
    assert read.title == "Paired with @dana on the #evals harness"


def test_what_the_headings_said_stays_first() -> None:
    read = with_marks(found("Moved the queue #infra", "for +ranker", tags=("q3",), project="Billing"))
    assert (read.tags, read.project) == (("q3", "infra", "ranker"), "Billing")


def test_code_and_link_targets_name_nothing() -> None:
    text = "Used `@property` and `#include`, see [there](#part)"
    fence = "```c\n#include <x.h>\n```\n\n~~~\n@decorated\n"
    assert not has_marks([found(text, fence), found("Issue #142, +12 ms, C# and a@b.example")])
    assert has_marks([found("Plain"), found("Told @ana")])


def test_a_doubtful_line_is_read_too() -> None:
    piece = Misread(3, "x", "no day", found("Told @ana"))
    read = reading_marks(Reading(format="markdown", misread=(piece, Misread(4, "y", "a footnote"))))
    assert [one.kept and one.kept.people for one in read.misread] == [("ana",), None]


@given(st.text("#@+ab `~\n()[]", max_size=60), st.text("#@+ab `~\n()[]", max_size=60))
def test_reading_twice_is_reading_once(title: str, body: str) -> None:
    once = with_marks(found(title, body))
    assert with_marks(once) == once and not has_marks([once])
