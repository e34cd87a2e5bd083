"""A text that is open in a large workspace is checked among the files that it has to do with, and told the same of."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lsprotocol.types import TextDocumentContentChangeWholeDocument, TextDocumentItem

from samverkan.check import check_files
from samverkan.gather import read_one
from samverkan.large import kept_facts, nearby
from samverkan.lsp import disk, server
from samverkan.lsp.desk import Desk
from samverkan.lsp.lens import lenses
from samverkan.lsp.places import links_to
from samverkan.lsp.symbols import symbols
from samverkan.lsp.texts import uri_of
from samverkan.lsp.units import Units
from samverkan.words.lsp import LSP
from samverkan.workspace.references import LinkTarget
from tests.conftest import EXAMPLES
from tests.test_large import several

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.lsp.desk import Seen
    from samverkan.lsp.disk import Read
    from samverkan.source.files import SourceFile

DAY = date(2026, 11, 20)
CHANGES = (
    ("2024", "2023"),
    ("id: ", "id: x"),
    ("agreement: ", "agreement: x"),
    ("kommun", "region"),
    ("title:", "titel:"),
    ("title: ", 'title: "'),
    ("title: ", "okänd: 1\ntitle: "),
    ("agreement: ", "agreement: Vårt "),
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


def test_what_other_folders_hold_is_let_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nearby, "LARGE", 1)
    monkeypatch.setattr(nearby, "_MOST_KEPT", 0)
    monkeypatch.setattr(disk, "_MOST_KEPT", 0)
    large, small = several(tmp_path / "w"), tmp_path / "s"
    small.mkdir()
    for name in ("samverkan.yaml", "avtal-2024-a.yaml"):
        shutil.copy(large / name, small)
    desk = Desk(lambda: DAY)

    def told(path: Path, desk: Desk) -> object:
        desk.texts.take(TextDocumentItem(uri_of(path), "yaml", 1, path.read_text(encoding="utf-8")))
        seen = desk.seen(uri_of(path))
        assert seen is not None
        return told_of(seen)

    for folder in (large, small, large):
        path = folder / "avtal-2024-a.yaml"
        assert told(path, desk) == told(path, Desk(lambda: DAY))
        desk.close(uri_of(path))
    if sys.platform != "win32":
        os.mkfifo(large / "pipa.yaml")  # which nobody can read, and which makes nobody wait
    assert told(large / "avtal-2024-a.yaml", desk)


def test_a_document_that_is_not_saved_yet_belongs_where_it_is_to_lie(tmp_path: Path) -> None:
    folder = several(tmp_path / "w")
    path, new = folder / "plan-2024-a.yaml", folder / "ny.yaml"
    text = path.read_text(encoding="utf-8").replace("agreement: avtal-2024-a", "agreement: ny")
    agreement = (folder / "avtal-2024-a.yaml").read_text(encoding="utf-8").replace("id: avtal-2024-a", "id: ny")
    desk = Desk(lambda: DAY)

    def rules() -> set[str]:
        desk.forget()
        seen = desk.seen(uri_of(path))
        assert seen is not None
        return {finding.rule for finding in seen.findings}

    desk.texts.take(TextDocumentItem(uri_of(path), "yaml", 1, text))
    without = rules()
    desk.texts.take(TextDocumentItem(uri_of(new), "yaml", 1, agreement))
    assert without - rules() == {"unknown-reference"}


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


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note which files are parsed, in a workspace that counts as large however few they are."""
    noted: list[str] = []

    def note(source: SourceFile, raw: bytes, *, is_asked: bool = True) -> Read:
        noted.append(source.path.name)
        return read_one(source, raw, is_asked=is_asked)

    monkeypatch.setattr(disk, "read_one", note)
    monkeypatch.setattr(nearby, "LARGE", 1)
    monkeypatch.setattr(kept_facts, "_WORTH_WRITING", 1)
    return noted


def opened(path: Path, kept: Path) -> tuple[Desk, Seen]:
    """Open a file in an editor that has just begun."""
    desk = Desk(lambda: DAY, kept)
    desk.texts.take(TextDocumentItem(uri_of(path), "yaml", 1, path.read_text(encoding="utf-8")))
    seen = desk.seen(uri_of(path))
    assert seen is not None
    return desk, seen


def test_the_second_time_only_what_is_near_is_read(tmp_path: Path, read: list[str]) -> None:
    folder, kept = several(tmp_path / "w"), tmp_path / "kept"
    path = min(folder.glob("*-a.yaml"))
    _, first = opened(path, kept)
    read.clear()
    _, again = opened(path, kept)
    assert read
    assert {Path(name).stem[-1] for name in read} == {"a"}
    assert told_of(again) == told_of(first)


def test_a_file_that_holds_something_else_since_is_read(tmp_path: Path, read: list[str]) -> None:
    folder, kept = several(tmp_path / "w"), tmp_path / "kept"
    path = min(folder.glob("*-a.yaml"))
    opened(path, kept)
    plan = folder / "plan-2024-b.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("avtal-2024-b", "avtal-2024-a"), encoding="utf-8")
    read.clear()
    _, again = opened(path, kept)
    assert plan.name in read
    assert told_of(again) == told_of(opened(path, tmp_path / "nothing")[1])


@pytest.mark.parametrize("harm", [b"", b"{}", b"[" * 100_000, b'{"x": 1}'])
def test_what_is_kept_and_broken_counts_as_not_there(tmp_path: Path, read: list[str], harm: bytes) -> None:
    folder, kept = several(tmp_path / "w"), tmp_path / "kept"
    path = min(folder.glob("*-a.yaml"))
    _, first = opened(path, kept)
    (facts,) = (kept / "checks").iterdir()
    whole = facts.read_bytes()
    facts.write_bytes(harm)
    read.clear()
    _, again = opened(path, kept)
    assert len(set(read)) == len(list(folder.glob("*-*.yaml")))
    assert told_of(again) == told_of(first)
    assert facts.read_bytes() == whole


def test_the_rest_is_read_while_the_writer_rests(tmp_path: Path, read: list[str]) -> None:
    folder, kept = several(tmp_path / "w"), tmp_path / "kept"
    path = min(folder.glob("*-a.yaml"))
    opened(path, kept)
    desk, seen = opened(path, kept)
    assert {source.path.stem[-1] for source in desk.reading_ahead()} == {"b", "c"}
    assert not list(desk.reading_ahead())
    read.clear()
    assert seen.workspace is not None
    assert len(seen.workspace.documents) == len(list(folder.glob("*-*.yaml")))
    assert not read


@pytest.mark.parametrize(("seconds", "order"), [(0.0, ["a", "asked", "b", "c"]), (1000.0, ["a", "b", "c", "asked"])])
def test_the_editor_is_listened_to_meanwhile(seconds: float, order: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "_AT_A_TIME", seconds)
    answering = server.Server("sv", lambda: DAY, lambda _: LSP["our-fault"])
    done: list[str] = []

    def reading() -> Iterator[str]:
        for name in ("a", "b", "c"):
            done.append(name)
            yield name
        loop.call_later(0.01, loop.stop)

    loop = asyncio.new_event_loop()
    loop.call_soon(answering.read_ahead, reading())
    loop.call_soon(done.append, "asked")
    loop.call_later(30, loop.stop)
    loop.run_forever()
    loop.close()
    assert done == order
