"""What holds for the records of every forge and tracker that JSON tells of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.errors import WrongUsage
from growth.exchange import github, gitlab, jira
from growth.exchange.formats import Reader
from tests.exchange import test_github, test_gitlab, test_jira
from tests.exchange.forge_records import options

SEEDS = [(github, test_github.SEEDS), (gitlab, test_gitlab.SEEDS), (jira, test_jira.SEEDS)]


@pytest.mark.parametrize(("reader", "seeds"), SEEDS, ids=["github", "gitlab", "jira"])
@given(st.data(), st.integers(0), st.binary(max_size=3))
def test_a_spoilt_file_is_read_or_refused(
    reader: Reader, seeds: tuple[bytes, ...], data: st.DataObject, at: int, spoilt: bytes
) -> None:
    seed = data.draw(st.sampled_from(seeds))
    at %= len(seed)
    try:
        found = reader.read(seed[:at] + spoilt + seed[at + 1 :], name="x.json", options=options("ana"))
    except WrongUsage as refused:
        assert refused.hint
    else:
        assert all(one.title and "#" not in one.source for one in found.found)
