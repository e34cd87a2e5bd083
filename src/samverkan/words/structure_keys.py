"""Sentences about documents and parts whose keys are others than those of their kind."""

from __future__ import annotations

from samverkan.words.sentence import Entry

KEYS: dict[str, Entry] = {
    "not-samverkan": Entry(
        sv="Filen är YAML men inte ett samverkansdokument: nyckeln `samverkan` saknas.",
        en="The file is YAML but not a samverkan document: the key `samverkan` is missing.",
        sv_help="Skriv `samverkan: 1` överst om det är ett av era dokument. Ange annars inte filen.",
        en_help="Write `samverkan: 1` at the top if it is one of your documents; otherwise do not name the file.",
    ),
    "not-a-mapping": Entry(
        sv="Dokumentet ska bestå av nycklar med värden, men är {met}.",
        en="The document must consist of keys with values, but is {met}.",
        sv_help="Börja med raderna `samverkan: 1`, `kind: agreement` och `id: ett-eget-namn`, eller utgå från en färdig fil: samverkan example agreement --out .",
        en_help="Begin with the lines `samverkan: 1`, `kind: agreement` and `id: a-name-of-its-own`, or start from a whole file: samverkan example agreement --out .",
    ),
    "newer-format": Entry(
        sv="Filformatet {value} känns inte igen; den här versionen läser format 1.",
        en="The file format {value} is not known; this version reads format 1.",
        sv_help="Skriv `samverkan: 1`, eller installera en nyare version av samverkan om filen är gjord med en sådan.",
        en_help="Write `samverkan: 1`, or install a newer version of samverkan if one made the file.",
    ),
    "unknown-kind": Entry(
        sv="Dokumenttypen {value} känns inte igen.",
        en="The document kind {value} is not known.",
        sv_help="Den här versionen läser {known}.{guess}",
        en_help="This version reads {known}.{guess}",
    ),
    "other-kind": Entry(
        sv="Dokumentet kallas {kind}, men nycklarna hör till {meant}.",
        en="The document is called {kind}, but its keys belong to {meant}.",
        sv_help="Skriv `kind: {meant}`, eller byt nycklarna om det verkligen är {kind}.",
        en_help="Write `kind: {meant}`, or change the keys if it really is {kind}.",
    ),
    "missing-kind": Entry(
        sv="Det framgår inte vilken typ av dokument det är: nyckeln `kind` saknas.",
        en="The document does not say of what kind it is: the key `kind` is missing.",
        sv_help="Skriv `kind:` och sedan någon av {known}.",
        en_help="Write `kind:` and then one of {known}.",
    ),
    "unknown-key": Entry(
        sv="Nyckeln {key} finns inte här.",
        en="There is no key {key} here.",
        sv_help="Menade du `{guess}`?",
        en_help="Did you mean `{guess}`?",
    ),
    "unknown-key-elsewhere": Entry(
        sv="Nyckeln {key} finns inte här.",
        en="There is no key {key} here.",
        sv_help="Den hör hemma {place}. Flytta den dit, med rätt indrag.",
        en_help="It belongs {place}. Move it there, with the right indentation.",
    ),
    "unknown-key-of-part": Entry(
        sv="Nyckeln {key} finns inte här.",
        en="There is no key {key} here.",
        sv_help="Det hör hemma under {title} (`{place}`).",
        en_help="It belongs under `{place}`.",
    ),
    "case-number-of-part": Entry(
        sv="Nyckeln {key} finns inte här.",
        en="There is no key {key} here.",
        sv_help="Diarienumret står i posten som det gäller, under {title} (`{list}`): `{line}`.",
        en_help="The case number stands in the item that it is of, under `{list}`: `{line}`.",
    ),
    "name-of-actor": Entry(
        sv="Nyckeln {key} finns inte här.",
        en="There is no key {key} here.",
        sv_help="Skriv det under `{meant}`: en persons namn står under Kontakt (`contact`), ett uppdrag under Roll "
        "(`role`) och en organisation utanför parterna under Organisation (`organisation`).",
        en_help="Write it under `{meant}`: a person's name stands under `contact`, an office under `role`, and an "
        "organisation that is no party under `organisation`.",
    ),
    "unknown-key-same": Entry(
        sv="Nyckeln {key} finns inte här.",
        en="There is no key {key} here.",
        sv_help="Här skrivs det under `{same}`, till exempel `{example}`.",
        en_help="Here it is written under `{same}`, such as `{example}`.",
    ),
    "key-like-another": Entry(
        sv="Det som står här kan inte stå under {title} (`{key}`).",
        en="What stands here cannot stand under `{key}`.",
        sv_help="Det hör hemma under {meant_title} (`{meant}`), som heter nästan likadant.",
        en_help="It belongs under `{meant}`, whose name is nearly the same.",
    ),
    "own-section": Entry(
        sv="Nyckeln {key} finns inte här.",
        en="There is no key {key} here.",
        sv_help="Text under en egen rubrik skrivs under Egna avsnitt (`sections`).",
        en_help="A text under a heading of your own is written under `sections`.",
    ),
    "period-apart": Entry(
        sv="Nyckeln {key} finns inte här.",
        en="There is no key {key} here.",
        sv_help="Här skrivs den första och den sista dagen var för sig, under Från (`{meant}`) och Till (`{same}`).",
        en_help="Here the first and the last day are written apart, under `{meant}` and `{same}`.",
    ),
    "more-than-key": Entry(
        sv="{value} säger mer än det som hör hemma under {title} (`{key}`).",
        en="{value} says more than what belongs under `{key}`.",
        sv_help="Skriv resten under {same_title} (`{same}`).",
        en_help="Write the rest under `{same}`.",
    ),
    "value-of-other-key": Entry(
        sv="{value} hör inte hemma under {title} (`{key}`).",
        en="{value} does not belong under `{key}`.",
        sv_help="Skriv det under {same_title} (`{same}`) i stället.",
        en_help="Write it under `{same}` instead.",
    ),
    "key-and-text": Entry(
        sv="{value} läses som en nyckel, eftersom ett kolon följer.",
        en="{value} is read as a key, since a colon follows it.",
        sv_help="Skriv det under {title} (`{meant}`), och resten under {same_title} (`{same}`).",
        en_help="Write it under `{meant}`, and the rest under `{same}`.",
    ),
    "party-as-key": Entry(
        sv="{value} är en part och kan inte vara en nyckel här.",
        en="{value} is a party and cannot be a key here.",
        sv_help="Skriv parten under {title} (`{meant}`), och resten under {same_title} (`{same}`).",
        en_help="Write the party under `{meant}`, and the rest under `{same}`.",
    ),
    "two-keys": Entry(
        sv="{value} är två uppgifter, som har var sin nyckel.",
        en="{value} is two things, each of which has a key of its own.",
        sv_help="Skriv den ena under {title} (`{meant}`) och den andra under {same_title} (`{same}`).",
        en_help="Write one of them under `{meant}` and the other under `{same}`.",
    ),
    "time-as-key": Entry(
        sv="{value} är en tid och kan inte vara en nyckel här.",
        en="{value} is a time and cannot be a key here.",
        sv_help="Skriv bara siffran här, under {title} (`{meant}`). Tiden hör till målet och skrivs under Senast (`deadline`) där.",
        en_help="Write only the figure here, under `{meant}`. The time is the goal's, and is written under its `deadline`.",
    ),
    "id-of-other-key": Entry(
        sv="Nyckeln {value} finns inte här.",
        en="There is no key {value} here.",
        sv_help="Det som står efter den är ett id som hör hemma under {title} (`{meant}`).",
        en_help="What stands after it is an id that belongs under `{meant}`.",
    ),
    "mail-head": Entry(
        sv="Här står rader som ser ut att ha följt med från ett mejl: {keys}.",
        en="Here are lines that seem to have come along from an e-mail: {keys}.",
        sv_help="Ta bort raderna, eller sätt # först på dem så att de blir kommentarer.",
        en_help="Delete the lines, or put # first on them, which makes comments of them.",
    ),
    "personal-key": Entry(
        sv="Nyckeln {key} finns inte, för uppgifter om enskilda hör inte hemma i dokumenten.",
        en="There is no key {key}, for data about private persons do not belong in the documents.",
        sv_help="Ta bort den. Om den som undertecknar eller ansvarar räcker namn och roll, till exempel "
        "under Roll (`role`): Kommunstyrelsens ordförande.",
        en_help="Delete it. Of those who sign or are responsible, name and role are enough, for instance "
        "Chair of the municipal executive board as `role`.",
    ),
    "unknown-key-none": Entry(
        sv="Nyckeln {key} finns inte här.",
        en="There is no key {key} here.",
        sv_help="Här kan stå: {keys}. Egen text hör hemma under Egna avsnitt (`sections`).",
        en_help="These keys can be used here: {keys}. Text of your own belongs in a section under `sections`.",
    ),
    "party-told": Entry(
        sv="Nyckeln {key} finns inte här.",
        en="There is no key {key} here.",
        sv_help="Vilken parten är framgår redan under {title} (`{plain}`). Ta bort raden, eller gör den till en "
        "kommentar med # först.",
        en_help="Which party it is stands under `{plain}` already. Remove the line, or make it a comment with # first.",
    ),
    "said-above": Entry(
        sv="Nyckeln {key} finns inte här, och samma sak står redan överst i dokumentet.",
        en="There is no key {key} here, and the same stands at the top of the document already.",
        sv_help="Ta bort raden; det räcker med {title} (`{plain}`) överst.",
        en_help="Delete the line; `{plain}` at the top is enough.",
    ),
    "key-of-another-kind": Entry(
        sv="Det som står under {key} hör inte hemma här, utan i {kinds}.",
        en="What stands under {key} does not belong here, but in {kinds}.",
        sv_help="Flytta raderna dit, under `{belongs}:`. Finns inget sådant dokument än skriver "
        "`samverkan new {kind}` början på ett.",
        en_help="Move the lines there, under `{belongs}:`. Where there is no such document yet, `samverkan new {kind}` "
        "begins one.",
    ),
    "key-of-another-list": Entry(
        sv="Nyckeln {key} finns inte här, men i delarna av en annan lista.",
        en="There is no key {key} here, but the items of another list have it.",
        sv_help="Ta bort raden, och skriv under {title} (`{list}`): `{line}`.",
        en_help="Take the line away, and write under `{list}`: `{line}`.",
    ),
    "key-of-other-end": Entry(
        sv="Nyckeln {key} finns inte här: hänvisningen går åt andra hållet.",
        en="There is no key {key} here: the reference goes the other way.",
        sv_help="Ta bort raderna härifrån. Det de säger skrivs under {title} (`{list}`) i {where}, {which}.",
        en_help="Delete the lines here. What they say is written under `{list}` in {where}, {which}.",
    ),
    "outcome-in-part": Entry(
        sv="Nyckeln {key} finns inte här: hur det gick skrivs i uppföljningen.",
        en="There is no key {key} here: how it went is written in the follow-up.",
        sv_help="Ta bort det här, och lägg till ett utfall i uppföljningen under Utfall (`outcomes`): `{line}`.",
        en_help="Take this away, and add an outcome to the follow-up under `outcomes`: `{line}`.",
    ),
    "wrong-list": Entry(
        sv="Av nycklarna att döma hör det här till {there}, men det står under {here}.",
        en="By its keys this belongs under {there}, but it stands under {here}.",
        sv_help="Flytta {rows} dit, sist i listan.",
        en_help="Move {rows} there, last in the list.",
    ),
    "wrong-list-new": Entry(
        sv="Av nycklarna att döma hör det här till {there}, men det står under {here}.",
        en="By its keys this belongs under {there}, but it stands under {here}.",
        sv_help="Listan finns inte än: skriv `{list}:` på en egen rad, och flytta {rows} dit.",
        en_help="There is no such list yet: write `{list}:` on a line of its own, and move {rows} there.",
    ),
    "lost-heading": Entry(
        sv="Av nycklarna att döma hör det som börjar här till {there}, men den rubriken saknas, så det räknas "
        "till {here}.",
        en="By its keys, what begins here belongs under {there}, but that heading is missing, so it counts as {here}.",
        sv_help="Skriv `{list}:` på en egen rad ovanför {row}.",
        en_help="Write `{list}:` on a line of its own above {row}.",
    ),
    "wrong-heading": Entry(
        sv="Av nycklarna att döma hör det som står under {here} till {there}.",
        en="By its keys, what stands under {here} belongs under {there}.",
        sv_help="Skriv `{list}:` i stället för `{own}:`.",
        en_help="Write `{list}:` instead of `{own}:`.",
    ),
    "wrong-document": Entry(
        sv="Av nycklarna att döma hör det här till {there} i {kinds}, men det står under {here}.",
        en="By its keys this belongs under {there} in {kinds}, but it stands under {here}.",
        sv_help="Flytta {rows} dit. Ska det stå kvar här: {changes}.",
        en_help="Move {rows} there. If it is to stay here, {changes}.",
    ),
    "key-of-settings": Entry(
        sv="Nyckeln {key} är en inställning, och finns inte i dokument.",
        en="The key {key} is a setting, which documents do not have.",
        sv_help="Flytta den till filen samverkan.yaml i mappen, som börjar med `samverkan: 1` och `kind: workspace`.",
        en_help="Move it to the file samverkan.yaml of the folder, which begins with `samverkan: 1` and `kind: workspace`.",
    ),
    "unknown-setting": Entry(
        sv="Nyckeln {key} finns inte här.",
        en="There is no key {key} here.",
        sv_help="Här kan stå: {keys}.",
        en_help="These keys can be used here: {keys}.",
    ),
    "text-as-title": Entry(
        sv="Nyckeln `{key}` saknas, men texten står under {title} (`{own}`).",
        en="The key `{key}` is missing, but the text stands under `{own}`.",
        sv_help="Byt `{own}` mot `{key}`.",
        en_help="Change `{own}` to `{key}`.",
    ),
    "missing-key": Entry(
        sv="Nyckeln `{key}` saknas{title}.",
        en="The key `{key}` is missing.",
        sv_help="Lägg till den, till exempel `{example}`. {description}",
        en_help="Add it, such as `{example}`, with the same indentation as the keys beside it.",
    ),
    "annex-without-title": Entry(
        sv="Bilagan har varken titel eller dokument.",
        en="The annex has neither title nor document.",
        sv_help="Lägg till Titel (`title`), eller Dokument (`document`) med id för ett dokument i arbetsytan.",
        en_help="Add `title`, or `document` with the id of a document in the workspace.",
    ),
    "neither-title-nor-text": Entry(
        sv="Punkten har varken rubrik eller text.",
        en="The item has neither title nor text.",
        sv_help="Lägg till Rubrik (`title`), eller skriv bara en text.",
        en_help="Add `title`, or write a text alone.",
    ),
    "outcome-of-nothing": Entry(
        sv="Utfallet säger inte vad det gäller.",
        en="The outcome does not say what it is about.",
        sv_help="Lägg till Vad (`item`) med id för målet, löftet eller åtgärden, eller Vad i ord (`title`).",
        en_help="Add `item` with the id of the goal, promise or measure, or say it in words with `title`.",
    ),
    "analysis-of-nothing": Entry(
        sv="Analysen säger inte vilket problem den gäller.",
        en="The analysis does not say which problem it is about.",
        sv_help="Lägg till Problem (`problem`) med problemets id i lägesbilden, eller Problem i ord (`problem_text`).",
        en_help="Add `problem` with the id of the problem in the picture, or say it in words with `problem_text`.",
    ),
    "decision-without-anything": Entry(
        sv="Det framgår inte vilket beslut som avses.",
        en="It is not clear which decision is meant.",
        sv_help="Lägg till det som är känt: Beslutande (`body`), Part (`party`), Datum (`date`), Paragraf "
        "(`paragraph`) eller Diarienummer (`case_number`).",
        en_help="Add what is known: `body`, `party`, `date`, `paragraph` or `case_number`.",
    ),
    "actor-without-name": Entry(
        sv="Det framgår inte vem som avses.",
        en="It does not say who is meant.",
        sv_help="Lägg till Part (`party`) med en parts id, Roll (`role`) eller Organisation (`organisation`).",
        en_help="Add `party` (the id of a party), `role` or `organisation`.",
    ),
    "unknown-level": Entry(
        sv="Regeln {value} finns inte.{guess}",
        en="There is no rule {value}.{guess}",
        sv_help="Skriv namnet på en regel eller en familj av regler. Kommandot `samverkan rules` visar alla.",
        en_help="Write the name of a rule or a family of rules. The command `samverkan rules` shows them all.",
    ),
    "level-of-form": Entry(
        sv="{value} gäller dokumentens form, som inte ändras under Regler (`rules`).",
        en="{value} is about the form of documents, which `rules` does not change.",
        sv_help="Ta bort raden; med --ignore {value} visas det inte i en körning.",
        en_help="Delete the line; with --ignore {value} it is not shown in a run.",
    ),
    "bad-level": Entry(
        sv="{value} säger inte hur allvarlig en regel är.",
        en="{value} does not say how much a rule matters.",
        sv_help="Välj `error` (fel), `warning` (varning), `note` (notering) eller `off` (av).",
        en_help="Choose `error`, `warning`, `note` or `off`.",
    ),
    "bad-fingerprint": Entry(
        sv="{value} är inte en kontrollkod.",
        en="{value} is not a fingerprint.",
        sv_help="Hämta kontrollkoden i det undertecknade dokumentets sidfot, till exempel 1a2b-3c4d-5e6f-7081.",
        en_help="Take the fingerprint from the foot of the signed document, such as 1a2b-3c4d-5e6f-7081.",
    ),
    "section-without-title": Entry(
        sv="Avsnittet har ingen rubrik.",
        en="The section has no heading.",
        sv_help="Lägg till Rubrik (`title`), eller Visar (`shows`) med en del av dokumentet vars rubrik avsnittet ska ha.",
        en_help="Add `title`, or `shows` with a part of the document whose heading the section is to have.",
    ),
}
