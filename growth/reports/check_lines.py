"""The lines of a document about what is to mend of data, pipelines, evals and prompts."""

from collections.abc import Sequence

from growth.reports.told import Refs, Strings, beginning
from growth.rules.findings import Red, called
from growth.text.markdown import inline, literal

# A sheet is for talking; the rest is in the register.
MOST = 4


def check_lines(checks: Sequence[Red], refs: Refs) -> Strings:
    """Return what is to mend as the parts of lines; what somebody shared is literal."""
    lines = []
    for one in checks[:MOST]:
        safe = literal if one.whose else inline
        lines.append(
            {
                "rule": one.rule,
                "name": called(one.rule, safe(beginning(one.name))),
                "why": safe(beginning(one.why)),
                "ref": refs(one.record, one.whose),
            }
        )
    return {"lines": lines, "more": max(0, len(checks) - MOST), "total": len(checks)}
