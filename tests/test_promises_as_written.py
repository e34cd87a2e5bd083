"""Promises, plans and follow-ups say what is written in whole and true words, and each thing once."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from samverkan.check import check
from samverkan.model.dates import Cadence, CoarseDate
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.rendering import Rendering
from tests.conftest import EXAMPLES, ROOT
from tests.rendered import rendered
from tests.test_plans_as_written import PARTIES, TODAY, document, names, shown

if TYPE_CHECKING:
    from pathlib import Path

WORKSPACE = ROOT / "tests" / "workspace"


@pytest.mark.parametrize(
    ("said", "is_asked"),
    [
        ({"date": "2022-10-04", "period": None}, False),
        ({"date": None, "period": {"from": "2021"}}, False),
        ({"date": "2022-10-04", "period": {"from": "2022", "until": "2027"}}, True),
        ({"date": "2025-10-04", "period": None}, True),
        ({"date": None, "period": None}, True),
    ],
)
def test_the_law_asks_nothing_of_a_plan_of_a_time_before_it(
    said: dict[str, Any], is_asked: bool, tmp_path: Path
) -> None:
    found = names(tmp_path, document("action-plan", measures=[{"title": "Ronder"}], **said))
    assert ("plan-without-decision" in found) == is_asked


def test_a_promise_applies_until_the_next(tmp_path: Path) -> None:
    text = shown(tmp_path, document("citizen-promise", period={"until": "next"}))
    assert "Gäller till nästa löfte" in text


def test_how_firmly_something_is_promised_has_a_label_or_is_a_sentence(tmp_path: Path) -> None:
    promises = [
        {"text": "Vi lyssnar.", "strength": "shall"},
        {"text": "Kommunen bör bygga.", "strength": "should"},
        {"text": "Vi ringer.", "strength": "should"},
        {"text": "Vi möts.", "strength": "as-needed"},
        {"text": "Vi talar vid behov.", "strength": "as-needed"},
    ]
    text = shown(tmp_path, document("citizen-promise", promises=promises))
    assert "**:**" not in text
    assert "**Ska eller bör:** ska" in text
    assert "Vi ringer. Detta bör göras. ###" in text
    assert text.count("Detta bör göras.") == 1
    assert "Vi möts. Vid behov." in text
    assert text.count("Vid behov.") == 1


def test_a_number_alone_is_no_heading(tmp_path: Path) -> None:
    promises = [{"id": "a", "number": "1", "text": "Vi lyssnar."}, {"number": "Löfte 2", "text": "Vi syns."}]
    promise = document("citizen-promise", promises=promises)
    text = shown(tmp_path, promise)
    assert "### Löfte 1 Vi lyssnar. ### Löfte 2 Vi syns." in text
    outcomes = [{"item": "a", "result": "reached"}]
    follow_up = document("follow-up", reviews=[{"document": "citizen-promise"}], outcomes=outcomes)
    assert "- **Vad:** Löfte 1 Vi lyssnar. - **Utfall:** genomfört" in shown(tmp_path, follow_up, promise)


def test_what_an_outcome_is_of_is_not_guessed(tmp_path: Path) -> None:
    results = ("reached", "partly", "not-reached", "not-assessed", "reached", "ongoing")
    outcomes: list[dict[str, Any]] = [{"title": f"Sak {i}", "result": result} for i, result in enumerate(results)]
    outcomes[3]["why_not"] = "Uppgift saknas."
    outcomes[0] |= {"target": {"value": 80}, "unit": "per-cent"}
    text = shown(tmp_path, document("follow-up", outcomes=outcomes))
    assert "| Sak 0 | uppnått | **Målvärde:** 80 procent |" in text
    assert "Annat: 1 av 5 uppnådda eller genomförda (1 uppnått eller genomfört, 1 delvis, 1 pågår, " in text
    assert "1 inte uppnått eller genomfört, 1 inte bedömt)" in text


def test_people_with_titles_are_told_apart_and_a_colour_begins_a_line(tmp_path: Path) -> None:
    said = {"compiled_by": ["Jan Åberg, kommunpolis", "Mia Holst, samordnare"]}
    text = shown(tmp_path, document("follow-up", assessment={"text": "Bra.", "light": "yellow"}, **said))
    assert "**Sammanställd av:** Jan Åberg, kommunpolis; Mia Holst, samordnare" in text
    assert " Gul Bra." in text


@pytest.mark.parametrize(
    ("terms", "told"),
    [
        ({"cadence": "yearly", "when": "i november varje år"}, "Uppföljning görs i november varje år."),
        ({"cadence": "yearly", "when": "varje år i maj"}, "Uppföljning görs varje år i maj."),
        ({"cadence": "yearly", "when": "i november"}, "Uppföljning görs årligen i november."),
        ({"cadence": "quarterly", "when": "i november varje år"}, "Uppföljning görs kvartalsvis i november varje år."),
        ({"cadence": "P3W"}, "Uppföljning görs var tredje vecka."),
    ],
)
def test_how_often_is_said_once(terms: dict[str, str], told: str, tmp_path: Path) -> None:
    assert told in shown(tmp_path, document("action-plan", follow_up=terms))


@pytest.mark.parametrize(
    ("written", "sv", "en"),
    [
        ("P2Y", "vartannat år", "every 2 years"),
        ("P1M", "varje månad", "every month"),
        ("at-least-P6W", "minst var sjätte vecka", "at least every 6 weeks"),
        ("P3Y", "vart tredje år", "every 3 years"),
        ("P18M", "med 18 månaders mellanrum", "every 18 months"),
    ],
)
def test_the_time_between_is_said_as_people_say_it(written: str, sv: str, en: str) -> None:
    cadence = Cadence.parse(written)
    assert (cadence.say("sv"), cadence.say("en")) == (sv, en)


def test_the_words_for_a_period_are_not_repeated(tmp_path: Path) -> None:
    period = {"until": "2018", "text": "från och med antagandet t.o.m. 2018"}
    text = shown(tmp_path, document("action-plan", period=period))
    assert "**Period:** Från och med antagandet t.o.m. 2018" in text
    more = {"from": "2018-05", "until": "2019", "text": "våren 2018 och 2019"}
    assert "maj 2018 till och med 2019 (våren 2018 och 2019)" in shown(tmp_path, document("action-plan", period=more))


def test_one_of_something_is_singular(tmp_path: Path) -> None:
    outcome = {"title": "Krogtillsyn", "value": 1, "unit": "gånger", "counts": [{"title": "Ronder", "value": 2}]}
    assert "**I siffror:** 1 gång<br>" in shown(tmp_path, document("follow-up", outcomes=[outcome, {"title": "B"}]))


def test_a_forum_that_is_no_name_has_a_small_letter(tmp_path: Path) -> None:
    forums = [{"id": "a", "name": "Arbetsgruppen"}, {"id": "b", "name": "Brottsförebyggande rådet"}]
    plan = document("action-plan", forums=forums, follow_up={"forums": ["a", "b"]})
    assert "Uppföljningen sker i arbetsgruppen och Brottsförebyggande rådet." in shown(tmp_path, plan)


def test_titles_alone_are_a_list_and_no_empty_headings(tmp_path: Path) -> None:
    areas: list[dict[str, str]] = [{"id": "a", "title": "Centrum"}, {"id": "b", "title": "Hemmet"}]
    assert "- Centrum - Hemmet" in shown(tmp_path, document("action-plan", focus_areas=areas))
    areas[0]["text"] = "Mer ljus."
    assert "### Centrum Mer ljus. ### Hemmet" in shown(tmp_path, document("action-plan", focus_areas=areas))


def test_the_head_tells_of_both_the_decision_and_the_signing(tmp_path: Path) -> None:
    signatories = [{"party": party["id"], "name": "Bo Ek", "role": "Chef"} for party in PARTIES]
    said = {
        "decisions": [{"body": "Kommunstyrelsen", "date": "2017-03-07", "type": "adopted"}],
        "signatures": {"date": "2017-02", "signatories": signatories},
    }
    text = shown(tmp_path, document("action-plan", **said))
    assert "Undertecknad i februari 2017 · Beslutad den 7 mars 2017" in text


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("sportlovet 2023", date(2023, 2, 8), date(2023, 3, 15)),
        ("påsklovet 2023", date(2023, 3, 31), date(2023, 4, 16)),
        ("sommarlov 2023", date(2023, 6, 1), date(2023, 8, 31)),
        ("under höstlovet 2023", date(2023, 10, 25), date(2023, 11, 8)),
        ("jullovet 2023", date(2023, 12, 18), date(2023, 12, 31)),
        ("jullovet 2023/24", date(2023, 12, 1), date(2024, 1, 31)),
        ("the Christmas holidays 2023/24", date(2023, 12, 1), date(2024, 1, 31)),
        ("the Easter holidays of 2023", date(2023, 3, 31), date(2023, 4, 16)),
    ],
)
def test_school_holidays_are_times(said: str, first: date, last: date) -> None:
    day = CoarseDate.parse(said)
    assert (day.first, day.last) == (first, last)
    assert said in day.say("sv")


_SLIPS = re.compile(
    r"\*\*:\*\*|: :|(?<!\.)\.\.(?!\.)| ,|, ,|,\.| \.(?!\d)|\(\s*\)|\bNone\b|\b(\w{3,}) \1\b|^\s*(?:[-*+]|#+)\s*$",
    re.MULTILINE,
)
"""Empty labels, doubled signs and words, a space before a sign, empty brackets, bullets and headings."""


@pytest.mark.parametrize(
    "slip", ["- **:** Ska", "Det är.. så", "årligen årligen", "a , b", "## \n", "- \n- b", "är None"]
)
def test_slips_are_known_when_they_are_seen(slip: str) -> None:
    assert _SLIPS.search(slip)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize(
    "folder",
    [*(EXAMPLES / name for name in ("exempelkommun", "founding", "smallest")), WORKSPACE, ROOT / "tests" / "documents"],
    ids=lambda folder: str(folder.name),
)
def test_no_document_has_an_empty_label_or_a_doubled_word(folder: Path, language: str, tmp_path: Path) -> None:
    for file in folder.glob("*.yaml"):
        text = re.sub(r"^language:.*\n", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
        if "\nkind: workspace" not in text:
            text = re.sub(r"^(kind: .*)$", rf"\1\nlanguage: {language}", text, count=1, flags=re.MULTILINE)
        (tmp_path / file.name).write_text(text, encoding="utf-8")
    around = check([str(tmp_path)], TODAY).workspaces[0]
    shown = {one.file: Rendering(one, around, TODAY).to(DocumentFormat.MD).decode() for one in around.documents}
    assert shown
    assert {file: found[0] for file, text in shown.items() if (found := _SLIPS.search(text))} == {}


def test_one_is_not_told_in_the_plural() -> None:
    path = EXAMPLES / "exempelkommun" / "uppfoljning-2026.yaml"
    text = " ".join(rendered(path, DocumentFormat.MD).decode().split())
    assert "1 arbetsdagar" not in text
    assert "1 redovisningar" not in text
    assert "**I siffror:** 46 helgkvällar" in text
