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
    "our-fault": Text(
        "Ett internt fel uppstod i samverkan. Rapportera det och bifoga loggen {log}.",
        "An internal error occurred in samverkan. Report it and attach the log {log}.",
    ),
}
