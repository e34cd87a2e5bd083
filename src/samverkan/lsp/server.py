"""The language server's streams, the texts that come over them, and the findings that go back."""

from __future__ import annotations

import asyncio
import gc
import logging
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcInvalidParams
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, lsp_method

from samverkan import __version__
from samverkan.errors import SamverkanError
from samverkan.lsp.desk import Desk
from samverkan.lsp.diagnostics import NAME, diagnostic, diagnostics
from samverkan.lsp.texts import path_of, uri_of
from samverkan.lsp.units import Units
from samverkan.source.decoding import decode
from samverkan.source.lines import lines_of
from samverkan.source.opening import UnreadableError
from samverkan.words.sentence import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path
    from types import CodeType

    from pygls.exceptions import PyglsError

    from samverkan.lsp.desk import Seen
    from samverkan.words.sentence import Language, Text

_PAUSE = 0.15
"""Seconds without a stroke of a key before what has been written is checked."""
_LONG_PAUSE = 0.6
"""And before the other open texts are, which may refer to it."""
_FRESH = 2.0
"""Seconds between strokes of keys for which the files on the disk are taken to be as they were."""
_AT_A_TIME = 0.03
"""Seconds that files are read ahead for, before the editor is listened to again."""
_REST = 0.02
"""And between such times."""
_REFUSED = -32803
"""The protocol's number for what was asked for in due form and cannot be done."""

_Asked = TypeVar("_Asked")
_Answer = TypeVar("_Answer")


class _Protocol(LanguageServerProtocol):
    """Keeps the texts as our desk has them, and answers what is no message that the protocol knows."""

    _server: Server

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        self._server.opened(params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        self._server.changed(params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        self._server.closed(params)

    def structure_message(self, data: dict[str, Any]) -> Any:
        """Read a message; whoever asks for something in a form that is none is told so, rather than left waiting."""
        try:
            return super().structure_message(data)
        except JsonRpcException:
            if "method" in data and isinstance(data.get("id"), int | str):
                self._send_response(data["id"], None, JsonRpcInvalidParams().to_response_error())
            raise


class Server(LanguageServer):
    """Answers one editor."""

    def __init__(
        self,
        language: Language,
        day: Callable[[], date],
        on_fault: Callable[[Exception], Text],
        kept: Path | None = None,
    ) -> None:
        """Prepare to answer.

        Args:
            language: the language to speak unless the editor says which one its user reads.
            day: tells the day to judge dates by.
            on_fault: keeps an error of ours, and says what the user is to be told of it.
            kept: where the program keeps what it may lose; None to keep nothing.
        """
        super().__init__(NAME, __version__, protocol_cls=_Protocol)
        self.spoken = language
        self.desk = Desk(day, kept)
        self._is_shut_down = False
        self._on_fault = on_fault
        self._looked = 0.0
        self._is_settled = False
        self._told: set[str] = set()
        self._faults: set[tuple[str, CodeType | None]] = set()
        self._waiting: dict[str, asyncio.TimerHandle] = {}
        self._settings_told: dict[str, str] = {}
        self.feature(types.INITIALIZE)(self.safely(self._begin))
        self.feature(types.INITIALIZED)(self.safely(self._watch))
        self.feature(types.SHUTDOWN)(self.safely(self._end))
        self.feature(types.TEXT_DOCUMENT_DID_SAVE)(self.safely(self._look_again))
        self.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(self.safely(self._look_again))
        self.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)(self.safely(self._look_again))
        self.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)(self.safely(self._move))

    @property
    def units(self) -> Units:
        """How the editor counts columns."""
        return self.desk.texts.units

    def serve(self, reading: BinaryIO, writing: BinaryIO) -> bool:
        """Answer until the editor ends it; tell whether it did so in the way that is agreed on.

        Args:
            reading: the stream that the editor writes to.
            writing: the stream that it reads.
        """
        logging.getLogger().addHandler(logging.NullHandler())  # what goes wrong is told in the editor
        try:
            self.start_io(reading, writing)
        except (MemoryError, OverflowError, ValueError):  # a message is said to be larger than any is, and never comes
            return False
        return self._is_shut_down

    def report_server_error(self, error: Exception, source: type[PyglsError | JsonRpcException]) -> None:
        """Leave what is wrong with a message: it is the editor's own affair, and has been answered."""

    def safely(self, answer: Callable[[_Asked], _Answer]) -> Callable[[_Asked], _Answer | None]:
        """Make a function that answers an editor into one that tells of what stops it, and goes on.

        Args:
            answer: takes what was asked; an error of the program's own kinds is the answer, any other is a fault of
                ours.
        """

        def answered(asked: _Asked) -> _Answer | None:
            try:
                return answer(asked)
            except SamverkanError as error:
                raise JsonRpcException(error.message.say(self.spoken), _REFUSED) from None
            except Exception as error:  # noqa: BLE001 - one question that breaks must not end the others
                self._tell_fault(error)
                return None

        return answered

    def _tell_fault(self, error: Exception) -> None:
        """Keep a fault of ours and tell of it, the first time that something breaks where it does."""
        frame = error.__traceback__
        while frame and frame.tb_next:
            frame = frame.tb_next
        place = (type(error).__name__, frame.tb_frame.f_code if frame else None)
        if place not in self._faults:
            self._faults.add(place)
            self.tell(self._on_fault(error))

    def tell(self, text: Text) -> None:
        """Tell the user what stops something, once."""
        said = text.say(self.spoken)
        if said not in self._told:
            self._told.add(said)
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, said))

    # What the editor says

    def _begin(self, params: types.InitializeParams) -> None:
        self.desk.texts.units = Units.of(self.workspace.position_encoding)
        asked = params.initialization_options
        own = asked.get("lang") if isinstance(asked, dict) else getattr(asked, "lang", None)
        for name in (own, params.locale):
            for language in LANGUAGES:
                if isinstance(name, str) and name.casefold().replace("_", "-").split("-")[0] == language:
                    self.spoken = language
                    return self._take_folders()
        return self._take_folders()

    def _take_folders(self) -> None:
        names = [folder.uri for folder in self.workspace.folders.values()] or [self.workspace.root_uri or ""]
        self.desk.folders = [path for name in names if (path := path_of(name)) is not None]

    def _watch(self, _params: types.InitializedParams) -> None:
        """Ask to be told of files that change outside the editor, of an editor that can tell."""
        can = self.client_capabilities.workspace
        if can and can.did_change_watched_files and can.did_change_watched_files.dynamic_registration:
            watchers = [types.FileSystemWatcher("**/*.{yaml,yml}")]
            options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
            method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
            self.client_register_capability(types.RegistrationParams([types.Registration(NAME, method, options)]))

    def _end(self, _params: None) -> None:
        self._is_shut_down = True
        for waiting in self._waiting.values():
            waiting.cancel()

    def opened(self, params: types.DidOpenTextDocumentParams) -> None:
        """Take a text that has been opened, and check it."""
        self.desk.forget()
        self._is_settled = False
        if self.desk.texts.take(params.text_document) is not None:
            self._publish_soon(params.text_document.uri, 0)
            self._publish_others(params.text_document.uri)

    def changed(self, params: types.DidChangeTextDocumentParams) -> None:
        """Change a text as it was changed in the editor, and check it when the writer rests."""
        uri = params.text_document.uri
        if self.desk.texts.change(uri, params.text_document.version, params.content_changes) is not None:
            now = asyncio.get_running_loop().time()
            is_stale, self._looked = now - self._looked > _FRESH, now
            self.desk.forget(disk=is_stale)
            self._publish_soon(uri, _PAUSE)
            self._publish_others(uri)

    def closed(self, params: types.DidCloseTextDocumentParams) -> None:
        """Forget a text; its findings go with it."""
        uri = params.text_document.uri
        if self.desk.close(uri):
            if uri in self._waiting:
                self._waiting.pop(uri).cancel()
            self._publish(uri, None, [])
            self._publish_others(uri)

    def _look_again(self, _params: object) -> None:
        """Check everything anew: something has changed on the disk."""
        self.desk.forget()
        for text in self.desk.texts:
            self._publish_soon(text.uri, 0)

    def _move(self, params: types.DidChangeWorkspaceFoldersParams) -> None:
        self._take_folders()
        self._look_again(params)

    # What the editor is told

    def _publish_others(self, uri: str) -> None:
        for text in self.desk.texts:
            if text.uri != uri:
                self._publish_soon(text.uri, _LONG_PAUSE)

    def _publish_soon(self, uri: str, seconds: float) -> None:
        if uri in self._waiting:
            self._waiting[uri].cancel()
        loop = asyncio.get_running_loop()
        self._waiting[uri] = loop.call_later(seconds, self.safely(self._check), uri)

    def _check(self, uri: str) -> None:
        self._waiting.pop(uri, None)
        try:
            seen = self.desk.look(uri)  # what is closed is waited for no more
        except SamverkanError as error:
            self.tell(error.message)
            return
        self._publish(uri, seen.text.version, diagnostics(seen, self.units, self.spoken))
        self._tell_settings(uri, seen)
        if not self._is_settled:
            self._is_settled = True
            gc.freeze()  # to look for garbage among hundreds of documents takes longer than to check one
            self.read_ahead(self.desk.reading_ahead())

    def read_ahead(self, reading: Iterator[object]) -> None:
        """Read files a few at a time and listen to the editor between: some questions are about all of them.

        Args:
            reading: reads one after the other.
        """
        loop = asyncio.get_running_loop()
        end = loop.time() + _AT_A_TIME
        for _ in reading:
            if loop.time() >= end:
                loop.call_later(_REST, self.safely(self.read_ahead), reading)
                break
        else:
            gc.freeze()

    def _publish(self, uri: str, version: int | None, found: list[types.Diagnostic]) -> None:
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, version))

    def _tell_settings(self, uri: str, seen: Seen) -> None:
        """Tell what is wrong with the settings, in their own file, and take it back once it is mended."""
        fault = seen.settings_fault
        files = [source for source in seen.surroundings.settings if fault and source.name == fault.file]
        told = self._settings_told.pop(uri, None)
        if fault is not None and files and fault.file != seen.source.name:
            place = self._settings_told[uri] = uri_of(files[0].path)
            try:
                lines = lines_of(decode(files[0].read())[0] or "")
            except UnreadableError:
                lines = [""]
            self._publish(place, None, [diagnostic(fault, lines, self.units, self.spoken)])
        elif told is not None and told not in self._settings_told.values():
            self._publish(told, None, [])
