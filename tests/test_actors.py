"""Who is to do something is decided and worded in one way, wherever it is told."""

from __future__ import annotations

from typing import Any

import pytest

from samverkan.duties.who import named, who_does
from samverkan.model.cooperation import FocusArea
from samverkan.model.links import PARTY_GROUPS
from samverkan.model.load import load
from samverkan.model.parties import Party
from samverkan.render.context.names import Names
from samverkan.render.context.phrases import Phrases
from samverkan.reviews.stated import to_review
from samverkan.words.sentence import LANGUAGES, Language
from samverkan.workspace.actors import Doers, KnownParties, doers_at, doers_of
from samverkan.workspace.document import Document
from samverkan.workspace.workspace import Workspace

PARTIES = (
    Party(id="polisen", type="police", name="Lokalpolisområde Exempel"),
    Party(id="kommunen", type="municipality", name="Exempelby kommun"),
)


def document(kind: str, **keys: Any) -> Document:
    data = {"samverkan": "1", "kind": kind, "id": "ett", "title": "Ett", **keys}
    found = load(data)
    assert found.model is not None, found.remarks
    return Document("ett.yaml", "", data, kind, found.model)


def promise(**keys: Any) -> Document:
    one = {"id": "ronder", "text": "Vi går ronder.", **keys}
    return document("citizen-promise", period={"from": "2024"}, promises=[one])


def plan(**keys: Any) -> Document:
    return document("action-plan", period={"from": "2024"}, **keys)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("group", PARTY_GROUPS)
def test_rows_and_documents_call_a_group_of_parties_the_same(group: str, language: Language) -> None:
    words = Phrases(language, Names(promise(), Workspace(), language))
    assert words.parties([group]) == words.capital(named([group], ()).say(language))


@pytest.mark.parametrize(
    ("held", "doers", "words", "parties"),
    [
        (promise(by="polisen"), Doers(("polisen",)), "Lokalpolisområde Exempel", ("Lokalpolisområde Exempel",)),
        (promise(by="jointly"), Doers(("jointly",)), "parterna gemensamt", ()),
        (promise(by="municipalities"), Doers(("municipalities",)), "Exempelby kommun", ("Exempelby kommun",)),
        (
            promise(by="kommunen", responsible="Samordnaren"),
            Doers(("kommunen",), role="Samordnaren"),
            "Samordnaren",
            ("Exempelby kommun",),
        ),
        (plan(goals=[{"id": "mål", "text": "Lugnt.", "responsible": "ingen"}]), Doers(("ingen",)), "ingen", ()),
    ],
)
def test_those_who_are_to_do_something_are_named(
    held: Document, doers: Doers, words: str, parties: tuple[str, ...]
) -> None:
    ((path, part),) = to_review(held, None)
    assert doers_at(held, path, part) == doers
    assert who_does(doers, PARTIES).say("sv") == words
    assert who_does(doers, PARTIES).parties == parties


def test_actors_are_named_by_role_party_and_organisation() -> None:
    who = [{"party": "kommunen", "role": "Gatuchefen"}, {"organisation": "Bostads AB"}]
    ((_, part),) = to_review(plan(measures=[{"id": "ljus", "title": "Ljus", "who": who}]), None)
    assert who_does(doers_of(part), PARTIES).say("sv") == "Gatuchefen, Exempelby kommun; Bostads AB"
    assert who_does(doers_of(part), PARTIES).parties == ("Exempelby kommun",)


@pytest.mark.parametrize(
    ("who", "words", "parties"),
    [
        (["kommunen", "Kommunpolisen"], "Exempelby kommun; Kommunpolisen", ("Exempelby kommun",)),
        (["jointly"], "parterna gemensamt", ()),
        (["municipalities"], "Exempelby kommun", ("Exempelby kommun",)),
        ([{"role": "kommunen", "organisation": "Bostads AB"}], "kommunen, Bostads AB", ()),
    ],
)
def test_those_who_are_written_by_their_ids_alone_are_named(
    who: list[Any], words: str, parties: tuple[str, ...]
) -> None:
    held = plan(measures=[{"id": "ljus", "title": "Ljus", "who": who}])
    ((_, part),) = to_review(held, None)
    assert who_does(doers_of(part), PARTIES).say("sv") == words
    assert who_does(doers_of(part), PARTIES).parties == parties
    assert bool(to_review(held, ["kommunen"], PARTIES)) is (words != "kommunen, Bostads AB")


def test_a_promise_whose_role_in_charge_is_a_party_names_it() -> None:
    assert who_does(Doers(("jointly",), role="kommunen"), PARTIES).say("sv") == "Exempelby kommun"


@pytest.mark.parametrize(
    ("activity", "above", "of_all", "doers"),
    [
        ({}, {"by": "jointly"}, {}, Doers(("jointly",))),
        ({}, {"by": "polisen", "responsible": "kommunpolisen"}, {}, Doers(("polisen",), role="kommunpolisen")),
        ({"responsible": "fältgruppen"}, {"by": "kommunen"}, {}, Doers(("kommunen",), role="fältgruppen")),
        ({"by": "kommunen"}, {"by": "jointly", "responsible": "rådet"}, {}, Doers(("kommunen",))),
        ({}, {}, {"by": "polisen"}, Doers(("polisen",))),
        ({}, {}, {}, Doers()),
    ],
)
@pytest.mark.parametrize("is_grouped", [True, False])
def test_those_who_give_a_promise_do_its_activities(
    activity: dict[str, Any], above: dict[str, Any], of_all: dict[str, Any], doers: Doers, *, is_grouped: bool
) -> None:
    promises = [{"text": "Vi går ronder.", "activities": [{"text": "En rond.", **activity}], **above}]
    keys: dict[str, Any] = {"groups": [{"title": "Torget", "promises": promises}]} if is_grouped else {}
    held = document("citizen-promise", period={"from": "2024"}, **of_all, **(keys or {"promises": promises}))
    _, (path, part) = to_review(held, None)
    assert doers_at(held, path, part) == doers


def test_a_party_does_not_answer_for_a_role_whose_name_holds_its_id() -> None:
    held = promise(by="polisen", responsible="en samordnare")
    assert to_review(held, ["e"]) == []
    assert len(to_review(held, ["polisen"])) == 1


def test_of_a_part_that_nobody_is_to_do_nobody_is_named() -> None:
    area = FocusArea(id="platser", title="Otrygga platser")
    assert doers_of(area).ids == frozenset()


def test_known_parties_are_told_apart_by_which_they_are() -> None:
    same = [Party(id="polisen", type="police", name="Lokalpolisområde Exempel")]
    known = KnownParties.of(same)
    assert KnownParties.of(known) is known
    assert known != KnownParties.of(same)
    assert (known == KnownParties.of(same)) is False
    assert len({known, KnownParties.of(same)}) == 2
