"""A sheet as pandoc's blocks, with Word's own code for content controls, which pandoc has no words for."""

from __future__ import annotations

import re
from html import escape
from itertools import count
from typing import TYPE_CHECKING

from samverkan.editable.sheet import Heading, Label, Value
from samverkan.words.editable import EDITABLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.editable.sheet import Block, Place
    from samverkan.render.formats.tree import Blocks, Node
    from samverkan.words.sentence import Language

BOOKMARK = "samverkan_"
"""What the names of bookmarks around values begin with: programs that drop the controls keep these."""
_LONGEST_NAME = 64
"""Of a control's title and tag: Word opens no file with longer ones."""
_FIRST_ID = 700_000
_NO_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SHADE = '<w:rPr><w:shd w:val="clear" w:color="auto" w:fill="EEF1F5"/></w:rPr>'
_BREAK = "<w:r><w:br/></w:r>"


def tag_of(place: Place) -> str:
    """Write where a value stands as the tag of its control: `parties/kommunen/name`; cut off where it is long."""
    return "/".join(map(str, place))[:_LONGEST_NAME]


def name_of(title: str) -> str:
    """Give the title of a value's control."""
    return title if len(title) <= _LONGEST_NAME else title[: _LONGEST_NAME - 1] + "…"


def head_of(title: str, language: Language, own_id: str, code: str) -> tuple[str, ...]:
    """Give the lines above a sheet: the document's title, how to write in it, and what it was made of."""
    mark = EDITABLE["editable-mark"].with_fields(id=own_id, code=code)
    return title, EDITABLE["editable-intro"].say(language), mark.say(language)


def blocks_of(sheet: Iterable[Block], head: tuple[str, ...]) -> Blocks:
    """Write a sheet as pandoc's blocks.

    Args:
        sheet: what stands on it.
        head: the lines above it; see `head_of`.
    """
    title, *details = head
    return [_styled("Title", title), *(_styled("Details", line) for line in details), *_written(sheet)]


def _written(sheet: Iterable[Block]) -> Iterator[Node]:
    numbers = count()
    for block in sheet:
        match block:
            case Heading():
                yield {"t": "Header", "c": [block.level, ["", [], []], [_string(block.text)]]}
            case Label():
                label = _fixed(f"{block.title}: ") if block.title else ""
                yield _raw(f"<w:p>{label}{_run(block.text)}</w:p>")
            case _:
                yield _raw(_value(block, next(numbers)))


def _value(value: Value, number: int) -> str:
    if not value.is_prose:
        label = _fixed(f"{value.label}: ") if value.label else ""
        return f"<w:p>{label}{_marked(_control(value, number, _shaded(value.text)), number)}</w:p>"
    label = f"<w:p><w:pPr><w:keepNext/></w:pPr>{_fixed(value.label)}</w:p>" if value.label else ""
    paragraphs = "".join(f"<w:p>{_shaded(part)}</w:p>" for part in value.text.split("\n\n"))
    return label + _marked(_control(value, number, paragraphs), number)


def _marked(inside: str, number: int) -> str:
    mark = _FIRST_ID + number
    start = f'<w:bookmarkStart w:id="{mark}" w:name="{BOOKMARK}{number}"/>'
    return f'{start}{inside}<w:bookmarkEnd w:id="{mark}"/>'


def _control(value: Value, number: int, inside: str) -> str:
    names = f'<w:alias w:val="{_escaped(name_of(value.title))}"/><w:tag w:val="{_escaped(tag_of(value.place))}"/>'
    head = f'{names}<w:id w:val="{_FIRST_ID + number}"/><w:lock w:val="sdtLocked"/>'
    items = "".join(_item(choice, name or choice) for choice, name in value.choices)
    choice = f"<w:dropDownList>{items}</w:dropDownList>" if items else ""
    return f"<w:sdt><w:sdtPr>{head}{choice}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def _item(choice: str, name: str) -> str:
    return f'<w:listItem w:displayText="{_escaped(name)}" w:value="{_escaped(choice)}"/>'


def _shaded(text: str) -> str:
    return _BREAK.join(_run(line, _SHADE) for line in text.split("\n"))


def _fixed(text: str) -> str:
    return _run(text, "<w:rPr><w:b/></w:rPr>")


def _run(text: str, look: str = "") -> str:
    return f'<w:r>{look}<w:t xml:space="preserve">{_escaped(text)}</w:t></w:r>'


def _escaped(text: str) -> str:
    return escape(_NO_XML.sub("\ufffd", text))


def _raw(code: str) -> Node:
    return {"t": "RawBlock", "c": ["openxml", code]}


def _styled(style: str, text: str) -> Node:
    return {"t": "Div", "c": [["", [], [["custom-style", style]]], [{"t": "Para", "c": [_string(text)]}]]}


def _string(text: str) -> Node:
    return {"t": "Str", "c": text}
