"""What the law asks of municipalities: each paragraph shown, late or not shown, and before it applied."""

from __future__ import annotations

import json
import shutil
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from samverkan.check import check
from samverkan.duties.rows import rows
from samverkan.law.act import Answer, LawStatus, Paragraph
from samverkan.law.answers import MunicipalAnswers, all_answers
from samverkan.model.fingerprint import fingerprint
from samverkan.model.load import load
from samverkan.municipalities import named, present_code
from samverkan.words.sentence import LANGUAGES
from tests.conftest import EXAMPLES, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tests.conftest import Outcome

Plain = dict[str, Any]
SHOWN, DUE, LATE = LawStatus.SHOWN, LawStatus.DUE, LawStatus.LATE
NOT_SHOWN, NOT_FOR_A_FILE = LawStatus.NOT_SHOWN, LawStatus.NOT_FOR_A_FILE
TODAY = "2026-06-01"
POLICE: Plain = {"id": "polisen", "type": "police", "name": "Lokalpolisområde Exempel"}
TOWN: Plain = {"id": "kommunen", "type": "municipality", "code": "9901", "name": "Exempelby kommun"}
NEIGHBOUR: Plain = {"id": "grannen", "type": "municipality", "code": "9902", "name": "Grannby kommun"}
CHAIR = "Kommunstyrelsens ordförande"


def document(kind: str, name: str, **keys: Any) -> Plain:
    made = {"samverkan": 1, "kind": kind, "id": name, "title": f"Titeln {name}"}
    return made | {key.rstrip("_"): value for key, value in keys.items() if value is not None}


def agreement(name: str = "avtal", signed: str | None = "2024-01-15", **keys: Any) -> Plain:
    signatories = [
        {"party": "polisen", "name": "Kim Ek", "role": "Lokalpolisområdeschef"},
        {"party": "kommunen", "name": "Lo Berg", "role": CHAIR},
    ]
    usual: Plain = {
        "parties": [POLICE, TOWN],
        "validity": {"from": "2024-01-15", "until": "2027-12-31"},
        "purposes": ["Färre brott."],
        "focus_areas": [{"id": "platser", "title": "Otrygga platser"}],
        "signatures": {"date": signed, "signatories": signatories} if signed else None,
    }
    return document("agreement", name, **{**usual, **keys})


def picture(day: str, name: str = "bild", **keys: Any) -> Plain:
    usual: Plain = {
        "date": day,
        "parties": [TOWN],
        "survey": "Lugnt.",
        "other_information": ["Fler."],
        "analysis": "A.",
    }
    return document("situation-picture", name, **{**usual, **keys})


def plan(decided: str | None, name: str = "plan", body: str = "Kommunstyrelsen", **keys: Any) -> Plain:
    usual: Plain = {
        "parties": [TOWN],
        "period": {"from": "2025", "until": "2027"},
        "goals": [{"id": "tryggare", "text": "Fler är trygga."}],
        "decisions": [{"body": body, "date": decided}] if decided else None,
    }
    return document("action-plan", name, **{**usual, **keys})


def as_read(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: as_read(inner) for key, inner in value.items()}
    return [as_read(inner) for inner in value] if isinstance(value, list) else str(value)


def follow_up(of: Plain, day: str, name: str = "uppföljning", **keys: Any) -> Plain:
    model = load(as_read(of)).model
    assert model is not None
    reviewed = {"document": of["id"], "fingerprint": fingerprint(model)}
    outcomes = [{"item": "tryggare", "result": "partly"}] if of["kind"] == "action-plan" else None
    usual: Plain = {"date": day, "parties": [TOWN], "reviews": [reviewed], "outcomes": outcomes, "cooperation": "Bra."}
    return document("follow-up", name, **{**usual, **keys})


def council(**keys: Any) -> list[Plain]:
    return [{"id": "rådet", "name": "Rådet", "level": "strategic", "chair": CHAIR, **keys}]


def commitment(by: str = "kommunen", theme: str = "coordination") -> list[Plain]:
    return [{"id": "det", "by": by, "text": "Göra det.", "theme": theme}]


def write(folder: Path, documents: Sequence[Plain]) -> Path:
    for one in documents:  # JSON is YAML
        (folder / f"{one['id']}.yaml").write_text(json.dumps(one), encoding="utf-8")
    return folder


def told(folder: Path, today: str = TODAY) -> list[MunicipalAnswers]:
    day = date.fromisoformat(today)
    return all_answers(check([str(folder)], day).workspaces, day)


def answer(folder: Path, paragraph: Paragraph, today: str = TODAY, code: str = "9901") -> Answer | None:
    (one,) = (one for one in told(folder, today) if one.municipality.code == code)
    return next((answer for answer in one.answers if answer.paragraph is paragraph), None)


def joint_council(chair: str) -> Plain:
    return agreement(parties=[POLICE, TOWN, NEIGHBOUR], forums=council(chair=chair))


MADE, DECIDED = picture("2024-10-01"), plan("2025-03-12")
POLICE_PICTURE = picture("2026-01-01", "polisens", agreement="avtal", parties=None, by="polisen")
POLICE_PLAN = plan("2026-01-01", "polisens", agreement="avtal", parties=None, by="polisen")
BOTH = [POLICE, TOWN]
MEASURES = [
    {"id": "lampor", "title": "Lampor", "who": [{"party": "kommunen"}]},
    {"id": "patruller", "title": "Patruller", "who": [{"party": "polisen"}]},
]
SHARED = plan("2025-03-12", parties=BOTH, by="jointly", goals=None, measures=MEASURES)


def of_shared(by: str, item: str) -> Plain:
    return follow_up(SHARED, "2026-05-01", parties=BOTH, by=by, outcomes=[{"item": item, "result": "reached"}])


BY_TOWN, BY_POLICE = of_shared("kommunen", "lampor"), of_shared("polisen", "patruller")
HALF = of_shared("jointly", "patruller")
FOR_A_TERM = {"text": "Gäller per mandatperiod."}
OLD_PLAN = plan("2020-03-12", period={"from": "2020"})
CONTACT = "Trygghetssamordnaren, trygghet@exempelby.se"
PAST = {"from": "2019-01-01", "until": "2022-12-31"}
CASES: list[tuple[str, list[Plain], Paragraph, str, LawStatus | None, str | None]] = [
    ("none", [agreement()], Paragraph.PICTURE, TODAY, NOT_SHOWN, "2023-07-01"),
    ("one", [MADE], Paragraph.PICTURE, TODAY, SHOWN, None),
    ("before the law", [agreement(), picture("2022-10-01")], Paragraph.PICTURE, TODAY, NOT_SHOWN, "2023-07-01"),
    ("the police's", [agreement(), POLICE_PICTURE], Paragraph.PICTURE, TODAY, NOT_SHOWN, "2023-07-01"),
    ("later than today", [MADE], Paragraph.PICTURE, "2024-01-01", NOT_SHOWN, "2023-07-01"),
    ("a coarse date that has begun", [picture("2026")], Paragraph.PICTURE, TODAY, SHOWN, None),
    ("no law", [agreement(validity=PAST)], Paragraph.PICTURE, "2021-06-01", None, None),
    ("expired agreement", [agreement(validity=PAST)], Paragraph.PICTURE, TODAY, NOT_SHOWN, "2023-07-01"),
    ("not yet", [MADE], Paragraph.PICTURE_UPDATE, TODAY, DUE, "2026-10-01"),
    ("late", [MADE], Paragraph.PICTURE_UPDATE, "2026-10-02", LATE, "2026-10-01"),
    ("again", [MADE, picture("2026-02-01", "ny")], Paragraph.PICTURE_UPDATE, TODAY, SHOWN, "2028-02-01"),
    ("not by police", [agreement(), MADE, POLICE_PICTURE], Paragraph.PICTURE_UPDATE, TODAY, DUE, "2026-10-01"),
    ("nothing to update", [agreement()], Paragraph.PICTURE_UPDATE, TODAY, NOT_SHOWN, None),
    ("no law", [MADE], Paragraph.PICTURE_UPDATE, "2023-06-30", None, None),
    ("decided", [DECIDED], Paragraph.PLAN, TODAY, SHOWN, "2027-12-31"),
    ("without end", [plan("2025-03-12", period={"from": "2025"})], Paragraph.PLAN, TODAY, SHOWN, None),
    ("undecided", [plan(None)], Paragraph.PLAN, TODAY, NOT_SHOWN, "2024-07-01"),
    ("stated", [plan(None, status="decided")], Paragraph.PLAN, TODAY, SHOWN, "2027-12-31"),
    (
        "by the police",
        [plan("2025-03-12", body="Lokalpolisområdeschefen")],
        Paragraph.PLAN,
        TODAY,
        NOT_SHOWN,
        "2024-07-01",
    ),
    ("by a group", [plan("2025-03-12", body="Styrgruppen")], Paragraph.PLAN, TODAY, NOT_SHOWN, "2024-07-01"),
    ("police plan", [agreement(), POLICE_PLAN], Paragraph.PLAN, TODAY, NOT_SHOWN, "2024-07-01"),
    ("ended", [DECIDED], Paragraph.PLAN, "2028-01-01", LATE, "2027-12-31"),
    ("old, end untold", [OLD_PLAN], Paragraph.PLAN, TODAY, NOT_SHOWN, None),
    ("for a term", [plan("2025-03-12", period=FOR_A_TERM)], Paragraph.PLAN, TODAY, NOT_SHOWN, None),
    ("no period", [plan("2025-03-12", period=None)], Paragraph.PLAN, TODAY, SHOWN, None),
    ("ended before", [plan("2015-03-12", period=PAST)], Paragraph.PLAN, TODAY, NOT_SHOWN, "2024-07-01"),
    ("not asked for yet", [agreement()], Paragraph.PLAN, "2024-06-30", DUE, "2024-07-01"),
    ("no law", [DECIDED], Paragraph.PLAN, "2021-06-01", None, None),
    ("not yet", [DECIDED], Paragraph.PLAN_FOLLOW_UP, TODAY, DUE, "2027-03-12"),
    ("late", [DECIDED], Paragraph.PLAN_FOLLOW_UP, "2027-03-13", LATE, "2027-03-12"),
    ("done", [DECIDED, follow_up(DECIDED, "2026-05-01")], Paragraph.PLAN_FOLLOW_UP, TODAY, SHOWN, "2028-05-01"),
    ("own part", [SHARED, BY_TOWN], Paragraph.PLAN_FOLLOW_UP, TODAY, SHOWN, "2028-05-01"),
    ("the police's part", [SHARED, BY_POLICE], Paragraph.PLAN_FOLLOW_UP, TODAY, DUE, "2027-03-12"),
    ("half of it", [SHARED, HALF], Paragraph.PLAN_FOLLOW_UP, "2027-04-01", LATE, "2027-03-12"),
    (
        "of a text it does not say",
        [DECIDED, follow_up(DECIDED, "2026-05-01", reviews=[{"document": DECIDED["id"]}])],
        *(Paragraph.PLAN_FOLLOW_UP, "2027-03-13", NOT_SHOWN, "2027-03-12"),
    ),
    ("draft", [plan(None, status="draft")], Paragraph.PLAN_FOLLOW_UP, TODAY, NOT_SHOWN, None),
    ("no plan", [agreement()], Paragraph.PLAN_FOLLOW_UP, TODAY, NOT_SHOWN, None),
    ("ended", [DECIDED], Paragraph.PLAN_FOLLOW_UP, "2028-01-01", NOT_SHOWN, None),
    ("no law", [plan("2020-03-12", period={"from": "2020"})], Paragraph.PLAN_FOLLOW_UP, "2023-01-01", None, None),
    (
        "old plan",
        [plan("2020-03-12", period={"from": "2020", "until": "further-notice"})],
        Paragraph.PLAN_FOLLOW_UP,
        "2024-06-01",
        DUE,
        "2024-07-01",
    ),
    ("old, end untold", [OLD_PLAN], Paragraph.PLAN_FOLLOW_UP, TODAY, NOT_SHOWN, None),
    ("no period", [plan("2025-03-12", period=None)], Paragraph.PLAN_FOLLOW_UP, TODAY, DUE, "2027-03-12"),
    ("decided when", [plan(None, status="decided", period=None)], Paragraph.PLAN_FOLLOW_UP, TODAY, NOT_SHOWN, None),
    ("always", [MADE], Paragraph.INTEGRATION, TODAY, NOT_FOR_A_FILE, None),
    ("no law", [MADE], Paragraph.INTEGRATION, "2021-06-01", None, None),
    ("in force", [agreement()], Paragraph.AGREEMENTS, TODAY, SHOWN, None),
    (
        "signed before the law",
        [agreement(signed="2023-01-01", purposes=None)],
        Paragraph.AGREEMENTS,
        TODAY,
        SHOWN,
        None,
    ),
    ("for a term", [agreement(validity=FOR_A_TERM)], Paragraph.AGREEMENTS, TODAY, NOT_SHOWN, None),
    (
        "until then",
        [agreement(validity={"from": "2024", "until": "efter nästa val"})],
        Paragraph.AGREEMENTS,
        TODAY,
        NOT_SHOWN,
        None,
    ),
    (
        "old, end untold",
        [agreement(signed="2015-03-04", validity={"from": "2015"})],
        Paragraph.AGREEMENTS,
        TODAY,
        NOT_SHOWN,
        None,
    ),
    (
        "old, still said to be in force",
        [agreement(signed="2015-03-04", validity=FOR_A_TERM, status="in-force")],
        Paragraph.AGREEMENTS,
        TODAY,
        SHOWN,
        None,
    ),
    (
        "old, until further notice in words",
        [agreement(signed="2015-03-04", validity={"text": "Gäller tills vidare."})],
        Paragraph.AGREEMENTS,
        TODAY,
        SHOWN,
        None,
    ),
    (
        "old, limited in words",
        [agreement(signed="2015-03-04", validity={"text": "Tills vidare, dock längst till nästa val."})],
        Paragraph.AGREEMENTS,
        TODAY,
        NOT_SHOWN,
        None,
    ),
    (
        "old, goes on by itself",
        [
            agreement(
                signed="2015-03-04",
                validity={"from": "2015", "until": "2016", "extension": {"automatic": True, "length": "P1Y"}},
            )
        ],
        Paragraph.AGREEMENTS,
        TODAY,
        SHOWN,
        None,
    ),
    (
        "for four years from nobody knows when",
        [agreement(signed=None, status="signed", validity={"length": "P4Y"})],
        Paragraph.AGREEMENTS,
        TODAY,
        NOT_SHOWN,
        None,
    ),
    ("without purposes", [agreement(purposes=None)], Paragraph.AGREEMENTS, TODAY, NOT_SHOWN, None),
    ("unsigned", [agreement(signed=None)], Paragraph.AGREEMENTS, TODAY, NOT_SHOWN, None),
    ("stated", [agreement(signed=None, status="signed")], Paragraph.AGREEMENTS, TODAY, SHOWN, None),
    ("closed", [agreement(closed={"date": "2025"})], Paragraph.AGREEMENTS, TODAY, NOT_SHOWN, None),
    ("none", [MADE], Paragraph.AGREEMENTS, TODAY, NOT_SHOWN, None),
    ("no law", [agreement()], Paragraph.AGREEMENTS, "2021-06-01", None, None),
    ("led by the municipality", [agreement(forums=council())], Paragraph.COUNCIL, TODAY, SHOWN, None),
    ("nobody named", [agreement(forums=council(chair=None))], Paragraph.COUNCIL, TODAY, SHOWN, None),
    ("led by another", [joint_council("Grannby kommuns kommunalråd")], Paragraph.COUNCIL, TODAY, NOT_SHOWN, None),
    ("led by id", [joint_council("grannen")], Paragraph.COUNCIL, TODAY, NOT_SHOWN, None),
    ("led by itself", [joint_council("Exempelbys kommunalråd")], Paragraph.COUNCIL, TODAY, SHOWN, None),
    ("led in turn", [joint_council("Kommunerna turas om")], Paragraph.COUNCIL, TODAY, NOT_SHOWN, None),
    ("led by one of them", [joint_council(CHAIR)], Paragraph.COUNCIL, TODAY, SHOWN, None),
    ("led by the parties", [agreement(forums=council(chair="Parterna"))], Paragraph.COUNCIL, TODAY, NOT_SHOWN, None),
    (
        "led by the county",
        [agreement(forums=council(chair="Länsstyrelsen"))],
        *(Paragraph.COUNCIL, TODAY, NOT_SHOWN, None),
    ),
    (
        "led by the police",
        [agreement(forums=council(chair="Kommunpolisen"))],
        Paragraph.COUNCIL,
        TODAY,
        NOT_SHOWN,
        None,
    ),
    ("planned", [agreement(forums=council(status="planned"))], Paragraph.COUNCIL, TODAY, NOT_SHOWN, None),
    ("operative", [agreement(forums=council(level="operative"))], Paragraph.COUNCIL, TODAY, NOT_SHOWN, None),
    ("without it", [agreement(forums=council(members="polisen"))], Paragraph.COUNCIL, TODAY, NOT_SHOWN, None),
    (
        "by its name",
        [agreement(forums=council(level=None, name="Lokala brottsförebyggande rådet"))],
        *(Paragraph.COUNCIL, TODAY, SHOWN, None),
    ),
    ("no law", [agreement(forums=council())], Paragraph.COUNCIL, "2021-06-01", None, None),
    ("its own", [agreement(commitments=commitment())], Paragraph.COORDINATION, TODAY, SHOWN, None),
    ("the police's", [agreement(commitments=commitment("polisen"))], Paragraph.COORDINATION, TODAY, NOT_SHOWN, None),
    ("joint", [agreement(commitments=commitment("jointly"))], Paragraph.COORDINATION, TODAY, NOT_SHOWN, None),
    ("no law", [agreement(commitments=commitment())], Paragraph.COORDINATION, "2021-06-01", None, None),
    ("shown", [agreement(commitments=commitment(theme="communication"))], Paragraph.INFORMATION, TODAY, SHOWN, None),
    ("contact", [plan("2025-03-12", contact=CONTACT)], Paragraph.INFORMATION, TODAY, NOT_FOR_A_FILE, None),
    (
        "own",
        [agreement(parties=[POLICE, TOWN | {"contact": CONTACT}])],
        *(Paragraph.INFORMATION, TODAY, NOT_FOR_A_FILE, None),
    ),
    (
        "police",
        [agreement(parties=[POLICE | {"contact": CONTACT}, TOWN])],
        Paragraph.INFORMATION,
        TODAY,
        NOT_FOR_A_FILE,
        None,
    ),
    (
        "contact of a picture",
        [picture("2025-01-01", contact=CONTACT)],
        *(Paragraph.INFORMATION, TODAY, NOT_FOR_A_FILE, None),
    ),
    (
        "contact of old",
        [picture("2022-01-01", contact=CONTACT)],
        *(Paragraph.INFORMATION, TODAY, NOT_FOR_A_FILE, None),
    ),
    (
        "contact of the past",
        [plan("2019-03-12", contact=CONTACT, period=PAST)],
        *(Paragraph.INFORMATION, TODAY, NOT_FOR_A_FILE, None),
    ),
    (
        "the police's contact",
        [agreement(contact="Kommunpolisen")],
        *(Paragraph.INFORMATION, TODAY, NOT_FOR_A_FILE, None),
    ),
    ("unsaid", [agreement()], Paragraph.INFORMATION, TODAY, NOT_FOR_A_FILE, None),
    ("no law", [agreement()], Paragraph.INFORMATION, "2021-06-01", None, None),
    (
        "reported",
        [DECIDED, follow_up(DECIDED, "2026-05-01", reports=[{"to": "Kommunfullmäktige", "date": "2026-05-20"}])],
        *(Paragraph.LEADERSHIP, TODAY, SHOWN, None),
    ),
    (
        "reported by the police",
        [
            agreement(),
            follow_up(
                agreement(),
                "2026-05-01",
                reports=[{"to": "Kommunfullmäktige", "by": "polisen"}],
                parties=None,
                agreement="avtal",
            ),
        ],
        *(Paragraph.LEADERSHIP, TODAY, NOT_SHOWN, None),
    ),
    (
        "dealt with by the council",
        [DECIDED, follow_up(DECIDED, "2026-05-01", decisions=[{"body": "Kommunfullmäktige", "date": "2026-05-28"}])],
        *(Paragraph.LEADERSHIP, TODAY, SHOWN, None),
    ),
    (
        "dealt with by a board",
        [DECIDED, follow_up(DECIDED, "2026-05-01", decisions=[{"body": "Socialnämnden", "date": "2026-05-28"}])],
        *(Paragraph.LEADERSHIP, TODAY, NOT_SHOWN, None),
    ),
    ("not reported", [DECIDED], Paragraph.LEADERSHIP, TODAY, NOT_SHOWN, None),
    ("no law", [DECIDED], Paragraph.LEADERSHIP, "2021-06-01", None, None),
]


@pytest.mark.parametrize(
    ("documents", "paragraph", "today", "status", "due"),
    [pytest.param(*case[1:], id=f"{case[2].value}-{case[0]}".replace(" ", "-")) for case in CASES],
)
def test_a_paragraph_is_answered_by_the_documents(  # noqa: PLR0913, PLR0917 - a row of the table
    documents: list[Plain], paragraph: Paragraph, today: str, status: LawStatus | None, due: str | None, tmp_path: Path
) -> None:
    found = answer(write(tmp_path, documents), paragraph, today)
    assert (found.status if found else None) is status
    assert (str(found.due) if found and found.due else None) == due
    for language in LANGUAGES:
        for text in (found.says, found.to_do, *found.notes) if found else ():
            assert text.say(language).endswith(".")


def law_days(folder: Path) -> set[date | None]:
    today = date.fromisoformat(TODAY)
    return {row.duty.due for row in rows(check([str(folder)], today).workspaces, today) if row.duty.law}


def test_what_may_have_ended_is_told_and_not_counted(tmp_path: Path) -> None:
    spaces = write(tmp_path, [agreement(signed="2015-03-04", validity=FOR_A_TERM, forums=council())])
    agreements, led = (answer(spaces, one) for one in (Paragraph.AGREEMENTS, Paragraph.COUNCIL))
    assert agreements and led  # noqa: PT018
    why = "filen anger tiden bara med orden ”Gäller per mandatperiod”."
    assert agreements.says.say("sv") == f"Det går inte att avgöra om ”Titeln avtal” gäller nu: {why}"
    assert agreements.to_do.say("sv") == (
        "Skriv i filen till och med vilken dag överenskommelsen gäller, eller att den gäller tills vidare."
    )
    assert [one.document.id for one in agreements.evidence] == ["avtal"]
    assert led.status is NOT_SHOWN
    assert [note.say("sv") for note in led.notes] == [
        f"”Titeln avtal” räknas inte här, för det går inte att avgöra om den gäller nu: {why}"
    ]


def test_an_agreement_in_force_beside_one_that_may_have_ended_is_shown(tmp_path: Path) -> None:
    old = agreement("gammalt", signed="2015-03-04", validity=FOR_A_TERM)
    found = answer(write(tmp_path, [old, agreement()]), Paragraph.AGREEMENTS)
    assert found is not None
    assert found.status is SHOWN


def test_signing_anew_changes_nothing_of_pictures_and_plans(tmp_path: Path) -> None:
    asked = {Paragraph.PICTURE, Paragraph.PICTURE_UPDATE, Paragraph.PLAN, Paragraph.PLAN_FOLLOW_UP}
    write(tmp_path, [agreement(validity={"from": "2024-01-15", "until": "2026-01-14"}), MADE, DECIDED])
    before = [(one.status, one.due, one.since) for one in told(tmp_path)[0].answers if one.paragraph in asked]
    assert law_days(tmp_path) == {date(2026, 10, 1), date(2027, 3, 12)}
    validity = {"from": "2026-01-15", "until": "2029-12-31"}
    write(tmp_path, [agreement("nytt", "2026-01-15", supersedes="avtal", validity=validity)])
    after = [(one.status, one.due, one.since) for one in told(tmp_path)[0].answers if one.paragraph in asked]
    assert after == before
    assert law_days(tmp_path) == {date(2026, 10, 1), date(2027, 3, 12)}


def test_each_municipality_owes_its_own_and_what_is_joint_counts_for_each(tmp_path: Path) -> None:
    both = agreement(parties=[POLICE, TOWN, NEIGHBOUR])
    own = picture("2025-01-01", agreement="avtal", parties=None, by="kommunen")
    write(tmp_path, [both, own])
    assert answer(tmp_path, Paragraph.PICTURE).status is SHOWN  # type: ignore[union-attr]
    assert answer(tmp_path, Paragraph.PICTURE, code="9902").status is NOT_SHOWN  # type: ignore[union-attr]
    write(tmp_path, [picture("2025-06-01", "gemensam", agreement="avtal", parties=None, by="jointly")])
    shown = answer(tmp_path, Paragraph.PICTURE, code="9902")
    assert shown is not None
    assert shown.status is SHOWN
    assert "gemensamt för flera kommuner" in shown.notes[0].say("sv")
    decided = plan("2025-03-12", agreement="avtal", parties=None)
    write(tmp_path, [decided])
    joint = answer(tmp_path, Paragraph.PLAN, code="9902")
    assert joint is not None
    assert "Beslutet säger inte vilken kommun" in joint.notes[1].say("sv")
    mine = plan("2025-03-12", agreement="avtal", parties=None, by="jointly")
    mine["decisions"][0]["party"] = "kommunen"
    write(tmp_path, [mine])
    assert answer(tmp_path, Paragraph.PLAN).status is SHOWN  # type: ignore[union-attr]
    assert answer(tmp_path, Paragraph.PLAN, code="9902").status is NOT_SHOWN  # type: ignore[union-attr]


def test_a_picture_of_an_area_is_its_municipality_s(tmp_path: Path) -> None:
    area = {"id": "kommunen", "name": "Exempelby", "type": "municipality", "code": "9901"}
    part = {"id": "centrum", "name": "Centrum", "part_of": "kommunen"}
    write(tmp_path, [picture("2025-01-01", parties=None, areas=[area, part])])
    (one,) = told(tmp_path)
    assert (one.municipality.name, one.answers[0].status) == ("Exempelby", SHOWN)


def test_names_and_former_codes_are_one_municipality(tmp_path: Path) -> None:
    heby = {"id": "kommunen", "type": "municipality", "name": "Heby kommun"}
    write(tmp_path, [picture("2025-01-01", "a", parties=[heby])])
    write(tmp_path, [picture("2026-01-01", "b", parties=[{**heby, "code": "1917"}])])
    (one,) = told(tmp_path)
    assert one.municipality.code == "0331"
    assert present_code("9901") == "9901"
    found = named("Falu kommun")
    assert found is not None
    assert found.code == "2080"


def test_what_a_picture_lacks_by_law_is_named(tmp_path: Path) -> None:
    found = answer(write(tmp_path, [picture("2025-01-01", other_information=None, analysis=None)]), Paragraph.PICTURE)
    assert found is not None
    assert "annan information av betydelse i sammanhanget och en analys" in found.to_do.say("sv")


def test_the_law_says_nothing_of_a_newsletter_that_only_belongs_to_an_agreement(tmp_path: Path) -> None:
    news = picture("2025-01-01", parties=None, agreement="avtal", survey=None, other_information=None, analysis=None)
    write(tmp_path, [agreement(), news])
    assert not {f.rule for f in check([str(tmp_path)], date(2026, 6, 1)).findings} & {
        "picture-without-survey",
        "picture-without-other-information",
        "picture-without-analysis",
    }


@pytest.mark.parametrize("day", ["2020-01-01", "2021-06-01", "2023-06-30"])
def test_nothing_cites_the_law_before_it_applied(day: str) -> None:
    today = date.fromisoformat(day)
    result = check([str(EXAMPLES / "founding"), str(ROOT / "tests" / "workspace")], today)
    assert not [f for f in result.findings if "2023:196" in f.message.say("sv") + f.help.say("sv")]
    assert not [row for row in rows(result.workspaces, today) if "2023:196" in row.duty.reason.say("sv")]
    assert all(not one.answers for one in all_answers(result.workspaces, today))


@pytest.fixture
def alone(tmp_path: Path) -> Path:
    return write(tmp_path, [MADE, DECIDED])


def test_the_page_of_one_municipality(alone: Path, run: Callable[..., Outcome]) -> None:
    page = run("law", "--today", TODAY, "--lang", "sv", COLUMNS="200")
    assert page.code == 0
    assert "4 §  Lägesbild: visat" in page.out
    assert "beslutad av kommunstyrelsen den 12 mars 2025: plan.yaml:1" in page.out
    assert "13 §  Ledning och rapport till fullmäktige: inte visat i den här mappen" in page.out
    assert "ingen juridisk rådgivning" in " ".join(page.out.split())
    assert "aldrig" not in page.out.casefold()
    read = json.loads(run("law", "--today", TODAY, "--format", "json", "--lang", "sv").out)
    (one,) = read["municipalities"]
    assert (one["code"], one["name"], len(one["paragraphs"])) == ("9901", "Exempelby kommun", 10)
    assert one["paragraphs"][1]["evidence"][0]["file"] == "plan.yaml"
    assert "Lagen gällde inte än" in run("law", "--today", "2021-06-01", "--lang", "sv").out
    assert alone.is_dir()


def test_the_page_as_files(alone: Path, run: Callable[..., Outcome]) -> None:
    markdown = run("law", "--today", TODAY, "--format", "md").out
    assert "](plan.yaml)" in markdown
    made = run("law", "--today", TODAY, "--format", "html", "--out", "ut/sida")
    assert made.code == 0, made.err
    assert 'href="../../plan.yaml"' in (alone / "ut" / "sida" / "law-9901.html").read_text(encoding="utf-8")
    assert run("law", "--today", TODAY, "--format", "pdf").code == 0
    assert (alone / "build" / "law-9901.pdf").read_bytes().startswith(b"%PDF")
    before = run("law", "--today", "2021-06-01", "--format", "md", "--lang", "sv").out
    assert "Lagen gällde inte än" in before


def test_several_municipalities_give_a_table_first(tmp_path: Path, run: Callable[..., Outcome]) -> None:
    write(tmp_path, [agreement(parties=[POLICE, TOWN, NEIGHBOUR]), MADE])
    page = run("law", "--today", TODAY, "--lang", "sv", COLUMNS="200").out
    assert page.index("6 § bild") < page.index("Exempelby kommun (9901)") < page.index("Grannby kommun (9902)")
    assert "## 1 Översikt" in run("law", "--today", TODAY, "--format", "md", "--lang", "sv").out
    only = run("law", "--municipality", "9902", "--today", TODAY, "--lang", "sv").out
    assert "Exempelby kommun (9901)" not in only


def test_wrong_use_and_nothing_to_answer_for(tmp_path: Path, run: Callable[..., Outcome]) -> None:
    assert run("law").code == 3
    write(tmp_path, [MADE])
    wrong = run("law", "--municipality", "9902", "--lang", "sv")
    assert wrong.code == 2
    assert "Menade du 9901?" in wrong.err
    shutil.rmtree(tmp_path / "annat", ignore_errors=True)
    (tmp_path / "annat").mkdir()
    write(tmp_path / "annat", [picture("2025-01-01", parties=None)])
    none = run("law", "annat")
    assert none.code == 3
    assert "type: municipality" in none.err


def test_contradictory_decisions_are_told_with_both_places(tmp_path: Path) -> None:
    twice = [{"body": "Kommunstyrelsen", "date": "2025-03-12"}, {"body": "kommunstyrelsen", "date": "2025-04-12"}]
    named = plan(None, decisions=twice, picture="bild")
    write(tmp_path, [picture("2025-06-01"), named])
    found = {f.rule: f for f in check([str(tmp_path)], date.fromisoformat(TODAY)).findings}
    assert [other.file.rpartition("/")[2] for other in found["plan-decided-twice"].related] == ["plan.yaml"]
    assert [other.file.rpartition("/")[2] for other in found["plan-decided-before-picture"].related] == ["bild.yaml"]


def test_what_a_joint_document_leaves_open_is_said(tmp_path: Path) -> None:
    write(tmp_path, [joint_council(CHAIR) | {"contact": CONTACT, "commitments": commitment(theme="communication")}])
    led, spread = answer(tmp_path, Paragraph.COUNCIL), answer(tmp_path, Paragraph.INFORMATION)
    assert led is not None
    assert spread is not None
    assert "vilken av kommunerna som leder rådet" in led.notes[0].say("sv")
    assert [one.path[0] for one in spread.evidence] == ["commitments"]
    assert "kontaktpunkt" in spread.to_do.say("sv")


def test_a_council_for_each_municipality_is_each_one_s_own(tmp_path: Path) -> None:
    found = council(per_municipality="true")
    write(tmp_path, [agreement(parties=[POLICE, TOWN, NEIGHBOUR], forums=found)])
    for code in ("9901", "9902"):
        led = answer(tmp_path, Paragraph.COUNCIL, code=code)
        assert led is not None
        assert (led.status, led.notes) == (SHOWN, ())


def test_a_council_that_another_leads_is_named_but_not_counted(tmp_path: Path) -> None:
    write(tmp_path, [joint_council("Grannby kommuns kommunalråd")])
    found = answer(tmp_path, Paragraph.COUNCIL)
    assert found is not None
    assert "Grannby kommuns kommunalråd" in found.notes[0].say("sv")
    assert "Grannby kommuns kommunalråd" in found.evidence[0].says.say("sv")


def test_a_municipality_s_own_follow_up_is_enough_for_it_alone(tmp_path: Path) -> None:
    three = [POLICE, TOWN, NEIGHBOUR]
    joint = {**SHARED, "parties": three}
    own = follow_up(
        joint, "2026-05-01", parties=three, by="kommunen", outcomes=[{"item": "lampor", "result": "reached"}]
    )
    write(tmp_path, [joint, own])
    found = answer(tmp_path, Paragraph.PLAN_FOLLOW_UP)
    assert found is not None
    assert found.due == date(2028, 5, 1)
    assert found.evidence[0].document.id == "uppföljning"
    assert "kommunens del" in found.notes[0].say("sv")
    other = answer(tmp_path, Paragraph.PLAN_FOLLOW_UP, code="9902")
    assert other is not None
    assert (other.status, other.due) == (DUE, date(2027, 3, 12))
    today = date.fromisoformat(TODAY)
    (row,) = (one for one in rows(check([str(tmp_path)], today).workspaces, today) if one.duty.paragraph == "6")
    assert "Grannby kommun" in row.duty.reason.say("sv")
    assert "Exempelby kommun" not in row.duty.reason.say("sv")


def test_each_municipality_begins_on_a_new_page(tmp_path: Path, run: Callable[..., Outcome]) -> None:
    write(tmp_path, [agreement(parties=[POLICE, TOWN, NEIGHBOUR])])
    page = run("law", "--today", TODAY, "--format", "html").out
    before = [page.index("<h2", at) for at in range(len(page)) if page.startswith('<div class="new-page">', at)]
    assert [page[at : at + 120].count("kommun (99") for at in before] == [1, 1]


@pytest.mark.parametrize(
    ("keys", "is_cited"),
    [({}, True), ({"date": "2015"}, False), ({"by": "polisen", "parties": [POLICE, TOWN]}, False)],
)
def test_a_picture_names_the_law_only_if_it_is_asked_for(
    keys: Plain, is_cited: bool, tmp_path: Path, run: Callable[..., Outcome]
) -> None:
    write(tmp_path, [{**MADE, **keys}])
    assert run("render", "bild.yaml", "--format", "md", "--out", "ut").code == 0
    assert ("2023:196" in (tmp_path / "ut" / "bild.md").read_text(encoding="utf-8")) is is_cited


def test_a_joint_document_is_succeeded_for_each_municipality_by_its_own(tmp_path: Path) -> None:
    then, now = {"from": "2024", "until": "2027"}, {"from": "2025", "until": "2028"}
    three = [POLICE, TOWN, NEIGHBOUR]
    write(
        tmp_path, [agreement("gemensam", parties=three, validity=then), agreement(supersedes="gemensam", validity=now)]
    )
    for code, name in (("9901", "avtal"), ("9902", "gemensam")):
        found = answer(tmp_path, Paragraph.AGREEMENTS, code=code)
        assert found is not None
        assert [one.document.id for one in found.evidence] == [name]
    joint = plan("2024-08-01", "gemensam-plan", parties=[TOWN, NEIGHBOUR], period=then)
    own = [
        plan("2025-01-10", f"plan-{one['id']}", parties=[one], period=now, supersedes="gemensam-plan")
        for one in (TOWN, NEIGHBOUR)
    ]
    write(tmp_path, [joint, *own])
    for code, name in (("9901", "plan-kommunen"), ("9902", "plan-grannen")):
        found = answer(tmp_path, Paragraph.PLAN, code=code)
        assert found is not None
        assert [one.document.id for one in found.evidence] == [name]


def test_what_names_another_municipality_is_that_one_s(tmp_path: Path) -> None:
    joint = plan("2025-03-12", parties=[TOWN, NEIGHBOUR], body="Kommunstyrelsen i Grannby")
    reported = [{"to": "Kommunfullmäktige i Grannby", "date": "2026-05-20"}]
    write(tmp_path, [joint, follow_up(joint, "2026-05-01", parties=[TOWN, NEIGHBOUR], reports=reported)])
    for code, status in (("9901", NOT_SHOWN), ("9902", SHOWN)):
        for paragraph in (Paragraph.PLAN, Paragraph.LEADERSHIP):
            found = answer(tmp_path, paragraph, code=code)
            assert found is not None
            assert found.status is status


def test_an_agreement_that_was_extended_later_had_ended_by_then(tmp_path: Path) -> None:
    validity = {"from": "2024-01-15", "until": "2025", "extended": [{"until": "2027", "date": "2026-02-01"}]}
    write(tmp_path, [agreement(validity=validity)])
    before, after = (answer(tmp_path, Paragraph.AGREEMENTS, day) for day in ("2026-01-31", "2026-02-01"))
    assert before is not None
    assert after is not None
    assert (before.status, after.status) == (LawStatus.NOT_SHOWN, LawStatus.SHOWN)


def test_old_reports_to_the_council_are_told_to_be_old(tmp_path: Path) -> None:
    reports = [{"to": "Kommunfullmäktige", "date": "2026-05-20"}]
    write(tmp_path, [DECIDED, follow_up(DECIDED, "2026-05-01", reports=reports)])
    within, after = (answer(tmp_path, Paragraph.LEADERSHIP, day) for day in ("2027-05-20", "2027-05-21"))
    assert within is not None
    assert after is not None
    assert "mer än ett år sedan" not in within.to_do.say("sv")
    assert "mer än ett år sedan" in after.to_do.say("sv")
    assert "nämnd" in after.notes[0].say("sv")


def test_every_answer_can_be_said(tmp_path: Path) -> None:
    decided = [{"body": "Kommunfullmäktige", "date": "2026-05-28"}]
    reviewed = follow_up(DECIDED, "2026-05-01", decisions=decided)
    forums = council(chair=None)
    write(tmp_path, [agreement(forums=forums), DECIDED, reviewed])
    for found in told(tmp_path)[0].answers:
        for shown in (found.says, found.to_do, *found.notes, *(one.says for one in found.evidence)):
            assert all(shown.say(language) for language in LANGUAGES)
    led = answer(tmp_path, Paragraph.LEADERSHIP)
    assert led is not None
    assert "behandlad av kommunfullmäktige den 28 maj 2026" in led.evidence[0].says.say("sv")


@pytest.mark.parametrize(
    ("decision", "status", "says"),
    [
        ({"date": "2024-05-02", "paragraph": "§ 12"}, SHOWN, "”Titeln plan”, beslutad den 2 maj 2024"),
        ({"body": "Kommunstyrelsen", "date": "2024-05-02", "type": "noted"}, NOT_SHOWN, "utan kommunens beslut"),
        ({"body": "Kommunstyrelsen", "date": "2024-05-02", "type": "informed"}, NOT_SHOWN, "utan kommunens beslut"),
    ],
)
def test_only_what_decides_is_a_decision_on_a_plan(
    tmp_path: Path, decision: Plain, status: LawStatus, says: str
) -> None:
    """A decision without a body is one; that somebody noted the plan is none."""
    found = answer(write(tmp_path, [plan(None, decisions=[decision])]), Paragraph.PLAN)
    assert found is not None
    assert found.status is status
    assert says in " ".join(one.says.say("sv") for one in found.evidence)


def test_what_could_not_be_read_is_not_said_to_be_missing(tmp_path: Path) -> None:
    folder = write(tmp_path, [picture("2025-01-01", other_information={"fel": "Skolan."}, analysis=None)])
    found = answer(folder, Paragraph.PICTURE)
    assert found is not None
    assert "annan information" not in found.to_do.say("sv")
    assert "en analys" in found.to_do.say("sv")


def test_a_weekly_report_is_told_of_but_fulfils_nothing(tmp_path: Path) -> None:
    weekly = picture("2025-01-01", cadence="weekly", other_information=None, analysis=None)
    found = answer(write(tmp_path, [weekly]), Paragraph.PICTURE)
    assert found is not None
    assert found.status is NOT_SHOWN
    assert "veckorapporter" in found.says.say("sv")
