"""growth import of what tools for data, models and prompts keep: once, with a new state when it changed."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Growth

HERE = Path(__file__).parent.parent / "exchange" / "practice"
SEEN = 1_793_000_000  # 2026-10-26


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project as its tools leave it: DVC, MLflow, a card, a configuration of promptfoo."""
    folder = tmp_path / "click-model"
    shutil.copytree(HERE / "dvc", folder)
    shutil.copytree(HERE / "mlruns", folder / "mlruns")
    shutil.copytree(HERE / "prompts", folder / "prompts")
    shutil.copy(HERE / "promptfooconfig.yaml", folder)
    shutil.copy(HERE / "model-card.md", folder / "README.md")
    for path in folder.rglob("*"):
        os.utime(path, (SEEN, SEEN))
    return folder


def kept(growth: Growth) -> dict[str, dict[str, Any]]:
    path = growth.home / "practice.json"
    records = json.loads(path.read_text())["practices"].values() if path.exists() else ()
    return {f"{one['kind']} {one['name']}": one for one in records}


def test_a_folder_is_read_as_all_that_its_tools_say(growth: Growth, project: Path) -> None:
    done = growth(["import", str(project), "-y"])
    assert (done.code, done.out) == (0, "")
    assert done.err == (
        f"{project} is read for the practice register; its notes: growth import -f markdown {project}\n"
        "21 new in the practice register; only you can read them; growth undo takes all of it back\n"
    )
    found = kept(growth)
    assert found["eval click f1"]["states"] == [
        {"day": "2026-10-26", "version": "b8c0f624", "value": "0.8808", "on_version": "6acf5af9"}
    ]
    assert found["model click"]["source"] == (
        "dvc:click-model:model:models/click.json\nmlflow:click-model:model:click"
    )
    assert {"eval click model accuracy", "prompt polite summary", "model ticket-router"} <= found.keys()


def test_again_is_nothing_and_a_new_lock_is_a_new_state_that_one_undo_takes_back(
    growth: Growth, project: Path
) -> None:
    growth(["import", str(project), "-y"])
    before = kept(growth)
    again = growth(["import", str(project), "-y"])
    assert again.err.endswith("\nnothing new; 21 already here\n")
    for name in ("dvc.lock", "metrics.json"):
        shutil.copy(HERE / "dvc-again" / name, project)
        os.utime(project / name, (SEEN + 86400, SEEN + 86400))
    shown = growth(["import", str(project / "dvc.lock"), "--dry-run"])
    assert shown.out == (
        "a DVC project: 4 brought up to date in the practice register, 3 already here\n"
        "  changed  pipeline train: 1 new run: 8b958d88, epochs 12, lr 0.9\n"
        "           model    click: 1 new version: d9155e96\n"
        "           eval     click accuracy: 0.885 → 0.885 on 6acf5af9, of d9155e96\n"
        "           eval     click f1: 0.8808 → 0.8783 on 6acf5af9, of d9155e96\n"
    )
    done = growth(["import", str(project / "dvc.lock"), "-y"])
    assert done.err == (
        "4 brought up to date in the practice register; 3 already here; growth undo takes all of it back\n"
    )
    assert [state["value"] for state in kept(growth)["eval click f1"]["states"]] == ["0.8808", "0.8783"]
    growth("undo -y")
    assert kept(growth) == before


def test_what_was_written_here_stays_and_is_reported(growth: Growth, project: Path) -> None:
    growth(["import", str(project), "-f", "dvc", "-y"])
    growth("practice edit dataset:data/train.csv --licence cc-by-4.0 --location s3://votes/train.csv")
    done = growth(["import", str(project), "-f", "dvc", "-y"])
    said = kept(growth)["dataset data/train.csv"]
    assert (said["licence"], said["location"]) == ("cc-by-4.0", "s3://votes/train.csv")
    assert done.err == (
        "nothing new; 7 already here\n"
        f"{said['id']} reads differently in its source, but you have edited it: left as it is\n"
    )


def test_on_a_terminal_it_is_shown_first(growth: Growth, project: Path) -> None:
    shown = growth.terminal(["import", str(project / "mlruns")], keys="n\n")
    assert "an MLflow file store: 7 new in the practice register, 0 already here" in shown.out
    assert "dataset 2, pipeline 1, model 1, eval 3\n" in shown.out
    assert "test: test set, 6acf5af9, 200 rows\n" in shown.out
    assert kept(growth) == {}


def test_the_store_of_a_project_that_is_here_is_here(growth: Growth, project: Path) -> None:
    growth(["import", str(project), "-y"])
    assert growth(["import", str(project / "mlruns"), "-y"]).err.endswith("nothing new; 7 already here\n")


def test_the_day_is_that_of_the_commit(
    growth: Growth, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Kim")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "kim@example.org")
        monkeypatch.setenv(f"GIT_{name}_DATE", "2026-09-01T12:00:00+00:00")
    for command in (["init", "-q"], ["add", "dvc.yaml", "dvc.lock"], ["commit", "-q", "-m", "Train"]):
        subprocess.run(["git", *command], cwd=project, check=True)
    (project / "dvc.yaml").write_text((project / "dvc.yaml").read_text() + "# more\n")
    done = growth(["import", str(project), "-y"])
    assert f"its commits: growth import -f git {project}\n" in done.err
    assert kept(growth)["model click"]["day"] == "2026-09-01"
    growth("undo -y")
    (project / "dvc.lock").write_text((project / "dvc.lock").read_text() + "# not committed\n")
    os.utime(project / "dvc.lock", (SEEN, SEEN))
    growth(["import", str(project), "-y"])
    assert kept(growth)["model click"]["day"] == "2026-10-26"


def test_a_project_within_notes_is_named_and_left_out(growth: Growth, project: Path) -> None:
    (project.parent / "notes.md").write_text("## 4 March 2026\n\n- Shipped the ranker\n")
    shutil.copytree(project / "mlruns", project.parent / "runs")
    done = growth(["import", str(project.parent), "-y"])
    assert f"left out: {project} is a DVC project: growth import {project}\n" in done.err
    assert f"is an MLflow file store: growth import {project.parent / 'runs'}\n" in done.err
    assert "1 new" in done.err
    assert kept(growth) == {}


def test_nothing_outside_of_the_project_is_read(growth: Growth, project: Path) -> None:
    (project.parent / "metrics.json").write_text('{"secret": 1}')
    shutil.copy(project / "metrics.json", project.parent / "copy.json")
    for name in ("dvc.yaml", "dvc.lock"):
        path = project / name
        path.write_text(path.read_text().replace("metrics.json", "../metrics.json"))
    growth(["import", str(project), "-f", "dvc", "-y"])
    assert not [name for name in kept(growth) if name.startswith("eval")]


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ("--tag x", "--tag does not go with the practice register"),
        ("--since 2026-01-01", "--since does not go with the practice register"),
        ("--each", "--each does not go with a DVC project"),
    ],
)
def test_an_option_that_would_do_nothing_is_refused(
    growth: Growth, project: Path, args: str, message: str
) -> None:
    done = growth(["import", str(project), "-f", "dvc", "-y", *args.split()])
    assert (done.code, message in done.err) == (2, True)
    assert kept(growth) == {}


def test_a_folder_that_is_none_and_a_file_that_is_no_store(growth: Growth, tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    none = growth(["import", str(tmp_path / "notes"), "-f", "mlflow"])
    assert none.code == 2
    assert f"{tmp_path / 'notes'} is not an MLflow file store" in none.err
    file = growth("import - -f mlflow", stdin="x")
    assert (file.code, "is no folder" in file.err) == (2, True)
