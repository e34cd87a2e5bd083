"""Old agreements in Word, PDF, web pages and plain text: what is placed, what is left, and what cannot be read."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, StreamObject
from ruamel.yaml import YAML

from samverkan.importing.agreement.blocks import Block, Kind, sentences
from samverkan.importing.agreement.facts import Found
from samverkan.importing.agreement.footnotes import with_notes
from samverkan.importing.agreement.lines import Written, blocks_of
from samverkan.importing.agreement.parties import parties_of
from samverkan.importing.agreement.signing import parted
from samverkan.importing.agreement.times import date_written, span_in
from samverkan.model.said_cadences import cadence_in
from samverkan.render.engines.pandoc import program as pandoc
from tests.conftest import ROOT, program

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Outcome

HERE = Path(__file__).parent / "importing"


@pytest.fixture(params=["html", "docx", "pdf"])
def eksjo(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Give an agreement in each format, made by others' programs."""
    source, made = HERE / "eksjo.html", tmp_path / f"eksjo.{request.param}"
    if request.param == "html":
        shutil.copy(source, made)
        return made
    word = tmp_path / "eksjo.docx"
    subprocess.run([pandoc(), source, "-f", "html", "-o", word], check=True)
    if request.param == "pdf":
        office, home = program("soffice"), f"-env:UserInstallation=file://{tmp_path / 'office'}"
        subprocess.run([office, home, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, word], check=True)
    return made


def draft(done: Outcome) -> dict[str, Any]:
    assert done.code == 0, done.err
    return dict(YAML(typ="safe").load(done.out))


def test_facts_have_their_place_in_every_format(run: Callable[..., Outcome], eksjo: Path) -> None:
    told = draft(run("import", "agreement", str(eksjo), "--out", "-"))
    assert [(p["id"], p.get("code"), p["name"]) for p in told["parties"]] == [
        ("kommunen", "0686", "Eksjö kommun"),
        ("polisen", None, "Lokalpolisområde Höglandet"),
    ]
    assert {key: str(value) for key, value in told["validity"].items()} == {"from": "2022-03-01", "until": "2025-12-31"}
    assert [one["text"] for one in told["purposes"]] == [
        "Syftet med överenskommelsen är att göra gator och torg lugnare."
    ]
    assert [one["title"] for one in told["focus_areas"]] == ["Resecentrum", "Skolvägar"]
    assert told["goals"][0]["target"] == {"change_percent": -20}
    assert [(one["by"], one.get("cadence")) for one in told["commitments"]] == [
        ("kommunen", None),
        ("kommunen", "quarterly"),
        ("polisen", None),
    ]
    assert (told["follow_up"]["cadence"], told["follow_up"]["reporting"]) == (
        "at-least-yearly",
        {"cadence": "half-yearly"},
    )
    assert told["references"][0]["number"] == "2023:196"
    signed = told["signatures"]
    assert (signed["place"], str(signed["date"])) == ("Eksjö", "2022-02-21")
    assert [(one["party"], one["name"], one["role"]) for one in signed["signatories"]] == [
        ("kommunen", "Vera Sandbacka", "Kommunstyrelsens ordförande"),
        ("polisen", "Ove Ytterby", "Lokalpolisområdeschef Höglandet"),
    ]
    assert "status" not in told


def test_nothing_is_lost_and_nothing_is_said_twice(run: Callable[..., Outcome], eksjo: Path) -> None:
    done = run("import", "agreement", str(eksjo), "--out", "-")
    words = " ".join(re.sub(r"(?m)^ *#.*|>-|\|-", " ", done.out).split())
    for said in (
        "Vi har mycket att lära av varandra.",
        "Det brukar vara uppskattat.",
        "Dnr KS 2022/14",
        "började 2015",
    ):
        assert words.count(said) == 1, said


def test_each_fact_says_where_it_was_found_and_how_sure_it_is(run: Callable[..., Outcome], eksjo: Path) -> None:
    done = run("import", "agreement", str(eksjo), "--out", "-")
    above = done.out.split("\nvalidity:")[0].splitlines()[-1]
    place = r"Sida [12], stycke \d+" if eksjo.suffix == ".pdf" else r"Stycke \d+"
    assert re.fullmatch(rf"# {place}, säkert\. ”Överenskommelsen gäller från .*”", above)


def test_the_draft_is_valid_and_in_form_and_never_overwrites(
    run: Callable[..., Outcome], eksjo: Path, tmp_path: Path
) -> None:
    done = run("import", str(eksjo), "--kind", "agreement", "--out", "avtal.yaml")
    assert (done.code, "avtal.yaml" in done.out) == (0, True)
    assert run("fmt", "--check", "avtal.yaml").code == 0
    assert run("validate", "avtal.yaml").code == 0
    before = (tmp_path / "avtal.yaml").read_bytes()
    assert run("import", "agreement", str(eksjo), "--out", "avtal.yaml").code == 2
    assert (tmp_path / "avtal.yaml").read_bytes() == before


def test_text_without_marks_is_read_and_kept_letter_for_letter(run: Callable[..., Outcome]) -> None:
    done = run("import", "agreement", str(HERE / "utkast.txt"), "--out", "-")
    told = draft(done)
    assert told["status"] == "draft"
    assert [one["name"] for one in told["parties"]] == [
        "Arboga",
        "Kungsör",
        "Köping",
        "Lokalpolisområde Västra Mälardalen",
    ]
    assert told["validity"] == {
        "from": told["validity"]["from"],
        "until": "further-notice",
        "revision": {"cadence": "every-2-years"},
    }
    assert [one["title"] for one in told["focus_areas"]] == ["Klotter på skolor", "Bedrägerier mot äldre"]
    assert "radbrytningar och avstavning, så" in told["introduction"].replace("\n", " ")
    left = next(one for one in told["sections"] if one["title"] == "Vad ingen rubrik säger")
    assert left["text"] == r"Kommunerna ska hålla kontakt. 100 \*stjärnor\* och \<taggar> är bara tecken."
    assert "underskrifterna" in done.err


def pdf_with(pages: int, tmp_path: Path, *, is_locked: bool = False) -> Path:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(200, 200)
    if is_locked:
        writer.encrypt("hemligt", algorithm="RC4-128")
    path = tmp_path / "fil.pdf"
    writer.write(path)
    return path


def picture_pdf(tmp_path: Path) -> Path:
    """Make a page that is a picture and nothing else, as a scanner does."""
    writer = PdfWriter()
    picture = StreamObject()
    picture.set_data(b"\0")
    picture[NameObject("/Subtype")] = NameObject("/Image")
    page = writer.add_blank_page(9, 9)
    held = DictionaryObject({NameObject("/I"): writer._add_object(picture)})  # noqa: SLF001 - there is no other way
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): held})
    path = tmp_path / "inskannad.pdf"
    writer.write(path)
    return path


def word_with(tmp_path: Path, **parts: bytes) -> Path:
    path = tmp_path / "fil.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return path


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "låst med lösenord"),
        ("a.docx", b"PK\x03\x04 broken", "trasig"),
        ("a.docx", b"text", "ingen Wordfil"),
        ("a.pdf", b"%PDF-1.7\ngarbage", "trasig"),
        ("a.xlsx", b"x", "ingen fil som kan läsas in"),
        ("a.txt", b"\0\1\2", "ingen fil som kan läsas in"),
        ("a.txt", b"hej", "ingen text"),
        ("a.html", b"<p></p>", "ingen text"),
        ("a.txt", b"a" * 1_100_000, "för lång"),
    ],
)
def test_what_cannot_be_read_is_told(
    run: Callable[..., Outcome], tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    (tmp_path / name).write_bytes(content)
    done = run("import", "agreement", name)
    assert (done.code, told in done.err, done.out) == (4, True, ""), done.err
    assert not list(tmp_path.glob("*.yaml"))


def test_a_locked_a_long_and_a_scanned_pdf_are_told(run: Callable[..., Outcome], tmp_path: Path) -> None:
    assert "lösenord" in run("import", "agreement", str(pdf_with(1, tmp_path, is_locked=True))).err
    assert "högst 300 sidor" in run("import", "agreement", str(pdf_with(301, tmp_path))).err
    done = run("import", "agreement", str(picture_pdf(tmp_path)))
    assert (done.code, "inskannad" in done.err) == (4, True)


def test_macros_and_bombs_in_word_files_are_told(run: Callable[..., Outcome], tmp_path: Path) -> None:
    document = b'<w:document xmlns:w="w"/>'
    macro = word_with(tmp_path, **{"word/document.xml": document, "word/vbaProject.bin": b"x"})
    assert "makron" in run("import", "agreement", str(macro)).err
    bomb = word_with(tmp_path, **{"word/document.xml": document, "word/media/a.png": b"0" * 30_000_000})
    assert "för stor" in run("import", "agreement", str(bomb)).err


def test_what_is_to_be_taken_in_has_to_be_said(run: Callable[..., Outcome]) -> None:
    for arguments in ((), ("x.docx",), ("agreement",), ("agreement", "a.docx", "b.docx"), ("indicators", "a.csv")):
        assert run("import", *arguments).code == 2
    assert run("import", "agreement", "saknas.docx").code == 4


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("den 8 december 2016", "2016-12-08"),
        ("2024-09-11", "2024-09-11"),
        ("8/12 2016", "2016-12-08"),
        ("mars 2020", "2020-03"),
        ("den första juli 2023", "2023-07-01"),
        ("år 2024", "2024"),
        ("i framtiden", ""),
    ],
)
def test_dates_are_read_in_every_form(written: str, meant: str) -> None:
    assert date_written(written) == meant


@pytest.mark.parametrize(
    ("said", "span"),
    [
        ("Avtalet gäller fr.o.m. 2020-01-01 t.o.m. 2022-12-31.", ("2020-01-01", "2022-12-31")),
        ("Perioden 1 april 2018 – 31 mars 2021", ("2018-04-01", "2021-03-31")),
        ("under åren 2019–2021", ("2019", "2021")),
        ("löper från och med datum för underskrift till och med den 31 december 2018", ("signing", "2018-12-31")),
        ("gäller 2025–2023", None),
        ("gäller 2019–2021 eller 2022–2024", None),
    ],
)
def test_spans_are_read_in_every_form(said: str, span: tuple[str, str] | None) -> None:
    assert span_in(said) == (dict(zip(("from", "until"), span, strict=True)) if span else {})


@pytest.mark.parametrize(
    ("said", "cadence"),
    [
        ("minst två gånger per år", "at-least-half-yearly"),
        ("en gång per mandatperiod", "per-mandate"),
        ("löpande och en gång per år", ""),
        ("när det behövs", ""),
    ],
)
def test_cadences_are_read_where_one_alone_is_said(said: str, cadence: str) -> None:
    assert cadence_in(said) == cadence


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("Vera Sandbacka", ("Vera Sandbacka", "")),
        ("Vera Sandbacka, kommundirektör", ("Vera Sandbacka", "kommundirektör")),
        ("Ove Ytterby – Chef lokalpolisområde Höglandet", ("Ove Ytterby", "Chef lokalpolisområde Höglandet")),
        ("Lena af Ek Tf Lokalpolisområdeschef", ("Lena af Ek", "Tf Lokalpolisområdeschef")),
        ("Eksjö kommun", ("", "")),
        ("Lokalpolisområdeschef", ("", "")),
    ],
)
def test_names_are_told_from_roles(line: str, person: tuple[str, str]) -> None:
    assert parted(line) == person


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Avtal mellan Falu kommun och Polismyndigheten", ["Falu kommun", "Polismyndigheten"]),
        (
            "Avtal mellan lokalpolisområde Hallsberg och Askersund, Hallsberg, Kumla och Laxå kommuner",
            ["Lokalpolisområde Hallsberg", "Askersund", "Hallsberg", "Kumla", "Laxå"],
        ),
        ("Avtal mellan Region Gotland och lokalpolisområde Gotland", ["Region Gotland", "Lokalpolisområde Gotland"]),
        ("Avtal mellan Göteborgs Stad och Polisområde Storgöteborg", ["Göteborgs Stad", "Polisområde Storgöteborg"]),
    ],
)
def test_parties_are_found_by_the_register(title: str, names: list[str]) -> None:
    found = parties_of(Block(Kind.HEADING, title, 1), [], [], Found())
    assert [party.name for party in found] == names


def test_a_shortened_word_ends_no_sentence() -> None:
    assert sentences("Det gäller t. ex. Barn. Och vuxna.") == ["Det gäller t. ex. Barn.", "Och vuxna."]


def test_our_own_pdf_comes_back(run: Callable[..., Outcome], tmp_path: Path) -> None:
    example = ROOT / "examples" / "founding" / "hallsberg-2024.yaml"
    assert run("render", str(example), "--format", "pdf", "--out", "ut").code == 0
    told = draft(run("import", "agreement", "ut/hallsberg-2024.pdf", "--out", "-"))
    assert len(PdfReader(io.BytesIO((tmp_path / "ut" / "hallsberg-2024.pdf").read_bytes())).pages) > 1
    assert [party["code"] for party in told["parties"] if "code" in party] == ["1882", "1861", "1881", "1860"]
    roles = ["Kommundirektör", "Kommundirektör", "Kommundirektör", "Kommunchef", "Chef Lokalpolisområde Hallsberg"]
    assert [one["role"] for one in told["signatures"]["signatories"]] == roles


@pytest.mark.parametrize("page", ["docs/old-agreements.md", "docs/sv/gamla-avtal.md"])
def test_the_guide_shows_what_is_answered(run: Callable[..., Outcome], tmp_path: Path, page: str) -> None:
    shutil.copy(HERE / "eksjo.html", tmp_path / "gammal-overenskommelse.html")
    shown = re.findall(r"(?m)^\$ samverkan (.*)\n((?:[^`\n].*\n)+)", (ROOT / page).read_text(encoding="utf-8"))
    assert len(shown) == 2
    for line, answer in shown:
        done = run(*line.split())
        assert (done.code, done.out.strip() or done.err.strip()) == (0, answer.strip())


def word(tmp_path: Path, html: str) -> str:
    """Make a Word file of a page by another's program, and give its name."""
    subprocess.run([pandoc(), "-f", "html", "-o", tmp_path / "g.docx"], input=html.encode(), check=True)
    return "g.docx"


PARTIES = "<h1>Samverkansöverenskommelse mellan Eksjö kommun och lokalpolisområde Höglandet</h1>"


def test_numbered_clauses_are_parts_of_lists_and_keep_their_numbers(
    run: Callable[..., Outcome], tmp_path: Path
) -> None:
    told = draft(
        run(
            "import",
            "agreement",
            word(
                tmp_path,
                f"{PARTIES}<h2>1 Syfte</h2><p>1.1 Göra torgen lugnare.</p><p>1.2 Ge unga någonstans att vara.</p>"
                "<h2>2 Övergripande mål</h2><p>2.1 Färre blir rånade.</p><p>2.2 Målen följs upp varje år.</p>"
                "<h2>3 Åtaganden</h2><p>3.1 Kommunen bör anställa en fältassistent.</p>"
                "<p>3.2 Parterna ska gemensamt bjuda in till möten.</p><p>3.3 Vädret ska bli bättre.</p>"
                "<h2>4 Så arbetar vi</h2><p>4.1 Kartläggning</p><p>4.2 Uppföljning</p><p>4.3 Återkoppling</p>",
            ),
            "--out",
            "-",
        )
    )
    assert [one["text"] for one in told["purposes"]] == ["Göra torgen lugnare.", "Ge unga någonstans att vara."]
    assert [one["text"] for one in told["goals"]] == ["Färre blir rånade."]
    assert [(one["by"], one["strength"], one["text"]) for one in told["commitments"]] == [
        ("kommunen", "should", "Anställa en fältassistent."),
        ("jointly", "shall", "Bjuda in till möten."),
    ]
    left = {one["title"]: one.get("text", "") for one in told["sections"]}
    assert left["Övergripande mål"] == "2.2 Målen följs upp varje år."
    assert left["Åtaganden"] == "3.3 Vädret ska bli bättre."
    assert left["Så arbetar vi"] == "4.1 Kartläggning\n\n4.2 Uppföljning\n\n4.3 Återkoppling"


def test_a_table_of_contents_gives_no_parts(run: Callable[..., Outcome], tmp_path: Path) -> None:
    heads = ("Syfte", "Fokusområden", "Uppföljning")
    listed = "".join(f"<p>{i} {head} ....... {i + 2}</p>" for i, head in enumerate(heads, 1))
    below = "".join(f"<h2>{i} {head}</h2><p>Här står det som gäller.</p>" for i, head in enumerate(heads, 1))
    done = run("import", "agreement", word(tmp_path, f"{PARTIES}<p>Innehåll</p>{listed}{below}"), "--out", "-")
    assert "......" not in done.out
    assert [done.out.count(f"title: {head}") for head in heads] == [1, 1, 1]
    assert "focus_areas:" not in done.out.split("sections:")[0]


def test_lines_broken_by_hand_and_typed_dashes_are_read_as_they_are_meant(
    run: Callable[..., Outcome], tmp_path: Path
) -> None:
    name = word(
        tmp_path,
        f"{PARTIES}<h2>Syfte</h2><p>Syftet med överenskommelsen är att torg och gator ska bli lug-<br>"
        "nare för alla som bor där.</p><h2>Fokusområden</h2><p>- Torget</p><p>– Resecentrum</p><p>**Övrigt**</p>"
        "<p>Inget mer.</p>",
    )
    told = draft(run("import", "agreement", name, "--out", "-"))
    assert told["purposes"][0]["text"].endswith("torg och gator ska bli lugnare för alla som bor där.")
    assert [one["title"] for one in told["focus_areas"]] == ["Torget", "Resecentrum"]
    assert "**" not in str(told["sections"])


def test_footnotes_of_a_page_are_told_from_its_text() -> None:
    page = [
        Written("Målet är att minska våldet mot kvinnor2. Det", 1, ("våldet mot kvinnor2. Det",), 11),
        Written("gäller alla år efter 2012 och 2 kommuner.", 1, ("gäller alla år efter 2012 och 2 kommuner.",), 11),
        Written("2Nationell strategi (Regeringen, Skr. 2016/17:10).", 1, ("2Nationell strategi",), 9),
        Written("3 Sidfot", 1, ("3 Sidfot",), 9),
    ]
    found = with_notes(page, 11)
    texts = [line.text for line in found]
    assert found[0].cells == ("våldet mot kvinnor². Det",)
    assert texts[0] == "Målet är att minska våldet mot kvinnor². Det"
    assert texts[1:] == [page[1].text, "²Nationell strategi (Regeringen, Skr. 2016/17:10).", "3 Sidfot"]
    blocks = blocks_of([Written(one.text, 1, (one.text,), one.size) for one in found[:3]])
    assert [block.text for block in blocks] == [f"{texts[0]} {texts[1]}", texts[2]]


def test_words_that_are_explained_and_decisions_have_their_place(run: Callable[..., Outcome], tmp_path: Path) -> None:
    page = (
        f"{PARTIES}<p>Antagen av kommunfullmäktige den 3 maj 2024, § 45</p><p>Antagen av alla som var där</p>"
        "<p>Överenskommelsen gäller från och med 2024 till och med 2026.</p>"
        "<h2>Syfte</h2><ul><li>Göra torgen lugnare.</li></ul>"
        "<h2>Fokusområden</h2><ul><li>Torget</li><li>Resecentrum</li></ul>"
        "<h2>Definitioner</h2><p><b>EST</b> – ett sätt att samordna insatser.</p>"
        "<p>Lägesbild: det som parterna vet om brott.</p><p>Orden används också i planen.</p>"
    )
    told = draft(run("import", "agreement", word(tmp_path, page), "--out", "-"))
    assert [(one["term"], one["text"]) for one in told["definitions"]] == [
        ("EST", "ett sätt att samordna insatser."),
        ("Lägesbild", "det som parterna vet om brott."),
    ]
    decided = [{**one, "date": str(one["date"])} for one in told["decisions"]]
    assert decided == [{"body": "Kommunfullmäktige", "date": "2024-05-03", "type": "adopted", "paragraph": "§ 45"}]
    assert "Antagen av alla som var där" in str(told)
    assert "Orden används också i planen." in str(told["sections"])
    assert run("import", "agreement", "g.docx", "--out", "ny.yaml").code == 0
    assert run("validate", "ny.yaml").code == 0
    assert run("fmt", "--check", "ny.yaml").code == 0


def test_text_boxes_heads_and_feet_of_word_files_are_read(run: Callable[..., Outcome], tmp_path: Path) -> None:
    name = word(tmp_path, f"{PARTIES}<p>Här står rutan.</p><p>Här slutar det.</p>")
    line = "<w:p><w:r><w:t>Rutans ord.</w:t></w:r></w:p>"
    spaces = (
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    box = (
        f"<w:r {spaces}><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>{line}</w:txbxContent></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><w:txbxContent>{line}</w:txbxContent></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    around = (
        '<w:{0} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>{1}</w:t></w:r></w:p>'
        "<w:p><w:r><w:t>Sida 1 (4)</w:t></w:r></w:p></w:{0}>"
    )
    made = tmp_path / "med-ruta.docx"
    with zipfile.ZipFile(tmp_path / name) as old, zipfile.ZipFile(made, "w") as new:
        for part in old.namelist():
            content = old.read(part)
            if part == "word/document.xml":
                content = content.replace(b"rutan.</w:t></w:r>", b"rutan.</w:t></w:r>" + box.encode(), 1)
            new.writestr(part, content)
        new.writestr("word/header1.xml", around.format("hdr", "Dnr KS 2024/77"))
        new.writestr("word/footer1.xml", around.format("ftr", "Eksjö kommun, 575 80 Eksjö"))
    done = run("import", "agreement", made.name, "--out", "-")
    told = draft(done)
    assert told["introduction"] == "Här står rutan.\n\nRutans ord.\n\nHär slutar det."
    head = " ".join(line.removeprefix("# ") for line in done.out.split("samverkan: 1")[0].splitlines())
    assert "Eksjö kommun, 575 80 Eksjö | Dnr KS 2024/77" in head
    assert "Sida 1" not in done.out


def test_a_table_of_headings_and_texts_is_read_as_chapters(run: Callable[..., Outcome], tmp_path: Path) -> None:
    rows = {
        "Syfte": "Syftet med överenskommelsen är att göra torgen lugnare.",
        "Prioriterade områden": "Torget<br/>Ungdomar som rör sig ute sent",
        "Uppföljning": "Överenskommelsen följs upp en gång per halvår.",
    }
    table = "".join(f"<tr><td>{name}</td><td>{text}</td></tr>" for name, text in rows.items())
    told = draft(run("import", "agreement", word(tmp_path, f"{PARTIES}<table>{table}</table>"), "--out", "-"))
    assert [one["title"] for one in told["focus_areas"]] == ["Torget", "Ungdomar som rör sig ute sent"]
    assert told["purposes"][0]["text"] == rows["Syfte"]
    assert told["follow_up"]["cadence"] == "half-yearly"


def test_what_is_not_plain_is_left_over_rather_than_placed(run: Callable[..., Outcome], tmp_path: Path) -> None:
    page = (
        f"{PARTIES}<h2>Syfte och mål</h2><p>Det här är en god samverkan. Antalet bränder ska halveras.</p>"
        "<h2>Fokusområden</h2><p>1. Skola. Skolorna ska vara fria från hot.</p><p>2. Trafik</p>"
        "<h2>Mål för trafik</h2><p>Antalet rattfyllerister ska minska.</p>"
    )
    told = draft(run("import", "agreement", word(tmp_path, page), "--out", "-"))
    assert [(one["title"], one.get("text")) for one in told["focus_areas"]] == [
        ("Skola", "Skolorna ska vara fria från hot."),
        ("Trafik", None),
    ]
    assert not {"purposes", "goals"} & set(told)
    left = {one["title"]: one.get("text") for one in told["sections"]}
    assert left["Mål för trafik"] == "Antalet rattfyllerister ska minska."
    assert left["Syfte och mål"] == "Det här är en god samverkan. Antalet bränder ska halveras."


def text_of(tmp_path: Path, below: str) -> str:
    """Write an agreement between one municipality and its police, as plain text."""
    head = "Samverkansöverenskommelse mellan Vetlanda kommun och lokalpolisområde Höglandet"
    (tmp_path / "text.txt").write_text(f"{head}\n\n{below}", encoding="utf-8")
    return "text.txt"


def test_forums_have_their_place_with_who_leads_who_takes_part_and_how_often(
    run: Callable[..., Outcome], tmp_path: Path
) -> None:
    name = text_of(
        tmp_path,
        "Organisation\n\n3.1 Styrgrupp\nStyrgruppen leder arbetet. Den träffas fyra gånger per år. Styrgruppen består"
        " av kommunen och polisen. Ordförande är kommundirektören.\n\n3.2 Arbetsgrupp\nArbetsgruppen sammanträder varje"
        " månad. I arbetsgruppen ingår kommunpolis, skola och socialtjänst.\n\n"
        "Samverkansforum\nBefintliga samverkansforum är:\n"
        "- Brottsförebyggande rådet (BRÅ): träffas en gång per halvår.\n- Nätverk mot våld i nära relation\n"
        "- Trygghetsrådet, som leds av kommunalrådet.\n\n"
        "Så arbetar vi\nParterna möts varannan månad i en insatsgrupp där beslut fattas."
        " En referensgrupp ska bildas.\n",
    )
    told = draft(run("import", "agreement", name, "--out", "-"))
    assert [{key: value for key, value in one.items() if key != "id"} for one in told["forums"]] == [
        {
            "name": "Styrgrupp",
            "members": "jointly",
            "chair": "Kommundirektören",
            "cadence": "quarterly",
            "task": "Styrgruppen leder arbetet.",
        },
        {
            "name": "Arbetsgrupp",
            "cadence": "monthly",
            "task": "I arbetsgruppen ingår kommunpolis, skola och socialtjänst.",
        },
        {"name": "Brottsförebyggande rådet (BRÅ)", "status": "existing", "cadence": "half-yearly"},
        {"name": "Nätverk mot våld i nära relation", "status": "existing"},
        {"name": "Trygghetsrådet", "status": "existing", "chair": "Kommunalrådet"},
        {"name": "Insatsgrupp", "members": "jointly", "cadence": "every-2-months"},
        {"name": "Referensgrupp", "status": "planned"},
    ]
    assert "där beslut fattas" in str(told["sections"])


def test_documents_to_be_made_have_their_place_with_by_whom_how_often_and_by_when(
    run: Callable[..., Outcome], tmp_path: Path
) -> None:
    name = text_of(
        tmp_path,
        "Dokumentation\nRespektive part förbinder sig att gemensamt ta fram följande dokument:\n"
        "- Lägesbild med tillhörande orsaksanalys\n- Kommunikationsplan\n\n"
        "Lägesbild\nLägesbilden uppdateras minst en gång per år. Polisen tar fram en egen lägesbild varje halvår.\n\n"
        "Medborgarlöften\nMedborgarlöften ska tas fram senast den 1 mars 2025.\n\n"
        "Åtaganden\nParterna åtar sig att:\n- upprätta en handlingsplan varje år\n- delta i rådet\n\n"
        "Giltighetstid\n2024–2026\n\nPrioriterade områden\n\n- Centrum\n- Skolan\n\n"
        "Syfte\nSyftet är att minska brotten.\n",
    )
    done = run("import", "agreement", name, "--out", "ny.yaml")
    assert done.code == 0, done.err
    text = (tmp_path / "ny.yaml").read_text(encoding="utf-8")
    told = YAML(typ="safe").load(text)
    found = [{key: str(value) for key, value in one.items() if key != "id"} for one in told["planned_documents"]]
    assert found == [
        {
            "kind": "situation-picture",
            "includes": "['cause-analysis']",
            "by": "jointly",
            "cadence": "at-least-yearly",
        },
        {"kind": "communication-plan", "by": "jointly"},
        {"kind": "situation-picture", "title": "Egen lägesbild", "by": "polisen", "cadence": "half-yearly"},
        {"kind": "citizen-promise", "first_by": "2025-03-01"},
        {"kind": "action-plan", "title": "Handlingsplan", "by": "jointly", "cadence": "yearly"},
    ]
    assert [(one.get("document"), one.get("cadence")) for one in told["commitments"]] == [
        (None, None),
        ("handlingsplan", None),
        (None, None),
    ]
    assert "säkert. ”Medborgarlöften ska tas fram senast den 1 mars 2025.”" in text
    assert run("validate", "ny.yaml").code == 0


def test_what_is_told_of_forums_and_documents_but_agreed_by_nobody_is_left_over(
    run: Callable[..., Outcome], tmp_path: Path
) -> None:
    name = text_of(
        tmp_path,
        "Bakgrund\nKommunerna ska enligt lag (2023:196) ta fram en lägesbild. Styrgruppen träffades ofta förr."
        " Styrgruppen möts varje månad sedan dess.\n\n"
        "Inledning\nMed en god lägesbild kan rätt insatser väljas. Arbetet med att ta fram en åtgärdsplan har börjat."
        " Enligt lagen ska kommunen ta fram en åtgärdsplan. Vid behov kan parterna ta fram en särskild åtgärdsplan.\n\n"
        "Vilka det gäller\nMålgruppen är unga. Åldersgruppen möts av många budskap. Samrådet sker varje månad."
        " Goda råd är dyra. Området besöks varje vecka.\n\n"
        "Målgrupp\nUnga som rör sig i centrum.\n\nSamråd\nSker varje månad.\n",
    )
    told = draft(run("import", "agreement", name, "--out", "-"))
    assert not {"forums", "planned_documents"} & set(told), told


def test_a_file_that_a_web_program_has_exported_is_read_by_its_looks(
    run: Callable[..., Outcome], tmp_path: Path
) -> None:
    def line(text: str, size: int = 22) -> str:
        bold = "<w:b w:val='1'/>" if size > 22 else ""
        look = f"<w:rPr><w:rFonts w:ascii='Arial'/>{bold}<w:sz w:val='{size}'/><w:rtl w:val='0'/></w:rPr>"
        runs = (f"<w:r>{look}<w:t xml:space='preserve'>{part}</w:t></w:r>" for part in (text[:6], text[6:]))
        return f"<w:p><w:pPr><w:spacing w:after='0'/></w:pPr>{''.join(runs)}</w:p>"

    body = (
        line("Samverkansöverenskommelse mellan Eksjö kommun och lokalpolisområde Höglandet", 52),
        line("Syfte", 32),
        line("Syftet med överenskommelsen är att minska brotten."),
        line("Styrgrupp", 32),
        line("Styrgruppen möts varje kvartal."),
        line("Giltighetstid", 32),
        line("Överenskommelsen gäller 2024–2026."),
    )
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    document = f"<w:document xmlns:w='{space}'><w:body>{''.join(body)}</w:body></w:document>"
    parts = {"word/document.xml": document.encode()}
    damaged = run("import", "agreement", str(word_with(tmp_path, **parts)), "--out", "-")
    assert (damaged.code, "trasig" in damaged.err) == (4, True), damaged.err
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    around = "http://schemas.openxmlformats.org/package/2006/relationships"
    leads = f"<Relationship Id='r1' Type='{office}' Target='word/document.xml'/>"
    parts["_rels/.rels"] = f"<Relationships xmlns='{around}'>{leads}</Relationships>".encode()
    told = draft(run("import", "agreement", str(word_with(tmp_path, **parts)), "--out", "-"))
    assert told["purposes"][0]["text"] == "Syftet med överenskommelsen är att minska brotten."
    assert [(one["name"], one["cadence"]) for one in told["forums"]] == [("Styrgrupp", "quarterly")]
    assert (told["validity"]["from"], told["validity"]["until"]) == (2024, 2026)
