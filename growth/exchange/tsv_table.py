"""Read TSV: what is between its columns is a tab, whatever else stands in them."""

from growth.exchange import csv_table, limits, table
from growth.exchange.formats import Head
from growth.records.imported import Reading, ReadOptions

FORMAT = "tsv"


def is_one(head: Head) -> bool:
    """Tell by the name of the file."""
    return head.ending in (".tsv", ".tab") and "\t" in head.text


def read(data: bytes, *, name: str, options: ReadOptions) -> Reading:
    """Return an entry for each row after the first."""
    limits.check_lines(data, name)
    return table.read(FORMAT, csv_table.load(data, name, "\t"), name=name, options=options)
