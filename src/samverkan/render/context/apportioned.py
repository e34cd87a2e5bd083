"""Lists of clauses that an author apportions among sections: some here, the rest elsewhere."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from samverkan.model.agreement import Agreement, AgreementSection, Block
from samverkan.render.context.document import DocumentContext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from samverkan.model.choices import Choice
    from samverkan.model.cooperation import Commitment
    from samverkan.model.sections import Section
    from samverkan.render.context.values import Context, PartOfSection

_LISTS: frozenset[Choice] = frozenset(
    {Block.PURPOSES, Block.FORUMS, Block.GOALS, Block.FOCUS_AREAS, Block.COMMITMENTS, Block.PLANNED_DOCUMENTS}
)


class ApportionedParts(DocumentContext[Agreement]):
    """The parts of an agreement, some of which its author apportions among sections."""

    def moved(self) -> set[Choice]:
        """The parts that stand in sections of the author's; the rest of those in part keeps its own."""
        return {
            block for section in self.model.sections for block in section.shows if not self._is_some(section, block)
        }

    def parts_of(self, section: Section) -> Iterable[PartOfSection | None]:
        """What a section of the author's shows: some of a part, or a part without what other sections show of it."""
        for block in section.shows:
            if self._is_some(section, block):
                part = self._some(block, _ids(section).__contains__)
                yield _under(part, section.title or "") if part else None
            else:
                yield self.block(block)

    def block(self, block: Choice) -> PartOfSection | None:
        """What a part of the agreement shows, without what sections show of it."""
        elsewhere = self._apportioned.get(block)
        return self._some(block, lambda name: name not in elsewhere) if elsewhere else super().block(block)

    @cached_property
    def commitments_by_area(self) -> Mapping[str, Sequence[Commitment]]:
        """The commitments that stand within their focus areas: where a section shows both, all of the areas."""
        found: dict[str, list[Commitment]] = {}
        whole = self.document.model
        areas = {area.id for area in whole.focus_areas} if isinstance(whole, Agreement) else set()
        for one in self._beside_areas():
            if one.focus_area and one.focus_area in areas:
                found.setdefault(one.focus_area, []).append(one)
        return found

    def _beside_areas(self) -> Iterator[Commitment]:
        """The commitments that a section shows after all the focus areas."""
        elsewhere = self._apportioned.get(Block.COMMITMENTS, set())
        whole = self.document.model
        commitments = whole.commitments if isinstance(whole, Agreement) else ()
        for section in self.model.sections:
            if Block.COMMITMENTS in section.shows and self._shows_areas(section):
                is_some = self._is_some(section, Block.COMMITMENTS)
                here = set(_ids(section)) if is_some else {one.id for one in commitments} - elsewhere
                yield from (one for one in commitments if one.id in here)

    def _shows_areas(self, section: Section) -> bool:
        return Block.FOCUS_AREAS in section.shows and Block.FOCUS_AREAS not in self._apportioned

    def _some(self, block: Choice, is_here: Callable[[str | None], bool]) -> PartOfSection | None:
        """What some of a part shows: no more is written, for the first to cite a note carries its number."""
        whole = self.model
        here = tuple(one for one in vars(whole)[block.value] if is_here(one.id))
        self.model = whole.model_copy(update={block.value: here})
        try:
            return super().block(block)
        finally:
            self.model = whole

    @cached_property
    def _apportioned(self) -> Mapping[Choice, set[str]]:
        found: dict[Choice, set[str]] = {}
        for section in self.model.sections:
            for block in section.shows:
                if self._is_some(section, block):
                    found.setdefault(block, set()).update(_ids(section))
        return found

    def _is_some(self, section: Section, block: Choice) -> bool:
        """Tell whether a section shows some of a part: those of which it names one or more."""
        held = vars(self.document.model)[block.value] if block in _LISTS else ()
        return any(one.id in _ids(section) for one in held if one.id)


def _ids(section: Section) -> tuple[str, ...]:
    return section.only if isinstance(section, AgreementSection) else ()


def _under(part: PartOfSection, heading: str) -> PartOfSection:
    """Put a part's clauses under no heading but the author's, which none of them repeats."""
    found = _dicts(part.content, "clauses")
    kept = [{**one, "title": ""} if one["title"] == heading and one.get("lead") else one for one in found]
    return replace(
        part, heading="", content={**part.content, "clauses": kept, "groups": [{"theme": "", "items": kept}]}
    )


def _dicts(content: Mapping[str, object], key: str) -> list[Context]:
    found = content.get(key, [])
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
