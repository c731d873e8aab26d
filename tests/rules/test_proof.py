"""What shows a criterion is told to nobody who may not see it."""

import datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from growth.records.action import Action
from growth.records.answer import NAMINGS, READERS, Answer, Reply
from growth.records.dates import Day
from growth.records.entry import SHARES, Entry, Metric
from growth.records.ladder import Criterion
from growth.records.session import Session
from growth.rules import audience, consent, material
from growth.rules.assessment_sheet import Row, Shown
from growth.rules.audience import ME, Audience
from growth.rules.cited import Citable
from growth.rules.proof import Proof, Prover, nearest

TODAY = Day(2026, 11, 24)
NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
CRITERION = Criterion(id="c1", theme="t", level="L2", summary="Builds pipelines that run at night.")
MANAGER = Audience(kind="manager", word="manager", handles=frozenset(("eva",)))
TEAM = Audience(kind="team", word="team")
AUDIENCES = st.sampled_from((ME, MANAGER, TEAM))


def entry(number: int = 0, **fields: Any) -> Entry:
    given: dict[str, Any] = {"day": Day(2026, 11, 3), "title": "a pipeline"} | fields
    return Entry(id=f"j261103-000{number}", created=NOW, **given)


def answer(number: int, person: str, *texts: str, **fields: Any) -> Answer:
    replies = tuple(Reply(question=f"Q{place}?", text=text) for place, text in enumerate(texts))
    return Answer(
        id=f"f261103-000{number}", person=person, day=Day(2026, 11, 3), replies=replies, created=NOW, **fields
    )


def proof(*records: Citable, whom: Audience = ME, owner: str = "", extra: tuple[Shown, ...] = ()) -> Proof:
    by_ref = {f"{owner}:{record.id}" if owner else record.id: record for record in records}
    shown = [
        Shown(record=ref, day=one.day, source=one.source, person=one.person or owner)
        for ref, record in by_ref.items()
        if (one := material.of_record(record, lambda handle, _: "manager" if handle == "eva" else "peer"))
    ]
    row = Row(criterion=CRITERION, theme="Craft", evidence=(*shown, *extra))
    return Prover(whom, by_ref, str, TODAY).proof(row)


ENTRIES = st.builds(
    entry, st.integers(0, 9), share=st.sampled_from(SHARES), about=st.sampled_from(("", "ana"))
)
ANSWERS = st.builds(
    answer, st.integers(0, 9), st.sampled_from(("ana", "bo", "kim", "eva")), st.just("well done"),
    share=st.sampled_from(SHARES), reader=st.sampled_from(READERS), name=st.sampled_from(NAMINGS),
)  # fmt: skip


@given(st.lists(ENTRIES | ANSWERS, max_size=8, unique_by=lambda record: record.id), AUDIENCES)
def test_whatever_is_told_may_be_seen_and_nothing_is_lost(
    those: list[Entry | Answer], whom: Audience
) -> None:
    found = proof(*those, whom=whom)
    by_id = {record.id: record for record in those}
    for piece in found.pieces:
        assert audience.may_see(by_id[piece.ref], whom)  # type: ignore[arg-type]  # a piece is no answer
    for quote in found.quotes:
        said = by_id[quote.ref]
        assert isinstance(said, Answer)
        assert consent.may_read(said, whom) and (whom is ME or consent.quotable(said))
    told = len(found.pieces) + len(found.quotes)
    counted = consent.heard([one for one in those if isinstance(one, Answer)], whom).counted
    assert told + len(counted) + found.withheld == len(those)
    assert found.counted == len({one.person for one in counted})
    assert ("none" in found.flags) == (not told and not counted)


@given(st.lists(ENTRIES | ANSWERS, max_size=5, unique_by=lambda record: record.id), AUDIENCES)
def test_what_others_handed_over_is_for_me_and_for_them(those: list[Entry | Answer], whom: Audience) -> None:
    for owner in ("ana", "eva"):
        found = proof(*those, whom=whom, owner=owner)
        known = whom is ME or (owner == "eva" and whom is MANAGER)
        assert found.withheld == (0 if known else len(those))
        assert len(found.pieces) + len(found.quotes) == (len(those) if known else 0)


def test_the_strongest_comes_first() -> None:
    plain, win = entry(0), entry(1, kind="win")
    measured = entry(2, metrics=(Metric("p99", "210"),), impact="fewer timeouts", day=Day(2026, 1, 3))
    linked = entry(3, links=("https://git.example.com/7",), day=Day(2026, 11, 4))
    found = proof(plain, win, measured, linked)
    assert [piece.ref for piece in found.pieces] == [measured.id, linked.id, win.id, plain.id]


def test_of_an_answer_and_a_meeting_what_fits_is_told() -> None:
    said = answer(0, "eva", "Talks are good.", "The pipeline runs each night since.", name="named")
    met = Session(
        id="s261103-0000", person="kim", day=TODAY, shared="- holidays\n- night runs of pipelines",
        private="what I saw of Kim", created=NOW,
    )  # fmt: skip
    kept = Action(id="t261103-0000", text="a promise", day=TODAY, state="done", closed=TODAY, created=NOW)
    found = proof(said, met, kept)
    assert [(one.kind, one.text, one.person) for one in found.pieces] == [
        ("session", "- night runs of pipelines", "kim"), ("action", "a promise", ""),
    ]  # fmt: skip
    (quote,) = found.quotes
    assert (quote.text, quote.question, quote.manager) == ("The pipeline runs each night since.", "Q1?", True)
    assert found.flags == ("one-person",)


def test_what_is_gone_is_counted_for_me() -> None:
    gone = Shown(record="j250101-0000")
    assert proof(entry(), extra=(gone,)).gone == 1
    assert proof(entry(share="team"), extra=(gone,), whom=TEAM).gone == 0


def test_without_words_in_common_the_first_is_told() -> None:
    assert nearest(CRITERION, ["", " one ", "other"]) == "one"
    assert nearest(CRITERION, []) == ""
