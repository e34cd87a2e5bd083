"""No regular expression takes more than linear time, whatever text it meets.

Every pattern in the program is found, and run on texts made from its own pieces: each piece, each pair of pieces and
each beginning of it over and over, and each repetition pumped up and then broken. Steps are counted instead of seconds,
by a matcher that goes the ways that `re` goes (`backtracking.py`), so that the count is the same in each run.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import sys
from functools import cache
from itertools import product
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

import samverkan
from samverkan.model.said_times import _FORMS
from samverkan.render.context.numbering import _ENDED
from samverkan.render.context.promise import naming
from tests.backtracking import REPEATS, Counted, TooManyStepsError, character

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(samverkan.__file__).parent
LENGTHS = (30, 60, 120, 240, 480)
MOST_GROWTH = 2.6
"""A text twice as long takes at most so many times the steps: four times would be a growth with the square."""
MOST_STEPS = 3000
"""More steps than so many for each character of the text are too many, however they grow."""
# They read XML that pandoc and we have written, in which every `<` of a text is escaped: none of their marks is missing
# its end.
CALLS = {f"re.{name}" for name in ("compile", "search", "match", "fullmatch", "split", "findall", "finditer", "sub")}
OF_VALUES = ("_PATTERN", "_CODE", "_NUMBER", "_FINGERPRINT", "_COLOUR", "_URL")
OF_OUR_XML = {
    "word_template._SHAPE",
    "docx._FACT_LIST",
    "odt._INDEX",
    "docx._FOOTNOTES",
    "odt._OWN_CELLS",
    "odt._TABLE",
    "odt._FRAME",
    "odt._ALT",
    "odt._PROPERTY",
    "numbering._ENDED",
}
FITTED = {
    "gitignore._PLACE",
    "period_words._OF_TIME",
    "reader._BEFORE_DIRECTIVE",
    "reader._COLON",
    "syntax._BELONGS",
    "syntax._BELONGS_AFTER",
}
"""Patterns that are fitted place by place, and no further where one does not fit."""
KNOWN_OTHERWISE = {
    "base: pattern",  # the patterns of values
    "syntax: pattern",  # reads what the parser says
    "odt: table",  # our XML
    "document: '|'.join((re.escape(hint.removeprefix(mark)) for hint in hints))",  # our own words
    "rhythm: pattern",  # our own words, one after the other
    "promise: re.escape(name)",  # tried with some names
    "undertakings: re.escape(name)",  # the program's own words, letter for letter
    "undertakings: re.escape(word)",
    "said_times: found[0]",  # the forms, which are tried
    "said_times: form",
    "footnotes: number",  # a number of at most three digits
    "into: path[2]",  # the program's own keys
    # tried with long and nasty lines in test_left_out.py
    "gitignore: _expression(step)",
    "gitignore: '|'.join(dict.fromkeys((pattern.last for pattern in self.patterns))) or '(?!)'",
}
"""What varies in the patterns that are not written in their calls, with where these are tried instead."""


def modules() -> Iterator[Any]:
    for found in pkgutil.walk_packages(samverkan.__path__, "samverkan."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def patterns_in(value: object) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from patterns_in(inner)


class Tried(NamedTuple):
    """A pattern, and whether it is used to search in a text rather than to fit the whole of it."""

    pattern: re.Pattern[Any]
    searches: bool

    def steps(self, counted: Counted, text: str) -> int:
        most = MOST_STEPS * len(text)
        return (counted.spans if self.searches else counted.fits)(text, most)[1]


@cache
def all_patterns() -> dict[str, Tried]:
    """Find the patterns that modules hold, and those that are written where they are used."""
    found: dict[str, Tried] = {}
    for module in modules():
        short = module.__name__.rpartition(".")[2]
        for name, value in vars(module).items():
            for i, pattern in enumerate(patterns_in(value)):
                full = f"{short}.{name}" + (f"[{i}]" if i else "")
                found[full] = Tried(pattern, searches=full not in FITTED)
            if name.endswith(OF_VALUES) and isinstance(value, str):
                found[f"{short}.{name}"] = Tried(re.compile(value), searches=False)
        for line, called, written in calls_in(Path(str(module.__file__))):
            if isinstance(written, ast.Constant) and isinstance(written.value, str | bytes):
                pattern = re.compile(written.value, re.MULTILINE)
                found[f"{short}:{line}"] = Tried(pattern, searches=called not in {"re.match", "re.fullmatch"})
    for i, (form, _) in enumerate(_FORMS):
        found[f"said_times._FORMS[{i}]"] = Tried(re.compile(form), searches=False)
    for name in ("kommun", "a a a", "(a" * 20):
        found[f"promise.naming({name})"] = Tried(naming(name), searches=True)
    return found


def calls_in(path: Path) -> Iterator[tuple[int, str, ast.expr]]:
    """Give the line, the function and the first argument of every call of `re` inside a function."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    for node in (node for function in functions for node in ast.walk(function)):
        if isinstance(node, ast.Call) and node.args and ast.unparse(node.func) in CALLS:
            yield node.lineno, ast.unparse(node.func), node.args[0]


def test_what_is_not_written_in_a_call_is_known() -> None:
    unknown = {
        f"{path.stem}: {varying(written)}"
        for path in SOURCE.rglob("*.py")
        for _, _, written in calls_in(path)
        if not isinstance(written, ast.Constant) and not ast.unparse(written).endswith(OF_VALUES)
    }
    assert unknown == KNOWN_OTHERWISE


def varying(written: ast.expr) -> str:
    """Write what is put into a pattern, or the whole of it."""
    put = [part.value for part in ast.walk(written) if isinstance(part, ast.FormattedValue)]
    return ", ".join(ast.unparse(value) for value in put or [written])


def samples(tree: Any) -> list[str]:
    """Write a text that each beginning of a pattern fits, those that end within a word left out."""
    written, nodes = [""], list(tree)
    for i, (operation, argument) in enumerate(nodes):
        text = written[-1] + sample(operation, argument)
        if operation is codes.LITERAL and i and nodes[i - 1][0] is codes.LITERAL:
            written.pop()
        written.append(text)
    return written[1:] or written


def is_unbounded(tree: Any) -> bool:
    """Tell whether something in a pattern is repeated so often that it can take more than a constant time."""
    return any(
        (operation in REPEATS and int(argument[1]) > LENGTHS[0])
        or (operation in REPEATS and is_unbounded(argument[2]))
        or (operation is codes.BRANCH and any(is_unbounded(branch) for branch in argument[1]))
        or (operation is codes.SUBPATTERN and is_unbounded(argument[-1]))
        or (operation is codes.ATOMIC_GROUP and is_unbounded(argument))
        or (operation in {codes.ASSERT, codes.ASSERT_NOT} and is_unbounded(argument[1]))
        or (operation is codes.GROUPREF_EXISTS and any(is_unbounded(part) for part in argument[1:] if part))
        for operation, argument in tree
    )


def sample(operation: Any, argument: Any) -> str:
    if operation is codes.LITERAL:
        return chr(int(argument))
    if operation is codes.NOT_LITERAL:
        return "a" if argument != ord("a") else "b"
    if operation is codes.ANY:
        return "a"
    if operation is codes.IN:
        return in_class(argument)
    if operation is codes.BRANCH:
        return max((samples(branch)[-1:] or [""] for branch in argument[1]), key=lambda one: len(one[0]))[0]
    if operation in REPEATS:
        least, _, body = argument
        return (samples(body)[-1:] or [""])[0] * max(1, min(int(least), 50))
    if operation is codes.SUBPATTERN:
        return (samples(argument[-1])[-1:] or [""])[0]
    if operation is codes.ATOMIC_GROUP:
        return (samples(argument)[-1:] or [""])[0]
    return ""


def in_class(items: Any) -> str:
    fits = character(codes.IN, items, 0)
    for one in "a1 -x\n|[A.éö\u202e\x00":
        if fits(one):
            return one
    return chr(next((a if not isinstance(a, tuple) else a[0] for _, a in items if isinstance(a, int | tuple)), 97))


def bodies(tree: Any) -> Iterator[str]:
    """Give what each part of a pattern fits, at any depth."""
    for operation, argument in tree:
        if operation is codes.BRANCH:
            for branch in argument[1]:
                yield from samples(branch)
                yield from bodies(branch)
        elif operation in REPEATS:
            yield from samples(argument[2])
            yield from bodies(argument[2])
        elif operation in {codes.SUBPATTERN, codes.ATOMIC_GROUP}:
            inner = argument[-1] if operation is codes.SUBPATTERN else argument
            yield from samples(inner)
            yield from bodies(inner)
        elif operation in {codes.ASSERT, codes.ASSERT_NOT}:
            yield from bodies(argument[1])
        elif operation not in {codes.AT, codes.GROUPREF}:
            yield sample(operation, argument)
            if operation is codes.IN:
                yield from (chr(int(one)) for kind, one in argument if kind is codes.LITERAL)


def payloads(pattern: re.Pattern[Any]) -> Iterator[tuple[str, str, str]]:
    """Give beginnings, pieces to be repeated and ends that make a pattern search for long and in vain."""
    tree = parser.parse(pattern.pattern, pattern.flags)
    starts = [start for start in dict.fromkeys(samples(tree)) if start]
    own = [piece for piece in dict.fromkeys([*bodies(tree), "a", " ", "\n"]) if piece]
    for piece in dict.fromkeys([*starts, *own]):
        yield "", piece, "\x00"
        for start in starts[:-1] if is_unbounded(tree) else ():
            yield start, piece, "\x00"
            yield start, piece, f"{piece[:-1]}!"
    if not is_unbounded(tree):  # then it takes at most so many steps at each place, and they are counted above
        return
    for first, second in product([piece for piece in own if len(piece) == 1], repeat=2):
        if first != second:
            yield "", first + second, "\x00"


def grows(tried: Tried, counted: Counted, start: str, piece: str, end: str) -> bool:
    """Tell whether a pattern takes more than linear time on longer and longer texts of a kind.

    What has an end of its own, such as a repetition of at most a hundred, grows with the square only before that.
    """

    def steps(length: int) -> int:
        return tried.steps(counted, start + piece * max(1, length // len(piece)) + end)

    try:
        before = [steps(length) for length in LENGTHS[:2]]
        for length in LENGTHS[2:]:
            if before[-1] <= MOST_GROWTH * before[-2]:
                return False
            before.append(steps(length))
    except TooManyStepsError:
        return True
    return before[-1] > MOST_GROWTH * before[-2]


def payload_that_grows(tried: Tried) -> tuple[str, str, str] | None:
    counted = Counted(tried.pattern)
    return next((payload for payload in payloads(tried.pattern) if grows(tried, counted, *payload)), None)


@pytest.fixture(autouse=True)
def deep() -> Iterator[None]:
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(20_000)
    yield
    sys.setrecursionlimit(before)


def kept_groups(tree: Any) -> Iterator[Any]:
    """Find groups repeated and never given back: Python before 3.11.5 goes on from the wrong place."""
    for operation, argument in tree:
        inner = [part for part in (argument if isinstance(argument, tuple | list) else ()) if hasattr(part, "data")]
        if operation is codes.POSSESSIVE_REPEAT and any(one is codes.SUBPATTERN for one, _ in argument[2]):
            yield argument
        if operation is codes.POSSESSIVE_REPEAT and len(argument[2]) > 1:
            yield argument
        branches = argument[1] if operation is codes.BRANCH else ()
        for part in (*inner, *branches):
            yield from kept_groups(part)


@pytest.mark.parametrize("name", sorted(all_patterns()))
def test_a_pattern_means_the_same_to_every_python(name: str) -> None:
    pattern = all_patterns()[name].pattern
    assert not list(kept_groups(parser.parse(pattern.pattern, pattern.flags)))


def test_groups_that_are_never_given_back_are_found() -> None:
    assert list(kept_groups(parser.parse("(?:-[ ]++)*+x")))
    assert list(kept_groups(parser.parse("a|(?:b|(c)++d)")))
    assert not list(kept_groups(parser.parse("[ab]++(?:-[ ]++)*")))


@pytest.mark.parametrize("name", sorted(set(all_patterns()) - OF_OUR_XML))
def test_a_pattern_is_linear(name: str) -> None:
    assert payload_that_grows(all_patterns()[name]) is None


@pytest.mark.parametrize(
    "pattern",
    [
        r"\w+@gmail",
        r"\[\^([^\]\s]+)\]",
        r"\[fyll i[^\]]*\]",
        r"[,;]?\s*\buntil\s+(\S+)\s*$",
        r"(a|aa)+$",
        r"<x>.*?</x>",
        r"(?:a+)+b",
        r"(?:a|b|ab)*c",
        r"\b(?:\w-?)+x",
        r"(?:\d+\.?)*:",
        r"(?<=\[)(?:[a-z]|\[|\])*!",
        r"^\s*-?\s*-\s*x",
        r"a(?=[ab]*c)",
        r"(?:(a)|b)*?\1x",
        r"(?i:A+)1",
    ],
)
def test_a_pattern_that_is_not_linear_is_found(pattern: str) -> None:
    assert payload_that_grows(Tried(re.compile(pattern), searches=True)) is not None


def test_many_notes_after_a_sentence_are_passed_in_one_step() -> None:
    counted = Counted(_ENDED)
    few, many = (counted.spans("A." + "<sup>1</sup>" * n + " x", 100_000)[1] for n in (20, 40))
    assert many <= MOST_GROWTH * few, "once twice as many for each note"
