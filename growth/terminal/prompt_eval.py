"""What came of cases on a terminal: a row for each, a column for each version, and what is amiss."""

from collections.abc import Iterator, Sequence

from growth.rules.prompt_cases import Outcome, regressed
from growth.terminal.cells import fit, pad
from growth.terminal.layout import Line

_WIDE = 24


def table(found: Sequence[Sequence[Outcome]]) -> Iterator[Line]:
    """Yield the lines of a table, the version in question before the one it is tried beside."""
    versions = [one.version for one in found[0]]
    yield (pad("case", _WIDE), *((f"  {version}", "id") for version in versions))
    for row in found:
        worse = "  worse than before" if len(row) > 1 and regressed(*row) else ""
        styles = {"passed": "good", "failed": "late"}
        cells = ((f"  {pad(one.word, 8)}", styles[one.word]) for one in row)
        yield (pad(fit(row[0].case, _WIDE), _WIDE), *cells, (worse, "late"))
        for one in row:
            for line in one.amiss:
                yield "  ", (one.version, "id"), f"  {line}"
    passed = (sum(not row[place].amiss for row in found) for place in range(len(versions)))
    yield (pad("passed", _WIDE), *(f"  {pad(f'{count} of {len(found)}', 8)}" for count in passed))
