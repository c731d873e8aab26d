"""The files of an MLflow store: its experiments, their runs and data, and the models that are registered."""

import datetime
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import msgspec

from growth.exchange.practice_parts import mapping, plain, readable
from growth.records.dates import Day

META = "meta.yaml"
FINISHED = "3"
_ACTIVE = ("", "active")
_LATEST = 9_999_999_999_999


class Used(NamedTuple):
    """A dataset that a run used: as what, and which version of it."""

    name: str
    digest: str
    context: str = ""
    where: str = ""
    rows: int | None = None


class Value(NamedTuple):
    """The last value of a metric, as it was written, and the dataset it was measured on, if that is told."""

    metric: str
    value: str
    on: str = ""
    digest: str = ""


class Ran(NamedTuple):
    """One run that has ended."""

    id: str
    name: str
    day: Day
    params: tuple[tuple[str, str], ...]
    values: tuple[Value, ...]
    used: tuple[Used, ...]


class Version(NamedTuple):
    """One version of a model, and the run that made it."""

    model: str
    version: str
    day: Day | None
    run: str
    about: str = ""


class Store:
    """An MLflow file store by the paths of its files; what is deleted or cannot be read is left aside."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self.parts = parts
        self.inside: dict[str, list[str]] = {}
        self.below: dict[str, dict[str, None]] = {}
        for path in sorted(parts):
            folder, _, file = path.rpartition("/")
            self.inside.setdefault(folder, []).append(file)
            while folder:
                before, _, _ = folder.rpartition("/")
                self.below.setdefault(before, {})[folder] = None
                folder = before
        self.left = {"run that did not finish": 0, "deleted run": 0}

    def _meta(self, folder: str) -> dict[Any, Any]:
        path = f"{folder}/{META}"
        return readable(self.parts[path], path) if path in self.parts else {}

    def _folders(self, folder: str) -> list[str]:
        """Return the folders in one that have a file of facts."""
        return [place for place in self.below.get(folder, ()) if META in self.inside.get(place, ())]

    def experiments(self) -> Iterator[tuple[str, str, str]]:
        """Yield the folder, id and name of each experiment."""
        for folder in self._folders(""):
            meta = self._meta(folder)
            said = plain(meta.get("experiment_id")) and plain(meta.get("name"))
            if said and plain(meta.get("lifecycle_stage")) in _ACTIVE:
                yield folder, plain(meta.get("experiment_id")), said

    def runs(self, folder: str) -> list[Ran]:
        """Return the runs of an experiment that have ended well, the oldest first."""
        found: list[tuple[float, Ran]] = []
        for place in self._folders(folder):
            meta = self._meta(place)
            name = plain(meta.get("run_id")) or plain(meta.get("run_uuid"))
            ended = meta.get("end_time") or meta.get("start_time")
            day = day_of(ended)
            if not name or ended is None or not day:
                continue
            if plain(meta.get("lifecycle_stage")) not in _ACTIVE:
                self.left["deleted run"] += 1
            elif plain(meta.get("status")) not in (FINISHED, "FINISHED"):
                self.left["run that did not finish"] += 1
            else:
                params = tuple(self._texts(f"{place}/params"))
                values = tuple(self._values(f"{place}/metrics"))
                said = plain(meta.get("run_name")) or plain(meta.get("name"))
                ran = Ran(name, said, day, params, values, tuple(self._used(folder, place)))
                found.append((float(ended), ran))
        return [ran for _, ran in sorted(found, key=lambda pair: (pair[0], pair[1].id))]

    def _within(self, folder: str) -> Iterator[tuple[str, str]]:
        """Yield name and text of each file below a folder; a metric may have a slash in its name."""
        waiting = [folder]
        while waiting:
            place = waiting.pop()
            waiting += self.below.get(place, ())
            for file in self.inside.get(place, ()):
                path = f"{place}/{file}"
                yield path.removeprefix(f"{folder}/"), self.parts[path].decode("utf-8", "replace")

    def _texts(self, folder: str) -> Iterator[tuple[str, str]]:
        for name, text in self._within(folder):
            yield plain(name), plain(text, 60)

    def _values(self, folder: str) -> Iterator[Value]:
        for name, text in self._within(folder):
            rows = [row for line in text.splitlines() if (row := _row(line))]
            if rows and not name.startswith("system/"):
                _, value, on, digest = max(rows)
                yield Value(plain(name), value, on, digest)

    def _used(self, experiment: str, run: str) -> Iterator[Used]:
        for place in self._folders(f"{run}/inputs"):
            meta = self._meta(place)
            one = self._meta(f"{experiment}/datasets/{plain(meta.get('source_id'))}")
            name = plain(one.get("name"))
            if name:
                rows = _json(one.get("profile")).get("num_rows")
                where = _json(one.get("source")).get("uri") or _json(one.get("source")).get("path")
                context = plain(mapping(meta.get("tags")).get("mlflow.data.context"))
                whole = isinstance(rows, int) and not isinstance(rows, bool)
                yield Used(name, plain(one.get("digest")), context, plain(where), rows if whole else None)

    def registered(self) -> Iterator[Version]:
        """Yield the versions of models that are registered, of each the oldest first."""
        for folder in self._folders("models"):
            about = plain(self._meta(folder).get("description"))
            yield from sorted(
                (found for place in self._folders(folder) if (found := self._version(place, about))),
                key=lambda one: (len(one.version), one.version),
            )

    def _version(self, place: str, about: str) -> Version | None:
        meta = self._meta(place)
        name, version = plain(meta.get("name")), plain(meta.get("version"))
        run, made = plain(meta.get("run_id")), day_of(meta.get("creation_timestamp"))
        return Version(name, version, made, run, about) if name and version else None

    def logged(self, folder: str) -> Iterator[Version]:
        """Yield the models that runs of an experiment logged and nobody registered."""
        for place in self._folders(f"{folder}/models"):
            meta = self._meta(place)
            name, version = plain(meta.get("name")), plain(meta.get("model_id"))
            if name and version:
                day, run = day_of(meta.get("creation_timestamp")), plain(meta.get("source_run_id"))
                yield Version(name, version[:10], day, run)


def day_of(milliseconds: Any) -> Day | None:
    """Return the local day of an instant in milliseconds, or None where it is none."""
    if isinstance(milliseconds, int) and 0 < milliseconds <= _LATEST:
        return datetime.datetime.fromtimestamp(milliseconds / 1000, datetime.UTC).astimezone().date()
    return None


def _row(line: str) -> tuple[tuple[int, int, float], str, str, str] | None:
    """Return a line of a metric so that the last one is the greatest: by step, time and value."""
    parts = line.split()
    try:
        when = int(parts[0]), int(parts[2]) if len(parts) > 2 else 0
        key = when[1], when[0], float(parts[1])
    except (ValueError, IndexError):
        return None
    on = [plain(part) for part in parts[3:5]] if len(parts) > 4 else ["", ""]
    return key, plain(parts[1]), on[0], on[1]


def _json(text: Any) -> dict[str, Any]:
    try:
        found = msgspec.json.decode(str(text) if isinstance(text, str) else "{}")
    except (msgspec.DecodeError, RecursionError, UnicodeEncodeError):
        return {}
    return found if isinstance(found, dict) else {}
