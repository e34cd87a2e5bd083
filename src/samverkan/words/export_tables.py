"""What exported tables are called and mean."""

from __future__ import annotations

from typing import NamedTuple

from samverkan.words.sentence import Text


class Said(NamedTuple):
    """A table or a column: what it is called, what it means, and what its figures count."""

    title: Text
    meaning: Text
    unit: Text | None = None


TABLES: dict[str, Said] = {
    "documents": Said(
        Text("Dokument", "Documents"),
        Text("Dokumenten, ett per rad.", "The documents, one a row."),
    ),
    "goals": Said(
        Text("Mål", "Goals"),
        Text(
            "Målen i överenskommelser, planer och kommunikationsplaner, ett per rad.",
            "The goals of agreements, plans and communication plans, one a row.",
        ),
    ),
    "measures": Said(
        Text("Åtgärder", "Measures"),
        Text("Åtgärderna i åtgärdsplaner, en per rad.", "The measures of action plans, one a row."),
    ),
    "commitments": Said(
        Text("Åtaganden", "Commitments"),
        Text("Åtagandena i överenskommelser, ett per rad.", "The commitments of agreements, one a row."),
    ),
    "promises": Said(
        Text("Löften", "Promises"),
        Text(
            "De enskilda löftena i medborgarlöften, ett per rad.", "The single promises of citizen promises, one a row."
        ),
    ),
    "activities": Said(
        Text("Löftenas aktiviteter", "Activities of promises"),
        Text(
            "Aktiviteterna som uppfyller löften, en per rad. `promise` leder till löftet.",
            "The activities that fulfil promises, one a row. `promise` leads to the promise.",
        ),
    ),
    "communication": Said(
        Text("Kommunikationsaktiviteter", "Communication activities"),
        Text("Aktiviteterna i kommunikationsplaner, en per rad.", "The activities of communication plans, one a row."),
    ),
    "indicators": Said(
        Text("Indikatorer och siffror", "Indicators and figures"),
        Text(
            "Siffrorna i alla dokument: en rad för varje tid, jämförelse och del. En indikator utan siffror har en rad utan värde.",
            "The figures of all documents: a row for each time, comparison and division. An indicator without figures has a row without a value.",
        ),
    ),
    "outcomes": Said(
        Text("Utfall", "Outcomes"),
        Text(
            "Vad uppföljningar säger att det blev av mål, åtaganden, löften, åtgärder och aktiviteter, ett utfall per rad.",
            "What follow-ups state of goals, commitments, promises, measures and activities, one outcome a row.",
        ),
    ),
    "notes": Said(
        Text("Lägesanteckningar", "Notes on progress"),
        Text(
            "Anteckningar om hur det går, som står vid mål, åtgärder och aktiviteter i deras egna dokument.",
            "Notes on how it goes, which stand with goals, measures and activities in their own documents.",
        ),
    ),
    "duties": Said(
        Text("Att göra", "Duties"),
        Text(
            "Det som ska göras, som `samverkan followup --all` räknar det, en uppgift per rad.",
            "What is to be done, as `samverkan followup --all` counts it, one duty a row.",
        ),
    ),
    "law": Said(
        Text("Lagen", "The law"),
        Text(
            "Vad dokumenten visar av varje kommuns uppgifter enligt lag (2023:196), som `samverkan law` ser det, ett krav per rad.",
            "What the documents show of each municipality's duties under Act (2023:196), as `samverkan law` sees it, one requirement a row.",
        ),
    ),
}
"""The tables, by name."""
