"""Short ways to say where a fault lies."""

from generator.findings import Fault, KeyPath, Place


def at_key(path: str, code: str, key: KeyPath, /, **values: object) -> Fault:
    """Give a fault at the value of a key of the front matter."""
    return Fault(path, code, Place(key=key), values)


def at_name(path: str, code: str, key: KeyPath, /, **values: object) -> Fault:
    """Give a fault at a key itself."""
    return Fault(path, code, Place(key=key, on_key=True), values)


def at_line(path: str, code: str, line: int, column: int = 1, /, **values: object) -> Fault:
    """Give a fault at a position of the file."""
    return Fault(path, code, Place(line=line, column=column), values)
