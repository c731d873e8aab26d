"""A kind nudge: a request as it is pasted a second time, with one greeting and no day that is past."""

from growth.records.dates import Day
from growth.records.request import Request
from growth.rules.day_words import ago
from growth.rules.request_paper import hello, long_day, paper, topic


def nudge(request: Request, *, asker: str, giver: str, about: str = "", today: Day) -> str:
    """Return a request with a nudge in place of its first line; `request` is as it was before it."""
    opening = _opening(request, hello(asker, giver), topic(about), today)
    return paper(request, asker=asker, giver=giver, about=about, opening=opening)


def _opening(request: Request, hello: str, what: str, today: Day) -> str:
    asked = ago(request.sent or request.day, today)
    late = request.due is not None and request.due < today
    when = f", best by {long_day(request.due)}" if request.due and not late else ""
    pressing = "It would still help me" if late else "It would help me"
    last = " I will not ask about it again." if request.reminded else ""
    return (
        f"{hello}{asked} I asked for your feedback on {what}{when}. "
        f"{pressing}, and a line or two is plenty. If it does not suit you, that is fine.{last}"
    )
