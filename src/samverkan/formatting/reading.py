"""A text to a tree of its keys and values, with each comment where it belongs."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from samverkan.formatting.comments import BLOCKS, all_events, comments_between
from samverkan.formatting.tree import Collection, Entry, Note, Scalar, Tree, is_ignore
from samverkan.source.lines import line_starts_of, lines_of

if TYPE_CHECKING:
    from samverkan.formatting.comments import Comment
    from samverkan.source.events import Event

_HEADER = re.compile(r"[|>][0-9+-]*")
_BEFORE_ALL = -1


def tree_of(text: str) -> Tree:
    """Read a text that `source.reader.parse` found no faults in.

    Args:
        text: the whole text; a mapping, as every document is.
    """
    return _Builder(text).tree()


class _Frame:
    """A collection being read, and the entry in it whose key has come and whose value has not."""

    __slots__ = ("collection", "holder", "waiting")

    def __init__(self, collection: Collection, holder: Entry | None) -> None:
        self.collection, self.holder = collection, holder
        self.waiting: Entry | None = None


class _Builder:
    """Reads the parser's events, and lays each comment where it belongs when what follows it is met."""

    def __init__(self, text: str) -> None:
        self.text, self.lines, self.starts = text, lines_of(text), line_starts_of(text)
        self.events = all_events(text)
        self.comments = list(comments_between(text, self.starts, self.events))
        self.next_comment = 0
        self.stack: list[_Frame] = []
        self.closed: list[Collection] = []
        self.last: Entry | None = None
        self.last_line = _BEFORE_ALL
        self.result = Tree([], after_blank=False, root=Collection(is_list=False, in_braces=False, column=0, line=0))

    def tree(self) -> Tree:
        """Read all."""
        for event in self.events:
            match type(event).__name__:
                case "ScalarEvent":
                    self._scalar(event)
                case "MappingStartEvent" | "SequenceStartEvent":
                    self._open(event)
                case "MappingEndEvent" | "SequenceEndEvent":
                    self._close(event)
        self.result.root.tail += self._notes_before(len(self.text) + 1, _BEFORE_ALL)
        self._hand_on_ignores(self.result.root)
        return self.result

    def _hand_on_ignores(self, root: Collection) -> None:
        """Give the first key the comments at the top that silence a finding of it; all others belong to the file."""
        head = self.result.head
        first = next((i for i, note in enumerate(head) if is_ignore(note.text)), len(head))
        if root.entries and first < len(head):
            self.result.after_blank = head[first].after_blank
            root.entries[0].head[:0] = head[first:]
            del head[first:]

    def _scalar(self, event: Event) -> None:
        frame = self.stack[-1]
        if not frame.collection.is_list and frame.waiting is None:
            frame.waiting = self._entry(event, event.value)
            frame.collection.entries.append(frame.waiting)
        elif frame.waiting is not None and self._is_nowhere(event):
            frame.waiting = None
            return
        else:
            self._take_value(event)
        self.last_line = event.start_mark.line if event.style in BLOCKS else event.end_mark.line

    def _is_nowhere(self, event: Event) -> bool:
        """Tell whether a value is not there: the parsers differ on whether it stands before comments or after them."""
        return self._offset(event.start_mark) == self._offset(event.end_mark)

    def _take_value(self, event: Event) -> None:
        self.last = self._holder(event)
        self.last.value = self._value(event)

    def _value(self, event: Event) -> Scalar:
        start, end = self._offset(event.start_mark), self._offset(event.end_mark)
        is_empty = bool(event.implicit[0]) and event.value in {"", "~", "null", "Null", "NULL"}
        raw = self.text[start:end]
        style = event.style or ""
        if style in BLOCKS:
            found = _HEADER.match(raw)
            raw = found.group() if found else raw
        return Scalar(None if is_empty else event.value, style, raw)

    def _entry(self, event: Event, key: str | None) -> Entry:
        """Make an entry where one begins, with the comments above it."""
        line, column = event.start_mark.line, event.start_mark.column
        if key is None:
            column = self.stack[-1].collection.column
        notes = self._notes_before(self._offset(event.start_mark), column)
        entry = Entry(key, Scalar(None, "", ""), notes, after_blank=self._is_after_blank(line))
        self.last = entry
        return entry

    def _holder(self, event: Event) -> Entry:
        """Give the entry whose value begins here."""
        frame = self.stack[-1]
        if frame.collection.is_list:
            entry = self._entry(event, None)
            frame.collection.entries.append(entry)
            return entry
        entry, frame.waiting = frame.waiting or Entry(None, Scalar(None, "", "")), None
        if type(event).__name__ == "ScalarEvent" or event.flow_style:
            entry.head += self._notes_before(self._offset(event.start_mark), event.start_mark.column)
        return entry

    def _open(self, event: Event) -> None:
        holder = self._holder(event) if self.stack else None
        is_list, in_braces = type(event).__name__ == "SequenceStartEvent", bool(event.flow_style)
        collection = Collection(is_list, in_braces, event.start_mark.column, event.start_mark.line)
        if holder is None:
            self._begin(event, collection)
        else:
            holder.value = collection
        self.stack.append(_Frame(collection, holder))
        if in_braces:
            self.last_line = event.start_mark.line

    def _begin(self, event: Event, root: Collection) -> None:
        """Take the whole document, and the comments above it."""
        head = self._notes_before(self._offset(event.start_mark), _BEFORE_ALL)
        self.result = Tree(head, after_blank=self._is_after_blank(event.start_mark.line), root=root)

    def _close(self, event: Event) -> None:
        frame = self.stack.pop()
        if not frame.collection.in_braces:
            self.closed.append(frame.collection)
            return
        frame.collection.tail = self._notes_before(self._offset(event.end_mark) - 1, _BEFORE_ALL)
        frame.collection.is_on_one_line = frame.collection.line == event.end_mark.line
        self.last, self.last_line = frame.holder, event.end_mark.line

    def _notes_before(self, offset: int, column: int) -> list[Note]:
        """Lay the comments before a place where they belong; give those that belong to what begins there.

        A comment beside something belongs to it. One further in than what follows belongs to the end of what has just
        been closed, as far in as the comment stands.
        """
        found: list[Note] = []
        limit = sys.maxsize
        for comment in self._comments_before(offset):
            if self._is_beside_last(comment):
                continue
            note = Note(comment.text, comment.is_alone and self._is_after_blank(comment.line))
            limit = min(limit, comment.column)
            into = self._closed_around(column, limit)
            if into is not None and not found:
                limit = into.column
                into.tail.append(note)
            else:
                found.append(note)
        self.closed = []
        return found

    def _closed_around(self, column: int, limit: int) -> Collection | None:
        """Give what has just been closed that a comment belongs to, by its column and that of what follows.

        The dashes of a list may stand straight below its key, and so no further in than what follows.
        """
        flush = [one for one in self.closed if one.is_list and one.column == column < limit]
        inside = [one for one in self.closed if column < one.column <= limit]
        return max(inside or flush, key=lambda one: one.column, default=None)

    def _comments_before(self, offset: int) -> list[Comment]:
        """Give the comments before a place that have not been laid anywhere."""
        first = self.next_comment
        while self.next_comment < len(self.comments) and self.comments[self.next_comment].offset < offset:
            self.next_comment += 1
        return self.comments[first : self.next_comment]

    def _is_beside_last(self, comment: Comment) -> bool:
        """Lay a comment beside what was last met, where it stands there; tell whether it does."""
        if comment.is_alone or comment.line != self.last_line or self.last is None:
            return False
        if self.last.beside:
            self.last.head.append(Note(comment.text))
        else:
            self.last.beside = comment.text
        return True

    def _is_after_blank(self, line: int) -> bool:
        return line > 0 and not self.lines[line - 1].strip()

    def _offset(self, mark: Event) -> int:
        return self.starts[mark.line] + int(mark.column) if mark.line < len(self.starts) else len(self.text)
