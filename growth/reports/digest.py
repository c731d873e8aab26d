"""A digest of feedback as a template gets it."""

from collections.abc import Mapping, Sequence

from growth.records.dates import Day
from growth.reports import period
from growth.reports.told import Refs, Strings, audience_line, beginning, cited
from growth.rules.common_words import Common
from growth.rules.day_words import counted, day_words
from growth.rules.digest import Digest
from growth.rules.hearing import BESIDE, Aim, Question, Said
from growth.rules.loops import Again, Loop
from growth.rules.requests import subject
from growth.rules.scales import Scale
from growth.text.markdown import inline, literal

# A whole answer is told; only one that is a document of its own is cut.
LONGEST = 2_000
UNANSWERED = 5
_ALLOWED = {"hidden": "not to be named", "unquoted": "not to be quoted", "named": ""}
# What a step is called in the line that tells how far it got.
STAGES = {"heard": "heard", "did": "done", "asked again": "asked again", "confirmed": "confirmed"}


def context(result: Digest, names: Mapping[str, str]) -> Strings:
    """Return what the template `feedback` may use, every text in it safe."""
    page = _Page(result, names)
    about = subject(result.about, {handle: name for handle, name in names.items() if handle != "me"})
    about = "" if about == "me" else about
    return {
        "audience": audience_line(result.audience, dict(names), result.private, _command(result)),
        "for_me": page.for_me,
        "name": literal(names.get("me", "")),
        "about": literal(about),
        "within": period.within(result.label, result.start, result.end) or "yet",
        "period": period.words(result.label, result.start, result.end) or "all there is",
        "person": page.name(result.person) if result.person else "",
        "total": result.answers + len(result.given),
        "summary": _summary(result) if result.answers else "",
        "beside": _beside(result.aims, page.for_me),
        "aims": [page.aim(one) for one in result.aims],
        "passing": [page.said(one) for one in result.passing],
        "passing_counted": result.passing_counted,
        "given": [page.mine(one) for one in result.given],
        "common": [page.common(one) for one in result.common],
        "loops": [page.loop(one) for one in result.loops],
        "apart": [page.said(one) for one in result.apart],
        "waiting": counted(result.waiting, "request") if result.waiting else "",
        "unsent": counted(result.unsent, "request") if result.unsent else "",
        "anybody": literal(next((handle for handle in sorted(names) if handle != "me"), "")),
        "unanswered": [literal(text) for text in result.unanswered[:UNANSWERED]],
        "unanswered_more": max(0, len(result.unanswered) - UNANSWERED),
        "missing": [literal(aim) for aim in result.missing],
        "cited": cited(result.cited, names),
    }


def _command(result: Digest) -> str:
    about = result.about
    if about.startswith("@"):
        return f"growth feedback digest --about {about[1:]} --for {about}"
    return "growth feedback digest --for manager"


def _summary(result: Digest) -> str:
    return f"{counted(result.answers, 'answer')} from {counted(result.givers, 'person', 'people')}"


def _beside(aims: Sequence[Aim], for_me: bool) -> list[Strings]:
    """Return the aims in one look, the technical one beside the interpersonal one, whatever was asked."""
    by_name = {aim.name: aim for aim in aims}
    names = dict.fromkeys((*(BESIDE if for_me and aims else ()), *by_name))
    return [
        {
            "name": literal(name) or "own questions",
            "words": _of_aim(by_name[name]) if name in by_name else "nobody has answered about it",
        }
        for name in names
    ]


def _of_aim(aim: Aim) -> str:
    said = sum(bool(one.text) for question in aim.questions for one in question.said)
    things = f", {counted(said, 'thing')} said" if said else ""
    people = counted(aim.givers, "person", "people")
    return f"{people} on {counted(len(aim.questions), 'question')}{things}"


class _Page:
    """Turns the parts of a digest into safe strings, with their citations."""

    def __init__(self, result: Digest, names: Mapping[str, str]) -> None:
        self.today, self.topic = result.today, result.about
        self.names = names
        self.for_me = result.audience == "me"
        self.refs = Refs(result.audience, result.cited)

    def name(self, handle: str) -> str:
        return literal(self.names.get(handle) or handle)

    def day(self, day: Day) -> str:
        return day_words(day, self.today)

    def aim(self, aim: Aim) -> Strings:
        return {
            "name": literal(aim.name.capitalize()),
            "givers": counted(aim.givers, "person", "people"),
            "questions": [self.question(one) for one in aim.questions],
        }

    def question(self, question: Question) -> Strings:
        answered = str(question.givers)
        if question.asked >= question.givers and self.for_me:
            answered = f"{question.givers} of {question.asked}"
        return {
            "text": literal(question.text),
            "name": literal(question.name),
            "answered": f"{answered} answered",
            "counted": question.counted,
            "said": [self.said(one) for one in question.said if one.text],
            "scale": _scale(question.scale),
        }

    def said(self, one: Said) -> Strings:
        about = "" if one.about in ("me", self.topic) else f"about {one.about}"
        words = (self.names.get(one.person) or one.person, self.day(one.day), one.step, about)
        tail = [literal(word) for word in (*words, _ALLOWED.get(one.allowed, "")) if word]
        return {
            "text": literal(beginning(one.text, LONGEST)),
            "words": ", ".join(tail),
            "ref": self.refs(one.answer),
        }

    def mine(self, one: Said) -> Strings:
        return {
            "text": inline(beginning(one.text, LONGEST)),
            "words": self.day(one.day),
            "ref": self.refs(one.answer),
        }

    def common(self, one: Common) -> Strings:
        return {
            "words": literal(one.words),
            "givers": counted(one.givers, "person", "people"),
            "refs": " ".join(self.refs(answer) for answer in one.answers),
        }

    def loop(self, one: Loop) -> Strings:
        return {
            "stage": STAGES[one.stage],
            "asked": self.day(one.asked) if one.asked else "",
            "heard": self.day(one.heard),
            "said": literal(one.said),
            "person": self.name(one.person),
            "ref": self.refs(one.answer),
            "did": inline(beginning(one.text)),
            "words": literal(one.words),
            "done": one.state == "done",
            "did_ref": self.refs(one.action),
            "asked_again": self.day(one.asked_again) if one.asked_again else "",
            "ask_again": self.day(one.ask_again),
            "command": f"growth feedback ask {one.person} --follow-up {one.action}" if self.for_me else "",
            "again": self.again(one.again) if one.again else None,
        }

    def again(self, one: Again) -> Strings:
        step = f"{literal(one.words)}, {one.rating} of {one.of}" if one.rating else ""
        return {
            "step": step,
            "text": literal(one.text),
            "day": self.day(one.day),
            "ref": self.refs(one.answer),
        }


def _scale(scale: Scale | None) -> Strings | None:
    if scale is None:
        return None
    of = len(scale.steps)
    average = f"{counted(scale.count, 'rating')}, too few for an average"
    if scale.average is not None:
        before = f", {scale.average_before:.1f} before" if scale.average_before is not None else ""
        average = f"average {scale.average:.1f} of {of}{before}"
    return {
        "average": average,
        "steps": [
            {
                "words": f"{step.number} {literal(step.words)}",
                "now": step.now,
                "change": f"{step.before} before" if step.before else "",
            }
            for step in reversed(scale.steps)
            if step.now or step.before
        ],
    }
