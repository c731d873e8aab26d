"""An assessment as it goes on: what is judged, rating by rating and thumb by thumb, until it is finished."""

from collections.abc import Iterable

from msgspec.structs import replace

from growth.errors import Refused, WrongUsage
from growth.records.assessment import JUDGEMENTS, Assessment, Evidence, Judgement, Rating
from growth.records.dates import Day
from growth.records.entry import Share
from growth.records.ladder import Criterion, Ladder
from growth.rules import ladders
from growth.rules.audience import Audience, may_see
from growth.text.fold import fold

# These two say that it is there, so that something has to show it.
SHOWN: tuple[Judgement, ...] = ("doing", "teaching")
ORDER: tuple[Judgement, ...] = ("not-yet", "starting", "with-help", "doing", "teaching")


def judgement(text: str) -> Judgement:
    """Read a judgement: its name, its words, or its number from 1."""
    said = fold(" ".join(text.replace("_", "-").split()))
    for number, name in enumerate(ORDER, start=1):
        if said in (name, JUDGEMENTS[name], str(number)):
            return name
    known = ", ".join(f"{name} ({JUDGEMENTS[name]})" for name in ORDER)
    raise WrongUsage(f"{text!r} is no judgement", f"it is one of {known}")


def ladder_of(assessment: Assessment, current: Ladder | None) -> Ladder:
    """Return the ladder that an assessment is judged by: its texts as they were, once it was finished."""
    if assessment.criteria or current is None:
        return Ladder(
            key=assessment.ladder,
            name=assessment.title or (current.name if current else assessment.ladder),
            version=assessment.version,
            levels=assessment.levels,
            themes=assessment.themes,
            criteria=assessment.criteria,
            created=assessment.created,
        )
    return current


def expected(ladder: Ladder, target: str) -> tuple[Criterion, ...]:
    """Return the criteria of a level, theme by theme.

    A theme that has none there is judged by its nearest level below: what was asked for once still is.
    """
    level = ladders.level_named(ladder, target)
    lower = [level, *(one for one in reversed(ladders.levels(ladder)) if one.rank < level.rank)]
    lower = [one for one in lower if one is level or one.track in ("", level.track)]
    found: list[Criterion] = []
    for theme in ladder.themes:
        cells = (ladders.cell(ladder, theme.id, one.id) for one in lower)
        found += next((cell for cell in cells if cell), ())
    return tuple(found)


def check_open(assessment: Assessment) -> None:
    """Refuse to change what is finished."""
    if assessment.finished:
        raise Refused(
            f"{assessment.id} was finished on {assessment.finished} and stays as it is",
            f"growth assess reopen {assessment.id} opens it again, and that stays to be seen",
        )


def check_share(about: str, share: Share) -> None:
    """Refuse to share an assessment with those whom it is never for."""
    if about != "me" and share == "team":
        raise WrongUsage(
            f"how you judge {about} is never for the team",
            f"--share person is for {about}, --share manager for your manager",
        )
    if about == "me" and share == "person":
        raise WrongUsage("an assessment of yourself is with nobody", "--share manager, or --share team")


def narrowest(assessment: Assessment, whom: Audience) -> Share | None:
    """Return the share that lets an audience see an assessment and the fewest others, if any does."""
    shares: tuple[Share, ...] = ("manager", "team") if assessment.about == "me" else ("person", "manager")
    return next((one for one in shares if may_see(replace(assessment, share=one), whom.ever)), None)


def rating_of(assessment: Assessment, criterion: str) -> Rating | None:
    """Return how a criterion was judged, or None."""
    return next((one for one in assessment.ratings if one.criterion == criterion), None)


def confirmed(assessment: Assessment, criterion: str = "") -> tuple[Evidence, ...]:
    """Return the evidence that counts: what a thumb confirmed, for one criterion or for all."""
    return tuple(one for one in assessment.evidence if one.up and criterion in ("", one.criterion))


def needs_showing(assessment: Assessment, criterion: str, said: Judgement, statement: str) -> bool:
    """Tell whether a judgement still lacks what shows it: evidence, or a sentence."""
    return said in SHOWN and not statement and not confirmed(assessment, criterion)


def rated(
    assessment: Assessment,
    criterion: str,
    said: Judgement,
    statement: str | None,
    day: Day,
    drafted: str = "",
) -> Assessment:
    """Return an assessment with a criterion judged; without a statement the one before stays."""
    check_open(assessment)
    before = rating_of(assessment, criterion)
    text = (before.statement if before else "") if statement is None else " ".join(statement.split())
    if needs_showing(assessment, criterion, said, text):
        raise Refused(
            f"«{JUDGEMENTS[said]}» on {criterion} needs evidence or a sentence",
            f"growth assess evidence {criterion}, or give --statement TEXT",
        )
    if before and text == before.statement:
        drafted = drafted or before.drafted
    new = Rating(criterion=criterion, judgement=said, statement=text, drafted=drafted, day=day)
    kept = tuple(one for one in assessment.ratings if one.criterion != criterion)
    return replace(assessment, ratings=(*kept, new))


def thumbed(assessment: Assessment, criterion: str, record: str, up: bool, why: str, day: Day) -> Assessment:
    """Return an assessment with a record confirmed as evidence, or rejected; the newest thumb stands."""
    check_open(assessment)
    new = Evidence(criterion=criterion, record=record, up=up, why=" ".join(why.split()), day=day)
    kept = tuple(one for one in assessment.evidence if (one.criterion, one.record) != (criterion, record))
    after = replace(assessment, evidence=(*kept, new))
    rating = rating_of(after, criterion)
    if rating and needs_showing(after, criterion, rating.judgement, rating.statement):
        raise Refused(
            f"{record} is all that shows «{JUDGEMENTS[rating.judgement]}» on {criterion}",
            f"first say it in a sentence: growth assess rate {criterion} --statement TEXT",
        )
    return after


def settled(assessments: Iterable[Assessment], assessment: Assessment, criterion: str) -> frozenset[str]:
    """Return the records not to be proposed for a criterion: confirmed here, or rejected in any cycle."""
    return frozenset(
        link.record
        for one in assessments
        if one.about == assessment.about and one.ladder == assessment.ladder
        for link in one.evidence
        if link.criterion == criterion and (not link.up or one.id == assessment.id)
    )


def finished(assessment: Assessment, ladder: Ladder, day: Day) -> Assessment:
    """Return an assessment frozen, with the ladder's texts as they are today."""
    check_open(assessment)
    if not assessment.ratings:
        raise Refused(f"{assessment.id} holds no judgement yet", "judge first: growth assess rate")
    return keeping(replace(assessment, finished=day), ladder)


def keeping(assessment: Assessment, ladder: Ladder) -> Assessment:
    """Return an assessment with the texts of the ladder that it is judged by, as they are today."""
    return replace(
        assessment,
        version=ladder.version,
        title=ladder.name,
        levels=ladder.levels,
        themes=ladder.themes,
        criteria=ladder.criteria,
    )


def reopened(assessment: Assessment, day: Day) -> Assessment:
    """Return a finished assessment open again, with the day as a trace; its texts stay those it had."""
    if not assessment.finished:
        raise Refused(f"{assessment.id} is open", "go on with: growth assess rate")
    return replace(assessment, finished=None, reopened=(*assessment.reopened, day))


def before(assessments: Iterable[Assessment], assessment: Assessment) -> Assessment | None:
    """Return the last assessment of the same person on the same ladder before this one."""
    those = [
        one
        for one in assessments
        if one.id != assessment.id
        and (one.about, one.ladder) == (assessment.about, assessment.ladder)
        and (one.start, one.created) < (assessment.start, assessment.created)
    ]
    return max(those, key=lambda one: (one.start, one.created), default=None)
