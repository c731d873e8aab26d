"""growth people about: everything held about a person."""

import json
from pathlib import Path

import pytest

from tests.conftest import Growth

from .laddered import write_ladder


@pytest.fixture
def ana(growth: Growth) -> Growth:
    growth.ok(
        "people add ana --name 'Ana Silva' --email ana@example.com --relation direct --since 2026-03-02"
        " --meets 'weekly tue 10:00'"
    )
    growth.ok("people add bo --name 'Bo Tran'")
    growth.ok("note ana calm in the incident -d 2026-11-19", stdin="")
    growth.ok(["log", "Paired with @ana on evals", "-d", "2026-11-18", "--share", "team"])
    growth.ok("log nothing about her -d 2026-11-18")
    growth.ok("1on1 agenda ana on-call load --from ana", now="2026-11-16T10:00:00+00:00")
    growth.ok("1on1 agenda ana 'the pay band' --private", now="2026-11-16T10:00:00+00:00")
    growth.ok(
        [
            *(
                "1on1",
                "notes",
                "ana",
                "-d",
                "2026-11-17",
                "--shared",
                "Four on call.",
                "--private-notes",
                "Tired.",
            ),
            *("--mood", "3", "--mood-words", "meh", "--workload-words", "pages", "--tick", "1"),
            *("--action", "Ana: write the RFC by 2026-11-27", "--asked", "1on1/12"),
        ]
    )
    growth.ok("mentor pair ana --goal 'lead a design' --cadence 2w --since 2026-10-01")
    growth.ok("1on1 notes bo --shared 'something else'")
    return growth


def refs(growth: Growth) -> dict[str, str]:
    entries = {
        one["title"][:4]: one["id"][-4:] for one in json.loads(growth.ok("list --json --about everybody"))
    }
    session = json.loads(growth.ok("1on1 list ana --json"))[0]["id"][-4:]
    action = json.loads(growth.ok("action list --json"))[0]["id"][-4:]
    pair = json.loads(growth.ok("mentor list --json"))[0]["id"][-4:]
    return entries | {"session": session, "action": action, "pair": pair}


def test_everything_held_stands_in_it(ana: Growth) -> None:
    ids = refs(ana)
    assert ana.ok("people about ana") == (
        "*For you only: 7 records, private ones among them*\n\n"
        "# Held about Ana Silva\n\n"
        "- handles: ana\n"
        "- e-mail: ana@example.com\n"
        "- relation: direct since Mon 2 Mar\n"
        "- meets: weekly tue 10:00\n\n"
        "## My notes · *1*\n\n"
        f"- **note** calm in the incident · *Thu 19 Nov* · `{ids['calm']}`\n\n"
        "## To talk about\n\n"
        "- [ ] **me** the pay band · *private*\n\n"
        "## Promises · *1*\n\n"
        f"- **Ana Silva** write the RFC · *due Fri 27 Nov* · `{ids['action']}`\n\n"
        f"## Mentorship since Thu 1 Oct · *mentor* · `{ids['pair']}`\n\n"
        "- how often: 2w\n"
        "- goal: lead a design\n\n"
        "## My entries that name Ana Silva · *1*\n\n"
        f"- **work** Paired with Ana Silva on evals · *Wed 18 Nov, team* · `{ids['Pair']}`\n\n"
        f"## 1:1, Tue 17 Nov · `{ids['session']}`\n\n"
        "- [x] **Ana Silva** on-call load\n"
        "- [ ] **me** the pay band · *private* · *carried*\n\n"
        "- mood: 3 meh\n"
        "- workload: pages\n"
        "- asked: 1on1/12\n\n"
        "**Shared**\n\nFour on call.\n\n"
        "**Private**\n\nTired.\n\n"
        "To erase all of it: `growth forget ana`\n"
    )


def test_as_json_it_is_the_records_themselves(ana: Growth) -> None:
    found = json.loads(ana.ok("people about ana --json"))
    assert sorted(found) == [
        "actions", "ahead", "answers", "assessments", "drafts", "entries", "mentorships", "notes",
        "observations", "person", "practices", "requests", "sessions", "shared", "thumbs", "today",
        "wonders",
    ]  # fmt: skip
    assert (found["sessions"][0]["private"], found["person"]["handles"]) == ("Tired.", ["ana"])


def test_what_others_shared_that_is_hers_or_names_her(ana: Growth, tmp_path: Path) -> None:
    from growth.clock import now
    from growth.records.entry import Entry
    from growth.records.session import Session
    from growth.store.change import changing
    from growth.store.others import replace_others
    from growth.store.store import Store

    store = Store(ana.home, now, lambda fault: None)
    met = Session(id="s261110-dddd", person="me", day=now().date(), shared="Four on call.", created=now())
    made = "2026-11-24T10:00:00+00:00"
    mine = Entry(id="j261110-aaaa", day=now().date(), title="# Cut p99", share="manager", created=now())
    naming = Entry(id="j261110-bbbb", day=now().date(), title="thanks", people=("ana",), created=now())
    other = Entry(id="j261110-cccc", day=now().date(), title="unrelated", created=now())
    with changing(store, "bundle open") as change:
        replace_others(change, "a" * 16, {"made": made, "person": "ana"}, [mine, met])
        replace_others(change, "b" * 16, {"made": made, "person": "bo"}, [naming, other])
    text = ana.ok("people about ana")
    assert (
        "## Shared with me by Ana Silva\n\n- **work** \\# Cut p99 · *Tue 24 Nov, manager* · `aaaa`\n\n"
        "- **session** Tue 24 Nov\n\n  Four on call.\n\n"
        "## Shared with me by Bo Tran\n\n- **work** thanks · *Tue 24 Nov* · `bbbb`\n"
    ) in text
    assert "unrelated" not in text


def test_into_a_file_for_nobody_else(ana: Growth, tmp_path: Path) -> None:
    result = ana(f"people about ana -o {tmp_path}/ana.html")
    assert (result.out, result.code) == ("", 0)
    assert (tmp_path / "ana.html").stat().st_mode & 0o077 == 0
    assert "Four on call." in (tmp_path / "ana.html").read_text()


def test_of_somebody_barely_known(ana: Growth) -> None:
    ana.ok("people add kim")
    assert ana.ok("people about kim") == (
        "*For you only: 1 record, private ones among them*\n\n# Held about kim\n\n- handles: kim\n\n"
        "To erase all of it: `growth forget kim`\n"
    )
    assert ana("people about nobody").code == 1


def test_feedback_from_and_about_her_stands_in_it(ana: Growth) -> None:
    asked = ana.ok("feedback ask bo --about ana --question 'What should she keep?'").strip()
    ana.ok(f"feedback answer {asked} --reply '1=Her *calm*'")
    hers = ana.ok("feedback got ana 'Quick help' --named").strip()
    ana.ok(f"thumb up {hers} 'an example'")
    shown = ana.ok("people about ana")
    answer = next(one["id"] for one in json.loads(ana.ok("feedback list --answers --json")) if one["request"])
    thumb = json.loads(ana.ok("show last --json"))["id"]
    assert (
        "## Feedback asked for · *1*\n\n"
        f"- **Bo Tran** about Ana Silva · *answered, Tue 24 Nov* · `{asked[-4:]}`\n"
        "   - What should she keep?\n\n"
    ) in shown
    first, second = sorted((answer, hers), reverse=True)
    words = {
        answer: (
            "- **asked** Bo Tran about Ana Silva · *Tue 24 Nov; only who asked may read it; without the name,"
            f" counted only among three or more* · `{answer[-4:]}`\n"
            "   - What should she keep? “Her \\*calm\\*”\n"
        ),
        hers: (
            "- **praise** Ana Silva about me · *Tue 24 Nov; only who asked may read it; may be quoted with"
            f" the name* · `{hers[-4:]}`\n   - “Quick help”\n"
        ),
    }
    assert f"## Feedback given · *2*\n\n{words[first]}{words[second]}\n" in shown
    assert (
        f"## My thumbs on it · *1*\n\n- up on `{hers[-4:]}`: an example · *Tue 24 Nov* · `{thumb[-4:]}`\n"
        in shown
    )


def test_thumbs_on_whatever_is_held_stand_in_it(ana: Growth) -> None:
    ids = refs(ana)
    ana.ok(f"thumb up {ids['calm']} 'a good example'")
    ana.ok(f"thumb down {ids['noth']} 'of somebody else'")
    shown = ana.ok("people about ana")
    assert "## My thumbs on it · *1*\n\n- up on `" + ids["calm"] + "`: a good example · " in shown
    assert "of somebody else" not in shown


def test_what_was_seen_and_judged_of_her_stands_in_it_and_is_forgotten(ana: Growth) -> None:
    write_ladder(ana)
    ana.ok("assess start --about ana --ladder small --target L2 --period 2026-H2")
    ana("assess rate data-2 --as with-help --statement 'Asks Bo.'")
    ana("mentor coach ana --mentee bo --asked 'yes: three questions' --words 'worth a talk'")
    ana.ok(f"thumb up {refs(ana)['calm']} 'a good example'")
    shown = ana.ok("people about ana")
    for part in ("## How I judge · *1*", "Asks Bo.", "## What I saw of mentoring · *1*", "a good example"):
        assert part in shown
    ana("forget ana -y")
    assert ana("people about ana").code == 1
    kept = "".join(path.read_text() for path in ana.home.rglob("*.json*"))
    for part in ("Asks Bo.", "three questions", "worth a talk", "a good example", "calm in the incident"):
        assert part not in kept


def test_a_pair_of_hers_and_what_was_advised_stand_in_it(ana: Growth) -> None:
    from growth.clock import now
    from growth.records.goal import Goal
    from growth.records.mentorship import Mentorship
    from growth.records.session import Advice, AgendaItem, Session
    from growth.store.change import changing
    from growth.store.others import replace_others
    from growth.store.store import Store

    store = Store(ana.home, now, lambda fault: None)
    today = now().date()
    pair = Mentorship(
        id="m261110-aaaa", person="me2", role="mentee", since=today, goals=("*lead*",), created=now()
    )
    aim = Goal(id="g261110-bbbb", text="a *design*", day=today, created=now())
    met = Session(
        id="s261110-cccc", person="me2", day=today, agenda=(AgendaItem(text="the *talk*", added=today),),
        advice=(Advice(text="ask *first*"),), created=now(),
    )  # fmt: skip
    with changing(store, "bundle open") as change:
        made = "2026-11-24T10:00:00+00:00"
        replace_others(change, "a" * 16, {"made": made, "person": "ana"}, [pair, aim, met])
    text = ana.ok("people about ana")
    assert "- **session** Tue 24 Nov\n   - Ana Silva: the \\*talk\\*\n   - advised: ask \\*first\\*\n" in text
    assert "- **goal** a \\*design\\* · " in text
    assert "- **mentorship** with me2 · *mentee, since Tue 24 Nov* · `aaaa`\n   - goal: \\*lead\\*\n" in text
