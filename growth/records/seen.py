"""Which texts came before, and how often: of many no more is held than their hashes."""

from array import array
from collections import Counter
from collections.abc import Iterable

# So many are held as they are.
FEW = 10_000
_ALL = (1 << 64) - 1


class Seen:
    """Texts that were taken in. Among a million the odds are one in ten million that two pass for one."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._texts: set[str] = set()
        self._hashes: array[int] | None = None
        self._length = 0
        for text in texts:
            self.add(text)

    def __bool__(self) -> bool:
        return bool(self._texts or self._length)

    def add(self, text: str) -> bool:
        """Take in a text, and tell whether it is a new one."""
        if self._hashes is None:
            before = len(self._texts)
            self._texts.add(text)
            if before < FEW:
                return len(self._texts) > before
            self._hashes = array("Q", bytes(8 * 4 * FEW))
            for one in self._texts:
                self._put(hash(one) & _ALL or 1)
            self._texts = set()
            return self._length > before
        return self._put(hash(text) & _ALL or 1)

    def __contains__(self, text: object) -> bool:
        if self._hashes is None:
            return text in self._texts
        one = hash(text) & _ALL or 1
        return self._hashes[_place(self._hashes, one)] == one

    def _put(self, one: int) -> bool:
        if self._hashes is None:
            raise AssertionError(one)
        place = _place(self._hashes, one)
        if self._hashes[place]:
            return False
        self._hashes[place] = one
        self._length += 1
        if self._length * 2 > len(self._hashes):
            wider = array("Q", bytes(16 * len(self._hashes)))
            for other in self._hashes:
                if other:
                    wider[_place(wider, other)] = other
            self._hashes = wider
        return True


def _place(hashes: "array[int]", one: int) -> int:
    """Return where a hash stands, or the free place where it would."""
    place, size = one % len(hashes), len(hashes)
    while hashes[place] not in (0, one):
        place = (place + 1) % size
    return place


class Counted:
    """How often each text came."""

    def __init__(self) -> None:
        self._once = Seen()
        self._more: Counter[int] = Counter()

    def nth(self, text: str) -> int:
        """Take in a text, and return the how many-th of its like it is."""
        if self._once.add(text):
            return 1
        self._more[hash(text)] += 1
        return self._more[hash(text)] + 1
