"""A small ladder and a journal to judge against it, for the tests of assessments and goals."""

from tests.conftest import Growth

LADDER = """
id = "small"
name = "Small ladder"
version = "{version}"
[[level]]
id = "L1"
name = "One"
rank = 1
next = ["L2"]
[[level]]
id = "L2"
name = "Two"
rank = 2
[[theme]]
id = "data"
name = "Data"
[[theme]]
id = "talk"
name = "Talking"
[[criterion]]
id = "data-1"
theme = "data"
level = "L1"
summary = "Reads a table before using it."
[[criterion]]
id = "data-2"
theme = "data"
level = "L2"
summary = "{summary}"
markers = ["pipeline"]
[[criterion]]
id = "data-3"
theme = "data"
level = "L2"
summary = "Checks incoming tables."
[[criterion]]
id = "talk-1"
theme = "talk"
level = "L1"
summary = "Explains a result to the people who asked."
"""
SUMMARY = "Builds a pipeline that runs at night."


def write_ladder(growth: Growth, summary: str = SUMMARY, version: str = "1") -> None:
    growth.home.mkdir(mode=0o700, parents=True, exist_ok=True)
    place = growth.home / "templates" / "ladders"
    place.mkdir(parents=True, exist_ok=True)
    (place / "small.toml").write_text(LADDER.format(summary=summary, version=version))


def log(growth: Growth, *words: str) -> str:
    return growth.ok(["log", *words]).strip()


def start(growth: Growth, options: str = "") -> str:
    """Write the ladder and begin an assessment at L2; return its id."""
    write_ladder(growth)
    return growth.ok(f"assess start --ladder small --target L2 --period 2026-H2 {options}").strip()
