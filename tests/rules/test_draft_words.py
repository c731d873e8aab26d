"""A word is the same with and without what nobody sees in it, and is marked where it stands."""

import sys
import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from growth.records.practice import Practice
from growth.rules.draft_checks import checked
from growth.rules.draft_private import names, texts
from growth.rules.draft_words import words_of
from growth.text.clean import clean
from tests.rules.test_draft_checks import BRIEF
from tests.rules.test_draft_private import DAY, EVA, MODEL, NOW

UNSEEN = [char for char in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(char) == "Cf"]
MORE = ["\u0301", "\u034f", "\ufe00", "\ufe0f", "\U000e0100", "\u180b", "\u115f", "\u3164", "<U+200E>"]
SECRET = "she cries after every planning meeting"
HIDDEN = Practice(id="x261103-0010", kind="model", name="qwopnet", day=DAY, created=NOW)


def test_no_format_character_parts_a_word() -> None:
    for char in (*UNSEEN, *MORE):
        (word,) = words_of(f"qwo{char}pnet")
        assert word == ("qwopnet", 0, 7 + len(char))


@given(st.data())
def test_what_is_withheld_is_found_with_anything_unseen_in_it(data: st.DataObject) -> None:
    def blurred(text: str) -> str:
        more = data.draw(st.lists(st.tuples(st.integers(1, len(text) - 1), st.sampled_from(UNSEEN + MORE))))
        for place, char in more:
            if text[place - 1 : place + 1].isalpha():
                text = text[:place] + char + text[place:]
        return clean(text)

    name, said = blurred("qwopnet"), blurred(SECRET)
    output = f"I trained {name}. And {said}, they say."
    hidden = names((HIDDEN,), (), EVA, output)
    found = checked(output, BRIEF, (), texts((replace(MODEL, note=SECRET),), (), EVA), hidden)
    assert [one.text for one in found if one.rule == "private"] == [name, said]
