"""What is said of duties: what is to be done, what it is counted from, and why it is due."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samverkan.words.sentence import Text

if TYPE_CHECKING:
    from samverkan.words.sentence import Language

# What a day is the day of

SIGNING = Text("undertecknandet {day}", "the signing of {day}")
START = Text("giltighetstidens början {day}", "the start of the validity on {day}")
REVIEWED = Text("uppföljningen {day}", "the review of {day}")
DECIDED = Text("beslutet {day}", "the decision of {day}")
REPORTED = Text("återrapporteringen {day}", "the report on {day}")
MADE = Text("{title} {day}", "{title} of {day}")
LAW_START = Text("lagens ikraftträdande {day}", "the entry into force of the law on {day}")
DAY = Text("{day}", "{day}")

# The part of a document that asks for something

_HOLDERS: dict[str, Text] = {
    "agreement": Text("överenskommelsens", "the agreement's"),
    "action-plan": Text("åtgärdsplanens", "the action plan's"),
    "citizen-promise": Text("medborgarlöftets", "the citizen promise's"),
    "communication-plan": Text("kommunikationsplanens", "the communication plan's"),
    "situation-picture": Text("lägesbildens", "the situation picture's"),
}
_CLAUSES: dict[str, Text] = {
    "follow_up.reporting": Text("{holder} avsnitt om återrapportering", "{holder} section on reporting"),
    "follow_up": Text("{holder} avsnitt om uppföljning", "{holder} section on follow-up"),
    "validity.revision": Text("{holder} avsnitt om revidering", "{holder} section on revision"),
    "validity.extension": Text("{holder} avsnitt om förlängning", "{holder} section on extension"),
    "validity": Text("{holder} avsnitt om giltighetstid", "{holder} section on validity"),
    "planned_documents": Text("{holder} avsnitt om dokument som tas fram", "{holder} section on documents to produce"),
    "forums": Text("{holder} avsnitt om forum", "{holder} section on forums"),
    "commitments": Text("{holder} avsnitt om åtaganden", "{holder} section on commitments"),
    "measures": Text("{holder} avsnitt om åtgärder", "{holder} section on measures"),
    "promises": Text("{holder} avsnitt om löften", "{holder} section on promises"),
    "activities": Text("{holder} avsnitt om aktiviteter", "{holder} section on activities"),
    "goals": Text("{holder} avsnitt om mål", "{holder} section on goals"),
    "cadence": Text("{holder} tidsintervall", "{holder} interval"),
    "": Text("{holder} villkor", "{holder} terms"),
}
"""What the parts are called, by the keys that they begin with; the longest comes first."""


_MOST_LETTERS = 90


@dataclass(frozen=True, slots=True)
class AtStart:
    """Words at the start of a sentence, with a capital."""

    words: Text

    def say(self, language: Language) -> str:
        """Write them with a capital first."""
        said = self.words.say(language)
        return said[:1].upper() + said[1:]


@dataclass(frozen=True, slots=True)
class Joined:
    """Several things, with semicolons between."""

    words: tuple[Text, ...]

    def say(self, language: Language) -> str:
        """Say them in a language."""
        return "; ".join(one.say(language) for one in self.words)


def shortened(text: str) -> str:
    """Cut a text to what fits a heading, between two words, with "…" where something is left out."""
    if len(text) <= _MOST_LETTERS:
        return text
    return f"{text[:_MOST_LETTERS].rpartition(' ')[0].rstrip(' ,;:–-') or text[:_MOST_LETTERS]}…"


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
MAKE_NEXT = Text("Ta fram nästa {form} efter {title}", "Make the next {form} after {title}")
UPDATE_PICTURE = Text("Uppdatera lägesbilden", "Update the situation picture")
REVISE = Text("Revidera överenskommelsen", "Revise the agreement")
NEW_PROMISE = Text("Ta fram ett nytt medborgarlöfte", "Produce a new citizen promise")
NEW_PLAN = Text("Besluta om en ny åtgärdsplan", "Decide on a new action plan")
MEETING = Text("Möte: {what}", "Meeting: {what}")
PICTURE_MEETING = Text("Möte om {title}", "Meeting on {title}")
NEXT_REVIEW = Text("Gör nästa uppföljning av {what}", "Make the next follow-up of {what}")
FORM_FORUM = Text("Bilda forumet: {what}", "Form the forum: {what}")
JUDGE_GOAL = Text("Följ upp målet: {what}", "Follow up the goal: {what}")
JUDGE_SUB_GOAL = Text("Följ upp delmålet: {what}", "Follow up the sub-goal: {what}")
COMMITMENT = Text("Åtagande: {what}", "Commitment: {what}")
MEASURE = Text("Åtgärd: {what}", "Measure: {what}")
PROMISE = Text("Löfte: {what}", "Promise: {what}")
ACTIVITY = Text("Aktivitet: {what}", "Activity: {what}")

# Why it is due

CADENCE_WHY = Text(
    "{at_start}: {cadence}, räknat från {start}{until}.", "{at_start}: {cadence}, counted from {start}{until}."
)
IN_MONTHS_WHY = Text(
    "{at_start}: {cadence}, ”{said}”, räknat från {start}{until}.",
    "{at_start}: {cadence}, “{said}”, counted from {start}{until}.",
)
SAID_MONTHS_WHY = Text(
    "{at_start}: ”{said}”, räknat från {start}{until}.", "{at_start}: “{said}”, counted from {start}{until}."
)
NO_LIMIT = Text("", "")
LIMITED = Text(", dock senast när {ends} {end}", ", but no later than when {ends} on {end}")
ENDS: dict[str, Text] = {
    "agreement": Text("överenskommelsen slutar gälla", "the agreement ends"),
    "action-plan": Text("planen slutar gälla", "the plan ends"),
    "citizen-promise": Text("löftet slutar gälla", "the promise ends"),
    "communication-plan": Text("kommunikationsplanen slutar gälla", "the communication plan ends"),
    "part": Text("det senast ska vara klart", "it is to be done"),
    "": Text("dokumentet slutar gälla", "the document ends"),
}
"""What ends when something is done no more, by the kind of document."""
MISSED = Text("{why} {missed}", "{why} {missed}")
NO_START_WHY = Text(
    "{at_start}: {cadence}, men det står inte från när, så inget datum kan räknas ut.",
    "{at_start}: {cadence}, but it does not say from when, so no date can be counted.",
)
UNTIMED_WHY = Text(
    "{at_start} säger inte hur ofta eller när, så inget datum kan räknas ut.",
    "{at_start} does not say how often or when, so no date can be counted.",
)
SAID_WHY = Text(
    "{at_start} säger ”{said}”, så inget datum kan räknas ut.",
    "{at_start} says “{said}”, so no date can be counted.",
)
SAID_TIME_WHY = Text(
    "{at_start} säger ”{said}”, räknat till och med {day}.",
    "{at_start} says “{said}”, counted up to and including {day}.",
)
NEXT_PICTURE_WHY = Text(
    "Lägesbilden säger när nästa är tänkt: {day}.", "The picture says when the next one is meant: {day}."
)
NEXT_REVIEW_WHY = Text(
    "Uppföljningen {done} säger när nästa är tänkt: {day}.",
    "The follow-up of {done} says when the next one is meant: {day}.",
)
NEXT_MEETING_WHY = Text(
    "Lägesbilden säger när nästa möte är: {day}.", "The picture says when the next meeting is: {day}."
)
AT_EXPIRY_WHY = Text(
    "{at_start}: vid giltighetstidens slut, men något slut är inte angivet.",
    "{at_start}: at the end of the validity, but no end is given.",
)
UNCOUNTED_WHY = Text(
    "{at_start}: {cadence}, alltså utan bestämt datum.", "{at_start}: {cadence}, so there is no set date."
)
FIRST_WHY = Text("{at_start}: första gången senast {day}{until}.", "{at_start}: for the first time by {day}{until}.")
NEVER_WHY = Text(
    "{at_start}: ingen tid är angiven, och överenskommelsen har inget slut. Inget sådant dokument finns i mappen.",
    "{at_start}: no time is given, and the agreement has no end. There is no such document in the folder.",
)
FORM_FORUM_WHY = Text(
    "{at_start}: forumet planeras, och ingen tid är angiven.",
    "{at_start}: the forum is planned, and no time is given.",
)
ONCE_WHY = Text(
    "{at_start}: ingen tid är angiven, så dagen är den sista som överenskommelsen gäller.",
    "{at_start}: no time is given, so the day is the last one of the agreement.",
)
DEADLINE_WHYS: dict[str, Text] = {
    "goal": Text("Målet{named} ska vara uppnått senast {day}.", "The goal{named} is to be reached by {day}."),
    "commitment": Text(
        "Åtagandet{named} ska vara genomfört senast {day}.", "The commitment{named} is to be carried out by {day}."
    ),
    "measure": Text("Åtgärden{named} ska vara klar senast {day}.", "The measure{named} is to be done by {day}."),
    "promise": Text("Löftet{named} ska vara uppfyllt senast {day}.", "The promise{named} is to be kept by {day}."),
    "activity": Text(
        "Aktiviteten{named} ska vara genomförd senast {day}.", "The activity{named} is to be carried out by {day}."
    ),
}
"""Why something is due that has a last day of its own, by what it is."""
OCCASION_WHYS: dict[str, Text] = {
    "commitment": Text(
        "Åtagandet{named} ska genomföras vid bestämda tider: {day}.",
        "The commitment{named} is to be carried out at set times: {day}.",
    ),
    "measure": Text(
        "Åtgärden{named} ska göras vid bestämda tider: {day}.", "The measure{named} is to be taken at set times: {day}."
    ),
    "promise": Text(
        "Löftet{named} ska uppfyllas vid bestämda tider: {day}.",
        "The promise{named} is to be kept at set times: {day}.",
    ),
    "activity": Text(
        "Aktiviteten{named} ska genomföras vid bestämda tider: {day}.",
        "The activity{named} is to be carried out at set times: {day}.",
    ),
}
"""Why something is due on one of several occasions, by what it is."""
BY_LAW = Text("enligt lagen {who}", "by law {who}")
BY_LAW_EACH = Text("enligt lagen {who}, var för sig", "by law {who}, each for itself")
THE_GOAL = Text("Målet", "The goal")
THE_SUB_GOAL = Text("Delmålet", "The sub-goal")
GOAL_WHY = Text(
    "{goal}{named} ska vara uppnått senast {day}; 90 dagar senare, {due}, bör siffrorna finnas.",
    "{goal}{named} is to be reached by {day}; 90 days later, on {due}, there should be figures.",
)
IN_MONTH = Text("i {day}", "{day}")
GOAL_MEASURED_WHY = Text(
    "{goal}{named} ska vara uppnått senast {day} och mäts {measured}.",
    "{goal}{named} is to be reached by {day} and is measured in {measured}.",
)
BEGIN_WHY = Text("Aktiviteten{named} ska börja senast {day}.", "The activity{named} is to begin by {day}.")
AGAIN_WHYS: dict[str, Text] = {
    "commitment": Text(
        "Åtagandet{named} ska genomföras {cadence}, räknat från {start}{until}.",
        "The commitment{named} is to be carried out {cadence}, counted from {start}{until}.",
    ),
    "measure": Text(
        "Åtgärden{named} ska genomföras {cadence}, räknat från {start}{until}.",
        "The measure{named} is to be carried out {cadence}, counted from {start}{until}.",
    ),
    "promise": Text(
        "Löftet{named} ska uppfyllas {cadence}, räknat från {start}{until}.",
        "The promise{named} is to be kept {cadence}, counted from {start}{until}.",
    ),
    "activity": Text(
        "Aktiviteten{named} ska genomföras {cadence}, räknat från {start}{until}.",
        "The activity{named} is to be carried out {cadence}, counted from {start}{until}.",
    ),
}
"""Why something is due that is done again and again, by what it is."""
NEVER_MADE = Text("{why} Inget sådant dokument finns i mappen.", "{why} There is no such document in the folder.")
NONE_OF_AGREEMENT = Text(
    "{why} Inget sådant dokument som hör till överenskommelsen finns i mappen.",
    "{why} There is no such document in the folder that belongs to the agreement.",
)
ONE_UNLINKED = Text(
    "{why} Mappen har {others}, som inte hör till någon överenskommelse. Är det det dokument som avses, skriv "
    "Överenskommelse (`agreement: {id}`) i det.",
    "{why} The folder has {others}, which belongs to no agreement. If that is the document, write `agreement: {id}` in "
    "it.",
)
UNLINKED = Text(
    "{why} Mappen har {others}, som inte hör till någon överenskommelse. Är något av dem det dokument som avses, skriv "
    "Överenskommelse (`agreement: {id}`) i det.",
    "{why} The folder has {others}, which belong to no agreement. If one of them is the document, write "
    "`agreement: {id}` in it.",
)
DATED_WHY = Text("{at_start}: {day}.", "{at_start}: {day}.")
ONCE_SAID_WHY = Text(
    "{at_start}: ”{said}”, som inte går att räkna om till en dag, så dagen är den sista som överenskommelsen gäller.",
    "{at_start}: “{said}”, which no day can be counted from, so the day is the last one of the agreement.",
)
LAW_PICTURE_WHY = Text(
    "4 § lagen (2023:196), {who}: en lägesbild krävs sedan den 1 juli 2023, och ingen från tiden efter det finns i mappen.",
    "Act (2023:196) section 4, {who}: a situation picture has been required since 1 July 2023, and the folder has none of a later date.",
)
LAW_PLAN_WHY = Text(
    "5 § lagen (2023:196), {who}: en beslutad åtgärdsplan krävs från den 1 juli 2024, och mappen visar ingen som gäller.",
    "Act (2023:196) section 5, {who}: a decided action plan is required from 1 July 2024, and the folder shows none in force.",
)
LAW_NEW_PLAN_WHY = Text(
    "5 § lagen (2023:196), {who}: planen slutade gälla {start}, och ingen ny beslutad plan finns i mappen.",
    "Act (2023:196) section 5, {who}: the plan ended on {start}, and the folder has no new decided plan.",
)
LAW_WHY = Text(
    "6 § lagen (2023:196), {who}: minst vartannat år, räknat från {start}.",
    "Act (2023:196) section 6, {who}: at least every second year, counted from {start}.",
)
ALSO_LAW = Text("{why} Även, senast {due}: {law}", "{why} Also, by {due}: {law}")
ALSO_TERM = Text("{why} Även enligt {clause}.", "{why} Also by {clause}.")
ALSO = Text("{why} Även: {other}", "{why} Also: {other}")
ALSO_MORE = Text("{why} Och {more} skäl till.", "{why} And {more} more reasons.")
STILL_OPEN = Text(
    "{why} Utan utfall i uppföljningen {day}: {what}.", "{why} Without an outcome in the follow-up of {day}: {what}."
)
STILL_OPEN_MORE = Text(
    "{why} Utan utfall i uppföljningen {day}: {what}; och {more} till.",
    "{why} Without an outcome in the follow-up of {day}: {what}; and {more} more.",
)
IN_DOUBT = Text(
    "{why} Uppföljningen {day} säger inte vilken text den gällde (kontrollkod saknas). Gällde den denna text är det redan gjort.",
    "{why} The follow-up of {day} does not say which text it was of (it has no fingerprint). If it was of this text, this is already done.",
)
UNDATED_IN_DOUBT = Text(
    "{why} En uppföljning säger inte när den gjordes (datum saknas). Gjordes den därefter är detta redan gjort.",
    "{why} A follow-up does not say when it was made (it has no date). If it was made after that, this is already done.",
)
NAMED = Text(" ”{what}”", " “{what}”")
"""The whole text of what a heading shows shortened."""

KINDS: dict[str, Text] = {
    "review": Text("uppföljning", "review"),
    "report": Text("återrapportering", "report"),
    "planned-document": Text("dokument att ta fram", "document to produce"),
    "situation-picture": Text("lägesbild", "situation picture"),
    "revision": Text("revidering", "revision"),
    "consultation": Text("samråd om förlängning", "consultation on extension"),
    "renewal": Text("förlängning eller ny överenskommelse", "extension or new agreement"),
    "expiry": Text("sista dag", "expiry"),
    "meeting": Text("möte", "meeting"),
    "goal": Text("mål", "goal"),
    "commitment": Text("åtagande", "commitment"),
    "measure": Text("åtgärd", "measure"),
    "promise": Text("löfte", "promise"),
    "activity": Text("aktivitet", "activity"),
}
"""What each kind of duty is called."""
