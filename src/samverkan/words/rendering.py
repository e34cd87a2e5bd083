"""Sentences of the making of documents: their look, their templates, the converters and the files."""

from __future__ import annotations

from samverkan.words.sentence import Text

RENDERING: dict[str, Text] = {
    "look-missing": Text(
        "{value} finns inte. Rätta sökvägen under Utseende (`look`) i samverkan.yaml; den räknas från mappen där den filen ligger.",
        "{value} does not exist. Correct the path under `look` in samverkan.yaml; it starts in that file's folder.",
    ),
    "look-outside": Text(
        "{value} ligger utanför arbetsytan eller den mapp som angavs, eller är en länk dit, och används inte. Lägg"
        " själva filen i mappen.",
        "{value} lies outside the workspace or the folder that was named, or is a link there, and is not used. Put the"
        " file itself in the folder.",
    ),
    "folder-leads-out": Text(
        "{path} är en länk till en annan plats, och inget skrivs dit utan att du säger det. Ange mappen med --out, eller"
        " ta bort länken.",
        "{path} is a link to another place, and nothing is written there unless you say so. Name the folder with --out,"
        " or delete the link.",
    ),
    "option-missing": Text("{value} finns inte. Rätta sökvägen.", "{value} does not exist. Correct the path."),
    "bad-organisation": Text(
        "Namnet {value} har tecken som inte syns eller inte går att läsa. Skriv om namnet på organisationen.",
        "The name {value} has characters that cannot be seen or read. Write the organisation's name again.",
    ),
    "bad-colour": Text(
        "{value} är inte en färg. Skriv # och sex tecken (0–9, a–f), till exempel #1f4e79.",
        "{value} is not a colour. Write # and six characters (0–9, a–f), such as #1f4e79.",
    ),
    "file-without-source": Text(
        "{path} finns kvar, men dokumentet som den skapades från finns inte längre. Ta bort filen om den inte behövs.",
        "{path} is still there, but the document that it was made from is gone. Delete the file if it is not needed.",
    ),
    "not-made-here": Text(
        "Filen fanns redan och är inte gjord av samverkan, så den skrivs inte över. Flytta den, ange en annan mapp med"
        " --out, eller ersätt den med --force.",
        "The file was there already and was not made by samverkan, so it is left as it is. Move it, name another folder"
        " with --out, or replace it with --force.",
    ),
    "worked-on-since": Text(
        "Filen är undertecknad eller ifylld sedan den gjordes, så den skrivs inte över. Spara undan den, ange en annan mapp med"
        " --out, eller ersätt den med --force.",
        "The file has been signed or written in since it was made, so it is left as it is. Keep it elsewhere, name another"
        " folder with --out, or replace it with --force.",
    ),
    "render-same-id": Text(
        "{id} är id för flera dokument: {files}. Inget av dem skrivs; ge dem olika id, eller kör kommandot för ett i taget.",
        "{id} is the id of several documents: {files}. None is written; give them different ids, or run the command for one at a time.",
    ),
    "look-not-a-folder": Text("{value} är inte en mapp. Ange en mapp.", "{value} is not a folder. Name a folder."),
    "look-too-big": Text(
        "{value} är för stor. Högst {most} MB går att använda; gör bilden mindre.",
        "{value} is too big. At most {most} MB can be used; make the picture smaller.",
    ),
    "look-unreadable": Text(
        "Det gick inte att läsa {value}: {why}. Kontrollera filen och rättigheterna.",
        "Could not read {value}: {why}. Check the file and the permissions.",
    ),
    "look-many-logos": Text(
        "Under Parternas logotyper (`{value}`) står {count} logotyper, och högst {most} går att använda. Ta bort dem som inte behövs.",
        "There are {count} logos under `{value}`, and at most {most} can be used. Delete those that are not needed.",
    ),
    "logo-of-nobody": Text(
        "Ingen part i dokumenten heter så som det står under Parternas logotyper (`logos`): {names}. Skriv partens id, namn, kommunkod eller organisationsnummer, så som det står i dokumentet.",
        "No party in the documents is called what stands under `logos`: {names}. Write the party's id, name, municipality code or organisation number, as it stands in the document.",
    ),
    "logo-has-text": Text(
        "Logotypen {path} är en SVG med bokstäver, som kan ritas med ett annat typsnitt än logotypens. Gör bokstäverna till konturer i ritprogrammet, eller spara logotypen som PNG.",
        "The logo {path} is an SVG with letters, which may be drawn in another font than the logo's own. Turn the letters into outlines in the drawing program, or save the logo as PNG.",
    ),
    "look-not-a-logo": Text(
        "{value} är inte en bild i formatet PNG, JPEG eller SVG. Spara logotypen i något av dem.",
        "{value} is not a PNG, JPEG or SVG picture. Save the logo as one of them.",
    ),
    "look-logo-unsafe": Text(
        "{value} innehåller skript eller hänvisar till andra filer och används inte. Spara om logotypen som ren SVG.",
        "{value} contains scripts or refers to other files and is not used. Save the logo again, as plain SVG.",
    ),
    "look-logo-large": Text(
        "{value} har för många bildpunkter. Gör bilden mindre; den trycks 14 mm hög, och högst 10 000 punkter åt varje håll går att använda.",
        "{value} has too many dots. Make the picture smaller: it is printed 14 mm high, and at most 10 000 dots each way can be used.",
    ),
    "look-logo-heavy": Text(
        "{value} är för detaljerad för en logotyp och används inte. Förenkla den, eller spara den som PNG.",
        "{value} is too detailed for a logo and is not used. Make it simpler, or save it as PNG.",
    ),
    "annex-not-there": Text(
        "Bilagan {file} i {document} finns inte där dokumentet ligger. Lägg filen där, eller rätta namnet under Bilagor (`annexes`).",
        "The annex {file} of {document} is not where the document lies. Put the file there, or correct its name under `annexes`.",
    ),
    "unused-pages": Text(
        "{path} används inte: mallen för PDF:ens sidor är programkod, och sådan körs inte för att en arbetsyta säger det. Vill du använda den, ange mappen själv: --template-dir {folder}",
        "{path} is not used: the template of a PDF's pages is program code, which is not run because a workspace says so. To use it, name the folder yourself: --template-dir {folder}",
    ),
    "look-not-word": Text(
        "{value} är inte en Wordfil (.docx). Spara mallen som ett Worddokument.",
        "{value} is not a Word file (.docx). Save the template as a Word document.",
    ),
    "look-office-locked": Text(
        "{value} är låst med lösenord, eller sparad i Words gamla format. Ta bort lösenordet och spara mallen som .docx eller .odt.",
        "{value} is locked with a password, or saved in Word's old format. Remove the password and save the template as .docx or .odt.",
    ),
    "look-office-macros": Text(
        "{value} innehåller makron och används inte. Spara mallen utan makron, i Word som .docx.",
        "{value} holds macros and is not used. Save the template without macros, in Word as .docx.",
    ),
    "look-office-linked": Text(
        "{value} hämtar något från en annan plats, till exempel en länkad bild. Då hämtas det även när någon öppnar de färdiga dokumenten. Infoga det i mallen i stället för att länka till det.",
        "{value} fetches something from elsewhere, such as a linked picture. It would then be fetched whenever somebody opens the finished documents too. Insert it in the template instead of linking to it.",
    ),
    "look-office-broken": Text(
        "{value} är trasig och går inte att läsa. Öppna mallen i Word eller LibreOffice och spara den på nytt.",
        "{value} is broken and cannot be read. Open the template in Word or LibreOffice and save it again.",
    ),
    "look-office-heavy": Text(
        "{value} är för stor för en mall när den packas upp. Ta bort bilder och text, och spara den med bara formaten.",
        "{value} is too large for a template once unpacked. Remove pictures and text, and save it with only the styles.",
    ),
    "look-not-open-document": Text(
        "{value} är inte en OpenDocument-fil (.odt). Spara mallen som ett dokument i LibreOffice.",
        "{value} is not an OpenDocument file (.odt). Save the template as a document in LibreOffice.",
    ),
    "look-pale": Text(
        "Färgen {value} är för ljus för text på vit bakgrund. Välj en mörkare (kontrast minst 4,5).",
        "The colour {value} is too pale for text on a white page. Choose a darker one (contrast at least 4.5).",
    ),
    "no-signature-places": Text(
        "Mallen page.typ.j2 har {found} platser för underskriftsfält, men {count} ska skriva under. Ta med `signature-line` från den inbyggda mallen.",
        "The template page.typ.j2 has {found} places for signature fields, but {count} are to sign. Take `signature-line` from the built-in template.",
    ),
    "look-broken": Text(
        "Logotypen eller typsnitten gick inte att använda: {why}. Kontrollera filerna under Utseende (`look`) i samverkan.yaml.",
        "The logo or the fonts could not be used: {why}. Check the files under `look` in samverkan.yaml.",
    ),
    "template-fault": Text(
        "Mallen {template}, rad {line}: {why}. Rätta mallen, eller jämför med den ursprungliga: samverkan templates copy MAPP",
        "The template {template}, line {line}: {why}. Correct it, or compare with the original: samverkan templates copy DIR",
    ),
    "template-missing": Text("mallen {name} finns inte", "there is no template {name}"),
    "template-unreadable": Text("filen är inte text i UTF-8", "the file is not text in UTF-8"),
    "template-imports": Text(
        "paket (@) och eval får inte användas i en mall", "packages (@) and eval may not be used in a template"
    ),
    "template-today": Text(
        "dagens datum (today) får inte läsas i en mall, för då blir PDF:en en annan varje dag; använd datum ur dokumentet",
        "the day of today (today) may not be read in a template, for the PDF would differ from day to day; use days of the document",
    ),
    "template-slow": Text(
        "den är inte klar på {seconds} sekunder och avbröts; gör slingorna kortare",
        "it is not done in {seconds} seconds and was stopped; make the loops shorter",
    ),
    "template-too-big": Text(
        "den skriver eller räknar fram mer än ett dokument rymmer; gör slingor och tal mindre",
        "it writes or calculates more than a document can hold; make loops and numbers smaller",
    ),
    "template-by-chance": Text(
        "{what} blir något annat varje gång, så att dokumentet aldrig blir detsamma; skriv ett bestämt värde",
        "{what} is something else each time, so that the document is never the same; write a value that is given",
    ),
    "template-of-memory": Text(
        "den skriver en plats i datorns minne i stället för ett värde; skriv ut värdet självt, med parenteser efter en funktion och |list efter ett filter som map",
        "it writes a place in the computer's memory instead of a value; print the value itself, with brackets after a function and |list after a filter such as map",
    ),
    "template-too-deep": Text("den anropar sig själv utan slut", "it calls itself without end"),
    "template-empty": Text(
        "den skriver ingenting, så dokumentet blir tomt", "it writes nothing, so the document would be empty"
    ),
    "template-odd": Text(
        "Det som mallarna i {folder} skriver går inte att göra {form} av. Jämför dem med de ursprungliga: samverkan templates copy MAPP",
        "What the templates in {folder} write cannot be made into {form}. Compare them with the originals: samverkan templates copy DIR",
    ),
    "elements-too-deep": Text(
        "Dokumentet har för många element i varandra för att kunna skrivas ut. Gör mallen eller texten enklare.",
        "The document has too many elements inside each other to be written. Make the template or the text simpler.",
    ),
    "table-too-wide": Text(
        "Dokumentet har en tabell med fler än {most} kolumner, och ingen sida rymmer den. Dela upp tabellen, eller ta bort `colspan` ur den.",
        "The document has a table of more than {most} columns, and no page can hold it. Split the table, or take `colspan` out of it.",
    ),
    "template-no-body": Text(
        "den skriver inte ut dokumentets text; ta med {{{{ body }}}}",
        "it leaves out the document's text; print {{{{ body }}}}",
    ),
    "template-surrogate": Text(
        "den skriver ett tecken som inte går att spara (U+D800–U+DFFF)",
        "it writes a character that cannot be saved (U+D800–U+DFFF)",
    ),
    "template-not-code": Text(
        "bara de värden som mallen får kan skrivas ut här, som de är",
        "only the values given to it can be printed here, as they are",
    ),
    "templates-exist": Text(
        "{path} finns redan. Välj en tom mapp, eller skriv över med --force.",
        "{path} exists already. Choose an empty folder, or overwrite with --force.",
    ),
    "templates-copied": Text(
        "{count} mallar kopierade till {folder}. Behåll dem du ändrar; övriga kan tas bort.",
        "{count} templates copied to {folder}. Keep those that you change; the others can be deleted.",
    ),
    "render-errors": Text(
        "Antal fel i dokumenten: {count}. Se dem med: samverkan validate",
        "Errors in the documents: {count}. See them with: samverkan validate",
    ),
    "render-incomplete": Text(
        "Antal fel i dokumenten: {count}. Dokument som inte kan läsas i sin helhet skrivs inte ut. Se felen med: samverkan validate",
        "Errors in the documents: {count}. Documents that cannot be read in full are not rendered. See the errors with: samverkan validate",
    ),
    "word-template-lacks": Text(
        "Wordmallen {path} saknar {count} av de format som dokumenten använder, bland dem {one}. De tas från den inbyggda mallen, med typsnitten i er mall. Vill ni ändra dem finns alla i reference.docx, som samverkan templates copy MAPP skriver.",
        "The Word template {path} lacks {count} of the styles that documents use, {one} among them. They are taken from the built-in one, in your template's fonts. To change them, run samverkan templates copy DIR: it writes reference.docx, which has them all.",
    ),
    "word-template-no-numbers": Text(
        "Wordmallen {path} numrerar inte sidorna. Lägg in ett sidnummer i mallens sidfot (Infoga, Sidnummer); annars får dokumenten inga.",
        "The Word template {path} does not number the pages. Put a page number in its footer (Insert, Page Number); otherwise documents have none.",
    ),
    "no-documents-extra": Text(
        'Formatet kräver tilläggsprogrammen för dokument. Installera dem med: pip install "samverkan[documents]"',
        'The format requires the programs for documents. Install them with: pip install "samverkan[documents]"',
    ),
    "converter-slow": Text(
        "Omvandlingen tog mer än {seconds} sekunder och avbröts. Försök igen, dela upp dokumentet, eller ge den längre tid med miljövariabeln {name}.",
        "The conversion took more than {seconds} seconds and was stopped. Try again, split the document, or allow it more time with the environment variable {name}.",
    ),
    "converter-seconds": Text(
        "{name} är {value}, som inte är ett antal sekunder. Ange till exempel 120.",
        "{name} is {value}, which is not a number of seconds. Set it to 120, for instance.",
    ),
    "converter-failed": Text(
        'Omvandlingen misslyckades. Installera om programmen: pip install --force-reinstall "samverkan[documents]"',
        'The conversion failed. Reinstall the programs: pip install --force-reinstall "samverkan[documents]"',
    ),
    "own-office-failed": Text(
        "Mallen {path} går inte att använda, eller tar för lång tid. Öppna den i Word eller LibreOffice, ta bort det som inte är formatmallar, sidhuvud eller sidfot och spara den på nytt, eller kör utan den.",
        "The template {path} cannot be used, or takes too long. Open it in Word or LibreOffice, remove what is not styles, header or footer and save it again, or run without it.",
    ),
    "converter-broke": Text(
        "Omvandlingen avbröts, troligen för att minnet inte räckte. Dela upp dokumentet, eller försök utan egen logotyp, egna typsnitt och egna mallar.",
        "The conversion broke off, most likely for lack of memory. Split the document, or try without a logo, fonts and templates of your own.",
    ),
    "typst-refused": Text(
        "PDF:en kan inte göras tillgänglig och arkivbeständig: {why}. Rätta texten som nämns.",
        "The PDF cannot be made accessible and fit for the archive: {why}. Correct the text that is named.",
    ),
}
