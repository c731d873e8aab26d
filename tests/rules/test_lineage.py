"""Where a model comes from: boxes and arrows, in rows, and what is made of itself."""

from hypothesis import given
from hypothesis import strategies as st

from growth.records.practice import Derived, Practice
from growth.rules.lineage import Arrow, Lineage, lineage, made_of, rows
from growth.rules.practices import Register
from tests.rules.registers import dataset, model, sound, thing


def named(found: Lineage) -> list[str]:
    return [f"{found.boxes[arrow.of].name} > {found.boxes[arrow.into].name}" for arrow in found.arrows]


def test_a_model_comes_from_its_runs_what_these_took_and_what_that_was_made_of() -> None:
    register = Register(sound())
    found = lineage(register, model("ranker"))
    assert [(box.kind, box.name) for box in found.boxes] == [
        ("model", "ranker"), ("eval", "ranker accuracy"), ("pipeline", "train"), ("dataset", "reviews-test"),
        ("dataset", "reviews-train"), ("dataset", "reviews-raw"),
    ]  # fmt: skip
    assert named(found) == [
        "train > ranker", "ranker > ranker accuracy", "reviews-test > ranker accuracy",
        "reviews-train > train", "reviews-raw > reviews-test", "reviews-raw > reviews-train",
    ]  # fmt: skip
    assert found.arrows[-1].by == "split 90/10"
    assert found.circles == ()
    assert [[found.boxes[number].name for number in row] for row in rows(found)] == [
        ["reviews-raw"], ["reviews-train"], ["train"], ["ranker", "reviews-test"], ["ranker accuracy"],
    ]  # fmt: skip


def test_what_is_named_and_not_there_is_told() -> None:
    found = lineage(Register([dataset("b", derived=(Derived("a"),))]), dataset("b", derived=(Derived("a"),)))
    assert [(box.name, box.id, box.words) for box in found.boxes[1:]] == [("a", "", "not in the register")]


def test_a_circle_is_named() -> None:
    those = [
        dataset("a", derived=(Derived("c"),)),
        dataset("b", derived=(Derived("a"),)),
        dataset("c", derived=(Derived("b", "joined"),)),
    ]
    register = Register(those)
    found = lineage(register, those[0])
    assert found.circles == (("a", "c", "b", "a"),)
    assert sorted(number for row in rows(found) for number in row) == [0, 1, 2]
    assert list(made_of(register, those[0])) == [("dataset", "c"), ("dataset", "b")]


def test_what_is_made_of_another_kind_is_followed_by_name_or_by_kind_and_name() -> None:
    those = [
        dataset("synth", role="training", derived=(Derived("ranker", "sampled"), Derived("prompt:judge"))),
        model("ranker", derived=(Derived("reviews"),)),
        thing("prompt", "judge"),
        dataset("reviews", derived=(Derived("model:gone"),)),
    ]
    found = lineage(Register(those), those[0])
    assert [(box.kind, box.name, box.words) for box in found.boxes] == [
        ("dataset", "synth", "training set"), ("model", "ranker", "model"), ("prompt", "judge", "prompt"),
        ("dataset", "reviews", "dataset"), ("model", "gone", "not in the register"),
    ]  # fmt: skip
    assert list(made_of(Register(those), those[0])) == [
        ("model", "ranker"), ("prompt", "judge"), ("dataset", "reviews"), ("model", "gone")
    ]  # fmt: skip


def test_a_name_that_its_own_kind_has_is_of_its_own_kind() -> None:
    those = [dataset("synth", derived=(Derived("ranker"),)), dataset("ranker"), model("ranker")]
    assert Register(those).origin("dataset", "Ranker") == ("dataset", "Ranker")
    assert Register(those).origin("dataset", "model:ranker") == ("model", "ranker")
    assert Register(those).origin("prompt", "nothing") == ("prompt", "nothing")


NAMES = st.sampled_from("abcdef")


@given(st.dictionaries(NAMES, st.lists(NAMES, unique=True), min_size=1))
def test_every_thing_is_in_one_row_and_below_what_it_comes_from(made: dict[str, list[str]]) -> None:
    those = [thing("dataset", name, derived=tuple(map(Derived, of))) for name, of in made.items()]
    found = lineage(Register(those), those[0])
    lanes = rows(found)
    assert sorted(number for row in lanes for number in row) == list(range(len(found.boxes)))
    place = {number: at for at, row in enumerate(lanes) for number in row}
    if not found.circles:
        assert all(place[arrow.of] < place[arrow.into] for arrow in found.arrows)
        assert not any(arrow.of == arrow.into for arrow in found.arrows)
    for circle in found.circles:
        assert circle[0] == circle[-1]


def test_a_long_line_is_followed_to_its_end() -> None:
    those: list[Practice] = [dataset("0")]
    those += [dataset(str(n), derived=(Derived(str(n - 1)),)) for n in range(1, 3000)]
    found = lineage(Register(those), those[-1])
    assert (len(found.boxes), len(rows(found)), found.circles) == (3000, 3000, ())
    assert found.arrows[0] == Arrow(1, 0)
