"""YAML as plain data: built from the parser's events, so that no tag can make anything but text.

Depth, nodes and what aliases stand for are counted, since a few lines can stand for billions.
"""

import re
from typing import Any

from growth.errors import Refused
from growth.exchange import ladder_limits as limits

_INT = re.compile(r"[-+]?\d{1,15}")
_FLOAT = re.compile(r"[-+]?\d{1,15}\.\d{1,15}")
_PLAIN: dict[str, Any] = {"": None, "~": None, "null": None, "true": True, "false": False}
TOO_DEEP = f"is nested deeper than {limits.DEPTH} levels"
_TAGS = re.compile(r"!|tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq|timestamp)")


class Line(str):
    """A text that knows on which line it stands."""

    line = 0


def line_of(value: Any) -> int:
    """Return the line on which a value begins, as well as it is known."""
    if isinstance(value, Line):
        return value.line
    inner = next(iter(value.items())) if isinstance(value, dict) and value else value
    if isinstance(inner, list | tuple):
        return next((found for one in inner if (found := line_of(one))), 0)
    return 0


class _Frame:
    """A mapping or a list that is still open, and how many values it stands for."""

    def __init__(self, value: dict[Any, Any] | list[Any], anchor: str | None) -> None:
        self.value, self.anchor = value, anchor
        self.merged: list[dict[Any, Any]] = []
        self.key: Any = None
        self.keyed = False
        self.size = 1


class _Builder:
    def __init__(self, name: str) -> None:
        self.name = name
        self.frames: list[_Frame] = []
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.nodes = 0
        self.found: list[Any] = []

    def refuse(self, line: int, why: str) -> Refused:
        return Refused(f"{self.name}:{line}: {why}", "write it without, and import it again")

    def count(self, size: int, line: int) -> None:
        self.nodes += size
        if self.nodes > limits.NODES:
            raise self.refuse(line, f"stands for more than {limits.NODES:,} values")

    def put(self, value: Any, size: int, anchor: str | None, line: int) -> None:
        """Put a whole value where it belongs."""
        if anchor is not None:
            self.anchors[anchor] = value, size
        if not self.frames:
            self.found.append(value)
            return
        frame = self.frames[-1]
        frame.size += size
        if isinstance(frame.value, list):
            frame.value.append(value)
        elif not frame.keyed:
            if isinstance(value, dict | list):
                raise self.refuse(line, "a key is no text")
            frame.key, frame.keyed = value, True
        else:
            frame.keyed = False
            self._pair(frame, frame.value, value, line)

    def _pair(self, frame: _Frame, mapping: dict[Any, Any], value: Any, line: int) -> None:
        if frame.key == "<<":
            for one in value if isinstance(value, list) else [value]:
                if not isinstance(one, dict):
                    raise self.refuse(line, "what is merged with << is no mapping")
                frame.merged.append(one)
        elif frame.key in mapping:
            raise self.refuse(line, f"{str(frame.key)!r} is there twice")
        else:
            mapping[frame.key] = value

    def open(self, value: dict[Any, Any] | list[Any], anchor: str | None, line: int) -> None:
        if len(self.frames) >= limits.DEPTH:
            raise self.refuse(line, TOO_DEEP)
        self.count(1, line)
        if anchor is not None:
            self.anchors.pop(anchor, None)
        self.frames.append(_Frame(value, anchor))

    def close(self, line: int) -> None:
        frame = self.frames.pop()
        if isinstance(frame.value, dict):
            # What a mapping says itself goes before what is merged into it.
            for one in frame.merged:
                frame.value |= {name: inner for name, inner in one.items() if name not in frame.value}
        self.put(frame.value, frame.size, frame.anchor, line)

    def alias(self, anchor: str, line: int) -> None:
        if anchor not in self.anchors:
            raise self.refuse(line, f"*{anchor} stands for something that is not complete before it")
        value, size = self.anchors[anchor]
        self.count(size, line)
        self.put(value, size, None, line)


def load(text: str, name: str) -> Any:
    """Return what one YAML document holds: mappings, lists, texts with their line, numbers."""
    import yaml

    builder = _Builder(name)
    try:
        # libyaml where it is there: the parser in Python takes seconds for a long ladder.
        for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            _take(builder, event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        if error.problem and "nesting depth" in error.problem:
            # libyaml has a limit of its own, and meets it before it tells the first level.
            raise builder.refuse(mark.line + 1 if mark else 1, TOO_DEEP) from None
        raise Refused(
            f"{name}:{mark.line + 1 if mark else 1}: no YAML: {error.problem}", "mend it in an editor"
        ) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise Refused(f"{name} is no YAML: {' '.join(str(error).split())}", "mend it in an editor") from None
    if len(builder.found) > 1:
        raise Refused(f"{name} holds {len(builder.found)} documents", "save each in a file of its own")
    return builder.found[0] if builder.found else None


def _take(builder: _Builder, event: Any) -> None:
    import yaml

    line = event.start_mark.line + 1
    tag = getattr(event, "tag", None)
    if tag is not None and not _TAGS.fullmatch(tag):
        raise builder.refuse(line, f"the tag {tag} is not read")
    if isinstance(event, yaml.ScalarEvent):
        builder.count(1, line)
        builder.put(_scalar(event, line), 1, event.anchor, line)
    elif isinstance(event, yaml.MappingStartEvent):
        builder.open({}, event.anchor, line)
    elif isinstance(event, yaml.SequenceStartEvent):
        builder.open([], event.anchor, line)
    elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
        builder.close(line)
    elif isinstance(event, yaml.AliasEvent):
        builder.alias(event.anchor, line)


def _scalar(event: Any, line: int) -> Any:
    text: str = event.value
    if event.implicit[0]:
        if text.lower() in _PLAIN:
            return _PLAIN[text.lower()]
        if _INT.fullmatch(text):
            return int(text)
        if _FLOAT.fullmatch(text):
            return float(text)
    found = Line(text)
    found.line = line
    return found
