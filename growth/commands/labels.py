"""What growth tag and growth project share: list, rename, merge, each as one change."""

from collections.abc import Iterable, Iterator
from typing import Any

from growth.app import App
from growth.commands.filters import period_of
from growth.commands.listing import listing
from growth.errors import Refused
from growth.records.dates import EVER
from growth.rules import labels as rules
from growth.rules.day_words import counted
from growth.rules.labels import SIGILS, Label, Labelled, Sort
from growth.rules.select import falls_in
from growth.store.change import changing
from growth.text.fold import fold


def show(app: App, sort: Sort, given: dict[str, Any], *, limit: int | None, wanted: str | None) -> None:
    """List tags or projects. One that only notes about others have stands in no list."""
    period = period_of(app, given)
    entries = (one for one in app.store.entries(period) if not one.about and falls_in(one, period))
    found = rules.labels([*entries, *(_feedback(app, sort) if period == EVER else ())], sort)[:limit]
    from growth.terminal.labels import plain, rows

    example = f"growth log 'cut p99 by half {SIGILS[sort]}{'latency' if sort == 'tag' else 'search'}'"
    listing(
        app, wanted, found, plain, lambda: rows(found, sort, app.today, app.screen.width),
        f"no entry has a {sort}: {example}",
    )  # fmt: skip


def rename(app: App, sort: Sort, old: str, new: str, *, dry_run: bool) -> None:
    """Rename a tag or a project everywhere, all its spellings."""
    name = rules.checked(new, sort)
    known = rules.labels(_records(app, sort), sort)
    gone = _required(known, sort, old)
    taken = rules.named(known, name)
    if taken is not None and taken != gone:
        raise Refused(
            f"{taken.name!r} is a {sort} already, with {_belongings(taken)}",
            f"to make one of the two: growth {sort} merge {_quoted(gone.name)} {_quoted(taken.name)}",
        )
    _relabel(app, sort, "rename", [gone], name, dry_run=dry_run)


def merge(app: App, sort: Sort, old: tuple[str, ...], into: str, *, yes: bool, dry_run: bool) -> None:
    """Make one tag or project of several: the last named stays."""
    known = rules.labels(_records(app, sort), sort)
    kept = _required(known, sort, into)
    gone = list(dict.fromkeys(_required(known, sort, name) for name in old))
    if kept in gone:
        raise Refused(
            f"{kept.name!r} cannot become itself",
            f"for one spelling of it: growth {sort} rename {_quoted(into)} {_quoted(kept.name)}",
        )
    if not (yes or dry_run):
        from growth.terminal.prompts import confirm

        for label in (*gone, kept):
            app.screen.say(f"{SIGILS[sort]}{label.name}: {_belongings(label)}")
        if not confirm(app.screen, f"Make all of it {SIGILS[sort]}{kept.name}?"):
            raise Refused("nothing was changed")
    _relabel(app, sort, "merge", gone, kept.name, dry_run=dry_run)


def _required(known: Iterable[Label], sort: Sort, text: str) -> Label:
    those = tuple(known)
    found = rules.named(those, text)
    if found is not None:
        return found
    from difflib import get_close_matches

    spelt = {fold(label.name): label.name for label in those}
    near = [spelt[name] for name in get_close_matches(fold(rules.bare(text)), spelt, n=2, cutoff=0.6)]
    hint = f"did you mean {' or '.join(near)}? else see" if near else "see"
    raise Refused(f"there is no {sort} {rules.bare(text)!r}", f"{hint}: growth {sort} list")


def _belongings(label: Label) -> str:
    said = counted(label.entries, "entry", "entries")
    return f"{said} and {counted(label.feedback, 'record')} of feedback" if label.feedback else said


def _quoted(name: str) -> str:
    import shlex

    return shlex.quote(name)


def _records(app: App, sort: Sort) -> Iterator[Labelled]:
    """Yield all of mine that may have such a label; what others shared stays as they wrote it."""
    yield from app.store.entries()
    yield from _feedback(app, sort)


def _feedback(app: App, sort: Sort) -> Iterator[Labelled]:
    if sort == "project" and app.store.stems("feedback"):
        from growth.records.answer import Answer
        from growth.records.request import Request

        yield from app.store.all(Request)
        yield from app.store.all(Answer)


def _relabel(app: App, sort: Sort, verb: str, gone: list[Label], new: str, *, dry_run: bool) -> None:
    old = {fold(label.name) for label in gone}
    if dry_run:
        _tell_dry(app, list(_changed(app, sort, old, new)))
        return
    with changing(app.store, f"{sort} {verb}") as change:
        # Under the lock, so that what another terminal logged a moment ago is not left behind.
        pairs = list(_changed(app, sort, old, new))
        for before, after in pairs:
            change.edit(before, after)
    if app.screen.is_terminal:
        _tell(app, sort, old, new, pairs)


def _changed(app: App, sort: Sort, old: set[str], new: str) -> Iterator[tuple[Labelled, Labelled]]:
    for record in _records(app, sort):
        after = rules.relabelled(record, sort, old, new)
        if after != record:
            yield record, after


def _tell_dry(app: App, pairs: list[tuple[Labelled, Labelled]]) -> None:
    from growth.records.entry import Entry
    from growth.terminal import entries as display

    shown = [after for _, after in pairs if isinstance(after, Entry)]
    for entry in shown[:20]:
        app.screen.say(*display.line(entry, app.today, app.screen.width))
    if len(shown) > 20:
        app.screen.say(f"… and {len(shown) - 20} more")
    app.screen.say(f"{len(pairs)} would change")


def _tell(app: App, sort: Sort, old: set[str], new: str, pairs: list[tuple[Labelled, Labelled]]) -> None:
    sign = SIGILS[sort]
    if not pairs:
        app.screen.out(f"it is written {sign}{new} everywhere already")
        return
    app.screen.out(
        f"{counted(len(pairs), 'record')} changed to {sign}{new}; growth undo takes all of it back"
    )
    from growth.records.entry import Entry

    said = rules.still_said((one for _, one in pairs if isinstance(one, Entry)), sort, old - {fold(new)})
    if said:
        texts = "one text still says" if said == 1 else f"{said} texts still say"
        app.screen.out((f"{texts} it as it was typed: words stay as you wrote them", "dim"))
