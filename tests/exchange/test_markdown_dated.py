"""Dated Markdown read into entries: what becomes one, what gives it its day, kind, tags and project."""

import datetime
import re
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from growth.errors import WrongUsage
from growth.exchange import markdown_dated
from growth.records.imported import Found, Reading, ReadOptions

OPTIONS = ReadOptions(today=datetime.date(2026, 11, 24))


def read(data: bytes, *, name: str, options: ReadOptions = OPTIONS) -> Reading:
    return markdown_dated.read(data, name=name, options=options)


def reading(text: str, name: str = "notes.md") -> Reading:
    return read(dedent(text).encode(), name=name)


def rows(text: str, name: str = "notes.md") -> list[tuple[str, str, str, str]]:
    """Return day, precision, kind and title of each entry; nothing may be misread."""
    result = reading(text, name)
    assert result.misread == ()
    return [(str(entry.day), entry.precision, entry.kind, entry.title) for entry in result.found]


def only(text: str, name: str = "notes.md") -> Found:
    (entry,) = reading(text, name).found
    return entry


BRAG = """\
    # 2021

    ## Goals for This Year

    * Learn to say no.

    ## Projects

    ### Ranker for Search

    * Cut the build
      time by half. See [the change](https://example.org/pull/1){target=_blank}.
    * Storage
      * a table
      * a cache

    #### Tooling

    * Linter

    ### Loader

    Moved the loader, see [here](https://example.org/loader).

    ## Design & Documentation

    —

    ## What I Learned

    * [Nov 22-24, 2021] How caches
    lie

    ## Outside of Work

    ### Talks

    * [Oct 25, 2021] [Caches](https://example.org/caches)
    for the meetup
    * [Mar 4] Queues

    ### Books Read

    * A book
"""


def test_a_brag_document() -> None:
    assert rows(BRAG, "2021.md") == [
        ("2021-12-31", "year", "note", "Learn to say no."),
        (
            "2021-12-31",
            "year",
            "work",
            "Cut the build time by half. See [the change](https://example.org/pull/1).",
        ),
        ("2021-12-31", "year", "work", "Storage"),
        ("2021-12-31", "year", "work", "Linter"),
        ("2021-12-31", "year", "work", "Loader"),
        ("2021-11-24", "day", "learning", "How caches lie (Nov 22-24, 2021)"),
        ("2021-10-25", "day", "talk", "[Caches](https://example.org/caches) for the meetup"),
        ("2021-03-04", "day", "talk", "Queues"),
        ("2021-12-31", "year", "learning", "A book"),
    ]


def test_headings_give_tags_and_projects() -> None:
    goal, ranker, storage, linter, loader, learned, talk, _, book = reading(BRAG).found
    assert (goal.tags, goal.project) == (("goal",), "")
    assert (ranker.tags, ranker.project, ranker.links) == (
        (),
        "Ranker for Search",
        ("https://example.org/pull/1",),
    )
    assert (storage.body, storage.line) == ("* a table\n* a cache", 13)
    assert (linter.tags, linter.project) == (("tooling",), "Ranker for Search")
    assert (loader.project, loader.body) == (
        "Loader",
        "Moved the loader, see [here](https://example.org/loader).",
    )
    assert learned.tags == ()
    assert talk.tags == ("outside-work",)
    assert book.tags == ("outside-work", "book")


WORKLOG = """\
    # Timelog

    ## Week 1

    ### 25 Sept 2019

    * *0.5 hour* Set up the repository
    * *1.5 hours* Reading
    * *1.5 hours* Reading

    ### 26 Sept 2019

    ## Week 2

    ### 31 Sept 2019

    * *2 hours* Lost in the calendar

    ### 29 November 2019

    * (1h 30m) Meeting
"""


def test_a_worklog() -> None:
    result = reading(dedent(WORKLOG).replace("\n", "\r\n"), "log.md")
    assert [(str(entry.day), entry.title, entry.spent) for entry in result.found] == [
        ("2019-09-25", "Set up the repository", 30),
        ("2019-09-25", "Reading", 90),
        ("2019-09-25", "Reading", 90),
        ("None", "Lost in the calendar", 120),
        ("2019-11-29", "Meeting", 90),
    ]
    assert [(piece.line, piece.text, piece.why) for piece in result.misread] == [
        (15, "31 Sept 2019", "September has 30 days")
    ]
    assert result.structure == (1, 3, 5, 11, 13, 15, 19)
    assert [entry.tags for entry in result.found] == [(), (), (), ("week-2",), ()]


WEEKNOTES = """\
    ---
    title: "Week notes 30"  # a comment
    date: 2024-07-30
    tags:
      - weeknotes
      - Open Data
    draft: |
      nested: things
    ---

    A short week.

    ## Shipped the loader

    I shipped [it](https://example.org).

    1. first
    2. second

    Then I rested.

    ```sh
    # not a heading
    - not a bullet
    ```

    ## Links

    - [One](https://example.org/one) A long read.
      > A quote.
    - Two

    Nothing else.

    ## Bits and bobs

    - A bit
"""


def test_weeknotes() -> None:
    result = reading(WEEKNOTES)
    assert [(entry.kind, entry.title, entry.tags) for entry in result.found] == [
        ("work", "Week notes 30", ("weeknotes", "open-data")),
        ("work", "Shipped the loader", ("weeknotes", "open-data")),
        ("learning", "[One](https://example.org/one) A long read.", ("weeknotes", "open-data", "link")),
        ("learning", "Two", ("weeknotes", "open-data", "link")),
        ("learning", "Nothing else.", ("weeknotes", "open-data", "link")),
        ("work", "A bit", ("weeknotes", "open-data", "bits-and-bobs")),
    ]
    assert {str(entry.day) for entry in result.found} == {"2024-07-30"}
    assert result.found[1].body == (
        "I shipped [it](https://example.org).\n\n1. first\n2. second\n\nThen I rested.\n\n"
        "```sh\n# not a heading\n- not a bullet\n```"
    )
    assert result.found[2].body == "> A quote."
    assert result.misread == ()


def test_a_note_of_what_was_learned_is_one_undated_entry() -> None:
    text = """\
        # Go back to the branch before

        A dash is enough:

        ```bash
        $ git switch -
        ```

        - It works twice
    """
    entry = only(text, "git/switch-back.md")
    assert (entry.day, entry.precision, entry.title) == (None, "none", "Go back to the branch before")
    assert entry.body == "A dash is enough:\n\n```bash\n$ git switch -\n```\n\n- It works twice"
    assert (entry.tags, entry.project) == ((), "")


def test_a_day_heading_with_words_is_one_entry() -> None:
    entry = only("## 2021-03-04 Posted [an essay](https://example.org)\n\n- 900 words\n- sent to the list\n")
    assert (str(entry.day), entry.title) == ("2021-03-04", "Posted [an essay](https://example.org)")
    assert (entry.body, entry.line) == ("- 900 words\n- sent to the list", 1)


def test_bullets_before_prose_are_entries_of_their_own() -> None:
    text = "## Bits and bobs\n\n- one\n- two\n\nNot much. It was a slow week.\n"
    assert [row[3] for row in rows(text)] == ["one", "two", "Not much. It was a slow week."]


def test_under_a_bare_day_bullets_and_prose_are_entries_of_their_own() -> None:
    text = "## 2021-03-04\n\nWorked from home.\nQuiet.\n\n- one\n- two\n"
    assert [row[3] for row in rows(text)] == ["Worked from home. Quiet.", "one", "two"]


def test_days_of_a_week_and_months_of_a_year() -> None:
    text = (
        "# 2021\n## Week 12\n### Monday\n- one\n## March\n- two\n## Q3\n- three\n# 2022\n## 4 May\n- four\n"
    )
    assert [row[:2] for row in rows(text)] == [
        ("2021-03-22", "day"),
        ("2021-03-31", "month"),
        ("2021-09-30", "quarter"),
        ("2022-05-04", "day"),
    ]


@pytest.mark.parametrize(
    ("name", "day", "precision"),
    [
        ("2021.md", "2021-12-31", "year"),
        ("brag-2021.md", "2021-12-31", "year"),
        ("/home/ana/2019/2021-03.md", "2021-03-31", "month"),
        ("2021-03-04.md", "2021-03-04", "day"),
        ("20210304.txt", "2021-03-04", "day"),
        ("weeknotes-2021W12.md", "2021-03-28", "day"),
        ("2021-Q2", "2021-06-30", "quarter"),
        ("notes-12345678.md", "None", "none"),
    ],
)
def test_a_file_name_gives_the_date(name: str, day: str, precision: str) -> None:
    assert rows("- one\n", name) == [(day, precision, "work", "one")]


def test_front_matter_outweighs_the_file_name_and_a_heading_both() -> None:
    text = "---\ndate: 2021-03-04\n---\n- one\n## 2022-01-02\n- two\n"
    assert [row[0] for row in rows(text, "2020.md")] == ["2021-03-04", "2022-01-02"]


def test_a_bad_date_in_front_matter_is_told() -> None:
    result = reading("---\ndate: soon\n---\n- one\n", "2020.md")
    assert [(piece.line, piece.text, piece.why) for piece in result.misread] == [
        (2, "soon", "not a date that is read here")
    ]
    assert str(result.found[0].day) == "2020-12-31"


def test_a_day_that_cannot_be_gets_none_of_the_quarter_it_stands_in() -> None:
    result = reading(
        """\
        # 2026

        ## Q1

        - 2026-02-30: cut the build
        - made the tea

        ### 2026-02-31

        - wrote the guide
        - Mar 4: rested

        2026-02-30: some prose.

        ## Q2

        - walked
        """
    )
    assert [(piece.line, piece.why, piece.kept and piece.kept.day) for piece in result.misread] == [
        (5, "February 2026 has 28 days", None),
        (8, "February 2026 has 28 days", None),
        (13, "February 2026 has 28 days", None),
    ]
    assert [(str(entry.day), entry.precision, entry.title) for entry in result.found] == [
        ("2026-03-31", "quarter", "made the tea"),
        ("None", "none", "wrote the guide"),
        ("2026-03-04", "day", "rested"),
        ("2026-06-30", "quarter", "walked"),
    ]


def test_a_bullet_with_a_day_that_cannot_be_is_held_back() -> None:
    result = reading("# 2019\n- [Sep 31] Cut the build\n  - by half\n- [Mar 4] Rested\n")
    (piece,) = result.misread
    assert (piece.line, piece.text, piece.why) == (
        2,
        "- [Sep 31] Cut the build\n  - by half",
        "September has 30 days",
    )
    assert piece.kept is not None
    assert (piece.kept.day, piece.kept.precision) == (None, "none")
    assert (piece.kept.title, piece.kept.body) == ("[Sep 31] Cut the build", "- by half")
    assert [entry.title for entry in result.found] == ["Rested"]


def test_a_day_without_a_year_is_held_back() -> None:
    (piece,) = reading("- [Mar 4] Cut the build\n").misread
    assert piece.why == "a day without a year"
    assert piece.kept is not None
    assert (piece.kept.day, piece.kept.title) == (None, "[Mar 4] Cut the build")


def test_bullets_that_are_only_a_date_hold_entries() -> None:
    text = "- 2021-03-04\n  - one\n  - two\n    - more\n- 2021-03-05\n  prose of the day\n"
    result = reading(text)
    assert [(str(entry.day), entry.line, entry.title, entry.body) for entry in result.found] == [
        ("2021-03-04", 2, "one", ""),
        ("2021-03-04", 3, "two", "- more"),
        ("2021-03-05", 5, "prose of the day", ""),
    ]


def test_boxes() -> None:
    done, todo = reading("- [x] one\n- [ ] two\n").found
    assert (done.kind, done.title, done.tags) == ("work", "one", ())
    assert (todo.kind, todo.title, todo.tags) == ("note", "two", ("plan",))


def test_paragraphs_that_start_with_a_date() -> None:
    text = "# 2011\n## Projects\n### Scanner\n[Jan - Mar, 2011] Built it.\n\nIt worked.\n\n[Apr 1] Ran it.\n"
    result = reading(text)
    assert [(str(entry.day), entry.precision, entry.title, entry.body) for entry in result.found] == [
        ("2011-03-31", "quarter", "Built it.", "It worked."),
        ("2011-04-01", "day", "Ran it.", ""),
    ]
    assert {entry.project for entry in result.found} == {"Scanner"}


def test_a_heading_with_nothing_under_it() -> None:
    result = reading(
        "# Log\n## 2021-03-04 Shipped\n## Fixed the build\n## Talks\n## Later\n—\n### 4 May 2021\n"
    )
    assert [(str(entry.day), entry.title) for entry in result.found] == [("2021-03-04", "Shipped")]
    (piece,) = result.misread
    assert (piece.line, piece.text, piece.why) == (3, "Fixed the build", "a heading with nothing under it")
    assert piece.kept is not None
    assert piece.kept.title == "Fixed the build"


def test_comments_are_skipped_but_not_in_code_or_when_never_closed() -> None:
    text = (
        "- one <!-- no -->\n<!-- a\n- two\n-->\n- `<!--` three\n```\n<!-- four -->\n```\n<!-- five\n- six\n"
    )
    result = reading(text)
    assert [entry.title for entry in result.found] == ["one", "`<!--` three", "<!-- four -->", "six"]
    assert "five" in result.found[2].body
    assert result.structure == (2, 3, 4)


def test_a_fence_that_is_never_closed_swallows_nothing() -> None:
    assert [row[3] for row in rows("- one\n- ```\n- two\n````\n\n```\n\n- three\n")] == [
        "one",
        "two",
        "three",
    ]


def test_code_under_a_bullet_stays_as_it_is() -> None:
    entry = only("- Run it:\n\n  ```sh\n  cd x\n\n    - y\n  ```\n\n  and look\n")
    assert entry.body == "```sh\ncd x\n\n  - y\n```\n\nand look"


def test_links_by_reference_are_put_where_they_are_used() -> None:
    text = """\
        - See [the change][pr] and [notes] but [x] not
        - See [the
          talk][talk]

        [pr]: https://example.org/1
        [Notes]: <https://example.org/2>
        [talk]: https://example.org/3
        [lost]: https://example.org/4
        [//]: #
    """
    result = reading(text)
    one, two = result.found
    assert (
        one.title == "See [the change](https://example.org/1) and [notes](https://example.org/2) but [x] not"
    )
    assert two.title == "See [the talk](https://example.org/3)"
    assert one.links == ("https://example.org/1", "https://example.org/2")
    assert [(piece.line, piece.text) for piece in result.misread] == [(8, "[lost]: https://example.org/4")]


def test_links_are_collected_once_and_without_the_punctuation_around_them() -> None:
    entry = only(
        "- (see https://example.org/a_(b)), <https://example.org/c>. https://example.org/c!\n"
        "  - mailto:ana@example.org and `https://example.org/code`\n"
    )
    assert entry.links == ("https://example.org/a_(b)", "https://example.org/c", "mailto:ana@example.org")


def test_a_long_bullet_gives_its_first_sentence_as_title_and_cuts_no_link() -> None:
    link = "[Is it enough? No.](https://example.org/" + "x" * 90 + ")"
    entry = only(
        f"- Wrote {link} for all of us. It was read by many people, and more of them than I had hoped.\n"
    )
    assert entry.title == f"Wrote {link} for all of us."
    assert entry.body == "It was read by many people, and more of them than I had hoped."


@pytest.mark.parametrize(
    "marked",
    [
        "**It was read. By many people.**",
        "_It was read. By many people._",
        "*It was read. By many people.*",
        "`It was read. By many people.`",
        "[It was read. By many people.](https://example.org/a)",
    ],
)
def test_no_title_ends_inside_of_code_emphasis_or_a_link(marked: str) -> None:
    words = "more of them than I had hoped " * 6
    entry = only(f"- Wrote an essay {marked} and {words}for. It was short.\n")
    assert (entry.title, entry.body) == (f"Wrote an essay {marked} and {words}for.", "It was short.")


def test_footnotes_are_told_and_held_back() -> None:
    result = reading(
        "# 2021\n## Talks\n- One[^1]\n- Two\n[^1]: In the *old*\n  house\n[^n]: https://example.org/n\n\n"
        "## Search\n\nMade it faster.[^2]\n\n[^2]: By half.\n\n## 2021-03-04 Rested\n\n[^3]: Not long.\n"
    )
    assert [(str(entry.day), entry.title, entry.body) for entry in result.found] == [
        ("2021-12-31", "One[^1]", ""),
        ("2021-12-31", "Two", ""),
        ("2021-12-31", "Search", "Made it faster.[^2]"),
        ("2021-03-04", "Rested", ""),
    ]
    assert [(piece.line, piece.text, piece.why) for piece in result.misread] == [
        (5, "[^1]: In the *old*\n  house", "a footnote"),
        (7, "[^n]: https://example.org/n", "a footnote"),
        (13, "[^2]: By half.", "a footnote"),
        (17, "[^3]: Not long.", "a footnote"),
    ]
    assert [piece.kept.title for piece in result.misread if piece.kept] == [
        "In the *old* house", "https://example.org/n", "By half.", "Not long.",
    ]  # fmt: skip


def test_signs_in_imported_text_are_text() -> None:
    entry = only("- Asked @ana about #latency in +ranker\n")
    assert (entry.title, entry.tags, entry.project) == ("Asked @ana about #latency in +ranker", (), "")


def test_a_table_of_contents_is_no_list_of_entries() -> None:
    assert rows("# Log\n\n- [Talks](#talks)\n  - [One](#one)\n\n## Talks\n\n- One\n") == [
        ("None", "none", "talk", "One")
    ]


def test_underlined_headings_a_byte_order_mark_and_numbered_lists() -> None:
    text = "\ufeff2021-03-04\n==========\n\n1. one\n2. two\n\nTalks\n-----\n\n+ three\n"
    assert [(row[0], row[2], row[3]) for row in rows(text)] == [
        ("2021-03-04", "work", "one"),
        ("2021-03-04", "work", "two"),
        ("2021-03-04", "talk", "three"),
    ]


def test_short_headings_are_tags_and_long_ones_projects() -> None:
    text = "# Log\n## Search quality\n- one\n## Things that had to be said about the search\n- two\n"
    one, two = reading(text).found
    assert (one.tags, one.project) == (("search-quality",), "")
    assert (two.tags, two.project) == ((), "Things that had to be said about the search")


def test_letters_of_any_script_make_a_tag() -> None:
    assert only("# Log\n## ภาษาไทย Größe\n- one\n").tags == ("ภาษาไทย-größe",)


def test_a_year_before_a_word_of_the_trade_but_not_before_any_other() -> None:
    assert rows("## 2021 Goals\n- one\n## 2000 users reached\n- two\n") == [
        ("2021-12-31", "year", "note", "one"),
        ("None", "none", "work", "two"),
    ]


@pytest.mark.parametrize(
    ("heading", "kind", "tags"),
    [
        ("🎤 Talks", "talk", ()),
        ("Goals for 2022", "note", ("goal",)),
        ("Goal Summary for This Year", "note", ("goal",)),
        ("What you learned", "learning", ()),
        ("What I've learned this quarter", "learning", ()),
        ("Next steps", "note", ("plan",)),
        ("Code reviews", "review", ()),
        ("**Highlights:**", "win", ()),
        ("Challenges", "challenge", ()),
        ("Open-source work", "work", ("open-source",)),
        ("Done", "work", ()),
    ],
)
def test_headings_that_say_a_kind(heading: str, kind: str, tags: tuple[str, ...]) -> None:
    entry = only(f"## {heading}\n- one\n")
    assert (entry.kind, entry.tags) == (kind, tags)


@pytest.mark.parametrize(
    ("matter", "tags"),
    [
        ("tags: [one, 'two three', ]", ("one", "two-three")),
        ("tags: one # not two", ("one",)),
        ("tags: # none", ()),
        ('# only a note\n\ntags:\n- one\n- "two"  # more', ("one", "two")),
        ("Keywords: one\ncategories: one", ("one",)),
    ],
)
def test_tags_of_the_front_matter(matter: str, tags: tuple[str, ...]) -> None:
    assert only(f"---\n{matter}\n---\n- an entry\n").tags == tags


def test_rules_at_the_top_are_no_front_matter() -> None:
    assert [row[3] for row in rows("---\n- one\n---\n- two\n")] == ["one", "two"]
    assert [row[3] for row in rows("---\n- one\n")] == ["one"]


def test_a_longer_heading_is_no_word_of_the_trade() -> None:
    heading = "Talks that I would have liked to give if there had been a room for them"
    (entry,) = reading(f"# Log\n## {heading}\n- one\n").found
    assert (entry.kind, entry.project) == ("work", heading)


def test_a_long_sentence_stays_whole() -> None:
    words = "word " * 80
    assert only(f"- {words}\n").title == words.strip()
    assert only(f"- {words}. And more.\n").body == ""


def test_a_date_over_prose_is_kept_as_title_where_nothing_else_is() -> None:
    entry = only("- [Mar 4, 2021]\n\n  prose of the day\n\n  and more\n")
    assert (str(entry.day), entry.title) == ("2021-03-04", "prose of the day")
    assert only("- [Mar 4, 2021]\n").title == "[Mar 4, 2021]"
    assert only("```\n- code\n```\n").body == "```\n- code\n```"


def test_comments_of_one_line_and_of_many() -> None:
    result = reading("- one <!--> two\n- three <!-- a\nb --> four <!-- c --> five <!-- d\n- six\n")
    assert [entry.title for entry in result.found] == ["one two", "three four five <!-- d", "six"]


def test_what_is_not_utf8_is_refused() -> None:
    with pytest.raises(WrongUsage, match=r"old\.md is not UTF-8: byte 0xe9 at offset 5"):
        read(b"# caf\xe9\n", name="old.md")


# The law: nothing is dropped in silence.

COMMENT = re.compile(r"<!-(?=-).*?-->", re.DOTALL)
WORDS = re.compile(r"[^\W_]+")


def everything(result: Reading, text: str) -> set[str]:
    """Return the words of all entries, of what was misread and of the lines that are structure."""
    lines = re.split(r"\r\n|\n|\r", text.removeprefix("\ufeff"))
    pieces = [lines[line - 1] for line in result.structure]
    entries = [*result.found, *(piece.kept for piece in result.misread if piece.kept)]
    pieces += [f"{entry.title}\n{entry.body}" for entry in entries]
    pieces += [piece.text for piece in result.misread]
    return {word for piece in pieces for word in WORDS.findall(piece)}


# Without digits no date and no duration can be taken off, and without x no box: every word must be left.
SIGNS = "#*-+>|_=~`:.[]()<!/\\\"'é\tabc \n\r"
PIECES = st.sampled_from(
    ["# ", "## ", "- ", "  - ", "* ", "\n", "\n\n", "```", "~~~", "---", "<!--", "-->", "> ", "word", " talk"]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(alphabet=SIGNS, max_size=12)), max_size=60).map("".join))
def test_no_word_is_lost(text: str) -> None:
    result = read(text.encode(), name="notes.md")
    assert set(WORDS.findall(COMMENT.sub(" ", text))) <= everything(result, text)


DATES = st.sampled_from(
    ["2021-03-04", "[Mar 4]", "31 Sep 2021", "Q3 2021", "[Dec 20-21, 2021]", "04/03/2021"]
)
FRONTS = st.sampled_from(["", "- ", "  - ", "## ", "### ", "- [ ] ", "- *2h* ", "1. "])


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Draw lines that each hold one word of their own, with dates and durations before them."""
    lines, words = [], []
    for number in range(draw(st.integers(1, 25))):
        word = f"w{number}q"
        date = draw(st.one_of(st.just(""), DATES))
        lines.append(
            f"{draw(FRONTS)}{date} {word}" + draw(st.sampled_from(["", "\n", "\n\n", ":", ". More."]))
        )
        words.append(word)
    return "\n".join(lines), words


@settings(max_examples=300, deadline=None)
@given(documents(), st.sampled_from(["notes.md", "2021.md"]))
def test_no_line_is_lost_whatever_date_it_has(document: tuple[str, list[str]], name: str) -> None:
    text, words = document
    result = read(text.encode(), name=name)
    assert set(words) <= everything(result, text)
    for entry in result.found:
        assert entry.title.strip()
        assert (entry.day is None) == (entry.precision == "none")
        assert entry.day is None or entry.day.year in (2021, 2020)


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.binary(max_size=200), st.text(max_size=400).map(str.encode)))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        result = read(data, name="notes.md")
    except WrongUsage:
        return
    assert isinstance(result, Reading)
    assert all(isinstance(entry.day, datetime.date | None) for entry in result.found)


def test_a_picture_without_words_is_no_entry_and_told_with_its_line() -> None:
    text = """\
        # 2026-11-20

        - Fixed it ![](a.png)
        - ![](b.png)
        - 2026-11-19: ![](c.png)
        - ![The new queue](d.png)

        ## 2026-11-21

        ![](e.png) ![][f]

        [![](g.svg)](https://example.org)

        ## 2026-11-22 Offsite

        ![](h.png)
        """
    result = reading(text)
    assert [found.title for found in result.found] == [
        "Fixed it ![](a.png)", "![The new queue](d.png)", "Offsite",
    ]  # fmt: skip
    assert [(piece.line, piece.why, piece.kept) for piece in result.misread] == [
        (line, "a picture without words", None) for line in (4, 5, 10)
    ]
