"""growth report mentorship, mentoring-programme and mentor-coaching."""

import json

import pytest

from tests.conftest import Growth

from .test_status import plain


@pytest.fixture
def kim(growth: Growth) -> Growth:
    """A pair with a session, what came of it, and a goal that moved."""
    growth("config set me.name 'Ana Silva'")
    growth.ok("people add kim --name 'Kim Okafor' --relation direct")
    growth.ok("people add sam --name 'Sam Reyes' --relation direct")
    growth.ok("mentor pair kim --goal 'lead a design' --cadence 2w --since 2026-10-01")
    growth.ok(
        "mentor notes kim -d 2026-11-10 --try 'wait ten seconds' --owe 'send the outline by 2026-11-20' "
        "--action 'Kim: book the room'",
        now="2026-11-10T10:00:00+00:00",
    )
    growth.ok("mentor notes kim -d 2026-11-17 --went '1=two of three times' --advised 'name the next step'")
    growth.ok("mentor checkin kim 'first page written' -d 2026-11-17")
    return growth


def ids(growth: Growth) -> dict[str, str]:
    found = {one["text"]: one["id"][-4:] for one in json.loads(growth.ok("action list --all --json"))}
    for one in json.loads(growth.ok("mentor sessions --json")):
        found[one["day"]] = one["id"][-4:]
    return found | {"pair": json.loads(growth.ok("mentor list --json"))[0]["id"][-4:]}


def body(text: str) -> str:
    return text.partition("## Records cited")[0]


def test_a_mentorship_is_told(kim: Growth) -> None:
    outcome = kim.ok("mentor outcome kim 'Kim ran the review' --impact 'a week early'").strip()[-4:]
    short = ids(kim)
    assert body(kim.ok("report mentorship --about kim")) == (
        "*For you only: 1 private record. To send: `growth report mentorship --about kim --for @kim`*\n\n"
        "# Mentoring Kim Okafor · *Thu 1 Oct to today*\n\n"
        "Since Thu 1 Oct · every 2 weeks · 2 of 4 sessions held in this time · last 7 days ago\n\n"
        f"## Goals · `{short['pair']}`\n\n"
        "- **moved** lead a design\n"
        "   - Tue 17 Nov: first page written\n\n"
        "## What came of it\n\n"
        f"- Kim ran the review: a week early · *Tue 24 Nov* · `{outcome}`\n\n"
        "## Tried, and how it went\n\n"
        f"- **tried** wait ten seconds: two of three times · *Tue 10 Nov* · `{short['2026-11-10']}`\n\n"
        "## Not told yet how it went\n\n"
        f"- **advised** name the next step · *Tue 17 Nov* · `{short['2026-11-17']}`\n\n"
        "## You promised · *0 of 1 kept, 1 late*\n\n"
        f"- [ ] send the outline · **4 days late** · `{short['send the outline']}`\n\n"
        "## Kim promised · *0 of 1 kept*\n\n"
        f"- [ ] book the room · *no day set, 2 weeks old* · `{short['book the room']}`\n\n"
    )


def test_for_the_other_it_holds_what_is_shared(kim: Growth) -> None:
    kim.ok("mentor outcome kim 'Kim ran the review'")
    made = kim("report mentorship --about kim --for @kim")
    assert made.err == "withheld from Kim Okafor: one record\n"
    assert made.out.startswith("*For Kim Okafor, from Ana Silva*\n\n# Mentoring Kim Okafor · ")
    assert "Kim ran the review" not in made.out
    assert "- [ ] send the outline · **4 days late** · [4]\n" in made.out
    page = kim.home.parent / "page.md"
    page.write_text(made.out)
    assert kim(["verify", str(page)]).code == 0


def test_it_is_for_nobody_else_unless_it_is_shared(kim: Growth) -> None:
    pair = json.loads(kim.ok("mentor list --json"))[0]["id"]
    assert kim("report mentorship --about kim --for team") == (
        "",
        f"growth: {pair} is not for team: its share is person\n"
        f"        to change that: growth edit {pair} --share manager\n",
        1,
    )


def test_without_a_name_it_is_the_only_one(kim: Growth) -> None:
    assert "# Mentoring Kim Okafor" in kim.ok("report mentorship")
    kim.ok("mentor pair sam --role mentee")
    assert kim("report mentorship").err == (
        "growth: whom the mentorship is with is missing\n        --about PERSON: kim, sam\n"
    )
    assert "# Mentored by Sam Reyes" in kim.ok("report mentorship --about sam")


def test_a_role_tells_two_apart(kim: Growth) -> None:
    kim.ok("mentor pair kim --role mentee")
    assert kim("report mentorship --about kim").code == 2
    assert "# Mentored by Kim Okafor" in kim.ok("report mentorship --about kim --role mentee")
    assert kim("report brag --role mentee").err == (
        "growth: brag is of no mentorship\n        leave --role out\n"
    )


def test_one_that_is_closed_is_told_from_its_beginning(kim: Growth) -> None:
    kim.ok("mentor close kim --outcome 'leads alone' -d 2026-11-20")
    out = kim.ok("report mentorship --about kim")
    assert "# Mentoring Kim Okafor · *Thu 1 Oct to Fri 20 Nov*\n" in out
    assert "\nClosed Fri 20 Nov: leads alone\n" in out


def test_the_programme(kim: Growth) -> None:
    kim.ok("people add bo --name 'Bo Tran' --relation direct")
    kim.ok("mentor pair sam --role coach --mentee bo")
    assert body(kim.ok("report mentoring-programme")) == (
        "*For you only*\n\n# Who mentors whom · *Sun 24 May to Tue 24 Nov*\n\n"
        "2 pairs, 1 of 3 without a mentor.\n\n"
        "- **You** mentor **Kim Okafor** · *every 2 weeks, 2 of 4 held in this time, last 7 days ago*\n"
        "- **Sam Reyes** mentors **Bo Tran** · *sessions not shared with you, coached by you*\n\n"
        "## Mentors nobody, and could\n\nBo Tran, Kim Okafor\n\n"
        "## Has nobody\n\nSam Reyes\n\n"
        "No bundle of any of them was opened: of their mentoring is known what you noted yourself.\n\n"
    )


def test_the_programme_of_nobody_names_nobody(growth: Growth) -> None:
    assert "growth people add kim --name 'Kim Sato' --relation direct" in growth.ok(
        "report mentoring-programme"
    )


def test_the_programme_is_for_me(kim: Growth) -> None:
    assert kim("report mentoring-programme --for manager").err == (
        "growth: who mentors whom was told to you, and to nobody else\n        leave --for out\n"
    )
    assert kim("report mentoring-programme --about kim").code == 2


def test_coaching_a_mentor(kim: Growth) -> None:
    identifier = kim.ok(
        "mentor coach sam --asked yes --own-step 'no: told twice' --mentee kim -d 2026-11-20"
    ).strip()
    assert body(kim.ok("report mentor-coaching --about sam")) == (
        "*For you only: 1 private record. "
        "To send: `growth report mentor-coaching --about sam --for @sam`*\n\n"
        "# Sam Reyes as a mentor · *since 24 May 2026*\n\n"
        "1 observation, the last 4 days ago.\n\n"
        "## Goes well\n\n- asked before told\n\n"
        "## To work on\n\n- the mentee left with a step of their own: told twice · *no the last time*\n\n"
        "## Over time · *the newest last*\n\n"
        "- asked before told: yes\n"
        "- the mentee left with a step of their own: no\n"
        "- not looked at yet: what was promised last time was kept; it was safe to say “I do not know”; "
        "the feedback was concrete\n\n"
        "## What was seen\n\n"
        f"- **Fri 20 Nov** with Kim Okafor · `{identifier[-4:]}`\n"
        "   - asked before told: yes\n"
        "   - the mentee left with a step of their own: no, told twice\n\n"
    )


def test_the_mentor_gets_what_is_shared_with_them(kim: Growth) -> None:
    kim.ok("mentor coach sam --asked no --words secret")
    kim.ok("mentor coach sam --asked yes --share person")
    made = kim("report mentor-coaching --about sam --for @sam")
    assert "secret" not in made.out and "- asked before told: yes\n" in made.out
    assert made.err.splitlines()[0] == "withheld from Sam Reyes: one record"
    assert "There is nothing to show" in kim("report mentor-coaching --about sam --for @kim").out


def test_how_i_look_at_myself_is_for_me(kim: Growth) -> None:
    kim.ok("mentor coach --self --asked no")
    out = kim.ok("report mentor-coaching --about me")
    assert out.startswith("*For you only: 1 private record*\n\n# You as a mentor · ")
    assert kim("report mentor-coaching --about me --for @sam").err == (
        "growth: how you look at yourself is for you alone\n        leave --for out\n"
    )
    assert kim("report mentor-coaching").err == (
        "growth: whom it is about is missing\n        give it with --about PERSON, or --about me\n"
    )


def test_as_json_it_is_what_was_found(kim: Growth) -> None:
    found = json.loads(kim.ok("report mentorship --about kim --json"))
    assert (found["held"], found["due"], found["aims"][0]["looks"][0]["text"]) == (2, 4, "first page written")
    assert json.loads(kim.ok("report mentoring-programme --json"))["alone"] == ["sam"]
    assert json.loads(kim.ok("report mentor-coaching --about sam --json"))["person"] == "sam"


def test_the_same_number_of_sessions_is_told_everywhere(growth: Growth) -> None:
    growth.ok("people add kim --name 'Kim Okafor' --relation peer")
    growth.ok("mentor pair kim --cadence 2w --since 2026-09-01")
    for day in ("10", "20"):
        growth.ok(f"mentor notes kim -d 2026-11-{day} --shared x")
    assert "every 2 weeks, 2 of 6 held in the last 12 weeks" in growth.ok("prep kim")
    assert "every 2 weeks · 2 of 6 held in 12 weeks" in plain(growth.terminal("mentor list").out)
    assert "every 2 weeks  2 of 6 in 12 weeks" in plain(growth.terminal("mentor sessions").out)
    assert "2 of 6 sessions held in this time" in growth.ok("report mentorship --about kim")
    assert "2 of 6 sessions held in this time" in growth.ok("report mentorship --about kim --since 12w")
    assert "2 of 6 held in this time" in growth.ok("report mentoring-programme")
