"""What a calendar brings into the store: meetings with people I know, and what titles tell of the rest."""

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from growth.records.appointment import Appointment
from growth.records.dates import Day, Instant
from growth.records.entry import Share
from growth.records.imported import Found, Reading
from growth.records.mentorship import Mentorship
from growth.records.person import Person
from growth.records.session import Session, SessionKind
from growth.rules.appointments import Me, called_off, is_mine, partner, summary_names
from growth.rules.calendar_keys import IMPORTED, imported, of_week
from growth.rules.meeting_titles import Title, between_two, title
from growth.rules.persons import means, who
from growth.rules.week_meetings import in_round
from growth.text.fold import words

FORMAT = IMPORTED
LONGEST = datetime.timedelta(hours=12)
_DAY = datetime.timedelta(days=1)
# What may stand beside the names of two in a title that says nothing else.
_BESIDE = frozenset(words(
    "and with me i x vs our the a weekly biweekly fortnightly monthly sync catch up catchup chat coffee"
    " lunch meeting check in checkin"
))  # fmt: skip
# In words that fit one and many, since those of several files are summed up.
_LEFT = {
    "private": "marked as private",
    "off": "called off or declined",
    "ahead": "not over yet",
    "noted": "already noted",
    "day": "of a whole day",
    "round": "of several people or nobody you know",
}
UNKNOWN = _LEFT["round"]


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """What the store knows. `keys` are the sources it has; `share` is how far entries travel by default."""

    everyone: Sequence[Person]
    sessions: Sequence[Session] = ()
    pairs: Sequence[Mentorship] = ()
    keys: frozenset[str] = frozenset()
    me: Me
    now: Instant
    share: Share | None = "private"


def reading(appointments: Iterable[Appointment], known: Known) -> Reading:
    """Return the sessions and entries that appointments become, and count all else by its reason."""
    taking = _Taking(known)
    for one in appointments:
        reason = taking.take(one)
        if reason:
            taking.left[reason] += 1
    return Reading(
        format=FORMAT,
        found=tuple(taking.found),
        left=tuple((_LEFT[why], count) for why, count in taking.left.items()),
        titles=tuple(taking.titles.items()),
    )


def ahead(count: int) -> tuple[tuple[str, int], ...]:
    """Return how many are left out as not over, in words."""
    return ((_LEFT["ahead"], count),) if count else ()


class _Taking:
    """Takes appointments one by one, in their order."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.found: list[Found] = []
        self.left: Counter[str] = Counter()
        self.titles: Counter[str] = Counter()
        self._named = who(known.everyone, known.me.names)
        self._met: set[tuple[str, Day]] = set()
        self._ids = {key.partition("#")[0] for key in known.keys}

    def take(self, one: Appointment) -> str:
        """Take an appointment; return why it is left out, or nothing."""
        if one.private:
            return "private"
        if called_off(one, self.known.me):
            return "off"
        if one.end > self.known.now:
            return "ahead"
        said = title(one.summary)
        person = None if said or one.all_day else self._whom(one)
        if person:
            return self._session(one, person)
        if said:
            return self._entry(one, said)
        return "day" if one.all_day else "round"

    def _whom(self, one: Appointment) -> Person | None:
        """Return the one person that it is with: by who is asked to come, else by a title of names only."""
        known = self.known
        unnamed = msgspec.structs.replace(one, summary="")
        found = partner(unnamed, known.everyone, known.me)
        if found or not (between_two(one.summary) or self._only_names(one.summary)):
            return found
        return partner(one, known.everyone, known.me)

    def _only_names(self, summary: str) -> bool:
        handles = summary_names(summary, self._named)
        called = {
            word
            for person in self.known.everyone
            if person.handle in handles
            for name in (person.name, *person.handles)
            for word in words(name)
        }
        mine = {word for name in self.known.me.names for word in words(name)}
        return all(word in called or word in mine or word in _BESIDE for word in words(summary))

    def _session(self, one: Appointment, person: Person) -> str:
        source = imported(one)
        if (person.handle, one.day) in self._met or (source not in self._ids and self._noted(one, person)):
            return "noted"
        self._met.add((person.handle, one.day))
        kind = self._kind(one, person)
        words = f"{'mentoring' if kind == 'mentoring' else '1:1'} with {person.name}"
        self._add(one, Found(
            line=0, day=one.day, precision="day", title=words, people=(person.handle,), becomes="session",
            meets=kind, source=source,
        ))  # fmt: skip
        return ""

    def _noted(self, one: Appointment, person: Person) -> bool:
        return any(
            session.day == one.day and means(session.person, person) for session in self.known.sessions
        )

    def _kind(self, one: Appointment, person: Person) -> SessionKind:
        """Return what a meeting is: mentoring where we are a pair and have no 1:1s besides."""
        known = self.known
        paired = any(
            means(pair.person, person) and pair.since <= one.day and (not pair.until or one.day <= pair.until)
            for pair in known.pairs
        )
        met = person.meets or any(
            session.kind == "1on1" and session.day and means(session.person, person)
            and session.source.partition("#")[0] != imported(one)
            for session in known.sessions
        )  # fmt: skip
        return "mentoring" if paired and ("mentor" in one.summary.lower() or not met) else "1on1"

    def _entry(self, one: Appointment, said: Title) -> str:
        known = self.known
        if of_week(one.uid, one.summary, one.day) in known.keys:
            return "noted"
        last = (one.end - _DAY).date() if one.all_day else one.day
        heard = said.kind == "talk" and one.organiser and not is_mine(one.organiser, known.me)
        self.titles["talk of somebody else" if heard else said.word] += 1
        days = f" ({one.day.isoformat()} to {last.isoformat()})" if last > one.day else ""
        lasted = one.end - one.start
        self._add(one, Found(
            line=0, day=last, precision="day", kind="learning" if heard else said.kind,
            title=f"{one.summary}{days}", tags=("talk",) if heard else said.tags,
            people=in_round((one,), known.everyone), share=known.share,
            spent=None if one.all_day or lasted > LONGEST else int(lasted.total_seconds() // 60) or None,
            source=imported(one),
        ))  # fmt: skip
        return ""

    def _add(self, one: Appointment, found: Found) -> None:
        from hashlib import blake2b

        said = f"{found.day} {found.becomes} {found.kind} {found.meets} {found.title} {found.spent}"
        version = blake2b(said.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
        self.found.append(msgspec.structs.replace(found, line=len(self.found) + 1, version=version))
