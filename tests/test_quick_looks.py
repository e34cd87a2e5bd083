"""What tells at once that a document holds nothing of some sort never hides what a look at each text would find."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from samverkan.gather import read_one
from samverkan.model.base import Part
from samverkan.model.survey import links_of, survey
from samverkan.model.texts import AuthoredText
from samverkan.personal import _NUMBER, identity_numbers, is_identity_number
from samverkan.rules.plain_text.written import _ANY_MARKUP, _BEYOND, _HINTS, _PLACEHOLDER
from samverkan.rules.privacy import _MOBILE, _PRIVATE, _PRIVATE_MAIL
from samverkan.source.files import SourceFile
from samverkan.workspace.document import Document
from tests.conftest import EXAMPLES, SMALL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.findings import KeyPath

NUMBER = "811228-9874"
MARKED = (
    "![a](b)",
    "# a",
    "```",
    "~~~",
    "`a`",
    "> a",
    "- - -",
    "***",
    "_ _ _",
    "a | b\n---|---",
    "<br>",
    "<!--",
    "~~a~~",
)
LEFT = (
    "TODO",
    "TBD",
    "Fixme",
    "xxx",
    "ÅÅÅÅ-MM-DD",
    "YYYY-MM-DD",
    "N.N.",
    "???",
    "____",
    "Lorem Ipsum",
    "[fyll i]",
    "\nvet ej\n",
    "\n?\n",
)
MORE_LEFT = (
    "[Ange namn]",
    "[kommun]",
    "[insert date]",
    "[Skriv här]",
    "[ort]",
    "<fyll i>",
    "<Datum>",
    "<ort>",
    "[ifylles]",
)
PLACES = ("[a](../b.html)", "[a]: b", NUMBER, "19811228 9874", "070-123 45 67", "+46 70 123 45 67", "a.b@gmail.com")
PIECES = st.sampled_from((*MARKED, *LEFT, *MORE_LEFT, *PLACES, "Ordet", " ", "\n", "   ", "-", "[", "1", "٣"))
TEXT = st.lists(PIECES, min_size=1, max_size=6).map("".join)


@dataclass(frozen=True, eq=False)
class Said(Document):
    """A document of some texts, whatever a file could hold."""

    said: Sequence[AuthoredText] = ()

    @property
    def texts(self) -> Sequence[AuthoredText]:
        return self.said


def document(*texts: str) -> Document:
    raw = SMALL.encode()
    made, _ = read_one(SourceFile(Path("a.yaml"), "a.yaml", named=True), raw)
    assert made is not None
    said = [AuthoredText(("title",), text, is_prose=True) for text in texts]
    return Said(**{one.name: getattr(made, one.name) for one in fields(made) if one.init}, said=said)


@given(st.lists(TEXT, min_size=1, max_size=3))
def test_what_fits_in_one_text_is_seen_in_all_of_them(texts: list[str]) -> None:
    whole = document(*texts)
    looks = [(_PLACEHOLDER, _HINTS), (_PRIVATE_MAIL, _PRIVATE), (_MOBILE, ("07", "+46", "0046"))]
    for pattern, holding in looks:
        if any(pattern.search(text) for text in texts):
            assert whole.texts_with(pattern, holding=holding)
    if any(pattern.search(text) for text in texts for pattern, _ in _BEYOND):
        assert whole.texts_with(_ANY_MARKUP)
    if any(list(identity_numbers(text)) for text in texts):
        assert list(identity_numbers(whole.all_texts))


@pytest.mark.parametrize("piece", [*MARKED, *LEFT, *MORE_LEFT, *PLACES])
def test_each_sort_is_seen_by_itself(piece: str) -> None:
    whole = document("Ett", piece, "två")
    found = [pattern for pattern, _ in _BEYOND if pattern.search(piece)]
    assert not found or whole.texts_with(_ANY_MARKUP)
    assert not _PLACEHOLDER.search(piece) or whole.texts_with(_PLACEHOLDER, holding=_HINTS)


def parts_inside(value: object) -> list[Part]:
    match value:
        case BaseModel():
            inside = [part for _, held in value for part in parts_inside(held)]
            return [value, *inside] if isinstance(value, Part) else inside
        case tuple():
            return [part for item in value for part in parts_inside(item)]
    return []


@pytest.mark.parametrize("path", sorted((EXAMPLES / "exempelkommun").glob("*-20*.yaml")), ids=lambda path: path.stem)
def test_a_survey_finds_every_part_in_order(path: Path) -> None:
    made, _ = read_one(SourceFile(path, path.name, named=True), path.read_bytes())
    assert made is not None
    assert made.model is not None
    assert [part for _, part in survey(made.model).parts] == parts_inside(made.model)
    assert links_of(made.model) == survey(made.model).links
    assert all(made.parts_of(kind) == parts_in_order(made, kind) for kind in {type(part) for _, part in made.parts})


def parts_in_order(document: Document, kind: type[Part]) -> list[tuple[KeyPath, Part]]:
    return [(path, part) for path, part in document.parts if isinstance(part, kind)]


DIGITS = st.lists(st.sampled_from((*"0123456789 -.:/a", "19", "811228", "9874", "\u2010", "\n")), max_size=30).map(
    "".join
)


@given(DIGITS, st.sampled_from(("", NUMBER, "19811228 9874", "811228+9874")), DIGITS)
def test_numbers_are_found_where_only_some_of_a_text_is_looked_at(before: str, number: str, after: str) -> None:
    text = before + number + after
    fit = [one for one in _NUMBER.finditer(text) if is_identity_number(one[1], one[2], one[3], one[4] + one[5])]
    assert list(identity_numbers(text)) == [one.span() for one in fit]
