"""growth thumb: up or down with a reason, on what was proposed or came back."""

import click
from msgspec.structs import replace

from growth.app import App, pass_app
from growth.errors import GrowthError, Refused, WrongUsage
from growth.records.assessment import Assessment
from growth.records.ids import is_id
from growth.records.thumb import Thumb
from growth.rules.findings import OVERLAP, PRACTICE, RULES, target
from growth.store.change import changing
from growth.store.find import find
from growth.text.fold import fold

_FINDS = (*RULES, *PRACTICE, OVERLAP)


@click.group()
def thumb() -> None:
    """Say whether something helped, and why."""


@thumb.command()
@click.argument("ref", metavar="REF")
@click.argument("why", nargs=-1)
@pass_app
def up(app: App, /, ref: str, why: tuple[str, ...]) -> None:
    """Note that it helped: an answer, another record, or a question such as collaboration/3.

    One of the 1:1 bank, such as 1on1/12, is then proposed again sooner; a thumb down puts it last. On
    criterion@record it confirms what was proposed as evidence.

    \b
      growth thumb up 7k3q 'an example I can work with'
      growth thumb up data-L5-1@7k3q
    """
    _store(app, ref, " ".join(why), up=True)


@thumb.command()
@click.argument("ref", metavar="REF")
@click.argument("why", nargs=-1)
@pass_app
def down(app: App, /, ref: str, why: tuple[str, ...]) -> None:
    """Note that it did not help, and why.

    On criterion@record it rejects what was proposed as evidence, on rule@record what growth lint or
    growth practice check found, on overlap@code what growth radar --overlap did: it is not told again.

    \b
      growth thumb down collaboration/3 'nobody knew what was meant'
      growth thumb down no-number@7k3q 'not that kind of win'
    """
    _store(app, ref, " ".join(why), up=False)


def _store(app: App, ref: str, why: str, *, up: bool) -> None:
    rule, at, _ = ref.partition("@")
    if at and rule not in _FINDS:
        _on_proposal(app, ref, why, up=up)
        return
    if rule in PRACTICE and at and not up and not why.strip():
        raise WrongUsage("what is set aside needs a reason", f"growth thumb down {ref} 'why it is right'")
    on = _target(app, ref)
    old = next((one for one in app.store.all(Thumb) if one.target == on), None)
    cause = _cause(app, on)
    new = Thumb(target=on, up=up, cause=cause, why=" ".join(why.split()), day=app.today, created=app.now())
    with changing(app.store, "thumb") as change:
        if old is None:
            new = change.add(new)
        else:
            # One thumb on each thing: who thinks again changes their mind, and does not vote twice.
            new = change.edit(old, replace(old, up=up, cause=cause, why=new.why, day=new.day))
    if not app.screen.is_terminal:
        app.screen.out(new.id)
        return
    said = f": {new.why}" if new.why else ""
    app.screen.out((new.id, "id"), f"  thumb {'up' if up else 'down'} on {on}{said}")
    app.screen.out(("      only you can read it", "dim"))


def _on_proposal(app: App, ref: str, why: str, *, up: bool) -> None:
    """Note a thumb on `criterion@record`; what is neither that nor a finding may be a slip of one."""
    from growth.commands.assess_evidence import on_proposal

    try:
        on_proposal(app, ref, why, up=up)
    except GrowthError:
        from difflib import get_close_matches

        rule, _, record = ref.partition("@")
        near = get_close_matches(fold(rule), _FINDS, n=1, cutoff=0.7)
        if not near:
            raise
        raise Refused(f"there is no finding {ref}", f"did you mean {near[0]}@{record}?") from None


def _target(app: App, ref: str) -> str:
    """Return what a thumb is on: a question of a set, a finding, or a record."""
    rule, at, found = ref.partition("@")
    if rule == OVERLAP and at:
        from growth.commands.overlap import judged

        return target(rule, judged(app, found))
    if rule in _FINDS and not at:
        see = {OVERLAP: "radar --overlap"}.get(rule, "practice check" if rule in PRACTICE else "lint")
        raise WrongUsage(f"{rule} is a rule, not what it found", f"name RULE@ID, as growth {see} tells it")
    if at:
        return target(rule, _judged(app, rule, found))
    name, slash, number = ref.strip().rpartition("/")
    if not slash or is_id(ref):
        return find(app.store, ref).id
    if not number.isdecimal() or int(number) not in _questions(app, name):
        more = "growth 1on1 bank list" if name == "1on1" else "growth feedback sets list"
        raise Refused(f"there is no question {ref!r}", f"see: {more}")
    return f"{name}/{int(number)}"


def _cause(app: App, on: str) -> str:
    """Return what a finding of growth practice check rests on; nothing of all else."""
    rule, _, record = on.partition("@")
    if rule not in PRACTICE:
        return ""
    from growth.commands.register import checked

    found = checked(app, silenced=False)
    those = found.findings if found else ()
    cause = next((one.cause for one in those if (one.rule, one.record) == (rule, record)), None)
    if cause is None:
        raise Refused(f"{rule} finds nothing to mend in {record}", "see: growth practice check")
    return cause


def _judged(app: App, rule: str, ref: str) -> str:
    """Return what lint judged: a criterion of an open assessment of mine, else a record."""
    those = [one for one in app.store.all(Assessment) if not one.finished and one.about == "me"]
    if rule == "empty-theme":
        from growth.commands.case import Case

        names = {one.id for assessment in those for one in Case(app, assessment).ladder.criteria}
    else:
        names = {rating.criterion for assessment in those for rating in assessment.ratings}
    return ref if ref in names else find(app.store, ref).id


def _questions(app: App, name: str) -> list[int]:
    from growth.commands.feedback_sets import set_named
    from growth.rules.bank import NAME

    if name != NAME:
        return [question.id for question in set_named(app, name).questions]
    from growth.commands.bank_file import the_bank

    return [question.id for question in the_bank(app).questions]
