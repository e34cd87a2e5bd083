"""What a Word file says of the sheet that it was made from, so that what was written in it can be told."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samverkan.editable.sheet import Heading, Label, Place, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from samverkan.editable.sheet import Block
    from samverkan.workspace.document import Document

_FORM = 1
_MOST = 8_000_000
"""More than any sheet: what is packed is not unpacked further."""


class NoBaseError(ValueError):
    """What a Word file says of its sheet is not there, or cannot be read."""


@dataclass(frozen=True, slots=True)
class Given:
    """A value as it stood on the sheet.

    Attributes:
        place: where it stands, by ids.
        title: what it is called.
        text: as the sheet had it.
    """

    place: Place
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Base:
    """A sheet as it was handed out.

    Attributes:
        document: the document's id.
        kind: its kind.
        fingerprint: that of its text.
        values: its values, from top to bottom.
        fixed: the lines that cannot be written in, from top to bottom.
    """

    document: str
    kind: str
    fingerprint: str
    values: tuple[Given, ...]
    fixed: tuple[str, ...]

    def packed(self) -> str:
        """Write it as letters and digits."""
        values = [[list(one.place), one.title, one.text] for one in self.values]
        plain = [_FORM, self.document, self.kind, self.fingerprint, values, list(self.fixed)]
        written = json.dumps(plain, ensure_ascii=True, separators=(",", ":")).encode()
        return base64.b64encode(zlib.compress(written, 9)).decode()


def base_of(document: Document, sheet: Sequence[Block], head: Iterable[str]) -> Base:
    """Say what a sheet holds.

    Args:
        document: the document.
        sheet: its sheet.
        head: the lines above it.
    """
    values = _given(sheet)
    fixed = (*head, *fixed_of(sheet))
    return Base(document.id or "", document.kind or "", document.fingerprint, values, fixed)


def _given(sheet: Sequence[Block]) -> tuple[Given, ...]:
    return tuple(Given(one.place, one.title, one.text) for one in sheet if isinstance(one, Value))


def code_of(sheet: Sequence[Block]) -> str:
    """Make a code of the values of a sheet, short enough to stand on it: twelve figures of their SHA-256."""
    values = [[list(one.place), one.text] for one in _given(sheet)]
    digest = hashlib.sha256(json.dumps(values, ensure_ascii=True).encode()).hexdigest()
    return "-".join(digest[i : i + 4] for i in (0, 4, 8))


def fixed_of(sheet: Sequence[Block]) -> tuple[str, ...]:
    """Give the lines of a sheet that cannot be written in."""
    return tuple(_fixed(sheet))


def _fixed(sheet: Sequence[Block]) -> Iterator[str]:
    for block in sheet:
        match block:
            case Heading(text=text):
                yield text
            case Label():
                yield f"{block.title}: {block.text}" if block.title else block.text
            case Value(label=label) if label:
                yield label if block.is_prose else f"{label}:"


def unpacked(written: str) -> Base:
    """Read what `Base.packed` wrote; the file may be anybody's.

    Raises:
        NoBaseError: it is something else.
    """
    try:
        opened = zlib.decompressobj()
        raw = opened.decompress(base64.b64decode(written, validate=True), _MOST)
        if not opened.eof:
            raise NoBaseError
        form, document, kind, fingerprint, values, fixed = json.loads(raw)
        if form != _FORM:
            raise NoBaseError
        given = tuple(Given(tuple(_steps(place)), _text(title), _text(text)) for place, title, text in values)
        return Base(_text(document), _text(kind), _text(fingerprint), given, tuple(map(_text, fixed)))
    except (binascii.Error, zlib.error, ValueError, TypeError, RecursionError):
        raise NoBaseError from None


def _steps(place: object) -> Iterator[str | int]:
    for step in place if isinstance(place, list) else []:
        if not isinstance(step, str | int) or isinstance(step, bool):
            raise NoBaseError
        yield step


def _text(found: object) -> str:
    if not isinstance(found, str):
        raise NoBaseError
    return found
