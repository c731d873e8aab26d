"""growth report self-review --form: a company's own questions, answered from a self-review."""

from pathlib import Path

from growth import files
from growth.app import App, named
from growth.commands import company_forms
from growth.commands.audiences import names_of
from growth.commands.emit import ENDINGS, check_place
from growth.commands.report_asked import Asked
from growth.errors import WrongUsage
from growth.rules.company_answers import CompanyAnswer, CompanyAnswers, fill
from growth.rules.company_form import CompanyForm, check_themes, read
from growth.rules.day_words import counted
from growth.rules.self_review import SelfReview
from growth.text.clean import clean

FORMATS = ("text", "json")


def write(app: App, asked: Asked, found: SelfReview) -> int:
    """Fill the form that was named; return 1 where an answer is longer than it may be."""
    path = named(asked.output) if asked.output and asked.output != "-" else None
    format_ = _format(asked, path)
    names = names_of(app)
    answers = fill(_form(app, asked.form or "", found), found, lambda one: names.get(one, one))
    text = _text(asked, answers, names, format_)
    if path is None and format_ == "json":
        app.screen.exact(text)
    elif path is None:
        app.screen.data(text)
    else:
        check_place(app, path, asked.yes)
        files.write(path, text.encode("utf-8"))
        app.screen.say((f"written: {path}, readable by you only", "dim"))
    asked.say_nameless(app)
    for one in answers.questions:
        _say(app, one)
    return 1 if answers.over else 0


def _format(asked: Asked, path: Path | None) -> str:
    wanted = asked.format_ or (ENDINGS.get(path.suffix.lower(), "text") if path else "text")
    if wanted not in FORMATS:
        raise WrongUsage(f"a form is filled as text, not as {wanted}", "give -f text, or -f json")
    return wanted


def _form(app: App, name: str, found: SelfReview) -> CompanyForm:
    path, text = company_forms.source(app, name)
    form = read(text, path)
    check_themes(form, [theme.id for theme in found.themes], text, path)
    return form


def _text(asked: Asked, answers: CompanyAnswers, names: dict[str, str], format_: str) -> str:
    if format_ == "json":
        from growth.commands.json_out import fields, text

        return text(fields(answers)) + "\n"
    from shlex import quote

    from growth.reports.company_text import text as plain

    command = f"growth report {asked.name} --form {quote(asked.form or '')} --for manager"
    return clean(plain(answers, names, command))


def _say(app: App, one: CompanyAnswer) -> None:
    """Say what there is to do about an answer."""
    from growth.reports.company_text import cut_words

    if one.over:
        app.screen.say((cut_words(one), "late"))
        if one.cuts:
            app.screen.say((f"  leave it out with: without = [{_quoted(one)}]", "dim"))
    elif one.left_out:
        app.screen.say((f"{one.id}: no room for {counted(one.left_out, 'more record')}", "dim"))
    for name in one.unknown:
        app.screen.say(f"{one.id}: nothing in it is called {name!r}, which `without` names")


def _quoted(one: CompanyAnswer) -> str:
    """Return the ids to leave out as a form writes them; of parts that each would do, the first."""
    those = one.cuts if one.together else one.cuts[:1]
    return ", ".join(f'"{cut.name}"' for cut in those)
