"""Org read into entries and actions: what becomes one, what gives it its day, and what is told instead."""

import datetime
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.errors import WrongUsage
from growth.exchange import limits, org, text_parts
from growth.exchange.formats import Head
from growth.records.imported import Found, Misread, Reading, ReadOptions

OPTIONS = ReadOptions(today=datetime.date(2026, 11, 24))
TREE = """\
    #+TITLE: Work
    #+FILETAGS: :work:
    * 2026
    ** 2026-11 November
    *** 2026-11-23 Monday
    **** DONE [#A] Cut the build time in half                         :build:learning:
         CLOSED: [2026-11-24 Tue 09:14]
         :PROPERTIES:
         :ID:       0f1e2d3c-4b5a
         :CATEGORY: ranker
         :END:
         :LOGBOOK:
         CLOCK: [2026-11-23 Mon 14:00]--[2026-11-23 Mon 15:30] =>  1:30
         CLOCK: [2026-11-24 Tue 08:00]--[2026-11-24 Tue 09:00] =>  1:00
         - State "DONE"       from "TODO"       [2026-11-24 Tue 09:14] \\\\
           Thanks to a cache.
         :END:
         See [[https://example.org/pull/1][the change]].
         # a comment
    **** 09:30 Standup
    ***** Notes
          Shipping on Friday.
    *** 2026-11-24 Dienstag
        - Fixed the flaky test
          for good
        - [ ] Read the paper
    """
SEEDS = (
    dedent(TREE).encode(),
    b'* TODO Pay\n  DEADLINE: <2026-10-01 Thu +1m>\n  - State "DONE" from "TODO" [2026-09-01 Tue 16:10]\n',
    b"#+TODO: NEXT | GONE(g)\n* GONE x :a:b:\n  CLOSED: [2026-02-31 Tue]\n** y [2026-11-24 Tue]\n",
)


def reading(text: str, name: str = "notes.org", **options: Any) -> Reading:
    data = dedent(text).encode()
    return org.read(data, name=name, options=ReadOptions(today=OPTIONS.today, **options))


def rows(text: str, name: str = "notes.org", **options: Any) -> list[tuple[str, str, str, str]]:
    """Return what each record becomes, its day, kind and title; nothing may be misread."""
    read = reading(text, name, **options)
    assert read.misread == ()
    return [(found.becomes, str(found.day), found.kind, found.title) for found in read.found]


def only(text: str) -> Found:
    (found,) = reading(text).found
    return found


def test_a_datetree_is_read() -> None:
    read = reading(TREE)
    first, standup, fixed, plan = read.found
    assert first.version
    assert first == Found(
        line=6,
        day=datetime.date(2026, 11, 24),
        precision="day",
        kind="learning",
        title="Cut the build time in half",
        body="See [the change](https://example.org/pull/1).\n\n"
        "Clocked: 2026-11-23 90 min, 2026-11-24 60 min\n\nThanks to a cache.",
        tags=("work", "build", "learning"),
        project="ranker",
        links=("https://example.org/pull/1",),
        spent=150,
        source="org:0f1e2d3c-4b5a",
        version=first.version,
    )
    assert (str(standup.day), standup.title, standup.body) == (
        "2026-11-23",
        "Standup",
        "Notes\n\nShipping on Friday.",
    )
    assert (str(fixed.day), fixed.kind, fixed.title, fixed.body) == (
        "2026-11-24",
        "work",
        "Fixed the flaky test",
        "for good",
    )
    assert (plan.kind, plan.title, plan.tags) == ("note", "Read the paper", ("work", "plan"))
    assert (read.misread, read.left, read.structure) == ((), (), (1, 2, 3, 4, 5, 23))


def test_org_journal_is_read() -> None:
    text = """\
        * Sunday, 13 January 2019
        :PROPERTIES:
        :CREATED:  [2019-01-13 Sun]
        :END:
        ** 08:22 Fixed the build
        ** 17:00-18:00 Reviewed the plan
           with a text
        """
    assert rows(text, "2019") == [
        ("entry", "2019-01-13", "work", "Fixed the build"),
        ("entry", "2019-01-13", "work", "Reviewed the plan"),
    ]
    assert org.is_one(Head(dedent(text).encode(), "20190101"))


@pytest.mark.parametrize(
    ("name", "top"), [("20261124", ""), ("2026-11-24.org", ""), ("x.org", "#+TITLE: 2026-11-24 (Tuesday)\n")]
)
def test_a_file_of_a_day_dates_what_it_holds(name: str, top: str) -> None:
    assert rows(f"{top}* Fixed the build\n* Projects\n** Ranker\n*** Tuned it\n", name) == [
        ("entry", "2026-11-24", "work", "Fixed the build"),
        ("entry", "2026-11-24", "work", "Tuned it"),
    ]


@pytest.mark.parametrize(
    ("heading", "day"),
    [
        ("2026-11-24", "2026-11-24"),
        ("[2026-11-24 Tue]", "2026-11-24"),
        ("<2026-11-24 mar.>", "2026-11-24"),
        ("Tuesday, 24 November 2026", "2026-11-24"),
        ("Dienstag, 24.11.2026", "2026-11-24"),
        ("2026-11-24 Tuesday", "2026-11-24"),
        ("2026-W48", "2026-11-29"),
    ],
)
def test_headings_that_are_dates(heading: str, day: str) -> None:
    assert rows(f"* {heading}\n** Fixed it\n") == [("entry", day, "work", "Fixed it")]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("* 2026-11-24 Standup\n", "Standup"),
        ("* Standup [2026-11-24 Tue 10:00]\n", "Standup"),
        ("* <2026-11-24 Tue 10:00>--<2026-11-25 Wed> Offsite\n", "Offsite"),
        ("* Fixed it\n  [2026-11-24 Tue]\n", "Fixed it"),
        ("* Fixed it\n:PROPERTIES:\n:CREATED: [2026-11-24 Tue 09:14]\n:END:\n", "Fixed it"),
        ("* Fixed it\n  Noted on [2026-11-24 Tue 09:14].\n", "Fixed it"),
        ("* Fixed it\nCLOCK: [2026-11-23 Mon 23:00]--[2026-11-24 Tue 00:30]\n", "Fixed it"),
        ("* DONE Fixed it\nCLOSED: [2026-11-24 Tue 09:14] SCHEDULED: <2026-11-01 Sun>\n", "Fixed it"),
        ('* DONE Fixed it\n  - State "DONE" from "TODO" [2026-11-24 Tue 09:14]\n', "Fixed it"),
        ("* Met [2026-11-24 Tue] the team\n", "Met [2026-11-24 Tue] the team"),
    ],
)
def test_what_dates_a_headline(text: str, title: str) -> None:
    found = only(text)
    assert (str(found.day), found.precision, found.title) == ("2026-11-24", "day", title)


def test_the_form_of_date_that_is_named_is_read() -> None:
    text = "* Tuesday, 03/11/2026\n** Fixed it\n"
    assert rows(text, dates="%A, %d/%m/%Y") == [("entry", "2026-11-03", "work", "Fixed it")]
    (misread,) = reading(text).misread[:1]
    assert (misread.line, misread.text) == (1, "* Tuesday, 03/11/2026")
    assert misread.why == "03/11/2026 can be 3 November or 11 March"


def test_time_clocked_is_summed_and_told_where_it_is_none() -> None:
    read = reading(
        """\
        * Fixed it
          CLOCK: [2026-11-24 Tue 10:00]--[2026-11-24 Tue 10:50] =>  0:50
          CLOCK: [2026-11-24 Tue 11:00]--[2026-11-24 Tue 11:10]
          CLOCK: => 0:15
          CLOCK: [2026-11-24 Tue 12:00]
          CLOCK: [2026-11-24 Tue 14:00]--[2026-11-24 Tue 13:00] => -1:00
          CLOCK: [2026-02-31 Tue 14:00]--[2026-11-24 Tue 13:00] =>  1:00
          CLOCK: [99999999999-01-01 10:00]
        """
    )
    assert [(str(found.day), found.spent, found.body) for found in read.found] == [("2026-11-24", 75, "")]
    assert [(piece.line, piece.why) for piece in read.misread] == [
        (6, "a clock that ends before it starts"),
        (7, "February 2026 has 28 days"),
        (8, "a clock in no form that is known"),
    ]
    assert read.left == (("running clock", 1),)


def test_an_open_task_is_an_action_and_what_was_clocked_of_it_an_entry() -> None:
    read = reading(
        """\
        * TODO Write the guide
          DEADLINE: <2026-12-01 Tue -3d> SCHEDULED: <2026-11-20 Fri>
          :PROPERTIES:
          :ID: abc
          :END:
          CLOCK: [2026-11-23 Mon 16:00]--[2026-11-23 Mon 16:45] =>  0:45
        """
    )
    action, entry = read.found
    assert (action.becomes, action.title, str(action.due), action.source) == (
        "action",
        "Write the guide",
        "2026-12-01",
        "org:abc",
    )
    assert (entry.becomes, str(entry.day), entry.spent, entry.source) == (
        "entry",
        "2026-11-23",
        45,
        "org:abc/clock",
    )


def test_each_time_that_a_task_was_done_is_an_entry() -> None:
    read = reading(
        """\
        * TODO Send the report
          DEADLINE: <2026-12-01 Tue .+1m>
          :PROPERTIES:
          :LAST_REPEAT: [2026-11-01 Sun 09:00]
          :ID: abc
          :END:
          :LOGBOOK:
          - State "DONE"       from "TODO"       [2026-10-01 Thu 16:10] \\\\
            Late, but done.
          - State "CANCELLED"  from "TODO"       [2026-09-15 Tue 16:10]
          - State "DONE"       from              [2026-09-01 Tue 08:00]
          CLOCK: [2026-09-20 Sun 10:00]--[2026-09-20 Sun 10:30] =>  0:30
          :END:
        """
    )
    assert [
        (found.becomes, str(found.day), found.body, found.spent, found.source) for found in read.found
    ] == [
        ("action", "None", "", None, "org:abc"),
        ("entry", "2026-09-01", "", None, "org:abc/2026-09-01T08:00"),
        ("entry", "2026-10-01", "Late, but done.", 30, "org:abc/2026-10-01T16:10"),
        ("entry", "2026-11-01", "", None, "org:abc/2026-11-01T09:00"),
    ]
    assert read.misread == ()


def test_a_repeating_task_that_ended_is_an_entry_for_each_time() -> None:
    text = """\
        * DONE Water the plants
          CLOSED: [2026-11-02 Mon 09:00] SCHEDULED: <2026-11-02 Mon +1w>
          - State "DONE" from "TODO" [2026-11-02 Mon 09:00]
          - State "DONE" from "TODO" [2026-10-26 Mon 09:00]
        """
    assert [row[1] for row in rows(text)] == ["2026-10-26", "2026-11-02"]


def test_states_of_the_file_say_what_is_done() -> None:
    text = """\
        #+SEQ_TODO: REPORT(r) BUG(b) | FIXED(f@) DUPLICATE
        #+TYP_TODO: ANA BO
        * BUG Leaks
        * FIXED Leaked
          CLOSED: [2026-11-24 Tue 09:14]
        * ANA Asked
        * BO Answered
          CLOSED: [2026-11-23 Mon 09:14]
        * TODO is a word here
          [2026-11-22 Sun]
        * DUPLICATE Leaks too
        """
    assert rows(text) == [
        ("action", "None", "work", "Leaks"),
        ("entry", "2026-11-24", "work", "Leaked"),
        ("action", "None", "work", "Asked"),
        ("entry", "2026-11-23", "work", "Answered"),
        ("entry", "2026-11-22", "work", "TODO is a word here"),
    ]
    assert reading(text).left == (("cancelled task", 1),)


def test_tags_and_names_above_are_inherited() -> None:
    text = """\
        #+FILETAGS: :work:
        #+CATEGORY: platform
        * Search :ranker:
        ** Wins
        *** DONE Tuned it :@desk:ARCHIVE:
            CLOSED: [2026-11-24 Tue]
        """
    found = only(text)
    assert (found.kind, found.project) == ("win", "platform")
    assert found.tags == ("work", "ranker", "search", "desk")


def test_what_says_no_more_than_words_under_an_entry_is_its_text() -> None:
    text = """\
        * 2026-11-24
        ** Design of the cache                                           :design:
           Two ways were left.
        *** Write through :cache:
            Slower, and never wrong.
        **** Costs
        *** TODO Ask the others
        """
    read = reading(text)
    assert [(found.becomes, found.title) for found in read.found] == [
        ("entry", "Design of the cache"),
        ("action", "Ask the others"),
    ]
    first = read.found[0]
    assert (first.kind, first.tags) == ("design", ("design", "cache"))
    assert first.body == "Two ways were left.\n\nWrite through\n\nSlower, and never wrong.\n\nCosts"


def test_code_keeps_its_lines_and_becomes_a_fence() -> None:
    text = """\
        * Fixed it [2026-11-24 Tue]
          #+begin_src sh
          # not a comment
          ,* not a headline
          make [[x]]
          #+end_src
          #+begin_quote
          So it was.
          #+end_quote
        """
    assert only(text).body == "```sh\n# not a comment\n* not a headline\nmake [[x]]\n```\nSo it was."


def test_what_is_hidden_cancelled_or_bare_is_told() -> None:
    read = reading(
        """\
        * COMMENT Hidden
        ** Also hidden
        * CANCELLED Moved the office
        * Bare
        * Words
          and no day
        """
    )
    assert [(str(found.day), found.title) for found in read.found] == [("None", "Words")]
    assert read.misread == (
        Misread(4, "* Bare", "a heading with nothing under it", Found(line=4, title="Bare")),
    )
    assert read.left == (("hidden headline", 1), ("cancelled task", 1))


def test_an_impossible_day_is_told_with_its_line() -> None:
    read = reading(
        """\
        * 2026-11
        ** 2026-02-31 Saturday
        *** Never was
            really
        * DONE Fixed it
          CLOSED: [2026-02-30 Mon 10:00]
        * Met [2026-13-01 Tue]
        """
    )
    assert [(str(found.day), found.title) for found in read.found] == [("None", "Never was")]
    assert [(piece.line, piece.why, piece.kept and piece.kept.title) for piece in read.misread] == [
        (2, "February 2026 has 28 days", None),
        (6, "February 2026 has 28 days", "Fixed it"),
        (7, "there is no month 13", "Met"),
    ]


def test_a_headline_that_is_encrypted_is_in_doubt() -> None:
    read = reading("* Secret [2026-11-24 Tue] :crypt:\n-----BEGIN PGP MESSAGE-----\nabc\n")
    (misread,) = read.misread
    assert misread.why == "encrypted with org-crypt: M-x org-decrypt-entry, save, and import it again"
    assert misread.kept and (misread.kept.title, misread.kept.body, misread.kept.tags) == ("Secret", "", ())


def test_properties_that_are_called_as_fields_are_those_fields() -> None:
    found = only(
        """\
        * \u200bTODO lists for all [2026-11-24 Tue]
        :PROPERTIES:
        :KIND: talk
        :PROJECT: ranker
        :MINUTES: 30
        :IMPACT: Nobody forgets
        :SKILLS: speaking; Org
        :LINKS: https://example.org/talk
        :STAR: yes
        :END:
        """
    )
    assert (found.becomes, found.title, found.kind, found.project) == (
        "entry",
        "TODO lists for all",
        "talk",
        "ranker",
    )
    assert (found.spent, found.impact, found.skills) == (30, "Nobody forgets", ("speaking", "Org"))
    assert (found.links, found.star) == (("https://example.org/talk",), True)


def test_a_headline_without_words_is_told_once() -> None:
    read = reading("* TODO [#A]\n  CLOCK: [2026-11-24 Tue 10:00]--[2026-11-24 Tue 10:50] =>  0:50\n* \n")
    assert read.found == ()
    assert [(piece.line, piece.why) for piece in read.misread] == [
        (1, "a heading without words"),
        (3, "a heading without words"),
    ]


def test_an_id_that_was_copied_counts_once() -> None:
    text = "* A [2026-11-24 Tue]\n:PROPERTIES:\n:ID: x y#1\n:END:\n"
    first, second = reading(text * 2).found
    assert first.source.startswith("org:") and "#" not in first.source and " " not in first.source
    assert second.source == ""


def test_what_is_planned_for_later_is_no_work() -> None:
    found = only("* Talk at the meetup\n  SCHEDULED: <2026-12-05 Sat>\n")
    assert (found.kind, found.tags, str(found.day)) == ("note", ("plan",), "2026-12-05")


def test_drawers_that_never_end_and_odd_lines_are_text() -> None:
    body = only("* Fixed it [2026-11-24 Tue]\n:LOGBOOK:\nwords\n*bold* words\n").body
    assert body == ":LOGBOOK:\nwords\n*bold* words"


@pytest.mark.parametrize(
    ("text", "name", "is_one"),
    [
        ("* one\n", "a.org", True),
        ("words", "a.org_archive", True),
        ("#+TITLE: x\n* one\n", "-", True),
        ("* Thursday, 22 October 2020\n** 08:22 x\n", "20201022", True),
        ("* one <2026-11-24 Tue>\n", "-", True),
        ("* one\n* two\n", "worklog", False),
        ("#+TITLE: x\n* one\n", "a.md", False),
        ("* 2026-11-24 done\n", "worklog", False),
    ],
)
def test_it_is_known_by_its_content(text: str, name: str, is_one: bool) -> None:
    assert org.is_one(Head(text.encode(), name)) is is_one


def test_what_is_encrypted_is_refused_by_name() -> None:
    with pytest.raises(WrongUsage) as refused:
        reading("-----BEGIN PGP MESSAGE-----\n", "notes.org.gpg")
    assert refused.value.message == "notes.org.gpg is encrypted with OpenPGP"
    assert refused.value.hint == "gpg --decrypt notes.org.gpg | growth import -"


PARTS = (
    "* ", "** ", "*** 2026-11-24\n", "TODO ", "DONE ", "words\n", ":tag:\n", "CLOSED: ", "[2026-11-24 Tue]",
    "<2026-02-31>", ":LOGBOOK:\n", ":END:\n", "CLOCK: ", "--", "\n", '- State "DONE" ', "#+TODO: a | b\n",
    ":PROPERTIES:\n", ":ID: x\n", "#+begin_src\n", "#+end_src\n", "09:14 ", "  ",
)  # fmt: skip


@given(st.lists(st.sampled_from(PARTS), max_size=30))
def test_any_org_is_read(parts: list[str]) -> None:
    text = "".join(parts)
    read = org.read(text.encode(), name="a.org", options=OPTIONS)
    for found in (*read.found, *(piece.kept for piece in read.misread if piece.kept)):
        assert found.title.strip()
        assert (found.day is None) == (found.precision == "none")


@given(st.lists(st.sampled_from(PARTS), max_size=30), st.integers(1, 60))
def test_a_long_file_is_read_as_a_short_one(parts: list[str], size: int) -> None:
    data = "".join(parts).encode()
    whole = org.read(data, name="a.org", options=OPTIONS)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text_parts, "_PART", size)
        assert org.read(data, name="a.org", options=OPTIONS) == whole


def test_what_stands_under_an_entry_comes_after_it() -> None:
    text = (
        "* Launch <2026-11-20 Fri>\n** TODO Write it up\n** Thanks\nTo all.\n** DONE Ship it\n* DONE Rest\n"
    )
    read = org.read(text.encode(), name="a.org", options=OPTIONS)
    assert [(one.title, one.body) for one in read.found] == [
        ("Launch", "Thanks\n\nTo all."), ("Write it up", ""), ("Ship it", ""), ("Rest", ""),
    ]  # fmt: skip


@pytest.mark.parametrize("under", ["word\n" * 9, "** word\n" * 9])
def test_too_much_under_a_headline_of_a_long_file_is_refused(
    monkeypatch: pytest.MonkeyPatch, under: str
) -> None:
    text = f"* One\n* <2026-11-20 Fri> Two\n{under}"
    monkeypatch.setattr(limits, "LINE", 40)
    assert org.read(text.encode(), name="a.org", options=OPTIONS).found
    monkeypatch.setattr(limits, "WHOLE", 40)
    with pytest.raises(WrongUsage, match=r"a\.org:2: more than 40 characters stand under this headline"):
        org.read(text.encode(), name="a.org", options=OPTIONS)
