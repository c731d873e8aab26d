"""How wide a text is on a terminal."""

# What beyond U+0300 is common and takes one column; some of it we put there ourselves.
NARROW = frozenset("…–—‘’“”•→■")


def width(text: str) -> int:
    """Return the number of columns that a text on one line takes."""
    # Below U+0300 a letter takes one column; the tables of rich are loaded only for what is beyond.
    if text.isascii() or all(char < "\u0300" or char in NARROW for char in text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


# A longer word is cut, where keeping it whole would leave that much of a line empty.
LONGEST = 16


def fit(text: str, columns: int) -> str:
    """Return a text on one line, cut between words with an ellipsis where it is wider than `columns`."""
    text = " ".join(text.split())
    if width(text) <= columns:
        return text
    kept = text[: max(0, columns - 1)]
    while kept and width(kept) > columns - 1:
        kept = kept[:-1]
    space = kept.rfind(" ")
    within = text[len(kept)] != " " and space > 0 and len(kept) - space <= LONGEST
    return f"{kept[:space]} …" if within else f"{kept}…"


def pad(text: str, columns: int) -> str:
    """Return a text filled with spaces up to `columns`."""
    return text + " " * max(0, columns - width(text))
