"""growth mentor coach: what was seen of a mentor, and of myself as one."""

import json
from typing import Any

import pytest

from tests.commands.test_mentor import plain
from tests.conftest import Growth


@pytest.fixture
def sam(growth: Growth) -> Growth:
    growth.ok("people add sam --name 'Sam Reyes'")
    growth.ok("people add kim --name 'Kim Okafor'")
    return growth


def shown(growth: Growth, identifier: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(growth.ok(f"show {identifier} --json"))
    return found


def test_an_observation_is_kept_for_me_alone(sam: Growth) -> None:
    identifier = sam.ok(
        "mentor coach sam --asked yes --own-step 'Partly: Kim named it' --concrete n --mentee kim "
        "-d 2026-11-20"
    ).strip()
    assert shown(sam, identifier) == {
        "id": identifier, "person": "sam", "mentee": "kim", "day": "2026-11-20",
        "marks": [
            {"item": "asked", "seen": "yes", "words": ""},
            {"item": "own-step", "seen": "partly", "words": "Kim named it"},
            {"item": "concrete", "seen": "no", "words": ""},
        ],
        "words": "", "share": "private", "source": "", "created": "2026-11-24T10:00:00Z", "changed": None,
    }  # fmt: skip
    about = sam.ok("people about sam")
    assert "- **Sam Reyes** with Kim Okafor · *Fri 20 Nov* ·" in about
    assert "   - the mentee left with a step of their own: partly, Kim named it\n" in about
    assert "with Kim Okafor" in sam.ok("people about kim")


def test_it_asks_line_by_line_and_again_where_it_cannot_read(sam: Growth) -> None:
    said = sam.terminal("mentor coach sam", keys=["well\n", "no: told first\n", "y\n", "\n", "\n", "p\n"])
    out = plain(said.out)
    assert "asked before told? " in out
    assert "cannot read 'well' as whether it was seen" in out
    assert out[out.index("  Sam Reyes as a mentor") :].splitlines() == [
        "  Sam Reyes as a mentor, Tue 24 Nov",
        "      asked before told: no, told first",
        "      the mentee left with a step of their own: yes",
        "      the feedback was concrete: partly",
        "      for you only",
        "1 observation, the newest last",
        "asked before told                         no",
        "the mentee left with a step of their own  yes",
        "the feedback was concrete                 partly",
    ]


def test_the_trend(sam: Growth) -> None:
    for day, asked in ((3, "no"), (10, "no"), (17, "partly"), (20, "yes")):
        sam.ok(f"mentor coach sam --asked {asked} --kept yes -d 2026-11-{day:02}")
    sam.ok("mentor coach sam --words 'warm and quiet' -d 2026-11-21")
    assert sam.ok("mentor coach sam --trend") == (
        "asked  better  no,no,partly,yes\nown-step  -  -\nkept  steady  yes,yes,yes,yes\n"
        "safe  -  -\nconcrete  -  -\n"
    )
    assert plain(sam.terminal("mentor coach sam --trend").out) == (
        "5 observations, the newest last\n"
        "asked before told                     no no partly yes  better\n"
        "what was promised last time was kept  yes yes yes yes  steady\n"
    )
    found = json.loads(sam.ok("mentor coach sam --trend --json"))
    assert (found["person"], len(found["observations"])) == ("sam", 5)


def test_what_i_see_of_myself_is_mine_alone(sam: Growth) -> None:
    identifier = sam.ok("mentor coach --self --asked no --mentee kim").strip()
    assert shown(sam, identifier)["person"] == "me"
    assert sam("mentor coach --self --asked no --share person") == (
        "",
        "growth: how you look at yourself is for you alone\n        leave --share out\n",
        2,
    )
    assert sam(f"edit {identifier} --share person").code == 2


def test_how_far_it_may_travel(sam: Growth) -> None:
    identifier = sam.ok("mentor coach sam --asked no").strip()
    assert sam(f"edit {identifier} --share team").code == 2
    said = sam.terminal(f"edit {identifier} --share person")
    assert plain(said.out).splitlines()[-1] == f"{identifier}  for sam"


def test_forgetting_a_mentor_takes_it_along(sam: Growth) -> None:
    identifier = sam.ok("mentor coach sam --asked no --mentee kim").strip()
    sam("forget @kim -y")
    assert shown(sam, identifier)["mentee"] == ""
    sam("forget @sam -y")
    assert sam(f"show {identifier}").code == 1


@pytest.mark.parametrize(
    ("options", "why"),
    [
        ("", "the mentor is missing"),
        ("sam", "what was seen is missing, and there is no terminal to ask on"),
        ("sam --asked often", "cannot read 'often' as whether it was seen"),
        ("sam --self", "--self is about you"),
        ("sam --asked yes -d tomorrow", "2026-11-25 is still to come"),
        ("sam --asked yes --mentee nobody", "I know nobody called 'nobody'"),
    ],
)
def test_what_is_refused(sam: Growth, options: str, why: str) -> None:
    found = sam(f"mentor coach {options}")
    assert (found.code in (1, 2), found.err.splitlines()[0]) == (True, f"growth: {why}")


def test_an_empty_trend_says_how_to_begin(sam: Growth) -> None:
    assert plain(sam.terminal("mentor coach sam --trend").out) == (
        "nothing was noted yet: growth mentor coach sam\n"
    )
