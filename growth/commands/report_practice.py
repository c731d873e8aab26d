"""growth report practice: the register as a page."""

from growth.app import App
from growth.commands.audiences import names_of, say_former, say_withheld
from growth.commands.register import ADD, checked, practices
from growth.commands.report_asked import Asked
from growth.errors import Refused, WrongUsage
from growth.records.dates import EVER, Period
from growth.rules.audience import cut
from growth.rules.practice_page import page
from growth.rules.practices import begun


def write(app: App, asked: Asked) -> None:
    """Write what my models are made of, and how sound that is."""
    from growth.reports.engine import render
    from growth.reports.practice import context

    if asked.project or asked.period != EVER:
        raise WrongUsage(f"{asked.name} is the register as it is today", "leave --project and the time out")
    whom, every, found = asked.whom(app), practices(app), checked(app)
    if found is None:
        raise Refused("there is nothing in the register", f"add the first: {ADD}")
    visible, withheld = cut(every, whom)
    entries, _ = cut(app.store.entries(Period(begun(every), None)), whom)
    told = page(visible, entries, found, whom.word, app.today)
    share = "manager" if "manager" in whom.shares else "team"
    say_withheld(
        app,
        whom,
        len(visible),
        withheld,
        f"growth practice list, then: growth practice edit NAME --share {share}",
    )
    say_former(app, whom, lambda who: cut(every, who)[1])
    markdown = render(asked.name, context(told, names_of(app)), home=app.home)
    asked.emit(app, markdown, context=told, title=f"Practice {app.today}", charts=told.charts)
