"""A file of ours: its data, its model, and what it says of itself."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from samverkan.model.agreement import Agreement
from samverkan.model.document import Dated, Signed, Timed
from samverkan.model.fields import part_at
from samverkan.model.fingerprint import fingerprint
from samverkan.model.kinds import model_of
from samverkan.model.survey import Survey, survey
from samverkan.model.terms import Lasting, Period, PromisePeriod
from samverkan.source.decoding import text_in
from samverkan.source.extents import Extents
from samverkan.source.positions import positions_in
from samverkan.workspace.remembered import remembered

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path

    from samverkan.findings import KeyPath, Remark, Span
    from samverkan.model.base import Part
    from samverkan.model.choices import Item
    from samverkan.model.dates import CoarseDate
    from samverkan.model.document import DocumentModel
    from samverkan.model.links import Link
    from samverkan.model.texts import AuthoredText
    from samverkan.source.positions import Positions


_CONTAINERS = (dict, list)
"""What others stand in; a union is slower to ask of, and this is asked of every value in a workspace."""


class Place(NamedTuple):
    """A part that has an id: where it stands, what it is, and the part itself where it could be read."""

    path: KeyPath
    item: Item | None
    part: Part | None


@dataclass(frozen=True, eq=False)
class Document:
    """A file of ours.

    Attributes:
        file: the file as the user knows it, safe to print.
        written: what it holds, as a text, or as the bytes that it was read from, which others hold too.
        data: the plain data, with keys in the order of the file.
        kind: the document's kind, where known.
        model: the model, or None where the file could not be read as one.
        unread: places that are left out of the model because they are wrong.
        remarks: what is wrong with the document's shape.
        is_asked: whether the user asked about it; the others are there to be referred to.
        path: where the file is; None for what came on the standard input.
    """

    file: str
    written: str | bytes
    data: Any
    kind: str | None
    model: DocumentModel | None
    unread: frozenset[KeyPath] = frozenset()
    remarks: tuple[Remark, ...] = ()
    is_asked: bool = True
    path: Path | None = None

    @property
    def text(self) -> str:
        """What the file holds."""
        return self.written if isinstance(self.written, str) else _text_of(self.written)

    @property
    def id(self) -> str | None:
        """The document's id, also where the rest of the file is broken."""
        found = self.data.get("id") if isinstance(self.data, dict) else None
        return found if isinstance(found, str) else None

    @property
    def title(self) -> str:
        """What readers know the document by: its title, or else its id or file where it could not be read."""
        return self.model.title if self.model is not None else self.id or self.file

    def written_path(self, path: KeyPath) -> KeyPath:
        """Give a path as the file has it: one item may stand for a list, one text for a mapping."""
        value: Any = self.data
        written: list[str | int] = []
        for step in path:
            if isinstance(value, str):
                break
            if isinstance(value, dict) and step == 0:
                continue  # one mapping stands for a list of them
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return path
            written.append(step)
        return tuple(written)

    def span_of(self, path: KeyPath) -> Span:
        """Give where a place stands in the file."""
        return self.positions.of(self.written_path(path))

    def value_at(self, path: KeyPath) -> Any:
        """Give the plain data at a place; None where the file does not hold it."""
        value: Any = self.data
        for step in self.written_path(path):
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def is_unread(self, path: KeyPath) -> bool:
        """Tell whether a place, what it is part of or a part of it could not be read, or has become part of a text."""
        if not self._not_there:
            return False
        path = self.written_path(path)
        return path in self._around_not_there or any(path[:i] in self._not_there for i in range(len(path)))

    @cached_property
    def _not_there(self) -> frozenset[KeyPath]:
        """The places that could not be read, or that have become part of a text."""
        from samverkan.workspace.within import keys_within  # noqa: PLC0415 - heavy, and only where something is wrong

        within = ((*self.written_path(one.around), one.found.key) for one in keys_within(self))
        return self.unread.union(within)

    @cached_property
    def _around_not_there(self) -> frozenset[KeyPath]:
        """These places, and everything that they are part of."""
        return frozenset(place[:i] for place in self._not_there for i in range(len(place) + 1))

    @cached_property
    def has_lost_ids(self) -> bool:
        """Whether some ids are not known: those of a part at the top that shows none, or one that is left out."""
        if any(len(path) > 1 and path[-1] == "id" and self.value_at(path) is None for path in self.unread):
            return True
        shown = {path[:i] for path, _ in self.item_ids for i in range(len(path))} if self.unread else set()
        kind = model_of(self.kind) if self.kind is not None and self.unread - shown else None
        return kind is not None and any(_holds_ids(kind, path) for path in self.unread - shown)

    @cached_property
    def ids_meant(self) -> frozenset[str]:
        """The ids that some were meant as which cannot be ids, `bråk-om-skulder` for `Bråk om skulder`, or are no ids.

        Those of parts that have become part of a text are such.
        """
        from samverkan.model.mends import as_id  # noqa: PLC0415 - heavy, and only for what is wrong
        from samverkan.workspace.within import ids_within, keys_within  # noqa: PLC0415

        written = [self.value_at(path) for path in self.unread if len(path) > 1 and path[-1] == "id"]
        within = (ids_within(one.found.value) for one in keys_within(self))
        return frozenset((*(as_id(one) for one in written if isinstance(one, str)), *chain.from_iterable(within)))

    @property
    def is_whole(self) -> bool:
        """Whether everything that the author wrote could be read."""
        return self.model is not None and not self.unread

    @cached_property
    def period(self) -> tuple[date | None, date | None]:
        """The first and the last day that the document applies; None where it has none, or none that is known."""
        first = self.start.first if self.start else None
        return first, self.lasting.last_day(first) if self.lasting else None

    @property
    def is_backwards(self) -> bool:
        """Whether the end that is stated lies before the start, so that nothing can be held against the two."""
        start, end = (self.lasting.starts_on, self.lasting.ends_on) if self.lasting else (None, None)
        return start is not None and end is not None and end.last < start.first

    @property
    def lasting(self) -> Lasting | None:
        """How long the document applies, as it says; None where it does not."""
        match self.model:
            case Agreement(validity=found) | Timed(period=Lasting() as found):
                return found
        return None

    @property
    def start(self) -> CoarseDate | None:
        """The date from which the document applies: its own, or else the signing that it waits for."""
        found = self.lasting
        waits = isinstance(found, Period | PromisePeriod) and (found.start is None or found.start.is_signing)
        signed = self.model.signed_on if waits and isinstance(self.model, Signed) else None
        return (found.starts_on if found else None) or signed

    @property
    def signed_on(self) -> CoarseDate | None:
        """The date when an agreement was signed by all; other kinds apply whether they are signed or not."""
        return self.model.signed_on if isinstance(self.model, Agreement) else None

    @property
    def began(self) -> CoarseDate | None:
        """The date from which something can have been done under the document: its signing, or else its start."""
        return self.signed_on or self.start

    @property
    def made_on(self) -> date | None:
        """The day when the document was made: its own date, its last decision, its signing, or its first day."""
        return self.made.last if self.made else self.period[0]

    @cached_property
    def made(self) -> CoarseDate | None:
        """When the document was made, as it says: its own date, its last decision or its signing."""
        model = self.model
        own = model.made if isinstance(model, Dated) else None
        signed = model.signatures.date if isinstance(model, Signed) and model.signatures else None
        return own or (model.decided_on if model else None) or signed

    @property
    def stamp(self) -> CoarseDate | None:
        """The date that finished files bear: the signing, the last decision or the document's own; None for none."""
        model = self.model
        signed = model.signed_on if isinstance(model, Signed) else None
        own = model.made if isinstance(model, Dated) else None
        return signed or (model.decided_on if model else None) or own

    def is_known(self, today: date) -> bool:
        """Tell whether the document existed on a day: not where its own date, decisions and signing all came later."""
        model = self.model
        if model is None:
            return True
        own = model.made if isinstance(model, Dated) else None
        signatures = model.signatures if isinstance(model, Signed) else None
        signed = (signatures.signed_on, signatures.date) if signatures else ()
        dates = [day for day in (own, *signed, *model.decision_dates) if day is not None]
        return not dates or min(day.first for day in dates) <= today

    @cached_property
    def item_ids(self) -> tuple[tuple[KeyPath, str], ...]:
        """The ids of the document's parts with their places, also in what could not be read."""
        found: list[tuple[KeyPath, str]] = []
        waiting: list[tuple[KeyPath, Any]] = [((), self.data)]
        while waiting:
            path, value = waiting.pop()
            if isinstance(value, dict) and path and isinstance(value.get("id"), str):
                found.append(((*path, "id"), value["id"]))
            inside = value.items() if isinstance(value, dict) else enumerate(value)
            waiting += reversed([((*path, key), inner) for key, inner in inside if isinstance(inner, _CONTAINERS)])
        return tuple(found)

    @cached_property
    def all_ids(self) -> frozenset[str]:
        """The ids of the document's parts, also in what could not be read."""
        return frozenset(name for _, name in self.item_ids)

    @cached_property
    def items(self) -> dict[str, Place]:
        """The document's parts by id; of what could not be read only the place is known."""
        found = {name: Place(path[:-1], None, None) for path, name in reversed(self.item_ids)}
        if self.model is not None:
            for path, part in reversed(self.parts):
                if path and part.own_id is not None and part.item is not None:
                    found[part.own_id] = Place(path, part.item, part)
        return found

    @cached_property
    def parts(self) -> Sequence[tuple[KeyPath, Part]]:
        """Every part of the document with its place, the document itself first."""
        return _survey_of(self).parts

    def parts_of(self, *kinds: type[Any]) -> Sequence[tuple[KeyPath, Part]]:
        """Give the parts of some classes with their places: of most classes a document has none."""
        wanted = {kind for kind in self._kinds_of_parts if _is_one_of(kind, kinds)}
        return [one for one in self.parts if type(one[1]) in wanted] if wanted else ()

    @cached_property
    def _kinds_of_parts(self) -> frozenset[type[Part]]:
        return frozenset(type(part) for _, part in self.parts)

    @cached_property
    def links(self) -> Sequence[Link]:
        """Every reference that the document makes."""
        return _survey_of(self).links

    @property
    def texts(self) -> Sequence[AuthoredText]:
        """Every text that the author wrote, with its place."""
        return _survey_of(self).texts

    @property
    def all_texts(self) -> str:
        """The texts in one, to tell at once whether something stands in any of them.

        Each is on lines of its own, with a character between them that no text holds.
        """
        return _in_one(self)[0]

    def texts_with(self, pattern: re.Pattern[str], *, holding: Sequence[str] = ("",)) -> Sequence[AuthoredText]:
        """Give the texts, if a pattern fits somewhere in them; in which of them is for the one who asks to see.

        Args:
            pattern: the pattern.
            holding: what it holds, one or another, in small letters; where none of these stands it is not tried.
        """
        whole, in_small_letters = _in_one(self)
        may_fit = any(seek(in_small_letters) for seek in _seekers(tuple(holding)))
        return self.texts if may_fit and pattern.search(whole) else ()

    @cached_property
    def fingerprint(self) -> str:
        """The fingerprint of the agreed text; empty where the document could not be read."""
        return fingerprint(self.model, _survey_of(self)) if self.model is not None else ""

    @property
    def positions(self) -> Positions:
        """Where each key and value stands."""
        return positions_in(self.text)

    @property
    def extents(self) -> Extents:
        """Where each key and value begins and ends, to mend them."""
        return _extents_of(self.text)


@cache
def _is_one_of(kind: type[Part], kinds: tuple[type[Any], ...]) -> bool:
    return issubclass(kind, kinds)


@lru_cache(maxsize=8)
def _text_of(written: bytes) -> str:
    """Give the text of a file that has been read; one dash makes it twice as large in memory, so few are kept."""
    return text_in(written)


@lru_cache(maxsize=8)
def _extents_of(text: str) -> Extents:
    """Find the extents in a text, and keep those of the last few: one file after another is mended."""
    return Extents(text)


@remembered(maxsize=16)
def _survey_of(document: Document) -> Survey:
    """Gather what a document holds; its texts are not kept longer, for those of thousands would take much memory."""
    return survey(document.model) if document.model is not None else Survey()


@remembered(maxsize=4)
def _in_one(document: Document) -> tuple[str, str]:
    """Give the texts of a document in one, as they are and in small letters; one document is asked after the other."""
    texts = [written.text for written in document.texts]
    whole = "\n" + "\n\0\n".join(texts) + "\n" if texts else ""
    return whole, whole.lower()


@cache
def _seekers(holding: tuple[str, ...]) -> Sequence[Callable[[str], object]]:
    """Give what finds any of some hints: those that begin with the same mark, such as `[`, are looked for together."""
    by_mark: dict[str, list[str]] = {}
    for hint in holding:
        by_mark.setdefault(hint if hint[:1].isalnum() else hint[:1], []).append(hint)
    patterns = (
        re.compile(re.escape(mark) + f"(?:{'|'.join(re.escape(hint.removeprefix(mark)) for hint in hints)})")
        for mark, hints in by_mark.items()
    )
    return [pattern.search for pattern in patterns]


def _holds_ids(kind: type[DocumentModel], path: KeyPath) -> bool:
    """Tell whether parts with ids belong at a place: any part at the top of a document, or one that has one below."""
    part = part_at(kind, path) if path and isinstance(path[-1], str) else None
    return part is not None and (len(path) == 1 or "id" in part.model_fields)


def ids_in(text: str) -> frozenset[str]:
    """Give the id that a file seems to have, though it cannot be read as YAML."""
    found = re.search(r"^id:[ ]*[\"']?([^\s\"'#]+)", text, re.MULTILINE)
    return frozenset({found[1]} if found else ())


def folded(written: str) -> str:
    """Give the form of an id in which other ways to write its letters are equal: composed letters, no case."""
    return unicodedata.normalize("NFC", written).casefold()
