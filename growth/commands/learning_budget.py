"""The time to learn that is planned for a month, as the settings say it."""

from growth import clock
from growth.app import App


def budget(app: App) -> int | None:
    """Return the minutes that are planned for a month; None where nothing is."""
    said = app.config.text("learning.budget")
    return clock.minutes(said.removesuffix("/month")) if said else None
