"""growth import: what is understood, what is said about the rest, and that twice is once."""

import datetime
import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from growth import config
from growth.app import App
from growth.records.entry import Entry
from growth.store.change import changing
from growth.store.store import Store
from growth.store.undo import newest, undo
from tests.conftest import Growth, Result

BRAG = """\
# Brag document

## 2026-03-04

- Cut the ranker's p99 by half
  - a cache in front of the feature store
- Reviewed the eval harness

### Talks

- Told the guild about caching

## Ideas without a day

- Write about calibration

## 04/03/2026

- This day could be two
"""
NOT_UNDERSTOOD = """\
not understood: 1 line
  brag.md:17  04/03/2026 can be 4 March or 3 April: 04/03/2026
"""
IMPORTED = (
    "5 new; 2 undated, of no period: growth list --undated; 1 line not understood; "
    "only you can read them; growth undo takes all of it back\n"
)
NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)
PERSON = '{"record":"person","name":"Ana Silva","handles":["ana"]}'


@pytest.fixture
def brag(tmp_path: Path) -> Path:
    path = tmp_path / "brag.md"
    path.write_text(BRAG)
    return path


def titles(growth: Growth) -> list[tuple[str, str, str]]:
    return [(e["day"], e["kind"], e["title"]) for e in json.loads(growth.ok("list --json"))]


def plain(result: Result) -> str:
    return re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", result.out)


def store(growth: Growth) -> dict[str, bytes]:
    return {
        str(path.relative_to(growth.home)): path.read_bytes()
        for path in sorted(growth.home.rglob("*")) if path.is_file() and path.name != "lock"
    }  # fmt: skip


def test_piped_it_imports_and_says_so_on_stderr(growth: Growth, brag: Path) -> None:
    assert growth(["import", str(brag)]) == Result("", NOT_UNDERSTOOD + IMPORTED, 0)
    assert titles(growth) == [
        ("2026-03-04", "work", "Cut the ranker's p99 by half"),
        ("2026-03-04", "work", "Reviewed the eval harness"),
        ("2026-03-04", "talk", "Told the guild about caching"),
        ("2026-11-24", "work", "Write about calibration"),
        ("2026-11-24", "work", "This day could be two"),
    ]


def test_again_it_adds_nothing(growth: Growth, brag: Path) -> None:
    growth(["import", str(brag)])
    before = store(growth)
    again = growth(["import", str(brag)])
    assert again == Result("", NOT_UNDERSTOOD + "nothing new; 5 already here; 1 line not understood\n", 0)
    assert store(growth) == before


def test_one_undo_takes_all_of_it_back(growth: Growth, brag: Path) -> None:
    growth.ok("log a first")
    growth(["import", str(brag)])
    lines = (growth.home / "history/2026-11.jsonl").read_text().splitlines()
    assert [json.loads(line)["what"] for line in lines][-1] == "import: 5 records"
    assert len(lines) == 2
    home = Store(growth.home, lambda: NOON, lambda fault: None)
    undo(home, newest(home))
    assert titles(growth) == [("2026-11-24", "work", "a first")]


def test_standard_input_and_a_file_are_one(growth: Growth, brag: Path) -> None:
    growth(["import", str(brag)])
    again = growth("import -", stdin=BRAG)
    assert again.err.endswith("nothing new; 5 already here; 1 line not understood\n")


def test_options_for_all_of_it(growth: Growth, brag: Path) -> None:
    done = growth(["import", str(brag), "-t", "#old", "--share", "manager", "--skip-undated"])
    assert done.err == NOT_UNDERSTOOD + (
        "3 new; 2 left out as undated or in doubt; 1 line not understood; "
        "your manager may read them; growth undo takes all of it back\n"
    )
    entries = json.loads(growth.ok("list --json"))
    assert [(entry["share"], entry["tags"]) for entry in entries] == [("manager", ["old"])] * 3


def test_what_is_undated_is_of_no_period(growth: Growth, brag: Path) -> None:
    growth(["import", str(brag)])
    undated = ["Write about calibration", "This day could be two"]
    assert [title for _, _, title in titles(growth)][3:] == undated

    def listed(options: str) -> list[str]:
        return [line[37:].split("  ")[0] for line in growth.ok(f"list {options}").splitlines()]

    assert listed("--period 2026-11") == listed("--since 2026-11-01") == []
    assert listed("--undated") == listed("--undated --period 2026-11") == undated
    assert growth.ok("search calibration --period 2026") == ""
    report = growth("report brag --period 2026")
    assert report.err == "2 entries without a day left out: growth list --undated\n"
    assert "calibration" not in report.out and "\n3 entries on 1 day.\n" in report.out
    growth.ok("edit last -d 2026-11-20")
    assert listed("--period 2026-11") == ["This day could be two"]


def test_since_leaves_out_what_is_older(growth: Growth, brag: Path) -> None:
    done = growth(["import", str(brag), "--since", "2026-04-01"])
    assert (
        "2 new; 2 undated, of no period: growth list --undated; 3 outside of the days asked for; " in done.err
    )


def test_dry_run_shows_and_does_nothing(growth: Growth, brag: Path) -> None:
    done = growth(["import", str(brag), "--dry-run"])
    assert done == Result(
        "dated Markdown: 5 new, 0 already here\n"
        "  days     2026-03-04\n"
        "  undated  2\n"
        "  kinds    work 4, talk 1\n"
        "  by time  2026-03 3\n"
        "  samples  2026-03-04  work      Cut the ranker's p99 by half\n"
        "           2026-03-04  work      Reviewed the eval harness\n"
        "           2026-03-04  talk      Told the guild about caching\n"
        "           undated     work      Write about calibration\n"
        "           undated     work      This day could be two\n" + NOT_UNDERSTOOD,
        "5 would be imported; only you can read them\n",
        0,
    )
    assert not growth.home.exists()


def test_on_a_terminal_it_shows_then_asks(growth: Growth, brag: Path) -> None:
    done = growth.terminal(["import", str(brag)], keys=["y\n", "y\n"])
    assert done.code == 0
    assert plain(done) == (
        "dated Markdown: 5 new, 0 already here\n"
        "  days     2026-03-04\n"
        "  undated  2\n"
        "  kinds    work 4, talk 1\n"
        "  by time  2026-03 3\n"
        "  samples  2026-03-04  work      Cut the ranker's p99 by half\n"
        "           2026-03-04  work      Reviewed the eval harness\n"
        "           2026-03-04  talk      Told the guild about caching\n"
        "           undated     work      Write about calibration\n"
        "           undated     work      This day could be two\n"
        + NOT_UNDERSTOOD
        + "Leave out the 2 that are undated or in doubt? [y/N] y\n"
        "Import 3 new? Only you can read them. [y/N] y\n"
        "3 new; 2 left out as undated or in doubt; 1 line not understood; only you can\n"
        "read them; growth undo takes all of it back\n"
    )
    assert len(titles(growth)) == 3


def test_on_a_terminal_no_is_no(growth: Growth, brag: Path) -> None:
    done = growth.terminal(["import", str(brag), "--keep-undated"], keys=["n\n"])
    assert done.code == 1
    assert plain(done).endswith("[y/N] n\ngrowth: nothing was imported\n")
    assert titles(growth) == []


MARKED = """\
## 2026-03-04

- Paired with @dana on the #evals harness of +ranker
- Kept `@property` out of it
"""
LEFT_AS_TEXT = "#tags, @people and +projects are left as text: --read-marks reads them\n"


def test_marks_in_markdown_are_left_as_text_and_that_is_said(growth: Growth, tmp_path: Path) -> None:
    path = tmp_path / "log.md"
    path.write_text(MARKED)
    assert growth(["import", str(path), "--dry-run"]).out.endswith("of it\n" + LEFT_AS_TEXT)
    done = growth(["import", str(path)])
    assert done.err == LEFT_AS_TEXT + "2 new; only you can read them; growth undo takes all of it back\n"
    assert [entry["tags"] + entry["people"] for entry in json.loads(growth.ok("list --json"))] == [[], []]


def test_read_marks_lets_them_count(growth: Growth, tmp_path: Path) -> None:
    path = tmp_path / "log.md"
    path.write_text(MARKED)
    assert LEFT_AS_TEXT not in growth(["import", str(path), "--dry-run", "--read-marks"]).out
    done = growth(["import", str(path), "--read-marks"])
    assert done.err == "2 new; only you can read them; growth undo takes all of it back\n"
    first, second = json.loads(growth.ok("list --json"))
    assert (first["tags"], first["people"], first["project"]) == (["evals"], ["dana"], "ranker")
    assert second["people"] == []
    for again in ([], ["--read-marks"]):
        assert growth(["import", str(path), *again]).err == "nothing new; 2 already here\n"


def test_read_marks_says_that_what_is_here_already_stays(growth: Growth, tmp_path: Path) -> None:
    path = tmp_path / "log.md"
    path.write_text(MARKED)
    growth(["import", str(path)])
    first = json.loads(growth.ok("list --json"))[0]["id"]
    said = f"--read-marks leaves 1 entry as it is, here already: growth edit {first} --add-tag TAG\n"
    assert growth(["import", str(path), "--read-marks", "--dry-run"]).out.endswith(said)
    again = growth(["import", str(path), "--read-marks"])
    assert again == Result("", said + "nothing new; 2 already here\n", 0)


def test_read_marks_goes_with_markdown_alone(growth: Growth) -> None:
    hint = "growth: --read-marks does not go with {}\n        it goes with markdown; leave it out\n"
    assert growth("import -f git --read-marks") == Result("", hint.format("git history"), 2)
    done = growth("import - --read-marks", stdin=PERSON)
    assert done == Result("", hint.format("JSON Lines of our records"), 2)


def test_many_lines_that_are_not_understood_are_counted(growth: Growth, tmp_path: Path) -> None:
    path = tmp_path / "odd.md"
    path.write_text("".join(f"## 0{n % 9 + 1}/02/2026\n\n- something {n}\n\n" for n in range(30)))
    said = growth(["import", str(path), "--dry-run"]).out.splitlines()
    start = next(n for n, line in enumerate(said) if line.startswith("not understood"))
    assert len(said) - start == 22 and said[-1].startswith("  … and ")


@pytest.mark.parametrize(
    ("command", "said", "code"),
    [
        (
            "import",
            "growth: no file is named\n        growth import FILE…, or: growth import -f git\n",
            2,
        ),
        ("import nothing.md", "growth: nothing.md: no such file or directory\n        check the path\n", 4),
        ("import x.md --author me", "growth: x.md: no such file or directory\n        check the path\n", 4),
    ],
)
def test_what_is_refused(growth: Growth, command: str, said: str, code: int) -> None:
    assert growth(command) == Result("", said, code)


def test_a_folder_is_read_with_what_lies_in_it(growth: Growth, tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    (vault / "daily").mkdir(parents=True)
    (vault / ".obsidian").mkdir()
    (vault / ".obsidian" / "app.md").write_text("# 2026-03-04\n- not mine\n")
    (vault / "2026-03-04.md").write_text("- Cut the queue\n")
    (vault / "daily" / "2026-03-05.md").write_text("- Wrote the guide\n")
    (vault / "photo.png").write_bytes(b"\x89PNG\0\0")
    (vault / "notes.xyz").write_text("words")
    (vault / "repo" / ".git").mkdir(parents=True)
    done = growth(["import", str(vault)])
    assert done.err == (
        f"left out: {vault}/repo is a git repository: growth import -f git {vault}/repo\n"
        "left out: notes.xyz has no format that is known here\n"
        f"{vault}: 1 file left aside, being no text\n"
        "2 new; only you can read them; growth undo takes all of it back\n"
    )
    assert titles(growth) == [
        ("2026-03-04", "work", "Cut the queue"),
        ("2026-03-05", "work", "Wrote the guide"),
    ]
    assert growth(["import", str(vault)]).err.endswith("nothing new; 2 already here\n")


def test_a_folder_that_is_a_repository_may_be_meant_as_either(growth: Growth, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "2026-03-04.md").write_text("- Cut the queue\n")
    assert growth(["import", str(tmp_path)]) == Result(
        "",
        f"growth: {tmp_path} is a git repository\n        its commits: growth import -f git {tmp_path}; "
        f"its notes: growth import -f markdown {tmp_path}\n",
        1,
    )
    assert growth(["import", "-f", "markdown", str(tmp_path)]).code == 0
    assert titles(growth) == [("2026-03-04", "work", "Cut the queue")]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_of_a_folder_cannot_be_read_is_told(growth: Growth, tmp_path: Path) -> None:
    (tmp_path / "2026-03-04.md").write_text("- Cut the queue\n")
    (tmp_path / "locked.md").write_text("- x\n")
    (tmp_path / "locked.md").chmod(0)
    (tmp_path / "shut").mkdir(mode=0)
    said = growth(["import", str(tmp_path)]).err
    assert f"left out: {tmp_path}/shut: permission denied\n" in said
    assert f"left out: {tmp_path}/locked.md: permission denied\n" in said
    assert "1 new; " in said


def test_an_empty_folder_is_refused(growth: Growth, tmp_path: Path) -> None:
    assert growth(["import", str(tmp_path)]) == Result(
        "", f"growth: {tmp_path} holds no file\n        name the folder that your notes lie in\n", 1
    )


def test_an_option_that_would_do_nothing_is_refused(growth: Growth, brag: Path) -> None:
    assert growth(["import", str(brag), "--merges"]) == Result(
        "", "growth: --merges does not go with dated Markdown\n        it goes with git; leave it out\n", 2
    )
    assert growth(["import", str(brag), "--map", "title"]) == Result(
        "", "growth: --map 'title' has no column and field\n        write --map 'Task name=title'\n", 2
    )


def test_a_line_that_was_changed_is_new_and_the_old_one_is_told(growth: Growth, tmp_path: Path) -> None:
    path = tmp_path / "log.md"
    path.write_text("## 2026-03-04\n\n- Cut the queue by half\n- Wrote the guide\n")
    growth(["import", str(path)])
    old = id_of(growth, "Cut the queue by half")
    path.write_text("## 2026-03-04\n\n- Cut the queue by two thirds\n- Wrote the guide\n")
    gone = f"{old} is no longer in the file: Cut the queue by half\n  perhaps it became"
    then = f": Cut the queue by two thirds\n  if so: growth delete {old}\n"
    assert growth(["import", str(path), "--dry-run"]).err.endswith(gone + then)
    said = growth(["import", str(path)]).err
    assert said == (
        "1 new; 1 already here; only you can read them; growth undo takes all of it back\n"
        f"{gone} {id_of(growth, 'Cut the queue by two thirds')}{then}"
    )


def id_of(growth: Growth, title: str, old: str = "") -> str:
    """Return the id of the entry called so, and of no `old` one."""
    [one] = [
        one for one in json.loads(growth.ok("list --json")) if one["title"] == title and one["id"] != old
    ]
    return str(one["id"])


def test_where_only_the_text_below_changed_the_difference_is_shown(growth: Growth, tmp_path: Path) -> None:
    path = tmp_path / "log.org"
    text = "* DONE Shipped ranker v2\n  CLOSED: [2026-11-20 Fri]\n  Since May.\n\n  It went well.\n"
    path.write_text(text)
    growth(["import", str(path)])
    old = id_of(growth, "Shipped ranker v2")
    path.write_text(text.replace("went well", "went very well"))
    said = growth(["import", str(path)]).err
    new = id_of(growth, "Shipped ranker v2", old)
    assert said.splitlines()[1:] == [
        f"{old} is no longer in the file: Shipped ranker v2",
        f"  perhaps it became {new}: Shipped ranker v2",
        "    old text: It went well.", "    new text: It went very well.",
        f"  if so: growth delete {old}",
    ]  # fmt: skip


def test_one_that_was_edited_here_and_changed_in_its_file_is_told(growth: Growth, tmp_path: Path) -> None:
    path = tmp_path / "log.md"
    path.write_text("## 2026-03-04\n\n- Fixed the rota\n- Wrote the guide\n")
    growth(["import", str(path)])
    old = id_of(growth, "Fixed the rota")
    growth.ok(["edit", old, "-m", "Nobody is paged twice a night"])
    path.write_text("## 2026-03-04\n\n- Fixed the whole rota\n- Wrote the guide\n")
    said = growth(["import", str(path)]).err
    new = id_of(growth, "Fixed the whole rota")
    assert said.splitlines()[1:] == [
        f"{old} is no longer in the file, and you have edited it here: Nobody is paged twice a night",
        f"  perhaps it became {new}: Fixed the whole rota",
        f"  if so: growth delete {old}, once what you wrote is in {new}",
    ]


def task(**more: object) -> str:
    return json.dumps([{"uuid": "u-1", "status": "pending", "entry": "20261120T091400Z", **more}])


def test_a_task_is_followed_each_time_until_it_is_done(growth: Growth) -> None:
    growth("import -", stdin=task(description="Ask", due="20261130T000000Z"))
    for due in ("2026-12-01", "2026-12-05", "2026-12-08"):
        done = growth("import -", stdin=task(description="Ask Dana", due=f"{due.replace('-', '')}T000000Z"))
        assert done.err == ("0 new, 1 brought up to date; growth undo takes all of it back\n"), done.err
        assert [one["due"] for one in json.loads(growth.ok("action list --json"))] == [due]
    over = task(description="Ask Dana", status="completed", end="20261123T100000Z")
    assert growth("import -", stdin=over).err.startswith("1 new, 1 brought up to date; ")
    assert growth.ok("action list") == ""
    assert titles(growth) == [("2026-11-23", "work", "Ask Dana")]
    assert growth("import -", stdin=over).err == "nothing new; 1 already here\n"


def test_a_bundle_is_named_for_what_it_is(growth: Growth, tmp_path: Path) -> None:
    (tmp_path / "ana.json").write_text('{"bundle": {}}')
    bundle = growth(["import", str(tmp_path / "ana.json")])
    assert (bundle.code, bundle.err) == (
        2,
        f"growth: {tmp_path / 'ana.json'} is a bundle\n        growth bundle open {tmp_path / 'ana.json'}\n",
    )


# -- our own records -----------------------------------------------------------------------------------


def test_what_list_prints_comes_back_with_its_ids(growth: Growth, tmp_path: Path) -> None:
    growth.ok("log Cut p99 -k win --metric 'p99: 480 ms -> 210 ms' --star")
    growth.ok("log Read a paper -k learning -d yesterday")
    printed = growth.ok("list --json")
    elsewhere = ["--home", str(tmp_path / "elsewhere")]
    done = growth([*elsewhere, "import", "-"], stdin=printed)
    assert done == Result("", "2 new; growth undo takes all of it back\n", 0)
    assert growth.ok([*elsewhere, "list", "--json"]) == printed
    again = growth([*elsewhere, "import", "-"], stdin=printed)
    assert again == Result("", "nothing new; 2 already here\n", 0)


def test_the_same_id_with_other_content_is_refused_by_its_line(growth: Growth) -> None:
    first = growth.ok("log Cut p99 -d yesterday").strip()
    growth.ok("log Read a paper")
    lines = growth.ok("list -f jsonl").replace("Cut p99", "Cut p50")
    done = growth("import -", stdin=lines)
    assert done == Result(
        "",
        f"growth: standard input:1: {first} is here already and says something else\n"
        "        nothing was imported; take these lines out, or edit what is here\n",
        1,
    )


def test_records_without_ids_are_found_again(growth: Growth, tmp_path: Path) -> None:
    path = tmp_path / "more.jsonl"
    lines = [
        PERSON,
        '{"title":"Fixed a flaky test","day":"2026-02-03"}',
        '{"title":"Fixed a flaky test","day":"2026-02-03"}',
        '{"record":"action","text":"write the RFC","owner":"ana","person":"ana","day":"2026-02-03"}',
        '{"record":"session","person":"ana","day":"2026-02-03","shared":"RFC by Friday"}',
    ]
    path.write_text("\n".join(lines))
    assert growth(["import", str(path)]).err == "5 new; growth undo takes all of it back\n"
    assert growth(["import", str(path)]).err == "nothing new; 5 already here\n"
    assert len(titles(growth)) == 2
    path.write_text(PERSON.replace("Silva", "Lima"))
    done = growth(["import", str(path)])
    assert (done.code, done.err.splitlines()[0]) == (
        1,
        "growth: more.jsonl:1: ana is here already as Ana Silva, with other details",
    )


def test_a_line_that_is_no_record_refuses_all_of_them(growth: Growth, tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(PERSON + '\n{"title":"no day"}\n{"titel":"x","title":"y","day":"2026-02-03"}\n')
    assert growth(["import", str(path)]) == Result(
        "",
        'growth: bad.jsonl:2: its day is missing: {"title":"no day"}\n'
        'bad.jsonl:3: titel: no such field: {"titel":"x","title":"y","day":"2026-02-03"}\n'
        "        mend these lines; nothing was imported\n",
        1,
    )
    assert not growth.home.exists()


def test_a_note_about_somebody_stays_private(growth: Growth) -> None:
    note = '{"title":"shy in reviews","about":"ana","kind":"note","share":"team","day":"2026-02-03"}'
    assert growth("import - -f jsonl", stdin=note) == Result(
        "",
        "growth: standard input:1: a note about ana is always private\n"
        "        take its share out; nothing was imported\n",
        1,
    )


@pytest.mark.parametrize("option", ["--tag old", "--share team", "--since 2026-01-01"])
def test_records_of_our_own_come_as_they_are(growth: Growth, option: str) -> None:
    done = growth(f"import - -f jsonl {option}", stdin=PERSON)
    assert done.code == 2 and "do not go with JSON Lines" in done.err.replace("does", "do")


# -- git -----------------------------------------------------------------------------------------------


class Repository:
    """A repository whose commits have the author and the instant that a test says."""

    def __init__(self, path: Path, email: str = "ana@example.com") -> None:
        self.path = path
        path.mkdir(parents=True)
        self.git("init", "-q", "-b", "main")
        self.git("config", "user.name", "Ana Silva")
        if email:
            self.git("config", "user.email", email)

    def git(self, *args: str, day: str = "2026-03-04", email: str = "") -> None:
        stamp = f"{day}T12:00:00+00:00"
        extra = {"GIT_AUTHOR_EMAIL": email} if email else {}
        subprocess.run(
            ["git", *args],
            cwd=self.path,
            check=True,
            capture_output=True,
            env=os.environ
            | {"GIT_AUTHOR_DATE": stamp, "GIT_COMMITTER_DATE": stamp, "GIT_CONFIG_NOSYSTEM": "1"}
            | extra,
        )

    def commit(self, subject: str, day: str = "2026-03-04", email: str = "") -> None:
        self.git("commit", "-q", "--allow-empty", "-m", subject, day=day, email=email)


def test_git_history_becomes_an_entry_a_day(growth: Growth, tmp_path: Path) -> None:
    repository = Repository(tmp_path / "ranker")
    repository.commit("Add the cache")
    repository.commit("Tune the cache")
    repository.commit("Fix the build", day="2026-03-05")
    repository.commit("Somebody else's", day="2026-03-05", email="bo@example.com")
    done = growth(["import", "-f", "git", str(repository.path)])
    assert done == Result(
        "",
        "ranker: commits by ana@example.com, git's user.email there; "
        "all of yours: growth config set me.emails A B\n"
        "2 new; only you can read them; growth undo takes all of it back\n",
        0,
    )
    first, second = json.loads(growth.ok("list --json"))
    assert (first["day"], first["title"], first["body"], first["project"], first["kind"]) == (
        "2026-03-04", "Add the cache, and 1 more commit", "- Add the cache\n- Tune the cache",
        "ranker", "work",
    )  # fmt: skip
    assert (second["day"], second["title"], second["body"]) == ("2026-03-05", "Fix the build", "")
    assert growth(["import", "-f", "git", str(repository.path)]).err.endswith("nothing new; 2 already here\n")


def test_two_repositories_of_one_name_are_two(growth: Growth, tmp_path: Path) -> None:
    for number, place in enumerate(("work", "own")):
        repository = Repository(tmp_path / place / "tools")
        repository.commit(f"Start {place}", day="2026-03-03")
        repository.commit(f"Go on {place}", day=f"2026-03-0{4 + number}")
    both = ["import", "-f", "git", "--author", "ana@example.com"]
    both += [str(tmp_path / "work/tools"), str(tmp_path / "own/tools")]
    assert growth(both).err == "4 new; only you can read them; growth undo takes all of it back\n"
    (tmp_path / "work").rename(tmp_path / "elsewhere")
    both[-2] = str(tmp_path / "elsewhere/tools")
    assert growth(both).err == "nothing new; 4 already here\n"


def test_where_nobody_is_meant_the_authors_are_named(growth: Growth, tmp_path: Path) -> None:
    repository = Repository(tmp_path / "ranker")
    command = ["import", "-f", "git", str(repository.path), "--author"]
    repository.commit("Start")
    assert growth([*command, "nobody@example.com", "--author", "none@example.com"]).err == (
        "ranker: no commit by nobody@example.com or none@example.com; "
        "there are those by ana@example.com (1)\n"
        "nothing new\n"
    )
    for number in range(6):
        repository.commit("Help", email=f"bo{number}@example.com")
    repository.commit("More help", email="bo5@example.com")
    assert growth([*command, "nobody@example.com"]).err == (
        "ranker: no commit by nobody@example.com; there are those by bo5@example.com (2), "
        "ana@example.com (1), bo0@example.com (1), bo1@example.com (1), bo2@example.com (1) and 2 more\n"
        "nothing new\n"
    )
    assert growth([*command, "Ana@example.com", "--since", "2026-10-01"]).err == (
        "ranker: no commit by Ana@example.com in that time\nnothing new\n"
    )


def test_a_day_with_new_commits_is_brought_up_to_date(growth: Growth, tmp_path: Path) -> None:
    repository = Repository(tmp_path / "ranker")
    repository.commit("Add the cache")
    command = ["import", "-f", "git", str(repository.path), "--author", "ana@example.com"]
    growth(command)
    growth.ok("edit last --share manager -k win")
    repository.commit("Tune the cache")
    assert growth(command).err == "0 new, 1 brought up to date; growth undo takes all of it back\n"
    (entry,) = json.loads(growth.ok("list --json"))
    assert (entry["title"], entry["kind"], entry["share"]) == (
        "Add the cache, and 1 more commit", "win", "manager",
    )  # fmt: skip


def test_an_entry_in_my_own_words_is_left_as_it_is(growth: Growth, tmp_path: Path) -> None:
    repository = Repository(tmp_path / "ranker")
    repository.commit("Add the cache")
    command = ["import", "-f", "git", str(repository.path), "--author", "ana@example.com"]
    growth(command)
    growth.ok("edit last -m 'Made checkout fast'")
    repository.commit("Tune the cache")
    (entry,) = json.loads(growth.ok("list --json"))
    assert growth(command).err == (
        "nothing new; 1 already here\n"
        f"{entry['id']} reads differently in its source, but you have edited it: left as it is\n"
    )


def test_a_folder_of_repositories_is_walked_one_level_deep(growth: Growth, tmp_path: Path) -> None:
    config.save(growth.home, "me.emails", ["ana@example.com", "ana@home.example.com"])
    Repository(tmp_path / "work" / "ranker").commit("Add the cache")
    Repository(tmp_path / "work" / "evals").commit("Add the judge", email="ana@home.example.com")
    Repository(tmp_path / "work" / "empty")
    Repository(tmp_path / "work" / "deep" / "below").commit("Not seen")
    done = growth(["import", "-f", "git", str(tmp_path / "work")])
    assert done.err == (
        "empty: no commit yet, or no repository that git may read\n"
        "2 new; only you can read them; growth undo takes all of it back\n"
    )
    assert [title for _, _, title in titles(growth)] == ["Add the judge", "Add the cache"]


def test_git_reads_since_and_from_inside_a_repository(
    growth: Growth, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository = Repository(tmp_path / "ranker")
    repository.commit("Long ago", day="2025-01-02")
    repository.commit("Lately", day="2026-10-02")
    (repository.path / "src").mkdir()
    monkeypatch.chdir(repository.path / "src")
    done = growth("import -f git --since 6m --author ana@example.com")
    assert done.err == "1 new; only you can read them; growth undo takes all of it back\n"
    assert titles(growth) == [("2026-10-02", "work", "Lately")]


def test_git_without_an_author_or_a_repository_is_refused(growth: Growth, tmp_path: Path) -> None:
    anonymous = Repository(tmp_path / "anonymous", email="")
    subprocess.run(
        ["git", "-c", "user.email=x@example.com", "commit", "-q", "--allow-empty", "-m", "x"],
        cwd=anonymous.path, check=True,
    )  # fmt: skip
    missing = growth(["import", "-f", "git", str(anonymous.path)])
    assert (missing.code, missing.err) == (
        2,
        "growth: nothing says whose commits are meant\n"
        "        give --author EMAIL, or: growth config set me.emails you@example.com\n",
    )
    (tmp_path / "plain").mkdir()
    plain_folder = growth(["import", "-f", "git", str(tmp_path / "plain")])
    assert (plain_folder.code, plain_folder.err) == (
        1,
        f"growth: {tmp_path / 'plain'} is no git repository, and holds none\n"
        "        name one, or a folder of them\n",
    )
    name = growth(["import", "-f", "git", str(anonymous.path), "--author", "Ana"])
    assert (name.code, name.err.splitlines()[0]) == (2, "growth: 'Ana' is no e-mail address")


def test_a_change_in_another_terminal_stops_it(
    growth: Growth, brag: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from growth.commands import import_show

    def meanwhile(app: App, *args: object, **kwargs: object) -> None:
        with changing(Store(growth.home, lambda: NOON, lambda fault: None), "log") as change:
            change.add(Entry(day=NOON.date(), title="meanwhile", created=NOON))

    monkeypatch.setattr(import_show, "not_understood", meanwhile)
    done = growth(["import", str(brag)])
    assert done == Result(
        "", "growth: the store was changed meanwhile, by another terminal\n        run it again\n", 1
    )
    assert titles(growth) == [("2026-11-24", "work", "meanwhile")]


@pytest.mark.parametrize("text", ["Date,Title\n", "Date,Title\n,\n"])
def test_a_file_without_anything_says_so(growth: Growth, tmp_path: Path, text: str) -> None:
    path = tmp_path / "empty.csv"
    path.write_text(text)
    said = "there is nothing in it to import\n"
    assert growth(["import", str(path), "--map", "Title=title"]) == Result("", said, 0)
