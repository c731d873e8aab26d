"""The form of dates that the user's own jrnl has in its settings."""

import os
from pathlib import Path, PurePath
from typing import Any

from growth import files
from growth.errors import GrowthError, WrongUsage
from growth.exchange import date_forms, ladder_yaml

SIZE = 1_000_000


def _paths() -> tuple[Path, ...]:
    named = Path(os.environ.get("XDG_CONFIG_HOME", ""))
    try:
        home = Path.home()
    except RuntimeError:
        return ()
    folder = named if named.is_absolute() else home / ".config"
    return folder / "jrnl" / "jrnl.yaml", home / ".jrnl_config"


def _settings(path: Path) -> dict[str, Any]:
    """Return the settings of a file; what cannot be read says nothing."""
    try:
        text = files.read(path, limit=SIZE).decode("utf-8", "replace") if path.is_file() else ""
        found = ladder_yaml.load(text, path.name) if text else None
    except (GrowthError, OSError):
        return {}
    return found if isinstance(found, dict) else {}


def _form(settings: dict[str, Any], name: str) -> Any:
    """Return the form of the journal whose file is called so, else that of all."""
    journals = settings.get("journals")
    for journal in journals.values() if isinstance(journals, dict) else ():
        path = str(journal.get("journal", "")) if isinstance(journal, dict) else ""
        if path and PurePath(path).name == PurePath(name).name:
            return journal.get("timeformat", settings.get("timeformat"))
    return settings.get("timeformat")


def forms(name: str) -> tuple[str, ...]:
    """Return the form that dates have in the journal of this name, as strptime takes it, if jrnl says one."""
    for path in _paths():
        written = _form(_settings(path), name)
        if isinstance(written, str) and written.strip():
            try:
                return (date_forms.form(written),)
            except WrongUsage:
                return ()
    return ()
