"""Templates are the user's to change, and cannot reach past the document they make."""

from pathlib import Path

import pytest

from growth.errors import Refused
from growth.reports import bounds
from growth.reports.bounds import bounded
from growth.reports.engine import check, kind_of, render, tidy


def template(home: Path, text: str, name: str = "mine") -> Path:
    path = home / "templates" / f"{name}.md.j2"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def refused(home: Path, text: str) -> str:
    template(home, text)
    with pytest.raises(Refused) as caught:
        render("mine", {"name": "Ana", "rows": [{"a": 1}]}, home=home)
    return caught.value.message


def test_a_template_of_ones_own(tmp_path: Path) -> None:
    template(tmp_path, "# {{ name }}\n\n\n\n{% for row in rows %}\n- {{ row.a }}\n{% endfor %}\n\n")
    assert (
        render("mine", {"name": "Ana", "rows": [{"a": 1}, {"a": 2}]}, home=tmp_path) == "# Ana\n\n- 1\n- 2\n"
    )


def test_its_own_wins_over_the_shipped_one(tmp_path: Path) -> None:
    template(tmp_path, "only {{ name }}", "brag")
    assert render("brag", {"name": "Ana"}, home=tmp_path) == "only Ana\n"


def test_text_of_a_record_is_no_template(tmp_path: Path) -> None:
    template(tmp_path, "{{ name }}")
    assert render("mine", {"name": "{{ 7 * 7 }}"}, home=tmp_path) == "{{ 7 * 7 }}\n"


def test_an_unknown_name_says_file_and_line(tmp_path: Path) -> None:
    assert refused(tmp_path, "one\n\n{{ nmae }}\n") == (
        f"{tmp_path}/templates/mine.md.j2, line 3: 'nmae' is undefined"
    )
    assert refused(tmp_path, "{{ rows[0].b }}") == (
        f"{tmp_path}/templates/mine.md.j2, line 1: 'dict object' has no attribute 'b'"
    )


def test_a_syntax_error_says_file_and_line(tmp_path: Path) -> None:
    message = refused(tmp_path, "one\n{% for %}\n")
    assert message.startswith(f"{tmp_path}/templates/mine.md.j2, line 2: ")
    with pytest.raises(Refused, match="line 2"):
        check("mine", home=tmp_path)


def test_an_error_in_a_part_names_the_part(tmp_path: Path) -> None:
    template(tmp_path, "\n{{ nothing }}", "_part")
    assert refused(tmp_path, "{% include '_part' %}").startswith(
        f"{tmp_path}/templates/_part.md.j2, line 2: "
    )


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ rows.append(1) }}",
        "{{ name.__init__.__globals__ }}",
        "{% include '../config.toml' %}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}",
        "{{ 1 / 0 }}",
        "{{ name + 1 }}",
        "{{ lipsum() }}",
        "{{ rows | random }}",
    ],
)
def test_it_reaches_nothing_else(tmp_path: Path, text: str) -> None:
    (tmp_path / "config.toml").write_text("secret = 1")
    assert "secret" not in refused(tmp_path, text)


def test_an_unknown_template_names_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        render("brga", {}, home=tmp_path)
    assert (caught.value.message, caught.value.hint) == (
        "there is no template 'brga'",
            "there are: 1on1, brag, feedback, growth-plan, mentor-coaching, mentoring-programme, mentorship, "
        "practice, promotion, review, self-review, summary, team",
    )  # fmt: skip


def test_a_template_that_makes_too_much_is_stopped(tmp_path: Path) -> None:
    message = refused(tmp_path, "{% for a in range(9999) %}{{ 'x' * 1000 }}{% endfor %}")
    assert message == f"the template {tmp_path}/templates/mine.md.j2 makes more than 4 MB"


def test_a_template_that_doubles_a_text_is_stopped(tmp_path: Path) -> None:
    doubling = (
        "{% set n = namespace(x='x' * 1000) %}{% for a in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}"
    )
    assert refused(tmp_path, doubling).endswith("needs more than 512 MB")


def test_an_endless_template_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "SECONDS", 0.3)
    nested = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
    assert refused(tmp_path, nested).endswith("took longer than 0.3 s")


def test_a_range_is_bounded(tmp_path: Path) -> None:
    assert "Range too big" in refused(tmp_path, "{% for a in range(10 ** 8) %}{% endfor %}")


def test_what_ends_without_an_answer_is_refused() -> None:
    def dies() -> str:
        raise KeyError("x")

    with pytest.raises(Refused, match="the thing ended without an answer"):
        bounded(dies, "the thing")


def test_a_template_says_what_it_is_for(tmp_path: Path) -> None:
    template(tmp_path, "no kind")
    assert [kind_of(name, home=tmp_path) for name in ("brag", "1on1", "mine")] == ["brag", "1on1", ""]


def test_a_document_has_single_empty_lines_and_no_space_at_the_ends() -> None:
    assert tidy("\n\na  \nb \n   \n\n\nc\n\n") == "a  \nb\n\nc\n"


def test_a_chart_is_asked_for_by_its_name(tmp_path: Path) -> None:
    asks = "# {{ name }}\n\n```chart themes\n```\n"
    path = template(tmp_path, asks)
    known = {"name": "Ana", "charts": ("themes", "evidence")}
    assert render("mine", known, home=tmp_path) == "# Ana\n\n```chart themes\n```\n"
    template(tmp_path, asks.replace("themes", "thmes"))
    with pytest.raises(Refused) as caught:
        render("mine", known, home=tmp_path)
    assert caught.value.message == f"{path}, line 3: there is no chart 'thmes'"
    assert caught.value.hint == "there are: themes, evidence"


def test_a_document_without_charts_says_so(tmp_path: Path) -> None:
    path = template(tmp_path, "```chart themes\n```\n")
    with pytest.raises(Refused) as caught:
        render("mine", {}, home=tmp_path)
    assert caught.value.message == f"{path}, line 1: there is no chart 'themes'"
    assert caught.value.hint == "this kind of document has none"
