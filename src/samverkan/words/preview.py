"""What the preview says on its pages, and the command when it begins and ends."""

from __future__ import annotations

from samverkan.words.sentence import Text

ON_PAGES: dict[str, Text] = {
    "title": Text("Förhandsvisning", "Preview"),
    "skip": Text("Till innehållet", "Skip to content"),
    "documents": Text("Dokument", "Documents"),
    "document": Text("Dokument", "Document"),
    "kind": Text("Typ", "Kind"),
    "findings": Text("Påpekanden", "Findings"),
    "nothing-found": Text("Inga påpekanden.", "No findings."),
    "all": Text("Alla dokument", "All documents"),
    "not-shown": Text(
        "Dokumentet kan inte visas förrän felen är rättade.",
        "The document cannot be shown until the errors are mended.",
    ),
    "none": Text(
        "Inga samverkansdokument finns i mappen ännu. Sidan visar dem när de sparas.",
        "There are no samverkan documents in the folder yet. This page shows them when they are saved.",
    ),
}
"""What stands on the pages as it is."""

PREVIEW: dict[str, Text] = {
    "line": Text("rad {line}", "line {line}"),
    "counts": Text("{errors} fel, {warnings} varningar", "{errors} errors, {warnings} warnings"),
    "serving": Text(
        "Förhandsvisningen finns på {address} så länge kommandot körs. Sidorna görs om när du sparar. Avsluta med Ctrl-C.",
        "The preview is at {address} as long as the command runs. Pages are made again when you save. End with Ctrl-C.",
    ),
    "serving-unwatched": Text(
        "Förhandsvisningen finns på {address} så länge kommandot körs. Mappen kan inte bevakas, så sidorna ändras inte när "
        "du sparar. Avsluta med Ctrl-C och kör kommandot igen för att se dokumenten som de är då.",
        "The preview is at {address} as long as the command runs. The folder cannot be watched, so pages do not change when "
        "you save. End with Ctrl-C and run the command again to see the documents as they are then.",
    ),
    "ended": Text("Förhandsvisningen är avslutad.", "The preview has ended."),
    "our-fault": Text(
        "Ett internt fel uppstod i samverkan. Rapportera det och bifoga loggen {log}.",
        "An internal error occurred in samverkan. Report it and attach the log {log}.",
    ),
    "no-extra": Text(
        'Förhandsvisningen kräver tilläggsprogram. Installera dem med: pip install "samverkan[preview]"',
        'The preview requires more programs. Install them with: pip install "samverkan[preview]"',
    ),
    "no-port": Text(
        "Ingen förhandsvisning kan öppnas på den här datorn, som inte lämnar ut någon port. Se sidorna med samverkan render i stället.",
        "No preview can be opened on this machine, which hands out no port. See the pages with samverkan render instead.",
    ),
}
