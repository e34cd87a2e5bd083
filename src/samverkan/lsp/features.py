"""What an editor can ask of a text, and who answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from samverkan.errors import WrongUseError
from samverkan.escape import visible
from samverkan.formatting.formatted import formatted
from samverkan.lsp.actions import Actions
from samverkan.lsp.completion import Completion
from samverkan.lsp.hover import hover
from samverkan.lsp.lens import FOLLOW_UP, follow_up, lenses
from samverkan.lsp.places import location_of, named_at, range_of, references_to, target_at
from samverkan.lsp.renaming import renamed
from samverkan.lsp.spots import spot_at
from samverkan.lsp.symbols import symbols
from samverkan.source.extents import Extents
from samverkan.words.lists import FirstOf
from samverkan.words.lsp import LSP

if TYPE_CHECKING:
    from samverkan.lsp.desk import Seen
    from samverkan.lsp.server import Server
    from samverkan.lsp.spots import Spot
    from samverkan.workspace.references import LinkTarget

_BEFORE_WORDS = [" ", "#"]


def register(server: Server) -> None:
    """Let a server answer all that an editor can ask."""
    answers = Answers(server)
    server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(_BEFORE_WORDS))(
        server.safely(answers.completion)
    )
    server.feature(types.TEXT_DOCUMENT_HOVER)(server.safely(answers.hover))
    server.feature(types.TEXT_DOCUMENT_DEFINITION)(server.safely(answers.definition))
    server.feature(types.TEXT_DOCUMENT_REFERENCES)(server.safely(answers.references))
    server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)(server.safely(answers.symbols))
    server.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))(
        server.safely(answers.new_name)
    )
    server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)(server.safely(answers.what_can_be_renamed))
    kinds: list[types.CodeActionKind | str] = [types.CodeActionKind.QuickFix, types.CodeActionKind.SourceFixAll]
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(kinds))(server.safely(answers.actions))
    server.feature(types.TEXT_DOCUMENT_FORMATTING)(server.safely(answers.canonical))
    server.feature(types.TEXT_DOCUMENT_CODE_LENS)(server.safely(answers.lenses))
    write_follow_up = server.safely(answers.write_follow_up)

    def write(*arguments: str) -> None:
        for uri in arguments[:1]:
            write_follow_up(uri)

    server.command(FOLLOW_UP)(write)


def _makes_files(capabilities: types.ClientCapabilities) -> bool:
    """Tell whether an editor makes the files that an edit asks for."""
    edits = capabilities.workspace.workspace_edit if capabilities.workspace else None
    makes = types.ResourceOperationKind.Create in (edits.resource_operations or ()) if edits else False
    return makes and bool(edits and edits.document_changes)


def _shows_files(capabilities: types.ClientCapabilities) -> bool:
    """Tell whether an editor shows a file when it is asked to."""
    window = capabilities.window
    return bool(window and window.show_document and window.show_document.support)


class Answers:
    """Answers what an editor asks of its open texts; nothing of any other."""

    def __init__(self, server: Server) -> None:
        """Take the server, which knows the texts, the editor and its user."""
        self._server = server

    def completion(self, params: types.CompletionParams) -> types.CompletionList | None:
        """Propose what may be written."""
        seen = self._seen(params.text_document)
        if seen is None:
            return None
        line, column = self._place(seen, params.position)
        found = Completion(seen, self._server.units, self._server.spoken).at(line, column)
        return types.CompletionList(is_incomplete=False, items=found)

    def hover(self, params: types.HoverParams) -> types.Hover | None:
        """Explain what stands in a place."""
        seen = self._seen(params.text_document)
        spot = self._spot(seen, params.position)
        said = hover(seen, spot, self._server.spoken) if seen and spot else ""
        if seen is None or spot is None or not said:
            return None
        place = self._server.units.between(seen.text.lines, spot.extent.start, spot.extent.end)
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, said), place)

    def definition(self, params: types.DefinitionParams) -> types.Location | None:
        """Tell where what is named in a place is given its id."""
        seen = self._seen(params.text_document)
        target = self._target(seen, params.position)
        return location_of(seen, target, self._server.units) if seen and target else None

    def references(self, params: types.ReferenceParams) -> list[types.Location]:
        """Tell which places refer to what is named in one."""
        seen = self._seen(params.text_document)
        target = self._target(seen, params.position)
        if seen is None or target is None:
            return []
        return references_to(seen, target, self._server.units, with_target=params.context.include_declaration)

    def what_can_be_renamed(self, params: types.PrepareRenameParams) -> types.Range | None:
        """Tell what in a place can be given another name."""
        seen = self._seen(params.text_document)
        spot = self._spot(seen, params.position)
        return range_of(seen, spot.path, self._server.units) if seen and spot and not spot.is_key else None

    def new_name(self, params: types.RenameParams) -> types.WorkspaceEdit | None:
        """Give what is named in a place another id, in all files."""
        seen = self._seen(params.text_document)
        target = self._target(seen, params.position)
        if seen is None or target is None:
            return None
        found = renamed(seen, target, params.new_name, self._server.units)
        if found.recoded:
            said = LSP["rename-recodes"].with_fields(files=FirstOf(found.recoded)).say(self._server.spoken)
            self._server.window_show_message(types.ShowMessageParams(types.MessageType.Warning, said))
        return found.edit

    def symbols(self, params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        """Give the outline of a text."""
        seen = self._seen(params.text_document)
        return symbols(seen, self._server.units, self._server.spoken) if seen else []

    def actions(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        """Give the mends of what was found in a range."""
        seen = self._seen(params.text_document)
        if seen is None:
            return []
        only = None if params.context.only is None else [getattr(one, "value", one) for one in params.context.only]
        return Actions(seen, self._server.units, self._server.spoken).at(params.range, only)

    def canonical(self, params: types.DocumentFormattingParams) -> list[types.TextEdit]:
        """Give a text the form of `samverkan fmt`.

        Raises:
            WrongUseError: it cannot be written in that form with all that it holds.
        """
        seen = self._seen(params.text_document)
        if seen is None:
            return []
        found = formatted(seen.source, seen.text.content)
        if found.refused is not None:
            raise WrongUseError(found.refused)
        return [types.TextEdit(self._whole(seen), found.new)] if found.is_changed else []

    def lenses(self, params: types.CodeLensParams) -> list[types.CodeLens]:
        """Give what stands above a document."""
        seen = self._seen(params.text_document)
        return lenses(seen, self._server.desk.day, self._server.units, self._server.spoken) if seen else []

    def write_follow_up(self, uri: str) -> None:
        """Write the next follow-up of the document in an open text, as a file of its own in the editor.

        Raises:
            WrongUseError: it is no document that is reviewed, cannot be read whole, or the editor makes no files.
        """
        server = self._server
        seen = server.desk.seen(uri)
        if seen is None:
            raise WrongUseError(LSP["not-open"])
        edit = follow_up(seen, server.desk.day, server.spoken)
        if not _makes_files(server.client_capabilities):
            name = (seen.document.id if seen.document else None) or ""
            raise WrongUseError(LSP["makes-no-files"].with_fields(id=visible(name)))
        label = LSP["write-follow-up"].say(server.spoken)
        made = [change.uri for change in edit.document_changes or () if isinstance(change, types.CreateFile)]

        def show(result: types.ApplyWorkspaceEditResult) -> None:
            if result.applied and _shows_files(server.client_capabilities):
                server.window_show_document(types.ShowDocumentParams(made[0], take_focus=True))

        server.workspace_apply_edit(types.ApplyWorkspaceEditParams(edit, label), show)

    def _whole(self, seen: Seen) -> types.Range:
        lines = seen.text.lines
        return self._server.units.between(lines, (0, 0), (len(lines) - 1, len(lines[-1])))

    def _seen(self, text: types.TextDocumentIdentifier) -> Seen | None:
        return self._server.desk.seen(text.uri)

    def _place(self, seen: Seen, position: types.Position) -> tuple[int, int]:
        return self._server.units.place(seen.text.lines, position)

    def _spot(self, seen: Seen | None, position: types.Position) -> Spot | None:
        if seen is None:
            return None
        extents = seen.document.extents if seen.document else Extents(seen.text.readable)
        return spot_at(extents, *self._place(seen, position))

    def _target(self, seen: Seen | None, position: types.Position) -> LinkTarget | None:
        spot = self._spot(seen, position)
        if seen is None or spot is None or spot.is_key:
            return None
        return target_at(seen, spot.path) or named_at(seen, spot.path)
