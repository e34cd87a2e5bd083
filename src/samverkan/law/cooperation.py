"""What the law asks of cooperation: agreements (section 9), a council (10), a coordination function (11 and 12)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samverkan.law.act import IN_FORCE, MOST_EVIDENCE, Answer, Evidence, LawStatus, Paragraph
from samverkan.law.councils import AgreementInForce, council_answer
from samverkan.law.holdings import holdings, is_succeeded_for
from samverkan.law.validity import (
    end_of,
    has_ended,
    is_from_before,
    says_it_is_made,
    says_it_still_applies,
    why_it_may_have_ended,
)
from samverkan.law.wording import day_words
from samverkan.model.agreement import Agreement
from samverkan.model.choices import Kind, Theme
from samverkan.words import law as words
from samverkan.workspace.own_words import AREAS, COORDINATES, PURPOSES, says
from samverkan.workspace.remembered import remembered

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from samverkan.law.holdings import Holdings, Municipal
    from samverkan.model.cooperation import Commitment
    from samverkan.words.sentence import Text
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_OF_EACH = frozenset({"municipalities", "each"})
"""The words for groups in which each municipality acts for itself."""


def is_content_asked_for(workspace: Workspace, document: Document, today: date) -> bool:
    """Tell whether section 9 asks what an agreement holds: a municipality's, signed since the law came.

    An agreement that is not signed by all is asked if it began or was made since then, or tells of no day; one that has
    ended before the law came never is.
    """
    agreement = document.model
    if today < IN_FORCE or not isinstance(agreement, Agreement) or not holdings(workspace).owners(document):
        return False
    if has_ended(document, IN_FORCE):
        return False
    began = document.began or document.made
    return began is None or began.last >= IN_FORCE


def is_of_unknown_time(document: Document) -> bool:
    """Tell whether an agreement says that it is signed and not when, so that the act may not have applied then."""
    return says_it_is_made(document) and (document.began or document.made) is None


def has_coordination(workspace: Workspace, document: Document, agreement: Agreement) -> bool:
    """Tell whether an agreement tells of a municipality's function of coordination (section 11)."""
    return any(one.theme is Theme.COORDINATION for one in _own_commitments(workspace, document, agreement))


def coordinates_in_words(workspace: Workspace, document: Document, agreement: Agreement) -> bool:
    """Tell whether a municipality undertakes in its own words to coordinate, in an agreement; it shows no function."""
    own = _own_commitments(workspace, document, agreement)
    return any(COORDINATES.search(f"{one.title or ''} {one.text}") for one in own)


def _own_commitments(workspace: Workspace, document: Document, agreement: Agreement) -> list[Commitment]:
    """Give what municipalities undertake in an agreement of theirs, each alone or with others."""
    own = holdings(workspace).all_party_ids(document) | _OF_EACH
    return [one for one in agreement.commitments if not own.isdisjoint(one.by or ())]


def agreements_in_force(held: Holdings, municipality: Municipal, today: date) -> list[AgreementInForce]:
    """Give the agreements that a municipality is a party of and that apply on a day, whether signed or not.

    Those that may have ended, as they do not say until which day they apply, are among them.
    """
    found: list[AgreementInForce] = []
    for document in held.of(municipality, Kind.AGREEMENT):
        start = document.period[0]
        has_begun = start <= today if start is not None else says_it_is_made(document)
        is_over = has_ended(document, today) or is_succeeded_for(held, municipality, document, today)
        if has_begun and isinstance(document.model, Agreement) and not is_over:
            found.append(AgreementInForce(document, document.model))
    return found


def cooperation_answers(workspace: Workspace, municipality: Municipal, today: date) -> Iterator[Answer]:
    """Answer for a municipality's agreements, its council, and its function of coordination."""
    if today < IN_FORCE:
        return
    held = holdings(workspace)
    applying = agreements_in_force(held, municipality, today)
    doubtful = [one for one in applying if _may_have_ended(one, today)]
    found = [one for one in applying if not _may_have_ended(one, today)]
    answers = (
        council_answer(held, municipality, found),
        _coordination(held, municipality, found),
        _information(held, municipality, found, today),
    )
    yield _in_doubt(_agreements(held, municipality, found, today), doubtful)
    notes = tuple(_not_counted(one) for one in doubtful[:MOST_EVIDENCE])
    for one in answers:
        yield replace(one, notes=(*one.notes, *notes)) if one.status is LawStatus.NOT_SHOWN else one


def _may_have_ended(one: AgreementInForce, today: date) -> bool:
    return _is_signed(one.document, today) and why_it_may_have_ended(one.document) is not None


def _in_doubt(answer: Answer, doubtful: list[AgreementInForce]) -> Answer:
    """Answer with the first signed agreement that may have ended, where nothing else is shown."""
    if answer.status is LawStatus.SHOWN or not doubtful:
        return answer
    first = doubtful[0]
    says = words.MAY_HAVE_ENDED.with_fields(title=first.model.title, why=_why(first))
    evidence = tuple(_signed_evidence(one) for one in doubtful)
    return replace(answer, says=says, to_do=words.DATE_AGREEMENT_END, evidence=evidence, since=None)


def _not_counted(one: AgreementInForce) -> Text:
    return words.NOT_COUNTED.with_fields(title=one.model.title, why=_why(one))


def _why(one: AgreementInForce) -> Text | str:
    return why_it_may_have_ended(one.document) or ""


def _agreements(held: Holdings, municipality: Municipal, found: list[AgreementInForce], today: date) -> Answer:
    signed = [one for one in found if _is_signed(one.document, today)]
    shown = _most_telling(held.workspace, signed, today) or found
    if not found:
        status, says, to_do = LawStatus.NOT_SHOWN, words.NO_AGREEMENT, words.ENTER_AGREEMENT
    elif not signed:
        status, says, to_do = LawStatus.NOT_SHOWN, words.AGREEMENT_UNSIGNED, words.SIGN_AGREEMENT
    else:
        is_older = not is_content_asked_for(held.workspace, shown[0].document, today)
        status, says, to_do = _signed_answer(shown[0], is_older=is_older)
    evidence = tuple(_signed_evidence(one) for one in shown)
    since = shown[0].document.period[0] if shown else None
    return Answer(municipality, Paragraph.AGREEMENTS, status, says, to_do, evidence, since)


def _most_telling(workspace: Workspace, signed: list[AgreementInForce], today: date) -> list[AgreementInForce]:
    """Give the signed agreements that lack nothing, or else those from before the law came, or else all."""
    whole = [one for one in signed if not _lacking(one).parts]
    older = [one for one in signed if not is_content_asked_for(workspace, one.document, today)]
    return whole or older or signed


def _signed_answer(agreement: AgreementInForce, *, is_older: bool) -> tuple[LawStatus, Text, Text]:
    """Answer by a signed agreement, with what it lacks; one from before the law came need not say it."""
    lacks = _lacking(agreement)
    if not lacks.parts:
        return LawStatus.SHOWN, words.AGREEMENT_IS, words.NOTHING_TO_DO
    if is_of_unknown_time(agreement.document):
        return LawStatus.NOT_SHOWN, words.UNDATED_AGREEMENT_LACKS.with_fields(what=lacks), words.DATE_AGREEMENT
    status = LawStatus.SHOWN if is_older else LawStatus.NOT_SHOWN
    says = words.OLDER_AGREEMENT_LACKS if is_older else words.AGREEMENT_LACKS
    return status, says.with_fields(what=lacks), words.COMPLETE_AGREEMENT.with_fields(what=lacks)


def _is_signed(document: Document, today: date) -> bool:
    signed = document.signed_on
    return signed.first <= today if signed is not None else says_it_is_made(document)


def _signed_evidence(one: AgreementInForce) -> Evidence:
    end, signed = end_of(one.document), one.document.signed_on
    if signed is None:
        says = words.UNSIGNED_EVIDENCE
    else:
        says = (words.AGREEMENT_EVIDENCE_UNTIL if end else words.AGREEMENT_EVIDENCE).with_fields(day=signed)
    says = says.with_fields(end=day_words(end)) if end else says
    return Evidence(one.document, ("title",), says.with_fields(title=one.model.title))


def _lacking(one: AgreementInForce) -> words.Listed:
    """Name what section 9 asks of agreements since the law came and the file does not hold."""
    has_purposes = one.model.purposes or says(one.document, PURPOSES)
    has_areas = one.model.focus_areas or says(one.document, AREAS)
    unread = {path[0] for path in one.document.unread}
    held = ((words.PURPOSES, has_purposes or "purposes" in unread), (words.AREAS, has_areas or "focus_areas" in unread))
    return words.Listed(tuple(part for part, what in held if not what))


def _coordination(held: Holdings, municipality: Municipal, found: list[AgreementInForce]) -> Answer:
    evidence = _commitments(held, municipality, found, Theme.COORDINATION)
    if evidence:
        status, says, to_do = LawStatus.SHOWN, words.COORDINATION_IS, words.NOTHING_TO_DO
    else:
        status, says, to_do = LawStatus.NOT_SHOWN, words.NO_COORDINATION, words.TELL_OF_COORDINATION
    return Answer(municipality, Paragraph.COORDINATION, status, says, to_do, evidence)


def _information(held: Holdings, municipality: Municipal, found: list[AgreementInForce], today: date) -> Answer:
    """Answer for what the function does for others: how information is spread.

    That a document says whom to turn to does not show that the function is the contact point.
    """
    plans = [
        Evidence(document, ("title",), words.COMMUNICATION_EVIDENCE.with_fields(title=document.model.title))
        for document in held.of(municipality, Kind.COMMUNICATION_PLAN)
        if document.model is not None and _applies(document, today)
    ]
    spread = (*plans, *_commitments(held, municipality, found, Theme.COMMUNICATION))
    paragraph = Paragraph.INFORMATION
    if not spread:
        says, to_do = words.NO_INFORMATION, words.SEE_TO_INFORMATION
        return Answer(municipality, paragraph, LawStatus.NOT_FOR_A_FILE, says, to_do)
    return Answer(municipality, paragraph, LawStatus.SHOWN, words.INFORMATION_IS, words.SEE_TO_CONTACT, spread)


def _commitments(
    held: Holdings, municipality: Municipal, found: list[AgreementInForce], theme: Theme
) -> tuple[Evidence, ...]:
    return tuple(
        evidence[i]
        for one in found
        for by_whom, evidence in [_commitments_by_whom(one.document, theme)]
        for i in _places_of(by_whom, held.party_ids(municipality, one.document))
    )


def _places_of(by_whom: dict[str, list[int]], ids: frozenset[str]) -> list[int]:
    """Give the places of a municipality's own commitments: what the parties do jointly is no function of it."""
    lists = [places for word in _OF_EACH | ids if (places := by_whom.get(word))]
    return lists[0] if len(lists) == 1 else sorted(set().union(*lists))


@remembered(maxsize=256)
def _commitments_by_whom(document: Document, theme: Theme) -> tuple[dict[str, list[int]], dict[int, Evidence]]:
    """Give an agreement's commitments of a theme by whoever makes them, and each as evidence."""
    by_whom, evidence = dict[str, list[int]](), dict[int, Evidence]()
    for i, commitment in enumerate(document.model.commitments if isinstance(document.model, Agreement) else ()):
        if commitment.theme is theme:
            says = words.COMMITMENT_EVIDENCE.with_fields(text=commitment.label)
            evidence[i] = Evidence(document, ("commitments", i), says)
            for word in dict.fromkeys(commitment.by or ()):
                by_whom.setdefault(word, []).append(i)
    return by_whom, evidence


def _applies(document: Document, today: date) -> bool:
    """Tell whether a document applies: one from before the law only where it says that it still does."""
    start, end = document.period
    if (start is not None and start > today) or has_ended(document, today):
        return False
    return end is not None or not is_from_before(document, IN_FORCE) or says_it_still_applies(document)
