"""What is encrypted is refused by name, with the command that hands its text over."""

import pytest

from growth.errors import WrongUsage
from growth.exchange import encrypted

JRNL = "jrnl --format json | growth import -f jrnl -"
DAY_ONE = "in Day One: File, Export, JSON; then import the zip"


@pytest.mark.parametrize(
    ("data", "name", "message", "hint"),
    [
        (b"JRNLv3\0\x20eyJ", "journal.txt", "journal.txt is encrypted by jrnl", JRNL),
        (b"gAAAAABlx8Y=", "journal.txt", "journal.txt is encrypted by jrnl", JRNL),
        (bytes(range(128, 160)), "work.txt", "work.txt is encrypted, as jrnl 1 did", JRNL),
        (b"D1\x01\x02", "J.json", "J.json is encrypted by Day One", DAY_ONE),
        (
            b"\n-----BEGIN PGP MESSAGE-----\n\nhQ\n", "a.org",
            "a.org is encrypted with OpenPGP", "gpg --decrypt a.org | growth import -",
        ),
        (
            b"\x85\x01\x0c\x03", "a.org.gpg",
            "a.org.gpg is encrypted with OpenPGP", "gpg --decrypt a.org.gpg | growth import -",
        ),
        (
            b"age-encryption.org/v1\n-> X", "a.md.age",
            "a.md.age is encrypted with age", "age --decrypt a.md.age | growth import -",
        ),
        (
            b"-----BEGIN AGE ENCRYPTED FILE-----\n", "a.age",
            "a.age is encrypted with age", "age --decrypt a.age | growth import -",
        ),
        (
            b"Salted__12345678", "a.txt",
            "a.txt is encrypted with OpenSSL", "decrypt it with openssl, and import what comes of that",
        ),
    ],
)  # fmt: skip
def test_each_cipher_is_named(data: bytes, name: str, message: str, hint: str) -> None:
    with pytest.raises(WrongUsage) as refused:
        encrypted.refuse(data, name)
    assert (refused.value.message, refused.value.hint) == (message, hint)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "a.txt"),
        (b"[2026-11-24 09:14] Plain.\n", "journal.txt"),
        ("Geprüft, gemäß Absprache; über alles".encode("latin-1"), "journal.txt"),
        (bytes(range(128, 160)), "photo.jpg"),
        (b"Words on -----BEGIN PGP MESSAGE-----", "a.md"),
    ],
)
def test_what_is_not_encrypted_passes(data: bytes, name: str) -> None:
    encrypted.refuse(data, name)
