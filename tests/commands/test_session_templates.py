"""Sessions begun with a template: topics on the agenda, questions in the notes."""

import json
import re
import sys
from pathlib import Path

import pytest

from growth import shelf
from growth.rules.session_template import parse
from tests.conftest import Growth

SHIPPED = sorted(path.name.removesuffix(".md") for path in (shelf.shipped() / "sessions").glob("*.md"))


def plain(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


@pytest.fixture
def ana(growth: Growth) -> Growth:
    growth.ok("people add ana --name 'Ana Silva' --relation direct --meets 'weekly tue 10:00'")
    growth.ok("people add kim --name 'Kim Okafor' --relation peer")
    growth.ok("people add eva --name 'Eva Lind' --relation manager")
    growth.ok("mentor pair kim")
    return growth


def editor(tmp_path: Path, edit: str = "") -> dict[str, str]:
    """Return an environment whose editor shows `text` in a file, and runs a Python statement on it."""
    script = tmp_path / "editor.py"
    script.write_text(
        "import pathlib, sys\npath = pathlib.Path(sys.argv[1])\ntext = path.read_text()\n"
        f"pathlib.Path({str(tmp_path / 'shown')!r}).write_text(text)\n{edit}\npath.write_text(text)\n"
    )
    return {"EDITOR": f"{sys.executable} {script}"}


def items(growth: Growth, command: str) -> list[tuple[str, bool]]:
    return [(one["text"], one["private"]) for one in json.loads(growth.ok(f"{command} --json"))]


def session(growth: Growth) -> dict[str, object]:
    found: dict[str, object] = json.loads(growth.ok("1on1 list ana --json"))[-1]
    return found


# -- the agenda ----------------------------------------------------------------------------------


def test_its_topics_are_put_on_the_agenda(ana: Growth) -> None:
    identifier = ana.ok("1on1 agenda ana --template first")
    assert re.fullmatch(r"s261124-[0-9a-z]{4}\n", identifier)
    assert ana.ok("1on1 agenda ana").splitlines() == [
        "1  me  0  how you came to this work, and what you would like more of",
        "2  me  0  when you do your best work, and what spoils a day",
        "3  me  0  how you like to hear praise, and how criticism",
        "4  me  0  what you expect of me, and I of you",
        "5  me  0  how we use this time: how often, who brings the topics, who reads the notes",
    ]


def test_a_second_time_adds_nothing(ana: Growth) -> None:
    ana.ok("1on1 agenda ana 'What you expect of me, and I of you' --from ana")
    ana.ok("1on1 agenda ana --template first")
    before = items(ana, "1on1 agenda ana")
    assert len(before) == 5
    assert ana("1on1 agenda ana --template first") == ("", "", 0)
    assert items(ana, "1on1 agenda ana") == before


def test_mentoring_has_templates_of_its_own(ana: Growth) -> None:
    ana.ok("mentor agenda kim --template first")
    ana.ok("1on1 agenda kim --template first")
    mentoring, talk = items(ana, "mentor agenda kim"), items(ana, "1on1 agenda kim")
    assert mentoring[0] == ("what brought you here, and what would make it worth your time", False)
    assert talk[0] == ("how you came to this work, and what you would like more of", False)
    # Each does for the other kind, too: where mentoring has none of that name, and by its whole name.
    ana.ok("mentor agenda kim --template my-manager")
    ana.ok("1on1 agenda ana --template mentoring-stuck")


def test_hard_news_is_on_no_sheet_and_no_recap_of_theirs(ana: Growth) -> None:
    ana.ok("1on1 notes ana --shared 'We spoke of the roadmap'")
    ana.ok("1on1 agenda ana --template hard-news")
    assert all(private for _, private in items(ana, "1on1 agenda ana"))
    for command in ("1on1 recap ana", "prep ana --for @ana"):
        assert "news" not in ana(command).out, command
    ana.ok("1on1 agenda eva --template my-manager --private")
    assert all(private for _, private in items(ana, "1on1 agenda eva"))


def test_what_there_is_none_of_is_named(ana: Growth) -> None:
    assert ana("1on1 agenda ana --template fist") == (
        "",
        "growth: there is no template 'fist' for a session\n"
        "        there are: career, first, hard-news, my-manager, return, skip-level, weekly\n",
        1,
    )
    assert ana("mentor notes kim --template weakly", stdin="x").err == (
        "growth: there is no template 'weakly' for a session\n"
        "        there are: career, closing, first, regular, stuck\n"
    )
    assert ana("1on1 agenda ana --template ../config").code == 2


@pytest.mark.parametrize(
    ("command", "fits"),
    [("1on1 agenda ana", "first"), ("1on1 agenda eva", "my-manager"), ("mentor agenda kim", "first")],
)
def test_an_empty_agenda_says_which_fits(ana: Growth, command: str, fits: str) -> None:
    said = plain(ana.terminal(command).out).splitlines()[1:]
    assert said == [
        f"nothing yet: growth {command} 'on-call load'",
        f"or from a template: growth {command} --template {fits}",
    ]


def test_after_the_first_one_the_everyday_one_fits(ana: Growth) -> None:
    ana.ok("1on1 notes ana --shared x")
    ana.ok("mentor notes kim --shared x")
    for command, fits in (("1on1 agenda ana", "weekly"), ("mentor agenda kim", "regular")):
        assert plain(ana.terminal(command).out).endswith(f"growth {command} --template {fits}\n")


# -- the notes -----------------------------------------------------------------------------------


def test_the_form_asks_and_keeps_what_was_answered(ana: Growth, tmp_path: Path) -> None:
    edit = (
        "text = text.replace('What we try, and when we look at it again:\\n', "
        "'What we try, and when we look at it again:\\none design of her own\\n"
        "- [ ] me: find a project by friday\\n')"
    )
    ana.terminal("1on1 notes ana --template career", env=editor(tmp_path, edit), keys=["y\n"])
    shown = (tmp_path / "shown").read_text()
    assert (
        "## Shared notes\n"
        "Where you want to go:\n\n"
        "What carries you there:\n\n"
        "What is missing, with an example:\n\n"
        "What we try, and when we look at it again:\n\n"
        "## Private notes\n"
        "What I can open for them, and what I cannot:\n\n"
        "What I have not seen for myself yet:\n"
    ) in shown
    assert "<!-- guide\nCareer talk\n\nA few times a year, with nothing else on the agenda." in shown
    found = session(ana)
    assert found["shared"] == "What we try, and when we look at it again:\none design of her own"
    assert (found["private"], found["agenda"]) == ("", [])
    assert [one["text"] for one in json.loads(ana.ok("action list --json"))] == ["find a project"]


def test_the_form_left_as_it_was_saves_nothing(ana: Growth, tmp_path: Path) -> None:
    result = ana.terminal("1on1 notes ana --template weekly", env=editor(tmp_path))
    assert "the form was left as it was" in plain(result.out)
    assert json.loads(ana.ok("1on1 list ana --json")) == []


def test_only_a_promise_under_a_question_leaves_no_question(ana: Growth) -> None:
    ana("1on1 notes ana --template career", stdin="Where you want to go:\n- [ ] Ana: think about it\n")
    assert session(ana)["shared"] == ""


def test_it_does_not_go_with_other_options(ana: Growth) -> None:
    assert ana("1on1 notes ana --template career --shared x") == (
        "",
        "growth: --template begins the form in the editor\n        leave the other options out\n",
        2,
    )
    assert json.loads(ana.ok("1on1 list ana --json")) == []


def test_one_of_ones_own_stands_before_the_shipped(ana: Growth) -> None:
    ana("template new weekly --from weekly")
    path = ana.home / "templates" / "weekly.md"
    path.write_text("# Ours\n\n## Agenda\n\n- the budget [private]\n")
    ana.ok("1on1 agenda ana --template weekly")
    assert items(ana, "1on1 agenda ana") == [("the budget", True)]
    path.write_text("no title\n")
    assert ana("1on1 agenda ana --template weekly").err == (
        f"growth: {path}, line 1: there stands no '# title'\n"
        "        mend it, then: growth template check weekly\n"
    )
    path.write_bytes(b"# \xff\n")
    assert ana("1on1 agenda ana --template weekly").code == 1


# -- what ships ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SHIPPED)
def test_what_ships_fits_one_session(name: str) -> None:
    text = shelf.need("sessions", f"{name}.md", Path("/nowhere"))
    found = parse(text, name, "")
    assert 3 <= len(found.topics) <= 5
    assert 2 <= len(found.shared) <= 4
    assert 1 <= len(found.private) <= 2
    assert all(line.endswith(":") for line in (*found.shared, *found.private))
    assert all(len(topic.text) <= 90 for topic in found.topics)
    assert found.about
    assert "!" not in text
    assert max(map(len, text.splitlines())) <= 110


def test_the_twelve_that_ship() -> None:
    assert SHIPPED == [
        "career", "first", "hard-news", "mentoring-career", "mentoring-closing", "mentoring-first",
        "mentoring-regular", "mentoring-stuck", "my-manager", "return", "skip-level", "weekly",
    ]  # fmt: skip


# -- remembered ----------------------------------------------------------------------------------


def test_a_session_remembers_what_it_was_opened_with(ana: Growth, tmp_path: Path) -> None:
    begun = "text = text.replace('## Shared notes\\n', '## Shared notes\\nTeaching, one day.\\n\\n')"
    done = ana.terminal(
        "1on1 notes ana -d 2026-11-19 --template career", env=editor(tmp_path, begun), keys=["y\n"]
    )
    assert "career talk with Ana Silva, Thu 19 Nov" in plain(done.out)
    assert session(ana)["template"] == "career"
    identifier = session(ana)["id"]
    # What is added later is added to a career talk.
    ana.ok("1on1 notes ana -d 2026-11-19 --shared 'And writing.'")
    assert "Thu 19 Nov   career talk  Teaching" in plain(ana.terminal("1on1 list ana").out)
    assert "career talk with Ana Silva" in plain(ana.terminal(f"show {identifier}").out)
    assert "## Last time · *career talk, Thu 19 Nov*\n" in ana.ok("prep ana")
    assert "## Last time · *Thu 19 Nov*\n" in ana("prep ana --for @ana").out
    assert ana.ok("1on1 recap ana").startswith("Our career talk on Thu 19 Nov 2026 (Ana Silva)\n")
    assert json.loads(ana.ok("1on1 recap ana --json"))["called"] == "career talk"


def test_what_it_was_opened_with_may_be_mine_to_know(ana: Growth, tmp_path: Path) -> None:
    ana("1on1 notes ana --template hard-news", stdin="The project ends.\n")
    assert session(ana)["template"] == "hard-news"
    assert "## Last time · *1:1 (hard news), today*\n" in ana.ok("prep ana")
    assert ana.ok("1on1 recap ana").startswith("Our 1:1 on Tue 24 Nov 2026 (Ana Silva)\n")
    bundle = tmp_path / "ana.bundle"
    ana(["bundle", "make", "--for", "@ana", "-o", str(bundle), "-y"])
    assert "The project ends" in bundle.read_text() and "hard-news" not in bundle.read_text()
    ana("mentor notes kim --template mentoring-closing", stdin="It was good.\n")
    assert ana.ok("mentor recap kim").startswith("Our last mentoring session on Tue 24 Nov 2026")
