"""Every list of every kind, written in a wrong shape: the cause is told, with lines to paste that mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from samverkan.model.fields import keys_of, part_in
from samverkan.model.fitting import flow
from samverkan.model.kinds import KINDS, model_of
from samverkan.model.load import load
from samverkan.source.edits import applied
from samverkan.source.reader import parse
from samverkan.workspace.document import Document
from tests.filled import filled, is_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from samverkan.findings import KeyPath

AGREEMENT = """\
samverkan: 1
kind: agreement
id: avtal
title: Avtal
parties: [{id: p, type: police, name: P}, {id: k, type: municipality, code: "9901", name: K}]
validity: {from: 2024, until: 2026}
purposes: [Färre brott.]
"""
TEXT = "Det är mörkt, och många är rädda där"


def lists(part: type[BaseModel], path: KeyPath = (), seen: frozenset[Any] = frozenset()) -> Iterator[KeyPath]:
    """Give where each list of a kind stands: the first place for each key of each part."""
    for key, field in keys_of(part).items():
        place = (*path, key)
        inside = part_in(field.annotation)
        if is_list(field.annotation):
            yield place
            place = (*place, 0)
        if inside is not None and inside not in seen:
            yield from lists(inside, place, seen | {inside})


def shapes(item: Any, *, is_part: bool) -> Iterator[Any]:
    """Give what may be written in a list's place though it is not in its shape."""
    yield from (TEXT, "Kommunen", [[TEXT]], {"text": TEXT}, {"Ett ord": TEXT, "Två ord": "Mer text"})
    if is_part:
        yield from ([TEXT], [[item]], item, {"ett-namn": item, "två-namn": item})
        yield from [[{key: value} for key, value in item.items()]] if len(item) > 1 else []
    else:
        yield from ([{"text": TEXT}], [{"id": "a", "title": TEXT}], [{"id": "polisen"}])


def put(data: dict[str, Any], path: KeyPath, value: Any) -> None:
    around: Any = data
    for step in path[:-1]:
        around = around[step]
    around[path[-1]] = value


def read(text: str) -> tuple[Document, list[str]]:
    data, faults = parse(text)
    loaded = load(data)
    document = Document("a.yaml", text, data, loaded.kind, loaded.model, loaded.unread, tuple(loaded.remarks))
    return document, [fault.sentence for fault in faults]


def mended(text: str) -> str:
    """Paste what is proposed for the first thing of a wrong shape."""
    document, _ = read(text)
    wrong = next(remark for remark in document.remarks if remark.rule == "wrong-type")
    assert wrong.mend is not None, (wrong, text)
    edit = document.extents.edit(wrong.mend, document.written_path(wrong.path))
    assert edit is not None, (wrong, text)
    return applied(text, edit)


PLACES = [(kind, place) for kind in KINDS for place in lists(model_of(kind))]


@pytest.mark.parametrize("kind", KINDS)
def test_every_list_in_a_wrong_shape(kind: str) -> None:
    tried = 0
    for place in (place for one, place in PLACES if one == kind):
        whole = filled(kind)
        required = [key for key, field in keys_of(model_of(kind)).items() if field.is_required()]
        least = {key: value for key, value in whole.items() if key in {*required, place[0]}}
        item: Any = least
        for step in place:
            item = item[step]
        for shape in shapes(item[0], is_part=isinstance(item[0], dict)):
            put(least, place, shape)
            text = "".join(f"{key}: {flow(value)}\n" for key, value in least.items())
            wrong = [remark.path for remark in read(text)[0].remarks if remark.rule == "wrong-type"]
            for _ in wrong[:1]:
                tried += 1
                document, faults = read(mended(text))
                assert not faults, text
                assert wrong[0] not in {one.path for one in document.remarks if one.rule == "wrong-type"}, text
    assert tried


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (
            "focus_areas:\n  - id: u\n  - text: >-\n      Ett\n      Två\n  - title: Unga\n  - id: a\n  - title: A\n",
            "focus_areas:\n  - id: u\n    text: >-\n      Ett\n      Två\n    title: Unga\n  - id: a\n    title: A\n",
        ),
        ("focus_areas: [{id: unga}, {title: Unga}]\n", "focus_areas: [{id: unga, title: Unga}]\n"),
        ("focus_areas:\n- id: unga # här\n- title: Unga\n", "focus_areas:\n- id: unga # här\n  title: Unga\n"),
    ],
)
def test_hyphen_before_each_key(written: str, meant: str) -> None:
    text = AGREEMENT + written
    assert [remark.rule for remark in read(text)[0].remarks] == ["wrong-type"]
    assert mended(text) == AGREEMENT + meant
    assert not read(mended(text))[0].remarks


def test_hyphens_in_braces_over_several_lines() -> None:
    document, _ = read(AGREEMENT + "focus_areas: [{id: unga},\n  {title: Unga}]\n")
    (wrong,) = document.remarks
    assert wrong.mend is not None
    assert document.extents.edit(wrong.mend, wrong.path) is None
