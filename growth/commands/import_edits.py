"""An Org file that an export wrote, edited and imported: what it says of entries that are here."""

from collections.abc import Sequence

from msgspec.structs import replace

from growth.app import App
from growth.commands.sources import Source
from growth.records.entry import Entry
from growth.records.imported import Found, Reading
from growth.records.packed import Packing
from growth.rules.own_records import OwnPlan

AT_ONCE = 2000


def apart(app: App, read: Sequence[Source], readings: Sequence[Reading]) -> tuple[list[Reading], OwnPlan]:
    """Return readings without the entries that are here under their own id, and what becomes of those."""
    plan, rest = OwnPlan(), []
    for source, reading in zip(read, readings, strict=True):
        if reading.format == "org":
            from growth.exchange import org_edits

            if any(map(org_edits.own_id, reading.found)):
                reading, plan = _apart(app, source.name, reading, plan)
        rest.append(reading)
    return rest, plan


def _apart(app: App, name: str, reading: Reading, plan: OwnPlan) -> tuple[Reading, OwnPlan]:
    from growth.exchange import org_edits

    rest, pairs = Packing[Found](), list[tuple[Entry, Found]]()
    for found in reading.found:
        here = app.store.get(org_edits.own_id(found))
        if isinstance(here, Entry):
            pairs.append((here, found))
        else:
            rest.add(found)
        if len(pairs) == AT_ONCE:
            plan = _with(app, name, pairs, plan)
            pairs.clear()
    return replace(reading, found=rest.done()), _with(app, name, pairs, plan)


def _with(app: App, name: str, pairs: Sequence[tuple[Entry, Found]], plan: OwnPlan) -> OwnPlan:
    from growth.exchange import org_edits

    edits = list(org_edits.edits(pairs, name, app.today))
    return merged(plan, OwnPlan(
        already=len(pairs) - len(edits),
        changed=tuple((one.here, one.told) for one in edits if not one.since),
        kept=tuple((one.here, one.told) for one in edits if one.since),
    ))  # fmt: skip


def merged(one: OwnPlan, other: OwnPlan) -> OwnPlan:
    """Return two plans as one."""
    return replace(
        one, already=one.already + other.already, changed=(*one.changed, *other.changed),
        kept=(*one.kept, *other.kept),
    )  # fmt: skip
