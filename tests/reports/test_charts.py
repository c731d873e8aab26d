"""Charts in a document: a table in Markdown; in HTML a picture, words for it and its table."""

import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.reports import drawn_heat
from growth.reports.charts import figure, tables
from growth.reports.drawing import fit, room
from growth.reports.html import body, page
from growth.rules.charts import Bars, Chart, Heat, Series
from tests.rules.test_charts import EVIDENCE, KINDS, STEPS, THEMES

HOSTILE = 'a|b](x) <script>alert(1)</script> & "q" `c` \x1b[31m *d*'


def test_a_table_stands_for_a_chart() -> None:
    document = "# Where I stand\n\n```chart themes\n```\n\n```chart evidence\n```\n\nThat is all.\n"
    assert (
        tables(document, {"themes": THEMES, "evidence": EVIDENCE})
        == """\
# Where I stand

*Judgement by theme*

|  | target | self |
| --- | --- | --- |
| Delivery | doing | others learn from me |
| Design | doing | between doing with help and doing |
| Mentoring | doing | – |

*Evidence by month*

|  | Sep | Oct | Nov |
| --- | --: | --: | --: |
| Delivery | · | 3 | 1 |
| Design | · | 2 | · |

That is all.
"""
    )


def test_a_name_cannot_leave_its_cell() -> None:
    chart = Bars(HOSTILE, (HOSTILE,), (Series(HOSTILE, (1,)),))
    made = body(tables("```chart a\n```\n", {"a": chart}))
    assert made.count("<td") == 2 and made.count("<th ") + made.count("<th>") == 2
    assert "<script" not in made
    assert "<strong" not in made and "<code" not in made


def test_a_picture_its_words_and_its_table() -> None:
    made = body("```chart kinds\n```\n", {"kinds": KINDS})
    assert (
        made
        == """\
<figure class="chart">
<figcaption>Entries by kind</figcaption>
<div class="picture"><svg role="img" aria-labelledby="chart-1-title" aria-describedby="chart-1-words" \
viewBox="0 0 640 57" class="bars">
<title id="chart-1-title">Entries by kind</title>
<desc id="chart-1-words">2 rows. entries: win 12, work 0.</desc>
<text x="0.0" y="20.0">win</text>
<rect class="bar line-1" x="40.8" y="11.0" width="572.8" height="10"/>
<text x="619.6" y="20.0" class="soft">12</text>
<text x="0.0" y="44.0">work</text>
<text x="46.8" y="44.0" class="soft">0</text>
</svg></div>
<details>
<summary>As a table</summary>
<table>
<thead>
<tr><td></td><th scope="col">entries</th></tr>
</thead>
<tbody>
<tr><th scope="row">win</th><td>12</td></tr>
<tr><th scope="row">work</th><td>0</td></tr>
</tbody>
</table>
</details>
</figure>
"""
    )


MANY = tuple(f"theme {number}" for number in range(13))


@pytest.mark.parametrize(
    ("chart", "kind"),
    [
        (THEMES, "radar"),
        (Bars("", ("a", "b"), (Series("x", (1, 2)),), STEPS), "bars"),
        (Bars("", MANY, (Series("x", (1,) * 13),), STEPS), "bars"),
        (Bars("", ("a", "b", "c"), (Series("x", (1, 2, 3)),) * 5, STEPS), "bars"),
        (Bars("", ("a", "b", "c"), (Series("x", (1, 2, 3)),)), "bars"),
        (EVIDENCE, "heat"),
    ],
)
def test_what_is_drawn(chart: Chart, kind: str) -> None:
    assert f'class="{kind}">' in figure(chart, 1)


def test_lines_differ_in_more_than_their_colour() -> None:
    four = Bars("", ("a", "b", "c"), tuple(Series(name, (1, 2, 3)) for name in "wxyz"), STEPS)
    made = figure(four, 1)
    lines = re.findall(r'<polygon class="line line-(\d)" points="[^"]*"( stroke-dasharray="[^"]*")?/>', made)
    assert len({dashes for _, dashes in lines}) == len(lines) == 4
    shapes = set()
    for name, corners in re.findall(r'class="mark (line-\d)" points="([^"]*)"', made):
        (x, y), *others = [tuple(map(float, corner.split(","))) for corner in corners.split()]
        shapes.add((name, tuple((round(a - x), round(b - y)) for a, b in others)))
    assert {name for name, _ in shapes} == {"line-0", "line-2", "line-3"}
    assert len({shape for _, shape in shapes}) == len(shapes) == 3
    assert made.count("<circle") == made.count('class="mark line-1"') == 4


def test_a_line_with_gaps_is_drawn_where_it_is_known() -> None:
    gaps = Bars("", ("a", "b", "c", "d"), (Series("x", (1, 2, None, 4)),), STEPS)
    made = figure(gaps, 1)
    assert made.count('<path class="line line-0" d="M') == 2 + 1  # two pieces, and the legend
    assert made.count('class="mark') == 3 + 1


def test_cells_too_small_for_a_number_tell_by_their_size() -> None:
    wide = Heat("", ("a",), tuple("x" * 60), (tuple(range(60)),))
    sizes = {float(one) for one in re.findall(r'<rect class="cell[^>]* height="([\d.]+)"', figure(wide, 1))}
    assert len(sizes) == 4


class Reader(HTMLParser):
    """What of a page could act or ask for anything."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.names |= {name for name, _ in attrs}


TAGS = {
    "figure", "figcaption", "div", "svg", "title", "desc", "text", "path", "polygon", "circle", "rect",
    "details", "summary", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
NAMES = {
    "class", "role", "aria-labelledby", "aria-describedby", "viewbox", "id", "x", "y", "text-anchor", "d",
    "points", "cx", "cy", "r", "width", "height", "rx", "stroke-dasharray", "scope",
}  # fmt: skip
WORDS = st.one_of(st.just(HOSTILE), st.text(max_size=30))


@given(WORDS, st.lists(WORDS, min_size=1, max_size=6), st.booleans(), st.floats(-1, 9))
def test_whatever_the_names_a_picture_is_whole_and_asks_for_nothing(
    name: str, rows: list[str], scaled: bool, value: float
) -> None:
    bars = Bars(
        name, tuple(rows), (Series(name, (value,) * len(rows)),) * 3, (name, *STEPS) if scaled else ()
    )
    heat = Heat(name, tuple(rows), (name, "b"), ((3, 0),) * len(rows), name)
    for chart in (bars, heat):
        made = figure(chart, 1)
        # XML has no place for these two, HTML has; all else has to be whole for both.
        ElementTree.fromstring(re.sub("[\ufffe\uffff]", "", made))
        reader = Reader()
        reader.feed(made)
        assert reader.tags <= TAGS
        assert reader.names <= NAMES
        assert "nan" not in made


def test_the_page_around_it_asks_for_nothing() -> None:
    made = page("```chart a\n```\n\n```chart b\n```\n", "Charts", {"a": THEMES, "b": EVIDENCE})
    for word in ("<script", "url(", "@import", "src=", "href=", "style=", "<style media", "http"):
        assert word not in made.split("</head>")[1]
    assert 'id="chart-2-title"' in made


def test_a_fence_that_names_no_chart_stays_a_fence() -> None:
    assert body("```text\nchart a\n```\n", {"a": KINDS}) == (
        '<pre><code class="language-text">chart a\n</code></pre>\n'
    )


def test_an_ellipsis_is_as_wide_as_a_letter_and_a_sign_of_east_asia_as_two() -> None:
    assert room("…") == room("a") and room("数") == room("🎉") == 2 * room("a")
    # The longest that a criterion is called in a heat map.
    called = "Finds a use of machine learning …"
    assert fit(called, drawn_heat.NAMES - 8) == called
