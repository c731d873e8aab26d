"""Who is in the year: Mira, who leads eight; whom she mentors and who mentors her."""

import datetime

from growth.records.person import Person, Relation
from tests.year.days import Numbers, at
from tests.year.story import Story, read

ME = "mira"
DIRECTS = ("ana", "ben", "chi", "dara", "emil", "fay", "gus", "hana")
# Outside of the team: handle, name, what they are to Mira.
OTHERS = (
    ("lena", "Lena Ortiz", "peer"), ("sofia", "Sofia Marsh", "other"), ("otto", "Otto Brandt", "manager"),
)  # fmt: skip
_BEGUN = datetime.date(2023, 1, 9)


def stories() -> dict[str, Story]:
    """Return the story of each of the eight."""
    return {handle: read(handle) for handle in DIRECTS}


def direct(story: Story, numbers: Numbers) -> Person:
    """Return one of the eight, as Mira knows them."""
    since = max(datetime.date.fromisoformat(story.about["since"]), _BEGUN)
    return Person(
        id=numbers.id("p", since),
        name=story.about["name"],
        handles=(story.handle,),
        emails=(story.about["email"],),
        relations=(Relation("direct", since),),
        meets=story.about["meets"],
        created=at(since, 9),
    )


def others(numbers: Numbers) -> list[Person]:
    """Return the people outside of the team."""
    return [
        Person(
            id=numbers.id("p", _BEGUN),
            name=name,
            handles=(handle,),
            emails=(f"{name.replace(' ', '.').lower()}@example.com",),
            relations=(Relation(relation, _BEGUN),),  # type: ignore[arg-type]  # from the table above
            created=at(_BEGUN, 9),
        )
        for handle, name, relation in OTHERS
    ]


def manager(story: Story, numbers: Numbers) -> Person:
    """Return Mira, as one of the eight knows her."""
    since = datetime.date.fromisoformat(story.about["since"])
    me = read(ME)
    return Person(
        id=numbers.id("p", since),
        name=me.about["name"],
        handles=(ME,),
        emails=(me.about["email"],),
        relations=(Relation("manager", since),),
        created=at(since, 9),
    )


def mentored(handle: str) -> str:
    """Return who of the eight mentors one of them."""
    return next(name for name, story in stories().items() if story.about["mentors"].split()[0] == handle)
