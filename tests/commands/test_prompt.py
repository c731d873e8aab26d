"""Prompts as a user meets them: the library, versions by content, and a copy of one's own."""

from growth import shelf
from growth.rules.prompt import version
from tests.conftest import Growth

SHIPPED = {name: (shelf.shipped() / "prompts" / f"{name}.md").read_text() for name in
           ("1on1", "brag", "feedback", "self-review")}  # fmt: skip
MINE = "---\npurpose: A short one\ninputs: entries\naudience: team\n---\nThree lines.\n"


def own(growth: Growth, name: str, text: str) -> None:
    folder = growth.home / "templates" / "prompts"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.md").write_text(text)


def test_what_ships_is_listed_with_its_version(growth: Growth) -> None:
    of = {name: version(text) for name, text in SHIPPED.items()}
    assert growth.ok("prompt list") == (
        f"1on1          {of['1on1']}  shipped  for person\n"
        "              What to speak about with somebody the next time we meet\n"
        f"brag          {of['brag']}  shipped  for manager\n"
        "              What I did in a period, for somebody who decides on it\n"
        f"feedback      {of['feedback']}  shipped  for person\n"
        "              What I want to tell somebody about their work, from what I saw of it\n"
        f"self-review   {of['self-review']}  shipped  for manager\n"
        "              A statement for each criterion of my assessment that the records show something of\n"
    )


def test_the_users_own_wins_and_the_one_that_ships_stays_readable(growth: Growth) -> None:
    own(growth, "brag", MINE)
    assert growth("prompt show brag").out == MINE
    assert growth(f"prompt show brag@{version(SHIPPED['brag'])}").out == SHIPPED["brag"]
    assert f"brag          {version(MINE)}  yours    for team" in growth.ok("prompt list")


def test_a_version_that_nobody_knows_is_refused_with_those_there_are(growth: Growth) -> None:
    known = version(SHIPPED["brag"])
    assert growth("prompt show brag@00000000") == (
        "", f"growth: there is no version '00000000' of 'brag' to be read\n        there are: {known}\n", 1
    )  # fmt: skip
    assert growth("prompt show brags").err == (
        "growth: there is no prompt 'brags'\n"
        "        did you mean brag? there are: 1on1, brag, feedback, self-review\n"
    )


def test_a_prompt_of_ones_own_begins_as_a_copy(growth: Growth) -> None:
    path = growth.home / "templates" / "prompts" / "short.md"
    assert growth("prompt new short --from brag") == (
        f"{path}\n", "edit it, then: growth draft brag --prompt short --print\n", 0
    )  # fmt: skip
    assert path.read_text() == SHIPPED["brag"]
    assert path.stat().st_mode & 0o777 == 0o600
    assert growth("prompt new short --from brag").code == 1


def test_versions_are_compared_line_by_line(growth: Growth) -> None:
    assert growth("prompt diff brag").err == (
        f"growth: there is one version of brag: {version(SHIPPED['brag'])}\n"
        "        nothing to compare it with\n"
    )
    own(growth, "brag", SHIPPED["brag"].replace("three sentences", "two sentences"))
    now = version(SHIPPED["brag"].replace("three sentences", "two sentences"))
    before = version(SHIPPED["brag"])
    shown = growth.ok("prompt diff brag").splitlines()
    assert shown[:2] == [f"--- brag@{before}", f"+++ brag@{now}"]
    assert [line[0] for line in shown[2:]] == ["@", " ", " ", "-", "+", " ", " "]
    assert growth.ok(f"prompt diff brag@{before}").splitlines() == shown
    back = growth.ok(f"prompt diff brag@{now} @{before}").splitlines()
    assert back[:2] == [f"--- brag@{now}", f"+++ brag@{before}"]


def test_a_prompt_that_cannot_be_read_is_named_with_its_line(growth: Growth) -> None:
    own(growth, "brag", "---\npurpose: x\nmodel: y\n---\nWrite.\n")
    path = growth.home / "templates" / "prompts" / "brag.md"
    assert growth("prompt show brag").err == (
        f"growth: {path}, line 3: 'model: y' is none of purpose, inputs, audience\n"
        "        mend it, then: growth prompt show brag\n"
    )


def test_one_that_cannot_be_read_leaves_the_others_listed(growth: Growth) -> None:
    own(growth, "broken", "no front matter\n")
    own(growth, "short", MINE)
    folder = growth.home / "templates" / "prompts"
    (folder / "bytes.md").write_bytes(b"\xff\xfe")
    listed = growth("prompt list")
    assert listed.code == 0
    assert [line.split()[0] for line in listed.out.splitlines()[::2]] == [
        "1on1", "brag", "feedback", "self-review", "short",
    ]  # fmt: skip
    assert listed.err == (
        f"left out: broken: {folder / 'broken.md'}, line 1: a prompt begins with ---, purpose, inputs and "
        f"audience\nleft out: bytes: {folder / 'bytes.md'}: byte 0 is no UTF-8\n"
    )
    assert growth("prompt list --json").code == 0
    assert growth("prompt show broken").code == 1
