"""Which request a reply is to, and what it is beside the answers that are here."""

import datetime

import msgspec

from growth.records.answer import Answer, Reply
from growth.records.request import Asked, Request, RequestState
from growth.rules.answering import answered, meant, shared_out, unasked
from growth.rules.request_paper import Filled

DAY = datetime.date(2026, 11, 24)
NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)


def request(tail: str, *markers: str, state: RequestState = "sent", hour: int = 1) -> Request:
    return Request(
        id=f"r261124-{tail}",
        person="ana",
        questions=tuple(Asked(marker=marker, text="What?") for marker in markers),
        day=DAY,
        state=state,
        created=NOON.replace(hour=hour),
    )


ONE = request("aaaa", "q111", "q222")


def said(marker: str, text: str, rating: int | None = None) -> Reply:
    return Reply(marker=marker, question="What?", text=text, rating=rating)


def here(*replies: Reply, tail: str = "aaaa", **more: str) -> Answer:
    answer = Answer(
        id=f"f261124-{tail}", person="ana", request=ONE.id, day=DAY, replies=replies, created=NOON
    )
    return msgspec.structs.replace(answer, **more)


def verdict(filled: Filled, *answers: Answer) -> str:
    return answered(ONE, filled, answers, day=DAY, created=NOON).verdict


def test_the_request_whose_id_is_named_comes_first() -> None:
    other = request("bbbb", "q333")
    assert meant(["q111", other.id], [ONE, other]) == (other, ONE)
    assert meant(["q999", "who"], [ONE, other]) == ()


def test_a_marker_that_two_have_is_that_of_the_open_one_else_of_the_newest() -> None:
    old = request("bbbb", "q111", state="closed", hour=2)
    newer = request("cccc", "q111", state="closed", hour=3)
    assert meant(["q111"], [old, newer, ONE]) == (ONE,)
    assert meant(["q111"], [old, newer]) == (newer,)
    assert meant(["q111", old.id], [old, newer]) == (old,)


def test_a_withdrawn_request_is_meant_by_its_id_alone() -> None:
    gone = request("bbbb", "q111", state="withdrawn")
    assert meant(["q111"], [gone]) == ()
    assert meant(["q111", gone.id], [gone]) == (gone,)


def test_answers_to_two_requests_are_shared_out() -> None:
    other = request("bbbb", "q333")
    filled = Filled(replies=(said("q111", "a"), said("q333", "b")), unmatched="Hi")
    assert shared_out(filled, [ONE, other]) == [
        Filled(request=ONE.id, replies=(said("q111", "a"),), unmatched="Hi"),
        Filled(request=other.id, replies=(said("q333", "b"),)),
    ]


def test_what_a_reply_is_beside_an_answer() -> None:
    docs, tests = said("q111", "The docs."), said("q222", "The tests.")
    answer = here(docs, tests, reader="manager")
    assert verdict(Filled()) == verdict(Filled(), answer) == "empty"
    assert verdict(Filled(replies=(docs,))) == "new"
    assert verdict(Filled(replies=(docs,)), answer) == "already"
    assert verdict(Filled(replies=(said("q111", "The\ndocs."),)), answer) == "already"
    assert verdict(Filled(replies=(docs,), reader="manager"), answer) == "already"
    assert verdict(Filled(replies=(docs,), reader="asker"), answer) == "revision"
    assert verdict(Filled(replies=(said("q111", "The docs.", 4),)), answer) == "revision"
    assert verdict(Filled(reader="asker"), answer) == "revision"
    assert verdict(Filled(unmatched="Hi"), answer) == "more"


def test_a_revision_takes_the_place_of_the_newest() -> None:
    first = here(said("q111", "a"))
    second = here(said("q111", "b"), tail="bbbb", revises=first.id)
    found = answered(ONE, Filled(replies=(said("q222", "c"),)), [second, first], day=DAY, created=NOON)
    assert (found.old, found.answer.revises) == (second, second.id)
    assert found.answer.replies == (said("q111", "b"), said("q222", "c"))


def test_what_was_said_unasked_is_told_again_by_its_words() -> None:
    filled = Filled(replies=(Reply(question="", text="You unblocked us."),))
    first = unasked("ana", "me", filled, [], day=DAY, created=NOON)
    assert first.verdict == "unasked"
    again = Filled(replies=(Reply(question="", text="You\nunblocked us."),))
    assert unasked("ana", "me", again, [first.answer], day=DAY, created=NOON).verdict == "already"
    assert unasked("bo", "me", again, [first.answer], day=DAY, created=NOON).verdict == "unasked"
    assert unasked("ana", "me", Filled(), [], day=DAY, created=NOON).verdict == "empty"


def test_what_was_said_before_is_kept_apart_and_goes_no_further_than_it_was_allowed() -> None:
    old = here(said("q111", "The docs"), said("q222", "Tests"))
    filled = Filled(replies=(said("q111", "The notes"),), reader="manager", name="named")
    found = answered(ONE, filled, [old], day=DAY, created=NOON)
    assert (found.verdict, found.kept) == ("revision", (said("q222", "Tests"),))
    assert (found.answer.reader, found.answer.name) == ("asker", "hidden")
    again = msgspec.structs.replace(found.answer, id="f261124-bbbb")
    assert verdict(filled, old, again) == "already"
    whole = msgspec.structs.replace(filled, replies=(said("q111", "The notes"), said("q222", "Tests")))
    found = answered(ONE, whole, [old], day=DAY, created=NOON)
    assert (found.kept, found.answer.reader, found.answer.name) == ((), "manager", "named")


def test_a_consent_alone_is_for_all_that_was_said() -> None:
    old = here(said("q111", "The docs"), said("q222", "Tests"))
    found = answered(ONE, Filled(reader="manager", name="named"), [old], day=DAY, created=NOON)
    assert (found.verdict, found.answer.reader, found.answer.name) == ("revision", "manager", "named")
    assert found.kept == found.answer.replies
