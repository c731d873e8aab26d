"""Entries for laws: any text in any field, and texts that no format has to change."""

import datetime

from hypothesis import strategies as st

from growth.records.entry import (
    ENTRY_KINDS,
    LEARNING_TYPES,
    SHARES,
    SHOWN_STATES,
    Entry,
    Learning,
    Metric,
    Shown,
)
from growth.text.clean import clean, one_line

UTC = datetime.UTC
NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=UTC)
EAST = datetime.timezone(datetime.timedelta(hours=2))
ANY = st.text(max_size=20)
PLAIN = st.text(
    alphabet=st.characters(categories=("L", "N", "P", "S"), include_characters=" \n\t"), max_size=20
).filter(lambda text: clean(text) == text)


def entries(texts: st.SearchStrategy[str]) -> st.SearchStrategy[Entry]:
    """Return entries with such texts in their every field."""
    some = st.lists(texts, max_size=2).map(tuple)
    learned = st.builds(
        Learning, type=st.sampled_from(("", *LEARNING_TYPES)), takeaway=texts, taught_back=some,
        led=st.booleans(),
    )  # fmt: skip
    made = st.builds(
        Shown, state=st.sampled_from(("", *SHOWN_STATES)), audience=texts, artefact=texts, problem=texts,
        reuse=texts, reused_by=some,
    )  # fmt: skip
    return st.builds(
        Entry,
        day=st.dates(),
        kind=st.sampled_from(ENTRY_KINDS),
        title=texts.filter(lambda text: bool(one_line(text).strip() and text.strip())),
        body=texts, about=texts, tags=some, project=texts, people=some, skills=some,
        metrics=st.lists(st.builds(Metric, texts, texts, texts, texts), max_size=2).map(tuple),
        impact=texts, links=some, spent=st.none() | st.integers(0, 10_000),
        learning=st.none() | learned, shown=st.none() | made, built_on=texts,
        share=st.sampled_from(SHARES), star=st.booleans(),
        precision=st.sampled_from(["day", "month", "quarter", "year", "none"]), source=texts,
        created=st.datetimes(timezones=st.just(UTC)),
        changed=st.none() | st.datetimes(timezones=st.just(EAST)),
    )  # fmt: skip


ENTRY = Entry(
    id="j261120-7k3q", day=datetime.date(2026, 11, 20), kind="win", title="Cut p99 by half",
    body="- a cache\n- in front", tags=("latency",), project="ranker", people=("ana",),
    metrics=(Metric("p99", "210", "480", "ms"),), impact="half the wait", links=("https://a.example/pull/1",),
    spent=90, share="team", star=True, created=NOW,
)  # fmt: skip
UNDATED = Entry(
    id="j261121-x0x0", day=datetime.date(2026, 11, 21), title="Some day", precision="none", created=NOW
)
