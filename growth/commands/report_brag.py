"""growth report brag: what I did, by project."""

from growth.app import App
from growth.commands.audiences import names_of, say_former, say_withheld
from growth.commands.report_asked import Asked
from growth.commands.reusers import with_reusers
from growth.commands.shared import names_in, shared
from growth.records.dates import EVER, Period
from growth.rules.audience import cut
from growth.rules.brag import Brag, brag, is_told
from growth.rules.day_words import counted
from growth.rules.select import falls_in
from growth.text.fold import fold


def write(app: App, asked: Asked) -> None:
    """Write what I did in a period as a document; about somebody else, what they shared of it."""
    if asked.about:
        _about(app, asked)
        return
    whom, period, project = asked.whom(app), asked.lately(app), asked.project
    done = [entry for entry in app.store.entries(period) if is_told(entry) and _of(entry.project, project)]
    found = [entry for entry in done if falls_in(entry, period)]
    visible, withheld = cut(found, whom)
    told = with_reusers(app, visible, whom)
    result = brag(told, period, app.today, audience=whom.word, project=(project or "").lstrip("+"))
    if undated := len(done) - len(found):
        app.screen.say(
            f"{counted(undated, 'entry', 'entries')} without a day left out: growth list --undated"
        )
    say_withheld(app, whom, len(visible), withheld, f"growth curate{_option(period)}")
    say_former(app, whom, lambda who: cut(found, who)[1])
    markdown = _markdown(app, asked.name, result, names_of(app))
    asked.emit(app, markdown, context=result, title=f"{asked.name} {period.label}".strip())


def _about(app: App, asked: Asked) -> None:
    """Write what somebody shared of a period."""
    period, (person, theirs) = asked.lately(app), shared(app, asked)
    found = [one for them in theirs for one in them.entries if _of(one.project, asked.project)]
    project = (asked.project or "").lstrip("+")
    result = brag(found, period, app.today, project=project, about=person.handle)
    markdown = _markdown(app, asked.name, result, names_in(person))
    asked.emit(app, markdown, context=result, title=f"{asked.name} {person.name} {period.label}".strip())


def _of(project: str, wanted: str | None) -> bool:
    return wanted is None or fold(project) == fold(wanted.removeprefix("+"))


def _option(period: Period) -> str:
    if period.start and not period.end:
        return f" --since {period.start}"
    return f" --period '{period.label}'" if " " in period.label else f" --period {period.label}"


def _markdown(app: App, name: str, result: Brag, names: dict[str, str]) -> str:
    from growth.reports.brag import context
    from growth.reports.engine import render

    elsewhere = "" if result.total or result.about else _elsewhere(app, Period(result.start, result.end))
    return render(name, context(result, names, elsewhere), home=app.home)


def _elsewhere(app: App, period: Period) -> str:
    """Return the newest year that the journal holds something of outside a period, or nothing."""
    inside = set(app.store.months(period))
    outside = [stem for stem in app.store.months(EVER) if stem not in inside]
    return outside[0].rpartition("/")[2][:4] if outside else ""
