"""Nothing that differs between two versions is left out, and nothing is told where nothing differs."""

from __future__ import annotations

import copy
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from samverkan.comparing.comparison import compared
from samverkan.comparing.saying import Version, spoken
from samverkan.comparing.telling import versions_of
from samverkan.findings import path_text
from samverkan.model.fields import choices_at
from samverkan.model.kinds import KINDS, model_of
from samverkan.model.load import load
from samverkan.workspace.document import Document
from samverkan.workspace.workspace import Workspace
from tests.filled import filled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.comparing.comparison import Comparison
    from samverkan.findings import KeyPath

LEFT = {("samverkan",), ("kind",), ("language",)}


def version(data: Any, name: str) -> Version | None:
    loaded = load(data)
    document = Document(name, "", data, loaded.kind, loaded.model, loaded.unread, tuple(loaded.remarks))
    return Version(document, Workspace((document,)), name) if document.is_whole else None


def compare(before: Version | None, after: Version | None) -> Comparison | None:
    return compared(before, after) if before and after else None


def leaves(data: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:
    if isinstance(data, dict | list):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from leaves(value, (*path, key))
    else:
        yield path, data


def other(kind: str, path: KeyPath, value: str) -> list[str]:
    """Give other values that may stand at a place, the first that fits to be taken."""
    choices = [one for one, _ in choices_at(model_of(kind), path) if one != value]
    if choices:
        return choices
    if value in {"true", "false"}:
        return ["false" if value == "true" else "true"]
    if re.fullmatch(r"-?\d+(\.\d+)?", value):
        return [str(Decimal(value) + 1), "0180"]
    return [f"{value} ändrat", "2031-05", "P7M", "every-5-years", "polisen", f"{value}-2", "https://example.org/annan"]


def put(data: Any, path: KeyPath, value: Any) -> Any:
    made = copy.deepcopy(data)
    inner = made
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return made


def without(data: Any, path: KeyPath) -> Any:
    made = copy.deepcopy(data)
    inner = made
    for step in path[:-1]:
        inner = inner[step]
    del inner[path[-1]]
    return made


def told(found: Comparison) -> str:
    words: list[str] = []
    for one in found.found:
        words.append(one.says.say("sv"))
        words += [f"{label.say('sv')}: {spoken(value, 'sv')}" for label, value in one.details]
        words += versions_of(one.words)
    return "\n".join(words)


@pytest.mark.parametrize("kind", KINDS)
def test_every_value_that_is_another_is_told(kind: str) -> None:
    data = filled(kind)
    whole = version(data, "före")
    untold, tried = [], 0
    for path, value in leaves(data):
        if path[:1] in LEFT:
            continue
        for new in other(kind, path, str(value)):
            found = compare(whole, version(put(data, path, new), "efter"))
            if found is None:
                continue
            tried += 1
            said = told(found)
            is_named = new in said if new.endswith(" ändrat") else bool(found.found)
            if not is_named or not said.strip():
                untold.append((path_text(path), value, new, said))
            break
    assert untold == []
    assert tried > len(list(leaves(data))) * 0.8


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_that_is_gone_or_new_is_told(kind: str) -> None:
    data = filled(kind)
    whole = version(data, "före")
    untold = []
    places = {path[: i + 1] for path, _ in leaves(data) for i in range(len(path))} - LEFT
    for number, path in enumerate(sorted(places, key=str)):
        lacking = version(without(data, path), "efter")
        found = compare(whole, lacking) if number % 2 else compare(lacking, whole)
        if found is not None and not found.found:
            untold.append(path_text(path))
    assert untold == []


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_told_where_nothing_differs(kind: str) -> None:
    found = compare(version(filled(kind), "före"), version(filled(kind), "efter"))
    assert found is not None
    assert list(found.found) == []
    assert found.is_same_text
    assert found.summary.say("sv") == "Ingen skillnad i sak."
