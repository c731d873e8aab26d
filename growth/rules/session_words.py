"""What a session is called where it was opened with a template: a career talk, a first 1:1."""

from growth.records.session import Session

# Any other name of a template may say of somebody what is nobody else's: only I read it.
_OPENLY = {
    ("1on1", "career"): "career talk",
    ("1on1", "first"): "first 1:1",
    ("1on1", "skip-level"): "skip-level 1:1",
    ("mentoring", "first"): "first mentoring session",
    ("mentoring", "closing"): "last mentoring session",
}
_NOUNS = {"1on1": "1:1", "mentoring": "mentoring"}
_AS_EVER = ("weekly", "regular", "my-manager")


def openly(session: Session) -> str:
    """Return what both call a session, or nothing where it is one as any other."""
    return _OPENLY.get((session.kind, session.template), "")


def called(session: Session) -> str:
    """Return what I call a session, or nothing where it is one as any other."""
    if not session.template or session.template in _AS_EVER:
        return ""
    return openly(session) or f"{_NOUNS[session.kind]} ({session.template.replace('-', ' ')})"
