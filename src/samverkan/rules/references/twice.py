"""What is taken up twice in a list where each item is about one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.findings import Elsewhere, Mend, Severity
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.words.sentence import Entry, Text
from samverkan.workspace.doubled import doubled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.document import DocumentModel
    from samverkan.workspace.doubled import Doubled

_FIRST = Text("Samma står också här.", "The same stands here too.")
_TOLD = {
    "assessments": Text("är bedömt", "is assessed"),
    "analyses": Text("är analyserat", "is analysed"),
    "reviews": Text("följs upp", "is reviewed"),
}
_LEFT_OUT = {
    "assessments": Text("som är prioriterat men inte bedömt", "which is prioritised but not assessed"),
    "analyses": Text("som är prioriterat men inte analyserat", "which is prioritised but not analysed"),
}
_TITLES = {"problem": "Problem", "document": "Dokument"}
_LIKELY = Text(" Troligen avses {meant}, {left_out}.", " Most likely {meant} is meant, {left_out}.")


@rule(
    Severity.WARNING,
    Entry(
        sv="{name} {told} två gånger.",
        en="{name} {told} twice.",
        sv_help="Slå ihop dem, eller rätta {title} (`{key}`) i den ena.{likely}",
        en_help="Make one of them, or correct `{key}` of one of them.{likely}",
    ),
    kinds=("follow-up", "situation-picture", "cause-analysis"),
)
def taken_up_twice(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """An item that was copied to write the next one goes on being about the first, and the next one is passed over.

    sv: En del som är kopierad för att skriva nästa gäller lätt fortfarande den första, och då saknas nästa.
    source: Filformatet. | The file format.
    bad:
        kind: follow-up
        reviews:
          - {document: plan-2024, fingerprint: 7ad7-b207-94fa-2e7a}
          - {document: plan-2024, fingerprint: 7ad7-b207-94fa-2e7a}
    good:
        kind: follow-up
        reviews:
          - {document: plan-2024, fingerprint: 7ad7-b207-94fa-2e7a}
    """
    for found in doubled(given.document, given.workspace):
        listed, key = str(found.path[0]), str(found.path[-1])
        yield at(
            *found.path,
            related=(Elsewhere(_FIRST, found.other),),
            mend=Mend(found.meant) if found.meant else None,
            name=found.name,
            told=_TOLD[listed],
            title=_TITLES[key],
            key=key,
            likely=_likely(found, listed),
        )


def _likely(found: Doubled, listed: str) -> Text:
    """Say what was meant, where that is known."""
    return _LIKELY.with_fields(meant=found.meant, left_out=_LEFT_OUT[listed]) if found.meant else Text("", "")
