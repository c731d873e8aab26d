"""growth config: look at settings and change them."""

import click

from growth import config as settings
from growth.app import App, named, pass_app
from growth.errors import Refused, WrongUsage
from growth.records.kinds import BY_WORD

NAME, VALUE = 13, 24


@click.group()
def config() -> None:
    """Look at settings and change them."""


@config.command("list")
@pass_app
def list_(app: App, /) -> None:
    """List every setting, its value and what it means."""
    for setting, value, is_set in app.config.items():
        shown = value if isinstance(value, str) else " ".join(value)
        name = (f"{setting.name:<{NAME}}", "id")
        if app.screen.is_terminal and len(shown) > VALUE:
            app.screen.out(name, shown)
            app.screen.out(" " * (NAME + VALUE + 1), (setting.help, "dim"))
        else:
            app.screen.out(name, (f"{shown or '-':<{VALUE}} ", "" if is_set else "dim"), setting.help)


@config.command("get")
@click.argument("name")
@pass_app
def get(app: App, /, name: str) -> None:
    """Print one setting, a list one item a line."""
    settings.check_name(name)
    for value in app.config.texts(name) or (app.config.text(name),):
        if value:
            app.screen.out(value)


@config.command("set")
@click.argument("name")
@click.argument("values", nargs=-1, required=True)
@pass_app
def set_(app: App, /, name: str, values: tuple[str, ...]) -> None:
    """Set one setting; one that is a list takes several values."""
    setting = settings.check_name(name)
    is_list = isinstance(setting.default, list)
    if not is_list and len(values) > 1:
        raise WrongUsage(f"{name} takes one value, not {len(values)}", f"growth config set {name} 'A B'")
    if name in settings.FOLDERS:
        values = tuple(_folder(name, value) for value in values)
    settings.save(app.home, name, list(values) if is_list else values[0])
    app.screen.say(f"{name} is now {' '.join(values)}")


def _folder(name: str, value: str) -> str:
    """Return a folder so that it is the same one wherever a command is run."""
    place = named(value).absolute()
    if not place.is_dir():
        raise Refused(f"{place} is no folder", f"make it first, then: growth config set {name} {value}")
    return str(place)


@config.command("unset")
@click.argument("name")
@pass_app
def unset(app: App, /, name: str) -> None:
    """Give one setting its default back."""
    setting = settings.check_name(name)
    settings.save(app.home, name, None)
    default = setting.default if isinstance(setting.default, str) else ""
    app.screen.say(f"{name} is now {default or 'empty'}, as when it was never set")


@config.command("path")
@pass_app
def path(app: App, /) -> None:
    """Print where the settings lie."""
    app.screen.out(str(settings.path(app.home)))


@config.command("schema")
@click.argument("kind", type=click.Choice(list(BY_WORD)))
@pass_app
def schema(app: App, /, kind: str) -> None:
    """Print the JSON Schema of one kind of record."""
    import msgspec

    encoded = msgspec.json.encode(msgspec.json.schema(BY_WORD[kind].type))
    app.screen.exact(msgspec.json.format(encoded, indent=2).decode() + "\n")
