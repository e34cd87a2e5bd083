"""Documents that are not on file can be named wherever an id may stand, and lead nowhere."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from samverkan.check import check
from samverkan.model.load import load
from samverkan.model.schema import schema_text
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.rendering import Rendering
from tests.conftest import plain

if TYPE_CHECKING:
    from pathlib import Path


TODAY = date(2026, 11, 20)
PROMISE = """\
samverkan: 1
kind: citizen-promise
id: löfte-2016
title: Medborgarlöfte 2016
parties: [{id: kommunen, type: municipality, code: "0761", name: Lessebo kommun}]
period: {from: 2016}
promises:
  - {id: lampor, by: kommunen, text: Vi lagar tio lampor på torget.}
"""
OLDER = "{title: Löftet från början, year: 2014–2015, url: 'https://www.lessebo.se/a', text: Det finns i arkivet.}"
NAMED = ("agreement", "picture", "plan", "supersedes", "extends")


def errors(text: str, folder: Path) -> dict[str, str]:
    path = folder / "a.yaml"
    path.write_text(text, encoding="utf-8")
    return {found.rule: ".".join(map(str, found.path)) for found in check([str(path)], TODAY).findings}


@pytest.mark.parametrize("key", NAMED)
def test_a_document_that_is_not_on_file_is_described(key: str, tmp_path: Path) -> None:
    text = f"{PROMISE}{key}: {OLDER}\n"
    found = errors(text, tmp_path)
    assert not {"unknown-reference", "unknown-key", "wrong-type", "missing-key"} & set(found)
    around = check([str(tmp_path)], TODAY).workspaces[0]
    shown = Rendering(around.documents[0], around, TODAY).to(DocumentFormat.MD).decode()
    assert "Löftet från början (2014–2015)" in shown
    assert "https://www.lessebo.se/a" in shown
    assert "Det finns i arkivet." in shown
    assert not around.documents[0].links or all(link.path[0] != key for link in around.documents[0].links)


@pytest.mark.parametrize("key", ["supersedes", "extends"])
def test_ids_and_descriptions_stand_side_by_side(key: str, tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text(PROMISE.replace("löfte-2016", "löfte-2015"), encoding="utf-8")
    errors(f"{PROMISE}{key}: [löfte-2015, {OLDER}]\n", tmp_path)
    around = check([str(tmp_path)], TODAY).workspaces[0]
    assert set(around.relations.superseded) == {"löfte-2015"}


@pytest.mark.parametrize(
    ("line", "rule", "place"),
    [
        ("supersedes: {year: 2014}", "missing-key", "supersedes.title"),
        ("supersedes: [{title: A, yaer: 2014}]", "unknown-key", "supersedes.0.yaer"),
        ("supersedes: [{title: A, url: x}]", "bad-url", "supersedes.0.url"),
        ("agreement: {title: A, url: x}", "bad-url", "agreement.url"),
        ("agreement: Avtalet Vårt", "bad-reference", "agreement"),
        ("agreement: [a]", "wrong-type", "agreement"),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(line: str, rule: str, place: str, tmp_path: Path) -> None:
    text = f"{PROMISE}{line}\n"
    assert errors(text, tmp_path).get(rule) == place
    assert load(plain(text)).remarks
    assert not Draft202012Validator(json.loads(schema_text("citizen-promise"))).is_valid(plain(text))


def test_documents_that_extend_each_other_in_a_circle_are_found(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text(
        PROMISE.replace("löfte-2016", "löfte-2015") + "extends: löfte-2016\n", encoding="utf-8"
    )
    (tmp_path / "a.yaml").write_text(PROMISE + "extends: löfte-2015\n", encoding="utf-8")
    assert "circular-reference" in {found.rule for found in check([str(tmp_path)], TODAY).findings}
