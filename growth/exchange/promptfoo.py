"""Read a configuration of promptfoo: its prompts, each with its version, and the cases they are tried on."""

import posixpath
import re
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from growth.exchange import limits
from growth.exchange.formats import Head
from growth.exchange.instants import instant
from growth.exchange.practice_parts import (
    MOST,
    begun,
    digest,
    document,
    mapping,
    plain,
    project_of,
    short,
    texts,
)
from growth.records.imported import Reading, ReadOptions
from growth.records.practice import Practice, State

FORMAT = "promptfoo"
# Where its results lie beside it, unless it says another place.
RESULTS = "results.json"
_PROMPTS = re.compile(r"^prompts:", re.MULTILINE)
_BESIDE = re.compile(r"^(?:providers|targets|tests|defaultTest|scenarios):", re.MULTILINE)
_FILE = re.compile(
    r"(?:file://)?([\w][\w./-]*\.(?:txt|md|json|ya?ml|j2|jinja2?|prompt|csv|py|js|mjs|cjs|ts))"
)


def is_one(head: Head) -> bool:
    """Tell whether YAML names prompts, and what they are tried with."""
    fits = head.ending in (".yaml", ".yml") and _PROMPTS.search(head.text)
    return bool(fits) and bool(_BESIDE.search(head.text))


def _nothing(path: str) -> bytes | None:
    return None


def read(
    data: bytes, *, name: str, options: ReadOptions, more: Callable[[str], bytes | None] = _nothing
) -> Reading:
    """Return what a configuration tells; `more` reads the files beside it that it names."""
    config = _Config(document(data, name), more, name, options)
    return Reading(format=FORMAT, practices=tuple(config.practices())[:MOST])


class _Config:
    def __init__(
        self, whole: dict[Any, Any], more: Callable[[str], bytes | None], place: str, options: ReadOptions
    ) -> None:
        self.whole, self.more, self.place, self.day = whole, more, place, options.today
        self.project = project_of(place, options)
        self.about = plain(whole.get("description"))
        self.title = self.about or self.project or posixpath.basename(place).split(".")[0]

    def practices(self) -> Iterator[Practice]:
        """Yield the prompts, then the set of cases and the eval that tries them."""
        prompts = list(self._prompts())
        yield from prompts
        tests = self.whole.get("tests")
        if not prompts or not tests:
            return
        cases = f"{self.title} cases"
        yield begun(
            "dataset", cases, self._source("dataset", "tests"), self.day, role="test", location=self.place,
            states=(self._cases(tests),),
        )  # fmt: skip
        yield begun(
            "eval", self.title, self._source("eval", "tests"), self.day, location=self.place, on=cases,
            metric="pass rate", prompts=tuple(dict.fromkeys(one.name for one in prompts)),
            states=tuple(self._results()),
        )  # fmt: skip

    def _source(self, kind: str, key: str) -> str:
        return f"promptfoo:{self.project}:{kind}:{posixpath.basename(self.place)}:{key}"

    def _file(self, text: str) -> tuple[str, bytes | None]:
        """Return the file that a value names, and what it holds where that is known."""
        named = _FILE.fullmatch(text.strip())
        if named is None:
            return "", None
        return named[1], self.more(named[1])

    def _cases(self, tests: Any) -> State:
        _, held = self._file(plain(tests))
        hash_ = digest(held.decode("utf-8", "replace")) if held else _hash(tests)
        rows = len(tests) if isinstance(tests, list) else None
        return State(day=self.day, version=short(hash_), rows=rows, hash=hash_)

    def _results(self) -> Iterator[State]:
        """Yield what the last run came to, where its results lie beside as JSON."""
        for place in (*texts(self.whole.get("outputPath")), RESULTS):
            found = _json(self.more(place) if place.endswith(".json") else None)
            results = mapping(found.get("results"))
            moment = instant(plain(results.get("timestamp")))
            counts = [mapping(results.get("stats")).get(part) for part in ("successes", "failures", "errors")]
            passed, *others = [one if isinstance(one, int) and one >= 0 else 0 for one in counts]
            if "evalId" in found and moment and (total := passed + sum(others)):
                tests = mapping(found.get("config")).get("tests")
                yield State(
                    day=min(moment.date(), self.day), value=f"{passed / total:.2%}",
                    on_version=short(_hash(tests)) if isinstance(tests, list) else "",
                    note=f"{passed} of {total} passed",
                )  # fmt: skip
                return

    def _prompts(self) -> Iterator[Practice]:
        those = self.whole.get("prompts")
        # An older form: a mapping of each file to what it is called.
        those = (
            [{"raw": key, "label": name} for key, name in those.items()] if isinstance(those, dict) else those
        )
        names: set[str] = set()
        for number, one in enumerate(those if isinstance(those, list) else [those], 1):
            given = mapping(one)
            raw = next(
                (text for part in (given.get("raw"), given.get("id"), one) if (text := _text(part))), ""
            )
            if not raw:
                continue
            file, held = self._file(raw)
            text = (held.decode("utf-8", "replace") if held is not None else "") if file else raw
            called = plain(given.get("label")) or (plain(given.get("id")) if "raw" in given else "")
            name = called.removeprefix("file://") or file or f"{self.title} {number}"
            if name in names:
                continue
            names.add(name)
            yield begun(
                "prompt", name, self._source("prompt", file or called or str(number)), self.day,
                purpose=self.about, location=file or self.place,
                states=(_version(text, self),) if text else (),
            )  # fmt: skip


def _version(text: str, config: _Config) -> State:
    hash_ = digest(text)
    return State(day=config.day, version=short(hash_), hash=hash_)


def _hash(tests: Any) -> str:
    return digest(msgspec.json.encode(_said(tests)).decode())


def _json(data: bytes | None) -> dict[str, Any]:
    if data is None or limits.json_fault(data):
        return {}
    try:
        return mapping(msgspec.json.decode(data))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return {}


def _text(value: Any) -> str:
    return str(value) if isinstance(value, str) else ""


def _said(value: Any) -> Any:
    """Return a value of YAML without what JSON cannot hold."""
    if isinstance(value, dict):
        return {plain(key): _said(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_said(inner) for inner in value]
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
