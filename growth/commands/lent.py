"""What others handed me, by owner, and by which names it means me."""

from msgspec.structs import replace

from growth.app import App
from growth.rules.shared_material import Lent
from growth.store.others import Theirs, others
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
