"""The stages of a DVC project: dvc.yaml says what each does, dvc.lock what its last run took and made."""

import posixpath
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from growth.exchange.practice_parts import joined, leaves, mapping, mappings, plain, texts

_HASHES = ("md5", "etag", "checksum", "sha256")


class File(NamedTuple):
    """A file or folder that a stage takes or makes; the hash is that of the last run, if there was one."""

    path: str
    hash: str = ""


class Stage(NamedTuple):
    """One stage. `ran` tells everything that its last run depends on; it is empty where it never ran."""

    name: str
    place: str
    command: str = ""
    deps: tuple[File, ...] = ()
    outs: tuple[File, ...] = ()
    metrics: frozenset[str] = frozenset()
    plots: frozenset[str] = frozenset()
    params: tuple[tuple[str, str], ...] = ()
    ran: tuple[str, ...] = ()


def _path(value: Any) -> str:
    """Return the path of a dependency or an output: a text, or a mapping with one name."""
    if isinstance(value, dict):
        value = value.get("path") or next(iter(value), "")
    found = plain(value)
    # What a template fills in is told by the lock.
    return "" if "${" in found else found


def _paths(value: Any, folder: str) -> list[str]:
    those = value if isinstance(value, list) else list(value) if isinstance(value, dict) else [value]
    return [joined(folder, path) for one in those if (path := _path(one))]


def _locked(value: Any, folder: str) -> tuple[File, ...]:
    return tuple(File(joined(folder, path), hash_of(one)) for one in mappings(value) if (path := _path(one)))


def hash_of(one: Mapping[Any, Any]) -> str:
    """Return the hash that DVC wrote beside a path, with the name of its kind."""
    return next((f"{kind}:{text}" for kind in _HASHES if (text := plain(one.get(kind)))), "")


def _stage(name: str, place: str, told: Mapping[Any, Any], lock: Mapping[Any, Any]) -> Stage:
    told = mapping(told.get("do")) or told
    folder = posixpath.dirname(place)
    inner = joined(folder, plain(told.get("wdir")) or ".")
    deps, outs = _locked(lock.get("deps"), inner), _locked(lock.get("outs"), inner)
    metrics, plots = (_paths(told.get(part), inner) for part in ("metrics", "plots"))
    made = [*_paths(told.get("outs"), inner), *metrics, *plots]
    command = lock.get("cmd") or told.get("cmd")
    files = [f"{file.path} {file.hash}" for file in (*deps, *outs)]
    params = tuple((key, text) for one in mapping(lock.get("params")).values() for key, text in leaves(one))
    return Stage(
        name, place, " && ".join(texts(command)),
        deps or tuple(File(path) for path in _paths(told.get("deps"), inner)),
        outs or tuple(File(path) for path in made),
        frozenset(metrics), frozenset(plots), params,
        (*texts(command), *files, *(f"{key}={text}" for key, text in params)) if lock else (),
    )  # fmt: skip


def stages(place: str, told: Mapping[Any, Any], lock: Mapping[Any, Any]) -> Iterator[Stage]:
    """Yield the stages of one dvc.yaml with its dvc.lock, as seen from the root of the project.

    A stage for each of several values has the name of the one that they share, and its own after `@`.
    """
    named = mapping(told.get("stages"))
    ran = mapping(lock.get("stages"))
    families = {plain(name).partition("@")[0] for name in ran}
    for name in dict.fromkeys((*named, *ran)):
        said = plain(name)
        if said and (name in ran or said not in families):
            whole = mapping(named.get(name)) or mapping(named.get(said.partition("@")[0]))
            yield _stage(said, place, whole, mapping(ran.get(name)))


def artifacts(place: str, told: Mapping[Any, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield path, name and type of what a project says to be a model or a dataset of its own."""
    for name, one in mapping(told.get("artifacts")).items():
        path = _path(mapping(one).get("path"))
        if path and (said := plain(name)):
            yield joined(posixpath.dirname(place), path), said, plain(mapping(one).get("type"))


def tracked(place: str, told: Mapping[Any, Any]) -> Iterator[tuple[File, str]]:
    """Yield what one .dvc file keeps the hash of, and where that was taken from."""
    folder = joined(posixpath.dirname(place), plain(told.get("wdir")) or ".")
    come = mappings(told.get("deps"))[:1]
    repo = mapping(come[0].get("repo")) if come else {}
    origin = f"{plain(repo.get('url'))}#{plain(come[0].get('path'))}" if repo else ""
    origin = origin or (plain(come[0].get("path")) if come else "")
    for file in _locked(told.get("outs"), folder):
        yield file, origin
