"""What is said of the differences between two versions of a document."""

from __future__ import annotations

from typing import NamedTuple

from samverkan.words.sentence import Text


class Noun(NamedTuple):
    """What a kind of part is called: the noun itself and in its definite form, and in English.

    Attributes:
        new: the Swedish noun after ”ny”, with its ending: ”nytt åtagande”.
        known: the Swedish noun as what is known: ”åtagandet”.
        en: the English noun.
    """

    new: str
    known: str
    en: str


NOUNS: dict[str, Noun] = {
    "Activity": Noun("ny aktivitet", "aktiviteten", "activity"),
    "Actor": Noun("ny ansvarig", "den ansvariga", "person responsible"),
    "AgreementSection": Noun("nytt avsnitt", "avsnittet", "section"),
    "Aim": Noun("nytt syfte", "syftet", "aim"),
    "AnalysisSection": Noun("nytt avsnitt", "avsnittet", "section"),
    "Annex": Noun("ny bilaga", "bilagan", "annex"),
    "Area": Noun("nytt område", "området", "area"),
    "Assessment": Noun("ny bedömning", "bedömningen", "assessment"),
    "Audience": Noun("ny målgrupp", "målgruppen", "audience"),
    "BackgroundFigure": Noun("ny siffra", "siffran", "figure"),
    "Breakdown": Noun("ny uppdelning", "uppdelningen", "breakdown"),
    "CarriedExtension": Noun("ny förlängning", "förlängningen", "extension"),
    "Cause": Noun("ny orsak", "orsaken", "cause"),
    "Channel": Noun("ny kanal", "kanalen", "channel"),
    "Commitment": Noun("nytt åtagande", "åtagandet", "commitment"),
    "CommunicationSection": Noun("nytt avsnitt", "avsnittet", "section"),
    "Comparison": Noun("ny jämförelse", "jämförelsen", "comparison"),
    "Count": Noun("ny siffra", "siffran", "figure"),
    "Decision": Noun("nytt beslut", "beslutet", "decision"),
    "Definition": Noun("ny definition", "definitionen", "definition"),
    "Dialogue": Noun("nytt underlag", "underlaget", "basis"),
    "DocumentElsewhere": Noun("nytt dokument", "dokumentet", "document"),
    "DocumentPart": Noun("ny del", "delen", "part"),
    "Figure": Noun("ny siffra", "siffran", "figure"),
    "FocusArea": Noun("nytt fokusområde", "fokusområdet", "focus area"),
    "FollowUpSection": Noun("nytt avsnitt", "avsnittet", "section"),
    "Forum": Noun("nytt forum", "forumet", "forum"),
    "MainGoal": Noun("nytt mål", "målet", "goal"),
    "Happening": Noun("ny händelse", "händelsen", "event"),
    "Indicator": Noun("ny indikator", "indikatorn", "indicator"),
    "InformationSource": Noun("ny källa", "källan", "source"),
    "Measure": Noun("ny åtgärd", "åtgärden", "measure"),
    "Message": Noun("nytt budskap", "budskapet", "message"),
    "Objective": Noun("nytt nationellt mål", "det nationella målet", "national objective"),
    "Orientation": Noun("ny inriktning", "inriktningen", "orientation"),
    "OtherInformation": Noun("ny information", "informationen", "information"),
    "Outcome": Noun("nytt utfall", "utfallet", "outcome"),
    "OwnPicture": Noun("ny egen lägesbild", "den egna lägesbilden", "own situation picture"),
    "Participant": Noun("ny deltagare", "deltagaren", "participant"),
    "Party": Noun("ny part", "parten", "party"),
    "PictureSection": Noun("nytt avsnitt", "avsnittet", "section"),
    "PlanArea": Noun("nytt fokusområde", "fokusområdet", "focus area"),
    "PlanForum": Noun("nytt forum", "forumet", "forum"),
    "PlanSection": Noun("nytt avsnitt", "avsnittet", "section"),
    "PlannedDocument": Noun("nytt planerat dokument", "det planerade dokumentet", "planned document"),
    "Problem": Noun("nytt problem", "problemet", "problem"),
    "ProblemAnalysis": Noun("ny analys", "analysen av", "analysis of"),
    "ProgressNote": Noun("ny lägesanteckning", "lägesanteckningen", "note on progress"),
    "Promise": Noun("nytt löfte", "löftet", "promise"),
    "PromiseActivity": Noun("ny aktivitet", "aktiviteten", "activity"),
    "PromiseGroup": Noun("ny grupp av löften", "gruppen", "group of promises"),
    "PromiseSection": Noun("nytt avsnitt", "avsnittet", "section"),
    "Proxy": Noun("nytt ombud", "ombudet", "proxy"),
    "Purpose": Noun("nytt syfte", "syftet", "purpose"),
    "Reference": Noun("ny referens", "referensen", "reference"),
    "Report": Noun("ny rapportering", "rapporteringen till", "report to"),
    "Reviewed": Noun("nytt uppföljt dokument", "det uppföljda dokumentet", "reviewed document"),
    "Signatory": Noun("ny undertecknare", "undertecknaren", "signatory"),
    "SigningRule": Noun("ny regel om undertecknande", "regeln om undertecknande", "signing rule"),
    "Source": Noun("ny källa", "källan", "source"),
    "Step": Noun("nytt steg", "steget", "step"),
    "SubGoal": Noun("nytt delmål", "delmålet", "sub-goal"),
    "SubArea": Noun("nytt delområde", "delområdet", "sub-area"),
    "SubCount": Noun("ny delsiffra", "delsiffran", "part of a figure"),
}
"""What kinds of parts are called, by the names of their models."""

ITEM_OF_LIST = Noun("ny punkt", "punkten", "item")

KEYS_IN_ENGLISH: dict[str, str] = {
    "by": "who",
    "of_which": "of which",
    "per": "per",
    "text": "text",
    "who": "responsible",
    "until": "until",
    "from": "from",
}
"""Keys that are not English by themselves once their underscores are spaces, or that say too little alone."""

COMPARING: dict[str, Text] = {
    "words": Text("{words}", "{words}"),
    "yes": Text("ja", "yes"),
    "no": Text("nej", "no"),
    "nothing": Text("inget", "nothing"),
    "about": Text("cirka {value}", "about {value}"),
    "of-part": Text("{label}: {value}", "{label}: {value}"),
    # What a difference is about.
    "subject": Text("{known} ”{name}”", "the {noun} “{name}”"),
    "subject-unnamed": Text("{known}", "the {noun}"),
    "within": Text("{subject} ({around})", "{subject} ({around})"),
    # Parties.
    "party-added": Text("{name} har blivit part.", "{name} has become a party."),
    "party-removed": Text("{name} är inte längre part.", "{name} is no longer a party."),
    "party-name": Text("Parten {before} heter nu {after}.", "The party {before} is now called {after}."),
    # What is new, gone, in another place or another order.
    "item-added": Text("{new}: {name}.", "New {noun}: {name}."),
    "item-added-in": Text("{new} i {around}: {name}.", "New {noun} in {around}: {name}."),
    "item-removed": Text("Borttaget: {known} {name}.", "Removed: the {noun} {name}."),
    "item-removed-in": Text("Borttaget ur {around}: {known} {name}.", "Removed from {around}: the {noun} {name}."),
    "item-moved": Text(
        "{subject} står nu på plats {after} i stället för plats {before}.",
        "{subject} is now in place {after} instead of place {before}.",
    ),
    "item-moved-from": Text(
        "{subject} har flyttats från {before} till {after}.",
        "{subject} has been moved from {before} to {after}.",
    ),
    "reordered": Text("”{label}” står i en annan ordning än förut.", "“{label}” stand in another order than before."),
    "reordered-in": Text(
        "{subject}: ”{label}” står i en annan ordning än förut.",
        "{subject}: “{label}” stand in another order than before.",
    ),
    "renamed": Text(
        "{subject} har fått id {after} i stället för {before}. Det märks bara i filerna.",
        "{subject} has the id {after} instead of {before}. That is seen in the files only.",
    ),
    "document-renamed": Text(
        "Dokumentet har id {after} i stället för {before}.", "The document has the id {after} instead of {before}."
    ),
    # One value.
    "value-added": Text("”{label}” är tillagt: {after}.", "“{label}” is added: {after}."),
    "value-added-in": Text("{subject}: ”{label}” är tillagt: {after}.", "{subject}: “{label}” is added: {after}."),
    "value-removed": Text("”{label}” är borttaget; där stod {before}.", "“{label}” is taken out; it said {before}."),
    "value-removed-in": Text(
        "{subject}: ”{label}” är borttaget; där stod {before}.", "{subject}: “{label}” is taken out; it said {before}."
    ),
    "value-changed": Text(
        "”{label}” är ändrat från {before} till {after}{effect}.",
        "“{label}” is changed from {before} to {after}{effect}.",
    ),
    "value-changed-in": Text(
        "{subject}: ”{label}” är ändrat från {before} till {after}{effect}.",
        "{subject}: “{label}” is changed from {before} to {after}{effect}.",
    ),
    # What commonly matters, in sentences of its own.
    "validity-until": Text(
        "Giltighetstiden slutar {after} i stället för {before}{effect}.",
        "Validity ends {after} instead of {before}{effect}.",
    ),
    "validity-from": Text(
        "Giltighetstiden börjar {after} i stället för {before}{effect}.",
        "Validity begins {after} instead of {before}{effect}.",
    ),
    "validity-until-came": Text(
        "Överenskommelsen gäller {after} i stället för till {before}.",
        "Validity goes on {after} instead of ending {before}.",
    ),
    "validity-until-left": Text(
        "Giltighetstiden slutar {after} i stället för att gälla {before}.",
        "Validity ends {after} instead of going on {before}.",
    ),
    "validity-from-came": Text(
        "Giltighetstiden börjar vid undertecknandet i stället för {before}.",
        "Validity begins with the signing instead of {before}.",
    ),
    "validity-from-left": Text(
        "Giltighetstiden börjar {after} i stället för vid undertecknandet.",
        "Validity begins {after} instead of with the signing.",
    ),
    "period-until-came": Text(
        "Perioden har ingen bestämd sista dag längre ({after}). Den var {before}.",
        "The period has no last day any more ({after}). It was {before}.",
    ),
    "period-until-left": Text(
        "Perioden har fått en sista dag: {after}. Förut gällde: {before}.",
        "The period has been given a last day: {after}. Before, it said: {before}.",
    ),
    "period-from-came": Text(
        "Perioden börjar vid undertecknandet i stället för {before}.",
        "The period begins with the signing instead of {before}.",
    ),
    "period-from-left": Text(
        "Perioden börjar {after} i stället för vid undertecknandet.",
        "The period begins {after} instead of with the signing.",
    ),
    "period-until": Text(
        "Perioden slutar {after} i stället för {before}{effect}.",
        "The period ends {after} instead of {before}{effect}.",
    ),
    "period-from": Text(
        "Perioden börjar {after} i stället för {before}{effect}.",
        "The period begins {after} instead of {before}{effect}.",
    ),
    "deadline": Text(
        "Sista dagen för {subject} är {after} i stället för {before}{effect}.",
        "The last day for {subject} is {after} instead of {before}{effect}.",
    ),
    "deadline-added": Text(
        "{subject} har fått en sista dag: {after}.", "{subject} has been given a last day: {after}."
    ),
    "deadline-removed": Text(
        "{subject} har ingen sista dag längre; den var {before}.",
        "{subject} has no last day any more; it was {before}.",
    ),
    "who": Text(
        "Ansvarig för {subject} är {after} i stället för {before}.",
        "Responsible for {subject}: {after} instead of {before}.",
    ),
    "who-added": Text("{subject} har fått en ansvarig: {after}.", "{subject} has somebody responsible now: {after}."),
    "who-removed": Text(
        "{subject} har ingen ansvarig längre; det var {before}.",
        "{subject} has nobody responsible any more; it was {before}.",
    ),
    "cadence": Text(
        "Hur ofta {subject} ska göras är ändrat från {before} till {after}{effect}.",
        "How often {subject} is to be done is changed from {before} to {after}{effect}.",
    ),
    "cadence-forum": Text(
        "{subject} möts {after} i stället för {before}{effect}.", "{subject} meets {after} instead of {before}{effect}."
    ),
    "cadence-follow-up": Text(
        "Uppföljningen görs {after} i stället för {before}{effect}.",
        "The follow-up is done {after} instead of {before}{effect}.",
    ),
    "target": Text(
        "Målvärdet för {subject} är {after} i stället för {before}.",
        "The target of {subject} is {after} instead of {before}.",
    ),
    "target-raised": Text(
        "{subject} är högre ställt än förut: {after} i stället för {before}.",
        "{subject} is set higher than before: {after} instead of {before}.",
    ),
    "target-lowered": Text(
        "{subject} är lägre ställt än förut: {after} i stället för {before}.",
        "{subject} is set lower than before: {after} instead of {before}.",
    ),
    "strength-weaker": Text(
        "{subject} är svagare än förut: ”{before}” har blivit ”{after}”.",
        "{subject} is weaker than before: “{before}” is now “{after}”.",
    ),
    "strength-stronger": Text(
        "{subject} är starkare än förut: ”{before}” har blivit ”{after}”.",
        "{subject} is stronger than before: “{before}” is now “{after}”.",
    ),
    "status": Text(
        "Dokumentets status är ”{after}” i stället för ”{before}”.",
        "The status of the document is “{after}” instead of “{before}”.",
    ),
    # Texts.
    "text-changed": Text("Texten i {subject} är ändrad.", "The text of {subject} is changed."),
    "text-of": Text("Texten i ”{label}” är ändrad.", "The text of “{label}” is changed."),
    "text-of-in": Text("{subject}: texten i ”{label}” är ändrad.", "{subject}: the text of “{label}” is changed."),
    "formatted": Text(
        "{subject}: bara formateringen av ”{label}” är ändrad, till exempel fetstil, länkar eller noter.",
        "{subject}: only the formatting of “{label}” is changed, such as bold type, links or notes.",
    ),
    "formatted-document": Text(
        "Bara formateringen av ”{label}” är ändrad, till exempel fetstil, länkar eller noter.",
        "Only the formatting of “{label}” is changed, such as bold type, links or notes.",
    ),
    "weaker": Text("{told} Den är försvagad: {what}.", "{told} It is weakened: {what}."),
    "stronger": Text("{told} Den är skärpt: {what}.", "{told} It is strengthened: {what}."),
    "negated": Text("{told} Den kan nu säga motsatsen: {what}.", "{told} It may now say the opposite: {what}."),
    "became": Text("”{before}” har blivit ”{after}”", "“{before}” has become “{after}”"),
    "came": Text("”{after}” har lagts till", "“{after}” has been added"),
    "left": Text("”{before}” har tagits bort", "“{before}” has been taken out"),
    # What a change means; stands after the new value.
    "effect-later": Text(", alltså senare", ", which is later"),
    "effect-earlier": Text(", alltså tidigare", ", which is earlier"),
    "effect-oftener": Text(", alltså oftare", ", which is more often"),
    "effect-seldomer": Text(", alltså mer sällan", ", which is less often"),
    "effect-longer": Text(", alltså längre", ", which is longer"),
    "effect-shorter": Text(", alltså kortare", ", which is shorter"),
    "effect-more": Text(", alltså mer", ", which is more"),
    "effect-less": Text(", alltså mindre", ", which is less"),
    "effect-raised": Text(", alltså högre ställt", ", which is set higher"),
    "effect-lowered": Text(", alltså lägre ställt", ", which is set lower"),
    "effect-weaker": Text(", alltså svagare", ", which is weaker"),
    "effect-stronger": Text(", alltså starkare", ", which is stronger"),
    # What cannot be compared.
    "two-versions": Text(
        "Ange två versioner av ett dokument: två filer, eller en fil och --since med en revision i git. Till exempel:"
        " samverkan compare avtal.yaml --since v1",
        "Name two versions of a document: two files, or one file and --since with a revision in git. For example:"
        " samverkan compare agreement.yaml --since v1",
    ),
    "since-and-two": Text(
        "Med --since anges en enda fil, som jämförs med hur den var då. Ta bort den ena filen eller --since.",
        "With --since one file is named, which is compared with what it was then. Take away one file, or --since.",
    ),
    "folder-given": Text(
        "{name} är en mapp. Ange en fil i den: en version av ett dokument.",
        "{name} is a folder. Name a file in it: a version of a document.",
    ),
    "finished-file": Text(
        "{name} är ett färdigt dokument (PDF eller Word) och inte en källfil. Ange YAML-filerna som ska jämföras.",
        "{name} is a finished document (PDF or Word) and no source file. Name the YAML files to compare.",
    ),
    "not-ours": Text(
        "{name} är inte ett samverkansdokument. Ange en YAML-fil som börjar med `samverkan: 1`.",
        "{name} is no samverkan document. Name a YAML file that begins with samverkan: 1.",
    ),
    "not-whole": Text(
        "{name} går inte att läsa i sin helhet, så det går inte att säga vad som skiljer. Rätta den först; felet står"
        " på rad {line}: {what}",
        "{name} cannot be read in full, so what differs cannot be told. Mend it first; the fault is on line {line}:"
        " {what}",
    ),
    "other-kinds": Text(
        "{before} är {one} och {after} är {other}. Ange två versioner av samma typ av dokument.",
        "{before} is {one} and {after} is {other}. Name two versions of the same kind of document.",
    ),
    "other-document": Text(
        "{before} och {after} har olika id ({one} och {other}) och nästan inget gemensamt. De jämförs ändå som två"
        " versioner av samma dokument.",
        "{before} and {after} have different ids ({one} and {other}) and hardly anything in common. They are compared as"
        " two versions of the same document all the same.",
    ),
    # The whole.
    "title": Text("Vad som har ändrats: {title}", "What has changed: {title}"),
    "board-title": Text("Vad nämnden beslutar om: {title}", "What the board decides on: {title}"),
    "page-kind": Text("Jämförelse", "Comparison"),
    "versions": Text("{before} jämfört med {after}", "{before} compared with {after}"),
    "before": Text("Förut", "Before"),
    "after": Text("Nu", "Now"),
    "document": Text("Dokumentet", "The document"),
    "no-difference": Text("Ingen skillnad i sak.", "No difference in substance."),
    "other-fingerprint": Text(
        "Kontrollkoden är ändå en annan, eftersom texten har andra radbrytningar eller annan formatering.",
        "The fingerprint is another one all the same, because the text has other line breaks or other formatting.",
    ),
    "one": Text("1 skillnad.", "1 difference."),
    "one-major": Text("1 skillnad, och den väger tungt.", "1 difference, and it weighs heavily."),
    "count-minor": Text(
        "{count} skillnader, och ingen väger tungt.", "{count} differences, none of which weighs heavily."
    ),
    "count": Text(
        "{count} skillnader, varav {major} väger tungt.", "{count} differences, of which {major} weigh heavily."
    ),
    "weighs-major": Text("Väger tyngst", "What weighs most"),
    "weighs-minor": Text("Andra ändringar i sak", "Other changes in substance"),
    "weighs-form": Text("Ordning, namn och uppgifter om dokumentet", "Order, names and facts about the document"),
}
"""Sentences and their parts, by key."""


def say_of(key: str) -> Text:
    """Give the form of a sentence."""
    return COMPARING[key]
