"""What Word files to write in say, and what `samverkan merge` says of them."""

from __future__ import annotations

from samverkan.words.sentence import Text

EDITABLE: dict[str, Text] = {
    "editable-intro": Text(
        "Arbetsversion att skriva i. Ändra i de skuggade fälten; allt annat är låst. Använd gärna Spåra ändringar, så att det "
        "syns vem som har ändrat vad. En rad som börjar med ett streck är en punkt i en lista, och ett märke som [^1] visar var en not står.",
        "Working version to write in. Change the shaded fields; all else is locked. Do track your changes, so that it shows "
        "who has changed what. A line that begins with a hyphen is an item of a list, and a mark such as [^1] shows where "
        "a note stands.",
    ),
    "editable-mark": Text("Märke: {id} {code}", "Mark: {id} {code}"),
    # What the command says of a Word file that it cannot read as a sheet; {file} is its name.
    "merge-other": Text(
        "{file} är ingen Wordfil (.docx). Spara den som Word-dokument (.docx) och kör kommandot igen.",
        "{file} is no Word file (.docx). Save it as a Word document (.docx) and run the command again.",
    ),
    "merge-locked": Text(
        "{file} är låst med lösenord, eller sparad i Words gamla format (.doc). Ta bort lösenordet, spara den som .docx och kör "
        "kommandot igen.",
        "{file} is locked with a password, or saved in Word's old format (.doc). Take the password away, save it as .docx "
        "and run the command again.",
    ),
    "merge-macros": Text(
        "{file} innehåller makron och läses inte. Spara den som Word-dokument utan makron (.docx) och kör kommandot igen.",
        "{file} holds macros and is not read. Save it as a Word document without macros (.docx) and run the command again.",
    ),
    "merge-linked": Text(
        "{file} hämtar delar från andra platser (bilder, texter eller data) och läses inte. Bädda in eller ta bort dem, spara och "
        "kör kommandot igen.",
        "{file} fetches parts from elsewhere (pictures, texts or data) and is not read. Embed them or take them away, save, "
        "and run the command again.",
    ),
    "merge-broken": Text(
        "{file} är skadad och går inte att läsa. Öppna den i Word, spara den på nytt och kör kommandot igen.",
        "{file} is damaged and cannot be read. Open it in Word, save it anew and run the command again.",
    ),
    "merge-heavy": Text(
        "{file} är större än en arbetsversion kan vara och läses inte. Ta bort det som har klistrats in och kör kommandot igen.",
        "{file} is larger than a working version can be and is not read. Take away what was pasted in, and run the command "
        "again.",
    ),
    "merge-no-sheet": Text(
        "{file} går inte att känna igen som en arbetsversion. Är den gjord av ett dokument här, ange dokumentets fil med "
        "--into. Annars gör du en arbetsversion med samverkan render --format docx --editable.",
        "{file} cannot be told to be a working version. If it was made of a document here, name the document's file with "
        "--into. Else make a working version with samverkan render --format docx --editable.",
    ),
    "merge-no-file": Text(
        "Ingen fil här innehåller dokumentet {id}, som arbetsversionen är gjord av. Ange filen med --into.",
        "No file here holds the document {id}, which the working version was made of. Name the file with --into.",
    ),
    "merge-several-files": Text(
        "Flera filer här innehåller dokumentet {id}. Ange en av dem med --into.",
        "Several files here hold the document {id}. Name one of them with --into.",
    ),
    "merge-other-document": Text(
        "Arbetsversionen är gjord av dokumentet {id}, och {file} innehåller ett annat. Ange rätt fil med --into.",
        "The working version was made of the document {id}, and {file} holds another. Name the right file with --into.",
    ),
    "merge-not-whole": Text(
        "{file} går inte att läsa i sin helhet, så inget skrivs dit. Rätta först det som samverkan validate {file} visar.",
        "{file} cannot be read in full, so nothing is written there. First mend what samverkan validate {file} shows.",
    ),
    "merge-not-kept": Text(
        "{file} lämnas som den är, eftersom en kommentar eller ett annat värde annars skulle gå förlorat. Skriv in ändringarna "
        "för hand, och rapportera det gärna.",
        "{file} is left as it is, since a comment or another value would be lost otherwise. Write the changes by hand, and "
        "do report it.",
    ),
    "merge-loose": Text(
        "{file} har sparats i ett program som har tagit bort arbetsversionens egna uppgifter, och dokumentet har ändrats "
        "sedan dess, eller märket överst i Wordfilen är borta. Det går därför inte att se vad som är ändrat och var, så inget är "
        "skrivet. Skriv in det som ska gälla i filen, eller gör en ny arbetsversion.",
        "{file} was saved by a program that has dropped what the working version knew of itself, and the document has changed "
        "since, or the mark at the top of the Word file is gone. So it cannot be told what was changed where, and nothing is "
        "written. Write what is to apply in the file, or make a new working version.",
    ),
    # What is new.
    "merge-more": Text(
        "Och {count} till som inte visas. Rätta det som nämns ovan och kör kommandot igen.",
        "And {count} more that are not shown. Mend what is named above and run the command again.",
    ),
    "merge-nothing": Text(
        "Inget har ändrats i {file} jämfört med dokumentet.", "Nothing has been changed in {file} beside the document."
    ),
    "merge-changes-one": Text("1 ändring:", "1 change:"),
    "merge-changes": Text("{count} ändringar:", "{count} changes:"),
    "merge-proposals-one": Text("1 förslag, som inte har godtagits:", "1 proposal, not accepted yet:"),
    "merge-proposals": Text("{count} förslag, som inte har godtagits:", "{count} proposals, not accepted yet:"),
    "merge-conflicts-one": Text("1 värde har ändrats på båda ställena:", "1 value has changed in both places:"),
    "merge-conflicts": Text(
        "{count} värden har ändrats på båda ställena:", "{count} values have changed in both places:"
    ),
    "merge-was": Text("Var:", "Was:"),
    "merge-becomes": Text("Blir:", "Becomes:"),
    "merge-in-word": Text("I Word:", "In Word:"),
    "merge-in-file": Text("I filen:", "In the file:"),
    "merge-gone-in-file": Text("(finns inte längre)", "(no longer there)"),
    "merge-replaced": Text("”{old}” blir ”{new}”", "“{old}” becomes “{new}”"),
    "merge-added": Text("Tillagt: ”{new}”", "Added: “{new}”"),
    "merge-removed": Text("Borttaget: ”{old}”", "Taken away: “{old}”"),
    "merge-by": Text("Av {who}.", "By {who}."),
    "merge-by-on": Text("{author} {day}", "{author} on {day}"),
    "merge-by-nobody": Text("någon som Word inte namnger", "somebody whom Word does not name"),
    # What could not be taken.
    "merge-empty": Text(
        "{title}: fältet är tomt. Värdet i filen står kvar; ta bort nyckeln där om det är meningen.",
        "{title}: the field is empty. The value in the file stays; take the key away there if that is meant.",
    ),
    "merge-no-choice": Text(
        "{title}: ”{text}” går inte att välja. Skriv ett av: {known}.",
        "{title}: “{text}” cannot be chosen. Write one of: {known}.",
    ),
    "merge-refused": Text(
        "{title}: ”{text}” kan inte stå där. {why} {cure}", "{title}: “{text}” cannot stand there. {why} {cure}"
    ),
    "merge-field-gone": Text(
        "{title}: fältet är borttaget i Wordfilen. Värdet står kvar i dokumentet.",
        "{title}: the field is gone from the Word file. The value stays in the document.",
    ),
    "merge-part-gone": Text(
        "{title}: alla fält är borttagna i Wordfilen. Delen står kvar i dokumentet; ta bort den där om det är meningen.",
        "{title}: all fields are gone from the Word file. The part stays in the document; take it away there if that is "
        "meant.",
    ),
    "merge-outside": Text(
        "Text utanför fälten, efter {after}: ”{text}”. Den kommer inte med; skriv den i ett fält eller i filen.",
        "Text outside the fields, after {after}: “{text}”. It is not taken; write it in a field or in the file.",
    ),
    "merge-paste": Text(
        "Är det en ny post under {title} (`{name}`)? Klistra i så fall in den här raden efter rad {line} i {file}, och fyll"
        " på det som fattas:",
        "Is it a new item under {title} (`{name}`)? Then paste this line after line {line} of {file}, and fill in what is"
        " missing:",
    ),
    "merge-paste-line": Text("{paste}", "{paste}"),
    "merge-outside-first": Text(
        "Text utanför fälten, överst: ”{text}”. Den kommer inte med; skriv den i ett fält eller i filen.",
        "Text outside the fields, at the top: “{text}”. It is not taken; write it in a field or in the file.",
    ),
    "merge-label-gone": Text(
        "Den fasta texten ”{text}” är borttagen i Wordfilen. Det ändrar inget i dokumentet.",
        "The fixed text “{text}” is gone from the Word file. That changes nothing in the document.",
    ),
    # How it ended.
    "merge-written": Text(
        "{file} är ändrad. Kör samverkan validate för att se att allt hänger ihop.",
        "{file} is changed. Run samverkan validate to see that all holds together.",
    ),
    "merge-conflict-end": Text(
        "Inget är skrivet. Ändra i filen eller i Wordfilen så att de är lika på de ställena, och kör kommandot igen.",
        "Nothing is written. Change the file or the Word file so that they are alike in these places, and run it again.",
    ),
    "merge-code": Text(
        "Kontrollkoden blir {new} i stället för {old}.", "The fingerprint becomes {new} instead of {old}."
    ),
    "editable-format": Text(
        "En arbetsversion att skriva i görs bara som Word. Skriv: samverkan render --format docx --editable",
        "A working version to write in is made as Word only. Write: samverkan render --format docx --editable",
    ),
    "editable-alone": Text(
        "--editable kan inte stå tillsammans med --poster eller --collected. Välj ett av dem.",
        "--editable cannot stand together with --poster or --collected. Choose one of them.",
    ),
}
