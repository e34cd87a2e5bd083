"""What is said of a municipality's duties by law, in words that a board can read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samverkan.words.sentence import Text

if TYPE_CHECKING:
    from samverkan.words.sentence import Language

NUMBERS = Text("{number} §", "Section {number}")

SHORT_NUMBERS: dict[str, Text] = {
    "6-picture": Text("6 § bild", "Section 6, picture"),
    "6-plan": Text("6 § plan", "Section 6, plan"),
}
"""The paragraph that holds two demands, in a narrow table."""

TITLES: dict[str, Text] = {
    "4": Text("Lägesbild", "Situation picture"),
    "5": Text("Beslutad åtgärdsplan", "Decided action plan"),
    "6-picture": Text("Lägesbilden uppdateras", "The situation picture is updated"),
    "6-plan": Text("Åtgärdsplanen följs upp", "The action plan is followed up"),
    "7": Text("Samordning med annan planering", "Coordination with other planning"),
    "9": Text("Överenskommelser om samverkan", "Agreements on cooperation"),
    "10": Text("Strategiskt råd", "Strategic council"),
    "11": Text("Samordningsfunktion", "Coordination function"),
    "12": Text("Kontaktpunkt och information", "Contact point and information"),
    "13": Text("Ledning och rapport till fullmäktige", "Leadership and reports to the council"),
}
"""What each demand is about."""

STATUSES: dict[str, Text] = {
    "shown": Text("visat", "shown"),
    "due": Text("ska göras", "to be done"),
    "late": Text("försenat", "late"),
    "not-shown": Text("inte visat i den här mappen", "not shown in this folder"),
    "not-for-a-file": Text("inget som en fil kan visa", "nothing that a file can show"),
}
"""What each status is called."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of parts, said as ”a, b och c”."""

    parts: tuple[Text, ...]

    def say(self, language: Language) -> str:
        """Join the parts."""
        said = [part.say(language) for part in self.parts]
        joint = " och " if language == "sv" else " and "
        return joint.join([", ".join(said[:-1]), said[-1]]) if len(said) > 1 else "".join(said)


NOTHING_TO_DO = Text("Inget mer behöver göras nu.", "Nothing more needs to be done now.")
JOINT = Text(
    "Dokumentet är gemensamt för flera kommuner. Lagen säger inte om det räcker; här räknas det för var och en av dem.",
    "The document is joint for several municipalities. The law does not say whether that is enough; here it counts for each of them.",
)

# What does not say until which day it applies

LASTS_IN_WORDS = Text("filen anger tiden bara med orden ”{said}”", "the file tells the time only in the words “{said}”")
LASTS_FROM_UNKNOWN = Text(
    "filen anger hur länge, men inte från vilken dag", "the file says for how long, but not from which day"
)
LASTS_UNTOLD = Text("filen anger inte hur länge", "the file does not say for how long")
MAY_HAVE_ENDED = Text(
    "Det går inte att avgöra om ”{title}” gäller nu: {why}.",
    "It cannot be told whether “{title}” applies now: {why}.",
)
DATE_AGREEMENT_END = Text(
    "Skriv i filen till och med vilken dag överenskommelsen gäller, eller att den gäller tills vidare.",
    "Write in the file until which day the agreement applies, or that it applies until further notice.",
)
DATE_PLAN_END = Text(
    "Skriv i filen till och med vilken dag planen gäller, eller att den gäller tills vidare.",
    "Write in the file until which day the plan applies, or that it applies until further notice.",
)
NOT_COUNTED = Text(
    "”{title}” räknas inte här, för det går inte att avgöra om den gäller nu: {why}.",
    "“{title}” does not count here, as it cannot be told whether it applies now: {why}.",
)

# Section 4 and 6: the situation picture

SURVEY = Text("en kartläggning av brottsligheten", "a survey of crime")
OTHER_INFORMATION = Text("annan information av betydelse i sammanhanget", "other information of significance")
ANALYSIS = Text("en analys", "an analysis")
NO_PICTURE = Text(
    "Ingen lägesbild från tiden sedan lagen trädde i kraft finns i mappen.",
    "The folder has no situation picture from the time since the law came into force.",
)
ONLY_LESS_PICTURE = Text(
    "Mappen har ingen lägesbild för hela kommunen. Nyhetsbrev, undersökningar, veckorapporter och bilder av en del av "
    "kommunen räknas inte.",
    "The folder has no situation picture of the whole municipality. Newsletters, surveys, weekly reports and pictures of "
    "a part of it do not count.",
)
ONLY_OLD_PICTURE = Text(
    "Lägesbilden i mappen är från tiden före lagen. Någon nyare finns inte där.",
    "The folder's situation picture is from before the law. There is no newer one.",
)
MAKE_PICTURE = Text(
    "Lägg kommunens lägesbild i mappen, eller ta fram en om det inte finns någon.",
    "Put the municipality's situation picture in the folder, or make one if there is none.",
)
PICTURE_IS = Text(
    "Kommunens senaste lägesbild är från {day}.", "The municipality's latest situation picture is dated {day}."
)
COMPLETE_PICTURE = Text(
    "Filen visar inte {what}. Lagen kräver att lägesbilden innehåller det: komplettera den.",
    "The file does not show {what}. The law requires it of the situation picture: complete it.",
)
PICTURE_EVIDENCE = Text("Lägesbilden ”{title}”, {day}", "The situation picture “{title}”, {day}")
NO_PICTURE_TO_UPDATE = Text(
    "Mappen har ingen lägesbild från tiden sedan lagen trädde i kraft att uppdatera.",
    "The folder has no situation picture from the time since the law came into force to update.",
)
UPDATE_AFTER = Text(
    "Uppdatera lägesbilden minst vartannat år från att den är framtagen.",
    "Update the situation picture at least every second year after it is made.",
)
PICTURE_IS_OLD = Text(
    "Den senaste lägesbilden i mappen är från {day} och skulle ha uppdaterats senast {due}.",
    "The latest situation picture in the folder is dated {day} and was to be updated by {due}.",
)
PICTURE_UPDATED = Text(
    "Lägesbilden uppdaterades {day}. Nästa gång är senast {due}.",
    "The situation picture was updated on {day}. The next time is by {due}.",
)
PICTURE_TO_UPDATE = Text(
    "Lägesbilden från {day} ska uppdateras senast {due}.",
    "The situation picture dated {day} is to be updated by {due}.",
)
UPDATE_NOW = Text(
    "Uppdatera lägesbilden, eller lägg den nyare i mappen om den finns.",
    "Update the situation picture, or put the newer one in the folder if there is one.",
)
UPDATE_BY = Text("Uppdatera lägesbilden senast {due}.", "Update the situation picture by {due}.")

# Section 5 and 6: the action plan

PLAN_IS = Text("Kommunen har beslutat om ”{title}”.", "The municipality has decided on “{title}”.")
NEXT_PLAN = Text(
    "Besluta om en ny åtgärdsplan innan den här slutar gälla {end}.",
    "Decide on a new action plan before this one ends on {end}.",
)
PLAN_EVIDENCE = Text("Åtgärdsplanen ”{title}”, beslutad{by} {day}", "The action plan “{title}”, decided{by}, {day}")
DECIDED_BY = Text(" av {body}", " by {body}")
PLAN_EVIDENCE_UNDATED = Text(
    "Åtgärdsplanen ”{title}”, beslutad{by} utan angiven dag",
    "The action plan “{title}”, decided{by} on a day that is not stated",
)
PLAN_EVIDENCE_STATUS = Text(
    "Åtgärdsplanen ”{title}”, beslutad enligt filens status", "The action plan “{title}”, decided by the file's status"
)
DECIDED_BY_WHOM = Text(
    "Filen säger att planen är beslutad, men inte av vem. Lagen kräver kommunens eget beslut: skriv in det.",
    "The file says that the plan is decided, but not by whom. The law requires the municipality's own decision: state it.",
)
DECISION_OF_WHOM = Text(
    "Beslutet säger inte vilken kommun som fattade det; här räknas det för var och en. Ange parten vid beslutet.",
    "The decision does not say which municipality made it; here it counts for each. State the party of the decision.",
)
PLAN_ENDED = Text(
    "Åtgärdsplanen ”{title}” slutade gälla {end}, och ingen ny beslutad plan finns i mappen.",
    "The action plan “{title}” ended on {end}, and the folder has no new decided plan.",
)
PLAN_UNDECIDED = Text(
    "En åtgärdsplan finns i mappen, men inte kommunens eget beslut om den.",
    "There is an action plan in the folder, but not the municipality's own decision on it.",
)
UNDECIDED_EVIDENCE = Text("”{title}”, utan kommunens beslut", "“{title}”, without the municipality's decision")
NO_PLAN = Text("Mappen har ingen åtgärdsplan som gäller nu.", "The folder has no action plan that applies now.")
DECIDE_PLAN = Text(
    "Lägg den beslutade åtgärdsplanen i mappen, eller besluta om en med lägesbilden som underlag.",
    "Put the decided action plan in the folder, or decide on one based on the situation picture.",
)
DECIDE_BY = Text(
    "Besluta om en åtgärdsplan med lägesbilden som underlag senast {due}.",
    "Decide on an action plan based on the situation picture by {due}.",
)
NO_PLAN_TO_FOLLOW_UP = Text(
    "Mappen har ingen åtgärdsplan som gäller nu och kan följas upp.",
    "The folder has no action plan that applies now and can be followed up.",
)
DECIDED_WHEN_UNKNOWN = Text(
    "Filen säger inte när åtgärdsplanen beslutades, så det går inte att räkna ut när den ska följas upp.",
    "The file does not say when the action plan was decided, so it cannot be counted when it is to be followed up.",
)
DATE_DECISION = Text(
    "Skriv i filen när planen beslutades; ett år räcker.",
    "Write in the file when the plan was decided; a year is enough.",
)
FOLLOW_UP_AFTER = Text(
    "Följ upp åtgärdsplanen minst vartannat år från beslutet.",
    "Follow up the action plan at least every second year after the decision.",
)
FOLLOW_UP_LATE = Text(
    "I mappen finns ingen fullständig uppföljning av kommunens del av planen efter {since}. Den skulle ha gjorts senast {due}.",
    "The folder has no complete follow-up of the municipality's part of the plan since {since}. It was to be made by {due}.",
)
FOLLOWED_UP = Text(
    "Åtgärdsplanen följdes upp {day}. Nästa gång är senast {due}.",
    "The action plan was followed up on {day}. The next time is by {due}.",
)
FOLLOW_UP_EVIDENCE = Text("Uppföljningen ”{title}”, {day}", "The follow-up “{title}”, {day}")
OWN_PART = Text(
    "Uppföljningen gäller kommunens del av planen. Lagen kräver kommunens uppföljning, inte övriga parters.",
    "The follow-up is of the municipality's part of the plan. The law requires the municipality's follow-up, not that of others.",
)
FOLLOW_UP_DUE = Text(
    "Åtgärdsplanen ska följas upp senast {due}, räknat från {since}.",
    "The action plan is to be followed up by {due}, counted from {since}.",
)
FOLLOW_UP_NOW = Text(
    "Följ upp åtgärdsplanen, eller lägg uppföljningen i mappen om den är gjord.",
    "Follow up the action plan, or put the follow-up in the folder if it has been made.",
)
FOLLOW_UP_BY = Text("Följ upp åtgärdsplanen senast {due}.", "Follow up the action plan by {due}.")
COUNTED_EVIDENCE = Text("”{title}”, räknat från {since}", "“{title}”, counted from {since}")

# Section 7

INTEGRATION_IS = Text(
    "Arbetet ska där det är lämpligt vävas samman med annan planering som kommunen gör enligt lag.",
    "The work is to be joined, where suitable, with other planning that the municipality does under law.",
)
SEE_TO_INTEGRATION = Text(
    "Kontrollera att lägesbilden och åtgärdsplanen hänger ihop med kommunens övriga planer och budget.",
    "Make sure that the situation picture and the action plan fit the municipality's other plans and its budget.",
)

# Section 9

AGREEMENT_IS = Text(
    "En skriftlig överenskommelse om samverkan gäller.", "A written agreement on cooperation is in force."
)
AGREEMENT_EVIDENCE = Text("”{title}”, undertecknad {day}", "“{title}”, signed {day}")
AGREEMENT_EVIDENCE_UNTIL = Text(
    "”{title}”, undertecknad {day}, gäller till och med {end}", "“{title}”, signed {day}, in force until {end}"
)
UNSIGNED_EVIDENCE = Text(
    "”{title}”, där filen inte säger när den undertecknades",
    "“{title}”, of which the file does not say when it was signed",
)
PURPOSES = Text("för vilka syften samverkan ska ske", "for what purposes the cooperation takes place")
AREAS = Text("inom vilka områden samverkan ska ske", "in what areas the cooperation takes place")
AGREEMENT_LACKS = Text(
    "Överenskommelsen gäller, men säger inte {what}.", "The agreement is in force, but does not say {what}."
)
OLDER_AGREEMENT_LACKS = Text(
    "En skriftlig överenskommelse från tiden före lagen gäller. Den säger inte {what}.",
    "A written agreement from before the act is in force. It does not say {what}.",
)
UNDATED_AGREEMENT_LACKS = Text(
    "Överenskommelsen gäller, men filen säger inte när den undertecknades och inte heller {what}. Det krävs av "
    "överenskommelser sedan den 1 juli 2023.",
    "The agreement applies, but the file does not say when it was signed, nor {what}. Agreements since 1 July 2023 are "
    "to say that.",
)
DATE_AGREEMENT = Text(
    "Skriv i filen när överenskommelsen undertecknades, och det som saknas om den säger det.",
    "Write in the file when the agreement was signed, and add what is missing if the agreement says it.",
)
COMPLETE_AGREEMENT = Text(
    "Skriv in {what} i överenskommelsen, senast när den revideras.",
    "Write {what} in the agreement, at the latest when it is revised.",
)
AGREEMENT_UNSIGNED = Text(
    "En överenskommelse finns i mappen, men filen visar inte att den är undertecknad.",
    "There is an agreement in the folder, but the file does not show that it is signed.",
)
SIGN_AGREEMENT = Text(
    "Underteckna överenskommelsen, eller skriv in underskrifternas datum i filen.",
    "Sign the agreement, or write the date of the signatures in the file.",
)
NO_AGREEMENT = Text(
    "Mappen har ingen överenskommelse som gäller nu.", "The folder has no agreement that is in force now."
)
ENTER_AGREEMENT = Text(
    "Verka för en skriftlig överenskommelse med relevanta aktörer, eller lägg den i mappen om den finns.",
    "Work for a written agreement with the relevant actors, or put it in the folder if there is one.",
)

# Section 10, 11 and 12

COUNCIL_IS = Text("Ett strategiskt råd finns.", "There is a strategic council.")
COUNCIL_BY_NAME = Text(
    "Ett brottsförebyggande råd finns, men filen säger inte om det är strategiskt.",
    "There is a crime prevention council, but the file does not say whether it is strategic.",
)
SAY_LEVEL = Text(
    "Kontrollera att rådet hanterar strategiska frågor, och skriv i filen att det är strategiskt om det är så.",
    "Make sure that the council deals with strategic questions, and state in the file that it is strategic if so.",
)
COUNCIL_EVIDENCE = Text("Forumet ”{name}”", "The forum “{name}”")
COUNCIL_LED_BY = Text("Forumet ”{name}”, ordförande: {chair}", "The forum “{name}”, chair: {chair}")
LED_BY_WHOM = Text(
    "Filen säger inte vem som leder rådet. Lagen kräver att kommunen gör det.",
    "The file does not say who leads the council. The law requires the municipality to lead it.",
)
LED_BY_WHICH = Text(
    "Filen säger inte vilken av kommunerna som leder rådet; här räknas det för var och en av dem.",
    "The file does not say which of the municipalities leads the council; here it counts for each of them.",
)
NOT_LED_BY_IT = Text(
    "Ordförande i ”{name}” enligt filen: {chair}. Lagen kräver att kommunen leder rådet, så det räknas inte här.",
    "Chair of “{name}” according to the file: {chair}. The law requires the municipality to lead the council, so it does not count here.",
)
SAY_WHO_LEADS = Text("Skriv i filen vem som leder rådet.", "State in the file who leads the council.")
SAY_WHICH_LEADS = Text(
    "Skriv i filen vilken kommun som leder rådet, med dess namn.",
    "State in the file which municipality leads the council, by its name.",
)
NO_COUNCIL = Text(
    "Ingen gällande överenskommelse i mappen nämner ett strategiskt råd som leds av kommunen. Kravet står i lagen, inte i överenskommelsen.",
    "The folder's agreements in force name no strategic council led by the municipality. The law requires one; the agreement need not.",
)
TELL_OF_COUNCIL = Text(
    "Se till att det finns ett råd som kommunen leder och där de andra aktörernas ledning deltar. Skriv gärna in det i överenskommelsen.",
    "Make sure that there is a council that the municipality leads, with leading representatives of the others. Preferably name it in the agreement.",
)
COORDINATION_IS = Text(
    "Kommunens samordning finns med som ett åtagande.", "The municipality's coordination is there as a commitment."
)
COMMITMENT_EVIDENCE = Text("Åtagandet ”{text}”", "The commitment “{text}”")
NO_COORDINATION = Text(
    "Ingen gällande överenskommelse i mappen nämner kommunens samordningsfunktion. Kravet står i lagen, inte i överenskommelsen.",
    "The folder's agreements in force do not name the municipality's coordination function. The law requires one; the agreement need not.",
)
TELL_OF_COORDINATION = Text(
    "Se till att kommunen har en funktion som samordnar arbetet. Skriv gärna in den i överenskommelsen.",
    "Make sure that the municipality has a function that coordinates the work. Preferably name it in the agreement.",
)
COMMUNICATION_EVIDENCE = Text("Kommunikationsplanen ”{title}”", "The communication plan “{title}”")
INFORMATION_IS = Text(
    "Mappen visar hur information om arbetet sprids (12 § 3).",
    "The folder shows how information on the work is spread.",
)
SEE_TO_CONTACT = Text(
    "Kontrollera att funktionen också samordnar och stödjer arbetet, och att andra vet vem som är kommunens "
    "kontaktpunkt (12 § 1 och 2).",
    "Make sure that the function also coordinates and supports the work, and that others know who the municipality's "
    "contact point is (section 12 items 1 and 2).",
)
NO_INFORMATION = Text(
    "Samordningsfunktionen ska stödja arbetet, vara kontaktpunkt och bidra till att information sprids.",
    "The coordination function is to support the work, be the contact point and help to spread information.",
)
SEE_TO_INFORMATION = Text(
    "Kontrollera att funktionen har de uppgifterna och att andra vet vem de kan vända sig till.",
    "Make sure that the function has these tasks and that others know whom to turn to.",
)

FOLLOW_UP_IN_DOUBT = Text(
    "Åtgärdsplanen har en uppföljning som inte säger vilken text den gällde, så det går inte att avgöra om den räknas.",
    "The action plan has a follow-up that does not say which text it was of, so it cannot be judged whether it counts.",
)
FOLLOW_UP_UNDATED = Text(
    "Åtgärdsplanen har en uppföljning som inte säger när den gjordes, så det går inte att avgöra om den räknas.",
    "The action plan has a follow-up that does not say when it was made, so it cannot be judged whether it counts.",
)
SAY_WHEN = Text(
    "Skriv i uppföljningen när den gjordes; ett år räcker. Följ annars upp planen så snart som möjligt.",
    "Write in the follow-up when it was made; a year is enough. Otherwise follow up the plan as soon as possible.",
)
SAY_WHICH_TEXT = Text(
    "Skriv planens kontrollkod i uppföljningen om det var den texten. Följ annars upp planen så snart som möjligt.",
    "Write the plan's fingerprint in the follow-up if it was of that text. Otherwise follow up the plan as soon as possible.",
)

# Section 13

LATEST_REPORT = Text(
    "Den senaste rapporten till kommunfullmäktige i mappen är från {day}.",
    "The latest report to the municipal council in the folder is dated {day}.",
)
REPORT_EVIDENCE = Text("”{title}”, rapporterad till fullmäktige {day}", "“{title}”, reported to the council {day}")
DEALT_WITH = Text(
    "”{title}”, behandlad av kommunfullmäktige {day}", "“{title}”, dealt with by the municipal council {day}"
)
REPORT_LONG_AGO = Text(
    "Det är mer än ett år sedan. Rapportera på nytt. Lagen säger ”kontinuerligt” och anger ingen dag.",
    "That is more than a year ago. Report anew. The law says “continuously” and gives no day.",
)
WHO_LEADS = Text(
    "Här bedöms bara rapporterna. Att kommunstyrelsen, eller den nämnd som fullmäktige har beslutat, leder arbetet framgår av kommunens reglementen, inte av filerna.",
    "Only the reports are judged here. That the executive board, or the board that the council has decided on, leads the work is shown by the municipality's rules of procedure, not by the files.",
)
REPORT_AGAIN = Text(
    "Fortsätt att rapportera. Lagen säger ”kontinuerligt” och anger ingen dag.",
    "Go on reporting. The law says “continuously” and gives no day.",
)
NO_REPORT = Text(
    "Uppföljningarna i mappen visar ingen rapport till kommunfullmäktige.",
    "The follow-ups in the folder show no report to the municipal council.",
)
REPORT = Text(
    "Rapportera till kommunfullmäktige och skriv in det i uppföljningen. Lagen säger ”kontinuerligt” och anger ingen dag.",
    "Report to the municipal council, and state it in the follow-up. The law says “continuously” and gives no day.",
)

# The page

PAGE_KIND = Text("Kommunens ansvar enligt lag (2023:196)", "The municipality's duties under Act (2023:196)")
PAGE_TITLE = Text("Uppfyller vi lagen?", "Do we fulfil the law?")
PAGE_TITLE_ONE = Text("Uppfyller vi lagen? {name}", "Do we fulfil the law? {name}")
AS_OF = Text("Avser läget", "As of")
LEAD = Text(
    "Sidan visar vad dokumenten i mappen säger om kommunens uppgifter enligt lagen (2023:196) om kommuners ansvar för brottsförebyggande arbete. Den bedömer bara det som mappen innehåller. Det som inte visas kan ändå vara gjort. Sidan är ingen juridisk rådgivning.",
    "The page shows what the documents in the folder say about the municipality's duties under Act (2023:196) on the responsibility of municipalities for crime prevention. It judges only what the folder contains. What is not shown may still have been done. The page is not legal advice.",
)
NOT_YET = Text(
    "Lagen gällde inte än: den trädde i kraft den 1 juli 2023.",
    "The law did not apply yet: it came into force on 1 July 2023.",
)
OVERVIEW = Text("Översikt", "Overview")
MUNICIPALITY = Text("Kommun", "Municipality")
COLUMN_DEMAND = Text("Krav", "Requirement")
COLUMN_STATUS = Text("Läge", "Status")
COLUMN_SHOWN = Text("Vad mappen visar", "What the folder shows")
COLUMN_TO_DO = Text("Nästa steg", "What to do next")
SHOWN_BY = Text("Visas av", "Shown by")
NOTE = Text("Så har frågan tolkats", "How the question has been read")
MORE = Text(
    "Ytterligare {count} kommuner visas inte här. Välj en med --municipality KOD, eller se alla med --format html.",
    "{count} more municipalities are not shown here. Choose one with --municipality CODE, or see all with --format html.",
)
MORE_ONE = Text(
    "Ytterligare 1 kommun visas inte här. Välj den med --municipality KOD, eller se alla med --format html.",
    "1 more municipality is not shown here. Choose it with --municipality CODE, or see all with --format html.",
)
MORE_EVIDENCE = Text(
    "Ytterligare {count} ställen i dokumenten visar detsamma och räknas inte upp här.",
    "{count} more places in the documents show the same and are not listed here.",
)
MORE_EVIDENCE_ONE = Text(
    "Ytterligare 1 ställe i dokumenten visar detsamma och räknas inte upp här.",
    "1 more place in the documents shows the same and is not listed here.",
)
SHORT_STATUSES: dict[str, Text] = {
    "shown": Text("visat", "shown"),
    "due": Text("ska göras", "to be done"),
    "late": Text("försenat", "late"),
    "not-shown": Text("inte visat", "not shown"),
    "not-for-a-file": Text("–", "–"),
}
"""What each status is called in a narrow table."""
SUMMARY = Text(
    "Läget för {name}: visat {shown}, ska göras {due}, försenat {late}, inte visat i den här mappen {missing}.",
    "The state of {name}: shown {shown}, to be done {due}, late {late}, not shown in this folder {missing}.",
)
