"""What is said of duties: what is to be done, what it is counted from, and why it is due."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samverkan.words.sentence import Text

if TYPE_CHECKING:
    from samverkan.words.sentence import Language

# What a day is the day of

SIGNING = Text("undertecknandet {day}", "the signing on {day}")
START = Text("giltighetstidens början {day}", "the start of the validity on {day}")
REVIEWED = Text("uppföljningen {day}", "the review on {day}")
DECIDED = Text("beslutet {day}", "the decision on {day}")
REPORTED = Text("återrapporteringen {day}", "the report on {day}")
MADE = Text("{title} {day}", "{title} of {day}")
LAW_START = Text("lagens ikraftträdande {day}", "the law's coming into force on {day}")
DAY = Text("{day}", "{day}")

# The part of a document that asks for something

_HOLDERS: dict[str, Text] = {
    "agreement": Text("överenskommelsens", "the agreement's"),
    "action-plan": Text("åtgärdsplanens", "the action plan's"),
    "citizen-promise": Text("medborgarlöftets", "the citizen promise's"),
    "communication-plan": Text("kommunikationsplanens", "the communication plan's"),
}
_CLAUSES: dict[str, Text] = {
    "follow_up.reporting": Text("{holder} avsnitt om återrapportering", "{holder} section on reporting"),
    "follow_up": Text("{holder} avsnitt om uppföljning", "{holder} section on follow-up"),
    "validity.revision": Text("{holder} avsnitt om revidering", "{holder} section on revision"),
    "validity.extension": Text("{holder} avsnitt om förlängning", "{holder} section on extension"),
    "validity": Text("{holder} avsnitt om giltighetstid", "{holder} section on validity"),
    "planned_documents": Text("{holder} avsnitt om dokument som tas fram", "{holder} section on documents to produce"),
    "cadence": Text("{holder} uppgift om nästa löfte", "{holder} words on the next promise"),
    "": Text("{holder} villkor", "{holder} terms"),
}
"""What the parts are called, by the keys that they begin with; the longest comes first."""


@dataclass(frozen=True, slots=True)
class AtStart:
    """Words at the start of a sentence, with a capital."""

    words: Text

    def say(self, language: Language) -> str:
        """Write them with a capital first."""
        said = self.words.say(language)
        return said[:1].upper() + said[1:]


def clause_name(kind: str, place: str) -> Text:
    """Name the part of a document that asks for something.

    Args:
        kind: the kind of the document.
        place: the path of keys: `follow_up.cadence`.

    Returns:
        The name in words, with a small letter first: ”överenskommelsens avsnitt om uppföljning”.
    """
    found = next(words for key, words in _CLAUSES.items() if place.startswith(key))
    return found.with_fields(holder=_HOLDERS.get(kind, Text("dokumentets", "the document's")))


# What is to be done

REVIEW_AGREEMENT = Text("Följ upp överenskommelsen", "Follow up the agreement")
REVIEW_PLAN = Text("Följ upp åtgärdsplanen", "Follow up the action plan")
REVIEW_PROMISE = Text("Följ upp medborgarlöftet", "Follow up the citizen promise")
REVIEW_COMMUNICATION = Text("Följ upp kommunikationsplanen", "Follow up the communication plan")
REPORT = Text("Återrapportera", "Report")
REPORT_TO = Text("Återrapportera till {to}", "Report to {to}")
PRODUCE = Text("Ta fram {title}", "Produce {title}")
UPDATE = Text("Uppdatera {title}", "Update {title}")
FIRST_PLAN = Text("Besluta om en åtgärdsplan", "Decide on an action plan")
MAKE_PICTURE = Text("Ta fram en lägesbild", "Make a situation picture")
UPDATE_PICTURE = Text("Uppdatera lägesbilden", "Update the situation picture")
REVISE = Text("Revidera överenskommelsen", "Revise the agreement")
CONSULT = Text("Samråd om förlängning", "Consult on an extension")
EXPIRE = Text("Förnya eller avsluta överenskommelsen", "Renew or close the agreement")
NEW_PROMISE = Text("Ta fram ett nytt medborgarlöfte", "Produce a new citizen promise")
NEW_PLAN = Text("Besluta om en ny åtgärdsplan", "Decide on a new action plan")
CANDIDATES = Text(
    "{why} Är det {others} som har tagit över, skriv Ersätter (`supersedes: {id}`) där.",
    "{why} If {others} has taken over, write `supersedes: {id}` there.",
)
JUDGE_GOAL = Text("Följ upp målet: {what}", "Follow up the goal: {what}")
COMMITMENT = Text("Åtagande: {what}", "Commitment: {what}")
MEASURE = Text("Åtgärd: {what}", "Measure: {what}")
PROMISE = Text("Löfte: {what}", "Promise: {what}")
ACTIVITY = Text("Aktivitet: {what}", "Activity: {what}")

# Why it is due

CADENCE_WHY = Text("{at_start}: {cadence}, räknat från {start}.", "{at_start}: {cadence}, counted from {start}.")
UNCOUNTED_WHY = Text(
    "{at_start}: {cadence}, alltså utan bestämt datum.", "{at_start}: {cadence}, so there is no set date."
)
FIRST_WHY = Text("{at_start}: första gången senast {day}.", "{at_start}: for the first time by {day}.")
ONCE_WHY = Text(
    "{at_start}: ingen tid är angiven, så dagen är den sista som överenskommelsen gäller.",
    "{at_start}: no time is given, so the day is the last one of the agreement.",
)
DEADLINE_WHYS: dict[str, Text] = {
    "goal": Text("Målet ”{what}” ska vara uppnått senast {day}.", "The goal “{what}” is to be reached by {day}."),
    "commitment": Text(
        "Åtagandet ”{what}” ska vara genomfört senast {day}.", "The commitment “{what}” is to be carried out by {day}."
    ),
    "measure": Text("Åtgärden ”{what}” ska vara klar senast {day}.", "The measure “{what}” is to be done by {day}."),
    "promise": Text("Löftet ”{what}” ska vara uppfyllt senast {day}.", "The promise “{what}” is to be kept by {day}."),
    "activity": Text(
        "Aktiviteten ”{what}” ska vara genomförd senast {day}.", "The activity “{what}” is to be carried out by {day}."
    ),
}
"""Why something is due that has a last day of its own, by what it is."""
NEVER_MADE = Text("{why} Inget sådant dokument finns i mappen.", "{why} There is no such document in the folder.")
DATED_WHY = Text("{at_start}: {day}.", "{at_start}: {day}.")
LAW_PICTURE_WHY = Text(
    "4 § lagen (2023:196), {who}: en lägesbild krävs sedan den 1 juli 2023, och ingen från tiden efter det finns i mappen.",
    "Act (2023:196) section 4, {who}: a situation picture is demanded since 1 July 2023, and none of later date is in the folder.",
)
LAW_PLAN_WHY = Text(
    "5 § lagen (2023:196), {who}: en beslutad åtgärdsplan krävs från den 1 juli 2024, och ingen som gäller finns i mappen.",
    "Act (2023:196) section 5, {who}: a decided action plan is demanded from 1 July 2024, and none in force is in the folder.",
)
LAW_NEW_PLAN_WHY = Text(
    "5 § lagen (2023:196), {who}: planen slutade gälla {start}, och ingen ny beslutad plan finns i mappen.",
    "Act (2023:196) section 5, {who}: the plan ended on {start}, and no new decided plan is in the folder.",
)
LAW_WHY = Text(
    "6 § lagen (2023:196), {who}: minst vartannat år, räknat från {start}.",
    "Act (2023:196) section 6, {who}: at least every second year, counted from {start}.",
)
ALSO_LAW = Text("{why} Även, senast {due}: {law}", "{why} Also, by {due}: {law}")
ALSO_TERM = Text("{why} Även enligt {clause}.", "{why} Also by {clause}.")
ALSO = Text("{why} Även: {other}", "{why} Also: {other}")
STILL_OPEN = Text(
    "{why} Utan utfall i uppföljningen {day}: {what}.", "{why} Without an outcome in the follow-up of {day}: {what}."
)
STILL_OPEN_MORE = Text(
    "{why} Utan utfall i uppföljningen {day}: {what}; och {more} till.",
    "{why} Without an outcome in the follow-up of {day}: {what}; and {more} more.",
)
CONSULT_WHY = Text(
    "{at_start}: samråd ska ske före en förlängning. Sista giltighetsdag är {end}.",
    "{at_start}: consultation is to come before an extension. The last day of validity is {end}.",
)
EXPIRE_WHY = Text(
    "Sista giltighetsdag är {end}, och ingen efterföljare finns i mappen.",
    "The last day of validity is {end}, and there is no successor in the folder.",
)
EXPIRE_REVISE_WHY = Text(
    "Sista giltighetsdag är {end}. Då ska överenskommelsen revideras, och ingen efterföljare finns i mappen.",
    "The last day of validity is {end}. Then the agreement is to be revised, and there is no successor in the folder.",
)
GAP_WHY = Text(
    "Sista giltighetsdag är {end}, och efterföljaren ({other}) börjar gälla först {start}.",
    "The last day of validity is {end}, and the successor ({other}) does not apply until {start}.",
)
UNSIGNED_WHY = Text(
    "Sista giltighetsdag är {end}, och efterföljaren ({other}) är inte undertecknad enligt sin fil.",
    "The last day of validity is {end}, and the successor ({other}) is not signed according to its file.",
)
ENDS_WHY = Text(
    "Periodens sista dag är {end}, och ingen efterföljare finns i mappen.",
    "The last day of the period is {end}, and there is no successor in the folder.",
)

KINDS: dict[str, Text] = {
    "review": Text("uppföljning", "review"),
    "report": Text("återrapportering", "report"),
    "planned-document": Text("dokument att ta fram", "document to produce"),
    "situation-picture": Text("lägesbild", "situation picture"),
    "revision": Text("revidering", "revision"),
    "consultation": Text("samråd om förlängning", "consultation on extension"),
    "expiry": Text("sista dag", "expiry"),
    "goal": Text("mål", "goal"),
    "commitment": Text("åtagande", "commitment"),
    "measure": Text("åtgärd", "measure"),
    "promise": Text("löfte", "promise"),
    "activity": Text("aktivitet", "activity"),
}
"""What each kind of duty is called."""
