"""What is said of a finished file that is held against its source."""

from __future__ import annotations

from samverkan.words.sentence import Text

_VERIFYING: dict[str, Text] = {
    "not-finished": Text(
        "{name} är varken en PDF eller en Wordfil. Ange det färdiga dokumentet först och källfilen sedan.",
        "{name} is neither a PDF nor a Word file. Name the finished document first and then its source.",
    ),
    "password": Text(
        "{name} har ett lösenord. Spara den utan lösenord och försök igen.",
        "{name} has a password. Save it without one and try again.",
    ),
    "too-long": Text(
        "{name} har fler än {most} sidor. Ange en fil med ett enda dokument.",
        "{name} has more than {most} pages. Name a file with a single document.",
    ),
    "damaged": Text(
        "{name} är skadad eller går inte att läsa. Hämta filen på nytt.",
        "{name} is damaged or cannot be read. Fetch the file again.",
    ),
    "slow": Text(
        "{name} tar för lång tid att läsa. Öppna den i ett PDF-program, spara den på nytt och försök igen.",
        "{name} takes too long to read. Open it in a PDF program, save it anew and try again.",
    ),
    "macros": Text(
        "{name} innehåller makron och läses inte. Spara den utan makron, i Word som .docx.",
        "{name} holds macros and is not read. Save it without macros, in Word as .docx.",
    ),
    "linked": Text(
        "{name} hämtar något från en annan plats, till exempel en länkad bild. Ta bort länken och spara filen på nytt.",
        "{name} fetches something from elsewhere, such as a linked picture. Remove the link and save the file anew.",
    ),
    "heavy": Text(
        "{name} är för stor när den packas upp. Ta bort bilder och bilagor och spara den på nytt.",
        "{name} is too large once unpacked. Remove pictures and annexes and save it anew.",
    ),
    "no-text": Text(
        "{name} har ingen text som går att läsa: den är troligen inskannad. Läs in den med textigenkänning (OCR), eller"
        " jämför kontrollkoden på papperet med: samverkan fingerprint",
        "{name} has no text that can be read: it has most likely been scanned. Read it with text recognition (OCR), or"
        " compare the fingerprint on paper with: samverkan fingerprint",
    ),
    "no-source": Text(
        "Det finns inget dokument här med kontrollkoden eller titeln i {name}. Ange källfilen efter den, till exempel:"
        " samverkan verify {name} avtal.yaml",
        "No document here has the fingerprint or the title in {name}. Name the source after it, for example: samverkan"
        " verify {name} agreement.yaml",
    ),
    "one-source": Text(
        "{count} dokument kan vara källan till {name}: {files}. Ange ett av dem efter den.",
        "{count} documents can be the source of {name}: {files}. Name one of them after it.",
    ),
    "is-same": Text("{name} har samma text som {source}.", "{name} has the same text as {source}."),
    "differs": Text(
        "{name} har inte samma text som {source}. Det här skiljer:",
        "{name} does not have the same text as {source}. This differs:",
    ),
    "code-same": Text("Kontrollkoden {code} är källans.", "The fingerprint {code} is that of the source."),
    "code-other": Text(
        "Kontrollkoden i filen är {code}, men källans är {own}: texten i källan är en annan än den som filen gjordes av.",
        "The fingerprint in the file is {code}, but that of the source is {own}: the source's text is another than the one"
        " that the file was made from.",
    ),
    "code-none": Text(
        "Filen har ingen kontrollkod; källans är {own}.", "The file has no fingerprint; that of the source is {own}."
    ),
    "changed": Text("I filen: ”{found}”. I källan: ”{source}”.", "In the file: “{found}”. In the source: “{source}”."),
    "only-there": Text("Bara i filen: ”{found}”.", "Only in the file: “{found}”."),
    "only-here": Text("Bara i källan: ”{source}”.", "Only in the source: “{source}”."),
    "after-words": Text("Efter ”{before}”: {what}", "After “{before}”: {what}"),
}


def say_of(key: str) -> Text:
    """Give the form of a sentence."""
    return _VERIFYING[key]
