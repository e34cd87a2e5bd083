"""What is fuzzed: each target takes any bytes, and fails where what is promised of them does not hold."""

from __future__ import annotations

import io
import tempfile
import zipfile
from contextlib import suppress
from datetime import date
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

from samverkan.model.load import load
from samverkan.render.context.prose import Notes, Prose
from samverkan.render.formats.word_template import completed, has_page_numbers, lacking
from samverkan.render.logo import LogoError, logo_of
from samverkan.render.look import Look
from samverkan.render.office_template import OfficeTemplateError, require_sound
from samverkan.render.run.manifest import NAME, Manifest
from samverkan.resources import content
from samverkan.source.decoding import decode
from samverkan.source.edits import applied
from samverkan.source.events import has_c_parser
from samverkan.source.extents import Extents
from samverkan.source.ignores import Ignores
from samverkan.source.lines import lines_of
from samverkan.source.positions import Positions
from samverkan.source.reader import MOST_DEPTH, Data, parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from samverkan.findings import KeyPath, Span

TODAY = date(2026, 11, 20)
STYLES = "word/styles.xml"
WANTED = ("[Content_Types].xml", "word/document.xml", STYLES)
_IN_PROSE = {"p", "ul", "ol", "li", "em", "strong", "a", "br", "sup"}


def reading(data: bytes) -> None:
    """Read a file: data or faults, faults inside the text, the same from both parsers, and a model or remarks."""
    text, faults = decode(data)
    for fault in faults:
        assert fault.finding("a.yaml").message.say("sv")
    if text is None or faults:
        return
    read, faults = parse(text)
    lines = lines_of(text)
    for fault in faults:
        assert_inside(fault.span, lines)
        assert fault.finding("a.yaml").message.say("sv")
        if fault.edit is not None:
            assert_inside(fault.edit.span, lines)
            applied(text, fault.edit)
    if has_c_parser():
        again, told = parse(text, pure=True)
        if not told:
            assert (again, told) == (read, faults)
    if isinstance(read, dict):
        load(read)


def positions(data: bytes) -> None:
    """Place each key and value of a document inside the text, in the order of their beginnings."""
    text, faults = decode(data)
    if text is None or faults:
        return
    places, extents, lines = Positions(text), Extents(text), lines_of(text)
    read, faults = parse(text)
    for path in [] if faults else paths(read):
        assert_inside(places.of(path), lines)
        assert_inside(places.of_key(path), lines)
    for extent in (*extents.keys.values(), *extents.values.values()):
        assert extent.start <= extent.end
        assert extent.end[0] <= len(lines)
    for line in range(1, len(lines) + 1):
        places.is_inside_text(line, 1)


def ignores(data: bytes) -> None:
    """Find the comments that silence findings, and what is wrong with them."""
    text, faults = decode(data)
    if text is None or faults:
        return
    found, lines = Ignores(text), lines_of(text)
    assert all(1 <= line <= len(lines) + 1 for line, _ in found.places)
    for fault in found.faults({"ends-before-start": "error"}, {"unknown-key"}, TODAY):
        assert_inside(fault.span, lines)
        assert fault.finding("a.yaml").message.say("sv")


def prose(data: bytes) -> None:
    """Turn prose into HTML that has only the elements and addresses that prose may have."""
    text = data.decode("utf-8", "replace")
    made = Prose(Notes(frozenset({"lag", "a"})), lambda number: f"<sup>{number}</sup>")
    _Elements().feed(made.html(text))
    _Elements().feed(made.inline(text))


def manifest(data: bytes) -> None:
    """Read a manifest, which is believed only under a seal, and write it anew."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        (out / NAME).write_bytes(data)
        read = Manifest.read(out)
        assert not read.is_current("a.html", "")
        assert not read.last_run
        read.begin()
        read.end()
        assert all(Manifest.read(out).knows(name) for name in read.files)


def svg(data: bytes) -> None:
    """Take a picture for a logo, or refuse it."""
    with suppress(LogoError):
        assert logo_of(data if data[:1] in {b"<", b"\x89", b"\xff"} else b"<svg " + data).address


def word(data: bytes) -> None:
    """Take a Word file for a template, or refuse it: any file, or a whole one whose styles are others."""
    whole = data if data.startswith(b"PK") else _with_styles(data)
    with suppress(OfficeTemplateError):
        require_sound(whole, WANTED)
        lacking(whole)
        has_page_numbers(whole)
        assert zipfile.ZipFile(io.BytesIO(completed(whole, Look().tones))).testzip() is None


TARGETS: dict[str, Callable[[bytes], None]] = {
    "reading": reading,
    "positions": positions,
    "ignores": ignores,
    "prose": prose,
    "manifest": manifest,
    "svg": svg,
    "word": word,
}


def assert_inside(span: Span, lines: list[str]) -> None:
    """Hold that a span lies in a text and does not end before it begins; its end may be that of the last line."""
    assert 1 <= span.line <= span.end_line <= len(lines), span
    assert 1 <= span.column <= len(lines[span.line - 1]) + 1, span
    assert (span.line, span.column) <= (span.end_line, span.end_column), span


def paths(read: Data) -> Iterator[KeyPath]:
    """Give the place of each value, none deeper than can be."""
    waiting: list[tuple[KeyPath, Data]] = [((), read)]
    while waiting:
        path, value = waiting.pop()
        assert len(path) <= MOST_DEPTH
        yield path
        inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        waiting += [((*path, step), one) for step, one in inner]


class _Elements(HTMLParser):
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _IN_PROSE, tag
        for name, value in attrs:
            assert (tag, name) in {("a", "href"), ("a", "title"), ("ol", "start")}, (tag, name)
            assert name != "href" or (value or "").lower().startswith(("https://", "http://", "mailto:")), value


@cache
def _parts() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content("templates", "reference.docx"))) as file:
        return {name: file.read(name) for name in file.namelist()}


def _with_styles(styles: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name, part in _parts().items():
            file.writestr(name, styles if name == STYLES else part)
    return made.getvalue()
