"""A company's form: read as it is, or refused with the file, the line and the field."""

from pathlib import Path

import pytest

from growth.errors import Refused
from growth.rules.company_form import FIELDS, SOURCES, CompanyForm, FormQuestion, check_themes, line_of, read

GOOD = """\
title = "Half-year review"

[[question]]
id = "results"
text = "What were your\\n results?"
limit = 2000
from = "impact"

[[question]]
id = "next"
text = "And next?"
words = 250
from = ["gaps", "theme:data"]
without = ["7k3q"]
answer = '''
  Mine.
'''
"""


def refusal(text: str) -> tuple[str, str]:
    with pytest.raises(Refused) as caught:
        read(text, "company.toml")
    return caught.value.message, caught.value.hint


def test_a_form_is_read() -> None:
    assert read(GOOD, "company.toml") == CompanyForm(
        title="Half-year review",
        questions=(
            FormQuestion(id="results", text="What were your results?", limit=2000, sources=("impact",)),
            FormQuestion(
                id="next", text="And next?", words=250, sources=("gaps", "theme:data"), without=("7k3q",),
                answer="Mine.",
            ),
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('limit = 2000', 'limit = "2000"',
         "line 6, question 1 (results): limit is a number above 0, not '2000'"),
        ("limit = 2000", "limit = 0", "line 6, question 1 (results): limit is a number above 0, not 0"),
        ("limit = 2000", "limit = true", "line 6, question 1 (results): limit is a number above 0, not True"),
        ("limit = 2000", "limits = 2000", "line 6, question 1 (results): limits is no field of a question; "
         "there are id, text, limit, words, from, answer, without"),
        ('from = "impact"', 'from = "impacts"', "line 7, question 1 (results): from 'impacts' is no source; "
         "there are summary, strengths, gaps, statements, theme:ID, impact, feedback, goals, reached"),
        ('from = "impact"', 'from = "theme:"', "line 7, question 1 (results): from 'theme:' is no source; "
         "there are summary, strengths, gaps, statements, theme:ID, impact, feedback, goals, reached"),
        ('from = "impact"', "from = 3", "line 7, question 1 (results): from is a list of texts, not 3"),
        ('without = ["7k3q"]', 'without = "7k3q"',
         "line 14, question 2 (next): without is a list of texts, not '7k3q'"),
        ('id = "next"', 'id = "results"', "line 10, question 2: id 'results' is there twice"),
        ('id = "next"', 'id = "the next"',
         "line 10, question 2: id 'the next' is no name: letters, digits, - and _"),
        ('id = "next"\n', "", "line 9, question 2: id is missing"),
        ('text = "And next?"', 'text = ""', "line 11, question 2 (next): text is a text, not ''"),
        ("answer = '''\n  Mine.\n'''", "answer = 3", "line 15, question 2 (next): answer is a text, not 3"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_line_and_field(old: str, new: str, message: str) -> None:
    assert old in GOOD
    assert refusal(GOOD.replace(old, new)) == (f"company.toml, {message}", "mend it in an editor")


def test_what_is_no_form() -> None:
    message, _ = refusal("[[question]\n")
    assert message.startswith("company.toml is no TOML: ") and "line 1" in message
    fields = "id, text, limit, words, from, answer, without"
    empty = ("company.toml holds no question", f"begin each with [[question]]; it may have {fields}")
    assert refusal("") == empty
    assert refusal('title = "x"\n') == empty
    assert refusal("question = 3\n") == empty
    assert refusal("title = 3\n")[0] == "company.toml: title is a text, not 3"
    assert refusal(f'{GOOD}\n[questions]\nid = "x"\n')[0] == (
        "company.toml, line 19: there is no field 'questions' in a form"
    )
    assert refusal("a" + ".a" * 40 + " = 1")[0] == "company.toml: a dotted key has too many parts"


def test_a_theme_that_the_ladder_does_not_have() -> None:
    form = read(GOOD, "company.toml")
    check_themes(form, ["data", "talk"], GOOD, "company.toml")
    with pytest.raises(Refused) as caught:
        check_themes(form, ["code", "talk"], GOOD, "company.toml")
    assert caught.value.message == (
        "company.toml, line 13, question 2 (next): from 'theme:data' names no theme of the ladder"
    )
    assert caught.value.hint == "there are: code, talk"


def test_a_field_that_is_missing_is_where_the_question_begins() -> None:
    assert line_of(GOOD, 1, "without") == 3
    assert line_of(GOOD, 2, "from") == 13
    assert line_of("", 1, "id") == 1


def test_the_page_on_forms_says_what_there_is() -> None:
    page = (Path(__file__).parents[2] / "docs" / "FORMS.md").read_text(encoding="utf-8")
    for table in (FIELDS, SOURCES):
        for name, meaning in table.items():
            assert f"| `{name}` | {meaning} |" in page
    rows = [line for line in page.splitlines() if line.startswith("| `")]
    assert len(rows) == len(FIELDS) + len(SOURCES)


def test_the_example_on_the_page_is_a_form() -> None:
    page = (Path(__file__).parents[2] / "docs" / "FORMS.md").read_text(encoding="utf-8")
    example = page.split("```toml\n")[1].split("```")[0]
    assert [one.id for one in read(example, "company.toml").questions] == [
        "results", "strengths", "next", "company",
    ]  # fmt: skip
