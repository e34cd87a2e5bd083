"""What the act asks of an action plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.findings import Elsewhere, Severity
from samverkan.law.plans import is_plan_undecided, plan_follow_up
from samverkan.model.picture import SituationPicture
from samverkan.rules.requirements import whole_workspace
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.words.sentence import Entry, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.plan import ActionPlan

_OTHER_DECISION = Text("Det andra beslutet.", "The other decision.")
_PICTURE = Text("Lägesbilden.", "The situation picture.")


@rule(
    Severity.ERROR,
    Entry(
        sv="Filen visar inte att kommunen själv har beslutat om åtgärdsplanen.",
        en="The file does not show that the municipality itself has decided on the action plan.",
        sv_help="Lägg till decisions: med vem i kommunen som beslutade och när. Det krävs enligt 5 § lagen (2023:196).",
        en_help="Add decisions: with who in the municipality decided and when. Section 5 of Act (2023:196) demands it.",
    ),
    kinds=("action-plan",),
)
def plan_without_decision(given: RuleInput[ActionPlan]) -> Iterator[Breach]:
    """With the situation picture as ground, the municipality shall itself decide on an action plan.

    sv: Med lägesbilden som underlag ska kommunen själv besluta om en åtgärdsplan.
    source: Lag (2023:196) 5 §; krävs från den 1 juli 2024. | Act (2023:196) section 5; from 1 July 2024.
    bad:
        kind: action-plan
        decisions:
    good:
        kind: action-plan
        decisions: [{body: Kommunstyrelsen, date: 2024-04-10, paragraph: § 43}]
    """
    if is_plan_undecided(given.workspace, given.document, given.today):
        yield at("decisions")


@rule(
    Severity.WARNING,
    Entry(
        sv="Åtgärdsplanen har inte följts upp på mer än två år.",
        en="The action plan has not been followed up for more than two years.",
        sv_help="Gör en uppföljning. Det ska ske minst vartannat år enligt 6 § lagen (2023:196).",
        en_help="Make a follow-up. Section 6 of Act (2023:196) demands it at least every second year.",
    ),
    kinds=("action-plan",),
    requires=(whole_workspace,),
)
def plan_not_followed_up(given: RuleInput[ActionPlan]) -> Iterator[Breach]:
    """The action plan shall be followed up at least every second year.

    sv: Åtgärdsplanen ska följas upp minst vartannat år.
    source: Lag (2023:196) 6 §. | Act (2023:196) section 6.
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
    if deadline and deadline.has_passed(given.today):
        yield at("period")


@rule(
    Severity.WARNING,
    Entry(
        sv="{body} har två beslut om planen, med olika datum: {first} och {second}.",
        en="{body} has two decisions on the plan, with different dates: {first} and {second}.",
        sv_help="Ta bort det beslut som är fel. Är båda riktiga, skriv under text: vad vart och ett innebär.",
        en_help="Remove the decision that is wrong. If both are right, say under text: what each of them means.",
    ),
    kinds=("action-plan",),
)
def plan_decided_twice(given: RuleInput[ActionPlan]) -> Iterator[Breach]:
    """Two dates of one body's decision leave it unclear since when there is a plan, and when it is to be followed up.

    sv: Två datum för samma organs beslut gör det oklart sedan när planen finns och när den ska följas upp.
    source: Lag (2023:196) 5 och 6 §§. | Act (2023:196) sections 5 and 6.
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
    seen: dict[tuple[str | None, str], tuple[int, str]] = {}
    for i, decision in enumerate(given.model.decisions):
        if decision.date is None or decision.text is not None:
            continue
        position, first = seen.setdefault((decision.party, decision.body.casefold()), (i, str(decision.date)))
        if first != str(decision.date):
            related = (Elsewhere(_OTHER_DECISION, ("decisions", position, "date")),)
            place = ("decisions", i, "date")
            yield at(*place, related=related, body=decision.body, first=first, second=str(decision.date))


@rule(
    Severity.NOTE,
    Entry(
        sv="Planen är beslutad {decided}, före lägesbilden {made} som den bygger på.",
        en="The plan was decided on {decided}, before the situation picture of {made} that it builds on.",
        sv_help="Rätta datumet, eller ange under picture: den lägesbild som fanns när planen beslutades. "
        "Är lägesbilden uppdaterad sedan dess, spara den uppdaterade i en egen fil med supersedes:.",
        en_help="Correct the date, or name under picture: the situation picture that there was at the decision. "
        "If the picture has been updated since, keep the update in a file of its own with supersedes:.",
    ),
    kinds=("action-plan",),
)
def plan_decided_before_picture(given: RuleInput[ActionPlan]) -> Iterator[Breach]:
    """The plan is decided with the situation picture as its ground, so the picture comes first.

    sv: Planen beslutas med lägesbilden som underlag, så lägesbilden kommer först.
    source: Lag (2023:196) 5 §. | Act (2023:196) section 5.
    bad:
        kind: action-plan
        decisions: [{body: Kommunstyrelsen, date: 2024-01-20}]
    good:
        kind: action-plan
        decisions: [{body: Kommunstyrelsen, date: 2024-04-10}]
    """
    decided = given.model.decided_on
    named = next((one for one in given.workspace.references.of(given.document) if one.link.path == ("picture",)), None)
    picture = named.target.document.model if named else None
    if decided is None or named is None or not isinstance(picture, SituationPicture) or picture.date is None:
        return
    if decided.last < picture.date.first:
        related = (Elsewhere(_PICTURE, ("date",), named.target.document.file),)
        i = next(i for i, decision in enumerate(given.model.decisions) if decision.date == decided)
        yield at("decisions", i, "date", related=related, decided=str(decided), made=str(picture.date))
