"""A model of a disk: what of a run's file operations a power cut may take back.

A file's bytes are safe once the file was synced, a name in a folder once the folder was. Until
then each may be there or not: bytes lost, zeroed or half written, a name old or new. Nothing is
taken for granted of the order in which a file system writes what was not synced.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from .harness import Op

DATA = ("kept", "lost", "zeroed", "half")


class File:
    """Bytes as a process sees them, and as the disk has them for sure."""

    def __init__(self, data: bytes = b"") -> None:
        self.data = bytearray(data)
        self.durable = bytes(data)

    def after(self, how: str) -> bytes:
        """Return what the file may hold after a cut."""
        if how == "kept" or self.data == self.durable:
            return bytes(self.data)
        if how == "lost":
            return self.durable
        pairs = enumerate(zip(self.data, self.durable, strict=False))
        short = min(len(self.data), len(self.durable))
        same = next((at for at, (now, safe) in pairs if now != safe), short)
        half = same + (len(self.data) - same) // 2
        return bytes(self.data[: half if how == "half" else same]).ljust(
            half if how == "half" else len(self.data), b"\0"
        )


class Folder:
    """Names as the disk has them for sure, and the changes of names that are not yet synced."""

    def __init__(self) -> None:
        self.durable: dict[str, File | Folder] = {}
        self.pending: list[dict[str, File | Folder | None]] = []

    def names(self, chosen: "set[int] | None" = None) -> "dict[str, File | Folder]":
        """Return the names with those of the pending changes made whose identities are chosen."""
        names = dict(self.durable)
        for change in self.pending:
            if chosen is None or id(change) in chosen:
                for name, node in change.items():
                    if node is None:
                        names.pop(name, None)
                    else:
                        names[name] = node
        return names

    def sync(self) -> None:
        self.durable = self.names()
        self.pending = []


class Disk:
    """The files below one folder, which is there for sure."""

    def __init__(self, base: Path) -> None:
        self.base = base
        self.root = self._load(base)
        self._open: dict[int, tuple[File | Folder, bool, int]] = {}

    def _load(self, path: Path) -> Folder:
        folder = Folder()
        for child in path.iterdir():
            folder.durable[child.name] = self._load(child) if child.is_dir() else File(child.read_bytes())
        return folder

    def _find(self, path: str) -> "tuple[Folder, str, File | Folder | None]":
        parts = Path(path).relative_to(self.base).parts
        folder, node = self.root, self.root
        for part in parts:
            assert isinstance(node, Folder), path
            folder = node
            node = folder.names().get(part)  # type: ignore[assignment]  # None ends the walk below
        return folder, parts[-1] if parts else "", node

    def do(self, op: Op) -> None:
        """Follow one operation of a run."""
        if op.result < 0 and op.name not in ("list",):
            return
        step = getattr(self, f"_{'open_' if op.name == 'open' else op.name}", None)
        assert step is not None, f"the model of the disk does not know {op.name}"
        step(op)

    def _open_(self, op: Op) -> None:
        folder, name, node = self._find(op.path)
        if node is None:
            node = File()
            folder.pending.append({name: node})
        if op.extra & os.O_TRUNC and isinstance(node, File):
            node.data.clear()
        self._open[op.result] = (node, bool(op.extra & os.O_APPEND), 0)

    def _write(self, op: Op) -> None:
        assert len(op.data) == op.result, "the bytes of a write were not noted"
        descriptor = self._descriptor(op)
        node, append, at = self._open[descriptor]
        assert isinstance(node, File)
        start = len(node.data) if append else at
        self._put(node, start, op.data)
        self._open[descriptor] = (node, append, start + len(op.data))

    def _pwrite(self, op: Op) -> None:
        node, _, _ = self._open[self._descriptor(op)]
        assert isinstance(node, File)
        self._put(node, op.extra, op.data)

    def _descriptor(self, op: Op) -> int:
        # The note of an operation on a descriptor has the path; the newest one open on it is meant.
        _, _, node = self._find(op.path)
        return next(number for number, (other, _, _) in reversed(self._open.items()) if other is node)

    @staticmethod
    def _put(node: File, start: int, data: bytes) -> None:
        node.data.extend(bytes(max(0, start - len(node.data))))
        node.data[start : start + len(data)] = data

    def _ftruncate(self, op: Op) -> None:
        _, _, node = self._find(op.path)
        assert isinstance(node, File)
        del node.data[op.size :]
        node.data.extend(bytes(op.size - len(node.data)))

    _truncate = _ftruncate

    def _fsync(self, op: Op) -> None:
        _, _, node = self._find(op.path)
        if isinstance(node, Folder):
            node.sync()
        elif node is not None:
            node.durable = bytes(node.data)

    def _rename(self, op: Op) -> None:
        old, old_name, node = self._find(op.path)
        new, new_name, _ = self._find(op.other)
        if old is new:
            old.pending.append({old_name: None, new_name: node})
        else:
            new.pending.append({new_name: node})
            old.pending.append({old_name: None})

    def _link(self, op: Op) -> None:
        _, _, node = self._find(op.path)
        folder, name, _ = self._find(op.other)
        folder.pending.append({name: node})

    def _unlink(self, op: Op) -> None:
        folder, name, _ = self._find(op.path)
        folder.pending.append({name: None})

    _rmdir = _unlink

    def _mkdir(self, op: Op) -> None:
        folder, name, _ = self._find(op.path)
        folder.pending.append({name: Folder()})

    def _nothing(self, op: Op) -> None:
        """Follow an operation that neither bytes nor names depend on."""

    _chmod = _utime = _flock = _read = _pread = _stat = _list = _close = _nothing

    def close_all(self) -> None:
        """Forget what was open: the process has ended."""
        self._open.clear()

    # -- the cut -------------------------------------------------------------------------------

    def cuts(self) -> Iterator[dict[str, bytes | None]]:
        """Yield every tree of files that a power cut now may leave; None is a folder."""
        events = [id(change) for folder in self._folders(self.root) for change in folder.pending]
        choices: list[set[int]] = [set(events), set()]
        for number, event in enumerate(events):
            choices += [{event}, set(events) - {event}, set(events[:number])]
        seen: set[int] = set()
        for chosen in choices:
            for how in DATA:
                tree: dict[str, bytes | None] = {}
                self._walk(self.root, "", chosen, how, tree)
                # Who held the lock is told in its file, and nothing else depends on that.
                key = hash(frozenset(item for item in tree.items() if not item[0].endswith("/lock")))
                if key not in seen:
                    seen.add(key)
                    yield tree

    def _folders(self, folder: Folder) -> Iterator[Folder]:
        yield folder
        nodes = [node for change in folder.pending for node in change.values()]
        seen = {id(node): node for node in [*folder.durable.values(), *nodes] if isinstance(node, Folder)}
        for node in seen.values():
            yield from self._folders(node)

    def _walk(
        self, folder: Folder, path: str, chosen: set[int], how: str, tree: dict[str, bytes | None]
    ) -> None:
        for name, node in folder.names(chosen).items():
            if isinstance(node, File):
                tree[f"{path}/{name}"] = node.after(how)
            else:
                tree[f"{path}/{name}"] = None
                self._walk(node, f"{path}/{name}", chosen, how, tree)

    def now(self) -> dict[str, bytes | None]:
        """Return the tree as a process sees it."""
        tree: dict[str, bytes | None] = {}
        events = {id(change) for folder in self._folders(self.root) for change in folder.pending}
        self._walk(self.root, "", events, "kept", tree)
        return tree


def lay(tree: dict[str, bytes | None], base: Path) -> None:
    """Write a tree of files below a folder that is not there yet."""
    base.mkdir(parents=True)
    for name, data in sorted(tree.items()):
        if data is None:
            (base / name[1:]).mkdir(exist_ok=True, mode=0o700)
        else:
            (base / name[1:]).write_bytes(data)
            (base / name[1:]).chmod(0o600)


def found(base: Path) -> dict[str, bytes | None]:
    """Return the tree of files below a folder."""
    return {
        f"/{path.relative_to(base)}": None if path.is_dir() else path.read_bytes() for path in base.rglob("*")
    }
