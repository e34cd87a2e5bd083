"""Finished documents say what the file says, as it would be said: nothing false, nothing in another order."""

from __future__ import annotations

import textwrap
from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.rendering import Rendering
from samverkan.render.run.report import ReportRendering
from samverkan.words.sentence import quoted

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

DAY = date(2026, 11, 20)
PARTIES = """\
parties:
  - {id: kommunen, type: municipality, name: Exempelby kommun, code: "9901"}
  - {id: polisen, type: police, name: lokalpolisområde Exempel}
"""


def document(kind: str, keys: str, name: str = "ett") -> str:
    head = f"samverkan: 1\nkind: {kind}\nid: {name}\ntitle: Ett\n"
    return head + PARTIES + textwrap.dedent(keys)


def rendered(
    folder: Path, *texts: str, of: str = "ett", report: bool = False, form: DocumentFormat = DocumentFormat.MD
) -> str:
    """Give the finished text of a document, or of the report on it, among those of some texts."""
    for i, text in enumerate(texts):
        (folder / f"{i}.yaml").write_text(text, encoding="utf-8")
    workspace = check([str(folder)], DAY).workspaces[0]
    assert workspace.by_id[of].is_whole
    making = ReportRendering if report else Rendering
    return making(workspace.by_id[of], workspace, DAY).to(form).decode()


def promise(keys: str) -> str:
    return document("citizen-promise", "period: {from: 2024}\n" + textwrap.dedent(keys))


def in_order(text: str, *pieces: str) -> bool:
    places = [text.find(piece) for piece in pieces if piece]
    return -1 not in places and places == sorted(places)


def test_promises_keep_their_order_and_nobody_promises_what_another_does(tmp_path: Path) -> None:
    text = rendered(
        tmp_path,
        promise("""\
            groups:
              - title: Centrum
                promises: [{by: kommunen, text: Byta lampor.}, {text: Ordna en tävling.}]
              - title: Parken
                promises:
                  - {by: polisen, text: Patrullera.}
                  - {by: kommunen, text: Klippa buskar.}
                  - {by: polisen, text: Kontrollera farten.}
            """),
    )
    assert in_order(text, "#### Exempelby kommun lovar", "Byta lampor.", "#### Vi lovar", "Ordna en tävling.")
    assert in_order(text, "### Parken", "Patrullera.", "Klippa buskar.", "Kontrollera farten.")
    assert text.count("#### Lokalpolisområde Exempel lovar") == 2


def test_a_promise_that_nobody_is_named_for_stands_where_it_stood(tmp_path: Path) -> None:
    text = rendered(tmp_path, promise("promises: [{by: polisen, text: Först.}, {text: Sedan.}, Sist.]\n"))
    assert in_order(text, "## Lokalpolisområde Exempel lovar", "Först.", "## Vi lovar", "Sedan.", "Sist.")
    assert text.count("## Vi lovar") == 1


@pytest.mark.parametrize(
    ("title", "by", "inner"),
    [
        ("Kommunen ska", "kommunen", ""),
        ("Exempelby kommun", "kommunen", ""),
        ("Polisen", "police", ""),
        ("Det här gör vi tillsammans", "jointly", ""),
        ("Kommunen och polisen ska", "jointly", ""),
        ("Centrum", "kommunen", "#### Exempelby kommun lovar"),
        ("Kommunikation", "kommunen", "#### Exempelby kommun lovar"),
        ("Kommunen och polisen ska", "kommunen", "#### Exempelby kommun lovar"),
        ("Kommunen tillsammans med föreningar", "jointly", "#### Tillsammans lovar vi"),
        ("Centrum", "jointly", "#### Tillsammans lovar vi"),
    ],
)
def test_who_promises_is_told_once(title: str, by: str, inner: str, tmp_path: Path) -> None:
    keys = f"groups: [{{title: {title}, promises: [{{by: {by}, text: Byta lampor.}}, {{by: {by}, text: Räkna.}}]}}]\n"
    text = rendered(tmp_path, promise(keys))
    assert ("lovar" in text.replace("Vi lovar", "")) is bool(inner)
    assert in_order(text, f"### {title}", inner, "Byta lampor.")


@pytest.mark.parametrize(
    ("time", "by", "is_told"),
    [
        ("period: {from: 2021-09, until: 2021-10}", "jointly", False),
        ("date: 2023-06-30", "jointly", False),
        ("date: 2023-07-01", "jointly", True),
        ("date: 2023", "kommunen", True),
        ("date: 2024-02-01", "polisen", False),
    ],
)
def test_the_law_is_named_in_pictures_that_it_asks_for(time: str, by: str, is_told: bool, tmp_path: Path) -> None:
    text = rendered(tmp_path, document("situation-picture", f"{time}\nby: {by}\nsurvey: Vi har räknat.\n"))
    assert ("4 § 1 lagen (2023:196)" in text) is is_told


@pytest.mark.parametrize(
    ("decisions", "said"),
    [
        ("{body: Rådet, date: 2014-12-11}", "Beslutad den 11 december 2014"),
        (
            "{body: Rådet, date: 2014-12-11}, {body: Rådet, date: 2015-03-19}",
            "Beslutad den 11 december 2014 och den 19 mars 2015",
        ),
        (
            "{body: Rådet, date: 2014-12-11, type: adopted}, {body: Rådet, date: 2015-03-19, type: revised}",
            "Beslutad den 11 december 2014, ändrad den 19 mars 2015",
        ),
        (
            "{body: Rådet, date: 2014-12-11}, {body: Rådet, date: 2015-03-19, type: revised}",
            "Beslutad den 11 december 2014, ändrad den 19 mars 2015",
        ),
        ("{body: Rådet, type: adopted}, {body: Rådet, date: 2015-03-19, type: revised}", "Ändrad den 19 mars 2015"),
    ],
)
def test_the_head_tells_when_a_plan_was_adopted_and_when_it_was_revised(
    decisions: str, said: str, tmp_path: Path
) -> None:
    text = rendered(tmp_path, document("action-plan", f"period: {{from: 2015}}\ndecisions: [{decisions}]\n"))
    assert said in text.partition("## 1")[0]


def test_a_promise_was_adopted_and_revised_too(tmp_path: Path) -> None:
    decisions = "[{body: Rådet, date: 2024-01-10}, {body: Rådet, date: 2024-02-10, type: revised}]"
    text = rendered(tmp_path, promise(f"promises: [Vi lyssnar.]\ndecisions: {decisions}\n"))
    assert "Beslutat den 10 januari 2024, ändrat den 10 februari 2024" in text


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("participants: 1400", "**Antal deltagare:** 1\u202f400"),
        ("participants: drygt 900", "**Antal deltagare:** drygt 900"),
    ],
)
def test_how_many_took_part_is_told_as_exactly_as_it_is_known(keys: str, said: str, tmp_path: Path) -> None:
    dialogues = f"dialogues: [{{title: På torget, type: citizen-dialogue, {keys}}}]\n"
    assert said in rendered(tmp_path, promise("promises: [Vi lyssnar.]\n" + dialogues))


@pytest.mark.parametrize(
    ("quantity", "said"),
    [
        ("{exactly: 71, unit: ronder, of_which: [{title: på kvällen, value: 39}]}", "71 ronder, varav 39 på kvällen"),
        ("{exactly: 9, of_which: [{title: stöld, value: 4, unit: anmälningar}]}", "9, varav 4 anmälningar (stöld)"),
        ("{exactly: 9, of_which: [{title: om stöld, value: 4, unit: anmälningar}]}", "9, varav 4 anmälningar om stöld"),
        ("{exactly: 23, of_which: [{title: 18–25 år, value: 11}]}", "23, varav 11 (18–25 år)"),
        ("{at_least: 2, at_most: 3, unit: gånger, per: weekly}", "2–3 gånger per vecka"),
    ],
)
def test_quantities_are_said_as_in_running_text(quantity: str, said: str, tmp_path: Path) -> None:
    text = rendered(tmp_path, promise(f"promises: [{{text: Vi går ronder., quantity: {quantity}}}]\n"))
    assert said.casefold() in text.casefold()


def test_what_is_said_of_another_document_is_a_sentence_of_its_own(tmp_path: Path) -> None:
    elsewhere = "supersedes: [{title: Löfte, year: 2022, text: Det gick ut.}, {title: Ett annat}]"
    text = rendered(tmp_path, promise(f"promises: [Vi lyssnar.]\n{elsewhere}\n"))
    assert "Löfte (2022). Det gick ut." in text
    assert "., Ett annat" not in text


def test_lines_headings_and_cells_begin_with_a_capital(tmp_path: Path) -> None:
    keys = """\
        promises: [{by: polisen, strength: as-needed, text: Vi söker., places: skolor}]
        signatures:
          date: 2024-01-15
          signatories: [{party: polisen, name: A, role: chef}, {organisation: rådet, name: B}]
        """
    text = rendered(tmp_path, promise(keys))
    assert "Vid behov. **Var:** skolor" in text
    assert "| Lokalpolisområde Exempel |" in text
    for line in ("Den 15 januari 2024", "Lokalpolisområde Exempel", "Chef", "Rådet"):
        assert f"\n{line}\n" in text
    picture = document("situation-picture", "date: 2024\nareas: [resecentrum]\n", "bild")
    assert "## 1 Område\n\n### Resecentrum" in rendered(tmp_path, picture, of="bild")


def test_several_areas_stand_under_a_heading_in_the_plural(tmp_path: Path) -> None:
    text = rendered(tmp_path, document("situation-picture", "date: 2024\nareas: [Torget, Parken]\n"))
    assert "## 1 Områden" in text


def test_what_a_document_is_called_and_its_number(tmp_path: Path) -> None:
    text = rendered(tmp_path, promise("short_title: Torglöftet\nordinal: nr 5 2021\npromises: [Vi lyssnar.]\n"))
    assert text.startswith("Medborgarlöfte · nr 5 2021\n")
    assert "- **Kallas:** Torglöftet" in text


@pytest.mark.parametrize(
    ("keys", "is_asked"),
    [("", True), ("provenance: {source: Kommunens diarium}\n", False), ("closed: {date: 2015-06-01}\n", False)],
)
def test_nobody_is_asked_to_sign_what_was_taken_from_a_work_or_has_ended(
    keys: str, is_asked: bool, tmp_path: Path
) -> None:
    plan = f"{keys}period: {{from: 2015, until: 2015}}\nsignatures: {{signatories: [{{party: polisen, name: A}}]}}\n"
    assert ("Ort och datum:" in rendered(tmp_path, document("action-plan", plan))) is is_asked


def test_goals_are_labelled_in_words_alone(tmp_path: Path) -> None:
    goal = "{id: mål, text: Lugnt., indicator: anmälda brott, target: {at_most: 3}, deadline: 2015}"
    text = rendered(tmp_path, document("action-plan", f"period: {{from: 2015}}\ngoals: [{goal}]\n"))
    assert "**Indikator:** Anmälda brott" in text
    assert "(M)" not in text
    assert "(T)" not in text


OF_PROMISE = """\
date: 2024-12-20
reviews: [{{document: löfte}}]
reports: [{{to: lokala Brå, date: 2024-12-21}}]
outcomes: [{{item: ronder, {figures}}}]
"""


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        (
            "value: 43, precision: at-least, unit: ronder, period: 2022, counts: [{title: Samtal, value: 7}]",
            ["I siffror: minst 43 ronder (2022)", "Samtal: 7"],
        ),
        (
            "period: 2022-11, counts: [{title: Lampor, value: 38, period: 2022-11}, {title: Pris, value: 9, unit: kr}]",
            ["Lampor: 38 (november 2022)", "Pris: 9 kr (november 2022)"],
        ),
        (
            "period: 2022, counts: [{title: Platser, value: 38, period: 2021}]",
            ["Platser: 38 (2021)", "Avser: 2022"],
        ),
        ("period: 2022, result: reached", ["Avser: 2022"]),
    ],
)
def test_the_time_of_a_figure_stands_with_the_figure(figures: str, said: list[str], tmp_path: Path) -> None:
    made = promise("promises: [{id: ronder, by: polisen, text: Vi går ronder.}]\n").replace("id: ett", "id: löfte")
    review = document("follow-up", OF_PROMISE.format(figures=figures))
    text = rendered(tmp_path, made, review).replace("**", "")
    assert "\n\n  ".join(said) in text
    assert "Period:" not in text.partition("## ")[2]
    reported = rendered(tmp_path, made, review, of="löfte", report=True)
    assert "; ".join(one.removeprefix("I siffror: ") for one in said) in reported


def test_a_report_that_was_made_has_a_recipient(tmp_path: Path) -> None:
    made = promise("promises: [{id: ronder, by: polisen, text: Vi går ronder.}]\n").replace("id: ett", "id: löfte")
    text = rendered(tmp_path, made, document("follow-up", OF_PROMISE.format(figures="result: reached")))
    assert "**Mottagare:**" in text
    assert "Rapporteras till" not in text


PLAN = """\
period: {from: 2015, until: 2015}
goals: [{id: mål, text: Lugnt., indicator: anmälda brott, unit: per-cent, target: {at_most: 3}}]
measures:
  - {id: kamera, title: Kameror, goals: mål, progress: stopped}
  - {id: ronder, title: Ronder, goals: mål}
"""
OF_PLAN = """\
date: 2015-12-20
reviews: [{document: plan, fingerprint: 0000-0000-0000-0000}]
outcomes:
  - {item: mål, value: 4, precision: about}
  - item: ronder
    value: 43
    unit: ronder
    precision: at-least
    counts: [{title: Samtal, value: 7}, {title: Kostnad, value: 185000, unit: kr}]
"""


def test_a_measure_that_was_stopped_is_not_missing(run: Callable[..., Outcome], tmp_path: Path) -> None:
    plan, review = document("action-plan", PLAN, "plan"), document("follow-up", OF_PLAN)
    report = rendered(tmp_path, plan, review, of="plan", report=True)
    assert "inte följt upp" not in report
    assert "| avbruten |" in report
    assert "outcome-missing" not in {found.rule for found in check([str(tmp_path)], DAY).findings}
    shown = run("show").out
    assert "Kameror (avbruten)" in shown
    assert "inget utfall" not in shown
    assert "kamera" not in run("new", "follow-up", "plan").out


def test_the_thread_shows_the_main_figure_as_it_is_stated(run: Callable[..., Outcome], tmp_path: Path) -> None:
    rendered(tmp_path, document("action-plan", PLAN, "plan"), document("follow-up", OF_PLAN), of="plan")
    shown = " ".join(run("show").out.split())
    assert "minst 43 ronder och 2 siffror till (2015-12-20)" in shown
    assert "cirka 4 procent (2015-12-20)" in shown
    counts = OF_PLAN.replace("    value: 43\n    unit: ronder\n    precision: at-least\n", "")
    (tmp_path / "1.yaml").write_text(document("follow-up", counts), encoding="utf-8")
    assert "Samtal: 7 och en siffra till (2015-12-20)" in " ".join(run("show").out.split())


def test_activities_are_done_by_those_who_promise(run: Callable[..., Outcome], tmp_path: Path) -> None:
    one = "{by: jointly, text: Vi går ronder., activities: [{id: rond, text: En rond., deadline: 2024-06}]}"
    report = rendered(tmp_path, promise(f"promises: [{one}]\n"), report=True)
    assert report.count("| Parterna gemensamt ") == 2
    followed = run("followup", "--format", "csv", "--all", "--today", "2024-02-01").out
    assert "parterna gemensamt" in next(line for line in followed.splitlines() if "En rond." in line)


@pytest.mark.parametrize("marks", ["”{}”", '"{}"'])
def test_quotation_marks_inside_others_are_single(marks: str, run: Callable[..., Outcome], tmp_path: Path) -> None:
    said = "Kampanj {} inför valborg, skolavslutningen och midsommar på alla skolor i hela kommunen"
    measure = f"measures: [{{id: kampanj, title: '{said.format(marks.format('Tänk om'))}', until: 2024-06}}]\n"
    rendered(tmp_path, document("action-plan", f"period: {{from: 2024, until: 2030}}\n{measure}"))
    followed = run("followup", "--format", "json", "--all", "--today", "2024-02-01").out
    assert f"”{said.format('’Tänk om’')}”" in followed


def test_english_has_its_own_single_marks() -> None:
    assert quoted("The “night” walk").say("en") == "“The ‘night’ walk”"


OF_GOAL = "date: 2015-12-20\nreviews: [{document: plan}]\noutcomes: [{item: mål, RESULT}]\n"


@pytest.mark.parametrize(
    ("item", "said"), [("mål, result: reached", "Utfall uppnått ("), ("ronder, result: reached", "Utfall genomfört (")]
)
def test_goals_are_reached_and_the_rest_is_done(
    item: str, said: str, run: Callable[..., Outcome], tmp_path: Path
) -> None:
    review = document("follow-up", OF_GOAL.replace("mål, RESULT", item))
    rendered(tmp_path, document("action-plan", PLAN, "plan"), review, of="plan")
    assert said in run("show").out


@pytest.mark.parametrize(("unit", "is_drawn"), [("per-cent", True), ("anmälningar", False)])
def test_figures_of_another_unit_than_the_goals_are_told_as_such_and_not_drawn(
    unit: str, tmp_path: Path, *, is_drawn: bool
) -> None:
    first = document("follow-up", OF_GOAL.replace("RESULT", "value: 5, precision: about, period: 2014"), "a")
    second = document("follow-up", OF_GOAL.replace("RESULT", f"value: 61, unit: {unit}, period: 2015"), "b")
    texts = (document("action-plan", PLAN, "plan"), first, second)
    text = rendered(tmp_path, *texts, of="plan", report=True)
    assert "cirka 5 procent (2014)" in text
    assert f"61 {'procent' if is_drawn else unit} (2015)" in text
    assert ("<svg" in rendered(tmp_path, *texts, of="plan", report=True, form=DocumentFormat.HTML)) is is_drawn


def test_the_report_labels_what_stood_in_the_way(tmp_path: Path) -> None:
    outcome = "result: partly, comment: Vi gick ronder, obstacle: Personalbrist"
    review = document("follow-up", OF_GOAL.replace("mål, RESULT", f"ronder, {outcome}"))
    text = rendered(tmp_path, document("action-plan", PLAN, "plan"), review, of="plan", report=True)
    assert "delvis. Vi gick ronder. Hinder: Personalbrist." in text


def test_a_figure_counts_what_was_promised_where_it_does_not_say(run: Callable[..., Outcome], tmp_path: Path) -> None:
    one = "{id: ronder, by: polisen, text: Vi går ronder., quantity: {at_least: 200, unit: timmar}}"
    made = promise(f"promises: [{one}]\n").replace("id: ett", "id: löfte")
    text = rendered(tmp_path, made, document("follow-up", OF_PROMISE.format(figures="value: 188")))
    assert "**I siffror:** 188 timmar" in text
    assert "Utfall 188 timmar (2024-12-20)" in run("show").out
