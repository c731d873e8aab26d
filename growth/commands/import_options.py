"""Which options of an import go with which formats."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from growth.errors import WrongUsage
from growth.exchange import formats

if TYPE_CHECKING:
    from growth.commands.sources import Asked


def check(asked: "Asked", words: Sequence[str]) -> None:
    """Refuse an option that none of the formats takes: it would do nothing, and nobody would know."""
    given = {
        "--author": asked.authors, "--each": asked.options.each, "--merges": asked.merges,
        "--map": asked.options.columns, "--lang": asked.options.lang != "en",
        "--date-format": asked.options.dates, "--read-marks": asked.marks,
    }  # fmt: skip
    for option, value in given.items():
        if value and not any(option in formats.TAKEN.get(word, ()) for word in words):
            fitting = [word for word, options in formats.TAKEN.items() if option in options]
            there = ", ".join(dict.fromkeys(formats.label(word) for word in words))
            raise WrongUsage(
                f"{option} does not go with {there}", f"it goes with {', '.join(fitting)}; leave it out"
            )
