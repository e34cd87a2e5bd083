"""What was written in a Word file, held against the sheet that it was and the document as it is now."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from samverkan.differing import Matcher
from samverkan.editable.adding import lines_to_paste
from samverkan.editable.rewriting import NotKeptError, rewritten
from samverkan.editable.sheet import Value, sheet_of
from samverkan.editable.values import as_before, known_field, normal
from samverkan.gather import read_one
from samverkan.model.kinds import model_of
from samverkan.source.faults import is_unreadable
from samverkan.words.commands import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.editable.base import Given
    from samverkan.editable.reading import Answer, Returned, Tracked
    from samverkan.editable.sheet import Place
    from samverkan.editable.values import KnownField
    from samverkan.findings import KeyPath, Remark
    from samverkan.source.files import SourceFile
    from samverkan.words.sentence import FieldValue, Text
    from samverkan.workspace.document import Document


@dataclass(frozen=True, slots=True)
class Change:
    """A value that was changed.

    Attributes:
        title: what it is called.
        path: where it stands in the file.
        old: what it was, as readers see it.
        new: what was written.
        written: the same as the file is to hold it.
        tracked: who changed it and when, where Word says so.
    """

    title: str
    path: KeyPath
    old: str
    new: str
    written: str
    tracked: tuple[Tracked, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A value that has changed in both places since the sheet was made: as it was, in Word, and in the file."""

    title: str
    was: str
    in_word: str
    in_file: str


@dataclass(slots=True)
class Merge:
    """What becomes of a document.

    Attributes:
        changes: what is new.
        proposals: what Word has kept track of and nobody has accepted, where these are only to be listed.
        conflicts: what has changed in both places; then nothing is written.
        refused: why some of what was written cannot stand in the file.
        noted: what else differs from the sheet: fields that are gone, and text outside all fields.
        text: the file's text with the changes.
    """

    changes: list[Change] = field(default_factory=list)
    proposals: list[Change] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    refused: list[Text] = field(default_factory=list)
    noted: list[Text] = field(default_factory=list)
    text: str = ""


def merged(sheet: Returned, source: SourceFile, document: Document, *, lists_tracked: bool = False) -> Merge:
    """Bring what was written in a Word file into its document.

    Args:
        sheet: the Word file.
        source: the document's file.
        document: the document as it is now, read whole.
        lists_tracked: whether tracked changes are listed as proposals rather than taken as accepted.

    Raises:
        NotKeptError: the file cannot be rewritten so that all else in it stays as it is.
    """
    result = Merge(text=document.text)
    now = _Now(document)
    for number, given in enumerate(sheet.base.values):
        answer = sheet.answers.get(number)
        if answer is not None:
            _take(result, now, given, answer, lists_tracked=lists_tracked)
    result.noted += _told_gone(sheet)
    result.noted += _told_outside(sheet, now)
    _write(result, source, document)
    return result


def _told_gone(sheet: Returned) -> Iterator[Text]:
    """Tell of fields that are gone, each; of parts all fields of which are gone, once."""
    whole = {_part(given) for given in sheet.base.values}
    whole -= {_part(sheet.base.values[number]) for number in sheet.answers}
    told: set[str] = set()
    for number, given in enumerate(sheet.base.values):
        part = _part(given)
        if number in sheet.answers or part in told:
            continue
        if part in whole and ": " in given.title:
            told.add(part)
            yield sentence("merge-part-gone", title=part)
        else:
            yield sentence("merge-field-gone", title=given.title)


def _part(given: Given) -> str:
    return given.title.rpartition(": ")[0] or given.title


class _Now:
    """The document as it is: its values by where they stand."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.kind, self.model = document.kind or "", model_of(document.kind or "")
        self.values = [block for block in sheet_of(document) if isinstance(block, Value)]
        self.by_place = {value.place: value for value in self.values}

    def held(self, value: Value) -> str:
        """Give what the file holds at a value."""
        return str(self.document.value_at(value.path))

    def is_same(self, here: Value | None, one: str, other: str) -> bool:
        """Tell whether two texts say the same at a place: the same words, or the same choice, figure or day."""
        if one == other or here is None:
            return one == other
        known = known_field(self.kind, self.model, here.path)
        return bool(one and other) and not known.is_prose and known.written(one) == known.written(other) is not None

    def find(self, given: Given) -> Value | None:
        """Find a value of the sheet: at its place, else the only one of its list that has its text still."""
        here = self.by_place.get(given.place)
        if here is not None and normal(here.text) == normal(given.text):
            return here
        same = [value for value in self.values if _keys(value.place) == _keys(given.place)]
        same = [value for value in same if normal(value.text) == normal(given.text)]
        return same[0] if len(same) == 1 and _keys(given.place) != given.place else here


def _keys(place: Place) -> Place:
    """Give where a value stands without the numbers of those in lists that have no id."""
    return tuple(step for step in place if isinstance(step, str))


def _take(result: Merge, now: _Now, given: Given, answer: Answer, *, lists_tracked: bool) -> None:
    asked = answer.rejected if lists_tracked else answer.accepted
    if lists_tracked and answer.accepted != answer.rejected:
        result.proposals.append(Change(given.title, (), answer.rejected, answer.accepted, "", answer.tracked))
    here = now.find(given)
    in_file = normal(here.text) if here else ""
    if now.is_same(here, asked, normal(given.text)) or (asked and now.is_same(here, asked, in_file)):
        return  # as it was, or the file says so already
    if here is None or in_file != normal(given.text):
        result.conflicts.append(Conflict(given.title, given.text, asked, in_file))
        return
    change = Change(given.title, here.path, given.text, asked, "", answer.tracked)
    _take_new(result, known_field(now.kind, now.model, here.path), change, now.held(here))


def _take_new(result: Merge, known: KnownField, change: Change, old: str) -> None:
    """Take what was written for a value that is in the file as it was, unless it cannot stand there."""
    asked, title = change.new, change.title
    written = known.written(asked)
    if not asked:
        result.refused.append(sentence("merge-empty", title=title))
    elif written is None:
        names = ", ".join(name or value for value, name in known.choices)
        result.refused.append(sentence("merge-no-choice", title=title, text=asked[:80], known=names))
    else:
        result.changes.append(replace(change, written=as_before(written, old) if known.is_prose else written))


def _told_outside(sheet: Returned, now: _Now) -> Iterator[Text]:
    """Tell of lines that have come beside the fields, and of those that are gone or changed."""
    fixed, found = sheet.base.fixed, sheet.outside
    before, after = [normal(line) for line in fixed], [line.text for line in found]
    for kind, start, end, first, last in Matcher(before, after).get_opcodes():
        if kind == "equal":
            continue
        for line in found[first:last]:
            key = "merge-outside" if line.after else "merge-outside-first"
            yield sentence(key, text=line.text[:200], after=line.after)
            here = now.find(sheet.base.values[line.number]) if line.number is not None else None
            if here is not None and kind == "insert":
                yield from lines_to_paste(now.document, here.path, line.text)
        if kind == "delete":
            yield from (sentence("merge-label-gone", text=line[:200]) for line in before[start:end])


def _write(result: Merge, source: SourceFile, document: Document) -> None:
    """Put the changes in the text; those that would make the file wrong in its form are refused, with why."""
    while result.changes:
        values = {change.path: change.written for change in result.changes}
        text = rewritten(document.text, document.kind or "", values)
        why = _wrong(source, document, text, result.changes)
        if not why:
            result.text = text
            return
        for change, remark in why:
            fields: dict[str, FieldValue] = {"title": change.title, "text": change.new[:80]}
            result.refused.append(sentence("merge-refused", **fields, why=remark.message, cure=remark.help))
        refused = [change for change, _ in why]
        result.changes = [change for change in result.changes if change not in refused]


def _wrong(source: SourceFile, document: Document, text: str, changes: Sequence[Change]) -> list[tuple[Change, Remark]]:
    """Find the changes that make a file wrong in its form, each with what is then said of it.

    Raises:
        NotKeptError: it is wrong in another place.
    """
    after, faults = read_one(source, text.encode())
    new = _new_remarks(document, after) if after is not None else []
    why = ((change, next((one for one in new if _is_of(one.path, change.path)), None)) for change in changes)
    found = [(change, remark) for change, remark in why if remark]
    if is_unreadable(faults) or after is None or (new and not found):
        raise NotKeptError
    return found


def _new_remarks(before: Document, after: Document) -> list[Remark]:
    known = {(remark.path, remark.rule) for remark in before.remarks}
    return [remark for remark in after.remarks if (remark.path, remark.rule) not in known]


def _is_of(path: KeyPath, changed: KeyPath) -> bool:
    """Tell whether what is wrong with a place may come of what was changed: the same place, around it or in it."""
    shorter = min(len(path), len(changed))
    return path[:shorter] == changed[:shorter]
