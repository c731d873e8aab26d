"""A request becomes one HTML page to fill in, which asks nothing of anybody and ends in a text block.

Its policy allows its own script and its own style by their hashes, and nothing else: no request, no
other script, nowhere to send the form to. All that the asker wrote is escaped.
"""

import base64

from growth import files, shelf
from growth.rules.request_form import Field, Form
from growth.rules.request_paper import MARK, NONE

_LIMIT = 1 << 20


def page(form: Form) -> str:
    """Return a whole page."""
    from jinja2 import Environment, StrictUndefined

    style, script = _part("page.css") + _part("form.css"), _part("form.js")
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    template = environment.from_string(_part("form.html.j2"))
    hashes = {"style_hash": _hash(style), "script_hash": _hash(script)}
    return template.render(form=form, asked=_asked(form), style=style, script=script, **hashes) + "\n"


def _part(name: str) -> str:
    return files.read(shelf.shipped() / "html" / name, limit=_LIMIT).decode("utf-8")


def _hash(text: str) -> str:
    import hashlib

    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _asked(form: Form) -> dict[str, object]:
    """Return what the script puts the text block together from."""
    return {
        "id": form.id,
        "asker": form.asker,
        "questions": [_lines(question) for question in form.questions],
        "consents": [_lines(consent) for consent in form.consents],
        "end": form.end,
        "none": NONE,
        # A named group is written another way in JavaScript.
        "marks": MARK.pattern.replace("(?P<", "(?<"),
    }


def _lines(field: Field) -> dict[str, object]:
    return {"marker": field.marker, "line": field.line, "choices": [choice.line for choice in field.choices]}
