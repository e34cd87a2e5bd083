"""The tree that pandoc makes of a Word file or a web page, to blocks."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from samverkan.characters import BULLETS
from samverkan.importing.agreement.blocks import Block, Kind
from samverkan.importing.agreement.lines import joined
from samverkan.importing.agreement.word_parts import GAP

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.render.engines.pandoc import Tree

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LONGEST_HEADING = 110
_MANY_LINES = 3
_NEVER = 1e9
_NEAR_MARGIN = 0.75
_FEWEST_TO_MARGIN = 35
_FEWEST_SMALL_WORDS = 4
_FEWEST_CELLS, _LONGEST_CELL, _LONGEST_MARK = 2, 80, 3
_BULLET = re.compile(rf"^[{re.escape(BULLETS)}*\u2013\-]\s+(?=\S)")
_NUMBER = re.compile(r"^([0-9]{1,2}[.)]|[a-z]\))\s+(?=\S)")
_OF_TITLE = ("title", "subtitle", "author", "date", "abstract")
_BOLD_LEVEL = 7
"""How deep a heading is that is no more than bold: below those of the styles."""


class _Walk:
    """Goes through a tree; footnotes are put after the block that they belong to."""

    def __init__(self) -> None:
        self.notes: list[tuple[str, list[Any]]] = []
        self.count = 0

    def blocks(self, nodes: Sequence[Any], depth: int = -1) -> Iterator[Block]:
        """Give the blocks of some nodes.

        Args:
            nodes: pandoc's blocks.
            depth: how deep they lie in lists; -1 outside any.
        """
        for node in nodes:
            yield from self._block(node["t"], node.get("c"), depth)
            yield from self._written_notes()

    def _written_notes(self) -> Iterator[Block]:
        notes, self.notes = self.notes, []
        for mark, inside in notes:
            yield Block(Kind.NOTE, " ".join(block.text for block in self.blocks(inside)), mark=mark)

    def _block(self, kind: str, content: Any, depth: int) -> Iterator[Block]:
        match kind:
            case "Header":
                if text := self.text(content[2]):
                    yield Block(Kind.HEADING, text, level=content[0])
            case "Para" | "Plain":
                yield from self._paragraph(content, depth)
            case "BulletList":
                for item in content:
                    yield from self.blocks(item, depth + 1)
            case "OrderedList":
                yield from self._numbered(content, depth + 1)
            case "BlockQuote":
                yield from self.blocks(content, depth)
            case "Div" | "Figure":
                yield from self.blocks(content[-1], depth)
            case "Table":
                yield from self._rows(content)
            case _:
                yield from self._seldom(kind, content, depth)

    def _numbered(self, content: Any, depth: int) -> Iterator[Block]:
        for number, item in enumerate(content[1], content[0][0]):
            for block in self.blocks(item, depth):
                yield replace(block, mark=block.mark or f"{number}.")

    def _seldom(self, kind: str, content: Any, depth: int) -> Iterator[Block]:
        """Give the blocks of what few agreements have."""
        match kind:
            case "LineBlock":
                for line in content:
                    yield from self._paragraph(line, depth)
            case "DefinitionList":
                for term, meanings in content:
                    yield from self._paragraph(term, depth)
                    yield from self.blocks([block for meaning in meanings for block in meaning], depth)
            case "CodeBlock":
                yield Block(Kind.PARAGRAPH, content[1])

    def _paragraph(self, inlines: Sequence[Any], depth: int) -> Iterator[Block]:
        bold = self._bold_lead(inlines)
        for line in _unwrapped(self._inlines(inlines).strip(" ").split("\n")):
            yield _row(line) if depth < 0 and _is_row(line) else _line(_plain(line), bold, depth)
            bold = ""

    def _bold_lead(self, inlines: Sequence[Any]) -> str:
        found = ""
        for node in inlines:
            if node["t"] not in {"Strong", "Space"} and not (node["t"] == "Str" and node["c"] in {":", "."} and found):
                break
            found += self.text([node])
        return " ".join(found.split())

    def _rows(self, content: Any) -> Iterator[Block]:
        _, caption, _, head, bodies, foot = content
        yield from self.blocks(caption[1])
        rows = [*head[1], *(row for body in bodies for row in (*body[2], *body[3])), *foot[1]]
        for row in rows:
            cells = tuple("\n".join(block.text for block in self.blocks(cell[-1])) for cell in row[1])
            filled = tuple(cell for cell in cells if cell.strip())
            if filled:
                yield Block(Kind.ROW, " ".join(filled).replace("\n", " "), cells=filled)

    def text(self, inlines: Sequence[Any]) -> str:
        """Give the words of inlines; a broken line as a line of its own, a footnote as a small figure."""
        return self._inlines(inlines).replace(GAP, " ").strip(" ")

    def _inline(self, kind: str, content: Any) -> str:
        match kind:
            case "Str" | "Space" | "SoftBreak" | "LineBreak":
                return {"Str": str(content).replace("\u00ad", ""), "LineBreak": "\n"}.get(kind, " ")
            case "Superscript":
                return self.text(content).translate(_RAISED)
            case "Strikeout":
                return f"~~{self._inlines(content)}~~"
            case "Emph" | "Strong" | "Underline" | "SmallCaps" | "Subscript":
                return self._inlines(content)
            case "Quoted":
                return f"”{self.text(content[1])}”"
            case "Link" | "Span" | "Cite":
                return self._inlines(content[1])
            case "Code" | "Math":
                return str(content[1])
            case "Note":
                return self._note(content)
        return ""

    def _inlines(self, nodes: Sequence[Any]) -> str:
        return "".join(self._inline(node["t"], node.get("c")) for node in nodes)

    def _note(self, content: list[Any]) -> str:
        self.count += 1
        mark = str(self.count)
        self.notes.append((mark, content))
        return mark.translate(_RAISED)


def _unwrapped(lines: Sequence[str]) -> list[str]:
    """Join the lines that somebody has broken by hand at the margin, as text that was copied from a page is."""
    told = [line.strip() for line in lines if line.strip()]
    margin = max(map(len, told), default=0) * _NEAR_MARGIN if len(told) >= _MANY_LINES else _NEVER
    groups: list[list[str]] = []
    for line in told:
        if groups and _goes_on(groups[-1][-1], line, max(margin, _FEWEST_TO_MARGIN)):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [joined(group) if len(group) > 1 else group[0] for group in groups]


def _goes_on(before: str, line: str, margin: float) -> bool:
    """Tell whether a line goes on with the sentence of the line above: in small letters, or above is full of words."""
    if before.endswith((".", ":", "!", "?")) or _BULLET.match(line):
        return False
    is_prose = sum(word[:1].islower() for word in before.split()) >= _FEWEST_SMALL_WORDS
    return line[:1].islower() or (is_prose and len(before) >= margin)


def _plain(line: str) -> str:
    return " ".join(line.replace(GAP, " ").split())


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell for part in line.split(GAP) if (cell := _plain(part)))


def _is_row(line: str) -> bool:
    """Tell whether short texts stand beside each other on a line, as names of those who sign do: no label, no page."""
    cells = _cells(line)
    if len(cells) < _FEWEST_CELLS or max(map(len, cells)) > _LONGEST_CELL:
        return False
    first, last = cells[0], cells[-1]
    is_marked = len(first) <= _LONGEST_MARK or first[:1].isdecimal() or _BULLET.match(f"{first} x")
    return not (is_marked or first.endswith(":") or last.isdecimal())


def _row(line: str) -> Block:
    cells = _cells(line)
    return Block(Kind.ROW, " ".join(cells), cells=cells)


def _line(text: str, bold: str, depth: int) -> Block:
    """Make a block of a line; one that is bold and short is a heading, however it was made."""
    if depth < 0 and (mark := _BULLET.match(text)):
        lead = bold.removeprefix(mark[0].strip()).strip() if bold.startswith(mark[0].strip()) else ""
        return Block(Kind.ITEM, text[mark.end() :], lead=lead)
    if depth < 0 and not bold and (number := _NUMBER.match(text)):
        return Block(Kind.ITEM, text[number.end() :], mark=number[1])
    if depth >= 0:
        return Block(Kind.ITEM, text, level=depth, lead=bold)
    if bold == text and len(text) <= _LONGEST_HEADING and not text.endswith((".", ",")):
        return Block(Kind.HEADING, text.rstrip(":"), level=_BOLD_LEVEL)
    return Block(Kind.PARAGRAPH, text, lead=bold)


def blocks_of_tree(tree: Tree) -> list[Block]:
    """Give the blocks of pandoc's document: first those that it has taken for its title and what is said of it."""
    walk = _Walk()
    return [*_of_title(walk, tree.get("meta") or {}), *walk.blocks(tree["blocks"])]


def _of_title(walk: _Walk, meta: dict[str, Any]) -> Iterator[Block]:
    for key in _OF_TITLE:
        for kind, content in _said(meta.get(key)):
            if kind == "MetaBlocks":
                yield from walk.blocks(content)
            elif text := _plain(walk.text(content)):
                is_title = key == "title"
                yield Block(Kind.HEADING, text, level=1) if is_title else Block(Kind.PARAGRAPH, text)


def _said(value: Any) -> Iterator[tuple[str, Any]]:
    """Give the blocks and the words of a value, or of each in a list."""
    if value and value["t"] == "MetaList":
        for one in value["c"]:
            yield from _said(one)
    elif value and value["t"] in {"MetaBlocks", "MetaInlines"}:
        yield value["t"], value["c"]
