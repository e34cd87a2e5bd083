"""What agreements and decisions say: figures, decisions by nobody named, what is only noted, extension by itself."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from samverkan.check import check
from samverkan.duties.duty import DutyKind
from samverkan.duties.rows import rows
from samverkan.workspace.standing import Standing, standing_of
from tests.test_what_documents_say import TODAY, shown

if TYPE_CHECKING:
    from pathlib import Path

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
        ({"decisions": [{"paragraph": "§ 12", "type": "adopted"}]}, "Beslut § 12, fastställande."),
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
