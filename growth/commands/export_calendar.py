"""Meetings and due days as a calendar."""

from collections.abc import Iterator, Mapping, Sequence

from growth.app import App
from growth.commands import pairs
from growth.exchange import ics_series
from growth.records.dates import Period
from growth.records.kinds import Record
from growth.records.mentorship import Mentorship
from growth.records.person import Person
from growth.records.session import Session
from growth.rules import meetings
from growth.rules.dated import dated
from growth.rules.series import Series, mentoring, one_on_one


def text(app: App, records: Sequence[Record], period: Period, names: Mapping[str, str]) -> str:
    """Return what stands on days, and the meetings ahead of those people that go out, too."""
    days = dated(records, period, lambda handle: names.get(handle, handle))
    ahead = [one for one in _series(app, records) if one and one.first in period]
    return ics_series.write(ahead, app.now(), days)


def _series(app: App, records: Sequence[Record]) -> Iterator[Series | None]:
    people = [one for one in records if isinstance(one, Person)]
    known = {one.handle for one in people}
    mentored = set()
    for pair in (one for one in records if isinstance(one, Mentorship) and one.until is None):
        if app.people.canonical(pair.person) in known:
            who = pairs.with_(app.people, pair)
            mentored.add(who.handle)
            yield mentoring(pair, pairs.meeting(app, pair, who))
    held = [one for one in records if isinstance(one, Session)]
    # How often one meets a mentor or a mentee is said of the person too; that is no 1:1 besides.
    for one in meetings.one_on_ones(held, people, app.today):
        if one.last or one.topics or one.person.handle not in mentored:
            yield one_on_one(one)
