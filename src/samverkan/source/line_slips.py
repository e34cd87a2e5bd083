"""Slips that one line shows, each with the line as it was most likely meant."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from samverkan.characters import BULLETS, CURLED, HARD_SPACES
from samverkan.source.brace_slips import (
    COLON_INSIDE,
    PAIR_IN_BRACES,
    braces_for_pairs,
    brackets_for_groups,
    quotes_for_bracket,
    quotes_for_colon_in_braces,
    quotes_for_hash,
    quotes_for_link_in_braces,
    quotes_for_start_in_braces,
    text_without_braces,
)
from samverkan.source.edits import of_line
from samverkan.source.line_parts import KEY, LEAD, QUOTED_PARTS, QUOTES, end_of_code, parted
from samverkan.source.quoting import quoted
from samverkan.words.reading import MORE_THAN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.findings import Edit

_QUOTED = re.compile(r"\A(?:\"[^\"]*+\"|'[^']*+')[^,}\"']++(?=[,}])")
_WITH_APOSTROPHE = re.compile(r"\A'[^,}\"']+'(?=\w)(?:[^,}\"']|'(?=\w))*'(?=[,}])")
_JSON = re.compile(
    rf"\A{LEAD}(?P<mark>\"?)(?P<key>[^\W\d][\w-]*+)(?P=mark) ?: "
    r"(?P<value>\"[^\"\\]*+\"|-?[0-9.]++|true|false)(?P<comma>,?)\Z"
)
_IN_BRACKETS = re.compile(r"\A(?:\[.*\]|\{.*\}),\Z")
_STRAY = re.compile(r"\A[ ]*+[\]}]++,?\Z")
_ODD = f"[{HARD_SPACES} ]"
_SEMICOLON = re.compile(r";(?= ?[^\W\d][\w ]{0,40}: )")
_HARD = re.compile(rf"\A({_ODD}*+)((?:-{_ODD}++)*)(?:({KEY}){_ODD}*+:{_ODD}++)?")
_ANY_HARD = re.compile(f"[{HARD_SPACES}]")
_JOINED = re.compile(rf"\A({LEAD}{KEY}):(?!//)(?=[^\s:])")
_OTHER_MARK = re.compile(rf"\A({LEAD}[a-z_]++) ?[;=\uff1a\ufe55\u2236\ufe30\ua789] ?(?=\S)")
_BOLD_KEY = re.compile(rf"\A({LEAD})(?P<mark>\*\*|__|\*)(?P<key>[a-z_]++)(?::(?P=mark)|(?P=mark):) ?(?=\S)")
_KEY_ALONE = re.compile(r"\A[ ]*+[a-z][a-z_]{3,30}+[ ]*+\Z")
_SPACE_ALONE = re.compile(rf"\A({LEAD}[a-z_]++)[ ]++(?=\S)")
_BULLET = re.compile(rf"\A([ ]*+)[{BULLETS}*][{HARD_SPACES} ]++(?=\S)")
_HYPHEN = re.compile(r"\A([ ]*+)-(?=[^\s\d-])")
_BACKSLASH = re.compile(r"\A\"[^\"\\]*+\\")
_PER_CENT = re.compile(r"(?<=\bunit: )%(?=[ ]*+(?:[,}]|\Z| #))")
_MORE_THAN = re.compile(r"(>=?) ?(?=[0-9][0-9,.]*+(?: [0-9%][0-9]*+)* [^\W\d]\S*+ [^\W\d])")


Change = tuple[str, Callable[[str], str | None], bool]
"""What is said, what makes another line of a line where it fits, and whether that is safe."""


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
    if bold := _BOLD_KEY.match(line):
        return f"{bold[1]}{bold['key']}: {line[bold.end() :]}"
    match = _OTHER_MARK.match(line)
    return f"{match[1]}: {line[match.end() :]}" if match else None


def _colon_for_a_space(line: str) -> str | None:
    match = _SPACE_ALONE.match(line)
    return f"{match[1]}: {line[match.end() :]}" if match and ": " not in line else None


def _colon_after_key(line: str) -> str | None:
    """Write the colon after a word that stands alone on its line as keys do."""
    return f"{line.rstrip()}:" if _KEY_ALONE.match(line) else None


def _without_json(line: str) -> str | None:
    """Write a line of JSON as one of YAML: no quotes around the key, and no comma after the value."""
    match = _JSON.match(line.rstrip())
    if match is None or not (match["mark"] or match["comma"]):
        return None
    return f"{match['lead']}{match['key']}: {match['value']}"


def _without_comma(line: str) -> str | None:
    """Leave out the comma after a list or a group in brackets on the line of its key, as JSON has it."""
    head, value, comment = parted(line)
    return head + value[:-1] + comment if ": " in head and _IN_BRACKETS.match(value) else None


def _without_stray(line: str) -> str | None:
    """Leave out a closing bracket that closes nothing: a line of them, or one too many."""
    end = end_of_code(line)
    if _STRAY.match(line[:end]):
        return line[end:].lstrip()
    bare = QUOTED_PARTS.sub("", line[:end])
    last = bare[-1:]
    opened = {"}": "{", "]": "["}.get(last)
    is_extra = opened is not None and 0 < bare.count(opened) < bare.count(last)
    return line[: end - 1] + line[end:] if is_extra else None


def _commas_for_semicolons(line: str) -> str | None:
    """Write commas for the semicolons between keys with values in brackets."""
    end = end_of_code(line)
    bare = QUOTED_PARTS.sub(lambda found: "x" * len(found.group()), line[:end])
    first = min((bare.find(mark) for mark in "[{" if mark in bare), default=-1)
    marks = [found.start() for found in _SEMICOLON.finditer(bare) if 0 <= first < found.start()]
    if not marks:
        return None
    return "".join("," if i in marks else character for i, character in enumerate(line[:end])) + line[end:].rstrip()


def _straight_quotes(line: str) -> str | None:
    head, value, comment = parted(line)
    if len(value) < 2 or value[0] not in CURLED or value[-1] not in CURLED:  # noqa: PLR2004
        return None
    return head + quoted(value[1:-1]) + comment


def _whole_in_quotes(line: str) -> str | None:
    """Quote a whole value that begins with a quote and goes on after it."""
    for pair in PAIR_IN_BRACES.finditer(line):
        rest = line[pair.end() :]
        if apostrophe := _WITH_APOSTROPHE.match(rest):
            return line[: pair.end()] + quoted(apostrophe.group()[1:-1]) + rest[apostrophe.end() :]
        if inner := _QUOTED.match(rest):
            end = pair.end() + inner.end()
            return line[: pair.end()] + quoted(inner.group()) + line[end:]
    head, value, comment = parted(line)
    mark = value[:1]
    if mark not in QUOTES or value.count(mark) < 2:  # noqa: PLR2004
        return None
    whole = value[1:-1] if value.endswith(mark) and value.count(mark) != 2 else value  # noqa: PLR2004
    return head + quoted(whole) + comment


def _quotes_for_colon(line: str) -> str | None:
    head, value, comment = parted(line)
    if value[:1] in {"{", "["}:
        return quotes_for_colon_in_braces(line)
    return head + quoted(value) + comment if COLON_INSIDE.search(value) else None


def _without_hyphen(line: str) -> str | None:
    """Leave out the hyphen of a list before a value on the line of its key."""
    head, value, comment = parted(line)
    return head + value[2:].lstrip() + comment if ": " in head and value.startswith("- ") else None


def _quotes_for_backslash(line: str) -> str | None:
    head, value, comment = parted(line)
    return head + quoted(value[1:-1]) + comment if _BACKSLASH.match(value) and value.count('"') == 2 else None  # noqa: PLR2004


def _quotes_for_start(line: str) -> str | None:
    head, value, comment = parted(line)
    is_mark = value[:1] in set("@`%!&*|>]},?") or (value == "-" and ": " in head)
    return head + quoted(value) + comment if is_mark else None


def in_words(line: str, language: str) -> str | None:
    """Write a text that begins with a mark for more than a figure, and goes on after that, with words for the mark."""
    head, value, comment = parted(line)
    found = _MORE_THAN.match(value)
    if found is None or ": " not in head:
        return None
    return head + quoted(f"{MORE_THAN[language][found[1]]} {value[found.end() :]}") + comment


def text_in_quotes(lines: Sequence[str], line: int, column: int) -> Edit | None:
    """Tell how a text that begins with a mark of YAML is put in quotes; None where it does not begin at that place."""
    old = lines[line]
    head = parted(old)[0]
    new = _quotes_for_start(old)
    return of_line(line, old, new, is_safe=False) if new and len(head) == column else None


def _hyphen_for_bullet(line: str) -> str | None:
    match = _BULLET.match(line)
    return f"{match[1]}- {line[match.end() :]}" if match else None


def _space_after_hyphen(line: str) -> str | None:
    match = _HYPHEN.match(line)
    return f"{match[1]}- {line[match.end() :]}" if match else None


def _per_cent(line: str) -> str | None:
    new = _PER_CENT.sub("per-cent", line)
    return new if new != line else None


CERTAIN: tuple[Change, ...] = (
    ("syntax-per-cent", _per_cent, True),
    ("hard-space", _with_spaces, True),
    ("syntax-space", _space_after_colon, True),
    ("syntax-mark", _colon_for_another_mark, True),
    ("syntax-bullet", _hyphen_for_bullet, True),
    ("syntax-hyphen", _space_after_hyphen, True),
)
LIKELY: tuple[Change, ...] = (
    ("syntax-json", _without_json, True),
    ("syntax-json", _without_comma, True),
    ("syntax-stray", _without_stray, False),
    ("syntax-semicolon", _commas_for_semicolons, False),
    ("syntax-curled", _straight_quotes, True),
    ("syntax-escape", _quotes_for_backslash, True),
    ("syntax-after-quote", _whole_in_quotes, True),
    ("syntax-start", _quotes_for_start, True),
    ("syntax-text-in-braces", text_without_braces, False),
    ("syntax-start", quotes_for_start_in_braces, True),
    ("syntax-link", quotes_for_link_in_braces, True),
    ("syntax-groups", brackets_for_groups, True),
    ("syntax-list-start", quotes_for_bracket, True),
    ("syntax-hash", quotes_for_hash, False),
    ("syntax-list-on-line", _without_hyphen, False),
    ("syntax-braces", braces_for_pairs, False),
    ("syntax-colon", _quotes_for_colon, True),
    ("syntax-no-colon", _colon_after_key, False),
    ("syntax-no-colon", _colon_for_a_space, False),
)
