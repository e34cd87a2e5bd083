"""Plans show problem, cause, goal, measure and outcome together, in one series of numbers."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

from samverkan.render.formats.document_format import DocumentFormat
from tests.conftest import plain
from tests.rendered import SMALL_WORKSPACE, rendered, text_of

if TYPE_CHECKING:
    from pathlib import Path

CAUSES = [
    {"id": "mörker", "text": "Torget är mörkt på kvällen."},
    {"id": "vuxna", "text": "Butikerna har öppet sent.", "effect": "protective"},
]
ANALYSES = [
    {"problem": "otryggt-torg", "causes": CAUSES},
    {"problem": "klotter", "causes": [{"id": "färg", "text": "Färg säljs till alla."}]},
]


def _plan(folder: Path, measures: list[dict[str, object]]) -> Path:
    """Write a plan with some measures among documents with two analysed problems and one that is not analysed."""
    shutil.copytree(SMALL_WORKSPACE, folder, dirs_exist_ok=True)
    problems = [{"id": "klotter", "title": "Klotter vid skolan"}, {"id": "buller", "title": "Buller på natten"}]
    changed: dict[str, dict[str, object]] = {
        "orsaker-2024": {"analyses": ANALYSES},
        "bild-2024": {"problems": [*_read(folder, "bild-2024")["problems"], *problems]},
        "plan-2024": {"measures": measures},
    }
    for name, changes in changed.items():
        (folder / f"{name}.yaml").write_text(json.dumps({**_read(folder, name), **changes}), encoding="utf-8")
    return folder / "plan-2024.yaml"


def _read(folder: Path, name: str) -> dict[str, list[object]]:
    found: dict[str, list[object]] = plain((folder / f"{name}.yaml").read_text(encoding="utf-8"))
    return found


def _markdown(path: Path) -> str:
    return rendered(path, DocumentFormat.MD).decode()


def _headings(path: Path) -> list[str]:
    text = _markdown(path)
    return [line.lstrip("# ") for line in text.splitlines() if line.startswith("###")]


def test_measures_are_numbered_after_problem_and_cause(tmp_path: Path) -> None:
    measures: list[dict[str, object]] = [
        {"title": "Sanera", "problems": "klotter"},
        {"title": "Fler lampor", "causes": ["mörker", "färg"]},
        {"title": "Mäta buller", "problems": "buller"},
        {"title": "Utbildning"},
        {"title": "Kvällsöppet", "causes": "vuxna"},
        {"title": "Starkare lampor", "causes": "mörker"},
    ]
    path = _plan(tmp_path, measures)
    assert _headings(path) == [
        "Problem 1. Otryggt torg",
        "1.1.1 Fler lampor",
        "1.1.2 Starkare lampor",
        "1.2.1 Kvällsöppet",
        "Problem 2. Klotter vid skolan",
        "2.2.1 Sanera",
        "Problem 3. Buller på natten",
        "3.1 Mäta buller",
        "4. Åtgärder utan angivet problem eller angiven orsak",
        "4.1 Utbildning",
    ]
    text = " ".join(_markdown(path).split())
    assert "**Orsak 1.1.** Torget är mörkt på kvällen." in text
    assert "**Skyddsfaktor 1.2.** Butikerna har öppet sent." in text
    assert "**2.2 Mot problemet som helhet; ingen orsak är angiven**" in text
    assert "**Även mot:** 2.1 Färg säljs till alla." in text


def test_the_analysis_has_the_numbers_of_the_plan(tmp_path: Path) -> None:
    _plan(tmp_path, [{"title": "Fler lampor", "causes": "mörker"}])
    text = " ".join(_markdown(tmp_path / "orsaker-2024.yaml").split())
    assert "Problem 2. Klotter vid skolan" in text
    assert "**Skyddsfaktor 1.2.** Butikerna har öppet sent." in text
    assert "**Orsak 2.1.** Färg säljs till alla." in text


def test_a_plan_without_causes_and_problems_counts_its_measures(tmp_path: Path) -> None:
    path = _plan(tmp_path, [{"title": "Utbildning"}, {"title": "Ronder"}])
    assert _headings(path) == ["1 Utbildning", "2 Ronder"]


def test_a_cause_that_leads_nowhere_is_not_said_to_be_missing(tmp_path: Path) -> None:
    measures: list[dict[str, object]] = [{"title": "Lampor", "causes": "mörker"}, {"title": "Ronder", "causes": "x"}]
    path = _plan(tmp_path, measures)
    assert _headings(path)[2:] == ["3. Övriga åtgärder", "3.1 Ronder"]


def test_a_cause_in_words_is_not_said_to_be_missing(tmp_path: Path) -> None:
    measures: list[dict[str, object]] = [
        {"title": "Sanera", "problems": "klotter", "cause_text": "Ingen ser det."},
        {"title": "Ronder", "problem_text": "Det är otryggt."},
    ]
    path = _plan(tmp_path, measures)
    assert _headings(path) == ["Problem 2. Klotter vid skolan", "2.2.1 Sanera", "3. Övriga åtgärder", "3.1 Ronder"]
    assert "**2.2 Mot problemet**" in _markdown(path)


def test_several_goals_stand_in_a_table(tmp_path: Path) -> None:
    path = _plan(tmp_path, [{"title": "Utbildning"}])
    plan = _read(tmp_path, "plan-2024")
    other = {"text": "Klottret ska minska.", "baseline": {"text": "mycket klotter", "source": "Tekniska kontoret"}}
    path.write_text(json.dumps({**plan, "goals": [*plan["goals"], other]}), encoding="utf-8")
    page = rendered(path, DocumentFormat.HTML).decode()
    assert page.count('<th scope="row">') == 2
    assert ">Minst 60 procent</td>" in page
    text = " ".join(text_of(path, DocumentFormat.HTML, tmp_path).split())
    assert "Mål Utgångsläge Målvärde Senast" in text
    assert "Källa: Tekniska kontoret" in text
