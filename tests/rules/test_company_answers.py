"""A company's form filled: what an answer is made of, how long it is, and what to cut."""

import datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from growth.records.dates import Day
from growth.records.entry import Entry, Metric
from growth.records.goal import Checkin, Goal
from growth.rules import company_answers
from growth.rules.company_answers import CompanyAnswer, fill
from growth.rules.company_form import CompanyForm, FormQuestion
from growth.rules.form_sources import Part, Sources
from growth.rules.proof import Piece, Proof, Quote
from growth.rules.self_review import SelfReview
from growth.rules.standing import Judged, Theme

NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
TODAY = Day(2026, 11, 24)


def piece(name: str, title: str, **fields: Any) -> Piece:
    entry = Entry(id=f"j261101-{name}", day=Day(2026, 11, 1), title=title, created=NOW, **fields)
    return Piece(ref=entry.id, day=entry.day, kind=entry.kind, text=title, entry=entry)


def quote(name: str, text: str, allowed: str) -> Quote:
    return Quote(ref=f"f261102-{name}", day=Day(2026, 11, 2), person="bo", text=text, allowed=allowed)


FASTER = piece(
    "aaaa", "Cut `p99`.", kind="win", impact="fewer timeouts.", metrics=(Metric("p99", "210", "480", "ms"),)
)
GUIDE = piece("bbbb", "Wrote the guide", impact="two teams use it")
PAIRED = piece("cccc", "Paired with Kim")
REVIEWED = piece("dddd", "Reviewed: the plan", impact="no outage")
GOAL = Goal(id="g261103-gggg", text="Lead a round", day=TODAY, due=Day(2027, 2, 1), created=NOW)
REACHED = Goal(
    id="g261103-hhhh", text="Write the guide", day=TODAY, state="reached", closed=TODAY, created=NOW,
    checkins=(Checkin(day=TODAY, text="two teams use it"),),
)  # fmt: skip
DATA = Theme(
    id="data",
    name="Data",
    rows=(
        Judged(
            criterion="data-1", level="L2", summary="Owns a pipeline.", judgement="teaching",
            statement="I **own** the pipeline.", proof=Proof(pieces=(FASTER, GUIDE, PAIRED)),
        ),
        Judged(
            criterion="data-2", level="L2", summary="Cuts what is slow.", judgement="doing",
            proof=Proof(pieces=(FASTER,)),
        ),
    ),
)  # fmt: skip
TALK = Theme(
    id="talk",
    name="Talking",
    rows=(
        Judged(
            criterion="talk-1", level="L2", summary="s", judgement="starting", goals=(GOAL,),
            statement="I explain a result when I am asked.",
            proof=Proof(
                pieces=(REVIEWED,),
                quotes=(
                    quote("qqqq", "Clear\nand kind.", "named"),
                    quote("rrrr", "Not for others.", "unquoted"),
                    quote("ssss", "No name.", "hidden"),
                ),
            ),
        ),
    ),
)  # fmt: skip
REVIEW = SelfReview(
    audience="me", today=TODAY, assessment="a261101-aaaa", about="me", ladder="small", ladder_name="Small",
    version="1", target="L2", target_name="Engineer two", period="2026-H2", start=Day(2026, 7, 1),
    end=Day(2027, 1, 1), finished=None, reopened=(), judged=3, asked=3, themes=(DATA, TALK), last_day=TODAY,
    strengths=("data-1", "data-2"), work_on=("talk-1",), goals=(GOAL, REACHED), private=2,
)  # fmt: skip


def answered(review: SelfReview = REVIEW, **fields: Any) -> CompanyAnswer:
    question = FormQuestion(id="q", text="?", **fields)
    return fill(CompanyForm(title="", questions=(question,)), review, str.title).questions[0]


def told(*sources: str, **fields: Any) -> str:
    return answered(sources=sources, **fields).answer


def test_the_summary() -> None:
    assert told("summary") == (
        "Of the 3 criteria judged for Engineer two, 2 are met. "
        "Strong: Data: Owns a pipeline; Data: Cuts what is slow. To work on: Talking."
    )


def test_a_record_is_told_in_prose_with_the_names_of_mine_alone() -> None:
    mine = piece(
        "mmmm", "Paired with @kim on +ranker #evals", people=("kim",), project="ranker", tags=("evals",)
    )
    theirs = replace(mine, ref=f"ana:{mine.ref}")
    rows = tuple(replace(row, proof=Proof(pieces=(mine, theirs))) for row in DATA.rows[:1])
    review = replace(REVIEW, themes=(replace(DATA, rows=rows), TALK), strengths=("data-1",))
    assert answered(review, sources=("strengths",)).answer.splitlines()[2:] == [
        "- Paired with Kim on ranker", "- Paired with kim on ranker",
    ]  # fmt: skip


def test_strengths_are_my_sentences_and_what_shows_them() -> None:
    assert (
        told("strengths")
        == """\
Data: I own the pipeline.

- Cut p99: p99 480 -> 210 ms; fewer timeouts
- Wrote the guide: two teams use it"""
    )


def test_gaps_and_goals_name_a_goal_once() -> None:
    assert (
        told("gaps", "goals")
        == """\
Talking: I explain a result when I am asked.

- Next: Lead a round (by 1 Feb 2027)"""
    )
    assert told("goals") == "- Lead a round (by 1 Feb 2027)"
    assert told("reached") == "- Write the guide: two teams use it"


def test_a_goal_that_is_late_was_due() -> None:
    from msgspec.structs import replace

    late = replace(REVIEW, today=Day(2027, 2, 2))
    assert answered(late, sources=("goals",)).answer == "- Lead a round (was due Mon 1 Feb)"


def test_a_gap_without_a_sentence_of_mine_names_its_criterion() -> None:
    from msgspec.structs import replace

    low = replace(DATA.rows[1], judgement="with-help")
    review = replace(REVIEW, themes=(replace(DATA, rows=(DATA.rows[0], low)), TALK), work_on=("data-2",))
    assert answered(review, sources=("gaps",)).answer == "Data: Cuts what is slow: doing with help."


def test_a_record_stands_once_in_a_form_unless_an_answer_had_nothing_else() -> None:
    asked = [("impact",), ("strengths",), ("gaps",), ("goals",), ("impact",)]
    questions = tuple(FormQuestion(id=f"q{n}", text="?", sources=one) for n, one in enumerate(asked))
    first, *rest, last = fill(CompanyForm(title="", questions=questions), REVIEW, str.title).questions
    assert [one.answer for one in rest] == [
        "Data: I own the pipeline.",
        "Talking: I explain a result when I am asked.",
        "- Lead a round (by 1 Feb 2027)",
    ]
    assert not any(one.left_out for one in rest)
    assert first.answer == last.answer == told("impact")


def test_statements_and_one_theme() -> None:
    assert told("statements") == ("Data: I own the pipeline.\n\nTalking: I explain a result when I am asked.")
    assert told("theme:talk") == ("I explain a result when I am asked.\n\n- Reviewed: the plan; no outage")


def test_impact_is_the_strongest_first_and_leaves_out_what_had_no_outcome() -> None:
    assert (
        told("impact")
        == """\
- Cut p99: p99 480 -> 210 ms; fewer timeouts
- Wrote the guide: two teams use it
- Reviewed: the plan; no outage"""
    )


def test_only_those_are_quoted_who_let_it_be_said_with_their_name() -> None:
    assert told("feedback") == "- “Clear and kind.” (Bo)"


def test_my_own_words_begin_an_answer() -> None:
    assert told("goals", answer="First of all:") == "First of all:\n\n- Lead a round (by 1 Feb 2027)"


def test_what_is_left_out_by_its_id() -> None:
    made = answered(sources=("strengths",), without=("bbbb", "data-1", "zzzz"))
    assert made.answer == "- Cut p99: p99 480 -> 210 ms; fewer timeouts"
    assert made.unknown == ("zzzz",)


def test_records_fill_what_room_there_is() -> None:
    made = answered(sources=("theme:data",), limit=60)
    assert made.answer == "I own the pipeline.\n\n- Wrote the guide: two teams use it"
    assert (made.count, made.left_out, made.over) == ("56 of 60 characters", 1, 0)
    assert answered(sources=("theme:data",)).left_out == 0


def test_one_of_two_to_cut() -> None:
    made = answered(sources=("statements",), limit=60)
    assert (made.count, made.over, made.together) == ("71 of 60 characters", 11, False)
    assert [(cut.name, cut.saves) for cut in made.cuts] == [("data-1", 27), ("talk-1", 46)]


def test_words_are_counted_too() -> None:
    made = answered(sources=("statements",), words=10)
    assert (made.count, made.over, made.unit) == ("14 of 10 words", 4, "words")
    assert [(cut.name, cut.saves) for cut in made.cuts] == [("data-1", 5), ("talk-1", 9)]


def test_a_single_sentence_can_only_be_shortened() -> None:
    made = answered(answer="far too long", limit=5)
    assert (made.over, made.cuts, made.answer) == (7, (), "far too long")


def test_too_little_judged_says_nothing_of_the_whole() -> None:
    from msgspec.structs import replace

    assert answered(replace(REVIEW, asked=30), sources=("summary",)).answer == ""


PARTS = st.lists(
    st.builds(
        Part,
        st.text("abcdef", min_size=4, max_size=4),
        st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=60),
        st.booleans(),
        st.booleans(),
        st.integers(0, 3),
    ),
    max_size=12,
)


@given(PARTS, st.one_of(st.none(), st.integers(1, 400)), st.one_of(st.none(), st.integers(1, 80)))
def test_what_is_not_mine_never_makes_an_answer_too_long_and_a_cut_does_what_it_says(
    parts: list[Part], limit: int | None, words: int | None
) -> None:
    class Given(Sources):
        def parts(self, source: str) -> list[Part]:
            return parts

    question = FormQuestion(id="q", text="?", sources=("impact",), limit=limit, words=words)
    made, _ = company_answers._answer(question, Given(REVIEW, str))
    mine = [part for part in parts if part.mine]
    assert not made.over or mine
    assert made.characters == len(made.answer)
    if made.over and made.unit == "characters":
        assert made.over == made.characters - (limit or 0)
        for cuts in [made.cuts] if made.together else [[cut] for cut in made.cuts]:
            without = tuple(cut.name for cut in cuts)
            again, _ = company_answers._answer(
                FormQuestion(id="q", text="?", sources=("impact",), limit=limit, without=without),
                Given(REVIEW, str),
            )
            assert not again.over
