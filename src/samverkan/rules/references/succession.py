"""Documents that take each other's place: the later one comes after the earlier one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from samverkan.findings import Elsewhere, KeyPath, Mend, Severity
from samverkan.model.choices import Kind
from samverkan.model.document import Signed
from samverkan.model.kinds import is_situation_picture
from samverkan.model.raised_years import in_year
from samverkan.rules.rule import Breach, RuleInput, rule
from samverkan.words.sentence import Entry, Text
from samverkan.workspace.titled import years_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.dates import CoarseDate
    from samverkan.model.document import DocumentModel
    from samverkan.words.sentence import FieldValue
    from samverkan.workspace.document import Document

_TAKES_OVER = {"supersedes": Text("ersätter", "supersedes"), "extends": Text("förlänger", "extends")}
_NEWER = Text("Det nyare datumet står här.", "The later date is here.")


class _Moment(NamedTuple):
    """A date of a document, as the first or the last of its kind, and where it stands."""

    day: CoarseDate | None
    path: KeyPath


@rule(
    Severity.WARNING,
    Entry(
        sv="Dokumentet {relates} {other}, som är nyare: {when}.",
        en="The document {relates} {other}, which is newer: {when}.",
        sv_help="Rätta det datum som är fel, eller låt det nyare dokumentet ta över efter det äldre.",
        en_help="Correct the date that is wrong, or let the newer document take over from the older one.",
    ),
    kinds=("agreement", "situation-picture", "action-plan", "citizen-promise", "communication-plan"),
)
def successor_before_predecessor(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """What takes another document's place comes after it, or it is not clear which of the two is in force.

    sv: Det som tar över efter ett annat dokument kommer efter det, annars är det oklart vilket som gäller.
    source: Dokumentens egna datum. | The documents' own dates.
    bad:
        supersedes: tidigare
        ---
        kind: agreement
        id: tidigare
        validity: {from: 2025, until: 2026}
    good:
        supersedes: tidigare
        ---
        kind: agreement
        id: tidigare
        validity: {from: 2022, until: 2023}
    """
    for reference in given.workspace.references.of(given.document):
        path = reference.link.path
        relates = _TAKES_OVER.get(str(path[-2] if isinstance(path[-1], int) else path[-1]))
        earlier = reference.target.document
        if relates is not None and earlier is not given.document and earlier.kind == given.document.kind:
            yield from _before(given, path, relates, earlier)


def _before(given: RuleInput[DocumentModel], path: KeyPath, relates: Text, earlier: Document) -> Iterator[Breach]:
    """Tell of the first of the dates by which a document is older than the one that it takes over from."""
    for says, own, theirs in _moments(given.document, earlier):
        if own.day and theirs.day and own.day.last < theirs.day.first:
            related = (Elsewhere(_NEWER, theirs.path, earlier.file),)
            when = says.with_fields(theirs=theirs.day, own=own.day)
            meant = _meant(own, theirs.day, given)
            fields: dict[str, FieldValue] = {"relates": relates, "other": earlier.id or earlier.file, "when": when}
            yield Breach(own.path if meant else path, fields, related, mend=Mend(meant) if meant else None)
            return


def _meant(own: _Moment, theirs: CoarseDate, given: RuleInput[DocumentModel]) -> str:
    """Write the document's own date with the one year that its id names; empty where that does not come after."""
    years = years_in(given.document.id or "")
    meant = in_year(given.document.value_at(own.path), years[0]) if own.path == ("date",) and len(years) == 1 else None
    return str(meant) if meant is not None and theirs.last < meant.first and meant.last <= given.today else ""


def _moments(document: Document, earlier: Document) -> Iterator[tuple[Text, _Moment, _Moment]]:
    """Give the dates by which two documents can be held against each other, each with how they are told."""
    if document.kind != Kind.SITUATION_PICTURE:  # what a picture writes is the period that it describes
        yield _APPLIES, _start(document), _start(earlier)
    yield _IS_OF, _made(document), _made(earlier)
    yield _SIGNED, _signed(document), _signed(earlier)
    last, first = max(_decided(document), default=None), min(_decided(earlier), default=None)
    yield _DECIDED, _Moment(last, ("decisions",)), _Moment(first, ("decisions",))


_APPLIES = Text("det börjar gälla {theirs}, det här {own}", "it applies from {theirs}, this one from {own}")
_IS_OF = Text("det är från {theirs}, det här från {own}", "it is dated {theirs}, this one {own}")
_SIGNED = Text("det undertecknades {theirs}, det här {own}", "it was signed {theirs}, this one {own}")
_DECIDED = Text("det beslutades {theirs}, det här {own}", "it was decided {theirs}, this one {own}")


def _start(document: Document) -> _Moment:
    key = "validity" if document.kind == Kind.AGREEMENT else "period"
    return _Moment(document.start, (key,))


def _made(document: Document) -> _Moment:
    model = document.model
    return _Moment(model.date if is_situation_picture(model) else None, ("date",))


def _signed(document: Document) -> _Moment:
    return _Moment(document.model.signed_on if isinstance(document.model, Signed) else None, ("signatures",))


def _decided(document: Document) -> tuple[CoarseDate, ...]:
    return document.model.decision_dates if document.model else ()
