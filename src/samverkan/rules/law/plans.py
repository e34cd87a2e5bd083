"""What the act asks of an action plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from samverkan.findings import Elsewhere, Severity
from samverkan.law.plans import is_plan_undecided, plan_follow_up
from samverkan.model.kinds import is_situation_picture
from samverkan.reviews.counted import doubtful_review
from samverkan.rules.requirements import whole_workspace
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.rules.time.decisions import decided_again
from samverkan.words.sentence import Entry, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.findings import KeyPath
    from samverkan.model.dates import CoarseDate
    from samverkan.model.picture import SituationPicture
    from samverkan.model.plan import ActionPlan
    from samverkan.workspace.document import Document

_PICTURE = Text("Lägesbilden.", "The situation picture.")


@rule(
    Severity.ERROR,
    Entry(
        sv="Filen visar inte att kommunen själv har beslutat om åtgärdsplanen.",
        en="The file does not show that the municipality itself has decided on the action plan.",
        sv_help="Lägg till Beslut (`decisions`), med vem i kommunen som beslutade och när. Det krävs enligt 5 § "
        "lagen (2023:196).",
        en_help="Add `decisions`, with who in the municipality decided and when. Section 5 of Act (2023:196) "
        "requires it.",
    ),
    kinds=("action-plan",),
)
def plan_without_decision(given: RuleInput[ActionPlan]) -> Iterator[Breach]:
    """Based on the situation picture, the municipality shall itself decide on an action plan.

    sv: Med lägesbilden som underlag ska kommunen själv besluta om en åtgärdsplan.
    source: 5 § {act}; krävs från den 1 juli 2024. | {act} section 5; required from 1 July 2024.
    bad:
        kind: action-plan
        decisions:
    good:
        kind: action-plan
        decisions: [{body: Kommunstyrelsen, date: 2024-04-10, paragraph: § 43}]
    """
    is_planned = any(
        one.is_planned and (one.date is None or one.date.last >= given.today) for one in given.model.decisions
    )
    if is_planned or _has_lost_decider(given):
        return
    if is_plan_undecided(given.workspace, given.document, given.today):
        yield at("decisions")


def _has_lost_decider(given: RuleInput[ActionPlan]) -> bool:
    """Tell whether a decision names somebody who is no party, which is told of there or at the party."""
    deciding = (link for link in given.document.links if link.path[0] == "decisions")
    return any(given.workspace.references.resolve(given.document, link) is None for link in deciding)


@rule(
    Severity.WARNING,
    Entry(
        sv="Ingen uppföljning av åtgärdsplanen från de senaste två åren finns bland filerna.",
        en="The files hold no follow-up of the action plan from the last two years.",
        sv_help="Gör en uppföljning, eller lägg till filen om den är gjord. Det ska ske "
        "minst vartannat år enligt 6 § lagen (2023:196).",
        en_help="Make a follow-up, or add the file if there is one. Section 6 of "
        "Act (2023:196) requires it at least every second year.",
    ),
    kinds=("action-plan",),
    requires=(whole_workspace,),
)
def plan_not_followed_up(given: RuleInput[ActionPlan]) -> Iterator[Breach]:
    """The action plan shall be followed up at least every second year.

    sv: Åtgärdsplanen ska följas upp minst vartannat år.
    source: 6 § {act}. | {act} section 6.
    bad:
        kind: action-plan
        period: {from: 2022, until: 2026}
        decisions: [{body: Kommunstyrelsen, date: 2022-01-10}]
        ---
        kind: agreement
        validity: {from: 2022, until: 2026}
        signatures:
          date: 2022-01-10
          signatories:
            - {party: polisen, name: Kim Ek, role: Lokalpolisområdeschef}
            - {party: kommunen, name: Lo Berg, role: Kommunstyrelsens ordförande}
        ---
        kind: situation-picture
        date: 2021-12-01
    good:
        kind: action-plan
        decisions: [{body: Kommunstyrelsen, date: 2024-03-10}]
    """
    deadline = plan_follow_up(given.workspace, given.document, given.today)
    if deadline is None or not deadline.has_passed(given.today):
        return
    doubtful = doubtful_review(given.workspace, given.document, given.today)
    if doubtful is None or doubtful.model.dated:  # else the follow-up is there, and is asked for its date
        yield at("period")


@rule(
    Severity.WARNING,
    Entry(
        sv="{body} har två beslut om planen, med olika datum: {first} och {second}.",
        en="{body} has two decisions on the plan, with different dates: {first} and {second}.",
        sv_help="Ta bort det beslut som är fel. Är båda riktiga, skriv under Innehåll (`text`) vad vart och ett "
        "innebär.",
        en_help="Remove the decision that is wrong. If both are right, say under `text` what each of them means.",
    ),
    kinds=("action-plan",),
)
def plan_decided_twice(given: RuleInput[ActionPlan]) -> Iterator[Breach]:
    """Two dates of one body's decision leave it unclear since when there is a plan, and when it is to be followed up.

    sv: Två datum för samma organs beslut gör det oklart sedan när planen finns och när den ska följas upp.
    source: 5 och 6 §§ {act}. | {act} sections 5 and 6.
    bad:
        kind: action-plan
        decisions:
          - {body: Kommunstyrelsen, date: 2024-04-10}
          - {body: Kommunstyrelsen, date: 2024-04-24}
    good:
        kind: action-plan
        decisions:
          - {body: Kommunstyrelsen, date: 2024-04-10}
          - {body: Kommunstyrelsen, date: 2024-04-24, text: Planen får en åtgärd till.}
    """
    yield from decided_again(given.model.decisions)


@rule(
    Severity.NOTE,
    Entry(
        sv="Planen beslutades {decided}, före lägesbilden från {made} som den bygger på.",
        en="The plan was decided on {decided}, before the situation picture dated {made} that it builds on.",
        sv_help="Rätta datumet, eller ange under Lägesbild (`picture`) den lägesbild som fanns när planen "
        "beslutades. Är lägesbilden uppdaterad sedan dess, spara den uppdaterade i en egen fil och skriv den "
        "äldres id under Ersätter (`supersedes`).",
        en_help="Correct the date, or name under `picture` the situation picture that there was at the decision. If "
        "the picture has been updated since, keep the update in a file of its own, with the id of the older "
        "one under `supersedes`.",
    ),
    kinds=("action-plan",),
)
def plan_decided_before_picture(given: RuleInput[ActionPlan]) -> Iterator[Breach]:
    """The plan is based on the situation picture, so the picture comes first.

    sv: Planen beslutas med lägesbilden som underlag, så lägesbilden tas fram först.
    source: 5 § {act}. | {act} section 5.
    bad:
        kind: action-plan
        decisions: [{body: Kommunstyrelsen, date: 2024-01-20}]
    good:
        kind: action-plan
        decisions: [{body: Kommunstyrelsen, date: 2024-04-10}]
    """
    decided, named = given.model.decided_on, _picture_of(given)
    if decided is None or named is None or named.model.date is None or _begins_later(named, decided) is not None:
        return
    if decided.last < named.model.date.first:
        yield _decided_before(given, named, decided, ("date",), named.model.date)


@rule(
    Severity.WARNING,
    Entry(
        sv="Planen beslutades {decided}, men lägesbilden som den bygger på är först från {made}.",
        en="The plan was decided on {decided}, but the situation picture that it builds on is not until {made}.",
        sv_help="Rätta det datum som är fel, eller ange under Lägesbild (`picture`) den lägesbild som fanns när "
        "planen beslutades.",
        en_help="Correct the date that is wrong, or name under `picture` the situation picture that there was at the "
        "decision.",
    ),
    kinds=("action-plan",),
)
def plan_builds_on_later_picture(given: RuleInput[ActionPlan]) -> Iterator[Breach]:
    """A picture that is decided later, or describes a later time, cannot have been what the plan is based on.

    sv: En lägesbild som beslutades senare, eller som beskriver en senare tid, kan inte ha varit planens underlag.
    source: 5 § {act}. | {act} section 5.
    bad:
        kind: action-plan
        decisions: [{body: Kommunstyrelsen, date: 2024-04-10}]
        ---
        kind: situation-picture
        decisions: [{body: Kommunstyrelsen, date: 2024-05-02}]
    good:
        kind: action-plan
        decisions: [{body: Kommunstyrelsen, date: 2024-04-10}]
        ---
        kind: situation-picture
        decisions: [{body: Kommunstyrelsen, date: 2024-03-02}]
    """
    decided, named = given.model.decided_on, _picture_of(given)
    later = _begins_later(named, decided) if named and decided else None
    if named and decided and later:
        yield _decided_before(given, named, decided, *later)


class _Picture(NamedTuple):
    """The situation picture that a plan builds on."""

    document: Document
    model: SituationPicture


def _picture_of(given: RuleInput[ActionPlan]) -> _Picture | None:
    named = next((one for one in given.workspace.references.of(given.document) if one.link.path == ("picture",)), None)
    document = named.target.document if named else None
    return _Picture(document, document.model) if document and is_situation_picture(document.model) else None


def _begins_later(picture: _Picture, decided: CoarseDate) -> tuple[KeyPath, CoarseDate] | None:
    """Give a day of a picture's own, with its place, that shows that it came after a decision; None for none.

    The date of a picture shows nothing for certain: it is also that of its last update.
    """
    first = min(picture.model.decision_dates, default=None)
    start = picture.model.period.starts_on if picture.model.period else None
    days: tuple[tuple[KeyPath, CoarseDate | None], ...] = ((("decisions",), first), (("period",), start))
    return next(((path, day) for path, day in days if day and decided.last < day.first), None)


def _decided_before(
    given: RuleInput[ActionPlan], picture: _Picture, decided: CoarseDate, path: KeyPath, made: CoarseDate
) -> Breach:
    related = (Elsewhere(_PICTURE, path, picture.document.file),)
    decisions = enumerate(given.model.decisions)
    i = next(i for i, decision in decisions if decision.decides and decision.date == decided)
    return at("decisions", i, "date", related=related, decided=decided, made=made)
