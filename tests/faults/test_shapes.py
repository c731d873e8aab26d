"""No command that writes stands outside the matrices: each has an example, of a shape they run on."""

import shlex
from collections.abc import Iterator

import click
import pytest

from growth.cli import root

from .examples import EXAMPLES, READ_ONLY, Example
from .harness import ALL, Program
from .homes import place
from .lab import Lab
from .shapes import shape
from .state import fold


def leaves(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[str]:
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            assert found is not None
            yield from leaves(found, (*path, name))
    else:
        yield " ".join(path)


def test_every_command_has_an_example_or_is_known_to_only_read() -> None:
    told = {example.command for example in EXAMPLES} | READ_ONLY.keys()
    assert set(leaves(root)) == told
    assert not {example.command for example in EXAMPLES} & READ_ONLY.keys()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_an_example_has_the_shape_it_claims(lab: Lab, example: Example) -> None:
    first = next(other for other in EXAMPLES if other.shape == example.shape)
    shapes = []
    for one in (first, example):
        base = lab.homes.fresh(one.home)
        run = lab.run(one, base)
        assert run.code == 0, run
        shapes.append(shape(run.counted, base))
    assert shapes[0] == shapes[1]
    assert shapes[1] != ()


@pytest.mark.parametrize("line", READ_ONLY.values(), ids=lambda line: line)
def test_a_command_that_only_reads_writes_nothing(lab: Lab, line: str) -> None:
    base = lab.homes.fresh("lived")
    argv = [word.format(given=base / "given") for word in shlex.split(line)]
    run = lab.program.run(argv, place(base), watch=base, record=True)
    assert run.counted == []
    assert run.code in (0, 1), run


def test_a_fresh_start_does_the_same_as_a_fork_of_a_warm_one(lab: Lab) -> None:
    cold = Program(lab.folder / "cold", lab.program.library, lab.program.tree, cold=True)
    seen = []
    for program in (lab.program, cold):
        base = lab.homes.fresh("yesterday")
        run = program.run(["log", "The", "same"], place(base), watch=base, count=ALL, record=True)
        assert run.code == 0
        seen.append([(op.kind, op.name, fold(op.path.removeprefix(str(base)))) for op in run.counted])
    assert seen[0] == seen[1]
    assert len(seen[0]) > 100
