"""No regular expression takes more than linear time, whatever text it meets.

Every pattern in the program is found, and run on texts made from its own pieces: each piece and each beginning of it
over and over, and each repetition pumped up and then broken. What `re` does inside cannot be counted, so time is
looked at, but not as seconds: a pattern fails only when the processor time grows faster than n to the power of 1.5 from
each doubling of the text to the next, in the best of several runs, each time that it is tried. Times too short to be
told from noise pass: at that length a quadratic search takes a hundred times as long.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import time
from functools import cache
from itertools import pairwise
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from markupsafe import Markup

import samverkan
from samverkan.model.said_times import _FORMS
from samverkan.render.context.numbering import clause
from samverkan.render.context.promise import naming

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SOURCE = Path(samverkan.__file__).parent
LENGTHS = (8, 12, 18, 27, 40, 60, 250, 1000, 4000, 8000)
NOISE = 0.01
MOST_GROWTH = 1.5
# They read XML that pandoc and we have written, in which every `<` of a text is escaped: none of their marks is missing
# its end.
CALLS = {f"re.{name}" for name in ("compile", "search", "match", "fullmatch", "split", "findall", "finditer", "sub")}
OF_VALUES = ("_PATTERN", "_CODE", "_NUMBER", "_FINGERPRINT", "_COLOUR", "_URL")
OF_OUR_XML = {
    "docx._FOOTNOTES",
    "odt._OWN_CELLS",
    "odt._TABLE",
    "odt._FRAME",
    "odt._ALT",
    "odt._PROPERTY",
    "numbering._ENDED",
}
KNOWN_OTHERWISE = {
    "base: pattern",  # the patterns of values
    "syntax: pattern",  # reads what the parser says
    "odt: table",  # our XML
    "promise: re.escape(name)",  # tried with some names
    "undertakings: re.escape(name)",  # the program's own words, letter for letter
    "undertakings: re.escape(word)",
    "said_times: found[0]",  # the forms, which are tried
    "said_times: form",
}
"""What varies in the patterns that are not written in their calls, with where these are tried instead."""
REPEATS = {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}


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

    def run(self, text: Any) -> None:
        if self.searches:
            for _ in self.pattern.finditer(text):
                pass
        else:
            self.pattern.fullmatch(text)


@cache
def all_patterns() -> dict[str, Tried]:
    """Find the patterns that modules hold, and those that are written where they are used."""
    found: dict[str, Tried] = {}
    for module in modules():
        short = module.__name__.rpartition(".")[2]
        for name, value in vars(module).items():
            for i, pattern in enumerate(patterns_in(value)):
                found[f"{short}.{name}" + (f"[{i}]" if i else "")] = Tried(pattern, searches=True)
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
    """Write a text that each beginning of a pattern fits."""
    written = [""]
    for operation, argument in tree:
        written.append(written[-1] + sample(operation, argument))
    return written[1:]


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
    for character in "a1 -x\n|[A.éö\u202e\x00":
        if re.compile(f"[{spelled(items)}]").match(character):
            return character
    return chr(next((a if not isinstance(a, tuple) else a[0] for _, a in items if isinstance(a, int | tuple)), 97))


def spelled(items: Any) -> str:
    categories = {
        codes.CATEGORY_DIGIT: r"\d",
        codes.CATEGORY_SPACE: r"\s",
        codes.CATEGORY_WORD: r"\w",
        codes.CATEGORY_NOT_DIGIT: r"\D",
        codes.CATEGORY_NOT_SPACE: r"\S",
        codes.CATEGORY_NOT_WORD: r"\W",
    }
    said = ""
    for operation, argument in items:
        if operation is codes.NEGATE:
            said += "^"
        elif operation is codes.LITERAL:
            said += re.escape(chr(argument))
        elif operation is codes.RANGE:
            said += f"{re.escape(chr(argument[0]))}-{re.escape(chr(argument[1]))}"
        elif operation is codes.CATEGORY:
            said += categories[argument]
    return said


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
        elif operation not in {codes.AT, codes.ASSERT, codes.ASSERT_NOT, codes.GROUPREF}:
            yield sample(operation, argument)


def payloads(pattern: re.Pattern[Any]) -> Iterator[tuple[str, str, str]]:
    """Give beginnings, pieces to be repeated and ends that make a pattern search for long and in vain."""
    tree = parser.parse(pattern.pattern, pattern.flags)
    starts = [start for start in dict.fromkeys(samples(tree)) if start]
    pieces = [piece for piece in dict.fromkeys([*starts, *bodies(tree), "a", " ", "a ", "\n"]) if piece]
    for piece in pieces:
        yield "", piece, "\x00"
        for start in starts[:-1]:
            yield start, piece, "\x00"
            yield start, piece, f"{piece[:-1]}!"


def spent(run: Callable[[], object]) -> float:
    before = time.thread_time()
    run()
    return time.thread_time() - before


def grows(tried: Tried, start: str, piece: str, end: str) -> bool:
    """Tell whether a pattern takes more than linear time on longer and longer texts of a kind."""

    def run(length: int) -> float:
        text: Any = start + piece * max(1, length // len(piece)) + end
        if isinstance(tried.pattern.pattern, bytes):
            text = text.encode("utf-8", "replace")
        return spent(lambda: tried.run(text))

    slow = next((i for i, length in enumerate(LENGTHS) if run(length) > NOISE), None)
    if slow is None:
        return False
    lengths = LENGTHS[max(0, slow - 2) : slow + 1]
    for _ in range(3):
        times = [min(run(length) for _ in range(2)) for length in lengths]
        most = [(longer / shorter) ** MOST_GROWTH for shorter, longer in pairwise(lengths)]
        if any(longer <= shorter * limit for (shorter, longer), limit in zip(pairwise(times), most, strict=True)):
            return False
    return True


@pytest.mark.parametrize("name", sorted(set(all_patterns()) - OF_OUR_XML))
def test_a_pattern_is_linear(name: str) -> None:
    tried = all_patterns()[name]
    assert next((payload for payload in payloads(tried.pattern) if grows(tried, *payload)), None) is None


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
    ],
)
def test_a_pattern_that_is_not_linear_is_found(pattern: str) -> None:
    tried = Tried(re.compile(pattern), searches=True)
    assert any(grows(tried, *payload) for payload in payloads(tried.pattern))


def test_many_notes_after_a_sentence_are_passed_in_one_step() -> None:
    notes = Markup("<p>A.{} x</p>").format(Markup("<sup>1</sup>") * 2000)
    assert spent(lambda: clause(notes, ["B."])) < 1  # once twice as long for each note
