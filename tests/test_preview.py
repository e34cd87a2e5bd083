"""The preview: pages for those who know its address alone, made again when a file is saved, and a clean end."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from tests.conftest import ROOT, SMALL, program
from tests.test_browser import QUIET

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

POSIX_ONLY = pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent in another way on Windows")
ADDRESS = re.compile(r"http://127\.0\.0\.1:([0-9]+)/([\w-]+)/")


RUDE = [
    b"\x00\xff\r\n\r\n",
    b"GET /%ff%fe/1 HTTP/1.1\r\nHost: a\r\n\r\n",
    b"GET /\xc3\xa5/ HTTP/1.1\r\nHost: a\r\n\r\n",
    b"GET TOKEN99999999999999999999 HTTP/1.1\r\nHost: HERE\r\n\r\n",
    b"GET TOKEN" + b"9" * 5000 + b" HTTP/1.1\r\nHost: HERE\r\n\r\n",
    b"GET TOKEN\xb2 HTTP/1.1\r\nHost: HERE\r\n\r\n",
    b"GET TOKEN-1 HTTP/1.1\r\nHost: HERE\r\n\r\n",
    b"GET TOKEN HTTP/1.1\r\nHost: HERE\r\nHost: evil.example\r\n\r\n",
    b"GET TOKEN HTTP/1.0\r\n\r\n",
    b"GET TOKEN HTTP/1.1\r\nHost: evil.example\r\n\r\n",
    b"POST TOKEN HTTP/1.1\r\nHost: HERE\r\nContent-Length: 99999999999\r\n\r\nx",
    b"GET / HTTP/1.1\r\nX: " + b"a" * 2_000_000,
]


REFUSING = """
import runpy, sys
left = [1]
def refuse(event, arguments):
    if {when} and left:
        left.pop()
        raise {error}
sys.addaudithook(refuse)
sys.argv[0] = "samverkan"
runpy.run_module("samverkan", run_name="__main__", alter_sys=True)
"""
"""Runs the program where Python refuses one thing, once."""


@contextmanager
def serving(
    folder: Path, *arguments: str, end: int = signal.SIGINT, refusing: str = "", told: list[str] | None = None
) -> Iterator[str]:
    """Run the preview in a folder, and give its address; it must end quietly."""
    around = {**os.environ, "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"}
    around |= {"TMPDIR": str(folder)} if refusing else {}
    started = ["-c", refusing] if refusing else ["-m", "samverkan"]
    command = [sys.executable, *started, "preview", "--lang", "sv", *arguments]
    with subprocess.Popen(
        command, cwd=folder, env=around, encoding="utf-8", stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        first = process.stdout.readline()
        found = ADDRESS.search(first)
        assert found, first
        if told is not None:
            told.append(first)
        try:
            yield found[0]
        finally:
            process.send_signal(end)
            out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (0, "Förhandsvisningen är avslutad.\n", "")


class Answer(NamedTuple):
    status: int
    page: str
    headers: Mapping[str, str]


def asked(address: str, **headers: str) -> Answer:
    host, _, path = address.removeprefix("http://").partition("/")
    with closing(http.client.HTTPConnection(host, timeout=60)) as connection:
        connection.request("GET", f"/{path}", headers={"Connection": "close", **headers})
        answer = connection.getresponse()
        return Answer(answer.status, answer.read().decode(), dict(answer.headers))


@pytest.fixture
def page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program("chromium"), args=QUIET)
        yield browser.new_page()
        browser.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path in (ROOT / "tests" / "workspace").glob("*.yaml"):
        shutil.copy(path, tmp_path)
    return tmp_path


@POSIX_ONLY
def test_those_who_know_the_address_see_the_pages(folder: Path) -> None:
    with serving(folder) as address:
        status, page, _ = asked(address)
        assert status == 200
        assert page.count("<tr>") == 1 + len(list(folder.glob("*.yaml")))
        status, page, _ = asked(f"{address}0")
        assert status == 200
        assert "<aside" in page
        assert "Samverkansöverenskommelse" in page
        found = ADDRESS.match(address)
        assert found
        port, token = found.groups()
        here = f"http://127.0.0.1:{port}"
        for wrong in (
            f"{here}/",
            f"{here}/{token[:-1]}/",
            f"{here}/x/0",
            f"{here}/x/events",
            f"{address}99",
            f"{address}../a",
        ):
            assert asked(wrong).status == 403, wrong
        assert asked(address, Host="exempel.se").status == 403
        assert asked(address, Host=f"localhost:{port}").status == 200


@POSIX_ONLY
@POSIX_ONLY
class TestRudeClients:
    """Whatever others on this machine send, or never finish sending, the user sees the pages."""

    def test_get_nothing_and_stop_nobody(self, folder: Path) -> None:
        with serving(folder) as address:
            port, token = _place(address)
            for sent in RUDE:
                here = sent.replace(b"TOKEN", f"/{token}/".encode()).replace(b"HERE", f"127.0.0.1:{port}".encode())
                with socket.create_connection(("127.0.0.1", port), timeout=30) as line, suppress(ConnectionError):
                    line.sendall(here)
                    got = line.recv(100)
                    assert not got or got.split()[1] in {b"400", b"403", b"405", b"431"}, sent[:80]
                assert asked(address).status == 200

    def test_a_crowd_that_never_asks_keeps_nobody_out(self, folder: Path) -> None:
        with serving(folder) as address, ExitStack() as crowd:
            port, token = _place(address)
            events = f"GET /{token}/events?1 HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode()
            lines = [crowd.enter_context(socket.create_connection(("127.0.0.1", port), timeout=30)) for _ in range(250)]
            for i, line in enumerate(lines):
                with suppress(ConnectionError):
                    line.sendall(events if i > 200 else b"GET / HT")
            assert asked(address).status == 200
            with suppress(ConnectionError):
                assert lines[0].recv(100) == b""


def _place(address: str) -> tuple[int, str]:
    found = ADDRESS.search(address)
    assert found
    return int(found[1]), found[2]


def test_only_our_script_runs_and_nothing_is_fetched(folder: Path) -> None:
    with serving(folder) as address:
        answer = asked(address)
        policy = answer.headers["content-security-policy"]
        nonce = re.search(r"script-src 'nonce-([\w-]+)'", policy)
        assert nonce
        assert answer.page.count("<script") == answer.page.count(f'<script nonce="{nonce[1]}">') == 1
        assert "default-src 'none'" in policy
        assert answer.headers["x-frame-options"] == "DENY"
        assert "access-control-allow-origin" not in answer.headers


@POSIX_ONLY
def test_what_is_broken_shows_its_findings(tmp_path: Path) -> None:
    (tmp_path / "a & <b>.yaml").write_text("samverkan: 1\nkind: agreement\ntitle: 'Avtal\n", encoding="utf-8")
    (tmp_path / "c.yaml").write_text(SMALL + "fokus: x\n", encoding="utf-8")
    with serving(tmp_path) as address:
        assert "1 fel" in asked(address).page
        pages = [asked(f"{address}{i}").page for i in range(2)]
    assert any("Nyckeln ”fokus” finns inte här." in page and "Otrygga platser" in page for page in pages)
    assert any("a &amp; &lt;b&gt;.yaml" in page and "kan inte visas" in page for page in pages)


@POSIX_ONLY
def test_an_empty_folder_and_broken_settings_are_told(tmp_path: Path) -> None:
    with serving(tmp_path, end=signal.SIGTERM) as address:
        assert "Inga samverkansdokument finns i mappen ännu." in asked(address).page
        (tmp_path / "samverkan.yaml").write_text("samverkan: 1\nkind: workspace\nlang: de\n", encoding="utf-8")
        (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
        end = time.monotonic() + 60
        while "Inställningarna i samverkan.yaml, rad 3" not in asked(address).page:
            assert time.monotonic() < end
            time.sleep(0.2)


@POSIX_ONLY
def test_a_template_of_ones_own_that_is_wrong_is_told_on_the_page(tmp_path: Path) -> None:
    look = "samverkan: 1\nkind: workspace\nlook: {templates: mallar}\n"
    (tmp_path / "samverkan.yaml").write_text(look, encoding="utf-8")
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "mallar").mkdir()
    (tmp_path / "mallar" / "agreement.html.j2").write_text("{{ 1 / 0 }}", encoding="utf-8")
    with serving(tmp_path) as address:
        answer = asked(f"{address}0")
    assert (answer.status, "agreement.html.j2" in answer.page) == (200, True)


@POSIX_ONLY
def test_a_fault_of_ours_is_told_with_its_log_and_the_preview_goes_on(folder: Path) -> None:
    refusing = REFUSING.format(when='event == "open" and "preview.html.j2" in str(arguments[0])', error="RuntimeError")
    with serving(folder, refusing=refusing) as address:
        answer = asked(address)
        assert (answer.status, "Ett internt fel" in answer.page) == (500, True)
        assert asked(address).status == 200
    (log,) = folder.glob("samverkan-*.log")
    assert log.name in answer.page
    assert "RuntimeError" in log.read_text(encoding="utf-8")


@POSIX_ONLY
def test_a_fault_outside_any_page_is_kept_and_nobody_is_kept_out(folder: Path) -> None:
    when = 'event == "socket.__new__" and sys._getframe(2).f_code.co_name == "accept"'
    with serving(folder, refusing=REFUSING.format(when=when, error="RuntimeError")) as address:
        port = int(address.split(":")[2].split("/")[0])
        socket.create_connection(("127.0.0.1", port)).close()
        assert asked(address).status == 200
    (log,) = folder.glob("samverkan-*.log")
    assert "RuntimeError" in log.read_text(encoding="utf-8")


@POSIX_ONLY
def test_a_connection_that_the_system_refuses_is_no_fault_of_ours(folder: Path) -> None:
    when = 'event == "socket.__new__" and sys._getframe(2).f_code.co_name == "accept"'
    with serving(folder, refusing=REFUSING.format(when=when, error='OSError(5, "Input/output error")')) as address:
        port = int(address.split(":")[2].split("/")[0])
        socket.create_connection(("127.0.0.1", port)).close()
        assert asked(address).status == 200
    assert list(folder.glob("samverkan-*.log")) == []


@POSIX_ONLY
def test_where_no_port_can_be_opened_it_says_so(folder: Path) -> None:
    refusing = REFUSING.format(when='event == "socket.bind"', error='PermissionError(1, "Operation not permitted")')
    command = [sys.executable, "-c", refusing, "preview", "--lang", "sv"]
    ended = subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=60)
    assert (ended.returncode, ended.stdout) == (4, b"")
    assert "Ingen förhandsvisning kan öppnas på den här datorn, som inte lämnar ut någon port" in ended.stderr.decode()


@pytest.mark.skipif(sys.platform != "linux", reason="names are text elsewhere")
def test_a_folder_that_cannot_be_watched_is_shown_and_that_is_said(folder: Path) -> None:
    odd = Path(os.fsdecode(os.fsencode(folder) + b"-\xff"))
    folder.rename(odd)
    said: list[str] = []
    with serving(odd, told=said) as address:
        assert asked(f"{address}0").status == 200
    assert "Mappen kan inte bevakas" in said[0]


@POSIX_ONLY
def test_a_page_is_made_again_when_its_file_is_saved(folder: Path, page: Page) -> None:
    path = folder / "avtal-2024.yaml"
    with serving(folder) as address:
        page.goto(f"{address}0")
        expect(page.locator("aside")).to_contain_text("avtal-2024.yaml")
        old = path.read_text(encoding="utf-8")
        path.write_text(re.sub("(?m)^title: .*", "title: Ett nytt namn", old), encoding="utf-8")
        expect(page.locator("h1")).to_have_text("Ett nytt namn", timeout=30_000)
        path.write_text(old.replace("validity:", "giltighet:"), encoding="utf-8")
        expect(page.locator("aside")).to_contain_text("giltighet", timeout=30_000)


def test_without_the_extra_it_says_how_to_get_it(tmp_path: Path) -> None:
    (tmp_path / "uvicorn.py").write_text("raise ImportError\n", encoding="utf-8")
    around = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])}
    command = [sys.executable, "-m", "samverkan", "preview", "--lang", "sv"]
    ended = subprocess.run(command, cwd=tmp_path, env=around, capture_output=True, check=False, timeout=60)
    assert ended.returncode == 4
    assert 'pip install "samverkan[preview]"' in ended.stderr.decode()


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("finns-inte", "finns inte"),
        ("", "finns inte"),
        ("x" * 300, "finns inte"),
        ("/dev/null", "inte en vanlig fil"),
        ("rad\n::två", "finns inte"),
    ],
)
@POSIX_ONLY
def test_what_is_not_there_is_told_and_not_served(name: str, why: str, folder: Path) -> None:
    command = [sys.executable, "-m", "samverkan", "preview", name, "--lang", "sv"]
    ended = subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=60)
    told = ended.stderr.decode()
    assert (ended.returncode, ended.stdout) == (4, b"")
    assert why in told
    assert len(told.splitlines()) == 1
