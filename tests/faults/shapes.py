"""The shape of a run's file operations: what is done to which kind of file, in which order."""

import re
from collections.abc import Sequence
from pathlib import Path

from .harness import Op

_KINDS = (
    (r"data/home/lock", "lock"),
    (r"data/home/backup(s|/.*|s/.*)?", "backups"),
    (r"data/home(/(journal|others|history|templates|drafts))?", "folder"),
    (r"data/home/history/.*", "history"),
    (r"data/home/meta\.json", "meta"),
    (r"data/home/config\.toml", "config"),
    (r"data/home/templates/.*", "template"),
    (r"data/home/drafts/.*", "draft"),
    (r"data/home/.*\.json", "records"),
    (r"data|", "parents"),
    (r"out.*", "output"),
)


def _kind(path: str, base: Path) -> str:
    name = path.removeprefix(str(base)).strip("/")
    # The first form of a file, beside the one it becomes.
    name = re.sub(r"\.([^/]+)\.new", r"\1", name)
    return next((kind for pattern, kind in _KINDS if re.fullmatch(pattern, name)), name)


def shape(ops: Sequence[Op], base: Path) -> tuple[str, ...]:
    """Return the shape of a run: the steps that changed something, repeated ones told once with a plus."""
    steps = []
    for op in ops:
        if op.n > 0 and op.result >= 0 and op.name not in ("flock", "chmod", "utime"):
            steps.append(f"{op.name} {_kind(op.other or op.path, base)}")
    steps = ["back up" if step.endswith(" backups") else step for step in steps]
    return tuple(_once(steps))


def _plain(steps: list[str]) -> list[str]:
    return [step.rstrip("+") for step in steps]


def _once(steps: list[str]) -> list[str]:
    """Tell a run of equal steps, or of equal groups of steps, once."""
    for length in range(1, 12):
        at, out = 0, []
        while at < len(steps):
            group = _plain(steps[at : at + length])
            count = 1
            while _plain(steps[at + count * length : at + (count + 1) * length]) == group:
                count += 1
            if count > 1 and len(group) == length:
                out += [f"{step}+" for step in group]
                at += count * length
            else:
                out.append(steps[at])
                at += 1
        steps = out
    return steps
