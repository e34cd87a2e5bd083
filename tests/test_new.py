"""`samverkan new`: the next document of every kind, from what there is; what is empty is all that is wrong with it."""

from __future__ import annotations

import re
import shutil
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.check import check
from samverkan.drafts.asked import legal_name
from samverkan.drafts.follow_up import new_follow_up
from samverkan.drafts.new import WRITERS, Wanted, new_document
from samverkan.drafts.sheet import BLANK, Draft, Noted, sheet
from samverkan.errors import WrongUseError
from samverkan.model.agreement import Agreement
from samverkan.model.choices import Kind
from samverkan.model.picture import SituationPicture
from tests.conftest import EXAMPLES, ROOT, SMALL, plain
from tests.filling import empty_rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from samverkan.drafts.sheet import Value
    from samverkan.words.sentence import Language
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace
    from tests.conftest import Outcome

TODAY = "2026-11-20"
DAY = date.fromisoformat(TODAY)
TWO_AREAS = SMALL.replace(
    "- {id: platser, title: Otrygga platser}", "- {id: torg, title: Torget}\n  - {id: unga, title: Unga}"
)
WORKSPACES = [EXAMPLES / "exempelkommun", EXAMPLES / "smallest", ROOT / "tests" / "workspace"]


def workspace_of(folder: Path) -> Workspace:
    (found,) = check([str(folder)], DAY).workspaces
    return found


def drafted(
    kind: Kind, folder: Path, of: tuple[str, ...] = (), year: int | None = None, reader: Language = "sv"
) -> Draft:
    workspace = workspace_of(folder)
    named: list[Document] = [workspace.by_id[name] for name in of]
    return new_document(Wanted(kind, DAY, year, reader), workspace, named)[0]


def data_of(draft: Draft) -> Any:
    return plain(draft.text)


@pytest.fixture
def example(tmp_path: Path) -> Path:
    shutil.copytree(EXAMPLES / "exempelkommun", tmp_path / "x")
    return tmp_path / "x"


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("source", WORKSPACES, ids=lambda path: path.name)
def test_only_what_is_empty_is_wrong_with_it(kind: Kind, source: Path, tmp_path: Path) -> None:
    folder = tmp_path / "x"
    shutil.copytree(source, folder)
    last = max(one.period[1] for one in workspace_of(folder).of_kind(Kind.AGREEMENT) if one.period[1])
    year = None if kind is Kind.AGREEMENT else last.year  # later ones are outside the agreement, and it is told
    draft = drafted(kind, folder, year=year)
    path = folder / f"{draft.id}.yaml"
    assert not path.exists()
    path.write_text(draft.text, encoding="utf-8")
    assert tuple(sorted(empty_rows(path, DAY))) == draft.blanks
    assert data_of(draft)["status"] == "draft"


@pytest.mark.parametrize("kind", WRITERS)
def test_every_key_is_told_of_once(kind: Kind, example: Path) -> None:
    lines = drafted(kind, example).text.splitlines()
    told = set[str]()
    for i, line in enumerate(lines):
        met = re.match(r" *(?:- )?([a-z_]+):", line)
        if met and met[1] not in told and "{" not in line:
            told.add(met[1])
            assert "  # " in line or lines[i - 1].lstrip().startswith("# "), line
    assert sum("Id för överenskommelsen" in line for line in lines) <= 1


@pytest.mark.parametrize("source", WORKSPACES, ids=lambda path: path.name)
@pytest.mark.parametrize("kind", WRITERS)
def test_comments_are_in_the_language_of_the_reader(kind: Kind, source: Path) -> None:
    swedish, english = drafted(kind, source), drafted(kind, source, reader="en")
    assert data_of(english) == data_of(swedish)
    drafts = (swedish.text, english.text)
    told = [{line for line in text.splitlines() if re.search(r"[a-z_]:.*  # ", line)} for text in drafts]
    assert len(told[1]) > 4
    assert told[0] & told[1] == set()
    assert english.text.startswith("# Fill in what is empty")
    assert "  # How far it has come" in english.text


class TestPicture:
    def test_has_the_same_indicators_with_empty_figures(self, example: Path) -> None:
        before = workspace_of(example).by_id["lagesbild-2026"].data
        found = data_of(drafted(Kind.SITUATION_PICTURE, example, ("lagesbild-2026",)))
        assert found["supersedes"] == "lagesbild-2026"
        assert [one["id"] for one in found["indicators"]] == [one["id"] for one in before["indicators"]]
        for old, new in zip(before["indicators"], found["indicators"], strict=True):
            assert (new["title"], new["unit"]) == (old["title"], old["unit"])
            assert len(new["values"]) == 1
            assert new["values"][0]["value"] is None
            last = old["values"][-1]["period"]
            assert new["values"][0]["period"] == (str(int(last) + 1) if last.isdigit() else None)
            assert {"comparisons", "breakdowns"} & set(new) == {"comparisons", "breakdowns"} & set(old)
        assert found["survey"] is found["analysis"] is found["date"] is None
        assert "2026" not in found["title"] or "2026" not in before["title"]

    def test_the_first_has_a_problem_for_each_focus_area(self, tmp_path: Path) -> None:
        (tmp_path / "avtal-2024.yaml").write_text(TWO_AREAS, encoding="utf-8")
        found = data_of(drafted(Kind.SITUATION_PICTURE, tmp_path, year=2026))
        assert found["agreement"] == "avtal-2024"
        assert [one["focus_area"] for one in found["problems"]] == ["torg", "unga"]
        assert found["id"] == "lagesbild-2026"


class TestPlan:
    def test_has_a_goal_for_each_problem_and_a_measure_for_each_cause(self, example: Path) -> None:
        workspace = workspace_of(example)
        picture = workspace.by_id["lagesbild-2026"].data
        wanted = [one["id"] for one in picture["problems"] if one.get("priority") == "prioritised"]
        found = data_of(drafted(Kind.ACTION_PLAN, example, ("lagesbild-2026",), 2027))
        assert [goal["problems"] for goal in found["goals"]] == wanted
        assert found["supersedes"] == "atgardsplan-2026"
        documents = [picture, workspace.by_id["orsaksanalys-2026"].data]
        causes = {
            cause["id"]
            for data in documents
            for analysis in data.get("analyses", [])
            if analysis["problem"] in wanted
            for cause in analysis["causes"]
            if "out_of_reach" not in cause and cause.get("effect") != "protective"
        }
        assert {measure["causes"] for measure in found["measures"] if "causes" in measure} == causes
        assert {measure["goals"] for measure in found["measures"]} == {goal["id"] for goal in found["goals"]}

    def test_takes_its_baseline_from_the_indicator(self, example: Path) -> None:
        picture = workspace_of(example).by_id["lagesbild-2026"].data
        found = data_of(drafted(Kind.ACTION_PLAN, example, ("lagesbild-2026",), 2027))
        indicators = {one["title"]: one for one in picture["indicators"]}
        measured = [goal for goal in found["goals"] if goal["indicator"] in indicators]
        assert measured
        for goal in measured:
            last = indicators[goal["indicator"]]["values"][-1]
            assert goal["baseline"] == {"value": last["value"], "period": last["period"]}
            limit = {"increase": "at_least", "decrease": "at_most"}.get(goal["direction"] or "", "value")
            assert goal["target"] == {limit: None}

    def test_without_a_picture_it_has_a_goal_for_each_focus_area(self, tmp_path: Path) -> None:
        (tmp_path / "avtal-2024.yaml").write_text(TWO_AREAS, encoding="utf-8")
        draft = drafted(Kind.ACTION_PLAN, tmp_path, year=2025)
        found = data_of(draft)
        assert [goal["focus_area"] for goal in found["goals"]] == ["torg", "unga"]
        assert all(measure["cause_text"] is None for measure in found["measures"])
        assert "# Fokusområdet Torget." in draft.text


class TestAnalysis:
    PICTURE = """samverkan: 1
kind: situation-picture
id: bild-2026
title: Lägesbild
parties: [{id: kommunen, type: municipality, code: "9901", name: Exempelby kommun}]
problems:
  - {id: torg, title: Torget, priority: prioritised}
  - {id: skola, title: Skolan, priority: prioritised}
  - {id: park, title: Parken, priority: watched}
analyses: [{problem: torg, causes: [Mörkt]}]
"""

    def test_has_the_problems_that_wait_for_one(self, tmp_path: Path) -> None:
        (tmp_path / "bild-2026.yaml").write_text(self.PICTURE, encoding="utf-8")
        draft = drafted(Kind.CAUSE_ANALYSIS, tmp_path)
        found = data_of(draft)
        assert found["picture"] == "bild-2026"
        assert found["parties"][0]["code"] == "9901"
        assert found["analyses"] == [{"problem": "skola", "causes": [{"id": "orsak-1", "text": None}]}]
        assert "# Problemet: Skolan" in draft.text
        (tmp_path / f"{draft.id}.yaml").write_text(draft.text, encoding="utf-8")
        again = data_of(drafted(Kind.CAUSE_ANALYSIS, tmp_path))
        assert [one["problem"] for one in again["analyses"]] == ["park"]


class TestPromise:
    PROMISE = """samverkan: 1
kind: citizen-promise
id: löfte-2025
title: Medborgarlöfte 2025
parties:
  - {id: kommunen, type: municipality, code: "9901", name: Exempelby kommun}
  - {id: polisen, type: police, name: Lokalpolisområde Exempel}
period: {from: 2025, until: 2025}
promises:
  - {id: lampor, by: kommunen, text: "Vi lagar: alla lampor.", places: Torget, deadline: 2025-10}
  - {id: fot, by: polisen, text: Vi går på torget., quantity: {at_least: 20}, dates: [2025-05]}
  - {id: buss, by: kommunen, text: Vi åker med bussen., places: Linje 1}
"""
    REVIEW = """samverkan: 1
kind: follow-up
id: uppföljning-2025
title: Uppföljning
date: 2025-12-01
reviews: [löfte-2025]
outcomes:
  - {item: lampor, result: reached, comment: Klart.}
  - {item: fot, result: not-reached, comment: Få poliser.}
"""

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        (tmp_path / "löfte-2025.yaml").write_text(self.PROMISE, encoding="utf-8")
        (tmp_path / "uppföljning-2025.yaml").write_text(self.REVIEW, encoding="utf-8")
        return tmp_path

    def test_has_what_was_not_done_of_the_last_one(self, folder: Path) -> None:
        draft = drafted(Kind.CITIZEN_PROMISE, folder)
        found = data_of(draft)
        assert (found["id"], found["title"]) == ("löfte-2026", "Medborgarlöfte 2026")
        assert found["supersedes"] == "löfte-2025"
        assert found["period"] == {"from": "2026", "until": "2026"}
        assert found["promises"] == [
            {"id": "fot", "by": "polisen", "text": "Vi går på torget.", "quantity": {"at_least": "20"}},
            {"id": "buss", "by": "kommunen", "text": "Vi åker med bussen.", "places": "Linje 1"},
        ]
        assert "# Utfall 2025-12-01: inte uppnått eller inte genomfört." in draft.text
        assert "# Har inget utfall i någon uppföljning." in draft.text
        assert "inte med här: Vi lagar: alla lampor" in draft.text

    def test_a_last_day_is_to_be_set_anew(self, folder: Path) -> None:
        (folder / "uppföljning-2025.yaml").unlink()
        found = data_of(drafted(Kind.CITIZEN_PROMISE, folder, year=2027))
        assert found["promises"][0]["deadline"] is None
        assert "dates" not in found["promises"][1]
        assert found["id"] == "löfte-2027"

    def test_promises_stay_in_their_groups(self, folder: Path) -> None:
        grouped = self.PROMISE.replace("promises:\n", "groups:\n  - title: Centrum\n    promises:\n")
        grouped = re.sub("^  - {id", "      - {id", grouped.partition("groups:")[2], flags=re.MULTILINE)
        whole = f"{self.PROMISE.partition('promises:')[0]}groups:{grouped}"
        (folder / "löfte-2025.yaml").write_text(whole, encoding="utf-8")
        found = data_of(drafted(Kind.CITIZEN_PROMISE, folder))
        assert [one["id"] for one in found["groups"][0]["promises"]] == ["fot", "buss"]
        assert "promises" not in found

    def test_the_first_has_one_of_each_party(self, tmp_path: Path) -> None:
        (tmp_path / "avtal-2024.yaml").write_text(SMALL, encoding="utf-8")
        found = data_of(drafted(Kind.CITIZEN_PROMISE, tmp_path, year=2026))
        assert {one["by"] for one in found["promises"]} == {"kommunen", "polisen"}


class TestAgreement:
    OLD = """# Min egen anmärkning.
samverkan: 1
kind: agreement
id: avtal-2024
title: "Avtal för #trygghet: 2024"
status: signed
case_number: x
parties:
  - {id: kommunen, type: municipality, code: "0114", name: "Upplands Väsby kommun", case_number: KS 1}
  - {id: polisen, type: police, name: "123"}
validity: {from: 2024, until: 2027, extension: {length: P1Y, consult_by: 2027-06}}
purposes: ["Fler – och fler – ska känna sig trygga: alla."]
focus_areas:
  - id: torg
    title: "Torget [norra]"
    text: |
      Två stycken.

      # Ingen anmärkning.
    goals: [{id: mål, text: Tryggare., deadline: 2026-12, target: {at_least: 60}}]
decisions: [{body: Kommunfullmäktige, date: 2024-01-10}]
signatures: {place: Väsby, date: 2024-02-01, signatories: [{party: kommunen, name: Lo Berg}]}
""".replace("case_number: x\n", "")

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        (tmp_path / "avtal-2024.yaml").write_text(self.OLD, encoding="utf-8")
        return tmp_path

    def test_has_the_text_of_the_old_one_and_other_dates(self, folder: Path) -> None:
        old, found = plain(self.OLD), data_of(drafted(Kind.AGREEMENT, folder))
        assert (found["id"], found["title"]) == ("avtal-2028", "Avtal för #trygghet: 2028")
        assert found["supersedes"] == "avtal-2024"
        assert found["status"] == "draft"
        assert found["validity"] == {"from": "2028", "until": "2031", "extension": {"length": "P1Y"}}
        assert found["purposes"] == old["purposes"]
        area = found["focus_areas"][0]
        assert area["text"] == old["focus_areas"][0]["text"].rstrip("\n")
        assert area["title"] == "Torget [norra]"
        assert area["goals"] == [{"id": "mål", "text": "Tryggare.", "deadline": None, "target": {"at_least": "60"}}]
        assert found["parties"] == [
            {"id": "kommunen", "type": "municipality", "code": "0114", "name": "Upplands Väsby kommun"},
            {"id": "polisen", "type": "police", "name": "123"},
        ]
        assert not {"decisions", "signatures"} & set(found)

    def test_what_looks_like_a_number_stays_text_for_other_readers(self, folder: Path) -> None:
        text = drafted(Kind.AGREEMENT, folder).text
        assert 'code: "0114"' in text
        assert 'name: "123"' in text
        assert "at_least: 60" in text

    @pytest.mark.parametrize("validity", ["{from: 2024-03-15, until: 2027-03-14}", "{from: signing, length: P4Y}"])
    def test_dates_that_do_not_follow_by_themselves_are_left_empty(self, folder: Path, validity: str) -> None:
        text = re.sub("validity: .*", f"validity: {validity}", self.OLD)
        (folder / "avtal-2024.yaml").write_text(text, encoding="utf-8")
        found = data_of(drafted(Kind.AGREEMENT, folder))
        assert found["validity"] == {"from": None, "until": None}

    def test_a_year_can_be_asked_for(self, folder: Path) -> None:
        found = data_of(drafted(Kind.AGREEMENT, folder, year=2030))
        assert found["id"] == "avtal-2030"
        assert found["validity"]["until"] == "2033"


class TestCommunication:
    def test_goes_to_the_same_audiences_with_new_last_days(self, example: Path) -> None:
        before = workspace_of(example).by_id["kommunikationsplan-2024"].data
        found = data_of(drafted(Kind.COMMUNICATION_PLAN, example, year=2026))
        for key in ("audiences", "messages", "channels"):
            assert found.get(key) == before.get(key)
        assert len(found["activities"]) == len(before["activities"])
        assert all(one.get("until") is None for one in found["activities"])


def test_the_agreement_is_the_one_of_that_year(example: Path) -> None:
    draft = drafted(Kind.AGREEMENT, example)
    (example / f"{draft.id}.yaml").write_text(draft.text, encoding="utf-8")
    for year, agreement in ((2027, "overenskommelse-2024"), (2029, "overenskommelse-2028")):
        workspace = workspace_of(example)
        found, _ = new_document(Wanted(Kind.CITIZEN_PROMISE, DAY, year, "sv"), workspace, [])
        if workspace.by_id[draft.id].is_whole or year == 2027:
            assert data_of(found)["agreement"] == agreement


def test_a_document_in_english_has_no_swedish_in_it(tmp_path: Path) -> None:
    (tmp_path / "agreement-2024.yaml").write_text(SMALL + "language: en\n", encoding="utf-8")
    for kind in WRITERS:
        if kind is not Kind.CAUSE_ANALYSIS:
            text = drafted(kind, tmp_path).text
            assert "language: en" in text
            assert not re.search("Fyll i|Ta bort|Vad som|Tiden", text)
    assert data_of(drafted(Kind.ACTION_PLAN, tmp_path))["id"].startswith("action-plan-")


_SIGNS = st.sampled_from("\n#:- {}[]\"'”,&*!|>%@`")
_LONG = st.lists(st.text("abcåäö#:-", min_size=1), min_size=20, max_size=60).map(" ".join)
_TEXT = st.text(st.characters(blacklist_categories=("Cs", "Cc")) | _SIGNS, min_size=1) | _LONG


@given(title=_TEXT, text=_TEXT, note=_TEXT, purposes=st.lists(_TEXT, min_size=1))
def test_any_text_is_written_so_that_it_is_read_the_same(title: str, text: str, note: str, purposes: list[str]) -> None:
    data: dict[str, Value] = {
        "title": title,
        "introduction": Noted(text, note),
        "purposes": purposes,
        "background": BLANK,
    }
    written = sheet(Agreement, data, note, "sv")
    assert plain(written) == {"title": title, "introduction": text, "purposes": purposes, "background": None}
    assert len(Draft("x", written).blanks) == 1


@given(value=st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-9999, max_value=9999))
def test_a_number_is_written_as_one(value: object) -> None:
    data: dict[str, Value] = {
        "indicators": [{"title": str(value), "values": [{"period": "2024", "value": str(value)}]}]
    }
    written = sheet(SituationPicture, data, "", "sv")
    assert plain(written) == data
    assert f"value: {value}  # " in written
    assert f'title: "{value}"' in written


class TestCommand:
    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        (tmp_path / "avtal-2024.yaml").write_text(SMALL, encoding="utf-8")
        return tmp_path

    def test_writes_beside_what_it_is_made_from_and_tells_what_is_empty(
        self, run: Callable[..., Outcome], folder: Path
    ) -> None:
        (folder / "avtal").mkdir()
        (folder / "avtal-2024.yaml").rename(folder / "avtal" / "avtal-2024.yaml")
        ended = run("new", "citizen-promise", "--year", "2026", "--today", TODAY)
        path = folder / "avtal" / "medborgarlofte-2026.yaml"
        rows = sorted(empty_rows(path, DAY))
        assert ended.out == (
            f"Filen avtal/medborgarlofte-2026.yaml är skriven. Fyll i det som är tomt på rad "
            f"{', '.join(map(str, rows))}, och kör: samverkan validate avtal/medborgarlofte-2026.yaml\n"
        )

    @pytest.mark.parametrize(
        ("named", "said"),
        [
            (("situation-picture",), "Det finns ingen överenskommelse som går att läsa."),
            (("follow-up", "--of", "avtal-2024"), "avtal-2024 verkar stå i en fil som inte går att läsa"),
            (("situation-picture", "--of", "avtal-2024"), "avtal-2024 verkar stå i en fil som inte går att läsa"),
        ],
    )
    def test_what_cannot_be_read_is_told_by_its_file(
        self, named: tuple[str, ...], said: str, run: Callable[..., Outcome], folder: Path
    ) -> None:
        shutil.copy(EXAMPLES / "exempelkommun" / "lagesbild-2024.yaml", folder)
        (folder / "avtal-2024.yaml").write_text(SMALL + "x: [\n", encoding="utf-8")
        before = sorted(path.name for path in folder.iterdir())
        ended = run("new", *named, "--today", TODAY)
        assert ended.code == 2
        assert said in ended.err
        assert "avtal-2024.yaml" in ended.err
        assert "samverkan init" not in ended.err
        assert sorted(path.name for path in folder.iterdir()) == before

    def test_what_is_not_built_on_since_it_cannot_be_read_is_told(
        self, run: Callable[..., Outcome], folder: Path
    ) -> None:
        (folder / "bild.yaml").write_text(
            "samverkan: 1\nkind: situation-picture\nid: bild-2024\nx: [\n", encoding="utf-8"
        )
        ended = run("new", "action-plan", "--today", TODAY)
        assert ended.code == 0
        assert "bygger inte på de filer som inte går att läsa: bild.yaml" in ended.err

    def test_where_nothing_can_be_read_the_files_are_named(self, run: Callable[..., Outcome], folder: Path) -> None:
        (folder / "avtal-2024.yaml").write_text(SMALL + "x: [\n", encoding="utf-8")
        ended = run("new", "action-plan", "--today", TODAY)
        assert (ended.code, "Se felen i avtal-2024.yaml med" in ended.err) == (2, True)

    def test_what_has_nothing_empty_is_told_too(self, run: Callable[..., Outcome], folder: Path) -> None:
        shutil.copy(EXAMPLES / "smallest" / "overenskommelse-2026.yaml", folder)
        ended = run("new", "agreement", "--of", "overenskommelse-2026", "--today", TODAY)
        assert ended.out.startswith("Filen overenskommelse-2030.yaml är skriven. Läs igenom den")

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (("avtal",), "Dokumenttypen avtal finns inte. Välj en av: agreement"),
            (("follow-up",), "--of"),
            (("follow-up", "--of", "avtal-2024", "--year", "2026"), "--year gäller inte uppföljningar"),
            (("cause-analysis",), "Det finns ingen lägesbild att analysera."),
            (("action-plan", "--of", "avtal-2042"), "Inget dokument har id avtal-2042. De som finns är: avtal-2024."),
            (("action-plan", "--out", "avtal-2024.yaml"), "avtal-2024.yaml finns redan"),
            (("action-plan", "--year", "26"), "--year"),
        ],
    )
    def test_wrong_use_is_told(
        self, arguments: tuple[str, ...], said: str, run: Callable[..., Outcome], folder: Path
    ) -> None:
        ended = run("new", *arguments, "--today", TODAY)
        assert ended.code == 2
        assert said in ended.err
        assert [path.name for path in folder.iterdir()] == ["avtal-2024.yaml"]

    def test_of_several_agreements_one_is_to_be_named(self, run: Callable[..., Outcome], folder: Path) -> None:
        (folder / "b.yaml").write_text(SMALL.replace("avtal-2024", "avtal-b"), encoding="utf-8")
        ended = run("new", "action-plan", "--today", TODAY)
        assert ended.code == 2
        assert "Flera överenskommelser kan avses: avtal-2024, avtal-b." in ended.err
        assert run("new", "action-plan", "--of", "avtal-b", "--today", TODAY).code == 0

    def test_of_several_workspaces_one_is_to_be_named(self, run: Callable[..., Outcome], folder: Path) -> None:
        (folder / "b").mkdir()
        (folder / "b" / "b.yaml").write_text(SMALL.replace("avtal-2024", "avtal-b"), encoding="utf-8")
        (folder / "b" / "samverkan.yaml").write_text("samverkan: 1\nkind: workspace\n", encoding="utf-8")
        ended = run("new", "action-plan", "--today", TODAY)
        assert ended.code == 2
        assert "olika arbetsytor" in ended.err
        assert run("new", "action-plan", "b", "--today", TODAY).code == 0
        ended = run("new", "action-plan", "--of", "avtal-2024,avtal-b", "--today", TODAY)
        assert ended.code == 2

    def test_what_is_broken_is_not_carried_on(self, run: Callable[..., Outcome], folder: Path) -> None:
        (folder / "avtal-2024.yaml").write_text(SMALL + "vem: kommunen\n", encoding="utf-8")
        ended = run("new", "agreement", "--today", TODAY)
        assert ended.code == 2
        assert "avtal-2024 har fel i avtal-2024.yaml" in ended.err

    def test_without_documents_init_is_proposed(self, run: Callable[..., Outcome], tmp_path: Path) -> None:
        (tmp_path / "u.yaml").write_text(TestPromise.REVIEW, encoding="utf-8")
        ended = run("new", "agreement", "--today", TODAY)
        assert ended.code == 2
        assert "samverkan init" in ended.err
        with pytest.raises(WrongUseError):
            drafted(Kind.ACTION_PLAN, tmp_path)

    def test_what_cannot_be_read_at_all_is_told(self, run: Callable[..., Outcome], tmp_path: Path) -> None:
        (tmp_path / "a.yaml").write_text("samverkan: 1\nkind: [\n", encoding="utf-8")
        ended = run("new", "action-plan")
        assert ended.code == 2
        assert ended.err == "Inget dokument kunde läsas. Se felen i a.yaml med: samverkan validate\n"

    def test_one_that_would_be_too_large_to_read_is_not_written(
        self, run: Callable[..., Outcome], tmp_path: Path
    ) -> None:
        areas = "".join(f"  - Område {i}\n" for i in range(4000))
        (tmp_path / "a.yaml").write_text(SMALL + areas, encoding="utf-8")
        ended = run("new", "action-plan")
        assert ended.code == 2
        assert "större än 1\u202f024 KiB" in ended.err
        assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]

    def test_it_can_be_printed_instead(self, run: Callable[..., Outcome], folder: Path) -> None:
        ended = run("new", "action-plan", "--out", "-", "--today", TODAY)
        assert plain(ended.out)["kind"] == "action-plan"
        assert [path.name for path in folder.iterdir()] == ["avtal-2024.yaml"]


class TestWhatThereIsAlready:
    """What a new document is made from, where that is not as it usually is."""

    PLAN = """samverkan: 1
kind: action-plan
id: plan-2026
title: Åtgärdsplan
agreement: avtal-2024
period: {from: 2026, until: 2026}
goals:
  - {id: mål-1, text: Lugnare torg., unit: per-cent, target: {text: hälften så många}}
measures:
  - {id: gångna, title: Slutade rundor, goals: mål-1, progress: stopped}
  - {id: ljus, title: Mer ljus, goals: mål-1}
"""

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        (tmp_path / "avtal-2024.yaml").write_text(SMALL, encoding="utf-8")
        (tmp_path / "plan-2026.yaml").write_text(self.PLAN, encoding="utf-8")
        return tmp_path

    @staticmethod
    def later(folder: Path) -> None:
        """Lay out an agreement that takes the place of the first one."""
        text = SMALL.replace("id: avtal-2024", "id: avtal-2027").replace("until: 2026", "until: 2030")
        (folder / "avtal-2027.yaml").write_text(text.replace("from: 2024", "from: 2027") + "supersedes: avtal-2024\n")

    def test_a_follow_up_leaves_out_what_was_broken_off_and_says_what_a_target_in_words_is_counted_in(
        self, folder: Path
    ) -> None:
        workspace = workspace_of(folder)
        text = new_follow_up([workspace.by_id["plan-2026"]], workspace, DAY, "sv").text
        assert [one["item"] for one in plain(text)["outcomes"]] == ["mål-1", "ljus"]
        assert "hälften så många, procent" in text
        assert "Slutade rundor" not in text

    def test_a_document_of_an_agreement_that_is_over_belongs_to_the_one_that_came_after(self, folder: Path) -> None:
        self.later(folder)
        found = data_of(drafted(Kind.ACTION_PLAN, folder, ("plan-2026",), year=2028))
        assert (found["agreement"], found["supersedes"]) == ("avtal-2027", "plan-2026")

    def test_agreements_that_each_say_that_they_came_after_the_other_are_told(self, folder: Path) -> None:
        self.later(folder)
        (folder / "avtal-2024.yaml").write_text(SMALL + "supersedes: avtal-2027\n", encoding="utf-8")
        found = data_of(drafted(Kind.ACTION_PLAN, folder, ("plan-2026",), year=2026))
        assert found["supersedes"] == "plan-2026"

    def test_ids_that_are_taken_are_not_given_again(self, folder: Path) -> None:
        (folder / "plan-2026.yaml").unlink()
        agreement = SMALL + "goals: [{id: mål-1, text: Ett tryggt torg.}]\n"
        (folder / "avtal-2024.yaml").write_text(agreement, encoding="utf-8")
        found = data_of(drafted(Kind.ACTION_PLAN, folder, year=2026))
        ids = [one["id"] for one in found["goals"]]
        assert ids
        assert "mål-1" not in ids

    def test_a_plan_is_made_from_the_cause_analysis_that_is_named(self, example: Path) -> None:
        (own,) = {one.id for one in workspace_of(example).of_kind(Kind.CAUSE_ANALYSIS) if one.id}
        found = data_of(drafted(Kind.ACTION_PLAN, example, (own,)))
        assert own in str(found)

    def test_a_long_text_with_spaces_side_by_side_is_kept_as_it_is(self) -> None:
        text = "Två  mellanslag " * 12
        written = sheet(Agreement, {"title": "Avtal", "introduction": text.strip()}, "", "sv")
        assert plain(written)["introduction"] == text.strip()


class TestPromisesOfGroups:
    def test_a_group_whose_promises_are_all_done_is_not_taken_over(self, tmp_path: Path) -> None:
        groups = """groups:
  - {title: Norr, promises: [{id: lampor, by: kommunen, text: Vi lagar alla lampor.}]}
  - {title: Söder, promises: [{id: fot, by: polisen, text: Vi går på torget.}]}
"""
        text = TestPromise.PROMISE.partition("promises:")[0] + groups
        (tmp_path / "löfte-2025.yaml").write_text(text, encoding="utf-8")
        (tmp_path / "uppföljning-2025.yaml").write_text(TestPromise.REVIEW, encoding="utf-8")
        found = data_of(drafted(Kind.CITIZEN_PROMISE, tmp_path))
        assert [(one["title"], [own["id"] for own in one["promises"]]) for one in found["groups"]] == [
            ("Söder", ["fot"])
        ]

    def test_a_promise_of_one_text_alone_is_taken_over_as_that(self, tmp_path: Path) -> None:
        text = TestPromise.PROMISE.partition("promises:")[0] + "promises: [Vi går på torget.]\n"
        (tmp_path / "löfte-2025.yaml").write_text(text, encoding="utf-8")
        found = data_of(drafted(Kind.CITIZEN_PROMISE, tmp_path))
        assert [one["text"] for one in found["promises"]] == ["Vi går på torget."]


@pytest.mark.parametrize(
    ("written", "told"),
    [("Lessebo", "Lessebo"), ("  ", "")],
)
def test_a_municipality_is_to_be_called_by_its_whole_name(written: str, told: str) -> None:
    with pytest.raises(WrongUseError) as caught:
        legal_name(written, "0761")
    assert told in caught.value.message.say("sv")
    assert legal_name("  Lessebo   kommun ", "0761") == "Lessebo kommun"
