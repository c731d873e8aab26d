"""What looks for sockets finds one that is planted, in a process of its own, too."""

import ast
import sys
from pathlib import Path

import pytest

from .sockets import BROWSERS, ROOT, Seen, seen, traced
from .test_network import needed

PLANTED = """
import os, socket
socket.socket(socket.AF_UNIX).close()
os.fork()
there = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
there.connect(("127.0.0.1", 9))
"""


def test_a_planted_socket_is_seen(tmp_path: Path) -> None:
    needed("strace")
    found = traced([sys.executable, "-c", PLANTED], tmp_path)
    if found is None:
        pytest.skip("strace may not trace here")
    calls = [(one.call, one.arguments.split(",")[0]) for one in found.calls if one.is_local]
    assert (found.code, ("socket", "AF_UNIX") in calls) == (0, True)
    assert [one.call for one in found.foreign].count("socket") == 2
    assert [one.call for one in found.foreign].count("connect") == 2
    assert sys.executable in {one.program for one in found.foreign}


def test_a_program_without_one_is_found_to_have_none(tmp_path: Path) -> None:
    needed("strace")
    found = traced([sys.executable, "-c", "import socket; socket.socketpair()"], tmp_path)
    if found is None:
        pytest.skip("strace may not trace here")
    assert (found.code, found.foreign, [one.call for one in found.calls]) == (0, [], ["socketpair"])


def test_a_call_that_was_interrupted_in_the_log_is_read_as_well() -> None:
    log = (
        '7 execve("/usr/bin/git", ["git"], 0x1 /* 9 vars */) = 0\n'
        "7 socket(AF_INET, SOCK_STREAM, IPPROTO_TCP <unfinished ...>\n"
        "8 connect(3, {sa_family=AF_INET6, sin6_port=htons(443)}, 28) = 0\n"
        "7 <... socket resumed>) = 3\n"
    )
    assert list(seen(log))[1:] == [
        Seen("socket", "AF_INET, SOCK_STREAM, IPPROTO_TCP <unfinished ...>", "/usr/bin/git"),
        Seen("connect", "3, {sa_family=AF_INET6, sin6_port=htons(443)}, 28) = 0", "a fork"),
    ]


def test_every_test_that_drives_a_browser_is_left_out() -> None:
    driving = set()
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        name = str(path.relative_to(ROOT))
        if name in BROWSERS or path == Path(__file__):
            continue
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                words = ast.unparse(node)
                if "chromium" in words or "selenium" in words:
                    driving.add(f"{name}::{node.name}")
    assert driving <= set(BROWSERS)
