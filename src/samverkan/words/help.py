"""The help of commands: what each one does, what its options mean, and the words that the library writes."""

from __future__ import annotations

from samverkan.words.sentence import Text

HELP: dict[str, Text] = {
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
    "help-poster": Text(
        "Bara medborgarlöftenas affisch: budskapet på ett A4 eller A3, utan resten av löftet.",
        "Only the posters of citizen promises: the message on one sheet of A4 or A3, without the rest of the promise.",
    ),
    "help-editable": Text(
        "En arbetsversion i Word att skriva i, som samverkan merge läser tillbaka.",
        "A working version in Word to write in, which samverkan merge reads back.",
    ),
    "help-merge": Text(
        "Läs tillbaka en arbetsversion i Word: visa vad som har ändrats och av vem, och skriv det i dokumentets fil.",
        "Read a working version in Word back: show what was changed and by whom, and write it in the document's file.",
    ),
    "help-merge-file": Text("Arbetsversionen, en .docx.", "The working version, a .docx."),
    "help-merge-into": Text(
        "Dokumentets fil; annars den i mappen som har dokumentets id.",
        "The document's file; else the one in the folder that has the document's id.",
    ),
    "help-merge-tracked": Text(
        "Lista spårade ändringar som förslag i stället för att godta dem.",
        "List tracked changes as proposals instead of accepting them.",
    ),
    "help-merge-check": Text(
        "Visa ändringarna utan att skriva dem. Slutar med 1 om det finns några.",
        "Show the changes without writing them. Ends with 1 if there are any.",
    ),
    "help-sign": Text(
        "Underteckna en färdig PDF i ett av dess fält, med ett certifikat i en fil.",
        "Sign a finished PDF in one of its fields, with a certificate from a file.",
    ),
    "help-sign-file": Text("PDF:en; underskriften läggs till i den.", "The PDF; the signature is added to it."),
    "help-sign-certificate": Text(
        "Certifikat med nyckel (PKCS#12: .p12 eller .pfx). Lösenordet frågas efter, eller läses ur SAMVERKAN_PASSWORD.",
        "Certificate with key (PKCS#12: .p12 or .pfx). The password is asked for, or read from SAMVERKAN_PASSWORD.",
    ),
    "help-sign-field": Text("Fältets namn, när det finns flera tomma.", "The field's name, where several are empty."),
    "help-sign-timestamp": Text(
        "Adress till en tjänst för tidsstämpling (RFC 3161).", "Address of a timestamping service (RFC 3161)."
    ),
    "help-verify": Text(
        "Har en färdig PDF eller Wordfil samma text som källan? Visa kontrollkoden, vilka ord som skiljer och vem som har"
        " undertecknat.",
        "Does a finished PDF or Word file have the text of its source? Show the fingerprint, which words differ and who has"
        " signed.",
    ),
    "help-finished": Text("Den färdiga filen: PDF eller Word.", "The finished file: PDF or Word."),
    "help-verify-format": Text("Text eller JSON.", "Text or JSON."),
    "help-verify-into": Text(
        "Skriv in i den här filen vem som har undertecknat och när. Det som står där ändras inte.",
        "Write in this file who has signed and when. What stands there is not changed.",
    ),
    "help-verify-trust": Text(
        "Certifikat som du litar på (PEM eller DER).", "Certificates that you trust (PEM or DER)."
    ),
    "help-render-check": Text(
        "Visa om filerna är aktuella, utan att skriva något. Slutar med 1 om de inte är det.",
        "Say whether the files are up to date, without writing. Ends with 1 if they are not.",
    ),
    "help-force": Text("Gör om även aktuella filer.", "Make files again even if they are up to date."),
    "help-formats": Text("Format, med komma mellan.", "Formats, with commas between."),
    "help-render-out": Text("Mapp att skriva till.", "Folder to write to."),
    "help-preview": Text(
        "Visa de färdiga sidorna i webbläsaren, med påpekanden överst. De görs om när du sparar.",
        "Show the finished pages in the browser, with findings at the top. They are made again when you save.",
    ),
    "help-export": Text(
        "Skriv mål, åtgärder, utfall, uppgifter och mer som tabeller: för Excel och program, för en kommun eller tvåhundra.",
        "Write goals, measures, outcomes, duties and more as tables: for Excel and programs, for one municipality or many.",
    ),
    "help-export-out": Text("Mapp att skriva till; annars build.", "Folder to write to; else build."),
    "help-export-format": Text(
        "Format. Det blir en fil för varje tabell; xlsx blir en enda arbetsbok.",
        "Format. A file for each table; xlsx is one workbook.",
    ),
    "help-table": Text(
        "Bara denna tabell; utan --out skrivs den ut, som csv eller json.",
        "Only this table; without --out it is printed, as csv or json.",
    ),
    "help-export-force": Text(
        "Skriv över även filer som inte är gjorda av samverkan.", "Replace also files that were not made by samverkan."
    ),
    "help-lsp": Text(
        "Svara en textredigerare medan du skriver: påpekanden, förslag, förklaringar och rättningar.",
        "Answer a text editor while you write: findings, proposals, explanations and mends.",
    ),
    "help-lsp-stdio": Text(
        "Svara över standardströmmarna, som alltid; många redigerare lägger till det.",
        "Answer over the standard streams, as always; many editors add it.",
    ),
    "help-quiet": Text(
        "Säg bara det som efterfrågas och det som är fel; får stå var som helst på raden.",
        "Say only what is asked for and what is wrong; can be anywhere on the line.",
    ),
    "help-verbose": Text(
        "Säg också vilka inställningar som gäller och vilka filer som läses.",
        "Say also which settings apply and which files are read.",
    ),
    "help-completion": Text(
        "Låt skalet föreslå kommandon, flaggor, id och regler när du trycker på Tab.",
        "Let the shell propose commands, options, ids and rules when you press Tab.",
    ),
    "help-shell": Text("Skalet: bash, zsh, fish eller powershell.", "The shell: bash, zsh, fish or powershell."),
    "help-samverkan": Text(
        "Granska, skriv ut och följ upp samverkansöverenskommelser som textfiler.",
        "Check, render and follow up cooperation agreements kept as text files.",
    ),
    "help-validate": Text(
        "Granska dokument: fel med rad, kolumn och vad som ska göras.",
        "Check documents: faults with line, column and what to do.",
    ),
    "help-fix": Text(
        "Rätta det som det inte råder tvekan om: datum, citattecken, hårda mellanslag, streck, svenska nycklar och värden. "
        "Ändringarna visas först.",
        "Mend what is beyond doubt: dates, quotation marks, hard spaces, dashes, Swedish keys and values. The changes are "
        "shown first.",
    ),
    "help-fix-yes": Text("Skriv utan att fråga.", "Write without asking."),
    "help-fix-diff": Text("Visa ändringarna utan att skriva dem.", "Show the changes without writing them."),
    "help-fix-check": Text(
        "Som --diff, men sluta med 1 om något kan rättas.", "As --diff, but end with 1 if something can be mended."
    ),
    "help-fmt": Text(
        "Skriv dokument i enhetlig form, i schemats ordning. Varje kommentar och ord är kvar.",
        "Write documents in canonical form, in the order of the schema. Every comment and word is kept.",
    ),
    "help-fmt-check": Text(
        "Skriv ingenting, men sluta med 1 om någon fil inte är i enhetlig form.",
        "Write nothing, but end with 1 if some file is not in canonical form.",
    ),
    "help-fmt-diff": Text("Visa ändringarna utan att skriva dem.", "Show the changes without writing them."),
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
    "help-init": Text(
        "Börja: skriv en första överenskommelse att fylla i, inställningar och stöd för textredigerare, efter några frågor.",
        "Begin: write a first agreement to fill in, settings, and support for editors, after a few questions.",
    ),
    "help-init-folder": Text(
        "Mappen att skriva till. Det som finns där skrivs aldrig över.",
        "The folder to write to. What is there is never overwritten.",
    ),
    "help-init-municipality": Text(
        "Kommunens namn i avtal, till exempel Falu kommun; flaggan kan upprepas. Koden fylls i.",
        "The municipality's legal name, such as Falu kommun; can be repeated. The code is filled in.",
    ),
    "help-init-police": Text(
        "Polisens namn i avtal, till exempel Lokalpolisområde Falun.",
        "The name of the police area, such as Lokalpolisområde Falun.",
    ),
    "help-init-from": Text(
        "Första året, månaden eller dagen som överenskommelsen gäller.",
        "The first year, month or day of the agreement.",
    ),
    "help-init-until": Text(
        "Sista året, månaden eller dagen som överenskommelsen gäller.", "The last year, month or day of the agreement."
    ),
    "help-init-area": Text(
        "Ett fokusområde, till exempel Otrygga platser; flaggan kan upprepas.",
        "A focus area, such as Otrygga platser; can be repeated.",
    ),
    "help-init-cadence": Text(
        "Hur ofta överenskommelsen följs upp, till exempel yearly (årligen).",
        "How often the agreement is followed up, such as yearly.",
    ),
    "help-new": Text(
        "Skriv nästa dokument av en typ, ifyllt med det som finns; resten är tomt att fylla i.",
        "Write the next document of a kind, filled in from what there is; the rest is left to fill in.",
    ),
    "help-new-kind": Text(
        "Typ av dokument: agreement (en efterföljare), situation-picture, cause-analysis, action-plan, citizen-promise,"
        " communication-plan eller follow-up.",
        "The kind of document: agreement (a successor), situation-picture, cause-analysis, action-plan, citizen-promise,"
        " communication-plan or follow-up.",
    ),
    "help-new-of": Text(
        "Id för det som det nya görs av eller följer upp; flera med komma mellan. Annars det senaste.",
        "The id of what the new one is made from or reviews; several with commas between. Otherwise the latest.",
    ),
    "help-new-year": Text(
        "Året som dokumentet gäller. Annars i år, eller året efter det förra dokumentets.",
        "The year that the document is for. Otherwise this year, or the one after the document before it.",
    ),
    "help-new-out": Text(
        "Filen att skriva. Annars i samma mapp som det som den görs av.",
        "The file to write. Otherwise in the folder of what it is made from.",
    ),
    "help-new-xlsx": Text(
        "Skriv uppföljningen som ett formulär i Excel, som de ansvariga besvarar och collect samlar in.",
        "Write the follow-up as a form in Excel, to be answered by those responsible and collected with collect.",
    ),
    "help-new-by-responsible": Text(
        "Som --xlsx, men en fil till varje ansvarig, i mappen efter --out.",
        "As --xlsx, but one file for each who is responsible, in the folder after --out.",
    ),
    "help-collect": Text(
        "Samla svaren från formulär i Excel till en uppföljning.",
        "Collect the answers of forms in Excel into a follow-up.",
    ),
    "help-collect-files": Text(
        "Formulären som har kommit tillbaka (.xlsx), eller mappen som de ligger i.",
        "The forms that have come back (.xlsx), or the folder that they are in.",
    ),
    "help-collect-into": Text(
        "Uppföljningen att skriva. Annars skrivs den till standardutdata.",
        "The follow-up to write. Otherwise it is written to the standard output.",
    ),
    "help-collect-documents": Text(
        "Filer och mappar med dokumenten som följs upp. Annars den aktuella mappen.",
        "Files and folders with the documents that are reviewed. Otherwise the current folder.",
    ),
    "help-collect-force": Text(
        "Låt svaren gälla där uppföljningen säger något annat, och ersätt en fil som är något annat.",
        "Let the answers count where the follow-up says otherwise, and replace a file that is something else.",
    ),
    "help-import": Text(
        "Ta in vad andra har skrivit: siffror ur tabeller, eller en gammal överenskommelse i Word eller PDF.",
        "Take in what others have written: figures of tables, or an old agreement in Word or PDF.",
    ),
    "help-import-what": Text(
        "indicators för siffror in i en lägesbild, agreement för en gammal överenskommelse som utkast.",
        "indicators for figures into a situation picture, agreement for an old agreement as a draft.",
    ),
    "help-import-files": Text(
        "Siffror: Brås export (csv, xlsx), Koladas svar (json) eller en annan tabell. Överenskommelse: en fil .docx,"
        " .pdf, .html eller .txt.",
        "Figures: exports of Brå (csv, xlsx), answers of Kolada (json) or another table. Agreement: one file .docx,"
        " .pdf, .html or .txt.",
    ),
    "help-import-into": Text(
        "Lägesbilden som siffrorna ska föras in i.", "The situation picture that the figures go into."
    ),
    "help-import-kind": Text(
        "Vad filen är, i stället för ordet före den: agreement eller indicators.",
        "What the file is, in the place of the word before it: agreement or indicators.",
    ),
    "help-import-out": Text(
        "Filen som utkastet skrivs till, eller - för standardutdata. Annars <id>.yaml här.",
        "The file to write the draft to, or - for the standard output. Otherwise <id>.yaml here.",
    ),
    "help-import-mapping": Text(
        "En YAML-fil som säger vad tabellens kolumner och namn betyder.",
        "A YAML file that says what the columns and names of the table mean.",
    ),
    "help-import-source": Text(
        "Källans id eller titel i lägesbilden; en ny titel blir en ny källa.",
        "The id or title of the source in the picture; a new title becomes a new source.",
    ),
    "help-import-period": Text(
        "Tiden som siffrorna gäller, om tabellen inte säger det.",
        "The time of the figures, where the table does not say.",
    ),
    "help-import-status": Text(
        "preliminary eller final, om tabellen inte säger det.", "preliminary or final, where the table does not say."
    ),
    "help-import-retrieved": Text(
        "Dagen då siffrorna hämtades. Annars i dag.", "The day when the figures were retrieved. Otherwise today."
    ),
    "help-import-new": Text(
        "Lägg till indikatorer, uppdelningar och jämförelser som lägesbilden inte har.",
        "Add indicators, breakdowns and comparisons that the picture does not have.",
    ),
    "help-import-diff": Text(
        "Visa vad som skulle ändras, utan att skriva.", "Show what would change, without writing."
    ),
    "help-schema": Text(
        "Skriv ut JSON-scheman, som ger stöd i textredigeraren. Schemat samverkan gäller alla typer på en gång.",
        "Print the JSON Schemas that give support in editors. The schema samverkan is of all kinds at once.",
    ),
    "help-version": Text("Visa versionen.", "Show the version."),
    "help-lang": Text(
        "Språk för meddelanden; får stå var som helst på raden. Annars datorns språk.",
        "Language of messages; can be anywhere on the line. Otherwise the computer's language.",
    ),
    "help-paths": Text(
        "Filer och mappar, - för standardindata. Annars mappen du står i.",
        "Files and folders, - for the standard input. Otherwise the current folder.",
    ),
    "help-files": Text(
        "Filer och mappar. Annars mappen du står i.",
        "Files and folders. Otherwise the current folder.",
    ),
    "help-sources": Text(
        "Källfilen, eller mappar att leta efter den i. Annars mappen du står i.",
        "The source file, or folders to look for it in. Otherwise the current folder.",
    ),
    "help-today": Text(
        "Dagen att räkna från, till exempel 2026-11-20. Annars dagens datum.",
        "The day to count from, such as 2026-11-20. Otherwise today.",
    ),
    "help-rows-format": Text(
        "Text, eller en fil: json, csv, ics (kalender), md eller html (webbsida). För CI: github, gitlab eller junit.",
        "Text, or a file: json, csv, ics (calendar), md or html (web page). For CI: github, gitlab or junit.",
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
        "Även det som saknar bestämt datum, som ”löpande”, och det som återkommer ofta, som möten.",
        "Also what has no set date, such as continuously, and what recurs often, such as meetings.",
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
    "help-compare": Text(
        "Vad skiljer två versioner av ett dokument? Visa det i meningar: parter, tider, mål, åtaganden, ansvar.",
        "What differs between two versions of a document? Told in sentences: parties, times, goals, commitments, who answers.",
    ),
    "help-versions": Text(
        "Två filer, den tidigare först. En fil i git skrivs REVISION:FIL, till exempel HEAD~3:avtal.yaml.",
        "Two files, the earlier first. A file in git is written REVISION:FILE, such as HEAD~3:agreement.yaml.",
    ),
    "help-since": Text(
        "Jämför en enda fil med hur den var i denna revision i git, till exempel v1.",
        "Compare a single file with what it was at this revision in git, such as v1.",
    ),
    "help-compare-format": Text(
        "Text, JSON, en sida (Markdown, HTML, PDF), eller Word: dokumentet med spårade ändringar.",
        "Text, JSON, a page (Markdown, HTML, PDF), or Word: the document with tracked changes.",
    ),
    "help-board": Text(
        "Underlag till nämnden: det som väger tyngst först. Också som Word.",
        "A page for the board: what weighs most first. Also as Word.",
    ),
    "help-compare-check": Text("Slutar med 1 om något skiljer i sak.", "Ends with 1 if anything differs in substance."),
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
    "help-findings-format": Text(
        "Text för människor, JSON för program, eller det som GitHub, GitLab och andra CI-system läser: github, gitlab,"
        " sarif, junit.",
        "Text for people, JSON for programs, or what GitHub, GitLab and other CI systems read: github, gitlab, sarif,"
        " junit.",
    ),
    "help-baseline": Text(
        "Visa inte påpekanden som står i den här listan.", "Do not show findings that stand in this list."
    ),
    "help-diff-only": Text(
        "Visa bara påpekanden på rader som har ändrats sedan en revision i git, till exempel origin/main.",
        "Show only findings on lines that have changed since a revision in git, such as origin/main.",
    ),
    "help-write-baseline": Text(
        "Skriv alla påpekanden till en lista över kända, att använda med --baseline.",
        "Write all findings to a list of known ones, for --baseline.",
    ),
    "help-jobs": Text(
        "Antal processer som granskar samtidigt. Annars lika många som datorn har processorer.",
        "How many processes check at the same time. Otherwise as many as the computer has processors.",
    ),
    "help-no-cache": Text(
        "Granska allt på nytt. Annars granskas bara de arbetsytor där något är ändrat sedan förra gången.",
        "Check everything anew. Otherwise only workspaces where something has changed since the last time are checked.",
    ),
    "help-no-cache-output": Text(
        "Ta fram allt på nytt. Annars visas samma svar som förra gången, om inget är ändrat sedan dess.",
        "Find out everything anew. Otherwise the last answer is shown again, if nothing has changed since.",
    ),
    "help-watch": Text(
        "Granska på nytt varje gång ett dokument sparas, tills du trycker Ctrl-C.",
        "Check once more each time a document is saved, until you press Ctrl-C.",
    ),
    "help-kind": Text("Dokumenttyp, till exempel agreement.", "Document kind, such as agreement."),
    "help-schema-out": Text(
        "Mapp att skriva scheman till; alla typer om ingen anges.",
        "Folder to write schemas to; all kinds unless one is named.",
    ),
}

FROM = Text(r"[\1 eller mer]", r"[\1 or more]")
BETWEEN = Text(r"[från \1 till \2]", r"[from \1 to \2]")
"""What numbers an option takes, as the ends of a match of what the library writes."""

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
)
"""The words that the library writes into a help page, and ours for them in Swedish."""


HELP_NAMES: dict[str, str] = {
    "DATE": "DATUM",
    "DIR": "MAPP",
    "FILE": "FIL",
    "FILES": "FILER",
    "WHAT": "VAD",
    "TIME": "TID",
    "NAME": "NAMN",
    "RULES": "REGLER",
    "RULE": "REGEL",
    "KINDS": "TYPER",
    "KIND": "TYP",
    "IDS": "ID",
    "PATHS": "FILER",
    "CODE": "KOD",
    "YEAR": "ÅR",
    "HOW": "OFTA",
    "SHELL": "SKAL",
}
"""What stands for a value in a help page, and the same in Swedish."""
