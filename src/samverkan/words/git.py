"""Sentences on what git is asked for."""

from __future__ import annotations

from samverkan.words.sentence import Text

GIT: dict[str, Text] = {
    "no-git": Text(
        "Programmet git finns inte på datorn, så det går inte att se vad som har ändrats. Installera git, eller kör utan"
        " --diff-only.",
        "The program git is not on this computer, so what has changed cannot be seen. Install git, or run without"
        " --diff-only.",
    ),
    "no-repository": Text(
        "{file} ligger inte i något git-arkiv, så det går inte att se vad som har ändrats. Kör utan --diff-only, eller"
        " lägg mappen i git.",
        "{file} lies in no git repository, so what has changed cannot be seen. Run without --diff-only, or put the"
        " folder in git.",
    ),
    "unknown-revision": Text(
        "Revisionen ”{revision}” finns inte i {folder}. Ange en gren, en tagg eller en commit, till exempel: samverkan"
        " validate --diff-only origin/main. Hämta den först med git fetch om den finns någon annanstans.",
        "There is no revision “{revision}” in {folder}. Name a branch, a tag or a commit, for example: samverkan"
        " validate --diff-only origin/main. Fetch it first with git fetch if it is elsewhere.",
    ),
    "shallow-history": Text(
        "Bara en del av historiken är hämtad till {folder}, så det går inte att se var grenen lämnade ”{revision}”. Hämta"
        " resten med git fetch --unshallow, eller ange fetch-depth: 0 i CI.",
        "Only a part of the history has been fetched to {folder}, so where the branch left “{revision}” cannot be seen."
        " Fetch the rest with git fetch --unshallow, or set fetch-depth: 0 in CI.",
    ),
    "nothing-in-common": Text(
        "Revisionen ”{revision}” och den gren som är utcheckad i {folder} har ingen historia gemensam. Ange en revision som"
        " grenen kommer från.",
        "The revision “{revision}” and the branch checked out in {folder} have no history in common. Name a revision"
        " that the branch comes from.",
    ),
    "git-failed": Text(
        "Det gick inte att fråga git om {folder}: {why}. Rätta det, eller kör utan --diff-only.",
        "Git could not be asked about {folder}: {why}. Put that right, or run without --diff-only.",
    ),
    "git-slow": Text(
        "Git svarar inte på frågor om {folder}. Prova git status där, eller kör utan --diff-only.",
        "Git does not answer questions about {folder}. Try git status there, or run without --diff-only.",
    ),
    "diff-or-write": Text(
        "En lista över kända påpekanden ska ha alla med, så --write-baseline går inte ihop med --diff-only. Ta bort en av"
        " dem.",
        "A list of known findings is to have them all, so --write-baseline does not go with --diff-only. Take one of"
        " them away.",
    ),
    "elsewhere": Text(
        "{count} påpekanden på rader som inte har ändrats sedan ”{revision}” visas inte.",
        "{count} findings on lines that have not changed since “{revision}” are not shown.",
    ),
    "elsewhere-one": Text(
        "1 påpekande på en rad som inte har ändrats sedan ”{revision}” visas inte.",
        "1 finding on a line that has not changed since “{revision}” is not shown.",
    ),
}

GIT_OF_FILE: dict[str, Text] = {
    "no-git": Text(
        "Programmet git finns inte på datorn, så tidigare versioner går inte att läsa. Installera git, eller ange två"
        " filer.",
        "The program git is not on this computer, so earlier versions cannot be read. Install git, or name two files.",
    ),
    "no-repository": Text(
        "{file} ligger inte i något git-arkiv, så där finns inga tidigare versioner. Ange två filer i stället.",
        "{file} lies in no git repository, so there are no earlier versions. Name two files instead.",
    ),
    "unknown-revision": Text(
        "Revisionen ”{revision}” finns inte i {folder}. Ange en gren, en tagg eller en commit, till exempel: samverkan"
        " compare HEAD~1:avtal.yaml avtal.yaml.",
        "There is no revision “{revision}” in {folder}. Name a branch, a tag or a commit, for example: samverkan compare"
        " HEAD~1:agreement.yaml agreement.yaml.",
    ),
    "shallow-history": Text(
        "Bara en del av historiken är hämtad till {folder}, och ”{revision}” är inte med. Hämta resten med git fetch"
        " --unshallow.",
        "Only a part of the history has been fetched to {folder}, and “{revision}” is not in it. Fetch the rest with git"
        " fetch --unshallow.",
    ),
    "git-failed": Text(
        "Det gick inte att fråga git om {folder}: {why}. Rätta det, eller ange två filer.",
        "Git could not be asked about {folder}: {why}. Put that right, or name two files.",
    ),
    "git-slow": Text(
        "Git svarar inte på frågor om {folder}. Prova git status där, eller ange två filer.",
        "Git does not answer questions about {folder}. Try git status there, or name two files.",
    ),
    "not-there": Text(
        "{file} fanns inte i revisionen ”{revision}”. Ange det namn som filen hade då, till exempel:"
        " {revision}:gammalt-namn.yaml.",
        "{file} was not in the revision “{revision}”. Give the name that the file had then, for example:"
        " {revision}:old-name.yaml.",
    ),
    "not-a-file": Text(
        "{file} var inte en vanlig fil i revisionen ”{revision}”. Ange en fil.",
        "{file} was not an ordinary file in the revision “{revision}”. Name a file.",
    ),
    "too-large": Text(
        "{file} var för stor för att vara ett dokument i revisionen ”{revision}”. Ange en annan fil.",
        "{file} was too large to be a document in the revision “{revision}”. Name another file.",
    ),
}
"""What is said where a file is asked for as it was."""
