"""A text that is open in a large workspace is checked among the files that it has to do with, and told the same of."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest
from lsprotocol.types import TextDocumentContentChangeWholeDocument, TextDocumentItem

from samverkan.check import check_files
from samverkan.large import nearby
from samverkan.lsp.desk import Desk
from samverkan.lsp.lens import lenses
from samverkan.lsp.places import links_to
from samverkan.lsp.symbols import symbols
from samverkan.lsp.texts import uri_of
from samverkan.lsp.units import Units
from samverkan.workspace.references import LinkTarget
from tests.conftest import EXAMPLES
from tests.test_large import several

if TYPE_CHECKING:
    from pathlib import Path

    from samverkan.lsp.desk import Seen

DAY = date(2026, 11, 20)
CHANGES = (
    ("2024", "2023"),
    ("id: ", "id: x"),
    ("agreement: ", "agreement: x"),
    ("kommun", "region"),
    ("title:", "titel:"),
    ("title: ", 'title: "'),
)


def told_of(seen: Seen) -> object:
    """Give what an editor is told of a text."""
    document = seen.document
    said = [(finding.rule, finding.message.say("sv"), finding.span, finding.related) for finding in seen.findings]
    links = links_to(seen, LinkTarget(document)) if document else []
    refer = sorted((one.document.file, one.link.path) for one in links)
    return said, refer, str(symbols(seen, Units(), "sv")), str(lenses(seen, DAY, Units(), "sv"))


def seen_each(folder: Path, least: int, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Open each file, change it in some ways, and give what is told each time."""
    monkeypatch.setattr(nearby, "LARGE", least)
    desk, found = Desk(lambda: DAY), []
    for path in sorted(folder.glob("*.yaml")):
        uri, text = uri_of(path), path.read_text(encoding="utf-8")
        desk.texts.take(TextDocumentItem(uri, "yaml", 1, text))
        for number, (old, new) in enumerate((("", ""), *CHANGES), 2):
            desk.texts.change(uri, number, [TextDocumentContentChangeWholeDocument(text.replace(old, new, 1))])
            desk.forget(disk=False)
            seen = desk.seen(uri)
            assert seen is not None
            if least == 1 and seen.near and seen.near.beyond:
                assert seen.workspace is not seen.near
            found.append(told_of(seen))
        desk.close(uri)
    return found


@pytest.mark.parametrize("name", ["exempelkommun", "several"])
def test_the_same_is_told_as_of_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    folder = several(tmp_path / "w") if name == "several" else shutil.copytree(EXAMPLES / name, tmp_path / "w")
    assert seen_each(folder, 1, monkeypatch) == seen_each(folder, 10_000, monkeypatch)


def test_only_what_a_text_has_to_do_with_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = several(tmp_path / "w")
    monkeypatch.setattr(nearby, "LARGE", 1)
    desk = Desk(lambda: DAY)
    path = min(folder.glob("*-a.yaml"))
    desk.texts.take(TextDocumentItem(uri_of(path), "yaml", 1, path.read_text(encoding="utf-8")))
    seen = desk.seen(uri_of(path))
    assert seen is not None
    assert seen.near is not None
    assert seen.workspace is not None
    near, every = set(seen.near.by_file), set(seen.workspace.by_file)
    assert near == {file for file in every if file.endswith("-a.yaml")}
    assert len(near) < len(every)
    whole = check_files([seen.surroundings], DAY).workspaces[0]
    assert every == set(whole.by_file)
