"""The git repositories that an import reads: which they are, whose commits, and what git says."""

from pathlib import Path

from growth import programs
from growth.app import App, named
from growth.errors import GrowthError, Refused, WrongUsage
from growth.exchange import git_log, limits
from growth.records.dates import Day
from growth.records.imported import Reading

# How many authors are named where none of them is meant, and for how many repositories.
TOLD = 5


def readings(
    app: App, paths: tuple[str, ...], since: Day | None, authors: tuple[str, ...], *, each: bool = False,
    merges: bool = False,
) -> list[tuple[str, Reading]]:  # fmt: skip
    """Return what the repositories at `paths` hold of their author's work, each with its name.

    Commits of a day are one entry, unless `each` is to be one; merges come where they are asked for.
    """
    found: list[tuple[str, Reading]] = []
    silent: list[tuple[Path, list[str]]] = []
    for repository in _repositories(paths):
        try:
            programs.run(["git", "rev-parse", "--verify", "--quiet", "HEAD"], cwd=repository)
        except Refused:
            app.screen.say(f"{repository.name}: no commit yet, or no repository that git may read")
            continue
        emails = _emails(app, repository, authors)
        data = programs.run(["git", *git_log.arguments(since, emails)], cwd=repository, most=limits.LONG)
        reading = git_log.read(
            data, project=_project(repository), remote=_remote(repository), root=_root(repository),
            each=each, merges=merges, since=since, me=emails,
        )  # fmt: skip
        if not (reading.found or reading.misread or reading.left):
            silent.append((repository, emails))
        found.append((repository.name, reading))
    if len(silent) == len(found):
        for repository, emails in silent[:TOLD]:
            app.screen.say(_nothing(repository, emails))
    return found


def _nothing(repository: Path, emails: list[str]) -> str:
    """Say that none of the commits is by who was asked for, and who they are by."""
    counts = git_log.authors(programs.run(["git", *git_log.COUNT_AUTHORS], cwd=repository))
    whose = f"{repository.name}: no commit by {' or '.join(emails)}"
    if not {email.casefold() for email in emails}.isdisjoint(dict(counts)):
        return f"{whose} in that time"
    named = ", ".join(f"{email} ({count})" for email, count in counts[:TOLD])
    more = f" and {len(counts) - TOLD} more" if len(counts) > TOLD else ""
    return f"{whose}; there are those by {named}{more}" if counts else whose


def _repositories(paths: tuple[str, ...]) -> list[Path]:
    """Return the repositories among the folders named, and those one level below them."""
    out: list[Path] = []
    for given in paths or (".",):
        path = named(given).resolve()
        if not path.is_dir():
            raise WrongUsage(f"{given} is no directory", "name a git repository, or a folder of them")
        inside = [path] if _is_one(path) else sorted(child for child in path.iterdir() if _is_one(child))
        if not inside:
            inside = [_around(path, given)]
        out += inside
    return list(dict.fromkeys(out))


def _is_one(path: Path) -> bool:
    return (path / ".git").exists() or (path.suffix == ".git" and (path / "HEAD").is_file())


def _around(path: Path, given: str) -> Path:
    """Return the repository that a folder lies in."""
    try:
        top = programs.run(["git", "rev-parse", "--show-toplevel"], cwd=path)
    except Refused:
        raise Refused(
            f"{given} is no git repository, and holds none", "name one, or a folder of them"
        ) from None
    return Path(top.decode("utf-8", "surrogateescape").removesuffix("\n"))


def _project(repository: Path) -> str:
    return repository.name.removesuffix(".git") or "repository"


def _emails(app: App, repository: Path, authors: tuple[str, ...]) -> list[str]:
    """Return whose commits are meant; `me` is me.emails, else what git itself would sign with."""
    emails: list[str] = []
    for author in authors or ("me",):
        if author != "me":
            if "@" not in author:
                raise WrongUsage(f"{author!r} is no e-mail address", "write --author ana@example.com, or me")
            emails.append(author)
            continue
        mine = app.config.texts("me.emails")
        if not mine:
            mine = (_git_email(repository),)
            app.screen.say(
                f"{repository.name}: commits by {mine[0]}, git's user.email there; "
                "all of yours: growth config set me.emails A B"
            )
        emails += mine
    return list(dict.fromkeys(emails))


def _git_email(repository: Path) -> str:
    try:
        data = programs.run(["git", "config", "user.email"], cwd=repository)
    except Refused:
        data = b""
    email = data.decode("utf-8", "replace").strip()
    if not email:
        raise WrongUsage(
            "nothing says whose commits are meant",
            "give --author EMAIL, or: growth config set me.emails you@example.com",
        )
    return email


def _root(repository: Path) -> str:
    """Return the oldest commit that has none before it."""
    roots = programs.run(["git", *git_log.ROOTS], cwd=repository)
    return roots.decode("ascii", "replace").split()[-1]


def _remote(repository: Path) -> str:
    try:
        remote = programs.run(["git", "remote", "get-url", "origin"], cwd=repository)
    except GrowthError:
        return ""
    return remote.decode("utf-8", "replace").strip()
