"""A file of the store whose seal does not fit: it is read without the traps of JSON."""

from growth.store.storage import HEAD, Content, unreadable, upgraded
from growth.store.strict import parse


def decode(data: bytes, name: str) -> Content:
    """Return what such a file holds, with its fault; raise Damaged where it is none of a store."""
    try:
        whole = parse(data)
        head = whole.pop(HEAD)
        major, minor = head["schema"]
        if type(major) is not int or type(minor) is not int:
            raise ValueError("the schema is not a pair of numbers")
        for documents in whole.values():
            for document in documents.values():
                document.keys()
    except (ValueError, RecursionError) as error:
        raise unreadable(name, error) from None
    except (TypeError, AttributeError, KeyError):
        raise unreadable(name, ValueError("it is no file of a store")) from None
    tables = upgraded(whole, (major, minor))
    return Content(tables, (major, minor), "was changed by something other than growth")
