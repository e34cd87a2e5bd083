"""The pages on Excel: every command gives what is shown, and every file on them is what it is said to be."""

from __future__ import annotations

import re
import shlex
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.conftest import EXAMPLES, ROOT
from tests.test_collecting import Form

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

PAGES = ("docs/sv/excel.md", "docs/excel.md")
STEP = re.compile(
    r"^`(?P<file>[\w-]+\.(?:csv|yaml))`[^\n]*:\n\n```(?:csv|yaml)\n(?P<shown>.*?)```$|^```console\n(?P<console>.*?)```$",
    re.MULTILINE | re.DOTALL,
)
COMMAND = re.compile(r"^\$ samverkan (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
UNANSWERED = "samtal-för-utövare"
CODES = {"collect": 1, "validate": 1, "import": 1}
"""With what those commands end that tell of something: an answer is missing, and a crime has no place."""


def answer(folder: Path, language: str) -> None:
    """Answer all but one row, as those who got the forms would."""
    for path in folder.iterdir():
        form = Form(path)
        result = "pågår" if language == "sv" else "ongoing"
        form.answer({item: {"result": result} for item in form.rows if item != UNANSWERED}, path.stem).save(path)


@pytest.mark.parametrize("page", PAGES)
def test_the_commands_give_what_is_shown(
    page: str, run: Callable[..., Outcome], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    shutil.copytree(EXAMPLES / "exempelkommun", tmp_path, dirs_exist_ok=True)
    text = (ROOT / page).read_text(encoding="utf-8")
    language = "sv" if "/sv/" in page else "en"
    given: list[tuple[int, int, str]] = []
    for step in STEP.finditer(text):
        if step["file"]:
            (tmp_path / step["file"]).write_text(step["shown"], encoding="utf-8")
            continue
        for command in COMMAND.finditer(step["console"]):
            arguments = shlex.split(command[1])
            if arguments[0] == "collect":
                answer(tmp_path / "svar", language)
            ended = run("--lang", language, *arguments, COLUMNS="100")
            assert ended.code in {0, CODES.get(arguments[0], 0)}, (command[1], ended)
            start = step.start("console")
            given.append((start + command.start(2), start + command.end(2), ended.out + ended.err))
    assert len(given) == 7
    if request.config.getoption("--update-golden"):
        for start, end, found in reversed(given):
            text = text[:start] + found + text[end:]
        (ROOT / page).write_text(text, encoding="utf-8")
    else:
        assert [text[start:end] for start, end, _ in given] == [found for _, _, found in given]
