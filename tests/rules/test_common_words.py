"""What several said independently: words and pairs of different people, and none of the question's own."""

from growth.rules.common_words import Text, common


def texts(*said: tuple[str, str], question: str = "") -> list[Text]:
    return [
        Text(giver=giver, answer=f"f{number}", text=text, question=question)
        for number, (giver, text) in enumerate(said)
    ]


def told(*said: tuple[str, str], question: str = "") -> list[tuple[str, int]]:
    return [(one.words, one.givers) for one in common(texts(*said, question=question))]


def test_a_pair_goes_before_its_words() -> None:
    assert told(("ana", "Write the design docs first"), ("bo", "More Design docs, please")) == [
        ("design docs", 2)
    ]


def test_words_that_also_stand_alone_are_told_too() -> None:
    assert told(("ana", "design docs"), ("bo", "design docs"), ("kim", "the docs of the release")) == [
        ("docs", 3), ("design docs", 2),
    ]  # fmt: skip


def test_who_says_it_twice_is_one() -> None:
    assert told(("ana", "benchmark"), ("ana", "benchmark benchmark")) == []


def test_plain_words_numbers_and_those_of_the_question_count_for_nobody() -> None:
    both = (("ana", "I would always review this in 2026"), ("bo", "would always review 2026"))
    assert told(*both) == [("review", 2)]
    assert told(*both, question="What did a review change?") == []


def test_a_unit_of_time_is_no_theme() -> None:
    for word in ("an hour", "two months", "a quarter", "Friday morning", "November", "ten minutes"):
        assert told(("ana", f"unblocked us in {word}"), ("bo", f"the reply took {word}")) == []
    assert told(("ana", "it moves, and is written down"), ("bo", "what is written moves")) == []
    assert told(("ana", "in an hour the latency fell"), ("bo", "latency, hour by hour")) == [("latency", 2)]


def test_one_and_many_are_one_word_and_accents_do_not_part_people() -> None:
    assert told(("ana", "Résumés help"), ("bo", "a resume")) == [("resumes", 2)]
    assert told(("ana", "analysis of status"), ("bo", "status, analysis")) == [("analysis", 2), ("status", 2)]


def test_it_names_the_answers() -> None:
    (found,) = common(texts(("ana", "latency"), ("bo", "latency"), ("ana", "latency")))
    assert found.answers == ("f0", "f1")
