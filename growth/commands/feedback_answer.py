"""growth feedback answer and got: what somebody said, typed in."""

from typing import cast

import click
import msgspec

from growth import clock
from growth.app import App, pass_app
from growth.commands import consents, options
from growth.errors import Refused, WrongUsage
from growth.records.answer import Answer, Naming, Reader, Reply
from growth.records.entry import Share
from growth.records.request import Asked, Request
from growth.rules import requests
from growth.rules.answering import Outcome, answered
from growth.rules.consent import standing
from growth.rules.request_paper import Filled, block, readers
from growth.store.change import changing


@click.command()
@click.argument("id")
@click.option(
    "--reply", "replies", multiple=True, metavar="N=TEXT", help="What was said to question N; repeatable."
)
@click.option(
    "--rating", "ratings", multiple=True, metavar="N=STEP", help="The step of question N, from 1; repeatable."
)
@consents.may_tell
@consents.named
@options.date
@consents.share
@pass_app
def answer(
    app: App,
    /,
    id: str,
    replies: tuple[str, ...],
    ratings: tuple[str, ...],
    may_tell: str | None,
    naming: str | None,
    date: str | None,
    share: str | None,
) -> None:
    """Type in what somebody answered to a request.

    Without options a form opens in the editor; piped, the filled-in paper is read. A second,
    different answer takes the place of the first one. Where there is an answer, --may-tell and
    --named alone set what its giver allows.

    \b
      growth feedback answer 5gq1 --reply '1=The runbook saved us' --rating 2=4 --named
      growth feedback answer 5gq1 --may-tell manager --unquoted
    """
    from growth.commands.feedback_state import request_of

    request = request_of(app, id)
    if request.state == "withdrawn":
        raise Refused(f"{request.id} is withdrawn", f"what {request.person} says now: growth feedback got")
    day = clock.day(date, app.today) if date else app.today
    reader, name = consents.reader_of(may_tell), consents.naming_of(naming)

    def keep(filled: Filled) -> None:
        filled = msgspec.structs.replace(filled, reader=reader or filled.reader, name=name or filled.name)
        found = answered(request, filled, app.store.all(Answer), day=day, created=app.now())
        _save(app, found, cast("Share", share or "private"))

    before = _before(app, request)
    if replies or ratings:
        keep(Filled(replies=_typed(request, replies, ratings)))
    elif before and (reader or name):
        keep(Filled(reader=before.reader, name=before.name))
    elif app.screen.asks and app.screen.is_terminal:
        from growth.commands.editing import in_editor

        in_editor(app, f"answer-{request.id}", _form(app, request), lambda text: keep(_read(request, text)))
    else:
        from growth.commands.piped import piped

        keep(_read(request, piped("the answer", f"growth feedback answer {id} --reply '1=TEXT'")))


def _typed(request: Request, replies: tuple[str, ...], ratings: tuple[str, ...]) -> tuple[Reply, ...]:
    """Return the replies that options name, in the order of the questions."""
    texts = dict(_numbered(request, given, "--reply 1='What was said'") for given in replies)
    steps = dict(_numbered(request, given, "--rating 2=4") for given in ratings)
    return tuple(
        Reply(
            marker=asked.marker,
            question=asked.text,
            text=texts.get(number, ""),
            rating=_step(asked, number, steps[number]) if number in steps else None,
        )
        for number, asked in enumerate(request.questions, start=1)
        if number in texts or number in steps
    )


def _numbered(request: Request, given: str, example: str) -> tuple[int, str]:
    number, sign, said = given.partition("=")
    if not sign or not number.strip().isdecimal() or not said.strip():
        raise WrongUsage(f"{given!r} does not say to which question", f"such as {example}")
    most = len(request.questions)
    if not 1 <= int(number) <= most:
        raise WrongUsage(f"{request.id} has no question {number.strip()}", f"its questions are 1 to {most}")
    return int(number), said.strip()


def _step(asked: Asked, number: int, said: str) -> int:
    most = len(asked.scale)
    if not most:
        raise WrongUsage(f"question {number} has no scale", f"what was said: --reply '{number}=TEXT'")
    if not said.isdecimal() or not 1 <= int(said) <= most:
        raise WrongUsage(
            f"question {number} has no step {said!r}", f"1 {asked.scale[0]} to {most} {asked.scale[-1]}"
        )
    return int(said)


def _form(app: App, request: Request) -> str:
    """Return the form: what was answered before, or nothing under each question."""
    before = _before(app, request)
    given = {reply.marker: reply for reply in (before.replies if before else ())}
    filled = [
        given.get(asked.marker, Reply(marker=asked.marker, question=asked.text))
        for asked in request.questions
    ]
    reader: Reader = before.reader if before else "asker"
    name: Naming = before.name if before else "hidden"
    return block(request, filled, reader if reader in readers(request.about) else "asker", name)


def _before(app: App, request: Request) -> Answer | None:
    """Return the answer that is here, if any."""
    every = standing(one for one in app.store.all(Answer) if one.request == request.id)
    return max(every, key=lambda one: one.created, default=None)


def _read(request: Request, text: str) -> Filled:
    from growth.exchange import reply

    filled = reply.filled(text, request.questions, readers(request.about))
    if filled.request not in ("", request.id):
        raise Refused(f"that is an answer to {filled.request}", "file it by its marks: growth import -")
    # A form says `-` where no step was chosen.
    given = tuple(one for one in filled.replies if one.rating or one.text.strip())
    filled = msgspec.structs.replace(filled, replies=given)
    if not filled.replies and len(request.questions) == 1 and not request.questions[0].scale:
        # Where one thing was asked, what was said can be to nothing else.
        asked = request.questions[0]
        said = Reply(marker=asked.marker, question=asked.text, text=filled.unmatched)
        return msgspec.structs.replace(filled, replies=(said,) if filled.unmatched else (), unmatched="")
    return filled


def _save(app: App, found: Outcome, share: Share) -> None:
    request = found.request
    if found.verdict == "empty" or request is None:
        raise WrongUsage("nothing is answered", "write below a question")
    if found.verdict == "already":
        app.screen.say(f"that is there already: {found.answer.id}")
        return
    with changing(app.store, "feedback answer") as change:
        if found.verdict == "more" and found.old is not None:
            new = change.edit(found.old, found.answer)
        else:
            new = change.add(msgspec.structs.replace(found.answer, share=share))
        if new.replies and request.state != "answered":
            change.edit(request, requests.entered(request, "answered"))
    given = len(new.replies) - len(found.kept)
    said = f"{app.people.name(new.person)} answered {given} of {len(request.questions)}"
    if found.verdict == "revision" and not given:
        said = f"{app.people.name(new.person)} allows something else than before"
    kept = f", and {len(found.kept)} kept" if given and found.kept else ""
    instead = f", instead of the earlier answer{kept}" if found.verdict == "revision" and given else ""
    consents.tell(
        app, new, said + instead, f"a first step: growth feedback act {new.id} 'what I try' --due 2w"
    )


@click.command()
@click.argument("person")
@click.argument("words", nargs=-1)
@click.option("--advice", is_flag=True, help="It was advice; else praise.")
@click.option("--about", metavar="WHAT", help="A person, +project or words; else me.")
@consents.may_tell
@consents.named
@options.date
@consents.share
@pass_app
def got(
    app: App,
    /,
    person: str,
    words: tuple[str, ...],
    advice: bool,
    about: str | None,
    may_tell: str | None,
    naming: str | None,
    date: str | None,
    share: str | None,
) -> None:
    """Keep praise or advice that somebody gave in passing.

    Ask them how far it may go: without an option only you read it, and nobody is named.

    \b
      growth feedback got dana unblocked us in an hour --may-tell manager --named
    """
    people = app.people
    giver = people.require(person).handle
    topic = requests.about(about or "me", people.everyone)
    if topic.startswith("@") and people.same(topic, giver):
        raise WrongUsage(f"{giver} said it about {giver}", "a note on somebody: growth note")
    text = " ".join(words) or _asked(app, giver, people.name(giver))
    new = Answer(
        person=giver,
        about=topic,
        manner="advice" if advice else "praise",
        day=clock.day(date, app.today) if date else app.today,
        replies=(Reply(question="", text=text.strip()),),
        reader=consents.reader_of(may_tell) or "asker",
        name=consents.naming_of(naming) or "hidden",
        share=cast("Share", share or "private"),
        created=app.now(),
    )
    with changing(app.store, "feedback got") as change:
        new = change.add(new)
    consents.tell(
        app, new, f"{people.name(giver)}: {text.strip()}", "what is said so far: growth feedback digest"
    )


def _asked(app: App, giver: str, name: str) -> str:
    if app.screen.asks:
        from growth.terminal.prompts import line

        text = line(app.screen, f"What did {name} say? ")
    else:
        from growth.commands.piped import piped

        text = piped("what was said", f"growth feedback got {giver} 'unblocked us in an hour'")
    if not text.strip():
        raise WrongUsage("what was said is empty", f"growth feedback got {giver} 'unblocked us in an hour'")
    return text
