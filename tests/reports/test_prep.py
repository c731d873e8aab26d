"""What a sheet says when there is too much of everything, and when days are not exact."""

import datetime
from typing import Any

from growth.records.action import Action
from growth.records.dates import Day
from growth.records.entry import Entry
from growth.records.person import Person, Relation
from growth.records.session import AgendaItem, Session
from growth.reports.prep import context
from growth.rules.since import Material, prepare

TODAY = Day(2026, 11, 24)
NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
ANA = Person(name="Ana *Silva*", handles=("ana",), relations=(Relation("direct"),), created=NOW)


def entry(number: int, kind: Any = "work", days: int = 0, **fields: Any) -> Entry:
    day = TODAY - datetime.timedelta(days=days)
    return Entry(
        id=f"j261124-{number:04}", day=day, kind=kind, title=f"{kind} {number}", created=NOW, **fields
    )


def shown(audience: str = "me", **material: Any) -> dict[str, Any]:
    return context(prepare(ANA, Material(**material), TODAY, audience), {})


def test_what_is_too_much_is_counted() -> None:
    actions = [
        Action(id=f"t261124-{n:04}", text=str(n), person="ana", day=TODAY, created=NOW) for n in range(8)
    ]
    items = tuple(AgendaItem(text=str(n), added=TODAY) for n in range(13))
    sheet = shown(
        actions=actions,
        sessions=[Session(person="ana", agenda=items, created=NOW)],
        shared=[entry(n, "win") for n in range(5)] + [entry(n, "review") for n in range(10, 16)],
        entries=[entry(n, "note", about="ana") for n in range(20, 26)],
    )
    assert (len(sheet["mine"]["lines"]), sheet["mine"]["more"], sheet["mine"]["counts"]) == (5, 3, "8 open")
    assert (len(sheet["topics"]["lines"]), sheet["topics"]["more"]) == (10, 3)
    assert [one["label"] for one in sheet["news"]["lines"]] == ["win"] * 3 + ["unseen work"] + [
        "you noted"
    ] * 4
    assert sheet["news"]["more"] == 17 - 3 - 6 - 4
    day = f"{TODAY - datetime.timedelta(28)}"
    assert sheet["news"]["ways"] == (
        f"`growth list --of ana --since {day}`, `growth list --about ana --since {day}`"
    )


def test_days_are_as_exact_as_they_are_known() -> None:
    entries = [
        entry(1, days=0), entry(2, days=1), entry(3, days=6), entry(4, days=8),
        entry(5, days=3, precision="month"),
    ]  # fmt: skip
    told = [one["words"] for n in range(5) for one in shown(shared=[entries[n]])["news"]["lines"]]
    assert told == [
        "today, shared", "yesterday, shared", "Wed, shared", "Mon 16 Nov, shared", "Nov 2026, shared",
    ]  # fmt: skip


def test_unseen_work_is_counted_in_words() -> None:
    def said(*entries: Entry) -> str:
        words: str = shown(shared=entries)["news"]["lines"][-1]["text"]
        return words

    helped = [entry(n, tags=("help",)) for n in range(2)]
    assert said(
        entry(3, "review"), entry(4, "incident"), entry(5, tags=("docs",)), entry(6, tags=("docs",))
    ) == ("1 review, 1 incident, 2 pages of docs")
    assert said(*helped, entry(3, "review")) == "1 review, helped others twice"


def test_names_are_safe_and_the_first_one_is_how_somebody_is_called() -> None:
    sheet = shown()
    assert (sheet["name"], sheet["called"]) == ("Ana \\*Silva\\*", "Ana")
    assert sheet["met"] == "You and Ana have not met yet, as far as this store knows."
    assert shown("@ana")["met"] == ""
    thanks = entry(1, "kudos", people=("ana",))
    assert shown(entries=[thanks])["met"] == "You and Ana have not met yet, as far as this store knows"


def test_met_today_and_words_without_a_number() -> None:
    met = Session(person="ana", day=TODAY, mood_words="tired", workload=4, created=NOW)
    sheet = shown(sessions=[met])
    assert sheet["met"] == "Last met today"
    assert (sheet["last"]["mood"], sheet["last"]["workload"]) == ("tired", "4 of 5")


def test_a_long_text_is_told_by_its_beginning() -> None:
    long = entry(1, days=0)
    long = Entry(id=long.id, day=TODAY, title="word " * 40, created=NOW)
    assert shown(shared=[long])["news"]["lines"][0]["text"] == f"{'word ' * 17}word …"
