"""Any record in the editor, as its own fields in JSON."""

from typing import cast

import msgspec

from growth.app import App
from growth.commands.editing import in_editor
from growth.commands.json_out import fields
from growth.errors import WrongUsage
from growth.exchange.jsonl import fault
from growth.records.assessment import Assessment
from growth.records.entry import Share
from growth.records.goal import Goal
from growth.records.kinds import Record, kind_of
from growth.records.observation import Observation
from growth.rules import coaching, goals
from growth.rules.assessing import check_open, check_share
from growth.store.change import changing
from growth.terminal.prompts import need_terminal
from growth.text import parser_words


def edit_record(app: App, record: Record) -> None:
    """Open a record that is no entry as JSON, and store what comes back."""
    if isinstance(record, Assessment):
        check_open(record)
    need_terminal(app.screen, "what to change", f"the options of: growth {kind_of(type(record)).word} --help")
    shown = msgspec.json.format(msgspec.json.encode(fields(record)), indent=2).decode() + "\n"

    def take(text: str) -> None:
        try:
            new: Record = msgspec.json.decode(text.encode(), type=type(record))
        except ValueError as error:
            why = parser_words.plain(str(error))
            raise WrongUsage(
                f"this is no {kind_of(type(record)).word}: {why}", "mend it, or leave it"
            ) from None
        if isinstance(new, Assessment):
            check_share(new.about, new.share)
        if isinstance(new, Observation):
            coaching.check_share(new.person, new.share)
        if wrong := fault(new):
            raise WrongUsage(f"this is no {kind_of(type(record)).word}: {wrong}", "mend it, or leave it")
        if (new.id, new.created) != (record.id, record.created):
            raise WrongUsage("id and created cannot be changed", "put them back")
        with changing(app.store, "edit") as change:
            change.edit(record, new)
        app.screen.say(f"{record.id} changed")

    in_editor(app, f"edit-{record.id}", shown, take)


def share_record(app: App, record: Record, share: str) -> None:
    """Say how far a record may travel; of an answer no further than its giver lets it be read."""
    word = kind_of(type(record)).word
    if isinstance(record, Assessment):
        check_share(record.about, cast(Share, share))
    elif isinstance(record, Goal):
        goals.check_share(cast(Share, share))
    elif isinstance(record, Observation):
        coaching.check_share(record.person, cast(Share, share))
    elif word not in ("session", "mentorship", "action", "answer", "practice"):
        raise WrongUsage(f"{record.id} is a {word}, which is handed to nobody", "leave --share out")
    new = msgspec.structs.replace(record, share=cast(Share, share))
    if new != record:
        with changing(app.store, "edit") as change:
            change.edit(record, new)
    if app.screen.is_terminal:
        from growth.commands.consents import reach

        app.screen.out((record.id, "id"), f"  {reach(new)}")
