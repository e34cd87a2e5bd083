"""The combined schema in a real language server, the one behind the YAML support of VS Code, where it is installed."""

from __future__ import annotations

import json
import queue
import shutil
import subprocess
import threading
from typing import TYPE_CHECKING, Any, Self

import pytest

from samverkan.model.schema import COMBINED
from tests.conftest import EXAMPLES, ROOT

if TYPE_CHECKING:
    from pathlib import Path

WITH_FAULTS = """\
samverkan: 1
kind: agreement
id: avtal
title: 2024
parties:
  - {id: polisen, type: police, name: Polisen}
  - {id: kommunen, type: kommun, code: 0114, name: Kommunen}
validity: {from: 2024-01-01, until: 2026}
okänd: 1
purposes: [Trygghet]
focus_areas: [Platser]
"""


class Server:
    """A language server, asked over its streams."""

    def __init__(self, program: str) -> None:
        self.process = subprocess.Popen([program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.met: queue.Queue[dict[str, Any]] = queue.Queue()
        self.asked = 0
        self.settings: dict[str, Any] = {
            "yaml": {
                "schemas": {(ROOT / "schemas" / COMBINED).as_uri(): ["*.yaml"]},
                "validate": True,
                "hover": True,
                "completion": True,
                "schemaStore": {"enable": False},
            }
        }
        threading.Thread(target=self._read, daemon=True).start()

    def __enter__(self) -> Self:
        snippets = {"completion": {"completionItem": {"snippetSupport": True}}}
        can = {"workspace": {"configuration": True}, "textDocument": snippets}
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": can})
        self.send({"method": "initialized", "params": {}})
        self.send({"method": "workspace/didChangeConfiguration", "params": {"settings": self.settings}})
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.communicate()

    def _read(self) -> None:
        out = self.process.stdout
        assert out
        while line := out.readline():
            length = int(line.split(b":")[1])
            while out.readline().strip():
                pass
            self.met.put(json.loads(out.read(length)))

    def send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def until(self, found: Any) -> dict[str, Any]:
        """Read until a message is found, and answer what the server asks on the way."""
        while True:
            message = self.met.get(timeout=60)
            if "method" in message and "id" in message:
                items = message.get("params", {}).get("items", [])
                self.send({"id": message["id"], "result": [self.settings.get(i.get("section"), {}) for i in items]})
            elif found(message):
                return message

    def ask(self, method: str, params: dict[str, Any]) -> Any:
        self.asked += 1
        self.send({"id": self.asked, "method": method, "params": params})
        return self.until(lambda message: message.get("id") == self.asked)["result"]

    def open(self, uri: str, text: str) -> list[dict[str, Any]]:
        """Open a file, and give what the server says is wrong with it."""
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        told = self.until(lambda m: m.get("method") == "textDocument/publishDiagnostics" and m["params"]["uri"] == uri)
        found: list[dict[str, Any]] = told["params"]["diagnostics"]
        return found

    def at(self, method: str, uri: str, line: int, character: int) -> Any:
        position = {"line": line, "character": character}
        return self.ask(f"textDocument/{method}", {"textDocument": {"uri": uri}, "position": position})


@pytest.fixture
def program() -> str:
    found = shutil.which("yaml-language-server")
    if found is None:
        pytest.skip("yaml-language-server is not installed: npm install --global yaml-language-server")
    return found


def test_an_editor_explains_proposes_and_underlines(program: str, tmp_path: Path) -> None:
    uri = (tmp_path / "avtal.yaml").as_uri()
    with Server(program) as server:
        told = {fault["range"]["start"]["line"]: fault["message"] for fault in server.open(uri, WITH_FAULTS)}
        assert told.keys() == {6, 8}  # the wrong type of party and the unknown key; not the code, nor the title
        assert "municipality" in told[6]
        assert "okänd" in told[8]
        assert "polis, kommun eller något annat" in server.at("hover", uri, 5, 20)["contents"]["value"]
        empty = (tmp_path / "ny.yaml").as_uri()
        server.open(empty, "")
        proposed = {item["label"]: item for item in server.at("completion", empty, 0, 0)["items"]}
        assert {"Ny samverkansöverenskommelse", "Nytt medborgarlöfte"} <= proposed.keys()
        status = (tmp_path / "status.yaml").as_uri()
        server.open(status, "samverkan: 1\nkind: agreement\nstatus: \n")
        words = {item["label"]: item["documentation"] for item in server.at("completion", status, 2, 8)["items"]}
        assert words["draft"] == "utkast"
        for path in sorted((EXAMPLES / "smallest").glob("*.yaml")):
            text = path.read_text(encoding="utf-8").partition("\n")[2]
            assert server.open((tmp_path / path.name).as_uri(), text) == []
