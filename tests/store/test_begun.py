"""A store is begun by one process, while others look at the place."""

import threading
from pathlib import Path

from growth.store import meta


def test_a_store_that_another_begins_meanwhile_is_not_foreign(tmp_path: Path) -> None:
    place, ended = meta.path(tmp_path), threading.Event()

    def begin() -> None:
        while not ended.is_set():
            place.touch()
            place.unlink()

    other = threading.Thread(target=begin)
    other.start()
    try:
        for _ in range(20000):
            meta.refuse_foreign(tmp_path)
    finally:
        ended.set()
        other.join()
