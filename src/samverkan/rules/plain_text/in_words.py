"""Figures that are written in words where they have keys of their own: ”minst 20 kvällar”, ”ca 50 %”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.findings import Mend, Severity
from samverkan.model.cooperation import Quantity
from samverkan.model.figures_said import keys_said
from samverkan.model.goals import Baseline
from samverkan.rules.concern import Concern
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.source.quoting import scalar
from samverkan.words.sentence import Entry, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.base import Part
    from samverkan.model.document import DocumentModel

_KEYS = ("quantity", "baseline")


@rule(
    Severity.WARNING,
    Entry(
        sv="{value} är en siffra, men står i ord och går inte att räkna med.",
        en="{value} is a figure, but stands in words and cannot be reckoned with.",
        sv_help="Skriv siffran med nycklar i stället: `{meant}`.",
        en_help="Write the figure with keys instead: `{meant}`.",
    ),
    concern=Concern.ORDER,
    kinds=("agreement", "action-plan", "citizen-promise", "communication-plan"),
)
def figure_in_words(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """What stands in words is not held against what is reached, though a figure is all that the words say.

    sv: Det som står i ord jämförs inte med det som nås, fast orden inte säger mer än en siffra.
    source: {order}. | {order}.
    bad:
        commitments:
          - {id: ronder, by: jointly, text: Gå trygghetsvandringar., theme: structure, quantity: minst 4 per år}
          - {id: samordnare, by: kommunen, text: Ha en samordnare., theme: coordination}
    good:
        commitments:
          - {id: ronder, by: jointly, text: Gå trygghetsvandringar., theme: structure,
             quantity: {at_least: 4, per: yearly}}
          - {id: samordnare, by: kommunen, text: Ha en samordnare., theme: coordination}
    """
    for path, part in given.document.parts:
        for key in _KEYS:
            value = getattr(part, key, None)
            said = keys_said(value) if isinstance(value, Quantity | Baseline) and not _needs_unit(part, value) else {}
            if said and value is not None:
                meant = "{" + ", ".join(f"{own}: {scalar(one)}" for own, one in said.items()) + "}"
                yield at(*path, key, mend=Mend(meant), value=quoted(value.text or ""), meant=f"{key}: {meant}")


def _needs_unit(part: Part, value: Quantity | Baseline) -> bool:
    """Tell whether words say that a figure is a share, and nothing else does."""
    return "%" in (value.text or "") and getattr(part, "unit", None) is None
