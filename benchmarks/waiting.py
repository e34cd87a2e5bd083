"""Measure how long somebody waits who has the program beside the editor: from a save, or an opening, to the answer."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from measuring import ENVIRONMENT, Figure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SAMVERKAN = (sys.executable, "-m", "samverkan", "--lang", "en")
SAVES = 9
_REST = 0.4
"""Seconds between saves, as no two of a person's are told at once."""


def waiting(folder: Path, where: str, kept: Path, day: str) -> list[Figure]:
    """Measure what waits for saves, and what answers an editor.

    Args:
        folder: documents; one of them is changed.
        where: what the folder is called in tables.
        kept: where answers may be kept; nothing is kept there yet.
        day: the day to judge dates by.
    """
    count = sum(1 for path in folder.rglob("*.yaml") if path.name != "samverkan.yaml")
    plan = min(folder.rglob("atgardsplan*.yaml"))
    figures = [_saves(folder, plan, f"samverkan validate --watch, {where}, one file saved", kept, day, count)]
    for ending in ("nothing kept", "the second time"):
        figures += _editor(plan, f"samverkan lsp, {where}", ending, kept / "editor", day, count)
    return figures


def _saves(folder: Path, plan: Path, label: str, kept: Path, day: str, count: int) -> Figure:
    """Measure from the end of a save to the last byte of what is told."""
    command = [*SAMVERKAN, "validate", str(folder), "--watch", "--today", day, "--format", "json"]
    with _running(command, kept) as (process, _, out):
        _told(out)
        taken = []
        for number in range(SAVES):
            time.sleep(_REST)
            with plan.open("a", encoding="utf-8") as written:
                written.write(f"# saved {number}\n")
            taken.append(_seconds(partial(_told, out)))
        return Figure(label, count, statistics.median(taken), min(taken), _megabytes(process))


def _told(out: IO[bytes]) -> None:
    for line in iter(out.readline, b"}\n"):
        if not line:
            message = "validate --watch has ended"
            raise RuntimeError(message)


def _editor(plan: Path, label: str, ending: str, kept: Path, day: str, count: int) -> list[Figure]:
    """Measure from the opening of a file to its findings, of a server that has just begun, and at each change."""
    text = plan.read_text(encoding="utf-8")
    item = {"uri": plan.as_uri(), "languageId": "yaml", "version": 1, "text": text}
    with _running([*SAMVERKAN, "lsp", "--today", day], kept) as (process, into, out):
        folders = [{"uri": plan.parent.as_uri(), "name": "w"}]
        asked: dict[str, object] = {
            "processId": None,
            "rootUri": plan.parent.as_uri(),
            "capabilities": {},
            "workspaceFolders": folders,
        }
        _send(into, "initialize", asked, 1)
        _answer(out, lambda said: said.get("id") == 1)
        _send(into, "initialized", {})
        _send(into, "textDocument/didOpen", {"textDocument": item})
        first = _seconds(partial(_answer, out, _is_told(1)))
        strokes = []
        for version in range(2, SAVES + 2):
            time.sleep(_REST)
            changes = [{"text": text + "#" * version + "\n"}]
            changed = {"textDocument": {"uri": plan.as_uri(), "version": version}, "contentChanges": changes}
            _send(into, "textDocument/didChange", changed)
            strokes.append(_seconds(partial(_answer, out, _is_told(version))))
        most = _megabytes(process)
    return [
        Figure(f"{label}, first opening, {ending}", count, first, first, most),
        Figure(f"{label}, a change, {ending}", count, statistics.median(strokes), min(strokes), most),
    ]


def _is_told(version: int) -> Callable[[dict[str, Any]], bool]:
    return lambda said: (
        said.get("method") == "textDocument/publishDiagnostics" and said["params"].get("version") == version
    )


def _send(into: IO[bytes], method: str, params: object, number: int | None = None) -> None:
    plain = {"jsonrpc": "2.0", "method": method, "params": params, **({"id": number} if number else {})}
    written = json.dumps(plain).encode()
    into.write(b"Content-Length: %d\r\n\r\n" % len(written) + written)
    into.flush()


def _answer(out: IO[bytes], is_wanted: Callable[[dict[str, Any]], bool]) -> None:
    """Read messages until one that is wanted has come."""
    while True:
        length = 0
        while line := out.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        if not length:
            message = "the language server has ended"
            raise RuntimeError(message)
        if is_wanted(json.loads(out.read(length))):
            return


@contextmanager
def _running(command: list[str], kept: Path) -> Iterator[tuple[subprocess.Popen[bytes], IO[bytes], IO[bytes]]]:
    environment = {**ENVIRONMENT, "XDG_CACHE_HOME": str(kept), "XDG_STATE_HOME": str(kept)}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
    ) as process:
        try:
            if process.stdin and process.stdout:
                yield process, process.stdin, process.stdout
        finally:
            process.kill()


def _seconds(wait: Callable[[], object]) -> float:
    start = time.perf_counter()
    wait()
    return time.perf_counter() - start


def _megabytes(process: subprocess.Popen[bytes]) -> float:
    """Give the most memory that a process has held so far; nothing where the system does not tell."""
    status = Path(f"/proc/{process.pid}/status")
    lines = status.read_text(encoding="utf-8").splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1e3 for line in lines if line.startswith("VmHWM:")), 0.0)
