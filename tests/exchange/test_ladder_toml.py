"""The normal form on disk: what is written reads the same, and what is no ladder is told where."""

import datetime
import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.errors import GrowthError
from growth.exchange import ladder_toml
from growth.records.ladder import Criterion, Ladder, Level, Theme

AT = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
SHIPPED = sorted((Path(__file__).parents[2] / "templates" / "ladders").glob("*.toml"))
TEXT = """id = "baker"
name = "Baker"
version = "2"
licence = "MIT"

[[level]]
id = "L1"
name = "Apprentice"
rank = 1
next = [
    "L2",
]

[[level]]
id = "L2"
name = "Baker"
rank = 2

[[theme]]
id = "dough"
name = "Dough"
kind = "technical"

[[criterion]]
id = "dough-L1-1"
theme = "dough"
level = "L1"
summary = "Weighs what goes into the dough."
examples = [
    "Wrote the weights down.",
]
markers = [
    "scales",
]
"""


def read(data: bytes) -> Ladder:
    return ladder_toml.read(data, name="baker.toml", created=AT).ladder


def test_a_ladder_is_read_and_written_as_it_stands() -> None:
    found = read(TEXT.encode())
    assert found == Ladder(
        key="baker",
        name="Baker",
        version="2",
        licence="MIT",
        levels=(
            Level(id="L1", name="Apprentice", rank=1, next=("L2",)), Level(id="L2", name="Baker", rank=2),
        ),
        themes=(Theme(id="dough", name="Dough", kind="technical"),),
        criteria=(
            Criterion(
                id="dough-L1-1", theme="dough", level="L1", summary="Weighs what goes into the dough.",
                examples=("Wrote the weights down.",), markers=("scales",),
            ),
        ),
        created=AT,
    )  # fmt: skip
    assert ladder_toml.write(found).decode() == TEXT


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_what_ships_is_the_same_after_being_written(path: Path) -> None:
    found = read(path.read_bytes())
    assert read(ladder_toml.write(found)) == found


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
ids = st.text(string.ascii_letters + string.digits, min_size=1, max_size=8)
lists = st.lists(texts, max_size=3).map(tuple)
ladders = st.builds(
    Ladder,
    key=texts,
    name=texts,
    version=texts,
    source=texts,
    licence=texts,
    levels=st.lists(
        st.builds(Level, id=ids, name=texts, rank=st.integers(0, 99), track=texts, next=lists), max_size=3
    ).map(tuple),
    themes=st.lists(st.builds(Theme, id=ids, name=texts, kind=texts), max_size=3).map(tuple),
    criteria=st.lists(
        st.builds(Criterion, id=ids, theme=texts, level=texts, summary=texts, examples=lists, markers=lists),
        max_size=3,
    ).map(tuple),
    created=st.just(AT),
)


def test_a_carriage_return_in_a_list_is_kept() -> None:
    ladder = Ladder(
        key="a", name="A", version="1", created=AT,
        criteria=(Criterion(id="0", theme="t", level="l", summary="s", markers=("one\r\ntwo",)),),
    )  # fmt: skip
    assert read(ladder_toml.write(ladder)) == ladder


@given(ladders)
def test_any_ladder_is_the_same_after_being_written(ladder: Ladder) -> None:
    assert read(ladder_toml.write(ladder)) == ladder


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('rank = 2', 'rank = "two"', "level 2: rank: text, where a whole number should be"),
        ('rank = 2', 'rnk = 2', "level 2 has an unknown field 'rnk'"),
        ('kind = "technical"', 'colour = "red"', "theme 1 has an unknown field 'colour'"),
        ('version = "2"', 'verison = "2"', "there is no field verison"),
        ('id = "L2"', 'id = "L 2"', "the id of level 2 is 'L 2'; one has letters, digits, - . _ and +"),
        ('id = "L2"', 'id = ""', "the id of level 2 is ''"),
        ('name = "Dough"\n', "", "theme 1: its name is missing"),
        ('[[theme]]', '[[theme', "(at line 19, column 8)"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place(old: str, new: str, said: str) -> None:
    with pytest.raises(GrowthError) as refused:
        read(TEXT.replace(old, new).encode())
    assert refused.value.message.startswith("baker.toml is no ladder: ")
    assert said in refused.value.message


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfe\x00", b"name = \x00", b"a = " + b"[" * 5000, b"a." * 20000 + b"a = 1", b"x" * 3_000_000,
        b'id = "x"\nname = "x"\n' + b'[[level]]\nid="a"\nname="a"\nrank=1\n' * 61, b"",
    ],
)  # fmt: skip
def test_what_is_no_ladder_is_refused_and_never_a_traceback(data: bytes) -> None:
    with pytest.raises(GrowthError):
        read(data)


def test_toml_that_is_meant_to_be_a_ladder_is_told_from_other_toml() -> None:
    assert ladder_toml.is_ladder(TEXT)
    assert not ladder_toml.is_ladder("[[question]]\nid = 1\n")
