"""What files about data, pipelines and prompts have in common: bounded YAML, names, and what names tell."""

import datetime
import posixpath
import re
from collections.abc import Iterator
from typing import Any

from growth.errors import GrowthError, WrongUsage
from growth.exchange import ladder_yaml, limits
from growth.exchange.ladder_limits import NAME
from growth.records.dates import Day, Instant
from growth.records.imported import ReadOptions
from growth.records.practice import Practice, PracticeKind, Role
from growth.text.clean import one_line

SIZE = 2 << 20
# How many hex digits of a hash are the version of what has no other.
VERSION = 8
# Of one file; what holds more is no register that anybody keeps an eye on.
MOST = 2_000
_ROLES: tuple[tuple[Role, frozenset[str]], ...] = (
    ("fine-tuning", frozenset({"finetune", "finetuning", "tuning", "sft"})),
    ("validation", frozenset({"validation", "valid", "val", "dev"})),
    ("test", frozenset({"test", "testing", "holdout", "eval", "evaluation"})),
    ("training", frozenset({"train", "training"})),
)
_MODELS = frozenset(
    {
        ".bin", ".bst", ".cbm", ".ckpt", ".gguf", ".h5", ".joblib", ".keras", ".mlmodel", ".model", ".onnx",
        ".pb", ".pkl", ".pt", ".pth", ".safetensors", ".tflite",
    }
)  # fmt: skip
_CODE = frozenset(
    {
        ".c", ".cfg", ".cpp", ".go", ".ipynb", ".java", ".jl", ".js", ".py", ".r", ".rs", ".scala", ".sh",
        ".sql", ".toml", ".ts", ".yaml", ".yml",
    }
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")


def plain(value: Any, most: int = NAME) -> str:
    """Return a value of YAML as one line of text; what is no text or number is nothing."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return one_line(str(value))[:most]


def texts(value: Any) -> list[str]:
    """Return the texts of a list, or the one that stands alone."""
    return [text for one in (value if isinstance(value, list) else [value]) if (text := plain(one))]


def mapping(value: Any) -> dict[Any, Any]:
    """Return a mapping, empty where something else stands."""
    return value if isinstance(value, dict) else {}


def mappings(value: Any) -> list[dict[Any, Any]]:
    """Return the mappings of a list."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def document(data: bytes, name: str) -> dict[Any, Any]:
    """Return what a YAML file holds; refuse what is no mapping, or too large to be one that people keep."""
    whole = ladder_yaml.load(limits.decode(data, name, SIZE), name)
    if not isinstance(whole, dict):
        raise WrongUsage(f"{name} is no mapping", "look at what wrote it")
    return whole


def readable(data: bytes, name: str) -> dict[Any, Any]:
    """Return what a YAML file among many holds, nothing where it cannot be read."""
    try:
        return document(data, name)
    except GrowthError:
        return {}


def joined(*parts: str) -> str:
    """Return a path as seen from the root of its project; an address stays as it is."""
    last = parts[-1]
    if "://" in last or last.startswith("/"):
        return last
    return posixpath.normpath(posixpath.join(*parts))


def role_of(name: str) -> Role:
    """Return what the name of a dataset tells of its role."""
    words = {word.casefold() for word in _WORD.findall(name)}
    return next((role for role, names in _ROLES if words & names), "")


def is_model(path: str) -> bool:
    """Tell whether a path is that of a model, by its ending or where it lies."""
    *folders, file = path.casefold().split("/")
    return posixpath.splitext(file)[1] in _MODELS or bool({"model", "models"} & {*folders})


def is_code(path: str) -> bool:
    """Tell whether a path is that of a program, or of its settings."""
    return posixpath.splitext(path.casefold())[1] in _CODE


def digest(*parts: str) -> str:
    """Return a hash that changes when one of the parts does."""
    from hashlib import sha256

    return f"sha256:{sha256(chr(10).join(parts).encode('utf-8', 'replace')).hexdigest()}"


def short(hash_: str) -> str:
    """Return how a version is called that only its hash tells."""
    return hash_.rpartition(":")[2][:VERSION]


def leaves(value: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """Yield the plain values inside of mappings, each under its name with dots."""
    for key, inner in mapping(value).items():
        name = f"{before}{plain(key)}"
        if isinstance(inner, dict):
            yield from leaves(inner, f"{name}.")
        elif text := plain(inner):
            yield name, text


def begun(kind: PracticeKind, name: str, source: str, day: Day, **fields: Any) -> Practice:
    """Return a record that a file tells of; when it is kept it gets the time of that."""
    created = Instant.combine(day, datetime.time(), datetime.UTC)
    return Practice(kind=kind, name=name, source=source, day=day, created=created, **fields)


def project_of(name: str, options: ReadOptions) -> str:
    """Return what the project of a file is called: the folder it lies in, as well as it is known."""
    return one_line(options.project or posixpath.basename(posixpath.dirname(name))).replace(":", "-")
