"""A bound on the time that foreign input may take in a library that sets none itself."""

import contextlib
import signal
from collections.abc import Iterator

from growth.errors import GrowthError

# It is raised again and again, since a library may be where an exception is lost.
AGAIN = 0.5


class _Late(BaseException):
    """The time is over; no library catches this by mistake."""


@contextlib.contextmanager
def time_limit(seconds: float, late: GrowthError) -> Iterator[None]:
    """Raise `late` where what runs inside takes more processor time than that."""

    def ring(_number: int, _frame: object) -> None:
        raise _Late

    before = signal.signal(signal.SIGVTALRM, ring)
    try:
        try:
            signal.setitimer(signal.ITIMER_VIRTUAL, seconds, AGAIN)
            yield
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    except _Late:
        raise late from None
    finally:
        signal.signal(signal.SIGVTALRM, before)
