"""Files and folders that may not be opened or written, and names that lead nowhere: a sentence, and no traceback."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from samverkan.source.folders import read_folder
from samverkan.source.opening import OutsideError
from tests.conftest import SMALL
from tests.rights import run_without_might

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.conftest import Outcome

DAY = ("--today", "2024-06-01")
SETTINGS = "samverkan: 1\nkind: workspace\n"
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
posix = pytest.mark.skipif(sys.platform == "win32", reason="rights of this kind are not there")


@pytest.fixture
def room(tmp_path: Path) -> Path:
    (tmp_path / "samverkan.yaml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    return tmp_path


@contextmanager
def closed(path: Path) -> Iterator[Path]:
    """Let nobody into a file or a folder; afterwards it can be taken away."""
    before = path.stat().st_mode
    path.chmod(0)
    try:
        yield path
    finally:
        path.chmod(before)


@posix
@pytest.mark.parametrize("key", ["templates: mapp", "fonts: {folder: mapp}"])
def test_a_folder_of_the_look_that_is_closed(room: Path, key: str) -> None:
    (room / "samverkan.yaml").write_text(f"{SETTINGS}look: {{{key}}}\n", encoding="utf-8")
    (room / "mapp").mkdir()
    with closed(room / "mapp"):
        ended = run_without_might(room, "render", "--format", "html", *DAY)
    assert ended.code == 2
    assert "mapp" in ended.err
    assert "en mapp som inte går att öppna" in ended.err
    assert not (room / "build").exists()


@posix
def test_a_folder_of_forms_that_is_closed(room: Path) -> None:
    (room / "svar").mkdir()
    with closed(room / "svar"):
        ended = run_without_might(room, "collect", "svar", *DAY)
    assert ended.code == 4
    assert ended.err.startswith("Det gick inte att läsa svar: ")
    assert ended.err.count("\n") == 1


@posix
def test_settings_that_are_closed_are_told_of_once(room: Path) -> None:
    with closed(room / "samverkan.yaml"):
        ended = run_without_might(room, "validate", *DAY)
    assert ended.code == 2
    assert (ended.out + ended.err).count("samverkan.yaml") == 1


@pytest.mark.parametrize("name", ["x" * 300, "ring"])
def test_a_file_of_the_look_whose_name_leads_nowhere(run: Callable[..., Outcome], room: Path, name: str) -> None:
    (room / "samverkan.yaml").write_text(f'{SETTINGS}look: {{logo: "{name}"}}\n', encoding="utf-8")
    (room / "ring").symlink_to("ring")
    ended = run("render", "--format", "html", *DAY, cwd=room)
    assert ended.code == 2
    assert "finns inte" in ended.err
    told = run("validate", *DAY, cwd=room)
    assert "finns inte" in told.err


@posix
def test_without_a_place_for_what_is_its_own_the_program_renders_all_the_same(
    run: Callable[..., Outcome], room: Path
) -> None:
    for code in (0, 0):
        ended = run("render", "--format", "md", *DAY, cwd=room, XDG_STATE_HOME="/dev/null/x")
        assert ended.code == code, ended.err
    manifest = json.loads((room / "build" / ".samverkan-manifest.json").read_text(encoding="utf-8"))
    assert not any("seal" in entry for entry in manifest["files"].values())


@posix
def test_what_is_beside_a_document_and_has_been_closed_since_is_looked_at_anew(room: Path) -> None:
    (room / "logga.svg").write_text(LOGO, encoding="utf-8")
    (room / "samverkan.yaml").write_text(f"{SETTINGS}look: {{logo: logga.svg}}\n", encoding="utf-8")
    assert run_without_might(room, "render", "--format", "html", *DAY).code == 0
    with closed(room / "logga.svg"):
        ended = run_without_might(room, "render", "--format", "html", *DAY)
    assert ended.code == 2
    assert "logga.svg" in ended.err


@posix
def test_a_folder_that_leads_out_of_its_root_is_not_read(room: Path) -> None:
    (room / "yta").mkdir()
    (room / "ute").mkdir()
    (room / "yta" / "mallar").symlink_to(room / "ute")
    with pytest.raises(OutsideError):
        read_folder(room / "yta" / "mallar", room / "yta", 1000)


def test_folders_in_a_folder_of_templates_are_not_looked_into(run: Callable[..., Outcome], room: Path) -> None:
    (room / "mallar" / "gamla").mkdir(parents=True)
    (room / "mallar" / "gamla" / "agreement.html.j2").write_text("{% fel", encoding="utf-8")
    ended = run("render", "--format", "html", "--template-dir", "mallar", *DAY, cwd=room)
    assert ended.code == 0, ended.err
