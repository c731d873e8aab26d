"""The form in a real browser: from a file, by keyboard alone, asking nothing of any network."""

import json
import os
import shutil
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

    from tests.conftest import Growth

BROWSER, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
MISSING = "chromium and chromedriver are not installed (Debian: chromium chromium-driver)"


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[..., "Chrome"]]:
    """Return a function that opens a page in a browser of its own; downloads go to `downloads`."""
    if not (BROWSER and DRIVER):
        if os.environ.get("CI"):
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    drivers: list[Chrome] = []

    def start(page: Path, **settings: Any) -> "Chrome":
        driver = _driver(tmp_path, settings)
        drivers.append(driver)
        driver.get(page.as_uri())
        return driver

    yield start
    for driver in drivers:
        driver.quit()


def _driver(folder: Path, settings: dict[str, Any]) -> "Chrome":
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = str(BROWSER)
    for word in ("headless=new", "no-sandbox", "disable-dev-shm-usage", "disable-gpu"):
        options.add_argument(f"--{word}")
    options.add_argument(f"--user-data-dir={folder / 'profile'}")
    options.add_experimental_option(
        "prefs", {"download.default_directory": str(folder / "downloads"), **settings}
    )
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(str(DRIVER)))


def keys(driver: "Chrome", *typed: str) -> None:
    """Type keys, one after another, wherever the focus is."""
    from selenium.webdriver import ActionChains

    chain = ActionChains(driver)
    for key in typed:
        chain.send_keys(key)
    chain.perform()


def held(driver: "Chrome", modifier: str, key: str, times: int = 1) -> None:
    """Type a key while another is held down."""
    from selenium.webdriver import ActionChains

    ActionChains(driver).key_down(modifier).send_keys(key * times).key_up(modifier).perform()


def focus(driver: "Chrome") -> str:
    """Return the name of what has the focus: of a field, a button, or nothing."""
    found: str = driver.execute_script(
        "const a = document.activeElement; return a.name || a.id || a.tagName.toLowerCase()"
    )
    return found


def value(driver: "Chrome", name: str) -> str:
    """Return what a field holds; of choices the one that is chosen."""
    found: str = driver.execute_script("return new FormData(document.forms[0]).get(arguments[0])", name)
    return found


def text(driver: "Chrome") -> str:
    """Return the text block that the form ends in."""
    found: str = driver.execute_script("return document.getElementById('text').value")
    return found


def waited(driver: "Chrome", words: str, seconds: float = 30) -> bool:
    """Wait until the live region says something."""
    said = "return document.getElementById('said').textContent"
    return until(lambda: words in driver.execute_script(said), seconds)


def stored(driver: "Chrome") -> None:
    """Wait until the browser has put away what the page stored."""
    # It does so a moment later, in another process of its own.
    assert until(lambda: driver.execute_script("return localStorage.length") > 0)
    time.sleep(1)


def loaded(driver: "Chrome", page: Path, words: str) -> bool:
    """Load a page, anew until its live region says something."""
    # On a loaded machine Chromium now and then gives a page a storage without anything in it until it
    # is loaded again; a draft that was not kept would not be there then either.
    for _ in range(5):
        driver.get(page.as_uri())
        if waited(driver, words, seconds=6):
            return True
    return False


def until(true: Callable[[], bool], seconds: float = 30) -> bool:
    deadline = time.monotonic() + seconds
    while not true():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def requested(driver: "Chrome") -> list[str]:
    """Return every address that was asked for anything, but by the browser's own pages."""
    events = [json.loads(entry["message"])["message"] for entry in driver.get_log("performance")]
    sent = [event["params"] for event in events if event["method"] == "Network.requestWillBeSent"]
    return [one["request"]["url"] for one in sent if not one["documentURL"].startswith("chrome")]


def pasted(driver: "Chrome") -> str:
    """Return what the clipboard holds, by pasting it into a page of its own."""
    from selenium.webdriver.common.keys import Keys

    driver.switch_to.new_window("tab")
    driver.get("data:text/html,<textarea autofocus></textarea>")
    held(driver, Keys.CONTROL, "v")
    found: str = driver.execute_script("return document.querySelector('textarea').value")
    return found


def sent_form(growth: "Growth", folder: Path, *options: str) -> tuple[Path, list[str]]:
    """Return a form for Ana and the markers of its questions."""
    growth.ok("people add ana --name 'Ana Silva'")
    growth("config set me.name 'Kim Lee'")
    identifier = growth.ok(["feedback", "ask", "ana", *options]).strip()
    page = folder / "for-ana.html"
    assert growth(f"feedback send {identifier} -o {page}").code == 0
    request = json.loads(growth.ok(f"show {identifier} --json"))
    return page, [asked["marker"] for asked in request["questions"]]


SET = ("--about", "the launch", "--set", "collaboration", "--pick", "1", "--pick", "4", "--due", "friday")
ANSWER = "The notes after each review:\nI knew on Tuesday what would change."


def block(page: Path, markers: list[str]) -> str:
    """Return the text block of ANSWER, a fourth step and its example, with the manager and a name."""
    name = "Request [" + page.read_text().split("Request [")[1].split("]")[0] + "]"
    return (
        f"1. What in your work with me should stay the way it is? [{markers[0]}]\n{ANSWER}\n\n"
        "2. How often do you know early enough what is coming your way from me? "
        "(1 not yet, 2 now and then, 3 about half the time, 4 mostly, 5 almost every time) "
        f"[{markers[1]}]\n4 mostly\nThe freeze.\n\n"
        "Who may read this? 1 only who asks; 2 also their manager. No answer means 1. [who]\n"
        "2 also their manager\n\n"
        "My name? 1 without it, counted only among three or more; 2 not quoted; 3 named. "
        "No answer means 1. [name]\n3 named\n\n"
        f"{name}\n"
    )


def test_by_keyboard_alone(growth: "Growth", tmp_path: Path, opened: Callable[..., "Chrome"]) -> None:
    from selenium.webdriver.common.keys import Keys

    page, markers = sent_form(growth, tmp_path, *SET)
    driver = opened(page)
    assert driver.title == "Feedback on the launch"
    order = [markers[0], f"{markers[1]} step", markers[1], "who", "name", "text", "copy", "save"]
    seen = []
    for _ in order:
        keys(driver, Keys.TAB)
        seen.append(focus(driver))
    assert seen == order
    held(driver, Keys.SHIFT, Keys.TAB, len(order) - 1)
    assert focus(driver) == markers[0]

    keys(driver, ANSWER.replace("\n", Keys.ENTER), Keys.TAB)
    # From "No answer", which is chosen, two steps up; Enter must send nothing anywhere.
    keys(driver, Keys.ARROW_UP, Keys.ARROW_UP, Keys.ENTER, Keys.TAB, "The freeze.", Keys.TAB)
    keys(driver, Keys.ARROW_DOWN, Keys.TAB, Keys.ARROW_DOWN, Keys.ARROW_DOWN)
    assert text(driver) == block(page, markers)

    stored(driver)
    assert loaded(driver, page, "Your draft is back.")
    assert [value(driver, name) for name in order[:5]] == [ANSWER, "4", "The freeze.", "2", "3"]
    assert text(driver) == block(page, markers)

    keys(driver, *[Keys.TAB] * 7)
    assert focus(driver) == "copy"
    keys(driver, Keys.ENTER)
    assert waited(driver, "Copied. Paste it into a message to Kim Lee.")
    keys(driver, Keys.TAB, Keys.SPACE)
    assert waited(driver, f"Saved as feedback-{page.read_text().split('Request [')[1].split(']')[0]}.txt.")
    saved = tmp_path / "downloads"
    assert until(lambda: saved.is_dir() and [path.suffix for path in saved.iterdir()] == [".txt"])
    (file,) = saved.iterdir()
    assert file.read_bytes().decode() == block(page, markers)

    asked = requested(driver)
    assert {url for url in asked if not url.startswith("blob:")} == {page.as_uri()}
    assert driver.get_log("browser") == []
    assert pasted(driver) == block(page, markers)

    assert growth(f"import {file} -y").code == 0
    (found,) = json.loads(growth.ok("feedback list --answers --json"))
    assert [(reply["text"], reply["rating"]) for reply in found["replies"]] == [
        (ANSWER, None),
        ("The freeze.", 4),
    ]
    kept = ("ana", "the launch", "manager", "named", "")
    assert tuple(found[name] for name in ("person", "about", "reader", "name", "unmatched")) == kept
    assert growth(f"import {file} -y").err.endswith("nothing new; 1 already here\n")
    digest = growth.ok("feedback digest")
    assert "The notes after each review:" in digest
    assert "- **1 ×** 4 mostly\n" in digest


HOW = (
    "This is all that leaves the page. Copy it or save it, and send it to Kim Lee the way the page "
    "reached you. The marks in brackets say which answer belongs where."
)
SPOKEN = [
    ("heading", "Feedback on the launch", ""),
    ("group", "1. What in your work with me should stay the way it is?", ""),
    ("group", "2. How often do you know early enough what is coming your way from me?",
     "The latest case: when you heard of it and what that left you time for."),
    ("group", "Who may read this?", ""),
    ("group", "What about my name?", "Kim Lee knows that it is from you. This is about everybody else."),
    ("region", "Your answer, ready to send", ""),
    ("textbox", "Your answer", "One moment, what was done, and what it made easier for you."),
    ("textbox", "An example, if you have one", ""),
    ("heading", "Your answer, ready to send", ""),
    ("textbox", "The text", HOW),
    ("button", "Copy the text", ""),
    ("button", "Save it as a file", ""),
    ("status", "", ""),
    ("radio", "1 not yet", ""),
    ("radio", "2 now and then", ""),
    ("radio", "3 about half the time", ""),
    ("radio", "4 mostly", ""),
    ("radio", "5 almost every time", ""),
    ("radio", "No answer", ""),
    ("radio", "Only Kim Lee", ""),
    ("radio", "Also the manager of Kim Lee", ""),
    ("radio", "Leave my name out counted only among at least three answers", ""),
    ("radio", "Do not quote me counted, but my words stand in no document", ""),
    ("radio", "Quote me by name my words may stand in a document, with my name", ""),
]  # fmt: skip


def test_what_a_screen_reader_says(growth: "Growth", tmp_path: Path, opened: Callable[..., "Chrome"]) -> None:
    page, _ = sent_form(growth, tmp_path, *SET)
    nodes = opened(page).execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    roles = {role for role, _, _ in SPOKEN}
    told = [
        (node["role"]["value"], node["name"]["value"], node.get("description", {}).get("value", ""))
        for node in nodes
        if not node["ignored"] and node["role"]["value"] in roles
    ]
    assert sorted(told) == sorted(SPOKEN)


def test_a_draft_is_removed_and_brought_back(
    growth: "Growth", tmp_path: Path, opened: Callable[..., "Chrome"]
) -> None:
    from selenium.webdriver.common.keys import Keys

    page, markers = sent_form(growth, tmp_path, *SET)
    driver = opened(page)
    keys(driver, *[Keys.TAB] * 7, Keys.ENTER)
    assert waited(driver, "There is nothing to take yet: answer a question first.")
    held(driver, Keys.SHIFT, Keys.TAB, 6)
    keys(driver, "Thanks", *[Keys.TAB] * 8)
    assert focus(driver) == "remove"
    keys(driver, Keys.ENTER)
    assert waited(driver, "Removed from this browser. Until you close the page you can bring it back.")
    assert (value(driver, markers[0]), text(driver)) == ("", "")
    keys(driver, Keys.ENTER)
    assert waited(driver, "It is back.")
    assert (value(driver, markers[0]), "Thanks" in text(driver)) == ("Thanks", True)
    keys(driver, Keys.ENTER)
    assert waited(driver, "Removed")
    driver.refresh()
    assert (value(driver, markers[0]), text(driver)) == ("", "")
    assert driver.execute_script("return document.getElementById('remove').hidden")


def test_two_requests_keep_two_drafts(
    growth: "Growth", tmp_path: Path, opened: Callable[..., "Chrome"]
) -> None:
    page, markers = sent_form(growth, tmp_path, "--question", "What should stay?")
    other = tmp_path / "other.html"
    identifier = growth.ok("feedback ask ana --question 'What should change?' --about work").strip()
    growth(f"feedback send {identifier} -o {other}")
    driver = opened(page)
    keys(driver, "\ue004", "Names")
    stored(driver)
    driver.get(other.as_uri())
    assert text(driver) == ""
    keys(driver, "\ue004", "Tests")
    assert loaded(driver, page, "Your draft is back.")
    assert value(driver, markers[0]) == "Names"


WORDS = (
    "plain",
    "\n\n  kept indent\n\nsecond part  \n\n",
    "a [q7k3] b [[who]] c \\[ Name \\] d [r261124-5gq1] e [x] [Q7K3]",
    "Gr\u00fc\u00dfe \u4f60\u597d \u05e9\u05dc\u05d5\u05dd \U0001f468\u200d\U0001f469 \u201csmart\u201d",
    "</textarea><script>alert(1)</script> $& $1 `${x}` \\n",
    "- a\n- b\n> quoted\n> [q7k3] x\n",
    "   \n\t\n",
)


def test_the_text_is_the_block_of_the_program(
    growth: "Growth", tmp_path: Path, opened: Callable[..., "Chrome"]
) -> None:
    from msgspec import convert

    from growth.records.answer import NAMINGS, Reply
    from growth.records.request import Request
    from growth.rules.filled_paper import parse
    from growth.rules.request_paper import block, readers

    page, markers = sent_form(growth, tmp_path, *SET)
    shown = growth.ok(f"show {page.read_text().split('Request [')[1].split(']')[0]} --json")
    request = convert(json.loads(shown), Request, strict=False)
    driver = opened(page)
    for number, words in enumerate(WORDS):
        step, reader, name = number % 6, readers("me")[number % 2], NAMINGS[number % 3]
        driver.execute_script(
            """
            const form = document.forms[0], [marker, scale, words, step, who, name] = arguments;
            form.elements[marker].value = form.elements[scale].value = words;
            form.elements[scale + " step"].forEach((one) => (one.checked = one.value === step));
            form.elements.who.value = who;
            form.elements.name.value = name;
            form.dispatchEvent(new Event("input"));
            """,
            *markers, words, str(step or ""), str(number % 2 + 1), str(number % 3 + 1),
        )  # fmt: skip
        made = text(driver)
        kept = words.strip("\n").rstrip() if words.strip() else ""
        texts = {markers[0]: kept, markers[1]: kept}
        replies = tuple(
            Reply(marker=one.marker, question=one.text, text=texts[one.marker],
                  rating=step or None if one.scale else None)
            for one in request.questions
            if kept or (one.scale and step)
        )  # fmt: skip
        assert made == (block(request, replies, reader, name) if replies else ""), words
        if replies:
            found = parse(made, request.questions, readers("me"))
            assert (found.replies, found.reader, found.name, found.unmatched) == (replies, reader, name, "")


def test_a_browser_that_keeps_nothing_says_so(
    growth: "Growth", tmp_path: Path, opened: Callable[..., "Chrome"]
) -> None:
    from selenium.webdriver.common.keys import Keys

    page, _ = sent_form(growth, tmp_path, "--question", "What should stay?")
    driver = opened(page, **{"profile.default_content_setting_values.cookies": 2})
    kept = driver.execute_script("return document.getElementById('kept').textContent")
    assert kept == (
        "This page sends nothing, and this browser keeps no draft for it: "
        "copy or save the text before you close it."
    )
    keys(driver, Keys.TAB, "Names")
    assert "\nNames\n" in text(driver)
    # The browser would ask before the words are lost; a driver answers that by itself.
    leave = "return window.dispatchEvent(new Event('beforeunload', {cancelable: true}))"
    assert driver.execute_script(leave) is False
    keys(driver, *[Keys.TAB] * 4, Keys.ENTER)
    assert waited(driver, "Copied.")
    assert driver.execute_script(leave) is True
    driver.refresh()
    assert text(driver) == ""


def test_without_a_clipboard_of_its_own(
    growth: "Growth", tmp_path: Path, opened: Callable[..., "Chrome"]
) -> None:
    from selenium.webdriver.common.keys import Keys

    page, _ = sent_form(growth, tmp_path, "--question", "What should stay?")
    driver = opened(page)
    driver.execute_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    keys(driver, Keys.TAB, "Names", *[Keys.TAB] * 4, Keys.ENTER)
    assert waited(driver, "Copied. Paste it into a message to Kim Lee.")
    assert focus(driver) == "copy"
    made = text(driver)
    driver.execute_script("document.execCommand = () => false")
    keys(driver, Keys.ENTER)
    assert waited(driver, "The text is selected: copy it with Ctrl+C or Cmd+C.")
    assert focus(driver) == "text"
    held(driver, Keys.CONTROL, "c")
    assert pasted(driver) == made


def test_without_scripts_the_questions_are_there_to_read(
    growth: "Growth", tmp_path: Path, opened: Callable[..., "Chrome"]
) -> None:
    from selenium.webdriver.common.by import By

    page, _ = sent_form(growth, tmp_path, "--question", "What should stay?")
    driver = opened(page, **{"profile.managed_default_content_settings.javascript": 2})
    shown = driver.find_element(By.TAG_NAME, "body").text
    assert "1. What should stay?" in shown
    assert "Answer the message it came with instead: write under each question." in shown
    assert "Copy the text" not in shown


def test_hostile_words_ask_for_nothing_and_stay_inside(
    growth: "Growth", tmp_path: Path, opened: Callable[..., "Chrome"]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.5)
        there = f"http://127.0.0.1:{server.getsockname()[1]}"
        hostile = (
            f"<img src={there}/a onerror=alert(1)><script src={there}/b></script>"
            "</script><script>alert(1)</script>"
            f"<link rel=stylesheet href={there}/c><iframe src={there}/d></iframe><base href={there}>"
            f"<meta http-equiv=refresh content=0;url={there}/e>"
        )
        page, _ = sent_form(growth, tmp_path, "--question", hostile, "--about", "w" * 300)
        growth(["config", "set", "me.name", hostile])
        identifier = page.read_text().split("Request [")[1].split("]")[0]
        growth(f"feedback send {identifier} -o {page}")
        driver = opened(page)
        driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": 375, "height": 800, "deviceScaleFactor": 1, "mobile": True},
        )
        keys(driver, "\ue004", "v" * 400)
        assert hostile in text(driver)
        assert driver.execute_script("return document.documentElement.scrollWidth") == 375
        with pytest.raises(TimeoutError):
            server.accept()
    assert requested(driver) == [page.as_uri()]
    assert driver.get_log("browser") == []
