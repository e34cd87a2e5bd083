"""A Word file with tracked changes: accepted, they give the later version's text, and rejected the earlier one's."""

from __future__ import annotations

import re
import subprocess
import zipfile
from typing import TYPE_CHECKING

import pytest

from samverkan.errors import ExitCode
from tests.conftest import EXAMPLES, ROOT, program
from tests.tracked import W, body_of, lines, note_texts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

COMPARED = ROOT / "tests" / "compared"
TOWN = EXAMPLES / "exempelkommun"
PAIRS = {
    "agreement": (COMPARED / "avtal-2024.yaml", COMPARED / "avtal-2027.yaml"),
    "promise": (COMPARED / "lofte-2024.yaml", COMPARED / "lofte-2025.yaml"),
    "plan": (TOWN / "atgardsplan-2024.yaml", TOWN / "atgardsplan-2026.yaml"),
    "picture": (TOWN / "lagesbild-2024.yaml", TOWN / "lagesbild-2026.yaml"),
    "follow-up": (TOWN / "uppfoljning-2024.yaml", TOWN / "uppfoljning-2026.yaml"),
}
NOTED = """
introduction: |
  En inledning med en not[^lag] och [en länk](https://example.org/före).

  1. Första punkten.
  2. Andra punkten.
references:
  - {id: lag, title: Lagen om kommuners ansvar, number: "2023:196"}
  - {id: bok, title: Handboken}
"""


@pytest.fixture
def make(run: Callable[..., Outcome], tmp_path: Path) -> Callable[[Path, Path], tuple[bytes, bytes, bytes]]:
    """Make two versions as Word files, and the one with tracked changes."""

    def made(before: Path, after: Path) -> tuple[bytes, bytes, bytes]:
        for path, folder in ((before, "före"), (after, "efter")):
            assert run("render", str(path), "--format", "docx", "--out", folder).code == ExitCode.CLEAN
        ended = run("compare", str(before), str(after), "--format", "docx")
        assert ended.code == ExitCode.CLEAN, ended.err
        folders = ("före", "efter", "build")
        one, other, both = (next((tmp_path / folder).glob("*.docx")).read_bytes() for folder in folders)
        return one, other, both

    return made


@pytest.mark.parametrize("pair", PAIRS)
def test_all_accepted_is_the_later_and_all_rejected_the_earlier(
    pair: str, make: Callable[[Path, Path], tuple[bytes, bytes, bytes]]
) -> None:
    before, after, both = make(*PAIRS[pair])
    assert lines(both, "del") == lines(after, "-")
    assert lines(both, "ins") == lines(before, "-")
    assert lines(before, "-") != lines(after, "-")
    marks = [one for one in body_of(both).iter() if one.tag in {f"{W}ins", f"{W}del"}]
    numbers = [one.get(f"{W}id") for one in marks]
    assert len(set(numbers)) == len(numbers) > 5
    assert {one.get(f"{W}author") for one in marks} == {"samverkan compare"}


def test_what_is_the_same_is_not_marked(make: Callable[[Path, Path], tuple[bytes, bytes, bytes]]) -> None:
    _, _, both = make(*PAIRS["agreement"])
    changed = "".join(text.text or "" for mark in body_of(both).iter(f"{W}ins") for text in mark.iter(f"{W}t"))
    assert "bör" in changed
    assert "trygghetsvandringar i alla stadsdelar" not in changed
    assert "Brottsförebyggande rådet" not in changed


def test_footnotes_links_and_lists_come_along(
    make: Callable[[Path, Path], tuple[bytes, bytes, bytes]], tmp_path: Path
) -> None:
    small = (ROOT / "tests" / "workspace" / "avtal-2024.yaml").read_text(encoding="utf-8")
    head = small.partition("introduction:")[0] if "introduction:" in small else small
    base = re.sub(r"^references:\n(?:  .*\n)+", "", head, flags=re.MULTILINE)
    first, second = tmp_path / "ett" / "ett.yaml", tmp_path / "två" / "två.yaml"
    for path, text in (
        (first, NOTED),
        (second, NOTED.replace("[^lag]", "[^bok]").replace("  2. Andra punkten.\n", "")),
    ):
        path.parent.mkdir()
        path.write_text(base + text.replace("före", "efter" if path == second else "före"), encoding="utf-8")
    before, after, both = make(first, second)
    assert lines(both, "del") == lines(after, "-")
    assert lines(both, "ins") == lines(before, "-")
    assert any("Handboken" in text for text in note_texts(both).values())
    assert any("Lagen om kommuners ansvar" in text for text in note_texts(both).values())


def test_it_opens_in_libreoffice_with_its_changes(
    make: Callable[[Path, Path], tuple[bytes, bytes, bytes]], tmp_path: Path
) -> None:
    soffice = program("soffice")
    _, _, both = make(*PAIRS["agreement"])
    (tmp_path / "spårad.docx").write_bytes(both)
    subprocess.run(
        [soffice, f"-env:UserInstallation=file://{tmp_path}/lo", "--headless", "--convert-to", "odt", "spårad.docx"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=180,
    )
    with zipfile.ZipFile(tmp_path / "spårad.odt") as opened:
        content = opened.read("content.xml").decode()
    kinds = ("insertion", "deletion")
    assert all(content.count(f"<text:{kind}>") > 3 for kind in kinds)
    assert "<dc:creator>samverkan compare</dc:creator>" in content


def test_the_same_bytes_every_time(make: Callable[[Path, Path], tuple[bytes, bytes, bytes]]) -> None:
    assert make(*PAIRS["promise"])[2] == make(*PAIRS["promise"])[2]


def laid_out(folder: Path, name: str, text: str) -> Path:
    """Write one of two versions, each in a folder of its own."""
    path = folder / name / f"{name}.yaml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    return path


FIGURES = """\
samverkan: 1
kind: situation-picture
id: bild-{year}
title: Lägesbild för Exempelby
areas: [{{id: torget, name: Torget}}]
indicators:
  - id: rån
    title: Anmälda rån
    unit: count
    area: torget
    values:
{values}
"""
VALUES = {2020: 61, 2021: 48, 2022: 37, 2023: 29, 2024: 23}


def figures(values: dict[int, int], year: int) -> str:
    rows = "\n".join(f"      - {{period: {period}, value: {value}}}" for period, value in values.items())
    return FIGURES.format(year=year, values=rows)


@pytest.mark.parametrize("gone", [(2021,), (2023, 2024), (2020, 2022, 2024)], ids=["middle", "last", "several"])
def test_rows_that_have_gone_stand_where_they_stood(
    gone: tuple[int, ...], make: Callable[[Path, Path], tuple[bytes, bytes, bytes]], tmp_path: Path
) -> None:
    left = {period: value for period, value in VALUES.items() if period not in gone}
    paths = laid_out(tmp_path, "ett", figures(VALUES, 2024)), laid_out(tmp_path, "två", figures(left, 2024))
    before, after, both = make(*paths)
    assert lines(both, "del") == lines(after, "-")
    assert lines(both, "ins") == lines(before, "-")
    rows = [row for row in body_of(both).iter(f"{W}tr") if row.find(f"{W}trPr/{W}del") is not None]
    assert ["".join(text.text or "" for text in row.iter(f"{W}delText")) for row in rows] == [
        f"{period}{VALUES[period]}" for period in gone
    ]


def test_a_table_that_has_gone_is_marked_row_by_row(
    make: Callable[[Path, Path], tuple[bytes, bytes, bytes]], tmp_path: Path
) -> None:
    whole = figures(VALUES, 2024)
    without = whole.partition("indicators:")[0] + "summary: Anmälda rån har minskat.\n"
    before, after, both = make(laid_out(tmp_path, "ett", whole), laid_out(tmp_path, "två", without))
    assert lines(both, "del") == lines(after, "-")
    assert lines(both, "ins") == lines(before, "-")
    (table,) = body_of(both).iter(f"{W}tbl")
    assert all(row.find(f"{W}trPr/{W}del") is not None for row in table.iter(f"{W}tr"))


def test_of_a_link_in_a_note_that_has_gone_the_words_stay(
    make: Callable[[Path, Path], tuple[bytes, bytes, bytes]], tmp_path: Path
) -> None:
    base = (ROOT / "tests" / "workspace" / "avtal-2024.yaml").read_text(encoding="utf-8")
    noted = (
        base + 'introduction: Som lagen säger[^lag].\nreferences:\n  - {id: lag, title: Lagen, url: "https://a.se/1"}\n'
    )
    _, _, both = make(laid_out(tmp_path, "ett", noted), laid_out(tmp_path, "två", base))
    with zipfile.ZipFile(tmp_path / "build" / next((tmp_path / "build").glob("*.docx")).name) as opened:
        notes = opened.read("word/footnotes.xml").decode()
    assert any("Lagen" in text and "a.se/1" in text for text in note_texts(both).values())
    assert "w:hyperlink" not in notes, "its address is kept in the other file: Word would not open this one"


def test_a_new_link_with_emphasis_in_it_is_one_link(
    make: Callable[[Path, Path], tuple[bytes, bytes, bytes]], tmp_path: Path
) -> None:
    base = (ROOT / "tests" / "workspace" / "avtal-2024.yaml").read_text(encoding="utf-8")
    linked = base + "introduction: Läs [hela **rapporten** om läget](https://a.se/rapport) först.\n"
    before, after, both = make(laid_out(tmp_path, "ett", base), laid_out(tmp_path, "två", linked))
    assert lines(both, "del") == lines(after, "-")
    assert lines(both, "ins") == lines(before, "-")
    links = ["".join(text.text or "" for text in one.iter(f"{W}t")) for one in body_of(both).iter(f"{W}hyperlink")]
    assert links.count("hela rapporten om läget") == 1


def test_of_landscape_pages_that_have_gone_the_text_stands_on_upright_ones(
    run: Callable[..., Outcome], tmp_path: Path
) -> None:
    wide = '<div class="wide"><p>{{ subtitle }}</p></div><p>Slut.</p>'
    template = f"{{% block end %}}{{% if subtitle %}}{wide}{{% endif %}}{{% endblock %}}"
    (tmp_path / "mallar").mkdir()
    (tmp_path / "mallar" / "agreement.html.j2").write_text(
        '{% extends "default/agreement.html.j2" %}' + template, encoding="utf-8"
    )
    base = (ROOT / "tests" / "workspace" / "avtal-2024.yaml").read_text(encoding="utf-8")
    before = laid_out(tmp_path, "ett", base + "subtitle: En karta på bredden\n")
    after = laid_out(tmp_path, "två", base)
    look = ("--template-dir", "mallar", "--format", "docx")
    assert run("render", str(before), *look, "--out", "före").code == ExitCode.CLEAN
    assert run("compare", str(before), str(after), *look).code == ExitCode.CLEAN
    one, both = (next((tmp_path / folder).glob("*.docx")).read_bytes() for folder in ("före", "build"))
    assert lines(both, "ins") == lines(one, "-")
    pages = [len(list(body_of(content).iter(f"{W}sectPr"))) for content in (one, both)]
    assert pages == [3, 1], "what has gone begins no pages of its own"
