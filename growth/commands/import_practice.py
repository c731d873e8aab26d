"""What tools for data, models and prompts keep: a DVC project, an MLflow store, a configuration, a card."""

import itertools
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec.structs import replace

from growth import files, programs
from growth.app import App
from growth.errors import GrowthError, Refused, WrongUsage
from growth.exchange import formats
from growth.records.dates import Day, Instant
from growth.records.imported import Reading, ReadOptions
from growth.records.practice import Practice
from growth.rules import practice_import
from growth.rules.practice_import import PracticePlan
from growth.store.change import Change

MOST = 50_000
# Together; an MLflow store holds many files of a few bytes each.
SIZE = 64 << 20
LONGEST = 2 << 20
_ASIDE = frozenset({"node_modules", "__pycache__", "venv", "site-packages"})
_DVC = ("dvc.yaml", "dvc.lock")
_LOOKED_AT = 1000
_HOLDS = {"artifacts", "traces"}
FOLDERS = ("dvc", "mlflow")


def is_dvc(path: Path) -> bool:
    """Tell whether a folder is the root of a DVC project, or a part of one that has stages."""
    return any((path / name).is_file() for name in _DVC) or (path / ".dvc").is_dir()


def _stores(path: Path) -> list[Path]:
    """Return the MLflow file stores that a folder is, or holds under the name that MLflow gives."""
    return [place for place in (path, path / "mlruns") if is_store(place)]


def is_store(path: Path) -> bool:
    """Tell whether a folder is an MLflow file store: one that holds experiments."""
    if not path.is_dir():
        return False
    for folder in itertools.islice(path.iterdir(), _LOOKED_AT):
        meta = folder / "meta.yaml"
        if meta.is_file() and b"experiment_id:" in files.read(meta, limit=4096, part=True):
            return True
    return False


def folder(app: App, path: Path, given: str, format_: str | None, options: ReadOptions) -> list[Reading]:
    """Return what the tools keep in a folder; nothing where it is none of theirs."""
    if format_ not in (None, *FOLDERS):
        return []
    # Of a folder that is named by a dot the name is its own; a store under MLflow's own is its project's.
    place = path.resolve()
    options = replace(options, project=(place.parent if place.name == "mlruns" else place).name)
    found = []
    if format_ != "mlflow" and is_dvc(path):
        found.append(_project(path, options))
        for name, word in (("promptfooconfig.yaml", "promptfoo"), ("README.md", "card")):
            if format_ is None and (path / name).is_file() and _is(path / name, word):
                found.append(one(path / name, files.read(path / name, limit=LONGEST), word, options))
    if format_ != "dvc":
        found += (_store(app, place, options) for place in _stores(path))
    if format_ and not found:
        raise WrongUsage(
            f"{given} is not {formats.label(format_)}", "name the folder with dvc.yaml, or the folder mlruns"
        )
    if found and format_ is None:
        more = {"notes": "markdown"} | ({"commits": "git"} if (path / ".git").exists() else {})
        hints = (f"its {what}: growth import -f {word} {given}" for what, word in more.items())
        app.screen.say((f"{given} is read for the practice register; {'; '.join(hints)}", "dim"))
    return found


def _is(path: Path, word: str) -> bool:
    head = formats.Head(files.read(path, limit=LONGEST, part=True), path.name)
    return formats.BY_WORD[word].reader.is_one(head)


def one(path: Path, data: bytes, word: str, options: ReadOptions) -> Reading:
    """Return what one file tells, with what belongs to it in its folder."""
    options = replace(options, project=options.project or path.resolve().parent.name)
    if word == "dvc" and path.name in _DVC:
        return _project(path.parent, options)
    options = replace(options, today=_day(path, options.today))
    if word == "promptfoo":
        from growth.exchange import promptfoo

        return promptfoo.read(data, name=path.name, options=options, more=_within(path.parent))
    return formats.BY_WORD[word].reader.read(data, name=path.name, options=options)


def _within(root: Path) -> Callable[[str], bytes | None]:
    """Return what reads a file of a project by its path; nothing outside of it is touched."""
    inside = root.resolve()

    def read(path: str) -> bytes | None:
        place = (root / path).resolve()
        if not place.is_relative_to(inside) or not place.is_file() or place.stat().st_size > LONGEST:
            return None
        return files.read(place, limit=LONGEST)

    return read


def _day(path: Path, today: Day) -> Day:
    """Return the day on which a file last changed: that of its commit, where it is as it was committed.

    A copy of a repository is only as old as the copying.
    """
    # Nothing that a foreign repository could have set up is run by these two, as git status would.
    git = ["git", "-c", "log.showSignature=false"]
    try:
        blob = programs.run([*git, "rev-parse", f"HEAD:./{path.name}"], cwd=path.parent).strip()
        if path.is_file() and blob == _blob(files.read(path, limit=LONGEST), len(blob)):
            said = programs.run([*git, "log", "-1", "--format=%cI", "--", path.name], cwd=path.parent)
            return min(today, Instant.fromisoformat(said.decode("ascii").strip()).astimezone().date())
    except (GrowthError, ValueError):
        pass
    return min(today, Instant.fromtimestamp(path.stat().st_mtime).date())


def _blob(data: bytes, length: int) -> bytes:
    """Return the name that git has for what a file holds, in its older form or its newer one."""
    from hashlib import sha1, sha256

    whole = b"blob %d\0%b" % (len(data), data)
    found = sha256(whole) if length == 64 else sha1(whole, usedforsecurity=False)
    return found.hexdigest().encode()


def _project(path: Path, options: ReadOptions) -> Reading:
    from growth.exchange import dvc

    wanted = [place for place in _walk(path) if place.name in _DVC or place.suffix == ".dvc"]
    parts = _parts(path, wanted)
    lock = path / "dvc.lock"
    newest = lock if lock.is_file() else max(wanted, key=lambda place: place.stat().st_mtime, default=path)
    return dvc.project(parts, options=replace(options, today=_day(newest, options.today)), more=_within(path))


def _store(app: App, path: Path, options: ReadOptions) -> Reading:
    from growth.exchange import mlflow
    from growth.terminal.progress import Progress

    wanted = []
    with Progress(app.screen) as progress:
        for place in _walk(path):
            if place.name == "meta.yaml" or {"metrics", "params"} & {*place.relative_to(path).parts[:-1]}:
                wanted.append(place)
                progress.at(str(place))
        return mlflow.store(_parts(path, wanted), options=options)


def _walk(root: Path) -> Iterator[Path]:
    """Yield the files below a folder that may be facts; artifacts, links and what is hidden are none."""
    seen = 0
    for place, folders, names in os.walk(root):
        folders[:] = sorted(
            name for name in folders if not (name.startswith(".") or name in _ASIDE or name in _HOLDS)
        )
        for name in sorted(names):
            seen += 1
            if seen > MOST:
                raise Refused(f"{root} holds more than {MOST:,} files", "name a part of it")
            path = Path(place) / name
            if path.is_file() and not path.is_symlink():
                yield path


def _parts(root: Path, wanted: list[Path]) -> dict[str, bytes]:
    parts, size = {}, 0
    for path in wanted:
        data = files.read(path, limit=LONGEST)
        size += len(data)
        if size > SIZE:
            raise Refused(f"{root} holds more than {SIZE >> 20} MB of facts", "name a part of it")
        parts[str(path.relative_to(root))] = data
    return parts


def plan(app: App, readings: list[Reading]) -> PracticePlan:
    """Return what the register would gain."""
    found = [one for reading in readings for one in reading.practices]
    return practice_import.plan(found, app.store.all(Practice)) if found else PracticePlan()


def save(app: App, change: Change, those: PracticePlan, share: str) -> None:
    """Add what is new, and the new states of what is here."""
    for new in those.new:
        change.add(replace(new, created=app.now(), share=share))
    for old, new in those.changed:
        # What was written by hand and is found by a tool keeps its words from then on.
        change.edit(old, new, by_hand=not old.source)
