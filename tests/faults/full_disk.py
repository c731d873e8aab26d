"""A full disk: a small file system of its own where the system allows one, and a limit on file sizes.

As a script it is what runs inside that file system: it logs until nothing more fits, goes on for a
while, makes room, and prints as JSON what it was told and what is there.
"""

import json
import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

SIZE = "128k"
LIMIT = 24 << 10
MORE = (
    ["log", "one more"],
    ["config", "set", "me.name", "Kim"],
    ["undo", "-y"],
    ["log", "x" * 3000],
    ["people", "add", "kim"],
)


def growth(*argv: str) -> "subprocess.CompletedProcess[str]":
    """Run the program from a fresh start."""
    return subprocess.run(
        [sys.executable, "-m", "growth", *argv],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )


def fill(filler: Path | None) -> dict[str, object]:
    """Log until nothing fits; return ids that were acknowledged, and every answer that was no success."""
    ids: list[str] = []
    answers: list[tuple[int, str]] = []
    for number in range(400):
        run = growth("log", f"entry {number} " + "long " * 300)
        if run.returncode:
            answers.append((run.returncode, run.stderr))
            break
        ids.append(run.stdout.strip())
    for argv in MORE:
        run = growth(*argv)
        answers.append((run.returncode, run.stderr))
        if run.returncode == 0 and argv[0] == "log":
            ids.append(run.stdout.strip())
        if run.returncode == 0 and argv[0] == "undo":
            ids.pop()
    full = json.loads(growth("list", "--json").stdout or "[]")
    if filler is not None:
        filler.unlink()
    else:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    after = growth("log", "room again")
    ids.append(after.stdout.strip())
    room = json.loads(growth("list", "--json").stdout or "[]")
    return {
        "ids": ids,
        "answers": answers,
        "full": [entry["id"] for entry in full],
        "room": [entry["id"] for entry in room],
        "after": (after.returncode, after.stderr),
    }


def can_mount() -> list[str] | None:
    """Return how to run something with a file system of its own, or None where that is not allowed."""
    for how in (["unshare", "-m"], ["unshare", "-Urm"]):
        if (
            shutil.which("unshare")
            and subprocess.run([*how, "true"], capture_output=True, check=False).returncode == 0
        ):
            return how
    return None


def judge(told: dict[str, object]) -> list[str]:
    """Return what did not hold."""
    ids, answers = told["ids"], told["answers"]
    assert isinstance(ids, list) and isinstance(answers, list)
    faults = []
    if not any(code for code, _ in answers):
        faults.append("the disk was never full")
    for code, err in answers:
        if code not in (0, 4) or "Traceback" in err or (code and "growth: " not in err):
            faults.append(f"exit {code}: {err.strip()[-300:]}")
    full, room = told["full"], told["room"]
    assert isinstance(full, list) and isinstance(room, list)
    if not set(ids[:-1]) <= set(full):
        faults.append(f"{len(set(ids[:-1]) - set(full))} acknowledged and not there while the disk is full")
    if not set(ids) <= set(room):
        faults.append(f"{len(set(ids) - set(room))} acknowledged and not there with room again")
    if told["after"] != [0, ""]:
        faults.append(f"with room again: {told['after']}")
    return faults


def run(folder: Path, env: dict[str, str], *, mounted: bool) -> list[str] | None:
    """Fill a small disk, or files up to a limit; return the faults, or None where it cannot be tried."""
    how = can_mount() if mounted else []
    if how is None:
        return None
    disk = folder / "disk"
    disk.mkdir(exist_ok=True)
    words = [sys.executable, str(Path(__file__).resolve()), str(disk), "mounted" if mounted else "limited"]
    shell = 'mount -t tmpfs -o size="$1",mode=700 none "$2" && shift 2 && exec "$@"'
    command = [*how, "/bin/sh", "-c", shell, "sh", SIZE, str(disk), *words] if mounted else words
    done = subprocess.run(
        command, env=env | {"GROWTH_HOME": str(disk / "home")}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        return None if "mount" in done.stderr else [done.stderr.strip()[-400:]]
    return judge(json.loads(done.stdout))


def main() -> None:
    disk = Path(sys.argv[1])
    filler = disk / "filler" if sys.argv[2] == "mounted" else None
    if filler is not None:
        filler.write_bytes(bytes(20 << 10))
    else:
        resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT, resource.RLIM_INFINITY))
    json.dump(fill(filler), sys.stdout)


if __name__ == "__main__":
    os.umask(0o077)
    main()
