"""Assessments that others handed me, told by my names."""

import datetime
from typing import Any

from growth.records.assessment import Assessment, Evidence
from growth.rules.handed import Handed, beside, handed

NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)
TODAY = NOON.date()
ME = frozenset({"ana"})
H1, H2 = (
    (datetime.date(2026, first, 1), datetime.date(year, last, 1))
    for first, year, last in ((1, 2026, 7), (7, 2027, 1))
)


def assessment(id: str = "a1", about: str = "me", **fields: Any) -> Assessment:
    base: dict[str, Any] = {
        "ladder": "small", "target": "L2", "period": "2026-H2", "start": H2[0], "end": H2[1], "day": TODAY,
        "finished": TODAY, "created": NOON,
    }  # fmt: skip
    return Assessment(id=id, about=about, **(base | fields))


def of_eva(one: Assessment) -> Handed:
    return handed("eva", ME, one)


def test_whom_it_is_about_is_told_by_my_names() -> None:
    assert [of_eva(assessment(about=about)).assessment.about for about in ("me", "Ana", "bo")] == [
        "eva", "me", "bo",
    ]  # fmt: skip


def test_its_id_and_its_evidence_say_whose_they_are() -> None:
    links = tuple(
        Evidence(criterion="c", record=record, up=True, day=TODAY) for record in ("f1", "ana:j2", "kim:j3")
    )
    told = of_eva(assessment(evidence=links)).assessment
    assert told.id == "eva:a1"
    # Hers, mine that I had handed to her; of what Kim handed to her I know nothing.
    assert [link.record for link in told.evidence] == ["eva:f1", "j2"]


def test_beside_mine_stands_what_judges_the_same_in_the_same_time() -> None:
    mine = assessment("a9")
    others = [
        assessment("a1", "ana", period="2026-H1", start=H1[0], end=H1[1]),
        assessment("a2", "ana", ladder="other"),
        assessment("a3", "bo"),
        assessment("a4", "me"),
    ]
    assert beside(mine, map(of_eva, others)) is None
    fits = [
        assessment("a5", "ana", target="L3"),
        assessment("a6", "ana"),
        assessment("a7", "ana", start=H1[0]),
    ]
    found = beside(mine, map(of_eva, [*others, *fits]))
    assert found is not None and found.assessment.id == "eva:a6"
    assert beside(mine, map(of_eva, fits), "max") is None
    # Who judges Eva sees beside it how Eva judges herself.
    of_her = beside(assessment("a8", "eva"), map(of_eva, others))
    assert of_her is not None and of_her.assessment.id == "eva:a4"
