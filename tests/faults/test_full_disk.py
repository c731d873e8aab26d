"""A full disk takes nothing that was written before, and room again is all that is needed."""

import pytest

from . import full_disk
from .lab import Lab


@pytest.mark.parametrize("mounted", [True, False], ids=["a disk of 128 KiB", "files of 24 KiB at most"])
def test_a_full_disk_takes_nothing_away(lab: Lab, mounted: bool) -> None:
    env = lab.program.environment(lab.folder / "disk" / "home", {})
    faults = full_disk.run(lab.folder, env, mounted=mounted)
    if faults is None:
        pytest.skip("no file system of its own may be mounted here; the limit on file sizes stands in for it")
    assert faults == []
