"""Programs that growth runs: bounded in time and output, their own words when they fail."""

import re
import sys
from pathlib import Path

import pytest

from growth import programs
from growth.errors import Refused, SystemRefused


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_what_it_prints_comes_back() -> None:
    assert programs.run(
        python("import sys; print('x' * 200_000); print('y' * 200_000, file=sys.stderr)")
    ) == (b"x" * 200_000 + b"\n")


def test_its_own_last_words_are_told_when_it_fails() -> None:
    with pytest.raises(Refused, match=r"^.*python\S* -c: no such revision \(it ended with 3\)$"):
        programs.run(python("import sys; print('first\\nno such revision', file=sys.stderr); sys.exit(3)"))


def test_of_one_that_fails_without_a_word_it_is_said_how_it_ended() -> None:
    with pytest.raises(Refused, match=r"^false: it ended with 1 and said nothing$"):
        programs.run(["false"])
    with pytest.raises(Refused, match=r" -c: it was ended by signal 9 and said nothing$"):
        programs.run(python("import os; os.kill(os.getpid(), 9)"))


def test_a_program_that_prints_without_end_is_stopped() -> None:
    with pytest.raises(Refused, match="printed more than 1 MB"):
        programs.run(python("while True: print('x' * 10_000)"), most=1 << 20)


def test_a_program_that_hangs_is_stopped() -> None:
    with pytest.raises(SystemRefused, match="took longer than 0 s"):
        programs.run(python("import time; time.sleep(60)"), seconds=0.3)


def test_a_program_that_is_not_there_is_named() -> None:
    with pytest.raises(SystemRefused, match="no-such-program is not installed"):
        programs.run(["no-such-program"])


def test_a_draft_with_words_in_it_outlives_an_editor_that_does_not_start(tmp_path: Path) -> None:
    draft = programs.Draft(tmp_path / "drafts", "log.md", "form")
    draft.path.write_text("form, filled in")
    with pytest.raises(SystemRefused, match="could not be started") as refused:
        draft.edit("/no/such/editor")
    assert re.escape(str(draft.path)) in re.escape(refused.value.hint)
    assert draft.path.read_text() == "form, filled in"


def test_an_untouched_draft_goes_with_an_editor_that_does_not_start(tmp_path: Path) -> None:
    draft = programs.Draft(tmp_path / "drafts", "log.md", "form")
    with pytest.raises(SystemRefused, match="no such file or directory"):
        draft.edit("/no/such/editor")
    assert not draft.path.exists()


def test_it_reads_what_it_is_given_and_may_leave_some_of_it() -> None:
    text = b"x" * 500_000
    assert programs.run(python("import sys; print(len(sys.stdin.read()))"), given=text) == b"500000\n"
    assert programs.run(python("print('I read nothing')"), given=text) == b"I read nothing\n"
    assert programs.run(["cat"], given=text) == text
    assert programs.run(["cat"], given=b"") == b""
