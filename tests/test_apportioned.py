"""Lists that an author apportions among sections, and documents that are made where they are undertaken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samverkan.check import check
from tests.test_agreement_sentences import TODAY, shown

if TYPE_CHECKING:
    from pathlib import Path

COMMITMENTS = [
    {"id": "ronder", "by": "jointly", "theme": "resources", "text": "Gå ronder."},
    {"id": "belysning", "by": "kommunen", "theme": "planning", "text": "Sätta upp belysning."},
    {"id": "dialog", "by": "polisen", "theme": "planning", "text": "Hålla dialoger."},
]


def section(title: str, *shows: str, only: Any = ()) -> dict[str, Any]:
    return {"title": title, "shows": list(shows), **({"only": only} if only else {})}


def test_sections_show_some_of_a_list_each_and_the_rest_has_its_own_place(tmp_path: Path) -> None:
    sections = [section("Till fots", "commitments", only="ronder"), section("Samtal", "commitments", only=["dialog"])]
    text = shown(tmp_path, sections=sections, commitments=COMMITMENTS)
    order = ["2 Till fots", "2.1 Parterna", "gå ronder", "3 Samtal", "3.1 Lokal", "4 Åtaganden", "4.1 Lessebo"]
    places = [text.find(words) for words in order]
    assert -1 not in places
    assert places == sorted(places)
    assert text.count("ronder") == text.count("dialoger") == text.count("belysning") == 1
    assert "Resurser" not in text
    assert text.count("Planering") == 1


def test_a_section_without_ids_shows_what_others_leave(tmp_path: Path) -> None:
    sections = [section("Till fots", "commitments", only="ronder"), section("Annat", "commitments")]
    text = shown(tmp_path, sections=sections, commitments=COMMITMENTS)
    assert text.index("3 Annat") < text.index("3.1 Lessebo") < text.index("3.2 Lokal")
    every = [one["id"] for one in COMMITMENTS]
    everything = [section("Allt", "commitments", only=every), section("Annat", "commitments")]
    text = shown(tmp_path, sections=everything, commitments=COMMITMENTS)
    assert "Annat" not in text


def test_a_list_of_which_a_section_names_nothing_stands_there_whole(tmp_path: Path) -> None:
    sections = [section("Mål och ronder", "goals", "commitments", only="ronder")]
    text = shown(tmp_path, sections=sections, commitments=COMMITMENTS, goals=["Färre brott."])
    assert text.index("2.1 Färre brott.") < text.index("gå ronder") < text.index("3 Åtaganden")
    assert "Övergripande mål" not in text


def test_commitments_stand_within_their_focus_area_where_a_section_shows_both(tmp_path: Path) -> None:
    areas = [{"id": "platser", "title": "Otrygga platser"}, {"id": "unga", "title": "Unga"}]
    of_areas = [{**one, **({"focus_area": "platser"} if one["id"] == "ronder" else {})} for one in COMMITMENTS]
    sections = [section("Våra områden", "focus_areas", "commitments", only=["ronder", "dialog"])]
    text = shown(tmp_path, sections=sections, commitments=of_areas, focus_areas=areas)
    order = [
        "2.1 Otrygga platser",
        "2.1.1 Parterna",
        "gå ronder",
        "2.2 Unga",
        "2.3 Lokal",
        "hålla dialoger",
        "3.1 Lessebo",
    ]
    places = [text.find(words) for words in order]
    assert -1 not in places, text
    assert places == sorted(places)
    assert text.count("ronder") == 1
    assert "hör till fokusområdet" not in text
    apart = [section("Våra områden", "focus_areas"), section("Vi lovar", "commitments")]
    assert "hör till fokusområdet" in shown(tmp_path, sections=apart, commitments=of_areas, focus_areas=areas)


def test_an_id_that_is_not_there_is_a_finding_and_loses_nothing(tmp_path: Path) -> None:
    text = shown(tmp_path, sections=[section("Till fots", "commitments", only="rundor")], commitments=COMMITMENTS)
    assert all(words in text for words in ("gå ronder", "sätta upp belysning", "hålla dialoger"))
    told = check([str(tmp_path / "avtal.yaml")], TODAY).findings
    assert any("rundor" in one.message.say("sv") for one in told)


PLAN = {
    "id": "planen",
    "kind": "action-plan",
    "title": "Plan för torget",
    "by": "jointly",
    "cadence": "yearly",
    "text": "Den är kort.",
    "sources": [{"title": "Ronderna"}],
}


def test_a_document_is_told_where_it_is_undertaken_and_only_there(tmp_path: Path) -> None:
    commitments = [{"by": "jointly", "text": "Skriva en plan.", "document": "planen"}]
    text = shown(tmp_path, commitments=commitments, planned_documents=[PLAN])
    assert "Plan för torget. Parterna åtar sig gemensamt att skriva en plan. Den är kort." in text
    assert "Dokumentet tas fram årligen." in text
    assert "Ronderna" in text
    assert text.count("Plan för torget") == 1
    assert "Dokument som parterna tar fram" not in text


def test_what_the_commitment_does_not_say_of_a_document_stands(tmp_path: Path) -> None:
    commitments = [
        {"by": "kommunen", "text": "Skriva en plan.", "document": "planen"},
        {"by": "polisen", "text": "Läsa planen.", "document": "planen"},
    ]
    text = shown(tmp_path, commitments=commitments, planned_documents=[PLAN, {"kind": "citizen-promise"}])
    assert "Parterna tar gemensamt fram dokumentet årligen." in text
    assert "åtar sig att läsa planen. Det gäller dokumentet ”Plan för torget”." in text
    assert "Medborgarlöfte" in text


def test_a_step_makes_a_document(tmp_path: Path) -> None:
    steps = ["Parterna möts.", {"text": "Planen skrivs.", "document": "planen"}]
    text = shown(tmp_path, working_model={"steps": steps}, planned_documents=[{**PLAN, "by": "kommunen"}])
    assert "2.2 Plan för torget. Planen skrivs. Den är kort. Lessebo kommun tar fram dokumentet årligen." in text
    assert "Dokument som parterna tar fram" not in text
