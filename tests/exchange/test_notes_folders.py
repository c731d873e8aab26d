"""Notes as Obsidian, Logseq and Dendron keep them: links, properties, tasks, front matter of every shape."""

import datetime
from textwrap import dedent

import pytest

from growth.exchange import markdown_dated, wiki_links
from growth.records.imported import Found, Reading, ReadOptions

SEEDS = (
    b"---\ndate: 2026-03-04\ntags: [a, 'b c']\ntitle: >\n  Long\n  title\n---\n- met [[Ana Silva|Ana]]\n",
    b"tags:: a, b\n- DONE one\n  id:: 12\n  :LOGBOOK:\n  CLOCK: [2026-03-04]\n  :END:\n- LATER two\n",
    "## 28–30 Aug 2023: Offsite\r\n- one\r\n## 31 Sep\r\n- two\r\n".encode(),
    b"[[2026-03-01]] << | >> [[2026-03-03]]\n- ![[a.png]]\n# Tuesday\n- 04/05/2026 one\n- two (Jan 14)\n",
)


def read(text: str, name: str = "notes.md", **more: str) -> Reading:
    options = ReadOptions(today=datetime.date(2026, 11, 24), **more)  # type: ignore[arg-type]  # lang and dates
    return markdown_dated.read(dedent(text).encode(), name=name, options=options)


def days(found: tuple[Found, ...]) -> list[tuple[str, str]]:
    return [(str(one.day), one.title) for one in found]


def test_the_range_of_a_heading_stays_in_words() -> None:
    result = read(
        """\
        ## 2023-08-28 to 2023-08-30
        - one
        - 2023-08-29: two
        ## 28–30 Aug 2023: Offsite
        We met.
        ## 2026-W10
        - three
        - 28–30 Aug 2023: four
        """
    )
    assert days(result.found) == [
        ("2023-08-30", "one (2023-08-28 to 2023-08-30)"),
        ("2023-08-29", "two"),
        ("2023-08-30", "Offsite (28–30 Aug 2023)"),
        ("2026-03-08", "three"),
        ("2023-08-30", "four (28–30 Aug 2023)"),
    ]


@pytest.mark.parametrize(
    "heading", ["2026-W10 (2–8 Mar)", "Week 10: 2–8 March 2026", "Week 10 (2026-03-02 to 2026-03-08)"]
)
def test_a_week_that_names_its_days(heading: str) -> None:
    (found,) = read(f"## {heading}\n- one\n").found
    assert str(found.day) == "2026-03-08"


def test_a_day_in_the_name_that_no_calendar_has_is_told() -> None:
    result = read("- one\n", "2026-02-30.md")
    assert days(result.found) == [("None", "one")]
    assert [(piece.line, piece.text, piece.why) for piece in result.misread] == [
        (1, "2026-02-30.md", "in the name of the file: February 2026 has 28 days")
    ]


@pytest.mark.parametrize(
    ("matter", "day"),
    [
        ("date: 2026-03-04", "2026-03-04"),
        ("date: '2026-03-04 10:00'", "2026-03-04"),
        ('date: "[[2026-03-04]]"', "2026-03-04"),
        ("date: [[2026-03-04]]", "2026-03-04"),
        ("date: 4 March 2026", "2026-03-04"),
        ("created: 2026-03-04T23:30:00+09:00", "2026-03-04"),
        ("date: 2026-03-04T00:00:00Z", "2026-03-04"),
        ("created: 1772582400000", "2026-03-04"),
        # What the name says is the day of the notes, whenever the file was made.
        ("created: 2026-03-07", "2026-03-05"),
        ("date: >\n  2026-03-04", "2026-03-04"),
    ],
)
def test_the_day_of_the_front_matter(matter: str, day: str) -> None:
    name = "2026-03-05.md" if "03-07" in matter else "notes.md"
    result = read(f"---\n{matter}\n---\n- one\n", name)
    assert (days(result.found), result.misread) == ([(day, "one")], ())


def test_an_instant_of_utc_is_a_day_where_the_reader_is(monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        found = read("---\ncreated: 2026-03-04T20:00:00Z\n---\n- one\n").found
    finally:
        monkeypatch.undo()
        time.tzset()
    assert days(found) == [("2026-03-05", "one")]


@pytest.mark.parametrize(
    ("matter", "tags"),
    [
        ("tags: a, b", ("a", "b")),
        ("tags: a b", ("a", "b")),
        ("tags: ['one, two', b]", ("one-two", "b")),
        ("tags:\n  - one two\n  - b", ("one-two", "b")),
        ("tag: a", ("a",)),
    ],
)
def test_tags_of_every_shape(matter: str, tags: tuple[str, ...]) -> None:
    assert read(f"---\n{matter}\n---\n- one\n").found[0].tags == tags


def test_a_page_of_logseq() -> None:
    result = read(
        """\
        date:: 2026-03-04
        tags:: cache, ranker
        - DONE Shipped the cache
          id:: 65e5-1
          :LOGBOOK:
          CLOCK: [2026-03-04 Wed 10:00]--[2026-03-04 Wed 11:00]
          :END:
        - LATER Tell Ana
        - Talked of it
          impact:: nobody waits
        """,
        "2026_03_05.md",
    )
    assert result.misread == ()
    assert [(str(one.day), one.kind, one.title, one.body) for one in result.found] == [
        ("2026-03-04", "work", "Shipped the cache", ""),
        ("2026-03-04", "note", "Tell Ana", ""),
        ("2026-03-04", "work", "Talked of it impact:: nobody waits", ""),
    ]
    assert result.found[0].tags == ("cache", "ranker")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("met [[People/Ana Silva|Ana]] twice", "met Ana twice"),
        ("on [[Ranker]] and [[Ranker#Plan]]", "on Ranker and Ranker > Plan"),
        ("![[graph.png]]", "graph.png"),
        ("[[#Plan]] [[Page|]]", "Plan Page"),
        ("`[[ -f x ]]` and ``a [[b]]`` [[c]]", "`[[ -f x ]]` and ``a [[b]]`` c"),
        ("[[one] [[two]]", "[[one] two"),
        ("none", "none"),
    ],
)
def test_links_between_notes_show_their_words(text: str, shown: str) -> None:
    assert wiki_links.plain(text) == shown


def test_links_in_headings_and_code() -> None:
    result = read("## [[Mar 4th, 2026]]\n- one\n\n  ```sh\n  [[ -f x ]]\n  ```\n")
    assert days(result.found) == [("2026-03-04", "one")]
    assert "[[ -f x ]]" in result.found[0].body


def test_a_form_of_ones_own() -> None:
    text = "## 04/03/2026\n- one\n- 05/03/2026: two\n- 06/03/2026 three\n"
    assert days(read(text, dates="%d/%m/%Y").found) == [
        ("2026-03-04", "one"), ("2026-03-05", "two"), ("2026-03-06", "three")
    ]  # fmt: skip
    unsettled = read(text)
    assert [one.day for one in unsettled.found] == [None]
    assert [piece.line for piece in unsettled.misread] == [1, 3, 4]


def test_another_language() -> None:
    text = "## Mittwoch, 4. März 2026\n- eins\n- 28.–30. August 2023: zwei\n"
    assert days(read(text, lang="de").found) == [
        ("2026-03-04", "eins"), ("2023-08-30", "zwei (28.–30. August 2023)")
    ]  # fmt: skip


def told(result: Reading) -> list[tuple[int, str, str | None]]:
    """Return line, reason and the day that is kept of all that was not understood."""
    return [(one.line, one.why, str(one.kept.day) if one.kept else None) for one in result.misread]


def test_a_year_of_two_digits_is_told() -> None:
    text = "# Log\n\n04/05/25\n- walked\n\n05/05/25 - fixed it\n\n1/2/256 of them\n"
    open_ = "leaves open which number is the day, the month and the year"
    assert [(line, why) for line, why, _ in told(read(text))] == [
        (3, f"04/05/25 {open_}"),
        (6, f"05/05/25 {open_}"),
    ]


def test_a_slash_date_before_a_note_is_never_passed_over() -> None:
    text = """\
        ## Q2 2025
        - 04/05/2025 talk at the guild
        - 05/06/2025: paired
        - [x] **06-07-2025**: shipped
        - 25/12/2025 rested
        - 25.06.2025 wrote
        - 13/06/2025 - 14/06/2025: offsite
        - 1/2 of the cache

        ## 04/05/2025 talk
        - walked
        """
    result = read(text)
    assert told(result) == [
        (2, "04/05/2025 can be 4 May or 5 April", "None"),
        (3, "05/06/2025 can be 5 June or 6 May", "None"),
        (4, "06-07-2025 can be 6 July or 7 June", "None"),
        (10, "04/05/2025 can be 4 May or 5 April", None),
    ]
    assert days(result.found) == [
        ("2025-12-25", "rested"),
        ("2025-06-25", "wrote"),
        ("2025-06-14", "offsite (13/06/2025 - 14/06/2025)"),
        ("2025-06-30", "1/2 of the cache"),
        ("None", "walked"),
    ]
    settled = read(text, dates="%d/%m/%Y")
    assert [day for day, _ in days(settled.found)][:2] == ["2025-05-04", "2025-06-05"]
    assert told(settled) == [(4, "06-07-2025 can be 6 July or 7 June", "None")]


def test_a_daily_note_of_obsidian_says_what_it_left_out() -> None:
    text = """\
        ---
        date: 2026-03-02
        tags: [daily]
        aliases:
          - Day 61
        mood: calm
        cssclasses: []
        ---
        [[2026-03-01]] << | >> [[2026-03-03]]

        - Paired with [[Kim|Kim T.]] on [[Ranker|the ranker]]
          ![[Pasted image 20260302.png]]
        - ![[plot.svg]]
        """
    result = read(text)
    assert days(result.found) == [("2026-03-02", "Paired with Kim T. on the ranker")]
    assert (result.found[0].body, result.misread) == ("", ())
    assert result.left == (("embedded files", 2), ("navigation line", 1))
    assert result.columns == (("aliases", ""), ("mood", ""))
    assert result.structure == (1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 13)


def test_properties_of_a_page_that_are_not_used_are_named() -> None:
    assert read("date:: 2026-03-02\nmood:: calm\n- one\n").columns == (("mood", ""),)


WEEKDAY = """\
    Some prose of the day.

    # Tuesday
    - one
    - two

    ## Wednesday:
    Prose
    """


def test_a_heading_that_is_only_a_weekday_is_structure_in_a_daily_note() -> None:
    result = read(WEEKDAY, "2026-03-03.md")
    assert days(result.found) == [
        ("2026-03-03", "Some prose of the day."),
        ("2026-03-03", "one"),
        ("2026-03-03", "two"),
        ("2026-03-03", "Prose"),
    ]
    assert {one.tags for one in result.found} == {()}
    assert result.misread == ()


def test_between_prose_and_bullets_it_swallows_nothing() -> None:
    found = read("# Tuesday\nA calm day.\n\n- one\n- two\n", "2026-03-03.md").found
    assert [one.title for one in found] == ["A calm day.", "one", "two"]


def test_in_a_weekly_note_a_weekday_says_the_day_and_elsewhere_it_stays_a_word() -> None:
    text = "## Tuesday\n- one\n## Friday\n- two\n"
    assert [day for day, _ in days(read(text, "2026-W10.md").found)] == ["2026-03-03", "2026-03-06"]
    assert [one.tags for one in read(text, "2026-03.md").found] == [("tuesday",), ("friday",)]


@pytest.mark.parametrize(
    ("note", "day", "title"),
    [
        ("Onboarded Kim (2025-03-03)", "2025-03-03", "Onboarded Kim"),
        ("Onboarded Kim (Jan 14)", "2025-01-14", "Onboarded Kim"),
        ("Onboarded Kim [14 January].", "2025-01-14", "Onboarded Kim."),
        ("Onboarded Kim (Tue, 14 Jan 2025)", "2025-01-14", "Onboarded Kim"),
        ("(Jan 14) Onboarded Kim", "2025-01-14", "Onboarded Kim"),
        ("Onboarded Kim (25/02/2025)", "2025-02-25", "Onboarded Kim"),
        # More than one day, none, or one that is not that of the note.
        ("From (2025-03-01) to (2025-03-03)", "2025-12-31", "From (2025-03-01) to (2025-03-03)"),
        ("Of 2025-03-01, told (2025-03-03)", "2025-12-31", "Of 2025-03-01, told (2025-03-03)"),
        ("Onboarded Kim (by Jan 14)", "2025-12-31", "Onboarded Kim (by Jan 14)"),
        ("Onboarded Kim (2024)", "2025-12-31", "Onboarded Kim (2024)"),
        ("Onboarded Kim (14)", "2025-12-31", "Onboarded Kim (14)"),
        ("Met Kim (Jan 14-16)", "2025-12-31", "Met Kim (Jan 14-16)"),
        ("See [it](2025-03-03)", "2025-12-31", "See [it](2025-03-03)"),
        ("[ ] Onboard Kim (2025-03-03)", "2025-12-31", "Onboard Kim (2025-03-03)"),
    ],
)
def test_a_day_in_brackets_at_the_end_of_a_note(note: str, day: str, title: str) -> None:
    result = read(f"# 2025\n## Work\n- {note}\n")
    assert (days(result.found), result.misread) == ([(day, title)], ())


def test_a_day_in_brackets_that_can_be_two_or_none_is_told() -> None:
    result = read("# 2025\n- Onboarded Kim (04/05/2025)\n- Left (31 Sep)\n- Told (2025-02-30)\n")
    assert told(result) == [
        (2, "04/05/2025 can be 4 May or 5 April", "None"),
        (3, "September has 30 days", "None"),
        (4, "February 2025 has 28 days", "None"),
    ]


def test_under_a_day_a_note_keeps_it_and_without_a_year_it_has_none() -> None:
    assert days(read("## 2025-03-10\n- Read the report (2025-03-03)\n").found) == [
        ("2025-03-10", "Read the report (2025-03-03)")
    ]
    assert days(read("- Onboarded Kim (Jan 14)\n").found) == [("None", "Onboarded Kim (Jan 14)")]
    assert days(read("- Onboarded Kim (2025-01-14)\n").found) == [("2025-01-14", "Onboarded Kim")]
    body = "# 2025\n- Onboarded Kim (Jan 14)\n  - again (Jan 16)\n"
    assert days(read(body).found) == [("2025-12-31", "Onboarded Kim (Jan 14)")]
