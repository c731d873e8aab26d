"""The sets of questions that ship for asking others: their shape, their order and their words."""

import re
import tomllib
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

QUESTIONS = Path(__file__).parents[2] / "templates" / "questions"
PEOPLE = ("technical", "interpersonal", "leadership", "mentoring", "upward", "promotion")
SETS = (*PEOPLE, "collaboration", "project")
SLOT = "{about}"
KEEP = re.compile(r"\b(keep|kept|stay)\b")
CHANGE = re.compile(r"\b(differently|different|change)\b")
CLOSED = {
    "am", "are", "can", "could", "did", "do", "does", "had", "has", "have", "is", "may", "might",
    "must", "should", "was", "were", "will", "would",
}  # fmt: skip
# "me" is no subject and has no genitive: what stands before it has to be a word that takes an object.
TAKES_OBJECT = {
    "ask", "between you and", "by", "for", "from", "give", "hand", "like", "see", "seen", "to", "wanted",
    "with",
}  # fmt: skip

# Whoever it is about may be the one who asks or somebody else: a pronoun is wrong for one of the two.
PRONOUN = re.compile(r"\b(I|me|my|mine|we|us|our|he|him|his|she|her|hers)\b", re.IGNORECASE)
UNWANTED = re.compile(
    r"\b(personality|character|attitude|mood|feel\w*|emotion\w*|happy|unhappy|angry|stress\w*|tired|health\w*"
    r"|sick\w*|religio\w*|belie\w+|faith|politic\w*|famil\w+|age|gender|smart|clever|lazy|brilliant|talented"
    r"|passionate|weakness\w*|always|never|obviously|agree that|don't you|leverage|synerg\w+|stakeholder\w*"
    r"|bandwidth|align\w*|actionable|deliverable\w*|learnings|rockstar|ninja|culture fit|SBI)\b",
    re.IGNORECASE,
)

Row = dict[str, Any]


def load(name: str) -> Row:
    return tomllib.loads((QUESTIONS / f"{name}.toml").read_text(encoding="utf-8"))


def everything() -> list[tuple[str, Row]]:
    return [(f"{name}/{question['id']}", question) for name in SETS for question in load(name)["question"]]


def sentences(text: str) -> int:
    return len(re.findall(r"[.?!](?=\s|$)", text))


def words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]{4,}", text.replace(SLOT, "").lower()))


def test_a_set_for_every_aim_ships_beside_the_bank() -> None:
    assert sorted(path.stem for path in QUESTIONS.glob("*.toml")) == sorted((*SETS, "1on1"))


@pytest.mark.parametrize("name", SETS)
def test_a_set_says_whom_it_is_for_and_how_to_answer(name: str) -> None:
    found = load(name)
    assert set(found) == {"title", "aim", "of", "for", "guidance", "question"}
    assert found["of"] == ("work" if name == "project" else "person")
    assert found["aim"] == name
    assert 0 < len(found["title"]) <= 40
    assert sentences(found["for"]) == 1 and found["for"].endswith(".")
    assert 2 <= sentences(found["guidance"]) <= 3 and found["guidance"].endswith(".")
    assert "One example helps more than three adjectives" in found["guidance"]
    assert re.search(r"[Nn]ot answering\b.* is fine", found["guidance"])


@pytest.mark.parametrize("name", SETS)
def test_a_set_has_eight_to_ten_questions_two_of_them_on_a_scale(name: str) -> None:
    found = load(name)["question"]
    assert 8 <= len(found) <= 10
    assert [question["id"] for question in found] == list(range(1, len(found) + 1))
    assert [question["kind"] for question in found].count("scale") == 2
    assert {question["kind"] for question in found} == {"scale", "text"}


@pytest.mark.parametrize("name", SETS)
def test_the_first_three_keep_something_change_something_and_go_for_the_aim(name: str) -> None:
    keep, change, aim = load(name)["question"][:3]
    assert [one["kind"] for one in (keep, change, aim)] == ["text", "text", "text"]
    assert KEEP.search(keep["text"]) and CHANGE.search(change["text"])
    assert not KEEP.search(aim["text"]) and not re.search(r"\bdifferent", aim["text"])


@pytest.mark.parametrize(("ref", "question"), everything())
def test_a_question_is_one_short_open_sentence(ref: str, question: Row) -> None:
    text, hint = question["text"], question["hint"]
    scale = {"scale"} if question["kind"] == "scale" else set()
    assert set(question) == {"id", "text", "kind", "hint"} | scale, ref
    assert text.endswith("?") and sentences(text) == 1, ref
    assert text.split()[0].lower() not in CLOSED, ref
    assert len(text.replace(SLOT, "the ranker launch")) <= 120, ref
    assert hint.endswith(".") and sentences(hint) == 1 and len(hint) <= 100, ref
    assert all(part.isascii() and "\n" not in part and part == part.strip() for part in (text, hint)), ref


@pytest.mark.parametrize(("ref", "question"), everything())
def test_whoever_it_is_about_fits_into_the_sentence(ref: str, question: Row) -> None:
    text = question["text"]
    assert text.count(SLOT) == 1, ref
    assert re.findall(r"\{[^}]*\}", text) == [SLOT] and "{" not in question["hint"], ref
    assert not PRONOUN.search(text) and not PRONOUN.search(question["hint"]), ref
    if not ref.startswith("project/"):
        before, after = text.split(SLOT)
        assert before.strip().endswith(tuple(f" {word}" for word in TAKES_OBJECT)), ref
        assert not after.startswith(("'", "’")), ref


@pytest.mark.parametrize(("ref", "question"), everything())
def test_a_question_asks_what_was_done_and_not_what_somebody_is_like(ref: str, question: Row) -> None:
    for part in (question["text"], question["hint"], *question.get("scale", ())):
        assert not UNWANTED.search(part), (ref, part)


def test_a_scale_has_five_different_steps_and_starts_with_not_yet() -> None:
    scales = [(ref, question["scale"]) for ref, question in everything() if question["kind"] == "scale"]
    for ref, scale in scales:
        assert scale[0] == "not yet", ref
        assert len(scale) == len({step.casefold() for step in scale}) == 5, ref
        assert all(0 < len(step) <= 30 and "," not in step and not step[0].isdigit() for step in scale), ref


def test_no_two_questions_are_nearly_the_same() -> None:
    bank = [(f"1on1/{row['id']}", row) for row in load("1on1")["question"]]
    asked = everything()
    pairs = [*combinations(asked, 2), *((one, other) for one in asked for other in bank)]
    for (ref, one), (other_ref, other) in pairs:
        mine, theirs = words(one["text"]), words(other["text"])
        assert len(mine & theirs) < 0.7 * len(mine | theirs), (ref, other_ref)


def first_three(name: str, about: str) -> list[str]:
    return [question["text"].replace(SLOT, about) for question in load(name)["question"][:3]]


def test_three_questions_about_me() -> None:
    assert first_three("technical", "me") == [
        "Which technical practice would you ask me to keep, going by work you have seen?",
        "What would you ask me to do differently in the next technical piece of work?",
        "When did you last rely on code, data or a result from me, and how well did it hold?",
    ]


def test_three_questions_about_somebody_else() -> None:
    assert first_three("interpersonal", "Ana") == [
        "Which way of talking, listening or writing would you like Ana to keep?",
        "In which conversation would you have wanted Ana to act differently, and how?",
        "When you last disagreed with Ana, how did the conversation go, and what came of it?",
    ]


@pytest.mark.parametrize("about", ["me", "Ana"])
def test_three_questions_about_working_together(about: str) -> None:
    assert first_three("collaboration", about) == [
        f"What in your work with {about} should stay the way it is?",
        f"What should change before your next piece of work with {about}?",
        f"What did you last need from {about}, and how did it reach you?",
    ]


def test_three_questions_about_a_piece_of_work() -> None:
    assert first_three("project", "the ranker launch") == [
        "What from the ranker launch should be kept for the next work of this kind?",
        "What would you do differently if the ranker launch began again tomorrow?",
        "Which result of the ranker launch matters most to you or to those who use it, and how can you tell?",
    ]
