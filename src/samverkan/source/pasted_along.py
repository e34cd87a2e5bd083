"""What a whole text shows of where it came from: marks that were pasted along, JSON, or no YAML at all."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from samverkan.findings import Edit, Span
from samverkan.source.edits import of_lines
from samverkan.source.faults import Fault, point
from samverkan.source.lines import end_of_run, lines_of
from samverkan.source.tables import table_in_markdown

if TYPE_CHECKING:
    from collections.abc import Sequence

_QUOTE = re.compile(r"(?:> ?)+")
_NUMBER = re.compile(r"\A[ \t]*+(?P<number>[0-9]{1,4})(?:[ \t]*+[|:.)]|)(?:[ \t]|\Z)")
_QUOTED_LINE = re.compile(r"\A[ ]*+>(?: ?>)*(?: |\Z)")
_KEY_ALONE = re.compile(r"\A([ ]*+(?:-[ ]++)?)[a-z_]++:[ ]*+\Z")
_FENCE = re.compile(r"\A[ ]*+(?:```|~~~)[ ]*+[a-zA-Z]*+[ ]*+\Z")
_PAGE_FOOT = re.compile(
    r"\A[ \t]*+(?:sid(?:a|an|nr)?|page) ?[0-9]{1,4}(?: ?(?:av|of|/|\() ?[0-9]{1,4}\)?)?[ \t]*+\Z", re.IGNORECASE
)
_STEP = 2
_FEWEST = 2
_FEWEST_NUMBERED = 3
_MOST_CHARACTERS = 100_000
_OTHER_FORMATS = (
    (re.compile(r"\{\\rtf"), "syntax-rtf"),
    (re.compile(r"<!doctype html|<html|<\?xml", re.IGNORECASE), "syntax-html"),
)
_OURS = re.compile(r"^(?:[^\w\n]|\d)*(?:samverkan|kind|id|title|parties)[\"'*]*[ \t]?[:=;]", re.MULTILINE)
_LINE_OF_YAML = re.compile(r"\A\s*+(?:- |[{}\[\]#]|[\"']?[\w-]++[\"']?:(?:\s|\Z))")
_BRACKETS = {"{": "}", "[": "]"}
_JSON_TOKENS = re.compile(r"\"(?:[^\"\\]|\\.)*\"?|[\[\]{}]")


def pasted_along(text: str, stopped: int) -> Fault | None:
    """Tell what is wrong with a text as a whole that the parser cannot read; None where nothing of this is.

    Args:
        text: the text.
        stopped: the line where the parser stopped, from 0.
    """
    if other := next((name for pattern, name in _OTHER_FORMATS if pattern.match(text.lstrip())), None):
        return Fault(other, point(0, 0))
    lines = lines_of(text)
    if found := _copied(lines, stopped):
        return found
    if text.lstrip()[:1] in _BRACKETS and len(text) <= _MOST_CHARACTERS:
        return _as_json(text)
    return None if _OURS.search(text) or _has_keys(lines) else Fault("syntax-prose", point(0, 0, len(lines[0])))


def _copied(lines: Sequence[str], stopped: int) -> Fault | None:
    """Find what a text has brought along from where it was copied."""
    whole = numbered(lines) or _quoted_under_key(lines, stopped) or _as_quoted(lines, stopped)
    return whole or _in_fence(lines) or _page_foot(lines, stopped) or table_in_markdown(lines, stopped)


def is_prose(text: str) -> bool:
    """Tell whether a text is running text, with nothing in it that YAML is written with."""
    written = [line.strip() for line in lines_of(text) if line.strip()]
    return len(written) > 1 and all(
        line[0].isalpha() and " " in line and not _LINE_OF_YAML.match(line) for line in written
    )


def _has_keys(lines: Sequence[str]) -> bool:
    """Tell whether half the lines or more look like those of YAML."""
    written = [line for line in lines if line.strip()]
    return sum(_LINE_OF_YAML.match(line) is not None for line in written) * 2 >= len(written)


def numbered(lines: Sequence[str]) -> Fault | None:
    """Find the numbers of lines that were copied along with a text: one before each, each one more than the last."""
    met = [(row, _NUMBER.match(line)) for row, line in enumerate(lines) if line.strip()]
    numbers = [int(found["number"]) - row for row, found in met if found]
    if len(met) != len(numbers) or len(met) < _FEWEST_NUMBERED or len(set(numbers)) > 1:
        return None
    first, last = met[0][0], met[-1][0]
    cut = {row: found.end() for row, found in met if found}
    new = [line[cut.get(row, 0) :] for row, line in enumerate(lines[first : last + 1], first)]
    return _without("syntax-numbered", lines, first, new)


def _as_quoted(lines: Sequence[str], stopped: int) -> Fault | None:
    """Find the marks that programs for e-mail put before the lines of an answer."""
    rows = [row for row, line in enumerate(lines) if line.startswith(">")]
    if len(rows) < _FEWEST or not rows[0] - 1 <= stopped <= rows[-1] + 1:
        return None
    new = [_QUOTE.sub("", line, count=1) if line[:1] == ">" else line for line in lines[rows[0] : rows[-1] + 1]]
    return _without("syntax-quoted", lines, rows[0], new)


def _quoted_under_key(lines: Sequence[str], stopped: int) -> Fault | None:
    """Find the same marks before the lines of a text that stands below its key."""
    first, last = stopped, end_of_run(lines, stopped, _QUOTED_LINE)
    key = _KEY_ALONE.match(lines[first - 1]) if 0 < first < last else None
    if key is None:
        return None
    texts = [_QUOTED_LINE.sub("", line).strip() for line in lines[first:last]]
    if lines[first].startswith(">") and any(map(_LINE_OF_YAML.match, texts)):
        return None  # not the text of a key, but a part of the document
    written = [(" " * (len(key[1]) + _STEP) + text).rstrip() for text in texts]
    new = [f"{lines[first - 1].rstrip()} >-", *written]
    edit = of_lines(first - 1, lines[first - 1 : last], new, is_safe=False)
    return Fault("syntax-quoted-text", point(first, 0, len(lines[first])), edit=edit)


def _in_fence(lines: Sequence[str]) -> Fault | None:
    """Find the lines that mark where code begins and ends on a page, copied along with a document."""
    written = [row for row, line in enumerate(lines) if line.strip() and not line.startswith("#")]
    ends = [row for row in (written[:1] + written[-1:]) if _FENCE.match(lines[row])]
    if not ends:
        return None
    first, last = ends[0], ends[-1]
    new = ["" if row in ends else line for row, line in enumerate(lines[first : last + 1], first)]
    return _without("syntax-fence" if first == last else "syntax-fences", lines, first, new)


def _page_foot(lines: Sequence[str], stopped: int) -> Fault | None:
    """Find the foot of a page that came along from a PDF: ”Sida 3 av 7”."""
    near = range(max(0, stopped - 1), min(len(lines), stopped + 2))
    row = next((row for row in near if _PAGE_FOOT.match(lines[row])), None)
    return None if row is None else _without("syntax-page-foot", lines, row, [""])


def _without(sentence: str, lines: Sequence[str], first: int, new: Sequence[str]) -> Fault:
    edit = of_lines(first, lines[first : first + len(new)], new, is_safe=False)
    return Fault(sentence, point(first, 0, max(1, len(lines[first]))), edit=edit)


def _as_json(text: str) -> Fault | None:
    """Tell where JSON lacks a comma or a bracket, or has one too many; None where it is not JSON, or lacks more."""
    try:
        json.loads(text)
    except json.JSONDecodeError as wrong:
        fault = wrong
    except RecursionError:
        return None
    else:
        return None
    before = text[: fault.pos].rstrip()
    tries = (
        ("syntax-json-comma", len(before), 0, ","),
        ("syntax-json-end", len(text.rstrip()), 0, _closing(text)),
        ("syntax-json-extra", len(before) - 1, 1, "") if before.endswith(",") else ("", 0, 0, ""),
        ("syntax-json-extra", fault.pos, 1, ""),
    )
    for sentence, start, length, written in tries:
        if sentence and (length or written) and _is_further(text[:start] + written + text[start + length :], fault.pos):
            row, column = _place(text, start)
            span = Span(row + 1, column + 1, row + 1, column + 1 + length)
            return Fault(sentence, point(row, max(0, column - 1)), edit=Edit(span, written))
    return None


def _closing(text: str) -> str:
    """Give the brackets that JSON leaves open, as they are to be closed."""
    left: list[str] = []
    for token in _JSON_TOKENS.findall(text):
        if token in _BRACKETS:
            left.append(_BRACKETS[token])
        elif left and left[-1] == token:
            left.pop()
    return "".join(reversed(left))


def _is_further(text: str, stopped: int) -> bool:
    try:
        json.loads(text)
    except json.JSONDecodeError as wrong:
        return wrong.pos > stopped + 1 and wrong.pos < len(text.rstrip())
    except RecursionError:
        return False
    return True


def _place(text: str, offset: int) -> tuple[int, int]:
    before = lines_of(text[:offset])
    return len(before) - 1, len(before[-1])
