"""Earlier words, as they are told and as they are quoted to their giver."""

import datetime

from growth.records.answer import Answer, Reply
from growth.rules.follow_ups import QUOTED, earlier_words, quoted_words

NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)


def answer(*texts: str) -> Answer:
    replies = tuple(Reply(question="What?", text=text) for text in texts)
    return Answer(person="ana", day=NOW.date(), replies=replies, created=NOW)


def test_several_replies_are_quoted_each_by_itself() -> None:
    assert quoted_words(answer("Show it\nearlier")) == "Show it earlier"
    assert quoted_words(answer("Show it earlier", " ", "The notes.")) == "“Show it earlier” “The notes.”"
    assert earlier_words(answer("Show it earlier", "The notes.")) == "Show it earlier / The notes."
    assert quoted_words(answer()) == quoted_words(answer(" ")) == ""


def test_what_is_long_is_cut_at_a_word() -> None:
    long = "many words " * 60
    for words in (earlier_words(answer(long)), quoted_words(answer(long, long, long))):
        assert len(words) <= QUOTED + 10
        assert words.strip("”").endswith(("many…", "words…"))
