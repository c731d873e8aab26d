"""growth report mentorship, mentoring-programme and mentor-coaching."""

from growth.app import App
from growth.commands import pairs
from growth.commands.audiences import audience_of, names_of, say_former, say_withheld
from growth.commands.report_asked import Asked
from growth.errors import Refused, WrongUsage
from growth.records.action import Action
from growth.records.entry import Entry
from growth.records.mentorship import Mentorship
from growth.records.observation import Observation
from growth.records.session import Session
from growth.rules import coaching as seen
from growth.rules import programme as rules
from growth.rules.agenda import with_person
from growth.rules.audience import may_see
from growth.rules.coaching import ME
from growth.rules.pair_page import Material, PairPage, pair_page
from growth.rules.programme import Ledger
from growth.store.others import Theirs, others


def mentorship(app: App, asked: Asked) -> None:
    """Write what became of one mentorship in a period."""
    from growth.reports.engine import render
    from growth.reports.pair_page import context

    _check(asked)
    whom = asked.whom(app)
    pair = _pair(app, asked)
    person = pairs.with_(app.people, pair)
    material = Material(
        pair=pair,
        sessions=with_person(pairs.sessions_of(app, pair, person), person, "mentoring"),
        actions=app.store.all(Action),
        outcomes=[one for one in map(app.store.get, pair.outcomes) if isinstance(one, Entry)],
    )
    # One that is closed is told of from its beginning.
    period = asked.period if pair.until else asked.lately(app)
    page = pair_page(material, person, period, app.today, whom)
    if page is None and may_see(pair, whom.ever):
        raise Refused(
            f"{pair.id} was shared with your manager before {whom.name or 'this one'}",
            "if they may read it, too: --include-former",
        )
    if page is None:
        raise Refused(
            f"{pair.id} is not for {whom.name or whom.word}: its share is {pair.share}",
            f"to change that: growth edit {pair.id} --share manager",
        )
    say_withheld(app, whom, len(page.cited), page.withheld, f"growth curate --with {person.handle}")
    say_former(app, whom, lambda who: _withheld(pair_page(material, person, period, app.today, who)))
    markdown = render(asked.name, context(page, names_of(app)), home=app.home)
    asked.emit(app, markdown, context=page, title=f"Mentorship with {person.name}")


def _withheld(page: PairPage | None) -> int:
    return page.withheld if page else 0


def _check(asked: Asked) -> None:
    if asked.project:
        raise WrongUsage(f"{asked.name} is of no project", "leave --project out")


def _pair(app: App, asked: Asked) -> Mentorship:
    """Return the pair that is asked about; without a name, the only one that is open."""
    if asked.about:
        return pairs.latest(app, asked.about, asked.role)
    open_ = [one for one in app.store.all(Mentorship) if one.until is None]
    if len(open_) == 1:
        return open_[0]
    if not open_:
        raise Refused("no mentorship is open", "begin one: growth mentor pair kim --goal TEXT")
    known = ", ".join(sorted({app.people.canonical(one.person) for one in open_}))
    raise WrongUsage("whom the mentorship is with is missing", f"--about PERSON: {known}")


def programme(app: App, asked: Asked) -> None:
    """Write who mentors whom, who could, and who has nobody."""
    from growth.reports.engine import render
    from growth.reports.programme import context

    _check(asked)
    if asked.about:
        raise WrongUsage(
            f"{asked.name} is about everybody", "one pair: growth report mentorship --about PERSON"
        )
    if audience_of(app, asked.audience).kind != "me":
        raise WrongUsage("who mentors whom was told to you, and to nobody else", "leave --for out")
    looked_after = app.people.related("direct", app.today) or app.people.related("peer", app.today)
    found = rules.programme(
        [_mine(app), *map(_theirs, others(app.store))], looked_after, asked.lately(app), app.today,
        app.people.canonical,
    )  # fmt: skip
    markdown = render(asked.name, context(found, names_of(app)), home=app.home)
    asked.emit(app, markdown, context=found, title="Who mentors whom")


def _mine(app: App) -> Ledger:
    return Ledger(owner=rules.ME, pairs=app.store.all(Mentorship), sessions=app.store.all(Session))


def _theirs(one: Theirs) -> Ledger:
    return Ledger(
        owner=one.owner, me=one.to, pairs=one.mentorships, sessions=one.sessions, entries=one.entries
    )


def coaching(app: App, asked: Asked) -> None:
    """Write what was seen of a mentor, or of myself as one."""
    from growth.reports.coaching import context
    from growth.reports.engine import render

    _check(asked)
    about = app.need(asked.about, "whom it is about", "--about PERSON, or --about me")
    person = ME if about.removeprefix("@") == ME else app.people.require(about).handle
    whom = asked.whom(app)
    if person == ME and whom.kind != "me":
        raise WrongUsage("how you look at yourself is for you alone", "leave --for out")
    those = [one for one in app.store.all(Observation) if app.people.same(one.person, person)]
    found = seen.coaching(those, person, asked.lately(app), app.today, whom)
    say_withheld(app, whom, len(found.observations), found.withheld, "growth edit ID --share person")
    markdown = render(asked.name, context(found, names_of(app)), home=app.home)
    title = "You as a mentor" if person == ME else f"{app.people.name(person)} as a mentor"
    asked.emit(app, markdown, context=found, title=title)
