"""Cards of datasets and models, as the Hub's own library writes their fields."""

from pathlib import Path

import pytest

from growth.errors import WrongUsage
from growth.exchange.formats import Head
from growth.exchange.model_card import is_one, read
from growth.exchange.recognise import recognise
from growth.records.dates import Day
from growth.records.imported import ReadOptions
from growth.records.practice import Derived, State

TODAY = Day(2026, 11, 24)
OPTIONS = ReadOptions(today=TODAY)
HERE = Path(__file__).parent / "practice"
DATASET, MODEL = ((HERE / name).read_bytes() for name in ("dataset-card.md", "model-card.md"))
SEEDS = [DATASET, MODEL]


def test_the_card_of_a_dataset() -> None:
    assert recognise(DATASET, "README.md") == "card"
    (one,) = read(DATASET, name="README.md", options=OPTIONS).practices
    assert (one.kind, one.name, one.licence) == ("dataset", "Ticket intents", "cc-by-4.0")
    assert one.derived == (Derived(of="invented/support-tickets"),)
    assert one.states == (State(day=TODAY, rows=1000),)


def test_the_card_of_a_model_and_what_was_measured_of_it() -> None:
    assert recognise(MODEL, "README.md") == "card"
    model, accuracy, f1 = read(MODEL, name="README.md", options=OPTIONS).practices
    assert (model.kind, model.name, model.licence) == ("model", "ticket-router", "apache-2.0")
    assert (model.data, model.derived) == (("Ticket intents",), (Derived(of="invented/tiny-bert"),))
    assert (accuracy.name, accuracy.on) == ("ticket-router accuracy on Ticket intents", "Ticket intents")
    assert accuracy.states == (State(day=TODAY, value="0.885", on_version="6acf5af9"),)
    assert (f1.metric, f1.model) == ("f1", "ticket-router")


def test_a_licence_with_a_name_of_its_own() -> None:
    card = b"---\nlicense: other\nlicense_name: house-1.0\npretty_name: Votes\n---\n"
    (one,) = read(card, name="README.md", options=OPTIONS).practices
    assert (one.name, one.licence) == ("Votes", "house-1.0")


def test_a_model_without_an_index_has_its_heading_or_its_folder_as_name() -> None:
    card = b"---\nlibrary_name: sklearn\n---\n\n# Late parcels\n"
    (one,) = read(card, name="README.md", options=OPTIONS).practices
    assert (one.kind, one.name) == ("model", "Late parcels")
    (one,) = read(card, name="late/README.md", options=OPTIONS).practices
    assert (one.name, one.source) == ("late", "hf:late:model:late")


def test_a_note_with_fields_of_its_own_is_none() -> None:
    note = b"---\ntags: [data]\nlicense: mit\nlanguage: en\n---\n# Notes\n\n## 4 March 2026\n\n- Shipped\n"
    assert not is_one(Head(note, "notes.md"))
    assert recognise(note, "notes.md") == "markdown"
    with pytest.raises(WrongUsage, match=r"begins with no fields of a card"):
        read(b"# Plain\n", name="plain.md", options=OPTIONS)
