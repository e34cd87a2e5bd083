"""The words of files that are written for the author to fill in."""

from __future__ import annotations

from samverkan.words.sentence import Text

TITLE = Text("Uppföljning av {titles}", "Follow-up of {titles}")
HEAD = Text(
    "Fyll i det som är tomt. Ta bort rader som inte behövs, och lägg gärna till Hinder (`obstacle`), Förs vidare (`carried_over`) och Beslut (`decisions`).",
    "Fill in what is empty. Delete lines that are not needed, and add `obstacle`, `carried_over` and `decisions` where you can.",
)
RESULTS = Text(
    "result: reached (uppnått eller genomfört), partly (delvis), ongoing (pågår), not-reached (inte uppnått eller inte genomfört) eller\n"
    "not-assessed (inte bedömt; skriv då skälet i why_not i stället för comment).",
    "result: reached, partly, ongoing, not-reached or\nnot-assessed (then give the reason in why_not, not in comment).",
)
AIM = Text("mål: {aim}", "target: {aim}")
COUNTS = Text("[{{title: vad som räknas, value: 0}}]", "[{{title: what is counted, value: 0}}]")
LEFT = Text("Fick inget utfall i uppföljningen {day}.", "Got no outcome in the follow-up of {day}.")
NO_ID = Text(
    "Saknar id. Ange ett i {document}, och lägg sedan till utfallet.",
    "Has no id. Give it one in {document}, and then add the outcome.",
)
