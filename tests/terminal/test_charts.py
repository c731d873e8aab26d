"""Charts on a terminal: aligned, within the columns, readable without colour."""

from hypothesis import given
from hypothesis import strategies as st

from growth.rules.charts import Bars, Chart, Heat, Series
from growth.terminal import charts
from growth.terminal.cells import width
from growth.terminal.document import lines
from growth.terminal.screen import Screen
from tests.rules.test_charts import EVIDENCE, KINDS, STEPS, THEMES


def shown(chart: Chart, room: int = 80) -> str:
    """Return a chart as it is printed without colour."""
    return "".join(f"{Screen.render(parts, False)}\n" for parts in charts.lines(chart, room))


def test_series_on_a_scale_stand_side_by_side() -> None:
    assert (
        shown(THEMES)
        == """\
Judgement by theme
             target  self
  Delivery   ■■■■·   ■■■■■
  Design     ■■■■·   ■■■▪·
  Mentoring  ■■■■·   –
  1 not yet · 2 starting · 3 doing with help · 4 doing · 5 others learn from me
"""
    )


def test_without_the_room_they_stand_under_each_other() -> None:
    names = ("what is asked", "what I say", "last time")
    series = tuple(Series(name, (value, 3)) for name, value in zip(names, (4, 3.5, None), strict=True))
    assert (
        shown(Bars("Judgement by theme", ("Delivery", "Design"), series, STEPS), 47)
        == """\
Judgement by theme
  Delivery  what is asked  ■■■■·  doing
            what I say     ■■■▪·  3.5 of 5
            last time      ·····  –
  Design    what is asked  ■■■··  doing with …
            what I say     ■■■··  doing with …
            last time      ■■■··  doing with …
"""
    )


def test_one_series_on_a_scale_is_said_in_words() -> None:
    one = Bars("Mine", ("Delivery", "Design"), (Series("self", (4, 1)),), STEPS)
    assert (
        shown(one)
        == """\
Mine
  Delivery  ■■■■·  doing
  Design    ■····  not yet
"""
    )


def test_counts_are_bars() -> None:
    many = Bars("Entries by kind", ("win", "work", "talk"), (Series("entries", (12, 400, 0)),))
    assert (
        shown(many, 40)
        == """\
Entries by kind
  win   █                            12
  work  ███████████████████████████  400
  talk                               0
"""
    )
    assert shown(KINDS).splitlines()[1].startswith("  win   ████")


def test_a_heat_map_has_shades_and_numbers() -> None:
    assert (
        shown(EVIDENCE)
        == """\
Evidence by month
            Sep Oct Nov
  Delivery    ·  █3  ▒1
  Design      ·  ▓2   ·
  · none   ▒ 1   ▓ 2   █ 3
"""
    )


def test_a_heat_map_of_many_columns_has_shades_alone() -> None:
    weeks = tuple({0: "Jun", 4: "Jul", 8: "Aug"}.get(number, "") for number in range(12))
    days = Heat("By day", ("Mon", "Tue"), weeks, (tuple(range(12)), (0,) * 12), "entry")
    assert (
        shown(days, 32)
        == """\
By day
       Jun     Jul     Aug
  Mon  · ░ ░ ▒ ▒ ▒ ▓ ▓ ▓ █ █ █
  Tue  · · · · · · · · · · · ·
  · none   ░ 1 to 2   ▒ 3 to 5
  ▓ 6 to 8   █ 9 to 11
  counted: entry
"""
    )


def test_the_newest_columns_are_kept_where_not_all_fit() -> None:
    columns = tuple(f"{number:02}" for number in range(40))
    long = Heat("By day", ("Mon",), columns, ((1,) * 40,))
    assert (
        shown(long, 30)
        == """\
By day
       17 20 23 26 29 32 35 38
  Mon  ███████████████████████
  · none   █ 1
  not shown: 17 before 17
"""
    )


def test_nothing_to_show() -> None:
    assert shown(Bars("Kinds", (), ())) == "Kinds\n"
    assert shown(Heat("Days", (), (), ())) == "Days\n"


NAMES = st.text(st.characters(codec="utf-8"), max_size=40)


@given(st.lists(NAMES, min_size=1, max_size=5), st.integers(40, 120), st.integers(1, 60), st.integers(0, 999))
def test_rows_stay_within_the_columns(rows: list[str], room: int, columns: int, value: int) -> None:
    heat = Heat("", tuple(rows), ("Jan",) * columns, ((value,) * columns,) * len(rows))
    bars = Bars("", tuple(rows), (Series("one", (value,) * len(rows)),))
    for chart in (heat, bars):
        for line in shown(chart, room).split("\n")[: 2 + len(rows)]:
            assert width(line) <= room


DOCUMENT = """\
# Where I stand

## Themes

```chart themes
```

Said.

```chart kinds
```

## Next

```
  kept   as it is
```

## Records cited

1. `j261120-6hrh` 2026-11-20 a title · `7cfd1ccbdf6f`
"""


def test_a_document_with_charts() -> None:
    made = [Screen.render(parts, False) for parts in lines(DOCUMENT, 80, {"themes": THEMES, "kinds": KINDS})]
    assert [line for line in made if "█" not in line] == [
        "Where I stand",
        "THEMES",
        "Judgement by theme",
        "             target  self",
        "  Delivery   ■■■■·   ■■■■■",
        "  Design     ■■■■·   ■■■▪·",
        "  Mentoring  ■■■■·   –",
        "  1 not yet · 2 starting · 3 doing with help · 4 doing · 5 others learn from me",
        "",
        "Said.",
        "",
        "Entries by kind",
        "  work                                            0",
        "",
        "NEXT",
        "  kept   as it is",
    ]


def test_code_of_three_ticks_on_one_line_opens_no_fence() -> None:
    made = [Screen.render(parts, False) for parts in lines("```x``` is code\n\n## After\n", 80)]
    assert made == ["x is code", "", "AFTER"]


def test_long_names_make_room_for_what_stands_beside_them() -> None:
    rows = ("Training and retraining pipelines", "Evaluation")
    series = tuple(Series(name, (4, 2)) for name in ("expected at L4", "my view", "my manager"))
    assert (
        shown(Bars("Judgement by theme", rows, series, STEPS), 66)
        == """\
Judgement by theme
                               expected at L4  my view  my manager
  Training and retraining …    ■■■■·           ■■■■·    ■■■■·
  Evaluation                   ■■···           ■■···    ■■···
  1 not yet · 2 starting · 3 doing with help · 4 doing · 5 others
  learn from me
"""
    )
