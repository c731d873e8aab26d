"""What is known and not read says what to do instead."""

import pytest

from growth.errors import WrongUsage
from growth.exchange.recognise import recognise


@pytest.mark.parametrize(
    ("data", "name", "message", "hint"),
    [
        (b'name = "x"\n', "lang.toml", "lang.toml is TOML, which is not read",
         "a ladder is read by growth ladder import lang.toml; anything else once it is JSON, for example: "
         "yq -o json . lang.toml | growth import -f json -"),
        (b"PK\3\4\0\xff", "wins.XLSX", "wins.XLSX is a spreadsheet, which is not read",
         "save the sheet as CSV, and import that"),
    ],
)  # fmt: skip
def test_what_is_known_and_not_read(data: bytes, name: str, message: str, hint: str) -> None:
    with pytest.raises(WrongUsage) as refused:
        recognise(data, name)
    assert (refused.value.message, refused.value.hint) == (message, hint)
