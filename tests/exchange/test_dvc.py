"""A DVC project, as DVC 3.67 wrote it: what it keeps, what trains, what was measured."""

from pathlib import Path

import pytest

from growth.errors import WrongUsage
from growth.exchange.dvc import is_one, project, read
from growth.exchange.formats import Head
from growth.exchange.recognise import recognise
from growth.records.dates import Day
from growth.records.imported import Misread, Reading, ReadOptions
from growth.records.practice import Derived, Practice, State

TODAY = Day(2026, 11, 24)
OPTIONS = ReadOptions(today=TODAY, project="click-model")
HERE = Path(__file__).parent / "practice"
FILES = ("dvc.yaml", "dvc.lock", "data/raw.csv.dvc")
SEEDS = [(HERE / "dvc" / name).read_bytes() for name in FILES]
MANY = """\
stages:
  fit:
    foreach: [north, south]
    do:
      cmd: fit ${item}
      deps: [data/train.csv]
      outs: ['models/${item}.pkl']
  later:
    cmd: [first, second]
    wdir: sub
    deps: [../data/train.csv, helper.py]
    outs:
    - features.parquet:
        cache: false
artifacts:
  nightly:
    path: models/north.pkl
    type: model
"""
RAN = """\
schema: '2.0'
stages:
  fit@north:
    cmd: fit north
    deps: [{path: data/train.csv, md5: aaaaaaaaaaaa}]
    outs: [{path: models/north.pkl, md5: bbbbbbbbbbbb}]
"""


def folder(lock: str = "dvc") -> Reading:
    parts = dict(zip(FILES, SEEDS, strict=True)) | {"dvc.lock": (HERE / lock / "dvc.lock").read_bytes()}

    def more(path: str) -> bytes | None:
        return (HERE / lock / path).read_bytes() if path == "metrics.json" else None

    return project(parts, options=OPTIONS, more=more)


def named(reading: Reading) -> dict[str, Practice]:
    return {f"{one.kind} {one.name}": one for one in reading.practices}


def test_a_project_is_its_data_its_model_what_trains_it_and_what_was_measured() -> None:
    found = named(folder())
    assert list(found) == [
        "dataset data/raw.csv", "dataset data/train.csv", "dataset data/test.csv", "model click",
        "pipeline train", "eval click accuracy", "eval click f1",
    ]  # fmt: skip
    train = found["dataset data/train.csv"]
    assert (train.role, train.derived) == ("training", (Derived(of="data/raw.csv", by="split"),))
    hash_ = "md5:0a2a1624135d41f4576eb9ea2d7d3015"
    assert train.states == (State(day=TODAY, version="0a2a1624", hash=hash_),)
    assert train.source == "dvc:click-model:dataset:data/train.csv"
    pipeline = found["pipeline train"]
    assert (pipeline.trains, pipeline.data) == ("click", ("data/train.csv",))
    assert (pipeline.note, pipeline.location) == ("python3 src/train.py", "dvc.yaml")
    assert pipeline.last is not None and pipeline.last.note == "epochs 3, lr 0.05"


def test_a_value_says_of_which_model_it_is_and_on_which_version_of_the_test_set() -> None:
    found = named(folder())
    f1 = found["eval click f1"]
    assert (f1.model, f1.on, f1.metric) == ("click", "data/test.csv", "f1")
    assert f1.states == (State(day=TODAY, version="b8c0f624", value="0.8808", on_version="6acf5af9"),)
    accuracy = found["eval click accuracy"].last
    assert accuracy is not None and accuracy.value == "0.885"


def test_a_run_with_other_settings_is_another_run_of_the_same() -> None:
    before, after = named(folder()), named(folder("dvc-again"))
    assert before.keys() == after.keys()
    changed = [name for name in before if before[name].states != after[name].states]
    assert changed == ["model click", "pipeline train", "eval click accuracy", "eval click f1"]


def test_metrics_that_the_last_run_did_not_make_are_not_taken() -> None:
    parts = dict(zip(FILES, SEEDS, strict=True))
    found = project(parts, options=OPTIONS, more=lambda path: b'{"accuracy": 0.99}')
    assert not [one for one in found.practices if one.kind == "eval"]
    why = "is not what the last run in dvc.lock made: dvc repro"
    assert found.misread == (Misread(1, "metrics.json", why),)


def test_stages_of_several_values_folders_of_work_and_artifacts() -> None:
    found = named(project({"dvc.yaml": MANY.encode(), "dvc.lock": RAN.encode()}, options=OPTIONS))
    assert list(found) == [
        "dataset data/train.csv", "dataset sub/features.parquet", "model nightly", "pipeline fit@north",
    ]  # fmt: skip
    assert found["pipeline fit@north"].trains == "nightly"
    assert found["dataset sub/features.parquet"].states == ()
    assert found["dataset sub/features.parquet"].derived == (Derived(of="data/train.csv", by="later"),)


def test_what_was_taken_from_elsewhere_says_from_where() -> None:
    data = (
        b"deps:\n- path: data/votes.csv\n  repo:\n    url: https://example.org/votes\n    rev_lock: 1a2b\n"
        b"outs:\n- md5: 1a2b3c4d5e6f\n  path: votes.csv\n"
    )
    (one,) = project({"data/votes.csv.dvc": data}, options=OPTIONS).practices
    assert (one.name, one.location) == ("data/votes.csv", "https://example.org/votes#data/votes.csv")


@pytest.mark.parametrize("name", FILES)
def test_one_file_alone_is_known_and_read(name: str) -> None:
    data = (HERE / "dvc" / name).read_bytes()
    assert is_one(Head(data, Path(name).name))
    assert recognise(data, Path(name).name) == "dvc"
    assert read(data, name=name, options=OPTIONS).practices


def test_other_yaml_is_none() -> None:
    for text in ("levels:\n  - name: L3\n", "stages:\n  - build\n  - test\n", "outs: 3\n"):
        assert not is_one(Head(text.encode(), "ladder.yaml"))
    with pytest.raises(WrongUsage, match=r"ladder.yaml is YAML, which is not read"):
        recognise(b"stages:\n  - build\n", "ladder.yaml")
