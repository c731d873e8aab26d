"""`growth log -i`: the parts of an entry, question by question, each checked where it is asked."""

from collections.abc import Callable

from growth.records.entry import ENTRY_KINDS, SHARES
from growth.terminal.entries import READERS
from growth.terminal.prompts import checked, choose, text

Check = Callable[[str], object]


def ask_entry(answers: dict[str, str], checks: dict[str, Check]) -> None:
    """Ask for an entry's parts, and put what is answered into `answers` one by one.

    What is there already is not asked for, but for the kind and the share, where it is offered
    first. `checks` raise WrongUsage on what cannot be read; then it is asked again.
    """
    kind, share = answers["kind"], answers["share"]
    questions: dict[str, Callable[[], str]] = {
        "title": lambda: checked("What did you do, learn or notice?", checks["title"]),
        "kind": lambda: choose("What kind of thing is it?", [(kind, kind), *_others(ENTRY_KINDS, kind)]),
        "date": lambda: checked("When was it? (Enter: today)", checks["date"]),
        "impact": lambda: text("What changed for whom because of it? (Enter: skip)"),
        "metric": lambda: checked("A number, such as p99: 480 ms -> 210 ms (Enter: skip)", checks["metric"]),
        "with": lambda: checked(
            "Who was it with? Names or handles, commas between (Enter: nobody)", checks["with"]
        ),
        "tags": lambda: text("Tags, with spaces between (Enter: none)"),
        "body": lambda: text("What else should be remembered? (Enter: nothing)"),
        "share": lambda: choose(
            "Who may read it?",
            [(share, READERS[share]), *((s, READERS[s]) for s, _ in _others(SHARES, share))],
        ),
    }
    for name, ask in questions.items():
        if name in ("kind", "share") or not answers.get(name):
            answers[name] = ask().strip()


def _others(names: tuple[str, ...], first: str) -> list[tuple[str, str]]:
    return [(name, name) for name in names if name != first]
