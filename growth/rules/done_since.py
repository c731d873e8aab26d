"""A task without an id of its own that was done where it came from: the promise here that it was."""

import itertools
from collections.abc import Callable, Iterable, Iterator

from growth.records.action import Action
from growth.records.imported import Found, Plan
from growth.records.seen import Seen


def done_since(plan: Plan, actions: Callable[[], Iterable[Action]]) -> list[tuple[Action, Found]]:
    """Return each open promise whose task stands among what was read as done, and no more as open."""
    if next(iter(actions()), None) is None:
        return []
    # What has an id of its own is followed by it.
    done, known = Seen(), Seen(key for key, _ in plan.changed)
    for found in _all(plan):
        if found.becomes == "entry":
            done.add(_words(found.title))
        else:
            known.add(found.source)
    gone = [
        one for one in (actions() if done else ())
        if _words(one.text) in done and not any(key in known for key in one.source.splitlines())
    ]  # fmt: skip
    if not gone:
        return []
    exact = {key for one in gone for key in one.source.splitlines()}
    wanted = {_words(one.text) for one in gone}
    same, told = dict[str, Found](), dict[str, Found]()
    for found in _all(plan):
        if found.becomes == "entry":
            if found.source in exact:
                same[found.source] = found
            if (words := _words(found.title)) in wanted:
                told[words] = found
    pairs = [(one, same.get(one.source) or told[_words(one.text)]) for one in gone]
    return sorted(pairs, key=lambda pair: pair[1].line)


def _all(plan: Plan) -> Iterator[Found]:
    return itertools.chain(plan.new, plan.already)


def _words(text: str) -> str:
    """Return what a task is called, without the priority and the fields that todo.txt puts around it."""
    words = [word for word in text.split() if not word.startswith(("due:", "pri:"))]
    if len(words) > 1 and len(words[0]) == 3 and words[0][0] == "(" and words[0][-1] == ")":
        del words[0]
    while len(words) > 1 and len(words[-1]) > 1 and words[-1][0] in "@+":
        words.pop()
    return " ".join(words)
