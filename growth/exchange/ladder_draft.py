"""A ladder while it is being read: readers say what they find, and one place gives it ids and order."""

import re
from collections import Counter
from collections.abc import Iterable

from growth.errors import Refused
from growth.exchange import ladder_limits as limits
from growth.exchange.ladder_levels import ranked
from growth.records.dates import Instant
from growth.records.imported import Misread
from growth.records.ladder import Criterion, Ladder, Level, Theme
from growth.records.ladder_reading import LadderReading

_NO_ID = re.compile(r"[^\w.+-]+")
_EDGE = re.compile(r"^[\W_]+|[^\w)\]+#.!?]+$")
# What each reader may find before anything is made of it.
_MOST = 50_000


def slug(text: str) -> str:
    """Return a text as an id: letters, digits and dashes; nothing where there are none."""
    return _NO_ID.sub("-", text.strip()).strip("-._+")[:60].rstrip("-._+")


def label(text: str) -> str:
    """Return a name on one line, without the signs and emoji around it."""
    return _EDGE.sub("", " ".join(text.split()))[: limits.NAME]


def _numbered(start: str, text: str) -> str:
    """Return an id that is the same whenever the words are."""
    from hashlib import sha256

    return f"{start}-{sha256(' '.join(text.split()).casefold().encode(errors='replace')).hexdigest()[:6]}"


class Draft:
    """What was found so far. A level or theme met again is the same one."""

    def __init__(self, form: str, name: str, source: str) -> None:
        self.form, self.source = form, source
        self.name = label(name) or "Ladder"
        self.licence = ""
        self.version = "1"
        self.notes: list[str] = []
        self._levels: dict[str, tuple[Level, bool]] = {}
        self._themes: dict[str, Theme] = {}
        self._twice: list[tuple[Level, bool] | Theme] = []
        self._criteria: list[Criterion] = []
        self._ids: Counter[str] = Counter()
        self._misread: list[Misread] = []
        self._left: Counter[str] = Counter()

    def level(
        self, name: str, *, id: str = "", rank: int | None = None, track: str = "", new: bool = False
    ) -> str:
        """Take in a level and return its id; with `new` one that is there already is there twice."""
        identifier = slug(id) or self._called(name) or slug(name) or _numbered("level", name)
        level = Level(
            id=identifier, name=label(name) or identifier, rank=rank or 0, track=" ".join(track.split())
        )
        if identifier in self._levels and new:
            self._twice.append((level, rank is not None))
        self._levels.setdefault(identifier, (level, rank is not None))
        return identifier

    def _called(self, name: str) -> str:
        """Return the id of the level of that name, which may stand under a number of its own."""
        if slug(name) in self._levels:
            return slug(name)
        named = (known for known, (one, _) in self._levels.items() if one.name == label(name))
        return next(named, "") if label(name) else ""

    def theme(self, name: str, *, id: str = "", kind: str = "", new: bool = False) -> str:
        """Take in a theme and return its id; with `new` one that is there already is there twice."""
        identifier = slug(id) or slug(name).lower() or _numbered("theme", name)
        theme = Theme(id=identifier, name=label(name) or identifier, kind=label(kind))
        if identifier in self._themes and new:
            self._twice.append(theme)
        self._themes.setdefault(identifier, theme)
        return identifier

    def kind_of(self, theme: str) -> str | None:
        """Return the kind of a theme, or None where there is no such theme yet."""
        known = self._themes.get(theme)
        return known.kind if known else None

    def criterion(
        self,
        theme: str,
        level: str,
        summary: str,
        *,
        id: str = "",
        examples: Iterable[str] = (),
        markers: Iterable[str] = (),
    ) -> None:
        """Take in a criterion; one without an id gets one from its theme, its level and its words."""
        text = limits.tidy(summary)
        identifier = slug(id) or self._made(f"{theme}-{level}", text)
        self._criteria.append(
            Criterion(
                id=identifier,
                theme=theme,
                level=level,
                summary=text,
                examples=tuple(said for one in examples if (said := limits.tidy(one))),
                markers=tuple(said for one in markers if (said := " ".join(one.split()))),
            )
        )
        if len(self._criteria) > _MOST:
            raise Refused(f"{self.source} holds more than {_MOST:,} criteria", "split it")

    def _made(self, cell: str, text: str) -> str:
        found = _numbered(cell, text)
        self._ids[found] += 1
        return found if self._ids[found] == 1 else f"{found}-{self._ids[found]}"

    def misread(self, line: int, text: str, why: str) -> None:
        """Note a piece that was not understood."""
        self._misread.append(Misread(line, " ".join(text.split())[: limits.NAME], why))

    def leave(self, what: str, count: int = 1) -> None:
        """Count what was understood and yet has no place in the normal form."""
        if count:
            self._left[what] += count

    @property
    def count(self) -> int:
        """How many criteria there are so far."""
        return len(self._criteria)

    def done(self, key: str, created: Instant) -> LadderReading:
        """Return the ladder; refuse what holds none."""
        levels, themes = [*self._levels.values()], [*self._themes.values()]
        for one in self._twice:
            levels.extend([one] if isinstance(one, tuple) else [])
            themes.extend([one] if isinstance(one, Theme) else [])
        if not (levels and self._criteria):
            what = "criterion" if levels else "level"
            raise Refused(f"{self.source} holds no {what} of a ladder", limits.SHAPES)
        ladder = Ladder(
            key=key, name=self.name, version=self.version, source=self.source, licence=self.licence,
            levels=ranked(levels), themes=tuple(themes), criteria=tuple(self._criteria), created=created,
        )  # fmt: skip
        limits.check(ladder, self.source)
        return LadderReading(
            format=self.form, ladder=ladder, misread=tuple(self._misread),
            left_out=tuple(sorted(self._left.items())), notes=tuple(self.notes),
        )  # fmt: skip
