"""growth ladder: career ladders, those that ship and your own."""

import click

from growth.commands.lazy_group import LazyGroup

ELSEWHERE = {
    "list": "ladder_list.list_",
    "show": "ladder_list.show",
    "check": "ladder_check.check",
    "import": "ladder_import.import_",
    "export": "ladder_export.export",
    "compare": "ladder_compare.compare",
}


@click.group(cls=LazyGroup, elsewhere=ELSEWHERE)
def ladder() -> None:
    """List, show, check, import and compare career ladders."""
