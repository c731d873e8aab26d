"""The lines of a 1:1 sheet about goals, and about what was not spoken of for long."""

from growth.reports.told import Refs, Strings, beginning
from growth.rules.day_words import ago
from growth.rules.since import LOOK_BACK, Prep
from growth.text.markdown import inline, literal

# How many goals are told, and how much of what was said of one.
MOST, SAID = 3, 50
# Career is worth a line after so many days, and after so many weeks in which no word of it is noted.
CAREER, NEVER = 28, 8


def growing_lines(sheet: Prep, called: str, refs: Refs) -> Strings:
    """Return what became of goals, and what was not spoken of for long."""
    mirror = sheet.relation == "manager"
    safe = inline if mirror else literal
    lines = [
        {
            "text": safe(beginning(one.goal.text))
            + (f": {safe(beginning(one.said, SAID))}" if one.said else ""),
            "words": one.words,
            "ref": refs(one.goal.id, "" if mirror else sheet.person),
        }
        for one in sheet.goal_news[:MOST]
    ]
    words = [_career(sheet), _unthanked(sheet, called)] if sheet.audience == "me" else []
    if sheet.thanked and (lines or any(words)) and sheet.audience == "me":
        words.append(f"last thanked {called} {ago(sheet.thanked, sheet.today)}")
    return {
        "lines": lines,
        "more": max(0, len(sheet.goal_news) - MOST),
        "words": ", ".join(word for word in words if word),
        "learning": literal(sheet.learning),
    }


def _career(sheet: Prep) -> str:
    if sheet.relation not in ("direct", "manager"):
        return ""
    if sheet.career:
        old = (sheet.today - sheet.career).days >= CAREER
        return f"last spoke of career {ago(sheet.career, sheet.today)}" if old else ""
    weeks = (sheet.today - sheet.remembered).days // 7 if sheet.remembered else 0
    return f"have not spoken of career in {weeks} weeks" if weeks >= NEVER else ""


def _unthanked(sheet: Prep, called: str) -> str:
    """Return that somebody goes without thanks, where I note thanks at all and have met them for so long."""
    long = sheet.remembered is not None and (sheet.today - sheet.remembered).days > LOOK_BACK
    if sheet.thanked or not sheet.thanks or not long or sheet.relation != "direct":
        return ""
    return f"have not thanked {called} for more than {LOOK_BACK // 30} months"
