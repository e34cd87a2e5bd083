"""Fingerprints that were copied wrong: all but right, which no changed text's fingerprint is by chance."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from samverkan.findings import Mend, Severity
from samverkan.model.document import Signed
from samverkan.model.fingerprint import is_nearly, short
from samverkan.model.kinds import is_follow_up
from samverkan.rules.reviews.reviewed import reviewed_by
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.words.sentence import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.findings import KeyPath
    from samverkan.model.document import DocumentModel
    from samverkan.model.review import FollowUp
    from samverkan.workspace.document import Document


@rule(
    Severity.WARNING,
    Entry(
        sv="Kontrollkoden {written} är felskriven: den är {now}.",
        en="The fingerprint {written} is miswritten: it is {now}.",
        sv_help="Rätta den. Texten är densamma, för bara någon enstaka siffra skiljer.",
        en_help="Correct it. The text is the same, for only a digit or two differ.",
    ),
    kinds=("follow-up", "agreement", "action-plan", "citizen-promise"),
)
def miswritten_fingerprint(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
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
    for path, written, document in _written(given):
        if document.model is not None and document.is_whole and is_nearly(written, document.fingerprint):
            now = document.fingerprint if len(written) == len(document.fingerprint) else short(document.fingerprint)
            yield at(*path, mend=Mend(now), written=written, now=now)


def _written(given: RuleInput[DocumentModel]) -> Iterator[tuple[KeyPath, str, Document]]:
    """Give the fingerprints that a document states, each with its place and the document that it is of."""
    if isinstance(given.model, Signed) and given.model.signatures and given.model.signatures.fingerprint:
        yield ("signatures", "fingerprint"), given.model.signatures.fingerprint, given.document
    if is_follow_up(given.model):
        for i, document in reviewed_by(cast("RuleInput[FollowUp]", given)):
            if written := given.model.reviews[i].fingerprint:
                yield ("reviews", i, "fingerprint"), written, document
