"""What agreements and decisions say: figures, decisions by nobody named, what is only noted, extension by itself."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from samverkan.check import check
from samverkan.duties.duty import DutyKind
from samverkan.duties.rows import rows
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.rendering import Rendering
from samverkan.workspace.standing import Standing, standing_of
from tests.test_what_documents_say import PARTIES, TODAY, shown

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

BUDGET_2017 = {"period": 2017, "value": 200000}
YEARS = {"from": "2019-01-01", "until": "2020-12-31"}


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (
            {"figures": [{"title": "budget", "values": [BUDGET_2017, {"period": 2018, "value": 210000}]}]},
            "Budget: 200 000 (2017), 210 000 (2018)",
        ),
        ({"decisions": [{"date": "2019-03-04", "paragraph": "§ 12"}]}, "Beslut den 4 mars 2019, § 12."),
        ({"decisions": [{"date": "2019-03-04", "paragraph": "§ 12"}]}, "**Beslut:** den 4 mars 2019, § 12"),
        ({"decisions": [{"paragraph": "§ 12", "type": "adopted"}]}, "Beslut om fastställande, § 12."),
        ({"decisions": [{"date": "2019-03", "type": "revised"}]}, "Beslut om ändring i mars 2019."),
        ({"decisions": [{"date": "2019-03"}]}, "Beslut i mars 2019."),
        (
            {"decisions": [{"body": "Slutmötet", "date": "2019-03-04", "type": "revised"}]},
            "Ändring: Slutmötet den 4 mars 2019.",
        ),
        (
            {"decisions": [{"body": "Kommunstyrelsen", "date": "2019-03", "paragraph": "12"}]},
            "**Beslut:** Kommunstyrelsen i mars 2019, § 12",
        ),
        ({"validity": {"from": "efter sommaren 2014", "until": 2019}}, "gäller efter sommaren 2014 till och med 2019."),
        ({"validity": {"length": "P4Y", "text": "fyra år från beslutet"}}, "**Gäller:** fyra år från beslutet"),
        ({"validity": "Gäller från undertecknandet"}, "Överenskommelsen gäller från undertecknandet."),
        ({"validity": "Avtalet gäller fyra år."}, "Överenskommelsen gäller fyra år."),
        ({"validity": {"from": 2019, "text": "Fem år"}}, "Överenskommelsen gäller från 2019 (Fem år)."),
        ({"validity": "Planen gäller 2019"}, "Överenskommelsen gäller Planen gäller 2019."),
        ({"decisions": ["Godkänd av rådet"]}, "Godkänd av rådet."),
        ({"decisions": [{"party": "kommunen", "date": "2019-03"}]}, "Lessebo kommun beslutade i mars 2019."),
        (
            {"decisions": [{"body": "Kommunfullmäktige", "date": "2019-03-04", "type": "informed"}]},
            "Kommunfullmäktige informerades om dokumentet den 4 mars 2019.",
        ),
        (
            {"decisions": [{"body": "Nämnden", "date": "2019-03-04", "type": "noted", "paragraph": "§ 2"}]},
            "Nämnden noterade dokumentet den 4 mars 2019, § 2.",
        ),
        ({"decisions": [{"date": "2019-03-04", "type": "noted"}]}, "Notering den 4 mars 2019."),
    ],
)  # fmt: skip
def test_agreements_say_what_they_say(tmp_path: Path, said: dict[str, Any], words: str) -> None:
    """Each is said as in the document, and is no error."""
    text, errors = shown("agreement", tmp_path, **said)
    assert words in text.replace("\N{NO-BREAK SPACE}", " ")
    assert not errors & {"missing-key", "unknown-key", "bad-choice"}


@pytest.mark.parametrize("kind", ["agreement", "action-plan", "citizen-promise"])
def test_what_is_noted_is_not_decided(tmp_path: Path, kind: str) -> None:
    """A document that a body only noted is not called decided anywhere."""
    noted = [{"body": "Kommunstyrelsen", "date": "2018-03-04", "type": "noted"}]
    text, _ = shown(kind, tmp_path, decisions=noted)
    assert "eslutad" not in text
    assert "Kommunstyrelsen noterade dokumentet" in text


@pytest.mark.parametrize(
    ("extension", "words", "due"),
    [
        (
            {"automatic": True, "length": "P2Y", "notice_before_end": "P6M"},
            "med två år i taget, om överenskommelsen inte sägs upp senast sex månader före giltighetstidens slut.",
            date(2028, 6, 30),
        ),
        (
            {"automatic": True, "length": "P1Y", "notice_by": "2020-10-01"},
            "om överenskommelsen inte sägs upp senast den 1 oktober 2020.",
            date(2027, 10, 1),
        ),
        ({"automatic": True, "length": "P1Y"}, "med ett år i taget, om överenskommelsen inte sägs upp.", None),
        ({"automatic": True, "notice_by": "2020-10-01"}, "förlängs automatiskt, om överenskommelsen", None),
    ],
)
def test_an_agreement_that_goes_on_has_not_expired(
    tmp_path: Path, extension: dict[str, Any], words: str, due: date | None
) -> None:
    """What is extended unless somebody gives notice applies until then; the next day to do so is listed."""
    signed = {"date": "2018-12-01", "signatories": [{"party": "kommunen", "name": "Lo Berg"}]}
    text, _ = shown("agreement", tmp_path, validity={**YEARS, "extension": extension}, signatures=signed)
    assert words in text
    assert "2020-12-31" not in text
    assert "den 31 december 2020, förlängs därefter automatiskt" in text
    result = check([str(tmp_path)], TODAY)
    assert standing_of(result.workspaces[0].documents[0], TODAY) is Standing.IN_FORCE
    found = {row.duty.due for row in rows(result.workspaces, TODAY) if row.duty.clock is DutyKind.RENEWAL}
    assert (found == {due}) if due else not found


def test_an_agreement_that_may_be_extended_has_expired(tmp_path: Path) -> None:
    """Where somebody has to act, the end that is stated is the end."""
    shown("agreement", tmp_path, validity={**YEARS, "extension": {"length": "P2Y", "notice_before_end": "P6M"}})
    document = check([str(tmp_path)], TODAY).workspaces[0].documents[0]
    assert standing_of(document, TODAY) is Standing.PAST
    assert (
        "Uppsägning ska ske senast sex månader före giltighetstidens slut."
        in shown("agreement", tmp_path, validity={**YEARS, "extension": {"length": "P2Y", "notice_before_end": "P6M"}})[
            0
        ]
    )


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"period": "2019–2021"}, "Åtagandet gäller 2019–2021."),
        ({"period": {"from": "höstterminen 2025"}}, "Åtagandet gäller från höstterminen 2025."),
        ({"resources": "200 000 kr per år"}, "**Resurser:** 200 000 kr per år"),
    ],
)
def test_a_commitment_has_a_time_and_a_cost(tmp_path: Path, said: dict[str, Any], words: str) -> None:
    """When a commitment begins and ends, and what it costs, is told with it."""
    text, _ = shown("agreement", tmp_path, commitments=[{"by": "kommunen", "text": "Ha en fältgrupp.", **said}])
    assert words in text


def test_a_commitment_is_counted_within_its_time(tmp_path: Path) -> None:
    """What is done every year is counted from the commitment's own start to its own end."""
    period = {"from": "2026-03-01", "until": "2027-06-30"}
    commitment = {"id": "rond", "by": "kommunen", "text": "Gå ronder.", "cadence": "yearly", "period": period}
    shown("agreement", tmp_path, validity="2020–2030", commitments=[commitment])
    found = [
        row.duty.due
        for row in rows(check([str(tmp_path)], TODAY).workspaces, TODAY)
        if row.duty.clock is DutyKind.COMMITMENT
    ]
    assert found == [date(2027, 3, 1)]


def test_a_party_has_representatives_and_contacts(tmp_path: Path) -> None:
    """Who represents a party stands with it, in the preamble and in the table of parties alike."""
    ours = {"id": "kommunen", "type": "municipality", "code": "0761", "name": "Lessebo kommun"}
    ours |= {"represented_by": "Anna Ek, kommundirektör", "contact": "trygghet@lessebo.se"}
    parties = [{"id": "polisen", "type": "police", "name": "Lokalpolisområde Nybro"}, ours]
    for kind in ("agreement", "action-plan"):
        text, errors = shown(kind, tmp_path, parties=parties)
        assert "(företräds av Anna Ek, kommundirektör)" in text.replace("**", "")
        assert "**Kontakt:** trygghet@lessebo.se (Lessebo kommun)" in text.replace("<", "").replace(">", "")
        assert not errors & {"unknown-key"}


@pytest.mark.parametrize(
    ("rule", "section"),
    [
        ("agreement-without-causes", {"title": "Orsaker", "text": "Rånen beror på att torget är mörkt."}),
        ("agreement-without-causes", {"text": "Vi arbetar mot de bakomliggande orsakerna."}),
        ("agreement-without-goals", {"title": "Mål", "text": "Färre inbrott."}),
        ("agreement-without-documentation", {"text": "Arbetet dokumenteras i minnesanteckningar."}),
        ("agreement-without-follow-up", {"title": "Uppföljning", "text": "Parterna träffas varje höst."}),
        ("agreement-without-purposes", {"title": "Syfte", "text": "Färre brott."}),
        ("agreement-without-focus-areas", {"title": "Prioriterade områden", "text": "Ungas uppväxt."}),
        ("agreement-without-council", {"text": "Frågorna tas upp i trygghetsrådet, som kommunen leder."}),
        ("agreement-without-coordination", {"text": "Kommunens samordnare håller ihop arbetet."}),
    ],
)
def test_what_a_section_says_is_not_said_to_be_missing(tmp_path: Path, rule: str, section: dict[str, str]) -> None:
    """A rule that something is not said looks for it in the words and headings of the author too."""
    found = []
    for sections in ({}, {"sections": [section if "title" in section else {"title": "Annat", **section}]}):
        shown("agreement", tmp_path, validity={"from": 2025, "until": 2027}, **sections)
        found.append(rule in {one.rule for one in check([str(tmp_path)], TODAY).findings})
    assert found == [True, False]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (
            {"follow_up": {"reporting": {"to": ["Kommunstyrelsen", "Trygghetsrådet", "Styrgruppen Trygg"]}}},
            "rapporteras till kommunstyrelsen, Trygghetsrådet och Styrgruppen Trygg.",
        ),
        (
            {"follow_up": {"cadence": "yearly", "text": "Då prövas även målen."}},
            "Uppföljning görs årligen. 2.2 Då prövas även målen.",
        ),
        (
            {"decisions": [{"body": "Lessebo kommunstyrelse", "party": "kommunen", "date": "2019-03-04"}]},
            "Lessebo kommunstyrelse beslutade den 4 mars 2019.",
        ),
        (
            {"decisions": [{"body": "Kommunstyrelsen", "party": "kommunen", "date": "2019-03-04"}]},
            "Kommunstyrelsen i Lessebo kommun beslutade den 4 mars 2019.",
        ),
        (
            {"figures": [{"title": "rån", "values": [{"period": "2017", "value": 9, "note": "Beror på en serie."}]}]},
            "Rån: 9 (2017: Beror på en serie)",
        ),
    ],
)
def test_names_and_sentences_keep_their_form(tmp_path: Path, said: dict[str, Any], words: str) -> None:
    """Nothing is doubled, and no name or sentence gets a letter that the author did not write."""
    text, _ = shown("agreement", tmp_path, **said)
    assert words in text


def test_a_finished_agreement_says_what_its_own_file_says(tmp_path: Path) -> None:
    """Neither the day nor a later agreement that extends it changes a letter of an agreement."""
    validity = {"from": 2019, "until": 2022, "extended": [{"until": 2024, "date": "2022-10-01"}]}
    before, _ = shown("agreement", tmp_path, validity=validity)
    later: dict[str, Any] = {"samverkan": "1", "kind": "agreement", "id": "två", "title": "Två", "extends": ["ett"]}
    later |= {"parties": PARTIES, "validity": "2025–2026", "signatures": {"date": "2024-12-01"}}
    (tmp_path / "två.yaml").write_text(json.dumps(later), encoding="utf-8")
    for day in (date(2020, 1, 1), TODAY):
        around = check([str(tmp_path)], day).workspaces[0]
        first = next(document for document in around.documents if document.id == "ett")
        text = Rendering(first, around, day).to(DocumentFormat.MD).decode()
        assert " ".join(text.split()) == before
    assert "förlängdes den 1 oktober 2022 till och med 2024" in before


def test_rows_without_a_day_are_counted(tmp_path: Path, run: Callable[..., Outcome]) -> None:
    """The line that counts rows counts those that no clock can count too."""
    shown("agreement", tmp_path, validity="2020–2030", follow_up={"reporting": {"to": "Kommunfullmäktige"}})
    told = run("followup", str(tmp_path), "--all", "--today", "2026-11-20", "--lang", "sv").out
    assert "Utan bestämt datum (2)" in told
    assert "Utan bestämt datum: 2." in " ".join(told.split())
