"""How an appointment is known again: by the calendar's own id of it, in an import and in a week."""

import re

from growth.records.appointment import Appointment
from growth.records.dates import Day
from growth.records.entry import Entry
from growth.records.session import Session
from growth.text.fold import fold

IMPORTED, OF_WEEK = "ics", "calendar"
LONGEST = 200
_KEY = re.compile(rf"{IMPORTED}:(?P<uid>[^:#]*)(?::\d{{4}}-\d\d-\d\d)?(?:#.*)?")


def _digest(text: str) -> str:
    from hashlib import blake2b

    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def bare(session: Session) -> bool:
    """Tell whether nothing is known of a session but that a calendar had it."""
    return session.source.startswith(f"{IMPORTED}:") and session.changed is None and not session.agenda


def imported(one: Appointment) -> str:
    """Return the id of an appointment as a source: the calendar's own, and which of a series it is."""
    from urllib.parse import quote

    uid = quote(one.uid, safe="@._-+=", errors="surrogatepass")
    if not uid or len(uid) > LONGEST:
        uid = f"-{_digest(one.uid or f'{fold(one.summary)} {one.start.isoformat()}')}"
    return f"{IMPORTED}:{uid}" + (f":{one.of.isoformat()}" if one.of else "")


def of_week(uid: str, summary: str, last: Day) -> str:
    """Return the source of what a week proposes of it, on the last day of that week it took place."""
    return f"{OF_WEEK}:{_digest(uid or fold(summary))}:{last.isoformat()}"


def known_in_week(entry: Entry) -> list[str]:
    """Return the sources of an entry, and that of a week for what was imported of a calendar."""
    from urllib.parse import unquote

    keys = entry.source.splitlines()
    found = [match["uid"] for key in keys if (match := _KEY.fullmatch(key))]
    uids = (unquote(uid, errors="surrogatepass") for uid in found)
    return [*keys, *(of_week(uid, "", entry.day) for uid in uids)]
