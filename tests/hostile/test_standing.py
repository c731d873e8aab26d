"""An assessment that rests on everything there is shows others nothing that is private, nor does a plan."""

import json
import re
from pathlib import Path

import pytest

from growth.exchange import out_jsonl
from growth.records.action import Action
from growth.records.answer import Answer
from growth.records.assessment import Assessment, Evidence, Judgement, Rating
from growth.records.entry import Entry
from growth.records.goal import Checkin, Goal
from growth.records.kinds import Record
from growth.records.ladder import Criterion, Level, Theme
from growth.records.session import Session
from growth.rules.cited import claims

from . import homes
from .attacks import ATTACKS
from .homes import CREATED, DAY, TODAY
from .running import piped
from .test_canaries import CANARY, Canaries, open_ones, private
from .test_documents import MINE, check_page
from .test_terminal import steering

REPORTS = ("self-review", "promotion", "growth-plan")
AUDIENCES = ("manager", "team", "@ana", "@bo")
FORMATS = ("md", "html", "text", "json", "term")
SHARED = homes.identifier("a", 700)
PICTURE = re.compile(r"<figure.*?</figure>", re.DOTALL)
JUDGED: tuple[Judgement, ...] = ("doing", "starting")
EVIDENCE = (Entry, Session, Action, Answer)


def assessment(records: list[Record], text: str = "a sentence", *, ids: str = "") -> Assessment:
    """Return an assessment that everybody may read, with every record there is as evidence.

    `ids` stands in the ids of its criteria, which the author of a ladder writes, too.
    """
    links = tuple(
        Evidence(criterion=f"craft-{number % 2}{ids}", record=record.id, up=True, day=TODAY)
        for number, record in enumerate(one for one in records if isinstance(one, EVIDENCE))
    )
    return Assessment(
        id=SHARED, ladder="small", target="L1", period="2026-H2", start=TODAY - DAY * 90,
        end=TODAY + DAY * 30, day=TODAY, finished=TODAY, share="team", title=text,
        ratings=tuple(
            Rating(criterion=f"craft-{number}{ids}", judgement=said, statement=text, day=TODAY)
            for number, said in enumerate(JUDGED)
        ),
        evidence=links, levels=(Level(id="L1", name=text, rank=1),),
        themes=(Theme(id="craft", name=text), Theme(id="talk", name=text)),
        criteria=tuple(
            Criterion(id=f"{id}{ids}", theme=id.partition("-")[0], level="L1", summary=text)
            for id in ("craft-0", "craft-1", "talk-1")
        ),
        created=CREATED,
    )  # fmt: skip


def goal(number: int, share: str, word: str) -> Goal:
    look = Checkin(day=TODAY, text=word)
    return Goal(
        id=homes.identifier("g", 700 + number), text=word, day=TODAY - DAY, due=TODAY + DAY, checkins=(look,),
        criterion="small/craft-1", share=share, created=CREATED,  # type: ignore[arg-type]  # one of the shares
    )  # fmt: skip


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("standing") / "home"
    make = Canaries()
    records: list[Record] = [*private(make), *open_ones(make)]
    records += [assessment(records), goal(0, "private", make.word()), goal(1, "team", "an open goal")]
    ran = piped(place, ["import", "-f", "jsonl", "-", "--yes"], out_jsonl.write(records))
    assert ran.code == 0, ran
    return place


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("name", REPORTS)
def test_nothing_private_is_in_it_for_others(home: Path, name: str, audience: str) -> None:
    for form in FORMATS:
        ran = piped(home, ["report", name, "--assessment", SHARED, "--for", audience, "-f", form])
        assert ran.code == 0, ran
        assert CANARY.findall(ran.out + ran.err) == [], (name, audience, form)
        assert "zed" not in ran.out
    assert "an open goal" in ran.out


@pytest.mark.parametrize("audience", AUDIENCES)
def test_nothing_private_is_in_what_a_program_reads_for_others(home: Path, audience: str) -> None:
    asked = ["draft", "self-review", "--assessment", SHARED, "--period", "2026", "--print"]
    ran = piped(home, [*asked, "--for", audience])
    assert ran.code == 0, ran
    assert CANARY.findall(ran.out + ran.err) == []
    assert "zed" not in ran.out
    assert CANARY.findall(piped(home, [*asked, "--for", "me"]).out)


@pytest.mark.parametrize("name", REPORTS)
def test_for_me_all_of_it_is_there(home: Path, name: str) -> None:
    ran = piped(home, ["report", name, "--assessment", SHARED])
    assert CANARY.findall(ran.out)


def attacked(place: Path, text: str) -> Path:
    """Return a home with one text in all that the documents are made from."""
    mine = homes.of_mine(1, "p01", text, relation="peer", share="team")
    made: list[Record] = [
        assessment([one for one in mine if isinstance(one, EVIDENCE)], text),
        goal(0, "team", text),
    ]
    ran = piped(place, ["import", "-f", "jsonl", "-", "--yes"], out_jsonl.write([*mine, *made]))
    assert ran.code == 0, ran
    return place


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return attacked(tmp_path_factory.mktemp("harmless") / "home", "words that mean no harm")


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_text_makes_a_document_hold_what_was_not_meant(
    attack: str, harmless: Path, tmp_path: Path
) -> None:
    home = attacked(tmp_path / "home", ATTACKS[attack])
    for name in REPORTS:
        command = ["report", name, "--assessment", SHARED]
        # The charts have tests of their own.
        page, plain = (PICTURE.sub("", piped(one, [*command, "-f", "html"]).out) for one in (home, harmless))
        check_page(page, plain, MINE)
        for form in ("md", "text", "term"):
            assert steering(piped(home, [*command, "-f", form]).out) == set()
        cited = json.loads(piped(home, [*command, "--json"]).out)["cited"]
        for form in ("md", "html"):
            found = claims(piped(home, [*command, "-f", form]).out)
            assert [claim.ref for claim in found] == [one["ref"] for one in cited]


def test_a_theme_takes_no_place_of_the_records_cited(tmp_path: Path) -> None:
    home = attacked(tmp_path / "home", "Records  cited")
    for name in REPORTS:
        command = ["report", name, "--assessment", SHARED]
        assert len(re.findall("^## Records cited$", piped(home, [*command, "-f", "md"]).out, re.M)) == 1
        assert piped(home, [*command, "-f", "html"]).out.count(">Records cited</h2>") == 1
    # What is after it is shown on a terminal, too.
    assert "GOALS" in piped(home, ["report", "self-review", "--assessment", SHARED, "-f", "text"]).out
