"""The page of proof: what it quotes is promised, and the tests that it names exist."""

from __future__ import annotations

import ast
import re

import pytest

from tests.conftest import ROOT

PAGES = ["docs/proof.md", "docs/sv/bevis.md"]


def plain(text: str) -> str:
    """Give a text without line breaks and without what only makes it look otherwise."""
    return " ".join(re.sub(r"[\[\]*`\\]|\]\([^)]*\)|\([\w/.-]+\)", "", text).split())


def rows(page: str) -> list[tuple[str, str, list[str]]]:
    """Read each row: the file that it quotes, the quote, and the tests that hold it."""
    found, source = [], ""
    for line in (ROOT / page).read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            source = line.removeprefix("## ")
        if line.startswith("| ") and "`test_" in line:
            quote, tests = line.strip("| ").rsplit(" | ", 1)
            found.append((source, quote, re.findall(r"`(test_[\w.:]+)`", tests)))
    return found


ROWS = rows(PAGES[0])
NAMED = sorted({name for _, _, names in ROWS for name in names})


@pytest.mark.parametrize(("source", "quote"), [(source, quote) for source, quote, _ in ROWS])
def test_what_is_quoted_is_promised(source: str, quote: str) -> None:
    assert plain(quote) in plain((ROOT / source).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", NAMED)
def test_a_test_that_is_named_exists(name: str) -> None:
    file, *inner = name.split("::")
    inside: list[ast.stmt] = ast.parse((ROOT / "tests" / file).read_text(encoding="utf-8")).body
    for one in inner:
        found = [n for n in inside if isinstance(n, ast.ClassDef | ast.FunctionDef) and n.name == one]
        assert found, f"{file} has no {one}"
        inside = found[0].body


def test_every_section_of_the_readme_and_every_point_of_security_has_its_row() -> None:
    readme = re.split(r"^## ", (ROOT / "README.md").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    points = re.findall(
        r"^- (.*?)(?=^- |^$)", (ROOT / "SECURITY.md").read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )
    assert len(readme) > 8
    assert len(points) > 8
    for source, parts in (("README.md", readme), ("SECURITY.md", points)):
        quotes = [plain(quote) for where, quote, _ in ROWS if where == source]
        without = [part[:60] for part in parts if not any(quote in plain(part) for quote in quotes)]
        assert [part for part in without if not part.startswith("More")] == []


def test_the_page_in_swedish_names_the_same_tests() -> None:
    assert [names for _, _, names in rows(PAGES[1])] == [names for _, _, names in ROWS]
