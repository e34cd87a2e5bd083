"""The signing beside the decisions."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from samverkan.findings import Elsewhere, Mend, Severity
from samverkan.model.document import Signed
from samverkan.model.raised_years import years_later
from samverkan.rules.concern import Concern
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.words.lists import MOST_LISTED
from samverkan.words.sentence import Entry, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.findings import KeyPath
    from samverkan.model.dates import CoarseDate
    from samverkan.model.document import DocumentModel

_DECISION = Text("Beslutet står här.", "The decision is here.")
_LONG_BEFORE = timedelta(days=183)
_SOON_AFTER = timedelta(days=92)
_SIGNED = ("agreement", "action-plan", "citizen-promise")


@rule(
    Severity.NOTE,
    Entry(
        sv="Beslutet {decided} är fattat efter undertecknandet {signed}.",
        en="The decision of {decided} was made after the signing on {signed}.",
        sv_help="Det är rätt om parterna undertecknade med förbehåll för beslutet. Rätta annars det datum som är fel.",
        en_help="If the parties signed subject to the decision, all is well. If not, correct the date that is wrong.",
    ),
    concern=Concern.ORDER,
    kinds=_SIGNED,
)
def decided_after_signing(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """To sign subject to a later decision is normal; otherwise one of the dates is a slip.

    sv: Det är vanligt att underteckna under förutsättning av ett senare beslut; annars är ett av datumen fel.
    source: {order}. | {order}.
    bad:
        decisions: [{body: Kommunstyrelsen, party: kommunen, date: 2024-02-20}]
    good:
        decisions: [{body: Kommunstyrelsen, party: kommunen, date: 2024-01-10}]
    """
    signed, later = _signed(given.model), _decided_later(given.model)
    if signed is not None and later and _year_meant(given) is None:
        related = tuple(Elsewhere(_DECISION, path) for path, _ in later[:MOST_LISTED])
        yield at(*_place(given.model), related=related, decided=later[0][1], signed=signed)


@rule(
    Severity.WARNING,
    Entry(
        sv="Undertecknandet, {signed}, är långt före beslutet, {decided}.",
        en="The signing, {signed}, is long before the decision, {decided}.",
        sv_help="Rätta årtalet i Datum (`date: {meant}`) under Underskrifter (`signatures`).",
        en_help="Correct the year in `date: {meant}` under `signatures`.",
    ),
    kinds=_SIGNED,
)
def signed_a_year_early(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """In January the year before is easily written, and then a document seems to be signed before anybody decided.

    sv: I januari skrivs lätt förra årets årtal, och då ser dokumentet ut att vara undertecknat före besluten.
    source: {order}. | {order}.
    bad:
        decisions: [{body: Kommunstyrelsen, party: kommunen, date: 2024-01-10}]
        signatures:
          date: 2023-01-15
          signatories:
            - {party: polisen, name: Kim Ek, role: Lokalpolisområdeschef}
            - {party: kommunen, name: Lo Berg, role: Kommunstyrelsens ordförande}
    good:
        decisions: [{body: Kommunstyrelsen, party: kommunen, date: 2024-01-10}]
    """
    signed, meant = _signed(given.model), _year_meant(given)
    if signed is not None and meant is not None:
        path, decided = _decided_later(given.model)[0]
        related = (Elsewhere(_DECISION, path),)
        mend = Mend(str(meant))
        yield at("signatures", "date", related=related, mend=mend, signed=signed, decided=decided, meant=str(meant))


def _signed(model: DocumentModel) -> CoarseDate | None:
    return model.signed_on if isinstance(model, Signed) else None


def _place(model: DocumentModel) -> KeyPath:
    is_common = isinstance(model, Signed) and model.signatures is not None and model.signatures.date is not None
    return ("signatures", "date") if is_common else ("signatures",)


def _decided_later(model: DocumentModel) -> list[tuple[KeyPath, CoarseDate]]:
    """Give the decisions that were made after the signing, each with the place of its date."""
    signed = _signed(model)
    dated = [(("decisions", i, "date"), one.date) for i, one in enumerate(model.decisions) if one.decides and one.date]
    return [(path, day) for path, day in dated if signed and day.first > signed.last]


def _year_meant(given: RuleInput[DocumentModel]) -> CoarseDate | None:
    """Give the signing a year later, where it then comes soon after all decisions, and none came before it as written.

    When the document begins to apply must say the same: decisions may be made long afterwards, as about an extension.
    """
    signed, decided = _signed(given.model), given.model.decision_dates
    later = years_later(signed, 1) if signed and signed.month and len(_place(given.model)) > 1 else None
    if signed is None or later is None or not decided:
        return None
    first, last = min(decided), max(decided)
    is_long_before = first.first - signed.last > _LONG_BEFORE
    is_soon_after = last.first <= later.last and later.first - last.last <= _SOON_AFTER
    return later if is_long_before and is_soon_after and _is_nearer(given, later, signed) else None


def _is_nearer(given: RuleInput[DocumentModel], later: CoarseDate, signed: CoarseDate) -> bool:
    """Tell whether a document begins to apply nearer to one day than to another, where it says when."""
    lasting = given.document.lasting
    start = lasting.starts_on if lasting is not None else None
    return start is not None and abs(later.first - start.first) < abs(signed.first - start.first)
