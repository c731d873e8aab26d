"""A seeded journal of any length, as JSON Lines: the same words for growth and for its peers."""

import datetime
import json
import random
from collections.abc import Iterator
from typing import Any

_TEXT = """
cut the latency of ranker by caching features in batches wrote design for freshness reviewed change
paired on evaluation harness fixed flaky test moved pipeline to nightly retraining found drift in labels
led incident review taught team how calibration works merged schema for lineage split training data
measured recall at ten on held out set removed dead flags profiled loader tuned threshold with users
"""
WORDS = tuple(_TEXT.split())
TAGS = ("latency", "evals", "data", "oncall", "writing", "mentoring", "pipelines", "prompts")
PROJECTS = ("ranker", "feature-store", "evals", "labelling")
PEOPLE = ("ana", "bo", "kim", "zoe", "noa")
KINDS = ("work", "work", "work", "win", "learning", "review", "design", "talk", "decision", "incident")
RARE = "zygomorphic"
LAST = datetime.date(2026, 11, 20)


def entries(count: int, years: int, seed: int = 7) -> Iterator[dict[str, Any]]:
    """Yield `count` entries spread evenly over `years`, oldest first; three hold a rare word."""
    chance = random.Random(seed)
    rare = {count // 5, count // 2, count * 4 // 5}
    days = years * 365
    for number in range(count):
        day = LAST - datetime.timedelta(days=days - 1 - number * days // count)
        words = [chance.choice(WORDS) for _ in range(chance.randint(6, 14))]
        if number in rare:
            words.append(RARE)
        entry: dict[str, Any] = {
            "title": " ".join(words).capitalize(),
            "day": day.isoformat(),
            "kind": chance.choice(KINDS),
            "tags": sorted({chance.choice(TAGS) for _ in range(chance.randint(0, 2))}),
            "created": f"{day.isoformat()}T17:{number % 60:02}:00Z",
            "share": chance.choice(("private", "private", "manager")),
            "source": f"bench:{number}",
        }
        if chance.random() < 0.5:
            entry["project"] = chance.choice(PROJECTS)
        if chance.random() < 0.3:
            entry["people"] = [chance.choice(PEOPLE)]
        if chance.random() < 0.4:
            entry["body"] = " ".join(chance.choice(WORDS) for _ in range(chance.randint(10, 40)))
        if chance.random() < 0.1:
            entry["impact"] = " ".join(chance.choice(WORDS) for _ in range(8))
        yield entry


def ladder(criteria: int, seed: int = 7) -> str:
    """Return a ladder of one level in TOML, its criteria in the words of the journal."""
    chance = random.Random(seed)

    def words(count: int) -> str:
        return " ".join(chance.choice(WORDS) for _ in range(count))

    parts = ['id = "bench"', 'name = "Bench"', "[[level]]", 'id = "L5"', 'name = "Five"', "rank = 5"]
    for number in range(criteria // 5):
        parts += ["[[theme]]", f'id = "t{number}"', f'name = "{words(2)}"']
    for number in range(criteria):
        parts += [
            "[[criterion]]", f'id = "c{number}"', f'theme = "t{number // 5}"', 'level = "L5"',
            f'summary = "{words(14)}"', f'examples = ["{words(10)}"]',
            f'markers = ["{chance.choice(TAGS)}", "{words(1)}", "{words(1)}"]',
        ]  # fmt: skip
    return "\n".join(parts) + "\n"


def lines(count: int, years: int) -> str:
    """Return the journal as JSON Lines."""
    return "".join(json.dumps(entry) + "\n" for entry in entries(count, years))
