"""The questions for a session: which are proposed, and whether those that were asked are known."""

from growth.app import App
from growth.commands.sessions import Pair
from growth.errors import Refused
from growth.records.session import Session
from growth.rules.session_notes import Opened
from growth.rules.to_ask import ToAsk, to_ask


def proposed(app: App, pair: Pair, opened: Opened) -> tuple[ToAsk, ...]:
    """Return the questions that the form shows: the same three as on the sheet, or those that were asked."""
    from growth.commands.bank_file import the_bank
    from growth.commands.sheets import Sheets

    try:
        known = the_bank(app).by_ref
        picks = Sheets(app).of(pair.person, kind=pair.kind).questions if _is_next(app, pair, opened) else ()
    except Refused as refused:
        # A fault in the bank is no reason to lose the notes of a meeting.
        app.screen.say(("warning: ", "late"), refused.message)
        return ()
    return to_ask(opened.session.asked, ((one.ref, one.text) for one in picks), known)


def _is_next(app: App, pair: Pair, opened: Opened) -> bool:
    """Tell whether this session is the one that the sheet was made for, and not an older one."""
    new = opened.stored is None or opened.stored.day is None
    days = [one.day for one in pair.sessions(app) if one.day and one.kind == pair.kind]
    return new and not any(opened.session.day and day > opened.session.day for day in days)


def check_asked(app: App, before: Session, after: Session) -> None:
    """Refuse a question that there is none of."""
    new = [ref for ref in after.asked if ref not in before.asked]
    if new:
        from growth.commands.bank_file import check_known

        check_known(app, new)


def say_thumb(app: App, before: Session, after: Session) -> None:
    """Say how a question that was worth asking is brought back."""
    new = [ref for ref in after.asked if ref not in before.asked]
    if new:
        app.screen.say((f"a question that was worth it comes back sooner: growth thumb up {new[0]}", "dim"))
