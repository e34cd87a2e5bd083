"""Words that were cut at the end of a line where a text was copied from, and have kept the hyphen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samverkan.findings import Severity
from samverkan.rules.concern import Concern
from samverkan.rules.rule import ALL_KINDS, Breach, RuleInput, at, rule
from samverkan.source.cut_words import GOING_ON, cut_words
from samverkan.words.lists import FirstOf
from samverkan.words.sentence import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.document import DocumentModel

_CUT = re.compile(rf"-[ \n](?<=[a-zåäöé]{{2}}-[ \n])(?!(?:{'|'.join(sorted(GOING_ON))})\b)[a-zåäöé]{{2}}")
"""A word in two parts. The hyphen comes first here: it is found many times quicker than the letters before it."""


@rule(
    Severity.WARNING,
    Entry(
        sv="Avstavningar vid radslut har kommit med i texten: {words}.",
        en="Words that were divided at the end of a line have kept the hyphen: {words}.",
        sv_help="Skriv varje ord helt, på en rad.",
        en_help="Write each word whole, on one line.",
    ),
    concern=Concern.ORDER,
    kinds=ALL_KINDS,
)
def word_cut_by_hyphen(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """A text that is copied from a PDF brings along how its words were divided, and they are printed with a gap.

    sv: En text som är kopierad ur en PDF för med sig avstavningarna, och orden skrivs då ut med en lucka.
    source: {order}. | {order}.
    bad:
        introduction: |
          Rådet möts varje kvar-
          tal.
    good:
        introduction: |
          Rådet möts varje
          kvartal.
    """
    document = given.document
    for written in document.texts_with(_CUT, holding=("- ", "-\n")):
        if _CUT.search(written.text):
            found = cut_words(document.extents, document.written_path(written.path))
            if found is not None:
                words = FirstOf(tuple(f"{head}- {rest}" for head, rest in found.words))
                yield at(*written.path, mend=found.mend, on_row=found.row, words=words)
