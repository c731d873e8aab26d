"""A lineage as a picture and as a graph: no text of a record is markup, no colour says anything alone."""

import itertools
import re

from growth.records.practice import Derived
from growth.reports.charts import figure, tables
from growth.reports.drawn_lineage import DRAWN, flow
from growth.reports.mermaid import graph
from growth.rules.lineage import Lineage, lineage
from growth.rules.practices import Register
from tests.rules.registers import dataset, model, sound


def of(*names: str, by: str = "") -> Lineage:
    """Return a line of datasets, each made of the next."""
    those = [dataset(a, derived=(Derived(b, by),)) for a, b in itertools.pairwise(names)]
    return lineage(Register(those), those[0])


def test_each_thing_is_a_box_and_each_arrow_ends_in_a_point() -> None:
    text = figure(lineage(Register(sound()), model("ranker")), 1)
    assert (text.count('<rect class="node"'), text.count("<polygon")) == (6, 6)
    assert "<desc" in text and "reviews-train comes from reviews-raw (split 90/10)." in text
    assert '<tr><th scope="row">train</th><td>pipeline</td>' in text


def test_what_no_register_knows_has_another_outline() -> None:
    assert flow(of("a", "b")).text.count("stroke-dasharray") == 1
    assert "  style n1 stroke-dasharray: 4 3\n```" in graph(of("a", "b"))


def test_text_of_a_record_is_no_markup() -> None:
    found = of('<b>"one"</b>', "two|%%{init}", by='a"]; click n0 "javascript:x"')
    assert "<b>" not in figure(found, 1)
    assert graph(found).splitlines()[2:5] == [
        '  n0["#60;b#62;#34;one#34;#60;/b#62;<br/>dataset"]',
        '  n1["two#124;%%#123;init#125;<br/>not in the register"]',
        '  n1 -->|"a#34;#93;#59; click n0 #34;javascript:x#34;"| n0',
    ]
    assert tables("```chart one\n```\n", {"one": found}).startswith("```mermaid\n")


def test_a_circle_is_drawn_too() -> None:
    those = [dataset("a", derived=(Derived("b"),)), dataset("b", derived=(Derived("a"),))]
    drawn = flow(lineage(Register(those), those[0]))
    assert drawn.text.count("<polygon") == 2


def test_of_very_many_the_nearest_are_drawn() -> None:
    drawn = flow(of(*map(str, range(400))))
    assert drawn.text.count("<rect") == DRAWN
    assert "and 340 more, in the table" in drawn.text


def test_boxes_lie_beside_each_other_and_within_the_picture() -> None:
    root = dataset("all", derived=tuple(Derived(f"part {number}") for number in range(11)))
    drawn = flow(lineage(Register([root]), root))
    found = re.findall(r'<rect class="node" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)"', drawn.text)
    spots = sorted((float(y), float(x), float(wide)) for x, y, wide in found)
    assert len(spots) == 12
    assert all(x >= 0 and x + wide <= 640.1 for _, x, wide in spots)
    for (y, x, wide), (below, right, _) in itertools.pairwise(spots):
        assert below > y or right >= x + wide
