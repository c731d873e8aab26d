"""What a parser says is told in plain words: the field, what is wrong, what would fit."""

import msgspec
import pytest

from growth.text.parser_words import plain


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("Expected `int | null`, got `str` - at `$.spent`",
         "spent: text, where a whole number or nothing should be"),
        ("Expected `array`, got `object` - at `$[2].tags`",
         "record 3, tags: an object with names, where a list should be"),
        ("Expected `date`, got `int`", "a whole number, where a day such as 2026-03-04 should be"),
        ("Invalid RFC3339 encoded date - at `$.day`",
         "day: no day that a calendar has; one is written as 2026-03-04"),
        ("Invalid RFC3339 encoded datetime - at `$.created`",
         "created: no instant; one is written as 2026-03-04T10:00:00+01:00"),
        ("Object missing required field `title`", "its title is missing"),
        ("Object contains unknown field `titel` - at `$.entries[0]`", "entries[0]: there is no field titel"),
        ("Invalid enum value 'all' - at `$.share`", "share: 'all' is none of the words for it"),
        ("Input data was truncated", "it is cut off before its end"),
        ("JSON is malformed: invalid character (byte 0)",
         "a quote or a comma is missing, or one is too many, near byte 0"),
        ("Number out of range - at `$[...]`", "a number is too large"),
        ("Unclosed array (at line 1, column 4)", "Unclosed array (at line 1, column 4)"),
    ],
)  # fmt: skip
def test_a_fault_in_plain_words(fault: str, said: str) -> None:
    assert plain(fault) == said


@pytest.mark.parametrize(
    "text",
    ["", "\0", "nul", "NaN", "-", "01", "1.", '"a', '"\\x"', '"\\u12x4"', '"\\ud800x"', "[1,]", "[1 2]",
     "{a:1}", '{"a" 1}', '{"a":1 "b"', '{"a":1,}', '{"a":1}x', '{"a":"\1"}', "1e999", "[1}"],
)  # fmt: skip
def test_no_word_of_the_parser_is_shown(text: str) -> None:
    with pytest.raises(msgspec.DecodeError) as fault:
        msgspec.json.decode(text)
    said = plain(str(fault.value))
    assert said != str(fault.value).removeprefix("JSON is malformed: ")
    assert not {"malformed", "Expected", "expected", "invalid", "Invalid", "trailing"} & {*said.split()}
