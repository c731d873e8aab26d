"""What a case lacks beside its texts: themes that nothing shows, and a second side to what others say."""

from collections.abc import Iterator, Sequence

from growth.records.answer import Answer
from growth.rules.claims import WIN, Claim
from growth.rules.consent import standing
from growth.rules.day_words import counted
from growth.rules.findings import Finding
from growth.rules.lint_period import LONG, Around, command

# With fewer answers there is no side, with fewer claims nothing that anybody could have seen.
ANSWERS, CLAIMS = 3, 3
# Who was there half a year ago may still say something.
ASKED_UNTIL = 183


def of_case(around: Around, claims: Sequence[Claim]) -> Iterator[Finding]:
    """Yield what the case lacks."""
    yield from _empty_themes(around)
    yield from _one_sided(around, claims)


def _empty_themes(around: Around) -> Iterator[Finding]:
    """Look for themes without evidence or a word; where all are, that is one finding."""
    sheet = around.sheet
    if sheet is None:
        return
    themes: dict[str, bool] = {}
    first: dict[str, str] = {}
    for row in sheet.rows:
        said = bool(row.rating and row.rating.statement) or any(one.day for one in row.evidence)
        themes[row.theme] = themes.get(row.theme, False) or said
        first.setdefault(row.theme, row.criterion.id)
    empty = [theme for theme, said in themes.items() if not said]
    if len(empty) == len(themes) > 1:
        why = f"none of the {len(themes)} themes at {sheet.target} has evidence or a statement yet"
        yield Finding(rule="empty-theme", record=sheet.id, why=why, fix=command("assess", "rate"))
        return
    for theme in empty:
        yield Finding(
            rule="empty-theme",
            record=sheet.id,
            criterion=first[theme],
            title=theme,
            why="no evidence and no statement",
            fix=command("assess", "evidence", first[theme]),
        )


def _one_sided(around: Around, claims: Sequence[Claim]) -> Iterator[Finding]:
    if around.last - around.start < LONG or (around.today - around.last).days > ASKED_UNTIL:
        return
    heard = [
        answer
        for answer in standing(around.answers)
        if answer.manner != "given" and not answer.about.startswith("@") and answer.day in around.period
    ]
    why = _side(heard, around.relations)
    if not heard and sum(claim.worth >= WIN for claim in claims) >= CLAIMS:
        why = "nobody but me says anything about this time"
    if not why:
        return
    asked = {answer.person for answer in heard}
    person = next((handle for handle in around.ask if handle not in asked), "")
    fix = command("feedback", "ask", person) if person else command("people", "add", "HANDLE")
    yield Finding(rule="one-sided", record=heard[-1].id if heard else "", why=why, fix=fix)


def _side(heard: Sequence[Answer], relations: dict[str, str]) -> str:
    """Return what makes some answers one-sided, or nothing."""
    if len(heard) < ANSWERS:
        return ""
    givers = {answer.person for answer in heard}
    if len(givers) == 1:
        return f"all {counted(len(heard), 'answer')} are from {heard[0].person}"
    if all(answer.manner == "praise" for answer in heard):
        return f"all {counted(len(heard), 'answer')} are praise: nobody was asked what to do differently"
    kinds = {relations.get(giver, "") for giver in givers}
    if kinds == {"direct"}:
        return f"all {counted(len(heard), 'answer')} are from people who report to me"
    if "manager" in relations.values() and "manager" not in kinds:
        return f"{counted(len(heard), 'answer')}, and none from my manager"
    return ""
