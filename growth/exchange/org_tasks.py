"""What one headline of Org becomes: entries of what was done, and an action where something is to do."""

import re
from collections.abc import Iterator
from typing import NamedTuple, get_args

import msgspec

from growth.exchange import source_ids
from growth.exchange.markdown_text import links, split_title
from growth.exchange.org_lines import Headline, States
from growth.exchange.org_places import Places, tags_of
from growth.exchange.org_stamps import stamps
from growth.exchange.org_text import inline, is_encrypted, markdown
from growth.exchange.org_times import Fault, Times, without_hour
from growth.exchange.written_dates import When
from growth.records.dates import Day
from growth.records.entry import EntryKind
from growth.records.imported import Found, Misread

FORMAT = "org"
_MINUTES = re.compile(r"[0-9]{1,5}")
LOCKED = "encrypted with org-crypt: M-x org-decrypt-entry, save, and import it again"
BARE = "a heading with nothing under it"


class Context(NamedTuple):
    """What the headlines above and the file say of one."""

    when: When | None
    file: When | None
    kind: EntryKind
    project: str
    tags: tuple[str, ...]
    today: Day


def context(places: Places, headline: Headline, file: When | None, today: Day) -> Context:
    """Return what stands above a headline."""
    own = tags_of(headline.tags)
    tags = tuple(dict.fromkeys((*places.tags, *own)))
    says = headline.properties
    project = says.get("PROJECT", "") or says.get("CATEGORY", "") or places.project
    kind = next((one for one in get_args(EntryKind) if one == says.get("KIND")), places.kind(own))
    return Context(places.when, file, kind, project, tags, today)


class Task:
    """One headline with its times, and what was folded into its text."""

    def __init__(self, headline: Headline, times: Times, above: Context, *, loose: bool = False) -> None:
        self.headline, self.times, self.above, self.loose = headline, times, above, loose
        self.folded: list[str] = []
        self.tags = above.tags

    def fold(self, headline: Headline, times: Times) -> None:
        """Take what stands under this headline, and says no more of its own than words, into its text."""
        self.folded += [inline(times.title), markdown(times.body)]
        self.times.faults += times.faults
        self.tags = tuple(dict.fromkeys((*self.tags, *tags_of(headline.tags))))

    def _body(self, when: When | None) -> str:
        parts = (markdown(self.times.words(when.first if when else None)), *self.folded)
        return "\n\n".join(part for part in parts if part)

    def _day(self, *, done: bool) -> When | None:
        """Return the day of the headline: when it was done, or else when it was written or worked on."""
        times, named = self.times, self.times.named
        ended = max((one.stamp.day for one in times.ended if one.stamp.day), default=None) if done else None
        closed = named("CLOSED") or ended if done else None
        if closed:
            return When(closed, closed, "day")
        if times.when or self.above.when:
            return times.when or self.above.when
        clocked = max((day for day, _ in times.clocked), default=None)
        made = times.created.day if times.created else None
        is_open = self.headline.state and not done
        planned = None if self.headline.state else named("SCHEDULED") or named("DEADLINE")
        day = made or times.text_day() or (None if is_open else clocked) or planned
        return When(day, day, "day") if day else self.above.file

    def _spent(self, *, after: Day | None = None, until: Day | None = None) -> int | None:
        clocked = (
            minutes for day, minutes in self.times.clocked
            if (after is None or day > after) and (until is None or day <= until)
        )  # fmt: skip
        return sum(clocked) + (self.times.unplaced if after is None and until is None else 0) or None

    def _clocked_days(self) -> str:
        days: dict[Day, int] = {}
        for day, minutes in self.times.clocked:
            days[day] = days.get(day, 0) + minutes
        said = ", ".join(f"{day} {minutes} min" for day, minutes in sorted(days.items()))
        return f"Clocked: {said}" if len(days) > 1 else ""

    def found(
        self, when: When | None, body: str, *, mark: str = "", spent: int | None = None,
        due: Day | None = None, action: bool = False,
    ) -> Found:  # fmt: skip
        """Return a record of this headline; `mark` tells it from others of the same id."""
        title, rest = split_title(inline(self.times.title))
        title = without_hour(title) if when and when.precision == "day" else title
        body = "\n\n".join(part for part in (rest, body) if part)
        if not title:
            title, _, body = body.partition("\n")
            title, body = title.strip().lstrip("-+* "), body.strip()
        planned = not self.headline.state and when is not None and when.first > self.above.today
        tags = (*self.tags, "plan") if planned else self.tags
        # Properties that are called as a field of an entry is say it.
        says = self.headline.properties
        minutes = says.get("MINUTES", "")
        spent = int(minutes) if spent is None and _MINUTES.fullmatch(minutes) and not action else spent
        source = source_ids.source(FORMAT, says.get("ID", ""))
        day = when.last if when else None
        found = Found(
            line=self.headline.line,
            day=day,
            precision=when.precision if when else "none",
            kind="note" if planned else self.above.kind,
            title=title,
            body=body,
            tags=tags,
            project=self.above.project,
            links=links(f"{title}\n{body}\n{says.get('LINKS', '')}"),
            spent=spent,
            skills=tuple(skill for part in says.get("SKILLS", "").split(";") if (skill := part.strip())),
            impact=says.get("IMPACT", ""),
            star=says.get("STAR", "").lower() == "yes",
            due=due,
            becomes="action" if action else "entry",
        )
        if not source:
            return found
        said = msgspec.structs.asdict(found) | {"line": 0}
        # What marks of an export are there is nothing that it says.
        del said["exported"]
        return msgspec.structs.replace(
            found, source=source + mark, version=source_ids.digest(*said.values()),
            exported=says.get("EXPORTED", ""),
        )  # fmt: skip

    def _doubted(self, found: Found, faults: list[Fault]) -> Iterator[Found | Misread]:
        """Yield a record; one without a day for a fault of its own is in doubt."""
        doubted = found.day is None and found.becomes == "entry"
        fault = (faults.pop(0) if faults else self.times.text_fault()) if doubted else None
        yield Misread(fault.line, fault.text, fault.why, found) if fault else found

    def pieces(self, states: States) -> Iterator[Found | Misread]:
        """Yield what the headline becomes; what has no word is told once."""
        told = False
        for piece in self._pieces(states):
            found = piece if isinstance(piece, Found) else piece.kept
            if found is None or found.title:
                yield piece
            elif not told:
                told = True
                yield Misread(found.line, self.headline.raw.strip(), "a heading without words")

    def _pieces(self, states: States) -> Iterator[Found | Misread]:
        faults = list(self.times.faults)
        if is_encrypted(self.times.body):
            kept = self.found(self._day(done=False), "")
            yield Misread(kept.line, self.headline.raw.strip(), LOCKED, kept)
        elif self.headline.state in states.open:
            yield from self._open(states, faults)
        elif self.headline.state and any(stamp.repeats for stamp in self.times.planned.values()):
            yield from self._repeated(states, faults)
        else:
            yield from self._entry(faults)
        yield from (Misread(fault.line, fault.text, fault.why) for fault in faults)

    def _entry(self, faults: list[Fault]) -> Iterator[Found | Misread]:
        when = self._day(done=bool(self.headline.state))
        body = "\n\n".join(part for part in (self._body(when), self._clocked_days(), self._notes()) if part)
        found = self.found(when, body, spent=self._spent())
        bare = not (when or body or self.headline.state or faults or self.loose)
        if bare:
            yield Misread(found.line, self.headline.raw.strip(), BARE, found)
        else:
            yield from self._doubted(found, faults)

    def _notes(self) -> str:
        return "\n\n".join(one.note for one in self.times.ended if one.note)

    def _repeated(self, states: States, faults: list[Fault]) -> Iterator[Found | Misread]:
        """Yield an entry for each time that the task was done."""
        closed = self.times.planned.get("CLOSED")
        done = [one for one in self.times.ended if states.is_done(one.to) and one.stamp.day]
        days = {one.stamp.day for one in done}
        if not done or (closed and closed.day not in days):
            yield from self._entry(faults)
        yield from self._times_done(states)

    def _times_done(self, states: States) -> Iterator[Found]:
        ended = {
            (one.stamp.day, one.stamp.minutes): one.note
            for one in self.times.ended
            if one.stamp.day and states.is_done(one.to)
        }
        for stamp in stamps(self.headline.properties.get("LAST_REPEAT", "")):
            if stamp.day and stamp.day not in {day for day, _ in ended}:
                ended[stamp.day, stamp.minutes] = ""
        before: Day | None = None
        for (day, minutes), note in sorted(ended.items(), key=lambda pair: (pair[0][0], pair[0][1] or 0)):
            mark = f"/{day}" if minutes is None else f"/{day}T{minutes // 60:02}:{minutes % 60:02}"
            spent = self._spent(after=before or Day.min, until=day)
            yield self.found(When(day, day, "day"), note, mark=mark, spent=spent)
            before = day

    def _open(self, states: States, faults: list[Fault]) -> Iterator[Found | Misread]:
        """Yield the action that an open task is, and what was done of it already."""
        when = self._day(done=False)
        due = self.times.named("DEADLINE")
        action = self.found(when, self._body(when), due=due, action=True)
        yield from self._doubted(action, faults)
        done = list(self._times_done(states))
        yield from done
        last = done[-1].day if done else None
        spent = self._spent(after=last)
        clocked = max((day for day, _ in self.times.clocked), default=None)
        if spent:
            when = When(clocked, clocked, "day") if clocked else None
            yield self.found(when, self._clocked_days(), mark="/clock", spent=spent)
