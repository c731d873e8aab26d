"""The case for a level: the strongest evidence for each criterion, and the gaps said openly."""

from collections.abc import Callable

from msgspec.structs import replace

from growth.records.dates import Day
from growth.rules.audience import Audience
from growth.rules.standing import Ground, Judged, Standing, citations, private, shortened, standing
from growth.rules.standing_charts import charts

# How many records and quotes are told of for each criterion: the strongest make the case. Of one that
# is not there yet it is one of each, for how far it is.
PIECES, QUOTES = 3, 2


class Promotion(Standing, frozen=True, kw_only=True):
    """A standing as a case, by the ids of criteria: `met` and shown, `thin` where what shows it is weak.

    `short` are judged lower than the level asks, `unjudged` not at all. `taught` counts where others
    learn from me, `by_others` where somebody else said it, too.
    """

    met: tuple[str, ...] = ()
    thin: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    unjudged: tuple[str, ...] = ()
    taught: int = 0
    by_others: int = 0


def _told(row: Judged) -> Judged:
    if row.is_met:
        return shortened(row, PIECES, QUOTES)
    return shortened(row, 1, 1) if row.judgement else shortened(row, 0, 0)


def promotion(ground: Ground, whom: Audience, today: Day, giver: Callable[[str], str]) -> Promotion:
    """Return the case that an assessment makes, for an audience that may see it."""
    found = standing(ground, whom, today, giver)
    rows = found.rows
    themes = tuple(replace(one, rows=tuple(map(_told, one.rows))) for one in found.themes)
    met = [row for row in rows if row.is_met]
    # As they are told: what is met first, then how far the rest is.
    parts = [replace(one, rows=tuple(row for row in one.rows if row.is_met)) for one in themes]
    parts += [replace(one, rows=tuple(row for row in one.rows if not row.is_met)) for one in themes]
    cited = citations(parts, ground)
    base = {name: getattr(found, name) for name in found.__struct_fields__}
    base |= {"themes": themes, "charts": charts(found), "cited": cited, "private": private(cited, ground)}
    return Promotion(
        **base,
        met=tuple(row.criterion for row in met),
        thin=tuple(row.criterion for row in met if row.proof.flags),
        short=tuple(row.criterion for row in rows if row.judgement and not row.is_met),
        unjudged=tuple(row.criterion for row in rows if not row.judgement),
        taught=sum(row.judgement == "teaching" for row in met),
        by_others=sum(bool(row.proof.quotes or row.proof.counted) for row in met),
    )
