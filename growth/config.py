"""Settings, as one table: what may stand in config.toml, of which type, and what it means."""

from pathlib import Path
from typing import Any, NamedTuple

from growth import files, lock
from growth.errors import WrongUsage
from growth.records.entry import ENTRY_KINDS, SHARES

LIMIT = 1 << 20
MEND = "mend it in an editor, or: growth restore config.toml"


class Setting(NamedTuple):
    """One setting. `choices` and `form` are empty where any text will do; a list setting holds texts."""

    name: str
    default: str | list[str]
    help: str
    choices: tuple[str, ...] = ()
    form: str = ""


SETTINGS = (
    Setting("me.name", "", "my name, as documents show it"),
    Setting("me.handle", "", "my handle, as others write it"),
    Setting("me.emails", [], "my e-mail addresses; import -f git looks for their commits"),
    Setting("me.logins", [], "my names at GitHub, GitLab and Jira; import looks for their work"),
    Setting("log.share", "private", "how far a new entry may travel", SHARES),
    Setting("log.kind", "work", "the kind of an entry when -k is left out", ENTRY_KINDS),
    Setting(
        "lint.off",
        [],
        "rules that growth lint leaves out",
        (
            "no-outcome",
            "we-without-me",
            "vague",
            "no-baseline",
            "no-number",
            "no-beneficiary",
            "recent-only",
            "empty-month",
            "empty-theme",
            "one-sided",
        ),
    ),
    Setting(
        "learning.budget",
        "",
        "the time to learn that a month holds, such as 4h/month",
        form=r"(?=.*[1-9])(\d{1,3}(\.\d)?h|\d{1,3}h\d{1,2}m|\d{1,4}m)/month",
    ),
    Setting("draft.command", "", "the program of yours that growth draft hands its prompts to, such as llm"),
    Setting("inbox", "", "the folder that bundle open looks into: others put theirs there"),
    Setting("outbox", "", "the folder that bundle make writes into: any that others see"),
    Setting("calendar", "", "the calendar that prep --next and week look into: an .ics file"),
    Setting("repositories", [], "the git repositories that week looks into, or folders of them"),
    Setting("editor", "", "the editor for forms; else $VISUAL, $EDITOR, then vi"),
    Setting("pager", "", "the pager for what is longer than the screen; else $PAGER, then less"),
)
# These are said as whole paths: what is opened daily is not to depend on where.
FOLDERS = ("inbox", "outbox", "repositories")
BY_NAME = {setting.name: setting for setting in SETTINGS}


def path(home: Path) -> Path:
    return home / "config.toml"


class Config:
    """The settings of one home; what is not set has its default."""

    def __init__(self, values: dict[str, Any]) -> None:
        self._values = values

    def text(self, name: str) -> str:
        """Return a setting that is one text."""
        value = self._values.get(name, BY_NAME[name].default)
        return value if isinstance(value, str) else ""

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a setting that is a list of texts."""
        value = self._values.get(name, BY_NAME[name].default)
        return tuple(value) if isinstance(value, list) else ()

    def items(self) -> list[tuple[Setting, str | list[str], bool]]:
        """Return every setting with its value and whether it was set."""
        return [(s, self._values.get(s.name, s.default), s.name in self._values) for s in SETTINGS]


def load(home: Path) -> Config:
    """Read config.toml, or return the defaults where there is none."""
    data = files.read_own(path(home), limit=LIMIT)
    if data is None:
        return Config({})
    import tomllib

    try:
        values = _flatten(tomllib.loads(data.decode("utf-8")))
    except (ValueError, RecursionError) as error:
        raise WrongUsage(f"{path(home)} cannot be read: {error}", MEND) from None
    for name, value in values.items():
        check(name, value)
    return Config(values)


def check_name(name: str) -> Setting:
    """Return the setting of that name, or refuse with the one that may have been meant."""
    setting = BY_NAME.get(name)
    if setting is None:
        from difflib import get_close_matches

        near = get_close_matches(name, list(BY_NAME), n=1)
        hint = f"did you mean {near[0]}? all of them: " if near else "all of them: "
        raise WrongUsage(f"there is no setting {name!r}", f"{hint}growth config list")
    return setting


def check(name: str, value: object) -> None:
    """Refuse a setting that does not exist, or a value it cannot have."""
    setting = check_name(name)
    if isinstance(setting.default, list):
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise WrongUsage(f"{name} is a list of texts, not {value!r}", f"growth config set {name} A B")
        for item in value if setting.choices else ():
            _check_choice(setting, item)
    elif not isinstance(value, str):
        raise WrongUsage(f"{name} is a text, not {value!r}", f"growth config set {name} VALUE")
    elif setting.choices:
        _check_choice(setting, value)
    elif setting.form and value:
        _check_form(setting, value)


def _check_choice(setting: Setting, value: str) -> None:
    if value not in setting.choices:
        raise WrongUsage(f"{setting.name} cannot be {value!r}", f"it is one of {', '.join(setting.choices)}")


def _check_form(setting: Setting, value: str) -> None:
    import re

    if not re.fullmatch(setting.form, value):
        raise WrongUsage(
            f"{setting.name} cannot be {value!r}", "write hours or minutes a month: 4h/month, 90m/month"
        )


def save(home: Path, name: str, value: str | list[str] | None) -> None:
    """Set one setting, or take it out with None."""
    import tomli_w

    if value is not None:
        check(name, value)
    files.make_private(home)
    with lock.hold(home / "lock", "growth config"):
        values = {setting.name: kept for setting, kept, is_set in load(home).items() if is_set}
        values.pop(name, None)
        if value is not None:
            values[name] = value
        files.write(path(home), tomli_w.dumps(_nest(values)).encode())


def _flatten(table: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            flat |= _flatten(value, f"{prefix}{key}.")
        else:
            flat[f"{prefix}{key}"] = value
    return flat


def _nest(values: dict[str, str | list[str]]) -> dict[str, Any]:
    nested: dict[str, Any] = {}
    for name, value in values.items():
        table, _, key = name.rpartition(".")
        (nested.setdefault(table, {}) if table else nested)[key] = value
    return nested
