"""What breaks a rule in the kinds of document that its own example is not about, laid over the small workspace."""

from __future__ import annotations

from samverkan.model.kinds import KINDS

DECIDED = "signatures:\ndecisions: [{body: Kommunstyrelsen, date: 2099-03-01}]"
OTHER_PLAN = """\
kind: citizen-promise
plan: plan-2022
promises:
  - {id: ronder, by: jointly, text: Vi går ronder., quantity: {at_least: 20}, goals: tryggare}
---
kind: action-plan
id: plan-2022
title: Åtgärdsplan 2022
period: 2022
goals: [{id: lugnare, text: Färre bråk.}]
measures:
"""
OTHER_PLAN_REVIEWED = """\
kind: follow-up
reviews: [plan-2022]
outcomes: [{item: tryggare, result: ongoing}]
---
kind: action-plan
id: plan-2022
title: Åtgärdsplan 2022
period: 2022
goals: [{id: lugnare, text: Färre bråk.}]
measures:
"""
HALVES = "      - party: kommunen\n      - role: Gatuchef"
TWO_PROBLEMS = (
    "problems: [{id: otryggt-torg, title: Otryggt torg, priority: prioritised}, "
    "{id: klotter, title: Klotter, priority: prioritised}]"
)
SUPERSEDED = """\
supersedes: föregångaren
---
kind: KIND
id: föregångaren
supersedes:
---
kind: KIND
id: mellan
supersedes: föregångaren
"""
OLDER = "supersedes: föregångaren\n---\nkind: {kind}\nid: föregångaren\ndecisions:\n{over}\n"
EARLIER = "---\nkind: KIND\nid: tidigare\nperiod: {from: 2023, until: 2023}"
TWICE = "decisions: [{body: Kommunstyrelsen, date: 2024-01-08}, {body: Kommunstyrelsen, date: 2024-01-10}]"
ANALYSES = "analyses: [{problem: otryggt-torg, causes: [{id: ID, text: Få vuxna rör sig där.}]}]"
AMBIGUOUS = """\
supersedes: [bild-a, bild-b]
problems: [{id: otryggt-torg, title: Otryggt torg, priority: prioritised, evidence: enkät}]
---
kind: situation-picture
id: bild-a
sources: [{id: enkät, title: Enkäten, type: survey}]
problems:
---
kind: situation-picture
id: bild-b
sources: [{id: enkät, title: Enkäten, type: survey}]
problems:
"""
SIGNING_RULES = """
---
kind: agreement
signing_rules: [{documents: [KIND], decided_by: [Styrgruppen], signed_by: [Chefen]}]
"""
SIGNED = """\
decisions: [{body: Kommunstyrelsen, date: 2024-02-20}]
signatures: {date: 2024-01-15, signatories: [{party: polisen, name: Kim Ek, role: Lokalpolisområdeschef}]}
"""
KINDS_WITH_GOALS = ("agreement", "action-plan", "citizen-promise", "communication-plan")
GOALS = """\
goals:
  - id: inbrott
    text: Färre inbrott.
    indicator: Anmälda bostadsinbrott
    unit: UNIT
    direction: decrease
    baseline: {value: 40, period: 2023}
    target: {TARGET}
"""

ROBBERIES = """
---
kind: situation-picture
indicators:
  - {id: anmälda, title: Rån, unit: count, values: [{period: 2022, value: 43}, {period: 2023, value: 37}]}
"""

DECIDED_AS_BEFORE = """\
supersedes: förra
decisions: [{{body: Kommunstyrelsen, date: 2019-04-20}}]
---
kind: {kind}
id: förra
decisions: [{{body: Kommunstyrelsen, date: 2019-04-10}}]
{year}
"""
SAME_TITLE = "title: Hamnen 2019\n{own}---\nkind: {kind}\nid: förra\ntitle: Hamnen 2019\n{year}"
OF_2019 = {
    "agreement": "validity: {from: 2019-01-01, until: 2019-12-31}",
    **dict.fromkeys(("situation-picture", "cause-analysis", "follow-up"), "date: 2019-05-01"),
    **dict.fromkeys(("action-plan", "citizen-promise", "communication-plan"), "period: 2019"),
}
OF_2024 = {"cause-analysis": "date: 2024-03-18\n"}

EXAMPLES_BY_KIND: dict[tuple[str, str], str] = {
    **{("duplicate-document-id", kind): f"title: Först\n---\nkind: {kind}\nid: avtal-2024" for kind in KINDS[1:]},
    **{("list-with-semicolons", kind): "contact: [Samordnaren; Kommunpolisen]" for kind in KINDS},
    ("thousands-with-point", "agreement"): GOALS.replace("UNIT", "count").replace("TARGET", "at_most: 1.250"),
    ("thousands-with-point", "action-plan"): GOALS.replace("UNIT", "count").replace("TARGET", "at_most: 1.250"),
    ("thousands-with-point", "citizen-promise"): (
        "promises: [{id: ronder, by: jointly, text: Vi går ronder., quantity: {at_least: 1.250}}]"
    ),
    ("thousands-with-point", "follow-up"): "outcomes: [{item: vandra, result: reached, value: 1.250}]",
    ("reference-as-text", "cause-analysis"): (
        "analyses: [{problem_text: Otryggt torg, causes: [{id: mörker, text: Torget är mörkt.}]}]"
    ),
    ("reference-as-text", "situation-picture"): (
        "analyses: [{problem_text: Otryggt torg, causes: [{id: skum, text: Torget är mörkt.}]}]"
    ),
    ("party-as-role", "communication-plan"): "activities: [{id: brev, text: Skicka brev., who: Polisen}]",
    ("party-as-role", "follow-up"): "participants: [kommunen]",
    **{
        ("role-in-name", kind): "signatures: {signatories: [{party: polisen, name: 'Kim Ek, chef'}]}"
        for kind in ("citizen-promise", "action-plan", "follow-up")
    },
    ("parted-from-party", "communication-plan"): "activities:\n  - id: brev\n    text: Skicka brev.\n    who:\n"
    + HALVES,
    ("parted-from-party", "follow-up"): "participants:\n" + HALVES,
    **{
        ("parted-from-party", kind): "signatures:\n  signatories:\n" + HALVES
        for kind in ("agreement", "citizen-promise")
    },
    ("status-in-words", "action-plan"): GOALS.replace("UNIT", "count").replace("TARGET", "at_most: 30")
    + "    status: röd",
    ("status-in-words", "citizen-promise"): "goals: [{id: tryggare, text: Fler är trygga., status: grön}]",
    ("status-in-words", "communication-plan"): "activities: [{id: brev, text: Skicka brev., status: klar}]",
    ("status-in-words", "follow-up"): "cooperation: Grönt. Vi möts varje vecka.",
    ("status-in-words", "situation-picture"): "assessments: [{title: Trygghet, text: Gul. Fler är otrygga.}]",
    (
        "figure-in-words",
        "situation-picture",
    ): "sources: [{id: enkät, title: Enkäten, type: survey, responses: 402 svar}]",
    ("figure-in-words", "action-plan"): GOALS.replace("UNIT", "count")
    .replace("baseline: {value: 40, period: 2023}", "baseline: ca 40 (2023)")
    .replace("TARGET", "at_most: 30"),
    ("figure-in-words", "citizen-promise"): (
        "promises: [{id: ronder, by: jointly, text: Vi går ronder., quantity: 10–12}]"
    ),
    ("figure-in-words", "communication-plan"): "activities: [{id: brev, text: Skicka brev., quantity: 4 brev per år}]",
    **{
        ("unit-in-words", kind): GOALS.replace("UNIT", "procent").replace("TARGET", "at_least: 60")
        for kind in KINDS_WITH_GOALS
    },
    ("unit-in-words", "follow-up"): "outcomes: [{item: vandra, result: reached, value: 57, unit: procent}]",
    ("deadline-without-year", "agreement"): (
        "validity: {from: 2024, until: 2024}\n"
        "commitments: [{id: samordnare, by: kommunen, text: Ha en samordnare., deadline: 30 september}]"
    ),
    ("deadline-without-year", "action-plan"): (
        "period: {from: 2024, until: 2024}\n"
        "measures: [{id: belysning, title: Bättre belysning, causes: mörker, goals: tryggare, until: oktober}]"
    ),
    ("deadline-without-year", "communication-plan"): (
        "period: {from: 2024, until: 2024}\nactivities: [{id: webb, text: Berätta., until: senast den 30 maj}]"
    ),
    ("target-figure-in-words", "agreement"): GOALS.replace("UNIT", "count").replace("{TARGET}", "30 (2025)"),
    **{("item-inside-text", kind): "introduction: Två saker är bestämda.\n  - Ronder.\n  - Råd." for kind in KINDS},
    **{("decided-after-signing", kind): SIGNED for kind in ("action-plan", "citizen-promise")},
    ("taken-up-twice", "situation-picture"): (
        f"{TWO_PROBLEMS}\nassessments: [{{problem: otryggt-torg}}, {{problem: otryggt-torg}}]"
    ),
    ("taken-up-twice", "cause-analysis"): (
        "analyses: [{problem: otryggt-torg}, {problem: otryggt-torg}]\n---\nkind: situation-picture\n" + TWO_PROBLEMS
    ),
    ("duplicate-document-id", "agreement"): "title: Först\n---\nkind: agreement\nid: bild-2024",
    **{("look-alike-id", kind): f"title: Först\n---\nkind: {kind}\nid: avtal2024" for kind in KINDS},
    **{("duplicate-id", kind): "references: [{id: lag, title: A}, {id: lag, title: B}]" for kind in KINDS},
    **{("unknown-party", kind): "by: regionen" for kind in KINDS[1:]},
    **{
        ("decision-of-predecessor", kind): DECIDED_AS_BEFORE.format(kind=kind, year=OF_2019[kind])
        for kind in ("agreement", "action-plan", "citizen-promise", "communication-plan")
    },
    **{
        ("title-of-another-year", kind): SAME_TITLE.format(kind=kind, year=year, own=OF_2024.get(kind, ""))
        for kind, year in OF_2019.items()
    },
    **{("document-not-named", kind): "agreement:\nby: kommunen" for kind in KINDS[1:]},
    **{("unknown-reference", kind): "annexes: [{document: saknas}]" for kind in KINDS},
    **{("wrong-kind-reference", kind): "annexes: [{document: avtal-2024#platser}]" for kind in KINDS},
    ("successor-before-predecessor", "situation-picture"): OLDER.format(
        kind="situation-picture", over="date: 2025-01-01"
    ),
    **{
        ("successor-before-predecessor", kind): OLDER.format(kind=kind, over="period: {from: 2025, until: 2026}")
        for kind in ("action-plan", "citizen-promise", "communication-plan")
    },
    **{("decided-twice", kind): TWICE for kind in KINDS},
    ("circular-reference", "situation-picture"): "supersedes: bild-2024",
    ("circular-reference", "action-plan"): "supersedes: plan-2024",
    ("circular-reference", "citizen-promise"): "supersedes: löfte-2024",
    ("circular-reference", "communication-plan"): "supersedes: kommunikation-2024",
    ("circular-reference", "cause-analysis"): "supersedes: orsaker-2024",
    **{
        (
            "successor-not-named",
            kind,
        ): f"id: {name}\n" + EARLIER.replace("KIND", kind)
        for kind, name in (
            ("action-plan", "plan-2024"),
            ("citizen-promise", "löfte-2024"),
            ("communication-plan", "kommunikation-2024"),
        )
    },
    **{("superseded-twice", kind): SUPERSEDED.replace("KIND", kind) for kind in KINDS},
    **{("date-in-the-future", kind): DECIDED for kind in KINDS},
    ("ambiguous-reference", "situation-picture"): AMBIGUOUS,
    (
        "ambiguous-reference",
        "action-plan",
    ): "title: Plan\n---\nkind: situation-picture\n" + ANALYSES.replace("ID", "mörker"),
    ("cause-without-measure", "situation-picture"): ANALYSES.replace("ID", "tomt"),
    ("deadline-outside-period", "agreement"): "goals: [{id: mål, text: Ett tryggt torg., deadline: 2030}]",
    (
        "deadline-outside-period",
        "citizen-promise",
    ): "promises: [{id: ronder, by: jointly, text: Vi, deadline: 2030}]",
    ("deadline-outside-period", "communication-plan"): "activities: [{id: webb, text: Berätta., until: 2030}]",
    ("deadline-before-start", "agreement"): "goals: [{id: mål, text: Ett tryggt torg., deadline: 2014}]",
    ("deadline-before-start", "citizen-promise"): "promises: [{id: ronder, by: jointly, text: Vi, deadline: 2014}]",
    ("deadline-before-start", "communication-plan"): "activities: [{id: webb, text: Berätta., until: 2014}]",
    **{
        ("figures-of-one-period", kind): (
            "figures: [{title: Anmälda inbrott, values: [{period: 2021, value: 57}, {period: 2021, value: 54}]}]"
        )
        for kind in ("agreement", "action-plan", "citizen-promise", "follow-up")
    },
    ("figure-of-another-period", "agreement"): "goals: [{id: rån, text: Färre rån., indicator: Rån, "
    "baseline: {value: 37, period: 2022}}]" + ROBBERIES,
    ("figure-of-another-period", "follow-up"): (
        "outcomes: [{item: rån, result: ongoing, value: 37, period: 2022}]" + ROBBERIES + "---\nkind: action-plan\n"
        "goals: [{id: rån, text: Färre rån., problems: otryggt-torg, indicator: Rån, criterion: Rånen räknas.}]"
    ),
    ("year-digits-swapped", "agreement"): "goals: [{id: mål, text: Ett tryggt torg., deadline: 2062}]",
    ("year-digits-swapped", "citizen-promise"): "promises: [{id: ronder, by: jointly, text: Vi, deadline: 2042-05}]",
    ("year-digits-swapped", "communication-plan"): "activities: [{id: webb, text: Berätta., until: 2042-05}]",
    ("other-edition-meant", "citizen-promise"): OTHER_PLAN,
    ("other-edition-meant", "follow-up"): OTHER_PLAN_REVIEWED,
    ("nothing-to-refer-to", "action-plan"): "goals: [{text: Ett tryggt torg.}]",
    ("nothing-to-refer-to", "citizen-promise"): "promises: [{by: jointly, text: Vi går ronder.}]",
    ("nothing-to-refer-to", "communication-plan"): "activities: [{text: Lägga ut planen på webben.}]",
    **{("ends-before-start", kind): "period: {from: 2024-05, until: 2024-03}" for kind in KINDS[1:]},
    ("ends-before-start", "agreement"): "validity: {from: 2024, until: 2023}",
    **{("length-and-end-disagree", kind): "period: {from: 2024-01-15, until: 2026, length: P1Y}" for kind in KINDS[1:]},
    **{("end-after-latest-day", kind): "period: {from: 2024-01-15, until: 2026, latest: 2025}" for kind in KINDS[1:]},
    ("target-equals-baseline", "action-plan"): GOALS.replace("UNIT", "count").replace("TARGET", "value: 40"),
    ("direction-contradicts-target", "action-plan"): GOALS.replace("UNIT", "count").replace("TARGET", "at_most: 50"),
    ("share-out-of-range", "action-plan"): GOALS.replace("UNIT", "per-cent").replace("TARGET", "at_least: 150"),
    ("period-outside-agreement", "action-plan"): "period: {from: 2024, until: 2028}\ndecisions: [{body: Styrgruppen}]",
    ("agreed-decision-missing", "action-plan"): "decisions:" + SIGNING_RULES.replace("KIND", "action-plan"),
    ("agreed-decision-missing", "citizen-promise"): "decisions:" + SIGNING_RULES.replace("KIND", "citizen-promise"),
    (
        "agreed-decision-missing",
        "communication-plan",
    ): "decisions:" + SIGNING_RULES.replace("KIND", "communication-plan"),
    ("period-outside-agreement", "citizen-promise"): "period: {from: 2024, until: 2028}",
    ("period-not-stated", "citizen-promise"): "period:",
    ("done-but-not-finished", "communication-plan"): (
        "activities: [{id: webb, text: Planen på webben., progress: planned, done: 2024-05}]"
    ),
}
