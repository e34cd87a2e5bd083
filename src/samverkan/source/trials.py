"""What a line that is not YAML was most likely meant to be: mends that are tried, and kept where they help.

The parser stops where it no longer understands the text, which is seldom where the mistake is. So each mend that fits
the lines around that place is tried on the block of lines that it stands in, likeliest first, until the parser gets
past the place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from samverkan.characters import HARD_SPACES
from samverkan.source.at_margin import indented
from samverkan.source.block_marks import text_beside_mark, with_mark
from samverkan.source.brace_slips import braces_for_item, lines_for_pairs
from samverkan.source.edits import of_line, of_lines, pasted
from samverkan.source.events import SyntaxFault, events
from samverkan.source.line_parts import QUOTED_PARTS, QUOTES, end_of_code
from samverkan.source.line_slips import CERTAIN, LIKELY, Change, in_words
from samverkan.source.own_notes import as_comment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.findings import Edit

_MOST_CHARACTERS = 50_000
"""In a block of lines that mends are tried on: more than anybody reads through for a mistake."""
_MOST_LINES_BACK = 200
_LINES_NEAR = 2
_MOST_QUOTES_TRIED = 20

_ENGLISH = re.compile(r"language: [\"']?en\b")
_LINE_LEAD = re.compile(r"\A([ ]*+)((?:-[ ]++)*)(?!-[ ])(?=\S)")
_KEY_OF_LINE = re.compile(r"\A([ ]*+)((?:-[ ]++)?)([a-z_]++):(?= |\Z)")
_ENDED_PAIR = re.compile(r"\A([ ]*+(?:-[ ]++)?)[a-z_]++: (?:[^\s\[{\"'|>]++|\[.*\]|\{.*\}|\"[^\"]*+\"|'[^']*+')[ ]*+\Z")
_BRACED_LINE = re.compile(r"\A([ ]+)\{")
_PAIR_WITHOUT_COMMA = re.compile(r"(?<=[^\s,{\[]) (?=[^\W\d]\w{0,40}: )")


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mistake that a mend has made good.

    Attributes:
        sentence: what is said of it.
        edit: the mend.
        line: where it is, from 0.
        column: likewise.
    """

    sentence: str
    edit: Edit
    line: int
    column: int


def mistake_at(lines: Sequence[str], line: int) -> Mistake | None:
    """Find the mistake that stopped the parser.

    Args:
        lines: the lines of the text.
        line: where the parser stopped, from 0.
    """
    for sentence, number, new, is_safe in _tries(lines, line):
        if new == lines[number]:
            continue
        edit = _edit(lines, number, new, is_safe=is_safe)
        if _helps(lines, edit, number, line):
            return Mistake(sentence, edit, number, _column(sentence, edit, lines[number]))
    return None


def is_past(lines: Sequence[str], first: int, last: int, stopped: int) -> bool:
    """Tell whether the parser gets past the line where it stopped without some lines around it.

    Args:
        lines: the lines of the text.
        first: the first of those, from 0.
        last: the last of them.
        stopped: where the parser stopped, from 0.
    """
    old = lines[first : last + 1]
    return _helps(lines, of_lines(first, old, [""] * len(old), is_safe=False), first, stopped)


def _edit(lines: Sequence[str], number: int, new: str | list[str], *, is_safe: bool) -> Edit:
    if isinstance(new, str):
        return of_line(number, lines[number], new, is_safe=is_safe)
    return of_lines(number, lines[number : number + len(new)], new, is_safe=is_safe)


def _column(sentence: str, edit: Edit, line: str) -> int:
    """Give the column to point at: that of the quote that is not closed, else that of what is changed."""
    if sentence == "syntax-quote":
        return QUOTED_PARTS.sub(lambda found: "x" * len(found.group()), line).find(edit.text)
    return min(edit.span.column - 1, max(0, len(line) - 1))


def _helps(lines: Sequence[str], edit: Edit, number: int, stopped: int) -> bool:
    """Tell whether the parser gets past the line where it stopped once an edit is made."""
    after, new = edit.span.end_line, pasted(lines, edit)
    begins = number if _is_at_edge(new[0]) else number - 1
    first, last = _block(lines, min(begins, stopped - 1), max(number, stopped, after - 1))
    block = [*lines[first:number], *new, *lines[after:last]]
    text = "\n".join(block)
    if len(text) > _MOST_CHARACTERS:
        return False
    try:
        for _ in events(text):
            pass
    except SyntaxFault as fault:
        said = f"{fault.context} {fault.problem}"
        is_cut_off = fault.line + 1 >= len(block) and ("end" in fault.problem or "flow" in said)
        return fault.line + first > max(stopped, number) and not is_cut_off
    return True


def _block(lines: Sequence[str], first: int, last: int) -> tuple[int, int]:
    """Give the lines from one that begins at the left edge to the next such line after some others."""
    first = max(0, first)
    while first > 0 and not _is_at_edge(lines[first]):
        first -= 1
    last += 1
    while last < len(lines) and not _is_at_edge(lines[last]):
        last += 1
    return first, last


def _is_at_edge(line: str) -> bool:
    return line[:1] not in {"", " ", "#", "}", "]", "-"} and line[:1] not in HARD_SPACES


_Try = tuple[str, int, str | list[str], bool]
"""A mend to try: what is said, the line from 0, it or several from it on as they are to be, and whether it is safe."""


def _tries(lines: Sequence[str], stopped: int) -> Iterator[_Try]:
    """Give the mends that fit, likeliest first."""
    near = [number for number in range(stopped, stopped - 1 - _LINES_NEAR, -1) if 0 <= number < len(lines)]
    yield from _loose_lines(lines, near, stopped)
    yield from _of_lines(lines, near, CERTAIN)
    yield from _block_marks(lines, near)
    yield from _unclosed_quotes(lines, stopped)
    language = "en" if any(_ENGLISH.match(line) for line in lines) else "sv"
    yield from _of_lines(lines, near, (("syntax-more-than", lambda line: in_words(line, language), False),))
    for number in near:
        yield from _pairs_on_line(lines, number)
    yield from _of_lines(lines, near, LIKELY)
    for number in near:
        yield from _missing_hyphen(lines, number)
        yield from _missing_key(lines, number)
        yield from _other_indents(lines, number)
    for number in (*near, *_opened_above(lines, stopped)):
        for new in _closed_brackets(lines[number]):
            yield "syntax-bracket", number, new, False


def _loose_lines(lines: Sequence[str], near: Sequence[int], stopped: int) -> Iterator[_Try]:
    """Make comments of notes, and indent lines at the left edge that belong to the text above."""
    notes: list[_Try] = [("syntax-own-note", row, note, False) for row in near if (note := as_comment(lines, row))]
    yield from (note for note in notes if not lines[note[1] - 1].strip())
    if at_margin := indented(lines, stopped):
        yield "syntax-at-margin", *at_margin, False
    yield from notes


def _of_lines(lines: Sequence[str], near: Sequence[int], changes: Sequence[Change]) -> Iterator[_Try]:
    for sentence, change, is_safe in changes:
        for number in near:
            if (new := change(lines[number])) is not None:
                yield sentence, number, new, is_safe


def _block_marks(lines: Sequence[str], near: Sequence[int]) -> Iterator[_Try]:
    """Part the mark of a text on several lines from its text, or write it where it was left out."""
    for number in near:
        if beside := text_beside_mark(lines, number):
            yield "syntax-beside-mark", number, beside, False
    for found in filter(None, (with_mark(lines, number) for number in near)):
        yield "syntax-no-mark", *found, False


def _pairs_on_line(lines: Sequence[str], number: int) -> Iterator[_Try]:
    """Part several keys on a line: in braces where they are all of an item, else each on a line of its own."""
    line, after = lines[number], lines[number + 1] if number + 1 < len(lines) else ""
    goes_on = _indent(after) == max(_columns(line), default=0) > 0
    if new := (None if goes_on else braces_for_item(line)) or lines_for_pairs(line):
        yield "syntax-keys-on-line", number, new, False


def _unclosed_quotes(lines: Sequence[str], stopped: int) -> Iterator[_Try]:
    """Close the nearest quote above that its own line does not close.

    It may be far above: such a text goes on to the next quote of the same sort, wherever that is.
    """
    left, tried = _MOST_CHARACTERS, 0
    for number in range(min(stopped, len(lines) - 1), -1, -1):
        left -= len(lines[number]) + 1
        if left < 0 or tried == _MOST_QUOTES_TRIED:
            return
        line = lines[number].rstrip()
        bare = QUOTED_PARTS.sub(lambda found: "x" * len(found.group()), line)
        start = min((bare.find(mark) for mark in QUOTES if mark in bare), default=-1)
        if start < 0 or bare[:start].rstrip()[-1:] not in {":", "-", "{", "[", ","}:
            continue
        tried += 1
        cut = len(line.rstrip("]}")) if _open_brackets(bare[:start]) else len(line)
        yield "syntax-quote", number, line[:cut] + line[start] + line[cut:], False
        yield "syntax-quote", number, line + line[start], False


def _missing_hyphen(lines: Sequence[str], number: int) -> Iterator[_Try]:
    """Begin an item where a line stands under the hyphens of a list and has the key that the items begin with.

    One in braces needs no more than another such item beside it.
    """
    yield from _missing_before_brace(lines, number)
    own = _KEY_OF_LINE.match(lines[number])
    if own is None:
        return
    above = (_KEY_OF_LINE.match(line) for line in reversed(lines[max(0, number - _MOST_LINES_BACK) : number]))
    near = next((match for match in above if match and len(match[1]) <= len(own[1])), None)
    if near and near[2] and not own[2] and (near[1], near[3]) == (own[1], own[3]):
        yield "syntax-no-hyphen", number, f"{own[1]}- {lines[number][len(own[1]) :]}", False


def _missing_before_brace(lines: Sequence[str], number: int) -> Iterator[_Try]:
    braced = _BRACED_LINE.match(lines[number])
    beside = (*lines[max(0, number - _LINES_NEAR) : number], *lines[number + 1 : number + 1 + _LINES_NEAR])
    if braced and any(line.startswith(f"{braced[1]}- ") for line in beside):
        yield "syntax-no-hyphen", number, f"{braced[1]}- {lines[number][len(braced[1]) :]}", False


def _missing_key(lines: Sequence[str], number: int) -> Iterator[_Try]:
    """Give a key to a line of text that stands among keys at their level, and goes on with nothing above it."""
    line = lines[number]
    own = _indent(line)
    above = next((other for other in reversed(lines[:number]) if other.strip()), "")
    key = _ENDED_PAIR.match(above)
    is_alone = own and key and len(key[1]) == own and _is_text_alone(line[own:])
    if is_alone and not any(other[own:].startswith("text:") for other in _beside(lines, number)):
        yield "syntax-no-key", number, f"{' ' * own}text: {line[own:]}", False


def _is_text_alone(text: str) -> bool:
    return text[:1].isupper() and ":" not in text and " #" not in text


def _beside(lines: Sequence[str], number: int) -> list[str]:
    """Give the lines of the part that a line stands in."""
    own, above = _indent(lines[number]), range(number - 1, -1, -1)
    begins = next((row for row in above if lines[row].strip() and _indent(lines[row]) < own), 0)
    below = takewhile(lambda line: not line.strip() or _indent(line) >= own, lines[number + 1 :])
    return [*lines[begins:number], *below]


def _other_indents(lines: Sequence[str], number: int) -> Iterator[_Try]:
    """Line a line up with those around it, the nearest step first."""
    line = lines[number]
    own = _indent(line)
    text = line[own:]
    if not text or text.startswith("#"):
        return
    columns = {column for other in lines[max(0, number - 30) : number + 2] for column in _columns(other)}
    above = next((other for other in reversed(lines[:number]) if other.strip()), "")
    before = max(_columns(above), default=0)
    for column in sorted(columns - {own}, key=lambda column: (abs(column - own), column != before, column)):
        is_one = abs(column - own) == 1
        if moved := _item_moved(lines, number, column - own):
            yield "syntax-indent-item", number, moved, is_one
        if moved := _keys_moved(lines, number, column - own):
            yield "syntax-indent-keys", number, moved, is_one
        yield ("syntax-indent-one" if is_one else "syntax-indent"), number, " " * column + text, is_one


def _item_moved(lines: Sequence[str], number: int, steps: int) -> list[str]:
    """Move an item with all that stands below it as far in or farther; nothing where its own lines do not fit it."""
    own, end = _indent(lines[number]), number + 1
    inner = max(_columns(lines[number]), default=own)
    if inner == own or end == len(lines) or _indent(lines[end]) != inner:
        return []
    while end < len(lines) and (not lines[end].strip() or _indent(lines[end]) >= own):
        end += 1
    while not lines[end - 1].strip():
        end -= 1
    return _shifted(lines[number:end], steps)


def _keys_moved(lines: Sequence[str], number: int, steps: int) -> list[str]:
    """Move several keys with what stands below them as far in or farther; nothing where no other key stands by one."""
    own = _indent(lines[number])
    end, keys = number, 0
    while end < len(lines) and (not lines[end].strip() or _indent(lines[end]) > own or _is_key_at(lines[end], own)):
        keys += _is_key_at(lines[end], own)
        end += 1
    if keys <= 1 or not own or not _is_key_at(lines[number], own):
        return []
    while not lines[end - 1].strip():
        end -= 1
    return _shifted(lines[number:end], steps)


def _is_key_at(line: str, column: int) -> bool:
    key = _KEY_OF_LINE.match(line)
    return key is not None and len(key[1]) == column and not key[2]


def _shifted(lines: Sequence[str], steps: int) -> list[str]:
    return [" " * (_indent(line) + steps) + line.lstrip(" ") if line.strip() else line for line in lines]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _columns(line: str) -> Iterator[int]:
    """Give the columns at which a line begins: where it is indented to, and where its text begins after hyphens."""
    match = _LINE_LEAD.match(line)
    if match and not line.lstrip().startswith("#"):
        yield len(match[1])
        yield len(match[1]) + len(match[2])


def _opened_above(lines: Sequence[str], stopped: int) -> list[int]:
    """Give the nearest line above that opens more brackets than it closes."""
    for number in range(min(stopped, len(lines) - 1), max(-1, stopped - _MOST_LINES_BACK), -1):
        if _open_brackets(lines[number]):
            return [number]
    return []


def _open_brackets(line: str) -> str:
    """Give what closes the brackets that a line leaves open."""
    bare = QUOTED_PARTS.sub("", line)
    left = ""
    for character in bare:
        if character in "[{":
            left = ("]" if character == "[" else "}") + left
        elif left.startswith(character) and character in "]}":
            left = left[1:]
    return left


def _closed_brackets(line: str) -> Iterator[str]:
    end = end_of_code(line)
    code, comment = line[:end], line[end:].rstrip()
    if left := _open_brackets(code):
        if code[-1:] in {"]", "}"}:  # the wrong one
            yield code[:-1] + left + comment
        yield code.rstrip(",") + left + comment
    missing = _PAIR_WITHOUT_COMMA.search(line)
    if missing and ("{" in line[: missing.start()] or "[" in line[: missing.start()]):
        yield line[: missing.start()] + ", " + line[missing.end() :]
