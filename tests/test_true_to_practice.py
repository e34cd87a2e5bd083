"""What people who write down real documents meet: what cannot be read says the line to write, and no word is false."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from samverkan.check import check
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
