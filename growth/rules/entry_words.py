"""An entry in words: its day as exact as it is known, its numbers as they are read."""

from collections.abc import Callable, Mapping

from growth.records.dates import Day
from growth.records.entry import Entry, Learning, Metric, Shown
from growth.rules.day_words import counted, day_words, times
from growth.text.fold import fold


def entry_day(entry: Entry, today: Day) -> str:
    """Return an entry's day as short as it is exact."""
    day = entry.day
    return {
        "none": "undated",
        "year": f"{day:%Y}",
        "quarter": f"{day:%Y}-Q{(day.month + 2) // 3}",
        "month": f"{day:%b %Y}",
    }.get(entry.precision) or day_words(day, today)


def metric_words(metric: Metric) -> str:
    """Return a metric as it is read: `p99 480 -> 210 ms`."""
    unit = f" {metric.unit}" if metric.unit else ""
    before = f"{metric.before} -> " if metric.before else ""
    return f"{metric.name} {before}{metric.after}{unit}"


def spent_words(minutes: int) -> str:
    """Return a time spent in hours and minutes, as it is typed."""
    hours, rest = divmod(minutes, 60)
    return f"{hours}h{rest:02}m" if hours and rest else f"{hours}h" if hours else f"{rest}m"


def hours_words(minutes: int) -> str:
    """Return a time spent as it is said: `45 minutes`, `1.5 hours`, `247 hours`."""
    if minutes < 60:
        return counted(minutes, "minute")
    hours = round(minutes / 60, 1 if minutes < 6000 else None)
    return f"{hours:g} {'hour' if hours == 1 else 'hours'}"


def learning_words(learning: Learning, name: Callable[[str], str] = str) -> str:
    """Return how something was learned: `paper, taught back to kim`, `lunch-and-learn, led`."""
    back = f"taught back to {', '.join(map(name, learning.taught_back))}" if learning.taught_back else ""
    return ", ".join(word for word in (learning.type, "led" if learning.led else "", back) if word)


def shown_words(shown: Shown, names: Mapping[str, str], *, listed: bool = False) -> str:
    """Return for whom something was and who reused it: `given to the search team, reused by 2 teams`.

    `names` are those of people, by handle; who has none in it is a team. `listed` names all of them.
    """
    given = shown.state == "given"
    whom = f"{'given to' if given else 'for'} {shown.audience}" if shown.audience else ""
    # That a talk was given says nothing more where nobody is named.
    state = "" if given and (whom or not listed) else shown.state
    who = [names.get(one) or one for one in shown.reused_by]
    if len(who) > 1 and not listed:
        teams = names and not any(one in names for one in shown.reused_by)
        teams = teams or all(fold(one).endswith("team") for one in who)
        who = [f"{len(who)} {'teams' if teams else 'others'}"]
    return ", ".join(filter(None, (state, whom, f"reused by {', '.join(who)}" if who else "")))


def unseen_words(sorts: Mapping[str, int]) -> str:
    """Return work that is rarely seen, counted by its sort: `3 reviews, helped others twice`."""
    nouns = {"review": "review", "incident": "incident", "docs": "page of docs"}
    said = [
        counted(sorts[sort], noun, "pages of docs" if sort == "docs" else "")
        for sort, noun in nouns.items()
        if sorts.get(sort)
    ]
    if helped := sorts.get("help", 0):
        said.append("helped others" + (f" {times(helped)}" if helped > 1 else ""))
    return ", ".join(said)
