"""`growth log -i`: the parts of an entry, question by question."""

from growth.records.entry import ENTRY_KINDS, SHARES
from growth.terminal.entries import READERS
from growth.terminal.prompts import choose, text


def ask_entry(title: str, kind: str, share: str) -> dict[str, str]:
    """Ask for an entry's parts; return those that were answered, as they would be typed."""
    answers = {
        "title": title or text("What did you do, learn or notice?"),
        "kind": choose("What kind of thing is it?", [(kind, kind), *_others(ENTRY_KINDS, kind)]),
        "impact": text("What changed for whom because of it? (Enter: skip)"),
        "metric": text("A number, such as p99: 480 ms -> 210 ms (Enter: skip)"),
        "with": text("Who was it with? Names with spaces between (Enter: nobody)"),
        "tags": text("Tags, with spaces between (Enter: none)"),
        "body": text("Anything more to remember? (Enter: no)"),
        "share": choose(
            "Who may read it?",
            [(share, READERS[share]), *((s, READERS[s]) for s, _ in _others(SHARES, share))],
        ),
    }
    return {name: answer.strip() for name, answer in answers.items() if answer.strip()}


def _others(names: tuple[str, ...], first: str) -> list[tuple[str, str]]:
    return [(name, name) for name in names if name != first]
