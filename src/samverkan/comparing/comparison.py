"""Two versions of a document, and all that differs between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from samverkan.comparing.differences import Happened, differences
from samverkan.comparing.sameness import even
from samverkan.comparing.telling import told
from samverkan.model.fingerprint import fingerprint
from samverkan.words.comparing import say_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.comparing.saying import Version
    from samverkan.comparing.telling import Told
    from samverkan.words.sentence import Sayable, Text


_HARDLY = 0.05


class Section(NamedTuple):
    """Some differences under a heading."""

    heading: Sayable
    told: list[Told]


@dataclass(frozen=True)
class Comparison:
    """What differs between two versions of a document.

    Attributes:
        before: the version before.
        after: the version after.
        found: the differences, in the order of the document's chapters.
        is_same_text: whether both have the same fingerprint.
    """

    before: Version
    after: Version
    found: Sequence[Told]
    is_same_text: bool

    @property
    def chapters(self) -> list[Section]:
        """The differences under the chapters of the document that they are in, in their order."""
        found: dict[str, Section] = {}
        for one in sorted(self.found, key=lambda told: told.how is Happened.RENAMED):
            heading = one.subject.heading
            found.setdefault(heading.say("sv"), Section(heading, [])).told.append(one)
        return list(found.values())

    @property
    def by_weight(self) -> list[Section]:
        """The differences, those first that matter most, in groups by how much they do."""
        found = {name: Section(say_of(f"weighs-{name}"), []) for name in ("major", "minor", "form")}
        for one in sorted(self.found, key=lambda told: told.weight):
            found["major" if one.weight.is_major else "form" if one.weight.is_form else "minor"].told.append(one)
        return [section for section in found.values() if section.told]

    @property
    def are_strangers(self) -> bool:
        """Whether the versions have different ids and hardly a text in common, so that one was hardly meant."""
        old, new = self.before.document, self.after.document
        texts, others = ({even(one.text) for one in document.texts} for document in (old, new))
        least = min(len(texts), len(others)) * _HARDLY
        return old.id != new.id and len(texts & others) <= least

    @property
    def notes(self) -> list[Text]:
        """What else there is to say: that the fingerprint is another one though nothing differs."""
        return [] if self.found or self.is_same_text else [say_of("other-fingerprint")]

    @property
    def summary(self) -> Text:
        """How many there are, or that there are none."""
        major = sum(one.weight.is_major for one in self.found)
        if not self.found:
            return say_of("no-difference")
        if len(self.found) == 1:
            return say_of("one-major" if major else "one")
        if not major:
            return say_of("count-minor").with_fields(count=len(self.found))
        return say_of("count").with_fields(count=len(self.found), major=major)


def compared(before: Version, after: Version) -> Comparison:
    """Find what differs between two versions of a document, of the same kind and both read whole.

    Args:
        before: the version before.
        after: the version after.
    """
    old, new = before.document.model, after.document.model
    assert old is not None  # noqa: S101 - whoever asks has seen to it
    assert new is not None  # noqa: S101 - the same
    found = [told(one, before, after) for one in differences(old, new)[0]]
    return Comparison(before, after, found, fingerprint(old) == fingerprint(new))
