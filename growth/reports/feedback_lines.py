"""The lines of a 1:1 sheet about feedback."""

from growth.reports.told import Refs, Strings, beginning
from growth.rules.day_words import counted, near
from growth.rules.persons import first_name
from growth.rules.since import Prep
from growth.text.markdown import literal

# How much of what was said is told, and how long: the rest is in the digest.
MOST, LONGEST = 2, 90


def feedback_lines(sheet: Prep, names: dict[str, str], refs: Refs) -> list[Strings]:
    """Return the lines about feedback: what is in and who is late, what was said, what they owe."""
    found, called = sheet.feedback, literal(first_name(sheet.name) or sheet.person)
    lines = []
    if found.asked or found.kept:
        words = [f"{found.came} of {found.asked} in"] if found.asked else []
        words += [
            f"{literal(first_name(names.get(one.person) or one.person))} {counted(one.days, 'day')} late"
            for one in found.late
        ]
        words += [f"{counted(found.kept, 'answer')} for you alone"] if found.kept else []
        command = f"`growth feedback digest --about {sheet.person}`"
        lines.append({"label": "feedback", "text": ", ".join(words), "words": "", "ref": command})
    for one in found.said[:MOST]:
        by = one.answer.person if one.owner else names.get(one.answer.person) or one.answer.person
        lines.append(
            {
                "label": "said",
                "text": f"of {called}: “{literal(beginning(one.text, LONGEST))}”",
                "words": literal(f"{by}, {near(one.answer.day, sheet.today)}"),
                "ref": refs(one.answer.id, one.owner),
            }
        )
    if found.theirs is not None:
        request = found.theirs.request
        text = f"{called} for feedback" + (
            "" if request.about == "me" else f" about {literal(request.about)}"
        )
        lines.append(
            {"label": "asked", "text": text, "words": literal(found.theirs.words), "ref": refs(request.id)}
        )
    return lines
