"""Items that stand under their names: they become a list, or nothing is proposed."""

from __future__ import annotations

import pytest

from samverkan.findings import Mend, MendKind
from samverkan.source.edits import applied
from samverkan.source.extents import Extents
from tests.conftest import plain

MEND = Mend("id text", MendKind.KEYED)


def mended(text: str) -> str | None:
    edit = Extents(text).edit(MEND, ("a",))
    return applied(text, edit) if edit else None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a:\n  b: c\n  d: e\n", [{"id": "b", "text": "c"}, {"id": "d", "text": "e"}]),
        ("a:\n  b: |-\n    c\n\n    d\n  e: f\ng: h\n", [{"id": "b", "text": "c\n\nd"}, {"id": "e", "text": "f"}]),
        ("a:\n  b:\n      c: d\n      e: f\n", [{"id": "b", "c": "d", "e": "f"}]),
        ("a:\n  b: {c: d}\n", [{"id": "b", "c": "d"}]),
        ("a: {b: c, d: {id: e}, f: {g: h}}\n", [{"id": "b", "text": "c"}, {"id": "e"}, {"id": "f", "g": "h"}]),
        ("a:\n  b:\n  - c: d\n  e:\n    - f: g\n", [{"c": "d"}, {"f": "g"}]),
    ],
)
def test_what_stands_under_names_becomes_items(text: str, found: list[object]) -> None:
    assert plain(mended(text) or "")["a"] == found


@pytest.mark.parametrize(
    "text",
    [
        "a: {b: [{c: d}]}\n",  # a key over a list, in braces
        "a: {b: c,\n  d: e}\n",  # in braces over lines
        "a:\n  b: {c: d,\n    e: f}\n",  # braces over lines
        "a:\n  b: [c]\n",  # brackets
        "? a\n: b: c\n",  # after a mark on its line
        "a:\n  b:\n      c: |-\n       d\n# far left\n      e: f\n",  # a line that has no room to the left
        "a: b\n",
    ],
)
def test_what_cannot_be_shifted_stays(text: str) -> None:
    assert mended(text) is None


def test_what_stands_on_many_lines_is_not_lost() -> None:
    text = "a:\n  b: Färre bråk\n  # eller\n\n  c: Fler spår\nd: e\n"
    assert Extents(text).edit(Mend("[{b: Färre bråk}]"), ("a",)) is None
    edit = Extents(text).edit(Mend("[Färre bråk, fler spår]"), ("a",))
    assert edit
    assert applied(text, edit) == "a:\n  [Färre bråk, fler spår]\nd: e\n"


def test_of_many_lines_all_words_are_looked_for_in_what_takes_their_place() -> None:
    text = "a:\n  b: >-\n    Färre\n    bråk\n  c: Fler spår\nd: e\n"
    assert Extents(text).edit(Mend("[Färre, fler spår]"), ("a",)) is None
    assert Extents(text).edit(Mend("[färre bråk, fler spår]"), ("a",)) is not None


def test_a_block_of_text_ends_before_what_follows() -> None:
    text = "a:\n  b: >-\n    Färre\n    bråk\n\n# sedan\nd: e\n"
    edit = Extents(text).edit(Mend("c: Färre bråk", MendKind.PAIR), ("a", "b"))
    assert edit
    assert applied(text, edit) == "a:\n  c: Färre bråk\n\n# sedan\nd: e\n"
