"""A kind nudge: what stands before a request that is pasted a second time."""

from growth.records.dates import Day
from growth.records.request import Request
from growth.rules.day_words import ago, day_words
from growth.text.clean import one_line


def nudge(request: Request, giver: str, today: Day) -> str:
    """Return the lines of a nudge; `request` is as it was before it."""
    asked = ago(request.sent or request.day, today)
    late = request.due is not None and request.due < today
    when = f", by {day_words(request.due, today)}" if request.due and not late else ""
    pressing = "It would still help me" if late else "It would help me"
    last = " I will not ask about it again." if request.reminded else ""
    return (
        f"Hi {one_line(giver)}, {asked} I asked you for feedback{when}.\n"
        f"{pressing}, and a line or two is plenty. If it does not suit you, that is fine.{last}\n"
    )
