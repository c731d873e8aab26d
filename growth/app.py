"""What a command is handed: home, settings, clock, screen, and the store, opened on first use."""

import os
import sys
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import click

from growth import clock
from growth.errors import WrongUsage
from growth.records.dates import Day, Instant
from growth.store.store import Store
from growth.terminal.screen import Screen

if TYPE_CHECKING:
    from growth.config import Config
    from growth.store.people import People


class App:
    """One run of the program."""

    def __init__(self, home: Path, color: bool | None) -> None:
        self.home = home
        self.screen = Screen(color)

    @cached_property
    def started(self) -> Instant:
        """The instant this run calls now, so that one command has one today."""
        return clock.now()

    @property
    def today(self) -> Day:
        return self.started.date()

    def now(self) -> Instant:
        return self.started

    @cached_property
    def config(self) -> "Config":
        from growth import config

        return config.load(self.home)

    @cached_property
    def store(self) -> Store:
        return Store(self.home, self.now, lambda fault: self.screen.say(("warning: ", "late"), fault))

    @property
    def people(self) -> "People":
        """Everybody known, as the store holds them now."""
        from growth.store.people import people

        return people(self.store)

    def need(self, value: str | None, what: str, flag: str) -> str:
        """Return a value, or refuse because nobody is there to be asked for it."""
        if value:
            return value
        raise WrongUsage(f"{what} is missing", f"give it with {flag}")


pass_app = click.make_pass_decorator(App)


def named(text: str) -> Path:
    """Return the path that a person typed; `~` is their home."""
    try:
        return Path(text).expanduser()
    except RuntimeError:
        raise WrongUsage(f"{text!r} begins with a home that is not known", "give the whole path") from None


def default_home() -> Path:
    """Return where the store lies when nothing says otherwise: the user's data directory."""
    place = os.environ.get("GROWTH_HOME")
    if place:
        return named(place)
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "growth"
    data = os.environ.get("XDG_DATA_HOME", "")
    # The XDG base directory specification says to ignore a relative path.
    return (Path(data) if data.startswith("/") else Path.home() / ".local" / "share") / "growth"
