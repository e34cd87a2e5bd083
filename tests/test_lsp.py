"""The language server's findings, asked for by a real client: those of `validate`, at each stroke of a key."""

from __future__ import annotations

import asyncio
import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import ROOT, SMALL
from tests.editor import editing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lsprotocol import types

    from tests.conftest import Outcome

SEVERITIES = {"error": 1, "warning": 2, "note": 3}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "arbetsyta"
    shutil.copytree(ROOT / "tests" / "workspace", made)
    (made / "samverkan.yaml").write_text("samverkan: 1\nkind: workspace\n", encoding="utf-8")
    return made


@pytest.fixture
def validated(run: Callable[..., Outcome], folder: Path) -> Callable[[str, str], list[tuple[Any, ...]]]:
    """Save a text, and give what `validate` says of it, in the form of an editor's findings."""

    def said(name: str, text: str) -> list[tuple[Any, ...]]:
        (folder / name).write_bytes(text.encode())
        told = json.loads(run("validate", ".", "--format", "json", "--today", "2026-11-22", cwd=folder).out)
        return sorted(
            (
                one["rule"],
                SEVERITIES[one["severity"]],
                f"{one['message']}\n{one['help']}",
                (one["line"] - 1, one["column"] - 1, one["end_line"] - 1, one["end_column"] - 1),
                [(other["message"], other["file"], other["line"] - 1) for other in one["related"]],
            )
            for one in told["findings"]
            if one["file"] == name
        )

    return said


def plainly(found: list[types.Diagnostic]) -> list[tuple[Any, ...]]:
    """Give an editor's findings as those of `validated`; only of texts without emoji."""
    return sorted(
        (
            one.code,
            int(one.severity or 0),
            one.message,
            (one.range.start.line, one.range.start.character, one.range.end.line, one.range.end.character),
            [
                (other.message, other.location.uri.rpartition("/")[2], other.location.range.start.line)
                for other in one.related_information or []
            ],
        )
        for one in found
    )


def test_each_stroke_is_told_what_validate_says(
    folder: Path, validated: Callable[[str, str], list[tuple[Any, ...]]]
) -> None:
    steps = [
        "samverkan: 1\n",
        "samverkan: 1\nkind: ",
        "samverkan: 1\nkind: agreement\n",
        "samverkan: 1\nkind: agreement\nid: avtal-2024\n",  # as another one
        "samverkan: 1\nkind: agreement\nid: avtal-2025\ntitle: \n",
        SMALL.replace("avtal-2024", "avtal-2025").partition("purposes")[0],
        SMALL.replace("avtal-2024", "avtal-2025"),
        SMALL.replace("avtal-2024", "avtal-2025") + "okänd: 1\n",
        SMALL.replace("avtal-2024", "avtal-2025").replace("title: Otrygga", "titel: Otrygga"),
        SMALL.replace("avtal-2024", "avtal-2025") + "extends: finns-inte\n",
        SMALL.replace("avtal-2024", "avtal-2025").replace("parties:", "parties: {{"),
        SMALL.replace("avtal-2024", "avtal-2025").replace("parties:\n", "parties:\n\t"),
        SMALL.replace("avtal-2024", "avtal-2025"),
        "",
    ]

    async def script() -> None:
        async with editing(folder) as editor:
            assert plainly(await editor.opened("ny.yaml", "samverkan: 1\n")) == validated("ny.yaml", "samverkan: 1\n")
            seen = []
            for step in steps:
                told = plainly(await editor.write("ny.yaml", step))
                assert told == validated("ny.yaml", step), step
                seen.append(len(told))
            assert min(seen) < max(seen)

    asyncio.run(script())
