"""One laboratory for the faults of a test process."""

import os
import sys
from collections.abc import Iterator

import pytest

from .harness import compiler
from .lab import Lab


@pytest.fixture(scope="session")
def lab() -> Iterator[Lab]:
    """A program with the injector; without a C compiler a skip, which in CI is a failure."""
    if sys.platform != "linux":
        pytest.skip("faults are injected with LD_PRELOAD, which only Linux has")
    if compiler() is None:
        if os.environ.get("CI"):
            pytest.fail("gcc is missing, and without it no fault can be injected")
        pytest.skip("gcc is missing")
    made = Lab()
    yield made
    made.close()
