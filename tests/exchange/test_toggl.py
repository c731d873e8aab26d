"""The detailed reports of Toggl and Clockify."""

import pytest

from growth.errors import WrongUsage
from growth.exchange.formats import Head
from growth.exchange.toggl import is_one, read
from growth.records.dates import Day
from growth.records.imported import Found, Reading, ReadOptions

HEAD = (
    "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,"
    "Duration,Tags,Amount ()\n"
)
ANA = """\
Ana,ana@example.org,Bakery,Site,,Home page,Yes,2026-11-20,09:00:00,2026-11-20,10:00:10,01:00:10,"css, web ui",
Ana,ana@example.org,Bakery,Site,,Home page,Yes,2026-11-20,11:00:00,2026-11-20,11:29:50,00:29:50,,
Ana,ana@example.org,,Site,Design,,No,2026-11-21,11:00:00,2026-11-21,11:30:00,00:30:00,,
"""
BO = "Bo,bo@example.org,,Site,,Logo,No,2026-11-20,09:00:00,2026-11-20,10:00:00,01:00:00,,\n"
CLOCKIFY = (
    '"Project","Client","Description","Task","User","Group","Email","Tags","Billable","Start Date",'
    '"Start Time","End Date","End Time","Duration (h)","Duration (decimal)"\n'
    '"Site","Bakery","Home","Design","Ana","","","css","Yes","11/20/2026","10:00:00 AM","11/20/2026",'
    '"12:00:00 PM","02:00:00","2.00"\n'
    '"Site","","Mail","","Ana","","","","No","11/02/2026","01:00:00 PM","11/02/2026","01:30:00 PM",'
    '"00:30:00","0.50"\n'
)
SEEDS = [(HEAD + ANA + BO).encode(), CLOCKIFY.encode()]


def reading(text: str, *me: str, each: bool = False, dates: str = "") -> Reading:
    options = ReadOptions(today=Day(2026, 11, 24), me=frozenset(me), each=each, dates=dates)
    return read(text.encode(), name="report.csv", options=options)


def test_one_entry_a_day_project_and_description() -> None:
    result = reading(HEAD + ANA)
    first, second = result.found
    assert first == Found(
        line=2, day=Day(2026, 11, 20), precision="day", title="Home page", body="Client: Bakery",
        tags=("css", "web-ui"), project="Site", spent=90, source=first.source, version=first.version,
    )  # fmt: skip
    assert (second.title, second.body, second.spent) == ("Design", "", 30)
    assert dict(result.columns) == {
        "User": "user", "Email": "email", "Client": "client", "Project": "project", "Task": "task",
        "Description": "description", "Billable": "", "Start date": "day", "Start time": "clock",
        "End date": "", "End time": "", "Duration": "spent", "Tags": "tags", "Amount ()": "",
    }  # fmt: skip


def test_each_row_by_its_start() -> None:
    found = reading(HEAD + ANA, each=True).found
    assert [one.spent for one in found] == [60, 30, 30]
    assert len({one.source for one in found}) == 3


def test_more_time_is_another_version() -> None:
    one, both = reading(HEAD + ANA.split("\n")[0]).found[0], reading(HEAD + ANA).found[0]
    assert one.source == both.source
    assert one.version != both.version


def test_the_time_of_others_is_not_mine() -> None:
    result = reading(HEAD + ANA + BO, "bo@example.org")
    assert [one.title for one in result.found] == ["Logo"]
    assert result.left == (("rows of other people", 3),)
    with pytest.raises(WrongUsage) as refused:
        reading(HEAD + ANA + BO, "cy@example.org")
    assert refused.value.message == "report.csv holds the time of 2 people: ana@example.org, bo@example.org"
    assert refused.value.hint == "say which are you: --author WHO"


def test_clockify_writes_the_month_first() -> None:
    result = reading(CLOCKIFY)
    assert [(str(one.day), one.title, one.body, one.spent) for one in result.found] == [
        ("2026-11-02", "Mail", "", 30),
        ("2026-11-20", "Home", "Client: Bakery\nTask: Design", 120),
    ]
    with pytest.raises(
        WrongUsage, match=r"11/02/2026 in the column 'Start Date' can be 11 February or 2 November"
    ):
        reading(CLOCKIFY.replace("11/20/2026", "11/02/2026"))
    assert len(reading(CLOCKIFY.replace("11/20/2026", "11/02/2026"), dates="%m/%d/%Y").found) == 2


def test_what_cannot_be_is_told() -> None:
    text = HEAD + ANA.replace("2026-11-21", "2026-11-31").replace("01:00:10", "long") + "a,b\n"
    result = reading(text)
    assert [(one.line, one.why) for one in result.misread] == [
        (2, "'long' is no time spent"),
        (4, "'2026-11-31': November has 30 days"),
        (5, "2 values under 14 columns; no day; '' is no time spent"),
    ]
    assert [one.spent for one in result.found] == [30]


def test_what_a_report_looks_like() -> None:
    assert is_one(Head((HEAD + ANA).encode(), "a.csv"))
    assert is_one(Head(CLOCKIFY.encode(), "-"))
    assert not is_one(Head(b"Date,Title\n", "a.csv"))
    assert not is_one(Head(b"Project,Description,Duration\n", "a.csv"))
    with pytest.raises(WrongUsage, match="has no column 'start date': it is no detailed report"):
        reading("Project,Description,Duration\n")


@pytest.mark.parametrize("each", [False, True])
def test_a_long_report_is_read_as_a_short_one(monkeypatch: pytest.MonkeyPatch, each: bool) -> None:
    rows = [
        f"Ana,ana@example.org,,Site,,Task {n % 3},No,2026-11-{1 + n * 7 % 20:02},,,,00:30:00,,\n"
        for n in range(80)
    ]
    text = HEAD + "".join(rows) + BO + BO.replace("01:00:00", "soon").replace("Bo,bo", "Ana,ana")
    short = reading(text, "ana@example.org", each=each)
    monkeypatch.setattr("growth.records.packed.FEW", 5)
    monkeypatch.setattr("growth.records.packed.PART", 7)
    long = reading(text, "ana@example.org", each=each)
    assert [*long.found] == [*short.found] and [*long.misread] == [*short.misread]
    assert (len(short.found), len(short.misread), long.left) == (80 if each else 60, 1, short.left)
    assert short.left == (("row of other people", 1),)


def test_a_day_has_no_end_of_stretches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("growth.exchange.stretches.MOST_A_DAY", 1)
    with pytest.raises(WrongUsage, match="more than 1 stretches of time on 2026-11-20"):
        reading(HEAD + ANA)
