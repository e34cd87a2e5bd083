"""Slips that one line shows in its braces and brackets, or in that they are missing, with the line as it was meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samverkan.source.line_parts import parted
from samverkan.source.quoting import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

PAIR_IN_BRACES = re.compile(r"[{,] ?(?:[^\W\d]\w{0,40}): ")
COLON_INSIDE = re.compile(r":(?: |\Z)")
_BRACKET = re.compile(r"\A(?:\[[^\[\]]*+\]|\{[^{}]*+\})\s*+[^\s#]")
_LINK = re.compile(
    r"\A[^,{}\[\]\"']*+\[[^\[\]{}\"']++\]\((?:https?://|mailto:)[^\s(){}\[\]\"']++\)[^,{}\[\]\"']*+(?=[,}])"
)
_GROUPS = re.compile(r"\A\{[^{}]*+\}(?: ?,? ?\{[^{}]*+\})+\Z")
_BETWEEN_GROUPS = re.compile(r"\} ?,? ?\{")
_HASH = re.compile(r": (?P<value>#[\w-]++)(?=\s*+[,}\]])")
_VALUE_IN_BRACES = re.compile(r"[^,{}\[\]\"']++")
_ONE_MORE_KEY = re.compile(r"\S [a-z_]++\Z")
_PAIRS = re.compile(r"[a-z_]{1,40}: [^,:{}\[\]]++(?:, ?[a-z_]{1,40}: [^,:{}\[\]]++)*")
_MARKED_IN_BRACES = re.compile(r"\{ ?([>@%&*!|`][^{}\[\]:\"']*)\}")
_STARTS = frozenset("@`%|>")

_FIGURE_OR_ID = re.compile(r"\A(?:-?[0-9][0-9.-]*+|[a-zåäö0-9]++(?:-[a-zåäö0-9]++)+)\Z")
_NEXT_PAIR = re.compile(r", ?(?=[a-z_]{1,40}: \S)")
_PLAIN_IN_BRACES = re.compile(r"[^\W_][^,:#{}\[\]\"'\\]*+")
_CLOSED = re.compile(r"\"[^\"\\]*+\"|'[^']*+'|\[[^\[\]{}:]*+\]|\{[^\[\]{}]*+\}")
_KEYS_OF_ONE_VALUE = frozenset(
    {"comment", "heading", "id", "introduction", "kind", "name", "note", "obstacle", "summary", "text", "title", "type"}
)
_SURELY_KEYS = frozenset(
    {
        *(
            "about",
            "area",
            "code",
            "date",
            "exactly",
            "from",
            "goal",
            "goals",
            "light",
            "name",
            "organisation",
            "party",
        ),
        *("phone", "problem", "role", "source", "title", "type", "unit", "until", "url", "value", "who"),
    }
)
"""Of all keys those that no Swedish sentence holds before a colon."""


def quotes_for_colon_in_braces(line: str) -> str | None:
    """Quote a value between braces that has a colon in it, and is not two values that lack a comma between them."""
    for pair in PAIR_IN_BRACES.finditer(line):
        met = _VALUE_IN_BRACES.match(line, pair.end())
        colon = COLON_INSIDE.search(met.group()) if met else None
        if met and colon and not _ONE_MORE_KEY.search(met.group()[: colon.start()]):
            return line[: pair.end()] + quoted(met.group()) + line[met.end() :]
    return None


def quotes_for_start_in_braces(line: str) -> str | None:
    """Quote a value between braces that begins with a mark of YAML."""
    for pair in PAIR_IN_BRACES.finditer(line):
        met = _VALUE_IN_BRACES.match(line, pair.end())
        if met and met.group()[0] in _STARTS:
            return line[: pair.end()] + quoted(met.group().rstrip()) + line[met.end() :]
    return None


def quotes_for_hash(line: str) -> str | None:
    """Quote a value that begins with the mark of comments, as colours do."""
    found = _HASH.search(line)
    return line[: found.start("value")] + quoted(found["value"]) + line[found.end("value") :] if found else None


def text_without_braces(line: str) -> str | None:
    """Quote a text between braces that begins with a mark of YAML: `{>= 60}`."""
    head, value, comment = parted(line)
    found = _MARKED_IN_BRACES.fullmatch(value)
    return head + quoted(found[1].strip()) + comment if found else None


def quotes_for_bracket(line: str) -> str | None:
    """Quote a text that begins with brackets or braces and goes on after them."""
    head, value, comment = parted(line)
    return head + quoted(value) + comment if _BRACKET.match(value) else None


def quotes_for_link_in_braces(line: str) -> str | None:
    """Quote a value between braces that has a link in it, with the brackets and parentheses of Markdown."""
    for pair in PAIR_IN_BRACES.finditer(line):
        rest = line[pair.end() :]
        if met := _LINK.match(rest):
            return line[: pair.end()] + quoted(met.group().rstrip()) + rest[met.end() :]
    return None


def brackets_for_groups(line: str) -> str | None:
    """Put brackets around groups of keys in braces that follow each other after their key."""
    head, value, comment = parted(line)
    is_meant = ": " in head and _GROUPS.match(value)
    return f"{head}[{_BETWEEN_GROUPS.sub('}, {', value)}]{comment}" if is_meant else None


def braces_for_pairs(line: str) -> str | None:
    """Put braces around keys with values that stand on the line of the key that they belong to."""
    head, value, comment = parted(line)
    inner = value[1:-1] if value[:1] == "(" and value[-1:] == ")" else value
    is_meant = _PAIRS.fullmatch(inner) and (inner != value or "," in inner or _is_one_pair(head, inner))
    return f"{head}{{{inner}}}{comment}" if is_meant else None


def _is_one_pair(head: str, inner: str) -> bool:
    """Tell whether a key with its value stands after another key, rather than a word with a colon in a text."""
    name, _, value = inner.partition(": ")
    is_certain = name in _SURELY_KEYS or _FIGURE_OR_ID.match(value.strip()) is not None
    return "_" in name or (is_certain and head.strip(" -").rstrip(": ") not in _KEYS_OF_ONE_VALUE)


def braces_for_item(line: str) -> str | None:
    """Put braces around an item that has several keys on its line: `- party: polisen, role: Kommunpolis`."""
    pairs = _pairs_on(line)
    head, _, comment = parted(line)
    start = line.find("- ") + 2
    return f"{line[:start]}{{{', '.join(pairs)}}}{comment}" if pairs and head.lstrip()[:1] == "-" else None


def lines_for_pairs(line: str) -> str | None:
    """Give each of several keys on a line a line of its own."""
    pairs = _pairs_on(line)
    head, _, comment = parted(line)
    column = len(head) - len(head.lstrip(" -"))
    return (f"\n{' ' * column}".join((line[:column] + pairs[0], *pairs[1:])) + comment) if pairs else None


def _pairs_on(line: str) -> list[str]:
    """Give the keys with their values that a line holds with commas between them; empty where it is a text."""
    head, value, _ = parted(line)
    first, *rest = _NEXT_PAIR.split(value)
    names = [head.strip(" -").rstrip(": "), *(one.partition(":")[0] for one in rest)]
    if not rest or ": " not in head or ": " in first or not _are_keys(first, names[1:]):
        return []
    values = [_in_braces(one.strip()) for one in (first, *(one.partition(": ")[2] for one in rest))]
    return [f"{name}: {one}" for name, one in zip(names, values, strict=True)] if all(values) else []


def _are_keys(first: str, names: Sequence[str]) -> bool:
    """Tell whether words with colons after a first value are keys, rather than words of a text that it begins."""
    return " " not in first or any("_" in name or name in _SURELY_KEYS for name in names)


def _in_braces(value: str) -> str:
    """Write a value as it can stand between braces; empty where it has marks of its own that are not closed."""
    if _PLAIN_IN_BRACES.fullmatch(value) or _CLOSED.fullmatch(value):
        return value
    return "" if value[:1] in set("\"'[{") else quoted(value)
