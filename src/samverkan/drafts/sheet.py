"""How a file for the author is written: a comment beside each key, and nothing after the key where it is empty."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from samverkan.errors import WrongUseError
from samverkan.formatting.formatted import in_form
from samverkan.model.base import ID_PATTERN, NUMBER_PATTERN
from samverkan.model.fields import field_at, part_at, types_in
from samverkan.source.decoding import MOST_BYTES
from samverkan.source.positions import Positions
from samverkan.source.reader import parse
from samverkan.words.commands import sentence
from samverkan.words.keys import key_in_english
from samverkan.words.numbers import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.findings import KeyPath
    from samverkan.model.document import DocumentModel
    from samverkan.source.reader import Data
    from samverkan.words.sentence import Language

_LINE = 120
_LAST_OF_FOUR = 0xFFFF
_COMMENT = 100
_FLOW = 100
_LONGEST_BESIDE = 90
_UNSAFE = {"null", "true", "false", "yes", "no", "on", "off", "y", "n", "~"}
# Read as itself by every reader of YAML, between brackets too.
_PLAIN = re.compile(r"[^\W_][\w .()/%§–&+-]*(?<! )")
_NUMBER_LIKE = re.compile(rf"{NUMBER_PATTERN}|[0-9][0-9_.eE+-]*")


class Blank(Enum):
    """What only the author knows."""

    HERE = "blank"


BLANK = Blank.HERE
"""Left empty for the author to fill in."""


@dataclass(frozen=True, slots=True)
class Noted:
    """A value with a comment above it."""

    value: Value
    note: str


Value: TypeAlias = "str | Blank | Noted | Sequence[Value] | Mapping[str, Value]"
"""What a draft holds: texts, lists and mappings of them, and what is left to fill in."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A file to fill in.

    Attributes:
        id: the document's id, which is the file's name too.
        text: what the file holds.
    """

    id: str
    text: str

    @property
    def blanks(self) -> tuple[int, ...]:
        """The lines that are left empty for the author, counted from 1."""
        positions = Positions(self.text)
        return tuple(sorted({positions.of(path).line for path in _empty(parse(self.text)[0])}))


def _empty(data: Data, path: KeyPath = ()) -> Iterator[KeyPath]:
    if data is None:
        yield path
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _empty(value, (*path, key))
    elif isinstance(data, list):
        for i, value in enumerate(data):
            yield from _empty(value, (*path, i))


def sheet(model: type[DocumentModel], data: Mapping[str, Value], head: str, language: Language) -> str:
    """Write a file to fill in, in its canonical form.

    Args:
        model: what the file is read as; its descriptions are the comments in Swedish.
        data: what the file holds.
        head: what the file says first, as a comment.
        language: the language of the comments.

    Raises:
        WrongUseError: the file would be larger than any that is read.
    """
    writer = _Writer(model, language)
    return in_form("\n".join([*comment(head), *writer.top(data)]) + "\n", model)


class _Writer:
    def __init__(self, model: type[DocumentModel], language: Language) -> None:
        self.model, self.language = model, language
        self.told: set[tuple[object, str]] = set()
        self.room = MOST_BYTES

    def top(self, data: Mapping[str, Value]) -> Iterator[str]:
        """Write the keys of the document, with an empty line around each that holds more than one line."""
        was_long = False
        for i, (key, value) in enumerate(data.items()):
            lines = list(self.entry((key,), value, ""))
            is_long = any(not line.startswith("#") for line in lines[1:])
            if i and (was_long or is_long):
                yield ""
            yield from lines
            was_long = is_long

    def entry(self, path: KeyPath, value: Value, indent: str) -> Iterator[str]:
        """Write a key with what it holds."""
        if isinstance(value, Noted):
            yield from comment(value.note, indent)
            value = value.value
        key = f"{indent}{path[-1]}:"
        about = self.about(path)
        inline = self.inline(path, value)
        if inline is not None:
            yield from _beside(f"{key} {inline}".rstrip(), about, indent)
        elif isinstance(value, str):
            block = "|-" if "\n" in value else ">-"
            yield from _beside(f"{key} {block}", about, indent)
            yield from (f"{indent}  {line}".rstrip() for line in _lines(value, _LINE - len(indent) - 2))
        elif isinstance(value, Mapping):
            yield from _beside(key, about, indent)
            yield from self.mapping(path, value, f"{indent}  ")
        else:
            assert isinstance(value, Sequence)  # noqa: S101 - what is left empty stands beside its key
            yield from _beside(key, about, indent)
            for i, item in enumerate(value):
                lines = list(self.item((*path, i), item, f"{indent}  "))
                self.take(lines if len(path) == 1 else ())
                yield from lines

    def take(self, lines: Sequence[str]) -> None:
        """Take from the room that a file has: what is larger is not read afterwards."""
        self.room -= sum(len(line) + 1 for line in lines)
        if self.room < 0:
            raise WrongUseError(sentence("new-too-large", most=Figure(Decimal(MOST_BYTES // 1024))))

    def mapping(self, path: KeyPath, data: Mapping[str, Value], indent: str) -> Iterator[str]:
        """Write the keys of a mapping below each other."""
        for key, value in data.items():
            yield from self.entry((*path, key), value, indent)

    def item(self, path: KeyPath, value: Value, indent: str) -> Iterator[str]:
        """Write an item of a list."""
        if isinstance(value, Noted):
            yield from comment(value.note, indent)
            value = value.value
        inline = self.inline(path, value)
        if inline is not None:
            yield f"{indent}- {inline}".rstrip()
        else:
            assert isinstance(value, Mapping)  # noqa: S101 - texts, and lists of ids, stand on one line
            lines = list(self.mapping(path, value, f"{indent}  "))
            first = next(i for i, line in enumerate(lines) if not line.lstrip().startswith("#"))
            yield from (line.removeprefix("  ") for line in lines[:first])
            yield f"{indent}- {lines[first].lstrip()}"
            yield from lines[first + 1 :]

    def inline(self, path: KeyPath, value: Value) -> str | None:
        """Write a value after its key; None where it needs lines of its own."""
        if isinstance(value, Blank):
            return ""
        if isinstance(value, str):
            is_long = "\n" in value or len(value) > _LONGEST_BESIDE
            return None if is_long and isinstance(path[-1], str) and _fits_block(value) else self.scalar(path, value)
        if isinstance(value, Noted) or self.has_untold(path, value):
            return None
        found = self.flow(path, value)
        return found if found is not None and len(found) <= _FLOW else None

    def flow(self, path: KeyPath, value: Value) -> str | None:
        """Write a value between brackets; None where something is to be filled in, or needs lines of its own."""
        if isinstance(value, str):
            return None if "\n" in value else self.scalar(path, value)
        if isinstance(value, Mapping):
            pairs = {key: self.flow((*path, key), inner) for key, inner in value.items()}
            whole = ", ".join(f"{key}: {text}" for key, text in pairs.items())
            return None if None in pairs.values() else f"{{{whole}}}"
        return None if isinstance(value, Blank | Noted) else self.flow_of_ids(path, value)

    def flow_of_ids(self, path: KeyPath, values: Sequence[Value]) -> str | None:
        """Write a list of ids between brackets; None for other lists."""
        names = [value for value in values if isinstance(value, str) and re.fullmatch(ID_PATTERN, value)]
        if len(names) < len(values):
            return None
        return f"[{', '.join(self.scalar((*path, i), name) for i, name in enumerate(names))}]"

    def scalar(self, path: KeyPath, value: str) -> str:
        """Write a text, with quotes where a reader of YAML would take it for something else."""
        if _NUMBER_LIKE.fullmatch(value) and not self.is_text(path):
            return value
        is_safe = _PLAIN.fullmatch(value) and value.isprintable() and value.casefold() not in _UNSAFE
        return value if is_safe and not _NUMBER_LIKE.fullmatch(value) else quoted(value)

    def is_text(self, path: KeyPath) -> bool:
        """Tell whether what stands at a place is text, also where it looks like a number."""
        field = field_at(self.model, path)
        return field is None or set(types_in(field.annotation)) <= {str, type(None)}

    def has_untold(self, path: KeyPath, value: Value) -> bool:
        """Tell whether a value has a key that nothing has been said of yet."""
        if isinstance(value, Mapping):
            return any(
                self._telling((*path, key)) not in self.told or self.has_untold((*path, key), inner)
                for key, inner in value.items()
            )
        if isinstance(value, str | Blank | Noted):
            return False
        return any(self.has_untold((*path, i), inner) for i, inner in enumerate(value))

    def about(self, path: KeyPath) -> str:
        """Say what a key means, the first time that it stands in such a part."""
        telling = self._telling(path)
        if telling in self.told:
            return ""
        self.told.add(telling)
        part, key = telling
        if self.language == "en":
            return key_in_english(part.__name__, key) if isinstance(part, type) else ""
        field = field_at(self.model, path)
        return (field.description or "") if field else ""

    def _telling(self, path: KeyPath) -> tuple[object, str]:
        steps = tuple(step for step in path if isinstance(step, str))
        return part_at(self.model, steps[:-1]), steps[-1]


def _beside(line: str, about: str, indent: str) -> Iterator[str]:
    """Write a comment after a line, or above it where it would be too long."""
    if about and len(line) + len(about) + 4 <= _LINE:
        yield f"{line}  # {about}"
        return
    if about:
        yield from comment(about, indent)
    yield line


def _lines(text: str, width: int) -> list[str]:
    """Give the lines of a text; a single one is broken between words, which a folded block joins again."""
    if "\n" in text:
        return text.split("\n")
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)


def _fits_block(text: str) -> bool:
    """Tell whether a text reads the same from a block of lines as it does here."""
    if "\n" not in text and re.search(r"  |[^\S ]", text):
        return False
    lines = text.split("\n")
    plain = all((line.isprintable() or not line) and line == line.rstrip() for line in lines)
    return plain and bool(lines[0]) and not lines[0].startswith((" ", "#")) and bool(lines[-1])


def comment(text: str, indent: str = "") -> Iterator[str]:
    """Write text as comment lines of moderate length; no character in it can end a comment."""
    for line in text.split("\n"):
        words, row = one_line(line).split(" "), ""
        for word in words:
            if row and len(row) + len(word) >= _COMMENT:
                yield f"{indent}# {row}"
                row = word
            else:
                row = f"{row} {word}".strip()
        yield f"{indent}# {row}"


def one_line(text: str) -> str:
    """Put a text on one line, without characters that YAML would take for a line's end or refuse."""
    return "".join(c if c.isprintable() else " " for c in " ".join(text.split()))


def id_text(written: str | None) -> str:
    """Write an id, with quotes where YAML would take it for something else."""
    plain = bool(written) and re.fullmatch(ID_PATTERN, written or "") and written not in _UNSAFE
    return written or "" if plain and not (written or "").isdigit() else quoted(written or "")


def quoted(text: str) -> str:
    """Write a text between quotes, letter for letter; what cannot be seen is written by its number."""
    return "".join(c if c.isprintable() else _numbered(c) for c in json.dumps(text, ensure_ascii=False))


def _numbered(character: str) -> str:
    number = ord(character)
    return f"\\u{number:04x}" if number <= _LAST_OF_FOUR else f"\\U{number:08x}"
