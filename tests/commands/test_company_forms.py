"""The form that ships, and the user's own on the shelf: named without a path."""

from tests.commands.laddered import start
from tests.conftest import Growth


def judged(growth: Growth) -> None:
    start(growth, "--share manager")
    growth("assess rate data-2 --as starting --statement 'I read about it.'")


def test_the_form_that_ships_is_filled_by_its_name(growth: Growth) -> None:
    judged(growth)
    ran = growth("report self-review --form company --for manager")
    assert (ran.code, ran.out.splitlines()[0]) == (0, "Self-assessment")
    assert "\n1. How do you see the past half year as a whole?\n   21 of 120 words\n" in ran.out
    assert "\nData: I read about it.\n" in ran.out
    assert ran.out.endswith(
        "6. What do you need from your manager or your team?\n   0 of 600 characters: yours to write\n"
    )


def test_a_form_of_my_own_stands_before_it(growth: Growth) -> None:
    judged(growth)
    folder = growth.home / "templates" / "company"
    folder.mkdir(parents=True)
    text = 'title = "Ours"\n[[question]]\nid = "a"\ntext = "And?"\nfrom = "gaps"\n'
    (folder / "company.toml").write_text(text)
    (folder / "acme.toml").write_text(text.replace("Ours", "Acme"))
    for name, title in (("company", "Ours"), ("acme", "Acme")):
        assert growth(f"report self-review --form {name}").out.startswith(f"{title}\n")
    assert growth("report self-review --form acem") == (
        "", "growth: there is no form 'acem'\n"
        "        there are: acme, company; or name a file: --form acem.toml\n", 1,
    )  # fmt: skip
    (folder / "acme.toml").write_text(text.replace("gaps", "gasp"))
    assert growth("report self-review --form acme").err.startswith(
        f"growth: {folder}/acme.toml, line 5, question 1 (a): from 'gasp' is no source; "
    )


def test_a_copy_is_checked_and_filled_by_its_name(growth: Growth) -> None:
    judged(growth)
    folder = growth.home / "templates" / "company"
    assert growth("template new my-form --from company") == (
        f"{folder}/my-form.toml\n",
        "edit it, then: growth template check my-form, and use it: "
        "growth report self-review --form my-form --for manager\n",
        0,
    )
    assert (folder / "my-form.toml").stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700
    filled = [
        growth(f"report self-review --form {name} --for manager").out for name in ("company", "my-form")
    ]
    assert filled[0] == filled[1]
    assert growth("template check") == ("", "my-form: nothing wrong with it\n", 0)
    listed = [line.split() for line in growth.ok("template list").splitlines()]
    assert [row for row in listed if row[1] == "form"] == [
        ["company", "form", "shipped"], ["my-form", "form", "yours"],
    ]  # fmt: skip
    assert growth("template new my-form --from company").err == (
        f"growth: there already is a form {folder}/my-form.toml\n"
        "        choose another name, or edit that one\n"
    )
    (folder / "my-form.toml").write_text("title = 3\n")
    assert growth("template check my-form").err.startswith(f"growth: {folder}/my-form.toml: title is a text")


def test_a_report_of_that_name_goes_before_a_form(growth: Growth) -> None:
    growth("template new company --from brag")
    assert growth("template new mine --from company").out.endswith("/mine.md.j2\n")
    assert growth("template check company").err == "company: nothing wrong with it\n"
    assert growth("template new x/y --from career").code == growth("template new ../y --from company").code
