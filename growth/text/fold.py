"""Compare words as people do: without regard to case or accents."""


def fold(text: str) -> str:
    """Return `text` for comparing: lower case, accents gone, compatibility forms unified."""
    if text.isascii():
        return text.lower()
    import unicodedata

    # Taking a sign apart may bring capitals to light (№), and folding case may make new signs.
    folded = unicodedata.normalize("NFKD", text).casefold()
    decomposed = unicodedata.normalize("NFKD", folded)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def folded(*written: str) -> frozenset[str]:
    """Return handles as they are compared: an import may have kept the sign before one."""
    return frozenset(fold(handle.removeprefix("@")) for handle in written if handle)


def words(text: str) -> list[str]:
    """Return the folded words of `text`: runs of letters, digits and inner marks."""
    out: list[str] = []
    word = ""
    for char in fold(text):
        if char.isalnum():
            word += char
        elif word:
            out.append(word)
            word = ""
    return [*out, word] if word else out
