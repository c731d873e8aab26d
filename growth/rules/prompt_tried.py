"""What a trial of a prompt is in the practice register: an eval of it, with a value for the version tried."""

from collections.abc import Sequence

from msgspec.structs import replace

from growth.records.dates import Day, Instant
from growth.records.practice import Practice, State
from growth.rules.practice_given import with_state
from growth.rules.practices import Register
from growth.rules.prompt_cases import Outcome

METRIC = "pass rate"


def tried(
    register: Register, name: str, outcomes: Sequence[Outcome], day: Day, now: Instant
) -> tuple[Practice | None, Practice] | None:
    """Return the eval of a prompt as it is and with what came of its cases; None where it is not registered.

    Who owns the prompt and who may see it holds for the eval, too.
    """
    prompt = register.get("prompt", name)
    if prompt is None or prompt.retired:
        return None
    called = f"{prompt.name} on cases"
    old = register.get("eval", called)
    new = old or Practice(
        kind="eval", name=called, day=day, owned_by=prompt.owned_by, metric=METRIC, share=prompt.share,
        created=now,
    )  # fmt: skip
    passed = sum(not one.amiss for one in outcomes)
    state = State(
        day=day,
        version=outcomes[0].version,
        value=f"{passed / len(outcomes):.2%}",
        note=f"{passed} of {len(outcomes)} passed",
    )
    prompts = tuple(dict.fromkeys((*new.prompts, prompt.name)))
    return old, with_state(replace(new, prompts=prompts, retired=None), state, day)
