"""What is found in an old document: a value, where it stands there, and how sure it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from samverkan.importing.agreement.blocks import Kind, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.importing.agreement.blocks import Block


@dataclass(frozen=True, slots=True)
class Fact:
    """A value that was found.

    Attributes:
        value: what is written in the file: text, or keys and values, or a list.
        where: the block that it stands in; None for what is not found but needed.
        is_sure: whether the words leave no doubt.
        quote: the words that were read, where the value says it otherwise.
    """

    value: object
    where: Block | None
    is_sure: bool = True
    quote: str = ""


@dataclass(slots=True)
class Found:
    """All that has been found so far.

    Attributes:
        used: the blocks all words of which have found their place.
        said: of other blocks, the sentences that have.
        ids: the ids that are taken.
        rest: of blocks whose lines have been read one by one, the lines that are left.
    """

    used: set[tuple[int, int]] = field(default_factory=set)
    said: dict[tuple[int, int], set[str]] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    rest: dict[tuple[int, int], str] = field(default_factory=dict)

    def use(self, *blocks: Block) -> None:
        """Say that nothing of some blocks is left to place."""
        self.used.update((block.page, block.number) for block in blocks)

    def keep_only(self, block: Block, text: str) -> None:
        """Say that some lines of a block are all that is left to place."""
        self.rest[block.page, block.number] = text

    def use_sentences(self, block: Block, *told: str) -> None:
        """Say that some sentences of a block have found their place."""
        known = self.said.setdefault((block.page, block.number), set())
        known.update(told)
        if set(sentences(block.text)) <= known:
            self.use(block)

    def left_of(self, block: Block) -> Block:
        """Give what is left to place of a block."""
        place = block.page, block.number
        if place in self.rest:
            return replace(block, kind=Kind.PARAGRAPH, text=self.rest[place], cells=())
        known = self.said.get(place)
        if not known:
            return block
        return replace(block, text=" ".join(one for one in sentences(block.text) if one not in known))

    def left_in(self, blocks: Iterable[Block]) -> list[Block]:
        """Give what is left to place of some blocks."""
        return [self.left_of(block) for block in blocks if not self.is_used(block)]

    def is_used(self, block: Block) -> bool:
        """Tell whether all of a block has found its place."""
        return (block.page, block.number) in self.used

    def own_id(self, words: str, other: str) -> str:
        """Make an id of the first words of a title or text, one that nothing else has.

        Args:
            words: the title or text.
            other: what to call it where the words have no letters.
        """
        plain = re.sub(r"[^a-zåäö0-9]+", "-", words.casefold().translate(_PLAIN)).strip("-")
        kept = ""
        for word in plain.split("-"):
            if kept and len(kept) + len(word) >= _LONGEST_ID:
                break
            kept = f"{kept}-{word}" if kept else word[:_LONGEST_ID]
        kept = re.sub(
            r"(?:-(?:och|i|att|av|för|den|det|de|en|ett|med|på|som|till|samt|mot|om|vid|inom)){1,4}$", "", kept
        )
        name, number = kept or other, 1
        while name in self.ids:
            number += 1
            name = f"{kept or other}-{number}"
        self.ids.add(name)
        return name


_LONGEST_ID = 36
_PLAIN = str.maketrans("éèüæø", "eeuäö")
