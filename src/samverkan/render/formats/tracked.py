"""Two versions of a Word file in one, with what differs as tracked changes.

Who accepts them all has the later version, and who rejects them all the earlier one's text.
"""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from copy import deepcopy
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from samverkan.differing import Matcher
from samverkan.render.formats.tracked_parts import Earlier, Later
from samverkan.render.formats.tracked_text import Atom, Marks, W, atoms_of, come, gone, merged

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Element = ET.Element

_AUTHOR = "samverkan compare"
_BLOCKS = frozenset({f"{W}p", f"{W}tbl"})
_ALIKE = 0.4
_MOST_PAIRS = 100_000
"""Of more blocks in a row that are not the same, those that stand near each other are compared."""
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def tracked(before: bytes, after: bytes) -> bytes:
    """Make a Word file of two.

    Args:
        before: the earlier version, as `docx` makes it.
        after: the later version, as `docx` makes it; its look and its page heads are kept.
    """
    with zipfile.ZipFile(io.BytesIO(before)) as one, zipfile.ZipFile(io.BytesIO(after)) as other:
        later = Later({name: other.read(name) for name in other.namelist()})
        earlier = Earlier({name: one.read(name) for name in one.namelist()}, later)
    _Tracking(earlier, later).of_blocks(earlier.body, later.body, is_cell=False)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        for name, part in later.finished().items():
            made.writestr(zipfile.ZipInfo(name, _EARLIEST), part, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


class _Tracking:
    def __init__(self, earlier: Earlier, later: Later) -> None:
        self.earlier, self.later = earlier, later
        self.marks = Marks(_AUTHOR)

    def of_blocks(self, old: Element, new: Element, *, is_cell: bool) -> None:
        """Write what differs between the paragraphs and tables of two bodies, or two cells, into the later one."""
        left, right = [one for one in old if one.tag in _BLOCKS], [one for one in new if one.tag in _BLOCKS]
        pairs = dict(_paired(left, right, is_cell=is_cell))
        passed = 0
        for place, block in enumerate(right):
            at = list(new).index(block)
            i = pairs.get(place)
            if i is not None:
                for one in left[passed:i]:
                    new.insert(at, self.gone(one))
                    at += 1
                passed = i + 1
                self.of_pair(left[i], block)
            else:
                self.come(block)
        last = list(new).index(right[-1]) + 1 if right else len(new)
        for one in reversed(left[passed:]):
            new.insert(last, self.gone(one))

    def of_pair(self, old: Element, new: Element) -> None:
        """Write what differs between two paragraphs, or two tables, into the later one."""
        if self.says(old, self.earlier) == self.says(new, self.later):
            return
        if new.tag == f"{W}tbl":
            self.of_rows(old, new)
            return
        runs = merged(self.atoms(old, self.earlier), self.atoms(new, self.later), self.marks, self.earlier.kept)
        _fill(new, runs)

    def of_rows(self, old: Element, new: Element) -> None:
        """Write what differs between the rows of two tables into the later one."""
        left, right = old.findall(f"{W}tr"), new.findall(f"{W}tr")
        pairs = dict(_paired(left, right, is_cell=False))
        passed = 0
        for place, row in enumerate(right):
            i = pairs.get(place)
            cells = [] if i is None else left[i].findall(f"{W}tc")
            if i is None or len(cells) != len(row.findall(f"{W}tc")):
                self.come_row(row)
                continue
            at = list(new).index(row)
            for one in left[passed:i]:
                new.insert(at, self.gone_row(deepcopy(one)))
                at += 1
            passed = i + 1
            for cell, other in zip(cells, row.findall(f"{W}tc"), strict=True):
                self.of_blocks(cell, other, is_cell=True)
        for one in left[passed:]:
            new.append(self.gone_row(deepcopy(one)))

    def come(self, block: Element) -> None:
        """Mark a paragraph or a table as one that has come."""
        if block.tag == f"{W}tbl":
            for row in block.findall(f"{W}tr"):
                self.come_row(row)
            return
        _fill(block, come(self.atoms(block, self.later), self.marks))
        _mark_end(block, self.marks.mark("ins"))

    def come_row(self, row: Element) -> None:
        """Mark a row as one that has come."""
        _mark_row(row, self.marks.mark("ins"))
        for paragraph in row.iter(f"{W}p"):
            _fill(paragraph, come(self.atoms(paragraph, self.later), self.marks))

    def gone(self, block: Element) -> Element:
        """Give a paragraph or a table of the earlier version, marked as one that has gone."""
        made = deepcopy(block)
        if made.tag == f"{W}tbl":
            for row in made.findall(f"{W}tr"):
                self.gone_row(row)
            return made
        self.empty(made)
        _mark_end(made, self.marks.mark("del"))
        return made

    def gone_row(self, row: Element) -> Element:
        """Mark a row of the earlier version as one that has gone."""
        _mark_row(row, self.marks.mark("del"))
        for paragraph in list(row.iter(f"{W}p")):
            self.empty(paragraph)
        return row

    def empty(self, paragraph: Element) -> None:
        """Mark all that a paragraph of the earlier version says as gone, with what it needs in the later file."""
        runs = gone(self.atoms(paragraph, self.earlier), self.marks, self.earlier.kept)
        for child in list(paragraph):
            if child.tag != f"{W}pPr":
                paragraph.remove(child)
        paragraph.extend(runs)
        self.earlier.carry_numbering(paragraph)

    @staticmethod
    def atoms(paragraph: Element, file: Earlier | Later) -> list[Atom]:
        """Take a paragraph of one of the files apart."""
        return atoms_of(paragraph, file.note)

    def says(self, block: Element, file: Earlier | Later) -> list[list[str]]:
        """Give what each paragraph of a block says."""
        return [[atom.says for atom in self.atoms(one, file)] for one in block.iter(f"{W}p")]


def _paired(left: Sequence[Element], right: Sequence[Element], *, is_cell: bool) -> Iterable[tuple[int, int]]:
    """Pair blocks that have come from each other, in order: the later one's place, and the earlier one's."""
    one, other = ([(block.tag, _plain(block)) for block in some] for some in (left, right))
    found: list[tuple[int, int]] = []
    for name, i, end, j, last in Matcher(one, other).get_opcodes():
        if name == "equal":
            found += zip(range(j, last), range(i, end), strict=True)
        elif name == "replace":
            found += _alike(left, right, range(i, end), range(j, last))
    return _with_last(found, left, right) if is_cell and left and right else found


def _with_last(
    found: Sequence[tuple[int, int]], left: Sequence[Element], right: Sequence[Element]
) -> list[tuple[int, int]]:
    """Pair the last paragraphs of two cells too: a cell always ends with one, so that it can neither come nor go."""
    last = len(right) - 1, len(left) - 1
    return [*(pair for pair in found if pair[0] != last[0] and pair[1] != last[1]), last]


def _alike(left: Sequence[Element], right: Sequence[Element], old: range, new: range) -> Iterable[tuple[int, int]]:
    passed, most = old.start, max(1, _MOST_PAIRS // len(new))
    words = {i: Counter(_plain(left[i]).split()) for i in old}
    for j in new:
        own = Counter(_plain(right[j]).split())
        near = range(passed, min(old.stop, passed + most))
        scored = [(_likeness(words[i], own), -i) for i in near if left[i].tag == right[j].tag]
        best = max(scored, default=(0.0, 0))
        if best[0] >= _ALIKE:
            passed = 1 - best[1]
            yield j, -best[1]


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    whole = one.total() + other.total()
    return 2 * (one & other).total() / whole if whole else 0.0


def _plain(block: Element) -> str:
    return " ".join("".join(one.text or "" for one in p.iter(f"{W}t")) for p in block.iter(f"{W}p"))


def _fill(paragraph: Element, runs: Iterable[Element]) -> None:
    """Put runs in the place of a paragraph's own; where bookmarks begin and end is kept."""
    form = [one for one in paragraph if one.tag == f"{W}pPr"]
    begin = list(paragraph.iter(f"{W}bookmarkStart"))
    end = list(paragraph.iter(f"{W}bookmarkEnd"))
    for child in list(paragraph):
        paragraph.remove(child)
    paragraph.extend([*form, *begin, *runs, *end])


def _mark_end(paragraph: Element, mark: Element) -> None:
    """Mark the end of a paragraph: what is accepted or rejected with it is the paragraph itself."""
    own = ET.Element(f"{W}rPr")
    own.append(mark)
    for form in paragraph.findall(f"{W}pPr"):  # pandoc writes one in each paragraph, and no properties of its end
        section = form.find(f"{W}sectPr")
        form.insert(len(form) if section is None else list(form).index(section), own)


def _mark_row(row: Element, mark: Element) -> None:
    for form in row.findall(f"{W}trPr"):  # each row that `docx` makes has one
        form.append(mark)
