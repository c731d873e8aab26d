"""The digest: what was said, by how many, and for others nothing beyond consent."""

import datetime
import re
from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from growth.records.action import Action
from growth.records.answer import NAMINGS, READERS, Answer, Reply
from growth.records.dates import EVER, Period
from growth.records.request import Asked, Request
from growth.rules import consent
from growth.rules.audience import ME, Audience
from growth.rules.digest import Digest, Material, digest
from growth.rules.topics import Topic

NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)
TODAY = NOON.date()
EVA = Audience(kind="manager", handles=frozenset(("eva",)), name="Eva", word="manager")
HER = Audience(kind="person", handles=frozenset(("ana",)), name="Ana", relation="direct", word="@ana")
TEAM = Audience(kind="team", word="team")
STEPS = ("not yet", "some", "mostly")
KEEP = Asked(marker="q000", text="What should I keep?", question="technical/1", aim="technical")
OFTEN = Asked(marker="q001", text="How often?", question="technical/4", aim="technical", scale=STEPS)
FREE = Asked(marker="q002", text="What do you wonder?")


def request(number: int, person: str, *asked: Asked, **more: Any) -> Request:
    fields = {"day": TODAY, "state": "answered", "about": "me"} | more
    return Request(
        id=f"r{number}", person=person, questions=asked or (KEEP, OFTEN, FREE), created=NOON, **fields
    )


def answer(number: int, person: str, text: str = "", rating: int | None = None, **more: Any) -> Answer:
    replies = [Reply(marker="q000", question=KEEP.text, text=text)] if text else []
    replies += [Reply(marker="q001", question=OFTEN.text, rating=rating)] if rating else []
    fields = {"day": TODAY, "request": f"r{number}", "replies": tuple(replies), "name": "named"} | more
    return Answer(id=f"f{number}", person=person, created=NOON, **fields)


def open_answer(number: int, person: str, text: str = "", rating: int | None = None, **more: Any) -> Answer:
    return answer(number, person, text, rating, **{"reader": "manager", "share": "manager"} | more)


def made(
    material: Material, whom: Audience = ME, about: str = "", period: Period = EVER, person: str = ""
) -> Digest:
    topic = Topic(about=about, person=person)
    return digest(material, whom, topic, period, TODAY, lambda handle: handle.removeprefix("@"))


def test_it_tells_who_said_what_to_which_question() -> None:
    found = made(Material(
        requests=[request(1, "bo"), request(2, "kim"), request(3, "lee", state="sent")],
        answers=[answer(1, "bo", "The docs", 2), answer(2, "kim", "The demos", name="hidden")],
        aims=("technical", "leadership"),
    ))  # fmt: skip
    (aim,) = found.aims
    keep, often = aim.questions
    assert (aim.name, aim.givers, found.answers, found.givers) == ("technical", 2, 2, 2)
    assert [(one.person, one.text, one.allowed) for one in keep.said] == [
        ("bo", "The docs", "named"), ("kim", "The demos", "hidden"),
    ]  # fmt: skip
    assert (keep.asked, keep.givers, often.givers) == (3, 2, 1)
    assert (found.waiting, found.unanswered, found.missing) == (1, ("What do you wonder?",), ("leadership",))


def test_a_scale_tells_the_change_since_each_answered_before() -> None:
    earlier = TODAY - datetime.timedelta(days=200)
    found = made(
        Material(
            requests=[request(number, "x") for number in range(6)],
            answers=[
                *(answer(n, who, rating=1, day=earlier) for n, who in enumerate(("bo", "kim", "lee"))),
                *(answer(n, who, rating=3) for n, who in enumerate(("bo", "kim", "lee"), start=3)),
            ],
        ),
        period=Period(TODAY - datetime.timedelta(days=100)),
    )
    scale = found.aims[0].questions[0].scale
    assert scale is not None
    assert [(step.now, step.before) for step in scale.steps] == [(0, 3), (0, 0), (3, 0)]
    assert (scale.average, scale.average_before) == (3.0, 1.0)


def test_only_the_revision_counts() -> None:
    answers = [
        answer(1, "bo", "First"),
        msgspec.structs.replace(answer(1, "bo", "Later"), id="f9", revises="f1"),
    ]
    found = made(Material(requests=[request(1, "bo")], answers=answers))
    assert [one.text for one in found.aims[0].questions[0].said] == ["Later"]


def test_what_was_said_of_others_or_of_something_else_is_another_digest() -> None:
    answers = [
        answer(1, "bo", "Of me"), answer(2, "bo", "Of Ana", about="@ana"),
        answer(3, "bo", "Of the launch", about="+launch"),
    ]  # fmt: skip
    material = Material(answers=answers)
    for about, texts in (
        ("", {"Of me", "Of the launch"}), ("me", {"Of me"}), ("@ana", {"Of Ana"}),
        ("Launch", {"Of the launch"}),
    ):  # fmt: skip
        found = made(material, about=about)
        assert {one.text for one in found.aims[0].questions[0].said} == texts


def test_what_came_unasked_and_what_stood_under_no_question_is_kept_apart() -> None:
    passing = answer(1, "bo", request="", manner="praise", replies=(Reply(question="", text="Quick help"),))
    more = answer(2, "kim", "The docs", unmatched="Best, Kim")
    found = made(Material(requests=[request(2, "kim")], answers=[passing, more]))
    assert [one.text for one in found.passing] == ["Quick help"]
    assert [one.text for one in found.apart] == ["Best, Kim"]


def test_a_signature_is_nothing_that_was_said() -> None:
    signed = answer(1, "bo", "The docs", unmatched="-- \nBo Tran, Acme")
    more = answer(2, "kim", "The docs", unmatched="Ask me again.\n\n-- \nKim")
    passing = answer(3, "lee", request="", unmatched="Quick help.\n\n-- \nLee", replies=())
    found = made(Material(requests=[request(1, "bo"), request(2, "kim")], answers=[signed, more, passing]))
    assert [one.text for one in found.apart] == ["Ask me again."]
    assert [one.text for one in found.passing] == ["Quick help."]


def test_what_i_gave_is_in_no_count() -> None:
    given_ = answer(1, "me", request="", manner="given", about="@ana", share="person",
                    replies=(Reply(question="x", text="You asked first"),))  # fmt: skip
    for whom in (ME, HER):
        found = made(Material(answers=[given_]), whom, about="@ana")
        assert (found.answers, found.givers, [one.text for one in found.given]) == (0, 0, ["You asked first"])
    assert made(Material(answers=[given_]), EVA, about="@ana").given == ()


def test_hidden_ones_are_counted_among_three_and_their_words_are_nowhere() -> None:
    hidden = [
        open_answer(n, who, f"words {n}", 2, name="hidden") for n, who in enumerate(("bo", "kim", "lee"))
    ]
    asked = [request(n, "x") for n in range(3)]
    found = made(Material(requests=asked, answers=hidden), EVA)
    (keep, often) = found.aims[0].questions
    assert (keep.givers, keep.counted, keep.said, found.common, found.cited) == (3, 3, (), (), ())
    assert often.scale is not None and often.scale.average == 2.0
    assert made(Material(requests=asked, answers=hidden[:2]), EVA).aims == ()


def test_a_loop_is_for_others_where_answer_and_step_are() -> None:
    heard = open_answer(1, "bo", "Show it earlier")
    again = open_answer(2, "bo", "Seen", about="me")
    material = Material(
        requests=[request(1, "bo"), request(2, "bo", follows="t1")],
        answers=[heard, again],
        actions=[Action(id="t1", text="pair first", day=TODAY, origin="f1", share="manager", created=NOON)],
    )
    (loop,) = made(material, EVA).loops
    assert (loop.said, loop.again and loop.again.text) == ("Show it earlier", "Seen")
    private = [msgspec.structs.replace(material.actions[0], share="private")]
    assert made(msgspec.structs.replace(material, actions=private), EVA).loops == ()
    hidden = [msgspec.structs.replace(heard, name="unquoted"), again]
    assert made(msgspec.structs.replace(material, answers=hidden), EVA).loops == ()


def test_a_loop_of_another_time_is_in_no_digest_and_is_not_cited() -> None:
    heard = open_answer(1, "bo", "Show it earlier")
    step = Action(id="t1", text="pair first", day=TODAY, origin="f1", share="manager", created=NOON)
    material = Material(requests=[request(1, "bo")], answers=[heard], actions=[step])
    before = Period(TODAY - datetime.timedelta(days=400), TODAY - datetime.timedelta(days=100))
    for whom in (ME, EVA):
        found = made(material, whom, period=before)
        assert (found.loops, found.cited, found.private) == ((), (), 0)
    # What is still to be done is of any period that runs today, whenever it was heard.
    earlier = [msgspec.structs.replace(heard, day=TODAY - datetime.timedelta(days=200))]
    lately = Period(TODAY - datetime.timedelta(days=100))
    found = made(msgspec.structs.replace(material, answers=earlier), EVA, period=lately)
    assert (found.answers, [one.text for one in found.loops]) == (0, ["pair first"])
    done = [msgspec.structs.replace(step, state="done", closed=TODAY)]
    over = msgspec.structs.replace(material, answers=earlier, actions=done)
    assert made(over, EVA, period=lately).loops == ()


def test_what_holds_nothing_to_tell_others_is_neither_counted_nor_cited_for_them() -> None:
    notice = answer(1, "bo", reader="manager", share="manager", unmatched="I am away until Monday.")
    material = Material(requests=[request(1, "bo", state="sent")], answers=[notice])
    found = made(material, EVA)
    assert (found.answers, found.cited, found.withheld) == (0, (), 1)
    assert [one.text for one in made(material).passing] == ["I am away until Monday."]


# -- the law: nothing beyond consent -----------------------------------------------------------------

people = ("bo", "kim", "lee", "max")


@st.composite
def materials(draw: st.DrawFn) -> Material:
    requests, answers = [], []
    for number in range(draw(st.integers(0, 8))):
        person = draw(st.sampled_from(people))
        about = draw(st.sampled_from(("me", "@ana", "+launch")))
        day = draw(st.sampled_from((TODAY, TODAY - datetime.timedelta(days=300))))
        requests.append(request(number, f"giverof{person}", about=about, day=day))
        fields: Any = {
            "reader": draw(st.sampled_from(READERS)), "name": draw(st.sampled_from(NAMINGS)), "day": day,
            "share": draw(st.sampled_from(("private", "person", "manager", "team"))), "about": about,
            "manner": draw(st.sampled_from(("asked", "praise"))), "unmatched": f"canary{number}u",
            "request": draw(st.sampled_from((f"r{number}", ""))), "source": f"canary{number}s",
        }  # fmt: skip
        text = draw(st.sampled_from((f"canary{number}x design docs", "")))
        rating = draw(st.sampled_from((None, 1, 3)))
        answers.append(answer(number, f"giverof{person}", text, rating, **fields))
    steps = [
        Action(id=f"t{one.id}", text="step", day=TODAY, origin=one.id, share="manager", created=NOON)
        for one in answers[:2]
    ]
    again = [
        request(90 + n, one.person, follows=f"t{one.id}", quoted=f"canary{n}q")
        for n, one in enumerate(answers[:2])
    ]
    return Material(requests=[*requests, *again], answers=answers, actions=steps, aims=("technical",))


def test_of_one_person_nothing_is_counted_and_who_may_not_be_named_is_not() -> None:
    unquoted = open_answer(1, "bo", "The docs", 2, name="unquoted")
    material = Material(requests=[request(1, "bo")], answers=[unquoted])
    found = made(material, EVA, person="bo")
    assert (found.aims, found.person, found.answers, found.withheld) == ((), "", 0, 1)
    assert made(material, EVA).answers == 1
    named = msgspec.structs.replace(unquoted, name="named")
    assert made(Material(requests=[request(1, "bo")], answers=[named]), EVA, person="bo").person == "bo"


def test_a_rating_whose_steps_nobody_knows_is_told_by_its_number() -> None:
    found = made(Material(answers=[answer(1, "bo", rating=4, request="")]))
    assert [(one.answer, one.step) for one in found.aims[0].questions[0].said] == [("f1", "4")]


@given(
    materials(),
    st.sampled_from((EVA, HER, TEAM)),
    st.sampled_from(("", "@ana", "launch")),
    st.sampled_from(("", "giverofbo")),
)
def test_nothing_is_told_that_giver_or_i_do_not_let_be_told(
    material: Material, whom: Audience, about: str, person: str
) -> None:
    found = made(material, whom, about, Period(TODAY - datetime.timedelta(days=100)), person)
    told = msgspec.json.encode(found).decode()
    open_ = [one for one in material.answers if consent.may_read(one, whom) and one.name == "named"]
    words = {f"canary{one.id[1:]}x" for one in open_}
    assert set(re.findall(r"canary\d+\w", told)) <= words
    assert set(re.findall(r"giverof\w+", told)) <= {one.person for one in open_}
    assert {cited.ref for cited in found.cited if cited.ref[0] == "f"} <= {one.id for one in open_}
    quoted = {one.id for one in open_}
    assert {one for common in found.common for one in common.answers} <= quoted
    for question in (question for aim in found.aims for question in aim.questions):
        assert question.asked == 0
        if question.scale is not None and question.scale.count < 3:
            assert question.scale.average is None
            mine = [r.rating for a in open_ for r in a.replies if r.rating and a.day == TODAY]
            assert sum(step.now for step in question.scale.steps) <= len(mine)
    assert (found.waiting, found.unanswered, found.missing, found.apart) == (0, (), (), ())


@given(
    materials(),
    st.sampled_from((ME, EVA, HER, TEAM)),
    st.sampled_from(("", "@ana", "launch")),
    st.sampled_from((0, 100, 350, 400)),
)
def test_every_record_that_is_cited_stands_in_it(
    material: Material, whom: Audience, about: str, days: int
) -> None:
    start = TODAY - datetime.timedelta(days=days)
    found = made(material, whom, about, Period(start, start + datetime.timedelta(days=90)))
    told = msgspec.json.encode(msgspec.structs.replace(found, cited=())).decode()
    for one in found.cited:
        assert f'"{one.ref}"' in told


@given(materials())
def test_for_me_everything_is_told_or_counted(material: Material) -> None:
    for about in ("", "@ana"):
        found = made(material, about=about)
        assert found.withheld == 0
