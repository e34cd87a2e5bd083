"""Sentences about files that cannot be read, or not as documents."""

from __future__ import annotations

from samverkan.words.sentence import Entry, Text

FIRST_KEY = Text("Nyckeln står första gången här.", "The key is here first.")

_QUOTE_SV = 'Sätt raka citattecken runt hela texten, till exempel `title: "Mål: färre inbrott"`.'
_QUOTE_EN = 'Put straight quotes around the whole text, such as `title: "Goal: fewer burglaries"`.'

SAVE_AS_UTF8 = Text(
    "Öppna filen i en textredigerare och spara den med teckenkodningen UTF-8. I Anteckningar: Arkiv, Spara som, och välj "
    "UTF-8 vid Kodning.",
    "Open the file in a text editor and save it with the encoding UTF-8. In Notepad: File, Save as, and choose UTF-8 at "
    "Encoding.",
)
MAKE_A_DRAFT = Text(
    "Gör ett utkast av filen med: samverkan import agreement FIL, eller börja med: samverkan new",
    "Make a draft of the file with: samverkan import agreement FILE, or begin with: samverkan new",
)
LOOKS: dict[str, Text] = {
    "latin-1": Text(
        "texten ser ut att vara sparad som Windows-1252 eller Latin-1", "the text looks like Windows-1252 or Latin-1"
    ),
    "binary": Text("det ser ut som en binärfil", "it looks like a binary file"),
    "utf-16": Text("det ser ut som UTF-16", "it looks like UTF-16"),
    "word": Text("det ser ut som ett Word- eller zip-dokument", "it looks like a Word or zip document"),
    "pdf": Text("det ser ut som en PDF", "it looks like a PDF"),
    "old-word": Text("det ser ut som ett äldre Word-dokument", "it looks like an older Word document"),
}
"""What a file that is not UTF-8 looks like; fills the field {looks}."""

MORE_THAN: dict[str, dict[str, str]] = {
    "sv": {">": "Över", ">=": "Minst"},
    "en": {">": "Over", ">=": "At least"},
}
"""What the marks for more are called first in a text, by the language of the document."""

READING: dict[str, Entry] = {
    "unreadable-file": Entry(
        sv="Filen {name} kan inte läsas: {why}.",
        en="The file {name} cannot be read: {why}.",
        sv_help="Kontrollera namnet och rättigheterna. De andra filerna är granskade.",
        en_help="Check the name and the permissions. The other files have been checked.",
    ),
    "too-large": Entry(
        sv="Filen är större än {most} KiB och läses inte.",
        en="The file is larger than {most} KiB and is not read.",
        sv_help="Dela upp dokumentet i flera filer, eller lägg stora underlag i egna bilagor.",
        en_help="Split the document into several files, or keep large material in annexes of its own.",
    ),
    "not-utf8": Entry(
        sv="Filen är inte text i UTF-8: byte {byte} är {value}, {looks}.",
        en="The file is not UTF-8 text: byte {byte} is {value}, {looks}.",
        sv_help="Ett dokument är text i UTF-8. {cure}",
        en_help="A document is text in UTF-8. {cure}",
    ),
    "control-character": Entry(
        sv="Här står det osynliga styrtecknet {code}, som inte får finnas i ett dokument.",
        en="Here is the invisible control character {code}, which a document must not contain.",
        sv_help="Ta bort tecknet och skriv om texten på raden för hand.",
        en_help="Delete the character and type the text on the line again.",
    ),
    "tab": Entry(
        sv="Här står ett tabbtecken, som YAML inte kan tolka säkert.",
        en="Here is a tab character, which YAML cannot read with certainty.",
        sv_help="Ersätt tabben med mellanslag, två för varje nivå av indrag.",
        en_help="Replace the tab with spaces, two for each level of indentation.",
    ),
    "tabs": Entry(
        sv="Rader börjar eller delas med tabbtecken, som YAML inte kan tolka säkert: {lines}.",
        en="Lines begin or are parted with tab characters, which YAML cannot read with certainty: {lines}.",
        sv_help="Ersätt tabbarna med mellanslag, två för varje nivå av indrag.",
        en_help="Replace the tabs with spaces, two for each level of indentation.",
    ),
    "tab-columns": Entry(
        sv="Raden ser ut att vara kopierad ur en tabell: tabbtecken skiljer kolumnerna åt.",
        en="The line looks copied from a table: tab characters part its columns.",
        sv_help="Skriv varje kolumn efter sin nyckel, en rad för varje, till exempel Titel (`title: Ny belysning`). Kommandot samverkan example skriver ett exempel med nycklarna.",
        en_help="Write each column after its key, a line for each, such as `title: New lighting`. The command samverkan example writes an example with the keys.",
    ),
    "tab-figures": Entry(
        sv="Raderna är kopierade ur ett kalkylblad: ett tabbtecken skiljer tiden från värdet.",
        en="The lines are copied from a spreadsheet: a tab character parts the time from the value.",
        sv_help="Skriv varje rad som en del av listan, med Period (`period`) och Värde (`value`).",
        en_help="Write each row as an item of the list, with Period (`period`) and Value (`value`).",
    ),
    "tab-bullets": Entry(
        sv="Här står en lista ur en ordbehandlare, med en punkt eller ett nummer och en tabb före texten, på rad {lines}.",
        en="Here is a list of a word processor, with a bullet or a number and a tab before the text, on line {lines}.",
        sv_help="Börja varje del med ett vanligt bindestreck och ett mellanslag.",
        en_help="Begin each item with an ordinary hyphen and a space.",
    ),
    "empty-file": Entry(
        sv="Filen är ett tomt dokument.",
        en="The file is an empty document.",
        sv_help="Börja med raderna `samverkan: 1`, `kind: agreement` och `id: ett-eget-namn`, eller ta bort filen.",
        en_help="Begin with the lines `samverkan: 1`, `kind: agreement` and `id: a-name-of-its-own`, or delete the file.",
    ),
    "syntax-colon": Entry(
        sv="Ett kolon följt av mellanslag mitt i en text läses som en ny nyckel.",
        en="A colon followed by a space in the middle of a text is read as a new key.",
        sv_help=_QUOTE_SV,
        en_help=_QUOTE_EN,
    ),
    "syntax-quote": Entry(
        sv="Citattecknet som börjar här avslutas aldrig.",
        en="The quotation mark that begins here is never closed.",
        sv_help="Avsluta texten med samma sorts citattecken som den börjar med.",
        en_help="Close the text with the same kind of quotation mark that it begins with.",
    ),
    "syntax-space": Entry(
        sv="Det saknas ett mellanslag efter kolonet.",
        en="A space is missing after the colon.",
        sv_help="Skriv kolon och mellanslag mellan nyckeln och värdet.",
        en_help="Write a colon and a space between the key and the value.",
    ),
    "syntax-mark": Entry(
        sv="Efter nyckeln ska det stå kolon och mellanslag, inte något annat tecken.",
        en="After the key there must be a colon and a space, not another mark.",
        sv_help="Skriv kolon och mellanslag mellan nyckeln och värdet.",
        en_help="Write a colon and a space between the key and the value.",
    ),
    "syntax-hyphen": Entry(
        sv="Det saknas ett mellanslag efter bindestrecket.",
        en="A space is missing after the hyphen.",
        sv_help="Börja varje del av en lista med bindestreck och mellanslag.",
        en_help="Begin each item of a list with a hyphen and a space.",
    ),
    "syntax-no-hyphen": Entry(
        sv="Här börjar en ny del av listan, men bindestrecket före den första nyckeln saknas.",
        en="A new item of the list begins here, but the hyphen before its first key is missing.",
        sv_help="Sätt ett bindestreck och ett mellanslag före, som i de andra delarna.",
        en_help="Put a hyphen and a space before it, as in the other items.",
    ),
    "syntax-curled": Entry(
        sv="Texten står inom böjda citattecken, som YAML inte ser som citattecken.",
        en="The text is in curly quotation marks, which YAML does not take for quotation marks.",
        sv_help="Skriv raka citattecken, som på tangentbordet.",
        en_help="Write straight quotation marks, as on the keyboard.",
    ),
    "syntax-json": Entry(
        sv="Raden är skriven som i JSON, där raderna skiljs åt med komma.",
        en="The line is written as in JSON, where commas part the lines.",
        sv_help="Ta bort kommat sist på raden, här och på de andra raderna. Citattecken runt nyckeln behövs inte heller.",
        en_help="Delete the comma that ends the line, here and on the other lines. The key needs no quotation marks.",
    ),
    "syntax-json-comma": Entry(
        sv="Filen är skriven som JSON, och här saknas ett komma.",
        en="The file is written as JSON, and here a comma is missing.",
        sv_help="Sätt ett komma efter det som står här.",
        en_help="Put a comma after what stands here.",
    ),
    "syntax-json-end": Entry(
        sv="Filen är skriven som JSON, och det som öppnats med {{ eller [ avslutas inte.",
        en="The file is written as JSON, and what {{ or [ has opened is not closed.",
        sv_help="Avsluta med det som saknas sist i filen.",
        en_help="Close it at the end of the file.",
    ),
    "syntax-json-extra": Entry(
        sv="Filen är skriven som JSON, och här står ett skiljetecken eller en parentes för mycket.",
        en="The file is written as JSON, and here is a comma or a bracket too many.",
        sv_help="Ta bort tecknet.",
        en_help="Delete it.",
    ),
    "syntax-stray": Entry(
        sv="Här står en avslutande parentes som inte hör till någon som öppnats.",
        en="Here is a closing bracket that closes nothing.",
        sv_help="Ta bort den.",
        en_help="Delete it.",
    ),
    "syntax-quoted": Entry(
        sv="Raderna börjar med >, som när text har kopierats ur ett svar i ett mejl.",
        en="The lines begin with >, as when text is copied from an answer in an e-mail.",
        sv_help="Ta bort tecknen och mellanslaget efter dem.",
        en_help="Delete the marks and the space after them.",
    ),
    "syntax-quoted-text": Entry(
        sv="Raderna under nyckeln börjar med >, som när text har kopierats ur ett svar i ett mejl.",
        en="The lines below the key begin with >, as when text is copied from an answer in an e-mail.",
        sv_help="Ta bort tecknen, och skriv >- efter nyckelns kolon: då läses raderna under den som en enda text.",
        en_help="Delete the marks, and write >- after the colon of the key: then the lines below are read as one text.",
    ),
    "syntax-page-foot": Entry(
        sv="Raden är en sidfot som har kommit med från en PDF eller ett Word-dokument.",
        en="The line is the foot of a page that came along from a PDF or a Word document.",
        sv_help="Ta bort raden.",
        en_help="Delete the line.",
    ),
    "syntax-fence": Entry(
        sv="Raden märker ut kod på en webbsida och har följt med därifrån.",
        en="The line marks code on a web page, and was copied along from there.",
        sv_help="Ta bort raden.",
        en_help="Delete the line.",
    ),
    "syntax-fences": Entry(
        sv="Den här raden och filens sista märker ut kod på en webbsida och har följt med därifrån.",
        en="This line and the last of the file mark code on a web page, and were copied along from there.",
        sv_help="Ta bort båda raderna.",
        en_help="Delete both lines.",
    ),
    "syntax-table": Entry(
        sv="Här står en tabell med lodstreck mellan kolumnerna, som YAML inte läser.",
        en="Here is a table with bars between its columns, which YAML does not read.",
        sv_help="Skriv varje rad som en del av listan, med kolumnens nyckel före varje värde, till exempel "
        "`- {{title: Ny belysning, until: 2027-10}}`.",
        en_help="Write each row as an item of the list, with the key of its column before each value, such as "
        "`- {{title: New lighting, until: 2027-10}}`.",
    ),
    "syntax-numbered": Entry(
        sv="Varje rad börjar med sitt radnummer, som när text har kopierats ur ett program som numrerar raderna.",
        en="Each line begins with its number, as when text is copied from a program that numbers the lines.",
        sv_help="Ta bort numren och det som står mellan dem och texten.",
        en_help="Delete the numbers and what parts them from the text.",
    ),
    "syntax-rtf": Entry(
        sv="Filen är inte ett dokument i YAML: den ser ut att vara sparad som RTF ur en ordbehandlare.",
        en="The file is no document in YAML: it looks as if a word processor has saved it as RTF.",
        sv_help="Spara den som Word-dokument och gör ett utkast av det med `samverkan import agreement FIL`, eller börja "
        "med `samverkan new`.",
        en_help="Save it as a Word document and make a draft of that with `samverkan import agreement FILE`, or begin "
        "with `samverkan new`.",
    ),
    "syntax-html": Entry(
        sv="Filen är inte ett dokument i YAML: den ser ut som en webbsida.",
        en="The file is no document in YAML: it looks like a web page.",
        sv_help="Ta bort filen eller ge den rätt filändelse. Börja ett nytt dokument med `samverkan new`.",
        en_help="Delete the file, or give it its right ending. Begin a new document with `samverkan new`.",
    ),
    "syntax-prose": Entry(
        sv="Filen är inte ett dokument i YAML: den ser ut som löpande text och har ingen av de nycklar som ett dokument "
        "börjar med.",
        en="The file is no document in YAML: it looks like running text, and has none of the keys that a document begins "
        "with.",
        sv_help="Ge filen ändelsen .txt om den inte ska granskas. Gör ett utkast av en gammal överenskommelse med "
        "`samverkan import agreement FIL`, eller börja med `samverkan new`.",
        en_help="Give the file the ending .txt if it is not to be checked. Make a draft of an old agreement with "
        "`samverkan import agreement FILE`, or begin with `samverkan new`.",
    ),
    "syntax-before": Entry(
        sv="Före den första nyckeln står löpande text, som om den följde med från ett mejl eller ett annat dokument.",
        en="Before the first key is running text, as if it came along from an e-mail or another document.",
        sv_help="Ta bort texten, eller sätt # först på raderna så att de blir kommentarer.",
        en_help="Delete the text, or put # first on the lines, which makes comments of them.",
    ),
    "syntax-after": Entry(
        sv="Efter den sista nyckeln står löpande text, som om den följde med från ett mejl eller ett annat dokument.",
        en="After the last key is running text, as if it came along from an e-mail or another document.",
        sv_help="Ta bort texten, eller sätt # först på raderna så att de blir kommentarer.",
        en_help="Delete the text, or put # first on the lines, which makes comments of them.",
    ),
    "syntax-own-note": Entry(
        sv="Raden ser ut som en anteckning till er själva, men saknar tecknet # som gör den till en kommentar.",
        en="The line looks like a note to yourselves, but lacks the mark # that makes a comment of it.",
        sv_help="Börja raden med # och ett mellanslag. Ska den stå i dokumentet: skriv den efter den nyckel som den hör till.",
        en_help="Begin the line with # and a space. If it belongs in the document, write it after its key.",
    ),
    "syntax-after-quote": Entry(
        sv="Texten fortsätter efter citattecknet som avslutar den.",
        en="The text goes on after the quotation mark that closes it.",
        sv_help="Sätt den andra sortens citattecken runt hela texten.",
        en_help="Put the other kind of quotation marks around the whole text.",
    ),
    "syntax-indent-one": Entry(
        sv="Indraget är ett mellanslag för mycket eller för litet jämfört med raderna omkring.",
        en="The indentation is one space too much or too little compared with the lines around it.",
        sv_help="Rada upp nyckeln med de andra på samma nivå.",
        en_help="Line the key up with the others of the same level.",
    ),
    "syntax-more-than": Entry(
        sv="En text som börjar med > läses som början på en text på flera rader.",
        en="A text that begins with > is read as the beginning of a text on several lines.",
        sv_help="Skriv ett ord i stället för tecknet, och sätt raka citattecken runt hela texten.",
        en_help="Write a word instead of the mark, and put straight quotation marks around the whole text.",
    ),
    "syntax-indent-item": Entry(
        sv="Delen av listan är indragen för långt eller för lite jämfört med raderna omkring.",
        en="The item of the list is indented too far or too little compared with the lines around it.",
        sv_help="Flytta alla rader i den lika långt, så att bindestrecket står rakt under de andra.",
        en_help="Move all its lines equally far, so that the hyphen stands right below the others.",
    ),
    "syntax-wrong-list": Entry(
        sv="Av nycklarna att döma hör det här till {there}, men det står under {here}.",
        en="By its keys this belongs under {there}, but it stands under {here}.",
        sv_help="Flytta {rows} dit, sist i listan.",
        en_help="Move {rows} there, last in the list.",
    ),
    "syntax-no-heading": Entry(
        sv="Raden `{key}:` saknas ovanför det som står i listan.",
        en="The line `{key}:` is missing above what stands in the list.",
        sv_help="Av nycklarna att döma hör {rows} dit. Skriv raden `{key}:` ovanför.",
        en_help="By the keys, {rows} belong there. Write the line `{key}:` above.",
    ),
    "syntax-indent-keys": Entry(
        sv="De här raderna är indragna för långt eller för lite jämfört med raderna omkring.",
        en="These lines are indented too far or too little compared with the lines around them.",
        sv_help="Flytta alla lika långt, så att nycklarna står rakt under de andra på samma nivå.",
        en_help="Move them all equally far, so that the keys stand right below the others of the same level.",
    ),
    "syntax-no-key": Entry(
        sv="Raden står bland nycklar men har själv ingen nyckel.",
        en="The line stands among keys but has no key of its own.",
        sv_help="Skriv nyckeln som texten hör till först på raden, till exempel Text (`text`), eller dra in raden så att den hör till texten ovanför.",
        en_help="Write the key that the text belongs to first on the line, such as Text (`text`), or indent the line so that it belongs to the text above.",
    ),
    "syntax-per-cent": Entry(
        sv="Enheten procent skrivs `per-cent`: tecknet % betyder något annat i YAML.",
        en="The unit per cent is written `per-cent`: the mark % means something else in YAML.",
        sv_help="Skriv Enhet (`unit: per-cent`).",
        en_help="Write `unit: per-cent`.",
    ),
    "syntax-at-margin": Entry(
        sv="Raden hör till texten ovanför men är inte indragen, så den läses inte som en del av den.",
        en="The line belongs to the text above but is not indented, so it is not read as a part of it.",
        sv_help="Dra in den lika långt som de andra raderna i texten.",
        en_help="Indent it as far as the other lines of the text.",
    ),
    "syntax-beside-mark": Entry(
        sv="Texten står på samma rad som märket `>-`, `>` eller `|`, men ska börja på raden under det.",
        en="The text is on the same line as the mark `>-`, `>` or `|`, but must begin on the line below it.",
        sv_help="Flytta ner texten till en egen rad, indragen under nyckeln, eller ta bort märket om texten ryms på en rad.",
        en_help="Move the text to a line of its own, indented below the key, or delete the mark if it fits on one line.",
    ),
    "syntax-no-mark": Entry(
        sv="Texten går över flera rader och har ett kolon i sig, så en del av den läses som en nyckel.",
        en="The text goes over several lines and has a colon in it, so a part of it is read as a key.",
        sv_help="Skriv `>-` efter nyckelns kolon: då läses raderna under den som en enda text.",
        en_help="Write `>-` after the colon of the key: then the lines below it are read as one text.",
    ),
    "syntax-list-start": Entry(
        sv="En text som börjar med en hakparentes eller klammerparentes läses som en lista eller en grupp av nycklar.",
        en="A text that begins with a bracket or a brace is read as a list or a group of keys.",
        sv_help="Sätt raka citattecken runt hela texten.",
        en_help="Put straight quotation marks around the whole text.",
    ),
    "syntax-link": Entry(
        sv="En länk med hakparentes läses som en lista när den står utan citattecken inom klammerparentes.",
        en="A link with brackets is read as a list where it is in braces without quotation marks.",
        sv_help="Sätt raka citattecken runt hela texten med länken.",
        en_help="Put straight quotation marks around the whole text with the link.",
    ),
    "syntax-text-in-braces": Entry(
        sv="Klammerparenteser är för nycklar med värden, men här står bara text i dem.",
        en="Braces are for keys with values, but here they hold only text.",
        sv_help="Skriv texten inom raka citattecken i stället.",
        en_help="Write the text in straight quotation marks instead.",
    ),
    "syntax-hash": Entry(
        sv="Det som följer på tecknet # läses som en kommentar, så här saknas ett värde.",
        en="What follows the mark # is read as a comment, so a value is missing here.",
        sv_help="Sätt raka citattecken runt värdet om # hör till det. Skriv annars ett värde före kommentaren.",
        en_help="Put straight quotation marks around the value if # is part of it. Otherwise write one before the comment.",
    ),
    "syntax-list-on-line": Entry(
        sv="Ett bindestreck inleder en rad i en lista, men här står det efter en nyckel på samma rad.",
        en="A hyphen begins a line of a list, but here it follows a key on the same line.",
        sv_help="Ta bort bindestrecket, eller lägg listan på raderna under nyckeln.",
        en_help="Delete the hyphen, or put the list on the lines below the key.",
    ),
    "syntax-braces": Entry(
        sv="Nycklar som står på samma rad som nyckeln de hör till ska stå inom klammerparentes.",
        en="Keys on the same line as the key that they belong to must stand between braces.",
        sv_help="Sätt {{ före den första och }} efter den sista.",
        en_help="Put {{ before the first and }} after the last.",
    ),
    "syntax-keys-on-line": Entry(
        sv="Här står flera nycklar på samma rad, med bara ett komma emellan.",
        en="Here several keys are on the same line, with only a comma between them.",
        sv_help="Skriv dem inom klammerparentes, eller var och en på en egen rad.",
        en_help="Write them in braces, or each on a line of its own.",
    ),
    "syntax-groups": Entry(
        sv="Efter nyckeln står flera grupper inom klammerparenteser, men inget som gör dem till en lista.",
        en="Several groups in braces follow the key, but nothing makes a list of them.",
        sv_help="Sätt hakparenteser runt dem alla: [ före den första och ] efter den sista.",
        en_help="Put brackets around them all: [ before the first and ] after the last.",
    ),
    "hard-space": Entry(
        sv="Här står ett hårt mellanslag, som ordbehandlare sätter in och YAML inte ser som ett mellanslag.",
        en="Here is a hard space, which word processors put in and YAML does not take for a space.",
        sv_help="Ersätt det med ett vanligt mellanslag.",
        en_help="Replace it with an ordinary space.",
    ),
    "syntax-bullet": Entry(
        sv="Punktlistans tecken läses som text av YAML.",
        en="YAML reads the bullet of the list as text.",
        sv_help="Börja varje del med ett vanligt bindestreck och ett mellanslag.",
        en_help="Begin each item with an ordinary hyphen and a space.",
    ),
    "merge-mark": Entry(
        sv="Här står ett märke efter en sammanslagning som inte blev klar: {value}.",
        en="Here is the mark of a merge that was not finished: {value}.",
        sv_help="Välj vilken av de två versionerna som gäller, och ta bort den andra och raderna med <<<<<<<, ======= och >>>>>>>.",
        en_help="Choose which of the two versions applies, and delete the other and the lines with <<<<<<<, ======= and >>>>>>>.",
    ),
    "comma-in-braces": Entry(
        sv="Kommat före {value} läses som gränsen mellan två nycklar, eftersom texten står inom klammerparenteser.",
        en="The comma before {value} is read as the border between two keys, for the text is in braces.",
        sv_help="Sätt citattecken runt hela texten, eller hakparenteser runt flera id:n. Decimaltal skrivs med punkt, till exempel 12.5.",
        en_help="Put quotes around the whole text, or brackets around several ids. Decimals are written with a point, such as 12.5.",
    ),
    "comma-in-curly-quotes": Entry(
        sv="Texten står inom böjda citattecken, som YAML inte ser som citattecken. Därför delas den av kommat före {value}.",
        en="The text is in curly quotation marks, which YAML does not take for quotation marks, so the comma before {value} parts it.",
        sv_help="Byt dem mot raka citattecken runt hela texten.",
        en_help="Change them to straight quotes around the whole text.",
    ),
    "comma-before-role": Entry(
        sv="Rollen {value} står efter namnet utan sin nyckel, Roll (`role`).",
        en="The role {value} stands after the name without its key, `role`.",
        sv_help="Skriv `{key}: ` före den.",
        en_help="Write `{key}: ` before it.",
    ),
    "syntax-colon-left-out": Entry(
        sv="Det saknas ett kolon efter {value}.",
        en="A colon is missing after {value}.",
        sv_help="Skriv kolon och mellanslag mellan nyckeln och värdet.",
        en_help="Write a colon and a space between the key and the value.",
    ),
    "syntax-no-colon": Entry(
        sv="Raden är varken en nyckel med kolon eller en fortsättning på texten ovanför.",
        en="The line is neither a key with a colon nor a continuation of the text above.",
        sv_help="Skriv ett kolon och ett mellanslag efter nyckeln, eller dra in raden så att den hör till texten ovanför.",
        en_help="Write a colon and a space after the key, or indent the line so that it belongs to the text above.",
    ),
    "syntax-semicolon": Entry(
        sv="Inom [ ] och {{ }} skiljer semikolon inte delar åt.",
        en="Within [ ] and {{ }}, semicolons do not part items.",
        sv_help="Skriv kommatecken mellan delarna. Hör semikolonet till en text, sätt citattecken runt den.",
        en_help="Write commas between the items. If the semicolon is part of a text, put quotes around that.",
    ),
    "syntax-bracket": Entry(
        sv="Listan inom [ ] eller gruppen inom {{ }} som börjar här avslutas inte, eller saknar ett komma.",
        en="The list in [ ] or group in {{ }} that begins here is not closed, or lacks a comma.",
        sv_help="Skriv ett komma mellan delarna och avsluta med ] eller }}. Sätt citattecken runt texter som innehåller komma.",
        en_help="Write a comma between the parts and close with ] or }}. Put quotes around texts that contain a comma.",
    ),
    "syntax-indent": Entry(
        sv="Indraget stämmer inte med raderna ovanför.",
        en="The indentation does not fit the lines above.",
        sv_help="Rada upp nycklar på samma nivå i samma kolumn, med mellanslag.",
        en_help="Line up keys of the same level in the same column, with spaces.",
    ),
    "syntax-start": Entry(
        sv="En text utan citattecken kan inte börja med det här tecknet.",
        en="A text without quotes cannot begin with this character.",
        sv_help=_QUOTE_SV,
        en_help=_QUOTE_EN,
    ),
    "syntax-escape": Entry(
        sv="Omvänt snedstreck betyder något särskilt inom dubbla citattecken, och tecknet efter det känns inte igen.",
        en="A backslash means something special inside double quotes, and this one is not known.",
        sv_help="Sätt enkla citattecken runt texten i stället, eller skriv två omvända snedstreck.",
        en_help="Put single quotes around the text instead, or write two backslashes.",
    ),
    "syntax-other": Entry(
        sv="Texten går inte att läsa som YAML härifrån.",
        en="From here on the text cannot be read as YAML.",
        sv_help="Jämför raden och den ovanför med ett exempel: kolon och mellanslag efter nyckeln, lika indrag, citattecken i par.",
        en_help="Compare the line and the one above with an example: colon and space after the key, even indentation, quotes in pairs.",
    ),
    "duplicate-key": Entry(
        sv="Nyckeln `{key}` står två gånger på samma ställe, och bara den första läses.",
        en="The key `{key}` is there twice in the same place, and only the first is read.",
        sv_help="Behåll en av dem, eller slå ihop innehållet.",
        en_help="Keep one of them, or merge what they contain.",
    ),
    "several-values": Entry(
        sv="Nyckeln `{key}` står två gånger på samma ställe, och bara den första läses.",
        en="The key `{key}` is there twice in the same place, and only the first is read.",
        sv_help="Behåll en av dem, eller skriv båda som en lista: nyckeln en gång, och ett bindestreck före var och en.",
        en_help="Keep one of them, or write both as a list: the key once, and a hyphen before each.",
    ),
    "no-first-line": Entry(
        sv="Här börjar en ny del av listan, men dess första rad saknas, den med `- {key}:`. Därför står nycklarna två gånger.",
        en="A new item of the list begins here, but its first line is missing, that with `- {key}:`. So the keys are there twice.",
        sv_help="Skriv raden ovanför. Hör raderna till delen ovanför, ta bort dem som inte gäller.",
        en_help="Write the line above it. If the lines belong to the item above, delete those that do not apply.",
    ),
    "bad-key": Entry(
        sv="En nyckel ska vara ett vanligt ord; en lista, ett tomt värde eller << kan inte vara det.",
        en="A key must be an ordinary word; a list, an empty value or << cannot be one.",
        sv_help="Skriv nyckeln som ett ord följt av kolon. Sätt citattecken runt den om den verkligen heter så.",
        en_help="Write the key as a word followed by a colon. Put quotes around it if that is really its name.",
    ),
    "list-in-braces": Entry(
        sv="Här står en lista inom klammerparenteser, som bara kan innehålla nycklar med värden.",
        en="Here is a list in braces, which only hold keys with values.",
        sv_help="Skriv hakparenteser runt listan: [ i stället för {{ och ] i stället för }}.",
        en_help="Write brackets around the list: [ for {{ and ] for }}.",
    ),
    "several-documents": Entry(
        sv="Här börjar ett andra dokument i samma fil.",
        en="A second document begins here in the same file.",
        sv_help="Lägg varje dokument i en egen fil, och ta bort en rad med --- eller ... mellan dem.",
        en_help="Keep each document in a file of its own, and delete a line with --- or ... between them.",
    ),
    "key-as-comment": Entry(
        sv="Raden börjar med # och är en kommentar, så det som följer hör till listan ovanför.",
        en="The line begins with # and is a comment, so what follows belongs to the list above.",
        sv_help="Är raden en rubrik: skriv nyckeln `{key}:` i stället.",
        en_help="If the line is a heading, write the key `{key}:` instead.",
    ),
    "keys-beside-hyphen": Entry(
        sv="Raderna under bindestrecket står lika långt in som det och hör därför inte till delen under `{key}`.",
        en="The lines below the hyphen stand as far in as it does, and so do not belong to the item of `{key}`.",
        sv_help="Dra in dem två blanksteg, så att de står under ordet efter bindestrecket.",
        en_help="Indent them by two spaces, so that they stand below the word after the hyphen.",
    ),
    "document-parted": Entry(
        sv="Raden delar filen i två dokument, men det som följer ser ut att höra till samma dokument.",
        en="The line parts the file into two documents, but what follows looks like a part of the same one.",
        sv_help="Ta bort raden.",
        en_help="Delete the line.",
    ),
    "comment-in-text": Entry(
        sv="Texten slutar här, för det som följer på mellanslag och # läses som en kommentar: {value}",
        en="The text ends here, for what follows a space and # is read as a comment: {value}",
        sv_help="Sätt raka citattecken runt hela texten om det hör till den. Är det en kommentar, skriv ett mellanslag efter #.",
        en_help="Put straight quotation marks around the whole text if it is part of it. If it is a comment, write a space after #.",
    ),
    "directive": Entry(
        sv="Rader som börjar med % i början av filen stöds inte, eftersom de ändrar vad resten betyder.",
        en="Lines that begin with % at the top of the file are not supported, for they change what the rest means.",
        sv_help="Ta bort raden med %.",
        en_help="Delete the line with %.",
    ),
    "alias": Entry(
        sv="Hänvisningen *{name} till ett annat ställe i filen stöds inte.",
        en="The alias *{name} to another place in the file is not supported.",
        sv_help="Skriv ut texten här också. Hänvisa till delar av dokumentet med deras id.",
        en_help="Write the text out here too. Refer to parts of the document by their id.",
    ),
    "alias-text": Entry(
        sv="En text som börjar med * utan citattecken läses som en hänvisning till ett annat ställe i filen.",
        en="A text that begins with * without quotation marks is read as a reference to another place in the file.",
        sv_help="Sätt raka citattecken runt hela texten.",
        en_help="Put straight quotation marks around the whole text.",
    ),
    "anchor": Entry(
        sv="Märket &{name} har ingen verkan, eftersom hänvisningar med * inte stöds.",
        en="The anchor &{name} has no effect, since aliases with * are not supported.",
        sv_help="Ta bort märket.",
        en_help="Delete the anchor.",
    ),
    "tag": Entry(
        sv="Typmärket {name} stöds inte. Typen framgår av nyckeln.",
        en="The tag {name} is not supported; the key says of what type a value is.",
        sv_help="Ta bort märket. Sätt citattecken runt texten om den ska börja med utropstecken.",
        en_help="Delete the tag. If the text begins with an exclamation mark, put quotes around it.",
    ),
    "too-deep": Entry(
        sv="Här ligger listor och grupper inuti varandra i fler än {most} nivåer.",
        en="Here lists and groups lie inside each other in more than {most} levels.",
        sv_help="Inget dokument behöver så många nivåer. Kontrollera hakparenteser, klammerparenteser och indrag.",
        en_help="No document needs so many levels. Check the brackets, braces and indentation.",
    ),
    "too-many": Entry(
        sv="Filen innehåller fler än {most} nycklar och värden och läses inte vidare.",
        en="The file contains more than {most} keys and values and is not read further.",
        sv_help="Dela upp dokumentet i flera filer.",
        en_help="Split the document into several files.",
    ),
}

FINDINGS: dict[str, str] = {name: "yaml-syntax" for name in READING if name.startswith("syntax-")} | {
    "list-in-braces": "bad-key",
    "comma-in-curly-quotes": "comma-in-braces",
    "comma-before-role": "comma-in-braces",
    "alias-text": "alias",
    "document-parted": "several-documents",
    "several-values": "duplicate-key",
    "no-first-line": "duplicate-key",
    "tabs": "tab",
    "tab-columns": "tab",
    "tab-figures": "tab",
    "tab-bullets": "tab",
}
"""The finding's name, of sentences that share one; the others are named as their sentence."""
