"""No text of a record can steer the terminal out of a list to choose from, a question, or the pager."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.conversations import SCRIPTS
from tests.faults.conversing import Ended, Terminals
from tests.faults.leaving import WAYS
from tests.faults.questions import PAGED, sites

from . import homes
from .attacks import ATTACKS
from .conftest import EVERYTHING, Hostile
from .running import piped
from .test_terminal import OURS, STEERING, steering

# Each asks, and shows texts of records while it does; with the keys that lead on.
ASKED = (
    ("assess start --about {handle}", ()),
    ("assess start --about {handle} --ladder hostile", ()),
    ("feedback ask {handle}", ()),
    ("action drop {action}", ()),
    ("goal checkin {goal}", ()),
    ("wonder answer {wonder}", ()),
    ("reuse take {theirs}", ()),
    ("mentor close {handle}", ()),
    ("mentor checkin {handle} --goal 1", ()),
    ("mentor coach {handle}", ("x\n",)),
    ("note {handle}", ()),
    ("week --period 2026", ()),
    ("curate --period 2026", ()),
    ("assess rate --assessment {assessment} --all", ("e",)),
    ("delete {entry} {session} {action}", ()),
    ("people merge {other} {handle}", ()),
    ("bundle open {bundle}", ()),
)
PAGES = (
    "list --period 2026",
    "search e",
    "people list",
    "1on1 list {handle}",
    "action list --all",
    "goal list --all",
    "wonder list --all",
    "learning --period 2026",
    "practice list --all",
    "draft list",
    "practice lineage {practice}",
    "practice check",
    "practice thumbs {practice}",
    "learning recall e",
    "reuse search {text}",
    "mentor list --all",
    "feedback list --all",
    "feedback list --answers",
    "undo --list",
    "tag list",
    "project list",
    "stats --period 2026",
    "lint --period 2026",
    "ladder show hostile",
    "ladder compare hostile:L1 L2",
    "assess show {assessment}",
    "assess gaps --assessment {assessment}",
    "report brag",
    "report review --about {handle} --period 2026",
    "report mentorship --about {handle}",
    "report mentor-coaching --about {handle}",
    "prep {handle}",
    "team --with-mood",
    "people about {handle}",
    "radar",
    "radar --overlap",
    "1on1 bank list",
)
# What a list to choose from writes of its own: it moves about, erases, wraps or not, and asks where it is.
DRAWN = re.compile(r"\x1b\[(?:\d*[ABCDK]|0?J|6n|\?(?:7|12|25|1|2004)[hl]|[0-9;]*m)")
# As which an escape of a record is shown.
ESCAPE = "\u241b"


@pytest.fixture(scope="module")
def terminals(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminals]:
    opened = Terminals(tmp_path_factory.mktemp("terminals"), sites())
    (opened.folder / "pager.sh").write_text(SCRIPTS["pager.sh"])
    yield opened
    opened.close()


def talk(terminals: Terminals, hostile: Hostile, line: str, keys: tuple[str, ...], rows: int) -> Ended:
    """Run a command until it waits after the keys, then leave it."""
    known = {name: text.replace("\0", "") for name, text in hostile.of(EVERYTHING).items()}
    bundle = terminals.folder / "theirs.json"
    bundle.write_bytes(homes.of_theirs(901, "zed", known["text"]))
    env = {"GROWTH_HOME": str(hostile.home), "PAGER": f"sh {terminals.folder}/pager.sh"}
    words = [word.format_map(known | {"bundle": str(bundle)}) for word in line.split()]
    return terminals.converse(words, keys, WAYS["Ctrl-C"].leave, env=env, rows=rows)


def steered(shown: str) -> set[str]:
    """Return what steers the terminal and is neither a style of ours nor a list's own drawing."""
    return steering(DRAWN.sub("", OURS.sub("", shown)).replace("\r", "").replace("\b", ""))


def raw(shown: str) -> list[str]:
    """Return the attacks of which some control stands among the characters it stood among in the record."""
    return [
        name
        for name, text in ATTACKS.items()
        if any(text[max(0, at.start() - 3) : at.start() + 10] in shown for at in STEERING.finditer(text))
    ]


@pytest.mark.parametrize(("line", "keys"), ASKED, ids=lambda part: part if isinstance(part, str) else "")
def test_nothing_steers_a_question(
    line: str, keys: tuple[str, ...], terminals: Terminals, hostile: Hostile
) -> None:
    ended = talk(terminals, hostile, line, keys, 250)
    assert (ended.code, ended.left, ESCAPE in ended.shown) == (130, True, True), ended.shown[-500:]
    assert (steered(ended.shown), raw(ended.shown)) == (set(), [])


def test_nothing_steers_the_pager(terminals: Terminals, hostile: Hostile, tmp_path: Path) -> None:
    paged = set()
    hostile = hostile._replace(home=homes.copy(hostile.home, tmp_path / "home"))
    # In English, and without what lint asks for: of the others it has nothing to say, and nor has check.
    words = f"Shipped the cache {ATTACKS['cursor up over the line above']} {ATTACKS['bells']}"
    assert piped(hostile.home, ["log", "-m", words, "-k", "win"]).code == 0
    by_hand = ["practice", "add", "pipeline", words, "--trigger", "by-hand"]
    assert piped(hostile.home, by_hand).code == 0
    for line in PAGES:
        ended = talk(terminals, hostile, line, (), 1)
        assert (ended.code, ended.left) == (130, True), (line, ended.shown[-500:])
        assert steering(OURS.sub("", ended.shown)) == set(), line
        paged.add(ended.site)
    assert [str(site) for site in sites() if site.what == PAGED and site not in paged] == []


def test_what_steers_would_be_seen() -> None:
    """The proof of the proof: each attack with a control in it is seen where it stands as it is."""
    for name, text in ATTACKS.items():
        if STEERING.search(text):
            assert name in raw(f"before {text} after")
    assert steered("\x1b[2J \x1b]0;x\x07 \x1b[?1049h") == {"\x1b", "\x07"}
