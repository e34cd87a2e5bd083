"""The words of forms for answers, and what is told when the answers are put together."""

from __future__ import annotations

from samverkan.words.sentence import Text

LAST = Text("{said} (uppföljningen {day})", "{said} (follow-up of {day})")
SHEET = Text("Svar", "Answers")
HEADINGS: dict[str, Text] = {
    "kind": Text("Typ", "Kind"),
    "what": Text("Vad", "What"),
    "responsible": Text("Ansvarig", "Responsible"),
    "deadline": Text("Senast", "By"),
    "baseline": Text("Utgångsläge", "Baseline"),
    "target": Text("Mål", "Target"),
    "last": Text("Senaste utfall", "Last outcome"),
    "result": Text("Utfall", "Outcome"),
    "light": Text("Bedömning", "Verdict"),
    "value": Text("Värde", "Value"),
    "unit": Text("Enhet", "Unit"),
    "period": Text("Siffran gäller", "Time of the figure"),
    "comment": Text("Kommentar", "Comment"),
    "obstacle": Text("Hinder", "Obstacle"),
    "carried_over": Text("Förs vidare", "Carried over"),
    "answered_by": Text("Besvarat av", "Answered by"),
    "answered": Text("Dag", "Day"),
}
GUIDE = Text(
    "Fyll i de vita rutorna på raderna som du svarar för, och skicka tillbaka filen. Välj Utfall och Bedömning i listorna. "
    "Skriv siffran i Värde, i den enhet som står bredvid. Om något inte är bedömt: välj det, och skriv skälet i Kommentar.",
    "Fill in the white cells of the rows that you answer for, and send the file back. Choose Outcome and Verdict from the "
    "lists. Write the figure in Value, in the unit beside it. Where something is not assessed: choose that, and give the "
    "reason in Comment.",
)
PERIOD = Text("Tiden som följs upp: {first} – {last}", "The time that is followed up: {first} – {last}")
WHO = Text("Den som svarar (namn eller roll):", "Who answers (name or role):")
DAY = Text("Dag:", "Day:")
YES, NO = Text("ja", "yes"), Text("nej", "no")
CHOOSE = Text("Välj i listan, eller lämna tomt.", "Choose from the list, or leave it empty.")
NO_FIGURE = Text("Skriv ett tal, utan enhet.", "Write a number, without its unit.")
NOBODY = Text("utan-ansvarig", "nobody-responsible")
OF_FORM = Text("{title}: {responsible}", "{title}: {responsible}")

COLLECTING: dict[str, Text] = {
    "form-written": Text(
        "Formuläret {path} är skrivet, med {count} rader att besvara. Skicka det till dem som svarar, och samla sedan in "
        "svaren: samverkan collect FILER.xlsx --into UPPFÖLJNING.yaml",
        "The form {path} is written, with {count} rows to answer. Send it to those who answer, and then collect the "
        "answers: samverkan collect FILES.xlsx --into FOLLOW-UP.yaml",
    ),
    "form-written-one": Text(
        "Formuläret {path} är skrivet, med en rad att besvara. Skicka det till dem som svarar, och samla sedan in "
        "svaren: samverkan collect FILER.xlsx --into UPPFÖLJNING.yaml",
        "The form {path} is written, with one row to answer. Send it to those who answer, and then collect the "
        "answers: samverkan collect FILES.xlsx --into FOLLOW-UP.yaml",
    ),
    "forms-written": Text(
        "Skicka dem till dem som svarar, och samla sedan in svaren: samverkan collect {folder} --into UPPFÖLJNING.yaml",
        "Send them to those who answer, and then collect the answers: samverkan collect {folder} --into FOLLOW-UP.yaml",
    ),
    "form-without-id": Text(
        "Saknar id, och kan bara följas upp i ord: {labels}. Ge dem id i {document} innan formuläret skickas.",
        "Have no id, and can be followed up in words only: {labels}. Give them ids in {document} before the form is sent.",
    ),
    "nothing-to-ask": Text(
        "I {ids} finns inget mål, åtagande eller löfte och ingen åtgärd att svara för, så formuläret skulle bli tomt.",
        "In {ids} there is no goal, commitment, promise or measure to answer for, so the form would be empty.",
    ),
    "only-follow-up": Text(
        "--xlsx och --by-responsible gäller bara follow-up. Kör till exempel: samverkan new follow-up --of {id} --xlsx",
        "--xlsx and --by-responsible are only for follow-up. Run for example: samverkan new follow-up --of {id} --xlsx",
    ),
    "form-is-no-text": Text(
        "Ett formulär kan inte skrivas till standardutdata. Ange en fil med --out.",
        "A form cannot be written to the standard output. Name a file with --out.",
    ),
    "no-files": Text(
        "I {folder} finns inga Excelfiler (.xlsx). Ange filerna med svar, eller mappen som de ligger i.",
        "There are no Excel files (.xlsx) in {folder}. Name the files with answers, or the folder that they are in.",
    ),
    "no-form": Text(
        "{file} är inget formulär från samverkan new follow-up --xlsx, eller saknar det dolda bladet samverkan. Be om att få svaren i originalfilen.",
        "{file} is no form of samverkan new follow-up --xlsx, or has lost its hidden sheet samverkan. Ask for the answers in the original file.",
    ),
    "newer-form": Text(
        "{file} är gjord av en nyare version av samverkan. Uppgradera, och försök igen.",
        "{file} was made by a newer version of samverkan. Upgrade, and try again.",
    ),
    "two-rounds": Text(
        "{file} hör till en annan uppföljning än {first}: den gäller {of}, med kontrollkoden {codes}. Samla in en uppföljning i taget.",
        "{file} belongs to another follow-up than {first}: it is of {of}, with the fingerprint {codes}. Collect one follow-up at a time.",
    ),
    "unread": Text(
        "{each} Inget är skrivet. Rätta det, eller kör kommandot utan de filerna.",
        "{each} Nothing is written. Mend that, or run the command without those files.",
    ),
    "exists": Text(
        "{path} finns redan och är ingen uppföljning av samma texter och tid. Välj en annan fil med --into, eller ersätt den med --force.",
        "{path} exists already and is no follow-up of the same texts and time. Choose another file with --into, or replace it with --force.",
    ),
    "not-kept": Text(
        "Svaren kan inte skrivas in i {path} utan att en kommentar eller ett annat värde går förlorat, så filen lämnas som den är. Välj en annan fil med --into, eller ersätt den med --force.",
        "The answers cannot be written into {path} without losing a comment or another value, so the file is left as it is. Choose another file with --into, or replace it with --force.",
    ),
    "kept-in-file": Text(
        "{label}: i {path} står {key}: ”{there}”, men ett svar säger ”{answered}”. Det som står i filen är kvar. Ändra där om svaret gäller, eller ta svaren med --force.",
        "{label}: {path} says {key}: “{there}”, but an answer says “{answered}”. What stands in the file is kept. Change it there if the answer applies, or take the answers with --force.",
    ),
    "filled-in": Text(
        "{path} är ifylld: svar på {count} punkter. Kommentarer, ordning och det som redan stod där är kvar. Läs igenom den, och kör: samverkan validate {path}",
        "{path} is filled in: answers to {count} items. Comments, order and what already stood there are kept. Read it through, and run: samverkan validate {path}",
    ),
    "nothing-new": Text(
        "Inget nytt i svaren: {path} är som den var.", "Nothing new in the answers: {path} is as it was."
    ),
    "replaced": Text("{path} är ersatt.", "{path} is replaced."),
    "written": Text(
        "Uppföljningen {path} är skriven, med {answered} av {all} besvarade. Läs igenom den, och kör: samverkan validate {path}",
        "The follow-up {path} is written, with {answered} of {all} answered. Read it through, and run: samverkan validate {path}",
    ),
    "missing": Text("Saknar svar: {labels} ({responsible}).", "Has no answer: {labels} ({responsible})."),
    "incomplete": Text(
        "Har svar utan utfall: {label}. Välj ett i raden Utfall (`result`).",
        "Has an answer without an outcome: {label}. Choose one in the line `result`.",
    ),
    "double": Text(
        "Dubbla svar som säger samma sak, och därför slås ihop: {each}.",
        "Double answers that say the same, and so are put together: {each}.",
    ),
    "double-one": Text("{label} ({files})", "{label} ({files})"),
    "conflict": Text(
        "Dubbla svar som skiljer sig: {label}. {answers} Välj ett; raden {keys} är lämnad tom i filen.",
        "Double answers that differ: {label}. {answers} Choose one; the line {keys} is left empty in the file.",
    ),
    "answer-of": Text("{file}: {value}.", "{file}: {value}."),
    "locked": Text(
        "{file}, {cell}: den låsta rutan {column} är ändrad från ”{old}” till ”{new}”. Ändringen tas inte med; fråga vad som menas.",
        "{file}, {cell}: the locked cell {column} is changed from “{old}” to “{new}”. The change is not taken in; ask what is meant.",
    ),
    "unknown-row": Text(
        "{file}, rad {row}: raden hör inte till formuläret och tas inte med: {text}",
        "{file}, row {row}: the row is no part of the form and is not taken in: {text}",
    ),
    "outside": Text(
        "{file}, {cell}: text utanför svarsrutorna tas inte med: {text}",
        "{file}, {cell}: text outside the cells for answers is not taken in: {text}",
    ),
    "wrong-unit": Text(
        "{file}, {cell}: ”{value}” är i en annan enhet än {unit}. Siffran tas inte med som värde; den står som en kommentar i filen.",
        "{file}, {cell}: “{value}” is in another unit than {unit}. The figure is not taken in as the value; it stands as a comment in the file.",
    ),
    "odd-share": Text(
        "{file}, {cell}: {value} procent skiljer sig mycket från de tidigare siffrorna. Menas {other} procent? Siffran är inskriven som den står.",
        "{file}, {cell}: {value} per cent is far from the earlier figures. Is {other} per cent meant? The figure is written as it stands.",
    ),
    "over-share": Text(
        "{file}, {cell}: {value} procent är mer än 100 procent. Siffran är inskriven som den står; kontrollera den.",
        "{file}, {cell}: {value} per cent is more than 100 per cent. The figure is written as it stands; check it.",
    ),
    "not-understood": Text(
        "{file}, {cell}: ”{value}” under {column} går inte att läsa. Det står som en kommentar i filen.",
        "{file}, {cell}: “{value}” under {column} cannot be read. It stands as a comment in the file.",
    ),
    "formula": Text(
        "{file}, {cell}: svaret är en formel. Värdet som filen visade, {value}, är inskrivet; kontrollera det.",
        "{file}, {cell}: the answer is a formula. The value that the file showed, {value}, has been written; check it.",
    ),
    "formula-empty": Text(
        "{file}, {cell}: svaret är en formel utan färdigt värde och tas inte med. Skriv in värdet i formuläret.",
        "{file}, {cell}: the answer is a formula without a ready value and is not taken in. Write the value in the form.",
    ),
    "formula-elsewhere": Text(
        "{file}, {cell}: svaret är en formel som hämtar från en annan fil och tas inte med. Skriv in värdet i formuläret.",
        "{file}, {cell}: the answer is a formula that fetches from another file and is not taken in. Write the value in the form.",
    ),
    "text-changed": Text(
        "{document} har ändrats sedan formuläret gjordes. Uppföljningen gäller den tidigare texten ({then}) och flyttar därför ingen tidsfrist för den nuvarande ({now}).",
        "{document} has been changed since the form was made. The follow-up is of the earlier text ({then}), and so moves no deadline of the present one ({now}).",
    ),
    "gone": Text(
        "Finns inte längre i {document}, men har svar: {label}. Svaret står med sin rubrik i filen.",
        "Is no longer in {document}, but has an answer: {label}. The answer stands with its title in the file.",
    ),
    "no-reason": Text(
        "Inte bedömt, utan skäl: {label}. Skriv skälet i raden Skäl (`why_not`).",
        "Not assessed, without a reason: {label}. Write the reason in the line `why_not`.",
    ),
}
NOTE_LEFT = Text("{file} skrev ”{value}” under {column}.", "{file} wrote “{value}” under {column}.")
ANSWER_PART = Text("{name} {value}", "{name} {value}")
NOTE_MISSING = Text("Inget svar.", "No answer.")
NOTE_CONFLICT = Text("Svaren skiljer sig: {answers}", "The answers differ: {answers}")
NOTE_HEAD = Text(
    "Sammanställd av svar i Excel: {files}. Läs igenom den, och kör: samverkan validate",
    "Put together from answers in Excel: {files}. Read it through, and run: samverkan validate",
)
SIGNED_COMMENT = Text("{who}: {text}", "{who}: {text}")
