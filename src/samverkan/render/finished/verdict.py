"""Whether a finished file has the text of its source, and which words differ."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samverkan.differing import Matcher
from samverkan.model.fingerprint import fingerprint, short
from samverkan.render.finished.reading import codes_in, words_of
from samverkan.words.verifying import say_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.model.document import DocumentModel
    from samverkan.words.sentence import Text

_BEFORE = 5


@dataclass(frozen=True)
class WordsDiffer:
    """Words of a finished file that are not those of its source.

    Attributes:
        before: the words that stand before them in both.
        found: the words in the file; empty where there are none.
        source: the words in the source; empty where there are none.
    """

    before: str
    found: str
    source: str

    def says(self) -> Text:
        """Tell it in a sentence."""
        key = "changed" if self.found and self.source else "only-there" if self.found else "only-here"
        what = say_of(key).with_fields(found=self.found, source=self.source)
        return say_of("after-words").with_fields(before=self.before, what=what) if self.before else what


@dataclass(frozen=True)
class Verdict:
    """What a finished file is, held against its source.

    Attributes:
        differing: the words that differ, in the order of the text.
        codes: the fingerprints that are printed in the file, without those of other documents that the source names.
        own: the source's fingerprint, as printed.
    """

    differing: Sequence[WordsDiffer]
    codes: Sequence[str]
    own: str

    @property
    def has_own_code(self) -> bool:
        """Whether the file bears the source's fingerprint."""
        return self.own in self.codes

    @property
    def is_same(self) -> bool:
        """Whether the file is that of the source: its text, and its fingerprint where it bears one."""
        return not self.differing and (self.has_own_code or not self.codes)

    def of_code(self) -> Text:
        """Tell of the fingerprint."""
        if self.has_own_code:
            return say_of("code-same").with_fields(code=self.own)
        if self.codes:
            return say_of("code-other").with_fields(code=", ".join(self.codes), own=self.own)
        return say_of("code-none").with_fields(own=self.own)


def verdict(pages: Sequence[str], made: Sequence[str], model: DocumentModel) -> Verdict:
    """Hold a finished file against its source.

    Args:
        pages: the text of the file.
        made: the text of the file that the source gives now, in the same format.
        model: the source.
    """
    own, others = short(fingerprint(model)), codes_in(made)
    codes = [code for code in codes_in(pages) if code == own or code not in others]
    found = _differing(words_of(pages), words_of(made))
    return Verdict([one for one in found if one.source != own or one.found not in codes], codes, own)


def _differing(found: list[str], source: list[str]) -> list[WordsDiffer]:
    steps = Matcher(found, source).get_opcodes()
    return [
        WordsDiffer(_joined(found[max(0, i - _BEFORE) : i]), _joined(found[i:end]), _joined(source[j:last]))
        for name, i, end, j, last in steps
        if name != "equal"
    ]


def _joined(words: Sequence[str]) -> str:
    return re.sub(r" ([.,:;!?)”])", r"\1", " ".join(words))
