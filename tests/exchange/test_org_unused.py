"""What an Org file says and no record has a place for is named."""

from growth.exchange import org
from growth.records.dates import Day
from growth.records.imported import ReadOptions

FILE = """\
#+TITLE: Work
# one line for me
* TODO [#B] Write the postmortem
SCHEDULED: <2026-12-01 Tue>
:PROPERTIES:
:Effort: 1:00
:PROJECT: Ranker
:END:
# not told to anybody
* DONE Shipped it
CLOSED: [2026-03-04 Wed 15:00]
#+begin_src sh
# a comment of the shell
#+end_src
"""


def unused(text: str) -> list[str]:
    options = ReadOptions(today=Day(2026, 11, 24))
    return [name for name, _ in org.read(text.encode(), name="n.org", options=options).columns]


def test_each_is_named_once_in_the_order_of_the_file() -> None:
    assert unused(FILE * 2) == ["[#A]", "SCHEDULED", ":EFFORT:", "comment lines"]


def test_what_is_used_is_not_named() -> None:
    assert unused(FILE[FILE.index("* DONE") :]) == []
    assert unused("* Plan the week\nSCHEDULED: <2026-03-04 Wed>\n") == []
