"""What a line that is not YAML was most likely meant to be: mends that are tried, and kept where they help.

The parser stops where it no longer understands the text, which is seldom where the mistake is. So each mend that fits
the lines around that place is tried on the block of lines that it stands in, likeliest first, until the parser gets
past the place.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samverkan.characters import BULLETS, CURLED, HARD_SPACES
from samverkan.source.edits import of_line, pasted
from samverkan.source.events import SyntaxFault, events
from samverkan.source.quoting import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.findings import Edit

_MOST_CHARACTERS = 50_000
"""In a block of lines that mends are tried on: more than anybody reads through for a mistake."""
_MOST_LINES_BACK = 200
_LINES_NEAR = 2

_LEAD = r"(?P<lead>[ ]*+(?:-[ ]++)*+)"
_KEY = r"[^\W\d]\w*+"
_QUOTES = "\"'"
_CODE = re.compile(rf"\A{_LEAD}(?P<key>{_KEY}:[ ]++)?+(?P<value>\S)")
_PAIR = re.compile(r"[{,] ?(?:[^\W\d]\w{0,40}): ")
_QUOTED = re.compile(r"\A(?:\"[^\"]*+\"|'[^']*+')[^,}\"']++(?=[,}])")
_ODD = f"[{HARD_SPACES} ]"
_HARD = re.compile(rf"\A({_ODD}*+)((?:-{_ODD}++)*+)(?:({_KEY}){_ODD}*+:{_ODD}++)?+")
_ANY_HARD = re.compile(f"[{HARD_SPACES}]")
_JOINED = re.compile(rf"\A({_LEAD}{_KEY}):(?!//)(?=[^\s:])")
_OTHER_MARK = re.compile(rf"\A({_LEAD}[a-z_]++) ?[;=] ?(?=\S)")
_SPACE_ALONE = re.compile(rf"\A({_LEAD}[a-z_]++)[ ]++(?=\S)")
_BULLET = re.compile(rf"\A([ ]*+)[{BULLETS}*][{HARD_SPACES} ]++(?=\S)")
_HYPHEN = re.compile(r"\A([ ]*+)-(?=[^\s\d-])")
_COLON_INSIDE = re.compile(r":(?: |\Z)")
_BACKSLASH = re.compile(r"\A\"[^\"\\]*+\\")
_BRACKET = re.compile(r"\A(?:\[[^\[\]]*+\]|\{[^{}]*+\})\s*+[^\s#]")
_LINE_LEAD = re.compile(r"\A([ ]*+)((?:-[ ]++)*+)(?=\S)")
_COMMENT = re.compile(r"(?<!\S)#(?=\s|\Z)")
_HASH = re.compile(r": (?P<value>#[\w-]++)(?=\s*+[,}\]])")
_VALUE_IN_BRACES = re.compile(r"[^,{}\[\]\"']++")
_ONE_MORE_KEY = re.compile(r"\S [a-z_]++\Z")
_PAIRS = re.compile(r"[a-z_]{1,40}: [^,:{}\[\]]++(?:, ?[a-z_]{1,40}: [^,:{}\[\]]++)*+")
_QUOTED_PARTS = re.compile(r"\"[^\"]*+\"|'[^']*+'")
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
        edit = of_line(number, lines[number], new, is_safe=is_safe)
        if _helps(lines, edit, number, line):
            return Mistake(sentence, edit, number, _column(sentence, edit, lines[number]))
    return None


def _column(sentence: str, edit: Edit, line: str) -> int:
    """Give the column to point at: that of the quote that is not closed, else that of what is changed."""
    if sentence == "syntax-quote":
        return _QUOTED_PARTS.sub(lambda found: "x" * len(found.group()), line).find(edit.text)
    return min(edit.span.column - 1, max(0, len(line) - 1))


def _helps(lines: Sequence[str], edit: Edit, number: int, stopped: int) -> bool:
    """Tell whether the parser gets past the line where it stopped once an edit is made."""
    first, last = _block(lines, min(number, stopped - 1), max(number, stopped))
    block = [*lines[first:number], *pasted(lines, edit), *lines[number + 1 : last]]
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


_Try = tuple[str, int, str, bool]


def _tries(lines: Sequence[str], stopped: int) -> Iterator[_Try]:
    """Give the mends that fit, likeliest first: what is said, the line from 0, the new line, and whether it is safe."""
    near = [number for number in range(stopped, stopped - 1 - _LINES_NEAR, -1) if 0 <= number < len(lines)]
    yield from _of_lines(lines, near, _CERTAIN)
    yield from _unclosed_quotes(lines, stopped)
    yield from _of_lines(lines, near, _LIKELY)
    for number in near:
        yield from _other_indents(lines, number)
    for number in (*near, *_opened_above(lines, stopped)):
        for new in _closed_brackets(lines[number]):
            yield "syntax-bracket", number, new, False


_Change = tuple[str, Callable[[str], str | None], bool]
"""What is said, what makes another line of a line where it fits, and whether that is safe."""


def _of_lines(lines: Sequence[str], near: Sequence[int], changes: Sequence[_Change]) -> Iterator[_Try]:
    for sentence, change, is_safe in changes:
        for number in near:
            if (new := change(lines[number])) is not None:
                yield sentence, number, new, is_safe


def _with_spaces(line: str) -> str | None:
    """Put ordinary spaces where hard ones stand before, or just after, what the line says in YAML."""
    match = _HARD.match(line)
    if match is None or not _ANY_HARD.search(match.group()):
        return None
    indent, dashes = (_ANY_HARD.sub(" ", match[i]) for i in (1, 2))
    key = f"{match[3]}: " if match[3] else ""
    return indent + dashes + key + line[match.end() :]


def _space_after_colon(line: str) -> str | None:
    match = _JOINED.match(line)
    return f"{match[1]}: {line[match.end() :]}" if match else None


def _colon_for_another_mark(line: str) -> str | None:
    match = _OTHER_MARK.match(line)
    return f"{match[1]}: {line[match.end() :]}" if match else None


def _colon_for_a_space(line: str) -> str | None:
    match = _SPACE_ALONE.match(line)
    return f"{match[1]}: {line[match.end() :]}" if match and ": " not in line else None


def _parted(line: str) -> tuple[str, str, str]:
    """Part a line into what stands before its value, the value, and a comment; all empty where it has no value."""
    match = _CODE.match(line)
    if match is None or not (match["key"] or match["lead"].strip()):
        return "", "", ""
    start = match.start("value")
    end = _end_of_code(line)
    return line[:start], line[start:end], line[end:].rstrip()


def _end_of_code(line: str) -> int:
    """Give the column where a line ends but for a comment and the spaces before it."""
    comment = _COMMENT.search(_QUOTED_PARTS.sub(lambda found: "x" * len(found.group()), line))
    return len(line[: comment.start()].rstrip()) if comment else len(line.rstrip())


def _straight_quotes(line: str) -> str | None:
    head, value, comment = _parted(line)
    if len(value) < 2 or value[0] not in CURLED or value[-1] not in CURLED:  # noqa: PLR2004
        return None
    return head + quoted(value[1:-1]) + comment


def _whole_in_quotes(line: str) -> str | None:
    """Quote a whole value that begins with a quote and goes on after it."""
    for pair in _PAIR.finditer(line):
        if inner := _QUOTED.match(line[pair.end() :]):
            end = pair.end() + inner.end()
            return line[: pair.end()] + quoted(inner.group()) + line[end:]
    head, value, comment = _parted(line)
    mark = value[:1]
    if mark not in _QUOTES or value.count(mark) < 2:  # noqa: PLR2004
        return None
    whole = value[1:-1] if value.endswith(mark) and value.count(mark) != 2 else value  # noqa: PLR2004
    return head + quoted(whole) + comment


def _quotes_for_colon(line: str) -> str | None:
    head, value, comment = _parted(line)
    if value[:1] in {"{", "["}:
        return _quotes_for_colon_in_braces(line)
    return head + quoted(value) + comment if _COLON_INSIDE.search(value) else None


def _quotes_for_colon_in_braces(line: str) -> str | None:
    """Quote a value between braces that has a colon in it, and is not two values that lack a comma between them."""
    for pair in _PAIR.finditer(line):
        met = _VALUE_IN_BRACES.match(line, pair.end())
        colon = _COLON_INSIDE.search(met.group()) if met else None
        if met and colon and not _ONE_MORE_KEY.search(met.group()[: colon.start()]):
            return line[: pair.end()] + quoted(met.group()) + line[met.end() :]
    return None


def _quotes_for_hash(line: str) -> str | None:
    """Quote a value that begins with the mark of comments, as colours do."""
    found = _HASH.search(line)
    return line[: found.start("value")] + quoted(found["value"]) + line[found.end("value") :] if found else None


def _braces_for_pairs(line: str) -> str | None:
    """Put braces around keys with values that stand on the line of the key that they belong to."""
    head, value, comment = _parted(line)
    inner = value[1:-1] if value[:1] == "(" and value[-1:] == ")" else value
    is_meant = _PAIRS.fullmatch(inner) and (inner != value or "," in inner)
    return f"{head}{{{inner}}}{comment}" if is_meant else None


def _without_hyphen(line: str) -> str | None:
    """Leave out the hyphen of a list before a value on the line of its key."""
    head, value, comment = _parted(line)
    return head + value[2:].lstrip() + comment if ": " in head and value.startswith("- ") else None


def _quotes_for_backslash(line: str) -> str | None:
    head, value, comment = _parted(line)
    return head + quoted(value[1:-1]) + comment if _BACKSLASH.match(value) and value.count('"') == 2 else None  # noqa: PLR2004


def _quotes_for_start(line: str) -> str | None:
    head, value, comment = _parted(line)
    return head + quoted(value) + comment if value and value[0] in "@`%!&*|>]},?" else None


def text_in_quotes(lines: Sequence[str], line: int, column: int) -> Edit | None:
    """Tell how a text that begins with a mark of YAML is put in quotes; None where it does not begin at that place."""
    old = lines[line]
    head = _parted(old)[0]
    new = _quotes_for_start(old)
    return of_line(line, old, new, is_safe=False) if new and len(head) == column else None


def _quotes_for_bracket(line: str) -> str | None:
    head, value, comment = _parted(line)
    return head + quoted(value) + comment if _BRACKET.match(value) else None


def _hyphen_for_bullet(line: str) -> str | None:
    match = _BULLET.match(line)
    return f"{match[1]}- {line[match.end() :]}" if match else None


def _space_after_hyphen(line: str) -> str | None:
    match = _HYPHEN.match(line)
    return f"{match[1]}- {line[match.end() :]}" if match else None


_CERTAIN: tuple[_Change, ...] = (
    ("hard-space", _with_spaces, True),
    ("syntax-space", _space_after_colon, True),
    ("syntax-mark", _colon_for_another_mark, True),
    ("syntax-bullet", _hyphen_for_bullet, True),
    ("syntax-hyphen", _space_after_hyphen, True),
)
_LIKELY: tuple[_Change, ...] = (
    ("syntax-curled", _straight_quotes, True),
    ("syntax-escape", _quotes_for_backslash, True),
    ("syntax-after-quote", _whole_in_quotes, True),
    ("syntax-start", _quotes_for_start, True),
    ("syntax-list-start", _quotes_for_bracket, True),
    ("syntax-hash", _quotes_for_hash, False),
    ("syntax-list-on-line", _without_hyphen, False),
    ("syntax-braces", _braces_for_pairs, False),
    ("syntax-colon", _quotes_for_colon, True),
    ("syntax-no-colon", _colon_for_a_space, False),
)


def _unclosed_quotes(lines: Sequence[str], stopped: int) -> Iterator[_Try]:
    """Close the nearest quote above that its own line does not close."""
    for number in range(min(stopped, len(lines) - 1), max(-1, stopped - _MOST_LINES_BACK), -1):
        line = lines[number].rstrip()
        bare = _QUOTED_PARTS.sub(lambda found: "x" * len(found.group()), line)
        start = min((bare.find(mark) for mark in _QUOTES if mark in bare), default=-1)
        if start < 0 or bare[:start].rstrip()[-1:] not in {":", "-", "{", "[", ","}:
            continue
        cut = len(line.rstrip("]}")) if _open_brackets(bare[:start]) else len(line)
        yield "syntax-quote", number, line[:cut] + line[start] + line[cut:], False
        yield "syntax-quote", number, line + line[start], False


def _other_indents(lines: Sequence[str], number: int) -> Iterator[_Try]:
    """Line a line up with those around it, the nearest step first."""
    line = lines[number]
    own = len(line) - len(line.lstrip(" "))
    text = line[own:]
    if not text or text.startswith("#"):
        return
    columns = {column for other in lines[max(0, number - 30) : number + 2] for column in _columns(other)}
    above = next((other for other in reversed(lines[:number]) if other.strip()), "")
    before = len(above) - len(above.lstrip(" "))
    for column in sorted(columns - {own}, key=lambda column: (abs(column - own), column != before, column)):
        yield (
            "syntax-indent-one" if abs(column - own) == 1 else "syntax-indent",
            number,
            " " * column + text,
            (abs(column - own) == 1),
        )


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
    bare = _QUOTED_PARTS.sub("", line)
    left = ""
    for character in bare:
        if character in "[{":
            left = ("]" if character == "[" else "}") + left
        elif left.startswith(character) and character in "]}":
            left = left[1:]
    return left


def _closed_brackets(line: str) -> Iterator[str]:
    end = _end_of_code(line)
    code, comment = line[:end], line[end:].rstrip()
    if left := _open_brackets(code):
        if code[-1:] in {"]", "}"}:  # the wrong one
            yield code[:-1] + left + comment
        yield code.rstrip(",") + left + comment
    missing = _PAIR_WITHOUT_COMMA.search(line)
    if missing and ("{" in line[: missing.start()] or "[" in line[: missing.start()]):
        yield line[: missing.start()] + ", " + line[missing.end() :]
