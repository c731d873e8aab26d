"""growth assess rate: judge, criterion by criterion; each answer is saved at once."""

import click

from growth.app import App, pass_app
from growth.commands.case import Case, assessment_of
from growth.errors import Refused, WrongUsage
from growth.records.ladder import Criterion
from growth.rules import assessing
from growth.rules import ladders as rules
from growth.rules.assessment_sheet import Row
from growth.rules.material import Material

KEYS = "12345ew\nbq"
PROMPT = "1-5 judge  e evidence  w write a sentence  Enter next  b back  q quit  "
SHOWN, SAID = 5, 3


@click.command()
@click.argument("criterion", required=False)
@click.option(
    "--as",
    "said",
    metavar="JUDGEMENT",
    help="not-yet, starting, with-help, doing or teaching; or 1 to 5.",
)
@click.option("--statement", metavar="TEXT", help="A sentence that shows it.")
@click.option("--theme", metavar="THEME", help="Go through that theme only.")
@click.option("--all", "everything", is_flag=True, help="Go through what is judged already, too.")
@click.option("--assessment", "id", metavar="ID", help="Which assessment; else the newest open one.")
@pass_app
def rate(
    app: App,
    /,
    criterion: str | None,
    said: str | None,
    statement: str | None,
    theme: str | None,
    everything: bool,
    id: str | None,
) -> None:
    """Judge criterion by criterion, with the evidence beside it.

    On a terminal it walks through what is not judged yet, theme by theme; each answer is saved at
    once, and you can stop anywhere. «doing» and «others learn from me» need evidence or a sentence.

    \b
      growth assess rate
      growth assess rate data-L5-1 --as doing --statement 'Four teams signed the page I wrote'
    """
    case = Case(app, assessment_of(app, id, open_=True), ranked=True)
    assessing.check_open(case.assessment)
    asked = assessing.expected(case.ladder, case.assessment.target)
    one = asked_for(case, asked, criterion) if criterion else None
    if said or statement is not None:
        if one is None:
            raise WrongUsage("the criterion is missing", f"growth assess rate {asked[0].id} --as doing")
        _by_options(case, one, said, statement)
        return
    if not app.screen.asks:
        example = one.id if one else asked[0].id
        raise WrongUsage(
            "rate asks for a judgement, and there is no terminal to ask on",
            f"growth assess rate {example} --as doing --statement TEXT",
        )
    those = [one] if one else _of_theme(case, asked, theme)
    if not everything and one is None:
        those = [this for this in those if assessing.rating_of(case.assessment, this.id) is None]
    if not those:
        app.screen.say(
            ("everything is judged; go through it again with --all, or: growth assess finish", "dim")
        )
        return
    _walk(case, those)


def asked_for(case: Case, asked: tuple[Criterion, ...], text: str) -> Criterion:
    """Return the criterion that `text` names among those an assessment asks for, or refuse."""
    found = rules.criterion_named(case.ladder, text)
    if found not in asked:
        raise Refused(
            f"{found.id} is not asked for at {case.assessment.target}",
            f"see: growth assess show {case.assessment.id}",
        )
    return found


def _of_theme(case: Case, asked: tuple[Criterion, ...], theme: str | None) -> list[Criterion]:
    name = rules.theme_named(case.ladder, theme).id if theme else ""
    return [one for one in asked if name in ("", one.theme)]


def _by_options(case: Case, one: Criterion, said: str | None, statement: str | None) -> None:
    rating = assessing.rating_of(case.assessment, one.id)
    if said is None and rating is None:
        raise WrongUsage(f"{one.id} is not judged yet", "give the judgement with --as doing")
    name = assessing.judgement(said) if said else rating.judgement  # type: ignore[union-attr]  # checked above
    new = assessing.rated(case.assessment, one.id, name, statement, case.app.today)
    case.save(new, "assess rate")
    if case.app.screen.is_terminal:
        from growth.terminal.assessing import judged

        for parts in judged(_row(case, one)):
            case.app.screen.out(*parts)


def _row(case: Case, one: Criterion) -> Row:
    return next(row for row in case.sheet.rows if row.criterion.id == one.id)


def _walk(case: Case, those: list[Criterion]) -> None:
    """Go through criteria, and say how many are judged, however one leaves."""
    screen = case.app.screen
    try:
        _ask(case, those)
    except KeyboardInterrupt:
        screen.say("")
        _saved(case)
        raise
    _saved(case)


def _saved(case: Case) -> None:
    sheet, again = case.sheet, "go on with: growth assess rate"
    case.app.screen.say((f"saved: {sheet.judged} of {sheet.asked} judged; {again}", "dim"))


def _ask(case: Case, those: list[Criterion]) -> None:
    from growth.terminal.assessing import card
    from growth.terminal.keys import key

    screen, place = case.app.screen, 0
    while place < len(those):
        one = those[place]
        shown = _shown(case, one)
        for parts in card(case.ladder, _row(case, one), shown, (place + 1, len(those)), screen.width):
            screen.say(*parts)
        pressed = key(screen, PROMPT, KEYS, f"growth assess rate {one.id} --as")
        if pressed == "q":
            break
        if pressed in "12345":
            place += _judge(case, one, int(pressed))
        elif pressed == "e":
            _thumbs(case, one, [material.id for material in shown])
        elif pressed == "w":
            _say(case, one)
        else:
            place = max(0, place - 1) if pressed == "b" else place + 1


def _shown(case: Case, one: Criterion) -> list[Material]:
    """Return what to look at for a criterion: the first proposals, and what others said beyond them."""
    found = [proposal.material for proposal in case.propose(one.id)]
    return found[:SHOWN] + [material for material in found[SHOWN:] if material.person][:SAID]


def _judge(case: Case, one: Criterion, number: int) -> bool:
    """Save a judgement; tell whether it is done with."""
    from growth.terminal.prompts import line

    said, before = assessing.ORDER[number - 1], assessing.rating_of(case.assessment, one.id)
    statement = before.statement if before else ""
    if assessing.needs_showing(case.assessment, one.id, said, statement):
        statement = line(case.app.screen, "One sentence that shows it (Enter: back to the evidence): ")
        if not statement.strip():
            return False
    case.save(assessing.rated(case.assessment, one.id, said, statement, case.app.today), "assess rate")
    return True


def _say(case: Case, one: Criterion) -> None:
    from growth.terminal.prompts import line

    rating = assessing.rating_of(case.assessment, one.id)
    if rating is None:
        case.app.screen.say(("judge it first, 1 to 5; then write", "dim"))
        return
    text = line(case.app.screen, "In a sentence: ")
    if text.strip():
        new = assessing.rated(case.assessment, one.id, rating.judgement, text, case.app.today)
        case.save(new, "assess rate")


def _thumbs(case: Case, one: Criterion, shown: list[str]) -> None:
    from growth.terminal.prompts import line

    if not shown:
        case.app.screen.say(("nothing is proposed for it", "dim"))
        return
    words = line(case.app.screen, "Which of them show it? Their numbers; -2 for one that does not: ").split()
    for word in words:
        number = word.removeprefix("-")
        if not number.isdecimal() or not 1 <= int(number) <= len(shown):
            case.app.screen.say((f"{word} is none of them; nothing was noted for it", "late"))
            continue
        up = not word.startswith("-")
        new = assessing.thumbed(case.assessment, one.id, shown[int(number) - 1], up, "", case.app.today)
        case.save(new, "assess evidence")
