"""Sentences about values that are missing, or are not such as belong under their key."""

from __future__ import annotations

from samverkan.words.sentence import Entry

VALUES: dict[str, Entry] = {
    "empty-value": Entry(
        sv="Här saknas ett värde.",
        en="A value is missing here.",
        sv_help="Fyll i värdet, eller ta bort raden om den inte behövs. Sätt citattecken runt ordet `null` om det ska stå i texten.",
        en_help="Fill in the value, or delete the line if it is not needed. If the word `null` is meant, put quotes around it.",
    ),
    "no-colon": Entry(
        sv="Ett kolon saknas efter `{key}`.",
        en="A colon is missing after `{key}`.",
        sv_help="Skriv kolon och mellanslag mellan nyckeln och värdet: `{line}`.",
        en_help="Write a colon and a space between the key and its value: `{line}`.",
    ),
    "empty-choice": Entry(
        sv="Här saknas ett värde.",
        en="A value is missing here.",
        sv_help="Välj {choices}. Ta bort raden om den inte behövs.",
        en_help="Choose {choices}. Delete the line if it is not needed.",
    ),
    "empty-example": Entry(
        sv="Här saknas ett värde.",
        en="A value is missing here.",
        sv_help="Skriv till exempel `{example}`. Ta bort raden om den inte behövs.",
        en_help="Write for instance `{example}`. Delete the line if it is not needed.",
    ),
    "empty-figure": Entry(
        sv="Här saknas ett värde.",
        en="A value is missing here.",
        sv_help="Fyll i siffran, eller ta bort raden. Om dokumentet säger att uppgiften saknas, skriv det i stället för raden: `{line}`.",
        en_help="Fill in the figure, or delete the line. If the document says that it is not known, write so instead of the line: `{line}`.",
    ),
    "empty-figure-beside": Entry(
        sv="Här saknas ett värde.",
        en="A value is missing here.",
        sv_help="Fyll i siffran. Om uppgiften saknas: ta bort raden, för det kan sägas i ord i texten bredvid.",
        en_help="Fill in the figure. If it is not known, delete the line: the text beside it can say so in words.",
    ),
    "not-known": Entry(
        sv="{value} säger att uppgiften inte är känd ännu.",
        en="{value} says that this is not known yet.",
        sv_help="Utelämna {title} (`{key}`) tills ni vet. En rad som börjar med # läses inte, så skriv # före den om den ska finnas kvar.",
        en_help="Leave out `{key}` until you know. A line that begins with # is not read: write # before it if it is to stay.",
    ),
    "not-known-needed": Entry(
        sv="{value} säger att uppgiften inte är känd ännu, men {title} (`{key}`) behövs här.",
        en="{value} says that this is not known yet, but `{key}` is needed here.",
        sv_help="Ta reda på det som ska stå, och skriv det som i exemplet: `{example}`.",
        en_help="Find out what belongs here, and write it as in the example: `{example}`.",
    ),
    "not-known-time": Entry(
        sv="{value} säger att tiden inte är känd ännu, men {title} (`{key}`) behövs här.",
        en="{value} says that the time is not known yet, but `{key}` is needed here.",
        sv_help="Skriv så mycket som ni vet: året räcker, till exempel `{example}`.",
        en_help="Write as much as you know: the year is enough, such as `{example}`.",
    ),
    "two-figures": Entry(
        sv="{value} är två tal, men här kan bara ett stå.",
        en="{value} is two numbers, but only one can stand here.",
        sv_help="Är det första siffran som det mäts med räcker Värde (`value: {first}`). Annars skrivs båda under Siffror "
        "(`counts`), med egna rubriker.",
        en_help="If the first is the figure that it is measured with, `value: {first}` is enough. If not, both are "
        "written under `counts`, with headings of their own.",
    ),
    "words-for-figure": Entry(
        sv="{value} är inte ett tal.",
        en="{value} is not a number.",
        sv_help="Skriv siffror, med punkt före decimalerna. Det som sägs i ord får en egen nyckel; skriv i stället för raden: `{line}`.",
        en_help="Write digits, with a point before the decimals. What is said in words has a key of its own; write instead of the line: `{line}`.",
    ),
    "words-for-figure-beside": Entry(
        sv="{value} är inte ett tal.",
        en="{value} is not a number.",
        sv_help="Skriv siffror, med punkt före decimalerna. Det som sägs i ord hör hemma i texten bredvid; ta då bort raden.",
        en_help="Write digits, with a point before the decimals. What is said in words belongs in the text beside it; then delete the line.",
    ),
    "empty-list": Entry(
        sv="Listan är tom.",
        en="The list is empty.",
        sv_help="Lägg till minst en rad som börjar med bindestreck, eller ta bort nyckeln.",
        en_help="Add at least one line that begins with a hyphen, or delete the key.",
    ),
    "too-few-parties": Entry(
        sv="En överenskommelse behöver minst två parter.",
        en="An agreement needs at least two parties.",
        sv_help="Lägg till den part som saknas under Parter (`parties`), till exempel lokalpolisområdet.",
        en_help="Add the missing party under `parties`, such as the local police area.",
    ),
    "blank": Entry(
        sv="Texten är tom eller innehåller bara osynliga tecken.",
        en="The text is empty or contains only invisible characters.",
        sv_help="Skriv texten, eller ta bort raden om den inte behövs.",
        en_help="Write the text, or delete the line if it is not needed.",
    ),
    "text-wanted": Entry(
        sv="Här ska stå en text, men här står {met}.",
        en="A text belongs here, but here is {met}.",
        sv_help="Skriv texten på en rad, till exempel `{example}`. Sätt citattecken runt den om den innehåller kolon eller hakparenteser.",
        en_help="Write the text on one line, such as `{example}`. If it contains a colon or brackets, put quotes around it.",
    ),
    "value-wanted": Entry(
        sv="Här ska stå {wanted}, men här står {met}.",
        en="This must be {wanted}, but is {met}.",
        sv_help="{about}Skriv till exempel `{example}`.",
        en_help="Write, for instance, `{example}`.",
    ),
    "colon-in-text": Entry(
        sv="Kolonet i texten läses som gränsen mellan en nyckel och ett värde.",
        en="The colon in the text is read as the border between a key and a value.",
        sv_help="Sätt raka citattecken runt hela texten.",
        en_help="Put straight quotation marks around the whole text.",
    ),
    "list-wanted": Entry(
        sv="Här ska stå en lista, men här står {met}.",
        en="A list belongs here, but here is {met}.",
        sv_help="Skriv en lista inom hakparentes, eller varje del på en egen rad som börjar med bindestreck och mellanslag, "
        "till exempel `{example}`.",
        en_help="Write a list in brackets, or each item on a line of its own that begins with a hyphen and a space, such as "
        "`{example}`.",
    ),
    "list-in-text": Entry(
        sv="Raderna är redan en lista, men tecknet efter nyckelns kolon gör dem till en text.",
        en="The lines are a list already, but the mark after the colon of the key makes them a text.",
        sv_help="Ta bort tecknet efter kolonet.",
        en_help="Delete the mark after the colon.",
    ),
    "hyphen-each": Entry(
        sv="Varje nyckel har fått ett eget bindestreck, så raderna läses som var sin del av listan.",
        en="Each key has been given a hyphen of its own, so each line is read as an item of the list.",
        sv_help="Skriv bindestrecket bara före den första nyckeln i varje del, och rada upp de andra under den.",
        en_help="Write the hyphen only before the first key of each item, and line up the others below it.",
    ),
    "texts-in-braces": Entry(
        sv="Klammerparenteser är för nycklar med värden, men här står bara text i dem.",
        en="Braces are for keys with values, but here they hold only text.",
        sv_help="Skriv en text utan klammerparenteser, och flera texter inom hakparenteser.",
        en_help="Write one text without the braces, and several texts in square brackets.",
    ),
    "bullet": Entry(
        sv="Delarna i listan börjar med {value}, som YAML läser som text.",
        en="The items of the list begin with {value}, which YAML reads as text.",
        sv_help="Börja varje del på en egen rad, med ett vanligt bindestreck och ett mellanslag.",
        en_help="Begin each item on a line of its own, with an ordinary hyphen and a space.",
    ),
    "odd-character": Entry(
        sv="I {value} står tecken som ordbehandlare sätter in i stället för de vanliga: {code}.",
        en="{value} has characters that word processors put in the place of the ordinary ones: {code}.",
        sv_help="Skriv med raka citattecken, vanliga bindestreck och vanliga mellanslag.",
        en_help="Write straight quotation marks, ordinary hyphens and ordinary spaces.",
    ),
    "mapping-wanted": Entry(
        sv="Här ska stå nycklar med värden, men här står {met}.",
        en="Keys with values belong here, but here is {met}.",
        sv_help="Skriv till exempel `{example}`. Här kan stå: {keys}.",
        en_help="Write, for instance, `{example}`. These keys can be used here: {keys}.",
    ),
    "bad-choice": Entry(
        sv="{value} kan inte stå här.",
        en="{value} cannot be used here.",
        sv_help="Välj {choices}.{guess}",
        en_help="Choose {choices}.{guess}",
    ),
    "bad-date": Entry(
        sv="{value} är inte en tid som känns igen.",
        en="{value} is not a time that is recognised.",
        sv_help="Skriv år, månad och dag med bindestreck, till exempel 2024-09-11, bara 2024-09 eller 2024, eller i ord, "
        "till exempel hösten 2024, T1 2024 eller efter sommaren 2024. Andra tider kan stå i texten.",
        en_help="Write year, month and day with hyphens, such as 2024-09-11, only 2024-09 or 2024, or words such as "
        "autumn 2024, T1 2024 or after the summer of 2024. Other times can stand in the text.",
    ),
    "bad-date-beside": Entry(
        sv="{value} är inte en tid som känns igen.",
        en="{value} is not a time that is recognised.",
        sv_help="Skriv år, månad och dag med bindestreck, till exempel 2024-09-11, bara 2024-09 eller 2024, eller i ord, "
        "till exempel hösten 2024, T1 2024 eller efter sommaren 2024. Andra tider skrivs under {title} (`{key}`).",
        en_help="Write year, month and day with hyphens, such as 2024-09-11, only 2024-09 or 2024, or words such as "
        "autumn 2024, T1 2024 or after the summer of 2024. Write other times under `{key}`.",
    ),
    "bad-start": Entry(
        sv="{value} är varken en tid som känns igen eller ordet `signing`.",
        en="{value} is neither a time that is recognised nor the word `signing`.",
        sv_help="Skriv till exempel 2024-09-11, 2024-09, 2024 eller hösten 2024, eller `signing` för dagen då alla har "
        "undertecknat. Andra tider skrivs under I ord (`text`).",
        en_help="Write, for instance, 2024-09-11, 2024-09, 2024 or autumn 2024, or `signing` for the day when all have "
        "signed. Other times go under `text`.",
    ),
    "bad-end": Entry(
        sv="{value} är varken en tid som känns igen eller ordet `further-notice`.",
        en="{value} is neither a time that is recognised nor the word `further-notice`.",
        sv_help="Skriv till exempel 2026-12-31, 2026-12, 2026 eller våren 2026, eller `further-notice` för det som gäller "
        "tills vidare. Andra tider skrivs under I ord (`text`).",
        en_help="Write, for instance, 2026-12-31, 2026-12, 2026 or spring 2026, or `further-notice` for what applies "
        "until further notice. Other times go under `text`.",
    ),
    "bad-end-or-next": Entry(
        sv="{value} är varken en tid som känns igen eller något av orden för ett öppet slut.",
        en="{value} is neither a time that is recognised nor a word for an open end.",
        sv_help="Skriv till exempel 2026-12-31, 2026-12, 2026 eller våren 2026, `further-notice` för det som gäller tills "
        "vidare, eller `next` för ett löfte som gäller tills nästa ges. Andra tider skrivs under I ord (`text`).",
        en_help="Write, for instance, 2026-12-31, 2026-12, 2026 or spring 2026, `further-notice` for what applies until "
        "further notice, or `next` for a promise that applies until the next. Other times go under `text`.",
    ),
    "end-on-terms": Entry(
        sv="I {value} står mer än ett datum.",
        en="{value} says more than a date.",
        sv_help="Skriv datumet under {title} (`{key}`), och det som gäller därutöver under I ord (`text`).",
        en_help="Write the date under `{key}`, and what applies besides under `text`.",
    ),
    "clock-for-day": Entry(
        sv="{value} säger inte vilken dag.",
        en="{value} does not say which day.",
        sv_help="Skriv dagen, månaden eller året, till exempel `{example}`. Ett klockslag hör hemma i texten.",
        en_help="Write the day, the month or the year, such as `{example}`. A time of the day belongs in the text.",
    ),
    "date-without-year": Entry(
        sv="{value} säger inte vilket år.",
        en="{value} does not say which year.",
        sv_help="Skriv året också, till exempel {example}.",
        en_help="Write the year too, such as {example}.",
    ),
    "absent-date": Entry(
        sv="Datumet {value} finns inte: {month} har {last} dagar.",
        en="The date {value} does not exist: {month} has {last} days.",
        sv_help="Rätta dagen.",
        en_help="Correct the day.",
    ),
    "several-days": Entry(
        sv="{value} är flera dagar, men här kan bara en stå.",
        en="{value} is several days, but only one can stand here.",
        sv_help="Skriv den första, `{example}`, och nämn alla i texten bredvid.",
        en_help="Write the first, `{example}`, and name them all in the text beside it.",
    ),
    "time-of-target": Entry(
        sv="Nyckeln {key} finns inte i ett målvärde: när det ska vara nått står på målet.",
        en="The key {key} is not one of a target: by when it is to be reached stands in the goal.",
        sv_help="Tiden hör till Senast (`deadline`) på målet och skrivs bara där.",
        en_help="The time belongs under `deadline` of the goal, and is written only there.",
    ),
    "several-days-of-month": Entry(
        sv="{value} är flera dagar, men här kan bara en stå.",
        en="{value} is several days, but only one can stand here.",
        sv_help="Skriv månaden, `{example}`, och nämn dagarna i texten.",
        en_help="Write the month, `{example}`, and name the days in the text.",
    ),
    "absent-month": Entry(
        sv="Datumet {value} finns inte: månaderna har nummer 01–12.",
        en="The date {value} does not exist: the months have the numbers 01–12.",
        sv_help="Skriv år, månad och dag i den ordningen, till exempel 2024-09-11, bara 2024-09 eller 2024.",
        en_help="Write year, month and day in that order, such as 2024-09-11, only 2024-09 or 2024.",
    ),
    "backwards-time": Entry(
        sv="Tiden slutar innan den börjar.",
        en="The time ends before it begins.",
        sv_help="Rätta Från (`from`) eller Till och med (`until`).",
        en_help="Correct `from` or `until`.",
    ),
    "bad-duration": Entry(
        sv="{value} är inte en tidslängd.",
        en="{value} is not a length of time.",
        sv_help="Skriv P, antalet och D (dagar), W (veckor), M (månader) eller Y (år): P6M är sex månader.",
        en_help="Write P, the number and D (days), W (weeks), M (months) or Y (years): P6M is six months.",
    ),
    "no-duration": Entry(
        sv="Tidslängden {value} är inte längre än noll.",
        en="The length of time {value} is no longer than zero.",
        sv_help="Skriv hur länge, minst P1D (en dag). Är längden inte bestämd, ta bort nyckeln eller skriv med ord.",
        en_help="Write how long, at least P1D (one day). If the length is not settled, remove the key or use words.",
    ),
    "long-duration": Entry(
        sv="Tidslängden {value} är för lång.",
        en="The length of time {value} is too long.",
        sv_help="Skriv antalet som högst 1200, till exempel P4Y för fyra år.",
        en_help="Write no more than 1200, such as P4Y for four years.",
    ),
    "no-cadence": Entry(
        sv="{value} säger inte hur ofta: tiden emellan är inte längre än noll.",
        en="{value} does not say how often: the time between is no longer than zero.",
        sv_help="Skriv tiden emellan, minst P1D (varje dag), eller välj `as-needed` för det som görs vid behov.",
        en_help="Write the time between, at least P1D (each day), or choose `as-needed` for what is done as needed.",
    ),
    "bad-cadence": Entry(
        sv="{value} säger inte hur ofta.",
        en="{value} does not say how often.",
        sv_help="Välj {choices}, gärna med `at-least-` före (minst), eller en egen längd som P18M (18 månader).{guess}",
        en_help="Choose {choices}, with `at-least-` before it if you like, or a length of your own such as P18M (18 months).{guess}",
    ),
    "bad-id": Entry(
        sv="{value} kan inte vara ett id.",
        en="{value} cannot be an id.",
        sv_help="Använd små bokstäver, siffror och bindestreck, till exempel {guess}.",
        en_help="Use lower-case letters, digits and hyphens, such as {guess}.",
    ),
    "bad-reference": Entry(
        sv="{value} kan inte vara en hänvisning.",
        en="{value} cannot be a reference.",
        sv_help="Skriv ett id ur dokumentet, ett annat dokuments id, eller dokumentets id, # och delens id.",
        en_help="Write an id of this document, another document's id, or the document's id, # and the part's id.",
    ),
    "bad-document": Entry(
        sv="{value} kan inte vara en hänvisning.",
        en="{value} cannot be a reference.",
        sv_help="Skriv dokumentets id. Finns det inte som fil här, skriv dess titel i stället, till exempel `{{title: Åtgärdsplan 2019}}`.",
        en_help="Write the document's id. If it is not a file here, write its title instead, such as `{{title: Action plan 2019}}`.",
    ),
    "several-references": Entry(
        sv="{value} är flera id:n skrivna som en text.",
        en="{value} is several ids written as one text.",
        sv_help="Skriv dem som en lista inom hakparentes, med komma mellan. Gäller det alla parter räcker `jointly`.",
        en_help="Write them as a list in brackets, with commas between. For all the parties `jointly` is enough.",
    ),
    "ids-without-comma": Entry(
        sv="{value} är flera id:n utan komma mellan.",
        en="{value} is several ids with no comma between them.",
        sv_help="Skriv dem som en lista inom hakparentes, med komma mellan.",
        en_help="Write them as a list in brackets, with commas between.",
    ),
    "values-swapped": Entry(
        sv="{value} och {other} har bytt plats.",
        en="{value} and {other} have changed places.",
        sv_help="Skriv {other} under {title} (`{key}`) och {value} under {title_there} (`{belongs}`).",
        en_help="Write {other} under `{key}` and {value} under `{belongs}`.",
    ),
    "party-and-role-swapped": Entry(
        sv="{value} är ingen part, men det är {party}, som står under Roll (`role`): de har bytt plats.",
        en="{value} is no party, but {party} is, which stands under `role`: they have changed places.",
        sv_help="Skriv parten under Part (`party`) och rollen under Roll (`role`).",
        en_help="Write the party under `party`, and the role under `role`.",
    ),
    "no-party": Entry(
        sv="Bland parterna finns inte {names}.",
        en="The parties do not include {names}.",
        sv_help="Här kan bara parters id:n stå: {known}. Nämn andra i texten.",
        en_help="Only ids of parties can stand here: {known}. Mention others in the text.",
    ),
    "no-party-but-member": Entry(
        sv="Bland parterna finns inte {names}.",
        en="The parties do not include {names}.",
        sv_help="Skriv parternas id:n under Parter (`members`) och de andra under Övriga (`other_members`).",
        en_help="Write the ids of the parties under `members`, and the others under `other_members`.",
    ),
    "no-party-but-actor": Entry(
        sv="Bland parterna finns inte {names}.",
        en="The parties do not include {names}.",
        sv_help="Skriv partens id under Part (`party`), och den som inte är part under Organisation (`organisation`).",
        en_help="Write the party's id under `party`, and who is no party under `organisation`.",
    ),
    "several-in-one": Entry(
        sv="{value} är flera, men här kan bara en stå.",
        en="{value} is several, but only one can stand here.",
        sv_help="Skriv en rad i listan för var och en.",
        en_help="Write an item of the list for each.",
    ),
    "parted-in-several": Entry(
        sv="{value} är flera, men här kan bara en stå.",
        en="{value} is several, but only one can stand here.",
        sv_help="Skriv en del i listan för var och en. Det som redan står hör då till {first}: flytta ner det som gäller "
        "{others}.",
        en_help="Write an item of the list for each. What is there belongs to {first} then: move down what is about "
        "{others}.",
    ),
    "bad-code": Entry(
        sv="{value} är inte en kommunkod.",
        en="{value} is not a municipality code.",
        sv_help='Skriv kommunens fyrsiffriga kod hos SCB inom citattecken, till exempel `"0761"`.',
        en_help='Write the four-digit code of the municipality at Statistics Sweden in quotes, such as `"0761"`.',
    ),
    "bad-organisation-number": Entry(
        sv="Det här är inget organisationsnummer.",
        en="This is not a Swedish corporate identity number.",
        sv_help="Skriv organisationens tio siffror, till exempel 202100-0076. Den sista siffran är en kontrollsiffra, så "
        "ett skrivfel syns. Ett personnummer ska inte stå här.",
        en_help="Write the ten digits of the organisation, such as 202100-0076. The last one is a check digit, which "
        "shows a slip of the pen. A personal identity number must not stand here.",
    ),
    "bad-colour": Entry(
        sv="{value} är inte en färg.",
        en="{value} is not a colour.",
        sv_help='Skriv # och sex tecken (0–9, a–f) inom citattecken, till exempel `"#1f4e79"`.',
        en_help='Write # and six characters (0–9, a–f) in quotes, such as `"#1f4e79"`.',
    ),
    "bad-url": Entry(
        sv="{value} är inte en webbadress.",
        en="{value} is not a web address.",
        sv_help="Skriv hela adressen, med https:// först.",
        en_help="Write the whole address, beginning with https://.",
    ),
    "bad-number": Entry(
        sv="{value} är inte ett tal.",
        en="{value} is not a number.",
        sv_help="Skriv siffror, med punkt före decimalerna och utan mellanslag, till exempel 12.5. Enheten skrivs för sig.",
        en_help="Write digits, with a point before the decimals and without spaces, such as 12.5. The unit is written apart.",
    ),
    "span-as-keys": Entry(
        sv="En lägsta och en högsta siffra skrivs inte med {keys}.",
        en="A least and a greatest figure are not written with {keys}.",
        sv_help="Skriv den lägsta under Minst (`at_least`) och den högsta under Högst (`at_most`).",
        en_help="Write the least under `at_least` and the greatest under `at_most`.",
    ),
    "change-as-keys": Entry(
        sv="Målvärdet skrivs inte med {keys}.",
        en="The target is not written with {keys}.",
        sv_help="Skriv siffran som ska nås här, och siffran som ni utgår från under Utgångsläge (`baseline`).",
        en_help="Write the figure to be reached here, and the one that you start from under `baseline`.",
    ),
    "thousands-with-comma": Entry(
        sv="{value} kan läsas på två sätt.",
        en="{value} can be read in two ways.",
        sv_help="Menas tusental, skriv utan komma: {meant}. Menas decimaler, skriv punkt: {decimals}.",
        en_help="If thousands are meant, write no comma: {meant}. If decimals, write a point: {decimals}.",
    ),
    "bad-whole-number": Entry(
        sv="{value} är inget heltal.",
        en="{value} is not a whole number.",
        sv_help="Skriv ett heltal med siffror, 1 eller mer.",
        en_help="Write a whole number in digits, 1 or more.",
    ),
    "bad-yes-or-no": Entry(
        sv="{value} är varken `true` eller `false`.",
        en="{value} is neither `true` nor `false`.",
        sv_help="Skriv `true` för ja eller `false` för nej.",
        en_help="Write `true` for yes or `false` for no.",
    ),
    "bad-target": Entry(
        sv="Ett målvärde ska vara ett tal, en gräns eller en förändring i procent, och bara en av de tre.",
        en="A target must be a value, a limit or a change in per cent, and only one of them.",
        sv_help="Behåll Målvärde (`value`), Minst (`at_least`) och Högst (`at_most`), Över (`more_than`), Under (`less_than`) eller Förändring i procent (`change_percent`).",
        en_help="Keep `value`, `at_least` and `at_most`, `more_than`, `less_than`, or `change_percent`.",
    ),
    "bad-quantity": Entry(
        sv="En omfattning ska anges på ett sätt: ett antal, en gräns eller i ord.",
        en="A quantity must be said in one way: a number, a limit or in words.",
        sv_help="Behåll Antal (`exactly`), Cirka (`about`) eller Fler än (`more_than`), eller Minst (`at_least`) och Högst (`at_most`), eller skriv omfattningen under I ord (`text`).",
        en_help="Keep `exactly`, `about`, `more_than`, or `at_least` and `at_most`, or write the quantity under `text`.",
    ),
    "bad-consultation": Entry(
        sv="Tiden för samråd är angiven på två sätt.",
        en="The time of consultation is given in two ways.",
        sv_help="Behåll Samråd senast (`consult_by`), ett datum, eller Samråd före slutet (`consult_before_end`), en längd.",
        en_help="Keep `consult_by` (a date) or `consult_before_end` (time before the end).",
    ),
    "joined-comment": Entry(
        sv="Det saknas ett mellanslag före #, så kommentaren läses som en del av värdet.",
        en="A space is missing before #, so the comment is read as part of the value.",
        sv_help="Skriv ett mellanslag före # och ett efter.",
        en_help="Write a space before # and one after it.",
    ),
    "bad-value": Entry(
        sv="Värdet kan inte stå här.",
        en="The value cannot be used here.",
        sv_help="Jämför med beskrivningen av nyckeln i schemat, som skrivs ut med `samverkan schema`.",
        en_help="Compare with the key's description in the schema, which `samverkan schema` prints.",
    ),
}
