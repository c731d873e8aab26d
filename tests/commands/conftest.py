"""Stores that several commands are tried on."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import NOW


@pytest.fixture(scope="package")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the demo's two stores, `engineer` and `manager`; nobody writes to them."""
    place = tmp_path_factory.mktemp("demo") / "stores"
    command = [sys.executable, "-m", "growth", "--home", str(place / "none"), "demo", str(place)]
    subprocess.run(command, check=True, capture_output=True, env={"GROWTH_NOW": NOW, "PATH": ""})
    return place
