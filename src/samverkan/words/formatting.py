"""What `samverkan fmt` says: what it has done, and why a file is left as it is."""

from __future__ import annotations

from samverkan.words.sentence import Text

FORMATTING: dict[str, Text] = {
    "fmt-fault": Text(
        "{file} lämnas som den är. Rad {line}: {what} Rätta det först; samverkan validate säger hur.",
        "{file} is left as it is. Line {line}: {what} Mend that first; samverkan validate says how.",
    ),
    "fmt-foreign": Text(
        "{file} lämnas som den är: det är inget dokument för samverkan, för raden `samverkan: 1` saknas.",
        "{file} is left as it is: it is no samverkan document, for the line `samverkan: 1` is missing.",
    ),
    "fmt-not-kept": Text(
        "{file} lämnas som den är, eftersom en kommentar eller ett värde annars skulle gå förlorat. Rapportera det och bifoga "
        "filen.",
        "{file} is left as it is, since a comment or a value would be lost otherwise. Report it and attach the file.",
    ),
    "fmt-too-large": Text(
        "{file} lämnas som den är, eftersom den annars blir större än 1024 kB. Dela upp den i flera dokument.",
        "{file} is left as it is, since it would become larger than 1024 KiB. Part it into several documents.",
    ),
    "fmt-silences": Text(
        "{file} lämnas som den är: en kommentar med `samverkan: ignore` skulle komma att gälla en annan rad. Ställ nycklarna "
        "omkring den i schemats ordning, med samverkan, kind och id först i filen, och kör kommandot igen.",
        "{file} is left as it is: a comment with `samverkan: ignore` would come to hold for another line. Put the keys around it "
        "in the order of the schema, with samverkan, kind and id first in the file, and run the command again.",
    ),
    "fmt-stdin-alone": Text(
        "Standardindata (-) formateras för sig. Ange antingen - eller filer och mappar.",
        "The standard input (-) is formatted by itself. Name either - or files and folders.",
    ),
    "fmt-nothing": Text("Allt är redan i enhetlig form.", "All is in canonical form already."),
    "fmt-written": Text("Formaterad: {file}", "Formatted: {file}"),
    "fmt-run": Text("Skriv om dem med: samverkan fmt", "Rewrite them with: samverkan fmt"),
    "fmt-would": Text("Skulle skrivas om: {file}", "Not in canonical form: {file}"),
}
