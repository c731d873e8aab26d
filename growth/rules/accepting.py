"""What a draft becomes once it is accepted: sentences of an assessment, a note, or feedback to give."""

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from growth.errors import Refused
from growth.records.answer import Answer, Reply
from growth.records.assessment import Assessment
from growth.records.dates import Day, Instant
from growth.records.draft import Draft, Finding
from growth.records.entry import Entry, Share
from growth.records.kinds import Record
from growth.rules import assessing
from growth.rules.audience import Audience, Shareable, may_see
from growth.rules.consent import may_read
from growth.rules.day_words import counted
from growth.rules.draft_checks import cited
from growth.rules.plain_feedback import PARTS

_HEADING = re.compile(r"^#{1,6} +(\S.*?)#*\s*$", re.MULTILINE)
_REFS = re.compile(r"\s*[\[(][\s,;]*[\])]")
# A sentence that was nothing but a citation.
_BARE = re.compile(
    r"(?:(?<=[.!?])|^)[ \t]*(?:also|and|see|see also)[:,]?\s*[\[(][\s,;]*[\])][ \t]*(?:\.|$)",
    re.IGNORECASE | re.MULTILINE,
)
_LONGEST_TITLE = 120
# So many of what is not to be shared are named.
_NAMED = 3


def check(one: Draft, findings: Sequence[Finding], anyway: str) -> None:
    """Refuse to accept what was accepted, or what says something that its records do not."""
    if one.accepted:
        raise Refused(f"{one.id} became {one.accepted} already", f"to change it: growth edit {one.accepted}")
    if findings and not anyway:
        raise Refused(
            f"{one.id} says what its records do not: {counted(len(findings), 'finding')}",
            "mend it: --with FILE; if you know better: --anyway 'why'",
        )


def check_share(one: Draft, findings: Sequence[Finding], mine: Iterable[Record], whom: Audience) -> None:
    """Refuse to share what says something that its readers may not read, whatever the reason."""
    told = [f"“{' '.join(found.text.split())}”" for found in findings if found.rule == "private"]
    told += _closed(one, mine, whom)
    if told:
        more = f" and {len(told) - _NAMED} more" if len(told) > _NAMED else ""
        raise Refused(
            f"{one.id} says what {whom.name or f'your {whom.word}'} is not to read: "
            f"{', '.join(told[:_NAMED])}{more}",
            "mend it: --with FILE; or leave --share out: it is then for nobody but you",
        )


def _closed(one: Draft, mine: Iterable[Record], whom: Audience) -> Iterator[str]:
    """Yield the closed records that a draft cites, or of all it was given where it cites none."""
    cites = tuple(ref.lower() for ref in refs(one.text))
    given = {was.ref for was in one.given}
    rests = {ref for ref in given if ref.endswith(cites)} if cites else given
    for record in mine:
        if record.id in rests and isinstance(record, Shareable | Answer):
            is_open = may_read(record, whom) if isinstance(record, Answer) else may_see(record, whom)
            if not is_open:
                yield record.id


def refs(output: str) -> tuple[str, ...]:
    """Return what a text cites, each once."""
    return tuple(dict.fromkeys(match[0] for match in cited(output)))


def without_citations(text: str) -> str:
    """Return a text without its citations; they stay in the draft."""
    for match in reversed(cited(text)):
        text = text[: match.start()] + text[match.end() :]
    return _REFS.sub("", _BARE.sub("", text)).strip()


def sections(one: Draft) -> dict[str, str]:
    """Return the statements of a draft by the criterion that stands above each."""
    found = list(_HEADING.finditer(one.text))
    ends = [match.start() for match in found[1:]] + [len(one.text)]
    return {
        match[1].strip("` "): without_citations(one.text[match.end() : end])
        for match, end in zip(found, ends, strict=True)
    }


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """An assessment with the statements of a draft: whose they are, what kept my own, what is not judged."""

    assessment: Assessment
    said: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    unjudged: tuple[str, ...] = ()


def judged(one: Draft, assessment: Assessment, day: Day) -> Judged:
    """Return an assessment with the statements of a draft; a sentence of my own stays."""
    said: list[str] = []
    kept: list[str] = []
    unjudged: list[str] = []
    for criterion, text in sections(one).items():
        rating = assessing.rating_of(assessment, criterion)
        if not text:
            continue
        if rating is None:
            unjudged.append(criterion)
        elif rating.statement and not rating.drafted:
            kept.append(criterion)
        else:
            assessment = assessing.rated(assessment, criterion, rating.judgement, text, day, one.id)
            said.append(criterion)
    return Judged(assessment=assessment, said=tuple(said), kept=tuple(kept), unjudged=tuple(unjudged))


def noted(one: Draft, day: Day, now: Instant, share: Share, name: str) -> Entry:
    """Return the note that a draft becomes: of me, or of who it is about."""
    text = without_citations(one.text)
    heading = _HEADING.match(text)
    title = (
        heading[1].strip()
        if heading
        else f"For the next 1:1 with {name}"
        if one.about
        else ", ".join(filter(None, (one.kind, one.period)))
    )
    return Entry(
        day=day,
        kind="note",
        title=title[:_LONGEST_TITLE],
        body=text[heading.end() :].strip() if heading else text,
        about=one.about,
        share="private" if one.about else share,
        source=one.id,
        created=now,
    )


def said(one: Draft, day: Day, now: Instant, share: Share) -> Answer:
    """Return the feedback that a draft becomes, as what I am to tell somebody."""
    return Answer(
        person="me",
        about=f"@{one.about}",
        manner="given",
        day=day,
        replies=(Reply(question=PARTS["behaviour"], text=without_citations(one.text)),),
        share=share,
        source=one.id,
        created=now,
    )
