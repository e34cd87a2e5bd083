"""What can be asked of any part of a document: its id, what it is, and how it is named in a message."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.model.causes import Cause
from samverkan.model.choices import Item
from samverkan.model.cooperation import SubArea
from samverkan.model.fingerprint import fingerprint
from samverkan.model.plan import Measure
from samverkan.model.review import FollowUp, Outcome
from samverkan.model.survey import survey
from samverkan.model.terms import Reporting

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samverkan.model.base import Part


def part(model: type[Part], **data: object) -> Part:
    return model.model_validate(data)


@pytest.mark.parametrize(
    ("found", "own_id", "item", "label"),
    [
        (part(Measure, id="ronder", title="Ronder", text="Två i veckan."), "ronder", Item.MEASURE, "Ronder"),
        (part(SubArea, text="Torget och\n  parken."), None, Item.SUB_AREA, "Torget och parken"),
        (part(Cause, text="Mörkt."), None, Item.CAUSE, "Mörkt"),
        (part(Outcome, item="ronder", result="reached"), None, None, ""),
        (part(Reporting, to="Nämnden"), None, None, ""),
    ],
)
def test_each_part_says_what_it_is(found: Part, own_id: str | None, item: Item | None, label: str) -> None:
    assert (found.own_id, found.item, found.label) == (own_id, item, label)


@given(st.text(alphabet="aå \n", min_size=1, max_size=90).filter(str.strip))
def test_a_label_is_one_line_of_at_most_sixty_characters(text: str) -> None:
    found = part(Cause, text=text)
    assert "\n" not in found.full_label
    assert len(found.label) <= 60
    assert found.label == found.full_label or (len(found.label) == 60 and found.label[-1] == "…")
    assert found.full_label.startswith(found.label.removesuffix("…"))


def test_what_an_outcome_is_about_does_not_make_it_that() -> None:
    data: Mapping[str, object] = {
        "samverkan": "1",
        "kind": "follow-up",
        "id": "u",
        "title": "Uppföljning",
        "date": "2024-05-15",
        "reviews": [{"document": "plan"}],
        "outcomes": [{"item": "goal", "result": "reached"}],
    }
    review = FollowUp.model_validate(data)
    assert [type(found).__name__ for _, found in survey(review).parts] == ["FollowUp", "Reviewed", "Outcome"]
    assert len(fingerprint(review)) == 64
