"""YAML text to plain data: dicts, lists, text as written, and None for what was left empty.

One loop over the parser's events, under ceilings, with no recursion. Scalars stay text (`0761`, `NO`, `2024-02-30`);
the models give them types, so that nothing changes meaning on the way.
"""

from __future__ import annotations

import re
import sys
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from samverkan.characters import HARD_SPACES
from samverkan.escape import code_point
from samverkan.source.bare_keys import KeyWithoutValue, fault_of
from samverkan.source.braces import list_in_braces
from samverkan.source.comment_marks import MAY_HIDE, cut_by_number
from samverkan.source.edits import replacing
from samverkan.source.events import Event, SyntaxFault, events, has_c_parser
from samverkan.source.faults import Fault, point
from samverkan.source.line_parts import end_of_code
from samverkan.source.lines import lines_of
from samverkan.source.quoting import quoted
from samverkan.source.twice import as_one_list, document_parted, item_without_hyphen

if TYPE_CHECKING:
    from samverkan.findings import KeyPath, Span

MOST_DEPTH = 64
MOST_NODES = 100_000

Data = dict[str, Any] | list[Any] | str | None

_FIRST_KEY = "samverkan"
_MOST_SHARED = 40
"""Longer values are prose, of which no two are alike."""
_KINDS = re.compile("^kind:", re.MULTILINE)
_SPACES = HARD_SPACES + " "
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_READ_ALIKE = frozenset({"control-character", "duplicate-key", "hard-space", "syntax-hash"})
_REFUSED_ALIKE = frozenset({"alias", "anchor"})
_PLAINLY_NAMED = re.compile(r"[&*][A-Za-z0-9_-]++(?=[ ,\]}]|\Z)")
_COLON = re.compile("[ \t]*+:")
_BEFORE_DIRECTIVE = re.compile(r"(?:[ \t]*+(?:#[^\r\n]*+)?[\r\n])*(?=%)")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


class Refused(str):
    """Stands where a value was refused, so that it is neither used nor reported a second time."""

    __slots__ = ()


REFUSED: Final = Refused()


class _StopReadingError(Exception):
    """A ceiling is reached or a second document begins: what follows is not read."""


class _Frame:
    """A mapping or list being filled."""

    __slots__ = (
        *("awaits_key", "bare", "container", "first", "in_braces", "is_list"),
        *("key", "key_event", "last_value", "step"),
    )

    def __init__(self, container: dict[str, Any] | list[Any], *, in_braces: bool) -> None:
        self.container = container
        self.in_braces = in_braces
        self.is_list = False
        self.first: dict[str, Event] = {}
        self.key_event: Event = None
        self.last_value: tuple[str | None, Event] | None = None
        self.bare: KeyWithoutValue | None = None
        self.awaits_key = isinstance(container, dict)
        self.key: str | None = None
        self.step: str | int = 0


def _shared(value: str) -> str:
    """Give one and the same text for values that are alike: ids, days and choices recur in thousands of files."""
    return sys.intern(value) if len(value) <= _MOST_SHARED else value


def _joined(pair: re.Match[str]) -> str:
    """Give the one character that JSON writes as two halves, such as an emoji."""
    return pair.group().encode("utf-16", "surrogatepass").decode("utf-16")


class _Builder:
    """Fills plain data from events and notes the faults on the way."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root: Data = None
        self.stack: list[_Frame] = []
        self.faults: list[Fault] = []
        self.nodes = 0
        self.documents = 0
        self.escapes = "\\" in text
        self.hides = "#" in text and MAY_HIDE.search(text) is not None
        self.looks = self.escapes or self.hides

    def take(self, event: Event) -> None:
        """Take the next event."""
        match type(event).__name__:
            case "ScalarEvent":
                self._node(event)
                value: str = event.value
                if value in _NULLS or self.looks or event.ctag is not None:
                    self._attach(self._odd_scalar(event), event)
                else:  # nearly all
                    self._attach(sys.intern(value) if len(value) <= _MOST_SHARED else value, event)
            case "MappingStartEvent":
                self._open(event, {})
            case "SequenceStartEvent":
                self._open(event, [])
            case "MappingEndEvent" | "SequenceEndEvent":
                self.stack.pop()
            case "AliasEvent":
                self._node(event)
                self._refuse("alias", event)
                self._attach(REFUSED, event)
            case "DocumentStartEvent":
                self._document(event)

    def _document(self, event: Event) -> None:
        self.documents += 1
        if self.documents > 1:
            mark = event.end_mark if event.explicit else event.start_mark
            place = point(mark.line, 0 if event.explicit else mark.column)
            self.faults.append(document_parted(self.lines, mark.line) or Fault("several-documents", place))
            raise _StopReadingError
        if self.directive is not None:
            self.faults.append(self.directive)

    def _open(self, event: Event, container: dict[str, Any] | list[Any]) -> None:
        self._node(event)
        if event.ctag is not None:
            self._refuse("tag", event)
        if len(self.stack) >= MOST_DEPTH:
            self.faults.append(Fault("too-deep", _start(event), {"most": MOST_DEPTH}))
            raise _StopReadingError
        self._attach(container, event)
        self.stack.append(_Frame(container, in_braces=bool(event.flow_style) and isinstance(container, dict)))

    def _node(self, event: Event) -> None:
        self.nodes += 1
        if self.nodes <= MOST_NODES and event.anchor is None:
            return
        if self.nodes > MOST_NODES:
            self.faults.append(Fault("too-many", _start(event), {"most": MOST_NODES}))
            raise _StopReadingError
        if type(event).__name__ != "AliasEvent":
            self._refuse("anchor", event)

    def _odd_scalar(self, event: Event) -> str | None:
        value: str = event.value
        if event.ctag is not None:
            self._refuse("tag", event)
            return REFUSED
        if event.implicit[0]:
            return self._nothing(event) if value in _NULLS else self._plain(event, value)
        if self.escapes:
            value = _PAIR.sub(_joined, value)
        if self.escapes and (found := _FORBIDDEN.search(value)):
            self.faults.append(Fault("control-character", _start(event), {"code": code_point(found.group())}))
            return REFUSED
        return _shared(value)

    def _plain(self, event: Event, value: str) -> str:
        """Give a text without quotes; note where a mark of comments has cut it."""
        if self.hides and (cut := cut_by_number(self.lines, event)):
            self.faults.append(cut)
        return _shared(value)

    def _nothing(self, event: Event) -> str | None:
        """Give no value; refuse what looks like one that begins with the mark of comments, as colours do."""
        frame = self.stack[-1] if self.stack and "#" in self.text and not event.value else None
        if frame is None or frame.awaits_key or frame.key_event is None:
            return None
        end = frame.key_event.end_mark  # the parsers differ on where a value that is not there begins
        line = end.line
        colon = _COLON.match(self.lines[line], end.column) if line < len(self.lines) else None
        if colon is None:
            return None
        column = colon.end()
        rest = self.lines[line][column : end_of_code(self.lines[line])]
        written = rest.lstrip()
        if written[:1] != "#" or not written[1:2].isalnum():
            return None
        place = point(line, column + len(rest) - len(written), len(written))
        self.faults.append(Fault("syntax-hash", place, edit=replacing(place, quoted(written), is_safe=False)))
        return REFUSED

    def _attach(self, value: Data, event: Event) -> None:
        if not self.stack:
            self.root = value
            return
        frame = self.stack[-1]
        if isinstance(frame.container, list):
            frame.step = len(frame.container)
            frame.container.append(value)
        elif frame.awaits_key:
            frame.awaits_key = False
            frame.key_event = event
            frame.key = self._key(value, frame.container, frame.first, event)
            frame.step = frame.key or ""
        else:
            frame.awaits_key = True
            if frame.in_braces and value is None and self._is_bare(frame, event):
                return
            frame.last_value, frame.bare = (frame.key, event), None
            if frame.key is not None:
                frame.container[frame.key] = value

    def _is_bare(self, frame: _Frame, event: Event) -> bool:
        """Note a key in braces that no colon follows: most often the rest of a text with a comma in it."""
        if frame.key is None or not isinstance(frame.container, dict):
            return False
        cut = frame.bare if frame.bare is not None and not frame.bare.meant else None
        found = fault_of(self.lines, frame.key, frame.key_event, frame.last_value, cut)
        if found is None or event.start_mark.line != frame.key_event.end_mark.line:
            return False
        if cut is not None:
            self.faults.remove(cut.fault)
        self.faults.append(found.fault)
        frame.bare = found
        if found.meant:
            del frame.container[frame.key]
        for key in found.spoils:
            frame.container[key] = REFUSED
            frame.first.setdefault(key, frame.key_event)
        return True

    @property
    def is_read_differently(self) -> bool:
        """Whether the parsers may differ on what was read: on where a lone text begins, and on what is refused."""
        return isinstance(self.root, str) or not all(map(self._is_read_alike, self.faults))

    def _is_read_alike(self, fault: Fault) -> bool:
        """Tell whether all parsers find the same fault in the same place: names of other letters they end otherwise."""
        if fault.sentence not in _REFUSED_ALIKE:
            return fault.sentence in _READ_ALIKE
        return _PLAINLY_NAMED.match(self.lines[fault.span.line - 1], fault.span.column - 1) is not None

    @cached_property
    def directive(self) -> Fault | None:
        """What is said of a line at the top that would change what the rest means; None where there is none."""
        before = _BEFORE_DIRECTIVE.match(self.text)
        return Fault("directive", point(len(lines_of(before.group())) - 1, 0)) if before else None

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text; only looked at where something is wrong."""
        return lines_of(self.text)

    def _key(self, value: Data, mapping: dict[str, Any], first: dict[str, Event], event: Event) -> str | None:
        if type(value) is not str or (value == "<<" and event.implicit[0]):
            self._refuse_key(value, event)
            return None
        if (plain := value.strip(_SPACES)) != value and event.implicit[0]:
            place, indent = _span(event), len(value) - len(value.lstrip(_SPACES))
            self.faults.append(Fault("hard-space", place, edit=replacing(place, " " * indent + plain, is_safe=True)))
            if indent:
                return None  # it belongs further in
            value = plain
        if value in mapping:
            if value == _FIRST_KEY and len(self.stack) == 1 and len(_KINDS.findall(self.text)) > 1:
                self.faults.append(Fault("several-documents", _span(event)))
                raise _StopReadingError
            self._met_again(value, first, event)
            return None
        value = sys.intern(value)  # the same some hundred keys, in thousands of files
        first[value] = event
        mapping[value] = REFUSED  # holds the key's place, also when its value never comes
        return value

    def _met_again(self, key: str, first: dict[str, Event], event: Event) -> None:
        """Note a key that is there twice, and stop where it is the next item of a list that has lost its hyphen."""
        is_in_list = len(self.stack) > 1 and isinstance(self.stack[-2].container, list)
        if is_in_list and (item := item_without_hyphen(self.lines, first, key, event)):
            self.faults.append(item)
            raise _StopReadingError
        place, above = _span(event), _span(first[key])
        edit = as_one_list(self.lines, above.line - 1, place.line - 1)
        self.faults.append(Fault("duplicate-key", place, {"key": key}, (*self.path(), key), above, edit))

    def _refuse_key(self, value: Data, event: Event) -> None:
        if not self._is_list_in_braces(value, event):
            self._refuse("bad-key", event)

    def _is_list_in_braces(self, value: Data, event: Event) -> bool:
        """Note braces that hold groups of keys where keys belong, once, and refuse them as a whole."""
        frame, around = self.stack[-1], self.stack[-2:-1]
        if not frame.in_braces or not isinstance(value, dict) or frame.container or not around:
            return False
        holder = around[0]
        step: Any = holder.step
        if not frame.is_list:
            fault = list_in_braces(self.lines, event.start_mark.line, event.start_mark.column)
            if fault is None or not isinstance(holder.container, dict) or step not in holder.container:
                return False
            self.faults.append(fault)
            frame.is_list = True
            holder.container[step] = REFUSED
        return True

    def path(self) -> KeyPath:
        """Give the place of the container being filled."""
        return tuple(frame.step for frame in self.stack[:-1])

    def _refuse(self, sentence: str, event: Event) -> None:
        from samverkan.source.line_slips import text_in_quotes  # noqa: PLC0415 - heavy, and only for what is wrong

        name = str(getattr(event, "anchor", None) or getattr(event, "tag", None) or "")
        is_text = (sentence == "alias" and f"&{name}" not in self.text) or (sentence == "tag" and name[:2] != "!!")
        start = event.start_mark
        edit = text_in_quotes(self.lines, start.line, start.column) if is_text else None
        if is_text and sentence == "alias":
            sentence, edit = "alias-text", edit or replacing(_span(event), quoted(f"*{name}"), is_safe=False)
        self.faults.append(Fault(sentence, _start(event), {"name": name}, edit=edit))


def parse(text: str, *, pure: bool = False) -> tuple[Data, list[Fault]]:
    """Read a YAML text as plain data.

    Args:
        text: a text that `decode` found no faults in.
        pure: use the pure Python parser even where the C one is installed; the result is the same.

    Returns:
        The data and the faults. After a syntax fault or a reached ceiling the data are None; other faults leave
        `REFUSED` in the place of what was refused.
    """
    builder, is_compiled = _Builder(text), has_c_parser() and not pure
    try:
        for event in events(text, pure=pure):
            builder.take(event)
    except _StopReadingError:
        return None, builder.faults
    except SyntaxFault as fault:  # one parser words all syntax faults, the same on every machine
        return parse(text, pure=True) if is_compiled else (None, _with_syntax(builder, fault))
    if is_compiled and builder.is_read_differently:
        return parse(text, pure=True)
    if builder.documents == 0 or (builder.root is None and builder.nodes <= 1):
        builder.faults.append(Fault("empty-file", point(0, 0)))
    return builder.root, builder.faults


def _with_syntax(builder: _Builder, stopped: SyntaxFault) -> list[Fault]:
    """Add what stopped the parser, in the place of what a mark without quotes around it has been taken for there."""
    if builder.documents == 0 and builder.directive is not None:  # one that no parser takes, or nothing after it
        return [builder.directive]
    from samverkan.source.syntax import syntax_fault  # noqa: PLC0415 - heavy, and only for what is wrong

    said = syntax_fault(stopped, builder.text)
    marks = {"alias", "alias-text", "tag", "anchor", said.sentence}  # told once
    return [*(one for one in builder.faults if one.sentence not in marks or one.span.line != said.span.line), said]


def _start(event: Event) -> Span:
    return point(event.start_mark.line, event.start_mark.column)


def _span(event: Event) -> Span:
    start, end = event.start_mark, event.end_mark
    return point(start.line, start.column, max(1, end.column - start.column) if start.line == end.line else 1)
