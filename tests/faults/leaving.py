"""Leaving every question there is, in every way there is, and what each must come to."""

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from .conversations import Given, Talk, steps
from .conversing import Ended, Pool, Terminals
from .homes import place
from .lab import Tally
from .questions import PAGED, TYPED, Site, sites

# So many conversations at a time: most of one is waiting.
TOGETHER = 4
Files = dict[str, bytes]


class Way(NamedTuple):
    """A way to leave a question, and the exit code that it must end with; most of them in one way."""

    leave: Callable[[int, int], None]
    code: int
    others: dict[str, tuple[int, ...]]


# At Ctrl-D an editor and a pager end as they do by a key of their own, and what was typed into
# standard input is all there is: here it is nothing.
WAYS = {
    "Ctrl-C": Way(lambda leader, _: _press(leader, "\x03"), 130, {}),
    "Ctrl-D": Way(
        lambda leader, _: _press(leader, "\x04"),
        130,
        {PAGED: (0, 1), "in_editor": (0, 1, 130), TYPED: (0, 1, 2)},
    ),
    "TERM": Way(lambda _, process: os.kill(process, signal.SIGTERM), 143, {}),
    "HUP": Way(lambda _, process: os.kill(process, signal.SIGHUP), 129, {}),
}


def _press(leader: int, key: str) -> None:
    os.write(leader, key.encode())


class Left(NamedTuple):
    """One question that was left: which, how that ended, and what did not hold."""

    site: Site | None
    code: int
    faults: list[str]


def left(terminals: Terminals, base: Path, talk: Talk, count: int, way: Way) -> Left:
    """Have a conversation, leave it after so many keys, and judge what came of that."""
    home = place(base)
    at_start, at_question = files(base), Files()

    def leave(leader: int, process: int) -> None:
        at_question.update(files(base))
        way.leave(leader, process)

    known = {"given": str(base / "given"), "out": str(base / "out")}
    env = {
        "GROWTH_HOME": str(home),
        "EDITOR": f"sh {known['given']}/{talk.editor}.sh",
        "PAGER": f"sh {known['given']}/pager.sh",
    }
    ended = terminals.converse(
        [word.format_map(known) for word in talk.line.split()], talk.keys[:count], leave, env=env,
        rows=talk.rows, out=str(base / "printed") if talk.redirected else "",
    )  # fmt: skip
    faults = list(_faults(ended, way))
    if ended.left:
        faults += _kept(at_start, at_question, files(base), ended)
    return Left(ended.site, ended.code, faults)


def files(base: Path) -> Files:
    """Return every file of a place with what it holds, but for the lock, which holds nothing."""
    return {
        str(path.relative_to(base)): path.read_bytes()
        for path in sorted(base.rglob("*"))
        if path.is_file() and path.name not in ("lock", "printed")
    }


def _faults(ended: Ended, way: Way) -> Iterator[str]:
    if not ended.left:
        yield f"it ended with {ended.code} before it was left: {ended.shown[-200:]!r}"
        return
    wanted = way.others.get(ended.site.what if ended.site else "", (way.code,))
    if ended.code not in wanted:
        yield f"exit {ended.code}, not {' or '.join(map(str, wanted))}: {ended.shown[-200:]!r}"
    if "Traceback" in ended.shown:
        yield f"a traceback: {ended.shown[-300:]!r}"
    if not ended.modes:
        yield "the terminal's modes are not as they were"
    if ended.running:
        yield "something it started still runs"


def _kept(start: Files, question: Files, end: Files, ended: Ended) -> Iterator[str]:
    """Yield what is not as it was when the question was asked, and texts that are not named."""
    if ended.site and ended.site.what == "in_editor" and ended.code == 0:
        # Whoever ends an editor in its own way saves what was typed.
        yield from (f"left behind: {name}" for name in end.keys() - start.keys() if "drafts/" in name)
        return
    for name in sorted(question.keys() | end.keys()):
        if question.get(name) != end.get(name) and not (name not in question and "drafts/" in name):
            yield f"{name} is not as it was when it was asked"
    for name in sorted(end.keys() - start.keys()):
        if "drafts/" in name and name.rpartition("/")[2] not in "".join(ended.shown.split()):
            yield f"the text in {name} is not named"


def leaving(folder: Path, way: str, pool: Pool) -> Tally:
    """Leave every question in one way, several of them at a time; one that nothing leads to is a fault."""
    given, rows, reached = Given(folder), list(steps()), set[Site | None]()

    def one(number: int) -> Left:
        talk, count = rows[number]
        with pool.one() as terminals:
            return left(terminals, given.copy(talk.home, number), talk, count, WAYS[way])

    tally = Tally()
    with ThreadPoolExecutor(TOGETHER) as threads:
        for (talk, count), outcome in zip(rows, threads.map(one, range(len(rows))), strict=True):
            name = " ".join((talk.line, *map(repr, talk.keys[:count])))
            tally.add(f"{name}, {way}", str(outcome.code), outcome.faults)
            reached.add(outcome.site)
    tally.faults += [f"no conversation leads to {site}" for site in sites() if site not in reached]
    return tally
