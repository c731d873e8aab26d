"""A killed demo leaves nothing behind once the next one has run; an interrupted one nothing at all."""

from .lab import Lab, thin
from .signals import ENDS

LINE = ("--demo", "people", "list")


def test_nothing_is_left_in_the_folder_for_temporary_files(lab: Lab) -> None:
    base = lab.homes.bare()
    temporary = base / "temporary"
    temporary.mkdir(parents=True)

    def run(plan: str = "") -> tuple[int, int]:
        """Run the demo; return its exit code, and how much it leaves."""
        env = {"TMPDIR": str(temporary)}
        code = lab.program.run(LINE, base / "home", env=env, plan=plan, watch=temporary).code
        return code, len(list(temporary.iterdir()))

    env = {"TMPDIR": str(temporary)}
    whole = lab.program.run(LINE, base / "home", env=env, watch=temporary, record=True)
    assert (whole.code, list(temporary.iterdir())) == (0, [])
    points = [op.n for op in whole.counted]
    for point in thin(points, 12):
        for when in ("before", "after"):
            assert run(f"kill-{when} {point}")[0] == -9
            assert run() == (0, 0), f"after a kill {when} {point}"
    for point in thin(points, 12):
        for number, code in ENDS.items():
            assert run(f"signal-after {point} {int(number)}") == (code, 0), f"signal {number} after {point}"
