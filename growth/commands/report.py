"""growth report: documents from your records, worth sending as they are."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

import click

from growth.app import App, pass_app
from growth.commands import options
from growth.commands.filters import period_of
from growth.commands.report_asked import Asked
from growth.errors import WrongUsage
from growth.records.mentorship import ROLES

# What writes a report of each kind: a module here and a function in it, loaded when it is asked for.
KINDS = {
    "brag": ("report_brag", "write"),
    "summary": ("report_summary", "write"),
    "feedback": ("feedback_digest", "report"),
    "self-review": ("report_standing", "self_review"),
    "promotion": ("report_standing", "promotion"),
    "growth-plan": ("report_growth_plan", "write"),
    "team": ("team", "write"),
    "mentorship": ("report_mentoring", "mentorship"),
    "mentoring-programme": ("report_mentoring", "programme"),
    "mentor-coaching": ("report_mentoring", "coaching"),
    "review": ("report_review", "write"),
    "practice": ("report_practice", "write"),
}
# Which of them may be about somebody else, and of everybody who reports to me at once.
ABOUT, OF_ALL = (
    ("brag", "summary", "feedback", "review", "mentorship", "mentoring-programme", "mentor-coaching"),
    ("review",),
)
OF_AN_ASSESSMENT = ("self-review", "promotion", "growth-plan")


@click.command()
@click.argument("name")
@options.since
@options.until
@options.period
@options.audience
@options.include_former
@options.project
@click.option("--about", metavar="PERSON", callback=options.filled, help="About whom: what you know of them.")
@click.option("--all", "everyone", is_flag=True, help="A review of each who reports to you, into -o DIR.")
@click.option(
    "--role", type=click.Choice(ROLES), help="Of a mentorship: what you are in it, where there are more."
)
@click.option("--assessment", metavar="ID", help="Of which assessment; else the newest open one of yours.")
@click.option(
    "--form", metavar="FORM", help="Fill a company's own questions from a self-review: company, or a file."
)
@options.formats("md", "html", "term", "json", "text")
@options.output
@options.yes
@pass_app
def report(
    app: App,
    /,
    name: str,
    audience: str | None,
    include_former: bool,
    project: str | None,
    about: str | None,
    everyone: bool,
    role: str | None,
    assessment: str | None,
    form: str | None,
    format_: str | None,
    as_json: bool,
    output: str | None,
    yes: bool,
    **given: Any,
) -> int | None:
    """Write a report from your records.

    NAME is brag, summary, feedback, self-review, promotion, growth-plan, practice, team, review, or a
    template of your own made from one of them. Without a period it covers the last six months, a summary the
    last seven days, and what follows from an assessment its time. Only you see it; --for manager
    leaves out what is not shared. With --about, a brag and a summary tell what that person shared
    with you, feedback what was said of them, and a review all that you know of them, for you alone.
    Of mentoring there are mentorship, mentoring-programme and mentor-coaching.

    \b
      growth report summary --period 2026-W47 --for manager
      growth report brag --period 2026-Q3 --for manager -o q3.html
      growth report self-review --for manager -o review.html
      growth report self-review --form company --for manager
      growth report review --about ana --period 2026-H2
      growth report mentorship --about kim --for @kim
      growth report mentor-coaching --about sam
    """
    asked = Asked(
        name, period_of(app, given), audience, project, "json" if as_json else format_, output, yes,
        assessment=assessment, form=form, about=about, everyone=everyone,
        include_former=include_former,
        role=role,
    )  # fmt: skip
    return _writer(app, asked)(app, asked)


def _writer(app: App, asked: Asked) -> Callable[[App, Asked], int | None]:
    """Return what writes a report with the template that is asked for."""
    from growth.reports.engine import kind_of, need_kind

    kind = kind_of(asked.name, home=app.home)
    if kind not in KINDS:
        need_kind(asked.name, "brag", home=app.home)
    if asked.role and kind != "mentorship":
        raise WrongUsage(f"{asked.name} is of no mentorship", "leave --role out")
    if asked.assessment and kind not in OF_AN_ASSESSMENT:
        raise WrongUsage(f"{asked.name} is of no assessment", "leave --assessment out")
    _check_about(asked, kind)
    module, function = KINDS[kind]
    found: Callable[[App, Asked], int | None] = getattr(import_module(f"growth.commands.{module}"), function)
    return found


def _check_about(asked: Asked, kind: str) -> None:
    """Refuse to write about somebody what is only ever about oneself."""
    if asked.everyone and kind not in OF_ALL:
        raise WrongUsage(f"{asked.name} is not written of all", "leave --all out")
    if asked.about is None or kind in ABOUT:
        return
    if kind == "team":
        raise WrongUsage(f"{asked.name} is about everybody who reports to you", "leave --about out")
    hint = f"what you know of them: growth report review --about {asked.about.removeprefix('@')}"
    raise WrongUsage(f"a {kind} is what somebody writes of themselves", hint)
