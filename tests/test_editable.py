"""Word files to write in: what goes out and comes home, what was changed and by whom, and what cannot be taken."""

from __future__ import annotations

import base64
import io
import json
import os
import re
import subprocess
import sys
import zipfile
import zlib
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from samverkan.check import check
from samverkan.editable.base import NoBaseError, base_of, code_of, unpacked
from samverkan.editable.merging import merged
from samverkan.editable.reading import opened
from samverkan.editable.rewriting import NotKeptError, rewritten
from samverkan.editable.sheet import Value, sheet_of
from samverkan.editable.word import BASE_SPACE, EditableRendering
from samverkan.formatting.comments import comments_in
from samverkan.model.survey import survey
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.source.files import SourceFile
from samverkan.source.reader import parse
from tests.conftest import EXAMPLES, ROOT, SMALL, plain, program

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from samverkan.editable.reading import Returned
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace
    from tests.conftest import Outcome

DAY = date(2026, 11, 20)
FOLDERS = ("exempelkommun", "founding", "smallest")
WRITTEN = [
    *(path for name in FOLDERS for path in sorted((EXAMPLES / name).glob("*-*.yaml"))),
    ROOT / "tests" / "documents" / "allt.yaml",
]
AGREEMENT = """\
# Vårt avtal.
samverkan: 1
kind: agreement
id: avtal-2024
status: draft # ännu inte klart
title: Samverkansöverenskommelse för Exempelby
parties:
  - {id: polisen, type: police, name: Lokalpolisområde Exempel}
  - {id: kommunen, type: municipality, code: "9901", name: Exempelby kommun}
validity: {from: 2024-02-01, until: 2026}
introduction: |
  Parterna samverkar för att förebygga brott.
  De har gjort det länge.

  Avtalet gäller hela kommunen. # inget att tala om
purposes: [Färre brott och ökad trygghet.]
focus_areas:
  - id: platser
    title: Otrygga platser  # efter mätningen
    text: >-
      Parterna ska besöka torget minst två gånger i månaden
      och berätta vad de såg.
"""


def documents_at(path: Path) -> tuple[Document, Workspace]:
    around = check([str(path)], DAY).workspaces[0]
    return next(one for one in around.documents if one.path and one.path.name == path.name), around


def handed_out(path: Path) -> bytes:
    document, around = documents_at(path)
    return EditableRendering(document, around, DAY).to(DocumentFormat.DOCX)


def returned(word: bytes) -> Returned:
    """Read a Word file that knows which sheet it is."""
    found = opened(word)
    assert found.base is not None
    return found.against(found.base, ())


def with_text(word: bytes, *edits: tuple[str, str]) -> bytes:
    """Change the code of a Word file's text, each stretch once."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                text = part.decode()
                for before, after in edits:
                    assert before in text, before
                    text = text.replace(before, after, 1)
                part = text.encode()
            new.writestr(name, part)
    return packed.getvalue()


def text_of(word: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(word)).read("word/document.xml").decode()


def rows_of(word: bytes) -> list[str]:
    """Give the code of each paragraph."""
    return re.findall(r"<w:p>(?:(?!<w:p>).)*?</w:p>", text_of(word), re.DOTALL)


def control(word: bytes, tag: str) -> str:
    """Give the code of the control with a tag, from its beginning to its end."""
    found = re.search(rf'<w:sdt><w:sdtPr><w:alias [^>]*/><w:tag w:val="{tag}"/>.*?</w:sdt>', text_of(word), re.DOTALL)
    assert found, tag
    return found[0]


def run_of(text: str) -> str:
    look = '<w:rPr><w:shd w:val="clear" w:color="auto" w:fill="EEF1F5"/></w:rPr>'
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def tracked(old: str, new: str, author: str = "Anna Ek", day: str = "2026-11-03T10:00:00Z") -> tuple[str, str]:
    """Write the edit by which Word replaces a run and keeps track of it."""
    who = f'w:id="1" w:author="{author}" w:date="{day}"'
    gone = run_of(old).replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
    return run_of(old), f"<w:del {who}>{gone}</w:del><w:ins {who}><w:r><w:t>{new}</w:t></w:r></w:ins>"


@pytest.fixture
def agreement(tmp_path: Path) -> Path:
    path = tmp_path / "avtal.yaml"
    path.write_text(AGREEMENT, encoding="utf-8")
    return path


def merge(path: Path, word: bytes, run: Callable[..., Outcome], *options: str) -> Outcome:
    (path.parent / "ny.docx").write_bytes(word)
    return run("merge", "ny.docx", *options, cwd=path.parent)


class TestTheSheet:
    @pytest.mark.parametrize("path", WRITTEN, ids=lambda path: f"{path.parent.name}-{path.stem}")
    def test_what_nobody_has_changed_comes_home_unchanged(self, path: Path) -> None:
        document, around = documents_at(path)
        word = EditableRendering(document, around, DAY).to(DocumentFormat.DOCX)
        sheet = returned(word)
        found = merged(sheet, SourceFile(path, path.name, named=True), document)
        assert len(sheet.answers) == len(sheet.base.values) > 0
        assert (found.changes, found.proposals, found.conflicts, found.refused, found.noted) == ([], [], [], [], [])

    @pytest.mark.parametrize("path", WRITTEN, ids=lambda path: f"{path.parent.name}-{path.stem}")
    def test_every_text_that_readers_see_can_be_written_in(self, path: Path) -> None:
        document, _ = documents_at(path)
        on_sheet = {block.path for block in sheet_of(document) if isinstance(block, Value)}
        assert document.model is not None
        texts = {document.written_path(text.path) for text in survey(document.model).texts} - {("provenance", "note")}
        missing = {path for path in texts if path[0] not in {"provenance", "language"}} - on_sheet
        assert not missing

    def test_shows_no_id_and_no_word_of_the_program(self, agreement: Path) -> None:
        document, _ = documents_at(agreement)
        shown = {block.text for block in sheet_of(document)}
        assert {"utkast", "polis", "kommun", "1 februari 2024", "2026"} <= shown
        assert not {"polisen", "kommunen", "platser", "agreement", "draft"} & shown

    def test_controls_have_a_place_a_title_and_a_lock(self, agreement: Path) -> None:
        code = control(handed_out(agreement), "parties/kommunen/name")
        assert '<w:alias w:val="Part 2: Namn"/>' in code
        assert '<w:lock w:val="sdtLocked"/>' in code

    def test_long_names_do_not_keep_word_from_opening_it(self, tmp_path: Path) -> None:
        path = tmp_path / "avtal.yaml"
        path.write_text(AGREEMENT.replace("id: platser", f"id: {'plats-' * 20}x"), encoding="utf-8")
        word = handed_out(path)
        names = re.findall(
            r'<w:(?:tag|alias) w:val="([^"]*)"', zipfile.ZipFile(io.BytesIO(word)).read("word/document.xml").decode()
        )
        assert names
        assert max(map(len, names)) <= 64
        assert len(returned(word).answers) == len(returned(word).base.values)


class TestWhatComesHome:
    def test_changes_of_several_kinds_and_only_those(self, agreement: Path, run: Callable[..., Outcome]) -> None:
        word = with_text(
            handed_out(agreement),
            ("Exempelby kommun</w:t>", "Nya Exempelby: &quot;kommun&quot; # 1</w:t>"),
            ("utkast</w:t>", "Gäller</w:t>"),
            ("1 februari 2024", "3 mars 2025"),
            ("minst två gånger", "minst fyra gånger"),
        )
        done = merge(agreement, word, run)
        assert (done.code, done.err) == (0, "")
        for told in ("4 ändringar:", "Part 2: Namn", "Var: Exempelby kommun", "minst fyra gånger"):
            assert told in done.out
        expected = (
            AGREEMENT.replace("name: Exempelby kommun", """name: 'Nya Exempelby: "kommun" # 1'""")
            .replace("status: draft #", "status: in-force #")
            .replace("2024-02-01", "2025-03-03")
            .replace("minst två gånger", "minst fyra gånger")
        )
        found = agreement.read_text(encoding="utf-8")
        assert parse(found) == parse(expected)
        assert found.count("\n") == expected.count("\n") - 1  # the folded text fits on one line
        assert "title: Otrygga platser  # efter mätningen" in found
        assert "  Parterna samverkar för att förebygga brott.\n  De har gjort det länge.\n" in found
        again = merge(agreement, word, run)
        assert (again.code, again.out) == (0, "Inget har ändrats i ny.docx jämfört med dokumentet.\n")

    def test_a_new_paragraph_and_one_that_is_gone(self, agreement: Path, run: Callable[..., Outcome]) -> None:
        last = f"<w:p>{run_of('Avtalet gäller hela kommunen. # inget att tala om')}</w:p>"
        word = with_text(
            handed_out(agreement), (last, "<w:p><w:r><w:t>Ett.</w:t></w:r></w:p><w:p><w:r><w:t>Två.</w:t></w:r></w:p>")
        )
        assert merge(agreement, word, run).code == 0
        data, _ = parse(agreement.read_text(encoding="utf-8"))
        assert isinstance(data, dict)
        assert (
            data["introduction"]
            == "Parterna samverkar för att förebygga brott.\nDe har gjort det länge.\n\nEtt.\n\nTvå."
        )

    def test_tracked_changes_are_accepted_and_tell_who(self, agreement: Path, run: Callable[..., Outcome]) -> None:
        word = with_text(handed_out(agreement), tracked("Exempelby kommun", "Storby kommun"))
        done = merge(agreement, word, run)
        assert "    Av Anna Ek den 3 november 2026.\n" in done.out
        assert "name: Storby kommun}" in agreement.read_text(encoding="utf-8")

    def test_tracked_changes_can_be_listed_as_proposals(self, agreement: Path, run: Callable[..., Outcome]) -> None:
        before = agreement.read_bytes()
        word = with_text(handed_out(agreement), tracked("Exempelby kommun", "Storby kommun", author=""))
        done = merge(agreement, word, run, "--tracked")
        assert done.code == 0
        assert done.out.startswith("1 förslag, som inte har godtagits:\n  Part 2: Namn\n    Var: Exempelby kommun\n")
        assert "någon som Word inte namnger" in done.out
        assert agreement.read_bytes() == before

    def test_a_check_writes_nothing(self, agreement: Path, run: Callable[..., Outcome]) -> None:
        before = agreement.read_bytes()
        word = with_text(handed_out(agreement), ("Exempelby kommun</w:t>", "Storby kommun</w:t>"))
        assert merge(agreement, word, run, "--check").code == 1
        assert agreement.read_bytes() == before

    def test_what_has_changed_in_both_places_is_shown_and_nothing_written(
        self, agreement: Path, run: Callable[..., Outcome]
    ) -> None:
        word = with_text(
            handed_out(agreement), ("Exempelby kommun</w:t>", "Storby kommun</w:t>"), ("Otrygga platser<", "Torget<")
        )
        changed = AGREEMENT.replace("Exempelby kommun", "Lillby kommun")
        agreement.write_text(changed, encoding="utf-8")
        done = merge(agreement, word, run)
        assert done.code == 1
        three = "    Var: Exempelby kommun\n    I Word: Storby kommun\n    I filen: Lillby kommun\n"
        assert three in done.out
        assert agreement.read_text(encoding="utf-8") == changed

    def test_a_part_is_known_by_its_id_though_others_have_come_before_it(
        self, agreement: Path, run: Callable[..., Outcome]
    ) -> None:
        word = with_text(handed_out(agreement), ("Exempelby kommun</w:t>", "Storby kommun</w:t>"))
        more = "parties:\n  - {id: regionen, type: region, name: Region Exempel}\n"
        agreement.write_text(AGREEMENT.replace("parties:\n", more), encoding="utf-8")
        assert merge(agreement, word, run).code == 0
        assert 'code: "9901", name: Storby kommun}' in agreement.read_text(encoding="utf-8")

    def test_windows_line_ends_and_the_byte_order_mark_stay(self, agreement: Path, run: Callable[..., Outcome]) -> None:
        word = with_text(handed_out(agreement), ("minst två gånger", "minst fyra gånger"))
        agreement.write_bytes(b"\xef\xbb\xbf" + AGREEMENT.replace("\n", "\r\n").encode())
        assert merge(agreement, word, run).code == 0
        raw = agreement.read_bytes()
        assert raw.startswith(b"\xef\xbb\xbf# V")
        assert raw.count(b"\n") == raw.count(b"\r\n")
        assert "minst fyra gånger" in raw.decode()


class TestWhatCannotBeTaken:
    @pytest.mark.parametrize(
        ("old", "new", "told"),
        [
            ("utkast</w:t>", "klar</w:t>", "Status: ”klar” går inte att välja. Skriv ett av: "),
            ("1 februari 2024", "det får vi se", "kan inte stå där"),
            ("9901</w:t>", "</w:t>", "fältet är tomt"),
        ],
    )
    def test_a_value_that_cannot_stand_there(
        self, agreement: Path, run: Callable[..., Outcome], old: str, new: str, told: str
    ) -> None:
        done = merge(agreement, with_text(handed_out(agreement), (old, new)), run)
        assert done.code == 1
        assert told in done.err
        assert agreement.read_text(encoding="utf-8") == AGREEMENT

    def test_a_control_that_is_gone_and_text_outside(self, agreement: Path, run: Callable[..., Outcome]) -> None:
        word = handed_out(agreement)
        code = control(word, "parties/polisen/name")
        word = with_text(
            word,
            (code, ""),
            ("<w:p><w:pPr><w:pStyle", "<w:p><w:r><w:t>Löst stycke.</w:t></w:r></w:p><w:p><w:pPr><w:pStyle"),
        )
        word = re.sub(rb"", b"", word)
        done = merge(agreement, word, run)
        assert done.code == 1
        assert "Text utanför fälten, överst: ”Löst stycke.”" in done.err
        assert agreement.read_text(encoding="utf-8") == AGREEMENT

    def test_of_very_much_the_first_is_told_and_long_values_are_cut(
        self, agreement: Path, run: Callable[..., Outcome]
    ) -> None:
        sheet = handed_out(agreement)
        loose = "<w:p><w:r><w:t>Löst stycke.</w:t></w:r></w:p>" * 3000
        done = merge(agreement, with_text(sheet, ("</w:body>", f"{loose}</w:body>")), run)
        assert 30 < done.err.count("Löst stycke.") <= 100
        assert "till som inte visas." in done.err.splitlines()[-1]
        name = plain(agreement.read_text(encoding="utf-8"))["parties"][0]["name"]
        done = merge(agreement, with_text(sheet, (f">{name}<", f">{'x' * 100_000}<")), run)
        assert "xxx…" in done.out
        assert len(done.out + done.err) < 10_000
        assert plain(agreement.read_text(encoding="utf-8"))["parties"][0]["name"] == "x" * 100_000

    def test_a_new_part_of_a_list_is_offered_as_a_line_to_paste(
        self, agreement: Path, run: Callable[..., Outcome]
    ) -> None:
        word = handed_out(agreement)
        rows = re.findall(r"<w:p>(?:(?!<w:p>).)*?Exempelby kommun.*?</w:p>", text_of(word), re.DOTALL)
        new = "<w:p><w:r><w:t>Bostadsbolaget: &quot;Hem&quot;</w:t></w:r></w:p>"
        done = merge(agreement, with_text(word, (rows[-1], rows[-1] + new)), run)
        assert (done.code, agreement.read_text(encoding="utf-8")) == (1, AGREEMENT)
        offer = re.search(r"ny post under Parter \(`parties`\)\? .* efter rad (\d+) i avtal\.yaml.*:\n(.*)", done.err)
        assert offer, done.err
        lines = AGREEMENT.splitlines()
        lines.insert(int(offer[1]), offer[2])
        data, faults = parse("\n".join(lines))
        assert (faults, isinstance(data, dict)) == ([], True)
        assert isinstance(data, dict)
        assert data["parties"][2] == {"name": 'Bostadsbolaget: "Hem"'}
        assert data["parties"][:2] == parse(AGREEMENT)[0]["parties"]  # type: ignore[index,call-overload]

    def test_a_new_text_in_a_list_of_texts_is_offered_by_itself(
        self, agreement: Path, run: Callable[..., Outcome]
    ) -> None:
        forum = "forums:\n  - name: Rådet\n    other_members:\n      - Skolan\n      - Fritiden\n"
        agreement.write_text(AGREEMENT + forum, encoding="utf-8")
        word = handed_out(agreement)
        rows = re.findall(r"<w:p>(?:(?!<w:p>).)*?Fritiden.*?</w:p>", text_of(word), re.DOTALL)
        new = "<w:p><w:r><w:t>Bostadsbolaget: Hem</w:t></w:r></w:p>"
        done = merge(agreement, with_text(word, (rows[-1], rows[-1] + new)), run)
        assert '      - "Bostadsbolaget: Hem"' in done.err

    def test_other_files_are_told_and_read_no_further(self, agreement: Path, run: Callable[..., Outcome]) -> None:
        word = handed_out(agreement)
        macro, bomb, entity = (with_part(word, *part) for part in HOSTILE)
        cases = {
            b"hej": "är ingen Wordfil",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000): "är låst med lösenord",
            word[: len(word) // 2]: "är skadad",
            macro: "innehåller makron",
            bomb: "är större än",
            entity: "är skadad",
        }
        for content, told in cases.items():
            done = merge(agreement, content, run)
            assert (done.code, told in done.err) == (2, True), (told, done.err)
        assert agreement.read_text(encoding="utf-8") == AGREEMENT

    def test_a_file_that_is_not_there(self, agreement: Path, run: Callable[..., Outcome]) -> None:
        done = run("merge", "finns-inte.docx", cwd=agreement.parent)
        assert (done.code, done.err.startswith("Det gick inte att läsa finns-inte.docx")) == (4, True)

    def test_the_file_of_another_document(self, agreement: Path, run: Callable[..., Outcome]) -> None:
        word = handed_out(agreement)
        other = agreement.with_name("annat.yaml")
        other.write_text(SMALL.replace("id: avtal-2024", "id: annat-avtal"), encoding="utf-8")
        assert "innehåller ett annat" in merge(agreement, word, run, "--into", "annat.yaml").err
        agreement.unlink()
        assert "Ingen fil här innehåller dokumentet avtal-2024" in merge(agreement, word, run).err

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows needs a right to make links")
    def test_a_file_beside_it_that_cannot_be_read_is_passed_by_unless_it_is_named(
        self, agreement: Path, run: Callable[..., Outcome]
    ) -> None:
        word = with_text(handed_out(agreement), ("minst två gånger", "minst fyra gånger"))
        agreement.with_name("annat.yaml").symlink_to("finns-inte.yaml")
        if sys.platform != "win32":
            os.mkfifo(agreement.with_name("pipa.yaml"))
        done = merge(agreement, word, run, "--into", "annat.yaml")
        assert (done.code, done.err.startswith("Det gick inte att läsa annat.yaml")) == (4, True)
        assert merge(agreement, word, run).code == 0
        assert "minst fyra gånger" in agreement.read_text(encoding="utf-8")

    def test_only_word_and_one_way_at_a_time(self, agreement: Path, run: Callable[..., Outcome]) -> None:
        for options in (["--format", "pdf"], [], ["--format", "docx", "--collected"]):
            done = run("render", "--editable", *options, cwd=agreement.parent)
            assert (done.code, done.out) == (2, "")


HOSTILE = (
    ("word/vbaProject.bin", b"x"),
    ("word/extra.xml", b"<a>" + b" " * 4_000_000 + b"</a>"),
    ("word/extra.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
)


def with_part(word: bytes, name: str, content: bytes) -> bytes:
    packed = io.BytesIO(word)
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr(name, content)
    return packed.getvalue()


def without_base(word: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            if not name.startswith("customXml/"):
                new.writestr(name, old.read(name))
    return packed.getvalue()


@pytest.mark.parametrize("written", ["", "e30=", "åäö", "eJyrBgABdQD5", "eJwDAAAAAAE="])
def test_what_a_file_says_of_its_sheet_may_be_anything(written: str) -> None:
    with pytest.raises(NoBaseError):
        unpacked(written)


def test_libreoffice_brings_it_home(agreement: Path, run: Callable[..., Outcome]) -> None:
    word = agreement.with_name("ut.docx")
    word.write_bytes(handed_out(agreement))
    done = merge(agreement, through_libreoffice(word), run)
    assert (done.code, done.out) == (0, "Inget har ändrats i ny.docx jämfört med dokumentet.\n")
    edited = with_text(
        through_libreoffice(word), ("Exempelby kommun<", "Storby kommun<"), ("minst två gånger", "minst fyra gånger")
    )
    done = merge(agreement, edited, run)
    assert (done.code, done.out.splitlines()[0]) == (0, "2 ändringar:")
    found = agreement.read_text(encoding="utf-8")
    assert "name: Storby kommun}" in found
    assert "minst fyra gånger" in found


def test_libreoffice_brings_it_home_by_way_of_its_own_format(agreement: Path, run: Callable[..., Outcome]) -> None:
    word = agreement.with_name("ut.docx")
    word.write_bytes(handed_out(agreement))
    own = word.with_suffix(".odt")
    own.write_bytes(through_libreoffice(word, "odt"))
    saved = through_libreoffice(own)
    assert b"samverkan:editable" not in b"".join(parts_of(saved).values())
    done = merge(agreement, saved, run)
    assert (done.code, done.out, done.err) == (0, "Inget har ändrats i ny.docx jämfört med dokumentet.\n", "")
    done = merge(agreement, with_text(saved, ("minst två gånger", "minst fyra gånger")), run)
    assert (done.code, done.out.splitlines()[0]) == (0, "1 ändring:")
    assert "minst fyra gånger" in agreement.read_text(encoding="utf-8")


def through_libreoffice(path: Path, form: str = "docx:MS Word 2007 XML") -> bytes:
    """Open a file in LibreOffice and save it as Word again."""
    folder = path.parent / "genom"
    profile = f"-env:UserInstallation={(path.parent / 'profil').as_uri()}"
    to = ["--convert-to", form, "--outdir", str(folder), str(path)]
    subprocess.run([program("soffice"), profile, "--headless", *to], check=True, capture_output=True, timeout=120)
    return (folder / path.name).with_suffix(f".{form.split(':', maxsplit=1)[0]}").read_bytes()


def parts_of(word: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(word)) as parts:
        return {name: parts.read(name) for name in parts.namelist()}


def bare(word: bytes, *edits: tuple[str, str]) -> bytes:
    """Leave nothing of a sheet but its words, as programs do that know no controls, bookmarks or parts of others."""
    text = re.sub(r"<w:sdtPr>.*?</w:sdtPr>|</?w:sdt(?:Content)?>|<w:bookmark(?:Start|End)[^>]*/>", "", text_of(word))
    for before, after in edits:
        assert before in text, before
        text = text.replace(before, after, 1)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as new:
        for name, part in parts_of(without_base(word)).items():
            new.writestr(name, text.encode() if name == "word/document.xml" else part)
    return packed.getvalue()


def test_a_file_with_a_slip_is_told_as_the_one_that_holds_the_document(
    agreement: Path, run: Callable[..., Outcome]
) -> None:
    word = handed_out(agreement)
    agreement.write_text(AGREEMENT.replace("title: Samverk", 'title: "Samverk'), encoding="utf-8")
    done = merge(agreement, word, run)
    assert (done.code, done.out) == (2, "")
    assert "avtal.yaml går inte att läsa i sin helhet" in done.err


@pytest.mark.parametrize(
    "asked",
    [
        ("merge", "saknas.docx"),
        ("sign", "saknas.pdf", "--certificate", "c.p12"),
        ("verify", "saknas.pdf"),
        ("compare", "saknas.yaml", "saknas-2.yaml"),
        ("import", "agreement", "saknas.docx"),
        ("collect", "saknas.xlsx"),
    ],
    ids=lambda asked: asked[0],
)
def test_a_file_that_is_not_there_is_told_in_one_way(asked: tuple[str, ...], run: Callable[..., Outcome]) -> None:
    done = run(*asked)
    name = next(word for word in asked if word.startswith("saknas"))
    assert done.code == 4
    assert f"Det gick inte att läsa {name}: den finns inte." in done.err


class TestASheetWithoutItsControls:
    @pytest.mark.parametrize("path", WRITTEN, ids=lambda path: f"{path.parent.name}-{path.stem}")
    def test_comes_home_unchanged(self, path: Path) -> None:
        document, around = documents_at(path)
        word = opened(bare(EditableRendering(document, around, DAY).to(DocumentFormat.DOCX)))
        now = sheet_of(document)
        assert (word.base, word.document, word.code) == (None, document.id, code_of(now))
        sheet = word.against(base_of(document, now, word.head()), now)
        found = merged(sheet, SourceFile(path, path.name, named=True), document)
        assert len(sheet.answers) == len(sheet.base.values)
        assert (found.changes, found.conflicts, found.refused, found.noted) == ([], [], [], [])

    def test_brings_home_changes_of_several_kinds(self, agreement: Path, run: Callable[..., Outcome]) -> None:
        word = bare(
            handed_out(agreement),
            ("Exempelby kommun<", "Storby kommun<"),
            ("1 februari 2024", "1 mars 2024"),
            ("De har gjort det länge.", "De har gjort det sedan 2015."),
            ("Färre brott och ökad trygghet.", "Lugna gator."),
        )
        done = merge(agreement, word, run)
        assert (done.code, done.out.splitlines()[0]) == (0, "4 ändringar:")
        text = agreement.read_text(encoding="utf-8")
        for said in ("name: Storby kommun}", "from: 2024-03-01", "sedan 2015.", "Lugna gator."):
            assert said in text
        assert len(list(comments_in(text))) == len(list(comments_in(AGREEMENT)))

    def test_tells_of_rows_that_have_come_and_gone(self, agreement: Path, run: Callable[..., Outcome]) -> None:
        word = bare(handed_out(agreement))
        rows = re.findall(r"<w:p>.*?</w:p>", text_of(word))
        second = [row for row in rows if re.search("Exempelby kommun<|>kommun<|>9901<", row)]
        last = rows[-1]
        edits = [(row, "") for row in second]
        done = merge(agreement, with_text(word, *edits, (last, f"{last}{run_in_paragraph('Ett helt nytt mål.')}")), run)
        assert (done.code, done.out) == (1, "")
        assert "Part 2: alla fält är borttagna i Wordfilen." in done.err
        assert "Text utanför fälten, efter" in done.err
        assert "”Ett helt nytt mål.”" in done.err
        assert agreement.read_text(encoding="utf-8") == AGREEMENT

    def test_writes_nothing_where_the_file_has_changed_since(
        self, agreement: Path, run: Callable[..., Outcome]
    ) -> None:
        word = bare(handed_out(agreement), ("Exempelby kommun<", "Storby kommun<"))
        agreement.write_text(AGREEMENT.replace("Otrygga platser", "Torget"), encoding="utf-8")
        before = agreement.read_bytes()
        done = merge(agreement, word, run)
        assert (done.code, agreement.read_bytes()) == (1, before)
        assert "Inget har ändrats" not in done.out
        assert "inget är skrivet" in done.err
        assert "Storby kommun" in done.out

    def test_without_its_mark_needs_the_name_of_the_file(self, agreement: Path, run: Callable[..., Outcome]) -> None:
        word = bare(handed_out(agreement), ("Märke: avtal-2024", "Obs: avtal-2024"), ("2026", "2027"))
        done = merge(agreement, word, run)
        assert (done.code, "--into" in done.err) == (2, True)
        done = merge(agreement, word, run, "--into", "avtal.yaml")
        assert (done.code, "2027" in done.out) == (1, True)
        assert agreement.read_text(encoding="utf-8") == AGREEMENT

    def test_any_other_word_file_is_no_sheet(self, agreement: Path, run: Callable[..., Outcome]) -> None:
        text = re.compile(r"<w:t[^>]*>[^<]*</w:t>")
        word = handed_out(agreement)
        edits = [(one, "<w:t>Något annat</w:t>") for one in dict.fromkeys(text.findall(bare_text(word)))]
        done = merge(agreement, bare(word, *edits), run, "--into", "avtal.yaml")
        assert (done.code, "går inte att känna igen som en arbetsversion" in done.err) == (2, True)


def run_in_paragraph(text: str) -> str:
    return f"<w:p>{run_of(text)}</w:p>"


def bare_text(word: bytes) -> str:
    return text_of(bare(word))


VALUES = [
    (document.text, document.kind or "", block.path)
    for path in WRITTEN
    for document in [documents_at(path)[0]]
    for block in sheet_of(document)
    if isinstance(block, Value)
]
WORDS = st.text(st.sampled_from("ab åÅ.,:#-–'\"{}[]&*!|>%@`?\\/0123456789~=\n"), min_size=1, max_size=200)


@given(st.integers(0, len(VALUES) - 1), WORDS)
@example(0, "12# varav tre")
@example(0, "Två ord #12")
def test_a_new_value_changes_nothing_else(number: int, value: str) -> None:
    text, kind, path = VALUES[number]
    value = value.strip() or "x"
    new = rewritten(text, kind, {path: value})
    held, faults = parse(new)
    assert not faults
    for step in path:
        held = held[step]  # type: ignore[index]
    assert held == value
    assert sorted(one.text for one in comments_in(new)) == sorted(one.text for one in comments_in(text))


def test_a_comment_that_is_asked_about_hinders_no_new_value() -> None:
    text = AGREEMENT.replace("id: avtal-2024\n", "id: avtal-2024\nsubtitle: Beslut i nämnden #12\n")
    assert parse(text)[1]
    assert rewritten(text, "agreement", {("title",): "Ny"}) == re.sub("(?m)^title: .*", "title: Ny", text)


def packed(*said: object) -> str:
    """Pack what a file says of its sheet, as a file does."""
    return base64.b64encode(zlib.compress(json.dumps(said).encode())).decode()


@pytest.mark.parametrize(
    "written",
    [
        packed(99, "id", "agreement", "", [], []),
        packed(1, "id", "agreement", "", [[[True], "Titel", "Text"]], []),
        packed(1, "id", "agreement", "", [[["title"], 5, "Text"]], []),
        packed(1, {}, "agreement", "", [], []),
    ],
)
def test_what_another_program_says_of_its_sheet_is_not_believed(written: str) -> None:
    with pytest.raises(NoBaseError):
        unpacked(written)


class TestWhatIsWrittenAndWhatIsLeft:
    """What a document holds that few hold, and what is left to its author."""

    def with_item(self, word: bytes, item: bytes) -> bytes:
        """Put the data of another program in the place of the sheet that a Word file is."""
        return with_part(without_base(word), "customXml/item1.xml", item)

    @pytest.mark.parametrize(
        "item",
        [b"<other/>", b'<sheet xmlns="%s">aldrig</sheet>', b'<sheet xmlns="%s"/>'],
    )
    def test_data_of_others_and_a_broken_sheet_are_as_none(
        self, agreement: Path, run: Callable[..., Outcome], item: bytes
    ) -> None:
        word = self.with_item(handed_out(agreement), item.replace(b"%s", BASE_SPACE.encode()))
        assert opened(word).base is None
        done = merge(agreement, word, run)
        assert (done.code, done.out) == (0, "Inget har ändrats i ny.docx jämfört med dokumentet.\n")

    def test_a_figure_is_written_as_the_file_writes_figures(self, agreement: Path, run: Callable[..., Outcome]) -> None:
        goals = "goals:\n  - {id: mål, text: Lugnare torg., target: {at_most: 12.5}}\n"
        agreement.write_text(AGREEMENT + goals, encoding="utf-8")
        assert merge(agreement, with_text(handed_out(agreement), (">12,5<", ">10,5<")), run).code == 0
        assert agreement.read_text(encoding="utf-8") == AGREEMENT + goals.replace("12.5", "10.5")

    def test_a_comment_that_would_be_lost_keeps_the_file_as_it_is(
        self, agreement: Path, run: Callable[..., Outcome]
    ) -> None:
        text = AGREEMENT + "background: |\n      Det började på torget.\n   # minns\n"
        agreement.write_text(text, encoding="utf-8")
        done = merge(agreement, with_text(handed_out(agreement), ("på torget.", "i parken.")), run)
        assert (done.code, done.out) == (2, "")
        assert "avtal.yaml" in done.err
        assert agreement.read_text(encoding="utf-8") == text

    def test_what_is_not_part_of_what_was_agreed_gives_no_other_code(
        self, agreement: Path, run: Callable[..., Outcome]
    ) -> None:
        done = merge(agreement, with_text(handed_out(agreement), ("utkast</w:t>", "Gäller</w:t>")), run)
        assert (done.code, "kod" in done.out) == (0, False)
        assert "status: in-force #" in agreement.read_text(encoding="utf-8")

    def test_a_text_of_a_list_and_one_at_the_end_of_the_file_are_written_where_they_stand(
        self, agreement: Path, run: Callable[..., Outcome]
    ) -> None:
        purposes = "purposes: [Färre brott och ökad trygghet.]"
        text = AGREEMENT.replace(purposes, "purposes:\n  - Färre brott.  # nu\n  - Mer ljus.")
        text += "background: |-\n  Det började\n  på torget."
        agreement.write_text(text, encoding="utf-8")
        word = with_text(handed_out(agreement), ("Färre brott.", "Inga brott."), ("på torget.", "i parken."))
        assert merge(agreement, word, run).code == 0
        found = agreement.read_text(encoding="utf-8")
        assert "purposes:\n  - Inga brott.  # nu\n  - Mer ljus.\n" in found
        told = plain(found)
        assert told == plain(text) | {"purposes": ["Inga brott.", "Mer ljus."], "background": told["background"]}
        assert told["background"].split() == ["Det", "började", "i", "parken."]

    def test_one_field_that_is_gone_is_told_by_its_name(self, agreement: Path, run: Callable[..., Outcome]) -> None:
        word = handed_out(agreement)
        row = next(row for row in rows_of(word) if ">utkast<" in row)
        done = merge(agreement, with_text(word, (row, "")), run)
        assert (done.code, "Status: " in done.err) == (1, True), done.err
        assert agreement.read_text(encoding="utf-8") == AGREEMENT

    def test_a_field_that_was_emptied_in_word_is_not_emptied_in_the_file(
        self, agreement: Path, run: Callable[..., Outcome]
    ) -> None:
        word = handed_out(agreement)
        code = control(word, "parties/kommunen/name")
        hint = code.replace("</w:sdtPr>", "<w:showingPlcHdr/></w:sdtPr>").replace("Exempelby kommun", "Skriv här")
        done = merge(agreement, with_text(word, (code, hint)), run)
        assert (done.code, "fältet är tomt" in done.err, "Skriv här" in done.err) == (1, True, False)
        assert agreement.read_text(encoding="utf-8") == AGREEMENT

    def test_a_control_of_another_program_is_read_through(self, agreement: Path, run: Callable[..., Outcome]) -> None:
        word = handed_out(agreement)
        code = control(word, "parties/kommunen/name")
        around = f"<w:sdt><w:sdtContent>{code.replace('Exempelby', 'Storby')}</w:sdtContent></w:sdt><w:sdt/>"
        assert merge(agreement, with_text(word, (code, around)), run).code == 0
        assert "name: Storby kommun}" in agreement.read_text(encoding="utf-8")

    def test_what_somebody_has_taken_away_outside_the_fields_is_not_told_as_new(
        self, agreement: Path, run: Callable[..., Outcome]
    ) -> None:
        gone = '<w:p><w:del w:id="9" w:author="A"><w:r><w:delText>Bort.</w:delText></w:r></w:del></w:p>'
        word = handed_out(agreement)
        first = rows_of(word)[0]
        done = merge(agreement, with_text(word, (first, f"<w:p/>{gone}{first}")), run)
        assert (done.code, done.out, done.err) == (0, "Inget har ändrats i ny.docx jämfört med dokumentet.\n", "")

    @pytest.mark.parametrize(("mark", "told"), [("ins", "Tillagt: ”"), ("del", "Borttaget: ”")])
    def test_a_whole_long_text_that_somebody_proposes_to_write_or_to_take_away_is_told(
        self, agreement: Path, run: Callable[..., Outcome], mark: str, told: str
    ) -> None:
        said = "Parterna ska besöka torget minst två gånger i månaden och berätta vad de såg. " * 4
        agreement.write_text(AGREEMENT + f"background: {said}\n", encoding="utf-8")
        word, whole = handed_out(agreement), run_of(said.strip())
        gone = whole.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
        tracked_run = f'<w:{mark} w:id="1" w:author="Anna Ek">{gone if mark == "del" else whole}</w:{mark}>'
        done = merge(agreement, with_text(word, (whole, tracked_run)), run, "--tracked")
        assert "1 förslag" in done.out
        assert told in done.out, done.out

    @pytest.mark.parametrize(
        ("below", "text"),
        [
            ("Samverkansöverenskommelse för Exempelby<", "Inte i någon lista."),
            ("Exempelby kommun<", "Listan står på en rad."),
            (">9901<", "Ett mycket långt stycke. " * 100),
        ],
    )
    def test_what_is_written_where_it_is_no_part_of_a_list_is_told_and_no_line_is_offered(
        self, agreement: Path, run: Callable[..., Outcome], below: str, text: str
    ) -> None:
        start, end = AGREEMENT.index("parties:"), AGREEMENT.index("validity:")
        on_one_line = f"parties: {json.dumps(plain(AGREEMENT)['parties'])}\n"
        before = AGREEMENT[:start] + on_one_line + AGREEMENT[end:] if "på en rad" in text else AGREEMENT
        agreement.write_text(before, encoding="utf-8")
        word = handed_out(agreement)
        last = [row for row in rows_of(word) if below in row][-1]
        done = merge(agreement, with_text(word, (last, f"{last}<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")), run)
        assert (done.code, text[:20] in done.err, "ny post" in done.err) == (1, True, False), done.err
        assert agreement.read_text(encoding="utf-8") == before

    def test_a_line_is_offered_above_the_comments_that_stand_below_a_part(
        self, agreement: Path, run: Callable[..., Outcome]
    ) -> None:
        one = '  - {id: kommunen, type: municipality, code: "9901", name: Exempelby kommun}\n'
        lines = "  - id: kommunen\n    type: municipality\n    name: >-\n      Exempelby kommun\n\n# Det nya.\n\n"
        agreement.write_text(AGREEMENT.replace(one, lines), encoding="utf-8")
        word = handed_out(agreement)
        row = next(row for row in rows_of(word) if ">Exempelby kommun<" in row)
        done = merge(agreement, with_text(word, (row, f"{row}<w:p><w:r><w:t>Bolaget</w:t></w:r></w:p>")), run)
        last = agreement.read_text(encoding="utf-8").splitlines().index("      Exempelby kommun") + 1
        assert f"efter rad {last} i avtal.yaml" in done.err, done.err

    def test_a_new_paragraph_within_a_text_belongs_to_it_though_all_controls_are_gone(
        self, agreement: Path, run: Callable[..., Outcome]
    ) -> None:
        word = bare(handed_out(agreement))
        text = "Parterna samverkar för att förebygga brott. De har gjort det länge."
        row = next(row for row in rows_of(word) if text in row)
        assert merge(agreement, with_text(word, (row, row + run_in_paragraph("Nu gör de det mer."))), run).code == 0
        told = plain(agreement.read_text(encoding="utf-8"))["introduction"].split("\n\n")
        assert told[1:] == ["Nu gör de det mer.", "Avtalet gäller hela kommunen. # inget att tala om"]

    def test_a_sheet_is_only_for_word(self, agreement: Path) -> None:
        document, around = documents_at(agreement)
        with pytest.raises(ValueError, match="pdf"):
            EditableRendering(document, around, DAY).to(DocumentFormat.PDF)
        assert EditableRendering(document, around, DAY).variant == "editable"


@pytest.mark.parametrize(
    ("path", "value"),
    [(("parties",), "Alla"), (("saknas",), "x"), (("title",), "ett tecken som ingen fil kan hålla: \x07")],
)
def test_what_cannot_be_written_without_losing_something_is_not_written(path: tuple[str, ...], value: str) -> None:
    with pytest.raises(NotKeptError):
        rewritten(AGREEMENT, "agreement", {path: value})


def test_a_file_that_turns_out_wrong_in_another_place_is_not_written(agreement: Path) -> None:
    word = with_text(handed_out(agreement), ("Exempelby kommun</w:t>", "Storby kommun</w:t>"))
    agreement.write_text(AGREEMENT + "okänd: 1\n", encoding="utf-8")
    document, _ = documents_at(agreement)
    assert document.remarks
    with pytest.raises(NotKeptError):
        merged(returned(word), SourceFile(agreement, agreement.name, named=True), replace(document, remarks=()))
