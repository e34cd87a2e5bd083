"""The guides: every command gives what is shown, from the empty folder on, and every file and advice is true."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from datetime import date
from importlib.metadata import version
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from samverkan.findings import Severity
from samverkan.model.kinds import KINDS
from tests.conftest import EXAMPLES, ROOT
from tests.guides import Edit, steps

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

SWEDISH = ROOT / "docs" / "sv"
KIND_PAGES = sorted((SWEDISH / "typer").glob("*.md"))
STORIES = ("docs/sv/fran-tom-mapp.md", "docs/guide.md")
TODAY = date(2026, 11, 20)
LEFT_OUT = "*utelämnat*"


def kind_of(page: Path) -> str:
    met = re.search(r"^Typ: `([a-z-]+)`", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert met, page
    return met[1]


def shown_file(page: Path) -> str:
    met = re.search(r"```yaml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    assert met, page
    return met[1]


def advice() -> list[tuple[Path, list[str]]]:
    """Read the rows on what goes wrong: what is easily written, what to write, why, and the finding."""
    rows = [(page, line) for page in KIND_PAGES for line in page.read_text(encoding="utf-8").splitlines()]
    cells = [(page, [cell.strip() for cell in line.strip("|").split("|")]) for page, line in rows if line[:1] == "|"]
    return [(page, row) for page, row in cells if len(row) > 3 and row[3].startswith("`")]


@pytest.mark.parametrize("page", [*KIND_PAGES, *(ROOT / name for name in STORIES)], ids=lambda page: page.name)
def test_the_commands_give_what_is_shown(
    page: Path, run: Callable[..., Outcome], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    text = page.read_text(encoding="utf-8")
    commands = []
    for step in steps(text):
        if isinstance(step, Edit):
            step.apply(tmp_path)
            continue
        ended = run(*step.arguments, LANG="sv_SE.UTF-8" if SWEDISH in page.parents else "en_GB.UTF-8", COLUMNS="100")
        assert ended.code == 0, (step.line, ended)
        commands.append((step, "".join(f"{line.rstrip()}\n" for line in (ended.out + ended.err).splitlines())))
    assert len(commands) >= 3
    if request.config.getoption("--update-golden"):
        for step, found in reversed(commands):
            text = text[: step.start] + found + text[step.start + len(step.output) :]
        page.write_bytes(text.encode())
    else:
        assert [step.output for step, _ in commands] == [found for _, found in commands]


def test_each_kind_has_a_page() -> None:
    assert {kind_of(page) for page in KIND_PAGES} == set(KINDS)


@pytest.mark.parametrize("page", KIND_PAGES, ids=lambda page: page.stem)
def test_the_file_on_a_page_is_the_smallest_example(page: Path, run: Callable[..., Outcome], tmp_path: Path) -> None:
    assert run("example", kind_of(page), "--out", ".").code == 0
    (made,) = (path for path in tmp_path.glob("*.yaml") if f"kind: {kind_of(page)}\n" in path.read_text("utf-8"))
    assert shown_file(page) == made.read_text(encoding="utf-8")
    example = (EXAMPLES / "smallest" / made.name).read_text(encoding="utf-8")
    assert example.splitlines()[1:] == shown_file(page).splitlines()


@pytest.mark.parametrize(("page", "row"), advice(), ids=lambda part: part.stem if hasattr(part, "stem") else part[0])
def test_what_goes_wrong_is_found_under_its_name(page: Path, row: list[str], tmp_path: Path) -> None:
    wrong, right, _, rule = (cell.strip("`") for cell in row)
    folder = tmp_path / "mapp"
    shutil.copytree(EXAMPLES / "smallest", folder)
    (path,) = (path for path in folder.iterdir() if f"kind: {kind_of(page)}\n" in path.read_text("utf-8"))
    lines = shown_file(page).splitlines()
    place = next(i for i, line in enumerate(lines) if right in line)
    lines[place] = "" if wrong == LEFT_OUT else lines[place].replace(right, wrong)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = check([str(folder)], TODAY).findings
    assert rule in {finding.rule for finding in found}, found


def said() -> list[tuple[Path, str]]:
    """Give what a page shows for documents that say more than the smallest one."""
    section = re.compile(r"^## När verkligheten är rikare\n(.*?)^## ", re.DOTALL | re.MULTILINE)
    tables = ((page, section.search(page.read_text(encoding="utf-8"))) for page in KIND_PAGES)
    return [
        (page, row) for page, found in tables if found for row in re.findall(r"\| `(.+)` \|$", found[1], re.MULTILINE)
    ]


@pytest.mark.parametrize(("page", "shown"), said(), ids=lambda part: part.stem if hasattr(part, "stem") else part[:20])
def test_what_a_page_shows_is_read_without_a_fault(page: Path, shown: str, tmp_path: Path) -> None:
    folder = tmp_path / "mapp"
    shutil.copytree(EXAMPLES / "smallest", folder)
    (path,) = (path for path in folder.iterdir() if f"kind: {kind_of(page)}\n" in path.read_text("utf-8"))
    rest = re.sub(rf"(?m)^{shown.partition(':')[0]}:.*\n(?: .*\n|\n(?= ))*", "", path.read_text(encoding="utf-8"))
    path.write_text(f"{rest}{shown}\n", encoding="utf-8")
    found = check([str(folder)], TODAY).findings
    # What the other documents of the folder refer to may have gone with what was there before.
    assert [one for one in found if one.severity is Severity.ERROR and one.file.endswith(path.name)] == []


def test_every_page_says_what_more_can_be_said() -> None:
    assert {page for page, _ in said()} == set(KIND_PAGES)


def test_the_advice_is_read() -> None:
    assert {page for page, _ in advice()} == set(KIND_PAGES)
    assert len(advice()) > 30


def test_the_keys_and_words_that_the_pages_name_exist(run: Callable[..., Outcome], tmp_path: Path) -> None:
    assert run("schema", "--out", ".").code == 0
    known = "".join(path.read_text(encoding="utf-8") for path in tmp_path.glob("*.json"))
    for page in KIND_PAGES:
        prose = re.sub(r"```.*?```|^\|.*\|$", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
        for name in set(re.findall(r"`([a-z_-]+)`", prose)) - {"new", "render", "report", "show"}:
            assert f'"{name}"' in known, (page.name, name)


def test_the_index_leads_to_every_guide() -> None:
    linked = re.findall(r"\]\(([^)#]+)\)", (SWEDISH / "README.md").read_text(encoding="utf-8"))
    pages = {path.relative_to(SWEDISH).as_posix() for path in SWEDISH.rglob("*.md")} - {"README.md"}
    assert pages <= set(linked)


@pytest.mark.parametrize("page", [*KIND_PAGES, SWEDISH / "README.md", *(ROOT / name for name in STORIES)])
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(((?!https?:)[^)#]+)\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_the_pictures_are_what_the_program_prints(tmp_path: Path) -> None:
    script = ROOT / "tools" / "make_pictures.py"
    subprocess.run([sys.executable, str(script), str(tmp_path)], check=True)
    made = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.glob("*.svg")}
    shown = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "images").glob("*.svg")}
    assert made == shown, "run: make pictures"
    assert not any("http" in text.replace("http://www.w3.org/2000/svg", "") for text in made.values())
    pages = {path.name: made_from(path) for path in tmp_path.glob("*.png")}
    assert list(pages) == ["lessebo-2019.png"]
    if f"\ntypst=={version('typst')} " in (ROOT / "constraints.txt").read_text(
        encoding="utf-8"
    ):  # others set pages anew
        assert pages == {path.name: made_from(path) for path in (ROOT / "docs" / "images").glob("*.png")}


def made_from(picture: Path) -> str:
    """Tell which pages a picture says that it is of."""
    (told,) = re.findall(rb"made from\x00([0-9a-f]{64})", picture.read_bytes())
    return str(told)


def test_the_demonstration_ends_by_saying_where_the_documents_lie() -> None:
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").partition("\ndemo:")[2].partition("\n\n")[0]
    last = recipe.splitlines()[-1]
    folder = re.search(r"render .* --out (\w+)", recipe)
    assert folder
    assert f"mappen {folder[1]}." in last
    (named,) = re.findall(rf"{folder[1]}/([\w-]+)\.html", last)
    assert (EXAMPLES / "exempelkommun" / f"{named}.yaml").exists()
