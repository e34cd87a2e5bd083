"""What is said of duties: what is to be done, what it is counted from, and why it is due."""

from __future__ import annotations

from samverkan.words.sentence import Text

# What a day is the day of

SIGNING = Text("undertecknandet {day}", "the signing on {day}")
START = Text("början {day}", "the start on {day}")
REVIEWED = Text("uppföljningen {day}", "the review on {day}")
DECIDED = Text("beslutet {day}", "the decision on {day}")
REPORTED = Text("rapporten {day}", "the report on {day}")
MADE = Text("{title} {day}", "{title} of {day}")
LAW_START = Text("lagens ikraftträdande {day}", "the law's coming into force on {day}")
DAY = Text("{day}", "{day}")

# What is to be done

REVIEW_AGREEMENT = Text("Följ upp överenskommelsen", "Review the agreement")
REVIEW_PLAN = Text("Följ upp åtgärdsplanen", "Follow up the action plan")
REVIEW_PROMISE = Text("Följ upp medborgarlöftet", "Review the citizen promise")
REVIEW_COMMUNICATION = Text("Följ upp kommunikationsplanen", "Review the communication plan")
REPORT = Text("Återrapportera", "Report")
REPORT_TO = Text("Återrapportera till {to}", "Report to {to}")
PRODUCE = Text("Ta fram {title}", "Produce {title}")
UPDATE = Text("Uppdatera {title}", "Update {title}")
FIRST_PLAN = Text("Besluta om en åtgärdsplan", "Decide on an action plan")
MAKE_PICTURE = Text("Ta fram en lägesbild", "Make a situation picture")
UPDATE_PICTURE = Text("Uppdatera lägesbilden", "Update the situation picture")
REVISE = Text("Revidera överenskommelsen", "Revise the agreement")
CONSULT = Text("Samråd om förlängning", "Consult about an extension")
EXPIRE = Text("Förnya eller avsluta överenskommelsen", "Renew or close the agreement")
NEW_PROMISE = Text("Ge ett nytt medborgarlöfte", "Give a new citizen promise")
NEW_PLAN = Text("Besluta om en ny åtgärdsplan", "Decide on a new action plan")
CANDIDATES = Text(
    "{why} Är det {others} som har tagit över, skriv supersedes: {id} där.",
    "{why} If {others} has taken over, write supersedes: {id} there.",
)
JUDGE_GOAL = Text("Bedöm målet: {what}", "Judge the goal: {what}")
COMMITMENT = Text("Åtagande: {what}", "Commitment: {what}")
MEASURE = Text("Åtgärd: {what}", "Measure: {what}")
PROMISE = Text("Löfte: {what}", "Promise: {what}")
ACTIVITY = Text("Aktivitet: {what}", "Activity: {what}")

# Why it is due

CADENCE_WHY = Text(
    "Villkoret {clause}: {cadence}, räknat från {start}.", "The term {clause}: {cadence}, counted from {start}."
)
UNCOUNTED_WHY = Text(
    "Villkoret {clause}: {cadence}, som inte går att räkna.", "The term {clause}: {cadence}, which cannot be counted."
)
FIRST_WHY = Text("Villkoret {clause}: första gången senast {day}.", "The term {clause}: for the first time by {day}.")
ONCE_WHY = Text(
    "Villkoret {clause}: utan angiven tid, alltså senast när giltigheten går ut.",
    "The term {clause}: no time given, so at the latest when the validity ends.",
)
DEADLINE_WHY = Text("Villkoret {clause}: senast {day}.", "The term {clause}: by {day}.")
DATED_WHY = Text("Villkoret {clause}: {day}.", "The term {clause}: {day}.")
NEVER_MADE = Text("{why} Aldrig gjort.", "{why} Never made.")
LAW_PICTURE_WHY = Text(
    "Lag (2023:196) 4 §, {who}: en lägesbild krävs sedan den 1 juli 2023, och ingen från tiden efter det finns i mappen.",
    "Act (2023:196) section 4, {who}: a situation picture is demanded since 1 July 2023, and none of later date is in the folder.",
)
LAW_PLAN_WHY = Text(
    "Lag (2023:196) 5 §, {who}: en beslutad åtgärdsplan krävs från den 1 juli 2024, och ingen som gäller finns i mappen.",
    "Act (2023:196) section 5, {who}: a decided action plan is demanded from 1 July 2024, and none in force is in the folder.",
)
LAW_NEW_PLAN_WHY = Text(
    "Lag (2023:196) 5 §, {who}: planen slutade gälla {start}, och ingen ny beslutad plan finns i mappen.",
    "Act (2023:196) section 5, {who}: the plan ended on {start}, and no new decided plan is in the folder.",
)
LAW_WHY = Text(
    "Lag (2023:196) 6 §, {who}: minst vartannat år, räknat från {start}.",
    "Act (2023:196) section 6, {who}: at least every second year, counted from {start}.",
)
ALSO_LAW = Text("{why} Även, senast {due}: {law}", "{why} Also, by {due}: {law}")
ALSO_TERM = Text("{why} Även villkoret {term}.", "{why} Also the term {term}.")
ALSO = Text("{why} Även: {other}", "{why} Also: {other}")
STILL_OPEN = Text(
    "{why} Utan utfall i uppföljningen {day}: {what}.", "{why} Without an outcome in the follow-up of {day}: {what}."
)
STILL_OPEN_MORE = Text(
    "{why} Utan utfall i uppföljningen {day}: {what}; och {more} till.",
    "{why} Without an outcome in the follow-up of {day}: {what}; and {more} more.",
)
CONSULT_WHY = Text(
    "Villkoret {clause}: före förlängning; giltigheten går ut {end}.",
    "The term {clause}: before an extension; the validity ends on {end}.",
)
EXPIRE_WHY = Text(
    "Giltighetstiden går ut {end} och ingen efterföljare finns.",
    "The validity ends on {end} and there is no successor.",
)
EXPIRE_REVISE_WHY = Text(
    "Giltighetstiden går ut {end}, då den enligt sina villkor ska revideras, och ingen efterföljare finns.",
    "The validity ends on {end}, when by its own terms it is to be revised, and there is no successor.",
)
GAP_WHY = Text(
    "Giltighetstiden går ut {end}, och efterföljaren {other} börjar gälla först {start}.",
    "The validity ends on {end}, and the successor {other} does not apply until {start}.",
)
UNSIGNED_WHY = Text(
    "Giltighetstiden går ut {end}, och efterföljaren {other} är inte undertecknad.",
    "The validity ends on {end}, and the successor {other} is not signed.",
)
ENDS_WHY = Text(
    "Tiden går ut {end} och ingen efterföljare finns.", "The period ends on {end} and there is no successor."
)

KINDS: dict[str, Text] = {
    "review": Text("uppföljning", "review"),
    "report": Text("återrapportering", "report"),
    "planned-document": Text("dokument att ta fram", "document to produce"),
    "situation-picture": Text("lägesbild", "situation picture"),
    "revision": Text("revidering", "revision"),
    "consultation": Text("samråd om förlängning", "consultation on extension"),
    "expiry": Text("tiden går ut", "expiry"),
    "goal": Text("mål", "goal"),
    "commitment": Text("åtagande", "commitment"),
    "measure": Text("åtgärd", "measure"),
    "promise": Text("löfte", "promise"),
    "activity": Text("aktivitet", "activity"),
}
"""What each kind of duty is called."""
