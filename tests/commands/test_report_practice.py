"""growth report practice: the register as a page, for me and for others."""

import pytest

from tests.conftest import Growth


@pytest.fixture
def ids(growth: Growth) -> dict[str, str]:
    """A ranker of which the manager may see the run and the model, not the data."""
    growth("config set me.name 'Ana Silva'")
    growth.ok("people add dana --name 'Dana Ortiz' --relation manager")
    made = {
        "data": "dataset reviews --version v1 --owner dana",
        "run": "pipeline train --data reviews --trains ranker --trigger by-hand --share manager",
        "model": "model ranker --version r7 --share manager",
        "fine": "dataset answers --role fine-tuning",
    }
    return {name: growth(f"practice add {words}").out.strip()[-4:] for name, words in made.items()}


def test_for_me_it_tells_all_of_it(growth: Growth, ids: dict[str, str]) -> None:
    assert growth.ok("report practice").split("## Records cited")[0] == (
        "*For you only: 2 private records. To send: `growth report practice --for manager`*\n\n"
        "# Ana Silva: how models are made · *Tue 24 Nov*\n\n"
        "2 datasets, 1 pipeline, 1 model.\n\n"
        "## To mend · *2*\n\n"
        f"- **untraced-data** answers: it has no licence and no owner · `{ids['fine']}`\n"
        f"- **by-hand** train: somebody starts it · `{ids['run']}`\n\n"
        "## Where ranker comes from\n\n"
        "```mermaid\n"
        "flowchart TD\n"
        '  n0["ranker<br/>model, r7"]\n'
        '  n1["train<br/>pipeline, by hand"]\n'
        '  n2["reviews<br/>dataset, v1"]\n'
        "  n1 --> n0\n"
        "  n2 --> n1\n"
        "```\n\n"
        "## All datasets · *2*\n\n"
        f"- answers · *fine-tuning data* · `{ids['fine']}`\n"
        f"- reviews · *dataset, v1* · `{ids['data']}`\n"
        "   - owner: Dana Ortiz\n\n"
        "## All pipelines · *1*\n\n"
        f"- train · *pipeline, by hand* · `{ids['run']}`\n"
        "   - data: reviews\n   - trains: ranker\n   - runs: by hand\n\n"
        "## All models · *1*\n\n"
        f"- ranker · *model, r7* · `{ids['model']}`\n\n"
        "What is right as it is: `growth thumb down RULE@ID 'why'`\n\n"
    )


def test_for_others_it_tells_what_they_may_see_and_says_of_nothing_that_it_is_missing(
    growth: Growth, ids: dict[str, str]
) -> None:
    result = growth("report practice --for manager")
    assert "withheld from Dana Ortiz: 2 records" in result.err
    text = result.out
    assert text.startswith("*For my manager, from Ana Silva*\n\n# Ana Silva: how models are made")
    assert "1 pipeline, 1 model.\n" in text
    assert "- **by-hand** train: somebody starts it · [1]\n" in text
    assert '  n2["reviews<br/>not told here"]\n' in text
    assert "answers" not in text and "thumb down" not in text


def test_what_lets_more_in_is_the_share_of_its_audience(growth: Growth, ids: dict[str, str]) -> None:
    for whom, share in (("team", "team"), ("manager", "manager")):
        growth.ok("practice edit ranker --private")
        growth.ok("practice edit train --private")
        hint = f"growth practice list, then: growth practice edit NAME --share {share}\n"
        assert growth(f"report practice --for {whom}").err.endswith(hint)


def test_what_it_cites_can_be_verified(growth: Growth, ids: dict[str, str]) -> None:
    growth.ok(["log", "Better", "--metric", "accuracy: 0.93"])
    document = growth.home / "page.md"
    text = growth.ok("report practice")
    assert "- **bare-claim** “Better”: it claims accuracy 0.93; " in text
    document.write_text(text)
    assert "bare-claim" in text and "Better · `" in text
    assert growth(f"verify {document}").code == 0
    growth.ok("practice edit train --trigger automated")
    assert growth(f"verify {document}").code == 1


@pytest.mark.parametrize("more", ["--period 2026", "--project x", "--about dana"])
def test_it_is_of_no_time_and_of_nobody_else(growth: Growth, ids: dict[str, str], more: str) -> None:
    assert growth(f"report practice {more}").code == 2


def test_a_template_of_my_own_is_tried_on_an_invented_register(growth: Growth, ids: dict[str, str]) -> None:
    growth("template new mine --from practice")
    assert growth("template check mine").code == 0
    path = growth.home / "templates" / "mine.md.j2"
    path.write_text("{# growth: practice #}\n{% for one in models %}{{ one.circles[0] }}{% endfor %}\n")
    assert growth("template check mine").code == 0
    path.write_text("{# growth: practice #}\n{{ findings[0].code }}\n")
    # Of an empty register there is none.
    assert growth("template check mine").code == 1


def test_without_a_register_it_says_how_to_begin_one(growth: Growth) -> None:
    result = growth("report practice")
    assert (result.code, "growth practice add dataset NAME" in result.err) == (1, True)


def test_what_the_users_of_a_model_say_stands_beside_it(growth: Growth, ids: dict[str, str]) -> None:
    growth("practice thumbs ranker --up 9 --down 1 --period 2026-10")
    assert "   - thumbs up 2026-10: 90 % (60 to 98), 10 votes\n" in growth.ok("report practice")
