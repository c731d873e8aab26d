"""Charts in a document: a table or a graph in Markdown, in HTML a picture with the same table under it."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from growth.rules.charts import FENCE, Bars, Chart, Heat, described, table
from growth.rules.lineage import Lineage
from growth.text.markdown import literal

if TYPE_CHECKING:
    from growth.reports.drawing import Drawing

# With fewer corners a radar is no shape, with more its names do not fit; more lines hide each other.
CORNERS, LINES = range(3, 13), 4
_INFO = re.compile(r"chart[ \t]+([A-Za-z0-9_-]+)")


def name_in(info: str) -> str:
    """Return the chart's name in a fence's first line, or nothing."""
    found = _INFO.fullmatch(info.strip())
    return found[1] if found else ""


def tables(markdown: str, charts: Mapping[str, Chart]) -> str:
    """Return a document in which a table, or a graph in Mermaid, stands for each chart."""
    return FENCE.sub(lambda match: _table(charts[match[1]]), markdown)


def _table(chart: Chart) -> str:
    if isinstance(chart, Lineage):
        from growth.reports.mermaid import graph

        return graph(chart)
    found = table(chart)
    numbers = "---" if isinstance(chart, Bars) and chart.steps else "--:"
    lines = [_row(found.head), _row(["---", *[numbers] * (len(found.head) - 1)], safe=False)]
    return "\n".join([f"*{_cell(chart.title)}*", "", *lines, *map(_row, found.rows)])


def _row(cells: "tuple[str, ...] | list[str]", *, safe: bool = True) -> str:
    return f"| {' | '.join(map(_cell, cells) if safe else cells)} |"


def _cell(text: str) -> str:
    # In a table a bar ends a cell wherever it stands, within code and links too.
    return literal(text).replace("|", "\\|")


def figure(chart: Chart, number: int) -> str:
    """Return a chart as HTML: the picture, described in words, and its table to open."""
    from growth.reports.drawing import WIDTH, escape

    title, words = f"chart-{number}-title", f"chart-{number}-words"
    drawn = _drawn(chart)
    return (
        f'<figure class="chart">\n<figcaption>{escape(chart.title)}</figcaption>\n<div class="picture">'
        f'<svg role="img" aria-labelledby="{title}" aria-describedby="{words}" '
        f'viewBox="0 0 {WIDTH} {drawn.height:g}" class="{drawn.kind}">\n'
        f'<title id="{title}">{escape(chart.title)}</title>\n'
        f'<desc id="{words}">{escape(described(chart))}</desc>\n{drawn.text}</svg></div>\n'
        f"<details>\n<summary>As a table</summary>\n{_as_table(chart)}</details>\n</figure>\n"
    )


def _as_table(chart: Chart) -> str:
    from growth.reports.drawing import escape

    found = table(chart)
    head = "".join(f'<th scope="col">{escape(cell)}</th>' if cell else "<td></td>" for cell in found.head)
    rows = ""
    for name, *cells in found.rows:
        values = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
        rows += f'<tr><th scope="row">{escape(name)}</th>{values}</tr>\n'
    return f"<table>\n<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{rows}</tbody>\n</table>\n"


def _drawn(chart: Chart) -> "Drawing":
    if isinstance(chart, Lineage):
        from growth.reports.drawn_lineage import flow

        return flow(chart)
    if isinstance(chart, Heat):
        from growth.reports.drawn_heat import heat

        return heat(chart)
    if chart.steps and len(chart.rows) in CORNERS and len(chart.series) <= LINES:
        from growth.reports.drawn_radar import radar

        return radar(chart)
    from growth.reports.drawn_bars import bars

    return bars(chart)
