"""growth feedback ask: questions to somebody, one request for each."""

import os

import click

from growth import clock
from growth.app import App, pass_app
from growth.commands import options
from growth.commands.feedback_paper import NAMELESS, names_of, paper_of
from growth.commands.follow_up import Follow, follow
from growth.errors import Refused, WrongUsage
from growth.records.dates import Day
from growth.records.ids import ALPHABET
from growth.records.person import Person
from growth.records.request import USES, Asked, Request
from growth.rules import question_sets, requests
from growth.store.change import changing
from growth.store.people import People
from growth.text.fold import fold

MOST = 10


@click.command()
@click.argument("persons", nargs=-1, required=True, metavar="PERSON...")
@click.option("--about", metavar="WHAT", help="A person, +project or words; else me.")
@click.option("--set", "set_", metavar="NAME", help="The questions: see growth feedback sets list.")
@click.option(
    "--pick",
    type=int,
    multiple=True,
    metavar="N",
    help="Question N of the set; repeatable, else the first three.",
)
@click.option(
    "--question", "own", multiple=True, metavar="TEXT", help="A question in your own words; repeatable."
)
@options.due
@click.option(
    "--used-for", type=click.Choice(USES), default="growth", help="What for: growth (default), or a review."
)
@click.option("--follow-up", metavar="ID", help="An action: ask who led to it whether it changed anything.")
@pass_app
def ask(
    app: App,
    /,
    persons: tuple[str, ...],
    about: str | None,
    set_: str | None,
    pick: tuple[int, ...],
    own: tuple[str, ...],
    due: str | None,
    used_for: str,
    follow_up: str | None,
) -> None:
    """Ask somebody for feedback: one request for each, to paste in chat or mail.

    Nothing is sent. A request holds nothing of your records but its own questions.

    \b
      growth feedback ask ana bo --about 'the ranker launch' --set collaboration --due friday
      growth feedback ask kim --question 'What should I stop doing?'
      growth feedback ask ana --follow-up 7k3q
    """
    people = app.people
    asked = list({person.id: person for person in (people.require(name) for name in persons)}.values())
    again = follow(app, people, follow_up) if follow_up else Follow()
    topic = requests.about(about if about is not None else again.about or "me", people.everyone)
    _check(people, asked, topic, again)
    day = _due(app, due)
    questions = _questions(app, people, topic, set_, pick, own, again)
    before = app.store.all(Request)
    with changing(app.store, "feedback ask") as change:
        taken = requests.markers(app.store.all(Request))
        new = [
            change.add(
                Request(
                    person=person.handle,
                    about=topic,
                    questions=question_sets.marked(questions, taken, _marker),
                    day=app.today,
                    due=day,
                    used_for=used_for,  # type: ignore[arg-type]  # click has checked the choice
                    follows=again.action,
                    quoted=again.quoted,
                    created=app.now(),
                )
            )
            for person in asked
        ]
    if again.early:
        app.screen.say(again.early)
    _say_asked_before(app, people, before, new)
    _show(app, people, new)


def _marker() -> str:
    return "q" + "".join(ALPHABET[byte % 32] for byte in os.urandom(3))


def _check(people: People, asked: list[Person], topic: str, again: Follow) -> None:
    for person in asked:
        if topic.startswith("@") and people.same(topic, person.handle):
            raise WrongUsage(f"{person.handle} cannot be asked about {person.handle}", "ask somebody else")
        if again.giver and not people.same(again.giver, person.handle):
            # Whose words they are is for nobody else to read.
            raise Refused(
                f"{again.action} did not come from what {person.handle} said",
                "--follow-up goes to the one whose feedback it was",
            )


def _due(app: App, due: str | None) -> Day | None:
    day = clock.day(due, app.today, "ahead") if due else None
    if day is not None and day < app.today:
        raise WrongUsage(f"{day} is over", "name a day from today on")
    return day


def _questions(
    app: App,
    people: People,
    topic: str,
    set_: str | None,
    pick: tuple[int, ...],
    own: tuple[str, ...],
    again: Follow,
) -> list[Asked]:
    """Return what is asked: of a set, in own words, or whether a step changed anything."""
    if pick and not set_:
        raise WrongUsage("--pick names questions of a set, and no set is named", "give it with --set NAME")
    name = set_ or ("" if own or again.action else _chosen(app))
    found: list[Asked] = [*question_sets.follow_up(again.text)] if again.action else []
    if name:
        from growth.commands.feedback_sets import set_named

        whole = set_named(app, name)
        whole_of = requests.subject(topic, names_of(people))
        words = question_sets.subject_for(whole, name, topic, whole_of)
        if words != whole_of and app.screen.is_terminal:
            app.screen.say(
                (f"the questions of {name} are about people, so they ask about you in it; "
                 "about the work itself: --set project", "dim")
            )  # fmt: skip
        found += [
            question_sets.put(question, name, whole.aim, words)
            for question in question_sets.picked(whole, pick, name)
        ]
    found += [question_sets.own(text) for text in own]
    if len(found) > MOST:
        raise WrongUsage(
            f"{len(found)} questions are more than anybody answers", f"at most {MOST}; three are best"
        )
    return found


def _chosen(app: App) -> str:
    from growth.commands.feedback_sets import names, set_named
    from growth.terminal.prompts import choose, need_terminal

    need_terminal(app.screen, "what to ask", "--set NAME, or --question TEXT")
    return choose(
        "Which questions?", [(name, f"{name}: {set_named(app, name).title}") for name in names(app)]
    )


def _say_asked_before(app: App, people: People, before: list[Request], new: list[Request]) -> None:
    for request in new:
        waiting = next(
            (
                one
                for one in reversed(before)
                if people.same(one.person, request.person)
                and fold(one.about) == fold(request.about)
                and requests.state(one, app.today) in requests.OPEN
            ),
            None,
        )
        if waiting is not None:
            words = requests.standing(waiting, (), app.today).words
            if waiting.state == "drafted":
                app.screen.say(f"{waiting.id} to {request.person} about the same is {words}")
            else:
                app.screen.say(f"{request.person} has not answered {waiting.id} about the same yet: {words}")


def _show(app: App, people: People, new: list[Request]) -> None:
    if not app.screen.is_terminal:
        for request in new:
            app.screen.out(request.id)
        return
    for request in new:
        app.screen.say((request.id, "id"), f"  to {people.name(request.person)}, to paste in chat or mail:")
        app.screen.data(paper_of(app, people, request) + "\n")
    if not app.config.text("me.name"):
        app.screen.say(NAMELESS)
    last = new[-1].id
    app.screen.say((f"once it is out, or as mail or a form: growth feedback send {last}", "dim"))
