"""An editor that asks the language server over its streams, as a person's does."""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.client import JsonRPCClient
from pytest_lsp import make_test_lsp_client

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping
    from pathlib import Path

    from pytest_lsp import LanguageClient

PATIENCE = 60


@dataclass
class Editor:
    """An editor with a folder open.

    Attributes:
        client: what speaks with the server.
        folder: the folder.
        texts: what is open, by name, with its version.
    """

    client: LanguageClient
    folder: Path
    texts: dict[str, tuple[str, int]] = field(default_factory=dict)

    def uri(self, name: str) -> str:
        return name if ":" in name else (self.folder / name).as_uri()

    async def told(self, name: str) -> list[types.Diagnostic]:
        """Wait for the findings of a text as it is now."""
        while True:
            said = await asyncio.wait_for(
                self.client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS), PATIENCE
            )
            if said.uri == self.uri(name) and said.version == self.texts[name][1]:
                found: list[types.Diagnostic] = list(said.diagnostics)
                return found

    def open(self, name: str, text: str | None = None) -> None:
        written = (self.folder / name).read_bytes().decode() if text is None else text
        self.texts[name] = (written, 1)
        item = types.TextDocumentItem(self.uri(name), "yaml", 1, written)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    async def opened(self, name: str, text: str | None = None) -> list[types.Diagnostic]:
        self.open(name, text)
        return await self.told(name)

    def send(self, name: str, *changes: types.TextDocumentContentChangeEvent) -> None:
        old, version = self.texts[name]
        self.texts[name] = (old, version + 1)
        which = types.VersionedTextDocumentIdentifier(version + 1, self.uri(name))
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(which, list(changes)))

    async def write(self, name: str, text: str) -> list[types.Diagnostic]:
        """Put a whole text in the place of what is there."""
        self.send(name, types.TextDocumentContentChangeWholeDocument(text))
        self.texts[name] = (text, self.texts[name][1])
        return await self.told(name)

    async def type(self, name: str, where: tuple[int, int], text: str, end: tuple[int, int] | None = None) -> Any:
        """Write something in a place, in the units of the protocol, and wait for the findings."""
        span = types.Range(types.Position(*where), types.Position(*(end or where)))
        self.send(name, types.TextDocumentContentChangePartial(span, text))
        return await self.told(name)

    def place(self, name: str, mark: str, after: int = 0) -> tuple[types.TextDocumentIdentifier, types.Position]:
        """Give the place of a text's first letter in an open text, or so many characters further on."""
        written = self.texts[name][0]
        before = written[: written.index(mark) + after]
        column = len(before.rpartition("\n")[2].encode("utf-16-le")) // 2
        return types.TextDocumentIdentifier(self.uri(name)), types.Position(before.count("\n"), column)

    def shown(self) -> list[str]:
        """Give what the user has been shown in messages."""
        return [message.message for message in self.client.messages]


@asynccontextmanager
async def editing(
    folder: Path,
    locale: str | None = "sv",
    capabilities: types.ClientCapabilities | None = None,
    *,
    folders: bool = True,
    answers: Mapping[str, Callable[[Any], object]] | None = None,
    **environment: str,
) -> AsyncIterator[Editor]:
    """Start the language server in a folder, and end it as is agreed on; it must say nothing beside the protocol."""
    client = make_test_lsp_client()
    for method, answer in (answers or {}).items():
        client.feature(method)(partial(answer))
    around = {**os.environ, "LANG": "sv_SE.UTF-8", "PYTHONUTF8": "1", **environment}
    command = [sys.executable, "-m", "samverkan", "lsp", "--today", "2026-11-22"]
    await JsonRPCClient.start_io(client, *command, env=around, cwd=folder)
    server = client._server  # noqa: SLF001 - what it says beside the protocol is read by nobody else
    assert server
    assert server.stderr
    said = asyncio.create_task(server.stderr.read())
    params = types.InitializeParams(capabilities or types.ClientCapabilities(), locale=locale)
    params.workspace_folders = [types.WorkspaceFolder(folder.as_uri(), folder.name)] if folders else None
    await asyncio.wait_for(client.initialize_session(params), PATIENCE)
    yield Editor(client, folder)
    await asyncio.wait_for(client.shutdown_session(), PATIENCE)
    await JsonRPCClient.stop(client)  # type: ignore[no-untyped-call]
    assert (server.returncode, await said) == (0, b"")
