"""Contacts as readers are to see them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samverkan.findings import Mend, Severity
from samverkan.rules.concern import Concern
from samverkan.rules.rule import ALL_KINDS, Breach, RuleInput, at, rule
from samverkan.source.quoting import scalar
from samverkan.words.sentence import Entry, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.document import DocumentModel

_MAILTO = re.compile(r"(?<![\w(<])mailto:(?=\w)", re.IGNORECASE)
_LINKED = re.compile(_MAILTO.pattern + r"([^\s?]++)(?:\?(?=\w)[^\s,;]++)?", re.IGNORECASE)
"""An address in a link, with the subject or the text that the link gives the letter."""
_ADDRESS = re.compile(r"\A[\w.+-]++@[\w.-]++\Z")


@rule(
    Severity.WARNING,
    Entry(
        sv="I {found} står `mailto:`, som skrivs ut tillsammans med adressen.",
        en="In {found} stands `mailto:`, which is printed with the address.",
        sv_help="Skriv bara adressen under Kontakt (`contact`): {meant}.",
        en_help="Write only the address under `contact`: {meant}.",
    ),
    concern=Concern.ORDER,
    kinds=ALL_KINDS,
)
def mailto_in_contact(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """An address that was copied from a link has a word before it for programs, which readers do not know.

    sv: En adress som är kopierad ur en länk har ett ord för program framför sig, som läsaren inte känner till.
    source: {order}. | {order}.
    bad:
        contact: mailto:trygghet@exempelby.se
    good:
        contact: trygghet@exempelby.se
    """
    for written in given.document.texts_with(_MAILTO, holding=("mailto:",)):
        if "contact" in written.path and _MAILTO.search(written.text):
            meant = _LINKED.sub(r"\1", written.text)
            plain = meant if _ADDRESS.match(meant) else scalar(meant)
            yield at(*written.path, mend=Mend(plain), found=quoted(written.text), meant=meant)
