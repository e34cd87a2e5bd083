"""The fixed texts of finished documents, in the document's own language."""

from __future__ import annotations

from samverkan.messages import Language, Text

_WORDS: dict[str, Text] = {
    # Head
    "parties": Text("Parter", "Parties"),
    "party": Text("Part", "Party"),
    "party_type": Text("Slag", "Type"),
    "code": Text("Kommunkod", "Municipality code"),
    "case_number": Text("Diarienummer", "Case number"),
    "valid": Text("Gäller", "Valid"),
    "part": Text("Del", "Part"),
    "supersedes": Text("Ersätter", "Supersedes"),
    "part_of": Text("Del av", "Part of"),
    "based_on": Text("Bygger på", "Based on"),
    "decided": Text("Beslutad", "Decided"),
    "draft": Text("Utkast, inte undertecknat", "Draft, not signed"),
    "signed": Text("Undertecknad", "Signed"),
    "contents": Text("Innehåll", "Contents"),
    "until_and_including": Text("{start} till och med {end}", "{start} to {end} inclusive"),
    "until_further_notice": Text("{start} och tills vidare", "{start} until further notice"),
    "from": Text("från {start}", "from {start}"),
    # Sections
    "introduction": Text("Inledning", "Introduction"),
    "background": Text("Bakgrund", "Background"),
    "purposes": Text("Syfte", "Purpose"),
    "definitions": Text("Definitioner", "Definitions"),
    "working_model": Text("Arbetsmodell", "Working model"),
    "forums": Text("Samverkansforum", "Forums"),
    "goals": Text("Övergripande mål", "Overall goals"),
    "focus_areas": Text("Fokusområden", "Focus areas"),
    "commitments": Text("Åtaganden", "Commitments"),
    "planned_documents": Text("Dokument som parterna tar fram", "Documents to be produced"),
    "follow_up": Text("Uppföljning", "Follow-up"),
    "validity": Text("Giltighetstid", "Validity"),
    "signing_rules": Text("Beslut och undertecknande", "Decision and signing"),
    "decisions": Text("Beslut", "Decisions"),
    "references": Text("Referenser", "References"),
    "annexes": Text("Bilagor", "Annexes"),
    "signatures": Text("Underskrifter", "Signatures"),
    "notes": Text("Noter", "Notes"),
    # Labels
    "goal": Text("Mål", "Goal"),
    "goals_of_area": Text("Mål", "Goals"),
    "questions": Text("Vägledande frågor", "Guiding questions"),
    "specific": Text("Specifikt", "Specific"),
    "indicator": Text("Indikator", "Indicator"),
    "baseline": Text("Utgångsläge", "Baseline"),
    "target": Text("Målvärde", "Target"),
    "criterion": Text("Kriterium", "Criterion"),
    "accepted": Text("Accepterat", "Accepted"),
    "realistic": Text("Realistiskt", "Realistic"),
    "deadline": Text("Senast", "By"),
    "responsible": Text("Ansvarig", "Responsible"),
    "objectives": Text("Bidrar till", "Contributes to"),
    "objective": Text("mål {number}", "objective {number}"),
    "number": Text("Nr", "No."),
    "commitment": Text("Åtagande", "Commitment"),
    "by": Text("Av", "By"),
    "who": Text("Vem", "Who"),
    "strength": Text("Bindning", "Strength"),
    "manner": Text("Sätt", "Manner"),
    "quantity": Text("Mängd", "Quantity"),
    "cadence": Text("Hur ofta", "How often"),
    "place": Text("Plats", "Place"),
    "target_group": Text("Målgrupp", "Target group"),
    "partners": Text("Medverkande", "Partners"),
    "focus_area": Text("Fokusområde", "Focus area"),
    "extent": Text("Omfattning", "Extent"),
    "one_each": Text("ett för varje kommun", "one for each municipality"),
    "per_municipality": Text("i varje kommun", "in each municipality"),
    "forum": Text("Forum", "Forum"),
    "level": Text("Nivå", "Level"),
    "status": Text("Läge", "Status"),
    "members": Text("Deltagare", "Members"),
    "chair": Text("Ordförande", "Chair"),
    "task": Text("Uppgift", "Task"),
    "meetings": Text("Möten", "Meetings"),
    "document": Text("Dokument", "Document"),
    "includes": Text("med {kinds}", "with {kinds}"),
    "form": Text("Form", "Form"),
    "goal_form": Text("Målen ska vara", "The goals shall be"),
    "first_by": Text("Första gången senast", "First by"),
    "sources_always": Text("Källor som alltid ingår", "Sources always used"),
    "sources_optional": Text("Ytterligare källor", "Further sources"),
    "scope": Text("Omfattar", "Covers"),
    "reported_to": Text("Rapporteras till", "Reported to"),
    "reported": Text("Återrapporteras", "Reported"),
    "applies": Text("Gäller", "Applies"),
    "extension": Text("Förlängning", "Extension"),
    "extension_length": Text("{length} i taget", "{length} at a time"),
    "consult_by": Text("samråd senast {day}", "consultation by {day}"),
    "consult_before_end": Text(
        "samråd senast {length} före slutet", "consultation at the latest {length} before the end"
    ),
    "termination": Text("Uppsägning", "Termination"),
    "notice": Text("uppsägningstid {length}", "notice {length}"),
    "revision": Text("Revidering", "Revision"),
    "at_expiry": Text("när giltighetstiden går ut", "when the validity ends"),
    "counted_from": Text("räknat från {day}", "counted from {day}"),
    "decided_by": Text("Beslutas av", "Decided by"),
    "signed_by": Text("Undertecknas av", "Signed by"),
    "body": Text("Beslutande", "Decided by"),
    "date": Text("Datum", "Date"),
    "paragraph": Text("Paragraf", "Paragraph"),
    "content": Text("Innehåll", "Content"),
    "annex": Text("Bilaga {number}", "Annex {number}"),
    # Who
    "jointly": Text("alla parter gemensamt", "all parties jointly"),
    "each": Text("var och en av parterna", "each of the parties"),
    "municipalities": Text("kommunerna", "the municipalities"),
    "police": Text("polisen", "the police"),
    "all_parties": Text("Alla parter", "All parties"),
    # Quantities and targets
    "at_least": Text("minst {value}", "at least {value}"),
    "at_most": Text("högst {value}", "at most {value}"),
    "between": Text("{low} till {high}", "{low} to {high}"),
    "increase_by": Text("ökning med {value} procent", "increase by {value} per cent"),
    "decrease_by": Text("minskning med {value} procent", "decrease by {value} per cent"),
    "should_direction": Text("ska {direction}", "shall {direction}"),
    # Signatures
    "place_and_date": Text("Ort och datum", "Place and date"),
    "signature": Text("Underskrift", "Signature"),
    "signed_at": Text("{place} {day}", "{place}, {day}"),
    "fingerprint": Text("Avtalstextens fingeravtryck", "Fingerprint of the agreed text"),
    "page_word": Text("Sida", "Page"),
    "skip": Text("Hoppa till innehållet", "Skip to the content"),
    "back": Text("Tillbaka till texten", "Back to the text"),
    "note": Text("Not {number}", "Note {number}"),
}


class Wording:
    """The fixed texts in one language."""

    def __init__(self, language: Language) -> None:
        """Choose the language."""
        self.language = language

    def __call__(self, key: str, **fields: str) -> str:
        """Give a text with its fields filled in."""
        text = _WORDS[key]
        return Text(text.sv, text.en, fields).say(self.language)

    def all(self) -> dict[str, str]:
        """Give every text without fields, for templates."""
        return {key: text.say(self.language) for key, text in _WORDS.items() if "{" not in text.sv}
