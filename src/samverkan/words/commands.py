"""Sentences of the commands themselves: their errors, their reports and their help."""

from __future__ import annotations

from samverkan.words.sentence import FieldValue, Text

_SENTENCES: dict[str, Text] = {
    # Why a file could not be read; stands after a colon.
    "why-missing": Text("den finns inte", "it does not exist"),
    "why-forbidden": Text("du har inte rätt att läsa den", "you may not read it"),
    "why-not-a-file": Text("det är inte en vanlig fil", "it is not an ordinary file"),
    # Errors that stop a command.
    "stdin-twice": Text(
        "Standardindata (-) kan bara läsas en gång. Ange - bara en gång.",
        "The standard input (-) can be read only once. Name - only once.",
    ),
    "stdin-empty": Text(
        "Inget kom in på standardindata (-). Skicka in en fil, till exempel: samverkan validate - < avtal.yaml",
        "Nothing came in on the standard input (-). Send a file, such as: samverkan validate - < agreement.yaml",
    ),
    "cannot-write": Text(
        "Det gick inte att skriva {path}: {why}. Kontrollera mappen och rättigheterna, eller välj en annan mapp med --out.",
        "Could not write {path}: {why}. Check the folder and the permissions, or choose another folder with --out.",
    ),
    "is-no-folder": Text("det är inte en mapp", "it is not a folder"),
    "unknown-language": Text(
        "Språket {value} finns inte. Välj ett av: {known}.",
        "There is no language {value}. Choose one of: {known}.",
    ),
    "bad-today": Text(
        "{value} är inte ett datum. Skriv --today som år-månad-dag, till exempel --today 2026-11-20.",
        "{value} is not a date. Write --today as year-month-day, such as --today 2026-11-20.",
    ),
    "bad-epoch": Text(
        "Miljövariabeln SOURCE_DATE_EPOCH är {value}, som inte är en tid. Rätta den eller ange --today.",
        "The environment variable SOURCE_DATE_EPOCH is {value}, which is not a time. Correct it or give --today.",
    ),
    "two-settings": Text(
        "I {folder} finns både samverkan.yaml och samverkan.yml. Behåll en av dem.",
        "In {folder} there are both samverkan.yaml and samverkan.yml. Keep one of them.",
    ),
    "bad-settings": Text(
        "Inställningarna i {file}, rad {line}: {what} {cure}",
        "The settings in {file}, line {line}: {what} {cure}",
    ),
    "settings-name": Text(
        "{file} är namnet på arbetsytans inställningar (`kind: workspace`). Ge dokumentet ett annat filnamn.",
        "{file} is the name of the workspace's settings (`kind: workspace`). Give the document another file name.",
    ),
    "unknown-municipality": Text(
        "Ingen kommun med koden {value} finns i dokumenten.{guess} De som finns är: {known}.",
        "The documents have no municipality with the code {value}.{guess} These are there: {known}.",
    ),
    "no-municipality": Text(
        "Ingen kommun finns i dokumenten i {paths}. Ange kommunen under Parter (`parties`), med `type: municipality` och Kommunkod (`code`).",
        "The documents in {paths} name no municipality. State it under `parties`, with `type: municipality` and `code`.",
    ),
    "help-law": Text(
        "Uppfyller vi lagen? Visa kommunens uppgifter enligt lag (2023:196), vad som visar dem och nästa steg.",
        "Do we fulfil the law? Show the municipality's duties under Act (2023:196), what shows them and what to do next.",
    ),
    "help-municipality": Text(
        "Bara kommunen med denna fyrsiffriga kod.", "Only the municipality with this four-digit code."
    ),
    "help-law-format": Text(
        "Text, JSON eller en sida som Markdown, HTML eller PDF.", "Text, JSON, or a page as Markdown, HTML or PDF."
    ),
    "help-law-out": Text(
        "Mapp att skriva sidan till; annars skrivs den ut, utom PDF som hamnar i build.",
        "Folder to write the page to; else it is printed, except for PDF, which goes to build.",
    ),
    "unknown-rule": Text(
        "Regeln {value} finns inte.{guess} Se alla med: samverkan rules",
        "There is no rule {value}.{guess} See all with: samverkan rules",
    ),
    "level-of-form": Text(
        "{value} gäller dokumentens form, som inte ändras under Regler (`rules`) i samverkan.yaml. Ta bort raden; med --ignore"
        " {value} visas det inte i en körning.",
        "{value} is about the form of documents, which `rules` in samverkan.yaml does not change. Delete the line; with"
        " --ignore {value} it is not shown in a run.",
    ),
    "look-missing": Text(
        "{value} finns inte. Rätta sökvägen under Utseende (`look`) i samverkan.yaml; den räknas från mappen där den filen ligger.",
        "{value} does not exist. Correct the path under `look` in samverkan.yaml; it starts in that file's folder.",
    ),
    "look-outside": Text(
        "{value} ligger utanför arbetsytan och används inte. Lägg filen i arbetsytan.",
        "{value} lies outside the workspace and is not used. Put the file in the workspace.",
    ),
    "option-missing": Text("{value} finns inte. Rätta sökvägen.", "{value} does not exist. Correct the path."),
    "bad-colour": Text(
        "{value} är inte en färg. Skriv # och sex tecken (0–9, a–f), till exempel #1f4e79.",
        "{value} is not a colour. Write # and six characters (0–9, a–f), such as #1f4e79.",
    ),
    "file-without-source": Text(
        "{path} finns kvar, men dokumentet som den skapades från finns inte längre. Ta bort filen om den inte behövs.",
        "{path} is still there, but the document that it was made from is gone. Delete the file if it is not needed.",
    ),
    "not-made-here": Text(
        "Filen ligger i samma mapp som dokumentet och är inte gjord av samverkan, så den skrivs inte över. Flytta den,"
        " ange en annan mapp med --out, eller ersätt den med --force.",
        "The file lies in the same folder as the document and was not made by samverkan, so it is not overwritten. Move"
        " it, name another folder with --out, or replace it with --force.",
    ),
    "render-same-id": Text(
        "{id} är id för flera dokument: {files}. Inget av dem skrivs; ge dem olika id, eller rendera dem var för sig.",
        "{id} is the id of several documents: {files}. None is written; give them different ids, or render them apart.",
    ),
    "help-organisation": Text(
        "Organisationens namn, överst i dokumenten.", "The organisation's name, at the top of documents."
    ),
    "help-logo": Text("Logotyp: PNG, JPEG eller SVG.", "Logo: PNG, JPEG or SVG."),
    "help-colour": Text("Färg på rubriker och linjer.", "Colour of headings and lines."),
    "help-fonts": Text("Mapp med typsnitt för PDF.", "Folder of fonts for PDF."),
    "help-word-template": Text("Wordfil vars format används.", "Word file whose styles are used."),
    "help-template-dir": Text(
        "Mapp med egna mallar; en mall ersätter den inbyggda med samma namn.",
        "Folder of your own templates; each replaces the built-in one of the same name.",
    ),
    "help-signature-fields": Text(
        "Ett tomt underskriftsfält för varje undertecknare i PDF:en, för en signeringstjänst.",
        "An empty signature field for each signatory in the PDF, for a signing service.",
    ),
    "help-collected": Text(
        "En fil för varje överenskommelse, med de dokument som hör till den som bilagor.",
        "One file for each agreement, with all that belongs to it as annexes.",
    ),
    "help-render-check": Text(
        "Visa om filerna är aktuella, utan att skriva något. Slutar med 1 om de inte är det.",
        "Say whether the files are up to date, without writing. Ends with 1 if they are not.",
    ),
    "help-force": Text("Gör om även aktuella filer.", "Make files again even if they are up to date."),
    "look-not-a-folder": Text("{value} är inte en mapp. Ange en mapp.", "{value} is not a folder. Name a folder."),
    "look-too-big": Text(
        "{value} är för stor. Högst {most} MB går att använda; gör bilden mindre.",
        "{value} is too big. At most {most} MB can be used; make the picture smaller.",
    ),
    "look-unreadable": Text(
        "Det gick inte att läsa {value}: {why}. Kontrollera filen och rättigheterna.",
        "Could not read {value}: {why}. Check the file and the permissions.",
    ),
    "look-not-a-logo": Text(
        "{value} är inte en bild i formatet PNG, JPEG eller SVG. Spara logotypen i något av dem.",
        "{value} is not a PNG, JPEG or SVG picture. Save the logo as one of them.",
    ),
    "look-logo-unsafe": Text(
        "{value} innehåller skript eller hänvisar till andra filer och används inte. Spara om logotypen som ren SVG.",
        "{value} holds scripts or refers to other files and is not used. Save the logo again, as plain SVG.",
    ),
    "look-not-word": Text(
        "{value} är inte en Wordfil (.docx). Spara mallen som ett Worddokument.",
        "{value} is not a Word file (.docx). Save the template as a Word document.",
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
    "templates-exist": Text(
        "{path} finns redan. Välj en tom mapp, eller skriv över med --force.",
        "{path} exists already. Choose an empty folder, or overwrite with --force.",
    ),
    "templates-copied": Text(
        "{count} mallar kopierade till {folder}. Behåll dem du ändrar; övriga kan tas bort.",
        "{count} templates copied to {folder}. Keep those that you change; the others can be deleted.",
    ),
    "example-unknown": Text(
        "Exemplet {name} finns inte. Välj ett av: {known}.",
        "There is no example {name}. Choose one of: {known}.",
    ),
    "example-where": Text(
        "Ange mappen som exemplet ska skrivas till, till exempel: samverkan example {name} --out exempel",
        "Name the folder to write the example to, such as: samverkan example {name} --out example",
    ),
    "example-exists": Text(
        "{path} finns redan och ändras inte, och inget annat är skrivet. Ange en annan mapp med --out.",
        "{path} exists already and is left as it is, and nothing else was written. Name another folder with --out.",
    ),
    "example-written": Text(
        "Antal filer skrivna i {folder}: {count}. Byt det påhittade mot ert eget, och kör: samverkan validate {folder}",
        "Files written to {folder}: {count}. Put your own in place of what is made up, and run: samverkan validate {folder}",
    ),
    "example-how": Text(
        "Skriv ett av dem till en mapp med: samverkan example NAMN --out MAPP",
        "Write one of them to a folder with: samverkan example NAME --out DIR",
    ),
    "example-agreement": Text("Den minsta användbara överenskommelsen.", "The smallest useful agreement."),
    "example-situation-picture": Text("Den minsta användbara lägesbilden.", "The smallest useful situation picture."),
    "example-cause-analysis": Text(
        "Den minsta användbara orsaksanalysen, med sin lägesbild.",
        "The smallest useful cause analysis, with its situation picture.",
    ),
    "example-action-plan": Text(
        "Den minsta användbara åtgärdsplanen, med sin lägesbild.",
        "The smallest useful action plan, with its situation picture.",
    ),
    "example-citizen-promise": Text("Det minsta användbara medborgarlöftet.", "The smallest useful citizen promise."),
    "example-communication-plan": Text(
        "Den minsta användbara kommunikationsplanen.", "The smallest useful communication plan."
    ),
    "example-follow-up": Text(
        "Den minsta användbara uppföljningen, med sitt medborgarlöfte.",
        "The smallest useful follow-up, with its citizen promise.",
    ),
    "example-workspace": Text(
        "Den minsta användbara filen med inställningar för en mapp, samverkan.yaml.",
        "The smallest useful file of settings for a folder, samverkan.yaml.",
    ),
    "example-exempelkommun": Text(
        "En påhittad kommun med alla sina dokument.", "A made-up municipality with all its documents."
    ),
    "new-of-what": Text(
        "Ange vad som ska följas upp med --of och dokumentets id, till exempel: samverkan new follow-up --of atgardsplan-2026",
        "Name what is to be reviewed with --of and the document's id, such as: samverkan new follow-up --of plan-2026",
    ),
    "new-unknown": Text(
        "Inget dokument har id {id}. De som kan följas upp är: {known}.",
        "No document has the id {id}. Those that can be reviewed are: {known}.",
    ),
    "new-ambiguous": Text(
        "Flera dokument har id {id}: {files}. Ange mappen eller filen också.",
        "Several documents have the id {id}: {files}. Name the folder or the file as well.",
    ),
    "new-not-reviewed": Text(
        "{id} är av typen {kind}, som inte följs upp. Välj en överenskommelse, en plan eller ett löfte.",
        "{id} is of kind {kind}, which is not reviewed. Choose an agreement, a plan or a promise.",
    ),
    "new-not-whole": Text(
        "{id} har fel i {file} och kan inte följas upp än. Se dem med: samverkan validate {file}",
        "{id} has errors in {file} and cannot be reviewed yet. See them with: samverkan validate {file}",
    ),
    "new-two-workspaces": Text(
        "Dokumenten {ids} hör till olika arbetsytor. Gör en uppföljning för varje.",
        "The documents {ids} belong to different workspaces. Make one follow-up for each.",
    ),
    "new-exists": Text(
        "{path} finns redan och ändras inte. Fyll i den, eller välj en annan fil med --out.",
        "{path} exists already and is left as it is. Fill it in, or choose another file with --out.",
    ),
    "new-written": Text(
        "Filen {path} är skriven. Fyll i det som är tomt, och kör: samverkan validate {path}",
        "The file {path} is written. Fill in what is empty, and run: samverkan validate {path}",
    ),
    "nothing-countable": Text(
        "Utan bestämt datum: {documents}. Sådana villkor visas med --all.",
        "Without a set date: {documents}. Such terms are listed by --all.",
    ),
    "nothing-to-report": Text(
        "I {paths} finns ingen överenskommelse eller plan och inget löfte som går att läsa. Ange en mapp eller fil "
        "där något av dem finns.",
        "There is no agreement, plan or promise that can be read in {paths}. Name a folder or file with one of them.",
    ),
    "nothing-to-check": Text(
        "Inga samverkansdokument finns i ”{paths}”. Ett dokument är en fil vars namn slutar på .yaml och som börjar med `samverkan: 1`.",
        "There are no samverkan documents in “{paths}”. A document is a .yaml file that begins with `samverkan: 1`.",
    ),
    "followup-incomplete": Text(
        "Dokumenten har {count} fel, så listan kan sakna rader. Se dem med: samverkan validate",
        "The documents have {count} errors, so rows may be missing. See them with: samverkan validate",
    ),
    "bad-within": Text(
        "{value} är inte ett antal dagar. Skriv till exempel --within 90d.",
        "{value} is not a number of days. Write, for instance, --within 90d.",
    ),
    "unknown-kind": Text(
        "Dokumenttypen {value} finns inte. Välj en av: {known}.",
        "There is no document kind {value}. Choose one of: {known}.",
    ),
    "unknown-format": Text(
        "Formatet {value} finns inte. Välj bland: {known}, med komma mellan.",
        "There is no format {value}. Choose among: {known}, with commas between.",
    ),
    "render-incomplete": Text(
        "Dokumenten har {count} fel; dokument som inte kan läsas i sin helhet skrivs inte ut. Se felen med: samverkan validate",
        "The documents have {count} errors; those that cannot be read in full are not rendered. See them with: samverkan validate",
    ),
    "word-template-lacks": Text(
        "Wordmallen {path} saknar {count} av de format som dokumenten använder, bland dem {one}. De tas från den"
        " inbyggda mallen, med typsnitten i er mall. Vill ni ändra dem finns alla i reference.docx, som"
        " samverkan templates copy MAPP skriver.",
        "The Word template {path} lacks {count} of the styles that documents use, {one} among them. They are taken"
        " from the built-in one, in your template's fonts. To change them, run samverkan templates copy DIR: it writes"
        " reference.docx, which has them all.",
    ),
    "help-formats": Text("Format, med komma mellan.", "Formats, with commas between."),
    "help-render-out": Text("Mapp att skriva till.", "Folder to write to."),
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
    "typst-refused": Text(
        "PDF:en kan inte göras tillgänglig och arkivbeständig: {why}. Rätta texten som nämns.",
        "The PDF cannot be made accessible and fit for the archive: {why}. Correct the text that is named.",
    ),
    "schema-of-what": Text(
        "Ange en dokumenttyp ({known}), eller en mapp för alla: samverkan schema --out schemas",
        "Name a document kind ({known}), or a folder for all of them: samverkan schema --out schemas",
    ),
    "interrupted": Text("Avbrutet.", "Interrupted."),
    "output-failed": Text(
        "Det gick inte att skriva ut: {why}. Kanske är disken full; frigör plats och försök igen.",
        "The output could not be written: {why}. Perhaps the disk is full; free some room and try again.",
    ),
    "our-fault": Text(
        "Ett internt fel uppstod i samverkan. Rapportera det och bifoga loggen {log}.",
        "An internal error occurred in samverkan. Report it and attach the log {log}.",
    ),
    # Wrong use of the command line.
    "no-such-option": Text(
        "Flaggan {option} finns inte. Se flaggorna med --help.",
        "There is no option {option}. See the options with --help.",
    ),
    "no-such-option-near": Text(
        "Flaggan {option} finns inte. Menade du {near}? Se flaggorna med --help.",
        "There is no option {option}. Did you mean {near}? See the options with --help.",
    ),
    "missing-parameter": Text(
        "{name} saknas. Se hur kommandot används med --help.",
        "{name} is missing. See how the command is used with --help.",
    ),
    "bad-parameter": Text(
        "Värdet för {name} går inte att använda. Se vad som kan stå där med --help.",
        "The value of {name} cannot be used. See what may stand there with --help.",
    ),
    "bad-option": Text(
        "Flaggan {option} är fel använd, kanske utan värde. Se flaggorna med --help.",
        "The option {option} is used wrongly, perhaps without a value. See the options with --help.",
    ),
    "bad-usage": Text(
        "Kommandot går inte att förstå: {what} Se kommandona med samverkan --help.",
        "The command cannot be understood: {what} See the commands with samverkan --help.",
    ),
    # Help.
    "help-samverkan": Text(
        "Granska, skriv ut och följ upp samverkansöverenskommelser som textfiler.",
        "Check, render and follow up cooperation agreements kept as text files.",
    ),
    "help-validate": Text(
        "Granska dokument: fel med rad, kolumn och vad som ska göras.",
        "Check documents: faults with line, column and what to do.",
    ),
    "help-render": Text(
        "Gör färdiga dokument att skriva under, publicera och arkivera.",
        "Make finished documents to sign, publish and archive.",
    ),
    "help-followup": Text(
        "Visa vilka uppföljningar som är försenade eller kommer, och varför.",
        "Show which follow-ups are overdue or coming, and why.",
    ),
    "help-report": Text(
        "Gör en rapport över tid: varje mål med sina siffror och varje åtagande, enligt uppföljningarna.",
        "Make a report over time: every goal with its figures and every commitment, according to the follow-ups.",
    ),
    "help-templates": Text(
        "Kopiera de inbyggda mallarna till en mapp, så att de kan ändras.",
        "Copy the built-in templates to a folder, to change them.",
    ),
    "help-templates-action": Text("Vad som görs: copy.", "What is done: copy."),
    "help-templates-out": Text("Mappen att kopiera till.", "The folder to copy to."),
    "help-templates-force": Text("Skriv över det som finns.", "Overwrite what is there."),
    "help-example": Text(
        "Skriv en exempelfil att utgå från; utan namn listas de som finns.",
        "Write an example file to start from; without a name, list those that there are.",
    ),
    "help-example-name": Text(
        "Exemplets namn: en dokumenttyp eller exempelkommun.", "The example's name: a document kind or exempelkommun."
    ),
    "help-example-out": Text(
        "Mappen att skriva till. Det som finns där skrivs aldrig över.",
        "The folder to write to. What is there is never overwritten.",
    ),
    "help-new": Text(
        "Skriv en ny uppföljning att fylla i, med allt som ska följas upp.",
        "Write a new follow-up to fill in, with everything that is to be reviewed.",
    ),
    "help-new-kind": Text("Typ av dokument: follow-up.", "The kind of document: follow-up."),
    "help-new-of": Text(
        "Id för det som följs upp; flera med komma mellan.", "The id of what is reviewed; several with commas between."
    ),
    "help-new-out": Text(
        "Filen att skriva. Annars i samma mapp som dokumentet som följs upp.",
        "The file to write. Otherwise beside the document that is reviewed.",
    ),
    "help-schema": Text(
        "Skriv ut JSON-scheman, som ger stöd i textredigeraren.",
        "Print the JSON Schemas that give support in editors.",
    ),
    "help-version": Text("Visa versionen.", "Show the version."),
    "help-lang": Text(
        "Språk för meddelanden; får stå var som helst på raden. Annars datorns språk.",
        "Language of messages; may stand anywhere on the line. Otherwise the computer's language.",
    ),
    "help-paths": Text(
        "Filer och mappar, - för standardindata. Utelämnas för mappen du står i.",
        "Files and folders, - for the standard input. Leave out for the current folder.",
    ),
    "help-today": Text(
        "Dagen att räkna från, till exempel 2026-11-20. Annars dagens datum.",
        "The day to count from, such as 2026-11-20. Otherwise today.",
    ),
    "help-rows-format": Text(
        "Text, eller en fil: JSON, CSV, kalender, Markdown, webbsida.",
        "Text, or a file: JSON, CSV, calendar, Markdown, web page.",
    ),
    "help-within": Text(
        "Bara det som är försenat eller infaller inom så många dagar.",
        "Only what is overdue or falls due within so many days.",
    ),
    "help-row-kinds": Text(
        "Bara dokument av dessa typer, med komma mellan.", "Only documents of these kinds, with commas between."
    ),
    "help-party": Text(
        "Bara det som gäller en part (del av namnet) eller alla.",
        "Only what concerns a party (part of its name) or all.",
    ),
    "help-responsible": Text(
        "Bara det som någon ansvarar för (del av namn eller roll).",
        "Only what someone is responsible for (part of name or role).",
    ),
    "help-fail-on": Text(
        "Sluta med kod 1 om något är försenat (overdue) eller snart ska göras (soon).",
        "End with code 1 if something is overdue (overdue) or due soon (soon).",
    ),
    "help-all": Text(
        "Även det som saknar bestämt datum, som ”löpande”.", "Also what has no set date, such as continuously."
    ),
    "help-spread": Text(
        "Föreslå andra dagar när många uppföljningar infaller samma vecka.",
        "Propose other days where many follow-ups fall in the same week.",
    ),
    "help-show": Text(
        "Visa röda tråden: problem, orsak, mål, åtgärd och utfall, och vad som saknas.",
        "Show the golden thread: problem, cause, goal, measure and outcome, and what is missing.",
    ),
    "help-fingerprint": Text(
        "Skriv ut texternas kontrollkoder, för att jämföra en utskrift med filen.",
        "Print the fingerprints of the texts, to compare a printout with its file.",
    ),
    "help-rules": Text("Visa alla regler med allvarlighetsgrad och källa.", "List all rules with severity and source."),
    "help-explain": Text(
        "Förklara en regel eller ett annat påpekande, med exempel.", "Explain a rule or another finding, with examples."
    ),
    "help-rule": Text(
        "Namnet som står inom hakparentes, till exempel unknown-key.", "The name in brackets, such as unknown-key."
    ),
    "help-rules-format": Text("Text, JSON eller Markdown.", "Text, JSON or Markdown."),
    "help-show-format": Text(
        "Ett träd, eller en tabell som JSON, Markdown eller HTML.", "A tree, or a table as JSON, Markdown or HTML."
    ),
    "help-select": Text(
        "Bara dessa regler eller familjer, med komma mellan.", "Only these rules or families, with commas between."
    ),
    "help-ignore": Text(
        "Inte dessa regler eller familjer, med komma mellan.", "Not these rules or families, with commas between."
    ),
    "help-notes": Text("Visa även noteringar.", "Show notes too."),
    "help-strict": Text(
        "Sluta med kod 1 även om bara varningar finns.", "End with code 1 also if there are only warnings."
    ),
    "help-fail-level": Text(
        "Sluta med kod 1 om något så allvarligt eller allvarligare finns: error (fel), warning (varning) eller note"
        " (notering).",
        "End with code 1 if something as serious as this, or more so, is found: error, warning or note.",
    ),
    "help-format": Text("Text för människor eller JSON för program.", "Text for people or JSON for programs."),
    "help-kind": Text("Dokumenttyp, till exempel agreement.", "Document kind, such as agreement."),
    "help-schema-out": Text(
        "Mapp att skriva scheman till; alla typer om ingen anges.",
        "Folder to write schemas to; all kinds unless one is named.",
    ),
}

HELP_WORDS = (
    ("Usage: ", "Användning: "),
    ("\nOptions:", "\nFlaggor:"),
    ("\nArguments:", "\nArgument:"),
    ("\nCommands:", "\nKommandon:"),
    ("[OPTIONS]", "[FLAGGOR]"),
    ("[ARGS]...", "..."),
    ("COMMAND", "KOMMANDO"),
    ("Show this message and exit.", "Visa den här hjälpen."),
    ("[default:", "[förval:"),
    ("[required]", "[krävs]"),
    ("PATHS", "FILER"),
)
"""The words that the library writes into a help page, and ours for them in Swedish."""


HELP_NAMES: dict[str, str] = {
    "DATE": "DATUM",
    "DIR": "MAPP",
    "FILE": "FIL",
    "NAME": "NAMN",
    "RULES": "REGLER",
    "RULE": "REGEL",
    "KINDS": "TYPER",
    "[KIND]": "[TYP]",
    "CODE": "KOD",
}
"""What stands for a value in a help page, and the same in Swedish."""


def has_sentence(key: str) -> bool:
    """Tell whether there is a sentence of that name."""
    return key in _SENTENCES


def sentence(key: str, **fields: FieldValue) -> Text:
    """Look up a sentence of the commands by its key and fill in its fields."""
    return _SENTENCES[key].with_fields(**fields)
