"""No line that is not ours, where files come home from others or go out to them.

Texts that would be commands, escapes, formulas or markup stand in Word files, forms, tables, certificates and finished
PDFs; what is printed and written is read as its consumer would: a CI runner, a terminal, a spreadsheet, an editor.
"""

from __future__ import annotations

import asyncio
import json
import re
import shutil
import zipfile
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

import openpyxl
import pytest
from lsprotocol import types

from samverkan.formatting.comments import comments_in
from samverkan.formatting.printed import printed
from samverkan.model.kinds import KINDS
from tests.conftest import EXAMPLES, SMALL, plain, written
from tests.editor import editing
from tests.terminal import UNIX_ONLY, Terminal
from tests.test_collecting import Form
from tests.test_editable import with_text
from tests.test_importing import PICTURE
from tests.test_lines import BROKEN, NUMBERS, PAYLOADS, Browser, commands_in, hostile, unsafe_in
from tests.test_preview import POSIX_ONLY, asked, serving
from tests.test_signing import PASSWORD, certificate

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

DAY = ("--today", "2026-11-20")
# What a document cannot hold, but a file of another program can: what moves a terminal, and lines of their own.
ESCAPES = ["a\x1b[31mb", "a\n::error::x", "a\r::error::y", "\u202ea", "a\u2028::error::z", "\x9b2J", NUMBERS[0]]
FOREIGN = [*PAYLOADS, *ESCAPES]
IN_XML = [text for text in FOREIGN if not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", text)]


def assert_ours(ended: Outcome, *, codes: tuple[int, ...] = (0, 1, 2)) -> None:
    """Read what was printed as a runner and a terminal do."""
    assert ended.code in codes, (ended.code, ended.err)
    printed = ended.out + "\n" + ended.err
    assert list(commands_in(printed)) == []
    assert unsafe_in(printed.replace("\r\n", "\n").replace("\ufeff", "")) == []
    assert "Traceback" not in ended.err


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay out two workspaces whose every text is another."""
    folder = tmp_path_factory.mktemp("jämförd")
    for name, texts in (("före", PAYLOADS), ("efter", PAYLOADS[7:] + PAYLOADS[:7])):
        (folder / name).mkdir()
        hostile(folder / name, texts)
    for name in ("::error::före.yaml", "##[error]efter.yaml"):
        (folder / name).write_text(SMALL.replace("Otrygga", f"Nya {name[-8]}"), encoding="utf-8")
    return folder


class TestCompared:
    @pytest.mark.parametrize("form", [("text",), ("text", "--board"), ("json",), ("md",), ("html",), ("md", "--board")])
    @pytest.mark.parametrize("kind", ["agreement", "action-plan", "follow-up"])
    def test_two_versions(self, kind: str, form: tuple[str, ...], pair: Path, run: Callable[..., Outcome]) -> None:
        files = f"före/hel-{kind}.yaml", f"efter/hel-{kind}.yaml"
        assert_ours(run("compare", *files, "--format", *form, *DAY, cwd=pair))

    def test_names_of_files(self, pair: Path, run: Callable[..., Outcome]) -> None:
        for form in ("text", "md", "html", "json"):
            assert_ours(run("compare", "::error::före.yaml", "##[error]efter.yaml", "--format", form, cwd=pair))
        assert_ours(run("compare", "::error::borta.yaml", "##[error]x", cwd=pair), codes=(2, 4))
        assert_ours(run("compare", "::error::före.yaml", "--since", "##[error]x", cwd=pair), codes=(2, 4))


class TestMerged:
    @pytest.fixture
    def sent(self, tmp_path: Path, run: Callable[..., Outcome]) -> bytes:
        texts = "".join(f"  - {{id: f{i}, title: Område {i}}}\n" for i in range(len(IN_XML)))
        head = SMALL.partition("focus_areas:")[0]
        (tmp_path / "##[error]a.yaml").write_text(f"{head}focus_areas:\n{texts}", encoding="utf-8")
        assert run("render", "--editable", "--format", "docx", *DAY).code == 0
        return next((tmp_path / "build").glob("*.docx")).read_bytes()

    @pytest.mark.parametrize("language", ["sv", "en"])
    def test_what_was_written_in_word(
        self, language: str, sent: bytes, tmp_path: Path, run: Callable[..., Outcome]
    ) -> None:
        edits = [(f">Område {i}<", f">{escape(text)}<") for i, text in enumerate(IN_XML)]
        (tmp_path / "::error::ny.docx").write_bytes(with_text(sent, *edits))
        for options in (("--check",), ("--check", "--tracked"), ()):
            assert_ours(run("merge", "::error::ny.docx", *options, "--lang", language))
        kept = plain((tmp_path / "##[error]a.yaml").read_text(encoding="utf-8"))
        assert len(kept["focus_areas"]) == len(IN_XML)
        assert {" ".join(text.split()) for text in PAYLOADS} <= {
            " ".join(one["title"].split()) for one in kept["focus_areas"]
        }
        assert list(kept) == list(plain(SMALL))

    def test_names_of_authors(self, sent: bytes, tmp_path: Path, run: Callable[..., Outcome]) -> None:
        edits = []
        for i, text in enumerate(IN_XML):
            who = escape(text, {'"': "&quot;", "\n": "&#10;", "\r": "&#13;"})
            mark = f'w:id="{i}" w:author="{who}" w:date="{who}"'
            gone = f"</w:t></w:r><w:ins {mark}><w:r><w:t> ny {i}</w:t></w:r></w:ins><w:r><w:t>"
            edits.append((f">Område {i}<", f">Område {i}{gone}<"))
        (tmp_path / "ny.docx").write_bytes(with_text(sent, *edits))
        for options in (("--check",), ("--tracked",)):
            ended = run("merge", "ny.docx", *options)
            assert_ours(ended)
            assert "stop-commands" in ended.out


def table(texts: list[str]) -> str:
    """Write a table of figures whose headings, parts and places are some texts."""
    rows = [["Region", "Brott", "År", "Antal", "/100 000 inv", texts[0]]]
    rows += [[text, texts[-1 - i], "2023", str(i), "1,5", text] for i, text in enumerate(texts)]
    return "".join(";".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) + "\r\n" for row in rows)


class TestTakenIn:
    @pytest.mark.parametrize("language", ["sv", "en"])
    @pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
    def test_figures_of_others(self, form: str, language: str, tmp_path: Path, run: Callable[..., Outcome]) -> None:
        (tmp_path / "bild.yaml").write_text(PICTURE, encoding="utf-8")
        name = f"::error::fil.{form}"
        if form == "csv":
            (tmp_path / name).write_text(table(FOREIGN), encoding="utf-8")
        elif form == "xlsx":
            book: Any = openpyxl.Workbook()
            for text in IN_XML:
                book.active.append(["Falu kommun", text, "2023", 7, text])
            book.active.insert_rows(1)
            for column, heading in enumerate(["Region", "Brott", "År", "Antal", "##[error]x"], 1):
                book.active.cell(1, column).value = heading
            book.save(tmp_path / name)
        else:
            told = [
                {"kpi": text, "period": 2023, "municipality": text, "values": [{"gender": text, "value": 1}]}
                for text in FOREIGN
            ]
            (tmp_path / name).write_text(json.dumps({"values": told, "count": 1}), encoding="utf-8")
        for options in (("--diff",), ("--diff", "--new"), ("--new",)):
            assert_ours(
                run("import", "indicators", name, "--into", "bild.yaml", *options, "--lang", language, *DAY),
                codes=(0, 1, 2, 4),
            )
        plain((tmp_path / "bild.yaml").read_text(encoding="utf-8"))

    def test_a_mapping_of_names(self, tmp_path: Path, run: Callable[..., Outcome]) -> None:
        (tmp_path / "bild.yaml").write_text(PICTURE, encoding="utf-8")
        (tmp_path / "fil.csv").write_text(table(PAYLOADS), encoding="utf-8")
        for text in PAYLOADS[::7]:
            for mapping in (
                f"{written(text)}: 1\n",
                f"columns: {{{written(text)}: value}}\n",
                f"columns: {{Antal: {written(text)}}}\n",
            ):
                (tmp_path / "karta.yaml").write_text(mapping, encoding="utf-8")
                ended = run(
                    "import", "indicators", "fil.csv", "--into", "bild.yaml", "--mapping", "karta.yaml", "--diff", *DAY
                )
                assert_ours(ended, codes=(0, 1, 2, 4))

    @pytest.mark.parametrize("form", ["txt", "html"])
    def test_an_old_agreement(self, form: str, tmp_path: Path, run: Callable[..., Outcome]) -> None:
        name, texts = f"##[error]gammal.{form}", FOREIGN if form == "txt" else IN_XML
        lines = [f"Överenskommelse mellan {text} kommun och polisen i {text}" for text in texts[:4]]
        lines += [*texts, *(f"{n}. {text}" for n, text in enumerate(texts)), *(f"Mål: {text}" for text in texts)]
        whole = "\n\n".join(lines) if form == "txt" else "".join(f"<p>{escape(line)}</p>" for line in lines)
        (tmp_path / name).write_text(whole, encoding="utf-8")
        for language in ("sv", "en"):
            assert_ours(run("import", "agreement", name, "--out", f"ny-{language}.yaml", "--lang", language, *DAY))
            assert plain((tmp_path / f"ny-{language}.yaml").read_text(encoding="utf-8"))["kind"] == "agreement"
        assert_ours(run("validate", "ny-sv.yaml"))


class TestAnswered:
    @pytest.fixture(params=["plan", "hostile"])
    def form(self, request: pytest.FixtureRequest, tmp_path: Path, run: Callable[..., Outcome]) -> Path:
        if request.param == "plan":
            shutil.copytree(EXAMPLES / "exempelkommun", tmp_path, dirs_exist_ok=True)
            of = "atgardsplan-2026"
        else:
            hostile(tmp_path, PAYLOADS)
            of = "avtal-2024"
        made = run("new", "follow-up", "--of", of, "--xlsx", "--out", "form.xlsx", *DAY)
        assert_ours(made)
        assert made.code == 0
        return tmp_path / "form.xlsx"

    def test_what_people_write(self, form: Path, run: Callable[..., Outcome]) -> None:
        sheet = Form(form)
        for turn, key in enumerate(sheet.rows):
            for shift, column in enumerate(("result", "comment", "value", "period", "light", "who")):
                if column in sheet.columns:
                    cell = sheet.at(key, column)
                    cell.value = IN_XML[(7 * turn + shift) % len(IN_XML)]
                    cell.data_type = "s"
        sheet.sheet.title = "::error::x".replace(":", "")
        sheet.sheet.cell(3, 2).value = IN_XML[0]
        sheet.save(form.with_name("##[error]svar.xlsx"))
        ended = run("collect", "##[error]svar.xlsx", "--into", "uppföljning.yaml", *DAY)
        assert_ours(ended)
        found = plain((form.parent / "uppföljning.yaml").read_text(encoding="utf-8"))
        assert found["kind"] == "follow-up"
        assert_ours(run("validate", "uppföljning.yaml", *DAY))

    def test_forms_hold_no_formula(self, form: Path) -> None:
        with zipfile.ZipFile(form) as packed:
            sheets = [packed.read(name).decode() for name in packed.namelist() if name.startswith("xl/worksheets/")]
        assert not [sheet for sheet in sheets if "<f>" in sheet or "<f " in sheet or "<hyperlink" in sheet]


class TestSigned:
    def test_names_in_certificates_and_fields(self, tmp_path: Path, run: Callable[..., Outcome]) -> None:
        text = SMALL + "signatures:\n  signatories:\n"
        text += "".join(f"    - {{name: {written(one)}, party: polisen}}\n" for one in PAYLOADS[:8])
        (tmp_path / "avtal.yaml").write_text(text, encoding="utf-8")
        assert run("render", "avtal.yaml", "--format", "pdf", "--signature-fields", *DAY).code == 0
        pdf = "build/avtal-2024.pdf"
        names = ("::error::x", "a\n::error::y \x1b[31m", "##[error]z")
        for turn, own in enumerate(certificate(tmp_path, name) for name in names):
            assert_ours(run("sign", pdf, "--certificate", str(own), SAMVERKAN_PASSWORD=PASSWORD), codes=(2,))
            field = f"signature-{turn + 1}"
            assert_ours(
                run("sign", pdf, "--certificate", str(own), "--field", field, SAMVERKAN_PASSWORD=PASSWORD), codes=(0,)
            )
        for form in ("text", "json"):
            assert_ours(run("verify", pdf, "--format", form, *DAY))
        assert_ours(run("verify", pdf, "--trust", "a.pem", *DAY))


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("främmande")
    hostile(folder, PAYLOADS)
    return folder


OUT = [
    *(
        ("export", "--table", name, "--format", form)
        for name in ("goals", "documents", "duties")
        for form in ("csv", "json")
    ),
    *(("fmt", "--diff", "--check"), ("fix", "--diff"), ("fix", "--check"), ("fingerprint",), ("fmt", "--check")),
    ("report", "--format", "md", "--out", "ut"),
]
DRAFTS = [
    *(
        ("new", "follow-up", "--of", f"hel-{kind}", "--out", "-")
        for kind in ("agreement", "action-plan", "citizen-promise")
    ),
    *(("new", kind, "--of", "hel-agreement", "--out", "-") for kind in KINDS if kind != "follow-up"),
    ("collect", "form.xlsx"),
    ("import", "agreement", "gammal.txt", "--out", "-"),
]


@pytest.mark.parametrize("command", OUT, ids=" ".join)
def test_what_goes_out(command: tuple[str, ...], room: Path, run: Callable[..., Outcome]) -> None:
    day = DAY if command[0] in {"export", "report"} else ()
    assert_ours(run(*command, *day, cwd=room), codes=(0, 1))


@pytest.mark.parametrize("command", DRAFTS, ids=" ".join)
def test_drafts_that_are_printed_hold_what_is_written_to_files(
    command: tuple[str, ...], room: Path, run: Callable[..., Outcome], tmp_path: Path
) -> None:
    if command[0] == "collect":
        form = ("new", "follow-up", "--of", "hel-action-plan", "--xlsx", "--out", str(tmp_path / "form.xlsx"))
        assert run(*form, *DAY, cwd=room).code == 0
    (tmp_path / "gammal.txt").write_text("\n\n".join(PAYLOADS), encoding="utf-8")
    named = [str(tmp_path / one) if one in {"form.xlsx", "gammal.txt"} else one for one in command]
    ended = run(*named, *DAY, cwd=room)
    assert_ours(ended, codes=(0, 1))
    options = ("--into", "ny.yaml", "--documents", str(room)) if command[0] == "collect" else ("--out", "ny.yaml")
    at = tmp_path if command[0] == "collect" else room
    assert_ours(run(*named, *options, *DAY, cwd=at), codes=(0, 1))
    whole = plain((at / "ny.yaml").read_text(encoding="utf-8"))
    (at / "ny.yaml").unlink()
    assert {**plain(ended.out), "id": "ny"} == {**whole, "id": "ny"}


@pytest.mark.parametrize(
    "text",
    [
        "a: ::error::x\n",
        "::error::x: 1\n",
        "a: |-  # om ##[x]\n  ::error::x\n  b\nc: 2\n",
        "a:\n  - >\n    ##[error]x\n\n  - b\n",
        "# ##[error]x\na: '##[group]x'  # ##[b]\n",
        'a: ["##[x]", ::error::y]\n',
        "a: b\n",
        "a: |\n  ::x\n\n\n# efter ##[x]\n",
    ],
)
def test_a_draft_that_is_printed_holds_the_same(text: str) -> None:
    assert list(commands_in(printed(text))) == []
    assert plain(printed(text)) == plain(text)
    assert len(comments_in(printed(text))) == len(comments_in(text))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_beginning_with_names_of_all_sorts(language: str, tmp_path: Path, run: Callable[..., Outcome]) -> None:
    for turn, text in enumerate([*PAYLOADS[language == "en" :: 5], *ESCAPES]):
        options = ("--municipality", text, "--police", text, "--area", text, "--from", "2027", "--until", "2030")
        ended = run("init", f"ny{turn}", *options, "--cadence", "yearly", "--lang", language)
        assert_ours(ended, codes=(0, 2))
        for path in (tmp_path / f"ny{turn}").rglob("*.yaml"):
            plain(path.read_text(encoding="utf-8"))
    for wrong in ("--from", "--until", "--cadence"):
        assert_ours(run("init", "x", wrong, "::error::x", "--lang", language), codes=(2,))
    assert_ours(run("init", "::error::mapp", "--area", "##[error]x"), codes=(0, 2))


def test_an_editor_is_told_no_markup_of_others(tmp_path: Path) -> None:
    hostile(tmp_path, PAYLOADS)
    for name, text in BROKEN.items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    async def script() -> None:
        async with editing(tmp_path) as editor:
            for name in (*BROKEN, "hel-agreement.yaml", "0.yaml", "26.yaml"):
                found = await editor.opened(name)
                assert unsafe_in("".join(one.message.replace("\n", "") for one in found)) == []
            for name, mark in (("0.yaml", "id:"), ("26.yaml", "platser"), ("hel-agreement.yaml", "parties")):
                hover = await editor.client.text_document_hover_async(types.HoverParams(*editor.place(name, mark)))
                said = str(hover and hover.contents)
                assert re.search(r"<script|<img|command:|javascript:", said) is None, said
            assert unsafe_in("".join(editor.shown())) == []

    asyncio.run(script())


@POSIX_ONLY
def test_finished_pages_that_are_previewed_run_nothing_of_others(room: Path) -> None:
    with serving(room) as address:
        pages = [asked(address).page, *(asked(f"{address}{number}").page for number in range(4))]
    for page in pages:
        shown = Browser()
        shown.feed(page)
        assert shown.acts in ([], ["script"]), "only the script of the preview itself"


@UNIX_ONLY
def test_a_watch_shows_no_line_of_others(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    terminal = Terminal(("validate", "--watch", *DAY), tmp_path, width=61)
    terminal.wait_for("Ctrl-C")
    for name, text in BROKEN.items():
        (tmp_path / f"##[error]{name}").write_text(text, encoding="utf-8")
    terminal.wait_for("list.yaml")
    terminal.press("\x03")
    terminal.end()
    assert list(commands_in(terminal.text)) == []
