"""What stands below a letter by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.rules.signatures import apart

FOOTER = (
    "This e-mail is confidential and intended solely for the person it is sent to.\n"
    "If you received it in error, please delete it."
)


@pytest.mark.parametrize(
    ("text", "said", "below"),
    [
        ("Thank you.", "Thank you.", ""),
        ("Thank you.\n\n-- \nBo Tran\nAcme", "Thank you.", "-- \nBo Tran\nAcme"),
        ("Thank you.\n--\nBo", "Thank you.", "--\nBo"),
        ("-- \nBo\n\nAnd one more thing.", "And one more thing.", "-- \nBo"),
        ("> Thank you.\n> \n> -- \n> Bo", "> Thank you.", "> -- \n> Bo"),
        ("Best, Bo\nSent from my phone", "Best, Bo", "Sent from my phone"),
        (f"Thank you.\n\n{FOOTER}", "Thank you.", FOOTER),
        ("It is confidential -- keep it to yourself.", "It is confidential -- keep it to yourself.", ""),
        ("-- ", "", "-- "),
        ("", "", ""),
    ],
)
def test_a_signature_and_a_footer_are_not_what_somebody_said(text: str, said: str, below: str) -> None:
    assert apart(text) == (said, below)


@given(st.text())
def test_no_word_is_lost(text: str) -> None:
    said, below = apart(text)
    assert sorted(f"{said} {below}".split()) == sorted(
        word for word in text.split() if word.strip("> ") or word in f"{said} {below}".split()
    )
