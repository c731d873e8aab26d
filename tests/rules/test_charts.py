"""Charts as words and numbers: what every drawing of them has to show."""

from hypothesis import given
from hypothesis import strategies as st

from growth.rules.charts import (
    FENCE,
    SHADES,
    Bars,
    Heat,
    Series,
    described,
    in_words,
    said,
    shade,
    shades,
    table,
)

STEPS = ("not yet", "starting", "doing with help", "doing", "others learn from me")
THEMES = Bars(
    "Judgement by theme",
    ("Delivery", "Design", "Mentoring"),
    (Series("target", (4, 4, 4)), Series("self", (5, 3.5, None))),
    STEPS,
)
KINDS = Bars("Entries by kind", ("win", "work"), (Series("entries", (12, 0)),))
EVIDENCE = Heat("Evidence by month", ("Delivery", "Design"), ("Sep", "Oct", "Nov"), ((0, 3, 1), (0, 2, 0)))


def test_a_table_says_the_steps_in_words() -> None:
    assert table(THEMES).head == ("", "target", "self")
    assert table(THEMES).rows == (
        ("Delivery", "doing", "others learn from me"),
        ("Design", "doing", "between doing with help and doing"),
        ("Mentoring", "doing", "–"),
    )


def test_a_table_says_counts_in_numbers_and_nothing_as_a_dot() -> None:
    assert table(KINDS).rows == (("win", "12"), ("work", "0"))
    assert table(EVIDENCE).head == ("", "Sep", "Oct", "Nov")
    assert table(EVIDENCE).rows == (("Delivery", "·", "3", "1"), ("Design", "·", "2", "·"))


def test_a_chart_in_words_for_who_does_not_see_it() -> None:
    assert described(THEMES) == (
        "3 rows on a scale from not yet to others learn from me. target: Delivery doing, Design doing, "
        "Mentoring doing. self: Delivery others learn from me, "
        "Design between doing with help and doing, Mentoring –."
    )
    assert described(KINDS) == "2 rows. entries: win 12, work 0."
    assert described(EVIDENCE) == (
        "2 rows by 3 columns, 6 in all; the darkest cell holds 3. Most in Oct: 5. Nothing in Sep."
    )


def test_what_is_long_in_words_is_left_to_the_table() -> None:
    rows = tuple(f"row {number}" for number in range(13))
    long = Bars("Long", rows, (Series("one", (1,) * 13),))
    assert described(long) == "13 rows. The values are in the table that follows."


def test_nothing_at_all() -> None:
    assert (
        described(Heat("Days", (), ("Sep",), (), "entry")) == "0 rows by 1 column, 0 in all (counted: entry)."
    )
    assert Heat("Days", (), (), ()).most == 0
    assert Bars("Kinds", (), ()).most == 1
    assert Bars("Kinds", ("win",), (Series("entries", (None,)),)).most == 1


def test_a_value_between_two_steps_is_short_beside_a_picture_and_else_in_words() -> None:
    assert [said(THEMES, value) for value in (1.1, 4.5)] == ["1.1 of 5", "4.5 of 5"]
    assert [in_words(THEMES, value) for value in (1.1, 4.5, 4, 7, None)] == [
        "between not yet and starting", "between doing and others learn from me", "doing", "7 of 5", "–",
    ]  # fmt: skip
    assert in_words(KINDS, 2.5) == "2.5"


def test_a_value_beside_the_scale_is_a_number() -> None:
    assert [said(THEMES, value) for value in (0, 0.96, 1, 4.04, 7)] == [
        "0 of 5", "not yet", "not yet", "doing", "7 of 5",
    ]  # fmt: skip


@given(st.integers(1, 500), st.data())
def test_each_count_has_the_shade_whose_range_it_is_in(most: int, data: st.DataObject) -> None:
    value = data.draw(st.integers(0, most))
    inside = [number for number, lowest, highest in shades(most) if lowest <= value <= highest]
    assert inside == ([shade(value, most)] if value else [])
    assert shade(most, most) == SHADES


def test_a_fence_names_a_chart_and_nothing_else_does() -> None:
    text = "```chart themes\n```\n\n`chart a`\n```chart b``` c\n\n"
    text += "```chart  days \nleft over\n```\n```text\n```\n"
    assert FENCE.findall(text) == ["themes", "days"]
    assert FENCE.sub("*", text) == "*\n\n`chart a`\n```chart b``` c\n\n*\n```text\n```\n"
