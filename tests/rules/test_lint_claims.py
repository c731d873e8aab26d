"""What one claim lacks: each rule alone, its reason and its command in full."""

import datetime
import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.records.dates import Day
from growth.records.entry import ENTRY_KINDS, Entry, Metric
from growth.rules import capture
from growth.rules.claims import of_entries
from growth.rules.findings import RULES
from growth.rules.lint_claims import CHECKS, of_claims

DAY = Day(2026, 11, 20)
NOW = datetime.datetime(2026, 11, 20, 10, tzinfo=datetime.UTC)
TEXTS = st.sampled_from(
    ("", "…", "Worked on it", "We built it", "It is 210 ms now", "Saved 3 h", "Reduced", "ทีม", "For Bo")
)
METRICS = st.builds(
    Metric, name=st.sampled_from(("p99", "share: of all", "")), after=st.sampled_from(("210", "none", "-3")),
    before=st.sampled_from(("", "480", "never")), unit=st.sampled_from(("", "ms", "of 41")),
)  # fmt: skip


def entry(title: str, **fields: object) -> Entry:
    return Entry(id="j261120-aaaa", day=DAY, title=title, created=NOW, **fields)  # type: ignore[arg-type]  # tests


def found(one: Entry, *rules: str) -> list[tuple[str, str, str]]:
    findings = of_claims(of_entries([one]), rules or tuple(CHECKS))
    return [(finding.rule, finding.why, finding.fix) for finding in findings]


def test_a_win_without_what_came_of_it() -> None:
    assert found(entry("Shipped the cache", kind="win")) == [
        ("no-outcome", "a win, and what came of it is not said", "growth edit j261120-aaaa --impact '…'")
    ]
    starred = found(entry("Sat with the raters", star=True))
    assert starred[0][1] == "one with a star, and what came of it is not said"


@pytest.mark.parametrize(
    "fields",
    [
        {"impact": "Support waits half as long"}, {"metrics": (Metric(name="users", before="1", after="2"),)},
        {"body": "Support waits half as long now."}, {"kind": "work"}, {"kind": "review"},
        {"kind": "note", "star": True}, {"kind": "kudos", "star": True}, {"kind": "win", "about": "bo"},
    ],
)  # fmt: skip
def test_what_says_it_or_claims_nothing_is_left_alone(fields: dict[str, object]) -> None:
    assert found(entry("Shipped the cache", **({"kind": "win"} | fields))) == []


def test_an_impact_that_holds_no_word_is_none() -> None:
    assert found(entry("Shipped the cache", kind="win", impact="…"))[0][0] == "no-outcome"


def test_we_and_vague_words_in_plain_work() -> None:
    assert found(entry("We moved the callers")) == [
        ("we-without-me", "«We moved»: what of it was mine?", "growth edit j261120-aaaa")
    ]
    assert found(entry("Worked on the search")) == [
        ("vague", "«Worked on»: what did I do there?", "growth edit j261120-aaaa")
    ]
    assert found(entry("Worked on the search", body="Both indexes read")) == []
    assert found(entry("Worked on the search", people=("bo",))) == []
    assert found(entry("Worked on the search", spent=90)) == []
    assert found(entry("Helped with the launch")) == []
    assert [rule for rule, _, _ in found(entry("Helped with the launch", kind="win"))] == [
        "no-outcome",
        "vague",
    ]


def test_a_number_without_what_was_before() -> None:
    before, age = (
        Metric(name="p99", before="480", after="210", unit="ms"),
        Metric(name="age", after="31", unit="h"),
    )
    assert found(entry("Measured it for the team", metrics=(before, age))) == [
        (
            "no-baseline",
            "age: 31 h, and what before?",
            "growth edit j261120-aaaa --metric 'p99: 480 ms -> 210 ms' --metric 'age: … -> 31 h'",
        )
    ]
    for metric in (
        Metric(name="purchases", after="+3.1", unit="%"),
        Metric(name="pages that came to me", after="26", unit="of 41"),
        Metric(name="labels that changed", after="14", unit="%"),
    ):
        assert found(entry("Counted for the team", metrics=(metric,))) == []
    assert found(entry("The team waits 31 h, it was 60", metrics=(age,))) == []
    assert found(entry("p99 for all users is 210 ms now", kind="win")) == [
        (
            "no-baseline",
            "its number has nothing to hold it against: what was it before?",
            "growth edit j261120-aaaa --metric '…: … -> …'",
        )
    ]


def test_a_metric_that_cannot_be_typed_is_mended_in_the_editor() -> None:
    metrics = (Metric(name="a: b", before="1", after="2"), Metric(name="age", after="31", unit="h"))
    assert found(entry("Measured for the team", metrics=metrics))[0][2] == "growth edit j261120-aaaa"


def test_an_outcome_without_a_number_or_anybody() -> None:
    assert found(entry("Search is faster", kind="win", impact="users wait less")) == [
        ("no-number", "how much, how many, how often?", "growth edit j261120-aaaa --metric '…: … -> …'")
    ]
    assert found(entry("Gate before release", kind="win", impact="two of ten builds stopped")) == [
        (
            "no-beneficiary",
            "who is better off for it?",
            "growth edit j261120-aaaa --impact 'two of ten builds stopped …'",
        )
    ]
    assert found(entry("Fixed the loader", kind="win")) == []
    assert found(entry("Gate before release", kind="win", impact="two builds stopped", people=("bo",))) == []


def test_the_same_words_of_plain_work_are_told_once() -> None:
    days = [entry("Worked on the search"), entry("Worked on the search")]
    assert len(list(of_claims(of_entries(days), tuple(CHECKS)))) == 1


@given(
    st.builds(
        Entry, id=st.just("j261120-aaaa"), day=st.just(DAY), kind=st.sampled_from(ENTRY_KINDS), title=TEXTS,
        body=TEXTS, impact=TEXTS, star=st.booleans(), metrics=st.lists(METRICS, max_size=2).map(tuple),
        created=st.just(NOW),
    )
)  # fmt: skip
def test_every_finding_names_its_record_and_a_command_that_can_be_typed(one: Entry) -> None:
    findings = list(of_claims(of_entries([one]), tuple(CHECKS)))
    assert findings == list(of_claims(of_entries([one]), tuple(CHECKS)))
    rules = [finding.rule for finding in findings]
    assert rules == sorted(set(rules), key=list(RULES).index)
    assert one.kind not in ("note", "kudos") or not findings
    for finding in findings:
        words = shlex.split(finding.fix)
        assert words[:3] == ["growth", "edit", one.id] and finding.record == one.id and finding.why
        for text in words[words.index("--metric") :: 2] if "--metric" in words else ():
            assert text == "--metric"
        for option, text in zip(words[3::2], words[4::2], strict=True):
            if option == "--metric" and "…" not in text:
                assert capture.metric(text) in one.metrics
