"""Why documents must have the shape that they must: each name of a fault in it, explained as a rule's docstring is."""

from __future__ import annotations

STRUCTURE_EXPLAINED: dict[str, str] = {
    "not-samverkan": """\
The key `samverkan` tells these documents from all other YAML, so that folders can hold both.

sv: Nyckeln `samverkan` skiljer dokumenten från all annan YAML, så att en mapp kan innehålla båda.
source: Filformatet. | The file format.
bad:
    title: Inköpslista
good:
    samverkan: 1
    kind: agreement
    id: avtal-2024
""",
    "not-a-mapping": """\
A document is read by its keys, and a text or a list has none.

sv: Ett dokument läses nyckel för nyckel, och en text eller en lista har inga nycklar.
source: Filformatet. | The file format.
bad:
    - samverkan
    - agreement
    - avtal-2024
good:
    samverkan: 1
    kind: agreement
    id: avtal-2024
""",
    "newer-format": """\
In a later format the same keys may mean something else, so an older version does not guess.

sv: I ett senare format kan samma nycklar betyda något annat, så en äldre version gissar inte.
source: Filformatet. | The file format.
bad:
    samverkan: 2
good:
    samverkan: 1
""",
    "other-kind": """\
The kind decides which keys may stand in the document, so with the wrong kind hardly anything in it can be read.

sv: Dokumenttypen avgör vilka nycklar som får stå i dokumentet, så med fel typ går nästan inget i det att läsa.
source: Filformatet. | The file format.
bad:
    samverkan: 1
    kind: action-plan
    id: avtal-2024
    title: Överenskommelse för Lessebo
    parties:
      - {id: polisen, type: police, name: Lokalpolisområde Nybro}
      - {id: kommunen, type: municipality, code: "0761", name: Lessebo kommun}
    validity: {from: 2024, until: 2026}
    commitments: [{by: kommunen, text: Ha en samordnare.}]
good:
    kind: agreement
""",
    "bullet": """\
A list on paper begins with bullets or dashes, a list in YAML with hyphens; with others it is one long text.

sv: En lista på papper börjar med punkter eller streck, en lista i YAML med bindestreck; annars är den en enda lång text.
source: YAML 1.2, kapitel 8.2.1. | YAML 1.2, chapter 8.2.1.
bad:
    purposes:
      • Färre brott.
      • Ökad trygghet.
good:
    purposes:
      - Färre brott.
      - Ökad trygghet.
""",
    "odd-character": """\
Word processors put curly quotation marks, dashes and hard spaces in the place of what was typed.

sv: Ordbehandlare sätter böjda citattecken, tankstreck och hårda mellanslag i stället för det som skrevs.
source: Filformatet. | The file format.
bad:
    signatures: {date: 2024–01–15}
good:
    signatures: {date: 2024-01-15}
""",
    "missing-kind": """\
The kind decides which keys may stand in the document and which rules it is judged by.

sv: Dokumenttypen avgör vilka nycklar som får stå i dokumentet och vilka regler som prövas.
source: Filformatet. | The file format.
bad:
    samverkan: 1
    id: avtal-2024
good:
    samverkan: 1
    kind: agreement
    id: avtal-2024
""",
    "unknown-kind": """\
A kind that is not known could not be checked, rendered or followed up.

sv: En typ som inte är känd går varken att granska, skriva ut eller följa upp.
source: Filformatet. | The file format.
bad:
    kind: agreemant
good:
    kind: agreement
""",
    "unknown-key": """\
What stands under a misspelt key is neither printed nor checked, and nobody would notice.

sv: Det som står under en felstavad nyckel varken skrivs ut eller granskas, och ingen skulle märka det.
source: Filformatet. | The file format.
bad:
    inledning: Rådet möts varje kvartal.
good:
    introduction: Rådet möts varje kvartal.
""",
    "wrong-list": """\
Each list has items with keys of their own; an item that is pasted into another list is neither printed nor found there.

sv: Varje lista har delar med egna nycklar. En del som hamnat i en annan lista skrivs inte ut och hittas inte där.
source: Filformatet. | The file format.
bad:
    definitions:
      - {id: ungdom, term: Ungdom, text: Den som är mellan 13 och 19 år.}
      - {id: lag, type: law, title: Lagen om kommuners ansvar, number: "2023:196"}
good:
    definitions:
      - {id: ungdom, term: Ungdom, text: Den som är mellan 13 och 19 år.}
    references:
      - {id: lag, type: law, title: Lagen om kommuners ansvar, number: "2023:196"}
""",
    "missing-key": """\
Some things every document or part must say before it can be printed or referred to.

sv: Vissa uppgifter behövs i varje dokument eller del för att det ska gå att skriva ut och hänvisa till.
source: Filformatet. | The file format.
bad:
    forums:
      - {id: rådet, level: strategic}
good:
    forums:
      - {id: rådet, name: Brottsförebyggande rådet, level: strategic}
""",
    "empty-value": """\
An empty value is most likely something that was to be filled in later.

sv: Ett tomt värde är troligen något som skulle fyllas i senare.
source: Filformatet. | The file format.
bad:
    introduction:
good:
    introduction: Rådet möts varje kvartal.
""",
    "too-few-parties": """\
One party alone has nobody to agree with.

sv: En ensam part har ingen att komma överens med.
source: {method}, steg 3. | {method}, step 3.
bad:
    parties:
      - {id: kommunen, type: municipality, code: "0761", name: Lessebo kommun}
good:
    parties:
      - {id: polisen, type: police, name: Lokalpolisområde Nybro}
      - {id: kommunen, type: municipality, code: "0761", name: Lessebo kommun}
""",
    "wrong-type": """\
A list where a text belongs, or the other way round, most often comes of a missing quote or a wrong indentation.

sv: En lista där en text hör hemma, eller tvärtom, beror oftast på ett glömt citattecken eller ett felaktigt indrag.
source: Filformatet. | The file format.
bad:
    introduction: [Rådet, möts varje kvartal]
good:
    introduction: Rådet, möts varje kvartal
""",
    "bad-choice": """\
A word from a fixed list can be counted, compared and translated; one of your own cannot.

sv: Ett ord ur en fast lista kan räknas, jämföras och översättas; ett eget ord kan det inte.
source: Filformatet. | The file format.
bad:
    forums:
      - {id: rådet, name: Brottsförebyggande rådet, level: strategiskt}
good:
    forums:
      - {id: rådet, name: Brottsförebyggande rådet, level: strategic}
""",
    "bad-date": """\
A date that is written in one way only can be read in one way only, and reviews be counted from it.

sv: Ett datum som bara skrivs på ett sätt kan bara läsas på ett sätt, och uppföljningar kan räknas från det.
source: ISO 8601. | ISO 8601.
bad:
    validity: {from: 2024-02-30, until: 2026}
good:
    validity: {from: 2024-02-29, until: 2026}
""",
    "bad-duration": """\
A length that a program can count gives a day on which it is over.

sv: Av en längd som ett program kan räkna med framgår vilken dag tiden går ut.
source: ISO 8601. | ISO 8601.
bad:
    kind: citizen-promise
    period: {from: 2024, length: ett år}
good:
    kind: citizen-promise
    period: {from: 2024, length: P1Y}
""",
    "bad-cadence": """\
Only where it is stated how often can anybody tell whether something is late.

sv: Bara om det är angivet hur ofta något ska göras går det att avgöra om det är försenat.
source: {checklist}: hur uppföljningen görs. | {checklist}: how the follow-up is made.
bad:
    follow_up: {cadence: ibland}
good:
    follow_up: {cadence: yearly}
""",
    "bad-id": """\
Ids become file names, links and anchors, so they hold what works in all of these.

sv: Id blir filnamn, länkar och ankare, så de består av det som fungerar i alla dessa.
source: Filformatet. | The file format.
bad:
    forums:
      - {id: Rådet i Lessebo, name: Brottsförebyggande rådet, level: strategic}
good:
    forums:
      - {id: rådet-i-lessebo, name: Brottsförebyggande rådet, level: strategic}
""",
    "bad-reference": """\
A reference is an id, for titles change and several things may share one.

sv: En hänvisning är ett id, eftersom titlar ändras och flera saker kan ha samma.
source: Filformatet. | The file format.
bad:
    commitments:
      - {id: samordnare, by: kommunen, text: Ha en samordnare., theme: coordination, focus_area: Otrygga platser}
good:
    commitments:
      - {id: samordnare, by: kommunen, text: Ha en samordnare., theme: coordination, focus_area: platser}
""",
    "bad-code": """\
A code without quotes can lose its leading zero on the way, and then is another municipality's or none.

sv: En kod utan citattecken kan förlora sin inledande nolla på vägen, och hör då till en annan kommun, eller till ingen.
source: SCB:s kommunkoder. | Statistics Sweden's municipality codes.
bad:
    parties:
      - {id: polisen, type: police, name: Lokalpolisområde Nybro}
      - {id: kommunen, type: municipality, code: 761, name: Lessebo kommun}
good:
    parties:
      - {id: polisen, type: police, name: Lokalpolisområde Nybro}
      - {id: kommunen, type: municipality, code: "0761", name: Lessebo kommun}
""",
    "bad-organisation-number": """\
An agreement that names its parties by number must name the right ones: the check digit shows most slips of the pen.

sv: Ett avtal som anger parternas nummer måste ange rätt nummer: kontrollsiffran visar de flesta skrivfel.
source: Lag (1974:174) om identitetsbeteckning för juridiska personer m.fl. | Act (1974:174) on identity numbers.
bad:
    parties:
      - {id: polisen, type: police, name: Lokalpolisområde Nybro}
      - {id: kommunen, type: municipality, code: "0761", name: Lessebo kommun, organisation_number: 212000-0000}
good:
    parties:
      - {id: polisen, type: police, name: Lokalpolisområde Nybro}
      - {id: kommunen, type: municipality, code: "0761", name: Lessebo kommun, organisation_number: 212000-0001}
""",
    "bad-url": """\
Only a whole web address becomes a link that works in every format.

sv: Bara en hel webbadress blir en länk som fungerar i alla format.
source: RFC 3986. | RFC 3986.
bad:
    references:
      - {id: metoden, title: Den nationella metoden, url: bra.se}
good:
    references:
      - {id: metoden, title: Den nationella metoden, url: https://bra.se}
""",
    "bad-number": """\
A figure that a program can read can be drawn, compared and followed over time.

sv: En siffra som ett program kan läsa går att rita, jämföra och följa över tid.
source: Filformatet. | The file format.
bad:
    goals:
      - {id: trygghet, text: Fler känner sig trygga., indicator: Andel trygga, target: {at_least: 60 %}}
good:
    goals:
      - {id: trygghet, text: Fler känner sig trygga., indicator: Andel trygga, target: {at_least: 60}}
""",
    "bad-target": """\
A target that is given in two ways can be reached by one and missed by the other.

sv: Ett målvärde som anges på två sätt kan vara uppnått på det ena sättet men inte på det andra.
source: {goals}: mätbara. | {goals}: measurable.
bad:
    goals:
      - {id: trygghet, text: Fler känner sig trygga., indicator: Andel trygga, target: {value: 60, at_least: 55}}
good:
    goals:
      - {id: trygghet, text: Fler känner sig trygga., indicator: Andel trygga, target: {at_least: 55}}
""",
    "bad-quantity": """\
A quantity that is both exact and a limit leaves it open whether the promise was kept.

sv: En omfattning som både är ett bestämt antal och en gräns lämnar öppet om löftet hölls.
source: {promises}: löftet är konkret. | {promises}: promises are concrete.
bad:
    kind: citizen-promise
    promises:
      - {id: ronder, by: jointly, text: Vi går ronder., quantity: {exactly: 20, at_least: 15}}
good:
    kind: citizen-promise
    promises:
      - {id: ronder, by: jointly, text: Vi går ronder., quantity: {at_least: 15}}
""",
    "bad-consultation": """\
With two times of consultation nobody knows which one applies.

sv: Med två tider för samråd vet ingen vilken som gäller.
source: Överenskommelsens villkor för förlängning. | The agreement's terms of extension.
bad:
    validity: {from: 2024, until: 2026, extension: {consult_by: 2026-06-30, consult_before_end: P6M}}
good:
    validity: {from: 2024, until: 2026, extension: {consult_by: 2026-06-30}}
""",
    "bad-fingerprint": """\
The fingerprint shows which text was signed; half of one shows nothing.

sv: Kontrollkoden visar vilken text som undertecknades; en halv kod visar ingenting.
source: Filformatet. | The file format.
bad:
    signatures:
      date: 2024-01-15
      fingerprint: 1a2b
      signatories:
        - {party: polisen, name: Kim Ek, role: Lokalpolisområdeschef}
        - {party: kommunen, name: Lo Berg, role: Kommunstyrelsens ordförande}
good:
    signatures:
      date: 2024-01-15
      signatories:
        - {party: polisen, name: Kim Ek, role: Lokalpolisområdeschef}
        - {party: kommunen, name: Lo Berg, role: Kommunstyrelsens ordförande}
""",
    "bad-value": """\
The key takes no value of this form; its description in the schema says what it takes.

sv: Nyckeln kan inte ha ett sådant värde; beskrivningen i schemat säger vad som kan stå där.
source: Filformatet. | The file format.
""",
}
"""By name, in the order in which they are listed; without examples where no short text can show the fault."""
