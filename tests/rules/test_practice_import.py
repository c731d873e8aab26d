"""What an import does to the register: a name is kept, a new state is taken in, what I wrote stays mine."""

import datetime

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from growth.records.dates import Day
from growth.records.practice import Derived, Practice, PracticeKind, State
from growth.rules.practice_import import PracticePlan, plan, states

NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
DAY = Day(2026, 11, 1)
LATER = Day(2026, 11, 24)


def found(
    kind: PracticeKind, name: str, key: str = "", tool: str = "dvc:click", **fields: object
) -> Practice:
    return Practice(
        kind=kind, name=name, day=DAY, created=NOW, source=f"{tool}:{kind}:{key or name}", **fields,  # type: ignore[arg-type]  # fields of any kind
    )  # fmt: skip


def state(hash: str, day: Day = DAY, **fields: str) -> State:
    return State(day=day, hash=hash, **fields)  # type: ignore[arg-type]  # fields of text


def kept(*those: Practice) -> list[Practice]:
    """Return practices as a store keeps them."""
    return [replace(one, id=f"x261124-{number:04d}") for number, one in enumerate(those)]


TRAIN = found("dataset", "train.csv", states=(state("aa"),))
MODEL = found("model", "click", derived=(Derived(of="base"),), states=(state("m1"),))
EVAL = found("eval", "click f1", model="click", on="train.csv", states=(State(day=DAY, value="0.88"),))


def test_the_first_import_is_all_new_and_the_second_nothing() -> None:
    first = plan((TRAIN, MODEL, EVAL), ())
    assert first == PracticePlan(new=(TRAIN, MODEL, EVAL))
    assert plan((TRAIN, MODEL, EVAL), kept(*first.new)) == PracticePlan(already=3)


def test_the_same_seen_on_a_later_day_is_nothing_new() -> None:
    later = replace(TRAIN, states=(state("aa", LATER),))
    assert plan([later], kept(TRAIN)) == PracticePlan(already=1)


def test_another_hash_is_another_state_of_the_same() -> None:
    (old,) = kept(TRAIN)
    again = replace(TRAIN, states=(state("bb", LATER),))
    new = replace(old, states=(state("aa"), state("bb", LATER)))
    assert plan([again], [old]) == PracticePlan(changed=((old, new),))


def test_what_comes_back_is_a_state_again() -> None:
    assert states((state("aa"), state("bb", LATER)), [state("aa", LATER)])[-1] == state("aa", LATER)


def test_words_that_were_edited_here_stay_and_that_is_reported() -> None:
    (old,) = kept(replace(TRAIN, licence="mit", location="here", changed=NOW))
    again = replace(TRAIN, location="there", role="training", states=(state("bb", LATER),))
    made = plan([again], [old])
    ((_, new),) = made.changed
    assert (new.licence, new.location, new.role, len(new.states)) == ("mit", "here", "training", 2)
    assert made.edited == (old,)


def test_words_that_nobody_edited_follow_their_source() -> None:
    (old,) = kept(replace(TRAIN, location="here", note="by me"))
    ((_, new),) = plan([replace(TRAIN, location="there")], [old]).changed
    assert (new.location, new.note) == ("there", "by me")


def test_what_was_written_by_hand_is_found_by_its_name_and_keeps_its_words() -> None:
    (old,) = kept(replace(TRAIN, name="Train.csv", source="", owned_by="kim", location="here", states=()))
    made = plan([replace(TRAIN, location="there"), EVAL], [old])
    ((_, new),) = made.changed
    assert (new.name, new.owned_by, new.location) == ("Train.csv", "kim", "here")
    assert (new.source, new.states) == (TRAIN.source, TRAIN.states)
    assert made.edited == ()
    assert made.new[0].on == "Train.csv"


def test_a_name_that_another_project_has_gets_that_of_the_project_and_is_called_so() -> None:
    other = [replace(one, source=one.source.replace("click", "rank")) for one in (TRAIN, EVAL)]
    made = plan(other, kept(TRAIN, EVAL))
    assert [(one.name, one.on) for one in made.new] == [
        ("rank/train.csv", ""),
        ("rank/click f1", "rank/train.csv"),
    ]
    here = kept(TRAIN, EVAL, *made.new)
    assert plan(other, here) == PracticePlan(already=2)
    assert plan((TRAIN, EVAL), here) == PracticePlan(already=2)


def test_two_projects_read_at_once_name_each_their_own() -> None:
    other = [
        replace(one, source=one.source.replace("dvc:click", "dvc:views")) for one in (TRAIN, MODEL, EVAL)
    ]
    new = plan((TRAIN, MODEL, EVAL, *other), ()).new
    assert [(one.name, one.model, one.on) for one in new if one.kind == "eval"] == [
        ("click f1", "click", "train.csv"),
        ("views/click f1", "views/click", "views/train.csv"),
    ]


def test_a_model_that_two_tools_of_one_project_tell_of_is_one() -> None:
    registered = found(
        "model", "click", tool="mlflow:click", states=(State(day=DAY, version="1"),), purpose="ranks"
    )
    (one,) = plan((MODEL, registered), ()).new
    assert one.source == f"{MODEL.source}\n{registered.source}"
    assert (one.purpose, len(one.states)) == ("ranks", 2)
    assert plan((registered, MODEL), kept(one)) == PracticePlan(already=1)


def test_a_name_that_was_changed_here_is_kept_and_used() -> None:
    train, model = kept(replace(TRAIN, name="clicks", changed=NOW), MODEL)
    (new,) = plan((TRAIN, EVAL), (train, model)).new
    assert new.on == "clicks"


HASHES = st.lists(st.sampled_from("abc"), max_size=6)


@given(HASHES, HASHES)
def test_importing_twice_is_importing_once(before: list[str], after: list[str]) -> None:
    old = [state(hash, Day(2026, 1, 1 + place)) for place, hash in enumerate(before)]
    new = [state(hash, Day(2026, 2, 1 + place)) for place, hash in enumerate(after)]
    once = states(old, new)
    assert states(once, new) == once
    assert [one for one in once if one in old] == old


@given(HASHES, st.sampled_from("abc"))
def test_what_a_source_tells_of_today_is_the_newest_state(before: list[str], hash: str) -> None:
    old = [state(hash, Day(2026, 1, 1 + place)) for place, hash in enumerate(before)]
    once = states(old, [state(hash, LATER)])
    assert once[-1].hash == hash
    assert states(once, [state(hash, LATER)]) == once
    assert len(once) == len(old) + (not before or before[-1] != hash)
