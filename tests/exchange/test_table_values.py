"""The values of a table as text, words and minutes."""

from typing import Any

import pytest

from growth.exchange.table_values import minutes, several, text


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (" a\r\nb ", "a\nb"), (None, ""), (True, "true"), (1.5, "1.5"), (7, "7"), ([], ""),
        (["a", None, 2], "a, 2"), ({"name": "Ana", "id": 1}, "Ana"), ({"x": 1}, '{"x":1}'),
    ],
)  # fmt: skip
def test_as_text(value: Any, found: str) -> None:
    assert text(value) == found


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("a, b,, a", ("a", "b")), ("Silva, Ana; Bo", ("Silva, Ana", "Bo")), ("#a #b-c", ("#a", "#b-c")),
        (["x", {"name": "y, z"}], ("x", "y, z")), ("one two", ("one two",)), (None, ()), ("a|b", ("a", "b")),
    ],
)  # fmt: skip
def test_as_several(value: Any, found: tuple[str, ...]) -> None:
    assert several([value]) == found


@pytest.mark.parametrize(
    ("value", "unit", "found"),
    [
        ("1.5", 60, 90), ("1,5", 60, 90), (90, 1, 90), (90.0, 1, 90), ("1:30", 0, 90), ("01:30:00", 0, 90),
        ("1h 30m", 0, 90), ("1.5h", 0, 90), ("90 min", 0, 90), ("PT1H30M", 0, 90), ("2 hours", 0, 120),
        ("5400", 1 / 60, 90), ("0", 0, 0), ("0:00:10", 0, 1), ("1.5", 0, None), ("x", 60, None),
        ("", 60, None), (True, 60, None), ("-1", 60, None), ("1:75", 0, None), ("999999999", 60, None),
        ("1:30 pm", 0, None),
    ],
)  # fmt: skip
def test_as_minutes(value: Any, unit: float, found: int | None) -> None:
    assert minutes(value, unit) == found
