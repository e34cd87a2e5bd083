"""Case numbers of decisions beside those of the parties."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from samverkan.findings import Elsewhere, Mend, Severity
from samverkan.rules.concern import Concern
from samverkan.rules.rule import ALL_KINDS, Breach, RuleInput, at, rule
from samverkan.rules.slips import is_slip
from samverkan.source.quoting import scalar
from samverkan.words.sentence import Entry, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.document import DocumentModel

_OF_PARTY = Text("Partens diarienummer står här.", "The party's case number is here.")


@rule(
    Severity.WARNING,
    Entry(
        sv="Diarienumret {written} är nästan lika med partens, {meant}: två siffror har bytt plats.",
        en="The case number {written} is nearly that of the party, {meant}: two digits are swapped.",
        sv_help="Rätta Diarienummer (`case_number: {meant}`), eller partens nummer om det är det som är fel.",
        en_help="Correct `case_number: {meant}`, or the number of the party if that is the wrong one.",
    ),
    concern=Concern.ORDER,
    kinds=ALL_KINDS,
)
def case_number_miswritten(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """Whoever asks for the documents of a case by a number that is all but right gets those of another one.

    sv: Den som begär ut ett ärende med ett nummer som är nästan rätt får ett annat ärende.
    source: {order}. | {order}.
    bad:
        parties:
          - {id: polisen, type: police, name: Lokalpolisområde Nybro}
          - {id: kommunen, type: municipality, code: "0761", name: Lessebo kommun, case_number: KS 2023/412}
        decisions: [{body: Kommunstyrelsen, party: kommunen, date: 2024-01-08, case_number: KS 2023/421}]
    good:
        parties:
          - {id: polisen, type: police, name: Lokalpolisområde Nybro}
          - {id: kommunen, type: municipality, code: "0761", name: Lessebo kommun, case_number: KS 2023/412}
        decisions: [{body: Kommunstyrelsen, party: kommunen, date: 2024-01-08, case_number: KS 2023/412}]
    """
    parties = {party.id: (i, party.case_number) for i, party in enumerate(given.model.parties)}
    times = Counter(decision.case_number for decision in given.model.decisions)
    for i, decision in enumerate(given.model.decisions):
        written = decision.case_number
        place, meant = parties.get(decision.party or "", (0, None))
        if written and meant and times[written] == 1 and is_slip(written, meant):
            related = (Elsewhere(_OF_PARTY, ("parties", place, "case_number")),)
            mend = Mend(scalar(meant))
            yield at("decisions", i, "case_number", related=related, mend=mend, written=written, meant=meant)
