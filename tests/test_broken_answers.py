"""What is kept from run to run and is something else than it should be counts as not there."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check, without_documents
from samverkan.duties.rows import rows
from samverkan.gather import read_one
from samverkan.kept import sealed
from samverkan.large.facts import Facts, facts_from_plain, kinds_by_id
from samverkan.large.kept_facts import KeptFacts
from samverkan.large.kept_parts import Answer, KeptParts
from samverkan.large.reading import LastingHeld, facts_of
from samverkan.output.duties.ics import rows_calendar
from samverkan.source.files import find_files
from samverkan.told_json import from_plain, to_plain
from tests.conftest import SMALL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

FACTS = Facts(is_ours=True, is_document=True, is_whole=True, id="a", kind="agreement")
WRONG = [1, [1, 2], [True, True, True, None, None, [1], [], [], False], {"is_ours": True}]


@pytest.mark.parametrize("plain", WRONG)
def test_facts_that_are_something_else(plain: object) -> None:
    with pytest.raises(ValueError, match=r"int|list|dict|1"):
        facts_from_plain(plain)


@pytest.mark.parametrize(
    "plain",
    [[], {"facts": {}}, {"facts": {"k": [1]}, "answers": {}}, {"facts": {}, "answers": {"k": [1]}}],
)
def test_parts_of_a_workspace(tmp_path: Path, plain: object) -> None:
    whole = KeptParts(tmp_path, tmp_path)
    whole.write()
    assert not (tmp_path / "checks").exists(), "there is nothing to keep yet"
    whole.note({"k": FACTS}, {"g": Answer({"ids": "1"}, [])})
    whole.write()
    again = KeptParts(tmp_path, tmp_path)
    assert (again.facts, list(again.answers)) == ({"k": FACTS}, ["g"])
    (path,) = tmp_path.glob("checks/*.parts.json")
    path.write_bytes(sealed(plain, path.name))
    broken = KeptParts(tmp_path, tmp_path)
    assert (broken.facts, broken.answers) == ({}, {})


@pytest.mark.parametrize("plain", [[], {"0": [1]}])
def test_facts_of_files(tmp_path: Path, plain: object) -> None:
    whole = KeptFacts(tmp_path, tmp_path)
    names = [str(number) for number in range(30)]
    for name in names:
        whole.note(name, FACTS)
    whole.write(frozenset(names))
    assert KeptFacts(tmp_path, tmp_path).get("0") == FACTS
    (path,) = tmp_path.glob("checks/*.facts.json")
    path.write_bytes(sealed(plain, path.name))
    assert KeptFacts(tmp_path, tmp_path).get("0") is None


def test_what_a_check_told(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(SMALL, encoding="utf-8")
    told = without_documents(check([str(tmp_path)], date(2024, 6, 1)))
    plain = json.loads(json.dumps(to_plain(told)))
    assert [one.message.say("sv") for one in from_plain(plain, {}).findings] == [
        one.message.say("sv") for one in told.findings
    ]
    text = json.dumps(plain)
    assert '"related": [[' in text
    with pytest.raises(ValueError, match="list"):
        from_plain(json.loads(text.replace('"related": [[', '"related": [["x", 1, 2], [')), {})


def test_a_document_without_an_id_shares_none_and_has_no_kind_to_be_found_by(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(SMALL.replace("id: avtal-2024\n", ""), encoding="utf-8")
    (source,) = find_files([str(tmp_path)])
    facts = facts_of(source, *read_one(source, source.read()))
    assert facts.id is None
    assert not any(one.startswith("id ") for one in facts.shares)
    assert kinds_by_id([facts, FACTS]) == {"a": "agreement"}


def test_no_more_documents_are_kept_than_there_is_room_for(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text(SMALL.replace("avtal-2024", name), encoding="utf-8")
    one, other = find_files([str(tmp_path)])
    held = LastingHeld(most=1)
    first = held.take(one, one.read())
    assert held.take(one, one.read()) is first
    held.take(other, other.read())
    assert held.take(one, one.read()) is not first


def test_a_calendar_holds_days_alone_and_tells_duties_that_are_alike_apart(tmp_path: Path) -> None:
    forums = "forums: [{name: Rådet, cadence: yearly}, {name: Gruppen, when: vid behov}]\n"
    signed = "signatures: {date: 2024-01-15, signatories: [{party: polisen, name: Kim Ek}]}\n"
    for name in ("ett", "två"):  # the same agreement in two workspaces
        (tmp_path / name).mkdir()
        (tmp_path / name / "samverkan.yaml").write_text("samverkan: 1\nkind: workspace\n", encoding="utf-8")
        text = SMALL.replace("until: 2026", "until: 9999-12-31") + forums + signed
        (tmp_path / name / "a.yaml").write_text(text, encoding="utf-8")
    today = date(9999, 6, 1)
    every = rows(check([str(tmp_path)], today).workspaces, today)
    calendar = rows_calendar(every, today, "sv").decode()
    timed = [row for row in every if row.duty.due is not None]
    assert len(timed) < len(every)
    names = [line for line in calendar.splitlines() if line.startswith("UID:")]
    assert len(names) == len(set(names)) == len(timed)
    assert any(name.endswith("-2@samverkan") for name in names)
    assert "DTSTART;VALUE=DATE:99991231" in calendar
    assert "Gruppen" not in calendar


def test_of_very_many_municipalities_the_first_are_told_and_the_others_counted(
    run: Callable[..., Outcome], tmp_path: Path
) -> None:
    towns = "".join(f"  - {{id: k{i}, type: municipality, name: Ort{i} kommun}}\n" for i in range(52))
    text = SMALL.replace('  - {id: kommunen, type: municipality, code: "9901", name: Exempelby kommun}\n', towns)
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    told = run("law", "--today", "2024-06-01").out
    assert "Ytterligare 2 kommuner visas inte här." in told


def test_of_a_very_long_thread_the_first_is_shown_and_the_rest_counted(
    run: Callable[..., Outcome], tmp_path: Path
) -> None:
    areas = "".join(f"  - {{id: p{i}, title: Plats {i}}}\n" for i in range(5100))
    (tmp_path / "a.yaml").write_text(SMALL + areas, encoding="utf-8")
    told = run("show", "--today", "2024-06-01").out
    assert "Plats 2000" in told
    assert "Plats 5099" not in told


def test_what_is_piped_in_is_called_that_in_workflows(run: Callable[..., Outcome]) -> None:
    told = run("validate", "-", "--format", "github", stdin=SMALL.replace("title:", "titel:", 1).encode()).out
    assert "::group::<stdin>" in told
