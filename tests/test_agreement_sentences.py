"""The sentences of agreements: who, ”ska” or ”bör”, when and how much; whole, said once, and only what files say."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan.check import check
from samverkan.model.agreement import Agreement
from samverkan.model.fingerprint import fingerprint
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.rendering import Rendering
from tests.conftest import SMALL
from tests.rendered import rendered, text_of_html

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TODAY = date(2024, 11, 20)
PARTIES: list[dict[str, Any]] = [
    {"id": "kommunen", "type": "municipality", "code": "0761", "name": "Lessebo kommun"},
    {"id": "polisen", "type": "police", "name": "Lokalpolisområde Nybro"},
]


def agreement(**more: Any) -> dict[str, Any]:
    base = {"samverkan": "1", "kind": "agreement", "id": "avtal", "title": "Avtal", "parties": PARTIES}
    return {**base, "validity": {"from": "2024", "until": "2026"}, **more}


def shown(folder: Path, **more: Any) -> str:
    path = folder / "avtal.yaml"
    path.write_text(json.dumps(agreement(**more), ensure_ascii=False), encoding="utf-8")
    around = check([str(path)], TODAY).workspaces[0]
    assert around.is_whole
    html = Rendering(around.documents[0], around, TODAY).to(DocumentFormat.HTML).decode()
    return " ".join(text_of_html(html).split())


# Between whom


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({}, "Mellan Lessebo kommun och Lokalpolisområde Nybro träffas följande överenskommelse."),
        (
            {"introduction": "Kommunen och polisen samverkar."},
            "Mellan Lessebo kommun, nedan kommunen, och Lokalpolisområde Nybro, nedan polisen, träffas följande",
        ),
        (
            {"signatures": {"date": "2024-01-22"}},
            "Mellan Lessebo kommun och Lokalpolisområde Nybro har följande överenskommelse träffats.",
        ),
        (
            {"status": "signed", "provenance": {"restated": True}},
            "har den överenskommelse träffats som återges här.",
        ),
        (
            {"parties": [{**PARTIES[0], "organisation_number": "2120000001", "short_name": "staden"}, PARTIES[1]]},
            "Mellan Lessebo kommun (org.nr 212000-0001), nedan staden, och Lokalpolisområde Nybro träffas",
        ),
        ({"language": "en"}, "Lessebo kommun and Lokalpolisområde Nybro enter into the following agreement."),
        ({"status": "draft", "originals": "2"}, "Överenskommelsen upprättas i två likalydande original."),
        (
            {"status": "signed", "signatures": {"place": "Lessebo"}, "originals": {"count": "2", "one_each": True}},
            "Överenskommelsen är upprättad i två likalydande original, ett till varje part.",
        ),
        (
            {"status": "signed", "originals": {"count": "3", "one_each": True}},
            "Överenskommelsen är upprättad i tre likalydande original, varav ett till varje part.",
        ),
    ],
)
def test_the_preamble_and_the_end_say_what_the_file_says(more: dict[str, Any], words: str, tmp_path: Path) -> None:
    assert words in shown(tmp_path, **more)


def test_no_more_is_claimed_of_originals_than_the_file_says(tmp_path: Path) -> None:
    assert "likalydande" not in shown(tmp_path, signatures={"date": "2024-01-22"})
    assert "varje part." not in shown(tmp_path, originals={"count": "1", "one_each": True})


def test_a_party_is_called_by_a_word_that_only_it_can_mean(tmp_path: Path) -> None:
    two = [*PARTIES, {"id": "andra", "type": "municipality", "code": "0881", "name": "Nybro kommun"}]
    text = shown(tmp_path, parties=two, introduction="Kommunen och polisen samverkar.")
    assert "nedan polisen" in text
    assert "nedan kommunen" not in text
    assert "träffas följande överenskommelse. De kommuner som är parter kallas nedan kommunerna." in text


def test_several_municipalities_are_named_once(tmp_path: Path) -> None:
    towns = [{"id": f"k{i}", "type": "municipality", "name": f"Stad {i}x"} for i in range(7)]
    said = "De kommuner som är parter kallas nedan kommunerna."
    assert f"överenskommelse. {said}" in shown(tmp_path, parties=[*PARTIES, *towns])
    meaning = [{"term": "Kommunerna", "text": "Alla kommuner i länet."}]
    assert said not in shown(tmp_path, parties=[*PARTIES, *towns], definitions=meaning)
    assert said not in shown(tmp_path)
    english = shown(tmp_path, parties=[*PARTIES, *towns], language="en")
    assert "Those of the parties that are municipalities are hereinafter called the municipalities." in english


@pytest.mark.parametrize("number", ["212000-0000", "19121212-1212", "121212-1212", "21200-00001", "２12000-0001"])
def test_an_organisation_number_is_checked(number: str, tmp_path: Path) -> None:
    data = agreement(parties=[{**PARTIES[0], "organisation_number": number}, PARTIES[1]])
    (tmp_path / "avtal.yaml").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    found = check([str(tmp_path)], TODAY).findings
    assert [one.path for one in found if one.rule == "bad-organisation-number"] == [
        ("parties", 0, "organisation_number")
    ]


# What the parties undertake


@pytest.mark.parametrize(
    ("commitment", "words"),
    [
        (
            {"by": "polisen", "text": "Patrullera till fots."},
            "Lokalpolisområde Nybro åtar sig att patrullera till fots.",
        ),
        ({"by": "police", "strength": "shall", "text": "Gå ronder."}, "Polisen ska gå ronder."),
        ({"by": "polisen", "strength": "as-needed", "text": "Gå ronder."}, "Nybro åtar sig att vid behov gå ronder."),
        ({"by": "jointly", "text": "Ta fram en plan."}, "Parterna åtar sig gemensamt att ta fram en plan."),
        ({"by": "each", "text": "Ha en samordnare."}, "Var och en av parterna åtar sig att ha en samordnare."),
        (
            {"by": ["polisen", "kommunen"], "strength": "shall", "manner": "each", "text": "Utse en kontakt."},
            "Lokalpolisområde Nybro och Lessebo kommun ska var för sig utse en kontakt.",
        ),
        (
            {"by": "jointly", "strength": "should", "text": "Stämma av läget."},
            "Parterna bör gemensamt stämma av läget.",
        ),
        # Only an infinitive surely goes on with the sentence.
        ({"by": "polisen", "text": "Öppna möten hålls."}, "Nybro åtar sig följande: Öppna möten hålls."),
        ({"by": "polisen", "text": "Alla skolor besöks."}, "Nybro åtar sig följande: Alla skolor besöks."),
        (
            {"by": "polisen", "text": "Gå ronder. Skriva rapport."},
            "Nybro åtar sig följande: Gå ronder. Skriva rapport.",
        ),
        ({"by": "jointly", "text": "Parterna delar sin lägesbild."}, "1 Parterna delar sin lägesbild."),
        ({"text": "Mer ljus på torget."}, "1 Mer ljus på torget."),
        ({"strength": "should", "text": "Mer ljus på torget."}, "Följande bör göras. Mer ljus på torget."),
        (
            {
                "by": "polisen",
                "text": "Gå ronder.",
                "quantity": {"at_least": 200, "unit": "timmar", "per": "yearly"},
                "deadline": "2025-06",
                "responsible": "Gruppchefen",
            },
            "omfattar minst 200 timmar per år och ska vara uppfyllt senast i juni 2025. Ansvarig är gruppchefen.",
        ),
        ({"text": "Gå ronder.", "partners": ["AB Hus", "Boende och föreningar"]}, "AB Hus samt boende och föreningar"),
    ],
)
def test_commitments_are_clauses(commitment: dict[str, Any], words: str, tmp_path: Path) -> None:
    assert words in shown(tmp_path, commitments=[commitment])


@pytest.mark.parametrize(
    ("validity", "words"),
    [
        (
            {"from": "2024-01-01", "until": "2027-12-31"},
            "från och med den 1 januari 2024 till och med den 31 december 2027.",
        ),
        ({"from": "2024", "until": "further-notice"}, "gäller från och med 2024 och tills vidare."),
        ({"from": "signing", "length": "P4Y"}, "gäller från och med undertecknandet och fyra år framåt."),
        ({"from": "2024", "extension": {"length": "P1Y"}}, "Giltighetstiden kan förlängas med ett år i taget."),
        ({"from": "2024", "extension": {"automatic": False}}, "Giltighetstiden förlängs inte automatiskt."),
        (
            {"from": "2024", "extension": {"automatic": False, "condition": "Det sker skriftligt."}},
            "Giltighetstiden förlängs inte automatiskt men kan förlängas. Det sker skriftligt.",
        ),
        (
            {"from": "2024", "extension": {"automatic": False, "length": "P1Y"}},
            "Giltighetstiden förlängs inte automatiskt men kan förlängas med ett år i taget.",
        ),
        (
            {"from": "2024", "termination": {"by": ["each"], "notice": "P3M"}},
            "Var och en av parterna kan säga upp överenskommelsen med en uppsägningstid på tre månader.",
        ),
        (
            {"from": "2024", "termination": {"by": ["jointly"], "notice": "P18M"}},
            "Parterna kan gemensamt säga upp överenskommelsen med en uppsägningstid på 18 månader.",
        ),
        ({"from": "2024", "termination": {"text": "Skriftligt."}}, "Överenskommelsen kan sägas upp. Skriftligt."),
        (
            {"from": "2024", "revision": {"cadence": "yearly", "at_expiry": True, "from": "2025-02"}},
            "Överenskommelsen revideras årligen och när giltighetstiden går ut, räknat från februari 2025.",
        ),
        ({"from": "2024", "revision": {"text": "Vid behov."}}, "1.2 Vid behov."),
        ({"from": "2024", "renewal": "per-term"}, "En ny överenskommelse ingås varje mandatperiod."),
        ({"from": "2024", "extended": [{"until": "2027"}]}, "Överenskommelsen har förlängts till och med 2027."),
        ({"from": "2024", "extension": {"consult_by": "2025-05-01"}}, "ska ske senast den 1 maj 2025."),
    ],
)
def test_the_terms_of_validity_are_sentences(validity: dict[str, Any], words: str, tmp_path: Path) -> None:
    assert words in shown(tmp_path, validity=validity)


def test_clauses_are_numbered_through_a_section(tmp_path: Path) -> None:
    text = shown(
        tmp_path,
        purposes=["Ett.", "Två."],
        goals=["Tre."],
        focus_areas=[
            {"title": "Torget", "goals": ["Fyra."], "questions": ["Var?"]},
            {"title": "Parken", "questions": ["När?"]},
        ],
        sections=[{"title": "Vad", "shows": ["purposes", "goals", "focus_areas"]}],
    )
    for number in ("2.1 Ett.", "2.2 Två.", "2.3 Tre.", "2.4 Torget", "2.4.1 Mål. Fyra.", "2.5 Parken"):
        assert number in text
    assert text.count("ställs när lägesbilden tas fram") == 1


def test_an_agreement_can_have_the_two_parts_of_the_national_template(tmp_path: Path) -> None:
    keys = {
        "commitments": ["Gå ronder."],
        "annexes": [{"title": "Lägesbild och analys"}],
        "sections": [{"title": "Om ronderna", "text": "De är långa."}],
        "purposes": ["Färre brott."],
        "follow_up": {"cadence": "yearly"},
    }
    order = ["Del 1. Överenskommelsen", "1 Giltighetstid", "2 Syfte", "2.1 Färre", "Del 2. Genomförandet"]
    order += ["3 Åtaganden", "3.1 Gå ronder.", "4 Om ronderna", "5 Uppföljning", "6 Bilagor"]
    text = shown(tmp_path, outline="two-parts", **keys)
    places = [text.find(words) for words in order]
    assert -1 not in places
    assert places == sorted(places)
    assert "Del 1" not in shown(tmp_path, **keys)
    with_outline = Agreement.model_validate(agreement(outline="two-parts"))
    assert fingerprint(with_outline) == fingerprint(Agreement.model_validate(agreement()))


def test_what_notes_explain_is_not_listed_once_more(tmp_path: Path) -> None:
    text = shown(
        tmp_path,
        introduction="Arbetet följer lagen[^lagen] och EST[^est].",
        references=[{"id": "lagen", "title": "Brottslagen"}, {"id": "boken", "title": "Handboken"}],
        definitions=[{"id": "est", "term": "EST", "text": "Samordning."}],
        sections=[{"title": "Ord", "shows": ["definitions"]}],
    )
    assert text.count("Brottslagen") == text.count("Samordning.") == text.count("Handboken") == 1
    assert "Referenser" in text
    assert "Ord" not in text.split("Noter")[0].split()


def test_goals_say_from_where_to_where_and_when(tmp_path: Path) -> None:
    goal = {
        "text": "Färre brott.",
        "indicator": "Anmälda brott",
        "unit": "per-1000",
        "direction": "decrease",
        "baseline": {"value": 3.5, "period": "2023", "source": "Polisen"},
        "target": {"change_percent": -10},
        "deadline": "2026",
        "objectives": [{"reference": "strategin", "number": "2"}, {"reference": "strategin", "number": "4"}],
    }
    text = shown(tmp_path, goals=[goal], references=[{"id": "strategin", "title": "Strategin"}])
    assert (
        "Färre brott. Målet mäts med indikatorn ”Anmälda brott”. Utgångsläget är 3,5 per 1 000 "
        "invånare (2023). Källan är Polisen. Målvärdet är en minskning med 10 procent och ska vara nått senast 2026. "
        "Målet bidrar till ”Strategin”, mål 2; mål 4."
    ) in text


def test_goals_say_each_thing_once(tmp_path: Path) -> None:
    objectives = [{"reference": "strategin", "text": text} for text in ("Våld förebyggs.", "Våld upptäcks.")]
    goal = {"text": "Färre.", "indicator": "Brott", "target": {"change_percent": 5}, "objectives": objectives}
    references = [{"id": "strategin", "title": "Strategin"}]
    text = shown(tmp_path, goals=[{**goal, "direction": "increase"}], references=references)
    assert "indikatorn ”Brott”. Målvärdet är en ökning med 5 procent." in text
    assert "Målet bidrar till dessa mål i ”Strategin”: Våld förebyggs. Våld upptäcks." in text
    phrases = [{"reference": "strategin", "text": text} for text in ("mindre våld", "bättre stöd")]
    text = shown(tmp_path, goals=[{**goal, "objectives": phrases}], references=references)
    assert "Målet bidrar till dessa mål i ”Strategin”: mindre våld; bättre stöd." in text
    text = shown(tmp_path, goals=[{**goal, "direction": "maintain"}], references=references)
    assert "indikatorn ”Brott”, och värdet ska ligga kvar." in text


@pytest.mark.parametrize(
    ("by", "form", "is_said"),
    [
        ("jointly", "joint", False),
        ("each", "separate", False),
        ("jointly", "joint-or-consistent", True),
        ("each", "joint", True),
        ("kommunen", "joint", True),
    ],
)
def test_the_form_of_a_document_is_said_where_it_does_not_follow(
    by: str, form: str, tmp_path: Path, *, is_said: bool
) -> None:
    plan = {"id": "plan", "kind": "action-plan", "by": by, "form": form}
    assert ("Formen är" in shown(tmp_path, planned_documents=[plan])) == is_said


def test_new_keys_change_no_fingerprint_of_files_without_them() -> None:
    plain = Agreement.model_validate(agreement())
    assert fingerprint(plain) == fingerprint(Agreement.model_validate(agreement(originals=None)))
    assert fingerprint(plain) != fingerprint(Agreement.model_validate(agreement(originals="2")))


# Any sentence

DAYS = st.sampled_from(["2024", "2025-06", "2026-03-01", "våren 2026"])
LENGTHS = st.sampled_from(["P1Y", "P6M", "P30D", "P2W", "P18M"])
CADENCES = st.sampled_from(
    ["yearly", "at-least-every-2-years", "as-needed", "continuously", "spring-and-autumn", "P7M"]
)
WHO = st.sampled_from([["jointly"], ["each"], ["kommunen"], ["police"], ["municipalities"], ["kommunen", "polisen"]])
NAMES = st.lists(st.sampled_from(["Kommunstyrelsen", "AB Hus", "Boende och föreningar"]), min_size=1, max_size=3)
NAME = st.sampled_from(["Kommunstyrelsens ordförande", "AB Hus", "Torget i Centrum", "hela kommunen"])
TEXT = st.sampled_from(["Gå ronder.", "Mer ljus.", "Ta fram\n\n- en plan\n- en bild.", "Parterna delar allt."])
YES = st.booleans()


def choices(*words: str) -> st.SearchStrategy[str]:
    return st.sampled_from(words)


def some(always: dict[str, Any] | None = None, **keys: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Make mappings with some of their keys."""
    return st.fixed_dictionaries(always or {}, optional=keys)


QUANTITY = st.one_of(
    some({"at_least": st.integers(1, 2000)}, unit=choices("timmar"), per=CADENCES),
    some({"text": choices("ett 15-tal pass")}, per_text=choices("per läsår")),
)
GOAL = some(
    {"text": TEXT},
    indicator=choices("Anmälda brott"),
    unit=choices("per-cent", "count", "ronder"),
    direction=choices("increase", "decrease", "maintain"),
    baseline=some({"period": DAYS}, value=st.integers(1, 99), source=choices("Polisen")),
    target=st.one_of(some({"at_most": st.integers(1, 99)}), some({"change_percent": st.integers(-9, 9)})),
    deadline=DAYS,
    measured=DAYS,
    cadence=CADENCES,
    responsible=WHO,
)
AGREEMENTS = some(
    validity=some(
        {"from": st.sampled_from(["2024", "signing", "2024-02-01"])},
        until=st.sampled_from(["2026", "further-notice", "2026-12-31"]),
        extension=some(length=LENGTHS, consult_before_end=LENGTHS, condition=TEXT),
        extended=st.lists(some({"until": DAYS}, date=DAYS, text=TEXT), min_size=1, max_size=2),
        termination=some(by=WHO, notice=LENGTHS, text=TEXT),
        revision=some({"cadence": CADENCES}, at_expiry=YES, text=TEXT, **{"from": DAYS}),
        renewal=CADENCES,
    ),
    introduction=choices("Kommunen och polisen samverkar."),
    forums=st.lists(
        some(
            {"name": choices("Rådet")},
            level=choices("strategic", "operative", "strategic-and-operative"),
            status=choices("existing", "planned"),
            members=WHO,
            other_members=NAMES,
            chair=NAME,
            cadence=CADENCES,
            per_municipality=YES,
        ),
        min_size=1,
        max_size=2,
    ),
    goals=st.lists(GOAL, min_size=1, max_size=2),
    commitments=st.lists(
        some(
            {"text": TEXT},
            by=WHO,
            strength=choices("shall", "should", "as-needed"),
            manner=choices("jointly", "each"),
            quantity=QUANTITY,
            cadence=CADENCES,
            deadline=DAYS,
            place=NAME,
            target_group=NAME,
            partners=NAMES,
            per_municipality=YES,
            responsible=NAME,
        ),
        min_size=1,
        max_size=3,
    ),
    planned_documents=st.lists(
        some(
            {"kind": choices("action-plan", "situation-picture")},
            by=WHO,
            cadence=CADENCES,
            first_by=DAYS,
            per=choices("stadsdel"),
            exists=YES,
            per_municipality=YES,
            form=choices("joint", "separate", "joint-or-consistent"),
            goals=choices("smart", "free"),
            includes=st.just(["cause-analysis"]),
        ),
        min_size=1,
        max_size=2,
    ),
    follow_up=some(
        {"cadence": CADENCES},
        dates=st.lists(DAYS, min_size=1, max_size=2),
        scope=st.just(["goals", "cooperation"]),
        reporting=some({"to": NAMES}, cadence=CADENCES),
        text=TEXT,
    ),
    decisions=st.lists(
        some(
            {"body": choices("Kommunstyrelsen", "Möte mellan parterna")},
            party=choices("kommunen", "polisen"),
            date=DAYS,
            paragraph=choices("§ 7"),
            case_number=choices("KS 1"),
            type=choices("adopted", "revised"),
            text=TEXT,
        ),
        min_size=1,
        max_size=2,
    ),
    signing_rules=st.lists(
        some({"documents": st.just(["agreement", "action-plan"]), "signed_by": NAMES}, decided_by=NAMES, title=NAME),
        min_size=1,
        max_size=2,
    ),
    originals=st.integers(1, 20).map(str),
    language=choices("sv", "en"),
    status=choices("draft", "signed"),
)
FAULTS = re.compile(r"  |\.\.|\(\s*\)|\s[.,;:]|,,|,\.|\.,|;\.|:\.|\{|\}|None|\bde de\b|§ §|att att")


def paragraphs(html: str) -> Iterator[str]:
    """Give the text of each clause's paragraphs, without their numbers."""
    for clause in re.findall(r'<div class="(?:clause|preamble)">(.*?)</div>', html, re.DOTALL):
        for found in re.findall(r"<p>(.*?)</p>", clause, re.DOTALL):
            yield " ".join(re.sub(r"<span class=.number.>.*?</span>|<[^>]*>", "", found).split("\n")).strip()


@settings(max_examples=150, deadline=None)
@given(more=AGREEMENTS)
def test_every_sentence_is_whole(more: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("avtal") / "avtal.yaml"
    path.write_text(json.dumps(agreement(**more), ensure_ascii=False), encoding="utf-8")
    around = check([str(path)], TODAY).workspaces[0]
    assert around.is_whole
    html = Rendering(around.documents[0], around, TODAY).filled(pivot=False)[1]
    found = list(paragraphs(str(html)))
    assert found
    for said in found:
        assert not FAULTS.search(said), said
        assert said[0].isupper(), said
        assert said.endswith((".", "ta fram", "Ta fram")), said


@pytest.mark.parametrize(
    ("body", "date", "said"),
    [
        ("Brottsförebyggande rådet", "2013-10-08", "Brottsförebyggande rådet beslutade den 8 oktober 2013."),
        ("BRÅ", "2015-12", "BRÅ beslutade i december 2015."),
        ("Tekniska nämnden", "2015", "Tekniska nämnden beslutade 2015."),
        ("Möte mellan parterna", "2015-12", "Möte mellan parterna, december 2015."),
    ],
)
def test_a_decision_says_who_decided_and_when(body: str, date: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(f"{SMALL}decisions: [{{body: {body}, date: {date}}}]\n", encoding="utf-8")
    assert said in rendered(path, DocumentFormat.MD).decode().replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("text", "more", "said"),
    [
        ("Rapportera lägesbilden varje månad.", {}, False),
        ("Rapportera lägesbilden månadsvis.", {}, False),
        ("Rapportera lägesbilden.", {}, True),
        ("Rapportera det som hänt varje vecka.", {}, True),
        ("Rapportera lägesbilden varje månad.", {"when": "utom i juli"}, True),
    ],
)
def test_how_often_is_said_once(text: str, more: dict[str, Any], said: bool, tmp_path: Path) -> None:
    one = {"id": "a", "by": "polisen", "text": text, "cadence": "monthly", **more}
    assert ("Det görs månadsvis" in shown(tmp_path, commitments=[one])) is said
