"""The form: one page that allows itself and nothing else, whatever the asker wrote."""

import base64
import datetime
import hashlib
import json
import re
from html.parser import HTMLParser

import pytest
from msgspec.structs import replace

from growth.records.request import Asked, Request
from growth.reports.request_form import page
from growth.rules.request_form import form
from tests.hostile.attacks import ATTACKS, LONE

REQUEST = Request(
    id="r261124-5gq1",
    person="ana",
    questions=(
        Asked(marker="q7k3", text="What should stay?", hint="One moment."),
        Asked(marker="q8mm", text="How often?", hint="The latest.", scale=("not yet", "mostly")),
    ),
    quoted="too late",
    day=datetime.date(2026, 11, 24),
    created=datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC),
)
PAGE = page(form(REQUEST, asker="Kim", about="the launch"))


class Outline(HTMLParser):
    """The elements of a page with their attributes, and the text of its scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []
        self.scripts: list[str] = []
        self.shown = ""
        self._within = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(attrs)))
        self._within = tag
        if tag == "script":
            self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        self._within = ""

    def handle_data(self, data: str) -> None:
        if self._within == "script":
            self.scripts[-1] += data
        elif self._within != "style":
            self.shown += data


def digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def test_the_policy_allows_the_style_and_the_script_of_the_page_alone() -> None:
    style = re.search(r"<style>(.*?)</style>", PAGE, re.DOTALL)
    script = re.search(r"<script>(.*?)</script>", PAGE, re.DOTALL)
    assert style
    assert script
    policy = (
        f"default-src 'none'; script-src 'sha256-{digest(script[1])}'; "
        f"style-src 'sha256-{digest(style[1])}'; "
        "base-uri 'none'; form-action 'none'"
    )
    # Before anything that it is there to stop.
    assert PAGE.startswith(
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
    )
    for word in ("http:", "https:", "url(", "@import", "src=", "<link", "<img", "href=", "style=", " on"):
        assert word not in re.sub(r">[^<]*<", "><", PAGE.replace(script[1], "")), word
    for word in ("fetch", "XMLHttpRequest", "WebSocket", "sendBeacon", "innerHTML", "eval", "import("):
        assert word not in script[1]


def test_every_field_has_a_name_and_the_safest_choice_is_made() -> None:
    outline = Outline(PAGE)
    found = [(tag, dict(attrs)) for tag, attrs in outline.elements]
    labels = {attrs["for"] for tag, attrs in found if tag == "label" and "for" in attrs}
    assert {attrs["id"] for tag, attrs in found if tag == "textarea"} == labels
    assert [tag for tag, _ in found].count("fieldset") == [tag for tag, _ in found].count("legend") == 4
    ids = [attrs["id"] for _, attrs in found if "id" in attrs]
    assert len(ids) == len(set(ids))
    described = {attrs["aria-describedby"] for _, attrs in found if "aria-describedby" in attrs}
    assert described == {"hint-1", "hint-2", "hint-name", "how"}
    assert described <= set(ids)
    chosen = [(attrs["name"], attrs["value"]) for _, attrs in found if "checked" in attrs]
    assert chosen == [("q8mm step", ""), ("who", "1"), ("name", "1")]
    assert ("p", (("id", "said"), ("role", "status"))) in outline.elements


def test_the_page_holds_what_the_text_block_is_made_of() -> None:
    asked = json.loads(Outline(PAGE).scripts[0])
    assert asked["questions"] == [
        {"marker": "q7k3", "line": "1. What should stay? [q7k3]", "choices": []},
        {"marker": "q8mm", "line": "2. How often? (1 not yet, 2 mostly) [q8mm]",
         "choices": ["1 not yet", "2 mostly"]},
    ]  # fmt: skip
    assert (asked["id"], asked["asker"], asked["end"], asked["none"]) == (
        "r261124-5gq1",
        "Kim",
        "Request [r261124-5gq1]",
        "-",
    )


def test_the_same_request_makes_the_same_bytes() -> None:
    assert page(form(REQUEST, asker="Kim", about="the launch")) == PAGE


@pytest.mark.parametrize("text", [*ATTACKS.values(), *LONE.values()], ids=[*ATTACKS, *LONE])
def test_whatever_the_asker_wrote_is_text(text: str) -> None:
    hostile = Asked(marker="q7k3", text=f"x{text}", hint=f"x{text}")
    scale = Asked(marker="q8mm", text=f"x{text}", hint=f"x{text}", scale=(f"x{text}", f"x{text}"))
    request = replace(REQUEST, questions=(hostile, scale), quoted=f"x{text}")
    made = page(form(request, asker=f"x{text}", about=f"x{text}"))
    made.encode("utf-8")
    outline = Outline(made)
    assert outline.elements == Outline(PAGE).elements
    assert outline.scripts[1:] == Outline(PAGE).scripts[1:]
    asked = json.loads(outline.scripts[0])
    assert asked["questions"][0]["line"] == f"1. {asked['asker']} [q7k3]"
    assert outline.shown.count(asked["asker"]) >= 10
