"""Documents that try a layout: many of one thing, long words, nothing but what must be there, everything at once."""

from __future__ import annotations

from itertools import cycle, islice
from typing import Any

PLACES = ["Stationstorget", "Parkstråket", "Gångtunneln", "Högstadieskolan", "Ålunda centrum", "Biblioteket"]
WORK = [
    "Belysningen längs gångvägen mellan stationen och bostadsområdet ses över och kompletteras där det är mörkt.",
    "Trygghetsvärdar, polis och nattvandrare är på plats fredag och lördag kväll. Schemat görs en månad i förväg.",
    "Rektorerna, elevhälsan och socialtjänsten träffas varje månad och går igenom frånvaron med fältgruppen.",
    "Bostadsbolaget och kommunens lokalpolisområde går skyddsrundor och rättar till det som går att rätta till direkt.",
    "Föräldrar bjuds in till samtal om droger och sociala medier.",
    "Kommunens verksamheter frågar om våld enligt samma rutin, antecknar svaret och lämnar vidare till rätt mottagare.",
]
PROBLEMS = [
    "Otryggt vid resecentrum på kvällarna",
    "Narkotika bland unga i centralorten",
    "Våld i nära relation som inte upptäcks",
    "Cykelstölder vid skolor och stationer",
]
CAUSES = [
    "Torget saknar vuxna efter att kiosken har stängt.",
    "Häckar och trasiga lampor gör gångvägen mörk och svår att överblicka.",
    "Få känner till vart man vänder sig, och den som söker hjälp skickas mellan verksamheterna.",
]
LONG_WORDS = ["Samverkansöverenskommelseuppföljningsansvar", "brottsförebyggandesamordningsfunktionernas"]
LONG_TITLE = (
    "Samverkansöverenskommelseuppföljningsansvar och brottsförebyggandesamordningsfunktionernas arbetsordning för "
    "kommunen, lokalpolisområdet, regionen, bostadsbolagen och föreningslivet i Norra Exempelbygden"
)
POLICE = {"id": "polisen", "type": "police", "name": "Lokalpolisområde Exempel"}
MUNICIPALITY = {"id": "kommunen", "type": "municipality", "code": "9901", "name": "Exempelby kommun"}

Data = dict[str, Any]


def documents() -> dict[str, list[Data]]:
    """Give the documents by what they try; where there are several, the first is tried and belongs with the others."""
    return {
        "twelve-to-sign": [_agreement(sections=_sections(5), signatures=_signatures({}))],
        "twelve-have-signed": [_agreement(sections=_sections(3), signatures=_signatures({"date": "2026-03-02"}))],
        "sixty-measures": [_plan(60), _picture(2, 5)],
        "large-measures": [_large_plan(), _picture(2, 5)],
        "measures-of-no-cause": [_plain_plan()],
        "25-indicators-of-15-years": [_picture(25, 15)],
        "overview-after-a-long-head": [_follow_up_of_goals(), _plan(8), _picture(2, 5)],
        "sixty-outcomes": [_follow_up(60), _plan(60), _picture(2, 5)],
        "many-areas": [_many_areas()],
        "long-titles": [_long()],
        "forty-notes": [_noted(40)],
        "notes-in-clauses": [_noted_clauses(40)],
        "many-sections": [_agreement(sections=_sections(40))],
        "many-commitments": [_agreement(commitments=_commitments(40), goals=_goals(12))],
        **{f"least-{found['kind']}": [found, *others] for found, *others in _least()},
    }


def _of(kind: str, **fields: Any) -> Data:
    return {"samverkan": "1", "kind": kind, "id": kind, **fields}


def _agreement(**fields: Any) -> Data:
    title = "Samverkansöverenskommelse mellan Exempelby kommun och Lokalpolisområde Exempel"
    return _of(
        "agreement", title=title, parties=[POLICE, MUNICIPALITY], validity={"from": "2026", "until": "2028"}, **fields
    )


def _text(start: int, length: int) -> str:
    return " ".join(islice(cycle(WORK), start % len(WORK), start % len(WORK) + length))


def _sections(count: int) -> list[Data]:
    """Make sections of different lengths, some with lists."""
    listed = "\n\nParterna är överens om att:\n\n- {}\n- {}\n- {}"
    return [
        {
            "title": f"Gemensamt arbete vid {PLACES[i % len(PLACES)]}",
            "text": _text(i, 1 + i % 4) + (listed.format(*WORK[1:4]) if i % 3 == 0 else f"\n\n{_text(i + 1, 3)}"),
        }
        for i in range(count)
    ]


def _signatures(signed: Data) -> Data:
    names = ["Lo Berg", "Kim Ek", "Robin Granlund", "Sasha Holmér", "Alex Lind", "Charlie Åström"]
    roles = ["Kommunstyrelsens ordförande", "Lokalpolisområdeschef", "Ordförande i barn- och utbildningsnämnden"]
    people = [
        {"party": ["kommunen", "polisen"][i % 2], "name": f"{names[i % 6]} {'ABCDEFGHIJKL'[i]}", "role": roles[i % 3]}
        for i in range(12)
    ]
    return {"place": "Exempelby", "signatories": people, **signed}


def _commitments(count: int) -> list[Data]:
    return [
        {
            "id": f"åtagande-{i}",
            "by": [["kommunen"], ["polisen"], ["kommunen", "polisen"]][i % 3],
            "title": f"Arbete vid {PLACES[i % len(PLACES)]}",
            "text": _text(i, 1 + i % 3),
            "strength": ["shall", "should"][i % 2],
            **({"quantity": {"at_least": "200", "unit": "timmar", "per": "yearly"}} if i % 4 == 0 else {}),
        }
        for i in range(count)
    ]


def _goals(count: int) -> list[Data]:
    return [
        {
            "id": f"mål-{i}",
            "text": f"Fler ska känna sig trygga vid {PLACES[i % len(PLACES)]}.",
            "indicator": "Andel som känner sig trygga efter mörkrets inbrott",
            "unit": "per-cent",
            "baseline": {"value": str(50 + i), "period": "2025"},
            "target": {"at_least": str(60 + i)},
            "deadline": "2027-12",
            **({"problems": [f"problem-{i % len(PROBLEMS)}"]} if i % 2 else {}),
        }
        for i in range(count)
    ]


def _plan(count: int) -> Data:
    measures = [
        {
            "id": f"åtgärd-{i}",
            "title": f"{['Trygghetsvandringar', 'Belysning', 'Samtal', 'Skyddsronder'][i % 4]} vid {PLACES[i % 6]}",
            "text": _text(i, 1 + i % 2),
            "causes": [f"orsak-{i % len(PROBLEMS)}-{i % len(CAUSES)}"],
            "goals": [f"mål-{i % 8}"],
            "who": [{"party": ["kommunen", "polisen"][i % 2], "role": "Trygghetssamordnare"}],
            "until": "2027-10",
            **({"progress": "ongoing", "place": PLACES[i % 6], "resources": "Inom ram"} if i % 3 else {}),
        }
        for i in range(count)
    ]
    return _of(
        "action-plan",
        title="Åtgärdsplan för Exempelby 2026–2027",
        parties=[POLICE, MUNICIPALITY],
        picture="situation-picture",
        period={"from": "2026", "until": "2027"},
        goals=_goals(8),
        measures=measures,
    )


def _large_plan() -> Data:
    """Make a plan whose measures take from a third of a page to more than one."""
    large = {
        "operative_goal": _text(0, 2),
        "who": [{"party": "kommunen", "role": "Trygghetssamordnare"}, {"party": "polisen", "role": "Gruppchef"}],
        "from": "2026-01",
        "cadence": "weekly",
        "target_group": "Unga 13–20 år",
        "condition": _text(1, 1),
        "partners": ["Bostadsbolaget", "Föreningen", "Region Exempel"],
        "status": {"light": "yellow", "date": "2026-10-05", "text": _text(2, 1)},
    }
    plan = _plan(16)
    measures = [
        {**one, **large, "text": "\n\n".join(_text(i + n, 3 + i % 3) for n in range([1, 2, 3, 7][i % 4]))}
        for i, one in enumerate(plan["measures"])
    ]
    return {**plan, "measures": measures}


def _plain_plan() -> Data:
    measures = [{"id": f"å{i}", "title": f"Arbete vid {PLACES[i % 6]}", "text": _text(i, 1 + i % 3)} for i in range(18)]
    return _of("action-plan", title="Åtgärdsplan för Exempelby", parties=[MUNICIPALITY], measures=measures)


def _picture(indicators: int, years: int) -> Data:
    """Make a picture whose indicators are compared with two others or none."""
    others = ["Länet", "Riket"]

    def values(start: int) -> list[Data]:
        return [{"period": str(2026 - years + n), "value": str(start + n * 7 % 13)} for n in range(years)]

    found = [
        {
            "id": f"indikator-{i}",
            "title": f"Anmälda brott {['vid', 'omkring', 'nära'][i % 3]} {PLACES[i % 6]}",
            "unit": ["count", "per-cent", "per-100000"][i % 3],
            "values": values([20, 55, 9800][i % 3]),
            **({"comparisons": [{"name": name, "values": values(50)} for name in others]} if i % 3 == 1 else {}),
            **({"note": _text(i, 1)} if i % 4 == 0 else {}),
        }
        for i in range(indicators)
    ]
    problems = [
        {"id": f"problem-{i}", "title": title, "priority": "prioritised", "text": _text(i, 2)}
        for i, title in enumerate(PROBLEMS)
    ]
    analyses = [
        {
            "problem": f"problem-{i}",
            "causes": [{"id": f"orsak-{i}-{n}", "text": text} for n, text in enumerate(CAUSES)],
        }
        for i in range(len(PROBLEMS))
    ]
    return _of(
        "situation-picture",
        title="Lägesbild för Exempelby 2026",
        parties=[POLICE, MUNICIPALITY],
        date="2026-02-25",
        summary=_text(0, 2),
        indicators=found,
        problems=problems,
        analyses=analyses,
    )


def _follow_up(count: int) -> Data:
    results = ["reached", "partly", "ongoing", "not-reached"]
    outcomes = [
        {
            "item": f"åtgärd-{i}",
            "result": results[i % 4],
            "light": ["green", "yellow", "red"][i % 3],
            "comment": _text(i, 1 + i % 2),
        }
        for i in range(count)
    ]
    return _of(
        "follow-up",
        title="Uppföljning av åtgärdsplanen 2026",
        date="2026-10-21",
        reviews=[{"document": "action-plan"}],
        outcomes=outcomes,
        conclusions=_text(2, 4),
    )


def _follow_up_of_goals() -> Data:
    """Make a follow-up with so many documents and goals that both do not stand on one page."""
    outcomes = [
        {"item": f"mål-{i}", "result": ["reached", "partly"][i % 2], "value": str(50 + i), "period": "2026"}
        for i in range(8)
    ]
    others = [{"document": {"title": f"Medborgarlöfte för {place}", "year": "2025"}} for place in PLACES]
    found = _follow_up(0)
    return {**found, "reviews": [*found["reviews"], *others], "outcomes": outcomes, "summary": _text(0, 3)}


def _long() -> Data:
    """Put long words and titles wherever there is a title or a name."""
    first, second = LONG_WORDS
    parties = [{**POLICE, "name": f"Lokalpolisområde {first}"}, {**MUNICIPALITY, "name": f"{second} kommun"}]
    commitments = [{**one, "title": LONG_TITLE, "responsible": second} for one in _commitments(3)]
    forums = [{"id": "rådet", "name": LONG_TITLE, "chair": first, "cadence": "quarterly", "members": "jointly"}]
    return _of(
        "agreement",
        title=LONG_TITLE,
        subtitle=LONG_TITLE,
        parties=parties,
        validity={"from": "2026", "until": "2028"},
        definitions=[{"term": word, "text": _text(1, 2)} for word in LONG_WORDS],
        forums=forums,
        focus_areas=[{"id": "platser", "title": LONG_TITLE, "text": _text(0, 2)}],
        commitments=commitments,
        sections=[{"title": LONG_TITLE, "text": f"{first} och {second}. {_text(3, 3)}"} for _ in range(4)],
        signatures={"signatories": [{"party": "kommunen", "name": second, "role": LONG_TITLE}]},
    )


def _many_areas() -> Data:
    """Let figures of twelve years, and of nearly as many areas, stand in tables, some with words in their place."""
    areas = ["Gammelstadsvägen", "Kvarteret Hertsön", "Råneåbostäder", "Södra Sunderbyn", "Trygghetsboendena"] * 2
    years = [str(year) for year in range(2014, 2026)]
    series = [
        {"name": f"{name} {i}", "values": [{"period": year, "value": str(100 * i + n)} for n, year in enumerate(years)]}
        for i, name in enumerate(areas, start=1)
    ]
    said = [{"period": year, "text": "oförändrat"} for year in years[:6]]
    shared = {"title": "Anmälda skadegörelsebrott", "unit": "anmälda brott"}
    indicators = [
        {**shared, "id": "brott", "values": series[0]["values"], "breakdowns": series},
        {**shared, "id": "sagt", "values": said, "comparisons": [{**one, "values": said} for one in series]},
    ]
    return _of("situation-picture", title="Lägesbild", indicators=indicators)


def _works(count: int) -> list[Data]:
    return [
        {"id": f"källa-{i}", "title": f"Vägledning {i} om orsaksanalys i lokalt brottsförebyggande arbete"}
        for i in range(count)
    ]


def _noted_clauses(count: int) -> Data:
    """Let marks of notes stand at the ends of clauses, some with lists before them, at all heights of a page."""
    listed = "Gå ronder, som omfattar:\n\n- parken\n- torget\n- skolan"
    commitments = [
        {**one, "text": f"{listed if i % 5 == 4 else _text(i, 1 + i % 4)[:-1]}[^källa-{i}]."}
        for i, one in enumerate(_commitments(count))
    ]
    return _agreement(references=_works(count), commitments=commitments)


def _noted(count: int) -> Data:
    sections = [
        {"title": f"Om {PLACES[i % 6]}", "text": " ".join(f"{_text(i + n, 1)[:-1]}[^källa-{i + n}]." for n in range(4))}
        for i in range(0, count, 4)
    ]
    return _agreement(references=_works(count), sections=sections)


def _least() -> list[list[Data]]:
    """Give a document of each kind without any part that may be left out, and what it needs to refer to."""
    picture = _of("situation-picture", title="Lägesbild", problems=[{"id": "stölder", "title": "Cykelstölder"}])
    promise = _of("citizen-promise", title="Medborgarlöfte", period={"from": "2026"})
    analyses = [{"problem": "stölder", "causes": [{"id": "lås", "text": "Låsen är enkla."}]}]
    return [
        [_agreement()],
        [_of("action-plan", title="Åtgärdsplan")],
        [_of("situation-picture", title="Lägesbild")],
        [_of("follow-up", title="Uppföljning", date="2026-10", reviews=[{"document": "citizen-promise"}]), promise],
        [promise],
        [_of("communication-plan", title="Kommunikationsplan")],
        [_of("cause-analysis", title="Orsaksanalys", picture="situation-picture", analyses=analyses), picture],
    ]
