"""A document on a terminal: aligned, at most so wide, readable without colour."""

from hypothesis import given
from hypothesis import strategies as st

from growth.terminal.document import lines, plain, wrap
from growth.terminal.screen import Screen

SHEET = """\
*For you only: 2 private records. To send: `growth prep ana --for @ana`*

# 1:1 with Ana Silva · *Tue 24 Nov 10:00*

Last met Tue 17 Nov, 7 days ago

## You promised · *2 open, 1 overdue*

- [ ] ask Dana for GPU quota · **3 days late, moved twice** · `7k3q`
- [ ] staff-level examples · *due Fri 27 Nov* · `9x2m`
- [x] pair with Kim on the eval harness and write up what came out of it for the others · *done* · `m2v8`

## Since Tue 17 Nov

- **win** ranker p99 480 -> 210 ms, *really* \\*down\\*, `p99` <https://a.example/b_c> · *shared Fri, [PR #7](https://a.example/pull/7)* · `ana:7k3q`
- **unseen work** 3 reviews · *shared* · [12]
- and 2 more

## A list

- one

  A paragraph of it.
  - inner

> quoted

```
  kept   as it is
```

1. Which part? · *topic*

## Records cited

1. `j261120-6hrh` 2026-11-20 a title · `7cfd1ccbdf6f`
"""  # noqa: E501  # a line of a document is as long as it is

SHOWN = """\
For you only: 2 private records. To send: growth prep ana --for @ana
1:1 with Ana Silva                                              Tue 24 Nov 10:00
Last met Tue 17 Nov, 7 days ago

YOU PROMISED                                                   2 open, 1 overdue
  ! ask Dana for GPU quota                        3 days late, moved twice  7k3q
  . staff-level examples                                    due Fri 27 Nov  9x2m
  x pair with Kim on the eval harness and write up what came out of it for the
    others                                                            done  m2v8

SINCE TUE 17 NOV
  win          ranker p99 480 -> 210 ms, really *down*, p99
               https://a.example/b_c                 shared Fri, PR #7  ana:7k3q
  unseen work  3 reviews                                            shared  [12]
               and 2 more

A LIST
  . one

    A paragraph of it.
    . inner

| quoted

  kept   as it is

  1. Which part?                                                           topic
"""


def shown(markdown: str, columns: int = 80, color: bool = False) -> str:
    return "".join(f"{Screen.render(parts, color).rstrip()}\n" for parts in lines(markdown, columns))


def test_a_sheet_at_eighty_columns() -> None:
    assert shown(SHEET) == SHOWN


def test_colour_only_adds_to_it() -> None:
    colored = shown(SHEET, color=True)
    assert "\x1b[31m3 days late, moved twice\x1b[0m" in colored
    assert "\x1b[1mYOU PROMISED\x1b[0m" in colored


def test_a_narrow_terminal_breaks_between_words() -> None:
    assert shown("- [ ] ask Dana for GPU quota · *due Fri* · `7k3q`\n", 24) == (
        "  . ask Dana for GPU\n    quota  due Fri  7k3q\n"
    )


def test_wide_letters_count_double() -> None:
    assert shown("## 東京 · *2 open*\n", 20) == "東京          2 open\n"


def test_words_that_are_too_long_stay_whole() -> None:
    assert wrap("a " + "b" * 30 + " c", 10) == ["a", "b" * 30, "c"]


def test_marks_are_taken_away_and_escapes_resolved() -> None:
    assert plain(r"**a** *b* __c__ `d *e*` \[f\] [g *h*](https://a.example/(x)) snake_case 2\*3") == (
        "a b c d *e* [f] g h snake_case 2*3"
    )


@given(st.text(max_size=120), st.integers(20, 120))
def test_any_text_can_be_shown(text: str, columns: int) -> None:
    for line in lines(text, columns):
        assert "\n" not in Screen.render(line, False)
