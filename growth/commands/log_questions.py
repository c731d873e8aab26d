"""growth log -i: an entry out of answers, which are kept where the questions are broken off."""

from collections.abc import Callable
from typing import Any

from growth.app import App
from growth.commands.journal import fields_of, happened, save, text_fields
from growth.errors import WrongUsage
from growth.records.entry import Entry
from growth.rules import capture
from growth.rules.handles import handle
from growth.rules.persons import first_name, named_in, who
from growth.terminal.ask_entry import ask_entry
from growth.terminal.prompts import need_terminal


def log_by_questions(app: App, text: str, given: dict[str, Any], star: bool) -> None:
    """Ask for an entry part by part, and store it."""
    need_terminal(app.screen, "the entry", "words and options instead of -i")
    title, body = capture.split_title(text)
    answers = {
        "title": title,
        "body": body,
        "kind": given["kind"] or app.config.text("log.kind"),
        "share": "private" if given["private"] else given["share"] or app.config.text("log.share"),
        "date": given["date"] or "",
        "impact": given["impact"] or "",
    }
    try:
        checks = {"title": _title, "date": _day(app), "metric": _metric, "with": _people(app)}
        ask_entry(answers, checks)
    except KeyboardInterrupt:
        _keep(app, answers, given)
        raise
    save(app, _fields(app, answers, given), star)


def _title(answer: str) -> None:
    if not answer:
        raise WrongUsage("an entry needs a title", "a few words are enough")


def _day(app: App) -> Any:
    return lambda answer: answer and happened(app, answer)


def _metric(answer: str) -> None:
    if answer:
        capture.metric(answer)


def _people(app: App) -> Any:
    """Return a check that asks once again about names of nobody known; given again they are mentions."""
    people, seen = app.people, set[str]()

    def check(answer: str) -> None:
        unknown = [name for name in named_in(answer, _who(app)) if people.get(name) is None]
        for name in unknown:
            handle(name)
        if unknown and answer not in seen:
            seen.add(answer)
            near = [one for name in unknown for one in people.near(name)]
            meant = f"did you mean {' or '.join(near)}? " if near else ""
            raise WrongUsage(
                f"I know nobody called {' or '.join(map(repr, unknown))}", f"{meant}Enter keeps it as it is"
            )

    return check


def _who(app: App) -> Callable[[str], str | None]:
    mine = app.config.text("me.name")
    return who(app.people.everyone, (mine, first_name(mine), app.config.text("me.handle")))


def _fields(app: App, answers: dict[str, str], given: dict[str, Any]) -> dict[str, Any]:
    people = named_in(answers.get("with", ""), _who(app))
    asked = {
        "kind": answers["kind"],
        "share": answers["share"],
        "date": answers["date"],
        "impact": answers["impact"],
        "metrics": [*given["metrics"], *filter(None, [answers.get("metric")])],
        "people": [*given["people"], *people],
        "tags": [*given["tags"], *answers.get("tags", "").split()],
        "private": False,
    }
    return text_fields(answers["title"], answers["body"], fields_of(app, given | asked))


def _keep(app: App, answers: dict[str, str], given: dict[str, Any]) -> None:
    """Put what was answered so far where no interruption takes it away."""
    if not answers["title"]:
        return
    from growth.commands.editing import keep
    from growth.commands.entry_form import show

    fields = {"day": app.today} | _fields(app, answers, given)
    text = show(app, Entry(created=app.now(), **fields))
    keep(app, "log", text, "nothing was logged; your answers are in")
