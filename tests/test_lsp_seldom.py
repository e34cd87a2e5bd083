"""What editors seldom ask: of ids in quotes or codes, of texts that are no YAML, of editors that make no files."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from tests.conftest import SMALL
from tests.editor import Editor, editing

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

FOLLOW_UP = "samverkan.writeFollowUp"
AGREEMENT = SMALL.replace("id: avtal-2024", 'id: "avtal-2024"').replace("{id: platser,", "{id: 'platser',")
PLAN = """\
samverkan: 1
kind: action-plan
id: plan
title: Plan
agreement: avtal-2024
period: {from: 2024, until: 2026}
goals: [{id: mål, text: Fler är trygga.}]
measures: [{id: "lju\\x73", title: Ljus, goals: [mål], who: [kommunen], focus_area: avtal-2024#platser}]
"""
REVIEW = "samverkan: 1\nkind: follow-up\nid: u\ntitle: Uppföljning\ndate: 2024-05\nreviews: [{document: plan}]\n"


def running(folder: Path, script: Callable[[Editor], Awaitable[None]]) -> None:
    (folder / "samverkan.yaml").write_text("samverkan: 1\nkind: workspace\n", encoding="utf-8")
    for name, text in (("avtal.yaml", AGREEMENT), ("plan.yaml", PLAN), ("u.yaml", REVIEW)):
        (folder / name).write_text(text, encoding="utf-8")

    async def whole() -> None:
        async with editing(folder) as editor:
            await script(editor)

    asyncio.run(whole())


def changed(edit: types.WorkspaceEdit | None, texts: dict[str, str]) -> dict[str, str]:
    """Make the edits of one-line ids, by the last part of each address."""
    assert edit is not None
    for one in edit.document_changes or ():
        assert isinstance(one, types.TextDocumentEdit)
        name = one.text_document.uri.rpartition("/")[2]
        lines = texts[name].split("\n")
        for part in sorted(one.edits, key=lambda part: part.range.start.character, reverse=True):
            assert isinstance(part, types.TextEdit)
            line, start, end = part.range.start.line, part.range.start.character, part.range.end.character
            lines[line] = lines[line][:start] + part.new_text + lines[line][end:]
        texts[name] = "\n".join(lines)
    return texts


def test_ids_in_quotes_are_renamed_inside_them_and_where_a_part_is_named_with_its_document(tmp_path: Path) -> None:
    async def script(editor: Editor) -> None:
        await editor.opened("avtal.yaml")
        rename = editor.client.text_document_rename_async
        texts = {"avtal.yaml": AGREEMENT, "plan.yaml": PLAN}
        whole = changed(
            await rename(types.RenameParams(*editor.place("avtal.yaml", 'id: "avtal', 6), "avtalet")), texts
        )
        assert 'id: "avtalet"' in whole["avtal.yaml"]
        assert "agreement: avtalet\n" in whole["plan.yaml"]
        assert "focus_area: avtalet#platser}" in whole["plan.yaml"]
        texts = {"avtal.yaml": AGREEMENT, "plan.yaml": PLAN}
        part = changed(
            await rename(types.RenameParams(*editor.place("avtal.yaml", "{id: 'platser", 7), "torget")), texts
        )
        assert "{id: 'torget'," in part["avtal.yaml"]
        assert "focus_area: avtal-2024#torget}" in part["plan.yaml"]

    running(tmp_path, script)


def test_an_id_in_codes_is_left_to_the_author(tmp_path: Path) -> None:
    async def script(editor: Editor) -> None:
        await editor.opened("plan.yaml")
        where = editor.place("plan.yaml", '"lju', 2)
        with pytest.raises(JsonRpcException, match="Id:t är inte skrivet som vanlig text"):
            await editor.client.text_document_rename_async(types.RenameParams(*where, "lampor"))
        found = await editor.client.text_document_definition_async(types.DefinitionParams(*where))
        assert found is not None

    running(tmp_path, script)


def test_an_id_that_a_reference_in_codes_names_is_left_to_the_author(tmp_path: Path) -> None:
    async def script(editor: Editor) -> None:
        await editor.opened("avtal.yaml")
        await editor.opened("plan.yaml", PLAN.replace("agreement: avtal-2024", 'agreement: "avtal-\\x32024"'))
        where = editor.place("avtal.yaml", 'id: "avtal', 6)
        with pytest.raises(JsonRpcException, match=r"Hänvisningen på rad 5 i .*plan\.yaml är inte skriven"):
            await editor.client.text_document_rename_async(types.RenameParams(*where, "avtalet"))

    running(tmp_path, script)


def test_of_what_is_no_yaml_nothing_is_told_or_proposed(tmp_path: Path) -> None:
    async def script(editor: Editor) -> None:
        item = types.TextDocumentItem((tmp_path / "brev.txt").as_uri(), "plaintext", 1, SMALL)
        editor.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        which = types.TextDocumentIdentifier(item.uri)
        asked = types.CompletionParams(which, types.Position(0, 0))
        assert await editor.client.text_document_completion_async(asked) is None
        with pytest.raises(JsonRpcException, match="Dokumentet är inte öppet"):
            await editor.client.workspace_execute_command_async(types.ExecuteCommandParams(FOLLOW_UP, [item.uri]))

    running(tmp_path, script)


def test_groups_of_parties_are_proposed_where_parties_are_named(tmp_path: Path) -> None:
    async def script(editor: Editor) -> None:
        text = AGREEMENT + "commitments:\n  - text: Gå runt på torget.\n    by: \n"
        await editor.opened("avtal.yaml", text)
        where = types.Position(text.count("\n") - 1, len("    by: "))
        asked = types.CompletionParams(types.TextDocumentIdentifier(editor.uri("avtal.yaml")), where)
        found = await editor.client.text_document_completion_async(asked)
        assert isinstance(found, types.CompletionList)
        names = [item.label for item in found.items]
        assert {"jointly", "polisen", "kommunen"} <= set(names)

    running(tmp_path, script)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("plan.yaml", PLAN, "Kör i stället: samverkan new follow-up --of plan"),
        ("u.yaml", REVIEW, "u"),
        ("plan.yaml", PLAN.replace("title: Plan\n", ""), "plan"),
    ],
    ids=["makes no files", "not reviewed", "not whole"],
)
def test_why_no_follow_up_is_written(tmp_path: Path, name: str, text: str, told: str) -> None:
    async def script(editor: Editor) -> None:
        await editor.opened(name, text)
        asked = types.ExecuteCommandParams(FOLLOW_UP, [editor.uri(name)])
        with pytest.raises(JsonRpcException, match=told):
            await editor.client.workspace_execute_command_async(asked)
        lenses = await editor.client.text_document_code_lens_async(
            types.CodeLensParams(types.TextDocumentIdentifier(editor.uri(name)))
        )
        written = [one for one in lenses or () if one.command and one.command.command == FOLLOW_UP]
        assert len(written) == (text == PLAN)

    running(tmp_path, script)


def test_what_is_closed_before_it_is_checked_has_no_findings(tmp_path: Path) -> None:
    async def script(editor: Editor) -> None:
        assert await editor.opened("avtal.yaml", AGREEMENT + "okänd: 1\n")
        whole = types.TextDocumentContentChangeWholeDocument(AGREEMENT + "okänt: 1\n")
        editor.send("avtal.yaml", whole)
        name = types.TextDocumentIdentifier(editor.uri("avtal.yaml"))
        editor.client.text_document_did_close(types.DidCloseTextDocumentParams(name))
        said = await editor.client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        while said.version is not None:  # of the text as it was before
            said = await editor.client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        assert (said.uri, list(said.diagnostics)) == (name.uri, [])

    running(tmp_path, script)


def test_an_id_over_several_lines_is_left_to_the_author(tmp_path: Path) -> None:
    async def script(editor: Editor) -> None:
        await editor.opened("ny.yaml", PLAN.replace("id: plan\n", "id: >-\n  ny\n"))
        where = editor.place("ny.yaml", "  ny", 3)
        with pytest.raises(JsonRpcException, match="Id:t är inte skrivet som vanlig text"):
            await editor.client.text_document_rename_async(types.RenameParams(*where, "annan"))

    running(tmp_path, script)


async def proposed(editor: Editor, name: str, text: str, after: str) -> set[str]:
    """Give what is proposed behind a part of a text."""
    editor.open(name, text)
    before = text[: text.index(after) + len(after)]
    where = types.Position(before.count("\n"), len(before.rpartition("\n")[2]))
    asked = types.CompletionParams(types.TextDocumentIdentifier(editor.uri(name)), where)
    found = await editor.client.text_document_completion_async(asked)
    assert isinstance(found, types.CompletionList)
    return {item.label for item in found.items}


def test_ids_of_others_are_proposed_before_the_document_can_be_read(tmp_path: Path) -> None:
    async def script(editor: Editor) -> None:
        text = 'samverkan: 1\nkind: action-plan\nid: ny\nagreement: \ntitle: "oavslutad\n'
        assert await proposed(editor, "ny.yaml", text, "agreement: ") == {"avtal-2024"}

    running(tmp_path, script)


def test_where_the_settings_are_wrong_only_what_the_format_knows_is_proposed(tmp_path: Path) -> None:
    async def script(editor: Editor) -> None:
        (tmp_path / "samverkan.yaml").write_text("samverkan: 1\nkind: workspace\nlang: xx\n", encoding="utf-8")
        text = AGREEMENT + "commitments:\n  - text: Gå runt på torget.\n    by: \n"
        assert "jointly" in await proposed(editor, "avtal.yaml", text, "by: ")
        text = "samverkan: 1\nkind: action-plan\nagreement: \n"
        assert await proposed(editor, "plan.yaml", text, "agreement: ") == set()

    running(tmp_path, script)
