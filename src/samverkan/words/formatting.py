"""What `samverkan fmt` says: what it has done, and why a file is left as it is."""

from __future__ import annotations

from samverkan.words.sentence import Text

FORMATTING: dict[str, Text] = {
    "fmt-fault": Text(
        "{file} lämnas som den är. Rad {line}: {what} Rätta det först; samverkan validate säger hur.",
        "{file} is left as it is. Line {line}: {what} Mend that first; samverkan validate says how.",
    ),
    "fmt-not-kept": Text(
        "{file} lämnas som den är: i enhetlig form skulle en kommentar eller ett värde hamna fel. Ställ kommentarer på egna "
        "rader ovanför det de handlar om, och kör kommandot igen.",
        "{file} is left as it is: in canonical form a comment or a value would end up in the wrong place. Put comments on lines "
        "of their own above what they are about, and run the command again.",
    ),
    "fmt-stdin-alone": Text(
        "Standardindata (-) formateras för sig. Ange antingen - eller filer och mappar.",
        "The standard input (-) is formatted by itself. Name either - or files and folders.",
    ),
    "fmt-nothing": Text("Allt är redan i enhetlig form.", "All is in canonical form already."),
    "fmt-written": Text("Formaterad: {file}", "Formatted: {file}"),
    "fmt-run": Text("Skriv om dem med: samverkan fmt", "Rewrite them with: samverkan fmt"),
    "fmt-would": Text("Inte i enhetlig form: {file}", "Not in canonical form: {file}"),
}
