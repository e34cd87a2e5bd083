"""A file as the formatter sees it: its keys and values, and the comments and empty lines beside each of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_IGNORE = re.compile(r"#\s*samverkan:\s*ignore")


@dataclass(slots=True)
class Scalar:
    """A value that is one text, as it is and as it is written.

    Attributes:
        text: the value; None where it is empty.
        style: the mark that it is written with: a quotation mark, `|` or `>`; empty for none.
        raw: how it is written.
    """

    text: str | None
    style: str
    raw: str


@dataclass(slots=True)
class Collection:
    """A mapping or a list.

    Attributes:
        is_list: whether it is a list.
        in_braces: whether it stands between braces or brackets.
        column: where its keys or dashes stand.
        line: where it begins.
        entries: what it holds.
        tail: the comments after the last of them.
        is_on_one_line: whether it stands on one line, where it has braces or brackets.
    """

    is_list: bool
    in_braces: bool
    column: int
    line: int
    entries: list[Entry] = field(default_factory=list)
    tail: list[Note] = field(default_factory=list)
    is_on_one_line: bool = False


@dataclass(slots=True)
class Note:
    """A comment that stands on lines of its own, and whether an empty line goes before it."""

    text: str
    after_blank: bool = False


@dataclass(slots=True)
class Entry:
    """A key with its value, or an item of a list.

    Attributes:
        key: the key; None for an item.
        value: what it holds.
        head: the comments above it.
        beside: the comment after it on its line; empty where there is none.
        after_blank: whether an empty line goes before it, after the comments above it.
    """

    key: str | None
    value: Scalar | Collection
    head: list[Note] = field(default_factory=list)
    beside: str = ""
    after_blank: bool = False

    @property
    def silences(self) -> bool:
        """Whether a comment beside it or above it silences a finding on its line."""
        return any(is_ignore(text) for text in (self.beside, *(note.text for note in self.head)))


@dataclass(slots=True)
class Tree:
    """A whole file: the comments at its top, whether an empty line follows these, and all that it holds."""

    head: list[Note]
    after_blank: bool
    root: Collection


def is_ignore(comment: str) -> bool:
    """Tell whether a comment silences a finding on its line, or on the next."""
    return _IGNORE.match(comment) is not None
