"""growth undo: take back the newest change."""

import click
import msgspec

from growth.app import App, pass_app
from growth.commands import options
from growth.errors import Refused
from growth.records.ids import is_id
from growth.records.seen import Seen
from growth.store import undo as changes
from growth.store.history import NOTHING, Line

# Where a document says what it is, and the kinds of which it is said with whom.
NAMES = ("title", "text", "name", "question")
WITH = {"s": "session with", "m": "mentorship with", "r": "request to", "f": "answer from"}
LONGEST = 60
# As many records as one command of a day may touch without being asked about again.
FEW = 3


@click.command()
@options.yes
@click.option("--list", "listing", is_flag=True, help="List the changes that can be taken back.")
@pass_app
def undo(app: App, /, yes: bool, listing: bool) -> None:
    """Take back the newest change.

    The next undo takes back the one before it, and so on; an undo itself is not taken back.
    """
    if listing:
        _list(app)
        return
    line = changes.newest(app.store)
    if len(line.records) > FEW and not yes:
        from growth.terminal.prompts import confirm

        if not confirm(app.screen, f"Take back {_said(app, line)}?"):
            raise Refused("nothing was taken back")
    changes.undo(app.store, line)
    app.screen.say(f"took back {_said(app, line)}: {_effect(line)}")
    following = next(changes.undoable(app.store), None)
    if following is None:
        app.screen.say(("there is nothing more to undo", "dim"))
    else:
        app.screen.say((f"the next undo takes back {_said(app, following)}", "dim"))


def _list(app: App) -> None:
    from growth.commands.lines import Lines

    with Lines(app) as lines:
        for line in changes.undoable(app.store):
            at = line.at.astimezone(app.now().tzinfo)
            first = _first(line)
            lines.add(f"{at:%Y-%m-%d %H:%M}", "  ", line.what, "  " if first else "", (first, "dim"))


def _said(app: App, line: Line) -> str:
    """Return a change as it is spoken of: `«log j261124-7k3q» of 10:00 (what I finished)`."""
    at = line.at.astimezone(app.now().tzinfo)
    when = f"{at:%H:%M}" if at.date() == app.today else f"{at:%Y-%m-%d %H:%M}"
    first = _first(line)
    return f"«{line.what}» of {when}{f' ({first})' if first else ''}"


def _first(line: Line) -> str:
    """Return what the first record of a change says, on one line."""
    turn = next(iter(line.records))
    document = msgspec.json.decode(turn.before if turn.after == NOTHING else turn.after)
    if not is_id(turn.id) or not isinstance(document, dict):
        return ""
    with_ = WITH.get(turn.id[0])
    if with_:
        return f"{with_} {document.get('person', '')}"
    words = " ".join(next((str(document[name]) for name in NAMES if document.get(name)), "").split())
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rsplit(' ', 1)[0]} …"


def _effect(line: Line) -> str:
    """Say what became of the records: what was made is gone, what was deleted is back."""
    made = Seen(turn.id for turn in line.records if turn.before == NOTHING)
    gone = Seen(turn.id for turn in line.records if turn.after == NOTHING)
    counts = {"removed": 0, "brought back": 0, "as before": 0}
    first: dict[str, str] = {}
    for turn in line.records:
        new, lost = turn.id in made, turn.id in gone
        word = "as before" if new == lost else "removed" if new else "brought back"
        # What moves between two files is one record.
        counts[word] += not (new and turn.after == NOTHING)
        first.setdefault(word, turn.id)
    return ", ".join(
        f"{first[word]} {word}" if count == 1 else f"{count} records {word}"
        for word, count in counts.items()
        if count
    )
