"""A citation holds as long as a record says the same."""

import datetime
from typing import Any

import pytest
from msgspec.structs import replace

from growth.records.action import Action
from growth.records.answer import Answer
from growth.records.dates import Day
from growth.records.entry import Entry
from growth.records.session import Session
from growth.rules.cited import Cited, Claim, cite, claims, content_hash, is_cited

NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
ENTRY = Entry(id="j261124-7k3q", day=Day(2026, 11, 24), title="Cut p99", created=NOW)
SESSION = Session(
    id="s261117-9x2m", person="ana", day=Day(2026, 11, 17), shared="agreed", mood=3, created=NOW
)


def test_a_citation_of_each_kind() -> None:
    action = Action(id="t261117-c4te", text="write the RFC", day=Day(2026, 11, 17), created=NOW)
    assert cite(ENTRY) == Cited("j261124-7k3q", Day(2026, 11, 24), "Cut p99", content_hash(ENTRY))
    assert cite(ENTRY, "ana").ref == "ana:j261124-7k3q"
    assert cite(SESSION).title == "1:1"
    assert cite(replace(SESSION, kind="mentoring")).title == "mentoring session"
    assert cite(action).title == "write the RFC"
    assert cite(replace(SESSION, day=None)).day == Day(2026, 11, 24)


@pytest.mark.parametrize("fields", [{"share": "team"}, {"star": True}, {"changed": NOW}, {"source": "git:1"}])
def test_who_may_read_it_does_not_change_what_it_says(fields: dict[str, Any]) -> None:
    assert content_hash(replace(ENTRY, **fields)) == content_hash(ENTRY)


@pytest.mark.parametrize("fields", [{"title": "Cut p50"}, {"body": "x"}, {"people": ("a",)}])
def test_another_text_has_another_hash(fields: dict[str, Any]) -> None:
    assert content_hash(replace(ENTRY, **fields)) != content_hash(ENTRY)


def test_another_label_does_not_change_what_it_says() -> None:
    filed = replace(ENTRY, tags=("evals",), project="ranker")
    assert content_hash(filed) == content_hash(replace(filed, tags=("tests",), project="search"))
    answer = Answer(
        id="f261124-7k3q", person="ana", about="+ranker", day=ENTRY.day, manner="praise", created=NOW
    )
    assert content_hash(answer) == content_hash(replace(answer, about="+search"))
    assert content_hash(answer) != content_hash(replace(answer, about="@bo"))


def test_a_hash_over_labels_holds_until_one_has_another_name() -> None:
    filed = replace(ENTRY, tags=("evals",))
    before = "1a716f21d53e"
    assert before != content_hash(filed) and is_cited(filed, before)
    assert is_cited(filed, content_hash(ENTRY))
    assert not is_cited(replace(filed, tags=("tests",)), before)


def test_the_hash_of_a_session_tells_nothing_of_its_private_side() -> None:
    assert content_hash(replace(SESSION, mood=5, private="secret")) == content_hash(SESSION)
    assert content_hash(replace(SESSION, shared="more")) != content_hash(SESSION)


def test_a_hash_is_the_same_on_every_machine() -> None:
    assert content_hash(ENTRY) == "b7b36d7ea2c8"


def test_claims_are_read_from_the_last_section_only() -> None:
    document = (
        "# j261124-0000 deadbeefdead\n\n"
        "- Records cited j261124-0001 deadbeefdead\n\n"
        "## Records cited\n\n"
        "1. `j261124-7k3q` 2026-11-24 by j261124-0002 deadbeefdead · `0123456789ab`\n"
        "2. `zoë.l:t261124-9x2m` 2026-11-24 x · `ba9876543210`\n"
    )
    found = (Claim("j261124-7k3q", "0123456789ab"), Claim("zoë.l:t261124-9x2m", "ba9876543210"))
    assert claims(document) == found
    html = (
        '<h2 id="records-cited">Records cited</h2>\n<ol>\n'
        "<li><code>j261124-7k3q</code> 2026-11-24 x · <code>0123456789ab</code></li>\n</ol>"
    )
    assert claims(html) == found[:1]
    assert claims("nothing") == ()
