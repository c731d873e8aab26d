"""A case of a prompt as a file that a person can read and write: TOML."""

from typing import Any

import msgspec

from growth.errors import Refused
from growth.rules.prompt_cases import Case
from growth.text import parser_words

FORMAT = "case"


def read(data: bytes, where: str) -> Case:
    """Return the case that a file holds; refuse what is none, naming the field."""
    import tomllib

    try:
        return msgspec.convert(tomllib.loads(data.decode("utf-8-sig")), Case)
    except (ValueError, RecursionError) as error:
        why = parser_words.plain(str(error))
        raise Refused(f"{where} is no case: {why}", "see docs/PROMPTS.md for what one holds") from None


def write(case: Case) -> bytes:
    """Return a case as TOML."""
    import tomli_w

    return tomli_w.dumps(_bare(msgspec.to_builtins(case)), multiline_strings=True).encode()


def _bare(value: Any) -> Any:
    """Return a value without what is empty, which TOML has no word for."""
    if isinstance(value, dict):
        return {name: _bare(part) for name, part in value.items() if part not in (None, "", [], ())}
    return [_bare(part) for part in value] if isinstance(value, list | tuple) else value
