"""Documents that seem to take an earlier one's place without saying so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.findings import Elsewhere, Severity
from samverkan.model.choices import Kind
from samverkan.model.document import Superseding
from samverkan.rules.concern import Concern
from samverkan.rules.requirements import whole_workspace
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.words.sentence import Entry, Text, quoted
from samverkan.workspace.succession import succession

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.document import DocumentModel

_ENDED = Text("Det tidigare dokumentets tid står här.", "The earlier document's period is here.")


@rule(
    Severity.NOTE,
    Entry(
        sv="{other} har gått ut utan efterföljare, och det här är nästa dokument av samma typ för samma kommun.",
        en="{other} has expired without a successor, and this is the next document of the kind for the municipality.",
        sv_help="Har det här dokumentet tagit över, ange det under Ersätter (`{line}`). Skriv annars datum och skäl "
        "under Avslutat (`closed`) i det tidigare.",
        en_help="If this document has taken over, write `{line}`. If not, write date and reason under `closed` in "
        "the earlier one.",
    ),
    concern=Concern.ORDER,
    kinds=("agreement", "action-plan", "citizen-promise", "communication-plan"),
    requires=(whole_workspace,),
)
def successor_not_named(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """Only what is named as taking over closes the earlier document and inherits its goals and outcomes.

    sv: Bara det som står som efterföljare avslutar det tidigare dokumentet och för dess mål och utfall vidare.
    source: {order}. | {order}.
    bad:
        id: avtal-2024
        ---
        kind: agreement
        id: tidigare
        validity: {from: 2022, until: 2023}
    good:
        supersedes: tidigare
        ---
        kind: agreement
        id: tidigare
        validity: {from: 2022, until: 2023}
    """
    named = given.model.supersedes if isinstance(given.model, Superseding) else ()
    for other in succession(given.workspace, given.today).unnamed_predecessors(given.document):
        key = "validity" if other.kind == Kind.AGREEMENT else "period"
        ids = [*(one for one in named if isinstance(one, str)), other.id or ""]
        line = f"supersedes: [{', '.join(ids)}]" if len(ids) > 1 else f"supersedes: {ids[0]}"
        place = Elsewhere(_ENDED, (key,), other.file)
        yield at("id", related=(place,), other=quoted(other.title), line=line)
