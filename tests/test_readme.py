"""The commands of the README and of the guides give what stands there."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.conftest import EXAMPLES, ROOT, SMALL, program

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

GUIDES = {
    "README.md": "en_GB.UTF-8",
    "docs/documents.md": "en_GB.UTF-8",
    "docs/look.md": "en_GB.UTF-8",
    "docs/law.md": "en_GB.UTF-8",
    "docs/start.md": "en_GB.UTF-8",
    "docs/compare.md": "en_GB.UTF-8",
    "docs/sv/jamfora.md": "sv_SE.UTF-8",
    "docs/sv/borja.md": "sv_SE.UTF-8",
    "docs/sv/kom-igang.md": "sv_SE.UTF-8",
    "docs/sv/lagen.md": "sv_SE.UTF-8",
    "docs/sv/dokument.md": "sv_SE.UTF-8",
    "docs/sv/utseende.md": "sv_SE.UTF-8",
    "docs/word.md": "en_GB.UTF-8",
    "docs/sv/word.md": "sv_SE.UTF-8",
}


def blocks(text: str, kind: str) -> list[str]:
    return re.findall(rf"```{kind}\n(.*?)```", text, re.DOTALL)


def commands(text: str) -> list[tuple[str, str]]:
    """Return each command that is shown with a prompt, and the output that stands below it."""
    pattern = re.compile(r"^\$ samverkan (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
    return [(line, output) for block in blocks(text, "console") for line, output in pattern.findall(block)]


@pytest.mark.parametrize("name", GUIDES)
def test_commands_give_what_is_shown(
    name: str, run: Callable[..., Outcome], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    path = ROOT / name
    text = path.read_text(encoding="utf-8")
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    for folder in ("workspace", "compared"):
        shutil.copytree(ROOT / "tests" / folder, tmp_path / "tests" / folder)
    agreement = next((block for block in blocks(text, "yaml") if "kind: agreement" in block), "")
    assert len(commands(text)) >= 3
    for line, shown in commands(text):
        broken = agreement.replace("validity:", "giltighet:") if re.search(r"\bgiltighet\b", shown) else agreement
        (tmp_path / "avtal.yaml").write_text(broken, encoding="utf-8")
        ended = run(*shlex.split(line), LANG=GUIDES[name], COLUMNS="100")
        assert ended.err == ""
        assert ended.code == (1 if re.search(r": [1-9]\d* (fel|errors?)\b", shown) else 0)
        found = "\n".join(line.rstrip() for line in ended.out.splitlines()) + "\n"
        if request.config.getoption("--update-golden"):
            prompt = "$ samverkan " + line + "\n"
            text = text.replace(prompt + shown, prompt + found)
            path.write_bytes(text.encode())
        else:
            assert shown == found


@pytest.mark.parametrize("name", GUIDES)
def test_the_documents_and_settings_that_are_shown_are_clean(
    name: str, run: Callable[..., Outcome], tmp_path: Path
) -> None:
    for i, block in enumerate(blocks((ROOT / name).read_text(encoding="utf-8"), "yaml")):
        folder = tmp_path / str(i)
        folder.mkdir()
        is_settings = "kind: workspace" in block
        (folder / "avtal.yaml").write_text(SMALL if is_settings else block, encoding="utf-8")
        if is_settings:
            (folder / "samverkan.yaml").write_text(block, encoding="utf-8")
        ended = run("validate", cwd=folder)
        assert ended.out.startswith("1 fil granskad: inga fel"), ended.out
        assert ended.code == 0


def test_the_json_that_is_documented_is_the_json_that_comes(run: Callable[..., Outcome], tmp_path: Path) -> None:
    findings, rows = (json.loads(block) for block in blocks((ROOT / "docs/json.md").read_text("utf-8"), "json"))
    report = run("followup", "examples/founding", "--today", "2019-06-01", "--format", "json", "--lang", "en", cwd=ROOT)
    assert rows["rows"][0] in json.loads(report.out)["rows"]
    (tmp_path / "avtal").mkdir()
    agreement = blocks((ROOT / "README.md").read_text("utf-8"), "yaml")[0].replace("validity:", "# plats\n\ngiltighet:")
    (tmp_path / "avtal" / "lessebo-2019.yaml").write_text(agreement, encoding="utf-8")
    found = json.loads(run("validate", "avtal", "--format", "json", "--lang", "en").out)["findings"]
    assert findings["findings"][0] in found


@pytest.mark.parametrize(
    "name",
    [
        *GUIDES,
        "docs/followup.md",
        "docs/sv/uppfoljning.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
        "docs/json.md",
        "docs/ci.md",
        "docs/signatures.md",
        "docs/sv/underskrifter.md",
        "docs/sv/ci.md",
    ],
)
def test_links_lead_somewhere(name: str) -> None:
    path = ROOT / name
    for target in re.findall(r"\]\(((?!https?:)[^)#]+)\)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


def test_the_documented_targets_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for name in ("README.md", "CONTRIBUTING.md"):
        assert set(re.findall(r"`?make ([a-z]+)", (ROOT / name).read_text("utf-8"))) - {"a"} <= targets | {"the"}


@pytest.mark.parametrize(("target", "last"), [("demo", "samverkan validate"), ("test", "-m pytest")])
def test_the_two_commands_begin_with_all_that_they_need(target: str, last: str, tmp_path: Path) -> None:
    steps = subprocess.run(
        [program("make"), "--dry-run", target, f"VENV={tmp_path}/none"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        timeout=60,
    ).stdout.decode()
    needed = [f"-m venv {tmp_path}/none", "--require-hashes", "--no-deps --no-build-isolation --editable .", last]
    found = [steps.find(words) for words in needed]
    assert -1 not in found
    assert found == sorted(found)
