"""Charts as data: what a picture shows, before any place that it is drawn in."""

import msgspec


class Series(msgspec.Struct, frozen=True):
    """One line of a chart of bars: a value for each row, None where there is none."""

    name: str
    values: tuple[float | None, ...]


class Bars(msgspec.Struct, frozen=True):
    """Rows compared in one series or a few.

    `steps` names the values 1 to n of a scale in words; without it the values are counts.
    """

    title: str
    rows: tuple[str, ...]
    series: tuple[Series, ...]
    steps: tuple[str, ...] = ()


class Heat(msgspec.Struct, frozen=True):
    """How much of something there is by row and column; `unit` names one thing that is counted."""

    title: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    values: tuple[tuple[int, ...], ...]
    unit: str = ""


Chart = Bars | Heat
