"""What goes out as files: one, or many in a directory."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from growth import files
from growth.app import App
from growth.commands.emit import check_place
from growth.commands.export_text import Out
from growth.errors import Refused
from growth.exchange.journal_markdown import UNDATED, Style, by_month, months, note
from growth.records.entry import Entry
from growth.records.ids import short
from growth.rules.day_words import counted
from growth.text.clean import clean
from growth.text.fold import fold

README = "README.md"
_WORD = re.compile(r"[a-z0-9]+")
# So long a name of a file says enough, and no system refuses it.
LONGEST = 48


def write_one(app: App, path: Path, data: bytes, yes: bool) -> None:
    """Write one file, which is asked about where it is there already."""
    check_place(app, path, yes)
    files.write(path, data)
    app.screen.say((f"written: {path}, readable by you only", "dim"))


def write(app: App, folder: Path, parts: Mapping[str, bytes], yes: bool) -> None:
    """Write files into a directory: a new one comes whole or not at all, of one that is there each file."""
    there = folder.is_dir() and any(folder.iterdir())
    _check(app, folder, parts, yes)
    if there:
        _into(folder, parts)
    else:
        new = files.temporary(folder)
        files.discard(new)
        try:
            _into(new, parts)
            _give_name(new, folder)
        except BaseException:
            files.discard(new)
            raise
    app.screen.say((f"written: {counted(len(parts), 'file')} into {folder}, readable by you only", "dim"))


def _give_name(new: Path, folder: Path) -> None:
    try:
        new.replace(folder)
        files.sync_directory(folder.parent)
    except OSError as error:
        raise files.refusal(error, folder) from None


def _into(folder: Path, parts: Mapping[str, bytes]) -> None:
    for place in sorted({(folder / name).parent for name in parts} | {folder}):
        files.make_private(place)
    for name, data in parts.items():
        files.write(folder / name, data)


def _check(app: App, folder: Path, parts: Mapping[str, bytes], yes: bool) -> None:
    if folder.exists() and not folder.is_dir():
        raise Refused(f"{folder} is no directory", "name a new one with -o")
    check_place(app, folder / README, yes, again=True)
    same = [name for name in parts if (folder / name).exists()]
    if not same or yes:
        return
    from growth.terminal.prompts import confirm

    are = f"{same[0]} is" if len(same) == 1 else f"{len(same)} of these files are"
    if not confirm(app.screen, f"{are} in {folder} already. Replace what is there?"):
        raise Refused("nothing was written", "name another place with -o")


def split(app: App, out: Out, by: str) -> dict[str, bytes]:
    """Return the files that Markdown is split into, by their names: one a month, or one an entry."""
    from growth.exchange.chapters import TOLD, chapters
    from growth.text.markdown import literal

    style = Style(out.names, out.for_me, out.for_me)
    entries = out.going.entries
    texts = dict(_notes(entries, style) if by == "record" else _months(entries, style))
    for title, told in chapters(out.others, out.names, 1, marked=out.for_me):
        texts[f"{title.lower().replace(' ', '-')}.md"] = told
    whole = [f"*{out.audience}*", f"# {literal(out.title)}", counted(len(entries), "entry", "entries")]
    whole += [TOLD] if out.for_me else []
    texts[README] = "\n\n".join((*whole, "\n".join(_listed(texts, by))))
    return {name: f"{clean(text).rstrip()}\n".encode() for name, text in texts.items()}


def _listed(names: Iterable[str], by: str) -> Iterator[str]:
    """Yield links to files; of notes, which are many, to none."""
    for name in names:
        if by == "month" or "/" not in name:
            yield f"- [{name.removesuffix('.md')}]({name})"


def _months(entries: tuple[Entry, ...], style: Style) -> Iterator[tuple[str, str]]:
    for name, those in by_month(entries):
        day = those[0].day.isoformat()
        file = "undated.md" if name == UNDATED else f"{day[:4]}/{day[:7]}.md"
        yield file, months(those, style, 1)


def slug(text: str) -> str:
    """Return a text as a part of a file's name, which is a word or two in small letters, or nothing."""
    words = "-".join(_WORD.findall(fold(text)))
    return words if len(words) <= LONGEST else words[:LONGEST].rpartition("-")[0] or words[:LONGEST]


def _notes(entries: tuple[Entry, ...], style: Style) -> Iterator[tuple[str, str]]:
    taken: set[str] = set()
    for entry in entries:
        folder = "undated" if entry.precision == "none" else f"{entry.day.year:04}"
        words = slug(entry.title)
        # The end of its id keeps two of one day and title apart, but for one in a million.
        name = "-".join(filter(None, (entry.day.isoformat(), words, short(entry.id))))
        name = name if name not in taken else f"{name}-{entry.id}"
        taken.add(name)
        yield f"{folder}/{name}.md", note(entry, style)
