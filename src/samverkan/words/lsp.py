"""What the language server says in the editor, and the command where it is started by hand."""

from __future__ import annotations

from samverkan.words.sentence import Text

LSP: dict[str, Text] = {
    "no-extra": Text(
        'Språkservern kräver tilläggsprogram. Installera dem med: pip install "samverkan[lsp]"',
        'The language server requires more programs. Install them with: pip install "samverkan[lsp]"',
    ),
    "in-terminal": Text(
        "Språkservern väntar på en textredigerare. Den startas av redigeraren; hur står i docs/sv/redigerare.md. "
        "Avsluta med Ctrl-C.",
        "The language server waits for an editor. The editor starts it; docs/editors.md says how. End with Ctrl-C.",
    ),
    "control-code": Text("Kontrollkod: `{code}`", "Fingerprint: `{code}`"),
    "mend": Text("Ändra till: {what}", "Change to: {what}"),
    "mend-example": Text("Ändra till, som exempel: {what}", "Change to, as an example: {what}"),
    "mend-all": Text("Rätta allt som är säkert (samverkan fix)", "Mend all that is beyond doubt (samverkan fix)"),
    "rename-form": Text(
        "”{name}” kan inte vara ett id. Skriv små bokstäver och siffror med bindestreck mellan orden, till exempel belysning-torget.",
        "“{name}” cannot be an id. Write small letters and digits with hyphens between words, such as lights-in-the-square.",
    ),
    "rename-taken": Text(
        "Något annat heter redan ”{name}”. Välj ett annat id.",
        "Something else has the id “{name}” already. Choose another id.",
    ),
    "rename-by-hand": Text(
        "Id:t är inte skrivet som vanlig text på en rad. Skriv det så, och byt det sedan.",
        "The id is not written as plain text on one line. Write it so, and rename it then.",
    ),
    "rename-link-by-hand": Text(
        "Hänvisningen på rad {line} i {file} är inte skriven som vanlig text på en rad. Skriv den så, och byt id:t sedan.",
        "The reference on line {line} of {file} is not written as plain text on one line. Write it so, and rename the id "
        "then.",
    ),
    "rename-recodes": Text(
        "Kontrollkoden blir en annan för {files}. Den gamla koden står i undertecknade dokument eller uppföljningar: "
        "ångra bytet, eller se över dem.",
        "The fingerprint becomes another for {files}. The old one is in signed documents or follow-ups: undo the new "
        "id, or look them over.",
    ),
    "next-review": Text("Nästa uppföljning: senast {day} (om {days} dagar)", "Next review: by {day} (in {days} days)"),
    "late-review": Text(
        "Uppföljningen skulle ha gjorts senast {day} ({days} dagar sedan)",
        "The review was due on {day} ({days} days ago)",
    ),
    "no-review": Text("Ingen uppföljning har ett bestämt datum", "No review has a set date"),
    "write-follow-up": Text("Skriv uppföljningen", "Write the follow-up"),
    "not-open": Text(
        "Dokumentet är inte öppet. Öppna det och försök igen.", "The document is not open. Open it and try again."
    ),
    "makes-no-files": Text(
        "Redigeraren kan inte skapa filer. Kör i stället: samverkan new follow-up --of {id}",
        "The editor cannot make files. Run instead: samverkan new follow-up --of {id}",
    ),
    "our-fault": Text(
        "Ett internt fel uppstod i samverkan. Rapportera det och bifoga loggen {log}.",
        "An internal error occurred in samverkan. Report it and attach the log {log}.",
    ),
}
