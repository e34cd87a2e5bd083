"""What real documents say: amounts as said, figures over time, newsletters and surveys, several parts in one."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from samverkan.check import check
from samverkan.duties.rows import rows
from samverkan.model.schema import schema_text
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.rendering import Rendering

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 20)
PARTIES = [
    {"id": "polisen", "type": "police", "name": "Lokalpolisområde Nybro"},
    {"id": "kommunen", "type": "municipality", "code": "0761", "name": "Lessebo kommun"},
]
HEADS: dict[str, dict[str, Any]] = {
    "agreement": {"validity": "2017–2020"},
    "situation-picture": {"date": "våren 2018"},
    "action-plan": {"period": "2018"},
    "communication-plan": {"messages": ["Vi syns."]},
    "cause-analysis": {
        "picture": {"title": "Lägesbilden"},
        "analyses": [{"problem": "torget", "causes": ["Mörkt."]}],
    },
    "citizen-promise": {"period": "2018", "promises": ["Vi lyssnar."]},
    "follow-up": {"date": "2018", "reviews": [{"document": {"title": "Medborgarlöfte", "year": "2017"}}]},
}


def shown(kind: str, folder: Path, **said: Any) -> tuple[str, set[str]]:
    """Write a document; give its Markdown on one line, and the rules that found errors."""
    document = {"samverkan": "1", "kind": kind, "id": "ett", "title": "Ett", "parties": PARTIES, **HEADS[kind], **said}
    Draft202012Validator(json.loads(schema_text(kind))).validate({**document, "samverkan": 1})
    path = folder / "ett.yaml"
    path.write_text(json.dumps(document), encoding="utf-8")
    result = check([str(path)], TODAY)
    around = result.workspaces[0]
    assert around.is_whole, [found.rule for found in result.findings]
    text = Rendering(around.documents[0], around, TODAY).to(DocumentFormat.MD).decode()
    return " ".join(text.split()), {found.rule for found in result.findings}


@pytest.mark.parametrize(
    ("kind", "said", "words"),
    [
        ("citizen-promise", {"figures": ["34 inbrott 2017"]}, "- 34 inbrott 2017"),
        (
            "citizen-promise",
            {
                "figures": [
                    {
                        "title": "inbrott",
                        "values": [
                            {"period": "2016", "value": 30, "precision": "almost"},
                            {"period": "T1 2017", "value": 9, "status": "preliminary", "note": "ny metod"},
                        ],
                        "of_which": [{"title": "villor", "value": 4, "precision": "less-than"}],
                        "source": "Polisen",
                    }
                ]
            },
            "Inbrott: knappt 30 (2016), 9 (T1 2017, preliminär, ny metod), varav färre än 4 villor; Polisen",
        ),
        (
            "citizen-promise",
            {"figures": [{"title": "Trygga", "value": 61, "unit": "per-cent", "period": "2017"}]},
            "Trygga: 61 procent (2017)",
        ),
        ("citizen-promise", {"dialogues": [{"title": "Torget", "participants": "ett 40-tal"}]}, "ett 40-tal"),
        ("citizen-promise", {"dialogues": [{"title": "Torget", "participants": 40}]}, "40"),
        (
            "citizen-promise",
            {"promises": [{"text": "Gå.", "quantity": "minst 15 pass i månaden"}]},
            "**Omfattning:** minst 15 pass i månaden",
        ),
        ("citizen-promise", {"promises": [{"text": "Gå.", "quantity": {"less_than": 5}}]}, "färre än 5"),
        ("action-plan", {"goals": [{"text": "Mål.", "target": "drygt hälften"}]}, "**Målvärde:** drygt hälften"),
        (
            "action-plan",
            {"goals": [{"text": "Mål.", "target": {"value": 60, "text": "sex av tio"}, "unit": "per-cent"}]},
            "60 procent (sex av tio)",
        ),
        (
            "action-plan",
            {"goals": [{"text": "Mål.", "baseline": {"value": 40, "precision": "about", "period": "2016"}}]},
            "cirka 40 (2016)",
        ),
        ("action-plan", {"goals": [{"text": "Mål.", "baseline": "2016 års nivå"}]}, "2016 års nivå"),
        ("agreement", {"goals": [{"text": "Bättre varje år.", "cadence": "yearly"}]}, "Målet ska nås årligen."),
        ("agreement", {"serves_as": ["action-plan"]}, "**Är också:** åtgärdsplan"),
        (
            "agreement",
            {"parts": ["Del 1", {"title": "Del 2", "by": "kommunen", "text": "Åtaganden."}]},
            "## 2 Delar ### Del 1 ### Del 2 Åtaganden. - **Framtagen av:** Lessebo kommun",
        ),
        (
            "agreement",
            {"annexes": [{"title": "Karta", "url": "https://www.lessebo.se/karta"}]},
            "Karta <https://www.lessebo.se/karta>",
        ),
        (
            "situation-picture",
            {"form": "newsletter", "issue": "Nr 3 2018"},
            "- **Form:** nyhetsbrev - **Nummer:** Nr 3",
        ),
        ("situation-picture", {"figures": [{"title": "rån", "value": 3, "precision": "just-over"}]}, "Rån: drygt 3"),
        (
            "situation-picture",
            {"parts": [{"title": "Rapport 1", "area": "Centrum", "period": "T1 2018", "text": "Lugnt."}]},
            "### Rapport 1 Lugnt. - **Område:** Centrum - **Period:** T1 2018",
        ),
        (
            "situation-picture",
            {"inquiry": {"asked": "cirka 800", "responses": 412, "response_rate": 51.5, "questions": ["Är du trygg?"]}},
            "cirka 800 - **Antal svar:** 412 - **Svarsfrekvens:** 51,5 procent **Frågor som ställdes** - Är du trygg?",
        ),
        ("situation-picture", {"sources": [{"title": "Enkät", "responses": "drygt 400"}]}, "drygt 400 svar"),
        ("situation-picture", {"assessments": ["Läget är bättre."]}, "Läget är bättre."),
        (
            "action-plan",
            {"period": {"from": "2018", "until": "2020", "extended": [{"until": "2022", "text": "Av nämnden."}]}},
            "**Förlängd:** Till och med 2022. Av nämnden.",
        ),
        ("action-plan", {"period": {"from": "2018", "extended": ["2022"]}}, "**Förlängd:** Till och med 2022"),
        (
            "action-plan",
            {"measures": [{"title": "Ronder", "quantity": "ett 15-tal ronder per år"}]},
            "**Omfattning:** ett 15-tal ronder per år",
        ),
        (
            "agreement",
            {"forums": [{"name": "Rådet", "cadence": "monthly", "when": "Första tisdagen."}]},
            "Forumet möts månadsvis, första tisdagen.",
        ),
        ("agreement", {"forums": [{"name": "Rådet", "when": "i november"}]}, "Forumet möts i november."),
        (
            "agreement",
            {"planned_documents": [{"kind": "situation-picture", "by": "jointly", "when": "i november"}]},
            "i november.",
        ),
        (
            "action-plan",
            {"follow_up": {"reporting": {"to": "nämnden", "when": "I maj varje år"}}},
            "Resultatet rapporteras till nämnden i maj varje år.",
        ),
        ("action-plan", {"forums": [{"name": "Gruppen", "when": "varannan vecka"}]}, "**Möten:** varannan vecka"),
        (
            "agreement",
            {"commitments": [{"by": "kommunen", "text": "sanera klotter inom 24 timmar"}]},
            "Lessebo kommun åtar sig att sanera klotter inom 24 timmar.",
        ),
        (
            "agreement",
            {"commitments": [{"by": "kommunen", "text": "bidra med *statistik*.\n\nDen är öppen"}]},
            "att bidra med *statistik*. Den är öppen",
        ),
        (
            "agreement",
            {
                "validity": {
                    "from": 2017,
                    "until": 2018,
                    "extension": {"length": "P1Y", "condition": "om ingen säger upp"},
                }
            },
            "förlängas med ett år i taget. Villkor: om ingen säger upp",
        ),
        (
            "agreement",
            {"validity": {"from": 2017, "until": 2018, "extended": [{"until": 2019, "date": "2018-09"}]}},
            "förlängdes i september 2018 till och med 2019",
        ),
        (
            "agreement",
            {"validity": {"from": 2017, "until": "further-notice"}},
            "**Gäller:** från 2017 och tills vidare",
        ),
        ("agreement", {"signatures": {"date": "2017-02"}}, "Undertecknad i februari 2017"),
        (
            "agreement",
            {"follow_up": {"cadence": "yearly", "when": "I november"}},
            "Uppföljning görs årligen i november.",
        ),
        (
            "follow-up",
            {"outcomes": [{"title": "Kurs", "counts": [{"title": "utbildade", "value": 64}]}]},
            "**Utbildade:** 64",
        ),
        (
            "citizen-promise",
            {"promises": [{"text": "Vi byter lampor.", "deadline": "före midsommar 2018"}]},
            "Före midsommar 2018.",
        ),
        (
            "situation-picture",
            {"figures": [{"title": "rån", "value": 3, "period": {"from": "2018-01", "until": "2018-09"}}]},
            "Rån: 3 (januari–september 2018)",
        ),
        ("action-plan", {"renewal": "every-4-years"}, "**Ny plan:** vart fjärde år"),
        (
            "communication-plan",
            {"activities": [{"text": "Inlägg.", "quantity": {"at_least": 10, "per": "yearly"}}]},
            "**Omfattning:** minst 10 per år",
        ),
        ("action-plan", {"extends": {"title": "Planen", "year": "2014"}}, "**Förlänger:** Planen (2014)"),
        ("communication-plan", {"supersedes": {"title": "Planen", "year": 2014}}, "**Ersätter:** Planen (2014)"),
        ("cause-analysis", {"supersedes": [{"title": "Fiskben"}]}, "**Ersätter:** Fiskben"),
        (
            "agreement",
            {"provenance": {"restated": True}, "signatures": {"date": "våren 2017"}},
            "Originalet undertecknades våren 2017",
        ),
        ("follow-up", {"outcomes": ["Tolv vandringar gjordes."]}, "Tolv vandringar gjordes."),
        (
            "follow-up",
            {
                "figures": [
                    {
                        "title": "anmälda inbrott",
                        "unit": "anmälningar",
                        "values": [{"period": {"from": "2021-05", "until": "2022-04"}, "value": 34}],
                        "source": "Polisen",
                    },
                    "Inga rån",
                ]
            },
            "## 1 Siffror - Anmälda inbrott: 34 anmälningar (maj 2021 till och med april 2022); Polisen - Inga rån",
        ),
        (
            "follow-up",
            {
                "events": [
                    {
                        "date": "hösten 2021",
                        "text": "Trygghetsdag.",
                        "place": "Torget",
                        "counts": [{"title": "Besökare", "value": 140, "precision": "about"}],
                        "outcome": "Två värdar.",
                        "source": "Fritid",
                    },
                    "Brand i skolan.",
                ]
            },
            "<br>**Plats:** Torget<br>**Besökare:** cirka 140<br>**Resultat:** Två värdar.<br>**Källa:** Fritid",
        ),
        (
            "follow-up",
            {"outcomes": [{"title": "Trygga", "value": 48, "unit": "per-cent", "source": "Enkäten"}]},
            "48 procent **Källa:** Enkäten",
        ),
        (
            "citizen-promise",
            {"figures": [{"title": "rån", "value": 3, "period": {"from": 2014, "until": 2016}}]},
            "Rån: 3 (2014–2016)",
        ),
        (
            "citizen-promise",
            {"figures": [{"title": "rån", "value": 3, "period": {"from": "2014-02-01", "until": "hösten 2016"}}]},
            "Rån: 3 (den 1 februari 2014 till och med hösten 2016)",
        ),
        (
            "action-plan",
            {"goals": [{"text": "Färre.", "baseline": {"value": 9, "period": {"from": 2015, "until": 2016}}}]},
            "9 (2015–2016)",
        ),
        (
            "action-plan",
            {"measures": [{"title": "Ljus", "progress": "done", "done": "hösten 2019"}]},
            "genomförd hösten 2019",
        ),
        ("action-plan", {"measures": [{"title": "Ljus", "done": "2019-09-14"}]}, "enomförd den 14 september 2019"),
        (
            "communication-plan",
            {"activities": [{"text": "Möte.", "done": "2019-09"}]},
            "**Status:** genomförd i september 2019",
        ),
        ("follow-up", {}, "Medborgarlöfte (2017)"),
    ],
)
def test_it_can_be_said_and_is_shown(kind: str, said: dict[str, Any], words: str, tmp_path: Path) -> None:
    text, found = shown(kind, tmp_path, **said)
    assert words in text
    assert "rule-crashed" not in found


@pytest.mark.parametrize(
    ("quantity", "value", "is_contradicted"),
    [
        ({"more_than": 15}, 15, True),
        ({"more_than": 15}, 16, False),
        ({"less_than": 15}, 15, True),
        ({"about": 15}, 3, False),
        ("ett 15-tal", 3, False),
    ],
)
def test_a_result_is_held_against_what_was_promised(
    quantity: object, value: int, *, is_contradicted: bool, tmp_path: Path
) -> None:
    shown("citizen-promise", tmp_path, id="löfte", promises=[{"id": "gå", "text": "Gå.", "quantity": quantity}])
    (tmp_path / "ett.yaml").rename(tmp_path / "löfte.yaml")
    outcomes = [{"item": "gå", "result": "reached", "value": value}]
    shown("follow-up", tmp_path, date="2019", reviews=["löfte"], outcomes=outcomes)
    findings = check([str(tmp_path)], TODAY).findings
    told = [one.message.say("sv") for one in findings if one.rule == "result-contradicts-figure"]
    assert bool(told) is is_contradicted
    assert not told or str(told).count(" än 15") == 1
    not_reached = [{"item": "gå", "result": "not-reached", "value": value}]
    shown("follow-up", tmp_path, date="2019", reviews=["löfte"], outcomes=not_reached)
    opposite = value == 16
    assert ("result-contradicts-figure" in {one.rule for one in check([str(tmp_path)], TODAY).findings}) is opposite


@pytest.mark.parametrize(("status", "is_to_sign"), [("in-force", False), ("signed", False), ("proposed", True)])
def test_what_is_signed_has_no_date_to_fill_in(status: str, *, is_to_sign: bool, tmp_path: Path) -> None:
    text, _ = shown("agreement", tmp_path, status=status, signatures={"signatories": ["Kommunchef"]})
    assert ("Ort och datum:" in text) is is_to_sign


def test_an_extended_plan_applies_to_the_end_of_its_extension(tmp_path: Path) -> None:
    shown("action-plan", tmp_path, period={"from": "2018", "until": "2020", "extended": ["våren 2022"]})
    document = check([str(tmp_path)], TODAY).workspaces[0].documents[0]
    assert document.period == (date(2018, 1, 1), date(2022, 5, 31))


def test_communication_plans_that_supersede_each_other_are_a_circle(tmp_path: Path) -> None:
    for own, other in (("ett", "två"), ("två", "ett")):
        shown("communication-plan", tmp_path, id=own, supersedes=other)
        (tmp_path / "ett.yaml").rename(tmp_path / f"{own}-plan.yaml")
    assert "circular-reference" in {one.rule for one in check([str(tmp_path)], TODAY).findings}


def test_a_target_in_words_is_no_measure(tmp_path: Path) -> None:
    goal = {"text": "Fler är trygga.", "indicator": "Andel trygga", "target": "drygt hälften"}
    _, found = shown("action-plan", tmp_path, status="draft", goals=[goal])
    assert "goal-not-measurable" in found


@pytest.mark.parametrize(("day", "is_cited"), [("2018", False), ("2024", True)])
def test_the_law_is_not_cited_in_a_picture_from_before_it(day: str, *, is_cited: bool, tmp_path: Path) -> None:
    text, _ = shown("situation-picture", tmp_path, date=day, survey="Kartläggningen.")
    assert ("2023:196" in text) is is_cited


@pytest.mark.parametrize("participants", ["0", "12,5", "-3", ["40"]])
def test_how_many_people_is_a_number_or_words(participants: object, tmp_path: Path) -> None:
    document = {"samverkan": "1", "kind": "citizen-promise", "id": "ett", "title": "Ett", **HEADS["citizen-promise"]}
    path = tmp_path / "ett.yaml"
    path.write_text(json.dumps({**document, "dialogues": [{"title": "A", "participants": participants}]}), "utf-8")
    assert {"bad-number", "wrong-type"} & {one.rule for one in check([str(path)], TODAY).findings}


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ({"from": "2018", "until": "2020"}, "2018–2022 (efter förlängning)"),
        ({"from": "2018-02-01", "until": "2020"}, "rån den 1 februari 2018 till och med 2022 (efter förlängning)"),
        ({"until": "2020"}, "ill och med 2022 (efter förlängning)"),
        ({"from": "signing", "length": "P4Y"}, "rån undertecknandet till och med 2022 (efter förlängning)"),
        ({"from": "2018", "until": "2020", "text": "två år"}, "2018–2022 (två år; efter förlängning)"),
        ({"from": "2018", "until": "2023"}, "2018–2023"),
    ],
)
@pytest.mark.parametrize("kind", ["agreement", "action-plan", "citizen-promise"])
def test_the_head_tells_the_end_of_the_last_extension(
    kind: str, period: dict[str, str], said: str, tmp_path: Path
) -> None:
    key = "validity" if kind == "agreement" else "period"
    text, _ = shown(kind, tmp_path, **{key: {**period, "extended": ["2021", "2022"]}})
    assert said in text.partition("##")[0] + text.partition("Om löftet")[0]


def test_times_in_tables_are_written_as_in_running_text(tmp_path: Path) -> None:
    reports = [{"to": "Nämnden", "date": "2019-03-05"}, {"to": "Torgdagen", "date": "maj 2019"}]
    text, _ = shown("follow-up", tmp_path, reports=reports)
    assert "den 5 mars 2019" in text
    assert "maj 2019" in text
    sources = [{"title": "Brå", "period": "2019–2023", "retrieved": "2024-02-03"}]
    text, _ = shown("situation-picture", tmp_path, sources=sources)
    assert "2019–2023" in text
    assert "den 3 februari 2024" in text


def test_who_is_written_by_the_id_of_a_party_is_named(tmp_path: Path) -> None:
    names = {party["id"]: party["name"] for party in PARTIES}
    one, other = names
    text, _ = shown("action-plan", tmp_path, measures=[{"title": "Ljus", "who": [one], "partners": other}])
    assert f"**Vem:** {names[one]}" in text
    assert f"**Medverkande:** {names[other]}" in text
    text, _ = shown("citizen-promise", tmp_path, promises=[{"text": "Vi går.", "partners": [other, "Lions"]}])
    assert f"{names[other]} och Lions" in text


def test_members_with_commas_in_their_names_are_told_apart(tmp_path: Path) -> None:
    members = ["Polisen, område Norr", "Kommunen", "Lions"]
    text, _ = shown("action-plan", tmp_path, forums=[{"name": "Rådet", "members": members}])
    assert "Polisen, område Norr; Kommunen; Lions" in text
    forums = [{"name": "Rådet", "other_members": members}]
    assert "Polisen, område Norr; kommunen och Lions" in shown("agreement", tmp_path, forums=forums)[0]


@pytest.mark.parametrize(
    ("goal", "said"),
    [
        ({"direction": "decrease", "unit": "per-cent", "target": {"at_most": 10}}, "**Riktning:** Ska minska -"),
        ({"direction": "decrease", "unit": "per-cent"}, "**Riktning:** Ska minska (procent)"),
        ({"indicator": "Andel", "direction": "decrease", "unit": "per-cent"}, "**Indikator:** Andel, som ska minska"),
    ],
)
def test_a_goal_without_an_indicator_tells_only_which_way(goal: dict[str, Any], said: str, tmp_path: Path) -> None:
    assert said in shown("action-plan", tmp_path, goals=[{"text": "Färre brott.", **goal}])[0]


def test_how_many_in_a_school_term_is_one_phrase(tmp_path: Path) -> None:
    quantity = {"at_least": 2, "unit": "gånger", "per": "per-school-term"}
    text, _ = shown("agreement", tmp_path, commitments=[{"text": "Vandra.", "quantity": quantity}])
    assert "minst 2 gånger per termin" in text.replace("två", "2")


@pytest.mark.parametrize(
    ("period", "rule", "place"),
    [
        ({"from": "2016", "until": "2014"}, "bad-date", ("figures", 0, "period")),
        ({"from": "2014"}, "missing-key", ("figures", 0, "period", "until")),
        ({"from": "2014", "to": "2016"}, "unknown-key", ("figures", 0, "period", "to")),
        ({"from": "2014", "until": "snart"}, "bad-date", ("figures", 0, "period", "until")),
    ],
)
def test_the_time_of_a_figure_is_checked(
    period: dict[str, str], rule: str, place: tuple[str | int, ...], tmp_path: Path
) -> None:
    figures = [{"title": "Rån", "value": 3, "period": period}]
    document = {"samverkan": "1", "kind": "follow-up", "id": "ett", "title": "Ett", **HEADS["follow-up"]}
    path = tmp_path / "ett.yaml"
    path.write_text(json.dumps({**document, "figures": figures}), "utf-8")
    assert (rule, place) in {(one.rule, one.path) for one in check([str(path)], TODAY).findings}


def test_a_measure_is_done_from_the_day_it_says(tmp_path: Path) -> None:
    measures = [{"id": "ljus", "title": "Ljus", "until": "2018-06", "done": "2018-05-20"}]
    shown("action-plan", tmp_path, measures=measures)
    due = {
        day: {row.duty.item for row in rows(check([str(tmp_path)], day).workspaces, day)}
        for day in (date(2018, 5, 19), date(2018, 5, 21))
    }
    assert [("ljus" in items) for items in due.values()] == [True, False]


def test_a_promise_that_says_how_much_is_not_told_so_twice(tmp_path: Path) -> None:
    quantity = {"at_least": 15, "unit": "kontroller", "per": "monthly"}
    text, _ = shown(
        "citizen-promise", tmp_path, promises=[{"text": "Minst 15 kontroller per månad", "quantity": quantity}]
    )
    assert text.casefold().count("minst 15 kontroller per månad") == 1


@pytest.mark.parametrize(("form", "is_asked"), [("newsletter", False), ("survey", False), ("report", True)])
def test_the_law_asks_nothing_of_a_newsletter(form: str, *, is_asked: bool, tmp_path: Path) -> None:
    keys = {"date": "2025-10-05", "by": "kommunen", "survey": "Lugnt."}
    text, found = shown("situation-picture", tmp_path, form=form, **keys)
    assert ("2023:196" in text) is is_asked
    assert ("picture-without-analysis" in found) is is_asked


@pytest.mark.parametrize(
    ("said", "is_asked"),
    [
        ({"cadence": "weekly"}, False),
        ({"cadence": "monthly"}, False),
        ({"cadence": "yearly"}, True),
        ({"period": {"from": "2025-10-01", "until": "2025-10-07"}}, False),
        ({"period": "2025-10"}, False),
        ({"period": {"from": "2025-10-01", "length": "P1W"}}, False),
        ({"period": "2025"}, True),
        ({"issue": "Vecka 40"}, False),
        ({"title": "Veckolägesbild v 40"}, False),
        ({"areas": ["Stationsområdet"]}, False),
        ({"areas": [{"id": "stn", "name": "Stationen"}, {"name": "Torget", "part_of": "stn"}]}, False),
        ({"areas": ["Norra delen", "Södra delen"]}, True),
        ({"areas": [{"name": "Hela kommunen", "type": "municipality"}]}, True),
        ({"cadence": "weekly", "other_information": ["Lov."], "analysis": "Lovet märks."}, True),
    ],
)
def test_the_law_asks_nothing_of_a_report_of_a_week_or_a_place(
    said: dict[str, Any], *, is_asked: bool, tmp_path: Path
) -> None:
    keys = {"date": "2025-10-05", "by": "kommunen", "survey": "Lugnt.", "problems": ["Klotter"]}
    text, found = shown("situation-picture", tmp_path, **keys, **said)
    assert ("2023:196" in text) is is_asked
    assert ("picture-without-analysis" in found) is (is_asked and "analysis" not in said)


@pytest.mark.parametrize(("when", "is_timed"), [("i november varje år", True), ("hösten 2018", True), ("ofta", False)])
def test_months_in_words_say_when_follow_ups_are_made(when: str, *, is_timed: bool, tmp_path: Path) -> None:
    _, found = shown("agreement", tmp_path, follow_up={"when": when})
    assert ("follow-up-without-cadence" in found) is not is_timed


def test_a_goal_has_the_problem_that_its_measures_tell_in_words(tmp_path: Path) -> None:
    goals, measure = [{"id": "mål", "text": "Lugnt."}], {"title": "Ljus", "goals": "mål"}
    _, found = shown("action-plan", tmp_path, goals=goals, measures=[measure])
    assert "goal-without-problem" in found
    _, found = shown("action-plan", tmp_path, goals=goals, measures=[{**measure, "problem_text": "Bråk."}])
    assert "goal-without-problem" not in found
