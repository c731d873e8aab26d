"""Whether habits are sound: each rule, what silences it, and what counts as good."""

import datetime
from collections.abc import Sequence

import pytest

from growth.records.dates import Day
from growth.records.entry import Entry, Metric
from growth.records.practice import Derived, Practice, State
from growth.records.thumb import Thumb
from growth.rules.findings import target
from growth.rules.practice_checks import check, seen
from tests.rules.registers import NOW, TODAY, changed, dataset, sound, thing


def told(those: Sequence[Practice], entries: Sequence[Entry] = ()) -> list[str]:
    return [f"{one.rule} {one.name}: {one.why}" for one in check(those, entries, (), TODAY).findings]


def claim(metric: Metric, day: Day = TODAY) -> Entry:
    return Entry(
        id="j261124-7k3q", day=day, kind="win", title="better ranker", metrics=(metric,), created=NOW
    )


def test_a_sound_register_has_nothing_but_good_practice() -> None:
    found = check(sound(), (), (), TODAY)
    assert (found.things, found.findings, found.rejected) == (9, (), 0)
    assert [(one.rule, one.why) for one in found.good] == [
        ("leaked-test", "the test set reviews-test holds no training data"),
        ("stale-eval", "accuracy 0.91 was measured on v1 of reviews-test, the version it has now"),
        ("untraced-data", "the data of answers has licence and owner"),
        ("overdue-run", "the pipeline train runs every 30 days as planned"),
        ("by-hand", "nothing of the pipeline train is done by hand"),
        ("untried-prompt", "the prompt judge is evaluated"),
    ]


@pytest.mark.parametrize(
    ("name", "fields", "why"),
    [
        ("reviews-test", {"derived": (Derived("reviews-train", "sampled"),)},
         "leaked-test reviews-test: it is made of training data: "
         "reviews-test ← reviews-train (sampled)"),
        ("reviews-train", {"derived": (Derived("reviews-test"),)},
         "leaked-test reviews-test: training data is made of it: reviews-train ← reviews-test"),
        ("reviews-train", {"derived": (Derived("Reviews-Test"),), "retired": TODAY},
         "leaked-test reviews-test: training data is made of it: reviews-train ← Reviews-Test"),
        ("reviews-test", {"states": (State(day=Day(2026, 11, 22), version="v2"),)},
         "stale-eval ranker accuracy: accuracy 0.91 was measured on v1; reviews-test is v2 since Sun 22 Nov"),
        ("ranker accuracy", {"states": (State(day=Day(2026, 10, 1), value="0.91"),)},
         "stale-eval ranker accuracy: accuracy 0.91 was measured on Thu 1 Oct; "
         "reviews-test is v1 since Sun 1 Nov"),
        ("answers", {"licence": ""}, "untraced-data answers: it has no licence"),
        ("answers", {"licence": "", "owned_by": ""}, "untraced-data answers: it has no licence and no owner"),
        ("train", {"states": (State(day=Day(2026, 10, 3)),)},
         "overdue-run train: it is to run every 30 days, the last run was 52 days ago"),
        ("train", {"states": (), "day": Day(2026, 10, 24)},
         "overdue-run train: it is to run every 30 days, it has not run in 31 days"),
        ("train", {"trigger": "by-hand"}, "by-hand train: somebody starts it"),
        ("train", {"by_hand": ("copy the weights", "tell the team")},
         "by-hand train: by hand: copy the weights, tell the team"),
        ("judge agreement", {"states": ()}, "untried-prompt judge: no eval has a value for it"),
        ("judge", {"states": (State(day=Day(2026, 11, 22), version="p2"),)},
         "untried-prompt judge: its newest version is of Sun 22 Nov, its last eval of Fri 20 Nov"),
    ],
)  # fmt: skip
def test_each_rule(name: str, fields: dict[str, object], why: str) -> None:
    assert told(changed(name, **fields)) == [why]


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("train", {"states": (State(day=Day(2026, 10, 25)),)}),
        ("train", {"trigger": "by-hand", "retired": TODAY}),
        ("ranker accuracy", {"states": (State(day=TODAY, value="0.91", on_version="0123456789ab"),)}),
        ("ranker accuracy", {"states": (State(day=TODAY, value="0.91"),)}),
        ("ranker accuracy", {"on": "nowhere"}),
    ],
)
def test_what_is_no_finding(name: str, fields: dict[str, object]) -> None:
    assert told(changed(name, **fields)) == []


def test_a_quality_is_claimed_only_with_the_test_set_it_was_measured_on() -> None:
    bare = ["bare-claim better ranker: it claims {}; it names no version of a test set it was measured on"]
    other = ["bare-claim better ranker: it claims {}; ranker accuracy says {} on v1, of 2026-11-20"]

    def said(metric: Metric, day: Day = TODAY) -> list[str]:
        return told(sound(), [claim(metric, day)])

    # The value that was measured that day or before, to the digits of the claim.
    assert said(Metric("accuracy", "0.91")) == []
    assert said(Metric("Accuracy of the ranker", "0,910", "0.88")) == []
    assert said(Metric("accuracy", "91", unit="%"), Day(2026, 11, 20)) == []
    assert said(Metric("accuracy", "0.9"), Day(2026, 11, 20)) == []
    assert said(Metric("accuracy", "0.93")) == [other[0].format("accuracy 0.93", "0.91")]
    # Another value of that very day bears nothing out, nor does one without a number, or a later one.
    assert said(Metric("accuracy", "0.93", "0.91"), Day(2026, 11, 20)) == [
        other[0].format("accuracy 0.93", "0.91")
    ]
    assert said(Metric("accuracy", "0.91"), Day(2026, 11, 19)) == [bare[0].format("accuracy 0.91")]
    for value, wrong in (("0.2", other[0].replace("2026-11-20", "2026-11-24")), ("abc", bare[0])):
        those = changed("ranker accuracy", states=(State(day=TODAY, value=value, on_version="v1"),))
        assert told(those, [claim(Metric("accuracy", "0.93", "0.91"))]) == [
            wrong.format("accuracy 0.93", value)
        ]
    part = Metric("accuracy at 25 % missing", "1.1", unit="%")
    assert said(part) == [bare[0].format("accuracy at 25 % missing 1.1%")]
    assert said(Metric("F1", "0.8")) == [bare[0].format("F1 0.8")]
    # An agreement was measured, and nobody knows on what.
    assert said(Metric("agreement", "0.8")) == [bare[0].format("agreement 0.8")]
    assert said(Metric("p99 latency", "210", unit="ms")) == []
    # What is older than the register could not be in it.
    assert said(Metric("F1", "0.8"), Day(2026, 10, 1)) == []
    assert told([], [claim(Metric("F1", "0.8"))]) == []


@pytest.mark.parametrize(
    ("name", "is_level"),
    [
        ("accuracy lost at 25 % missing", False), ("loss of accuracy", False), ("Accuracy drop", False),
        ("nDCG delta", False), ("gain in F1", False), ("change of the loss", False),
        ("loss", True), ("validation loss", True), ("accuracy", True), ("robustness loss", True),
    ],
)  # fmt: skip
def test_how_far_a_quality_moved_is_no_level_of_it(name: str, is_level: bool) -> None:
    assert bool(told(sound(), [claim(Metric(name, "1.1", unit="%"))])) == is_level


def test_an_eval_of_what_was_lost_makes_that_a_quality() -> None:
    those = changed("ranker accuracy", metric="accuracy lost")
    assert told(those, [claim(Metric("accuracy lost", "1.1", unit="%"))]) == [
        "bare-claim better ranker: it claims accuracy lost 1.1%; "
        "ranker accuracy says 0.91 on v1, of 2026-11-20"
    ]


def test_a_leak_is_found_by_way_of_a_model() -> None:
    those = [
        *changed("ranker", derived=(Derived("reviews-test"),)),
        dataset(
            "synth", role="fine-tuning", licence="MIT", owned_by="me", derived=(Derived("ranker", "asked"),)
        ),
    ]
    found = check(those, (), (), TODAY).findings
    assert [(one.name, one.why, one.fix) for one in found] == [
        ("reviews-test", "fine-tuning data is made of it: synth ← ranker (asked) ← reviews-test",
         "growth practice edit model:ranker --derived-from OTHER --by HOW")
    ]  # fmt: skip
    assert found[0].cites == ("x-reviews-test", "x-synth", "x-ranker")


def test_what_mends_a_step_by_hand_is_not_what_mends_a_start_by_hand() -> None:
    def fix(**fields: object) -> str:
        return check(changed("train", **fields), (), (), TODAY).findings[0].fix

    edit = "growth practice edit pipeline:train"
    assert fix(trigger="by-hand") == f"once something starts it: {edit} --trigger automated"
    assert fix(by_hand=("copy files",)) == f"once no step is by hand: {edit} --by-hand ''"
    assert fix(trigger="by-hand", by_hand=("copy files",)) == (
        f"once something starts it: {edit} --trigger automated; once no step is by hand: {edit} --by-hand ''"
    )


def test_a_change_of_quality_is_borne_out_by_two_values() -> None:
    measured = [State(day=Day(2026, 11, day), value=value, on_version="v1") for day, value in
                ((2, "0.89"), (20, "0.91"))]  # fmt: skip
    those = changed("ranker accuracy", states=tuple(measured))
    assert told(those, [claim(Metric("accuracy", "+2", unit="%"))]) == []
    found = check(those, [claim(Metric("accuracy", "+5", unit="%"))], (), TODAY).findings
    assert [one.fix for one in found] == [
        "measure it: growth practice state 'eval:ranker accuracy' --value VALUE -d 2026-11-24, "
        "or correct the entry: growth edit 7k3q"
    ]


def test_a_claimed_number_is_not_offered_as_if_it_was_measured() -> None:
    found = check(sound(), [claim(Metric("F1", "93", unit="%"))], (), TODAY).findings
    assert found[0].fix == (
        "measure it: growth practice add eval NAME --metric F1 --on TESTSET --value VALUE -d 2026-11-24, "
        "or correct the entry: growth edit 7k3q"
    )


def test_a_value_without_a_number_is_no_good_practice() -> None:
    those = changed("ranker accuracy", states=(State(day=TODAY, value="abc", on_version="v1"),))
    assert "stale-eval" not in [one.rule for one in check(those, (), (), TODAY).good]


def test_a_finding_says_what_mends_it_and_what_it_rests_on() -> None:
    found = check(changed("reviews-test", derived=(Derived("reviews-train"),)), (), (), TODAY).findings[0]
    assert found.fix == "growth practice edit dataset:reviews-test --derived-from OTHER --by HOW"
    assert found.cites == ("x-reviews-test", "x-reviews-train")
    assert seen([found], ["x-reviews-test"]) == ()
    assert seen([found], found.cites) == (found,)


def test_a_thumb_down_silences_one_finding() -> None:
    those = [*changed("train", trigger="by-hand"), thing("pipeline", "other", trigger="by-hand")]
    down = Thumb(id="v", target="by-hand@x-train", up=False, day=TODAY, created=NOW)
    found = check(those, (), [down], TODAY)
    assert ([one.name for one in found.findings], found.rejected) == (["other"], 1)


@pytest.mark.parametrize(
    ("name", "wrong", "later"),
    [
        ("train", {"trigger": "by-hand"}, {"trigger": "by-hand", "by_hand": ("copy the weights",)}),
        ("train", {"states": (State(day=Day(2026, 9, 3)),)}, {"states": (State(day=Day(2026, 10, 3)),)}),
        ("answers", {"licence": ""}, {"licence": "", "owned_by": ""}),
        ("reviews-test", {"derived": (Derived("reviews-train", "sampled"),)},
         {"derived": (Derived("reviews-train", "copied"),)}),
        ("reviews-test", {"states": (State(day=Day(2026, 11, 22), version="v2"),)},
         {"states": (State(day=Day(2026, 11, 23), version="v3"),)}),
        ("judge", {"states": (State(day=Day(2026, 11, 22), version="p2"),)},
         {"states": (State(day=Day(2026, 11, 23), version="p3"),)}),
    ],
)  # fmt: skip
def test_a_thumb_down_is_none_on_what_is_wrong_later(
    name: str, wrong: dict[str, object], later: dict[str, object]
) -> None:
    found = check(changed(name, **wrong), (), (), TODAY).findings[0]
    on = target(found.rule, found.record)
    down = Thumb(id="v", target=on, up=False, cause=found.cause, day=TODAY, created=NOW)
    tomorrow = TODAY + datetime.timedelta(days=1)
    assert check(changed(name, **wrong), (), [down], tomorrow).rejected == 1
    again = check(changed(name, **later), (), [down], TODAY)
    assert [one.rule for one in again.findings] == [found.rule]
    assert again.rejected == 0


def test_the_command_that_mends_a_leak_leaves_the_rest_of_what_it_is_made_of() -> None:
    parts = (Derived("clicks", "one in ten"), Derived("reviews-train"))
    found = check(changed("reviews-test", derived=parts), (), (), TODAY).findings[0]
    assert found.fix == "growth practice edit dataset:reviews-test --derived-from clicks --by 'one in ten'"


def test_of_what_somebody_shared_nothing_is_said_that_they_may_only_not_have_shared() -> None:
    those = [*changed("judge agreement", states=()), dataset("mine", role="fine-tuning")]
    entries = [claim(Metric("F1", "0.8"))]
    assert [one.rule for one in check(those, entries, (), TODAY).findings] == [
        "bare-claim", "untraced-data", "untried-prompt"
    ]  # fmt: skip
    assert [one.rule for one in check(those, entries, (), TODAY, theirs=True).findings] == ["untraced-data"]


def test_a_finding_is_its_owners() -> None:
    found = check(changed("train", trigger="by-hand", owned_by="ana"), (), (), TODAY).findings
    assert [one.owner for one in found] == ["ana"]
