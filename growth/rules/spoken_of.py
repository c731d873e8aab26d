"""When two people last spoke of something: by what was asked, and by the topics that were settled."""

from collections.abc import Iterable

from growth.records.dates import Day
from growth.records.session import Session
from growth.rules.bank import Bank
from growth.rules.fitting import leads_to


def last_spoken(held: Iterable[Session], topic: str, bank: Bank) -> Day | None:
    """Return the newest day on which a question of a topic was asked, or an item about it was settled.

    A session that was opened with the template of that name was all about it.
    """
    known = bank.by_ref
    days = [
        session.day
        for session in held
        if session.day
        and (
            session.template == topic
            or any(ref in known and known[ref].topic == topic for ref in session.asked)
            or any(item.state == "done" and leads_to(item.text, topic, bank) for item in session.agenda)
        )
    ]
    return max(days, default=None)


def remembered(held: Iterable[Session]) -> Day | None:
    """Return the day of the first session of which it is noted what was asked."""
    return min((session.day for session in held if session.day and session.asked), default=None)
