"""The fingerprint of a text, to the letter: codes stand on signed papers, so they never change by themselves."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

from samverkan.model.fingerprint import fingerprint, is_same, short
from samverkan.model.kinds import model_of
from samverkan.model.survey import survey
from tests.conftest import plain

AGREEMENT = """\
samverkan: 1
kind: agreement
id: avtal
title: Överenskommelse
parties:
  - {id: polisen, type: police, name: Lokalpolisområde Ek}
  - {id: kommunen, type: municipality, name: Ek, contact: a@ek.se}
validity: {from: 2024, until: 2026}
purposes: ["Trygghet[^lag]."]
forums: [{id: rådet, name: Rådet, status: existing}]
focus_areas: [{id: torg, title: Torg}]
commitments:
  - {id: rond, by: kommunen, text: Gå ronder.}
references:
  - {id: lag, title: Lagen}
  - {id: bok, title: En bok som ingen nämner}
originals: {count: 2, one_each: true}
signatures:
  date: 2024-01-15
  signatories: [{party: polisen, name: Kim Ek}]
"""
PLAN = """\
samverkan: 1
kind: action-plan
id: plan
title: Plan
period: {from: 2024, until: 2026}
goals: [{id: mål, text: Fler är trygga.}]
measures: [{id: åtgärd, title: Ljus, goals: [mål]}]
"""
CANONICAL = (
    '{"commitments":[{"by":["kommunen"],"text":"G\\u00e5 ronder."}],"focus_areas":[{"id":"torg","title":"Torg"}],'
    '"forums":[{"id":"r\\u00e5det","name":"R\\u00e5det","status":"existing"}],"id":"avtal","kind":"agreement",'
    '"language":"sv","originals":{"count":"2","one_each":true},'
    '"parties":[{"id":"polisen","name":"Lokalpolisomr\\u00e5de Ek","type":"police"},'
    '{"id":"kommunen","name":"Ek","type":"municipality"}],"purposes":[{"text":"Trygghet[^lag]."}],'
    '"references":[{"id":"lag","title":"Lagen"}],'
    '"signatures":{"signatories":[{"name":"Kim Ek","party":"polisen"}]},'
    '"title":"\\u00d6verenskommelse","validity":{"from":"2024","until":"2026"}}'
)
"""What counts of it, as it has been counted since the first code was printed."""


def code(text: str) -> str:
    data: dict[str, Any] = plain(text)
    return fingerprint(model_of(data["kind"]).model_validate(data))


def test_it_is_of_just_this() -> None:
    assert code(AGREEMENT) == hashlib.sha256(CANONICAL.encode()).hexdigest()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (", contact: a@ek.se", ""),
        (", status: existing", ""),
        ("{id: rond, ", "{id: annat, "),
        ("{id: rond, ", "{"),
        ("  - {id: bok, title: En bok som ingen nämner}\n", ""),
        ("  date: 2024-01-15\n", "  place: Ek\n  date: 2024-02-20\n"),
    ],
)
def test_what_is_no_part_of_the_text_changes_nothing(old: str, new: str) -> None:
    assert old in AGREEMENT
    assert code(AGREEMENT.replace(old, new)) == code(AGREEMENT)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Gå ronder.", "Gå rond."),
        ("status: existing", "status: planned"),
        ("title: Lagen", "title: En lag"),
        ("one_each: true", "one_each: false"),
        ("count: 2", "count: 3"),
        ("until: 2026", "until: 2027"),
        ("id: torg, ", "id: gata, "),
        ("Kim Ek", "Lo Ek"),
        ("[^lag]", ""),
    ],
)
def test_what_is_agreed_counts(old: str, new: str) -> None:
    assert old in AGREEMENT
    assert code(AGREEMENT.replace(old, new)) != code(AGREEMENT)


def test_an_id_that_the_text_itself_refers_to_counts() -> None:
    text = PLAN.replace("id: mål", "id: syfte").replace("[mål]", "[syfte]")
    assert code(text) != code(PLAN)
    assert code(PLAN.replace("id: åtgärd", "id: annan")) == code(PLAN)


def test_people_read_the_first_half_of_a_half_of_it() -> None:
    whole = "0123456789abcdef" * 4
    assert short(whole) == "0123-4567-89ab-cdef"
    assert is_same(short(whole), whole)
    assert is_same(whole, whole)
    assert not is_same("0123-4567-89ab-cdee", whole)
    assert not is_same(whole[:16], whole)


def test_what_is_known_of_the_text_beforehand_gives_the_same() -> None:
    model = model_of("agreement").model_validate(plain(AGREEMENT))
    assert fingerprint(model, survey(model)) == fingerprint(model)
