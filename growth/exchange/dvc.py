"""Read a DVC project: datasets and what made them, pipelines that train, models, what was measured."""

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from growth.exchange import dvc_stages
from growth.exchange.dvc_stages import File, Stage
from growth.exchange.formats import Head
from growth.exchange.practice_parts import (
    MOST,
    begun,
    digest,
    document,
    is_code,
    is_model,
    leaves,
    readable,
    role_of,
    short,
)
from growth.records.imported import Misread, Reading, ReadOptions
from growth.records.practice import Derived, Practice, PracticeKind, State

FORMAT = "dvc"
_LIKE = re.compile(r"^(?:stages|artifacts|outs):[ \t]*$", re.MULTILINE)
_STAGES = re.compile(r"^stages:\s*$(?:\s+#.*$)*\s+[\w.@-]+:\s*$", re.MULTILINE)
_OUTS = re.compile(r"^outs:\s*\n- (?:md5|etag|path|size|hash|nfiles|checksum): ", re.MULTILINE)
PARAMS = 8


def is_one(head: Head) -> bool:
    """Tell whether a file is a dvc.yaml, a dvc.lock or a .dvc file."""
    file = posixpath.basename(head.name)
    if not (head.ending in (".dvc", ".lock", ".yaml", ".yml") or "." not in file):
        return False
    if file in ("dvc.yaml", "dvc.lock") or head.ending == ".dvc":
        return bool(_LIKE.search(head.text))
    return bool(_OUTS.search(head.text)) or ("cmd:" in head.text and bool(_STAGES.search(head.text)))


def read(data: bytes, *, name: str, options: ReadOptions) -> Reading:
    """Return what one file of a project tells; the whole of it says more."""
    whole = document(data, name)
    part = "data.dvc" if "outs" in whole else "dvc.lock" if "schema" in whole else "dvc.yaml"
    return project({part: data}, options=options)


def _nothing(path: str) -> bytes | None:
    return None


def project(
    parts: Mapping[str, bytes], *, options: ReadOptions, more: Callable[[str], bytes | None] = _nothing
) -> Reading:
    """Return what the files of a project tell, by their paths from its root; `more` reads the metrics."""
    reading = _Project(parts, options, more)
    practices = tuple(reading.practices())
    return Reading(format=FORMAT, practices=practices[:MOST], misread=tuple(reading.misread))


class _Project:
    """All stages of a project, and under which name each of its files is known."""

    def __init__(
        self, parts: Mapping[str, bytes], options: ReadOptions, more: Callable[[str], bytes | None]
    ) -> None:
        self.parts, self.more, self.project, self.day = parts, more, options.project, options.today
        self.misread: list[Misread] = []
        self.stages: list[Stage] = []
        self.tracked: dict[str, tuple[File, str]] = {}
        self.called: dict[str, tuple[str, str]] = {}
        for place in sorted(parts):
            self._take(place)
        self.made = {file.path: stage for stage in self.stages for file in stage.outs}
        self.hashes = {file.path: file.hash for stage in self.stages for file in stage.deps}
        self.hashes |= {path: file.hash for path, (file, _) in self.tracked.items()}
        self.hashes |= {file.path: file.hash for stage in self.stages for file in stage.outs}
        self.names = self._names()

    def _take(self, place: str) -> None:
        folder, file = posixpath.split(place)
        if file.endswith(".dvc"):
            for one, origin in dvc_stages.tracked(place, document(self.parts[place], place)):
                self.tracked[one.path] = one, origin
        beside = posixpath.join(folder, "dvc.yaml")
        if file == "dvc.yaml" or (file == "dvc.lock" and beside not in self.parts):
            told = document(self.parts[beside], beside) if beside in self.parts else {}
            lock = posixpath.join(folder, "dvc.lock")
            ran = document(self.parts[lock], lock) if lock in self.parts else {}
            self.stages += dvc_stages.stages(beside, told, ran)
            self.called |= {path: (name, type_) for path, name, type_ in dvc_stages.artifacts(beside, told)}

    def _kind(self, path: str) -> PracticeKind | None:
        """Return what a file is; None for metrics, pictures and programs."""
        stage = self.made.get(path)
        if stage and path in stage.metrics | stage.plots:
            return None
        named = self.called.get(path, ("", ""))[1]
        if named in ("model", "dataset"):
            return "model" if named == "model" else "dataset"
        if is_model(path) and (stage or path in self.tracked):
            return "model"
        known = stage or path in self.tracked or path.startswith("data/") or "/data/" in path
        return None if is_code(path) or not known else "dataset"

    def _names(self) -> dict[str, tuple[PracticeKind, str]]:
        """Return kind and name of each file that is data or a model; a model has a short one."""
        kinds = {path: kind for path in self.hashes if (kind := self._kind(path))}
        stems = [posixpath.basename(path).split(".")[0] for path, kind in kinds.items() if kind == "model"]
        found: dict[str, tuple[PracticeKind, str]] = {}
        for path, kind in kinds.items():
            stem = posixpath.basename(path).split(".")[0]
            short = stem if kind == "model" and stem and stems.count(stem) == 1 else path
            found[path] = kind, self.called.get(path, ("", ""))[0] or short
        return found

    def _of(self, kind: PracticeKind, files: tuple[File, ...]) -> tuple[str, ...]:
        named = (self.names.get(file.path) for file in files)
        return tuple(dict.fromkeys(one[1] for one in named if one and one[0] == kind))

    def _begun(self, kind: PracticeKind, name: str, key: str, **fields: Any) -> Practice:
        return begun(kind, name, f"dvc:{self.project}:{kind}:{key}", self.day, **fields)

    def practices(self) -> Iterator[Practice]:
        """Yield the records: data and models, then what trains, then what was measured."""
        for path, (kind, name) in self.names.items():
            yield self._file(path, kind, name)
        for stage in self.stages:
            for model in self._of("model", stage.outs)[:1]:
                yield self._pipeline(stage, model)
        for stage in self.stages:
            yield from self._evals(stage)

    def _file(self, path: str, kind: PracticeKind, name: str) -> Practice:
        stage, hash_ = self.made.get(path), self.hashes[path]
        made_of = self._of(kind, stage.deps) if stage else ()
        derived = tuple(Derived(of=of, by=stage.name if stage else "") for of in made_of)
        origin = self.tracked[path][1] if path in self.tracked else ""
        return self._begun(
            kind, name, path, location=origin or path, derived=derived,
            role=role_of(path) if kind == "dataset" else "",
            states=(State(day=self.day, version=short(hash_), hash=hash_),) if hash_ else (),
        )  # fmt: skip

    def _pipeline(self, stage: Stage, model: str) -> Practice:
        params = ", ".join(f"{key.rpartition('.')[2]} {text}" for key, text in stage.params[:PARAMS])
        ran = (State(day=self.day, version=short(digest(*stage.ran)), note=params),) if stage.ran else ()
        return self._begun(
            "pipeline", stage.name, f"{stage.place}:{stage.name}", location=stage.place, trains=model,
            data=self._of("dataset", stage.deps), states=ran, note=stage.command,
        )  # fmt: skip

    def _evals(self, stage: Stage) -> Iterator[Practice]:
        sets = self._of("dataset", stage.deps)
        on = next((one for one in sets if role_of(one) == "test"), sets[0] if sets else "")
        model = next(iter(self._of("model", stage.deps) or self._of("model", stage.outs)), "")
        hashes = {self.names[path][1]: hash_ for path, hash_ in self.hashes.items() if path in self.names}
        for file in stage.outs:
            if file.path not in stage.metrics:
                continue
            for metric, value in self._values(file):
                state = State(
                    day=self.day,
                    value=value,
                    on_version=short(hashes.get(on, "")),
                    version=short(hashes.get(model, "")),
                )
                yield self._begun(
                    "eval", f"{model or stage.name} {metric}", f"{file.path}:{metric}", location=file.path,
                    model=model, on=on, metric=metric, states=(state,),
                )  # fmt: skip

    def _values(self, file: File) -> list[tuple[str, str]]:
        """Return the numbers in a file of metrics; one that was changed since the run is not taken."""
        data = self.more(file.path)
        if data is None:
            return []
        if file.hash.startswith("md5:") and file.hash != _md5(data):
            why = "is not what the last run in dvc.lock made: dvc repro"
            self.misread.append(Misread(1, file.path, why))
            return []
        return [(name, value) for name, value in leaves(readable(data, file.path)) if _is_number(value)]


def _md5(data: bytes) -> str:
    from hashlib import md5

    return f"md5:{md5(data, usedforsecurity=False).hexdigest()}"


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
