"""The recap of a session: what was agreed, and only what that person may see."""

import datetime
from typing import Any

from growth.records.action import Action
from growth.records.person import Person, Relation
from growth.records.session import AgendaItem, Session
from growth.rules.audience import audience
from growth.rules.recap import recap, text

Day = datetime.date
TODAY = Day(2026, 11, 24)
NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
ANA = Person(id="p1", name="Ana Silva", handles=("ana",), relations=(Relation("direct"),), created=NOW)
HER = audience("@ana", [ANA], TODAY)
SESSION = Session(id="s261117-aaaa", person="ana", day=Day(2026, 11, 17), shared="Four on call.", created=NOW)


def action(what: str, **fields: Any) -> Action:
    base: dict[str, Any] = {
        "text": what,
        "person": "ana",
        "day": Day(2026, 11, 10),
        "share": "person",
        "created": NOW,
    }
    return Action(**(base | fields))


def test_actions_of_every_other_audience_stay_out() -> None:
    actions = [
        action("for her", origin=SESSION.id),
        action("for the team", share="team"),
        action("private", share="private", origin=SESSION.id),
        action("for my manager", share="manager", origin=SESSION.id),
        action("with bo", person="bo"),
        action("dropped", state="dropped", origin=SESSION.id),
        action("done before", state="done", closed=TODAY),
        action("made since", day=Day(2026, 11, 20)),
        action("done in it", state="done", origin=SESSION.id, owner="ana"),
    ]
    found = recap(SESSION, ANA, actions, [], str, TODAY, HER)
    assert found is not None
    assert (found.agreed, found.open) == (("ana: done in it (done)", "me: for her"), ("me: for the team",))


def test_a_session_that_is_not_hers_has_no_recap() -> None:
    import msgspec

    for share in ("private", "manager"):
        assert recap(msgspec.structs.replace(SESSION, share=share), ANA, [], [], str, TODAY, HER) is None


def test_an_empty_one_is_one_line() -> None:
    session = Session(
        person="ana", kind="mentoring", day=TODAY, agenda=(AgendaItem(text="x", added=TODAY, private=True),),
        created=NOW,
    )  # fmt: skip
    found = recap(session, ANA, [], session.agenda, str, TODAY, HER)
    assert found is not None and text(found) == "Our mentoring session on Tue 24 Nov 2026 (Ana Silva)\n"


def test_what_i_am_late_with_stands_first_of_what_is_open() -> None:
    actions = [
        action("hers, late for longer", owner="ana", due=Day(2026, 11, 9)),
        action("mine, late", due=Day(2026, 11, 20)),
        action("mine, in time", due=Day(2026, 12, 1)),
        action("hers, in time", owner="ana", due=Day(2026, 11, 27)),
    ]
    found = recap(SESSION, ANA, actions, [], str, TODAY, HER)
    assert found is not None
    assert [line.partition(" (")[0] for line in found.open] == [
        "me: mine, late", "ana: hers, late for longer", "ana: hers, in time", "me: mine, in time",
    ]  # fmt: skip
