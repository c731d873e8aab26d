"""growth edit: one entry by its id, or many by filters."""

from collections.abc import Callable
from typing import Any

import click
import msgspec

from growth.app import App, pass_app
from growth.commands import options
from growth.commands.journal import check_happened, check_note, fields_of
from growth.errors import Refused, WrongUsage
from growth.records.entry import Entry
from growth.rules.day_words import counted
from growth.store.change import changing
from growth.store.find import find

# What --clear can empty, and what an empty one holds.
CLEARABLE: dict[str, Any] = {
    "body": "", "tags": (), "project": "", "people": (), "skills": (), "metrics": (), "impact": "",
    "links": (), "spent": None, "learning": None, "shown": None, "built_on": "", "star": False,
}  # fmt: skip
FILTERS = ("since", "until", "period", "kind", "tags", "project", "people", "skills", "about")


@click.command()
@click.argument("id", required=False)
@options.message
@options.since
@options.until
@options.period
@options.entry_fields
@click.option("--star/--no-star", default=None, help="Mark it as one of the best, or no longer.")
@click.option("--add-tag", "add_tags", multiple=True, metavar="TAG", help="Add one tag; repeatable.")
@click.option(
    "--remove-tag", "remove_tags", multiple=True, metavar="TAG", help="Take one tag away; repeatable."
)
@click.option(
    "--clear", "clear", multiple=True, type=click.Choice(sorted(CLEARABLE)), metavar="FIELD",
    help="Empty a field: " + " ".join(sorted(CLEARABLE)) + ".",
)  # fmt: skip
@options.yes
@options.dry_run
@pass_app
def edit(app: App, /, id: str | None, yes: bool, dry_run: bool, **given: Any) -> None:
    """Change an entry, or many that match.

    With an id, an option replaces what the entry has; without options its form opens in the editor.
    Of a record that is no entry --share can be set, and the editor shows the rest.
    Without an id, -k -t -p -w -s --about and the dates say which entries are meant, and the other
    options what to change, after a look at them all:

    \b
      growth edit 7k3q --impact 'checkout timeouts -80 %' --add-tag latency
      growth edit --period 2026-Q3 -k win --share manager
    """
    if id is None:
        _edit_many(app, given, yes=yes, dry_run=dry_run)
        return
    if any(given[name] for name in ("since", "until", "period")):
        raise WrongUsage("--since, --until and --period go without an id", "leave the id out, or them")
    record = find(app.store, id)
    change = change_of(app, given)
    if not isinstance(record, Entry):
        from growth.commands.record_form import edit_record, share_record

        if change is None:
            edit_record(app, record)
        elif {name for name, value in given.items() if value} <= {"share", "private"} and not dry_run:
            share_record(app, record, given["share"] or "private")
        else:
            raise WrongUsage(f"{record.id} is no entry", f"growth edit {id} opens it in the editor")
    elif change is None:
        edit_in_editor(app, record)
    else:
        new = change(record)
        if dry_run:
            _show(app, new)
        else:
            _show(app, store(app, [(record, new)])[0])


def change_of(app: App, given: dict[str, Any]) -> Callable[[Entry], Entry] | None:
    """Return what the options make of an entry, or None where they say nothing."""
    fields = fields_of(app, given, ahead=True)
    if given["message"]:
        title, _, body = given["message"].partition("\n")
        fields |= {"title": title.strip()} | ({"body": body.strip("\n")} if body else {})
    fields |= {name: CLEARABLE[name] for name in given["clear"]}
    if given["star"] is not None:
        fields["star"] = given["star"]
    add = tuple(tag.removeprefix("#") for tag in given["add_tags"])
    remove = {tag.removeprefix("#") for tag in given["remove_tags"]}
    if not fields and not add and not remove:
        return None

    def change(entry: Entry) -> Entry:
        changed = msgspec.structs.replace(entry, **fields)
        if changed.learning:
            from growth.rules.learned import added, check

            before = entry.learning if fields.get("learning") else None
            changed = msgspec.structs.replace(changed, learning=added(before, changed.learning))
            if fields.keys() & {"learning", "kind", "about"}:
                check({"kind": changed.kind, "about": changed.about})
        if changed.shown:
            from growth.rules import shown

            earlier = entry.shown if fields.get("shown") else None
            changed = msgspec.structs.replace(changed, shown=shown.added(earlier, changed.shown))
            if fields.keys() & {"shown", "kind", "about"}:
                shown.check({"kind": changed.kind, "about": changed.about, "shown": changed.shown})
        if fields.keys() & {"day", "shown"} and (changed.shown is None or changed.shown.state != "planned"):
            check_happened(app, changed.day)
        tags = tuple(tag for tag in dict.fromkeys((*changed.tags, *add)) if tag not in remove)
        changed = msgspec.structs.replace(changed, tags=tags)
        check_note({"about": changed.about, "share": changed.share})
        return changed

    return change


def store(app: App, pairs: list[tuple[Entry, Entry]]) -> list[Entry]:
    """Store changed entries as one change."""
    with changing(app.store, "edit") as change:
        return [change.edit(old, new) if old != new else old for old, new in pairs]


def edit_in_editor(app: App, entry: Entry) -> None:
    """Open an entry's form and store what comes back."""
    from growth.commands import entry_form
    from growth.commands.editing import in_editor
    from growth.terminal.prompts import need_terminal

    need_terminal(app.screen, "what to change", "options, such as --impact TEXT or --add-tag TAG")

    def take(text: str) -> None:
        values, body = entry_form.read(app, text, entry.day)
        if values["learning"] and (values["learning"], values["kind"]) != (entry.learning, entry.kind):
            from growth.rules.learned import check

            check(values)
        if values["shown"] and (values["shown"], values["kind"]) != (entry.shown, entry.kind):
            from growth.rules import shown

            shown.check(values)
        new = msgspec.structs.replace(entry, body=body, **check_note(values))
        _show(app, store(app, [(entry, new)])[0])

    in_editor(app, f"edit-{entry.id}", entry_form.show(app, entry), take)


def _edit_many(app: App, given: dict[str, Any], *, yes: bool, dry_run: bool) -> None:
    from growth.commands.filters import selection_of
    from growth.rules.select import Selection

    chosen = selection_of(app, _filters(given))
    if chosen == Selection():
        raise WrongUsage("no entry is named", "growth edit ID, or filters such as --period 2026-Q3 -k win")
    change = change_of(app, given)
    if change is None:
        raise WrongUsage("what to change is missing", "such as --share manager or --add-tag TAG")
    found = [entry for entry in app.store.entries(chosen.period) if chosen.matches(entry)]
    shared = given["share"] not in (None, "private") and not chosen.about
    notes = [entry for entry in found if entry.about and shared]
    pairs = [(entry, change(entry)) for entry in found if entry not in notes]
    pairs = [(old, new) for old, new in pairs if old != new]
    if notes:
        app.screen.say(f"{counted(len(notes), 'note')} about somebody left private")
    if not pairs:
        app.screen.say("no entry matches, or none would change")
        return
    from growth.terminal import entries as display

    for _, new in pairs[:20]:
        app.screen.say(*display.line(new, app.today, app.screen.width))
    if len(pairs) > 20:
        app.screen.say(f"… and {len(pairs) - 20} more")
    if dry_run:
        app.screen.say(f"{len(pairs)} would change")
        return
    if not yes:
        from growth.terminal.prompts import confirm

        if not confirm(app.screen, f"Change these {len(pairs)}?"):
            raise Refused("nothing was changed")
    store(app, pairs)
    app.screen.say(f"{len(pairs)} changed; growth undo takes all of it back")


def _filters(given: dict[str, Any]) -> dict[str, Any]:
    """Take the filters out of the options; what is left says what to change."""
    filters = {name: given[name] for name in FILTERS}
    for name in FILTERS:
        given[name] = ()
    kind, project = filters.pop("kind"), filters.pop("project")
    return filters | {"kinds": (kind,) if kind else (), "projects": (project,) if project else ()}


def _show(app: App, entry: Entry) -> None:
    if app.screen.is_terminal:
        from growth.terminal import entries as display

        display.stored(app.screen, entry, app.today)
