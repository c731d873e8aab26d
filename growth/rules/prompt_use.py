"""What came of each version of a prompt: how often it was used, accepted, and thought well of."""

from collections.abc import Iterable

import msgspec

from growth.records.draft import Draft
from growth.records.thumb import Thumb


class Use(msgspec.Struct, frozen=True, kw_only=True):
    """One version of a prompt in use. `clean` counts the drafts in which nothing was found."""

    version: str
    drafts: int = 0
    clean: int = 0
    accepted: int = 0
    up: int = 0
    down: int = 0

    @property
    def words(self) -> str:
        """All of it in words."""
        thumbs = f", thumbs {self.up} up and {self.down} down" if self.up or self.down else ""
        return f"{self.accepted} of {self.drafts} accepted, {self.drafts - self.clean} with findings{thumbs}"


def uses(drafts: Iterable[Draft], thumbs: Iterable[Thumb]) -> dict[str, tuple[Use, ...]]:
    """Return the versions of each prompt that were used, the one used last first."""
    rated = {one.target: one.up for one in thumbs}
    found: dict[str, dict[str, list[Draft]]] = {}
    for one in sorted(drafts, key=lambda one: (one.created, one.id), reverse=True):
        found.setdefault(one.prompt, {}).setdefault(one.version, []).append(one)
    return {
        name: tuple(_use(version, those, rated) for version, those in versions.items())
        for name, versions in found.items()
    }


def _use(version: str, those: list[Draft], rated: dict[str, bool]) -> Use:
    thumbs = [rated[one.id] for one in those if one.id in rated]
    return Use(
        version=version,
        drafts=len(those),
        clean=sum(not one.findings for one in those),
        accepted=sum(bool(one.accepted) for one in those),
        up=sum(thumbs),
        down=len(thumbs) - sum(thumbs),
    )
