"""Read the cards of datasets and models as the Hugging Face Hub writes them: YAML above a README."""

import posixpath
import re
from collections.abc import Iterator
from typing import Any

from growth.errors import WrongUsage
from growth.exchange import ladder_yaml, limits
from growth.exchange.formats import Head
from growth.exchange.practice_parts import MOST, SIZE, begun, mapping, mappings, plain, project_of, texts
from growth.records.dates import Day
from growth.records.imported import Reading, ReadOptions
from growth.records.practice import Derived, Practice, State

FORMAT = "card"
_MATTER = re.compile(r"---[ \t]*\r?\n(.*?)^---[ \t]*$", re.DOTALL | re.MULTILINE)
# Keys that nothing but such a card has; `tags`, `license` or `language` stand in many a note.
_OF_DATA = (
    "annotations_creators", "dataset_info", "language_creators", "pretty_name", "size_categories",
    "source_datasets", "task_categories", "task_ids",
)  # fmt: skip
_OF_MODELS = ("base_model", "library_name", "model-index", "pipeline_tag")
_KEY = re.compile(rf"^(?:{'|'.join((*_OF_DATA, *_OF_MODELS))}):", re.MULTILINE)
_HEADING = re.compile(r"^# +(.+?) *$", re.MULTILINE)
# What a source of a dataset may be that is no dataset.
_NO_SOURCE = ("original", "extended", "other")


def is_one(head: Head) -> bool:
    """Tell whether a text begins with the fields of a card."""
    if not head.text.startswith("---"):
        return False
    matter = _MATTER.match(head.text)
    return matter is not None and _KEY.search(matter[1]) is not None


def read(data: bytes, *, name: str, options: ReadOptions) -> Reading:
    """Return the dataset that a card is of, or the model and what was measured of it."""
    text = limits.decode(data, name, SIZE)
    matter = _MATTER.match(text)
    fields = ladder_yaml.load(matter[1], name) if matter else None
    if matter is None or not isinstance(fields, dict):
        raise WrongUsage(f"{name} begins with no fields of a card", "they stand between two lines of ---")
    heading = _HEADING.search(text, matter.end())
    called = posixpath.basename(posixpath.dirname(name)) or (plain(heading[1]) if heading else "")
    card = _Card(fields, called or posixpath.basename(name), project_of(name, options), options.today)
    is_data = any(key in fields for key in _OF_DATA) or not any(
        key in fields for key in (*_OF_MODELS, "datasets", "metrics")
    )
    found = [card.dataset()] if is_data else [*card.model()]
    return Reading(format=FORMAT, practices=tuple(found[:MOST]))


class _Card:
    def __init__(self, fields: dict[Any, Any], called: str, project: str, day: Day) -> None:
        self.fields, self.called, self.project, self.day = fields, called, project, day

    def _source(self, kind: str, key: str) -> str:
        return f"hf:{self.project}:{kind}:{key}"

    @property
    def licence(self) -> str:
        """Which licence it has; one that is none of the list has a name of its own."""
        named = texts(self.fields.get("license"))
        own = plain(self.fields.get("license_name"))
        return own if own and named in ([], ["other"]) else ", ".join(named)

    def dataset(self) -> Practice:
        """Return the dataset of a card."""
        name = plain(self.fields.get("pretty_name")) or self.called
        come = (one.rpartition("|")[2] for one in texts(self.fields.get("source_datasets")))
        rows = _rows(self.fields.get("dataset_info"))
        return begun(
            "dataset", name, self._source("dataset", name), self.day, licence=self.licence,
            purpose=", ".join(texts(self.fields.get("task_categories"))),
            derived=tuple(Derived(of=one) for one in come if one not in _NO_SOURCE),
            states=(State(day=self.day, rows=rows),) if rows else (),
        )  # fmt: skip

    def model(self) -> Iterator[Practice]:
        """Yield the model of a card, and each value that it tells of it."""
        index = mappings(self.fields.get("model-index"))
        name = next((said for one in index if (said := plain(one.get("name")))), self.called)
        results = [result for one in index for result in mappings(one.get("results"))]
        sets = [mapping(result.get("dataset")) for result in results]
        named = {plain(one.get("type")): plain(one.get("name")) for one in sets}
        relation = plain(self.fields.get("base_model_relation"))
        yield begun(
            "model", name, self._source("model", name), self.day, licence=self.licence,
            purpose=plain(self.fields.get("pipeline_tag")),
            derived=tuple(Derived(of=one, by=relation) for one in texts(self.fields.get("base_model"))),
            data=tuple(dict.fromkeys(named.get(one) or one for one in texts(self.fields.get("datasets")))),
        )  # fmt: skip
        seen: set[str] = set()
        for result in results:
            for one in self._evals(name, result):
                # One metric of one dataset may be told for each of its parts: the first is taken.
                if one.source not in seen:
                    seen.add(one.source)
                    yield one

    def _evals(self, model: str, result: dict[Any, Any]) -> Iterator[Practice]:
        on = mapping(result.get("dataset"))
        name, kind = plain(on.get("name")), plain(on.get("type"))
        for one in mappings(result.get("metrics")):
            metric, value = plain(one.get("type")), plain(one.get("value"))
            if metric and value:
                where = name or kind
                yield begun(
                    "eval", f"{model} {metric} on {where}" if where else f"{model} {metric}",
                    self._source("eval", f"{model}:{metric}:{kind or name}"), self.day,
                    model=model, metric=metric, on=where,
                    states=(State(day=self.day, value=value, on_version=plain(on.get("revision"))),),
                )  # fmt: skip


def _rows(info: Any) -> int | None:
    """Return how many rows all parts of a dataset have."""
    those = mappings(info) or [mapping(info)]
    counts = [part.get("num_examples") for one in those for part in mappings(one.get("splits"))]
    return sum(count for count in counts if isinstance(count, int) and not isinstance(count, bool)) or None
