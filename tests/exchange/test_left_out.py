"""What readers leave out by rule, in words."""

from collections import Counter

import pytest

from growth.exchange.left_out import left_out, over_files


def test_one_and_many() -> None:
    counts = Counter({"row of other people": 2, "empty row": 1, "running clock": 0})
    assert left_out(counts) == (("rows of other people", 2), ("empty row", 1))


def test_one_in_each_of_several_files_are_many() -> None:
    pairs = [("embedded file", 1), ("marked as private", 1), ("navigation line", 1), ("embedded files", 2)]
    assert over_files([*pairs, ("marked as private", 1)]) == [
        ("embedded files", 3), ("marked as private", 2), ("navigation line", 1)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "several"),
    [
        ("closed pull request not known to be merged", "closed pull requests not known to be merged"),
        ("open merge request", "open merge requests"),
        ("merge request closed without a merge", "merge requests closed without a merge"),
        ("pull request by others", "pull requests by others"),
        ("comment on an issue", "comments on an issue"),
        ("merge", "merges"),
        ("record that stands there twice", "records that stand there twice"),
        ("of a whole day", "of a whole day"),
    ],
)
def test_what_trackers_hold_is_summed_up_over_files(one: str, several: str) -> None:
    assert over_files([(one, 1)]) == [(one, 1)]
    assert over_files([(one, 1), (one, 1)]) == over_files([(one, 1), (several, 1)]) == [(several, 2)]
    assert over_files([(several, 2), (one, 1)]) == [(several, 3)]
