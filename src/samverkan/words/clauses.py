"""The sentences that the terms of a document are written in, in the document's own language."""

from __future__ import annotations

from samverkan.words.sentence import Text

CLAUSES: dict[str, Text] = {
    # The preamble and the end
    "preamble_signed": Text(
        "Mellan {parties} har följande överenskommelse träffats.",
        "{parties} have entered into the following agreement.",
    ),
    "preamble_unsigned": Text(
        "Mellan {parties} träffas följande överenskommelse.", "{parties} enter into the following agreement."
    ),
    "preamble_restated": Text(
        "Mellan {parties} har den överenskommelse träffats som återges här.",
        "{parties} have entered into the agreement that is restated here.",
    ),
    "preamble_between": Text("Mellan", "Between"),
    "many_signed": Text("har följande överenskommelse träffats.", "the following agreement has been entered into."),
    "many_unsigned": Text("träffas följande överenskommelse.", "the following agreement is entered into."),
    "many_restated": Text(
        "har den överenskommelse träffats som återges här.",
        "the agreement that is restated here has been entered into.",
    ),
    "organisation_number": Text("org.nr {number}", "corporate identity number {number}"),
    "known_as": Text("kallas {name}", "known as {name}"),
    "hereinafter": Text("nedan {name}", "hereinafter {name}"),
    "municipalities_hereinafter": Text(
        "De kommuner som är parter kallas nedan kommunerna.",
        "Those of the parties that are municipalities are hereinafter called the municipalities.",
    ),
    "originals_signed": Text(
        "Överenskommelsen är upprättad i {number} likalydande original{shares}.",
        "The agreement has been drawn up in {number} identical originals{shares}.",
    ),
    "originals_unsigned": Text(
        "Överenskommelsen upprättas i {number} likalydande original{shares}.",
        "The agreement is drawn up in {number} identical originals{shares}.",
    ),
    "one_original_signed": Text(
        "Överenskommelsen är upprättad i ett original.", "The agreement has been drawn up in one original."
    ),
    "one_original_unsigned": Text(
        "Överenskommelsen upprättas i ett original.", "The agreement is drawn up in one original."
    ),
    "one_to_each": Text(", ett till varje part", ", one for each party"),
    "one_of_them_to_each": Text(", varav ett till varje part", ", one of them for each party"),
    "fingerprint_meaning": Text(
        "Kontrollkoden räknas fram ur texten. Ändras texten blir koden en annan, och då syns det att texten inte "
        "längre är densamma.",
        "The fingerprint is computed from the text. If the text is changed, the fingerprint changes too, which shows "
        "that it is no longer the same text.",
    ),
    # The outline in two parts
    "outline_agreed": Text("Del 1. Överenskommelsen", "Part 1. The agreement"),
    "outline_carried_out": Text("Del 2. Genomförandet", "Part 2. Carrying it out"),
    # Validity
    "validity_dated": Text("från och med {start} till och med {end}", "from {start} until {end} inclusive"),
    "validity_until_further_notice": Text("från och med {start} och tills vidare", "from {start} until further notice"),
    "validity_length": Text("från och med {start} och {length} framåt", "for {length} from {start}"),
    "validity_from": Text("från och med {start}", "from {start}"),
    "agreement_applies": Text("Överenskommelsen gäller {period}.", "The agreement applies {period}."),
    "is_not_extended": Text(
        "Giltighetstiden förlängs inte automatiskt.", "The validity is not extended automatically."
    ),
    "can_be_extended_if_decided": Text(
        "Giltighetstiden förlängs inte automatiskt men kan förlängas.",
        "The validity is not extended automatically but can be extended.",
    ),
    "can_be_extended_if_decided_by": Text(
        "Giltighetstiden förlängs inte automatiskt men kan förlängas med {length} i taget.",
        "The validity is not extended automatically but can be extended by {length} at a time.",
    ),
    "can_be_extended": Text("Giltighetstiden kan förlängas.", "The validity can be extended."),
    "can_be_extended_by": Text(
        "Giltighetstiden kan förlängas med {length} i taget.", "The validity can be extended by {length} at a time."
    ),
    "consultation_by": Text(
        "Samråd om förlängning ska ske {day}.", "Consultation on an extension shall take place {day}."
    ),
    "consultation_before_end": Text(
        "Samråd om förlängning ska ske senast {length} före giltighetstidens slut.",
        "Consultation on an extension shall take place no later than {length} before the end of the validity.",
    ),
    "is_extended": Text(
        "Giltighetstiden förlängs automatiskt{unless}.", "The validity is extended automatically{unless}."
    ),
    "is_extended_by": Text(
        "Giltighetstiden förlängs automatiskt med {length} i taget{unless}.",
        "The validity is extended automatically by {length} at a time{unless}.",
    ),
    "unless_terminated": Text(
        ", om överenskommelsen inte sägs upp{latest}", ", unless notice of termination is given{latest}"
    ),
    "notice_at_latest": Text("Uppsägning ska ske {latest}.", "Notice of termination shall be given {latest}."),
    "before_the_end": Text(
        "senast {length} före giltighetstidens slut", "no later than {length} before the end of the validity"
    ),
    "and_later": Text(" och därefter ", " and after that "),
    "said_goes_on": Text("{period}, förlängs därefter automatiskt", "{period}, then extended automatically"),
    "has_been_extended": Text(
        "Överenskommelsen har förlängts till och med {day}.", "The agreement has been extended until {day} inclusive."
    ),
    "has_been_extended_on": Text(
        "Överenskommelsen förlängdes {decided} till och med {day}.",
        "The agreement was extended on {decided}, until {day} inclusive.",
    ),
    "can_be_terminated": Text("Överenskommelsen kan sägas upp.", "The agreement can be terminated."),
    "can_be_terminated_notice": Text(
        "Överenskommelsen kan sägas upp med en uppsägningstid på {length}.",
        "The agreement can be terminated with a notice period of {length}.",
    ),
    "party_can_terminate": Text("{who} kan säga upp överenskommelsen.", "{who} can terminate the agreement."),
    "party_can_terminate_notice": Text(
        "{who} kan säga upp överenskommelsen med en uppsägningstid på {length}.",
        "{who} can terminate the agreement with a notice period of {length}.",
    ),
    "parties_jointly_can": Text("Parterna kan gemensamt", "The parties jointly can"),
    "is_revised": Text("Överenskommelsen revideras {when}.", "The agreement is revised {when}."),
    "is_renewed": Text("En ny överenskommelse ingås {cadence}.", "A new agreement is entered into {cadence}."),
    # Follow-up
    "follow_up_when": Text("Uppföljning görs {when}.", "Follow-up takes place {when}."),
    "follow_up_dates": Text("Tiderna för uppföljning är {dates}.", "The times of follow-up are {dates}."),
    "follow_up_date": Text("Tiden för uppföljning är {dates}.", "The time of follow-up is {dates}."),
    "follow_up_dates_set": Text("Bestämda tider är {dates}.", "The times that are set are {dates}."),
    "follow_up_date_set": Text("En bestämd tid är {dates}.", "A time that is set is {dates}."),
    "follow_up_scope": Text("Uppföljningen omfattar {scope}.", "The follow-up covers {scope}."),
    "follow_up_forum": Text("Uppföljningen sker i {forum}.", "The follow-up takes place in {forum}."),
    "reported_to_when": Text(
        "Resultatet rapporteras {cadence} till {recipients}.", "The results are reported {cadence} to {recipients}."
    ),
    "reported_to_at": Text(
        "Resultatet rapporteras till {recipients} {cadence}.", "The results are reported to {recipients} {cadence}."
    ),
    "results_reported_to": Text(
        "Resultatet rapporteras till {recipients}.", "The results are reported to {recipients}."
    ),
    "results_reported": Text("Resultatet rapporteras {cadence}.", "The results are reported {cadence}."),
    "follow_up_where": Text("Uppföljningen sker {where}.", "The follow-up takes place {where}."),
    "reporting_time_is": Text("Tid för rapporteringen: {days}.", "Time of reporting: {days}."),
    "reporting_times_are": Text("Tider för rapporteringen: {days}.", "Times of reporting: {days}."),
    "results_told": Text("Resultatet redovisas {where}.", "The results are told {where}."),
    "placed_at": Text("enligt följande: {place}", "as follows: {place}"),
    # Planned documents
    "each_makes_document": Text(
        "Varje kommun tar fram ett eget dokument{when}.", "Each municipality produces one of its own{when}."
    ),
    "makes_document": Text("{who} tar fram dokumentet{when}.", "{who} produces the document{when}."),
    "make_document": Text("{who} tar fram dokumentet{when}.", "{who} produce the document{when}."),
    "jointly_make_document": Text(
        "Parterna tar gemensamt fram dokumentet{when}.", "The parties jointly produce the document{when}."
    ),
    "document_is_made": Text("Dokumentet tas fram{when}.", "The document is produced{when}."),
    "first_time_by": Text("första gången {day}", "for the first time {day}"),
    "document_for_each_municipality": Text(
        "Ett dokument tas fram för varje kommun.", "There is one for each municipality."
    ),
    "document_for_each": Text("Ett dokument tas fram för varje {thing}.", "There is one for each {thing}."),
    "document_exists": Text("Dokumentet finns redan.", "The document exists already."),
    "document_includes": Text("I dokumentet ingår {kinds}.", "The document includes {kinds}."),
    "document_form": Text("Formen är {form}.", "The form is {form}."),
    "goals_shall_be": Text("Målen ska vara {form}.", "The goals shall be {form}."),
    # Forums
    "forum_works": Text("Forumet arbetar på {level} nivå.", "The forum works at the {level} level."),
    "forum_works_and_meets": Text(
        "Forumet arbetar på {level} nivå och möts {cadence}.",
        "The forum works at the {level} level and meets {cadence}.",
    ),
    "forum_meets": Text("Forumet möts {cadence}.", "The forum meets {cadence}."),
    "forum_planned": Text("Forumet planeras.", "The forum is planned."),
    "forum_planned_each": Text("Ett forum planeras i varje kommun.", "A forum is planned in each municipality."),
    "forum_each": Text("Det är ett forum i varje kommun.", "There is one forum in each municipality."),
    "forum_exists_each": Text("Forumet finns i varje kommun.", "The forum exists in each municipality."),
    "forum_chair": Text("Forumet leds av {chair}.", "The forum is chaired by {chair}."),
    "take_part": Text("{who} deltar.", "{who} take part."),
    "take_part_with": Text("{who} deltar, liksom {others}.", "{who} take part, and so do {others}."),
    "takes_part": Text("{who} deltar.", "{who} takes part."),
    "takes_part_with": Text("{who} deltar, liksom {others}.", "{who} takes part, and so do {others}."),
    # Focus areas
    "questions_guide": Text(
        "Frågorna under områdena ställs när lägesbilden tas fram.",
        "The questions under the areas are asked when the situation picture is made.",
    ),
    "area_responsible": Text("{who} ansvarar för området.", "Responsible for the area: {who}."),
    "area_forum": Text("Parterna arbetar med området i {forum}.", "The parties work with the area in {forum}."),
    "area_applies": Text("Området gäller {period}.", "The area applies {period}."),
    # Subjects of several sentences, and what stands for them after the first
    "forum_it": Text("Forumet|Det", "The forum|It"),
    "follow_up_it": Text("Uppföljningen|Den", "The follow-up|It"),
    "document_it": Text("Dokumentet|Det", "The document|It"),
    # Goals
    "goal_known": Text("målet", "the goal"),
    "sub_goal_known": Text("delmålet", "the sub-goal"),
    "goal_measured_by": Text(
        "{the_goal} mäts med indikatorn ”{indicator}”.", "{the_goal} is measured by the indicator “{indicator}”."
    ),
    "goal_measured_by_direction": Text(
        "{the_goal} mäts med indikatorn ”{indicator}”, och värdet ska {direction}.",
        "{the_goal} is measured by the indicator “{indicator}”, and the value shall {direction}.",
    ),
    "goal_value_shall": Text("Värdet ska {direction}.", "The value shall {direction}."),
    "goal_unit": Text("Enheten är {unit}.", "The unit is {unit}."),
    "goal_baseline": Text("Utgångsläget är {baseline}.", "The baseline is {baseline}."),
    "goal_baseline_time": Text("Utgångsläget gäller {baseline}.", "The baseline is that of {baseline}."),
    "goal_source": Text("Källan är {source}.", "The source is {source}."),
    "goal_target": Text("Målvärdet är {target}.", "The target is {target}."),
    "goal_target_by": Text(
        "Målvärdet är {target} och ska vara nått {day}.", "The target is {target}, to be reached {day}."
    ),
    "an_increase": Text("en ökning med {value} procent", "an increase by {value} per cent"),
    "a_decrease": Text("en minskning med {value} procent", "a decrease by {value} per cent"),
    "goal_deadline": Text("{the_goal} ska vara nått {day}.", "{the_goal} shall be reached {day}."),
    "goal_measured": Text(
        "Siffran som avgör om {of_goal} är nått finns {day}.",
        "The figure that decides whether {of_goal} is reached is available {day}.",
    ),
    "goal_cadence": Text("{the_goal} ska nås {cadence}.", "{the_goal} shall be reached {cadence}."),
    "goal_responsible": Text("{who} ansvarar för {of_goal}.", "Responsible for {of_goal}: {who}."),
    "goal_area": Text("{the_goal} hör till fokusområdet ”{area}”.", "{the_goal} belongs to the focus area “{area}”."),
    "goal_problems": Text("{the_goal} gäller {problems}.", "{the_goal} is about {problems}."),
    "goal_contributes": Text(
        "{the_goal} bidrar till ”{strategy}”{objectives}.", "{the_goal} contributes to “{strategy}”{objectives}."
    ),
    "goal_contributes_to_these": Text(
        "{the_goal} bidrar till dessa mål i ”{strategy}”: {objectives}.",
        "{the_goal} contributes to these objectives of “{strategy}”: {objectives}.",
    ),
    # Commitments
    "undertakes": Text("{who} åtar sig{how} att{when} {what}", "{who} undertakes{how}{when} to {what}"),
    "undertake": Text("{who} åtar sig{how} att{when} {what}", "{who} undertake{how}{when} to {what}"),
    "shall": Text("{who} ska{how}{when} {what}", "{who} shall{how}{when} {what}"),
    "should": Text("{who} bör{how}{when} {what}", "{who} should{how}{when} {what}"),
    "undertakes_this": Text("{who} åtar sig{how}{when} följande:", "{who} undertakes{how}{when} the following:"),
    "undertake_this": Text("{who} åtar sig{how}{when} följande:", "{who} undertake{how}{when} the following:"),
    "shall_this": Text("{who} ska{how}{when} göra följande:", "{who} shall{how}{when} do the following:"),
    "should_this": Text("{who} bör{how}{when} göra följande:", "{who} should{how}{when} do the following:"),
    "is_done": Text("Följande görs{how}{when}.", "The following is done{how}{when}."),
    "shall_be_done": Text("Följande ska{how}{when} göras.", "The following shall{how}{when} be done."),
    "should_be_done": Text("Följande bör{how}{when} göras.", "The following should{how}{when} be done."),
    "the_parties": Text("Parterna", "The parties"),
    "each_party": Text("Var och en av parterna", "Each of the parties"),
    "commitment_extent": Text("Åtagandet omfattar {quantity}.", "The commitment covers {quantity}."),
    "commitment_extent_by": Text(
        "Åtagandet omfattar {quantity} och ska vara uppfyllt {day}.",
        "The commitment covers {quantity} and shall be fulfilled {day}.",
    ),
    "commitment_by": Text("Det ska vara gjort {day}.", "It shall be done {day}."),
    "commitment_when": Text("Tid: {when}.", "Time: {when}."),
    "by_day": Text("senast {day}", "by {day}"),
    "commitment_period": Text("Åtagandet gäller {period}.", "The commitment applies {period}."),
    "commitment_cadence": Text("Det görs {cadence}.", "It is done {cadence}."),
    "occasion_is": Text("Tillfället är {days}.", "The occasion is {days}."),
    "occasions_are": Text("Tillfällena är {days}.", "The occasions are {days}."),
    "commitment_place": Text("Platsen är {place}.", "The place is {place}."),
    "commitment_target_group": Text("Målgruppen är {group}.", "The target group is {group}."),
    "commitment_partners": Text("{who} medverkar.", "Also taking part: {who}."),
    "commitment_area": Text(
        "Åtagandet hör till fokusområdet ”{area}”.", "The commitment belongs to the focus area “{area}”."
    ),
    "about_document": Text("Det gäller dokumentet ”{name}”.", "It is about the document “{name}”."),
    "commitment_responsible": Text("Ansvarig är {role}.", "Responsible: {role}."),
    # Decisions and signing
    "decided_on": Text("{body} beslutade{when}.", "{body} decided{when}."),
    "decided_on_what": Text("{body} beslutade{when} om {what}.", "{body} decided{when} on {what}."),
    "noted_on": Text("{body} noterade dokumentet{when}.", "{body} noted the document{when}."),
    "informed_on": Text("{body} informerades om dokumentet{when}.", "{body} was informed of the document{when}."),
    "deferred_on": Text("{body} bordlade ärendet{when}.", "{body} deferred the matter{when}."),
    "referred_back_on": Text("{body} återremitterade ärendet{when}.", "{body} referred the matter back{when}."),
    "rejected_on": Text("{body} avslog förslaget{when}.", "{body} rejected the proposal{when}."),
    "deferred_by_somebody": Text("Bordläggning", "Deferral"),
    "referred_back_by_somebody": Text("Återremiss", "Referral back"),
    "rejected_by_somebody": Text("Avslag", "Rejection"),
    "planned_on": Text("{body} planerar att besluta{when}.", "{body} plans to decide{when}."),
    "planned_by_somebody": Text("Planerat beslut", "Planned decision"),
    "decision_on": Text("Beslut om {what}", "Decision on {what}"),
    "decision_of_somebody": Text("Beslut", "Decision"),
    "noted_by_somebody": Text("Notering", "Noted"),
    "informed_by_somebody": Text("Information", "Information"),
    "decision_of_municipality": Text("{body} i {party}", "{body} of {party}"),
    "decision_of_party": Text("{body} ({party})", "{body} ({party})"),
    "rule_signed": Text("{document} undertecknas av {who}.", "Signed by {who}: {document}."),
    "rule_decided_and_signed_by_same": Text(
        "{document} beslutas och undertecknas av {who}.", "Decided and signed by {who}: {document}."
    ),
    "rule_decided_and_signed": Text(
        "{document} beslutas av {deciding} och undertecknas av {who}.",
        "Decided by {deciding} and signed by {who}: {document}.",
    ),
}
"""Whole sentences and the phrases in them; merged into the words of finished documents."""

BELOW: dict[str, Text] = {
    "police": Text("polisen", "the police"),
    "municipality": Text("kommunen", "the municipality"),
    "region": Text("regionen", "the region"),
    "county-board": Text("länsstyrelsen", "the county administrative board"),
}
"""What the only party of a type is called in a text that speaks of it so."""

LENGTHS: dict[str, tuple[str, ...]] = {
    "sv": ("noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"),
    "en": ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
}
"""The numbers up to twelve in words."""

PREPOSITIONS: dict[str, frozenset[str]] = {
    "sv": frozenset(["på", "i", "hos", "vid", "inom", "under", "genom", "mellan", "via", "till"]),
    "en": frozenset(["at", "in", "on", "by", "through", "within", "during", "via"]),
}
"""What places may begin with when they are written as in a sentence."""

LEVELS: dict[str, Text] = {
    "strategic": Text("strategisk", "strategic"),
    "operative": Text("operativ", "operative"),
    "strategic-and-operative": Text("strategisk och operativ", "strategic and operative"),
}
"""The level that a forum works at, before the word ”nivå”."""

_SV_VERBS = """
    agera aktivera aktualisera analysera anmäla anordna anpassa anställa ansvara anta anvisa använda arbeta arkivera
    arrangera avdela avgränsa avhjälpa avrapportera avsluta avsätta avtala avvärja beakta bedriva bedöma begränsa
    behandla bekosta bekämpa belysa bemanna bemöta berätta beskriva beskära besluta bestämma besvara besöka bevaka
    bevara bidra bilda bistå bjuda bli bryta budgetera bygga byta börja dela delge delta diskutera dokumentera dra driva
    effektivisera eftersträva enas engagera erbjuda ersätta etablera evaluera fastställa fatta finansiera finnas flytta
    fokusera formulera fortbilda fortsätta fotpatrullera fråga främja fullfölja fungera få fånga följa föra förankra
    förbereda förbättra fördela fördjupa förebygga föreslå företräda företrädas förhindra förklara förlänga förmedla
    förnya förse förstå förstärka försvåra försöka förtydliga förvalta gallra garantera ge genomföra godkänna granska gå
    göra ha handla handlägga hantera hindra hitta hjälpa hålla hämta hänvisa höja höra identifiera inbjuda informera
    införa ingripa ingå inhämta inkludera inleda inrapportera inrikta inrätta insamla inspektera inspirera integrera
    intensifiera inventera jobba justera jämföra kartlägga klargöra klarlägga klippa klottersanera kommunicera
    komplettera koncentrera konkretisera kontakta kontrollera koordinera kunna kvalitetssäkra kvarhålla laga lagföra
    lansera leda leverera lyfta lyssna låsa låta lägga lämna lära läsa marknadsföra medfinansiera medverka minska
    mobilisera motivera motverka måla mäta möjliggöra möta mötas nattvandra nominera nyttja nå närvara offentliggöra
    ombesörja omfördela omhänderta omvärldsbevaka ordna organisera orientera patrullera peka planera prata presentera
    prioritera producera protokollföra prova pröva publicera påbörja pågå påverka rapportera reda redovisa reglera
    rekrytera remittera reparera representera representeras respektera revidera rikta rusta röja samarbeta samla
    sammanfatta sammankalla sammanställa samordna samråda samtala samutnyttja samverka sanera satsa se skapa skicka
    skriva skydda sköta sluta släcka sprida stabilisera starta stimulera stoppa strukturera sträva studera styra stå
    städa ställa stämma stänga stärka stävja stödja stötta svara säkerställa sända sänka sätta söka ta tala testa
    tillföra tillgodose tillgängliggöra tillhandahålla tillse tillsätta tillvarata tillämpa tipsa träffa träffas
    tydliggöra tänka underhålla underlätta underrätta undersöka undervisa undvika uppdatera uppfylla uppföra upphandla
    upphäva upplysa uppmana uppmuntra uppmärksamma uppnå upprätta upprätthålla upptäcka utarbeta utbilda utbyta utforma
    utföra utge utgå utlysa utnyttja utreda utrusta utse utveckla utvidga utvärdera utöka utöva vandra vara verifiera
    verka verkställa vidareförmedla vidareutveckla vidmakthålla vidta vittna vårda väcka vägleda välja värna växla
    återföra återkoppla återrapportera återställa återuppbygga återuppta åtgärda öka öva överföra övergå överlämna
    översätta övervaka överväga
"""
_EN_VERBS = """
    adapt adopt allocate analyse appoint arrange ask assess assist attend avoid be begin break bring build carry
    chair check choose clarify collect combine communicate complete conduct consider consult contribute cooperate
    coordinate create decide dedicate delegate describe designate detect develop disclose discuss distribute draw
    educate employ enable encourage engage ensure establish evaluate explain extend find follow gather give go guide
    handle have hire hold host identify implement improve include inform initiate inspect introduce invest
    investigate invite join keep launch lead learn let listen look maintain make manage meet monitor move notify
    offer organise organize participate pay prepare prevent prioritise prioritize produce promote protect provide
    publish put reach recruit reduce regulate remove repair represent reserve revise run safeguard secure seek send
    share speak spread start stop strengthen take teach tell update use write
"""
INFINITIVES: dict[str, frozenset[str]] = {
    "sv": frozenset(_SV_VERBS.split()),
    "en": frozenset(_EN_VERBS.split()),
}
"""Infinitives that commitments begin with: only after these is it certain that ”ska” makes a sentence."""
