"""Nothing is asked of the network: no socket is opened, and no page requests anything."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from . import homes
from .commands import formats, leaves
from .conftest import EVERYTHING, MANAGER, Hostile
from .running import NOW, piped
from .test_documents import attributes

# One command for every part of the program, those that use other programs among them.
COMMANDS = (
    "log -m x",
    "list",
    "search x",
    "status",
    "prep {handle}",
    "prep {handle} -f html",
    "report brag -f html",
    "report brag -o {place}/brag.html",
    "people about {handle}",
    "people list",
    "1on1 recap {handle}",
    "export -o {place}/journal.html",
    "export --everything -o {place}/all.zip",
    "backup",
    "doctor",
    "bundle make --for manager -o {place}/theirs.json",
    "import -f git {place} --author me@example.com",
    "undo -y",
    "template new mine",
    "template check",
    "forget {entry} -y",
    "--demo prep ana",
    "completion bash",
    "help",
)
# What a browser does of its own accord, and none of it is for a page.
OWN_BUSINESS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-domain-reliability",
    "--disable-client-side-phishing-detection",
    "--metrics-recording-only",
    "--no-default-browser-check",
    "--no-pings",
    "--disable-dev-shm-usage",
)


def needed(*names: str) -> str:
    """Return the first of some programs that is there; without one skip, which in CI is a failure."""
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        if os.environ.get("CI"):
            pytest.fail(f"{names[0]} is missing, and without it this cannot be seen")
        pytest.skip(f"{names[0]} is missing")
    return found


def test_no_socket_is_opened_but_local_ones(hostile: Hostile, tmp_path: Path) -> None:
    strace = needed("strace")
    home = shutil.copytree(hostile.home, tmp_path / "home")
    place = tmp_path / "place"
    place.mkdir()
    subprocess.run(["git", "init", "-q", str(place)], check=True)
    known = {**hostile.of("p01"), "place": str(place)}
    env = os.environ | {"GROWTH_HOME": str(home), "GROWTH_NOW": NOW, "GIT_CONFIG_GLOBAL": "/dev/null"}
    for number, command in enumerate(COMMANDS):
        traced = tmp_path / f"{number}.trace"
        args = [word.format_map(known) for word in command.split()]
        done = subprocess.run(
            [
                strace,
                "-f",
                "-qq",
                "-e",
                "trace=socket,connect,bind,sendto",
                "-o",
                str(traced),
                sys.executable,
                "-m",
                "growth",
                *args,
            ],
            env=env,
            capture_output=True,
            text=True,
            timeout=120,
            stdin=subprocess.DEVNULL,
        )
        if "ptrace" in done.stderr:
            pytest.skip("strace may not trace here")
        assert "Traceback" not in done.stderr, (command, done.stderr)
        calls = traced.read_text(errors="replace")
        assert [
            line
            for line in calls.splitlines()
            if re.search(r"(socket|connect|bind|sendto)\(", line) and "AF_UNIX" not in line
        ] == [], command


@pytest.fixture(scope="module")
def pages(hostile: Hostile, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Every sort of page there is, each full of attacks."""
    folder = tmp_path_factory.mktemp("pages")
    home = homes.copy(hostile.home, folder / "home")
    for number, command in enumerate(PAGES):
        page = folder / f"{number}.html"
        known = hostile.of(EVERYTHING) | {"manager": MANAGER}
        ran = piped(home, [*command.format_map(known).split(), "-f", "html"])
        assert ran.code == 0, ran
        page.write_text(ran.out)
    return sorted(folder.glob("*.html"))


PAGES = (
    "report brag",
    "report brag --for manager",
    "report practice",
    "practice lineage {practice}",
    "report summary --period 2026",
    "report review --about {handle} --period 2026",
    "report mentorship --about {handle}",
    "report mentoring-programme",
    "report mentor-coaching --about {handle}",
    "prep {manager}",
    "prep {handle}",
    "prep {handle} --for @{handle}",
    "team --with-mood",
    "people about {handle}",
    "feedback send {request}",
    "feedback digest",
    "feedback digest --for manager",
    "feedback digest --about {handle}",
    "export",
    "export --for manager",
)


def requested(browser: str, page: Path, place: Path) -> tuple[set[str], str]:
    """Return the addresses that a browser asks for when it opens a page, and what it shows."""
    log = place / "net.json"
    done = subprocess.run(
        [
            browser,
            *OWN_BUSINESS,
            f"--user-data-dir={place / 'profile'}",
            f"--log-net-log={log}",
            "--net-log-capture-mode=Everything",
            "--virtual-time-budget=2000",
            "--dump-dom",
            page.as_uri(),
        ],
        capture_output=True,
        text=True,
        timeout=120,
        env=os.environ | {"HOME": str(place)},
    )
    assert log.exists(), done.stderr[-2000:]
    text = log.read_text()
    # A browser that was stopped leaves the list open.
    whole = json.loads(text if text.rstrip().endswith("}") else text.rstrip().rstrip(",") + "]}")
    urls = {
        event["params"]["url"]
        for event in whole["events"]
        if isinstance(event.get("params"), dict) and "url" in event["params"]
    }
    hosts = {
        str(event["params"].get("host") or event["params"].get("hostname"))
        for event in whole["events"]
        if isinstance(event.get("params"), dict)
        and ("host" in event["params"] or "hostname" in event["params"])
    }
    return {
        one for one in urls | hosts if "example" in one or "evil" in one or one.startswith(("file:", "data:"))
    }, done.stdout


def test_a_browser_requests_nothing_when_it_opens_a_page(pages: list[Path], tmp_path: Path) -> None:
    browser = needed("chromium", "chromium-browser", "google-chrome")
    for number, page in enumerate(pages):
        place = tmp_path / str(number)
        place.mkdir()
        asked, shown = requested(browser, page, place)
        assert asked <= {page.as_uri()}
        assert "For" in shown
        assert [name for name in attributes(shown) if name.startswith("on")] == []


def test_the_log_would_show_a_request(tmp_path: Path) -> None:
    """The proof of the proof: a page that does ask for something is seen to."""
    browser = needed("chromium", "chromium-browser", "google-chrome")
    page = tmp_path / "asks.html"
    page.write_text("<img src='http://127.0.0.1:9/evil.png'><link rel=stylesheet href='file:///evil.css'>")
    asked, _ = requested(browser, page, tmp_path)
    assert {"http://127.0.0.1:9/evil.png"} <= asked


def test_every_sort_of_page_is_opened() -> None:
    writing = {name for name, command in leaves() if "html" in formats(command)}
    assert {name for name in writing if not any(page.startswith(name) for page in PAGES)} == set()
