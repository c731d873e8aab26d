"""BM25: rare words count more, long documents less, and the parts make up the whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.rules.bm25 import Index

DOCUMENTS = st.lists(
    st.dictionaries(st.sampled_from("abcdef"), st.floats(0.5, 4), max_size=6), min_size=1, max_size=8
)
QUERIES = st.dictionaries(st.sampled_from("abcdefg"), st.floats(0.1, 2), max_size=6)


def test_a_rare_word_counts_more_than_a_common_one() -> None:
    index = Index([{"model": 1, "queue": 1}, {"model": 1, "chart": 1}, {"model": 1, "shift": 1}])
    scores = index.scores({"model": 1, "queue": 1})
    assert scores[0] > 2 * scores[1]


def test_the_same_word_counts_less_in_a_longer_document() -> None:
    scores = Index([{"queue": 1}, {"queue": 1, "chart": 1, "shift": 1}]).scores({"queue": 1})
    assert scores[0] > scores[1]


def test_a_document_without_any_of_the_words_has_nothing() -> None:
    found = Index([{"queue": 1}, {"chart": 1}]).scores({"queue": 1, "shift": 1})
    assert [score > 0 for score in found] == [True, False]
    assert Index([]).scores({"queue": 1}) == []


@given(DOCUMENTS, QUERIES)
def test_parts_add_up_to_the_score(documents: list[dict[str, float]], query: dict[str, float]) -> None:
    index = Index(documents)
    for number, score in enumerate(index.scores(query)):
        assert sum(points for _, points in index.parts(query, number)) == pytest.approx(score)


@given(DOCUMENTS, st.sampled_from("abcdef"), st.floats(0.1, 2))
def test_a_word_never_takes_points_away(documents: list[dict[str, float]], word: str, weight: float) -> None:
    scores = Index(documents).scores({word: weight})
    assert [points > 0 for points in scores] == [word in document for document in documents]
