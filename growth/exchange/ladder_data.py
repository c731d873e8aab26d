"""Which shape plain data has, whether it was YAML, JSON or JavaScript, and the reader of that shape."""

from typing import Any

from growth.errors import Refused
from growth.exchange import ladder_limits as limits
from growth.exchange import ladder_lists, ladder_matrix, ladder_split, ladder_topics, ladder_tracks
from growth.exchange.ladder_draft import Draft
from growth.exchange.ladder_values import fields, first

# In this order: the more a shape asks for, the earlier it is tried.
SHAPES = (ladder_lists, ladder_topics, ladder_tracks)


def read(value: Any, *, name: str, stem: str) -> Draft:
    """Return the ladder that data of some known shape holds; refuse any other."""
    known = fields(value)
    title = first(known, "title", "name") or stem
    for shape in SHAPES:
        if shape.fits(value):
            draft = Draft(shape.FORM, title, name)
            shape.read(value, draft)
            break
    else:
        draft = _other(value, title, name, stem)
    draft.version = first(known, "version") or "1"
    draft.licence = first(known, "licence", "license")
    return draft


def _other(value: Any, title: str, name: str, stem: str) -> Draft:
    if ladder_split.fits(value):
        draft = Draft(ladder_split.FORM, title, name)
        ladder_split.read({name: value}, draft)
    elif ladder_matrix.fits(value):
        draft = Draft(ladder_matrix.FORM, title, name)
        ladder_matrix.read(value, draft, stem)
    else:
        raise Refused(f"{name} holds data in which no levels and themes were found", limits.SHAPES)
    return draft
