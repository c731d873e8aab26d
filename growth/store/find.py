"""Find a record of mine by what a person types: a whole id, any unique ending, or `last`."""

from growth.errors import Refused
from growth.records.ids import is_ending, is_id
from growth.records.kinds import KINDS, Record
from growth.store import history
from growth.store.search import ending_in
from growth.store.store import OTHERS, Store


def find(store: Store, text: str) -> Record:
    """Return the one record of mine that `text` names, or refuse with the candidates."""
    words = text.strip().lower()
    if ":" in words:
        raise Refused(
            f"{text} is not yours: what others shared stays as it is", f"to read it: growth show {text}"
        )
    if words == "last":
        return newest(store)
    if is_id(words):
        found = store.get(words)
        if found is not None:
            return found
    candidates = ending_in(store, words) if is_ending(words) else []
    if len(candidates) == 1:
        return store.require(candidates[0])
    if candidates:
        listed = ", ".join(sorted(candidates)[:8])
        raise Refused(f"{len(candidates)} records end in {text!r}: {listed}", "type more of the one you mean")
    # A damaged byte may hide an id: look at every file before saying that there is none.
    for stem in store.stems():
        store.database(stem)
    raise Refused(f"there is no record {text!r}", "see: growth list, or: growth search WORDS")


def newest(store: Store) -> Record:
    """Return the record I made last, of those that are still there."""
    for line in history.backwards(store.home, store.state[1]):
        # What an undo brought back, or an edit moved to another month, was made earlier.
        moved = {turn.id for turn in line.records if turn.before != history.NOTHING}
        for turn in reversed(() if line.undoes else line.records):
            if turn.id not in moved and is_id(turn.id) and not turn.file.startswith(OTHERS):
                found = store.get(turn.id)
                if found is not None:
                    return found
    records: list[Record] = [record for kind in KINDS if kind.file for record in store.all(kind.type)]
    for stem in store.months():
        records += store.month(stem)
    if not records:
        raise Refused("there is no record yet", "make the first: growth log WORDS...")
    return max(records, key=lambda record: (record.created, record.id))
