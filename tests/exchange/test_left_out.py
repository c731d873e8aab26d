"""What readers leave out by rule, in words."""

from collections import Counter

from growth.exchange.left_out import left_out, over_files


def test_one_and_many() -> None:
    counts = Counter({"row of other people": 2, "empty row": 1, "running clock": 0})
    assert left_out(counts) == (("rows of other people", 2), ("empty row", 1))


def test_one_in_each_of_several_files_are_many() -> None:
    pairs = [("embedded file", 1), ("marked as private", 1), ("navigation line", 1), ("embedded files", 2)]
    assert over_files([*pairs, ("marked as private", 1)]) == [
        ("embedded files", 3), ("marked as private", 2), ("navigation line", 1)
    ]  # fmt: skip
