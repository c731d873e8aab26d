"""The words of a claim: what is read in them, and what is not mistaken for it."""

import pytest

from growth.rules import claim_words as words


@pytest.mark.parametrize(
    "text",
    [
        "Cut the wait by half", "Checkout timeouts -80 %", "p99 from 480 to 210 ms", "480 -> 210 ms",
        "On-call reads every alert now", "Nobody types it any more", "So that support can answer alone",
        "Eleven hours down to three", "140 EUR a run became 38", "Saved two days a month",
        "Prevents the double charge", "The audit question now has an answer",
    ],
)  # fmt: skip
def test_an_outcome_is_seen(text: str) -> None:
    assert words.has_outcome(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kim shipped the cache alone, I only read the design", "Started the migration", "Wrote 40 pages",
        "Left for the holiday with an empty board", "Released v2.1 for INC-212",
    ],
)  # fmt: skip
def test_what_was_only_done_is_no_outcome(text: str) -> None:
    assert not words.has_outcome(text)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("three of them", True), ("12 teams", True), ("-80 %", True), ("half the time", True),
        ("twice", True), ("Fixed INC-212 and #142", False), ("v2 of the API", False),
        ("since 2026-03-04", False),
        ("in 2026-Q3", False), ("p99 is better", False), ("L5 and k8s", False), ("paged at 02:40", False),
        ("see https://example.org/pull/7", False), ("the 3rd try", False), ("no number", False),
    ],
)  # fmt: skip
def test_a_number_measures_and_a_name_with_a_digit_does_not(text: str, held: bool) -> None:
    assert words.has_number(text) == held


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("takes 9 minutes, it was 40", True), ("under 250 ms", True), ("26 of 41", True), ("3x", True),
        ("81 % of the rare ones", True), ("twice as many", True), ("worst 31 hours", False),
        ("p99 is 210 ms", False),
    ],
)  # fmt: skip
def test_a_comparison_is_seen(text: str, held: bool) -> None:
    assert words.is_compared(text) == held


def test_a_number_is_compared_in_its_own_sentence_or_the_next() -> None:
    text = "It was slow before.\nNothing else.\nIt is at 31 h.\nIt was 60."
    assert words.around(text, "31") == "It is at 31 h.\nIt was 60."
    assert words.around("p99 is 210 ms. Good") == "p99 is 210 ms.\nGood"
    assert words.around("No measure here") == ""


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("the users see it", True), ("one page a week less for us", True), ("what Bo asked for", True),
        ("40 EUR a week", True), ("on-call sleeps", True), ("$10k less", True),
        ("Makes the plan safe to propose", False), ("the build is green", False),
    ],
)  # fmt: skip
def test_who_gains_is_seen(text: str, who: bool) -> None:
    assert words.names_somebody(text) == who


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("We built the gateway", "We built"), ("The team shipped it", "The team shipped"),
        ("Gateway is live. We've moved three callers", "We've moved"), ("Live\n- we moved all", "we moved"),
        ("We built it; I wrote the cache", ""), ("Built the gateway. We moved three callers", ""),
        ("Led the move: we are done", ""), ("A benchmark, so we stop guessing", ""),
        ("First time we could", ""),
        ("We are bad at gifts", ""), ("My part: the cache. We built it", ""),
    ],
)  # fmt: skip
def test_we_without_me(text: str, said: str) -> None:
    assert words.we(text) == said


@pytest.mark.parametrize(
    ("text", "plain", "strict"),
    [
        ("Worked on the search", "Worked on", "Worked on"),
        ("Various fixes", "Various fixes", "Various fixes"),
        ("I was involved in hiring", "was involved in", "was involved in"),
        ("Worked on the loader: it reads both formats and skips what is broken", "", "Worked on"),
        ("Helped with the launch", "", "Helped with"), ("Supported sales", "", "Supported"),
        ("Cut the wait", "", ""), ("Framework on hold", "", ""), ("Small wins for support", "", ""),
        ("Workshop on prompts for twelve people", "", ""),
    ],
)  # fmt: skip
def test_vague_words_begin_a_text(text: str, plain: str, strict: str) -> None:
    assert (words.vague(text, strict=False), words.vague(text, strict=True)) == (plain, strict)


def test_other_languages_are_left_alone() -> None:
    assert words.is_english("Ranker p99 down")
    assert words.is_english("Café menu of the day, with naïve prices")
    assert not words.is_english("Die Suche ist jetzt schneller, und der Rest wartet")
    assert not words.is_english("สอนการสร้าง data pipeline ให้ทีม")
    assert words.is_english("…")
    assert (words.says_something("…"), words.says_something("x")) == (False, True)
