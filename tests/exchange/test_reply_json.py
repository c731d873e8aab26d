"""A reply that a program wrote: read as the block of a form, wrong types named with their path."""

import json
from typing import Any

import pytest

from growth.errors import WrongUsage
from growth.exchange import mail
from growth.exchange.reply_json import is_reply, read

GOOD: dict[str, Any] = {
    "request": "r261124-5gq1",
    "answers": [{"marker": "q7k3", "text": "Docs."}, {"marker": "q8mm", "rating": 4, "text": "[who] knows"}],
    "reader": "manager",
    "name": "unquoted",
}


def test_it_reads_as_a_text_block() -> None:
    text = json.dumps(GOOD)
    assert is_reply(text)
    assert mail.read(text.encode(), "reply.json")[0].text == (
        "[q7k3]\nDocs.\n\n[q8mm]\n4\n[[who] knows\n\n[who] also their manager\n\n[name] not quoted\n\n"
        "Request [r261124-5gq1]\n"
    )


ANSWERS = [{"marker": "q7k3"}, {"marker": "q8mm"}, {"marker": "qa0z"}]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (
            {"answers": [*ANSWERS, {"marker": "qb1b", "rating": "4"}]},
            "answers[3].rating: text, where a whole number or nothing should be",
        ),
        ({"answers": [{"marker": 3}]}, "answers[0].marker: a whole number, where text should be"),
        ({"answers": [{"text": "x"}]}, "answers[0]: its marker is missing"),
        ({"answers": [{"marker": "q", "ratng": 1}]}, "answers[0]: there is no field ratng"),
        ({"answers": "all"}, "answers: text, where a list should be"),
        ({"request": None}, "request: nothing, where text should be"),
        ({"reader": "everybody"}, "reader: 'everybody' is none of the words for it"),
    ],
)
def test_a_wrong_type_is_named_with_its_path(change: dict[str, Any], why: str) -> None:
    with pytest.raises(WrongUsage) as caught:
        read(json.dumps(GOOD | change), "reply.json")
    assert caught.value.message == f"reply.json is no reply: {why}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            '{"request": ' + "[" * 5000,
            "reply.json cannot be read: nested deeper than 100 levels",
        ),
        (
            '{"request": "r',
            "reply.json is no reply: it is cut off before its end",
        ),
        ('{"request": "\\ud800"', "reply.json is no reply: "),
    ],
)
def test_what_is_no_json_is_refused(text: str, message: str) -> None:
    with pytest.raises(WrongUsage) as caught:
        read(text, "reply.json")
    assert caught.value.message.startswith(message)
