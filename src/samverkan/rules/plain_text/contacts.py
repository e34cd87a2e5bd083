"""Contacts as readers are to see them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samverkan.findings import Mend, Severity
from samverkan.rules.concern import Concern
from samverkan.rules.rule import ALL_KINDS, Breach, RuleInput, at, rule
from samverkan.source.quoting import scalar
from samverkan.words.sentence import Entry, Text, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.document import DocumentModel

_MAILTO = re.compile(r"(?<![\w(<])mailto:(?=\w)", re.IGNORECASE)
_LINKED = re.compile(_MAILTO.pattern + r"([^\s?]++)(?:\?(?=\w)[^\s,;]++)?", re.IGNORECASE)
"""An address in a link, with the subject or the text that the link gives the letter."""
_IN_BRACKETS = re.compile(
    r"(?P<name>[^<>@]{1,80}?)[ ,]{0,2}<(?:mailto:)?(?P<address>[\w.+-]{1,64}@[\w.-]{1,80}\w)>"
    r"|(?P<same>[\w.+-]{1,64}@[\w.-]{1,80}\w) ?<(?:mailto:)?(?P=same)>",
    re.IGNORECASE,
)
"""A name with its address as e-mail programs write them: ”Samordnaren <trygghet@exempelby.se>”."""
_ADDRESS = re.compile(r"\A[\w.+-]++@[\w.-]++\Z")


@rule(
    Severity.WARNING,
    Entry(
        sv="I {found} står {what}, som skrivs ut tillsammans med adressen.",
        en="In {found} stands {what}, which is printed with the address.",
        sv_help="Skriv i stället under Kontakt (`contact`): {meant}.",
        en_help="Write instead under `contact`: {meant}.",
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
    for written in given.document.texts_with(_TOLD, holding=("mailto:", "<")):
        if "contact" not in written.path:
            continue
        if whole := _IN_BRACKETS.fullmatch(written.text.strip()):
            meant, what = whole["same"] or f"{whole['name'].strip()}, {whole['address']}", _BRACKETS
        elif _MAILTO.search(written.text):
            meant, what = _LINKED.sub(r"\1", written.text), _WORD
        else:
            continue
        plain = meant if _ADDRESS.match(meant) else scalar(meant)
        yield at(*written.path, mend=Mend(plain), found=quoted(written.text), meant=meant, what=what)


_TOLD = re.compile(f"{_MAILTO.pattern}|@[^<>]{{1,90}}>", re.IGNORECASE)
_WORD = Text("`mailto:`", "`mailto:`")
_BRACKETS = Text("tecknen < och >", "the marks < and >")
