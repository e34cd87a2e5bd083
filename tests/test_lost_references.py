"""What a reference was meant to lead to where it leads nowhere, or to something of another kind."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check

if TYPE_CHECKING:
    from pathlib import Path

    from samverkan.findings import Finding

PICTURE = """\
samverkan: 1
kind: situation-picture
id: bild-{year}
title: Lägesbild {year}
parties:
  - {{id: kommunen, type: municipality, code: "9901", name: Exempelby kommun}}
date: {year}-02-01
sources:
  - {{id: mätning, title: Trygghetsmätningen, type: survey}}
  - {{id: dialog, title: Dialog om trygghet på torget, type: citizen-dialogue}}
  - {{id: vandring, title: Vandring på torget, type: citizen-dialogue}}
problems:
  - {{id: torg, title: Otryggt torg, priority: prioritised, evidence: {evidence}}}
  - {{id: bråk, title: Bråk vid kiosken, priority: watched, evidence: {evidence}}}
"""
CAUSES = """\
samverkan: 1
kind: cause-analysis
id: orsaker-2024
title: Orsaksanalys 2024
parties:
  - {id: kommunen, type: municipality, code: "9901", name: Exempelby kommun}
picture: bild-2024
date: 2024-03
analyses:
  - problem: torg
    causes:
      - {id: mörker, text: Det är mörkt.}
      - {id: tomt, text: Få vuxna rör sig där.}
"""
PLAN = """\
samverkan: 1
kind: action-plan
id: plan-2024
title: Åtgärdsplan 2024
parties:
  - {id: kommunen, type: municipality, code: "9901", name: Exempelby kommun}
by: kommunen
PICTUREcause_analysis: orsaker-2024
period: {from: 2024-04, until: 2024-12}
goals:
  - {id: ljusare, text: Fler ska vara trygga på torget, problems: torg, deadline: 2024-12}
measures:
  - {id: lampor, title: Byta lampor, causes: CAUSE, goals: ljusare, who: {party: kommunen}, until: 2024-12}
  - {id: värdar, title: Anställa värdar, causes: CAUSE, goals: ljusare, who: {party: kommunen}, until: 2024-12}
"""
RULES = {"unknown-reference", "wrong-kind-reference", "duplicate-id", "unknown-key"}


def told(folder: Path, **files: str) -> list[Finding]:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return [one for one in check([str(folder)], date(2024, 6, 1)).findings if one.rule in RULES]


def lines_to_write(found: list[Finding]) -> list[str | None]:
    return [one.edit.text if one.edit else None for one in found]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("trygghetsmätningen", "mätning"),
        ("dialog-trygghet", "dialog"),
        ("dialog-om-trygghet-2023", "dialog"),
        ("torget-2024", None),
        ("på", None),
    ],
)
def test_words_of_a_title_lead_to_what_has_it(written: str, meant: str | None, tmp_path: Path) -> None:
    found = told(tmp_path, bild=PICTURE.format(year=2024, evidence=f"[mätning, {written}]"))
    assert {one.rule for one in found} == {"unknown-reference"}
    assert lines_to_write(found[:1]) == [meant]


def plan(*causes: str, picture: str = "picture: bild-2024\n") -> str:
    first, second = causes * (3 - len(causes))
    return PLAN.replace("PICTURE", picture).replace("CAUSE", first, 1).replace("CAUSE", second, 1)


def picture(year: int = 2024) -> str:
    return PICTURE.format(year=year, evidence="mätning")


def test_a_problem_is_looked_for_in_the_newest_picture_where_none_is_named(tmp_path: Path) -> None:
    agreement = (
        "samverkan: 1\nkind: agreement\nid: avtal-2024\ntitle: Avtal\nparties:\n"
        '  - {id: kommunen, type: municipality, code: "9901", name: Exempelby kommun}\n'
        "  - {id: polisen, type: police, name: Lokalpolisområde Exempel}\n"
        "goals:\n  - {id: tryggt, text: Fler är trygga., problems: torg}\n"
    )
    pictures = {f"bild_{year}": picture(year) + "agreement: avtal-2024\n" for year in (2023, 2024)}
    found = told(tmp_path, avtal=agreement, **pictures)
    assert lines_to_write(found) == ["bild-2024#torg"]


@pytest.mark.parametrize(
    ("written", "meant", "help_"),
    [
        ("torg", "tomt", "dit hör mörker, tomt."),
        ("ljusare", None, "Rätta id:t."),
        ("bråk", None, "Rätta id:t."),
    ],
)
def test_what_belongs_to_a_part_of_another_kind_is_named(
    written: str, meant: str | None, help_: str, tmp_path: Path
) -> None:
    found = told(tmp_path, bild=picture(), orsaker=CAUSES, plan=plan(written, "mörker"))
    assert [one.rule for one in found] == ["wrong-kind-reference"]
    assert lines_to_write(found) == [meant]
    assert help_ in found[0].help.say("sv")


def test_the_cause_that_bears_the_id_of_another_gets_the_one_that_is_asked_for(tmp_path: Path) -> None:
    copied = CAUSES.replace("id: tomt", "id: mörker")
    (found,) = told(tmp_path, bild=picture(), orsaker=copied, plan=plan("mörker", "tomt"))
    assert (found.rule, found.file.rpartition("/")[2]) == ("duplicate-id", "orsaker.yaml")
    assert lines_to_write([found]) == ["tomt"]


def test_of_two_ids_that_are_asked_for_none_is_guessed(tmp_path: Path) -> None:
    copied = CAUSES.replace("id: tomt", "id: mörker")
    found = told(tmp_path, bild=picture(), orsaker=copied, plan=plan("tomt", "glest"))
    assert [one.rule for one in found] == ["duplicate-id", "unknown-reference", "unknown-reference"]
    assert lines_to_write(found[:1]) == ["få-vuxna-rör"]


def test_an_id_that_was_changed_is_told_where_it_stands(tmp_path: Path) -> None:
    renamed = plan("mörker", "tomt").replace("id: ljusare", "id: ljust-torg")
    (found,) = told(tmp_path, bild=picture(), orsaker=CAUSES, plan=renamed)
    assert (found.rule, found.path, lines_to_write([found])) == ("unknown-reference", ("goals", 0, "id"), ["ljusare"])


def test_an_id_that_is_misspelt_twice_is_told_where_it_is_misspelt(tmp_path: Path) -> None:
    goals = "  - {id: lugnare, text: Färre bråk ska ske på torget, problems: torg, deadline: 2024-12}\nmeasures:"
    both = plan("mörker", "tomt").replace("measures:", goals).replace("goals: ljusare", "goals: ljusar")
    third = "  - {id: fest, title: Fest, causes: tomt, goals: ljusare, who: {party: kommunen}, until: 2024-12}\n"
    found = told(tmp_path, bild=picture(), orsaker=CAUSES, plan=both + third)
    assert [one.path[-2:] for one in found] == [(0, "goals"), (1, "goals")]
    assert lines_to_write(found) == ["ljusare", "ljusare"]


def test_an_id_that_was_changed_in_another_document_is_told_there(tmp_path: Path) -> None:
    renamed = CAUSES.replace("id: tomt", "id: få-vuxna")
    third = "  - {id: fest, title: Fest, causes: tomt, goals: ljusare, who: {party: kommunen}, until: 2024-12}\n"
    found = told(tmp_path, bild=picture(), orsaker=renamed, plan=plan("mörker", "tomt") + third)
    assert [(one.rule, one.file.rpartition("/")[2]) for one in found] == [("unknown-reference", "orsaker.yaml")]
    assert lines_to_write(found) == ["tomt"]
    assert [other.file.rpartition("/")[2] for other in found[0].related] == ["plan.yaml"]


def test_what_is_called_as_something_of_another_kind_is_found(tmp_path: Path) -> None:
    named = PICTURE.format(year=2024, evidence="trygghetsmätningen").replace("id: bråk", "id: trygghetsmätningen")
    found = told(tmp_path, bild=named)
    assert {one.rule for one in found} == {"wrong-kind-reference"}
    assert lines_to_write(found[:1]) == ["mätning"]
