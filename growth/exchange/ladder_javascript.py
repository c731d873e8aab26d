"""The data of a JavaScript or TypeScript module: its constants that are written out, and nothing else.

The file is parsed into a tree and never run; what is code in it is passed over.
"""

import re
from typing import TYPE_CHECKING, Any

from growth.errors import Refused
from growth.exchange import ladder_limits as limits
from growth.exchange.ladder_yaml import Line
from growth.records.imported import Misread

if TYPE_CHECKING:
    from tree_sitter import Node

_HEX = "[0-9a-fA-F]"
_ESCAPE = re.compile(
    rf"\\(?:u\{{(?P<code>{_HEX}{{1,6}})\}}|u(?P<four>{_HEX}{{4}})|x(?P<two>{_HEX}{{2}})"
    r"|(?P<end>\r\n|[\n\r\u2028\u2029])|(?P<char>.))",
    re.DOTALL,
)
_NAMED = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0"}
_UNWRAPPED = {"parenthesized_expression", "as_expression", "satisfies_expression", "non_null_expression"}
_WORDS = {"true": True, "false": False, "null": None, "undefined": None}


class _Reader:
    def __init__(self, name: str) -> None:
        self.name = name
        self.misread: list[Misread] = []
        self.nodes = 0

    def value(self, node: "Node", depth: int = 0) -> Any:
        """Return what an expression says, if it is data; what is code is noted and is None."""
        self.nodes += 1
        line = node.start_point[0] + 1
        if depth > limits.DEPTH or self.nodes > limits.NODES:
            raise Refused(f"{self.name}:{line}: nested too deeply, or too much of it", "write it flatter")
        if node.type in _UNWRAPPED and node.named_children:
            return self.value(node.named_children[0], depth + 1)
        if node.type == "object":
            return self._object(node, depth)
        if node.type == "array":
            return [self.value(one, depth + 1) for one in node.named_children if one.type != "comment"]
        if node.type in ("string", "template_string"):
            return self._text(node, line)
        if node.type == "number":
            return _number(_source(node))
        if node.type == "binary_expression":
            return self._joined(node, line)
        if _source(node) in _WORDS:
            return _WORDS[_source(node)]
        return self._code(node, line)

    def _object(self, node: "Node", depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for pair in node.named_children:
            key, value = pair.child_by_field_name("key"), pair.child_by_field_name("value")
            if pair.type == "pair" and key is not None and value is not None:
                named = self.value(key, depth + 1) if key.type == "string" else _source(key)
                found[named if isinstance(named, str) else _source(key)] = self.value(value, depth + 1)
            elif pair.type != "comment":
                self._code(pair, pair.start_point[0] + 1)
        return found

    def _text(self, node: "Node", line: int) -> Any:
        if any(part.type == "template_substitution" for part in node.named_children):
            return self._code(node, line)
        whole = _ESCAPE.sub(_unescaped, _source(node)[1:-1])
        # The two halves of a pair are one sign; half of one alone is none.
        found = Line(whole.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
        found.line = line
        return found

    def _joined(self, node: "Node", line: int) -> Any:
        """Return texts that are joined with +, read from the left without going deeper for each."""
        parts: list[str] = []
        at: Node | None = node
        while at is not None and at.type == "binary_expression":
            operator, right = at.child_by_field_name("operator"), at.child_by_field_name("right")
            if operator is None or operator.type != "+" or right is None or right.type != "string":
                return self._code(node, line)
            parts.append(self._text(right, line))
            at = at.child_by_field_name("left")
        if at is None or at.type != "string":
            return self._code(node, line)
        found = Line("".join(reversed([*parts, self._text(at, line)])))
        found.line = line
        return found

    def _code(self, node: "Node", line: int) -> None:
        self.misread.append(Misread(line, " ".join(_source(node)[:80].split()), "is code, not data"))


def _source(node: "Node") -> str:
    return (node.text or b"").decode("utf-8", "replace")


def _number(text: str) -> Any:
    try:
        return int(text) if len(text) < 16 else text
    except ValueError:
        return text


def _unescaped(match: re.Match[str]) -> str:
    code = match["code"] or match["four"] or match["two"]
    if code:
        return chr(int(code, 16)) if int(code, 16) < 0x110000 else "\ufffd"
    return "" if match["end"] else _NAMED.get(match["char"], match["char"])


def load(text: str, name: str) -> tuple[dict[str, Any], tuple[Misread, ...]]:
    """Return the lists and objects that a module holds, by their names, and the code inside of them."""
    import tree_sitter
    import tree_sitter_typescript

    # The grammar of TypeScript reads JavaScript and Flow as well, and goes on after what it cannot read.
    language = tree_sitter.Language(tree_sitter_typescript.language_typescript())
    tree = tree_sitter.Parser(language).parse(text.encode("utf-8", "replace"))
    reader = _Reader(name)
    found: dict[str, Any] = {}
    for statement in tree.root_node.named_children:
        for constant, node in _constants(statement):
            value = reader.value(node) if _is_data(node) else None
            if isinstance(value, dict | list):
                found[constant] = value
    return found, tuple(reader.misread)


def _is_data(node: "Node") -> bool:
    while node.type in _UNWRAPPED and node.named_children:
        node = node.named_children[0]
    return node.type in ("object", "array")


def _constants(node: "Node") -> list[tuple[str, "Node"]]:
    """Return the names that a statement gives to values, and the values."""
    if node.type == "export_statement":
        declared = node.child_by_field_name("declaration")
        value = node.child_by_field_name("value")
        return [("default", value)] if value is not None else _constants(declared) if declared else []
    if node.type in ("lexical_declaration", "variable_declaration"):
        pairs = [(one.child_by_field_name("name"), one.child_by_field_name("value"))
                 for one in node.named_children if one.type == "variable_declarator"]  # fmt: skip
        return [(_source(key), value) for key, value in pairs if key is not None and value is not None]
    if node.type == "expression_statement" and node.named_children:
        assigned = node.named_children[0]
        value = assigned.child_by_field_name("right") if assigned.type == "assignment_expression" else None
        return [("default", value)] if value is not None else []
    return []
