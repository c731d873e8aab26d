"""The columns of a table as they are shown before an import."""

from growth.terminal.imported_columns import columns


def lines(*pairs: tuple[str, str], width: int = 44) -> list[str]:
    return [
        "".join(part if isinstance(part, str) else part[0] for part in parts)
        for parts in columns(pairs, width)
    ]


def test_each_with_its_field_and_what_is_left_out() -> None:
    pairs = (("Date", "day"), ("What I did", "title"), ("Notes", "body"), ("Cost", ""), ("Rate\x1b[2J", ""))
    assert lines(*pairs) == [
        "  columns  Date = day, What I did = title,",
        "           Notes = body",
        "  not used Cost, Rate␛[2J",
    ]


def test_without_columns_nothing_is_shown() -> None:
    assert lines() == []


def test_many_are_counted() -> None:
    shown = lines(*((f"c{at}", "") for at in range(50)), width=400)
    assert shown[0].endswith("c39 and 10 more")
