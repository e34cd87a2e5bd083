"""Slips of which there are few: what is told of them, what can be pasted, and where nothing can."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from samverkan.source.edits import applied

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from samverkan.findings import Finding
    from tests.conftest import Outcome

TODAY = date(2024, 6, 1)
POLICE = "  - {id: polisen, type: police, name: Lokalpolisområde Exempel}\n"
PARTIES = f'parties:\n{POLICE}  - {{id: kommunen, type: municipality, code: "9901", name: Exempelby kommun}}\n'
BARE = "samverkan: 1\nkind: agreement\nid: avtal\ntitle: Avtal\nvalidity: {from: 2024, until: 2027}\n"
AGREEMENT = BARE + PARTIES
NAMED = "samverkan: 1\nkind: action-plan\nid: plan\ntitle: Plan\nagreement: avtal\nperiod: {from: 2024, until: 2025}\n"
PLAN = NAMED.replace("agreement: avtal\n", PARTIES) + "measures:\n"
CAUSES = (
    f"samverkan: 1\nkind: cause-analysis\nid: orsaker\ntitle: Orsaker\ndate: 2024-03\n{PARTIES}"
    "analyses:\n  - problem_text: Narkotika\n    causes:\n"
)
MEASURE = """\
  - id: klippa
    title: Klippa buskar
    cause_text: Skymd sikt
    operative_goal: Fri sikt
    who: [{party: kommunen, role: Gatuchef}]
    until: 2024-09
"""
LIGHT = MEASURE.replace("klippa", "ljus").replace("Klippa buskar", "Nytt ljus")


def told(folder: Path, *texts: str) -> tuple[Finding, ...]:
    for number, text in enumerate(texts):
        (folder / f"{number}.yaml").write_text(text, encoding="utf-8")
    return check([str(folder)], TODAY).findings


def found(folder: Path, rule: str, *texts: str) -> list[Finding]:
    return [one for one in told(folder, *texts) if one.rule == rule]


def mended(text: str, finding: Finding) -> str:
    assert finding.edit is not None
    return applied(text, finding.edit)


def said(finding: Finding) -> str:
    return f"{finding.message.say('sv')} {finding.help.say('sv')}"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (
            "purposes:\n•\tFärre brott.\n•\tÖkad trygghet.\nbackground: Länge.\nannexes:\n•\tKarta\n",
            "purposes:\n  - Färre brott.\n  - Ökad trygghet.\nbackground: Länge.\nannexes:\n  - Karta\n",
        ),
        ("purposes:\n- Färre brott.\n•\tFler ute.\n", "purposes:\n- Färre brott.\n- Fler ute.\n"),
        ("purposes:\n  - Färre brott.\n  •\tFler ute.\n", "purposes:\n  - Färre brott.\n  - Fler ute.\n"),
    ],
)
def test_items_with_bullets_stand_below_their_key_or_with_those_above(tmp_path: Path, written: str, meant: str) -> None:
    (finding,) = found(tmp_path, "tab", AGREEMENT + written)
    assert mended(AGREEMENT + written, finding) == AGREEMENT + meant


def test_bullets_below_a_text_are_no_list_of_a_key(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, "tab", AGREEMENT + "introduction: Vi vill\n•\tFärre brott.\n•\tFler ute.\n")
    assert (finding.span.line, finding.edit) == (10, None)
    assert "på rad 10, 11" in said(finding)


@pytest.mark.parametrize(
    ("lines", "help_said"),
    [
        ("diarienummer: KS 2024/12  # kommunens\n", "`case_number: KS 2024/12`"),
        (
            "sections: [{title: Omfattning, text: Hela kommunen.}]\nSamordning: Vi arbetar ihop i en styrgrupp.\n",
            "Egna avsnitt (`sections`)",
        ),
        ("note: Gäller även helger.\n", "`provenance`, `validity` eller `figures`"),
    ],
)
def test_what_belongs_elsewhere_and_cannot_be_put_there_is_told_in_words(
    tmp_path: Path, lines: str, help_said: str
) -> None:
    (finding,) = found(tmp_path, "unknown-key", AGREEMENT + lines)
    assert help_said in said(finding)
    assert finding.edit is None


def test_settings_have_no_place_for_a_case_number(tmp_path: Path, run: Callable[..., Outcome]) -> None:
    (tmp_path / "samverkan.yaml").write_text("samverkan: 1\nkind: workspace\ndiarienummer: KS 1\n", encoding="utf-8")
    (tmp_path / "avtal.yaml").write_text(AGREEMENT, encoding="utf-8")
    assert "rad 3: Nyckeln ”diarienummer” finns inte" in " ".join(run("validate", ".").err.split())


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("bilaga: Karta, Budget\n", "annexes: [Karta, Budget]\n"),
        ("bilaga: Se kartan, den är ny.\n", 'annexes: ["Se kartan, den är ny."]\n'),
        (
            "priority areas: Otrygga platser, Unga, Brott i nära relationer\n",
            "focus_areas: [Otrygga platser, Unga, Brott i nära relationer]\n",
        ),
    ],
)
def test_names_between_commas_are_items_and_a_sentence_is_one(tmp_path: Path, line: str, meant: str) -> None:
    (finding,) = found(tmp_path, "unknown-key", AGREEMENT + line)
    assert mended(AGREEMENT + line, finding) == AGREEMENT + meant


@pytest.mark.parametrize("above", ["", MEASURE])
def test_items_that_belong_in_a_list_further_down_are_moved_there(tmp_path: Path, above: str) -> None:
    head, terms = PLAN.removesuffix("measures:\n"), "follow_up:\n  cadence: yearly\n  text: Varje höst.\n"
    text = f"{head}{terms}{LIGHT}measures:\n{MEASURE}{above.replace('klippa', 'gallra').replace('Klippa', 'Gallra')}"
    (finding,) = found(tmp_path, "yaml-syntax", text)
    assert "hör det här till Åtgärder (`measures`), men det står under Uppföljning" in said(finding)
    assert mended(text, finding) == text.replace(LIGHT, "") + LIGHT


def test_items_that_belong_in_a_list_in_brackets_are_not_moved(tmp_path: Path) -> None:
    listed = "measures: [{id: klippa, title: Klippa, cause_text: Skymd, operative_goal: Fri, who: [kommunen]}]\n"
    terms = "follow_up:\n  cadence: yearly\n  text: Varje höst.\n"
    (finding,) = found(tmp_path, "yaml-syntax", PLAN.removesuffix("measures:\n") + listed + terms + LIGHT)
    assert finding.edit is None


def test_an_item_of_its_own_list_that_stands_too_far_in_is_not_told_of_as_in_the_wrong_one(tmp_path: Path) -> None:
    text = PLAN + MEASURE + "".join(f" {line}\n" for line in LIGHT.splitlines())
    (finding,) = found(tmp_path, "yaml-syntax", text)
    assert "indragen för långt eller för lite" in said(finding)
    assert mended(text, finding) == PLAN + MEASURE + LIGHT


def test_one_that_stands_further_in_than_many_is_the_one_that_is_wrong(tmp_path: Path) -> None:
    causes = [f"    - id: orsak-{n}\n      text: Orsak nummer {n}.\n      effect: risk\n" for n in range(6)]
    last = "".join(f"  {line}\n" for line in causes[-1].splitlines())
    text = CAUSES + "".join(causes[:-1]) + last
    (finding,) = found(tmp_path, "yaml-syntax", text)
    assert mended(text, finding) == CAUSES + "".join(causes)


@pytest.mark.parametrize(
    "item",
    [
        "  - {problem: [droger, klotter], causes: [{id: a, text: Mörkt.}]}\n",
        "  - problem:\n      - droger\n      - klotter\n    causes: [{id: a, text: Mörkt.}]\n",
    ],
)
def test_two_problems_of_an_analysis_are_parted_only_where_they_stand_on_a_line(tmp_path: Path, item: str) -> None:
    text = CAUSES.partition("  - problem")[0] + item
    (finding,) = found(tmp_path, "bad-reference", text)
    assert "”droger, klotter” är flera" in said(finding)
    assert finding.edit is None


def rows(*lines: str) -> str:
    return "".join(f"  {line}\n" for line in lines)


@pytest.mark.parametrize(
    ("head", "meant"),
    [
        ("Område | Text", ("- {title: Platser, text: Otryggt.}", "- {title: Unga, text: Utsatta.}")),
        ("Område | Qwerty", ()),
        ("Qwerty | Text", ()),
    ],
)
def test_a_table_whose_heads_are_no_words_for_keys_is_not_written_as_items(
    tmp_path: Path, head: str, meant: tuple[str, ...]
) -> None:
    text = AGREEMENT + "focus_areas:\n" + rows(head, "Platser | Otryggt.", "Unga | Utsatta.")
    (finding,) = found(tmp_path, "yaml-syntax", text)
    assert "tabell med lodstreck" in said(finding)
    if meant:
        assert mended(text, finding) == AGREEMENT + "focus_areas:\n" + rows(*meant)
    else:
        assert finding.edit is None


TABLE = rows("Titel | Till | Vem", "Belysning | 2024-10 | kommunen", "Klippning | 2024-09 | kommunen")


def test_a_table_in_a_document_of_an_unknown_kind_is_told_of_in_words(tmp_path: Path) -> None:
    text = PLAN.replace("action-plan", "planen") + TABLE + MEASURE
    (finding,) = found(tmp_path, "yaml-syntax", text)
    assert (finding.span.line, finding.edit) == (text[: text.index("  Titel")].count("\n") + 1, None)


def test_what_is_wrong_with_the_items_below_a_table_is_told_of_later(tmp_path: Path) -> None:
    text = PLAN + TABLE + "  - {id: x, title: Nytt, qwerty: 4}\n"
    (finding,) = found(tmp_path, "yaml-syntax", text)
    put_right = mended(text, finding)
    assert "  - {title: Klippning, until: 2024-09, who: {party: kommunen}}\n  - {id: x," in put_right
    assert [one.path for one in found(tmp_path, "unknown-key", put_right)] == [("measures", 2, "qwerty")]


@pytest.mark.parametrize(("size", "is_written"), [(4, True), (20, False)])
def test_a_long_table_with_other_words_in_every_head_is_told_of_in_words(
    tmp_path: Path, size: int, *, is_written: bool, run: Callable[..., Outcome]
) -> None:
    each = [f"Ljus {n} | Mörker | Ljust vid stationen | Gatuchef" for n in range(size)]
    text = PLAN + rows("Åtgärd | Problemet i text | Operativt mål | Ansvarig", *each) + MEASURE
    (finding,) = found(tmp_path, "yaml-syntax", text)
    assert (finding.edit is not None) is is_written
    assert ("- {title: Ljus 3, problem_text: Mörker," in run("validate", "0.yaml").out) is is_written


CAUSE = "      - id: ett\n        text: Droger bjuds ut.\n"


@pytest.mark.parametrize(
    "item",
    [
        CAUSE.replace("id:", "qwerty:") + "        effect: risk\n        text: Konton byts.\n        effect: risk\n",
        CAUSE + "        text: Konton byts.\n        effect: risk\n        effect: protective\n",
        CAUSE.replace("- id", "-\n        id")
        + "        effect: risk\n        text: Konton byts.\n        effect: risk\n",
    ],
)
def test_keys_that_stand_twice_in_an_item_with_another_beginning_are_told_of_one_by_one(
    tmp_path: Path, item: str
) -> None:
    again = found(tmp_path, "duplicate-key", CAUSES + item)
    assert ["`text` står två gånger" in said(one) for one in again] == [True, False]
    assert {one.edit for one in again} == {None}


def test_keys_that_stand_twice_in_braces_without_indents_are_told_of_one_by_one(tmp_path: Path) -> None:
    head = ",\n".join(line for line in PLAN.splitlines()[:4])
    measure = '{\n"id": "ett",\n"title": "Ljus",\n"until": "2024-09",\n"title": "Buskar",\n"until": "2024-10"\n}'
    again = found(tmp_path, "duplicate-key", f'{{{head},\n"measures": [\n{measure}]\n}}\n')
    assert [one.edit for one in again] == [None, None]


def test_the_first_line_that_an_item_has_lost_is_known_past_a_list_in_the_one_above(tmp_path: Path) -> None:
    text = (
        PLAN + "  - id: ljus\n    who:\n      - party: kommunen\n    title: Ljus\n    until: 2024-09\n"
        "    title: Klippa buskar\n    until: 2024-10\n"
    )
    (finding,) = found(tmp_path, "duplicate-key", text)
    assert "dess första rad saknas, den med `- id:`" in said(finding)
    assert "    until: 2024-09\n  - id: klippa-buskar\n    title: Klippa buskar\n" in mended(text, finding)


DECISION = "{body: Kommunstyrelsen, date: 2024-01-08}"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (f"\n  # Den första.\n  - {DECISION}", f"\n  - {DECISION}"),
        (f" [{DECISION}]", f" [{DECISION}]"),
        (f"\n  [{DECISION}]", f"\n  - {DECISION}"),
        (" Kommunstyrelsen", f" {DECISION}"),
    ],
)
def test_two_values_that_are_not_written_as_items_are_for_the_author_to_put_together(
    tmp_path: Path, first: str, second: str
) -> None:
    text = f"{AGREEMENT}decisions:{first}\nbackground: Länge.\ndecisions:{second}\n"
    (finding,) = found(tmp_path, "duplicate-key", text)
    assert finding.edit is None
    assert "Behåll en av dem, eller slå ihop innehållet." in said(finding)


def test_two_values_within_braces_are_for_the_author_to_put_together(tmp_path: Path) -> None:
    text = PLAN + "  - {id: ett, title: Ljus, who: {party: kommunen}, who: {party: polisen}}\n"
    (finding,) = found(tmp_path, "duplicate-key", text)
    assert (finding.span.column, finding.edit) == (52, None)


@pytest.mark.parametrize(
    ("who", "is_told"),
    [
        ("\n      - party: kommunen\n      - role: Gatuchef", True),
        ("\n      - {party: kommunen}\n      - role: Gatuchef", False),
        ("\n      - party: kommunen\n      -\n        role: Gatuchef", False),
    ],
)
def test_only_a_hyphen_before_a_role_on_its_line_parts_it_from_its_party(
    tmp_path: Path, who: str, *, is_told: bool
) -> None:
    text = PLAN + MEASURE.replace(" [{party: kommunen, role: Gatuchef}]", who)
    assert bool(found(tmp_path, "parted-from-party", text)) is is_told


def test_an_office_is_not_told_of_where_no_party_is_of_its_type(tmp_path: Path) -> None:
    region = "  - {id: regionen, type: region, name: Region Exempel}\n"
    decisions = "decisions: [{body: Kommunstyrelsen, party: polisen, date: 2024-01-08}]\n"
    assert found(tmp_path, "office-of-another-party", BARE + "parties:\n" + POLICE + region + decisions) == []
    assert found(tmp_path, "office-of-another-party", AGREEMENT + decisions)


@pytest.mark.parametrize(
    ("role", "meant"),
    [
        ("lokalpolisområdeschef", "{party: polisen, name: Kim Ek, role: lokalpolisområdeschef}"),
        ("verksamhetschef", "{name: Kim Ek, role: verksamhetschef}"),
    ],
)
def test_a_role_in_the_name_of_who_signs_tells_the_party_where_only_one_has_such(
    tmp_path: Path, role: str, meant: str
) -> None:
    signatories = f'  signatories:\n    - {{name: "Kim Ek, {role}"}}\n    - {{party: kommunen, name: Lo Berg}}\n'
    text = f"{AGREEMENT}signatures:\n  date: 2024-01-15\n  place: Exempelby\n{signatories}"
    (finding,) = found(tmp_path, "role-in-name", text)
    assert f"    - {meant}\n" in mended(text, finding)


def test_a_party_is_unknown_where_the_agreement_has_none(tmp_path: Path) -> None:
    plan = NAMED + "measures:\n" + MEASURE.replace("party: kommunen, role: Gatuchef", "party: komunen")
    (finding,) = found(tmp_path, "unknown-party", BARE, plan)
    assert "Skriv en parts id, eller skriv in parten under Parter (`parties`)" in said(finding)
    assert "who: [{role: komunen}]" in mended(plan, finding)


def test_what_is_planned_for_the_first_time_years_before_has_an_old_year(tmp_path: Path) -> None:
    planned = "planned_documents:\n  - {kind: situation-picture, first_by: 2014-03}\n"
    (finding,) = found(tmp_path, "deadline-before-start", AGREEMENT + planned)
    assert "Första gången, mars 2014, ligger före dokumentets början, 2024." in said(finding)
    assert "first_by: 2024-03}" in mended(AGREEMENT + planned, finding)
    assert not found(tmp_path, "deadline-before-start", AGREEMENT + planned.replace("2014-03", "2023-12"))


@pytest.mark.parametrize(
    ("body", "until", "count"),
    [("Kommunstyrelsen", 2023, 1), ("Kommunfullmäktige", 2023, 0), ("Kommunstyrelsen", 2025, 0)],
)
def test_only_a_decision_of_the_same_body_on_what_had_ended_is_that_of_the_document_before(
    tmp_path: Path, body: str, until: int, count: int
) -> None:
    decision = "decisions: [{body: %s, date: 2020-02-20}]\n"
    new = AGREEMENT.replace("validity", "supersedes: gammalt\nvalidity") + decision % "Kommunstyrelsen"
    old = AGREEMENT.replace("id: avtal", "id: gammalt").replace("2024, until: 2027", f"2020, until: {until}")
    assert len(found(tmp_path, "decision-of-predecessor", new, old + decision % body)) == count


@pytest.mark.parametrize("key", ["supersedes", "extends", "part_of"])
def test_no_document_is_what_another_reference_of_its_own_means(tmp_path: Path, key: str) -> None:
    text = AGREEMENT.replace("validity", f"{key}: avtalet\nvalidity")
    (finding,) = found(tmp_path, "unknown-reference", text)
    assert finding.edit is None
    assert "Menade du" not in said(finding)
