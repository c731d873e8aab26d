"""A week: what the journal lacks, in order, with what may tell it already, and what is promised next."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from growth.records.action import Action
from growth.records.dates import Day, Period
from growth.records.entry import Entry, Share
from growth.records.imported import Found, Reading
from growth.rules.week import Week, entry, merged, ref, week
from growth.rules.week_meetings import Meetings

NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
TODAY = NOW.date()
PERIOD = Period(Day(2026, 11, 18), Day(2026, 11, 25))


def logged(title: str, day: int = 24, **more: object) -> Entry:
    return Entry(id=f"j2611{day}-0001", day=Day(2026, 11, day), title=title, created=NOW, **more)  # type: ignore[arg-type]  # fields of an entry


def commits(*subjects: str, day: int = 23, version: str = "v1") -> Found:
    body = "\n".join(f"- {subject}" for subject in subjects) if len(subjects) > 1 else ""
    return Found(
        line=1, day=Day(2026, 11, day), precision="day", title=subjects[0], body=body, project="ranker",
        source=f"git:ranker:2026-11-{day}", version=version,
    )  # fmt: skip


def looked_at(
    *found: Found, entries: tuple[Entry, ...] = (), actions: tuple[Action, ...] = (),
) -> Week:  # fmt: skip
    return week(
        PERIOD, TODAY, entries=entries, readings=[Reading(format="git", found=found)], meetings=Meetings(),
        actions=actions,
    )  # fmt: skip


def test_what_git_knows_and_the_journal_does_not() -> None:
    like = logged("Ranker cache in place")
    result = looked_at(
        commits("Add a ranker cache"), commits("Tidy", day=19), commits("Before", day=17), entries=(like,)
    )
    assert [(item.found.title, item.like, item.where) for item in result.items] == [
        ("Tidy", None, "git"), ("Add a ranker cache", like, "git"),
    ]  # fmt: skip
    assert (result.first, result.last) == (Day(2026, 11, 18), TODAY)


def test_what_was_imported_is_not_found_again_until_it_has_more() -> None:
    kept = entry(looked_at(commits("Tidy")).items[0], today=TODAY, created=NOW, share="private")
    assert (kept.day, kept.project, kept.source) == (Day(2026, 11, 23), "ranker", "git:ranker:2026-11-23#v1")
    assert looked_at(commits("Tidy"), entries=(kept,)).items == ()
    more = commits("Tidy", "Measure", version="v2")
    (item,) = looked_at(more, entries=(kept,)).items
    assert item.like == kept and item.renewed is not None
    assert (item.renewed.body, item.renewed.source) == ("- Tidy\n- Measure", "git:ranker:2026-11-23#v2")
    rewritten = entry(looked_at(commits("Tidy")).items[0], today=TODAY, created=NOW, share="private")
    rewritten = Entry(
        day=rewritten.day, title="In my own words", source=rewritten.source, created=NOW, changed=NOW
    )
    result = looked_at(more, entries=(rewritten,))
    assert (result.items, result.edited) == ((), (rewritten,))


def test_what_was_skipped_is_counted_and_not_proposed_until_it_has_more() -> None:
    def after(*found: Found, entries: tuple[Entry, ...] = ()) -> tuple[list[str], int]:
        result = week(
            PERIOD, TODAY, entries=entries, readings=[Reading(format="git", found=found)],
            meetings=Meetings(), actions=(), skipped={"git:ranker:2026-11-23#v1"},
        )  # fmt: skip
        return [item.found.title for item in result.items], result.skipped

    assert after(commits("Tidy"), commits("Other", day=19)) == (["Other"], 1)
    assert after(commits("Tidy", "Measure", version="v2")) == (["Tidy"], 0)
    # More of what was kept can be skipped, too.
    kept = logged("Tidy", 23, source="git:ranker:2026-11-23#v0")
    assert after(commits("Tidy"), entries=(kept,)) == ([], 1)


def test_what_was_logged_is_mine_and_on_a_day_of_the_week() -> None:
    entries = (
        logged("Second", 24), logged("First", 18), logged("Before", 17), logged("A note", 23, about="ana"),
        logged("Some time in November", 23, precision="month"),
    )  # fmt: skip
    assert [one.title for one in looked_at(entries=entries).logged] == ["First", "Second"]


def test_promises_are_those_until_the_end_of_next_week() -> None:
    def action(text: str, due: Day | None, owner: str = "me") -> Action:
        return Action(id="t261101-0001", text=text, owner=owner, day=Day(2026, 11, 1), due=due, created=NOW)

    result = looked_at(
        actions=(
            action("next Sunday", Day(2026, 12, 6)), action("late", Day(2026, 11, 20)),
            action("no day", None),
            action("after", Day(2026, 12, 7)), action("theirs", Day(2026, 12, 1), "ana"),
        )
    )  # fmt: skip
    assert result.until == Day(2026, 12, 6)
    assert [one.action.text for one in result.mine] == ["late", "next Sunday"]
    assert [one.action.text for one in result.theirs] == ["theirs"]


def test_a_reference_stays_when_a_day_gets_more_commits() -> None:
    one, two = looked_at(commits("a")).items[0], looked_at(commits("a", "b", version="v2")).items[0]
    assert one.ref == two.ref == ref("git:ranker:2026-11-23")
    assert len(one.ref) == 4


SHARES = st.sampled_from(["private", "person", "manager", "team"])


@given(SHARES, SHARES)
def test_merging_lets_nobody_read_more_and_takes_no_reader_away(mine: Share, theirs: Share) -> None:
    into = logged("Ranker cache", share=mine)
    new = logged("Add a cache", share=theirs, source="git:x:1", links=("https://example.org/1",))
    result = merged(into, new)
    assert result.share == mine or mine == theirs
    assert "git:x:1" in result.source
    assert ("Add a cache" in result.body) == (mine == theirs) == bool(result.links)
