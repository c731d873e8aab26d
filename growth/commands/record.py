"""growth show and growth delete: any record, by its id."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, cast

import click

from growth.app import App, pass_app
from growth.commands import options
from growth.errors import Refused
from growth.records.entry import Entry
from growth.records.kinds import Record, kind_of
from growth.store.find import find
from growth.store.store import OTHERS
from growth.terminal.screen import Part

if TYPE_CHECKING:
    from growth.records.person import Person
    from growth.store.others import Theirs


@click.command()
@click.argument("id")
@options.formats("text", "json")
@pass_app
def show(app: App, /, id: str, format_: str | None, as_json: bool) -> None:
    """Show one record, whatever its kind.

    ID is a whole id, any ending that only one has, or `last` for the newest you made; ana:7k3q is
    a record that Ana shared with you.
    """
    theirs = None
    if ":" in id:
        from growth.store.others import find_theirs

        theirs, record = find_theirs(app.store, id)
        app.screen.say((f"{theirs.name} shared this, as of {theirs.made:%Y-%m-%d}; it is read-only", "dim"))
    else:
        record = find(app.store, id)
    if as_json or format_ == "json":
        from growth.commands.json_out import fields, text

        app.screen.exact(text(fields(record)) + "\n")
    else:
        _lines(app, record, app.screen.out, theirs)


@click.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@options.yes
@pass_app
def delete(app: App, /, ids: tuple[str, ...], yes: bool) -> None:
    """Delete a record; undo can bring it back."""
    records = list({record.id: record for record in (find(app.store, id) for id in ids)}.values())
    for record in records:
        _check_unused(app, record)
    if not yes:
        from growth.terminal.prompts import confirm, need_terminal

        need_terminal(app.screen, "the answer", "--yes")
        for record in records:
            _lines(app, record, app.screen.say)
        if not confirm(app.screen, "Delete this?" if len(records) == 1 else f"Delete these {len(records)}?"):
            raise Refused("nothing was deleted")
    from growth.store.change import changing

    with changing(app.store, "delete") as change:
        for record in records:
            change.remove(record)
    gone = " ".join(record.id for record in records)
    app.screen.say(f"deleted {gone}; growth undo brings it back, for 90 days")


def _check_unused(app: App, record: Record) -> None:
    """Refuse to delete a person whom records name: the next one of that handle would inherit them."""
    if kind_of(type(record)).word != "person":
        return
    from growth.commands.people_about import held

    person = cast("Person", record)
    if held(app, person).count > 1:
        raise Refused(
            f"{person.name} is named in records",
            f"growth people merge {person.handle} INTO, or for good: growth forget @{person.handle}",
        )


def _lines(app: App, record: Record, print_: Callable[..., None], theirs: "Theirs | None" = None) -> None:
    lines: Iterable[tuple[Part, ...]]
    if isinstance(record, Entry):
        from growth.terminal.entries import whole as whole_entry

        if theirs is None and app.store.stems(OTHERS):
            from growth.commands.reusers import with_reusers

            [record] = with_reusers(app, [record])
        lines = whole_entry(record, app.today, f"{theirs.name} shared it with you" if theirs else "")
    else:
        from growth.commands.known import known
        from growth.terminal.record import whole

        lines = whole(record, kind_of(type(record)).word, known(app, record, theirs))
    for parts in lines:
        print_(*parts)
