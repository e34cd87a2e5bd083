"""What there is already that a new document is made from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from samverkan.drafts.sheet import BLANK, Draft, Noted, Value, sheet
from samverkan.model.choices import Kind, PartyType
from samverkan.model.kinds import model_of
from samverkan.words import drafts as said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from samverkan.words.sentence import Language
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace


@dataclass(frozen=True, eq=False)
class Basis:
    """What a new document is made from.

    Attributes:
        kind: the kind of the new document.
        workspace: the documents that there are.
        today: the day.
        year: the year that the new document is for.
        agreement: the agreement that it belongs to, or that it succeeds.
        picture: the situation picture that it builds on.
        analysis: the cause analysis that it builds on, where that is a document of its own.
        earlier: the latest document of the same kind, whose place it takes.
        reader: the language of the one who is to fill it in.
    """

    kind: Kind
    workspace: Workspace
    today: date
    year: int
    agreement: Document | None = None
    picture: Document | None = None
    analysis: Document | None = None
    earlier: Document | None = None
    reader: Language = "sv"

    @property
    def nearest(self) -> Document | None:
        """The document that the new one is most like, or belongs to: it has its language and its folder."""
        return self.earlier or self.agreement or self.picture

    @property
    def language(self) -> Language:
        """The language of the new document."""
        model = self.nearest.model if self.nearest else None
        return "en" if model is not None and model.language == "en" else "sv"

    @property
    def notes(self) -> Language:
        """The language of comments: the reader's, but English in a document that is in English."""
        return "en" if self.language == "en" else self.reader

    def draft(self, body: Mapping[str, Value], note: str = "") -> Draft:
        """Write the new document.

        Args:
            body: what stands in it after its title.
            note: what is said first in the file, besides what to do.
        """
        name = self.name
        data: dict[str, Value] = {"samverkan": "1", "kind": self.kind.value, "id": name, "title": self.title}
        if self.language == "en":
            data["language"] = "en"
        data["status"] = Noted("draft", said.DRAFT_STATUS.say(self.notes))
        head = "\n".join(filter(None, (said.DRAFT_HEAD.say(self.notes), note)))
        return Draft(name, sheet(model_of(self.kind), {**data, **body}, head, self.notes))

    @cached_property
    def name(self) -> str:
        """The id of the new document, of which there is none yet."""
        wanted = f"{said.FILE_NAMES[self.kind].say(self.language)}-{self.year}"
        earlier = self.earlier.id if self.earlier else None
        if earlier and re.search(r"(?<![0-9])[0-9]{4}(?![0-9])", earlier):
            wanted = re.sub(r"(?<![0-9])[0-9]{4}(?![0-9])", str(self.year), earlier, count=1)
        number, name = 1, wanted
        while name in self.workspace.by_id:
            number += 1
            name = f"{wanted}-{number}"
        return name

    @property
    def title(self) -> str:
        """The title of the new document: that of the earlier one with another year, or made of the parties' names."""
        before = self.earlier.model.title if self.earlier and self.earlier.model else ""
        old = _year_in(before)
        if before and old:
            return before.replace(old, str(self.year))
        names = self.parties if self.kind is Kind.AGREEMENT else self.municipalities or self.parties
        joined = said.all_of([name for _, name in names], self.language)
        return said.TITLES[self.kind].with_fields(names=joined, year=str(self.year)).say(self.language)

    @cached_property
    def parties(self) -> list[tuple[str, str]]:
        """Id and name of each party that stands behind what there is."""
        around = self.workspace.relations.parties_of(self.nearest) if self.nearest else ()
        return [(party.id, party.name) for party in around]

    @cached_property
    def municipalities(self) -> list[tuple[str, str]]:
        """Id and name of each municipality among the parties."""
        around = self.workspace.relations.parties_of(self.nearest) if self.nearest else ()
        return [(party.id, party.name) for party in around if party.type is PartyType.MUNICIPALITY]

    def links(self) -> dict[str, Value]:
        """Name the agreement that the new document belongs to; without one, its parties."""
        if self.agreement is not None:
            return {"agreement": self.agreement.id or BLANK}
        own = data_of(self.nearest).get("parties")
        return {"parties": own} if own else {}

    def ref(self, name: Any, owner: Document | None) -> Any:
        """Refer to a part of a document, or to several: by the id, with the document's where others have the same."""
        if isinstance(name, list):
            return [self.ref(one, owner) for one in name]
        if owner is None or not owner.id or not isinstance(name, str) or name not in owner.all_ids:
            return name
        others = [one for one in (self.agreement, self.picture, self.analysis) if one and one is not owner]
        return f"{owner.id}#{name}" if any(name in one.all_ids for one in others) else name

    def supersedes(self) -> dict[str, Value]:
        """Name the earlier document, whose place the new one takes."""
        return {"supersedes": self.earlier.id} if self.earlier and self.earlier.id else {}

    def fresh(self, part: str) -> Iterator[str]:
        """Give new ids of parts of a kind, one after the other: `mål-1`, `mål-2`."""
        documents = (self.agreement, self.picture, self.analysis, self.earlier)
        taken = frozenset[str]().union(*(document.all_ids for document in documents if document))
        number = 0
        while True:
            number += 1
            name = f"{said.PART_NAMES[part].say(self.language)}-{number}"
            if name not in taken:
                yield name


def data_of(document: Document | None) -> dict[str, Any]:
    """Give the plain data of a document, with what is empty there left to fill in here too."""
    return _blanked(document.data) if document is not None and isinstance(document.data, dict) else {}


def _blanked(data: Any) -> Any:
    if isinstance(data, Mapping):
        return {key: _blanked(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_blanked(value) for value in data]
    return BLANK if data is None else data.rstrip("\n") if isinstance(data, str) else data


def listed(value: Any) -> list[Any]:
    """Give the items of a list; one that stands alone in a list's place is its only item."""
    if isinstance(value, list):
        return value
    return [] if value is None or value is BLANK else [value]


def mappings(value: Any, text_key: str) -> Iterator[dict[str, Any]]:
    """Give the items of a list as mappings; a text alone stands for its key."""
    for item in listed(value):
        yield dict(item) if isinstance(item, Mapping) else {text_key: item}


def kept(data: Mapping[str, Any], keys: Iterable[str]) -> dict[str, Any]:
    """Give some keys of a mapping, in the order that they are named."""
    return {key: data[key] for key in keys if key in data}


def _year_in(text: str) -> str:
    """Give the year that a text names; empty where it names none or several, of which none is the one to change."""
    found = set(re.findall(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", text))
    return found.pop() if len(found) == 1 else ""
