"""What the columns of exported tables are called and mean, and what their figures count."""

from __future__ import annotations

from samverkan.words.export_tables import Said
from samverkan.words.sentence import Text

_PER_CENT = Text("procent", "per cent")
_DAYS = Text("dagar", "days")
_NUMBER = Text("antal", "number")

FIRST_DAY = Said(
    Text("{title}, första dagen", "{title}, first day"),
    Text("Den första dagen i det som står i `{name}`.", "The first day of what stands in `{name}`."),
)
LAST_DAY = Said(
    Text("{title}, sista dagen", "{title}, last day"),
    Text("Den sista dagen i det som står i `{name}`.", "The last day of what stands in `{name}`."),
)

COLUMNS: dict[str, Said] = {
    "municipality_codes": Said(
        Text("Kommunkod", "Municipality codes"),
        Text(
            "Koderna för de kommuner vars dokument det är, var för sig eller gemensamt; annars för dem bland parterna. Streck där koden är okänd.",
            "The codes of the municipalities whose own, or joint, the document is; else of those among its parties. A dash where a code is not known.",
        ),
    ),
    "municipalities": Said(
        Text("Kommun", "Municipalities"),
        Text("Kommunernas namn, i samma ordning som koderna.", "The municipalities' names, in the order of the codes."),
    ),
    "workspace": Said(
        Text("Arbetsyta", "Workspace"),
        Text(
            "Mappen med `samverkan.yaml`, räknad från mappen där kommandot körs. Tom för dokument utan arbetsyta.",
            "The folder with `samverkan.yaml`, counted from the folder where the command runs. Empty for documents without one.",
        ),
    ),
    "file": Said(
        Text("Fil", "File"),
        Text(
            "Dokumentets fil, räknad från mappen där kommandot körs.",
            "The document's file, counted from the folder where the command runs.",
        ),
    ),
    "document": Said(Text("Dokumentets id", "Document id"), Text("Dokumentets id.", "The document's id.")),
    "document_kind": Said(
        Text("Dokumenttyp", "Kind of document"), Text("Vilken typ av dokument det är.", "What kind of document it is.")
    ),
    "document_title": Said(Text("Dokument", "Document"), Text("Dokumentets titel.", "The document's title.")),
    "control_code": Said(
        Text("Kontrollkod", "Fingerprint"),
        Text(
            "Kontrollkoden för dokumentets text, som den står på utskriften. Tom när dokumentet inte kunde läsas i sin helhet.",
            "The fingerprint of the document's text, as it is printed. Empty where the document could not be read in full.",
        ),
    ),
    "key": Said(
        Text("Nyckel", "Key"),
        Text(
            "Filen och delens id (`plan.yaml#tryggare`), eller dess plats där den saknar id (`plan.yaml:goals[0]`). Med den hör tabellerna ihop.",
            "The file and the part's id (`plan.yaml#tryggare`), or its place where it has none (`plan.yaml:goals[0]`). It joins the tables.",
        ),
    ),
    "id": Said(Text("Id", "Id"), Text("Delens id inom dokumentet.", "The part's id within the document.")),
    "number": Said(
        Text("Nummer", "Number"),
        Text("Numret som delen har i dokumentet.", "The number that the part has in the document."),
    ),
    "title": Said(Text("Rubrik", "Title"), Text("Rubriken.", "The title.")),
    "text": Said(
        Text("Text", "Text"),
        Text("Texten, som den står i filen (Markdown).", "The text, as it stands in the file (Markdown)."),
    ),
    "whole": Said(
        Text("Läst i sin helhet", "Read in full"),
        Text(
            "Falskt när något i filen inte kunde läsas och därför saknas här.",
            "False where something in the file could not be read, and so is missing here.",
        ),
    ),
    "documents.status": Said(
        Text("Status", "Status"),
        Text(
            "Hur långt dokumentet har kommit, som det säger själv.",
            "How far the document has come, as it states itself.",
        ),
    ),
    "agreement": Said(
        Text("Överenskommelse", "Agreement"),
        Text(
            "Filen med överenskommelsen som dokumentet hör till.",
            "The file of the agreement that the document belongs to.",
        ),
    ),
    "parties": Said(Text("Parter", "Parties"), Text("Parternas namn.", "The names of the parties.")),
    "start": Said(
        Text("Gäller från", "Applies from"), Text("När dokumentet börjar gälla.", "When the document begins to apply.")
    ),
    "end": Said(
        Text("Gäller till och med", "Applies to"),
        Text("Den sista dagen som dokumentet gäller.", "The last day that the document applies."),
    ),
    "made": Said(
        Text("Datum", "Date"),
        Text(
            "När dokumentet gjordes: dess eget datum, det senaste beslutet eller undertecknandet.",
            "When the document was made: its own date, its last decision or its signing.",
        ),
    ),
    "signed": Said(
        Text("Undertecknat", "Signed"),
        Text("När överenskommelsen var undertecknad av alla.", "When the agreement was signed by all."),
    ),
    "decided": Said(
        Text("Beslutat", "Decided"),
        Text("När det senaste beslutet om dokumentet fattades.", "When the latest decision on the document was made."),
    ),
    "supersedes": Said(
        Text("Ersätter", "Supersedes"),
        Text("Filerna med dokument som detta ersätter.", "The files of the documents that this one supersedes."),
    ),
    "extends": Said(
        Text("Förlänger", "Extends"),
        Text(
            "Filerna med dokument som gäller vidare genom detta.", "The files of the documents that go on by this one."
        ),
    ),
    "specific": Said(
        Text("Specifikt (S)", "Specific (S)"),
        Text("Vad som ska bli annorlunda, var och för vilka.", "What is to be different, where and for whom."),
    ),
    "indicator": Said(Text("Indikator (M)", "Indicator (M)"), Text("Vad som mäts.", "What is measured.")),
    "unit": Said(
        Text("Enhet", "Unit"),
        Text(
            "Vad siffran räknar: `count` (antal), `per-cent`, `per-1000`, `per-100000` eller egna ord.",
            "What the figure counts: `count`, `per-cent`, `per-1000`, `per-100000` or words of its own.",
        ),
    ),
    "direction": Said(Text("Riktning", "Direction"), Text("Vart siffran ska gå.", "Which way the figure should go.")),
    "baseline_value": Said(
        Text("Utgångsläge", "Baseline"),
        Text("Siffran i utgångsläget, i målets enhet.", "The figure of the baseline, in the goal's unit."),
    ),
    "baseline_precision": Said(
        Text("Utgångsläge, noggrannhet", "Baseline, precision"),
        Text("Hur exakt siffran är; tomt när den är exakt.", "How exact the figure is; empty where it is exact."),
    ),
    "baseline_period": Said(
        Text("Utgångsläge, period", "Baseline, period"),
        Text("Tiden som utgångsläget gäller.", "The time that the baseline is of."),
    ),
    "baseline_source": Said(
        Text("Utgångsläge, källa", "Baseline, source"),
        Text("Var utgångsläget är hämtat.", "Where the baseline is from."),
    ),
    "baseline_text": Said(
        Text("Utgångsläge i ord", "Baseline in words"), Text("Utgångsläget i ord.", "The baseline in words.")
    ),
    "target_value": Said(
        Text("Målvärde", "Target"),
        Text("Värdet som ska nås, i målets enhet.", "The value to reach, in the goal's unit."),
    ),
    "target_at_least": Said(
        Text("Målvärde, minst", "Target, at least"), Text("Den nedre gränsen.", "The lower limit.")
    ),
    "target_at_most": Said(Text("Målvärde, högst", "Target, at most"), Text("Den övre gränsen.", "The upper limit.")),
    "target_more_than": Said(
        Text("Målvärde, över", "Target, more than"), Text("Siffran som ska överskridas.", "The figure to exceed.")
    ),
    "target_less_than": Said(
        Text("Målvärde, under", "Target, less than"), Text("Siffran som ska underskridas.", "The figure to stay below.")
    ),
    "target_change_percent": Said(
        Text("Målvärde, förändring", "Target, change"),
        Text(
            "Förändringen mot utgångsläget; -10 är en minskning med 10 procent.",
            "The change from the baseline; -10 is a decrease by 10 per cent.",
        ),
        _PER_CENT,
    ),
    "target_text": Said(
        Text("Målvärde i ord", "Target in words"),
        Text("Målvärdet som det står i dokumentet.", "The target as the document puts it."),
    ),
    "criterion": Said(
        Text("Kriterium (M)", "Criterion (M)"),
        Text(
            "För mål utan siffra: vad som avgör om det är uppnått.",
            "For goals without a figure: what decides whether it is reached.",
        ),
    ),
    "accepted": Said(
        Text("Accepterat (A)", "Accepted (A)"), Text("Att målet är godtagbart.", "That the goal is acceptable.")
    ),
    "realistic": Said(
        Text("Realistiskt (R)", "Realistic (R)"),
        Text("Varför målet går att nå i tid.", "Why the goal can be reached in time."),
    ),
    "sub_goals": Said(Text("Delmål", "Sub-goals"), Text("Målets delar.", "The parts of the goal.")),
    "objectives": Said(
        Text("Nationella mål", "National objectives"),
        Text(
            "Mål i nationella strategier som målet bidrar till: strategins id, nummer och lydelse.",
            "Objectives of national strategies that the goal contributes to: the strategy's id, number and wording.",
        ),
    ),
    "deadline": Said(
        Text("Senast", "Deadline"),
        Text("När det senast ska vara gjort eller uppnått.", "By when it is to be done or reached."),
    ),
    "measured": Said(
        Text("Mäts", "Measured"),
        Text(
            "När den siffra finns som avgör om målet är uppnått.",
            "When the figure that decides whether the goal is reached exists.",
        ),
    ),
    "cadence": Said(
        Text("Hur ofta", "How often"),
        Text(
            "Hur ofta det görs eller ska nås, som i filen: `yearly`, `every-3-months`.",
            "How often it is done or reached, as in the file: `yearly`, `every-3-months`.",
        ),
    ),
    "responsible": Said(
        Text("Ansvariga", "Responsible"),
        Text("De som ska göra det eller ansvarar, med namn.", "Those who are to do it or are responsible, by name."),
    ),
    "role": Said(Text("Ansvarig roll", "Role in charge"), Text("Rollen som ansvarar.", "The role in charge.")),
    "problems": Said(
        Text("Problem", "Problems"),
        Text("Nycklarna till problemen i lägesbilden.", "The keys of the problems of the situation picture."),
    ),
    "problem_text": Said(
        Text("Problem i ord", "Problem in words"),
        Text(
            "Problemet, när det inte finns i någon lägesbild här.",
            "The problem, where it is in no situation picture here.",
        ),
    ),
    "causes": Said(
        Text("Orsaker", "Causes"),
        Text(
            "Nycklarna till orsakerna som åtgärden riktas mot.", "The keys of the causes that the measure is aimed at."
        ),
    ),
    "cause_text": Said(
        Text("Orsak i ord", "Cause in words"),
        Text(
            "Orsaken, när den inte finns i någon orsaksanalys här.", "The cause, where it is in no cause analysis here."
        ),
    ),
    "focus_area": Said(
        Text("Fokusområde", "Focus area"), Text("Nyckeln till fokusområdet.", "The key of the focus area.")
    ),
    "goals": Said(
        Text("Mål", "Goals"),
        Text("Nycklarna till målen som det bidrar till.", "The keys of the goals that it contributes to."),
    ),
    "commitments": Said(
        Text("Åtaganden", "Commitments"),
        Text(
            "Nycklarna till åtagandena som åtgärden uppfyller.", "The keys of the commitments that the measure fulfils."
        ),
    ),
    "overall": Said(
        Text("Övergripande", "Overall"),
        Text("Sant om målet gäller hela planen.", "True if the goal is for the whole plan."),
    ),
    "outcomes": Said(
        Text("Antal utfall", "Number of outcomes"),
        Text(
            "Hur många utfall uppföljningar har angett till och med dagen som räknas från.",
            "How many outcomes follow-ups have stated up to the day that is counted from.",
        ),
        _NUMBER,
    ),
    "last_outcome": Said(
        Text("Senaste utfallet", "Last outcome"),
        Text("Datumet för uppföljningen med det senaste utfallet.", "The date of the follow-up with the last outcome."),
    ),
    "last_result": Said(
        Text("Senaste utfallet, resultat", "Last outcome, result"),
        Text("Vad det senast blev.", "What became of it last."),
    ),
    "last_value": Said(
        Text("Senaste utfallet, värde", "Last outcome, value"),
        Text(
            "Den senast uppmätta siffran; enheten står vid utfallet eller målet.",
            "The figure measured last; the unit stands with the outcome or the goal.",
        ),
    ),
    "trend": Said(
        Text("Utveckling", "Trend"),
        Text("Vart det har gått sedan gången före.", "Which way it has gone since the time before."),
    ),
    "measures.title": Said(
        Text("Åtgärd", "Measure"), Text("Vad som ska göras, i korthet.", "What is to be done, in short.")
    ),
    "operative_goal": Said(
        Text("Operativt mål", "Operative goal"), Text("Vad åtgärden ska leda till.", "What the measure is to lead to.")
    ),
    "type": Said(
        Text("Typ", "Type"),
        Text("Om åtgärden är situationell eller social.", "Whether the measure is situational or social."),
    ),
    "effect": Said(
        Text("Effekt", "Effect"),
        Text("Om den verkar på kort eller lång sikt.", "Whether it works in the short or the long term."),
    ),
    "from": Said(Text("Från", "From"), Text("När det börjar.", "When it begins.")),
    "until": Said(Text("Senast", "Until"), Text("När det senast ska vara klart.", "By when it is to be finished.")),
    "dates": Said(
        Text("Bestämda tider", "Set times"),
        Text("När det görs, om det är vid flera bestämda tillfällen.", "When it is done, if at several set times."),
    ),
    "when": Said(
        Text("När, i ord", "When, in words"),
        Text("När det görs, som det står i dokumentet.", "When it is done, as the document puts it."),
    ),
    "quantity_exactly": Said(Text("Omfattning", "Amount"), Text("Det bestämda antalet.", "The set amount.")),
    "quantity_about": Said(
        Text("Omfattning, cirka", "Amount, about"), Text("Det ungefärliga antalet.", "The approximate amount.")
    ),
    "quantity_more_than": Said(
        Text("Omfattning, fler än", "Amount, more than"), Text("Antalet som ska överskridas.", "The amount to exceed.")
    ),
    "quantity_less_than": Said(
        Text("Omfattning, färre än", "Amount, less than"),
        Text("Antalet som inte ska nås.", "The amount to stay below."),
    ),
    "quantity_at_least": Said(
        Text("Omfattning, minst", "Amount, at least"), Text("Det minsta antalet.", "The least amount.")
    ),
    "quantity_at_most": Said(
        Text("Omfattning, högst", "Amount, at most"), Text("Det högsta antalet.", "The greatest amount.")
    ),
    "quantity_text": Said(
        Text("Omfattning i ord", "Amount in words"),
        Text("Omfattningen som den står i dokumentet.", "The amount as the document puts it."),
    ),
    "quantity_unit": Said(
        Text("Omfattning, vad som räknas", "Amount, what is counted"),
        Text("Vad antalet räknar.", "What the amount counts."),
    ),
    "quantity_per": Said(
        Text("Omfattning, period", "Amount, period"),
        Text(
            "Perioden som antalet gäller, som i filen: `yearly`.", "The period of the amount, as in the file: `yearly`."
        ),
    ),
    "quantity_per_text": Said(
        Text("Omfattning, period i ord", "Amount, period in words"),
        Text("Perioden med dokumentets egna ord.", "The period in the document's own words."),
    ),
    "partners": Said(Text("Medverkande", "Partners"), Text("Andra som medverkar.", "Others who take part.")),
    "place": Said(Text("Plats", "Place"), Text("Var det görs.", "Where it is done.")),
    "places": Said(Text("Platser", "Places"), Text("Var det görs.", "Where it is done.")),
    "target_group": Said(Text("Målgrupp", "Target group"), Text("För vilka det görs.", "For whom it is done.")),
    "condition": Said(
        Text("Villkor", "Condition"), Text("Vad som krävs för att det ska göras.", "What it takes for it to be done.")
    ),
    "resources": Said(
        Text("Resurser", "Resources"), Text("Tid och pengar som behövs.", "The time and money that it takes.")
    ),
    "progress": Said(
        Text("Genomförande", "Progress"),
        Text(
            "Hur långt det har kommit, som dokumentet säger själv.",
            "How far it has come, as the document states itself.",
        ),
    ),
    "done": Said(
        Text("Genomförd", "Done"),
        Text("När det blev genomfört, som dokumentet säger själv.", "When it was done, as the document states itself."),
    ),
    "theme": Said(
        Text("Tema", "Theme"), Text("Temat som åtagandet hör till.", "The theme that the commitment belongs to.")
    ),
    "strength": Said(
        Text("Ska eller bör", "Shall or should"), Text("Hur bestämt det är sagt.", "How firmly it is put.")
    ),
    "manner": Said(
        Text("Hur", "How"),
        Text("Om flera gör det gemensamt eller var för sig.", "Whether several do it jointly or each on their own."),
    ),
    "commitments.period_start": Said(
        Text("Period, från", "Period, from"),
        Text(
            "När åtagandet börjar gälla, om inte som överenskommelsen.",
            "When the commitment begins, if not with the agreement.",
        ),
    ),
    "commitments.period_end": Said(
        Text("Period, till och med", "Period, to"),
        Text(
            "När åtagandet slutar gälla, om inte som överenskommelsen.",
            "When the commitment ends, if not with the agreement.",
        ),
    ),
    "per_municipality": Said(
        Text("Per kommun", "For each municipality"),
        Text("Sant om det gäller i varje kommun.", "True if it is for each municipality."),
    ),
    "group": Said(
        Text("Grupp", "Group"), Text("Rubriken som löftet står under.", "The heading that the promise stands under.")
    ),
    "ongoing": Said(
        Text("Pågående arbete", "Ongoing work"),
        Text("Sant om arbetet redan pågår och fortsätter.", "True if the work goes on already."),
    ),
    "promise": Said(
        Text("Löfte", "Promise"),
        Text("Nyckeln till löftet som aktiviteten hör till.", "The key of the promise that the activity belongs to."),
    ),
    "audiences": Said(
        Text("Målgrupper", "Audiences"), Text("Nycklarna till målgrupperna.", "The keys of the audiences.")
    ),
    "messages": Said(Text("Budskap", "Messages"), Text("Nycklarna till budskapen.", "The keys of the messages.")),
    "channels": Said(Text("Kanaler", "Channels"), Text("Nycklarna till kanalerna.", "The keys of the channels.")),
    "series": Said(
        Text("Serie", "Series"),
        Text(
            "Nyckeln till indikatorn eller siffran som raden hör till; lika för alla tider i en serie.",
            "The key of the indicator or figure that the row belongs to; the same for all times of a series.",
        ),
    ),
    "owner": Said(
        Text("Står vid", "Stands with"),
        Text(
            "Nyckeln till delen som siffran står i, till exempel ett utfall. Tom för dokumentets egna siffror.",
            "The key of the part that the figure stands in, such as an outcome. Empty for the document's own figures.",
        ),
    ),
    "indicators.title": Said(Text("Vad", "What"), Text("Vad som räknas eller mäts.", "What is counted or measured.")),
    "compared_with": Said(
        Text("Jämförs med", "Compared with"),
        Text(
            "Vem siffran gäller, när den står som jämförelse.",
            "Whom the figure is of, where it stands as a comparison.",
        ),
    ),
    "division": Said(
        Text("Varav", "Of which"),
        Text("Vilken del av helheten siffran gäller.", "Which part of the whole the figure is of."),
    ),
    "period": Said(Text("Period", "Period"), Text("Tiden som siffran gäller.", "The time that the figure is of.")),
    "value": Said(
        Text("Värde", "Value"),
        Text("Siffran. Vad den räknar säger Enhet (`unit`).", "The figure; `unit` says what it counts."),
    ),
    "precision": Said(
        Text("Noggrannhet", "Precision"),
        Text("Hur exakt siffran är; tomt när den är exakt.", "How exact the figure is; empty where it is exact."),
    ),
    "indicators.text": Said(
        Text("I ord", "In words"),
        Text("Siffran i ord, eller varför den saknas.", "The figure in words, or why it is missing."),
    ),
    "indicators.status": Said(
        Text("Status", "Status"), Text("Om siffran kan ändras.", "Whether the figure may change.")
    ),
    "note": Said(
        Text("Anmärkning", "Note"), Text("Vad som ska sägas om siffran.", "What is to be said of the figure.")
    ),
    "source": Said(
        Text("Källa", "Source"),
        Text(
            "Var siffran är hämtad; för indikatorer i lägesbilder nyckeln till källan.",
            "Where the figure is from; for indicators of situation pictures the key of the source.",
        ),
    ),
    "area": Said(
        Text("Område", "Area"),
        Text(
            "Nyckeln till området, om det inte är hela lägesbildens.",
            "The key of the area, if not that of the whole picture.",
        ),
    ),
    "about": Said(Text("Gäller", "About"), Text("Nyckeln till det som det gäller.", "The key of what it is about.")),
    "about_kind": Said(
        Text("Gäller, typ", "About, kind"),
        Text("Vad det är som utfallet gäller.", "What kind of thing the outcome is about."),
    ),
    "about_text": Said(
        Text("Gäller, i ord", "About, in words"),
        Text("Vad utfallet gäller, i ord.", "What the outcome is about, in words."),
    ),
    "by": Said(
        Text("Av", "By"),
        Text(
            "Parterna som åtar sig eller lovar det; när delen inte säger det, de som står bakom det den hör till.",
            "The parties that take it on or promise it; where the part names none, those behind what it belongs to.",
        ),
    ),
    "outcomes.by": Said(
        Text("Av", "By"),
        Text(
            "Vem som lovade eller skulle göra det, när utfallet säger det.",
            "Who promised it or was to do it, where the outcome says so.",
        ),
    ),
    "promises.extends": Said(
        Text("Förlänger", "Extends"),
        Text("Nycklarna till tidigare löften som förlängs.", "The keys of the earlier promises that this one extends."),
    ),
    "follow_up": Said(
        Text("Uppföljningens datum", "Date of the follow-up"),
        Text("När uppföljningen gjordes.", "When the follow-up was made."),
    ),
    "period_start": Said(
        Text("Följer upp från", "Follows up from"),
        Text("Början på tiden som följs upp.", "The start of the time that is followed up."),
    ),
    "period_end": Said(
        Text("Följer upp till och med", "Follows up to"),
        Text("Slutet på tiden som följs upp.", "The end of the time that is followed up."),
    ),
    "result": Said(Text("Utfall", "Result"), Text("Vad det blev.", "What became of it.")),
    "light": Said(
        Text("Bedömning", "Assessment"), Text("Bedömningen som trafikljus.", "The assessment as a traffic light.")
    ),
    "met": Said(
        Text("Når siffran målet", "Meets the target"),
        Text(
            "Om siffran når det som skulle nås; tomt när det inte går att säga.",
            "Whether the figure meets what was aimed at; empty where that cannot be told.",
        ),
    ),
    "comment": Said(
        Text("Kommentar", "Comment"),
        Text("Vad som gjordes och vad det ledde till.", "What was done and what it led to."),
    ),
    "obstacle": Said(Text("Hinder", "Obstacle"), Text("Vad som stod i vägen.", "What stood in the way.")),
    "carried_over": Said(
        Text("Förs vidare", "Carried over"),
        Text("Sant om arbetet fortsätter nästa period.", "True if the work goes on in the next period."),
    ),
    "why_not": Said(
        Text("Skäl", "Why not"), Text("Varför utfallet inte är bedömt.", "Why the outcome is not assessed.")
    ),
    "answered_by": Said(
        Text("Besvarat av", "Answered by"), Text("De som lämnade uppgiften.", "Those who gave the answer.")
    ),
    "answered": Said(Text("Besvarat", "Answered"), Text("När uppgiften lämnades.", "When the answer was given.")),
    "notes.about": Said(
        Text("Gäller", "About"),
        Text(
            "Nyckeln till målet, åtgärden eller aktiviteten som anteckningen står vid.",
            "The key of the goal, measure or activity that the note stands with.",
        ),
    ),
    "date": Said(Text("Datum", "Date"), Text("När läget bedömdes.", "When the state was assessed.")),
    "duties.key": Said(
        Text("Nyckel", "Key"),
        Text(
            "Nyckeln till delen som kräver det: som i de andra tabellerna, eller filen och platsen för avsnittet.",
            "The key of the part that asks for it: as in the other tables, or the file and the place of the clause.",
        ),
    ),
    "duties.status": Said(Text("Läge", "Status"), Text("Hur bråttom det är.", "How urgent it is.")),
    "due": Said(
        Text("Senast", "Due"),
        Text("Sista dagen; tom när ingen dag går att räkna fram.", "The last day; empty where no day can be counted."),
    ),
    "days": Said(
        Text("Dagar kvar", "Days left"),
        Text(
            "Dagar kvar från dagen som räknas från; under noll när det är försenat.",
            "Days left from the day that is counted from; below zero where it is late.",
        ),
        _DAYS,
    ),
    "clock": Said(Text("Gäller", "About"), Text("Vad som räknas.", "What is counted.")),
    "what": Said(Text("Att göra", "To do"), Text("Vad som ska göras.", "What is to be done.")),
    "clause": Said(
        Text("Avsnitt", "Clause"),
        Text("Platsen i filen för det som kräver det.", "The place in the file of what asks for it."),
    ),
    "reason": Said(Text("Varför", "Why"), Text("Varför det ska göras då.", "Why it is due then.")),
    "last_done": Said(Text("Senast gjort", "Last done"), Text("När det gjordes senast.", "When it was last done.")),
    "reviewed": Said(
        Text("Följs upp", "Reviewed"),
        Text(
            "Filen med dokumentet som ska följas upp, om det är ett annat.",
            "The file of the document that is to be reviewed, if it is another one.",
        ),
    ),
    "renews": Said(
        Text("Förnyar", "Renews"),
        Text(
            "Id för dokumentet som ett nytt ska ersätta.",
            "The id of the document that a new one is to take the place of.",
        ),
    ),
    "paragraph": Said(
        Text("Paragraf i lagen (2023:196)", "Section of Act (2023:196)"),
        Text(
            "Paragrafen som kräver det; tom när bara dokumentet gör det.",
            "The section that asks for it; empty where only the document does.",
        ),
    ),
    "obliged_codes": Said(
        Text("Kommunkod enligt lagen", "Codes under the law"),
        Text(
            "Koderna för kommunerna som lagen kräver det av.",
            "The codes of the municipalities that the law asks it of.",
        ),
    ),
    "obliged": Said(
        Text("Kommun enligt lagen", "Municipalities under the law"),
        Text("Kommunerna som lagen kräver det av.", "The municipalities that the law asks it of."),
    ),
    "law.municipality_codes": Said(
        Text("Kommunkod", "Municipality code"),
        Text("Kommunens kod. Streck där den är okänd.", "The municipality's code. A dash where it is not known."),
    ),
    "law.municipalities": Said(Text("Kommun", "Municipality"), Text("Kommunens namn.", "The municipality's name.")),
    "demand": Said(
        Text("Krav", "Requirement"),
        Text("Kravet, för sjätte paragrafen ett av två.", "The requirement, of the sixth section one of two."),
    ),
    "law.status": Said(
        Text("Läge", "Status"),
        Text("Hur dokumenten svarar mot kravet.", "How the documents answer to the requirement."),
    ),
    "since": Said(
        Text("Räknas från", "Counted from"),
        Text("Dagen som det räknas från, eller har visats sedan.", "The day that it is counted from, or shown since."),
    ),
    "law.due": Said(
        Text("Senast", "Due"),
        Text(
            "Sista dagen för nästa steg; tom när lagen inte ger någon.",
            "The last day for what comes next; empty where the law gives none.",
        ),
    ),
    "says": Said(Text("Visar", "Shows"), Text("Vad dokumenten visar.", "What the documents show.")),
    "to_do": Said(Text("Att göra", "To do"), Text("Nästa steg.", "What to do next.")),
    "evidence": Said(
        Text("Vad som visar det", "Shown by"),
        Text("Nycklarna till det som visar det, de första tjugo.", "The keys of what shows it, the first twenty."),
    ),
    "more_evidence": Said(
        Text("Fler som visar det", "Shown by more"),
        Text("Hur många fler ställen som visar det.", "How many more places show it."),
        _NUMBER,
    ),
    "law.notes": Said(
        Text("Anmärkningar", "Notes"), Text("Hur en öppen fråga har lästs.", "How an open question has been read.")
    ),
}
"""The columns, by name, or by the table's name and their own where they mean something else there."""
