"""What can go wrong, each with the exit code it ends in (docs/DESIGN.md, section 4)."""


class GrowthError(Exception):
    """Something the user should read: what is wrong with which value, and what to do next."""

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class Refused(GrowthError):
    """The program will not do this, or was answered no."""

    exit_code = 1


class WrongUsage(GrowthError):
    """An argument cannot be read, or a needed one is missing."""

    exit_code = 2


class Damaged(GrowthError):
    """The store does not hold what was written to it, or is of an unknown version."""

    exit_code = 3


class SystemRefused(GrowthError):
    """The system said no: disk, permission, an output that could not be written."""

    exit_code = 4
