"""The storeys of the house: a file imports only from its own folder and from storeys below."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.conftest import ROOT

SOURCE = ROOT / "src" / "samverkan"
STOREYS = (
    {"escape", "words", "resources", "municipalities"},
    {"errors", "findings", "guess"},
    {"source"},
    {"model"},
    {"workspace"},
    {"reviews", "gather"},
    {"law"},
    {"rules", "duties", "thread"},
    {"catalogue"},
    {"check", "render"},
    {"drafts", "output"},
    {"cli"},
    {"__main__"},
)
# Libraries that only some places may know.
WALLS = {
    "typer": {"cli"},
    "rich": {"output"},
    "ruamel": {"source"},
    "_ruamel_yaml": {"source"},
    "pydantic": {"model"},
    "pydantic_core": {"model"},
    "jinja2": {"render"},
    "markdown_it": {"render"},
    "typst": {"render"},
    "pypandoc": {"render"},
    "pypdf": {"render"},
}
FILES = sorted(SOURCE.rglob("*.py"))


def part_of(path: Path) -> str:
    inside = path.relative_to(SOURCE)
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem


def imports_of(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def storey(part: str) -> int:
    return next(i for i, parts in enumerate(STOREYS) if part in parts)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_imports_go_downwards(path: Path) -> None:
    own = part_of(path)
    if own == "__init__":
        return
    for name in imports_of(path):
        library, _, inside = name.partition(".")
        if library == "samverkan" and inside.split(".")[0] not in {own, "__version__"}:
            assert storey(inside.split(".")[0]) < storey(own), f"{path.name} imports {name}"
        assert own in WALLS.get(library, {own}), f"{path.name} knows {library}"


def test_only_the_command_line_reads_clock_and_environment() -> None:
    allowed = {"cli", "output", "render"}  # output asks for the terminal's width, render hands the environment on
    for path in FILES:
        text = path.read_text(encoding="utf-8")
        assert part_of(path) == "cli" or "datetime.now" not in text, path
        assert part_of(path) in allowed or "os.environ" not in text, path


def test_validate_never_loads_what_render_needs() -> None:
    heavy = {"jinja2", "markdown_it", "typst", "pypandoc"}
    reached, waiting = set[str](), [SOURCE / "check.py", SOURCE / "output" / "findings" / "text.py"]
    while waiting:
        for name in imports_of(waiting.pop()):
            module = SOURCE.parent / Path(*name.split("."))
            for candidate in (module.with_suffix(".py"), module.parent.with_suffix(".py"), module / "__init__.py"):
                if candidate.is_file() and str(candidate) not in reached:
                    reached.add(str(candidate))
                    waiting.append(candidate)
            assert name.split(".")[0] not in heavy
