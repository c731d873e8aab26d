"""What is no ladder is refused and why; what is hostile meets a bound, and nothing in it runs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.errors import GrowthError, Refused, WrongUsage
from tests.exchange.ladder_forms import (
    ACROSS,
    BULLETS,
    CAPABILITY,
    DOWN,
    LISTS,
    LONG,
    STEPS,
    TOPICS,
    TRACKS,
    cells,
    read,
    same_after_export,
)


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"<html><h2>L1</h2>", "x.html", "x.html is a page, which is not read as a ladder"),
        (b"<template><ul></ul></template>", "x.vue", "x.vue is a page"),
        (b"  <!doctype html>", "standard input", "standard input is a page"),
        (b"\\documentclass{article}", "x.tex", "x.tex is LaTeX"),
        (b"\\documentclass{article}", "x.txt", "x.txt is LaTeX"),
        (b"print('L1')", "x.py", "x.py is a program"),
        (b"#!/bin/sh\necho", "x", "x is a program"),
        (b"PK\x03\x04", "x", "x is a document"),
        (b"PK\x03\x04", "x.xlsx", "x.xlsx is a spreadsheet"),
        (b"%PDF-1.7", "x.pdf", "x.pdf is a document"),
        (b"", "x.yaml", "x.yaml is empty"),
        (b"  \n", "x", "x is empty"),
        (b"just words", "x.md", "no headings look like levels"),
        (b"# Read me\n\n## Install\n- one\n\n## Use\n- two\n", "README.md", "no headings look like levels"),
        (b"a: b\n", "x.yaml", "no levels and themes were found"),
        (b"[1, 2, 3]", "x.json", "no levels and themes were found"),
        (b"a,b\n1,2\n", "x.csv", "is a table without levels"),
        (b"one\ntwo\n", "x.csv", "is no table"),
        (b"const f = () => 1", "x.js", "no levels and themes were found"),
        (b"levels: []\nthemes: []\ncompetencies: []\n", "x.yaml", "holds no level of a ladder"),
        (b"\xff\xfea\x00", "x.yaml", "x.yaml is UTF-16"),
        (b"a: \xff", "x.yaml", "x.yaml is not UTF-8"),
        (b'{"a": 1, "a": 2}', "x.json", "'a' is there twice"),
        (b"{", "x.json", "x.json is no JSON"),
        (b"a: [1\n", "x.yaml", "x.yaml:2: no YAML"),
    ],
)  # fmt: skip
def test_what_is_no_ladder_is_refused_and_why(data: bytes, name: str, said: str) -> None:
    with pytest.raises((Refused, WrongUsage)) as refused:
        read(data, name)
    assert said in refused.value.message
    assert refused.value.hint


HEAD = "Level,Competency,Behavior\n"
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGE = "a: &a {k: v}\n" + "".join(
    f"{new}: &{new} {{<<: [{', '.join([f'*{old}'] * 9)}]}}\n"
    for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        (BOMB, "x.yaml", "stands for more than 200,000 values"),
        (MERGE, "x.yaml", "stands for more than 200,000 values"),
        ("a: &a [*a]\n", "x.yaml", "*a stands for something that is not complete"),
        ("a: *b\n", "x.yaml", "*b stands for something that is not complete"),
        ("[" * 5000, "x.yaml", "is nested deeper than 40 levels"),
        ("- " * 5000 + "x", "x.yaml", "is nested deeper than 40 levels"),
        ("a: !!python/object/apply:os.system ['echo hello']\n", "x.yaml", "the tag tag:yaml.org,2002:py"),
        ("a: !include /etc/passwd\n", "x.yaml", "the tag !include is not read"),
        ("a: !!binary aGVsbG8=\n", "x.yaml", "is not read"),
        ("a: 1\na: 2\n", "x.yaml", "'a' is there twice"),
        ("a." * 400_000 + "b = 1", "x.toml", "x.toml is nested too deeply"),
        ("a = " + "[" * 5000, "x.toml", "x.toml is n"),
        ("? [a, b]\n: c\n", "x.yaml", "a key is no text"),
        ("a: {<<: [1]}\n", "x.yaml", "what is merged with << is no mapping"),
        ("a: 1\n---\nb: 2\n", "x.yaml", "holds 2 documents"),
        ("a: " + "x" * 1_000_000, "x.yaml", "a ladder has 1,000,000 at most"),
        ("%YAML 9.9\n---\na: 1\n", "x.yaml", "no YAML"),
        ("[" * 5000, "x.json", "nested deeper than"),
        ('{"a": ' + "9" * 400 + "}", "x.json", "a number of more than 300 digits"),
        ('{"Craft": {"L1": "\\ud800", "L2": "x"}}', "x.json", "x.json is no JSON"),
        ("export const a = " + "[" * 5000 + "]" * 5000, "x.js", "nested too deeply"),
        ("x" * 300_000, "x.js", "x.js has 300,000 bytes; a ladder has 200,000 at most"),
        ("L1," * 300 + "\n", "x.csv", "has 301 columns"),
        (HEAD + 'L1,a,"' + "x" * 200_000, "x.csv", "no CSV: field larger than"),
        (HEAD + "".join(f"L{n},a,b\n" for n in range(100)), "x.csv", "has 100 levels"),
        (HEAD + "".join(f"L1,a{n},b\n" for n in range(500)), "x.csv", "has 500 themes"),
        (HEAD + "L1,a," + "b" * 5000, "x.csv", "more than 4,000 characters"),
        (HEAD + "L1,a,b\n" * 21_000, "x.csv", "has more than 20,000 rows"),
        (HEAD + "L1,a,b\n" * 11_000, "x.csv", "has 11,000 criteria"),
    ],
)  # fmt: skip
def test_hostile_input_meets_a_bound_and_never_runs(text: str, name: str, said: str) -> None:
    with pytest.raises(GrowthError) as refused:
        read(text, name)
    assert said in refused.value.message


def test_aliases_that_stand_for_little_are_read() -> None:
    text = "x: &x {L1: Bakes, L2: Teaches}\nthemes:\n  Craft: *x\n  Talk:\n    <<: *x\n    L2: Tells\n"
    assert cells(read(text, "x.yaml").ladder) == [
        ("craft", "L1", "Bakes"), ("craft", "L2", "Teaches"),
        ("talk", "L2", "Tells"), ("talk", "L1", "Bakes"),
    ]  # fmt: skip


sources = st.sampled_from(
    [
        (LISTS, "a.yml"),
        (TOPICS, "a.md"),
        (TRACKS, "a.js"),
        (BULLETS, "b.md"),
        (STEPS, "c.md"),
        (LONG, "a.csv"),
        (ACROSS, "b.csv"),
        (DOWN, "c.csv"),
        (CAPABILITY, "b.yaml"),
    ]
)
pieces = st.sampled_from(
    [
        *"[{}]:\n\"'\\`|#,\0?\u202e\ufeff",
        "- ",
        "  ",
        "&a ",
        "*a",
        "<<: ",
        "${",
        "L1",
        "!!x ",
        "null",
        "[" * 60,
    ]
)


@given(sources, st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 40), pieces), max_size=6))
def test_a_file_that_is_broken_somewhere_is_read_or_refused(
    source: tuple[str, str], breaks: list[tuple[int, int, str]]
) -> None:
    text, name = source
    for place, cut, piece in breaks:
        text = text[:place] + piece + text[place + cut :]
    try:
        ladder = read(text, name).ladder
    except GrowthError as refused:
        assert refused.message and refused.hint
    else:
        assert same_after_export(ladder)
