"""Tell what is encrypted by its first bytes, so that it is refused with what to do, and not as no text."""

from typing import NamedTuple

from growth.errors import WrongUsage

_GPG = "gpg --decrypt {file} | growth import {flag}-"
_AGE = "age --decrypt {file} | growth import {flag}-"
_JRNL = "jrnl --format json | growth import -f jrnl -"


class Cipher(NamedTuple):
    """What encrypted a file, and how its owner hands the text over."""

    what: str
    hint: str


_SIGNS = (
    (b"JRNLv3", Cipher("encrypted by jrnl", _JRNL)),
    (b"gAAAA", Cipher("encrypted by jrnl", _JRNL)),
    (b"-----BEGIN PGP MESSAGE-----", Cipher("encrypted with OpenPGP", _GPG)),
    (b"-----BEGIN AGE ENCRYPTED FILE-----", Cipher("encrypted with age", _AGE)),
    (b"age-encryption.org/", Cipher("encrypted with age", _AGE)),
    (b"D1\x01", Cipher("encrypted by Day One", "in Day One: File, Export, JSON; then import the zip")),
    (b"D1\x02", Cipher("encrypted by Day One", "in Day One: File, Export, JSON; then import the zip")),
    (b"Salted__", Cipher("encrypted with OpenSSL", "decrypt it with openssl, and import what comes of that")),
)
_OLD_JRNL = Cipher("encrypted, as jrnl 1 did", _JRNL)
# The packets that an OpenPGP message begins with: an encrypted key, or encrypted data.
_PACKETS = (*range(0x84, 0x87), *range(0x8C, 0x8F), 0xC1, 0xC3, 0xD2)
_BLOCK = 16
_LOOKED_AT = 4096
_TEXT = bytes((*range(0x20, 0x7F), 0x09, 0x0A, 0x0D))


def _is_text(data: bytes) -> bool:
    """Tell whether bytes may be text of any one-byte encoding; what is encrypted is as good as random."""
    looked = data[:_LOOKED_AT]
    return len(looked.translate(None, _TEXT)) * 3 < len(looked)


def cipher(data: bytes, name: str) -> Cipher | None:
    """Return what encrypted a file, or None where nothing says that it is encrypted."""
    start = data[:200].lstrip()
    for sign, found in _SIGNS:
        if start.startswith(sign):
            return found
    lower = name.lower()
    if lower.endswith((".gpg", ".pgp")) and data[:1] and data[0] in _PACKETS:
        return Cipher("encrypted with OpenPGP", _GPG)
    plain_name = lower.endswith((".txt", ".jrnl"))
    if plain_name and len(data) >= 2 * _BLOCK and len(data) % _BLOCK == 0 and not _is_text(data):
        return _OLD_JRNL
    return None


def refuse(data: bytes, name: str, format: str = "") -> None:
    """Refuse what is encrypted, by name and with what to do."""
    found = cipher(data, name)
    if found:
        flag = f"-f {format} " if format else ""
        raise WrongUsage(f"{name} is {found.what}", found.hint.format(file=name, flag=flag))
