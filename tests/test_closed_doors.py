"""Files and folders that may not be opened or written, and names that lead nowhere: a sentence, and no traceback."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from samverkan.source.folders import read_folder
from samverkan.source.keeping import MOST_OF_ONE, KeptFiles
from samverkan.source.opening import OutsideError
from tests.conftest import SMALL
from tests.rights import run_without_might, without_might
from tests.test_faults import VANISHES

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


@posix
def test_whose_a_folder_is_that_cannot_be_asked_about_is_not_known(room: Path) -> None:
    (room / ".git").mkdir()
    (room / "stängd" / "mitt" / "inne").mkdir(parents=True)
    (room / "stängd" / "mitt" / ".gitignore").write_text("*.yaml\n", encoding="utf-8")
    (room / "stängd" / "mitt" / "inne" / "a.yaml").write_text(SMALL, encoding="utf-8")
    line = (
        f"cd stängd/mitt/inne && chmod 000 ../.. && {sys.executable} -m samverkan validate . --lang sv {' '.join(DAY)}"
    )
    try:
        done = subprocess.run(
            ["/bin/sh", "-c", line], cwd=room, preexec_fn=without_might, capture_output=True, check=False, timeout=60
        )
    finally:
        (room / "stängd").chmod(0o700)
    assert done.stderr == b""
    assert "1 fil granskad" in done.stdout.decode()


def test_a_file_that_vanishes_between_two_looks_is_told(room: Path) -> None:
    (room / ".gitignore").write_text("*.md\n", encoding="utf-8")
    code = VANISHES.format(ending=".gitignore", lost="a.yaml")
    done = subprocess.run(
        [sys.executable, "-c", code, "validate", "--lang", "sv", *DAY],
        cwd=room,
        capture_output=True,
        check=False,
        timeout=60,
        encoding="utf-8",
    )
    assert done.returncode == 4
    assert "a.yaml" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_that_is_named_twice_is_read_once(run: Callable[..., Outcome], room: Path) -> None:
    once, twice = run("validate", ".", *DAY, cwd=room), run("validate", ".", "./", *DAY, cwd=room)
    assert (twice.code, twice.out) == (once.code, once.out)


def test_of_what_may_be_lost_nothing_is_kept_that_is_too_large_and_no_folder_is_thrown_away(tmp_path: Path) -> None:
    kept = KeptFiles(tmp_path / "kvar")
    kept.put("stor", bytes(MOST_OF_ONE + 1))
    assert kept.get("stor") is None
    kept.put("liten", b"x")
    (tmp_path / "kvar" / "mapp").mkdir()
    kept.tidy()
    assert kept.get("liten") == b"x"
    assert (tmp_path / "kvar" / "mapp").is_dir()
