"""A document in Markdown becomes one HTML file that asks nothing of anybody.

No script, no image, no request: styles are inline, raw HTML is shown as text, and links go to
http, https and mailto alone. The policy in the page says the same to the browser.
"""

import itertools
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from growth import files, shelf
from growth.text.clean import one_line

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from growth.rules.charts import Chart

# A bare name is a document in the same folder, as an index of sheets links to them.
_TARGETS = re.compile(r"https?:|mailto:|[\w.-]+\.(?:html|md)$", re.IGNORECASE)
_TASK = re.compile(r"\[([ x])\] ")
_NUMBER = re.compile(r" · \[\d+\]")
_BOXES = {" ": "☐", "x": "☑"}
_LIMIT = 1 << 20


def page(markdown: str, title: str, charts: "Mapping[str, Chart] | None" = None) -> str:
    """Return a whole page."""
    import base64
    import hashlib

    from jinja2 import Environment, StrictUndefined

    style = _part("page.css")
    template = Environment(autoescape=True, undefined=StrictUndefined).from_string(_part("page.html.j2"))
    digest = hashlib.sha256(style.encode()).digest()
    return (
        template.render(
            title=one_line(title),
            body=body(markdown, charts),
            style=style,
            style_hash=base64.b64encode(digest).decode(),
        )
        + "\n"
    )


def body(markdown: str, charts: "Mapping[str, Chart] | None" = None) -> str:
    """Return what stands between the page's beginning and end."""
    parser = _parser()
    tokens = parser.parse(markdown)
    _mark_tasks(tokens)
    for token in tokens:
        if token.type == "inline":
            _mark_tail(token)
    _name_headings(tokens)
    if charts:
        _draw(tokens, charts)
    text: str = parser.renderer.render(tokens, parser.options, {})
    return text


def _part(name: str) -> str:
    return files.read(shelf.shipped() / "html" / name, limit=_LIMIT).decode("utf-8")


def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"]).disable("image")
    # The parser's own check lets file: and relative targets through.
    parser.validateLink = lambda url: bool(_TARGETS.match(url))  # type: ignore[method-assign] # its documented hook
    return parser


def _mark_tasks(tokens: "list[Token]") -> None:
    """Turn `[x] ` at the start of a list's item into a box."""
    from markdown_it.token import Token

    for opening, _, inline in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if opening.type != "list_item_open" or inline.type != "inline" or not inline.children:
            continue
        first = inline.children[0]
        # The source tells a box from brackets that were made literal.
        found = _TASK.match(first.content) if _TASK.match(inline.content) else None
        if found:
            opening.attrJoin("class", "task")
            first.content = first.content[found.end() :]
            box = [
                Token("span_open", "span", 1, attrs={"class": "box"}),
                Token("text", "", 0, content=_BOXES[found[1]]),
            ]
            inline.children[:0] = [*box, Token("span_close", "span", -1)]


def _mark_tail(inline: "Token") -> None:
    """Give the words and the id that end a line their class: ` · *3 days late* · `7k3q``."""
    children = inline.children or []
    place = len(children) - 1
    if place > 0 and _NUMBER.fullmatch(children[place].content):
        place -= 1
    while place > 0:
        last = children[place]
        if last.type == "code_inline":
            opening = place
        elif last.type in ("em_close", "strong_close"):
            opening = _opening(children, place)
        else:
            return
        before = children[opening - 1]
        if opening == 0 or before.type != "text" or not before.content.endswith(" · "):
            return
        children[opening].attrJoin("class", "tail")
        place = opening - 1 if before.content != " · " else opening - 2


def _opening(children: "list[Token]", place: int) -> int:
    wanted = children[place].type.replace("close", "open")
    return next(n for n in range(place, -1, -1) if children[n].type == wanted)


def _name_headings(tokens: "list[Token]") -> None:
    for opening, inline in itertools.pairwise(tokens):
        if opening.type == "heading_open":
            name = "-".join(re.findall(r"\w+", inline.content.split(" · ")[0].lower()))
            opening.attrSet("id", name or "section")


def _draw(tokens: "list[Token]", charts: "Mapping[str, Chart]") -> None:
    """Put a picture in the place of each fence that names a chart."""
    from growth.reports.charts import figure, name_in

    number = 0
    for token in tokens:
        name = name_in(token.info) if token.type == "fence" else ""
        if name:
            number += 1
            # Raw HTML in a document is text; this token can come from nowhere but here.
            token.type, token.content = "html_block", figure(charts[name], number)
