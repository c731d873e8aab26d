"""What was made for others: what options say of it, what is added later, and which entries hold none."""

import datetime

import pytest
from msgspec.structs import replace

from growth.errors import WrongUsage
from growth.records.entry import Entry, Shown
from growth.rules.cited import content_hash
from growth.rules.shown import added, check, credited, offers, reused, shown

NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
ENTRY = Entry(id="j261124-7k3q", day=NOW.date(), kind="talk", title="Monotonic clocks", created=NOW)
SAID = Shown(
    state="given", audience="the search team", artefact="https://example.com/slides",
    problem="timeouts jump", reuse="the clock package", reused_by=("search team", "kim"),
)  # fmt: skip


def test_options_say_for_whom_it_was_and_what_others_may_reuse() -> None:
    said = {
        "state": "given", "audience": "the search\nteam", "artefact": " https://example.com/slides",
        "problem": "timeouts  jump", "reuse": "the clock package",
        "reused_by": ("search team", "@kim", " kim ", ""),
    }  # fmt: skip
    assert shown(said) == SAID
    assert shown({}) == Shown()


def test_what_is_said_later_takes_the_place_of_what_was_there_and_who_reused_it_adds_up() -> None:
    assert added(Shown(state="planned", audience="all", reused_by=("ads team",)), SAID) == Shown(
        state="given", audience="the search team", artefact="https://example.com/slides",
        problem="timeouts jump", reuse="the clock package", reused_by=("ads team", "search team", "kim"),
    )  # fmt: skip
    assert added(SAID, Shown()) == SAID
    assert added(None, SAID) == SAID


@pytest.mark.parametrize("kind", ["kudos", "incident", "decision", "challenge", "note"])
def test_a_kind_that_makes_nothing_for_others_is_refused(kind: str) -> None:
    with pytest.raises(WrongUsage) as refused:
        check({"kind": kind, "shown": Shown(reuse="it")})
    assert refused.value.message == (
        f"--audience, --artefact, --problem, --reuse and --reused-by do not go with the kind {kind}"
    )
    assert refused.value.hint == "one of talk, design, work, win, review, learning: -k talk"


def test_only_a_talk_or_a_design_is_planned_given_or_attended() -> None:
    check({"kind": "design", "shown": SAID})
    check({"kind": "win", "shown": Shown(reuse="it")})
    with pytest.raises(WrongUsage, match="--state does not go with the kind win"):
        check({"kind": "win", "shown": SAID})
    with pytest.raises(WrongUsage, match="are about what you made, not ana"):
        check({"kind": "talk", "about": "ana", "shown": SAID})


def test_who_reused_it_since_changes_nothing_of_what_it_says() -> None:
    def hash_(shown: Shown | None) -> str:
        return content_hash(replace(ENTRY, shown=shown))

    assert hash_(Shown(reused_by=("ads team",))) == hash_(None)
    assert hash_(Shown(reuse="it", reused_by=("ads team",))) == hash_(Shown(reuse="it"))
    assert hash_(Shown(reuse="it")) != hash_(None)


def test_what_it_offers_is_said_or_tagged() -> None:
    assert not offers(ENTRY)
    assert not offers(replace(ENTRY, shown=Shown(state="given")))
    assert offers(replace(ENTRY, shown=SAID))
    assert offers(replace(ENTRY, tags=("Reusable",)))


def test_who_built_on_it_reused_it_once() -> None:
    assert reused(replace(ENTRY, built_on="dana:j260101-0001")) == "j260101-0001"
    assert reused(ENTRY) == ""
    assert credited(ENTRY, ()) is ENTRY
    assert credited(ENTRY, ["kim", "kim"]).shown == Shown(reused_by=("kim",))
    said = replace(ENTRY, shown=Shown(reuse="it", reused_by=("Kim",)))
    assert credited(said, ["kim", "bo"]).shown == Shown(reuse="it", reused_by=("Kim", "bo"))
