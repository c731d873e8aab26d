"""Keep the compiled form of the templates that ship, so that a document does not compile them anew.

The cache lies in the user's cache directory, outside the home: it holds nothing of the user's, and
reading never writes to the store. Where it cannot be written, nothing is said: it is only slower.
"""

import os
import sys
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from growth import files
from growth.errors import GrowthError

LIMIT = 1 << 20


class Compiled(BytecodeCache):
    """Jinja's cache of compiled templates, in private files written whole."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        try:
            data = files.read_own(self._folder / bucket.key, limit=LIMIT)
        except GrowthError:
            return
        if data:
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        try:
            files.make_private(self._folder)
            files.write(self._folder / bucket.key, bucket.bytecode_to_string())
        except GrowthError:
            return


def cache() -> Compiled | None:
    """Return the cache of this user and this Python, or None where there is no place for one."""
    named = os.environ.get("XDG_CACHE_HOME", "")
    try:
        if sys.platform == "darwin":
            place = Path.home() / "Library" / "Caches"
        else:
            place = Path(named) if named.startswith("/") else Path.home() / ".cache"
    except RuntimeError:
        return None
    return Compiled(place / "growth" / f"templates-{sys.implementation.cache_tag}")
