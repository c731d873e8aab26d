"""No text makes a document hold what was not meant: no element, no reference, no heading, no claim."""

import json
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from growth.rules.cited import claims

from . import homes
from .attacks import ATTACKS
from .conftest import EVERYTHING, MANAGER, Hostile, structural
from .running import piped
from .test_terminal import steering

Element = tuple[str, tuple[tuple[str, str], ...]]
# What text of mine may add: inline code, emphasis, links and lists (docs/DESIGN.md, section 5).
MINE = re.compile(r"(em|strong|code)( class=tail)?|p|br|ul|ol( start=\d+)?|li( class=task)?|span class=box")
# Text of others keeps its line breaks, dashes and bare URLs where it has room for more than a line.
THEIRS = re.compile(r"p|br|ul|li")
NOTHING = re.compile(r"(?!)")
LINK = re.compile(r"a href=(https?://|mailto:)\S*")
NAMES = (("h1", "id"), ("h2", "id"), ("h3", "id"), ("input", "name"), ("textarea", "name"))
POLICY = re.compile(r"default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'")


class Elements(HTMLParser):
    """Collects the elements of a page; the names of headings and fields, which are texts, are not told."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = [f"{name}={value}" for name, value in attrs if (tag, name) not in NAMES]
        self.names.update(name for name, _ in attrs)
        self.found.append(" ".join([tag, *told]))

    def handle_decl(self, decl: str) -> None:
        self.found.append(f"!{decl}")

    def handle_pi(self, data: str) -> None:
        self.found.append(f"?{data}")

    def handle_comment(self, data: str) -> None:
        self.found.append(f"--{data}")


def attributes(page: str) -> set[str]:
    """Return the names of all attributes of a page."""
    parser = Elements()
    parser.feed(page)
    return parser.names


def elements(page: str) -> Counter[str]:
    """Return how often a page holds each element, written with its attributes."""
    parser = Elements()
    parser.feed(page)
    parser.close()
    return Counter(parser.found)


def check_page(page: str, harmless: str, may: re.Pattern[str]) -> None:
    """Compare a page with the same page of harmless words; `may` is what its texts may add."""
    assert steering(page) == set()
    found, meant = elements(page), elements(harmless)
    more = {one for one in found - meant if not LINK.fullmatch(one) and not may.fullmatch(one)}
    # A text that has marks of its own is not made bold as a whole; a long body is left out.
    less = {one for one in meant - found if not ((may is MINE and one == "strong") or one == "p")}
    assert (more, less) == (set(), set())
    assert page.count("</body>") == page.count("</main>") == page.count("</style>") == 1


def check_markdown(text: str, harmless: str) -> None:
    """Read a document as any other reader of Markdown would, with HTML allowed."""
    assert steering(text) == set()
    kinds = Counter(
        kind
        for token in MarkdownIt("gfm-like", {"linkify": False}).parse(text)
        for kind in [token.type, *(child.type for child in token.children or ())]
    )
    assert (
        not {
            "html_block",
            "html_inline",
            "image",
            "fence",
            "code_block",
            "table_open",
            "blockquote_open",
            "hr",
            "s_open",
        }
        & kinds.keys()
    )
    meant = Counter(token.type for token in MarkdownIt("commonmark").parse(harmless))
    assert kinds["heading_open"] == meant["heading_open"]


def pages(home: Path, folder: Path, ending: str) -> dict[str, str]:
    """Return the sheets of all who report to me, and their index."""
    assert piped(home, ["prep", "--all", "-o", str(folder), "-f", ending]).code == 0
    return {path.stem: path.read_text() for path in folder.glob(f"*.{ending}")}


@pytest.fixture(scope="module")
def sheets(hostile: Hostile, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return pages(hostile.home, tmp_path_factory.mktemp("mine"), "html")


def test_a_sheet_holds_what_it_would_hold_of_harmless_words(
    hostile: Hostile, harmless_twin: Hostile, sheets: dict[str, str]
) -> None:
    harmless = piped(harmless_twin.home, ["prep", "p01", "-f", "html"]).out
    assert sheets.keys() == hostile.texts.keys() - {MANAGER} | {"index"}
    for handle in sheets.keys() - {"index"}:
        check_page(sheets[handle], harmless, MINE)
    script = f"p{list(ATTACKS).index('script'):02}"
    assert sheets[script].count("&lt;script&gt;alert(1)&lt;/script&gt;") > 10


def test_markdown_holds_no_structure_that_a_text_brought(hostile: Hostile, harmless_twin: Hostile) -> None:
    for command in ("prep {}", "people about {}"):
        plain = piped(harmless_twin.home, [*command.format("p01").split(), "-f", "md"]).out
        for handle in structural():
            check_markdown(piped(hostile.home, [*command.format(handle).split(), "-f", "md"]).out, plain)


def test_what_others_wrote_adds_nothing_to_a_sheet(
    hostile_others: Hostile, harmless_twin: Hostile, tmp_path: Path
) -> None:
    harmless = piped(harmless_twin.home, ["prep", "p01", "-f", "html"]).out
    for handle, page in pages(hostile_others.home, tmp_path / "out", "html").items():
        if handle != "index":
            check_page(page, harmless, NOTHING)


def test_the_index_leads_to_each_sheet_and_nowhere_else(hostile: Hostile, sheets: dict[str, str]) -> None:
    found = elements(sheets["index"])
    led = {f"a href={handle}.html" for handle in hostile.texts if handle != MANAGER}
    assert set(found) - set(elements(sheets["p01"])) == led
    assert (found["li"], sum(found[one] for one in led)) == (len(led), len(led))


@pytest.mark.parametrize("audience", [[], ["--for", "manager"]], ids=["me", "manager"])
def test_a_report_holds_what_it_would_hold_of_harmless_words(
    audience: list[str], hostile: Hostile, harmless_twin: Hostile
) -> None:
    command = ["report", "brag", *audience, "--project"]
    harmless = piped(harmless_twin.home, [*command, harmless_twin.texts["p01"], "-f", "html"]).out
    plain = piped(harmless_twin.home, [*command, harmless_twin.texts["p01"], "-f", "md"]).out
    for text in hostile.texts.values():
        check_page(piped(hostile.home, [*command, text, "-f", "html"]).out, harmless, MINE)
    for text in (hostile.texts[handle] for handle in structural()):
        check_markdown(piped(hostile.home, [*command, text, "-f", "md"]).out, plain)


@pytest.mark.parametrize("whose", ["mine", "theirs"])
def test_all_that_is_held_about_a_person(
    whose: str, hostile: Hostile, hostile_others: Hostile, harmless_twin: Hostile
) -> None:
    home = hostile.home if whose == "mine" else hostile_others.home
    harmless = piped(harmless_twin.home, ["people", "about", "p01", "-f", "html"]).out
    for handle in structural():
        page = piped(home, ["people", "about", handle, "-f", "html"]).out
        check_page(page, harmless, MINE if whose == "mine" else THEIRS)


@pytest.mark.parametrize(
    "command", ["prep {}", "prep {} --for @{}", "report brag", "report brag --for manager"]
)
def test_a_document_claims_what_it_cites_and_no_more(command: str, hostile: Hostile) -> None:
    for handle in (MANAGER, "p01", EVERYTHING):
        args = command.replace("{}", handle).split()
        cited = [one["ref"] for one in json.loads(piped(hostile.home, [*args, "--json"]).out)["cited"]]
        for one in ("md", "html"):
            assert [claim.ref for claim in claims(piped(hostile.home, [*args, "-f", one]).out)] == cited
        assert cited


def test_a_form_to_fill_in_holds_what_it_would_hold_of_harmless_words(
    hostile: Hostile, harmless_twin: Hostile, tmp_path: Path
) -> None:
    send = "feedback send {request} -f html"
    twin = homes.copy(harmless_twin.home, tmp_path / "twin")
    harmless = piped(twin, send.format_map(harmless_twin.of("p01")).split()).out
    home = homes.copy(hostile.home, tmp_path / "home")
    script = harmless.split("<script>")[1]
    for handle in structural():
        page = piped(home, send.format_map(hostile.of(handle)).split()).out
        check_page(page, harmless, NOTHING)
        assert page.count("<script") == page.count("</script") == harmless.count("<script")
        assert page.split("<script>")[1] == script


def test_a_page_asks_nothing_of_anybody(hostile: Hostile) -> None:
    for command in ("report brag", "prep p00", "people about pall"):
        page = piped(hostile.home, [*command.split(), "-f", "html"]).out
        for one in elements(page):
            tag, *attributes = one.split(" ", 1)
            assert tag not in (
                "script",
                "img",
                "link",
                "iframe",
                "object",
                "embed",
                "base",
                "form",
                "svg",
                "video",
            )
            assert not re.search(
                r"(^| )(src|srcset|action|style|background|data|on\w+)=", " ".join(attributes)
            )
            if tag == "a":
                assert LINK.fullmatch(one)
        policy = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', page)
        assert policy
        assert POLICY.fullmatch(policy[1])
        style = page.split("<style>")[1].split("</style>")[0]
        assert not re.search(r"@import|url\(|expression|//", style)
