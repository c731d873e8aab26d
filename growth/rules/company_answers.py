"""A company's form, filled from a self-review: each answer with its count, and what to cut if it is over."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

import msgspec

from growth.rules.company_form import CompanyForm, FormQuestion
from growth.rules.form_sources import Part, Sources
from growth.rules.self_review import SelfReview

# Without a limit an answer holds so many records and quotes.
ENOUGH = 8
# The name of what I wrote into the form itself.
OWN = "answer"


class Cut(msgspec.Struct, frozen=True, kw_only=True):
    """A part of an answer, and how many characters, or words, less there are without it."""

    name: str
    text: str
    saves: int


class CompanyAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """One question answered. `left_out` counts records and quotes that there was no room for.

    `mine` says that nothing else answers it. When the answer is over, each of `cuts` alone would do, or
    where `together` is set all of them.
    `unknown` are ids to leave out that nothing here has.
    """

    id: str
    text: str
    answer: str
    characters: int
    words: int
    limit: int | None = None
    word_limit: int | None = None
    over: int = 0
    unit: str = "characters"
    left_out: int = 0
    mine: bool = False
    cuts: tuple[Cut, ...] = ()
    together: bool = False
    unknown: tuple[str, ...] = ()

    @property
    def count(self) -> str:
        """How long the answer is, and may be: `2,310 of 2,000 characters`."""
        said = [
            f"{count:,} of {limit:,} {unit}"
            for count, limit, unit in (
                (self.characters, self.limit, "characters"), (self.words, self.word_limit, "words"),
            )
            if limit is not None
        ]  # fmt: skip
        return ", ".join(said) or f"{self.characters:,} characters"


class CompanyAnswers(msgspec.Struct, frozen=True, kw_only=True):
    """A form with its answers, as one audience may see them."""

    title: str
    audience: str
    assessment: str
    private: int
    questions: tuple[CompanyAnswer, ...]

    @property
    def over(self) -> tuple[CompanyAnswer, ...]:
        """The answers that are longer than they may be."""
        return tuple(one for one in self.questions if one.over)


def fill(form: CompanyForm, found: SelfReview, name: Callable[[str], str]) -> CompanyAnswers:
    """Return a form filled from a self-review; `name` turns a handle into a name."""
    sources = Sources(found, name)
    return CompanyAnswers(
        title=form.title,
        audience=found.audience,
        assessment=found.assessment,
        private=found.private,
        questions=tuple(_answers(form, sources)),
    )


def _answers(form: CompanyForm, sources: Sources) -> Iterator[CompanyAnswer]:
    """Yield the answers; a record stands in the first that has room for it, a goal in that about goals."""
    told: set[str] = set()
    asked = any("goals" in question.sources for question in form.questions)
    goals = {part.name for part in sources.parts("goals")} if asked else set()
    for question in form.questions:
        answer, parts = _answer(question, sources, told if "goals" in question.sources else told | goals)
        told |= {part.name for part in parts if part.bullet}
        yield answer


def _answer(
    question: FormQuestion, sources: Sources, elsewhere: Collection[str] = ()
) -> tuple[CompanyAnswer, list[Part]]:
    """Return a question answered, and the parts it is made of. What is told elsewhere fills no gap twice."""
    own = [Part(OWN, question.answer)] if question.answer else []
    parts = [*own, *(part for source in question.sources for part in sources.parts(source))]
    names = {part.name for part in parts}
    parts = [part for part in _once(parts) if part.name not in question.without]
    # An answer goes into a field of its own: one that would be empty repeats what there is.
    parts = [part for part in parts if not part.bullet or part.name not in elsewhere] or parts
    told = _told(question, parts)
    text = written(told)
    unit, over = _over(question, text)
    cuts, together = _cuts(told, unit, over) if over else ((), False)
    answer = CompanyAnswer(
        id=question.id,
        text=question.text,
        answer=text,
        characters=len(text),
        words=len(text.split()),
        limit=question.limit,
        word_limit=question.words,
        over=over,
        unit=unit,
        left_out=len(parts) - len(told),
        mine=not question.sources,
        cuts=cuts,
        together=together,
        unknown=tuple(one for one in question.without if one not in names),
    )
    return answer, told


def _once(parts: Iterable[Part]) -> list[Part]:
    """Return parts without what is said twice: a record of two criteria, a sentence of two sources."""
    seen: set[tuple[str, bool]] = set()
    out = []
    for part in parts:
        if (part.name, part.mine) not in seen:
            seen.add((part.name, part.mine))
            out.append(part)
    return out


def _told(question: FormQuestion, parts: Sequence[Part]) -> list[Part]:
    """Return my sentences, and of the rest what there is room for: the first of each before the second."""
    told = {place for place, part in enumerate(parts) if part.mine}
    others = sorted((part.rank, place) for place, part in enumerate(parts) if not part.mine)
    limited = question.limit is not None or question.words is not None
    for _, place in others if limited else others[:ENOUGH]:
        wanted = [part for n, part in enumerate(parts) if n in told or n == place]
        if not _over(question, written(wanted))[1]:
            told.add(place)
    return [part for place, part in enumerate(parts) if place in told]


def written(parts: Sequence[Part]) -> str:
    """Return parts as plain text: lists of records close together, an empty line around all else."""
    text = ""
    for before, part in zip([None, *parts], parts, strict=False):
        gap = "" if before is None else "\n" if before.bullet and part.bullet else "\n\n"
        text += f"{gap}{'- ' if part.bullet else ''}{part.text}"
    return text


def _over(question: FormQuestion, text: str) -> tuple[str, int]:
    """Return by how much a text is longer than it may be, and in what that is counted."""
    for unit, limit in (("characters", question.limit), ("words", question.words)):
        if limit is not None and _count(text, unit) > limit:
            return unit, _count(text, unit) - limit
    return "characters", 0


def _count(text: str, unit: str) -> int:
    return len(text) if unit == "characters" else len(text.split())


def _cuts(told: Sequence[Part], unit: str, over: int) -> tuple[tuple[Cut, ...], bool]:
    """Return two parts of which either would do, the smallest that do; else the last that do together."""
    whole = _count(written(told), unit)

    def saves(places: Collection[int]) -> int:
        rest = [part for place, part in enumerate(told) if place not in places]
        return whole - _count(written(rest), unit)

    found = [
        Cut(name=part.name, text=part.text, saves=saves({place})) for place, part in enumerate(told)
    ]  # fmt: skip
    alone = sorted((cut.saves, -place) for place, cut in enumerate(found) if cut.saves >= over)
    alone = [one for one in alone if found[-one[1]].name != OWN]
    if alone and len(told) > 1:
        return tuple(found[-place] for _, place in alone[:2]), False
    # Sources give the strongest first, so that the last are the least loss; one at least has to stay.
    for first in range(len(told) - 2, 0, -1):
        if saves(range(first, len(told))) >= over:
            return tuple(found[first:]), True
    return (), False
