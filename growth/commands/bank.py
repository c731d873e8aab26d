"""growth 1on1 bank: the questions for 1:1s, those that ship and your own."""

from collections import Counter
from typing import TYPE_CHECKING, Any, cast

import click

from growth import files
from growth.app import App, named, pass_app
from growth.commands import bank_file, options
from growth.errors import Refused, WrongUsage
from growth.records.dates import Day
from growth.records.session import Session
from growth.records.thumb import Thumb
from growth.rules.bank import DEPTHS, ROLES, Bank, Depth, Draft, Question, Role, added
from growth.rules.fitting import topic_of
from growth.rules.persons import first_name, means

if TYPE_CHECKING:
    from growth.exchange.question_lists import Reading

# What leads to no topic is one of these.
OTHER = "other"

roles = click.option(
    "--as", "roles", multiple=True, type=click.Choice(ROLES), help="As whom you ask it; repeatable."
)
topic_option = click.option("--topic", metavar="TOPIC", help="The topic: career, workload, team …")


@click.group()
def bank() -> None:
    """List the questions for 1:1s, and add your own."""


@bank.command("list")
@topic_option
@roles
@click.option("-w", "--with", "person", metavar="PERSON", help="Those you asked that person, and when.")
@options.formats("text", "json")
@pass_app
def list_(
    app: App, /, topic: str | None, roles: tuple[Role, ...], person: str | None, format_: str | None,
    as_json: bool,
) -> None:  # fmt: skip
    """List the questions, by topic.

    What was asked is noted by: growth 1on1 notes ana --asked 1on1/12. One with a thumb up is
    proposed again sooner, one with a thumb down last: growth thumb up 1on1/12.

    \b
      growth 1on1 bank list --topic career --as manager
      growth 1on1 bank list --with ana
    """
    whole = bank_file.the_bank(app)
    _check_topic(whole, topic)
    days = _asked(app, person) if person else {}
    chosen = [
        one
        for one in whole.questions
        if (not topic or one.topic == topic)
        and (not roles or set(one.roles) & set(roles))
        and (not person or one.ref in days)
    ]
    if person:
        chosen.sort(key=lambda one: (days[one.ref], one.id), reverse=True)
    _show(app, chosen, person, days, "json" if as_json else format_, roles)


def _check_topic(whole: Bank, topic: str | None) -> None:
    known = dict.fromkeys(one.topic for one in whole.questions)
    if topic and topic not in known:
        raise WrongUsage(f"there is no topic {topic!r}", f"topics: {', '.join(known)}")


def _asked(app: App, person: str) -> dict[str, Day]:
    """Return the newest day on which each question was asked of somebody."""
    other = app.people.require(person)
    days: dict[str, Day] = {}
    for session in app.store.all(Session):
        if session.day and means(session.person, other):
            for ref in session.asked:
                days[ref] = max(session.day, days.get(ref, session.day))
    return days


def _show(
    app: App, chosen: list[Question], person: str | None, days: dict[str, Day], format_: str | None,
    roles: tuple[Role, ...],
) -> None:  # fmt: skip
    from growth.terminal import bank as display

    if format_ == "json":
        from growth.commands.json_out import text

        app.screen.exact(text([_fields(one, days, person is not None) for one in chosen]) + "\n")
    elif not app.screen.is_terminal or format_:
        for one in chosen:
            app.screen.out(display.plain(one), *(f"  {days[one.ref]}" for _ in (1,) if person))
    else:
        from growth.commands.lines import Lines

        name = first_name(app.people.require(person).name) if person else ""
        notes = display.asked(days, name, app.today) if person else _thumbs(app)
        with Lines(app) as lines:
            for parts in display.by_topic(chosen, notes, roles=not (person or roles)):
                lines.add(*parts)
        if not chosen:
            app.screen.say(("none asked yet, or none noted: growth 1on1 notes ana --asked 1on1/12", "dim"))


def _fields(one: Question, days: dict[str, Day], asked: bool) -> dict[str, Any]:
    found = {
        "ref": one.ref, "topic": one.topic, "depth": one.depth, "for": list(one.roles), "text": one.text,
    }  # fmt: skip
    return found | ({"asked": days[one.ref].isoformat()} if asked else {})


def _thumbs(app: App) -> dict[str, str]:
    return {one.target: "thumb up" if one.up else "thumb down" for one in app.store.all(Thumb)}


@bank.command()
@click.argument("words", nargs=-1)
@topic_option
@click.option("--depth", type=click.Choice(DEPTHS), default="light", help="light or deep; else light.")
@roles
@pass_app
def add(app: App, /, words: tuple[str, ...], topic: str | None, depth: str, roles: tuple[Role, ...]) -> None:
    """Add a question of your own.

    Without --topic its words say which; without --as it is one that a manager asks. Your own lie in
    a file that you may edit: templates/1on1-own.toml in the home.

    \b
      growth 1on1 bank add 'What would you like me to stop asking?' --topic feedback
    """
    text = " ".join(" ".join(words).split())
    if not text:
        raise WrongUsage("the question is missing", "growth 1on1 bank add 'What should I stop asking?'")
    whole = bank_file.the_bank(app)
    draft = Draft(
        topic=_topic(whole, text, topic), depth=cast(Depth, depth), text=text, roles=roles or ("manager",)
    )
    new = bank_file.add(app, [draft])
    if not new:
        raise Refused(f"{text!r} is in the bank already", "see: growth 1on1 bank list")
    if new[0].topic not in {one.topic for one in whole.questions}:
        app.screen.say(f"{new[0].topic} is a new topic; see: growth 1on1 bank list")
    if not app.screen.is_terminal:
        app.screen.out(new[0].ref)
        return
    from growth.terminal.bank import stored

    for parts in stored(new[0]):
        app.screen.out(*parts)


def _topic(whole: Bank, text: str, topic: str | None) -> str:
    found = " ".join((topic or topic_of(text, whole)).split())
    if not found:
        known = dict.fromkeys(one.topic for one in whole.questions)
        raise WrongUsage("the words do not say which topic it is of", f"--topic {', '.join(known)}")
    return found


@bank.command("import")
@click.argument("file")
@topic_option
@click.option("--depth", type=click.Choice(DEPTHS), default="light", help="light or deep; else light.")
@roles
@click.option("--language", default="", metavar="CODE", help="Of several languages, that one; else en.")
@options.dry_run
@options.yes
@pass_app
def import_(
    app: App, /, file: str, topic: str | None, depth: str, roles: tuple[Role, ...], language: str,
    dry_run: bool, yes: bool,
) -> None:  # fmt: skip
    """Import questions from JSON or Markdown lists.

    FILE is JSON with a list `questions`, each with a text, or one in each language, and a category;
    or Markdown, of which the bullets that ask something are taken, with the headings as categories;
    or - for standard input. The category, or else the words, say which topic a question is of. What
    is in the bank already is left out. Nothing is printed to stdout.

    \b
      growth 1on1 bank import questions.json --as manager --as mentor
    """
    read = _read(file, language)
    whole = bank_file.the_bank(app)
    drafts = [
        Draft(
            topic=topic or topic_of(one.category, whole) or topic_of(one.text, whole) or OTHER,
            depth=cast(Depth, depth), text=one.text, roles=roles or ("manager",),
        )
        for one in read.questions
    ]  # fmt: skip
    found = added(whole, drafts)
    _tell(app, found, len(drafts) - len(found), read.left)
    if not found or dry_run:
        return
    if app.screen.asks and not yes:
        from growth.terminal.prompts import confirm

        if not confirm(app.screen, f"Put {len(found)} into your bank?"):
            raise Refused("nothing was imported")
    new = bank_file.add(app, drafts)
    place = bank_file.path(app)
    app.screen.say(f"imported: {new[0].ref} to {new[-1].ref}; to change or take out: {place}")


def _read(file: str, language: str) -> "Reading":
    from growth.exchange import question_lists

    if file == "-":
        from growth.commands.piped import piped

        text = piped("the list of questions", "growth 1on1 bank import FILE")
        return question_lists.read(text.encode("utf-8"), "the input", language)
    path = named(file)
    return question_lists.read(files.read(path, limit=question_lists.SIZE + 1), path.name, language)


def _tell(app: App, found: tuple[Question, ...], already: int, left: int) -> None:
    topics = Counter(one.topic for one in found)
    listed = ", ".join(f"{topic} {count}" for topic, count in topics.most_common())
    said = f"{len(found)} new" + (f" ({listed})" if listed else "")
    said += f", {already} in the bank already or told twice" if already else ""
    said += f", {left} left out as no question" if left else ""
    app.screen.say(said)
