"""What others handed me, by owner, and by which names it means me."""

from collections.abc import Sequence

from msgspec.structs import replace

from growth.app import App
from growth.records.action import Action
from growth.rules.handed_promises import handed
from growth.rules.promises import Promise
from growth.rules.shared_material import Lent
from growth.store.others import Theirs, others
from growth.store.store import OTHERS
from growth.text.fold import folded


def me_in(app: App, theirs: Theirs) -> frozenset[str]:
    """Return the folded names by which somebody's records mean me."""
    if theirs.to:
        return folded(theirs.to)
    # An older bundle, or one for many, does not say it; then it is what I am called.
    return folded(app.config.text("me.handle"), *app.config.texts("me.emails"))


def lent(app: App) -> dict[str, Lent]:
    """Return all that others handed me, by owner."""
    found: dict[str, Lent] = {}
    for theirs in others(app.store):
        # Two that were merged into one person have handed me two bundles.
        before = found.get(theirs.owner, Lent(owner=theirs.owner, me=frozenset()))
        found[theirs.owner] = replace(
            before, me=before.me | me_in(app, theirs), records=(*before.records, *theirs.records)
        )
    return found


def handed_promises(app: App, own: Sequence[Action]) -> tuple[Promise, ...]:
    """Return the promises between me and others that they handed me and I have not among my `own`."""
    if not app.store.stems(OTHERS):
        return ()
    by_owner: dict[str, list[Theirs]] = {}
    for theirs in others(app.store, (Action,)):
        by_owner.setdefault(theirs.owner, []).append(theirs)
    found: list[Promise] = []
    for owner, those in by_owner.items():
        person = app.people.get(owner)
        them = person.handles if person else (owner,)
        me = frozenset(name for theirs in those for name in me_in(app, theirs))
        found += handed([one for theirs in those for one in theirs.actions], them, me, own, app.today)
    return tuple(found)
