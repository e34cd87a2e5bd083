"""What is said of old documents that are taken in: why one cannot be read, and what stands in the draft of one."""

from __future__ import annotations

from samverkan.words.sentence import Text

_SAVE_AGAIN = "Öppna den i Word eller LibreOffice och spara den på nytt som .docx."
OLD: dict[str, Text] = {
    "unknown-format": Text(
        "{file} är ingen fil som kan läsas in. Spara dokumentet som .docx, .pdf, .html eller .txt och försök igen.",
        "{file} is no file that can be imported. Save the document as .docx, .pdf, .html or .txt and try again.",
    ),
    "too-long": Text(
        "{file} är för lång för att vara en överenskommelse. Ta ut de sidor som överenskommelsen står på och läs in dem.",
        "{file} is too long to be an agreement. Take out the pages that the agreement stands on and import those.",
    ),
    "too-deep": Text(
        "{file} har tabeller eller listor som ligger för djupt i varandra för att kunna läsas in. Spara texten som .txt"
        " och läs in den filen.",
        "{file} has tables or lists too deep in each other to be imported. Save its text as .txt and import that file.",
    ),
    "no-text": Text(
        "{file} har ingen text att läsa in. Kontrollera att det är rätt fil.",
        "{file} has no text to import. Check that it is the right file.",
    ),
    "scan": Text(
        "{file} är inskannad: sidorna är bilder utan text. Kör den genom ett program för textigenkänning (OCR) med"
        " svenska som språk, spara som .pdf eller .txt och läs in den filen.",
        "{file} is scanned: its pages are pictures without text. Run it through a program for text recognition (OCR)"
        " with Swedish as language, save it as .pdf or .txt and import that file.",
    ),
    "pdf-locked": Text(
        "PDF-filen är låst med lösenord. Ta bort lösenordet och försök igen.",
        "The PDF is locked with a password. Remove the password and try again.",
    ),
    "pdf-broken": Text(
        "PDF-filen är trasig och går inte att läsa. Öppna den i ett program för PDF, spara den på nytt och försök igen.",
        "The PDF is broken and cannot be read. Open it in a program for PDF, save it anew and try again.",
    ),
    "pdf-long": Text(
        "PDF-filen är för lång för att vara en överenskommelse: högst {most} sidor läses in. Ta ut de sidor som"
        " överenskommelsen står på.",
        "The PDF is too long to be an agreement: at most {most} pages are imported. Take out the pages that the"
        " agreement stands on.",
    ),
    "pdf-slow": Text(
        "PDF-filen tog för lång tid att läsa och lämnades. Skriv ut den till en ny PDF-fil, eller spara texten som"
        " .txt, och försök igen.",
        "The PDF took too long to read and was left. Print it to a new PDF, or save its text as .txt, and try again.",
    ),
    "no-picture": Text(
        "Säg vilken lägesbild siffrorna ska in i, till exempel: samverkan import indicators brott.csv --into"
        " lagesbild-2026.yaml",
        "Name the situation picture that the figures go into, for example: samverkan import indicators crimes.csv"
        " --into picture-2026.yaml",
    ),
    "one-file": Text(
        "Ange en fil i taget, till exempel: samverkan import agreement gammal.pdf",
        "Name one file at a time, for example: samverkan import agreement old.pdf",
    ),
    "unknown-kind": Text(
        "{value} kan inte läsas in. Välj ett av: {known}.",
        "{value} cannot be imported. Choose one of: {known}.",
    ),
    "what-is-it": Text(
        "Säg vad {value} är: en gammal överenskommelse (samverkan import agreement {value}) eller siffror till en lägesbild"
        " (samverkan import indicators {value} --into LÄGESBILD.yaml).",
        "Say what {value} is: an old agreement (samverkan import agreement {value}) or figures for a situation picture"
        " (samverkan import indicators {value} --into PICTURE.yaml).",
    ),
    "written": Text(
        "Utkastet står i {path}. {placed} {unsure} Resten av texten står under Egna avsnitt (`sections`).",
        "The draft is in {path}. {placed} {unsure} The rest of the text stands under sections.",
    ),
    "one-placed": Text("1 uppgift har fått sin plats.", "1 fact has been placed."),
    "placed": Text("{count} uppgifter har fått sin plats.", "{count} facts have been placed."),
    "none-unsure": Text("Ingen av dem är osäker.", "None of them is unsure."),
    "one-unsure": Text("1 av dem behöver kontrolleras.", "1 of them needs to be checked."),
    "unsure": Text("{count} av dem behöver kontrolleras.", "{count} of them need to be checked."),
    "missing": Text("Hittades inte i texten: {what}.", "Not found in the text: {what}."),
}
OLD_OFFICE: dict[str, Text] = {
    "": Text(
        "{file} är ingen Wordfil (.docx). Öppna den i Word eller LibreOffice och spara den som .docx.",
        "{file} is no Word file (.docx). Open it in Word or LibreOffice and save it as .docx.",
    ),
    "look-office-locked": Text(
        "{file} är låst med lösenord, eller sparad i Words gamla format. Ta bort lösenordet och spara den som .docx.",
        "{file} is locked with a password, or saved in Word's old format. Remove the password and save it as .docx.",
    ),
    "look-office-macros": Text(
        "{file} innehåller makron och läses inte in. Spara den utan makron, i Word som .docx.",
        "{file} holds macros and is not imported. Save it without macros, in Word as .docx.",
    ),
    "look-office-linked": Text(
        "{file} hämtar något från en annan plats, till exempel en länkad bild. Ta bort länken och spara filen på nytt.",
        "{file} fetches something from elsewhere, such as a linked picture. Remove the link and save the file anew.",
    ),
    "look-office-broken": Text(
        "{file} är trasig och går inte att läsa. " + _SAVE_AGAIN,
        "{file} is broken and cannot be read. Open it in Word or LibreOffice and save it anew as .docx.",
    ),
    "look-office-heavy": Text(
        "{file} är för stor när den packas upp. Ta bort bilder och bilagor och spara den på nytt.",
        "{file} is too large once unpacked. Remove pictures and annexes and save it anew.",
    ),
}
OLD_DRAFT: dict[str, Text] = {
    "head": Text(
        "Utkast som är inläst ur {file}. Läs igenom det mot originalet innan det används.",
        "A draft that was imported from {file}. Read it through against the original before it is used.",
    ),
    "how-sure": Text(
        "Över varje uppgift står var den hittades och hur säker den är. Ta bort kommentarerna efter hand.",
        "Above each fact stands where it was found and how sure it is. Remove the comments as you go.",
    ),
    "frames": Text("I sidhuvud och sidfot stod: {frames}", "The heads and feet of the pages said: {frames}"),
    "missing": Text("Hittades inte i texten: {what}.", "Not found in the text: {what}."),
    "key-parties": Text("parterna", "the parties"),
    "key-validity": Text("giltighetstiden", "the validity"),
    "key-signatures": Text("underskrifterna", "the signatures"),
    "page": Text("Sida {page}, stycke {number}, {sure}.", "Page {page}, paragraph {number}, {sure}."),
    "no-page": Text("Stycke {number}, {sure}.", "Paragraph {number}, {sure}."),
    "nowhere": Text("Står inte i texten, kontrollera.", "Does not stand in the text; check it."),
    "sure": Text("säkert", "certain"),
    "unsure": Text("osäkert, kontrollera", "uncertain, check it"),
    "incomplete": Text("Sidorna {pages} är bilder utan text.", "Pages {pages} are pictures without text."),
    "signatures": Text("Underskrifter", "Signatures"),
}
