"""What feedback is about, and from whom: which requests and answers somebody means."""

import msgspec

from growth.records.answer import Answer
from growth.records.request import Request
from growth.rules.hearing import Giver
from growth.text.fold import fold


class Topic(msgspec.Struct, frozen=True, kw_only=True):
    """A topic: `me`, `@handle`, `+project` or words; without one, me and whatever I work on.

    `person` is who gave it, empty for everybody.
    """

    about: str = ""
    person: str = ""

    def holds(self, record: Answer | Request, giver: Giver) -> bool:
        """Tell whether a request or an answer is meant."""
        if self.person and giver(record.person) != self.person:
            return False
        if not self.about:
            return not record.about.startswith("@")
        if self.about.startswith("@") or record.about.startswith("@"):
            return self.about[:1] == record.about[:1] and giver(self.about) == giver(record.about)
        return fold(record.about.removeprefix("+")) == fold(self.about.removeprefix("+"))
