"""The words of the reports that commands print."""

from __future__ import annotations

from samverkan.words.sentence import FieldValue, Text

SEVERITIES: dict[str, Text] = {
    "error": Text("fel", "error"),
    "warning": Text("varning", "warning"),
    "note": Text("notering", "note"),
}

_REPORTS: dict[str, Text] = {
    "more": Text("… och {count} till i {file}.", "… and {count} more in {file}."),
    "untold": Text("{count} påpekanden till visas inte här.", "{count} more findings are not shown here."),
    "heading-place": Text("Plats", "Place"),
    "heading-what": Text("Vad som är fel", "What is wrong"),
    "heading-cure": Text("Gör så här", "What to do"),
    "file-checked": Text("1 fil granskad", "1 file checked"),
    "files-checked": Text("{count} filer granskade", "{count} files checked"),
    "passed-over": Text(
        "{count} andra YAML-filer är inte granskade, eftersom de inte börjar med `samverkan: 1`: {files}.",
        "{count} other YAML files were not checked, since they do not begin with `samverkan: 1`: {files}.",
    ),
    "passed-over-one": Text(
        "En annan YAML-fil är inte granskad, eftersom den inte börjar med `samverkan: 1`: {files}.",
        "One other YAML file was not checked, since it does not begin with `samverkan: 1`: {files}.",
    ),
    "no-findings": Text("inga fel", "no faults"),
    "error-one": Text("1 fel", "1 error"),
    "warning-one": Text("1 varning", "1 warning"),
    "note-one": Text("1 notering", "1 note"),
    "error-count": Text("{count} fel", "{count} errors"),
    "warning-count": Text("{count} varningar", "{count} warnings"),
    "note-count": Text("{count} noteringar", "{count} notes"),
    "heading-overdue": Text("Försenat", "Overdue"),
    "heading-expired": Text("Har gått ut", "Expired"),
    "heading-not-shown": Text("Inte visat i mappen", "Not shown in this folder"),
    "heading-soon": Text("Snart", "Soon"),
    "heading-uncounted": Text("Utan bestämt datum", "Without a set date"),
    "heading-coming": Text("Senare", "Later"),
    "column-status": Text("Läge", "Status"),
    "column-days": Text("Dagar kvar", "Days left"),
    "column-kind": Text("Typ", "Kind"),
    "column-clock": Text("Gäller", "About"),
    "column-last_done": Text("Senast gjort", "Last done"),
    "column-municipality": Text("Kommun enligt lagen", "Municipality under the law"),
    "column-paragraph": Text("Paragraf i lagen (2023:196)", "Section of Act (2023:196)"),
    "column-due": Text("Senast", "Due"),
    "column-when": Text("", ""),
    "column-document": Text("Dokument", "Document"),
    "column-what": Text("Att göra", "To do"),
    "column-who": Text("Vem", "Who"),
    "column-proposed": Text("Förslag", "Proposal"),
    "column-why": Text("Varför", "Why"),
    "responsible": Text("Ansvarig: {who}.", "Responsible: {who}."),
    "today": Text("i dag", "today"),
    "tomorrow": Text("i morgon", "tomorrow"),
    "yesterday": Text("i går", "yesterday"),
    "in-time": Text("om {time}", "in {time}"),
    "late-time": Text("{time} försenat", "{time} late"),
    "ago-time": Text("för {time} sedan", "{time} ago"),
    "time-days": Text("{count} dagar", "{count} days"),
    "time-month": Text("{count} månad", "{count} month"),
    "time-months": Text("{count} månader", "{count} months"),
    "time-years": Text("{count} år", "{count} years"),
    "time-years-more": Text("drygt {count} år", "over {count} years"),
    "notes-hidden": Text("Noteringar visas med --notes.", "Notes are shown with --notes."),
    "severity": Text("Allvarlighetsgrad", "Severity"),
    "severity-by-standing": Text(
        "{draft} i utkast, {in_force} i det som är undertecknat eller beslutat, {past} i det som har gått ut",
        "{draft} in drafts, {in_force} in what is signed or decided, {past} in what has expired",
    ),
    "source": Text("Källa", "Source"),
    "bad-example": Text("Så här blir det fel", "This breaks it"),
    "good-example": Text("Så här blir det rätt", "This is right"),
    "rules-title": Text("Regler", "Rules"),
    "rules-lead": Text(
        "Varje regel har ett namn, och varje familj ett namn som står för alla dess regler. Källan säger vad regeln vilar på: en lag, en metod, filformatet, god ordning eller en egen bedömning. Det som är undertecknat eller beslutat går inte att ändra förrän nästa gång, och därför är mycket som är fel i ett utkast bara en varning eller en notering där. Hur allvarlig en regel, en familj eller alla (`all`) är i alla dokument kan bestämmas i `samverkan.yaml`, och ett enskilt påpekande kan tystas på sin plats: `# samverkan: ignore[regelns-namn] skäl, until 2027-01-01`. Sist i listan står det som inte är regler: fel i filen, i dokumentets form och i själva granskningen.",
        "Each rule has a name in words, and each family a name that stands for all its rules. The source says what the rule rests on: a law, a method, the file format, good order or our own judgement. What is signed or decided cannot be changed before the next time, so much that is an error in a draft is only a warning or a note there. How much a rule, a family or all rules (`all`) matter in every document can be set in `samverkan.yaml`, and one finding can be silenced at its place: `# samverkan: ignore[rule-name] reason, until 2027-01-01`. Last come those that are not rules: faults of the file, of the document's form and of the check itself.",
    ),
    "family-references": Text("Hänvisningar", "References"),
    "family-parties": Text("Parter och undertecknande", "Parties and signing"),
    "family-time": Text("Tid", "Time"),
    "family-thread": Text("Röda tråden", "The golden thread"),
    "family-smart": Text("SMART", "SMART"),
    "family-reviews": Text("Uppföljningar", "Follow-ups"),
    "family-law": Text("Lagen (2023:196)", "The law (2023:196)"),
    "family-checklist": Text("Brås checklista", "Brå's checklist"),
    "family-privacy": Text("Personuppgifter", "Personal data"),
    "family-plain-text": Text("Texten", "The text"),
    "family-reading": Text("Filen", "The file"),
    "family-structure": Text("Dokumentets form", "The document's form"),
    "family-checking": Text("Själva granskningen", "The check itself"),
    "form": Text(
        "Det här är inte en regel och kan varken ändras i `samverkan.yaml` eller tystas på sin plats; `--select`"
        " och `--ignore` väljer vad en körning visar.",
        "This is not a rule and can neither be set in `samverkan.yaml` nor silenced at its place; `--select`"
        " and `--ignore` choose what a run shows.",
    ),
    "says": Text("Så här står det", "What it says"),
    "family": Text("Familj", "Family"),
    "paste": Text("Klistra in:", "Paste:"),
    "paste-lines": Text("Klistra in i stället för raderna {first}–{last}:", "Paste in place of lines {first}–{last}:"),
    "paste-each": Text("Klistra in, var för sig:", "Paste, each by itself:"),
    "paste-below": Text(
        "Klistra in efter rad {after}, och ta sedan bort {rows}:", "Paste after line {after}, and then delete {rows}:"
    ),
    "paste-above": Text(
        "Ta bort {rows}, och klistra sedan in efter rad {after}:", "Delete {rows}, and then paste after line {after}:"
    ),
    "paste-and-delete": Text(
        "Klistra in i stället för rad {at}, och ta bort {rows}:", "Paste in place of line {at}, and delete {rows}:"
    ),
    "paste-example": Text("Till exempel, med era egna uppgifter:", "For example, with your own facts:"),
    "explain": Text("Mer om ett påpekande: samverkan explain {name}", "More about a finding: samverkan explain {name}"),
    "step-agreement": Text("Överenskommelse", "Agreement"),
    "step-plan": Text("Åtgärdsplan", "Action plan"),
    "step-citizen_promise": Text("Medborgarlöfte", "Citizen promise"),
    "step-communication_plan": Text("Kommunikationsplan", "Communication plan"),
    "step-focus_area": Text("Fokusområde", "Focus area"),
    "no-focus-area": Text("Utan fokusområde", "Without a focus area"),
    "step-problem": Text("Problem", "Problem"),
    "step-cause": Text("Orsak", "Cause"),
    "step-goal": Text("Mål", "Goal"),
    "step-promise": Text("Löfte", "Promise"),
    "step-message": Text("Budskap", "Message"),
    "step-activity": Text("Aktivitet", "Activity"),
    "step-measure": Text("Åtgärd", "Measure"),
    "step-outcome": Text("Utfall", "Outcome"),
    "missing": Text("saknas: {what}", "missing: {what}"),
    "missing-heading": Text("Saknas", "Missing"),
    "thread-title": Text("Den röda tråden", "The golden thread"),
    "thread-more": Text(
        "… och {count} till. Alla visas med samverkan show --format html.",
        "… and {count} more. All are shown by samverkan show --format html.",
    ),
    "thread-whole": Text("Tråden är hel.", "The thread is whole."),
    "thread-broken-one": Text("Tråden brister på 1 ställe.", "The thread is broken in 1 place."),
    "thread-broken": Text("Tråden brister på {count} ställen.", "The thread is broken in {count} places."),
    "followup-title": Text("Uppföljningar per {today}", "Follow-ups as of {today}"),
    "calendar-name": Text("Uppföljningar", "Follow-ups"),
    "wheel": Text("Årshjul", "Annual wheel"),
    "skip": Text("Hoppa till innehållet", "Skip to the content"),
    "nothing-due": Text("Inga uppföljningar att visa.", "There are no follow-ups to show."),
    "followup-summary": Text(
        "Läget {today}: försenat {overdue}, har gått ut {expired}, snart {soon}, senare {coming}.",
        "On {today}: overdue {overdue}, expired {expired}, soon {soon}, later {coming}.",
    ),
    "followup-summary-not-shown": Text(
        "Läget {today}: försenat {overdue}, har gått ut {expired}, inte visat i mappen {not_shown}, snart {soon}, "
        "senare {coming}.",
        "On {today}: overdue {overdue}, expired {expired}, not shown in this folder {not_shown}, soon {soon}, "
        "later {coming}.",
    ),
    "followup-summary-uncounted": Text(
        "{counted} Utan bestämt datum: {count}.", "{counted} Without a set date: {count}."
    ),
    "rendering": Text("Gör dokument", "Making documents"),
    "current-one": Text("1 fil var redan aktuell.", "1 file was up to date already."),
    "rendered-current": Text("{files} filer var redan aktuella.", "{files} files were up to date already."),
    "not-current": Text("{path} är inte aktuell.", "{path} is not up to date."),
    "all-current": Text("Alla filer är aktuella.", "All files are up to date."),
    "one-stale": Text(
        "1 fil är inte aktuell. Gör om den med: samverkan render",
        "1 file is not up to date. Make it again with: samverkan render",
    ),
    "some-stale": Text(
        "{count} filer är inte aktuella. Gör om dem med: samverkan render",
        "{count} files are not up to date. Make them again with: samverkan render",
    ),
    "here": Text("den här mappen", "this folder"),
    "rendered-one": Text("1 fil skriven i {folder}.", "1 file written to {folder}."),
    "rendered-summary": Text("{files} filer skrivna i {folder}.", "{files} files written to {folder}."),
}


def report(key: str, **fields: FieldValue) -> Text:
    """Look up a sentence of the outputs by its key, one of `_REPORTS`, and fill in its fields."""
    return _REPORTS[key].with_fields(**fields)
