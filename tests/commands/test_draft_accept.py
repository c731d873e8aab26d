"""A draft becomes what it was for, says that it was drafted, and never while something was found in it."""

import json
from pathlib import Path

from growth.rules.prompt import version
from tests.commands.test_draft import ASKED, honest, lived, lying, program
from tests.conftest import Growth


def drafted(growth: Growth, tmp_path: Path, answer: str, kind: str = "brag", more: str = "") -> str:
    line = ["draft", *kind.split(), "--period", "2026-11", *more.split(), "--run", program(tmp_path, answer)]
    return growth(line).out.strip()


def test_a_brag_becomes_a_note_of_mine_without_its_citations(growth: Growth, tmp_path: Path) -> None:
    ids = lived(growth)
    made = drafted(growth, tmp_path, f"# My November\n\n{honest(ids)}")
    note = growth.ok(f"draft accept {made}").strip()
    assert growth.ok(f"show {note}") == (
        f"{note}  note  My November\n"
        "      Tue 24 Nov · only you can read it\n"
        "      I cut the p99 from 480 to 210 ms with Dana. Two teams lost no run since.\n"
        f"      drafted: {made}\n"
    )
    assert json.loads(growth.ok(f"draft show {made} --json"))["accepted"] == note
    again = growth(f"draft accept {made}")
    assert again.err == f"growth: {made} became {note} already\n        to change it: growth edit {note}\n"
    growth("undo -y")
    assert growth(f"show {note}").code == 1
    assert growth(f"draft accept {made} --share manager").code == 0


def test_without_a_heading_it_is_named_by_its_period_and_no_bare_citation_is_left(
    growth: Growth, tmp_path: Path
) -> None:
    ids = lived(growth)
    text = f"I cut the p99 [{ids['cut']}]. Also [{ids['loader']}].\n\nAlso, [{ids['loader']}] it resumes."
    note = growth.ok(f"draft accept {drafted(growth, tmp_path, text)}").strip()
    kept = json.loads(growth.ok(f"show {note} --json"))
    assert (kept["title"], kept["body"]) == ("brag, 2026-11", "I cut the p99.\n\nAlso, it resumes.")


def test_what_was_accepted_and_shared_may_be_drafted_again(growth: Growth, tmp_path: Path) -> None:
    ids = lived(growth)
    said = f"Made the ranker answer at once, whoever asks it [{ids['cut']}]."
    note = growth.ok(f"draft accept {drafted(growth, tmp_path, said)}").strip()
    again = f"{said} And the loader [{ids['loader']}]."

    def found() -> list[str]:
        made = drafted(growth, tmp_path, again)
        return [one["rule"] for one in json.loads(growth.ok(f"draft show {made} --json"))["findings"]]

    assert found() == ["private"]
    growth.ok(f"edit {note} --share manager")
    assert found() == []


def test_while_something_was_found_a_reason_is_asked_for_and_kept(growth: Growth, tmp_path: Path) -> None:
    made = drafted(growth, tmp_path, lying(lived(growth)))
    found = growth(f"draft show {made}").err
    assert found == (
        "[^1] person: Zed: Zed Quill is not in any record it was given\n"
        "[^2] private: Zed wants to leave before the spring release: these words stand in a record that it "
        "was not given\n"
        "[^3] number: 37 %: this number is not in any record it was given\n"
    )
    refused = growth(f"draft accept {made}")
    assert refused.err == (
        f"{found}growth: {made} says what its records do not: 3 findings\n"
        "        mend it: --with FILE; if you know better: --anyway 'why'\n"
    )
    assert growth(["draft", "accept", made, "--anyway", ""]).code == 2
    growth.ok(["draft", "accept", made, "--anyway", "he told everybody today"])
    assert json.loads(growth.ok(f"draft show {made} --json"))["why"] == "he told everybody today"


def test_what_was_accepted_in_spite_of_it_is_not_shared(growth: Growth, tmp_path: Path) -> None:
    made = drafted(growth, tmp_path, lying(lived(growth)))
    refused = growth(["draft", "accept", made, "--anyway", "testing", "--share", "manager"])
    assert refused == (
        "",
        f"growth: {made} says what Eva Stone is not to read: “Zed wants to leave before the spring "
        "release”\n"
        "        mend it: --with FILE; or leave --share out: it is then for nobody but you\n",
        1,
    )
    note = growth.ok(["draft", "accept", made, "--anyway", "testing"]).strip()
    assert json.loads(growth.ok(f"show {note} --json"))["share"] == "private"


def test_a_draft_goes_no_further_than_the_records_it_cites(growth: Growth, tmp_path: Path) -> None:
    ids = lived(growth)
    made = drafted(growth, tmp_path, honest(ids))
    refused = growth(f"draft accept {made} --share team").err
    assert f"growth: {made} says what your team is not to read: j" in refused
    assert ids["cut"] in refused and ids["loader"] in refused and ids["hidden"] not in refused
    assert growth(f"draft accept {made} --share manager").code == 0
    mine = drafted(growth, tmp_path, f"Zed wants to leave [{ids['hidden']}].", "brag", "--for me")
    refused = growth(f"draft accept {mine} --share manager").err
    assert f"growth: {mine} says what Eva Stone is not to read: {ids['hidden']}\n" in refused
    assert growth(f"draft accept {mine}").code == 0


def test_what_i_made_of_it_is_checked_as_well_and_the_run_stays_as_it_was(
    growth: Growth, tmp_path: Path
) -> None:
    made = drafted(growth, tmp_path, lying(lived(growth)))
    shown, mended = growth(f"draft show {made}").out, tmp_path / "it.md"
    mended.write_text(shown)
    assert growth(f"draft accept {made} --with {mended}").code == 1
    mended.write_text("It saved 12 servers.")
    refused = growth(f"draft accept {made} --with {mended}").err
    assert refused.startswith("[^1] number: 12: this number is not in any record it was given\n")
    mended.write_text(
        shown.replace("Zed[^1] wants to leave before the spring release[^2]. It saved 37 %[^3]", "Done")
    )
    note = growth.ok(f"draft accept {made} --with {mended}").strip()
    kept = json.loads(growth.ok(f"draft show {made} --json"))
    assert (len(kept["findings"]), kept["output"][:3], kept["mended"][:6], kept["why"]) == (
        3,
        "Zed",
        "Done [",
        "",
    )
    assert json.loads(growth.ok(f"show {note} --json"))["body"] == "Done."
    assert growth(f"draft accept {made} --with -", stdin="").code == 2


def test_feedback_becomes_what_i_want_to_tell(growth: Growth, tmp_path: Path) -> None:
    lived(growth)
    growth.ok("log Showed Dana the profiler -d 2026-11-12 -w dana --share person")
    made = drafted(growth, tmp_path, "You asked for the profiler, and it was used.", "feedback dana")
    said = growth.ok(f"draft accept {made}").strip()
    kept = json.loads(growth.ok(f"show {said} --json"))
    assert (kept["about"], kept["manner"], kept["share"], kept["source"]) == (
        "@dana",
        "given",
        "private",
        made,
    )
    assert kept["replies"][0]["text"] == "You asked for the profiler, and it was used."


def test_a_1on1_becomes_a_private_note_about_them(growth: Growth, tmp_path: Path) -> None:
    lived(growth)
    growth.ok("log Showed Dana the profiler -d 2026-11-12 -w dana --share person")
    made = drafted(growth, tmp_path, "- The profiler: what did it show?", "1on1 dana")
    note = growth.ok(f"draft accept {made}").strip()
    kept = json.loads(growth.ok(f"show {note} --json"))
    assert (kept["about"], kept["share"], kept["title"]) == (
        "dana",
        "private",
        "For the next 1:1 with Dana Weiss",
    )
    assert growth(f"draft accept {made} --share team").code == 1


def test_a_self_review_gives_its_sentences_to_what_is_judged(growth: Growth, tmp_path: Path) -> None:
    ids = lived(growth)
    growth("assess start --ladder tech-lead --target T2 --period 2026-H2")
    growth("assess rate system-T2-1 --as starting")
    growth(["assess", "rate", "quality-T2-1", "--as", "starting", "--statement", "My own words"])
    text = (
        f"## system-T2-1\n\nI cut the p99 to 210 ms [{ids['cut']}].\n\n"
        f"## quality-T2-1\n\nI taught the loader to resume [{ids['loader']}].\n\n"
        f"## delivery-T2-1\n\nI taught it [{ids['loader']}].\n"
    )
    made = drafted(growth, tmp_path, text, "self-review")
    accepted = growth(f"draft accept {made}")
    assert accepted.err == (
        "delivery-T2-1 is not judged, and keeps no sentence: growth assess rate delivery-T2-1\n"
        "quality-T2-1 keeps the sentence that you wrote\n"
    )
    kept = json.loads(growth.ok(f"show {accepted.out.strip()} --json"))["ratings"]
    assert {one["criterion"]: (one["statement"], one["drafted"]) for one in kept} == {
        "system-T2-1": ("I cut the p99 to 210 ms.", made), "quality-T2-1": ("My own words", ""),
    }  # fmt: skip
    growth("assess rate system-T2-1 --as with-help")
    again = json.loads(growth.ok(f"show {accepted.out.strip()} --json"))["ratings"]
    assert {one["criterion"]: one["drafted"] for one in again}["system-T2-1"] == made


def test_what_came_of_a_version_stands_in_the_list_of_prompts(growth: Growth, tmp_path: Path) -> None:
    ids = lived(growth)
    good = drafted(growth, tmp_path, honest(ids))
    bad = drafted(growth, tmp_path, lying(ids))
    growth(["thumb", "up", good, "reads like me"])
    growth(["thumb", "down", bad, "it lies"])
    growth(f"draft accept {good}")
    said = f"{version(ASKED.text)}  1 of 2 accepted, 1 with findings, thumbs 1 up and 1 down\n"
    assert said in growth.ok("prompt list")
    listed = {one["name"]: one["used"] for one in json.loads(growth.ok("prompt list --json"))}
    assert listed["brag"] == [
        {"version": version(ASKED.text), "drafts": 2, "clean": 1, "accepted": 1, "up": 1, "down": 1}
    ]


def test_to_forget_a_record_names_its_drafts_and_what_they_became(growth: Growth, tmp_path: Path) -> None:
    ids = lived(growth)
    growth("assess start --ladder tech-lead --target T2 --period 2026-H2")
    growth("assess rate system-T2-1 --as starting")
    brag = drafted(growth, tmp_path, honest(ids))
    note = growth.ok(f"draft accept {brag}").strip()
    review = drafted(growth, tmp_path, f"## system-T2-1\n\nI cut the p99 [{ids['cut']}].\n", "self-review")
    assessment = growth.ok(f"draft accept {review}").strip()
    told = growth(f"forget {ids['cut']} -y").err
    assert f"erases {brag}  I cut the p99 from 480 to 210 ms with Dana [{ids['cut']}]. Two teams" in told
    assert f"erases {review}  ## system-T2-1" in told
    stays = told.partition("stays: 2 texts that drafts became, with what it says of it: ")[2]
    assert set(stays.split("\n")[0].split(", ")) == {note, assessment}
    assert "\n       edit or forget them one by one\n" in told
    assert "written from it" not in told and "drafted:" not in growth.ok(f"show {note}")
    kept = json.loads(growth.ok(f"show {assessment} --json"))["ratings"][0]
    assert (kept["statement"], kept["drafted"]) == ("I cut the p99.", "")


def test_what_was_drafted_for_somebody_goes_with_them(growth: Growth, tmp_path: Path) -> None:
    lived(growth)
    growth.ok("log Showed Dana the profiler -d 2026-11-12 -w dana --share person")
    drafted(growth, tmp_path, "The profiler was used.", "brag", "--for @dana")
    made = drafted(growth, tmp_path, "- The profiler: what did it show?", "1on1 dana")
    growth.ok(f"draft accept {made}")
    assert "became" not in growth("forget @dana -y").err
    assert growth.ok("draft list") == ""


def test_many_drafts_of_a_forgotten_record_are_named(growth: Growth, tmp_path: Path) -> None:
    ids = lived(growth)
    made = [drafted(growth, tmp_path, honest(ids)) for _ in range(3)]
    told = growth(f"forget {ids['cut']} -y").err
    assert told.startswith("erases 3 drafts, 1 entry\n       written from it: ")
    assert set(told.split("\n")[1].partition(": ")[2].split(", ")) == set(made)
