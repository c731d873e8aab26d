"""An MLflow file store, as MLflow 3.17 wrote it: experiments, runs, data, models, metrics."""

from pathlib import Path

from growth.exchange.mlflow import store
from growth.records.dates import Day
from growth.records.imported import Reading, ReadOptions
from growth.records.practice import Practice, State

TODAY = Day(2026, 11, 24)
ROOT = Path(__file__).parent / "practice" / "mlruns"
PARTS = {str(path.relative_to(ROOT)): path.read_bytes() for path in sorted(ROOT.rglob("*")) if path.is_file()}
SEEDS = list(dict.fromkeys(PARTS.values()))


def reading(parts: dict[str, bytes] = PARTS) -> Reading:
    return store(parts, options=ReadOptions(today=TODAY, project="click-model"))


def named(parts: dict[str, bytes] = PARTS) -> dict[str, Practice]:
    return {f"{one.kind} {one.name}": one for one in reading(parts).practices}


def test_an_experiment_is_a_pipeline_with_its_runs() -> None:
    found = named()
    assert list(found) == [
        "dataset train", "dataset test", "model click", "pipeline click model",
        "eval click model accuracy", "eval click model f1", "eval click model loss",
    ]  # fmt: skip
    pipeline = found["pipeline click model"]
    assert (pipeline.trains, pipeline.data) == ("click", ("train",))
    assert [(state.version, state.note) for state in pipeline.states] == [
        ("07720cbf", "first: epochs 3, lr 0.05"),
        ("c5a07bb8", "more epochs: epochs 12, lr 0.05"),
        ("625f12fb", "registered"),
    ]
    assert pipeline.source == "mlflow:click-model:pipeline:934614388549899512"


def test_a_dataset_has_its_digest_as_version_and_the_role_it_was_logged_with() -> None:
    test = named()["dataset test"]
    assert (test.role, test.location) == ("test", "data/test.csv")
    assert [(state.version, state.rows) for state in test.states] == [("6acf5af9", 200)]


def test_a_metric_has_the_last_value_of_each_run() -> None:
    found = named()
    accuracy = found["eval click model accuracy"]
    assert (accuracy.model, accuracy.on, accuracy.metric) == ("click", "test", "accuracy")
    assert [(state.value, state.version, state.on_version) for state in accuracy.states] == [
        ("0.885", "07720cbf", "6acf5af9"), ("0.9", "c5a07bb8", "6acf5af9"), ("0.91", "625f12fb", "6acf5af9"),
    ]  # fmt: skip
    loss = found["eval click model loss"].last
    assert loss is not None and loss.value == "0.49999999999999994"


def test_a_registered_model_has_its_versions() -> None:
    model = named()["model click"]
    assert model.purpose == "Predicts clicks"
    assert model.states == (State(day=model.day, version="1"),)


def test_without_a_registry_a_model_is_what_was_logged_or_has_the_name_of_its_experiment() -> None:
    bare = {path: data for path, data in PARTS.items() if not path.startswith("models/")}
    logged = named(bare)["model click"]
    assert [state.version for state in logged.states] == ["m-ca2ac0f8"]
    older = {path: data for path, data in bare.items() if "/models/" not in path}
    model = named(older)["model click model"]
    assert [state.version for state in model.states] == ["07720cbf", "c5a07bb8", "625f12fb"]


def test_runs_that_failed_or_were_deleted_are_left_out_and_counted() -> None:
    parts = dict(PARTS)
    runs = [
        path for path in parts if path.count("/") == 2 and b"run_id:" in parts[path] and "inputs" not in path
    ]
    runs = [path for path in runs if "/models/" not in path]
    parts[runs[0]] = parts[runs[0]].replace(b"status: 3", b"status: 4")
    parts[runs[1]] = parts[runs[1]].replace(b"lifecycle_stage: active", b"lifecycle_stage: deleted")
    found = reading(parts)
    assert dict(found.left) == {"run that did not finish": 1, "deleted run": 1}
    (pipeline,) = [one for one in found.practices if one.kind == "pipeline"]
    assert len(pipeline.states) == 1


def test_files_that_cannot_be_read_are_left_aside() -> None:
    parts = {path: b"\xff\0" if path.endswith("meta.yaml") else data for path, data in PARTS.items()}
    assert reading(parts).practices == ()
    assert reading({}).practices == ()
