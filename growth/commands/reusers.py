"""Who reused what I made, as the bundles say that were handed to me."""

from collections.abc import Iterable

from growth.app import App
from growth.records.entry import Entry
from growth.rules.audience import ME, Audience
from growth.rules.shown import credited, reused
from growth.store.others import others


def with_reusers(app: App, entries: Iterable[Entry], whom: Audience = ME) -> list[Entry]:
    """Return entries with those who built on them; others hear of it where it was shared with a team."""
    users: dict[str, list[str]] = {}
    for theirs in others(app.store, (Entry,), holding=b'"built_on"'):
        for one in theirs.entries:
            if one.built_on and (whom.kind == "me" or one.share == "team"):
                users.setdefault(reused(one), []).append(theirs.owner)
    return [credited(one, users.get(one.id, ())) for one in entries]
