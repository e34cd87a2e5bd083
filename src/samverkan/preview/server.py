"""The preview's server: this machine alone can reach it, and only those who were told its address.

Starlette and uvicorn serve, and watchfiles tells what has been saved: small libraries that others keep.
"""

from __future__ import annotations

import asyncio
import re
import secrets
import socket
from contextlib import suppress
from itertools import count
from typing import TYPE_CHECKING, Any, Protocol, cast

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from uvicorn.protocols.http.h11_impl import H11Protocol
from watchfiles import DefaultFilter, awatch

from samverkan.preview.saves import WATCHED_WITHIN, refuse_odd_names, saved_in

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence
    from pathlib import Path

    from starlette.requests import Request
    from watchfiles import Change

    from samverkan.preview.pages import Pages

HERE = "127.0.0.1"
_TOLD_WITHIN = 0.2
_SECONDS_TO_END = 1
_MOST_CONNECTIONS = 100
"""A browser opens six."""
_NUMBERS = count()
_NUMBER = re.compile("[0-9]{1,9}")
_SILENT = 100  # above every level: what goes wrong is told on the page
_WATCHED = (".yaml", ".yml", ".j2", ".css", ".svg", ".png", ".jpg", ".jpeg")
_SCRIPT = """<script nonce="{nonce}">
new EventSource("events?{version}").onmessage = () => location.reload();
</script>"""
_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class WhenReady(Protocol):
    """What is called once pages can be asked for."""

    def __call__(self, *, is_watched: bool) -> None:
        """Take whether pages are made again when documents are saved."""


class _Watched(DefaultFilter):
    """What pages are made of; not what lies in hidden folders, and not the finished files."""

    def __call__(self, change: Change, path: str) -> bool:
        return path.lower().endswith(_WATCHED) and super().__call__(change, path)


class Preview:
    """Serves the pages of documents, and makes them again when a file is saved."""

    def __init__(self, pages: Pages, watched: Sequence[Path], on_fault: Callable[[Exception], str]) -> None:
        """Open a port of this machine that is free.

        Args:
            pages: what is shown.
            watched: the files and folders whose changes are to be seen.
            on_fault: keeps an error of ours, and says what the user is to be told of it.

        Raises:
            OSError: no port can be opened.
        """
        self._pages, self._watched, self._on_fault = pages, watched, on_fault
        self._token = secrets.token_urlsafe(24)
        self._is_ending, self._is_ready = asyncio.Event(), asyncio.Event()
        self._socket = socket.create_server((HERE, 0))
        self._port: int = self._socket.getsockname()[1]

    @property
    def address(self) -> str:
        """The address that the user is to open: it holds a secret, without which nothing is answered."""
        return f"http://{HERE}:{self._port}/{self._token}/"

    def serve(self, when_ready: WhenReady) -> None:
        """Serve until the program is interrupted.

        Args:
            when_ready: called once pages can be asked for.

        Raises:
            KeyboardInterrupt: the user wants it to end; everything is closed by then.
        """
        try:
            asyncio.run(self._run(when_ready))
        finally:
            self._socket.close()

    async def _run(self, when_ready: WhenReady) -> None:
        asyncio.get_running_loop().set_exception_handler(self._on_fault_outside)
        server = _Server(self._application(), self._is_ending)
        watching, ready = asyncio.create_task(self._watch()), asyncio.create_task(self._is_ready.wait())
        await asyncio.wait([watching, ready], return_when=asyncio.FIRST_COMPLETED)
        is_watched = ready.done()
        if not is_watched:  # folders that cannot be watched can be shown
            ready.cancel()
            await run_in_threadpool(self._pages.refresh)
        when_ready(is_watched=is_watched)
        try:
            await server.serve(sockets=[self._socket])
        finally:
            self._is_ending.set()
            watching.cancel()
            with suppress(asyncio.CancelledError):
                await asyncio.gather(watching, return_exceptions=not is_watched)  # what stopped it at once is told

    async def _watch(self) -> None:
        """Make the pages once folders are watched, so that no save is missed, and again at each save."""
        refuse_odd_names(self._watched)
        async for changes in awatch(
            *self._watched,
            watch_filter=_Watched(),
            stop_event=self._is_ending,
            rust_timeout=WATCHED_WITHIN,
            yield_on_timeout=True,
        ):
            if changes or not self._is_ready.is_set():
                await run_in_threadpool(self._pages.refresh, saved_in(changes) if changes else None)
            self._is_ready.set()

    def _application(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/{token}/", self._list),
                Route("/{token}/events", self._events),
                Route("/{token}/{number}", self._document),
            ],
            exception_handlers={404: _refused, Exception: self._fault},
        )

    def _is_allowed(self, request: Request) -> bool:
        """Tell whether the one who asks knows the address, and means this machine: names can be made to lead here."""
        is_told = secrets.compare_digest(request.path_params["token"].encode(), self._token.encode())
        return is_told and request.headers.get("host") in {f"{HERE}:{self._port}", f"localhost:{self._port}"}

    async def _list(self, request: Request) -> Response:
        if not self._is_allowed(request):
            return _refused(request)
        nonce, script = self._script()
        return _page(await run_in_threadpool(self._pages.list_page, script), nonce)

    async def _document(self, request: Request) -> Response:
        number = request.path_params["number"]
        if not self._is_allowed(request) or not _NUMBER.fullmatch(number):
            return _refused(request)
        nonce, script = self._script()
        made = await run_in_threadpool(self._pages.document_page, int(number), script)
        return _page(made, nonce) if made is not None else _refused(request)

    async def _events(self, request: Request) -> Response:
        if not self._is_allowed(request):
            return _refused(request)
        known = request.url.query
        return StreamingResponse(self._news(known), media_type="text/event-stream", headers=_HEADERS)

    async def _news(self, known: str) -> AsyncIterator[str]:
        """Tell once when there is something newer than the page that asks, as browsers' EventSource reads it."""
        while not self._is_ending.is_set():
            if str(self._pages.version) != known:
                yield "data: new\n\n"
                return
            with suppress(TimeoutError):
                await asyncio.wait_for(self._is_ending.wait(), _TOLD_WITHIN)

    def _fault(self, _request: Request, error: Exception) -> Response:
        return PlainTextResponse(f"{self._on_fault(error)}\n", 500, headers=_HEADERS)

    def _on_fault_outside(self, _loop: asyncio.AbstractEventLoop, told: dict[str, object]) -> None:
        """Keep what goes wrong outside any request; the loop would write it to the terminal."""
        if isinstance(error := told.get("exception"), Exception) and not isinstance(error, OSError):
            self._on_fault(error)

    def _script(self) -> tuple[str, str]:
        nonce = secrets.token_urlsafe(12)
        return nonce, _SCRIPT.format(nonce=nonce, version=self._pages.version)


class _Connection(H11Protocol):
    """One of at most so many: whoever opens more loses the oldest of those that have asked nothing yet.

    So no crowd that never asks, or never ends asking, keeps out the user.
    """

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.number = next(_NUMBERS)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(cast("asyncio.Transport", transport))  # as asyncio gives what it listens for
        others = [one for one in self.connections if isinstance(one, _Connection) and one is not self]
        if len(others) >= _MOST_CONNECTIONS:
            min(others, key=lambda one: (one.cycle is not None, one.number)).transport.abort()


class _Server(uvicorn.Server):
    """Tells what waits for news that the end has come; it would hold the server open."""

    def __init__(self, application: Starlette, is_ending: asyncio.Event) -> None:
        configuration = uvicorn.Config(
            application,
            log_config=None,
            log_level=_SILENT,
            access_log=False,
            server_header=False,
            lifespan="off",
            ws="none",
            http=_Connection,
            backlog=_MOST_CONNECTIONS,
            timeout_graceful_shutdown=_SECONDS_TO_END,
        )
        super().__init__(configuration)
        self._is_ending = is_ending

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._is_ending.set()
        await super().shutdown(sockets)


def _page(made: str, nonce: str) -> Response:
    """Answer with a page, in which nothing runs but our own script, and which fetches nothing from elsewhere."""
    policy = (
        f"default-src 'none'; style-src 'unsafe-inline'; img-src data:; connect-src 'self'; script-src 'nonce-{nonce}'"
    )
    headers = {**_HEADERS, "Content-Security-Policy": f"{policy}; base-uri 'none'; form-action 'none'"}
    return Response(made, media_type="text/html; charset=utf-8", headers=headers)


def _refused(_request: Request, _error: Exception | None = None) -> Response:
    return PlainTextResponse("403\n", 403, headers=_HEADERS)
