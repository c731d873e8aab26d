"""Who mentors whom, as a template gets it."""

from collections.abc import Callable, Sequence

from growth.records.dates import Day
from growth.reports.told import Strings, audience_line, cited
from growth.rules.day_words import ago, counted, day_words, times
from growth.rules.programme import ME, Could, Pairing, Programme
from growth.text.markdown import literal

# On a page for me the records cited are only there to be checked.
CITED = 40
Called = Callable[[str], str]


def context(found: Programme, names: dict[str, str]) -> Strings:
    """Return what the template `mentoring-programme` may use, every text in it safe."""

    def called(handle: str) -> str:
        return "you" if handle == ME else literal(names.get(handle) or handle)

    last = Day.fromordinal(found.end.toordinal() - 1)
    return {
        "audience": audience_line("me", names, 0, "").partition(".")[0],
        "period": f"{day_words(found.start, found.today)} to {day_words(last, found.today)}",
        "counts": _counts(found),
        "pairings": [_pairing(one, found.today, called) for one in found.pairings],
        "closed": [_closed(one, found.today, called) for one in found.closed],
        "free": [
            {"name": called(one.person), "words": words} for one in found.free if (words := _could(one))
        ],
        "others_free": [called(one.person) for one in found.free if not _could(one)],
        "alone": [called(handle) for handle in found.alone],
        "silent": _silent(found, called),
        "people": len(found.people),
        "anybody": min((handle for handle in names if handle != ME), default=""),
        "cited": cited(found.cited, names, CITED),
    }


def _silent(found: Programme, called: Called) -> str:
    """Return of whom no more is known than I wrote down myself."""
    if not found.silent:
        return ""
    if len(found.silent) == len(found.people):
        return "any of them"
    return _listed([called(handle) for handle in found.silent])


def _listed(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]


def _counts(found: Programme) -> str:
    parts = [counted(len(found.pairings), "pair")]
    late = sum(one.overdue > 0 for one in found.pairings)
    parts += [f"{late} due for a session"] if late else []
    parts += [f"{len(found.alone)} of {len(found.people)} without a mentor"] if found.alone else []
    return ", ".join(parts)


def _pairing(one: Pairing, today: Day, called: Called) -> Strings:
    words = [one.cadence] if one.cadence else []
    if not one.counted:
        words.append("sessions not shared with you")
    elif one.due:
        words.append(f"{one.held} of {one.due} held in this time")
    else:
        words.append(f"{counted(one.held, 'session')} held")
    words += [f"last {ago(one.last, today)}"] if one.last else []
    words += [f"due for {counted(one.overdue, 'day')}"] if one.overdue else []
    words += [f"coached by {called(one.coach)}"] if one.coach else []
    mine = one.mentor == ME
    return {
        "mentor": "You" if mine else called(one.mentor),
        "verb": "mentor" if mine else "mentors",
        "mentee": called(one.mentee),
        "words": ", ".join(words),
        "late": one.overdue > 0,
    }


def _closed(one: Pairing, today: Day, called: Called) -> Strings:
    words = f"closed {day_words(one.until, today)}" if one.until else ""
    return {"mentor": called(one.mentor), "mentee": called(one.mentee), "words": words}


def _could(one: Could) -> str:
    parts = [f"mentored {times(one.before)} before"] if one.before else []
    parts += [f"{counted(one.entries, 'shared entry', 'shared entries')} on mentoring"] if one.entries else []
    return ", ".join(parts)
