"""The language server and what editors should not send: it answers, says what stops it, and goes on."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from samverkan.lsp.server import Server
from samverkan.words.sentence import Text, plain
from tests.conftest import ROOT, SMALL
from tests.editor import PATIENCE, editing
from tests.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.conftest import Outcome


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "arbetsyta"
    shutil.copytree(ROOT / "tests" / "workspace", made)
    (made / "samverkan.yaml").write_text("samverkan: 1\nkind: workspace\n", encoding="utf-8")
    return made


def message(**content: Any) -> bytes:
    body = json.dumps({"jsonrpc": "2.0", **content}).encode()
    return b"Content-Length: %d\r\n\r\n" % len(body) + body


def framed(body: bytes) -> bytes:
    return b"Content-Length: %d\r\n\r\n" % len(body) + body


def answers(out: bytes) -> Iterator[dict[str, Any]]:
    while out:
        head, _, rest = out.partition(b"\r\n\r\n")
        length = int(head.split(b"Content-Length: ")[1].split(b"\r\n")[0])
        yield json.loads(rest[:length])
        out = rest[length:]


def spoken(folder: Path, *sent: bytes) -> tuple[int, list[dict[str, Any]]]:
    """Send bytes to the server as they are; it must say nothing on the standard error."""
    done = subprocess.run(
        [sys.executable, "-m", "samverkan", "lsp", "--stdio"],
        cwd=folder,
        input=b"".join(sent),
        capture_output=True,
        check=False,
        timeout=120,
        env={**os.environ, "PYTHONUTF8": "1", "LANG": "sv_SE.UTF-8"},
    )
    assert done.stderr == b""
    return done.returncode, list(answers(done.stdout))


BEGIN = (
    message(id=1, method="initialize", params={"processId": None, "rootUri": None, "capabilities": {}}),
    message(method="initialized", params={}),
)
ASKED = (
    *("completion", "definition", "references", "prepareRename", "rename", "documentSymbol", "codeAction"),
    *("codeLens", "formatting"),
)
END = (message(id=99, method="shutdown"), message(method="exit"))


def test_garbage_is_answered_or_passed_over(folder: Path) -> None:
    uri = (folder / "avtal-2024.yaml").as_uri()
    outside = {"textDocument": {"uri": uri}, "position": {"line": -1, "character": "x"}}
    unopened, command = {"uri": uri, "version": 2}, {"command": "samverkan.writeFollowUp"}
    everything = {
        **outside,
        "position": {"line": 0, "character": 0},
        "range": {"start": {"line": 0, "character": 0}, "end": {"line": 9, "character": 0}},
        "context": {"diagnostics": [], "includeDeclaration": True},
        "newName": "x",
        "options": {"tabSize": 2, "insertSpaces": True},
    }
    nowhere = {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 0}}
    code, told = spoken(
        folder,
        b"GET / HTTP/1.1\r\n\r\n",
        *BEGIN,
        framed(b"{"),
        framed(b"\xff\xfe\x00"),
        framed(b"[" * 5000),
        framed(b"[]"),
        framed(b'"text"'),
        framed(b"{}"),
        message(id=2, method="textDocument/hover", params=outside),
        message(id=3, method="textDocument/hover", params=nowhere),  # not open
        message(id=4, method="no/such/method", params={}),
        message(id=5, method="workspace/executeCommand", params=command),
        message(
            id=6, method="workspace/executeCommand", params={"command": "samverkan.writeFollowUp", "arguments": [1]}
        ),
        message(id=7, method="workspace/executeCommand", params={"command": "rm"}),
        *(message(id=20 + i, method=f"textDocument/{asked}", params=everything) for i, asked in enumerate(ASKED)),
        message(method="$/cancelRequest", params={"id": 3}),
        message(method="$/cancelRequest", params={"id": 77}),
        message(method="textDocument/didChange", params={"textDocument": unopened, "contentChanges": []}),
        message(method="textDocument/didClose", params={"textDocument": {"uri": uri}}),
        message(method="textDocument/didOpen", params={}),
        message(id=50, result=None),
        *END,
    )
    assert code == 0
    by_id = {one["id"]: one for one in told if "id" in one}
    assert by_id[1]["result"]["capabilities"]["hoverProvider"]
    assert by_id[2]["error"]["code"] == -32602
    assert by_id[3]["result"] is None
    assert by_id[4]["error"]["code"] == -32601
    assert by_id[6]["error"]["message"].startswith("Dokumentet är inte öppet.")
    assert "error" in by_id[7]
    assert [by_id[20 + i].get("result") or None for i in range(len(ASKED))] == [None] * len(ASKED)
    assert by_id[99]["result"] is None
    assert not [one for one in told if one.get("method") == "window/showMessage"]


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"Content-Length: 100\r\n\r\n{",
        b"".join(BEGIN),
        b"Content-Length: 99999999999999\r\n\r\n{}",
        b"Content-Length: 99999999999999999999999\r\n\r\n{}",
        b"Content-Length: " + b"9" * 5000 + b"\r\n\r\n{}",
    ],
    ids=["none", "half", "begun", "huge", "beyond-counting", "beyond-reading"],
)
def test_an_editor_that_goes_away_ends_the_server(sent: bytes, folder: Path) -> None:
    assert spoken(folder, sent)[0] == 1


def test_questions_before_the_beginning_are_answered(folder: Path) -> None:
    position = {"textDocument": {"uri": "file:///x.yaml"}, "position": {"line": 0, "character": 0}}
    code, told = spoken(folder, message(id=1, method="textDocument/hover", params=position), *END)
    assert code == 0
    assert {one["id"] for one in told} == {1, 99}


def test_texts_of_all_sorts_and_places_outside_them(folder: Path) -> None:
    odd = [
        "",
        "\n",
        "\t",
        "\0",
        "\ud800",
        "samverkan: 1\nkind: agreement\nid: \ud83d",
        "[" * 3000,
        "- a\n- b\n",
        "a: &x 1\nb: *x\n",
        "--- 1\n--- 2\n",
        "samverkan: 1\r\nkind: agreement\rid: x\n",
        "samverkan: 1\nkind: [agreement]\nid: {}\n",
        SMALL.replace("\n", "\r\n"),
        SMALL.replace("Exempelby", "😀" * 50),
        "samverkan: 1\nkind: workspace\n",
        "x" * 1_100_000,
    ]

    async def script() -> None:
        async with editing(folder) as editor:
            client = editor.client
            await editor.opened("ny.yaml", "")
            which = types.TextDocumentIdentifier(editor.uri("ny.yaml"))
            everywhere = types.Range(types.Position(0, 0), types.Position(10_000, 10_000))
            for text in odd:
                await editor.write("ny.yaml", text)
                for place in ((0, 0), (0, 10_000), (10_000, 0), (2, 5), (4, 30), (2**31 - 1, 2**31 - 1)):
                    at = types.Position(*place)
                    await client.text_document_hover_async(types.HoverParams(which, at))
                    await client.text_document_completion_async(types.CompletionParams(which, at))
                    await client.text_document_definition_async(types.DefinitionParams(which, at))
                    await client.text_document_prepare_rename_async(types.PrepareRenameParams(which, at))
                context = types.CodeActionContext([])
                await client.text_document_code_action_async(types.CodeActionParams(which, everywhere, context))
                await client.text_document_document_symbol_async(types.DocumentSymbolParams(which))
                await client.text_document_code_lens_async(types.CodeLensParams(which))
            assert editor.shown() == []

    asyncio.run(script())


def test_places_are_counted_as_the_editor_counts_them(folder: Path) -> None:
    text = SMALL.replace("avtal-2024", "nytt").replace(
        "parties:\n  - {id: polisen, type: police, name: Lokalpolisområde Exempel}",
        "parties:\n  - {name: 😀å😀, id: polisen, type: polise}",
    )
    line = "  - {name: 😀å😀, id: polisen, type: polise}"

    async def script() -> None:
        for kind, name, width in (
            (None, "utf-16-le", 2),
            (types.PositionEncodingKind.Utf8, "utf-8", 1),
            (types.PositionEncodingKind.Utf32, "utf-32-le", 4),
        ):
            general = types.GeneralClientCapabilities(position_encodings=[kind] if kind else None)
            async with editing(folder, capabilities=types.ClientCapabilities(general=general)) as editor:
                told = await editor.opened("ny.yaml", text)
                (found,) = [one for one in told if one.range.start.line == 5]

                def units(before: str, name: str = name, width: int = width) -> int:
                    return len(before.encode(name)) // width

                start = units(line.partition("polise}")[0])
                assert (found.range.start.character, found.range.end.character) == (start, start + len("polise"))
                end = (5, start + len("polise"))
                told = await editor.type("ny.yaml", (5, start), "police", end)
                assert [one for one in told if one.range.start.line == 5] == []
                told = await editor.type("ny.yaml", (9_999, 9_999), "# sist\n", (99_999, 0))  # past the end
                assert [one for one in told if one.severity == types.DiagnosticSeverity.Error] == []

    asyncio.run(script())


def test_files_and_folders_that_come_and_go(folder: Path, tmp_path: Path) -> None:
    async def script() -> None:
        async with editing(folder) as editor:
            assert await editor.opened("plan-2024.yaml") == []
            (folder / "avtal-2024.yaml").rename(folder / "undan.txt")
            event = types.FileEvent(editor.uri("avtal-2024.yaml"), types.FileChangeType.Deleted)
            editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
            assert {one.code for one in await editor.told("plan-2024.yaml")} >= {"unknown-reference"}
            (folder / "undan.txt").rename(folder / "avtal-2024.yaml")
            saved = types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(editor.uri("plan-2024.yaml")))
            editor.client.text_document_did_save(saved)
            assert await editor.told("plan-2024.yaml") == []
            shutil.move(folder, tmp_path / "flyttad")
            text = editor.texts["plan-2024.yaml"][0]
            told = await editor.write("plan-2024.yaml", f"{text}# mer\n")
            assert "crashed" not in str(told)
            shutil.move(tmp_path / "flyttad", folder)
            closed = types.TextDocumentIdentifier(editor.uri("plan-2024.yaml"))
            editor.client.text_document_did_close(types.DidCloseTextDocumentParams(closed))
            gone = types.WorkspaceFoldersChangeEvent([], [types.WorkspaceFolder(folder.as_uri(), "x")])
            editor.client.workspace_did_change_workspace_folders(types.DidChangeWorkspaceFoldersParams(gone))
            assert await editor.opened("plan-2024.yaml") == []
            assert editor.shown() == []

    asyncio.run(script())


def test_what_is_open_elsewhere_counts_before_what_is_saved(folder: Path) -> None:
    async def script() -> None:
        async with editing(folder) as editor:
            assert await editor.opened("plan-2024.yaml") == []
            text = (folder / "avtal-2024.yaml").read_text(encoding="utf-8")
            editor.open("avtal-2024.yaml", text.replace("id: avtal-2024\n", "id: avtal-2025\n"))
            assert {one.code for one in await editor.told("plan-2024.yaml")} >= {"unknown-reference"}
            assert await editor.write("avtal-2024.yaml", text) is not None
            assert await editor.told("plan-2024.yaml") == []

    asyncio.run(script())


def test_texts_outside_any_workspace(folder: Path, tmp_path: Path) -> None:
    foreign = "services:\n  web: {image: nginx}\n"

    async def script() -> None:
        async with editing(folder) as editor:
            untitled = "untitled:Untitled-1"
            wanting = "samverkan: 1\nkind: action-plan\nid: ny\ntitle: Ny\nagreement: avtal-2024\n"
            told = await editor.opened(untitled, wanting)
            assert "unknown-reference" not in {one.code for one in told}  # it is to be saved in the open folder
            assert await editor.opened("docker-compose.yaml", foreign) == []
            assert await editor.opened((tmp_path / "annat" / "x.yaml").as_uri(), foreign) == []
            assert {one.code for one in await editor.opened((tmp_path / "y.yaml").as_uri(), "samverkan: 1\n")} == {
                "missing-kind"
            }
        async with editing(tmp_path, folders=False) as editor:
            assert {one.code for one in await editor.opened(untitled, "samverkan: 1\n")} == {"missing-kind"}

    asyncio.run(script())


def test_settings_that_are_wrong_are_told_in_their_file(folder: Path) -> None:
    async def script() -> None:
        async with editing(folder) as editor:
            (folder / "samverkan.yaml").write_text("samverkan: 1\nkind: workspace\nokänt: 1\n", encoding="utf-8")
            assert await editor.opened("plan-2024.yaml") == []
            settings = editor.uri("samverkan.yaml")
            while not editor.client.diagnostics.get(settings):
                await editor.client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
            (told,) = editor.client.diagnostics[settings]
            assert (told.code, told.range.start.line) == ("bad-settings", 2)
            (again,) = await editor.opened("samverkan.yaml")
            assert again.code == "bad-settings"
            assert await editor.write("samverkan.yaml", "samverkan: 1\nkind: workspace\n") == []
            editor.client.text_document_did_save(
                types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(settings))
            )
            await editor.told("plan-2024.yaml")
            assert editor.shown() == []

    asyncio.run(script())


@pytest.mark.parametrize(
    ("locale", "lang", "begins"),
    [
        ("sv-SE", "en_US.UTF-8", "Nyckeln"),
        ("en", "sv_SE.UTF-8", "There is no key"),
        ("de", "sv_SE.UTF-8", "Nyckeln"),
        (None, "en_US.UTF-8", "There is no key"),
    ],
)
def test_messages_are_in_the_language_of_the_editor(locale: str | None, lang: str, begins: str, folder: Path) -> None:
    async def script() -> None:
        async with editing(folder, locale, LANG=lang) as editor:
            told = await editor.opened("ny.yaml", SMALL.replace("avtal-2024", "nytt") + "okänd: 1\n")
            (unknown,) = [one for one in told if one.code == "unknown-key"]
            assert unknown.message.startswith(begins), unknown.message

    asyncio.run(script())


def test_without_the_library_the_command_says_what_to_install(run: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "pygls").mkdir()
    (tmp_path / "pygls" / "__init__.py").write_text("raise ImportError\n", encoding="utf-8")
    ended = run("lsp", stdin=b"", PYTHONPATH=os.pathsep.join([str(tmp_path), *sys.path]))
    assert (ended.code, ended.out) == (4, "")
    assert 'pip install "samverkan[lsp]"' in ended.err


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent in another way on Windows")
def test_at_a_terminal_it_says_what_it_waits_for(tmp_path: Path) -> None:
    terminal = Terminal(("lsp",), tmp_path)
    terminal.wait_for("Språkservern väntar på en textredigerare.")
    terminal.press("\x03")
    assert terminal.end() == 130


def test_a_fault_of_ours_is_kept_and_told_of_once() -> None:
    kept: list[Exception] = []

    def on_fault(error: Exception) -> Text:
        kept.append(error)
        return plain("Ett fel.")

    server = Server("sv", date.today, on_fault)

    def breaks(number: int) -> float:
        return 1 / number

    assert [server.safely(breaks)(number) for number in (1, 0, 0)] == [1, None, None]
    assert len(kept) == 1


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files to others")
def test_settings_of_somebody_else_are_told_of(folder: Path) -> None:
    os.chown(folder / "samverkan.yaml", 12345, 12345)

    async def script() -> None:
        async with editing(folder) as editor:
            editor.open("plan-2024.yaml")
            await asyncio.wait_for(editor.client.wait_for_notification(types.WINDOW_SHOW_MESSAGE), PATIENCE)
            which = types.TextDocumentIdentifier(editor.uri("plan-2024.yaml"))
            with pytest.raises(JsonRpcException, match="samverkan"):
                await editor.client.text_document_hover_async(types.HoverParams(which, types.Position(0, 0)))
            (said,) = editor.shown()
            assert "samverkan.yaml" in said
            which = types.TextDocumentIdentifier(editor.uri("avtal-2024.yaml"))
            editor.open("avtal-2024.yaml")
            with pytest.raises(JsonRpcException, match="samverkan"):
                await editor.client.text_document_hover_async(types.HoverParams(which, types.Position(0, 0)))
            assert editor.shown() == [said], "once"

    asyncio.run(script())


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights that few have on Windows")
def test_settings_that_cannot_be_read_are_told_in_their_file(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("annanstans") / "samverkan.yaml"
    (folder / "samverkan.yaml").rename(elsewhere)
    (folder / "samverkan.yaml").symlink_to(elsewhere)

    async def script() -> None:
        async with editing(folder) as editor:
            assert await editor.opened("plan-2024.yaml") == []
            settings = editor.uri("samverkan.yaml")
            while not editor.client.diagnostics.get(settings):
                await editor.client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
            (told,) = editor.client.diagnostics[settings]
            assert (told.code, told.range.start) == ("bad-settings", types.Position(0, 0))

    asyncio.run(script())


# Breaks in a way that nobody foresaw when a certain file is opened.
BREAKS = """
import os, sys
def break_it(event, arguments):
    if event == "open" and isinstance(arguments[0], str) and arguments[0].endswith("plan-2024.yaml"):
        raise RuntimeError("oj")
sys.addaudithook(break_it)
"""


def test_what_nobody_foresaw_is_told_in_the_editor_with_what_to_do(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    started = tmp_path_factory.mktemp("start")
    (started / "sitecustomize.py").write_text(BREAKS, encoding="utf-8")
    path = os.pathsep.join([str(started), os.environ.get("PYTHONPATH", "")])

    async def script() -> None:
        async with editing(folder, PYTHONPATH=path) as editor:
            editor.open("ny.yaml", SMALL)
            await asyncio.wait_for(editor.client.wait_for_notification(types.WINDOW_SHOW_MESSAGE), PATIENCE)
            (said,) = editor.shown()
            assert "fel" in said
            assert ".log" in said

    asyncio.run(script())


def test_an_address_that_is_none_is_passed_over(folder: Path) -> None:
    async def script() -> None:
        async with editing(folder) as editor:
            editor.open("file://[oj", SMALL)
            which = types.TextDocumentIdentifier("file://[oj")
            assert await editor.client.text_document_hover_async(types.HoverParams(which, types.Position(0, 0))) is None
            assert await editor.opened("plan-2024.yaml") == []

    asyncio.run(script())


@pytest.mark.parametrize(("name", "text"), [("ny.yaml", SMALL), ("samverkan.yaml", "samverkan: 1\nkind: workspace\n")])
def test_of_a_key_that_stands_twice_the_first_place_is_told(folder: Path, name: str, text: str) -> None:
    async def script() -> None:
        async with editing(folder) as editor:
            found = await editor.opened(name, text + "samverkan: 1\n")
            first = (editor.uri(name), types.Position(0, 0))
            others = [other for one in found for other in one.related_information or ()]
            assert first in [(other.location.uri, other.location.range.start) for other in others]

    asyncio.run(script())


def test_an_editor_that_can_is_asked_to_watch_files(folder: Path) -> None:
    watched = types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True)
    can = types.ClientCapabilities(workspace=types.WorkspaceClientCapabilities(did_change_watched_files=watched))

    async def script() -> None:
        asked: asyncio.Future[types.RegistrationParams] = asyncio.get_running_loop().create_future()
        async with editing(folder, capabilities=can, answers={types.CLIENT_REGISTER_CAPABILITY: asked.set_result}):
            (registration,) = (await asyncio.wait_for(asked, PATIENCE)).registrations
            assert registration.method == types.WORKSPACE_DID_CHANGE_WATCHED_FILES

    asyncio.run(script())


def test_letters_are_written_one_by_one(folder: Path, run: Callable[..., Outcome]) -> None:
    """Many small changes in a row, without a pause: what is told at last is of the text as it is then."""
    text = SMALL.replace("avtal-2024", "nytt") + "okänd: 1\n"

    async def script() -> None:
        async with editing(folder) as editor:
            await editor.opened("ny.yaml", "")
            line = character = 0
            for letter in text:
                place = types.Position(line, character)
                span = types.Range(place, place)
                editor.send("ny.yaml", types.TextDocumentContentChangePartial(span, letter))
                line, character = (line + 1, 0) if letter == "\n" else (line, character + 1)
            told = await editor.told("ny.yaml")
            (folder / "ny.yaml").write_text(text, encoding="utf-8")
            said = json.loads(run("validate", "ny.yaml", "--format", "json", "--today", "2026-11-22", cwd=folder).out)
            assert sorted(str(one.code) for one in told) == sorted(one["rule"] for one in said["findings"])
            assert "unknown-key" in {one.code for one in told}

    asyncio.run(script())
