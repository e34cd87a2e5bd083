"""Sentences of the commands themselves, by their keys: their errors and what they report."""

from __future__ import annotations

from samverkan.words.editable import EDITABLE
from samverkan.words.formatting import FORMATTING
from samverkan.words.help import HELP
from samverkan.words.rendering import RENDERING
from samverkan.words.sentence import FieldValue, Text
from samverkan.words.signing import SIGNING
from samverkan.words.starting import STARTING

_SENTENCES: dict[str, Text] = {
    "cannot-read": Text(
        "Det gick inte att läsa {file}: {why}. Kontrollera namnet och rättigheterna.",
        "Could not read {file}: {why}. Check the name and the permissions.",
    ),
    # Why a file could not be read; stands after a colon.
    "why-missing": Text("den finns inte", "it does not exist"),
    "why-forbidden": Text("du har inte rätt att läsa den", "you may not read it"),
    "why-not-a-file": Text("det är inte en vanlig fil", "it is not an ordinary file"),
    "why-outside": Text(
        "den ligger utanför mappen, eller är en länk som leder ut ur den",
        "it is outside the folder, or is a link that leads out of it",
    ),
    "why-too-large": Text("den är större än {most} kB", "it is larger than {most} kB"),
    "why-long-name": Text("namnet eller sökvägen är för lång", "the name or the path is too long"),
    "why-leads-nowhere": Text(
        "det är en länk till en fil som inte finns", "it is a link to a file that does not exist"
    ),
    "why-odd-name": Text("namnet är inte skrivet i UTF-8", "its name is not written in UTF-8"),
    "why-circle": Text("länkarna leder runt i en ring", "its links lead round in a circle"),
    "why-closed-folder": Text(
        "det är en mapp som inte går att öppna ({why})", "it is a folder that cannot be opened ({why})"
    ),
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
        "Det gick inte att skriva {path}: {why}. Kontrollera mappen och rättigheterna, eller välj en annan mapp.",
        "Could not write {path}: {why}. Check the folder and the permissions, or choose another folder.",
    ),
    "no-temporary-folder": Text(
        "Det finns ingen mapp där tillfälliga filer kan skrivas, och utan dem kan dokumentet inte göras. Ange en med "
        "miljövariabeln TMPDIR och försök igen.",
        "There is no folder that temporary files can be written to, and without them the document cannot be made. Name "
        "one by the environment variable TMPDIR and try again.",
    ),
    "is-a-folder": Text("det är en mapp", "it is a folder"),
    "is-no-folder": Text("det är inte en mapp", "it is not a folder"),
    "unknown-language": Text(
        "Språket {value} finns inte. Välj ett av: {known}.",
        "There is no language {value}. Choose one of: {known}.",
    ),
    "no-value": Text("Ett tomt värde", "An empty value"),
    "no-such-party": Text(
        "Inget i listan gäller parten {value}. De parter som nämns är: {known}.",
        "There is nothing to do for the party {value}. The parties that are named are: {known}.",
    ),
    "no-such-responsible": Text(
        "{value} är inte ansvarig för något i listan. De ansvariga som nämns är: {known}.",
        "{value} is not in charge of anything to do. Those in charge who are named are: {known}.",
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
        "{folder} has both samverkan.yaml and samverkan.yml. Keep one of them.",
    ),
    "bad-settings": Text(
        "Inställningarna i {file}, rad {line}: {what} {cure}",
        "The settings in {file}, line {line}: {what} {cure}",
    ),
    "settings-paste": Text("  Klistra in:", "  Paste:"),
    "settings-pasted": Text("    {line}", "    {line}"),
    "settings-of-others": Text(
        "Inställningarna {file} hör till en annan användare och ligger ovanför det du angav, så de används inte utan att du"
        " säger det. Ange mappen {folder} om de ska gälla, eller lägg en egen samverkan.yaml närmare dokumenten.",
        "The settings {file} belong to another user and lie above what you named, so they are not used unless you say"
        " so. Name the folder {folder} if they are to apply, or put a samverkan.yaml of your own closer to the documents.",
    ),
    "one-to-standard-output": Text(
        "Bara en fil kan skrivas till standardutdata, men här är det {documents} dokument i {formats} format. Ange en fil och ett format, till exempel: samverkan render avtal.yaml --format md --out -",
        "Only one file can be written to the standard output, but here are {documents} documents in {formats} formats. Name one file and one format, for example: samverkan render agreement.yaml --format md --out -",
    ),
    "no-folder-named": Text(
        "Här skrivs flera filer, så standardutdata (-) räcker inte. Ange en mapp.",
        "Several files are written here, so the standard output (-) will not do. Name a folder.",
    ),
    "quiet-or-verbose": Text(
        "--quiet och --verbose säger emot varandra. Välj en av dem.",
        "--quiet and --verbose contradict each other. Choose one of them.",
    ),
    "reads-with-settings": Text(
        "Arbetsytan {folder}: inställningar i samverkan.yaml, {files} dokument läses, {asked} av dem granskas.",
        "The workspace {folder}: settings in samverkan.yaml, {files} documents are read, {asked} of them are checked.",
    ),
    "reads-without-settings": Text(
        "Ingen arbetsyta (samverkan.yaml saknas): {files} dokument läses, {asked} av dem granskas.",
        "No workspace (there is no samverkan.yaml): {files} documents are read, {asked} of them are checked.",
    ),
    "reads-file": Text("Läser {file} ({kind}).", "Reads {file} ({kind})."),
    "passes-over-file": Text(
        "Läser inte {file}, som inte börjar med `samverkan: 1`.",
        "Does not read {file}, which does not begin with `samverkan: 1`.",
    ),
    "leaves-out-file": Text(
        "Läser inte {file}, som utelämnas av {by}.",
        "Does not read {file}, which {by} leaves out.",
    ),
    "bad-baseline": Text(
        "{path} kan inte användas som lista över kända påpekanden: {why}. Skriv en ny med: samverkan validate"
        " --write-baseline kanda.json",
        "{path} cannot be used as a list of known findings: {why}. Write a new one with: samverkan validate"
        " --write-baseline known.json",
    ),
    "why-no-baseline": Text("den är ingen sådan lista", "it is no such list"),
    "baseline-written": Text(
        "{count} påpekanden står nu i {path} och visas inte när listan anges med --baseline.",
        "{count} findings now stand in {path} and are not shown where the list is named with --baseline.",
    ),
    "baseline-known": Text(
        "{count} kända påpekanden visas inte.",
        "{count} known findings are not shown.",
    ),
    "baseline-gone": Text(
        "{count} av de kända finns inte längre. Skriv listan på nytt med --write-baseline, så kommer de inte tillbaka"
        " obemärkt.",
        "{count} of the known ones are no longer found. Write the list anew with --write-baseline, so that they do not"
        " come back unnoticed.",
    ),
    "watching": Text(
        "Väntar på att något sparas. Avsluta med Ctrl-C.", "Waiting for something to be saved. Press Ctrl-C to end."
    ),
    "watch-no-extra": Text(
        '--watch kräver tilläggsprogram. Installera dem med: pip install "samverkan[preview]"',
        '--watch requires more programs. Install them with: pip install "samverkan[preview]"',
    ),
    "watch-stdin": Text(
        "--watch granskar filer när de sparas, och standardindata sparas aldrig. Ange filer eller mappar.",
        "--watch checks files when they are saved, and what comes on standard input never is. Name files or folders.",
    ),
    "watch-or-write": Text(
        "Med --watch skulle --write-baseline skriva listan på nytt varje gång något sparas, även med det som är nytt. Ta bort en av dem.",
        "With --watch, --write-baseline would write the list anew at each save, with all that is new. Take one of them"
        " away.",
    ),
    "cannot-watch": Text(
        "Mapparna kan inte bevakas: {why}. Kör utan --watch.",
        "The folders cannot be watched: {why}. Run without --watch.",
    ),
    "process-lost": Text(
        "En process som granskade en del av filerna avslutades utifrån, kanske för att minnet tog slut. Allt granskades"
        " i stället i en enda process. Händer det igen, kör med --jobs 1.",
        "A process that checked some of the files was ended from outside, perhaps because memory ran out. Everything was"
        " checked in a single process instead. If it happens again, run with --jobs 1.",
    ),
    "poster-or-collected": Text(
        "--poster och --collected gör olika filer. Kör kommandot en gång med var och en av dem.",
        "--poster and --collected make different files. Run the command once with each of them.",
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
        "Ingen kommun finns i dokumenten i {paths}. Ange kommunen under Parter (`parties`), med kommun som Typ (`type: municipality`) och med Kommunkod (`code`).",
        "The documents in {paths} name no municipality. State it under `parties`, with `type: municipality` and `code`.",
    ),
    "unknown-rule": Text(
        "Regeln {value} finns inte.{guess} Se alla med: samverkan rules",
        "There is no rule {value}.{guess} See all with: samverkan rules",
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
    **SIGNING,
    **STARTING,
    **EDITABLE,
    **FORMATTING,
    "new-of-what": Text(
        "Ange vad som ska följas upp med --of och dokumentets id, till exempel: samverkan new follow-up --of atgardsplan-2026",
        "Name what is to be reviewed with --of and the document's id, such as: samverkan new follow-up --of plan-2026",
    ),
    "new-unknown": Text(
        "Inget dokument har id {id}. De som kan följas upp är: {known}.",
        "No document has the id {id}. Those that can be reviewed are: {known}.",
    ),
    "new-unknown-of": Text(
        "Inget dokument har id {id}. De som finns är: {known}.",
        "No document has the id {id}. These are there: {known}.",
    ),
    "new-follow-up-year": Text(
        "--year gäller inte uppföljningar, som får sin tid från dokumentet. Ta bort --year.",
        "--year is not for follow-ups: they follow the document's time. Leave out --year.",
    ),
    "new-which": Text(
        "Flera överenskommelser kan avses: {ids}. Ange en av dem med --of.",
        "Several agreements may be meant: {ids}. Name one of them with --of.",
    ),
    "new-which-workspace": Text(
        "Dokumenten hör till olika arbetsytor, med till exempel {ids}. Ange mappen som det nya dokumentet hör till.",
        "The documents belong to different workspaces, with {ids} for instance. Name the folder that the new one belongs to.",
    ),
    "path-too-long": Text(
        "Sökvägen som börjar med {start} är längre än någon sökväg kan vara. Kontrollera den.",
        "The path that begins with {start} is longer than any path can be. Check it.",
    ),
    "new-nothing-read": Text(
        "Inget dokument kunde läsas. Se felen i {files} med: samverkan validate",
        "No document could be read. See the errors in {files} with: samverkan validate",
    ),
    "new-id-unread": Text(
        "{id} verkar stå i en fil som inte går att läsa: {files}. Rätta den först. Se felen med: samverkan validate {file}",
        "{id} seems to stand in a file that cannot be read: {files}. Mend it first. See the errors with: samverkan validate {file}",
    ),
    "new-agreement-unread": Text(
        "Det finns ingen överenskommelse som går att läsa. De här filerna går inte att läsa: {files}. Rätta dem först. Se felen med: samverkan validate {file}",
        "There is no agreement that can be read. These files cannot be read: {files}. Mend them first. See the errors with: samverkan validate {file}",
    ),
    "new-left-unread": Text(
        "Det nya dokumentet bygger inte på de filer som inte går att läsa: {files}. Se felen med: samverkan validate {file}",
        "The new document is not made from the files that cannot be read: {files}. See the errors with: samverkan validate {file}",
    ),
    "new-too-large": Text(
        "Det nya dokumentet skulle bli större än {most} KiB, och så stora läses inte. Utgå från ett mindre dokument.",
        "The new document would be larger than {most} KiB, and is not read then. Make it from a smaller document.",
    ),
    "new-not-read": Text(
        "{id} har fel i {file}, så inget nytt dokument kan utgå från det än. Se felen med: samverkan validate {file}",
        "{id} has errors in {file}, and nothing can be made from it yet. See them with: samverkan validate {file}",
    ),
    "new-without-agreement": Text(
        "Det finns ingen överenskommelse att utgå från. Börja med: samverkan init",
        "There is no agreement to start from. Begin with: samverkan init",
    ),
    "new-without-picture": Text(
        "Det finns ingen lägesbild att analysera. Börja med: samverkan new situation-picture",
        "There is no situation picture to analyse. Begin with: samverkan new situation-picture",
    ),
    "new-ambiguous": Text(
        "Flera dokument har id {id}: {files}. Ange mappen eller filen också.",
        "Several documents have the id {id}: {files}. Name the folder or the file as well.",
    ),
    "new-not-reviewed": Text(
        "{id} är av typen {kind}, som inte följs upp. Välj en överenskommelse, en plan eller ett löfte.",
        "{id} is of the kind {kind}, which is not reviewed. Choose an agreement, a plan or a promise.",
    ),
    "new-not-whole": Text(
        "{id} har fel i {file} och kan inte följas upp än. Se dem med: samverkan validate {file}",
        "{id} has errors in {file} and cannot be reviewed yet. See them with: samverkan validate {file}",
    ),
    "new-two-workspaces": Text(
        "Dokumenten {ids} hör till olika arbetsytor. Gör en uppföljning för varje.",
        "The documents {ids} belong to different workspaces. Make one follow-up for each.",
    ),
    "fix-not-whole": Text(
        "Andra fel hindrar att hela dokumentet läses: {files}. Se dem med: samverkan validate",
        "Other errors keep the whole document from being read: {files}. See them with: samverkan validate",
    ),
    "fix-nothing": Text("Det finns inget att rätta.", "There is nothing to mend."),
    "fix-nothing-safe": Text(
        "Inget av det som är fel kan rättas utan att ni väljer. Se felen, och de rader som går att klistra in: samverkan validate",
        "Nothing of what is wrong can be mended without your choice. See it, with lines to paste: samverkan validate",
    ),
    "fix-rest": Text(
        "Annat får ni välja själva i {files}. Se det, och de rader som går att klistra in: samverkan validate",
        "The rest is for you to choose in {files}. See it, with lines to paste: samverkan validate",
    ),
    "fix-left": Text("Ingenting är ändrat.", "Nothing is changed."),
    "fix-stdin": Text(
        "Bara filer kan rättas, inte standardindata. Ange filens namn.",
        "Only files can be mended, not the standard input. Name the file.",
    ),
    "fix-unreadable": Text("{file} kan inte läsas: {why}.", "{file} cannot be read: {why}."),
    "fix-agreed": Text(
        "{file} lämnas som den är: rättningen skulle ändra den avtalade texten, så att kontrollkoden inte stämmer. Rätta den för hand.",
        "{file} is left as it is: mending it would change the agreed text, so that its fingerprint no longer fits. Mend it by hand.",
    ),
    "fix-nobody": Text(
        "Här finns ingen att fråga. Lägg till --yes för att skriva ändringarna, eller --diff för att bara se dem.",
        "There is nobody to ask here. Add --yes to write the changes, or --diff only to see them.",
    ),
    "fix-one": Text("Skriva ändringarna i filen? [j/N]", "Write the changes to the file? [y/N]"),
    "fix-several": Text("Skriva ändringarna i {count} filer? [j/N]", "Write the changes to {count} files? [y/N]"),
    "fix-changed": Text(
        "{file} skrivs inte: den har ändrats under tiden. Kör kommandot igen.",
        "{file} is not written: it has been changed meanwhile. Run the command again.",
    ),
    "fix-link": Text(
        "{file} skrivs inte, för den är en länk till en annan fil. Ange den fil som länken leder till.",
        "{file} is not written, for it is a link to another file. Name the file that it leads to.",
    ),
    "fix-written": Text("Rättad: {file}", "Mended: {file}"),
    "new-exists": Text(
        "{path} finns redan och ändras inte. Fyll i den, eller välj en annan fil med --out.",
        "{path} exists already and is left as it is. Fill it in, or choose another file with --out.",
    ),
    "new-written": Text(
        "Filen {path} är skriven. Fyll i det som är tomt på rad {rows}, och kör: samverkan validate {path}",
        "The file {path} is written. Fill in what is empty on line {rows}, and run: samverkan validate {path}",
    ),
    "new-written-whole": Text(
        "Filen {path} är skriven. Läs igenom den, och kör: samverkan validate {path}",
        "The file {path} is written. Read it through, and run: samverkan validate {path}",
    ),
    "outside-thread": Text(
        "Hör inte till någon överenskommelse eller plan, eller till något löfte, och visas därför inte: {documents}. "
        "Hänvisa till dem där de hör hemma.",
        "Belong to no agreement, plan or promise, and so are not shown: {documents}. Refer to them where they belong.",
    ),
    "without-day": Text(
        "Har bara villkor utan bestämt datum: {documents}. Visa dem med: --all",
        "Have only terms without a set date: {documents}. Show them with: --all",
    ),
    "without-day-listed": Text(
        "Har bara villkor utan bestämt datum: {documents}.", "Have only terms without a set date: {documents}."
    ),
    "nothing-to-count": Text(
        "Har inget villkor att räkna, varken slut, tider eller hur ofta: {documents}. Lägg till det om det står i "
        "dokumentet.",
        "Have no terms to count, neither an end, times nor how often: {documents}. Add them if the document has them.",
    ),
    "no-known-start": Text(
        "Gäller en viss tid, men det framgår inte från när: {documents}. Skriv in dagen för undertecknandet eller "
        "beslutet när den är känd.",
        "Apply for some time, but do not tell from when: {documents}. Add the day of the signing or the decision when it "
        "is known.",
    ),
    "not-made-yet": Text(
        "Fanns inte {day} enligt sina datum, och räknas därför inte: {documents}.",
        "Did not exist on {day} by their dates, and so are not counted: {documents}.",
    ),
    "nothing-to-report": Text(
        "I {paths} finns ingen överenskommelse eller plan och inget löfte som går att läsa. Ange en mapp eller fil där något av dem finns.",
        "There is no agreement, plan or promise that can be read in {paths}. Name a folder or file with one of them.",
    ),
    "nothing-to-check": Text(
        "Inga samverkansdokument finns i ”{paths}”. Ett dokument är en fil vars namn slutar på .yaml och som börjar med `samverkan: 1`.",
        "There are no samverkan documents in “{paths}”. A document is a .yaml file that begins with `samverkan: 1`.",
    ),
    "nothing-to-check-others": Text(
        "Inga samverkansdokument finns i ”{paths}”. De YAML-filer som finns där börjar inte med `samverkan: 1`: {files}. Skriv raden först i dem som är era dokument.",
        "There are no samverkan documents in “{paths}”. The YAML files there do not begin with `samverkan: 1`: {files}. Write the line first in those that are your documents.",
    ),
    "nothing-to-check-left-out": Text(
        "Inga samverkansdokument finns bland det som läses i ”{paths}”. Här utelämnas {files} av {by}. Ange det som ska läsas vid namn, eller ändra i {by}.",
        "There are no samverkan documents among what is read in “{paths}”. Left out there: {files}, by {by}. Name what is to be read, or change {by}.",
    ),
    "nothing-to-check-misnamed": Text(
        "Inga samverkansdokument finns i ”{paths}”, men filer vars namn slutar på .txt: {files}. Ta bort .txt ur namnet, så att det slutar på .yaml. Windows visar inte slutet av namnet om inte Filnamnstillägg är markerat under Visa i Utforskaren.",
        "There are no samverkan documents in “{paths}”, but files whose names end with .txt: {files}. Take .txt out of the name, so that it ends with .yaml. Windows hides the end of the name unless File name extensions is checked under View in Explorer.",
    ),
    "misnamed-beside": Text(
        "Inte granskat, eftersom namnet slutar på .txt: {files}. Ta bort .txt ur namnet, så att det slutar på .yaml.",
        "Not checked, since the name ends with .txt: {files}. Take .txt out of the name, so that it ends with .yaml.",
    ),
    "left-out": Text(
        "{count} filer kan inte läsas i sin helhet, så något kan saknas här. Se felen med: samverkan validate",
        "{count} files cannot be read in full, so something may be missing here. See the errors with: samverkan validate",
    ),
    "left-out-one": Text(
        "1 fil kan inte läsas i sin helhet, så något kan saknas här. Se felen med: samverkan validate",
        "1 file cannot be read in full, so something may be missing here. See the errors with: samverkan validate",
    ),
    "followup-incomplete": Text(
        "Dokumenten har {count} fel, så listan kan sakna rader. Se dem med: samverkan validate",
        "The documents have {count} errors, so rows may be missing. See them with: samverkan validate",
    ),
    "followup-incomplete-one": Text(
        "Dokumenten har 1 fel, så listan kan sakna rader. Se det med: samverkan validate",
        "The documents have 1 error, so rows may be missing. See it with: samverkan validate",
    ),
    "bad-within": Text(
        "{value} är inte ett antal dagar. Skriv till exempel --within 90d.",
        "{value} is not a number of days. Write, for instance, --within 90d.",
    ),
    "unknown-kind": Text(
        "Dokumenttypen {value} finns inte. Välj en av: {known}.",
        "There is no document kind {value}. Choose one of: {known}.",
    ),
    "no-format": Text(
        "Inget format är angett. Välj bland: {known}, med komma mellan.",
        "No format is named. Choose among: {known}, with commas between.",
    ),
    "unknown-format": Text(
        "Formatet {value} finns inte. Välj bland: {known}, med komma mellan.",
        "There is no format {value}. Choose among: {known}, with commas between.",
    ),
    "schema-of-what": Text(
        "Ange en dokumenttyp ({known}), eller en mapp för alla: samverkan schema --out schemas",
        "Name a document kind ({known}), or a folder for all of them: samverkan schema --out schemas",
    ),
    "interrupted": Text("Avbrutet.", "Interrupted."),
    "output-failed": Text(
        "Det gick inte att skriva ut svaret: {why}. Se efter vart svaret skickas och försök igen.",
        "The output could not be written: {why}. See where the output is sent, and try again.",
    ),
    "output-full": Text(
        "Det gick inte att skriva ut svaret, för disken är full. Frigör plats och försök igen.",
        "The output could not be written, for the disk is full. Free some room and try again.",
    ),
    "no-current-folder": Text(
        "Mappen som kommandot körs i finns inte längre. Gå till en annan mapp och försök igen.",
        "The folder that the command is run in is no longer there. Go to another folder and try again.",
    ),
    "our-fault": Text(
        "Ett internt fel uppstod i samverkan. Rapportera det och bifoga loggen {log}.",
        "An internal error occurred in samverkan. Report it and attach the log {log}.",
    ),
    # Wrong use of the command line.
    "no-such-option": Text(
        "Flaggan {option} finns inte.{guess} Se flaggorna med --help.",
        "There is no option {option}.{guess} See the options with --help.",
    ),
    "no-such-command": Text(
        "Kommandot {name} finns inte.{guess} Se kommandona med: samverkan --help",
        "There is no command {name}.{guess} See the commands with: samverkan --help",
    ),
    "extra-arguments": Text(
        "Kommandot kan inte använda {names}. Sätt citattecken runt ett namn med mellanslag. Skriv"
        " till exempel: {example}",
        "The command has no use for {names}. Put quotation marks around a name with spaces. Write,"
        " for instance: {example}",
    ),
    "missing-parameter": Text(
        "{name} saknas. Skriv till exempel: {example}",
        "{name} is missing. Write, for instance: {example}",
    ),
    "bad-number": Text(
        "Värdet för {name} ska vara ett heltal, {least} eller mer. Skriv till exempel: {name} 4",
        "The value of {name} must be a whole number, {least} or more. Write, for instance: {name} 4",
    ),
    "bad-number-between": Text(
        "Värdet för {name} ska vara ett heltal mellan {least} och {most}. Skriv till exempel: {name} 2027",
        "The value of {name} must be a whole number from {least} to {most}. Write, for instance: {name} 2027",
    ),
    "option-without-value": Text(
        "Flaggan {option} ska följas av ett värde: {option} {value}. Se vad som kan stå där med --help.",
        "The option {option} must be followed by a value: {option} {value}. See what it can be with --help.",
    ),
    "option-takes-no-value": Text(
        "Flaggan {option} tar inget värde. Skriv bara {option}.",
        "The option {option} takes no value. Write only {option}.",
    ),
    "option-without-choice": Text(
        "Flaggan {option} ska följas av ett värde. Välj {known}.",
        "The option {option} must be followed by a value. Choose {known}.",
    ),
    "bad-parameter": Text(
        "Värdet för {name} går inte att använda. Se vad som kan stå där med --help.",
        "The value of {name} cannot be used. See what it can be with --help.",
    ),
    "bad-choice": Text(
        "Värdet för {name} finns inte att välja. Välj {known}.",
        "The value of {name} is not one to choose. Choose {known}.",
    ),
    "bad-usage": Text(
        "Kommandot går inte att förstå ({what}). Se kommandona med: samverkan --help",
        "The command cannot be understood ({what}). See the commands with: samverkan --help",
    ),
    **RENDERING,
    **HELP,
}


def has_sentence(key: str) -> bool:
    """Tell whether there is a sentence of that name."""
    return key in _SENTENCES


def sentence(key: str, **fields: FieldValue) -> Text:
    """Look up a sentence of the commands by its key and fill in its fields."""
    return _SENTENCES[key].with_fields(**fields)
