"""Fingerprints that were copied wrong: all but right, or those of another document, which no changed text's is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.findings import Mend, Severity
from samverkan.model.fingerprint import is_nearly, is_same, short
from samverkan.rules.reviews.reviewed import reviewed_by, whose_fingerprints
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.words.sentence import Entry, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.review import FollowUp


@rule(
    Severity.WARNING,
    Entry(
        sv="Kontrollkoden {written} är {wrong}: den ska vara {now}.",
        en="The fingerprint {written} is {wrong}: it is to be {now}.",
        sv_help="Rätta den.{why}",
        en_help="Correct it.{why}",
    ),
    kinds=("follow-up",),
)
def miswritten_fingerprint(given: RuleInput[FollowUp]) -> Iterator[Breach]:
    """A fingerprint that is all but right was copied wrong, for that of a changed text is another; so is a neighbour's.

    sv: En kontrollkod som är nästan rätt är avskriven fel, för en ändrad text får en helt annan. Fel är också en som
        hör till ett annat dokument.
    source: Filformatet. | The file format.
    bad:
        kind: follow-up
        reviews: [{document: plan-2024, fingerprint: 7ad7-b207-94fa-2ea7}]
    good:
        kind: follow-up
        reviews: [{document: plan-2024, fingerprint: 7ad7-b207-94fa-2e7a}]
    """
    known: dict[str, str] = {}
    for i, document in reviewed_by(given):
        written, now = given.model.reviews[i].fingerprint, document.fingerprint
        if written is None or not document.is_whole or is_same(written, now):
            continue
        meant = now if len(written) == len(now) else short(now)
        if is_nearly(written, now):
            yield _miswritten(i, written, meant, _MISWRITTEN, _SAME_TEXT)
            continue
        known = known or whose_fingerprints(given)
        if other := known.get(written):
            yield _miswritten(i, written, meant, _OF_ANOTHER.with_fields(other=other), Text("", ""))


def _miswritten(i: int, written: str, now: str, wrong: Text, why: Text) -> Breach:
    return at("reviews", i, "fingerprint", mend=Mend(now), written=written, wrong=wrong, now=now, why=why)


_MISWRITTEN = Text("felskriven", "miswritten")
_OF_ANOTHER = Text("den för {other}", "that of {other}")
_SAME_TEXT = Text(
    " Texten är densamma, för bara någon enstaka siffra skiljer.",
    " The text is the same, for only a digit or two differ.",
)
