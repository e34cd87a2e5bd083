"""Odd parts: of own templates, of pictures, of files that others have left, and converters that are given no time."""

from __future__ import annotations

import io
import json
import os
import pickle
import subprocess
import sys
from threading import Timer
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, StreamObject
from watchfiles import Change

from samverkan.preview.saves import saved_in, saves
from samverkan.render.engines.pdf_pages_work import work
from samverkan.render.engines.typst import RefusedError, compiled
from samverkan.render.engines.worker import BROKEN, SIZE
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.run.seal import Seal
from samverkan.source.leftovers import own_prefix, sweep
from tests.conftest import ROOT, SMALL
from tests.rendered import text_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import Any

    from tests.conftest import Outcome

DAY = ("--today", "2024-06-01")
LIMITED = pytest.mark.skipif(sys.platform == "win32", reason="there are no limits of this kind there")
ODD = """\
<h1>{{ title }}</h1>
<div class="clause"><p>Utan nummer</p></div>
<div class="clause"><blockquote><p>Utan stycke</p></blockquote></div>
<blockquote><p>Ett citat</p></blockquote>
<table><thead><tr><th>Kolumn</th></tr></thead><tbody>
<tr><td><p>Först<br>sedan</p><ol start="3"><li>Vi sökte</li><li>Vi fann</li></ol></td></tr>
<tr><td><blockquote><p>Citat i cell</p></blockquote><hr><pre>Kod i cell</pre><h1>Rubrik i cell</h1>
<dl><dt>Ord i cell</dt><dd>Sagt i cell</dd></dl></td></tr>
{% for i in range(40) %}<tr><td>Rad {{ i }}</td></tr>{% endfor %}
</tbody></table>
<div class="details"><p>Under tabellen</p></div>
"""
IN_CELL = ("Citat i cell", "Kod i cell", "Rubrik i cell", "Ord i cell", "Sagt i cell")


@pytest.fixture
def room(tmp_path: Path) -> Path:
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "mallar").mkdir()
    return tmp_path


@pytest.mark.parametrize("form", [DocumentFormat.DOCX, DocumentFormat.ODT, DocumentFormat.PDF, DocumentFormat.MD])
def test_what_own_templates_lay_out_in_their_own_way_is_all_there(
    run: Callable[..., Outcome], room: Path, form: DocumentFormat
) -> None:
    (room / "mallar" / "agreement.html.j2").write_text(ODD, encoding="utf-8")
    ended = run("render", "--format", form.value, "--template-dir", "mallar", *DAY)
    assert ended.code == 0, ended.err
    (path,) = (room / "build").glob(f"avtal*.{form.value}")
    text = text_in(path.read_bytes(), form, room)
    for words in (
        "Utan nummer",
        "Utan stycke",
        "Ett citat",
        "Först",
        "sedan",
        "Vi sökte",
        "Vi fann",
        "Under tabellen",
        *IN_CELL,
    ):
        assert words in text, words
    if form is DocumentFormat.MD:
        (row,) = [line for line in path.read_text(encoding="utf-8").splitlines() if "Vi sökte" in line]
        assert "Först<br>sedan<br>3. Vi sökte<br>4. Vi fann" in row


def test_elements_too_deep_in_each_other_are_refused_in_a_sentence(run: Callable[..., Outcome], room: Path) -> None:
    deep = "{% for i in range(2000) %}<div>{% endfor %}<p>{{ title }}</p>{% for i in range(2000) %}</div>{% endfor %}"
    (room / "mallar" / "agreement.html.j2").write_text(deep, encoding="utf-8")
    ended = run("render", "--format", "docx", "--template-dir", "mallar", *DAY)
    assert ended.code in {2, 4}
    assert "Traceback" not in ended.err
    assert not list((room / "build").glob("*.docx"))


LOGO = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {size}>{inside}</svg>'


@pytest.mark.parametrize(
    ("size", "inside"),
    [
        ('width="9" height="9"', '<g id="a"/><use xlink:title="En cirkel" xlink:href="#a"/>'),
        ('width="0" height="0"', "<text>Exempelby</text>"),
    ],
    ids=["a title for those who point at it", "letters that cannot be drawn"],
)
def test_logos(run: Callable[..., Outcome], room: Path, size: str, inside: str) -> None:
    (room / "logga.svg").write_text(LOGO.format(size=size, inside=inside), encoding="utf-8")
    (room / "samverkan.yaml").write_text("samverkan: 1\nkind: workspace\nlook: {logo: logga.svg}\n", encoding="utf-8")
    ended = run("render", "--format", "html", *DAY)
    assert ended.code == 0, ended.err
    (page,) = (room / "build").glob("*.html")
    assert "data:image/svg+xml" in page.read_text(encoding="utf-8")


def test_a_drawing_of_several_pages_is_refused() -> None:
    with pytest.raises(RefusedError):
        compiled("#set page(width: 9pt, height: 9pt)\na#pagebreak()b", "png")


def test_a_pdf_that_takes_too_long_to_read_is_given_up(run: Callable[..., Outcome], room: Path) -> None:
    assert run("render", "--format", "pdf", *DAY).code == 0
    (path,) = (room / "build").glob("*.pdf")
    ended = run("verify", str(path), *DAY, SAMVERKAN_CONVERTER_SECONDS="0.01")
    assert (ended.code, ended.out) == (4, "")
    assert "Traceback" not in ended.err


def test_what_is_nested_deeper_than_anything_of_ours_bears_no_seal() -> None:
    deep: Any = []
    for _ in range(100_000):
        deep = [deep]
    assert not Seal(b"nyckel").is_on({"seal": "x", "a": deep}, "a.html")


def test_a_file_that_has_been_removed_is_more_than_a_save(tmp_path: Path) -> None:
    there, gone = tmp_path / "a.yaml", tmp_path / "b.yaml"
    there.write_text(SMALL, encoding="utf-8")
    assert saved_in({(Change.deleted, str(there)), (Change.modified, str(there))}) == frozenset({there})
    assert saved_in({(Change.deleted, str(gone)), (Change.modified, str(there))}) is None


@pytest.mark.skipif(sys.platform == "win32", reason="files have no owners of this kind there")
def test_a_save_after_a_while_without_any_is_told(tmp_path: Path) -> None:
    document = tmp_path / "a.yaml"
    document.write_text(SMALL, encoding="utf-8")
    found = saves([tmp_path])
    assert next(found) is None
    Timer(1, document.write_text, (SMALL + "okänd: 1\n",), {"encoding": "utf-8"}).start()
    assert next(found) == frozenset({document})


def test_what_others_have_left_and_what_may_be_alive_is_not_taken_away(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        pass
    dead, huge = (own_prefix().replace(f"-{os.getpid()}-", f"-{number}-") for number in (process.pid, 9_999_999_999))
    own, others, unknown = tmp_path / f"{dead}egen", tmp_path / f"{dead}annans", tmp_path / f"{huge}vems"
    for path in (own, others, unknown):
        path.write_text("x", encoding="utf-8")
    if os.geteuid() == 0:
        os.chown(others, 12345, 12345)
    sweep(tmp_path)
    assert not own.exists()
    assert unknown.exists()
    assert others.exists() is (os.geteuid() == 0)


def lower() -> None:
    """Set limits that the program may not raise: of time and memory less than it asks for."""
    import resource  # noqa: PLC0415 - not on Windows

    resource.setrlimit(resource.RLIMIT_CPU, (50, 50))
    resource.setrlimit(resource.RLIMIT_DATA, (1_500_000_000, 1_500_000_000))


START = "import sys; from samverkan.render.engines.worker import main; main(sys.argv[1])"


@pytest.fixture
def worker(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Start a child process whose work goes on for a minute, or breaks, as it is asked to."""
    (tmp_path / "arbete.py").write_text(
        "import time\nMOST_MEMORY, MOST_SECONDS = 2_000_000_000, 100\n"
        "def work(asked):\n    time.sleep(60) if asked == 'länge' else 1 / 0\n",
        encoding="utf-8",
    )
    way = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", str(ROOT / "src"))])
    command = [sys.executable, "-c", START, "arbete"]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": way},
        preexec_fn=lower,  # noqa: PLW1509 - nothing else lowers limits before it begins
    ) as process:
        yield process
        process.kill()


@LIMITED
@pytest.mark.parametrize("asked", ["länge", "fel"])
def test_a_worker_ends_when_its_parent_is_gone_and_when_its_work_breaks(
    worker: subprocess.Popen[bytes], asked: str
) -> None:
    assert worker.stdin is not None
    assert worker.stdout is not None
    request = pickle.dumps(asked)
    worker.stdin.write(SIZE.pack(len(request)) + request)
    worker.stdin.flush()
    if asked == "länge":
        worker.stdin.close()
    assert worker.wait(timeout=40) == BROKEN
    assert worker.stdout.read() == b""


@LIMITED
def test_limits_that_are_lower_than_ours_are_left_as_they_are(room: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "samverkan", "render", "--format", "pdf", *DAY],
        cwd=room,
        preexec_fn=lower,
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr.decode()
    (path,) = (room / "build").glob("*.pdf")
    assert path.read_bytes().startswith(b"%PDF")
    read = subprocess.run(
        [sys.executable, "-m", "samverkan", "verify", str(path), *DAY],
        cwd=room,
        preexec_fn=lower,
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert read.returncode == 0, read.stderr.decode()


# Tells how much of the processor's time may be taken, before and after more of it is asked for.
MORE_TIME = """
import resource, sys
from samverkan.render.engines.worker import give_more_time
for limits in ((resource.RLIM_INFINITY, resource.RLIM_INFINITY), (50, resource.RLIM_INFINITY), (50, 60), (50, 53)):
    resource.setrlimit(resource.RLIMIT_CPU, limits)
    give_more_time(5)
    print(resource.getrlimit(resource.RLIMIT_CPU)[0] - limits[0])
"""


@LIMITED
def test_a_worker_is_given_more_time_where_there_is_a_limit_and_as_far_as_it_may_be_raised() -> None:
    done = subprocess.run([sys.executable, "-c", MORE_TIME], capture_output=True, check=True, timeout=60)
    assert done.stdout.decode().split() == ["0", "5", "5", "0"]


# Fills a template that is so long that the time is up before it has been read.
TOO_LONG = """
from samverkan.render.engines.own_templates import FillRequest, OwnFiles
from samverkan.render.engines.own_templates_work import work
name = "agreement.html.j2"
work(FillRequest(name, {}, False, "egen", OwnFiles({name: b"{{ a }}" * 300_000}, {}), 0.1))
"""


def test_a_template_that_takes_too_long_to_read_is_told_of_as_a_whole() -> None:
    done = subprocess.run([sys.executable, "-c", TOO_LONG], capture_output=True, check=True, timeout=60)
    (size,) = SIZE.unpack(done.stdout[: SIZE.size])
    told = json.loads(done.stdout[SIZE.size : SIZE.size + size])
    assert told["stopped"] is True
    assert told["fault"][1].startswith("The template agreement.html.j2, line 1: it is not done in 0.1 seconds")


def pdf_of(*pieces: tuple[str, int, int, int]) -> bytes:
    """Write a page with some letters at places of their own: the letters, where they begin, and how high they are."""
    writer, said, written = PdfWriter(), StreamObject(), io.BytesIO()
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/Encoding": "/WinAnsiEncoding", "/BaseFont": "/Helvetica"}
    look = DictionaryObject({NameObject(key): NameObject(one) for key, one in font.items()})
    lines = (f"BT /F {size} Tf {x} {y} Td ({text}) Tj ET" for text, x, y, size in pieces)
    said.set_data("\n".join(lines).encode("cp1252"))
    page = writer.add_blank_page(595, 842)
    page[NameObject("/Contents")] = writer._add_object(said)  # noqa: SLF001 - there is no other way
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F"): look})})
    writer.write(written)
    return written.getvalue()


@pytest.mark.parametrize(
    ("pieces", "columns"),
    [
        ([("Polisen", 50, 700, 10), ("1", 82, 703, 6), ("Kommunen", 290, 700, 10)], ["Polisen¹", "Kommunen"]),
        (
            [("Polisen och", 50, 700, 10), ("-", 50, 701, 10), ("ska", 92, 702, 10), ("Kommunen", 300, 702, 10)],
            ["-Polisen ochska", "Kommunen"],
        ),
    ],
    ids=["the mark of a footnote", "letters over each other"],
)
def test_what_stands_on_a_line_of_a_pdf_is_put_together(
    pieces: list[tuple[str, int, int, int]], columns: list[str]
) -> None:
    facts, written = work(pdf_of(*pieces))
    assert facts == {}
    assert [line[0] for lines, _ in json.loads(written) for line in lines] == [columns]


def test_no_more_of_a_pdf_is_read_than_any_agreement_holds() -> None:
    assert work(pdf_of(("ord " * 760_000, 50, 700, 10))) == ({"fault": "too-long", "most": 300}, b"")
