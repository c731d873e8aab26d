"""growth practice thumbs: kept by period or from a file, seen as a trend, answered by a promise."""

import json

import pytest

from tests.conftest import Growth

VOTES = """\
day,vote,comment,who
2026-11-03,down,it takes a poster for a shop sign,u1
2026-11-12,down,night photos come out upside down,u2
2026-11-15,up,quick,u3
"""


@pytest.fixture
def signs(growth: Growth) -> str:
    """A model with a version of August and one of October, and the votes of each month."""
    identifier = growth("practice add model signs --version r1 -d 2026-08-01").out.strip()
    growth("practice state signs --version r2 -d 2026-10-01")
    for month, up, down in (("08", 380, 77), ("09", 390, 77), ("10", 412, 37)):
        growth(f"practice thumbs signs --up {up} --down {down} --period 2026-{month}")
    return identifier


def test_votes_are_kept_and_the_id_is_printed(growth: Growth, signs: str) -> None:
    done = growth("practice thumbs signs --votes -", stdin=VOTES)
    assert (done.out, done.code) == (f"{signs}\n", 0)
    assert done.err == "columns left aside: who\n"
    assert "u1" not in (growth.home / "practice.json").read_text()
    again = growth("practice thumbs signs --votes -", stdin=VOTES)
    assert again.err == "columns left aside: who\nnothing new: these votes are here already\n"
    growth("undo -y")
    assert "shop sign" not in (growth.home / "practice.json").read_text()


def test_the_page_shows_trend_version_and_the_worst_comments_first(growth: Growth, signs: str) -> None:
    growth("practice thumbs signs --votes -", stdin=VOTES)
    shown = growth.terminal("--no-color practice thumbs signs")
    assert shown.out == (
        "signs  thumbs up: 86 % (84 to 88), 1,376 votes\n"
        "the share of thumbs up of all, and between what it may well be (95 %)\n"
        "\n"
        "  2026-08  █████████████████···  83 % (79 to 86), 457 votes\n"
        "  2026-09  █████████████████···  84 % (80 to 87), 467 votes\n"
        "  2026-10  ██████████████████··  92 % (89 to 94), 449 votes\n"
        "  2026-11  ███████·············  33 % (6 to 79), 3 votes\n"
        "\n"
        "since the version of Thu 1 Oct (r2): better\n"
        "  before  83 % (81 to 86), 924 votes\n"
        "  after   91 % (88 to 94), 452 votes\n"
        "  that is +8.0 points (+4.3 to +11.4)\n"
        "\n"
        "Comments (3, 2 with a thumb down)\n"
        "  1  down  Thu 12 Nov  night photos come out upside down\n"
        "  2  down  Tue 3 Nov   it takes a poster for a shop sign\n"
        "  3  up    Sun 15 Nov  quick\n"
    )


def test_on_a_pipe_each_number_stands_on_a_line(growth: Growth, signs: str) -> None:
    assert growth("practice thumbs signs").out == (
        "votes    2026-08  380  77  0.8315  0.7945  0.8630\n"
        "votes    2026-09  390  77  0.8351  0.7988  0.8660\n"
        "votes    2026-10  412  37  0.9176  0.8885  0.9396\n"
        "votes    all  1182  191  0.8609  0.8416  0.8782\n"
        "version  2026-10-01  r2  +0.0843  +0.0474  +0.1179\n"
    )
    told = json.loads(growth("practice thumbs signs --json").out)
    assert (told["total"]["up"], told["turns"][0]["version"]) == (1182, "r2")


def test_a_comment_becomes_a_promise(growth: Growth, signs: str) -> None:
    growth("practice thumbs signs --votes -", stdin=VOTES)
    done = growth(["practice", "thumbs", "signs", "--act", "retrain with night photos", "--due", "2w"])
    (one,) = json.loads((growth.home / "actions.json").read_text())["actions"].values()
    assert done.out == f"{one['id']}\n"
    assert (one["text"], one["due"], one["origin"]) == ("retrain with night photos", "2026-12-08", signs)
    assert one["body"] == "signs, 2026-11-12, thumb down: “night photos come out upside down”"
    second = growth(["practice", "thumbs", "signs", "--act", "crop first", "--comment", "2"]).out.strip()
    assert "it takes a poster for a shop sign" in growth(f"show {second}").out
    assert growth("practice thumbs signs --act x --comment 9").code == 1


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        ("signs --up 4", 2, "nothing says when they voted"),
        ("signs --up 0 --period 2026-07", 2, "there is no vote"),
        ("signs --up 1 --period 2027", 2, "2027 has not begun yet"),
        ("signs --up 1 --period 2026-10-03", 1, "the votes of 2026-10-03 are among those of 2026-10"),
        ("signs --due 2w", 2, "--due goes with --act"),
        ("signs --period 2026-10", 2, "--period goes with --up and --down"),
        ("signs --up 1 --period 2026-07 --act x", 2, "do not go together"),
        ("other", 1, "there is no 'other' in the register"),
        ("set --up 1 --period 2026-07", 2, "set is a dataset: users judge a model or a prompt"),
        ("set", 2, "set is a dataset: users judge a model or a prompt"),
        ("empty", 1, "nobody has voted on empty yet"),
    ],
)
def test_what_cannot_be_kept_is_refused_in_words(
    growth: Growth, signs: str, args: str, code: int, message: str
) -> None:
    growth("practice add dataset set")
    growth("practice add model empty")
    done = growth(f"practice thumbs {args}")
    assert (done.code, message in done.err) == (code, True), done.err


def test_votes_of_days_to_come_are_refused(growth: Growth, signs: str) -> None:
    done = growth("practice thumbs signs --votes -", stdin="day,vote\n2027-01-01,up\n")
    assert (done.code, "has votes of 2027-01-01" in done.err) == (1, True)


def test_the_demo_year_has_votes_on_both_sides_of_a_version(growth: Growth) -> None:
    told = growth("--demo --as engineer practice thumbs ranker").out
    assert "votes    2026-10-12 to 2026-11-08  718  44  0.9423  0.9234  0.9567\n" in told
    assert "version  2026-09-14  v2.3  +0.0412  +0.0220  +0.0609\n" in told
