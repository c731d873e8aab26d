"""Gaps: flags from the evidence that counts, and a step for each."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from growth.records.assessment import Rating
from growth.records.dates import Day
from growth.records.ladder import Criterion
from growth.rules.assessment_sheet import Row, Sheet, Shown
from growth.rules.gaps import FLAGS, Gap, gaps

TODAY = Day(2026, 11, 24)
CRITERION = Criterion(id="c1", theme="t", level="L2", summary="Does it; it's seen.", markers=("it",))
SHOWN = st.builds(
    Shown,
    record=st.just("j1"),
    day=st.none() | st.dates(Day(2025, 1, 1), TODAY),
    source=st.sampled_from(("self", "artefact")),
) | st.builds(
    Shown,
    record=st.just("f1"),
    day=st.dates(Day(2025, 1, 1), TODAY),
    source=st.sampled_from(("peer", "manager")),
    person=st.sampled_from(("ana", "bo")),
)


def gap(*shown: Shown, rating: Rating | None = None, goals: tuple[str, ...] = ()) -> Gap:
    row = Row(criterion=CRITERION, theme="Craft", rating=rating, evidence=shown)
    sheet = Sheet(
        id="a1", about="me", ladder="small", version="1", target="L2", period="2026-H2", finished=None,
        reopened=(), judged=0, asked=1, verdict="", missing=(), rows=(row,),
    )  # fmt: skip
    return gaps(sheet, lambda _: (), TODAY, ask=("ana", "bo"), goals=goals).rows[0]


@given(st.lists(SHOWN, max_size=5))
def test_flags_say_what_the_evidence_lacks(shown: list[Shown]) -> None:
    there = [one for one in shown if one.day]
    found = gap(*shown)
    people = {one.person for one in there if one.person}
    assert found.evidence == len(there) == sum(found.sources.values())
    assert ("none" in found.flags) == (not there)
    assert ("own-word" in found.flags) == (bool(there) and {one.source for one in there} == {"self"})
    assert ("one-person" in found.flags) == (len(people) == 1)
    newest = max((one.day for one in there if one.day), default=TODAY)
    assert ("stale" in found.flags) == (TODAY - newest > datetime.timedelta(days=90))
    assert set(found.flags) <= FLAGS.keys()
    # Every gap has something to run, and nobody is asked twice.
    assert not found.flags or found.next or people == {"ana", "bo"}
    assert not people & {step.why.removeprefix("ask ") for step in found.next}


def test_commands_are_quoted_for_a_shell() -> None:
    ask = next(step.command for step in gap().next if step.why == "ask ana")
    assert ask.endswith("""'When did you see me do this, and what came of it: Does it; it'"'"'s seen.'""")


def test_what_is_done_or_is_a_goal_is_made_no_goal() -> None:
    goal = "growth goal add --from small/c1"
    done = Rating(criterion="c1", judgement="doing", statement="seen", day=TODAY)
    low = Rating(criterion="c1", judgement="starting", day=TODAY)
    fresh = Shown(record="j1", day=TODAY, source="artefact")
    assert goal in [step.command for step in gap().next]
    assert goal in [step.command for step in gap(fresh, rating=low).next]
    assert goal not in [step.command for step in gap(rating=done).next]
    assert goal not in [step.command for step in gap(goals=("small/c1",)).next]
    assert gap(fresh, rating=done).next == ()
