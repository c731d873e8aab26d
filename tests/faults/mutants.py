"""Mutants: faults put into our own storage code on purpose, each of which a trial must catch."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from .damage import seals
from .errors import errors
from .examples import Example, representatives
from .harness import ROOT
from .kill import kill
from .lab import Enough, Lab, Tally
from .power import power
from .signals import signals
from .together import together

# What every new file is written by, and the same without the sync.
SYNCED = "        _write_all(descriptor, data)\n        os.fsync(descriptor)\n"
WRITTEN = "        _write_all(descriptor, data)\n"
Trial = Callable[[Lab], Tally]


class Mutant(NamedTuple):
    """A fault: pieces of a file of growth/ and what stands there instead, and who is to catch it."""

    name: str
    file: str
    changes: tuple[tuple[str, str], ...]
    trial: Trial


def _on(shape: str) -> Example:
    return next(example for example in representatives() if example.shape == shape)


MUTANTS = (
    Mutant(
        "the history is appended without fsync",
        "files.py",
        (("os.fsync(descriptor)\n                if before == 0:", "if before == 0:"),),
        lambda lab: power(lab, _on("one file"), 60),
    ),
    Mutant(
        "a file is written without fsync",
        "files.py",
        ((SYNCED, WRITTEN),),
        lambda lab: power(lab, _on("one file"), 60),
    ),
    Mutant(
        "a file is renamed before it is synced",
        "files.py",
        (
            (SYNCED, WRITTEN),
            ("os.replace(new, path)\n", "os.replace(new, path)\n            sync(path)\n"),
        ),
        lambda lab: power(lab, _on("one file"), 60),
    ),
    Mutant(
        "no directory is synced",
        "files.py",
        (("try:\n        os.fsync(descriptor)\n    except", "try:\n        pass\n    except"),),
        lambda lab: power(lab, _on("one file"), 60),
    ),
    Mutant(
        "nobody waits for the lock",
        "lock.py",
        (("        _acquire(descriptor, path)\n", ""),),
        lambda lab: together(lab, processes=8, times=10),
    ),
    Mutant(
        "the seal is ignored",
        "store/storage.py",
        (("    if not is_sealed(data):\n", "    if not data:\n"),),
        seals,
    ),
    Mutant(
        "the history comes after the files",
        "store/change.py",
        (
            ("    length = files.append(path, data)\n", "    length = len(data)\n"),
            ("        state = apply(store, known, (line,), month, size)\n",
             "        state = apply(store, known, (line,), month, size)\n        files.append(path, data)\n"),
        ),
        lambda lab: kill(lab, _on("move between months"), 60),
    ),
    Mutant(
        "meta.json comes before the files",
        "store/change.py",
        (
            ("        sealed.flush()\n", ""),
            ("    store.forget_cache()\n    return state\n",
             "    for stem in {turn.file for line in lines for turn in line.records}:\n"
             "        store.writable(stem).sealed.flush()\n    store.forget_cache()\n    return state\n"),
        ),
        lambda lab: kill(lab, _on("one file"), 60),
    ),
    Mutant(
        "a torn line is not cut off",
        "store/change.py",
        (("    if tail.torn:\n", "    if False:\n"),),
        lambda lab: kill(lab, _on("one file"), 60),
    ),
    Mutant(
        "a committed change is not rolled forward",
        "store/change.py",
        (("    if tail.pending:\n", "    if False:\n"),),
        lambda lab: kill(lab, _on("one file"), 60),
    ),
    Mutant(
        "the first form of a file is left lying",
        "files.py",
        (("os.unlink(new)\n            raise\n", "pass\n            raise\n"),),
        lambda lab: signals(lab, _on("document")),
    ),
    Mutant(
        "a short write is taken for a whole one",
        "files.py",
        (("            view = view[written:]\n", "            break\n"),),
        lambda lab: errors(lab, _on("one file")),
    ),
    Mutant(
        "an append that failed is taken for done",
        "files.py",
        (("_cut_back(descriptor, before, path, error)\n                raise\n", "return len(data)\n"),),
        lambda lab: errors(lab, _on("one file")),
    ),
)  # fmt: skip


def caught(mutant: Mutant, folder: Path) -> tuple[int, str]:
    """Put a mutant into a copy of the program; return at which trial it was caught, 0 if at none, and how."""
    tree = folder / "tree"
    # What is compiled already need not be again, but for the one file; what is being written may be gone.
    ignore = shutil.ignore_patterns("*.pyc.*")
    shutil.copytree(ROOT / "growth", tree / "growth", ignore=ignore)
    shutil.copytree(ROOT / "templates", tree / "templates", ignore=ignore)
    path = tree / "growth" / mutant.file
    source = path.read_text()
    for piece, instead in mutant.changes:
        assert source.count(piece) == 1, f"{mutant.file} has changed: where is {piece!r}?"
        source = source.replace(piece, instead)
    path.write_text(source)
    for compiled in (path.parent / "__pycache__").glob(f"{path.stem}.*.pyc"):
        compiled.unlink()
    lab = Lab(tree, one=True)
    try:
        tally = mutant.trial(lab)
    except Enough as end:
        tally = end.tally
    finally:
        lab.close()
    return (tally.trials, tally.faults[0]) if tally.faults else (0, "")
