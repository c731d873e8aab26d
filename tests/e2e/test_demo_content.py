"""The content that ships: the invented year of the demo and the bank of 1:1 questions."""

import datetime
import json
import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec
import pytest

from growth.records.kinds import BY_WORD
from growth.records.observation import RUBRIC
from growth.rules.demo_halves import placed

TEMPLATES = Path(__file__).parents[2] / "templates"
DEMO = TEMPLATES / "demo"
DIRECTS = ("ana", "bo", "kim", "zoe", "lukasz", "priya", "tariq", "noa")
OTHERS = DIRECTS[1:]
FILES = ["engineer.jsonl", "manager.jsonl", *(f"others/{handle}.jsonl" for handle in OTHERS)]
TODAY = datetime.date(2026, 11, 24)
DAYS = (
    "day", "due", "added", "since", "until", "closed", "finished", "start", "end", "told", "sent", "answered",
)  # fmt: skip
TOPICS = {
    "wellbeing", "workload", "growth", "career", "feedback",
    "team", "project", "learning", "recognition", "direction",
}  # fmt: skip

Row = dict[str, Any]


def rows(name: str) -> list[Row]:
    text = (DEMO / name).read_text(encoding="utf-8")
    return [placed(json.loads(line), TODAY) for line in text.splitlines()]


# The days of what is Ana's, as her manager refers to it.
HERS = {
    f"ana:key:{row['key']}": row["day"] for row in rows("engineer.jsonl") if "day" in row and "key" in row
}


def of(name: str, record: str) -> list[Row]:
    return [row for row in rows(name) if row["record"] == record]


def dated(value: Any, field: str = "") -> Any:
    if type(value) is int and (field in DAYS or field == "moved"):
        return (TODAY + datetime.timedelta(days=value)).isoformat()
    if isinstance(value, dict):
        return {key: dated(inner, key) for key, inner in value.items()}
    if isinstance(value, list):
        return [dated(inner, field) for inner in value]
    return value


def questions() -> list[Row]:
    found: list[Row] = tomllib.loads((TEMPLATES / "questions/1on1.toml").read_text("utf-8"))["question"]
    return found


@pytest.mark.parametrize("name", FILES)
def test_every_line_is_a_record_without_unknown_fields(name: str) -> None:
    for row in rows(name):
        kind = BY_WORD[row["record"]].type
        fields = {key: value for key, value in row.items() if key not in ("record", "key")}
        assert set(fields) <= set(kind.__struct_fields__) - {"id", "created", "changed"}, row
        assert row.get("source", "key:").startswith("key:"), row
        msgspec.convert({**dated(fields), "created": "2026-11-24T10:00:00+00:00"}, kind)


@pytest.mark.parametrize("name", FILES)
def test_no_line_is_told_twice(name: str) -> None:
    seen = Counter(json.dumps({**row, "key": ""}, sort_keys=True) for row in rows(name))
    assert [line for line, times in seen.items() if times > 1] == []


@pytest.mark.parametrize("name", ["engineer.jsonl", "manager.jsonl"])
def test_keys_are_unique_and_references_meet_them(name: str) -> None:
    keys = [row["key"] for row in rows(name) if "key" in row]
    assert len(keys) == len(set(keys))
    days = {row["key"]: row.get("day", row.get("since")) for row in rows(name) if "key" in row}
    for row in rows(name):
        for field in ("origin", "mentorship", "request", "follows", "accepted", "source"):
            if field in row:
                assert row[field].removeprefix("key:") in days, row
        for link in row.get("evidence", ()):
            assert link["record"].removeprefix("key:") in days | HERS, link
        if "origin" in row:
            assert row["day"] == days[row["origin"].removeprefix("key:")], row


@pytest.mark.parametrize("name", FILES)
def test_everybody_named_is_a_person_of_the_store(name: str) -> None:
    home = "engineer.jsonl" if name == "engineer.jsonl" else "manager.jsonl"
    known = {handle for person in of(home, "person") for handle in person["handles"]} | {"me", ""}
    if name.startswith("others/"):
        known |= {handle for person in of("engineer.jsonl", "person") for handle in person["handles"]}
    for row in rows(name):
        named = {*row.get("people", ()), row.get("about", "").removeprefix("@"), row.get("owner", "me")}
        named |= {row.get("person", "")} | {item.get("by", "me") for item in row.get("agenda", ())}
        assert named <= known, row


@pytest.mark.parametrize("name", FILES)
def test_nothing_happened_after_today_and_nothing_ended_before_it_began(name: str) -> None:
    for row in rows(name):
        assert row.get("day", 0) <= 0, row
        if row["record"] == "action":
            assert (row.get("state", "open") == "open") == ("closed" not in row), row
            assert row["day"] <= row.get("closed", 0) <= 0, row
            assert all(row["day"] <= due for due in [*row.get("moved", ()), row["due"]]), row
            assert [*row.get("moved", ()), row["due"]] == sorted([*row.get("moved", ()), row["due"]]), row
            assert ("why" in row) == (row.get("state") == "dropped"), row


@pytest.mark.parametrize("name", ["engineer.jsonl", "manager.jsonl"])
def test_a_carried_topic_comes_back_one_older(name: str) -> None:
    sessions = of(name, "session")
    for session in sessions:
        later = [
            other for other in sessions
            if (other["person"], other["kind"]) == (session["person"], session["kind"])
            and other.get("day", 1) > session.get("day", 1)
        ]  # fmt: skip
        for item in session["agenda"]:
            if item.get("state") == "carried":
                back = [i for s in later for i in s["agenda"] if i["text"] == item["text"]]
                assert item.get("carried", 0) + 1 in [i.get("carried", 0) for i in back], item
            assert item["added"] <= session.get("day", 0), item


def test_names_are_written_as_their_owners_write_them() -> None:
    names = {person["name"] for person in of("manager.jsonl", "person")}
    assert {"Zoë Lefèvre", "Łukasz Wrona", "Sami Øverland"} <= names
    assert all(
        mail.endswith("@example.com")
        for name in FILES[:2] for person in of(name, "person") for mail in person["emails"]
    )  # fmt: skip


def test_links_lead_to_no_real_place() -> None:
    for name in FILES:
        text = (DEMO / name).read_text("utf-8")
        hosts = set(re.findall(r"https?://([^/\"\s]+)", text))
        assert hosts <= {"git.example.com", "docs.example.com"}


def test_the_engineer_has_a_whole_year_of_every_kind() -> None:
    entries = of("engineer.jsonl", "entry")
    assert len(entries) >= 220
    assert set(Counter(entry["kind"] for entry in entries)) == {
        "win", "work", "learning", "review", "design", "talk",
        "decision", "incident", "challenge", "kudos", "note",
    }  # fmt: skip
    days = {entry["day"] for entry in entries}
    assert min(days) == -365 and max(days) == 0
    assert not days & set(range(-336, -323)) and not days & set(range(-116, -105))
    assert sum(day > -15 for day in (entry["day"] for entry in entries)) >= 25
    assert {entry.get("project") for entry in entries} == {
        None, "ranker", "feature-store", "evals", "labelling", "search-llm",
    }  # fmt: skip
    shares = Counter(entry.get("share", "private") for entry in entries)
    assert shares["private"] > len(entries) / 2 and set(shares) == {"private", "person", "manager", "team"}


@pytest.mark.parametrize("name", ["engineer.jsonl", "manager.jsonl"])
def test_notes_about_somebody_are_private(name: str) -> None:
    notes = [entry for entry in of(name, "entry") if entry["kind"] == "note"]
    assert notes and all("share" not in note for note in notes)
    assert all(note["about"] for note in notes if "source" not in note)
    assert all("about" not in entry for entry in of(name, "entry") if entry["kind"] != "note")


@pytest.mark.parametrize("handle", OTHERS)
def test_what_a_direct_hands_over_is_meant_for_the_manager(handle: str) -> None:
    entries = rows(f"others/{handle}.jsonl")
    assert len(entries) == 10
    assert {entry["share"] for entry in entries} <= {"manager", "team"}
    assert {entry["record"] for entry in entries} == {"entry"}


def test_the_manager_meets_eight_directs() -> None:
    people = of("manager.jsonl", "person")
    directs = [p["handles"][0] for p in people if p["relations"][-1]["kind"] == "direct"]
    assert tuple(directs) == DIRECTS
    assert all(person["meets"] for person in people if person["handles"][0] in DIRECTS)
    held = Counter(session["person"] for session in of("manager.jsonl", "session") if "day" in session)
    assert all(held[handle] >= 4 for handle in DIRECTS)
    assert held["ana"] >= 20 and held["bo"] >= 12


def test_the_sheet_for_ana_has_something_to_say() -> None:
    sessions = [s for s in of("manager.jsonl", "session") if s["person"] == "ana"]
    assert max(session["day"] for session in sessions if "day" in session) == -7
    assert len([s for s in sessions if s.get("day", 0) >= -84 and "day" in s]) == 11
    (ahead,) = [session for session in sessions if "day" not in session]
    assert [(i["by"], i["text"], i.get("carried", 0), i.get("private", False)) for i in ahead["agenda"]] == [
        ("ana", "on-call load", 2, False),
        ("ana", "conference talk: yes or no?", 0, False),
        ("me", "scope of ranker v3", 1, False),
        ("me", "the pay-band question", 0, True),
    ]
    actions = [a for a in of("manager.jsonl", "action") if a["person"] == "ana" and a["due"] >= -7]
    assert [(a["owner"], a["due"], len(a.get("moved", ())), a.get("state", "open")) for a in actions] == [
        ("me", -3, 2, "open"),
        ("me", 3, 0, "open"),
        ("ana", 0, 0, "open"),
        ("ana", -3, 0, "done"),
        ("me", 9, 0, "open"),
    ]
    notes = [e for e in of("manager.jsonl", "entry") if e.get("about") == "ana" and e["day"] > -7]
    assert len(notes) == 3


def test_the_bank_has_enough_of_each() -> None:
    bank = questions()
    assert [question["id"] for question in bank] == list(range(1, len(bank) + 1))
    assert len(bank) >= 130
    topics = Counter(question["topic"] for question in bank)
    assert set(topics) == TOPICS and min(topics.values()) >= 8
    asked_by = Counter(who for question in bank for who in question["for"])
    assert set(asked_by) == {"manager", "direct", "mentor", "mentee"}
    assert asked_by["direct"] >= 30 and asked_by["mentor"] >= 15 and asked_by["mentee"] >= 15


def test_a_question_is_one_plain_sentence_and_told_once() -> None:
    bank = questions()
    for question in bank:
        assert set(question) == {"id", "topic", "depth", "for", "text"}
        assert question["depth"] in ("light", "deep")
        text = question["text"]
        assert text[0].isupper() and text.endswith("?") and text.count("?") == 1, text
        assert len(text) <= 110, text
    assert len({question["text"].casefold() for question in bank}) == len(bank)


def test_what_was_asked_in_a_session_is_a_question_for_managers() -> None:
    bank = {f"1on1/{question['id']}": question for question in questions()}
    asked = [name for session in of("manager.jsonl", "session") for name in session.get("asked", ())]
    assert asked and all("manager" in bank[name]["for"] for name in asked)


def test_what_was_said_to_the_manager_is_heard_and_acted_on() -> None:
    requests, answers = of("manager.jsonl", "request"), of("manager.jsonl", "answer")
    marks = [asked["marker"] for request in requests for asked in request["questions"]]
    assert len(set(marks)) == len(marks)
    assert all(re.fullmatch(r"q[0-9a-hjkmnp-tv-z]{3}", mark) for mark in marks)
    (open_,) = [request for request in requests if request["state"] in ("drafted", "sent", "answered")]
    assert (open_["person"], open_["about"], open_["sent"], open_["due"]) == ("dana", "@ana", -19, -5)
    asked = {f"key:{request['key']}": request for request in requests}
    for answer in answers:
        if "request" in answer:
            put = {one["marker"]: one for one in asked[answer["request"]]["questions"]}
            assert asked[answer["request"]]["person"] == answer["person"]
            for reply in answer["replies"]:
                assert put[reply["marker"]]["text"] == reply["question"]
                assert 0 < reply.get("rating", 1) <= len(put[reply["marker"]].get("scale", "x"))
    assert {answer.get("name", "hidden") for answer in answers} == {"hidden", "unquoted", "named"}


def test_the_manager_has_looked_at_how_ana_mentors() -> None:
    (seen,) = of("manager.jsonl", "observation")
    assert (seen["person"], seen["mentee"], seen["share"]) == ("ana", "kim", "person")
    assert {mark["item"] for mark in seen["marks"]} == set(RUBRIC)


def test_the_engineer_has_goals_that_moved_that_are_stuck_and_that_are_reached() -> None:
    goals = {goal["key"]: goal for goal in of("engineer.jsonl", "goal")}
    assert {goal["key"] for goal in goals.values() if goal.get("share") != "manager"} == {"g-staff"}
    for goal in goals.values():
        looks = goal.get("checkins", ())
        assert [look["day"] for look in looks] == sorted(look["day"] for look in looks), goal
        assert all(goal["day"] <= look["day"] <= 0 for look in looks), goal
        assert (goal.get("state", "open") == "open") == ("closed" not in goal), goal
    moved = max(look["day"] for look in goals["g-reviews"]["checkins"] if look.get("moved", True))
    assert moved == -36 and not goals["g-reviews"]["checkins"][-1]["moved"]
    assert goals["g-fresh"]["checkins"][-1]["day"] == -1
    assert (goals["g-queue"]["state"], goals["g-queue"]["closed"]) == ("reached", -26)


def assessments(name: str) -> dict[str, Row]:
    return {row["key"]: row for row in of(name, "assessment")}


@pytest.mark.parametrize("name", ["engineer.jsonl", "manager.jsonl"])
def test_an_assessment_judges_what_its_ladder_asks_by_what_lies_in_its_half_year(name: str) -> None:
    days = HERS | {f"key:{row['key']}": row.get("day", 0) for row in rows(name) if "key" in row}
    for row in assessments(name).values():
        text = (TEMPLATES / f"ladders/{row['ladder']}.toml").read_text("utf-8")
        asked = {one["id"] for one in tomllib.loads(text)["criterion"] if one["level"] == row["target"]}
        judged = [rating["criterion"] for rating in row["ratings"]]
        assert len(judged) == len(set(judged)) and set(judged) < asked
        for link in row["evidence"]:
            assert link["criterion"] in judged, link
            assert row["start"] <= days[link["record"]] < min(row["end"], 1), link
            assert days[link["record"]] <= link["day"] <= row.get("finished", 0), link
        shown = {link["criterion"] for link in row["evidence"] if link["up"]}
        for rating in row["ratings"]:
            assert rating["day"] <= row.get("finished", 0)
            high = rating["judgement"] in ("doing", "teaching")
            assert rating.get("statement") or not high or rating["criterion"] in shown, rating


def test_the_engineer_and_her_manager_judge_alike_but_for_two() -> None:
    ana, eva = assessments("engineer.jsonl"), assessments("manager.jsonl")
    for mine, other in (("a-before", "a-ana-before"), ("a-now", "a-ana-now")):
        said = {rating["criterion"]: rating["judgement"] for rating in ana[mine]["ratings"]}
        apart = [
            rating["criterion"] for rating in eva[other]["ratings"]
            if said[rating["criterion"]] != rating["judgement"]
        ]  # fmt: skip
        assert apart == ["craft-L5-1", "mentoring-L5-1"]
        assert eva[other]["about"] == "ana" and "about" not in ana[mine]
    assert ("finished" in ana["a-before"], "finished" in ana["a-now"]) == (True, False)
    assert (eva["a-ana-before"]["share"], eva["a-ana-now"].get("share", "private")) == ("person", "private")
