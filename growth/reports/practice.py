"""The practice register as a template gets it, and the lineage of one of it as a document."""

from growth.records.practice import Practice
from growth.reports.told import Refs, Strings, audience_line, beginning, cited
from growth.rules.day_words import counted, day_words
from growth.rules.findings import called
from growth.rules.lineage import Lineage
from growth.rules.practice_checks import Verdict
from growth.rules.practice_page import Page
from growth.rules.practices import MINE, STATES, fields, said
from growth.rules.thumbs_on_models import trend, words
from growth.text.markdown import inline, literal

COMMAND = "growth report practice --for manager"
# Of how many months the votes are told.
MONTHS = 3


def context(page: Page, names: dict[str, str]) -> Strings:
    """Return what the template `practice` may use, every text in it safe."""
    refs = Refs(page.audience, page.cited)
    return {
        "audience": audience_line(page.audience, names, page.private, COMMAND),
        "for_me": page.audience == "me",
        "name": literal(names.get("me", "")),
        "day": day_words(page.today, page.today),
        "numbers": _numbers(page),
        "findings": [finding(one, refs) for one in page.findings],
        "good": [finding(one, refs) for one in page.good],
        "models": [
            {"name": inline(one.boxes[0].name), "chart": name, "circles": circles(one)}
            for name, one in page.charts.items()
        ],
        "charts": tuple(page.charts),
        "kinds": [
            {
                "name": f"{kind}s",
                "lines": [_line(one, page, refs, names) for one in page.practices if one.kind == kind],
            }
            for kind in STATES
            if any(one.kind == kind for one in page.practices)
        ],
        "cited": cited(page.cited, names),
    }


def finding(one: Verdict, refs: Refs, owner: str = "") -> Strings:
    """Return a finding as the parts of a line; what somebody shared is literal."""
    safe = literal if owner else inline
    return {
        "rule": one.rule,
        "name": called(one.rule, safe(beginning(one.name))),
        "why": safe(beginning(one.why)),
        "ref": refs(one.record, owner),
        "code": one.code,
    }


def _numbers(page: Page) -> str:
    counts = {kind: sum(one.kind == kind for one in page.practices) for kind in STATES}
    return ", ".join(counted(number, kind) for kind, number in counts.items() if number)


def _line(one: Practice, page: Page, refs: Refs, names: dict[str, str]) -> Strings:
    owner = "" if one.owned_by in MINE else names.get(one.owned_by, one.owned_by)
    voted = [(f"thumbs up {tally.period}", words(tally)) for tally in trend(one.votes)[-MONTHS:]]
    told = [*([("owner", owner)] if owner else []), *fields(one), *voted]
    return {
        "text": inline(one.name),
        "words": literal(said(one)),
        "fields": [f"{inline(label)}: {inline(beginning(text))}" for label, text in told if text],
        "ref": refs(one.id),
    }


def circles(found: Lineage) -> list[str]:
    """Return what is made of itself, each circle as a text."""
    return [inline(" ← ".join(names)) for names in found.circles]


def of_one(name: str, found: Lineage) -> str:
    """Return the document that shows what one model comes from."""
    lines = "".join(f"\n- in a circle: {circle}\n" for circle in circles(found))
    audience = audience_line("me", {}, 0, COMMAND)
    return f"*{audience}*\n\n# Lineage of {inline(name)}\n\n```chart lineage\n```\n{lines}"
