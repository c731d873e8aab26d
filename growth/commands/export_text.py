"""What goes out as one text, in each format there is."""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from growth import __version__
from growth.app import App
from growth.records.kinds import Record
from growth.rules import exporting
from growth.rules.audience import Audience
from growth.rules.exporting import Going
from growth.rules.select import Selection
from growth.text.clean import clean

# Records that are printed together.
AT_ONCE = 1000


class Out(NamedTuple):
    """What goes out, to whom, the names to tell it with, and the filters that let it through."""

    going: Going
    whom: Audience
    names: dict[str, str]
    wanted: Selection

    @property
    def for_me(self) -> bool:
        return self.whom.kind == "me"

    @property
    def title(self) -> str:
        """What it is called."""
        mine = self.names.get("me", "")
        whole = f"Journal of {mine}" if mine else "Journal"
        return f"{whole}, {self.wanted.period.label}" if self.wanted.period.label else whole

    @property
    def audience(self) -> str:
        """Whom it is for, as a first line says it."""
        from growth.reports.told import audience_line

        command = "growth export --for manager"
        return audience_line(self.whom.word, self.names, self.going.private, command)

    @property
    def others(self) -> tuple[Record, ...]:
        """What is no entry; where filters ask for entries, nothing."""
        return () if exporting.of_journal(self.wanted) else self.going.records


def texts(app: App, out: Out, format_: str) -> Iterator[str]:
    """Yield what goes out as one text, in parts."""
    if format_ in ("json", "jsonl"):
        yield from _json(app, out, format_)
    elif format_ == "csv":
        from growth.exchange import record_csv

        yield record_csv.write(out.going.entries)
    elif format_ == "ics":
        from growth.commands.export_calendar import text as calendar

        yield calendar(app, out.going.records, out.wanted.period, out.names)
    else:
        yield clean(_for_people(out, format_))


def _for_people(out: Out, format_: str) -> str:
    if format_ == "jrnl":
        from growth.exchange import out_jrnl

        return out_jrnl.write(out.going.entries, out.names)
    if format_ == "org":
        from growth.exchange import out_org

        line = out.audience.split(". To send:")[0]
        return out_org.write(out.going.entries, out.title, line, out.names, for_me=out.for_me)
    if format_ == "md":
        return markdown(out, exact=out.for_me)
    from growth.reports.html import page

    return page(markdown(out, exact=False), out.title)


def markdown(out: Out, *, exact: bool) -> str:
    """Return the journal as one document, by month, and what else is to be read after it."""
    from growth.exchange.chapters import chapters
    from growth.exchange.journal_markdown import Style, months
    from growth.text.markdown import literal

    style = Style(out.names, out.for_me, exact)
    parts = [f"*{out.audience}*", f"# {literal(out.title)}", months(out.going.entries, style, 2)]
    parts += [told for _, told in chapters(out.others, out.names, marked=exact)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _json(app: App, out: Out, format_: str) -> Iterator[str]:
    from growth.exchange import out_jsonl

    head = {"version": __version__, "made": app.today, "for": out.whom.word}
    found = (
        out_jsonl.lines(out.going.records)
        if format_ == "jsonl"
        else out_jsonl.document(out.going.records, head)
    )
    while some := b"".join(islice(found, AT_ONCE)):
        yield some.decode()
