"""What of a note is no word of it: lines that lead to other days, and files that it embeds."""

from textwrap import dedent

import pytest

from growth.exchange.markdown_blocks import prepare
from growth.exchange.month_names import ENGLISH
from growth.exchange.note_frames import without_frames


def taken(text: str) -> tuple[list[str], list[int], dict[str, int]]:
    """Return the lines left, which were taken, and what they were."""
    source = prepare(dedent(text))
    counts = without_frames(source, ENGLISH)
    return source.lines, source.hidden, dict(counts)


@pytest.mark.parametrize(
    "line",
    [
        "[[2026-03-01]] << | >> [[2026-03-03]]",
        "<< [[2026-03-01]] | [[2026-03-03]] >>",
        "[[2026-03-01|← Yesterday]] | [[2026-03-03|Tomorrow →]]",
        "- [[daily/2026-03-01|Yesterday]] · [[daily/2026-03-03]]",
        "**[[Mar 1st, 2026]] ⬅️ ➡️ [[Mar 3rd, 2026]]**",
        "Previous: [[2026-03-01]] / Next: [[2026-03-03]]",
        "[[2026-W09]] ← [[2026-03]] → [[2026-W11]]",
        "← [[2026-03-01]]",
        "Next day: [[2026-03-03|Tue]]",
        "[← 2026-03-01](2026-03-01.md) | [2026-03-03 →](../03/2026-03-03.md)",
        "[[02-03-2026]] < > [[04-03-2026]]",
    ],
)
def test_a_line_that_leads_to_other_days_is_taken_out(line: str) -> None:
    assert taken(f"one\n{line}\ntwo") == (["one", "", "two"], [1], {"navigation line": 1})


@pytest.mark.parametrize(
    "line",
    [
        "[[2026-03-01]]",
        "[[daily/2026-03-01|1 March]]",
        "- [ ] [[2026-03-01]]",
        "[[2026-03-01|the outage]] | [[2026-03-03|the retro]]",
        "- [One](https://example.org/2026-03-01) [two](https://example.org/2026-03-02)",
        "- [[2026-03-01]]",
        "- [[2026-03-01]] | shipped",
        "[[Ranker]] | [[2026-03-03]]",
        "[[Ranker]] → [[Cache]]",
        "Met [[Kim]] << >>",
        "`[[2026-03-01]] | [[2026-03-03]]`",
        "| << | >> |",
        "# [[2026-03-01]] | [[2026-03-03]]",
    ],
)
def test_what_says_more_or_less_stays(line: str) -> None:
    assert taken(line) == ([line], [], {})


def test_a_file_alone_on_its_line_is_taken_out_and_one_in_a_sentence_is_counted() -> None:
    text = """\
        - Cut p99
          ![[Pasted image 20260304.png]]
        - ![[talk.pdf#page=2|300]] ![[b.webm]]
        - See ![[graph.png]] and ![[Ranker#Plan]]
        ![[Ranker]]
        """
    lines, hidden, counts = taken(text)
    assert (lines[1], lines[2], hidden, counts) == ("", "", [1, 2], {"embedded file": 4})
    assert lines[3:5] == ["- See ![[graph.png]] and ![[Ranker#Plan]]", "![[Ranker]]"]


def test_code_is_left_alone() -> None:
    text = "```\n[[2026-03-01]] | [[2026-03-03]]\n![[a.png]]\n```\n"
    assert taken(text) == (text.split("\n"), [], {})
