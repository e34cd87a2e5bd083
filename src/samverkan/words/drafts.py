"""The words of files that are written for the author to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.words.sentence import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.words.sentence import Language

TITLE = Text("Uppföljning av {titles}", "Follow-up of {titles}")
HEAD = Text(
    "Fyll i det som är tomt. Ta bort rader som inte behövs, och lägg gärna till Hinder (`obstacle`), Förs vidare (`carried_over`) och Beslut (`decisions`).",
    "Fill in what is empty. Delete lines that are not needed, and add `obstacle`, `carried_over` and `decisions` where you can.",
)
RESULTS = Text(
    "result: reached (uppnått eller genomfört), partly (delvis), ongoing (pågår),\n"
    "not-yet (ännu inte uppnått), not-reached (inte uppnått eller inte genomfört) eller\n"
    "not-assessed (inte bedömt; skriv då skälet i why_not i stället för comment).",
    "result: reached, partly, ongoing, not-yet, not-reached or\nnot-assessed (then give the reason in why_not, not in comment).",
)
AIM = Text("mål: {aim}", "target: {aim}")
COUNTS = Text("[{{title: vad som räknas, value: 0}}]", "[{{title: what is counted, value: 0}}]")
LEFT = Text("Fick inget utfall i uppföljningen {day}.", "Got no outcome in the follow-up of {day}.")
SUB_GOAL = Text("Delmål", "Sub-goal")
NO_ID = Text(
    "Saknar id. Ange ett i {document}, och lägg sedan till utfallet.",
    "Has no id. Give it one in {document}, and then add the outcome.",
)
DRAFT_HEAD = Text(
    "Fyll i det som är tomt, och ta bort det som inte behövs. Kör sedan: samverkan validate",
    "Fill in what is empty, and delete what is not needed. Then run: samverkan validate",
)
DRAFT_STATUS = Text(
    "Ta bort raden med status när dokumentet är beslutat eller undertecknat, och skriv in beslutet eller underskrifterna i stället.",
    "Delete the line with status when the document is decided or signed, and write the decision or the signatures instead.",
)
UNTIL_DECIDED = Text(
    "Ta bort det här avsnittet tills beslutet är fattat.", "Delete this section until the decision has been made."
)
TITLES: dict[str, Text] = {
    "agreement": Text("Samverkansöverenskommelse mellan {names}", "Cooperation agreement between {names}"),
    "situation-picture": Text("Lägesbild för {names} {year}", "Situation picture of {names} {year}"),
    "cause-analysis": Text("Orsaksanalys för {names} {year}", "Cause analysis of {names} {year}"),
    "action-plan": Text("Åtgärdsplan för {names} {year}", "Action plan of {names} {year}"),
    "citizen-promise": Text("Medborgarlöfte för {names} {year}", "Citizen promise of {names} {year}"),
    "communication-plan": Text("Kommunikationsplan för {names} {year}", "Communication plan of {names} {year}"),
}
FILE_NAMES: dict[str, Text] = {
    "agreement": Text("overenskommelse", "agreement"),
    "situation-picture": Text("lagesbild", "picture"),
    "cause-analysis": Text("orsaksanalys", "cause-analysis"),
    "action-plan": Text("atgardsplan", "action-plan"),
    "citizen-promise": Text("medborgarlofte", "promise"),
    "communication-plan": Text("kommunikationsplan", "communication-plan"),
}
PART_NAMES: dict[str, Text] = {
    "activity": Text("aktivitet", "activity"),
    "cause": Text("orsak", "cause"),
    "goal": Text("mål", "goal"),
    "measure": Text("åtgärd", "measure"),
    "problem": Text("problem", "problem"),
    "promise": Text("löfte", "promise"),
    "source": Text("källa", "source"),
}
OF_PROBLEM = Text("Problemet: {title}", "The problem: {title}")
OF_CAUSE = Text("Mot orsaken: {text}", "Against the cause: {text}")
OF_AREA = Text("Fokusområdet {title}.", "The focus area {title}.")
LAST_TIME = Text("Utfall {day}: {result}.", "Outcome {day}: {result}.")
NO_OUTCOME = Text("Har inget utfall i någon uppföljning.", "Has no outcome in any follow-up.")
DONE_BEFORE = Text(
    "Genomfört enligt uppföljningarna, och därför inte med här: {titles}",
    "Done according to the follow-ups, and so left out here: {titles}",
)
NO_LONGER = Text(
    "Utgår från {title}. Gå igenom allt: vad gäller fortfarande, vad ska ändras?",
    "Made from {title}. Go through it all: what still holds, what is to change?",
)
COUNCIL = Text(
    "Det strategiska rådet ska ledas av kommunen (10 § lagen (2023:196)).",
    "The municipality shall lead the strategic council (Section 10 of Act (2023:196)).",
)
COORDINATION = Text(
    "Kommunen ska ha en samordningsfunktion (11 § lagen (2023:196)).",
    "The municipality shall have a coordinator (Section 11 of Act (2023:196)).",
)
PLANNED = Text(
    "Lägesbild och åtgärdsplan krävs av kommunen (4–6 §§ lagen (2023:196)).",
    "A situation picture and a plan are required (Sections 4–6 of Act (2023:196)).",
)


def all_of(names: Sequence[str], language: Language) -> str:
    """Name all of some: ”a, b och c”."""
    *first, last = names or ("–",)
    joint = " och " if language == "sv" else " and "
    return ", ".join(first) + joint + last if first else last
