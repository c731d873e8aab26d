"""The brief that a draft was written from, as its records are now."""

from collections.abc import Container

from growth.app import App
from growth.commands.draft_lent import OfThem
from growth.commands.draft_run import mine
from growth.records.answer import Answer
from growth.records.assessment import Assessment
from growth.records.draft import Draft
from growth.rules import audience, consent
from growth.rules.brief import Brief, Sought
from growth.rules.pieces import Given, ordered, pieces


def brief_of(app: App, one: Draft) -> Brief:
    """Return what a program was told for a draft; a record that is gone is left out."""
    wanted = {was.ref for was in one.given}
    of_them = OfThem(app, one.kind, app.people.get(one.about) if one.about else None)
    return Brief(
        writer=app.config.text("me.name"),
        reader=one.audience,
        about=app.people.name(one.about) if one.about else "",
        period=one.period,
        criteria=_criteria(app, one),
        pieces=ordered((*pieces(_given(app, one, wanted), app.people.name), *of_them.again(wanted))),
    )


def _criteria(app: App, one: Draft) -> tuple[Sought, ...]:
    assessment = app.store.get(one.assessment) if one.assessment else None
    if not isinstance(assessment, Assessment):
        return ()
    from growth.commands.case import Case

    rows = Case(app, assessment).sheet.rows
    return tuple(Sought(id=row.criterion.id, text=f"{row.theme}: {row.criterion.summary}") for row in rows)


def _given(app: App, one: Draft, wanted: Container[str]) -> list[Given]:
    """Return the records that a program was given, as it was given them."""
    those = [record for record in mine(app) if isinstance(record, Given) and record.id in wanted]
    if one.audience == "me":
        return those
    return [consent.open_side(it) if isinstance(it, Answer) else audience.open_side(it) for it in those]
