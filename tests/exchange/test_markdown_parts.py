"""Markdown in parts is read as the same Markdown in one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.errors import WrongUsage
from growth.exchange import limits, markdown_dated, markdown_parts, text_parts
from growth.records.dates import Day
from growth.records.imported import ReadOptions

OPTIONS = ReadOptions(today=Day(2026, 11, 24))
# What is opened in one of these is closed in it.
BLOCKS = st.sampled_from(
    [
        "# 2026-03-04", "# Worklog", "## 5 March 2026", "## Projects", "### Loader", "- [a plan][plan]",
        "- one\n  - two\n\n  three", "[plan]: https://example.org/plan", "[other]: https://example.org/other",
        "```\n# no heading\n- no bullet\n```", "~~~~ sh\n```\n# no heading\n~~~~", "<!-- # no\n# heading -->",
        "prose of a day\nand more", "a `<!--` of code", "", "- (03/04/2026) doubt", "Title\n=====",
        "## 31 Sep 2026",
        "[^1]: a footnote", "[[2026-03-03]] | [[2026-03-05]]", "prop:: value", "\u00e9t\u00e9\r",
    ]
)  # fmt: skip
FRONT = st.sampled_from(["", "---\ntitle: Notes\ntags: [a, b]\ndate: 2026-01-02\n---\n", "type:: log\n\n"])


@given(FRONT, st.lists(BLOCKS, max_size=16), st.integers(1, 60))
def test_the_entries_are_the_same(front: str, blocks: list[str], size: int) -> None:
    data = (front + "\n".join(blocks)).encode()
    whole = markdown_dated.read(data, name="a.md", options=OPTIONS)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(limits, "LINES", -1)
        patch.setattr(markdown_parts, "_PART", size)
        patch.setattr(text_parts, "_PART", size)
        parted = markdown_dated.read(data, name="a.md", options=OPTIONS)
    assert (parted.found, parted.misread, parted.left) == (whole.found, whole.misread, whole.left)
    assert parted.columns == whole.columns


def test_what_never_ends_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown_parts, "_PART", 20)
    monkeypatch.setattr(text_parts, "_PART", 20)
    monkeypatch.setattr(limits, "WHOLE", 60)
    text = b"# 2026-03-04\n- one of two\n# 2026-03-05\n```\n" + b"# 2026-03-06\n" * 9
    with pytest.raises(WrongUsage, match=r"a.md:3: what begins here goes on for more than 60 characters"):
        list(markdown_parts.parts(text, "a.md"))
