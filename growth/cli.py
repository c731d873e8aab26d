"""The root: global options, the table of commands, and the one place that turns an error into text."""

import gc
import os
import signal
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from types import FrameType
from typing import TYPE_CHECKING, Any

# A run is over before collecting cycles pays; looking for them costs a tenth of a short command.
gc.disable()

import click  # noqa: E402  # after the line above, which is about loading it, too

from growth import __version__  # noqa: E402  # likewise
from growth.commands.table import BY_NAME, COMMANDS  # noqa: E402  # likewise
from growth.errors import GrowthError, SystemRefused  # noqa: E402  # likewise


class Stopped(KeyboardInterrupt):
    """A signal asked the program to end; whoever answers Ctrl-C by tidying up answers this too."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from growth.app import App


class Root(click.Group):
    """The lazy command table: a command's module is loaded when it is called, not to be listed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(BY_NAME)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        entrance = BY_NAME.get(cmd_name)
        if entrance is None:
            return None
        from importlib import import_module

        command: click.Command = getattr(import_module(f"growth.commands.{entrance.module}"), entrance.name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a reader that leaves is answered here, since click would end with 1."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            sys.stdout = None
            raise click.exceptions.Exit(141) from None

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """Answer from the table: loading every command for each Tab would be felt."""
        from click.shell_completion import CompletionItem

        names = [name for name in BY_NAME if name.startswith(incomplete)]
        return [
            CompletionItem(name, help=BY_NAME[name].help) for name in names
        ] + click.Command.shell_complete(self, ctx, incomplete)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in BY_NAME and not name.startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(name, list(BY_NAME), n=1, cutoff=0.6)
            hint = f"did you mean: growth {near[0]}" if near else "see: growth help"
            raise click.UsageError(f"there is no command {name!r}; {hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for section, entrances in COMMANDS.items():
            with formatter.section(section.capitalize()):
                formatter.write_dl([(name, entrance.help) for name, entrance in entrances.items()])


@click.group(
    cls=Root,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Every command has its own help: growth log --help",
)
@click.option(
    "--home", metavar="DIR", help="Where the store lies; else $GROWTH_HOME, else the data directory."
)
@click.option("--demo", is_flag=True, help="Run on a throw-away copy of an example store.")
@click.option(
    "--as",
    "role",
    type=click.Choice(["manager", "engineer"]),
    help="With --demo: whose store, the manager's (default) or the engineer's.",
)
@click.option("--color/--no-color", default=None, help="Colour, or none; else as the terminal says.")
@click.version_option(__version__, message="growth %(version)s")
@click.pass_context
def root(ctx: click.Context, home: str | None, demo: bool, role: str | None, color: bool | None) -> None:
    """Keep the record of your own growth, and walk into every 1:1 prepared."""
    from growth.app import App, default_home, named

    if role and not demo:
        raise click.UsageError("--as goes with --demo")
    if home is not None and not home.strip():
        # An unset variable of a script: going on would write to the user's own store.
        raise click.UsageError("--home is empty; name a directory, or leave it out", ctx)
    place = named(home) if home else default_home()
    if demo:
        from growth.commands.throw_away import throw_away

        place = throw_away(ctx, role or "manager")
    this = ctx.obj
    if place.exists() and not place.is_dir():
        raise SystemRefused(f"{place} is not a directory", "name a directory with --home")
    ctx.obj = App(place, color)
    if isinstance(this, Run):
        this.app = ctx.obj
    if ctx.invoked_subcommand is None:
        from growth.commands.status import status

        ctx.invoke(status)


class Run:
    """One run, as far as it got: the app that its command was handed."""

    app: "App | None" = None


def main(args: Sequence[str] | None = None) -> None:
    """Run the program and raise SystemExit with the exit code that docs/DESIGN.md names."""
    os.umask(0o077)
    _open_closed()
    _speak_utf8()
    kept = _listen()
    this = Run()
    try:
        code = _run(args, this)
        try:
            if sys.stdout is not None:
                sys.stdout.flush()
        except (OSError, ValueError) as error:
            code = _lost_output(error, this, code)
    except KeyboardInterrupt as error:
        code = _interrupted(error)
    finally:
        for number, handler in kept.items():
            signal.signal(number, handler)
    sys.exit(code)


def _open_closed() -> None:
    """Put something in the place of a standard stream that is closed.

    Else the next file to be opened would take its number. What is written to such a stdout is lost
    output, as on a full disk; such a stdin is empty, and a closed stderr is told nothing.
    """
    for number, name, flags, mode in ((0, "stdin", os.O_RDONLY, "r"), (1, "stdout", os.O_RDONLY, "w"),
                                      (2, "stderr", os.O_WRONLY, "w")):  # fmt: skip
        if getattr(sys, name) is None and os.open(os.devnull, flags) == number:
            stream = open(number, mode, encoding="utf-8", closefd=False)  # noqa: SIM115  # open until exit
            setattr(sys, name, stream)


def _speak_utf8() -> None:
    """Read and write UTF-8 in every locale: what goes through a pipe is the same everywhere."""
    for stream, errors in (
        (sys.stdin, "surrogateescape"), (sys.stdout, "backslashreplace"), (sys.stderr, "backslashreplace")
    ):  # fmt: skip
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)


def _listen() -> dict[int, Any]:
    """Turn the signals that end a program into an exception; return what they did before."""
    kept: dict[int, Any] = {}
    for number in (signal.SIGTERM, signal.SIGHUP):
        # nohup has a program ignore the hang-up, and that stays so.
        if signal.getsignal(number) == signal.SIG_DFL:
            kept[number] = signal.signal(number, _stop)
    return kept


def _stop(number: int, frame: FrameType | None) -> None:
    # A second one must not interrupt the tidying up that the first one began.
    signal.signal(number, signal.SIG_IGN)
    raise Stopped(number)


def _interrupted(error: BaseException) -> int:
    """Return the exit code of a run that was stopped; click hides what stopped it behind its own error."""
    stopped: BaseException | None = error
    while stopped is not None and not isinstance(stopped, Stopped):
        stopped = stopped.__cause__ or stopped.__context__
    if stopped is not None:
        return 128 + stopped.number
    _say("")
    return 130


def _run(args: Sequence[str] | None, this: Run) -> int:
    try:
        result = root.main(args=_arguments(args), prog_name="growth", standalone_mode=False, obj=this)
    except click.exceptions.Exit as done:
        return done.exit_code
    except GrowthError as error:
        return _tell(error)
    except click.UsageError as error:
        return _tell_usage(error)
    except click.ClickException as error:
        return _tell(GrowthError(error.format_message()), 2)
    except (KeyboardInterrupt, click.Abort) as error:
        return _interrupted(error)
    except RecursionError:
        return _tell(GrowthError("something is nested too deeply to read", "see: growth doctor"), 3)
    except OSError as error:
        if error.filename is None:
            return _lost_output(error, this, 0)
        from growth.files import refusal

        return _tell(refusal(error, error.filename))
    return result if isinstance(result, int) else 0


def _arguments(args: Sequence[str] | None) -> list[str]:
    """Return the arguments as text, also where the locale could not read them (LC_ALL=C)."""
    given = list(sys.argv[1:] if args is None else args)
    out = []
    for argument in given:
        if not argument.isascii():
            try:
                argument = os.fsencode(argument).decode("utf-8")
            except UnicodeError:
                raise click.UsageError(f"the argument {argument!a} is no UTF-8") from None
        out.append(argument)
    return out


def _tell(error: GrowthError, code: int | None = None) -> int:
    _say("growth: ", error.message)
    if error.hint:
        _say(f"        {error.hint}")
    return error.exit_code if code is None else code


def _tell_usage(error: click.UsageError) -> int:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        # A group by itself: its help is all there is to say.
        _say(error.format_message())
        return 2
    from growth.commands.usage import told

    message, hint = told(error)
    _say("growth: ", message)
    if hint:
        _say(f"        {hint}")
    return 2


def _say(*parts: str) -> None:
    from growth.terminal.screen import Screen

    Screen().say(*parts)


def _lost_output(error: Any, this: Run, code: int) -> int:
    """Answer a stdout that cannot be written; keep the interpreter from trying once more."""
    broken = isinstance(error, BrokenPipeError)
    if not broken:
        done = this.app.store.committed if this.app else ""
        hint = f"but this is done, do not repeat it: {done}" if done else ""
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        _tell(SystemRefused(f"the output could not be written: {reason}", hint))
    sys.stdout = None
    return 141 if broken else code or 4
