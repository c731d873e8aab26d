"""Damage: a file that something else changed reads with a warning and refuses writes, or is refused."""

from .disk import found
from .homes import place
from .lab import Lab, Tally


def damage(lab: Lab) -> Tally:
    """Read and write a store with a changed file, and one with a file that does not parse any more."""
    tally = Tally()
    for home, reads in (("unsealed", 0), ("broken", 3)):
        base = lab.homes.fresh(home)
        before = found(place(base) / "journal")
        listed = lab.program.run(["list"], place(base))
        faults = []
        if listed.code != reads or "journal/2026-11.json" not in listed.err:
            faults.append(f"a reader: exit {listed.code}, {listed.err.strip()}")
        for argv in (["log", "On top of it"], ["edit", "j261118-q003", "--add-tag", "more"], ["undo", "-y"]):
            run = lab.program.run(argv, place(base))
            if run.code != 3:
                faults.append(f"{' '.join(argv)}: exit {run.code}, {run.err.strip()}")
        if found(place(base) / "journal") != before:
            faults.append("what was damaged was written over")
        tally.add(f"{home} file", str(listed.code), faults)
    return tally
