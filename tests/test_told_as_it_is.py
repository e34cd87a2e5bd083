"""What documents tell of their signing, their causes and their results is taken as it is told."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from samverkan.duties.duty import DutyKind
from samverkan.duties.rhythm import Rhythm
from samverkan.duties.rows import rows
from samverkan.law.act import LawStatus, Paragraph
from samverkan.law.answers import answers as answers_of
from samverkan.law.holdings import holdings
from samverkan.model.dates import Cadence
from samverkan.render.context.results import ResultsContext
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.rendering import Rendering
from samverkan.reviews.counted_from import CountedFrom
from samverkan.thread import ThreadStep, nodes, threads
from samverkan.words.sentence import Text
from samverkan.words.thread import NO_OUTCOME, NO_PROBLEM, NO_PROBLEM_IN_PICTURE

if TYPE_CHECKING:
    from pathlib import Path

    from samverkan.check import CheckResult
    from samverkan.law.act import Answer
    from samverkan.thread import Node

TODAY = date(2024, 6, 1)
PARTIES = """\
parties:
  - {id: polisen, type: police, name: Lokalpolisområde Nybro}
  - {id: kommunen, type: municipality, code: "0761", name: Lessebo kommun}
"""


def checked(folder: Path, *texts: str, today: date = TODAY) -> CheckResult:
    for i, text in enumerate(texts):
        (folder / f"{i}.yaml").write_text(f"samverkan: 1\n{text}", encoding="utf-8")
    return check([str(folder)], today)


def names(folder: Path, *texts: str, today: date = TODAY) -> set[str]:
    return {found.rule for found in checked(folder, *texts, today=today).findings}


def markdown(folder: Path, *texts: str, today: date = TODAY) -> str:
    around = checked(folder, *texts, today=today).workspaces[0]
    return Rendering(around.documents[0], around, today).to(DocumentFormat.MD).decode()


AGREEMENT = f"""\
kind: agreement
id: överenskommelse
title: Överenskommelse
{PARTIES}\
  - {{id: köpmannen, type: organisation, name: Köpmannaföreningen}}
validity: {{from: 2023-02-01, until: 2025-12-31}}
focus_areas: [Narkotika]
"""


def test_who_joins_later_does_not_change_when_the_others_signed(tmp_path: Path) -> None:
    joined = "signatories: [{party: polisen}, {party: kommunen}, {party: köpmannen, date: 2023-09-01}]"
    signed = f"{AGREEMENT}signatures: {{date: 2023-01-16, {joined}}}\n"
    assert "agreement-without-purposes" not in names(tmp_path, signed)
    head, _, signing = markdown(tmp_path, signed).partition("Underskrifter")
    assert "Undertecknad den 16 januari 2023" in head
    assert "Undertecknat i original den 1 september 2023" in signing


@pytest.mark.parametrize(("last", "is_asked"), [("2023-01-20", False), ("2023-09-01", True)])
def test_where_each_has_a_day_of_their_own_the_last_one_counts(last: str, is_asked: bool, tmp_path: Path) -> None:
    dates = ("polisen, date: 2023-01-16", "kommunen, date: 2023-01-16", f"köpmannen, date: {last}")
    signatories = ", ".join(f"{{party: {each}}}" for each in dates)
    signed = f"{AGREEMENT}signatures: {{signatories: [{signatories}]}}\n"
    assert ("agreement-without-purposes" in names(tmp_path, signed)) is is_asked


FOLLOW_UP = f"""\
kind: follow-up
id: uppföljning
title: Så gick det
date: 2019-02-12
{PARTIES}\
reviews: [{{document: {{title: Medborgarlöfte, year: 2018}}}}]
"""


@pytest.mark.parametrize("by", ["polisen", "[polisen, kommunen]"])
def test_who_promised_is_not_what_an_outcome_is_about(by: str, tmp_path: Path) -> None:
    one, other = (f"{{title: {title}, by: {by}, result: reached}}" for title in ("Ronder", "Lampor"))
    found = names(tmp_path, f"{FOLLOW_UP}outcomes: [{one}, {other}]\n")
    assert not found & {"outcome-outside-review", "duplicate-outcome"}


PICTURE = f"""\
kind: situation-picture
id: lägesbild
title: Lägesbild
{PARTIES}\
date: 2024-02-01
survey: Anmälda brott.
other_information: [Befolkningen växer.]
problems: [{{id: mörker, text: Otryggt vid torget.}}]
"""


def test_analyses_of_causes_are_an_analysis(tmp_path: Path) -> None:
    assert "picture-without-analysis" in names(tmp_path, PICTURE)
    assert "picture-without-analysis" not in names(
        tmp_path, f"{PICTURE}analyses: [{{problem: mörker, causes: [Lamporna lyser inte.]}}]\n"
    )


@pytest.mark.parametrize(
    ("types", "is_said"),
    [
        (("adopted", "revised"), False),
        (("adopted", "revised", "revised"), False),
        (("revised", "adopted"), True),
        (("adopted", "adopted"), True),
    ],
)
def test_a_plan_is_revised_after_it_was_adopted(types: tuple[str, ...], is_said: bool, tmp_path: Path) -> None:
    decided = ", ".join(f"{{body: BRÅ, date: 2023-0{i + 1}-14, type: {one}}}" for i, one in enumerate(types))
    plan = f"kind: action-plan\nid: plan\ntitle: Plan\n{PARTIES}decisions: [{decided}]\n"
    assert ("plan-decided-twice" in names(tmp_path, plan)) is is_said


@pytest.mark.parametrize(
    ("extra", "today", "severity"),
    [
        ("", date(2024, 6, 1), "note"),
        ("", date(2019, 2, 12), "warning"),
        ("reports: [Kommunstyrelsen]", date(2019, 2, 12), "note"),
        ("status: draft", date(2024, 6, 1), "warning"),
    ],
)
def test_a_follow_up_that_has_been_made_is_no_draft(extra: str, today: date, severity: str, tmp_path: Path) -> None:
    text = FOLLOW_UP.replace(', code: "0761"', "").replace("Lessebo", "Lesebo")
    found = checked(tmp_path, f"{text}{extra}\n", today=today).findings
    assert [one.severity for one in found if one.rule == "municipality-not-known"] == [severity]


ANALYSIS = f"""\
kind: cause-analysis
id: orsaker
title: Orsaker
{PARTIES}\
picture: {{title: Polisens lägesbild, year: 2022}}
"""


def test_an_analysis_says_in_words_what_problem_it_is_about(tmp_path: Path) -> None:
    told = f"{ANALYSIS}analyses: [{{problem_text: Rån vid gallerian, causes: [Ensamma på väg hem.]}}]\n"
    assert not [one for one in checked(tmp_path, told).findings if one.severity == "error"]
    assert "Rån vid gallerian" in markdown(tmp_path, told)


def test_a_plan_shows_the_problem_of_an_analysis_that_says_it_in_words(tmp_path: Path) -> None:
    told = f"{ANALYSIS}analyses: [{{problem_text: Rån vid gallerian, causes: [{{id: ensam, text: Ensamma.}}]}}]\n"
    plan = "kind: action-plan\nid: plan\ntitle: Plan\ncause_analysis: orsaker\n"
    plan += f"{PARTIES}measures: [{{title: Ronder, causes: ensam}}]\n"
    assert "Rån vid gallerian" in markdown(tmp_path, plan, told)


def test_an_analysis_of_no_problem_is_an_error(tmp_path: Path) -> None:
    assert "missing-key" in names(tmp_path, f"{ANALYSIS}analyses: [{{causes: [Mörkt.]}}]\n")


def test_how_a_measure_goes_is_told_without_a_light(tmp_path: Path) -> None:
    measure = "{title: Ronder, status: {date: 2019-10-03, text: Klart i augusti.}}"
    plan = f"kind: action-plan\nid: plan\ntitle: Plan\n{PARTIES}measures: [{measure}]\n"
    assert not [one for one in checked(tmp_path, plan).findings if one.rule in {"missing-key", "unknown-key"}]
    shown = markdown(tmp_path, plan)
    assert "Klart i augusti." in shown
    assert "2019" in shown
    assert "None" not in shown


PLAN = f"""\
kind: action-plan
id: plan
title: Plan
{PARTIES}\
period: {{from: 2024, until: 2025}}
focus_areas: [{{id: skolan, title: Skolan}}, {{id: äldre, title: Äldre}}]
goals: [{{id: rutor, text: Färre rutor., focus_area: skolan}}]
measures:
  - {{id: lampor, title: Lampor, goals: rutor, focus_area: skolan, progress: done}}
  - {{id: träffar, title: Träffar, focus_area: äldre}}
"""


def thread(folder: Path, *texts: str) -> list[Node]:
    (tree,) = threads(checked(folder, *texts).workspaces[0])
    return list(nodes(tree))


def test_what_the_plan_says_is_done_misses_no_outcome(tmp_path: Path) -> None:
    found = {node.id: node for node in thread(tmp_path, PLAN)}
    assert found["plan#lampor"].missing is None
    assert found["plan#lampor"].title.say("sv") == "Lampor (genomförd enligt åtgärdsplanen)"
    assert found["plan#träffar"].missing == NO_OUTCOME


def test_what_a_follow_up_tells_goes_before_what_the_plan_says(tmp_path: Path) -> None:
    review = "kind: follow-up\nid: koll\ntitle: Koll\ndate: 2024-05-02\nreviews: [{document: plan}]\n"
    found = thread(tmp_path, PLAN, f"{review}outcomes: [{{item: lampor, result: partly}}]\n")
    assert next(node.title.say("sv") for node in found if node.id == "plan#lampor") == "Lampor"


def test_the_report_says_what_the_plan_says_is_done(tmp_path: Path) -> None:
    around = checked(tmp_path, PLAN).workspaces[0]
    page = str(ResultsContext(around.documents[0], around, str, TODAY).build())
    assert "genomförd enligt åtgärdsplanen" in page


def test_a_measure_stands_in_the_focus_area_that_it_names(tmp_path: Path) -> None:
    area = next(node for node in thread(tmp_path, PLAN) if node.id == "plan#äldre")
    assert [node.id for node in area.children] == ["plan#träffar"]
    assert [node.id for node in thread(tmp_path, PLAN)].count("plan#lampor") == 1


@pytest.mark.parametrize(
    ("area", "missing"),
    [("Narkotika", NO_PROBLEM), ("{title: Narkotika, text: Öppen handel.}", NO_PROBLEM_IN_PICTURE)],
)
def test_a_problem_that_the_area_states_is_missed_in_the_pictures_only(
    area: str, missing: Text, tmp_path: Path
) -> None:
    found = thread(tmp_path, AGREEMENT.replace("[Narkotika]", f"[{area}]"))
    assert [node.missing for node in found if node.step is ThreadStep.FOCUS_AREA] == [missing]


def answers(folder: Path, *texts: str) -> dict[Paragraph, Answer]:
    around = checked(folder, *texts).workspaces[0]
    (municipality,) = holdings(around).municipalities
    return {one.paragraph: one for one in answers_of(around, municipality, TODAY)}


OLD_AGREEMENT = AGREEMENT.replace("from: 2023-02-01, until: 2025-12-31", "from: 2012-03-01, until: further-notice")


@pytest.mark.parametrize(
    ("purposes", "says", "to_do"),
    [
        ("", "säger inte för vilka syften samverkan ska ske", "Skriv in för vilka syften"),
        ("purposes: [Ökad trygghet.]", "En skriftlig överenskommelse om samverkan gäller.", "Inget mer"),
    ],
)
def test_what_an_agreement_from_before_the_act_lacks_is_said(
    purposes: str, says: str, to_do: str, tmp_path: Path
) -> None:
    answer = answers(tmp_path, f"{OLD_AGREEMENT}signatures: {{date: 2012-02-21}}\n{purposes}\n")[Paragraph.AGREEMENTS]
    assert answer.status is LawStatus.SHOWN
    assert says in answer.says.say("sv")
    assert answer.to_do.say("sv").startswith(to_do)


@pytest.mark.parametrize(
    ("level", "says", "to_do"),
    [
        ("", "filen säger inte om det är strategiskt", "Kontrollera att rådet"),
        (", level: strategic", "Ett strategiskt råd finns.", "Inget mer"),
    ],
)
def test_a_council_by_its_name_alone_is_not_said_to_be_strategic(
    level: str, says: str, to_do: str, tmp_path: Path
) -> None:
    forum = f"forums: [{{name: Lokala BRÅ, chair: Kommunstyrelsens ordförande{level}}}]\n"
    answer = answers(tmp_path, f"{OLD_AGREEMENT}{forum}signatures: {{date: 2012-02-21}}\n")[Paragraph.COUNCIL]
    assert says in answer.says.say("sv")
    assert answer.to_do.say("sv").startswith(to_do)


def reviews(folder: Path, terms: str, today: date, *others: str) -> list[tuple[date | None, str]]:
    signed = f"{AGREEMENT}follow_up: {terms}\nsignatures: {{date: 2023-01-16}}\n"
    found = rows(checked(folder, signed, *others, today=today).workspaces, today)
    return [(row.duty.due, row.duty.reason.say("sv")) for row in found if row.duty.clock is DutyKind.REVIEW]


@pytest.mark.parametrize(
    ("terms", "due"),
    [
        ("{cadence: yearly, when: i november}", date(2023, 11, 30)),
        ("{cadence: at-least-yearly, when: Varje år i november.}", date(2023, 11, 30)),
        ("{cadence: yearly, when: every January}", date(2024, 1, 31)),
        ("{cadence: half-yearly, when: maj och november}", date(2023, 5, 31)),
        ("{cadence: half-yearly, when: i november}", date(2023, 7, 16)),
        ("{cadence: yearly, when: efter november}", date(2024, 1, 16)),
        ("{cadence: every-2-years, when: i november}", date(2025, 1, 16)),
    ],
)
def test_a_review_falls_in_the_month_that_the_document_names(terms: str, due: date, tmp_path: Path) -> None:
    assert [one for one, _ in reviews(tmp_path, terms, date(2023, 1, 20))] == [due]


def test_the_times_that_have_passed_are_those_of_the_months(tmp_path: Path) -> None:
    ((due, why),) = reviews(tmp_path, "{cadence: yearly, when: i november}", date(2025, 1, 20))
    assert due == date(2023, 11, 30)
    assert "”i november”" in why
    assert "2023" in why
    assert "2024" in why


@pytest.mark.parametrize(
    ("done", "due"),
    [("2023-10-20", date(2024, 11, 30)), ("2023-11-20", date(2024, 11, 30)), ("2024-02-02", date(2024, 11, 30))],
)
def test_a_review_beside_its_month_is_that_months_review(done: str, due: date) -> None:
    since = CountedFrom(date.fromisoformat(done), Text("", ""), is_done=True)
    rhythm = Rhythm(Cadence.parse("yearly"), since, None, Text("", "")).in_months("i november")
    found = rhythm.next_due(TODAY)
    assert found is not None
    assert found[0] == due
