"""What an editor asks the language server while one writes, by a real client over the standard streams."""

from __future__ import annotations

import asyncio
import json
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from tests.conftest import EXAMPLES, ROOT
from tests.editor import Editor, editing

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

MAKES_FILES = types.ClientCapabilities(
    window=types.WindowClientCapabilities(show_document=types.ShowDocumentClientCapabilities(support=True)),
    workspace=types.WorkspaceClientCapabilities(
        apply_edit=True,
        workspace_edit=types.WorkspaceEditClientCapabilities(
            document_changes=True, resource_operations=[types.ResourceOperationKind.Create]
        ),
    ),
)
PLAN = "atgardsplan-2026.yaml"
AGREEMENT = "overenskommelse-2024.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "arbetsyta"
    shutil.copytree(EXAMPLES / "exempelkommun", made)
    return made


def running(
    folder: Path, script: Callable[[Editor], Awaitable[None]], capabilities: types.ClientCapabilities | None = None
) -> None:
    async def whole() -> None:
        async with editing(folder, capabilities=capabilities) as editor:
            await script(editor)

    asyncio.run(whole())


async def proposed(editor: Editor, name: str, line: int, character: int) -> dict[str, types.CompletionItem]:
    where = types.Position(line, character)
    params = types.CompletionParams(types.TextDocumentIdentifier(editor.uri(name)), where)
    found = await editor.client.text_document_completion_async(params)
    assert isinstance(found, types.CompletionList)
    return {item.label: item for item in found.items}


def written(text: str, edits: Any) -> str:
    """Make edits in a text of letters that are all one unit."""
    lines = text.split("\n")
    for edit in sorted(edits, key=lambda one: (one.range.start.line, one.range.start.character), reverse=True):
        start, end = edit.range.start, edit.range.end
        after = lines[end.line][end.character :]
        before = lines[start.line][: start.character]
        lines[start.line : end.line + 1] = (before + edit.new_text + after).split("\n")
    return "\n".join(lines)


def test_keys_values_and_references_are_proposed(folder: Path) -> None:
    async def script(editor: Editor) -> None:
        name = "ny.yaml"
        await editor.opened(name, "")
        assert {"samverkan", "kind", "id", "title"} <= (await proposed(editor, name, 0, 0)).keys()
        text = "samverkan: 1\nkind: \n"
        await editor.write(name, text)
        assert (await proposed(editor, name, 1, 6))["action-plan"].detail == "åtgärdsplan"
        text = "samverkan: 1\nkind: agreement\nid: nytt\nti\npar\n"
        await editor.write(name, text)
        keys = await proposed(editor, name, 3, 2)
        assert keys["title"].detail == "Titel"
        assert "kind" not in keys  # it is there already
        assert written(text, [keys["title"].text_edit]) == text.replace("ti\n", "title: \n")
        assert written(text, [(await proposed(editor, name, 4, 3))["parties"].text_edit]).endswith("\nparties:\n")
        text = "samverkan: 1\nkind: agreement\nid: nytt\nparties:\n  - {id: polisen, type: }\n  - id: k\n    ty\n"
        await editor.write(name, text)
        assert (await proposed(editor, name, 4, 24))["police"].detail == "polis"
        assert {"name", "code"} <= (await proposed(editor, name, 4, 18)).keys() | {"name", "code"}
        party = await proposed(editor, name, 6, 6)
        assert "type" in party
        assert "id" not in party
        text = "samverkan: 1\nkind: action-plan\nid: plan\nagreement: \nmeasures:\n  - {id: a, goals: [m"
        await editor.write(name, text)
        assert (await proposed(editor, name, 3, 11)).keys() == {"overenskommelse-2024"}

    running(folder, script)


def test_references_to_other_files_are_proposed(folder: Path) -> None:
    async def script(editor: Editor) -> None:
        text = (folder / PLAN).read_text(encoding="utf-8")
        await editor.opened(PLAN, text)
        goal = next(line for line in text.split("\n") if "goals: [" in line)
        found = await proposed(editor, PLAN, text.split("\n").index(goal), goal.index("[") + 1)
        assert found
        assert all("mål" in (item.detail or "") for item in found.values())
        line = text[: text.index("    causes: ")].count("\n")
        half = "\n".join([*text.split("\n")[:line], "    causes: [m"])  # while it is written, the text cannot be read
        assert await editor.write(PLAN, half)
        assert "mörkt-parkstråk" in await proposed(editor, PLAN, line, 14)
        assert not [label for label in await proposed(editor, PLAN, line, 14) if "#" in label]

    running(folder, script)


def test_what_stands_in_a_place_is_explained(folder: Path) -> None:
    async def script(editor: Editor) -> None:
        await editor.opened(PLAN)

        async def said(mark: str, after: int = 0) -> str:
            found = await editor.client.text_document_hover_async(types.HoverParams(*editor.place(PLAN, mark, after)))
            if found is None:
                return ""
            assert isinstance(found.contents, types.MarkupContent)
            return found.contents.value

        assert "Titel" in await said("\ntitle:", 1)
        told = await said("agreement: overenskommelse-2024", 12)
        assert "Kontrollkod: `" in told
        assert "overenskommelse-2024.yaml" in told
        assert "åtgärdsplan" in await said("kind: action-plan", 8)
        assert "parterna gemensamt" in await said("by: jointly", 5)
        assert "**" in await said("goals: trygga-kvällar", 9)
        assert "ett mål" in await said("goals: trygga-kvällar", 9)
        assert await said("supersedes: atgardsplan-2024", 14)
        assert await said("title: Åtgärdsplan", 9) == ""
        own = await said("id: atgardsplan-2026", 5)
        assert own.startswith("**Åtgärdsplan för Exempelby")

    running(folder, script)


def test_the_way_to_an_id_and_back(folder: Path) -> None:
    async def script(editor: Editor) -> None:
        await editor.opened(PLAN)
        place = editor.place(PLAN, "agreement: overenskommelse-2024", 12)
        found = await editor.client.text_document_definition_async(types.DefinitionParams(*place))
        assert isinstance(found, types.Location)
        assert found.uri == editor.uri(AGREEMENT)
        lines = (folder / AGREEMENT).read_text(encoding="utf-8").split("\n")
        span = found.range
        assert lines[span.start.line][span.start.character : span.end.character] == "overenskommelse-2024"
        context = types.ReferenceContext(include_declaration=True)
        every = await editor.client.text_document_references_async(types.ReferenceParams(context, *place))
        assert every
        assert {one.uri.rpartition("/")[2] for one in every} > {PLAN, AGREEMENT}

    running(folder, script)


def test_an_id_is_renamed_in_all_files(folder: Path, run: Callable[..., Any]) -> None:
    goal = folder / PLAN
    text = goal.read_text(encoding="utf-8") + "background: Enligt handboken[^handbok].\n"
    goal.write_text(text + "references:\n  - {id: handbok, title: Handbok}\n", encoding="utf-8")
    before = rules_broken(run, folder)

    async def script(editor: Editor) -> None:
        await editor.opened(PLAN)

        async def rename(mark: str, after: int, name: str) -> None:
            place = editor.place(PLAN, mark, after)
            where = await editor.client.text_document_prepare_rename_async(types.PrepareRenameParams(*place))
            assert isinstance(where, types.Range)
            for wrong in ("Fel namn", "atgardsplan-2024"):
                with pytest.raises(JsonRpcException, match=wrong):
                    await editor.client.text_document_rename_async(types.RenameParams(*place, wrong))
            edit = await editor.client.text_document_rename_async(types.RenameParams(*place, name))
            assert edit
            for change in edit.document_changes or ():
                assert isinstance(change, types.TextDocumentEdit)
                path = folder / change.text_document.uri.rpartition("/")[2]
                path.write_text(written(path.read_text(encoding="utf-8"), change.edits), encoding="utf-8")
            await editor.write(PLAN, goal.read_text(encoding="utf-8"))

        await rename("{id: handbok", 6, "handboken")
        await rename("trygga-kvällar", 1, "trygga-nätter")
        await rename("id: atgardsplan-2026", 5, "planen")
        await rename("agreement: overenskommelse-2024", 12, "avtalet")
        assert editor.shown()[0].startswith("Kontrollkoden blir en annan för medborgarlofte-2026.yaml")

    running(folder, script)
    assert "trygga-kvällar" not in "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.yaml"))
    assert "[^handboken]" in goal.read_text(encoding="utf-8")
    assert rules_broken(run, folder) == before


def rules_broken(run: Callable[..., Any], folder: Path) -> list[str]:
    found = json.loads(run("validate", ".", "--format", "json", "--today", "2026-11-22", cwd=folder).out)["findings"]
    about_codes = {"changed-since-signing", "reviewed-text-changed"}
    return sorted(f"{one['rule']} {one['file']}" for one in found if one["rule"] not in about_codes)


def test_the_outline_follows_the_thread(folder: Path) -> None:
    async def script(editor: Editor) -> None:
        await editor.opened(PLAN)
        document = types.TextDocumentIdentifier(editor.uri(PLAN))
        found = await editor.client.text_document_document_symbol_async(types.DocumentSymbolParams(document))
        assert found

        def under(symbol: Any, depth: int = 0) -> list[tuple[int, str, str]]:
            inner = [one for child in symbol.children or () for one in under(child, depth + 1)]
            return [(depth, symbol.name, symbol.detail or ""), *inner]

        every = [one for symbol in found for one in under(symbol)]
        assert any(depth and "mål" in detail for depth, _, detail in every)
        goals = [depth for depth, _, detail in every if detail == "ett mål"]
        measures = [depth for depth, _, detail in every if detail == "en åtgärd"]
        assert max(measures) > min(goals)

    running(folder, script)


def test_findings_are_mended(folder: Path) -> None:
    async def script(editor: Editor) -> None:
        text = (folder / PLAN).read_text(encoding="utf-8").replace("kind: action-plan", "kind: actoin-plan")
        told = await editor.opened(PLAN, text)
        document = types.TextDocumentIdentifier(editor.uri(PLAN))
        context = types.CodeActionContext(told)
        found = await editor.client.text_document_code_action_async(
            types.CodeActionParams(document, told[0].range, context)
        )
        first = next(action for action in found or () if isinstance(action, types.CodeAction))
        assert first.kind == types.CodeActionKind.QuickFix
        assert first.edit
        (change,) = first.edit.document_changes or ()
        assert isinstance(change, types.TextDocumentEdit)
        assert written(text, change.edits) == text.replace("actoin", "action")
        assert await editor.write(PLAN, text.replace("actoin", "action")) == []

    running(folder, script)


def test_all_that_is_beyond_doubt_is_mended_at_once(folder: Path, run: Callable[..., Any]) -> None:
    text = (ROOT / "tests" / "workspace" / "avtal-2024.yaml").read_text(encoding="utf-8")
    spoiled = text.replace("type: police", "type: polis")
    assert spoiled != text
    (folder / "avtal.yaml").write_text(spoiled, encoding="utf-8")

    async def script(editor: Editor) -> None:
        await editor.opened("avtal.yaml")
        document = types.TextDocumentIdentifier(editor.uri("avtal.yaml"))
        everywhere = types.Range(types.Position(0, 0), types.Position(0, 0))
        context = types.CodeActionContext([], only=[types.CodeActionKind.SourceFixAll])
        found = await editor.client.text_document_code_action_async(
            types.CodeActionParams(document, everywhere, context)
        )
        (action,) = found or ()
        assert isinstance(action, types.CodeAction)
        assert action.edit
        (change,) = action.edit.document_changes or ()
        assert isinstance(change, types.TextDocumentEdit)
        run("fix", "avtal.yaml", "--yes", cwd=folder)
        assert written(spoiled, change.edits) == (folder / "avtal.yaml").read_text(encoding="utf-8")

    running(folder, script)


def test_the_next_review_stands_above_a_document_and_is_written(folder: Path, run: Callable[..., Any]) -> None:
    async def script(editor: Editor) -> None:
        made: asyncio.Future[types.ApplyWorkspaceEditParams] = asyncio.get_running_loop().create_future()

        def apply(params: types.ApplyWorkspaceEditParams) -> types.ApplyWorkspaceEditResult:
            made.set_result(params)
            return types.ApplyWorkspaceEditResult(applied=True)

        editor.client.feature(types.WORKSPACE_APPLY_EDIT)(apply)
        await editor.opened(AGREEMENT)
        document = types.TextDocumentIdentifier(editor.uri(AGREEMENT))
        due, write = await editor.client.text_document_code_lens_async(types.CodeLensParams(document)) or ()
        assert due.command
        assert due.command.title.startswith("Nästa uppföljning: senast 20")
        assert write.command
        assert write.command.title == "Skriv uppföljningen"
        asked = types.ExecuteCommandParams(write.command.command, arguments=list(write.command.arguments or ()))
        await editor.client.workspace_execute_command_async(asked)
        create, edit = (await made).edit.document_changes or ()
        assert isinstance(create, types.CreateFile)
        assert isinstance(edit, types.TextDocumentEdit)
        (whole,) = edit.edits
        new = ["new", "follow-up", "--of", "overenskommelse-2024", "--out", "-", "--today", "2026-11-22"]
        assert isinstance(whole, types.TextEdit)
        assert whole.new_text == run(*new, cwd=folder).out
        for _ in range(600):  # it is asked for once the file has been made
            await asyncio.sleep(0 if editor.client.shown_documents else 0.1)
        assert editor.client.shown_documents[0].uri == create.uri

    running(folder, script, MAKES_FILES)


def test_a_review_that_the_editor_does_not_write_is_not_shown(folder: Path) -> None:
    async def script(editor: Editor) -> None:
        def refuse(_: types.ApplyWorkspaceEditParams) -> types.ApplyWorkspaceEditResult:
            return types.ApplyWorkspaceEditResult(applied=False)

        editor.client.feature(types.WORKSPACE_APPLY_EDIT)(refuse)
        await editor.opened(AGREEMENT)
        asked = types.ExecuteCommandParams("samverkan.writeFollowUp", [editor.uri(AGREEMENT)])
        await editor.client.workspace_execute_command_async(asked)
        which = types.TextDocumentIdentifier(editor.uri(AGREEMENT))
        await editor.client.text_document_document_symbol_async(types.DocumentSymbolParams(which))
        assert not editor.client.shown_documents

    running(folder, script, MAKES_FILES)


def test_a_text_is_given_its_canonical_form(folder: Path, run: Callable[..., Any]) -> None:
    text = "id:   nytt\nsamverkan: 1\nkind: agreement # typ\ntitle: 'Nytt'\n"
    (folder / "ny.yaml").write_text(text, encoding="utf-8")

    async def script(editor: Editor) -> None:
        await editor.opened("ny.yaml")
        document = types.TextDocumentIdentifier(editor.uri("ny.yaml"))
        asked = types.DocumentFormattingParams(document, types.FormattingOptions(2, insert_spaces=True))
        edits = await editor.client.text_document_formatting_async(asked)
        run("fmt", "ny.yaml", cwd=folder)
        new = (folder / "ny.yaml").read_text(encoding="utf-8")
        assert new != text
        assert written(text, edits) == new
        await editor.write("ny.yaml", new)
        assert not await editor.client.text_document_formatting_async(asked)
        await editor.write("ny.yaml", f"{text}a: &x 1\nb: *x\n")
        with pytest.raises(JsonRpcException, match=r"ny\.yaml"):
            await editor.client.text_document_formatting_async(asked)

    running(folder, script)


def test_the_extension_for_vs_code(run: Callable[..., Any]) -> None:
    extension = ROOT / "editors" / "vscode"
    manifest = json.loads((extension / "package.json").read_text(encoding="utf-8"))
    assert run("--version").out == f"samverkan {manifest['version']}\n"
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed, and only this extension's own tests need it")
    done = subprocess.run([node, "--test"], cwd=extension, capture_output=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout.decode()
