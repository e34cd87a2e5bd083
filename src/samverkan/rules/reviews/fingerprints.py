"""Fingerprints that were copied wrong: all but right, which no changed text's fingerprint is by chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.findings import Mend, Severity
from samverkan.model.fingerprint import is_nearly, short
from samverkan.rules.reviews.reviewed import reviewed_by
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.words.sentence import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.review import FollowUp


@rule(
    Severity.WARNING,
    Entry(
        sv="Kontrollkoden {written} är felskriven: den är {now}.",
        en="The fingerprint {written} is miswritten: it is {now}.",
        sv_help="Rätta den. Texten är densamma, för bara någon enstaka siffra skiljer.",
        en_help="Correct it. The text is the same, for only a digit or two differ.",
    ),
    kinds=("follow-up",),
)
def miswritten_fingerprint(given: RuleInput[FollowUp]) -> Iterator[Breach]:
    """A fingerprint that is all but right was copied wrong, for that of a changed text differs in nearly every place.

    sv: En kontrollkod som är nästan rätt är avskriven fel, för en ändrad text får en helt annan.
    source: Filformatet. | The file format.
    bad:
        kind: follow-up
        reviews: [{document: plan-2024, fingerprint: 7ad7-b207-94fa-2ea7}]
    good:
        kind: follow-up
        reviews: [{document: plan-2024, fingerprint: 7ad7-b207-94fa-2e7a}]
    """
    for i, document in reviewed_by(given):
        written, now = given.model.reviews[i].fingerprint, document.fingerprint
        if written is not None and document.is_whole and is_nearly(written, now):
            meant = now if len(written) == len(now) else short(now)
            yield at("reviews", i, "fingerprint", mend=Mend(meant), written=written, now=meant)
