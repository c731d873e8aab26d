"""A company's form, filled, as plain text to copy from: each question, its count and its answer."""

from collections.abc import Mapping

from growth.reports.told import audience_line
from growth.rules.company_answers import CompanyAnswer, CompanyAnswers
from growth.text.clean import one_line


def text(found: CompanyAnswers, names: Mapping[str, str], command: str) -> str:
    """Return a filled form; `command` makes the one to hand in."""
    audience = audience_line(found.audience, dict(names), found.private, command)
    head = [one_line(found.title)] if found.title else []
    # The line is made for Markdown; here there is none.
    lines = [*head, audience.replace("`", "").replace("To send:", "To hand in:"), ""]
    for number, one in enumerate(found.questions, start=1):
        lines += [f"{number}. {one_line(one.text)}", f"   {_count(one)}", ""]
        lines += [one.answer, ""] if one.answer else []
    return "\n".join(lines).rstrip() + "\n"


def _count(one: CompanyAnswer) -> str:
    if not one.answer:
        return f"{one.count}: {'yours to write' if one.mine else 'nothing to tell yet'}"
    return f"{one.count}: {one.over:,} too many" if one.over else one.count


def cut_words(one: CompanyAnswer) -> str:
    """Return what to do about an answer that is too long, in a line."""
    said = f"{one.id}: {one.count}"
    named = [f"{cut.name} ({cut.saves:,})" for cut in one.cuts]
    if not named:
        return f"{said}: shorten it by {one.over:,} {one.unit}"
    if one.together:
        return f"{said}: cut these {len(named)}: {', '.join(named)}"
    if len(named) == 1:
        return f"{said}: cut {named[0]}"
    return f"{said}: cut one of these two: {' or '.join(named)}"
