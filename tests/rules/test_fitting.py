"""Which question fits a text: by words that lead to a topic, and by words that few questions share."""

from growth.rules.bank import Bank, Question
from growth.rules.fitting import leads_to, marks, scores, topic_of

TEXTS = (
    ("workload", "Which part of being on call would you hand over?"),
    ("workload", "Which part of your load does nobody see?"),
    ("growth", "What stands in the way of your goal?"),
    ("growth", "What would you like to try?"),
    ("direction", "Which of our goals would you drop?"),
)
BANK = Bank(
    tuple(Question(n, topic, "light", text, ("manager",)) for n, (topic, text) in enumerate(TEXTS, 1)),
    {"workload": "pager call", "growth": "goal"},
)


def best(text: str, goal: bool = False) -> list[str]:
    found = scores(text, BANK.questions, BANK, goal=goal)
    return sorted(found, key=lambda ref: (-found[ref], ref))


def test_words_are_met_by_how_they_begin() -> None:
    assert marks("The Meetings, of an on-call rota") == {"the", "meetin", "call", "rota"}
    assert marks("meeting") <= marks("meetings")


def test_a_topic_is_found_by_its_words_and_its_name() -> None:
    assert leads_to("who carries the pagers", "workload", BANK)
    assert leads_to("my workload", "workload", BANK)
    assert not leads_to("nothing of that", "workload", BANK)
    assert (topic_of("the pager at night", BANK), topic_of("nothing of that", BANK)) == ("workload", "")


def test_shared_words_choose_among_the_questions_of_a_topic() -> None:
    assert best("on call, every weekend")[0] == "1on1/1"
    assert best("the load") == ["1on1/2"]
    assert best("") == best("zebra") == []


def test_a_stuck_goal_is_asked_about_as_a_goal() -> None:
    assert best("drop one thing of ours", goal=True)[0] == "1on1/3"
