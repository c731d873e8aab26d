"""growth feedback: ask for it, hear it, act on it."""

import click

from growth.commands.lazy_group import LazyGroup

# In the order in which a request goes through them.
ELSEWHERE = {
    "ask": "feedback_ask.ask",
    "send": "feedback_send.send",
    "list": "feedback_list.list_",
    "remind": "feedback_state.remind",
    "decline": "feedback_state.decline",
    "close": "feedback_state.close",
    "answer": "feedback_answer.answer",
    "got": "feedback_answer.got",
    "give": "feedback_give.give",
    "digest": "feedback_digest.digest_",
    "act": "feedback_act.act",
    "withdraw": "feedback_withdraw.withdraw",
    "sets": "feedback_sets.sets",
}


@click.group(cls=LazyGroup, elsewhere=ELSEWHERE)
def feedback() -> None:
    """Ask for feedback, hear it, act on it."""
