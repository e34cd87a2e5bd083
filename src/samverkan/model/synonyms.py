"""Words that people write for keys and values and that are neither their titles nor near them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_KEYS = {
    "until": "till to tom slut slutar slutdatum datum sista dag klart klar senast deadline end ends end date",
    "done": "klar klart färdig färdigt genomfört gjort slutfört utfört",
    "at_most": "max maximalt mest",
    "at_least": "min minimum",
    "deadline": "timed tidsatt till tom slut slutdatum klart klar senast until",
    "reporting": "report to reports to reported to rapporteras till redovisas till"
    " rapportering rapporteras redovisas återrapportering rapport reporting to",
    "from": "start startar startdatum börjar from och med from fom begin begins start date",
    "agreement": "avtal avtalet samverkansavtal",
    "ordinal": "ordningsnummer löpnummer",
    "term": "begrepp uttryck",
    "termination": "uppsägningstid uppsägningstiden notice notice period",
    "summary": "summering",
    "when": "tidplan tidsplan tid tidpunkt time schedule",
    "code": "kod kommunkod kommunnummer",
    "contact": "mail mejl e-post epost telefon tel kontaktuppgifter kontaktperson email phone contact person"
    " coordinator samordnare",
    "organisation_number": "orgnr org.nr org nr organisationsnr",
    "case_number": "dnr diarienr d.nr ärendenummer",
    "comment": "kommentar anmärkning obs notering remark note text beskrivning description",
    "note": "kommentar anmärkning obs notering remark comment",
    "baseline": "current value current level nuläge nuvarande värde startvärde utgångsvärde baslinje start value",
    "indicator": "kpi measurable mätbart mätbar metric mätetal mått",
    "target": "target value goal value",
    "audiences": "target groups målgrupp",
    "chair": "convener convenor sammankallande sammankallar responsible ansvarig",
    "goals": "aims aim målsättning målsättningar objectives objective",
    "next_picture": "next nästa nästa bild next picture",
    "next_text": "next nästa",
    "status": "kommentar anmärkning obs notering remark nuläge comment note",
    "period": "år årtal tid tidsperiod mätperiod year",
    "members": "deltagare medlemmar ledamöter ingår participants",
    "role": "title titel befattning funktion tjänst yrke",
    "participants": "medlemmar närvarande medverkande members",
    "body": "instans beslutsinstans nämnd beslutande beslutsfattare beslutat av beslutad av",
    "includes": "omfattar innehåller inkluderar",
    "why_not": "varför orsak anledning skäl förklaring",
    "obstacle": "reason orsak anledning problem",
    "short_name": "förkortning kortnamn kortform",
    "quantity": "how many hur många how much hur mycket amount antal mängd omfattning",
    "date": "beslutsdatum mötesdatum undertecknandedatum publiceringsdatum",
    "text": "beskrivning förklaring innehåll description content note comment",
    "url": "länk webbplats webbadress hemsida link",
    "cadence": "meetings hur ofta frekvens intervall möts träffas sammanträder frequency interval",
    "first_by": "klar klart färdig färdigt först senast",
    "logo": "logga logotype logotyp märke",
    "value": "antal siffra tal resultat",
    "values": "siffror siffrorna tal data mätvärden figures numbers",
    "evidence": "belägg underlag källa källor source sources",
    "paragraph": "§ §§ paragraf",
    "place": "ort plats var location",
    "places": "ort plats platser var location",
    "by": "vem who party part",
    "item": "measure goal promise commitment activity åtgärd åtgärden mål målet löfte löftet åtagande aktivitet",
    "who": "vem utförare utförs av genomförs av görs av by",
    "kind": "typ dokumenttyp sort type",
    "signatures": "signed signerad signerat undertecknad undertecknat undertecknare underskrift",
    "decisions": "decided beslutad beslutat beslutades antagen antaget antogs fastställd fastställt",
    "reviews": "plan planen åtgärdsplan avser dokument document documents granskar",
    "follow_up": "utvärdering evaluation",
    "forums": "råd brå council styrgrupp styrgruppen steering group ledningsgrupp arbetsgrupp samverkansråd"
    " trygghetsråd",
    "focus_areas": "priority areas"
    " prioriterade områden prioriteringar prioritised areas prioritized areas areas områden insatsområden"
    " problemområden priorities fokus",
    "annexes": "appendices appendix attachments bilaga",
    "references": "laws lagar lagstöd legal basis lagrum",
    "aims": "purpose purposes syften ändamål",
    "purposes": "syften aim purpose ändamål",
    "measures": "actions insatser insats aktiviteter activities",
    "activities": "actions insatser insats measures åtgärder",
    "outcomes": "results resultat måluppfyllelse",
    "survey": "crimes crime brottsligheten",
    "analysis": "conclusions slutsats slutsatser",
    "conclusions": "lärdomar lessons slutsats rekommendationer recommendations förslag",
    "indicators": "mått nyckeltal",
    "next_review": "next follow up nästa uppföljning next followup next nästa nästa möte next meeting",
    "basis": "grund",
    "working_model": "arbetssätt modell",
    "resources": "kostnad kostnader kostar budget pengar medel finansiering cost costs funding",
}
_PHRASES = (
    *("sista dag", "from och med", "org nr", "hur ofta", "klart senast", "klar senast", "till och med"),
    *("start date", "utförs av", "genomförs av", "görs av", "end date", "contact person", "steering group"),
    *(
        "notice period",
        "how many",
        "hur många",
        "how much",
        "hur mycket",
        "report to",
        "reports to",
        "reported to",
        "current value",
        "target value",
        "target groups",
        "next follow up",
        "nästa uppföljning",
        "goal value",
    ),
    *("current level", "nuvarande värde", "start value", "nästa bild", "next picture", "priority areas"),
    *(
        "rapporteras till",
        "redovisas till",
        "prioriterade områden",
        "prioritised areas",
        "prioritized areas",
        "legal basis",
        "nästa möte",
        "next meeting",
    ),
)
_VALUES = {
    "increase": "upp uppåt höja höjas ökar ökas ökande ökning fler mer högre ↑ ⬆ + more up",
    "decrease": "ner ned nedåt neråt sänka sänkas minskar minskas minskande minskning färre mindre lägre ↓ ⬇ - fewer"
    " less down",
    "maintain": "oförändrad oförändrat behålla bibehålla samma lika → = same unchanged",
    "jointly": "båda bägge tillsammans ihop parterna alla samtliga both together all",
    "each": "envar var respektive varje every endera vardera vilken",
    "further-notice": "tv t.v. t.v",
    "green": "grönt 🟢 ✅ 💚 ✔ ok klart",
    "yellow": "🟡 🟠 ⚠ orange gult",
    "red": "🔴 ❌ ✗ ✘ rött",
    "partly": "nästan halvvägs nja sisådär",
    "communication": "information",
    "action-plan": "handlingsplan",
    "prioritised": "hög högst högsta viktigast ja prioriterad prioriterade 1",
    "watched": "medel mellan medium normal måttlig 2",
    "low": "lägst liten 3",
    "reached": "ja uppfyllt uppfylld uppfyllda uppnådd uppnådda klart klar genomförd gjort",
    "not-reached": "nej missat ouppnått misslyckat ogjort",
    "ongoing": "påbörjad påbörjat påbörjade startad startat pågående igång försenad försenat halvvägs started",
    "adopted": "antagen antaget antogs antas beslutad beslutat fastställd fastställt godkänd godkänt",
    "planned": "nej kommande startas startar planerat bildas inrättas tillsätts",
    "preliminary": "prel prelim",
    "final": "def definitiv definitivt slutgiltig slutgiltigt",
    "in-force": "gällande giltig giltigt aktiv aktivt löpande",
    "proposed": "remiss remissversion",
    "law": "lagtext författning",
    "decided": "antagen antaget fastställd fastställt beslutad",
    "draft": "arbetsmaterial arbetsversion",
    "closed": "avslutad avslutat uppsagd uppsagt",
    "strategic": "ledning ledningsgrupp styrgrupp styrande chefsnivå",
    "operative": "arbetsgrupp operationell handläggarnivå",
    "situation": "plats platsen platser platserna tillfälle tillfället tillfällen tillfällena tid tidpunkt tidpunkten"
    " tiden situationen omgivning omgivningen miljö miljön",
    "situational": "fysisk fysiskt teknisk platsinriktad miljö",
    "done": "ja klar klart klara färdig färdigt färdiga slutförd slutfört slutförda gjord gjort gjorda utförd utfört",
    "stopped": "avbrutet avbrutna avbröts stoppad stoppat nedlagd pausad pausat vilande",
    "cancelled": "inställd inställt utgått utgår avskriven struken",
    "increasing": "upp mer fler större ökande ökat ökning uppåt stigande växande ↑ ⬆",
    "decreasing": "ner ned mindre färre minskande minskat minskning nedåt sjunkande avtagande ↓ ⬇",
    "stable": "oförändrat lika stabil stabilt samma → =",
    "victim": "brottsoffer brottsoffret offer offret offren utsatt utsatta utsatte drabbad drabbade målsägande"
    " målsäganden",
    "offender": "förövare förövaren gärningsman gärningsmannen gärningsmän gärningsmännen gärningspersonen"
    " gärningspersoner gärningspersonerna misstänkt misstänkta",
}


def keys_called(written: str, own: Collection[str]) -> list[str]:
    """Give the keys of a part that a word is used for.

    Args:
        written: the word, or several.
        own: the keys of the part.
    """
    named = {key for word in _words_of(written) for key in _calling().get(word, ()) if key in own}
    return [key for key in _KEYS if key in named] if named else []


def values_called(written: str) -> list[str]:
    """Give the values that a word is used for, whatever key they stand after."""
    named = {value for word in _words_of(written) for value in _valued().get(word, ())}
    return [value for value in _VALUES if value in named] if named else []


def words_of_value(value: str) -> list[str]:
    """Give the words that are used for a value, besides its names."""
    return _VALUES.get(value, "").split()


@cache
def _calling() -> Mapping[str, list[str]]:
    """The keys that each word, and each few words in a row, is used for."""
    found: dict[str, list[str]] = {}
    for key, called in _KEYS.items():
        for word in {*called.split(), *(phrase for phrase in _PHRASES if phrase in called)}:
            found.setdefault(word, []).append(key)
    return found


@cache
def _valued() -> Mapping[str, list[str]]:
    """The values that each word is used for."""
    found: dict[str, list[str]] = {}
    for value, called in _VALUES.items():
        for word in called.split():
            found.setdefault(word, []).append(value)
    return found


def _words_of(written: str) -> set[str]:
    """Give a text in the forms in which it may be known: as it is, without points, and its first word before others."""
    plain = written.strip().casefold()
    said = " ".join(re.sub("[_ -]+", " ", plain).split())
    bare = said.replace(".", "")
    first = re.sub(" (?:senast|part(?:en|er(?:na)?)?|datum|till|av|hos)$", "", said)
    return {plain, said, bare, first} - {""}
