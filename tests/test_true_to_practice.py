"""What people who write down real documents meet: what cannot be read says the line to write, and no word is false."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from samverkan.check import check
from samverkan.duties.rows import rows
from samverkan.findings import Severity
from samverkan.model.choices import Item, Result
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.rendering import Rendering

if TYPE_CHECKING:
    from pathlib import Path

    from samverkan.check import CheckResult
    from samverkan.findings import Finding

TODAY = date(2026, 11, 20)
POLICE = {"id": "polisen", "type": "police", "name": "Lokalpolisområde Nybro"}
TOWN = {"id": "kommunen", "type": "municipality", "name": "Lessebo kommun"}
FOLLOW_UP = {
    "kind": "follow-up",
    "date": "2018",
    "reviews": [{"document": {"title": "Medborgarlöfte", "year": "2017"}}],
}


def checked(folder: Path, *documents: dict[str, Any], today: date = TODAY) -> CheckResult:
    """Write documents, each value on a line of its own, and check them."""
    for i, said in enumerate(documents):
        document = {"samverkan": "1", "id": f"nr-{i}", "title": f"Nummer {i}", **said}
        document.setdefault("parties", [POLICE, TOWN])
        (folder / f"{i}.yaml").write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")
    return check([str(folder)], today)


def errors(folder: Path, *documents: dict[str, Any], today: date = TODAY) -> list[Finding]:
    """Give the errors that are found in some documents."""
    return [found for found in checked(folder, *documents, today=today).findings if found.severity is Severity.ERROR]


def markdown(folder: Path, *documents: dict[str, Any], today: date = TODAY) -> str:
    """Give the first document as it is printed, on one line."""
    around = checked(folder, *documents, today=today).workspaces[0]
    assert around.is_whole
    return " ".join(Rendering(around.documents[0], around, today).to(DocumentFormat.MD).decode().split())


@pytest.mark.parametrize(
    ("part", "helped", "mend"),
    [
        ({"counts": [{"title": "Inbrott", "value": None}]}, "`text: Uppgift saknas`", "text: Uppgift saknas"),
        ({"value": None}, "`comment: Uppgift saknas`", "comment: Uppgift saknas"),
        ({"value": None, "comment": "Vi räknade inte."}, "ta bort raden", None),
        ({"value": "uppgift saknas"}, "`comment: uppgift saknas`", "comment: uppgift saknas"),
        ({"counts": [{"title": "Inbrott", "value": "–"}]}, "`text: Uppgift saknas`", "text: Uppgift saknas"),
        ({"counts": [{"title": "Inbrott", "value": "saknas"}]}, "`text: saknas`", "text: saknas"),
        ({"target": {"value": "hälften"}}, "`text: hälften`", "text: hälften"),
    ],
)
def test_where_a_figure_is_missing_the_line_to_write_is_told(
    part: dict[str, Any], helped: str, mend: str | None, tmp_path: Path
) -> None:
    (found,) = errors(tmp_path, FOLLOW_UP | {"outcomes": [{"title": "Inbrott", **part}]})
    assert helped in found.help.say("sv")
    assert (found.mend.text if found.mend else None) == mend


@pytest.mark.parametrize("value", ["12,5,7", "1/2", "x y"])
def test_a_figure_that_is_only_mistyped_is_no_words(value: str, tmp_path: Path) -> None:
    outcome = {"title": "Inbrott", "counts": [{"title": "Inbrott", "value": value}]}
    (found,) = errors(tmp_path, FOLLOW_UP | {"outcomes": [outcome]})
    assert "egen nyckel" not in found.help.say("sv")


def test_many_empty_figures_are_told_in_one_finding(tmp_path: Path) -> None:
    counts = [{"title": f"Inbrott {year}", "value": None} for year in range(2010, 2016)]
    said = {"outcomes": [{"title": "Inbrott", "counts": counts}], "place": None}
    found = errors(tmp_path, FOLLOW_UP | said)
    assert [one.rule for one in found] == ["empty-value"] * 2
    assert any("6 rader är tomma" in one.message.say("sv") for one in found)


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        ({"title": "Vandringar", "result": "not-yet"}, "ännu inte uppnått"),
        ({"title": "Inbrott", "target": {"at_most": 20}, "result": "not-reached"}, "inte uppnått"),
        ({"title": "Inbrott", "target": {"at_most": 20}, "result": "not-yet"}, "ännu inte uppnått"),
    ],
)
def test_what_is_not_reached_so_far_is_not_called_undone(outcome: dict[str, Any], said: str, tmp_path: Path) -> None:
    shown = markdown(tmp_path, FOLLOW_UP | {"outcomes": [outcome]})
    assert f"**Utfall:** {said}" in shown
    assert "genomfört" not in shown


@pytest.mark.parametrize("item", [Item.GOAL, Item.MEASURE, None])
def test_not_yet_has_words_for_one_and_for_several(item: Item | None) -> None:
    assert Result.NOT_YET.of(item).sv.startswith("ännu inte ")
    assert Result.NOT_YET.of_several([item]).sv.startswith("ännu inte ")


@pytest.mark.parametrize(
    ("outcomes", "heading", "said"),
    [
        ([{"title": "Inbrott", "value": 25}], "- **I siffror:** 25", "Kommentar"),
        ([{"title": "Inbrott", "value": 25, "target": {"at_most": 20}}], "- **Siffror:**", "Kommentar"),
        (
            [{"title": "Inbrott", "value": 25, "comment": "Fler."}],
            "- **Siffror och kommentar:** Fler.",
            "- **Kommentar",
        ),
        ([{"title": "Inbrott", "comment": "Fler."}], "- **Kommentar:** Fler.", "Siffror"),
    ],
)
def test_figures_do_not_stand_under_the_word_comment(
    outcomes: list[dict[str, Any]], heading: str, said: str, tmp_path: Path
) -> None:
    shown = markdown(tmp_path, FOLLOW_UP | {"outcomes": outcomes})
    assert heading in shown
    assert said not in shown


@pytest.mark.parametrize(
    ("parties", "said"),
    [
        ([POLICE, TOWN], "- **Parter:** Lokalpolisområde Nybro, Lessebo kommun"),
        ([POLICE, {**TOWN, "name": "Lessebo, en kommun"}], "- **Parter:** Lokalpolisområde Nybro; Lessebo, en kommun"),
        ([TOWN], "- **Part:** Lessebo kommun"),
        ([{**TOWN, "code": "0761"}], "- **Part:** Lessebo kommun (kommunkod 0761)"),
        ([POLICE, {"id": "nattis", "type": "organisation", "name": "Nattvandrarna"}], "annan organisation"),
        ([{"id": "nattis", "type": "organisation", "name": "Nattvandrarna"}], "- **Part:** Nattvandrarna (annan organ"),
    ],
)
def test_what_a_party_is_is_told_where_its_name_does_not_say_so(
    parties: list[dict[str, str]], said: str, tmp_path: Path
) -> None:
    promise = {"kind": "citizen-promise", "period": "2018", "promises": ["Vi lyssnar."], "parties": parties}
    shown = markdown(tmp_path, promise)
    assert said in shown
    assert "Typ: kommun" not in shown


# Agreements

AGREEMENT = {"kind": "agreement", "validity": {"from": "2024-02"}, "purposes": ["Färre brott."]}


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ({"goals": [{"text": "A.", "baseline": {"value": 5, "text": "I provköp 2011 sålde fem."}}]}, "är 5. I provköp"),
        ({"goals": [{"text": "A.", "baseline": {"value": 5, "text": "en av tre m.m."}}]}, "är 5, en av tre m.m."),
        ({"forums": [{"name": "Brå", "chair": "Ledningen roterar årligen."}]}, "**Brå.** Ledningen roterar årligen."),
        ({"commitments": [{"by": "polisen", "text": "Går.", "place": "Paradisområdet"}]}, "Platsen är Paradisområdet."),
        ({"commitments": [{"by": "polisen", "text": "Går.", "place": "Alléskolan"}]}, "Platsen är Alléskolan."),
        ({"commitments": [{"by": "polisen", "text": "Går.", "place": "Grundskolan"}]}, "Platsen är grundskolan."),
        ({"supersedes": {"title": "Avtalet från 2009", "year": "2009"}}, "**Ersätter:** Avtalet från 2009 Mellan"),
        (
            {"decisions": [{"body": "Styrelsen", "type": "adopted", "date": "2024-02-26", "paragraph": "§ 14"}]},
            "Styrelsen beslutade den 26 februari 2024, § 14, om fastställande.",
        ),
        (
            {"parties": [POLICE, TOWN, {**TOWN, "id": "nybro", "name": "Nybro kommun"}]}
            | {"decisions": [{"body": "Kommunstyrelsen", "party": "nybro", "date": "2017"}]},
            "**Beslut:** Kommunstyrelsen i Nybro kommun 2017",
        ),
        (
            {"signatures": {"date": "2024-01-18", "signatories": ["Lo", {"party": "kommunen", "date": "2024-02-02"}]}},
            "Undertecknad den 18 januari 2024, av Lessebo kommun den 2 februari 2024",
        ),
    ],
)
def test_agreements_say_no_false_or_odd_word(part: dict[str, Any], said: str, tmp_path: Path) -> None:
    assert said in markdown(tmp_path, AGREEMENT | part)


def test_commitments_stand_under_the_heading_of_a_theme_where_all_have_one(tmp_path: Path) -> None:
    themed = {"by": "kommunen", "text": "Leda rådet.", "theme": "coordination"}
    other = {"by": "polisen", "text": "Ha en kommunpolis."}
    assert "### Samordning" in markdown(tmp_path, AGREEMENT | {"commitments": [themed]})
    assert "### Samordning" not in markdown(tmp_path, AGREEMENT | {"commitments": [themed, other]})


@pytest.mark.parametrize(
    ("first", "second", "shown"),
    [
        ("1. Vad vi vill", "2. Forum", ("## 1. Vad vi vill", "## 2. Forum")),
        ("§ 3 Ändamål", "§ 4. Forum", ("## § 3 Ändamål", "## § 4. Forum")),
        ("A) Vad vi vill", "Forum", ("## A) Vad vi vill", "## Forum")),
        ("4.1 Vad vi vill", "4.2 Forum", ("## 4.1 Vad vi vill", "## 4.2 Forum")),
        ("24 timmar om dygnet", "2016 års arbete", ("## 3 24 timmar om dygnet", "## 4 2016 års arbete")),
    ],
)
def test_sections_keep_the_numbers_of_the_document(
    first: str, second: str, shown: tuple[str, str], tmp_path: Path
) -> None:
    sections = [{"title": first, "text": "Vi vill."}, {"title": second, "text": "Vi träffas."}]
    said = markdown(tmp_path, AGREEMENT | {"sections": sections})
    assert all(heading in said for heading in shown)
    assert ("1.1 Överenskommelsen gäller" in said) == (first[0] == "2")


_OLD = {"kind": "agreement", "validity": {"until": "further-notice"}, "focus_areas": ["Inbrott"]}


@pytest.mark.parametrize(
    "said",
    [
        {"signatures": {"date": "oktober 2017", "signatories": ["Lo", {"party": "kommunen", "signed": False}]}},
        {"date": "oktober 2017"},
        {"decisions": [{"body": "Kommunstyrelsen", "date": "2017"}]},
        {"status": "signed"},
    ],
)
def test_what_was_made_before_the_act_is_not_judged_by_it(said: dict[str, Any], tmp_path: Path) -> None:
    town = {**TOWN, "code": "0761"}
    assert not errors(tmp_path, _OLD | {"parties": [POLICE, town]} | said)
    newer = errors(tmp_path, _OLD | {"parties": [POLICE, town], "date": "oktober 2023"})
    assert [found.rule for found in newer] == ["agreement-without-purposes"]


@pytest.mark.parametrize(
    ("rule", "without", "said"),
    [
        ("agreement-without-coordination", {}, {"commitments": [{"by": "kommunen", "text": "Leder och samordnar."}]}),
        ("agreement-without-council", {}, {"commitments": [{"by": "kommunen", "text": "Leder arbetet genom Brå."}]}),
        ("agreement-without-causes", {}, {"commitments": [{"by": "each", "text": "Tar fram orsaker."}]}),
        ("agreement-without-end", {}, {"validity": {"from": "2024-02", "note": "Avtalstiden är två år."}}),
        (
            "agreement-without-end",
            {"validity": {"until": "further-notice"}},
            {"validity": {"until": "further-notice"}, "introduction": "Avtalet ses över efter valet."},
        ),
        (
            "follow-up-without-cadence",
            {"follow_up": {"text": "Styrgruppen går igenom läget."}},
            {"follow_up": {"text": "Styrgruppen följer upp arbetet i november."}},
        ),
        (
            "follow-up-without-cadence",
            {"follow_up": {"cadence": "continuously"}},
            {"follow_up": {"forums": "rådet"}, "introduction": "Avtalet följs upp varje år."},
        ),
    ],
)
def test_no_rule_says_that_an_agreement_lacks_what_stands_in_its_text(
    rule: str, without: dict[str, Any], said: dict[str, Any], tmp_path: Path
) -> None:
    town = {"parties": [POLICE, {**TOWN, "code": "0761"}], "focus_areas": ["Inbrott"]}
    assert rule in {found.rule for found in checked(tmp_path, AGREEMENT | town | without).findings}
    assert rule not in {found.rule for found in checked(tmp_path, AGREEMENT | town | said).findings}


# Other kinds

ANALYSIS = {"kind": "cause-analysis", "analyses": [{"problem_text": "Klotter", "causes": ["Mörkt."]}]}
PLAN = {"kind": "action-plan", "period": "2020", "by": "kommunen"}
PICTURE = {"kind": "situation-picture", "date": "2022"}
RIVALS = {"text": "Färre brott.", "indicator": "anmälda brott", "target": {"at_most": 20}}


def test_causes_may_be_analysed_without_a_picture(tmp_path: Path) -> None:
    assert not errors(tmp_path, ANALYSIS)
    assert "Lägesbild" not in markdown(tmp_path, ANALYSIS)


@pytest.mark.parametrize(
    ("decision", "said", "status"),
    [
        ("Inget kommunalt beslut krävs enligt Berg.", "Inget kommunalt beslut krävs enligt Berg.", ""),
        ("Kommunstyrelsen 2021-04-20 § 11", "Kommunstyrelsen 2021-04-20 § 11.", "Beslutad"),
        ("KS § 4", "KS § 4.", "Beslutad"),
        ("Kommunstyrelsen", "Kommunstyrelsen beslutade.", "Beslutad"),
        (
            {"body": "Nämnden", "date": "2020-03-01", "paragraph": "7"},
            "Nämnden beslutade den 1 mars 2020, § 7.",
            "Beslutad den 1 mars 2020",
        ),
        (
            {"body": "Rådet", "date": "2022-09-15", "text": "Ställde sig bakom O1 men inte O5."},
            "Rådet beslutade den 15 september 2022.",
            "",
        ),
        (
            {"body": "Rådet", "date": "2022-12-06", "text": "Planen förlängdes till och med juni."},
            "Rådet beslutade den 6 december 2022.",
            "Förlängd den 6 december 2022",
        ),
        (
            {"body": "Rådet", "date": "2022-12-06", "type": "extended"},
            "Rådet beslutade den 6 december 2022 om förlängning.",
            "Förlängd den 6 december 2022",
        ),
    ],
)
def test_a_decision_says_only_what_it_tells(decision: object, said: str, status: str, tmp_path: Path) -> None:
    shown = markdown(tmp_path, PLAN | {"measures": ["Ljus."], "decisions": [decision]})
    assert said in shown
    assert status in shown if status else "Beslutad" not in shown


def test_what_is_assessed_in_words_alone_is_no_ground(tmp_path: Path) -> None:
    said = {"assessments": [{"title": "Bränder", "text": "Hög prioritet"}, {"title": "Rån", "text": "Medel"}]}
    shown = markdown(tmp_path, PICTURE | said)
    assert "Motivering" not in shown
    lit = markdown(tmp_path, PICTURE | {"assessments": [*said["assessments"], {"title": "Bus", "light": "red"}]})
    assert "Motivering" in lit


@pytest.mark.parametrize("kind", ["action-plan", "agreement"])
def test_a_goal_may_have_several_indicators(kind: str, tmp_path: Path) -> None:
    more = {"other_indicators": [{"indicator": "anmälda rån", "baseline": {"value": 12}, "target": {"at_most": 6}}]}
    head = PLAN | {"measures": ["Ljus."]} if kind == "action-plan" else AGREEMENT
    shown = markdown(tmp_path, head | {"goals": [RIVALS | more]})
    assert shown.casefold().count("anmälda rån") == 1
    assert "högst 6" in shown
    assert "12" in shown


def test_plans_have_figures_and_figures_have_remarks(tmp_path: Path) -> None:
    figures = [{"title": "Våld", "note": "Summan stämmer inte.", "values": [{"period": "2014", "value": 3}]}]
    shown = markdown(tmp_path, PLAN | {"measures": ["Ljus."], "figures": figures})
    assert "- Våld: 3 (2014); Summan stämmer inte" in shown


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        ({"title": "Fler vandrar", "type": "goal", "result": "reached"}, "**Utfall:** uppnått"),
        ({"title": "Ljus", "type": "measure", "result": "reached"}, "**Utfall:** genomfört"),
        ({"title": "Ljus", "value": 452, "comment": "Tusen kronor."}, "**Utfall:** utan bedömning"),
        (
            {"title": "Brott", "counts": [{"title": "Anmälda", "value": n, "period": str(2000 + n)} for n in (11, 12)]},
            "**Anmälda:** 11 (2011), 12 (2012)",
        ),
        (
            {"title": "Besök", "counts": [{"title": "Besök", "value": 8, "note": "begränsat evenemang"}]},
            "**Besök:** 8; begränsat evenemang",
        ),
    ],
)
def test_outcomes_of_what_is_not_on_file_are_told_as_they_are(
    outcome: dict[str, Any], said: str, tmp_path: Path
) -> None:
    assert said in markdown(tmp_path, FOLLOW_UP | {"outcomes": [outcome]})


def test_a_number_with_a_letter_stands_beside_what_was_reviewed(tmp_path: Path) -> None:
    goals = [{"id": "brott", "number": "1 B", "text": "Färre brott."}]
    review = {"reviews": [{"document": "nr-1"}], "outcomes": [{"item": "nr-1#brott", "result": "reached"}]}
    shown = markdown(tmp_path, FOLLOW_UP | review, PLAN | {"goals": goals})
    assert "Mål 1 B" in shown


def test_a_single_numbered_goal_is_named_by_its_number(tmp_path: Path) -> None:
    shown = markdown(tmp_path, PLAN | {"goals": [{"number": "A", "text": "Alla ska erbjudas stöd."}]})
    assert "**Mål A:** Alla ska" in shown


def test_a_survey_has_answers_and_not_participants(tmp_path: Path) -> None:
    survey = {"title": "Webbenkät", "type": "survey", "participants": 212}
    shown = markdown(
        tmp_path, {"kind": "citizen-promise", "period": "2018", "promises": ["Vi lyssnar."]} | {"dialogues": [survey]}
    )
    assert "**Antal svar:** 212" in shown


def test_what_is_missing_for_a_measurable_goal_is_named(tmp_path: Path) -> None:
    plan = PLAN | {
        "period": "2027",
        "status": "draft",
        "goals": [{"text": "Lugnt.", "indicator": "larm"}, {"text": "Tryggt."}],
    }
    first, second = (one for one in errors(tmp_path, plan) if one.rule == "goal-not-measurable")
    assert first.help.say("sv").startswith("Lägg till Målvärde (`target`)")
    assert second.help.say("sv").startswith("Lägg till Indikator (`indicator`) och Målvärde (`target`)")


def test_a_promise_on_a_condition_says_when(tmp_path: Path) -> None:
    promise = {"text": "Vi håller möten.", "condition": "När någon ber om det."}
    found = checked(tmp_path, {"kind": "citizen-promise", "period": "2018", "promises": [promise]}).findings
    assert "promise-not-concrete" not in {one.rule for one in found}


@pytest.mark.parametrize(
    ("until", "day", "is_told"),
    [("hösten 2018", "2018-12", False), ("hösten 2018", "2019-01", True), ("2018-11", "2018-12", True)],
)
def test_december_is_autumn_to_those_who_say_autumn(until: str, day: str, is_told: bool, tmp_path: Path) -> None:
    plan = PLAN | {"period": {"from": "2018", "until": until}, "measures": [{"title": "Ljus", "until": day}]}
    assert ("deadline-outside-period" in {one.rule for one in checked(tmp_path, plan).findings}) == is_told


@pytest.mark.parametrize(
    ("document", "said", "unsaid"),
    [
        (
            {"kind": "citizen-promise", "promises": ["Vi lyssnar."]}
            | {"period": {"from": "2018", "until": "next", "extended": [{"until": "2020"}]}},
            "**Förlängd:** Till och med 2020",
            "Ursprunglig tid",
        ),
        (
            PLAN | {"period": {"from": "2018", "until": "2019", "extended": [{"until": "2020"}]}, "goals": ["A."]},
            "**Ursprunglig tid:** 2018–2019",
            "nästa",
        ),
        (
            PLAN | {"follow_up": {"reporting": {"to": "Kommunstyrelsen", "when": "i samband med delårsbokslutet"}}},
            "Resultatet rapporteras till kommunstyrelsen i samband med delårsbokslutet.",
            "delårsbokslutet till",
        ),
        (
            {"kind": "communication-plan", "audiences": [{"text": "Media (lokala)", "level": "Sekundär"}, "Boende"]},
            "Sekundär: Media (lokala)",
            "(Sekundär)",
        ),
        (
            {"kind": "communication-plan", "audiences": [{"text": "Boende", "level": "Primär"}]},
            "Boende (Primär)",
            "Primär:",
        ),
    ],
)
def test_times_and_groups_are_told_once_and_in_order(
    document: dict[str, Any], said: str, unsaid: str, tmp_path: Path
) -> None:
    shown = markdown(tmp_path, document)
    assert said in shown
    assert unsaid not in shown


# What is due

TERMS = {"kind": "agreement", "validity": {"from": "2024-01", "until": "2028"}, "follow_up": {"cadence": "yearly"}}


def reasons(folder: Path, *documents: dict[str, Any], today: date) -> list[str]:
    """Give why each thing is due, in Swedish."""
    around = checked(folder, *documents, today=today).workspaces[0]
    return [row.duty.reason.say("sv") for row in rows([around], today)]


def test_nothing_is_said_to_be_missing_for_a_year_that_is_followed_up(tmp_path: Path) -> None:
    commitment = {"id": "vandring", "by": "kommunen", "text": "Gå en vandring."}
    agreement = TERMS | {"commitments": [commitment]}
    done = FOLLOW_UP | {"date": "2024-05-10", "outcomes": [{"item": "nr-0#vandring", "result": "reached"}]}
    mark = checked(tmp_path, agreement).workspaces[0].documents[0].fingerprint
    done |= {"reviews": [{"document": "nr-0", "fingerprint": mark}]}
    said = " ".join(reasons(tmp_path, agreement, done, today=date(2025, 9, 1)))
    assert "Mappen visar inte att det har gjorts sedan den 10 maj 2024." in said
    assert "inget för 2024" not in said
    (tmp_path / "1.yaml").unlink()
    assert "inget för 2024" in " ".join(reasons(tmp_path, agreement, today=date(2025, 9, 1)))


def test_a_goal_is_measured_in_a_month(tmp_path: Path) -> None:
    goal = {"id": "brott", "text": "Färre brott.", "deadline": "2025-12", "measured": "2026-03"}
    said = " ".join(reasons(tmp_path, TERMS | {"goals": [goal]}, today=date(2026, 2, 1)))
    assert "och mäts i mars 2026." in said


def test_a_promise_may_apply_until_further_notice(tmp_path: Path) -> None:
    promise = {"kind": "citizen-promise", "promises": ["Vi lyssnar."]}
    assert "Gäller tills vidare" in markdown(tmp_path, promise | {"period": {"until": "further-notice"}})
    both = {"from": "2026", "until": "further-notice"}
    assert "från 2026 och tills vidare" in markdown(tmp_path, promise | {"period": both})


@pytest.mark.parametrize(("number", "shown"), [("1", "### Övriga åtgärder"), (None, "### 2. Övriga åtgärder")])
def test_a_group_of_measures_has_no_number_of_ours_among_the_author_s(
    number: str | None, shown: str, tmp_path: Path
) -> None:
    problem = {"id": "klotter", "title": "Klotter"} | ({"number": number} if number else {})
    measures = [{"title": "Lampor", "problems": "nr-1#klotter"}, {"title": "Möten", "problem_text": "Oro"}]
    said = markdown(tmp_path, PLAN | {"picture": "nr-1", "measures": measures}, PICTURE | {"problems": [problem]})
    assert shown in said
