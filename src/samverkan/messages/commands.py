"""Sentences of the commands themselves: their errors, their reports and their help."""

from __future__ import annotations

from samverkan.messages import Field, Text

_SENTENCES: dict[str, Text] = {
    # Why a file could not be read; stands after a colon.
    "why-missing": Text("den finns inte", "it does not exist"),
    "why-forbidden": Text("du har inte rätt att läsa den", "you may not read it"),
    "why-not-a-file": Text("det är inte en vanlig fil", "it is not an ordinary file"),
    # Errors that stop a command.
    "stdin-twice": Text(
        "Standardindata (-) kan bara läsas en gång. Ange - en gång.",
        "The standard input (-) can be read only once. Give - once.",
    ),
    "stdin-empty": Text(
        "Ingenting kommer på standardindata (-). Skicka in en fil, till exempel: samverkan validate - < avtal.yaml",
        "Nothing comes on the standard input (-). Send a file, such as: samverkan validate - < agreement.yaml",
    ),
    "cannot-write": Text(
        "Det gick inte att skriva {path}: {why}. Kontrollera mappen och rättigheterna, eller välj en annan med --out.",
        "Could not write {path}: {why}. Check the folder and the permissions, or choose another with --out.",
    ),
    "unknown-language": Text(
        "Språket {value} finns inte. Välj ett av: {known}.",
        "There is no language {value}. Choose one of: {known}.",
    ),
    "bad-today": Text(
        "{value} är inget datum. Skriv --today som år-månad-dag, till exempel --today 2026-11-20.",
        "{value} is not a date. Write --today as year-month-day, such as --today 2026-11-20.",
    ),
    "bad-epoch": Text(
        "Miljövariabeln SOURCE_DATE_EPOCH är {value}, som inte är en tid. Rätta den eller ange --today.",
        "The environment variable SOURCE_DATE_EPOCH is {value}, which is not a time. Correct it or give --today.",
    ),
    "nothing-to-check": Text(
        "Inga samverkansdokument finns i {paths}. Ett dokument är en fil på .yaml som börjar med samverkan: 1.",
        "There are no samverkan documents in {paths}. A document is a .yaml file that begins with samverkan: 1.",
    ),
    "followup-incomplete": Text(
        "Dokumenten har {count} fel, så listan kan sakna rader. Se dem med: samverkan validate",
        "The documents have {count} errors, so rows may be missing. See them with: samverkan validate",
    ),
    "unknown-kind": Text(
        "Dokumentslaget {value} finns inte. Välj ett av: {known}.",
        "There is no document kind {value}. Choose one of: {known}.",
    ),
    "unknown-format": Text(
        "Formatet {value} finns inte. Välj bland: {known}, med komma mellan.",
        "There is no format {value}. Choose among: {known}, with commas between.",
    ),
    "render-incomplete": Text(
        "Dokumenten har {count} fel; de som inte kan läsas helt blir inte utskrivna. Se felen med: samverkan validate",
        "The documents have {count} errors; those that cannot be read whole are not rendered. See them with: samverkan validate",
    ),
    "help-formats": Text("Format, med komma mellan.", "Formats, with commas between."),
    "help-render-out": Text("Mapp att skriva till.", "Folder to write to."),
    "no-documents-extra": Text(
        'Formatet behöver programmen för dokument. Installera dem med: pip install "samverkan[documents]"',
        'The format needs the programs for documents. Install them with: pip install "samverkan[documents]"',
    ),
    "converter-slow": Text(
        "Omvandlingen tog mer än {seconds} sekunder och avbröts. Försök igen, eller dela upp dokumentet.",
        "The conversion took more than {seconds} seconds and was stopped. Try again, or split the document.",
    ),
    "converter-failed": Text(
        'Omvandlingen misslyckades. Installera om programmen: pip install --force-reinstall "samverkan[documents]"',
        'The conversion failed. Reinstall the programs: pip install --force-reinstall "samverkan[documents]"',
    ),
    "typst-refused": Text(
        "PDF:en kan inte göras tillgänglig och arkivbeständig: {why}. Rätta texten som nämns.",
        "The PDF cannot be made accessible and fit for the archive: {why}. Correct the text that is named.",
    ),
    "schema-of-what": Text(
        "Ange ett dokumentslag ({known}), eller en mapp för alla: samverkan schema --out schemas",
        "Name a document kind ({known}), or a folder for all of them: samverkan schema --out schemas",
    ),
    "interrupted": Text("Avbrutet.", "Interrupted."),
    "output-failed": Text(
        "Det gick inte att skriva ut: {why}. Kanske är disken full; frigör plats och försök igen.",
        "The output could not be written: {why}. Perhaps the disk is full; free some room and try again.",
    ),
    "our-fault": Text(
        "Något gick sönder i samverkan, och felet är vårt. Rapportera det och bifoga loggen {log}.",
        "Something broke in samverkan, and the fault is ours. Report it and attach the log {log}.",
    ),
    # Wrong use of the command line.
    "no-such-option": Text(
        "Flaggan {option} finns inte. Se flaggorna med --help.",
        "There is no option {option}. See the options with --help.",
    ),
    "no-such-option-near": Text(
        "Flaggan {option} finns inte. Menade du {near}? Se flaggorna med --help.",
        "There is no option {option}. Did you mean {near}? See the options with --help.",
    ),
    "missing-parameter": Text(
        "{name} saknas. Se hur kommandot används med --help.",
        "{name} is missing. See how the command is used with --help.",
    ),
    "bad-parameter": Text(
        "Värdet för {name} går inte att använda. Se vad som kan stå där med --help.",
        "The value of {name} cannot be used. See what may stand there with --help.",
    ),
    "bad-option": Text(
        "Flaggan {option} är fel använd, kanske utan värde. Se flaggorna med --help.",
        "The option {option} is used wrongly, perhaps without a value. See the options with --help.",
    ),
    "bad-usage": Text(
        "Kommandot går inte att förstå: {what} Se kommandona med samverkan --help.",
        "The command cannot be understood: {what} See the commands with samverkan --help.",
    ),
    # Help.
    "help-samverkan": Text(
        "Granska, skriv ut och följ upp samverkansöverenskommelser i klartext.",
        "Check, render and follow up cooperation agreements in plain text.",
    ),
    "help-validate": Text(
        "Granska dokument: fel med rad, kolumn och vad som ska göras.",
        "Check documents: faults with line, column and what to do.",
    ),
    "help-render": Text(
        "Gör färdiga dokument att skriva under, publicera och arkivera.",
        "Make finished documents to sign, publish and archive.",
    ),
    "help-followup": Text(
        "Visa vilka uppföljningar som är försenade eller kommer, och varför.",
        "Show which reviews are overdue or coming, and why.",
    ),
    "help-schema": Text(
        "Skriv ut JSON-scheman, som ger stöd i textredigeraren.",
        "Print the JSON Schemas that give support in editors.",
    ),
    "help-version": Text("Visa versionen.", "Show the version."),
    "help-lang": Text(
        "Språk för meddelanden; får stå var som helst på raden. Annars datorns språk.",
        "Language of messages; may stand anywhere on the line. Otherwise the computer's language.",
    ),
    "help-paths": Text(
        "Filer och mappar, - för standardindata. Utelämnas för mappen du står i.",
        "Files and folders, - for the standard input. Leave out for the current folder.",
    ),
    "help-today": Text(
        "Dagen att räkna från, till exempel 2026-11-20. Annars dagens datum.",
        "The day to count from, such as 2026-11-20. Otherwise today.",
    ),
    "help-format": Text("Text för människor eller JSON för program.", "Text for people or JSON for programs."),
    "help-kind": Text("Dokumentslag, till exempel agreement.", "Document kind, such as agreement."),
    "help-schema-out": Text(
        "Mapp att skriva scheman till; alla slag om inget anges.",
        "Folder to write schemas to; all kinds unless one is named.",
    ),
}


def has_sentence(key: str) -> bool:
    """Tell whether there is a sentence of that name."""
    return key in _SENTENCES


def sentence(key: str, **fields: Field) -> Text:
    """Give one of the commands' sentences with its fields filled in."""
    text = _SENTENCES[key]
    return Text(text.sv, text.en, fields)
