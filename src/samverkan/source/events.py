"""The parser's events, from ruamel.yaml's C parser where it is built, else from the pure Python one.

The one place that knows ruamel.yaml. Only events are used: the C parser's `load` and `compose` bring the whole
process down on deep nesting, the pure ones raise RecursionError, and all of them change what the author wrote.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

try:
    from _ruamel_yaml import CParser
except ImportError:  # a Python without the compiled part: same results, slower
    CParser = None

if TYPE_CHECKING:
    from collections.abc import Iterator

Event = Any
"""One of `ruamel.yaml.events`; told apart by its class's name."""


class SyntaxFault(Exception):  # noqa: N818 - a control signal inside this folder, never shown
    """The text is not YAML.

    Attributes:
        problem: what the parser says is wrong, in English.
        context: what it was reading.
        line: where, from 0.
        column: where, from 0, in characters.
        began: line and column, from 0, where what it was reading began.
    """

    def __init__(self, fault: YAMLError) -> None:
        super().__init__(str(fault))
        mark = getattr(fault, "problem_mark", None)
        start = getattr(fault, "context_mark", None)
        self.problem = str(getattr(fault, "problem", None) or "")
        self.context = str(getattr(fault, "context", None) or "")
        self.line = mark.line if mark else 0
        self.column = mark.column if mark else 0
        self.began = (start.line, start.column) if start else None


def has_c_parser() -> bool:
    """Tell whether the compiled parser is installed."""
    return CParser is not None


def events(text: str, *, pure: bool = False) -> Iterator[Event]:
    """Give the events of a YAML text.

    Args:
        text: the whole text, already cleared of characters on which the parsers differ.
        pure: take the pure Python parser even where the C one is installed.

    Raises:
        SyntaxFault: the text is not YAML from here on.
    """
    return _pure_events(text) if pure or CParser is None else _c_events(text)


def _c_events(text: str) -> Iterator[Event]:
    try:
        yield from iter(CParser(text).get_event, None)
    except YAMLError as fault:
        raise SyntaxFault(fault) from None


def _pure_events(text: str) -> Iterator[Event]:
    try:
        yield from YAML(typ="safe", pure=True).parse(text)
    except MarkedYAMLError as fault:
        raise SyntaxFault(fault) from None
    except (YAMLError, ValueError, KeyError, AssertionError, TypeError, AttributeError) as fault:
        # The pure parser lets these slip on some directives and escapes.
        raise SyntaxFault(YAMLError(str(fault))) from None
