"""Read an MLflow file store: experiments as pipelines, their runs, data, models, and what was measured."""

from collections.abc import Iterator, Mapping, Sequence

from growth.exchange.left_out import left_out
from growth.exchange.mlflow_store import Ran, Store, Used, Version
from growth.exchange.practice_parts import MOST, begun, role_of
from growth.records.dates import Day
from growth.records.imported import Reading, ReadOptions
from growth.records.practice import Practice, PracticeKind, Role, State

FORMAT = "mlflow"
# The newest of an experiment; a sweep has thousands.
RUNS = 200
METRICS = 50
PARAMS = 8
_ROLES: dict[str, Role] = {
    "training": "training", "train": "training", "testing": "test", "test": "test", "eval": "test",
    "evaluation": "test", "validation": "validation", "fine-tuning": "fine-tuning",
}  # fmt: skip


def store(parts: Mapping[str, bytes], *, options: ReadOptions) -> Reading:
    """Return what the files of a store tell, by their paths in it."""
    reading = _Reading(parts, options)
    practices = tuple(reading.practices())[:MOST]
    from collections import Counter

    return Reading(format=FORMAT, practices=practices, left=left_out(Counter(reading.store.left)))


class _Reading:
    def __init__(self, parts: Mapping[str, bytes], options: ReadOptions) -> None:
        self.store, self.project, self.day = Store(parts), options.project, options.today
        self.registered = list(self.store.registered())

    def _source(self, kind: PracticeKind, key: str) -> str:
        return f"mlflow:{self.project}:{kind}:{key}"

    def practices(self) -> Iterator[Practice]:
        """Yield the data, the models, the experiments, and what was measured."""
        those = [
            (folder, key, name, self.store.runs(folder)) for folder, key, name in self.store.experiments()
        ]
        yield from self._data([ran for *_, runs in those for ran in runs])
        models: dict[str, list[Version]] = {}
        for one in self.registered:
            models.setdefault(one.model, []).append(one)
        trained: dict[str, str] = {}
        for folder, key, name, runs in those:
            trained[key] = self._model(folder, name, runs, models)
        for model, versions in models.items():
            yield self._model_record(model, versions)
        for _, key, name, runs in those:
            if runs:
                yield self._experiment(key, name, trained[key], runs[-RUNS:])
                yield from self._evals(key, name, trained[key], runs[-RUNS:])

    def _model(self, folder: str, name: str, runs: Sequence[Ran], models: dict[str, list[Version]]) -> str:
        """Return what an experiment trains: what was registered or logged of its runs, else its own name."""
        ids = {ran.id for ran in runs}
        known = next((one.model for one in reversed(self.registered) if one.run in ids), "")
        if known or not runs:
            return known
        logged = sorted(self.store.logged(folder), key=lambda one: (one.day or self.day, one.version))
        model = logged[-1].model if logged else name
        alike = [one for one in logged if one.model == model]
        models.setdefault(
            model, alike or [Version(model, ran.id[:8], ran.day, ran.id) for ran in runs[-RUNS:]]
        )
        return model

    def _model_record(self, model: str, versions: Sequence[Version]) -> Practice:
        states = tuple(State(day=one.day or self.day, version=one.version) for one in versions)
        return begun(
            "model", model, self._source("model", model), _first(states, self.day),
            purpose=versions[0].about, states=states,
        )  # fmt: skip

    def _experiment(self, key: str, name: str, model: str, runs: Sequence[Ran]) -> Practice:
        states = tuple(State(day=ran.day, version=ran.id[:8], note=_said(ran)) for ran in runs)
        used = dict.fromkeys(one.name for ran in runs for one in ran.used if _role(one) != "test")
        return begun(
            "pipeline", name, self._source("pipeline", key), _first(states, self.day), trains=model,
            data=tuple(used), states=states, location=f"experiment {key}",
        )  # fmt: skip

    def _data(self, runs: Sequence[Ran]) -> Iterator[Practice]:
        named: dict[str, list[tuple[Day, Used]]] = {}
        for ran in sorted(runs, key=lambda ran: ran.day):
            for one in ran.used:
                named.setdefault(one.name, []).append((ran.day, one))
        for name, those in named.items():
            states: dict[str, State] = {}
            for day, one in those:
                states.setdefault(one.digest, State(day=day, version=one.digest, rows=one.rows))
            yield begun(
                "dataset", name, self._source("dataset", name), those[0][0], role=_role(those[-1][1]),
                location=those[-1][1].where, states=tuple(states.values()),
            )  # fmt: skip

    def _evals(self, key: str, name: str, model: str, runs: Sequence[Ran]) -> Iterator[Practice]:
        """Yield each metric of an experiment with its value in each run, and the test set of the newest."""
        metrics = list(dict.fromkeys(value.metric for ran in runs for value in ran.values))
        for metric in metrics[:METRICS]:
            on, states = "", []
            for ran in runs:
                value = next((one for one in ran.values if one.metric == metric), None)
                if value is None:
                    continue
                tested = next((one for one in ran.used if _role(one) == "test"), None)
                on = value.on or (tested.name if tested else on)
                digest = value.digest or (tested.digest if tested else "")
                states.append(
                    State(
                        day=ran.day, version=ran.id[:8], value=value.value, on_version=digest, note=ran.name
                    )
                )
            yield begun(
                "eval", f"{name} {metric}", self._source("eval", f"{key}:{metric}"),
                _first(states, self.day), model=model, on=on, metric=metric, states=tuple(states),
            )  # fmt: skip


def _role(one: Used) -> Role:
    return _ROLES.get(one.context.casefold()) or role_of(one.name)


def _said(ran: Ran) -> str:
    params = ", ".join(f"{name} {value}" for name, value in ran.params[:PARAMS])
    return ": ".join(filter(None, (ran.name, params)))


def _first(states: Sequence[State], otherwise: Day) -> Day:
    return min((state.day for state in states), default=otherwise)
