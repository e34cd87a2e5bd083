"""What SECURITY.md promises is held by the tests that it names."""

from __future__ import annotations

import ast
import re

import pytest

from tests.conftest import ROOT

NAMED = re.findall(r"`(test_\w+\.py)((?:::\w+)+)`", (ROOT / "SECURITY.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("file", "names"), NAMED)
def test_a_test_that_is_named_exists(file: str, names: str) -> None:
    inside: list[ast.stmt] = ast.parse((ROOT / "tests" / file).read_text(encoding="utf-8")).body
    for name in names.removeprefix("::").split("::"):
        found = [n for n in inside if isinstance(n, ast.ClassDef | ast.FunctionDef) and n.name == name]
        assert found, f"{file} has no {name}"
        inside = found[0].body


def test_every_promise_names_its_test() -> None:
    rows = re.findall(r"^\| (?!what |---)(.+) \|$", (ROOT / "SECURITY.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(rows) > 10
    assert [row for row in rows if "::" not in row.rpartition("|")[2]] == []
