"""growth report self-review and promotion: documents one hands to a manager as they are."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import Growth

from .laddered import log, start, write_ladder


@pytest.fixture
def judged(growth: Growth) -> dict[str, str]:
    """An assessment with work, words of others and a goal; two of three criteria are judged."""
    growth("config set me.name 'Ana Silva'")
    growth.ok("people add eva --name 'Eva Lindholm' --relation manager")
    growth.ok("people add kim --name 'Kim Okafor' --relation peer")
    growth.ok("people add bo --name 'Bo Tran' --relation peer")
    ids = {"assessment": start(growth)}
    ids["win"] = log(
        growth, "The pipeline runs at night now", "-k", "win", "-d", "2026-11-02", "--share", "manager",
        "--metric", "run: 540 min -> 40 min", "-l", "https://git.example.com/ml/pipes/pull/7",
    )  # fmt: skip
    ids["secret"] = log(growth, "a secret table", "-d", "2026-11-03")
    allowed = "--about me --may-tell manager"
    for person, words, naming in (
        ("kim", "I sleep since it runs alone.", "--named"), ("bo", "too late at first", "--unquoted")
    ):  # fmt: skip
        ids[person] = growth.ok(f"feedback got {person} '{words}' {allowed} {naming}").strip()
        growth.ok(f"edit {ids[person]} --share manager")
    growth.ok(f"assess evidence data-2 --confirm {ids['win']} --confirm {ids['kim']} --confirm {ids['bo']}")
    growth.ok("assess rate data-2 --as doing --statement 'I built it and *two* teams use it'")
    growth.ok(f"assess evidence data-3 --confirm {ids['secret']}")
    growth.ok("assess rate data-3 --as starting --statement 'I read about it'")
    ids["goal"] = growth.ok(
        "goal add --from small/data-3 'check each table' --due 2026-12-18 --share manager"
    ).strip()
    return ids


def test_a_self_review_for_me(growth: Growth, judged: dict[str, str]) -> None:
    short = {name: id[-4:] for name, id in judged.items()}
    document = growth.ok("report self-review")
    assert (
        document.split("## Records cited")[0]
        == f"""\
*For you only: 2 private records. To send: `growth report self-review --for manager`*

# Self-review: Ana Silva · *2026-H2*

I judged myself against Two (L2) of the ladder Small ladder: 2 of 3 criteria, doing (1), starting (1). \
It rests on 4 records, among them what 2 people said. It is a draft: the assessment is still open.

## In short

- **strong** Data: Builds a pipeline that runs at night
- **to work on** Data: Checks incoming tables
- **next** check each table · *due Fri 18 Dec* · `{short["goal"]}`

*Small ladder, L2: where each theme stands*

|  | expected at L2 | my view |
| --- | --- | --- |
| Data | doing | doing with help |
| Talking | doing | – |

## Data

> Builds a pipeline that runs at night.

**Doing**. I built it and *two* teams use it

- The pipeline runs at night now: run 540 -> 40 min ([PR #7](https://git.example.com/ml/pipes/pull/7)) \
· *Mon 2 Nov* · `{short["win"]}`
- “too late at first” · *Bo Tran, Tue 24 Nov, not to be quoted* · `{short["bo"]}`
- “I sleep since it runs alone.” · *Kim Okafor, Tue 24 Nov* · `{short["kim"]}`

> Checks incoming tables.

**Starting**. I read about it

- a secret table · *Tue 3 Nov* · `{short["secret"]}`

Next: check each table · *due Fri 18 Dec* · `{short["goal"]}`

Missing: somebody else's word. To ask eva: `growth feedback ask eva --question 'When did you see me do \
this, and what came of it: Checks incoming tables.'`

## Talking

> Explains a result to the people who asked. · *asked for since L1*

**Not judged yet**.

To judge it: `growth assess rate talk-1`

## What is missing

- **not judged** Talking
- **only my word** Data (1 of 2)

## Goals

- [ ] check each table · *due Fri 18 Dec* · `{short["goal"]}`

## When it happened

*Evidence by criterion and month*

|  | Jul | Aug | Sep | Oct | Nov |
| --- | --: | --: | --: | --: | --: |
| Builds a pipeline that runs at … | · | · | · | · | 3 |
| Checks incoming tables. | · | · | · | · | 1 |
| Talking | · | · | · | · | · |

"""
    )


def test_a_private_assessment_is_for_nobody_else(growth: Growth, judged: dict[str, str]) -> None:
    for name in ("self-review", "promotion"):
        assert growth(f"report {name} --for manager") == (
            "",
            f"growth: the assessment {judged['assessment']} is not shared with Eva Lindholm\n"
            "        to let its judgements and sentences be read: "
            f"growth edit {judged['assessment'][-4:]} --share manager\n",
            1,
        )


def test_what_lets_somebody_read_it_is_no_more_than_it_takes(growth: Growth, judged: dict[str, str]) -> None:
    growth.ok("people add zoe --name 'Zoe Marin'")
    short = judged["assessment"][-4:]
    none = "        nothing it may be shared with reaches Zoe Marin; tell them of it yourself\n"
    for share in ("private", "manager", "team"):
        growth.ok(f"edit {judged['assessment']} --share {share}")
        found = growth("report self-review --for @zoe")
        assert found.code == 1 and found.err.endswith(none)
    growth.ok(f"edit {judged['assessment']} --share manager")
    assert growth("report self-review --for @kim").err.endswith(
        "        to let its judgements and sentences be read by your whole team, Kim Okafor among them: "
        f"growth edit {short} --share team\n"
    )
    assert growth("report self-review --for team").err.endswith(
        f"        to let its judgements and sentences be read: growth edit {short} --share team\n"
    )
    growth.ok(f"edit {judged['assessment']} --share private")
    assert growth("report self-review --for @eva").err.endswith(f"growth edit {short} --share manager\n")


def test_a_goal_that_is_late_was_due(growth: Growth, judged: dict[str, str]) -> None:
    document = growth.ok("report self-review", now="2026-12-21T10:00:00+00:00")
    assert document.count("check each table · *was due Fri 18 Dec*") == 3
    assert "*due" not in document


def test_a_self_review_for_my_manager_tells_what_she_may_see(growth: Growth, judged: dict[str, str]) -> None:
    growth.ok(f"edit {judged['assessment']} --share manager")
    found = growth("report self-review --for manager")
    assert found.err == "withheld from Eva Lindholm: one record\n"
    assert "secret" not in found.out and "Bo" not in found.out and "too late" not in found.out
    head, _, rest = found.out.partition("## Data")
    assert head.startswith("*For my manager, from Ana Silva*\n")
    assert "It rests on 3 records, among them what 2 people said." not in head
    assert "It rests on 2 records, among them what 2 people said." in head
    assert (
        rest.partition("## Goals")[0]
        == """

> Builds a pipeline that runs at night.

**Doing**. I built it and *two* teams use it

- The pipeline runs at night now: run 540 -> 40 min ([PR #7](https://git.example.com/ml/pipes/pull/7)) \
· *Mon 2 Nov* · [1]
- “I sleep since it runs alone.” · *Kim Okafor, Tue 24 Nov* · [2]
- 1 person more, counted and not quoted

> Checks incoming tables.

**Starting**. I read about it

Next: check each table · *due Fri 18 Dec*

## What is missing

- **not judged** Talking
- **no record** Data (1 of 2)

"""
    )
    assert "growth " not in rest.partition("## Records cited")[0]
    ids = re.findall(r"`([a-z]\d{6}-\w{4})`", rest.partition("## Records cited")[2])
    assert ids == [judged["win"], judged["kim"], judged["assessment"]]


def test_a_promotion_case_says_its_gaps(growth: Growth, judged: dict[str, str]) -> None:
    growth.ok(f"edit {judged['assessment']} --share manager")
    document = growth("report promotion --for manager").out
    assert (
        document.partition("*Small ladder, L2")[0]
        == """\
*For my manager, from Ana Silva*

# Ana Silva: the case for L2 · *2026-H2*

Two (L2) of the ladder Small ladder asks for 3 criteria. 1 of them is met; records show it, and \
others spoke of it. 1 is not there yet and 1 is not judged. It is a draft: the assessment is still open.

"""
    )
    assert "### Data · *doing*\n\n> Builds a pipeline that runs at night.\n" in document
    gaps = document.partition("## Gaps\n")[2].partition("## When")[0]
    assert (
        gaps
        == """
- Data: Checks incoming tables: **starting**. I read about it
   - next: check each table · *due Fri 18 Dec*
- Not judged yet: Talking

"""
    )


@pytest.mark.parametrize("name", ["self-review", "promotion", "growth-plan"])
@pytest.mark.parametrize("audience", ["me", "manager"])
def test_each_record_that_is_cited_is_told_of_and_each_told_is_cited(
    growth: Growth, judged: dict[str, str], name: str, audience: str
) -> None:
    growth.ok(f"assess evidence talk-1 --confirm {judged['win']} --confirm {judged['secret']}")
    growth.ok(f"edit {judged['assessment']} --share manager")
    told, _, cited = growth(f"report {name} --for {audience}").out.partition("## Records cited\n")
    listed = dict(re.findall(r"(\d+)\. `([a-z]\d{6}-\w{4})`", cited))
    assert judged["assessment"] in listed.values()
    if audience == "manager":
        numbers = set(re.findall(r"· \[(\d+)\]$", told, re.MULTILINE))
    else:
        short = set(re.findall(r"· `(\w{4})`$", told, re.MULTILINE)) - {judged["goal"][-4:]}
        numbers = {number for number, id in listed.items() if id[-4:] in short}
        assert len(numbers) == len(short)
    goals = {number for number, id in listed.items() if id == judged["goal"] and audience == "me"}
    assert numbers | goals == {number for number, id in listed.items() if id != judged["assessment"]}


def test_what_the_documents_cite_is_verified(growth: Growth, judged: dict[str, str], tmp_path: Path) -> None:
    for name in ("self-review", "promotion", "growth-plan"):
        for ending in ("md", "html"):
            path = tmp_path / f"{name}.{ending}"
            assert growth(["report", name, "-o", str(path)]).code == 0
            assert growth(["verify", str(path)]).code == 0
    growth.ok("assess rate data-3 --as with-help")
    found = growth(["verify", str(tmp_path / "self-review.md")])
    assert (found.out, found.code) == (f"changed  {judged['assessment']}\n", 1)


@pytest.mark.parametrize("form", ["md", "html", "text", "json"])
@pytest.mark.parametrize("name", ["self-review", "promotion"])
def test_a_finished_one_renders_the_same_bytes_after_the_ladder_changed(
    growth: Growth, judged: dict[str, str], name: str, form: str
) -> None:
    growth.ok("assess finish --yes")
    command = f"report {name} -f {form}"
    before = growth(command).out
    assert "Small ladder" in before and "Builds a pipeline" in before
    write_ladder(growth, "Something quite different.", "2")
    path = growth.home / "templates" / "ladders" / "small.toml"
    path.write_text(path.read_text().replace("Small ladder", "Another name"))
    assert growth(command).out == before
    shutil.rmtree(growth.home / "templates")
    assert growth(command).out == before
    # What it says of its evidence grows no older, either.
    later = growth(command, now="2026-12-30T10:00:00+00:00").out
    assert later.replace('"today":"2026-12-30"', '"today":"2026-11-24"') == before


def test_too_little_judged_makes_no_case(growth: Growth) -> None:
    start(growth)
    document = growth.ok("report promotion")
    assert (
        "Too little is judged to make a case: 0 of the 3 criteria of Two (L2) of the ladder Small" in document
    )
    assert "- Not judged yet: Data; Talking · `growth assess rate`" in document
    assert "chart" not in document and "|" not in document
    assert """
# Self-review · *2026-H2*

Too little is judged yet to say how it stands as a whole: none of the 3 criteria of Two (L2) of the \
ladder Small ladder. It is a draft: the assessment is still open.

## Data
""" in growth.ok("report self-review")


def test_which_assessment_is_told_of(growth: Growth) -> None:
    assert growth("report self-review") == (
        "",
        "growth: there is no assessment to write of\n        start one: growth assess start --target L5\n",
        1,
    )
    write_ladder(growth)
    ids = [
        growth.ok(f"assess start --ladder small --target {level} --period {period}").strip()
        for level, period in (("L1", "2026-H1"), ("L2", "2026-H2"))
    ]
    title = "# Self-review · *2026-H{}*".format
    assert title(2) in growth.ok("report self-review")
    assert title(1) in growth.ok("report self-review --period 2026-Q1")
    assert title(1) in growth.ok(f"report self-review --assessment {ids[0]}")
    assert growth("report self-review --period 2024").err == (
        "growth: there is no assessment of 2024\n        there are: 2026-H1, 2026-H2\n"
    )
    assert growth("report promotion --project x").code == 2
    assert growth(f"report promotion --assessment {log(growth, 'x')}").code == 1


def test_how_i_judge_somebody_is_for_them_and_never_for_a_team(growth: Growth) -> None:
    growth.ok("people add ana --name 'Ana Silva' --relation direct")
    growth.ok("note ana", stdin="the pipeline was hers\n")
    note = json.loads(growth.ok("list --about ana --json"))[0]["id"]
    id = start(growth, "--about ana --share person")
    growth.ok(f"assess evidence data-2 --confirm {note}")
    growth.ok("assess rate data-2 --as doing --statement 'she built it'")
    document = growth(f"report self-review --assessment {id} --for @ana")
    assert "# Review of Ana Silva · *2026-H2*" in document.out
    assert "Ana Silva is judged against Two (L2)" in document.out
    assert "she built it" in document.out and "hers" not in document.out
    for whom in ("manager", "team"):
        assert growth(f"report self-review --assessment {id} --for {whom}").code == 1
    assert "hers" in growth.ok(f"report self-review --assessment {id}")
    assert growth("report self-review").err.startswith("growth: there is no assessment to write of")


def test_in_html_the_charts_are_pictures_and_in_json_data(growth: Growth, judged: dict[str, str]) -> None:
    page = growth.ok("report self-review -f html")
    assert page.count("<svg") == 2 and "<script" not in page and "```" not in page
    found = json.loads(growth.ok("report self-review --json"))
    assert found["strengths"] == ["data-2"] and found["work_on"] == ["data-3"]
    assert found["charts"]["evidence"]["columns"] == ["Jul", "Aug", "Sep", "Oct", "Nov"]


def test_the_last_time_stands_beside(growth: Growth) -> None:
    write_ladder(growth)
    growth.ok("assess start --ladder small --target L2 --period 2026-H1 --share team")
    growth.ok("assess rate data-2 --as starting")
    growth.ok("assess rate data-3 --as with-help")
    growth.ok("assess finish --yes")
    growth.ok("assess start --ladder small --target L2 --period 2026-H2 --share team")
    growth.ok("assess rate data-2 --as with-help")
    growth.ok("assess rate data-3 --as with-help")
    for audience in ("me", "team"):
        document = growth(f"report self-review --for {audience}").out
        assert "**Doing with help**, last time starting." in document
        assert "**Doing with help**, as last time." in document
        assert "|  | expected at L2 | my view | last time |" in document
    first = json.loads(growth.ok("assess list --json"))[0]["id"]
    growth.ok(f"edit {first} --share private")
    assert "last time" not in growth("report self-review --for team").out


def test_what_my_manager_judges_is_between_the_two_of_us(
    growth: Growth, judged: dict[str, str], tmp_path: Path
) -> None:
    hers, bundle = ["--home", str(tmp_path / "hers")], str(tmp_path / "eva.json")
    growth(["config", "set", "me.handle", "ana"])
    growth.ok([*hers, "people", "add", "ana", "--name", "Ana Silva", "--relation", "direct"])
    growth([*hers, "config", "set", "me.handle", "eva"])
    shutil.copytree(growth.home / "templates", tmp_path / "hers" / "templates")
    about = ["--about", "ana", "--share", "person"]
    growth.ok([*hers, "assess", "start", "--ladder", "small", "--target", "L2", *about])
    growth.ok([*hers, "assess", "rate", "data-2", "--as", "teaching", "--statement", "she taught us"])
    growth.ok([*hers, "assess", "finish", "--yes"])
    assert growth([*hers, "bundle", "make", "--for", "@ana", "-o", bundle]).code == 0
    assert growth(["bundle", "open", bundle, "--yes"]).code == 0
    growth.ok(f"edit {judged['assessment']} --share team")
    said = "**Doing**, my manager says others learn from me."
    for audience, known in (("me", True), ("manager", True), ("@kim", False), ("team", False)):
        document = growth(f"report self-review --for {audience}").out
        assert (said in document) == known, document
        assert ("| my view | my manager |" in document) == known
        assert "she taught us" not in document
    growth.ok("assess rate data-2 --as teaching")
    assert "**Others learn from me**, and my manager agrees. I built" in growth.ok("report self-review")


def test_the_judgement_of_my_manager_is_one_persons_word(
    growth: Growth, judged: dict[str, str], tmp_path: Path
) -> None:
    hers, bundle = ["--home", str(tmp_path / "hers")], str(tmp_path / "eva.json")
    growth(["config", "set", "me.handle", "ana"])
    growth.ok([*hers, "people", "add", "ana", "--name", "Ana Silva", "--relation", "direct"])
    growth([*hers, "config", "set", "me.handle", "eva"])
    shutil.copytree(growth.home / "templates", tmp_path / "hers" / "templates")
    about = ["--about", "ana", "--share", "person"]
    growth.ok([*hers, "assess", "start", "--ladder", "small", "--target", "L2", *about])
    growth.ok([*hers, "assess", "rate", "data-3", "--as", "doing", "--statement", "she does"])
    growth.ok([*hers, "assess", "finish", "--yes"])
    assert growth([*hers, "bundle", "make", "--for", "@ana", "-o", bundle]).code == 0
    growth.ok("assess rate data-3 --as doing")
    for id in (judged["secret"], judged["assessment"]):
        growth.ok(f"edit {id} --share team")
    assert "Missing: somebody else's word. To" in growth.ok("report self-review")
    assert growth(["bundle", "open", bundle, "--yes"]).code == 0
    document = growth.ok("report self-review")
    assert "**Doing**, and my manager agrees. I read" in document
    assert "Missing: a second person's word. To" in document
    assert "else's word" not in document and "only my word" not in document
    for audience, word in (("manager", "a second person's"), ("team", "somebody else's")):
        document = growth(f"report promotion --for {audience}").out
        assert f"- Met, but without {word} word: Data (1 of 2)" in document


def test_what_is_finished_names_no_step_that_is_for_an_open_one(
    growth: Growth, judged: dict[str, str]
) -> None:
    growth.ok("assess finish --yes")
    later = "2026-12-30T10:00:00+00:00"
    growth.ok(["goal", "checkin", judged["goal"], "each is checked", "--reached"], now=later)
    growth.ok("goal add --from small/data-3 'check each load' --due 2027-02-01", now=later)
    growth.ok("goal add 'talk to ten people' --due 2027-03-01", now="2027-01-05T10:00:00+00:00")
    for name in ("self-review", "promotion"):
        document = growth.ok(f"report {name}", now="2027-01-10T10:00:00+00:00")
        assert "growth assess" not in document and "growth feedback ask" not in document
        # What was set while its half year ran belongs to it, what came later to the next one.
        assert "check each load" in document and "talk to ten people" not in document
    assert "Missing: somebody else's word.\n" in growth.ok("report self-review")


@pytest.mark.parametrize("command", ["report self-review", "prep kim", "report brag", "report promotion"])
def test_at_a_terminal_a_document_for_others_warns_that_it_names_no_author(
    growth: Growth, judged: dict[str, str], command: str
) -> None:
    growth.ok(f"edit {judged['assessment']} --share team")
    warning = "it does not say whose it is: growth config set me.name 'Ada Example'"
    assert warning not in growth.terminal(f"{command} --for manager").out
    growth("config unset me.name")
    found = growth.terminal(f"{command} --for manager")
    assert found.code == 0 and " ".join((found.out + found.err).split()).count(warning) == 1
    assert warning not in growth.terminal(command).out
