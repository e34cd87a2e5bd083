"""The text of a paragraph of a Word file, word by word, and two versions of it in one, with tracked changes.

Source: ISO/IEC 29500-1 (WordprocessingML), 17.13.5 on revisions.
"""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from samverkan.differing import Matcher

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    Element = ET.Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TOKENS = re.compile(r"\s+|\w+|[^\w\s]")
_FIELDS = frozenset({f"{W}fldChar", f"{W}instrText"})
_OF_FORM = frozenset({f"{W}pPr", f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}proofErr"})


@dataclass(frozen=True)
class Atom:
    """The smallest that is tracked: a word, a space, a tab, a footnote's mark, a picture.

    Attributes:
        says: what it says; two that say the same are the same.
        content: what stands in the run.
        form: the run's properties; None for none.
        link: the link that it is in; None for none.
    """

    says: str
    content: Element
    form: Element | None
    link: Element | None

    @property
    def is_field(self) -> bool:
        """Whether it is a part of a field, such as a table of contents, which stands as it is."""
        return self.content.tag in _FIELDS

    @property
    def together(self) -> tuple[int, str]:
        """What atoms have in common that can stand in one run."""
        return id(self.link) if self.link is not None else 0, "" if self.form is None else ET.tostring(
            self.form
        ).decode()


class Marks:
    """Makes the marks of tracked changes, each with a number of its own."""

    def __init__(self, author: str) -> None:
        """Take the name that stands beside each change."""
        self._author = author
        self._number = 900_000

    def mark(self, kind: str) -> Element:
        """Make a mark: `ins` for what has come, `del` for what has gone."""
        self._number += 1
        return ET.Element(f"{W}{kind}", {f"{W}id": str(self._number), f"{W}author": self._author})


def atoms_of(paragraph: Element, note: Callable[[str], str]) -> list[Atom]:
    """Take a paragraph apart.

    Args:
        paragraph: the paragraph.
        note: gives the text of a footnote by its number.
    """
    return list(_atoms(paragraph, note, None))


def _atoms(holder: Element, note: Callable[[str], str], link: Element | None) -> Iterator[Atom]:
    for child in holder:
        if child.tag == f"{W}r":
            yield from _of_run(child, note, link)
        elif child.tag not in _OF_FORM:
            yield from _atoms(child, note, child if child.tag == f"{W}hyperlink" else link)


def _of_run(run: Element, note: Callable[[str], str], link: Element | None) -> Iterator[Atom]:
    form = run.find(f"{W}rPr")
    for content in run:
        if content.tag == f"{W}rPr":
            continue
        if content.tag == f"{W}t":
            for token in _TOKENS.findall(content.text or ""):
                yield Atom(token, _text(token), form, link)
        elif content.tag == f"{W}footnoteReference":
            yield Atom(f"[{note(content.get(f'{W}id', ''))}]", content, form, link)
        else:
            yield Atom(f"<{content.tag}>{_alternative(content)}", content, form, link)


def _alternative(content: Element) -> str:
    return "".join(one.get("descr", "") for one in content.iter() if one.tag.endswith("}docPr"))


def _text(token: str) -> Element:
    made = ET.Element(f"{W}t", {SPACE: "preserve"})
    made.text = token
    return made


def merged(
    old: Sequence[Atom], new: Sequence[Atom], marks: Marks, keep: Callable[[Atom], Atom | None]
) -> list[Element]:
    """Put two versions of a text into one.

    Args:
        old: the text before.
        new: the text after.
        marks: makes the marks.
        keep: gives what stands in the file for something that has gone; None where nothing can.

    Returns:
        The runs, with what has come and gone in marks.
    """
    found: list[Element] = []
    matcher = Matcher([one.says for one in old], [one.says for one in new])
    for name, i, end, j, last in matcher.get_opcodes():
        if name == "equal":
            found += _runs(new[j:last])
        else:
            found += gone(old[i:end], marks, keep)
            found += come(new[j:last], marks)
    return found


def come(atoms: Iterable[Atom], marks: Marks) -> list[Element]:
    """Mark a text as one that has come; parts of fields stand unmarked, for half a field is none."""
    found: list[Element] = []
    for is_field, some in groupby(atoms, key=lambda one: one.is_field):
        runs = _runs(list(some))
        found += runs if is_field else [_marked(run, marks) for run in runs]
    return found


def _marked(run: Element, marks: Marks) -> Element:
    if run.tag != f"{W}hyperlink":
        mark = marks.mark("ins")
        mark.append(run)
        return mark
    inner = list(run)
    for one in inner:
        run.remove(one)
    run.extend(_marked(one, marks) for one in inner)
    return run


def gone(atoms: Iterable[Atom], marks: Marks, keep: Callable[[Atom], Atom | None]) -> list[Element]:
    """Mark a text as one that has gone; its links are words alone, and its fields are left out."""
    kept = [one for atom in atoms if not atom.is_field and (one := keep(atom)) is not None]
    found = []
    for run in _runs([Atom(one.says, one.content, one.form, None) for one in kept]):
        for text in run.findall(f"{W}t"):
            text.tag = f"{W}delText"
        mark = marks.mark("del")
        mark.append(run)
        found.append(mark)
    return found


def _runs(atoms: Sequence[Atom]) -> list[Element]:
    """Make runs, as few as can be, inside their links."""
    found: list[Element] = []
    link: Element | None = None
    for _, some in groupby(atoms, key=lambda one: one.together):
        group = list(some)
        run = _run(group)
        if group[0].link is None:
            link = None
            found.append(run)
        elif link is group[0].link:
            found[-1].append(run)
        else:
            link = group[0].link
            around = ET.Element(link.tag, link.attrib)
            around.append(run)
            found.append(around)
    return found


def _run(atoms: Sequence[Atom]) -> Element:
    run = ET.Element(f"{W}r")
    if atoms[0].form is not None:
        run.append(deepcopy(atoms[0].form))
    for is_text, some in groupby(atoms, key=lambda one: one.content.tag == f"{W}t"):
        if is_text:
            run.append(_text("".join(one.content.text or "" for one in some)))
        else:
            run.extend(deepcopy(one.content) for one in some)
    return run
