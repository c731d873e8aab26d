"""Write a mail that is not sent yet: a file that a mail program opens as a draft."""

import re
from typing import TYPE_CHECKING, NamedTuple

from growth.records.dates import Instant
from growth.text.clean import clean, one_line

if TYPE_CHECKING:
    from email.headerregistry import Address
    from email.message import EmailMessage

_QUOTED = re.compile(r"[^\w\s.'\u2019/&+\u2013-]")
_LONGEST = 60


class Mailbox(NamedTuple):
    """Whose address it is, and the address; without one the mail program is left to ask."""

    name: str
    address: str


class Attachment(NamedTuple):
    """A page that goes with a mail."""

    name: str
    html: str


def write(
    subject: str,
    body: str,
    *,
    sender: Mailbox,
    to: Mailbox,
    date: Instant,
    attached: Attachment | None = None,
) -> bytes:
    """Return the bytes of a mail; the same mail has the same bytes."""
    from email.message import EmailMessage
    from email.policy import SMTP

    # Only an address that ASCII cannot write needs headers in UTF-8, which not every program reads.
    ascii_only = (sender.address + to.address).isascii()
    mail = EmailMessage(SMTP if ascii_only else SMTP.clone(utf8=True))
    # Where a program knows it, this opens the file as a draft instead of as a mail received.
    mail["X-Unsent"] = "1"
    for header, mailbox in (("From", sender), ("To", to)):
        if mailbox.address:
            mail[header] = _address(mailbox)
    mail["Subject"] = one_line(subject)
    mail["Date"] = date
    mail.set_content(clean(body))
    if attached:
        _attach(mail, attached)
    return mail.as_bytes()


def _address(mailbox: Mailbox) -> "Address":
    """Return an address with a name that needs no quoting.

    Where a quoted name is folded the library loses its quotes, and what was in them reads as other
    addresses.
    """
    from email.headerregistry import Address

    plain = " ".join(_QUOTED.sub(" ", one_line(mailbox.name)).split())[:_LONGEST].strip()
    name, _, host = mailbox.address.rpartition("@")
    return Address(plain, username=name, domain=host)


def _attach(mail: "EmailMessage", attached: Attachment) -> None:
    # As bytes: a page whose lines a transport has changed is a page whose hashes do not fit.
    mail.add_attachment(
        attached.html.encode("utf-8"),
        maintype="text",
        subtype="html",
        params={"charset": "utf-8"},
        filename=attached.name,
    )
    # The library would draw it at random. No line of a body begins like this.
    mail.set_boundary(f"=_growth_{attached.name}")
