"""The parts of old agreements, each as somebody may have written it: what is placed, and what is left as it stands."""

from __future__ import annotations

import sys
import zipfile
from datetime import date
from typing import TYPE_CHECKING, Any

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, StreamObject
from ruamel.yaml import YAML

from samverkan.check import check

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

    Read = Callable[..., dict[str, Any]]

TODAY = date(2024, 11, 20)
TITLE = "Samverkansöverenskommelse mellan Vetlanda kommun och lokalpolisområde Höglandet"
TWO_TOWNS = "Samverkansöverenskommelse mellan Vetlanda kommun, Eksjö kommun och lokalpolisområde Höglandet"


@pytest.fixture
def read(run: Callable[..., Outcome], tmp_path: Path) -> Read:
    """Read a web page, or else plain text, under a title; the draft has to be valid."""

    def read_below(below: str, title: str = TITLE, name: str = "avtal.html") -> dict[str, Any]:
        head = f"<h1>{title}</h1>" if name.endswith(".html") and title else f"{title}\n\n"
        (tmp_path / name).write_text(head + below, encoding="utf-8")
        return draft_of(run, tmp_path, name)

    return read_below


def draft_of(run: Callable[..., Outcome], folder: Path, name: str) -> dict[str, Any]:
    done = run("import", "agreement", name, "--out", "-")
    assert done.code == 0, done.err
    (folder / "ny.yaml").write_text(done.out, encoding="utf-8")
    errors = {one.rule for one in check([str(folder / "ny.yaml")], TODAY).findings if one.severity == "error"}
    # What was not found is told at the head of the draft.
    assert errors <= {
        "missing-key",
        "agreement-without-focus-areas",
        "agreement-without-purposes",
        "period-not-stated",
    }
    return dict(YAML(typ="safe").load(done.out))


def left(draft: dict[str, Any]) -> dict[str, str]:
    """Give what the sections of a draft hold, by their titles."""
    return {one["title"]: one.get("text", "") for one in draft["sections"]}


# Focus areas and their goals


def test_goals_below_a_mark_of_theirs_belong_to_the_focus_area_that_they_stand_in(read: Read) -> None:
    draft = read(
        "<h2>Fokusområden</h2><h3>Torget</h3><p>Torget är mörkt.</p><p>Varför?</p><p>Mål:</p><p>Fler går över torget."
        "</p><ul><li>fler lampor</li><li>fler öppna butiker</li></ul><p>Antalet rån ska minska med 20 procent.</p>"
        "<h3>Skolan</h3><p>Mål:</p><ul><li>Färre slagsmål.</li><li>Fler vuxna i korridoren.</li></ul>"
        "<h3>Stationen</h3><p>Där stjäls cyklar.</p><h4>Mål</h4><p>Färre cyklar stjäls.</p>"
    )
    assert [(one["title"], [goal["text"] for goal in one["goals"]]) for one in draft["focus_areas"]] == [
        (
            "Torget",
            [
                "Fler går över torget.\n\n- fler lampor\n- fler öppna butiker",
                "Antalet rån ska minska med 20 procent.",
            ],
        ),
        ("Skolan", ["Färre slagsmål.", "Fler vuxna i korridoren."]),
        ("Stationen", ["Färre cyklar stjäls."]),
    ]
    torget = draft["focus_areas"][0]
    assert (torget["text"], torget["questions"]) == ("Torget är mörkt.", ["Varför?"])
    assert torget["goals"][1]["target"] == {"change_percent": -20}
    assert list(left(draft)) == ["Fokusområden"]


def test_a_list_without_words_is_no_list_of_focus_areas(read: Read) -> None:
    draft = read("<h2>Prioriteringar</h2><ul><li>A1</li><li>B2</li></ul>")
    assert "focus_areas" not in draft
    assert left(draft)["Prioriteringar"] == "- A1\n- B2"


# What web pages are made of


def test_every_word_of_a_page_is_kept_whatever_it_is_set_in(read: Read) -> None:
    draft = read(
        "<h2></h2><p>Först några ord om samverkan.</p><blockquote><p>Ett citat ur en rapport.</p></blockquote>"
        '<div class="line-block">en rad i en vers,<br/>och en till.</div><pre>Fast bredd.</pre><hr/>'
        "<dl><dt>en plats i staden:</dt><dd>Torget.</dd></dl>"
        "<p>Ordet <del>bort</del> är <q>struket</q>, <code>x = 1</code> är kod<img src='x.png' alt='bild'/>.</p>"
        "<table><tr><td></td><td> </td></tr><tr><td>Kl. 18.</td><td>Torget.</td></tr></table>"
    )
    assert draft["introduction"].split("\n\n") == [
        "Först några ord om samverkan.",
        "Ett citat ur en rapport.",
        "en rad i en vers,",
        "och en till.",
        "Fast bredd.",
        "en plats i staden:",
        "Torget.",
        "Ordet ~~bort~~ är ”struket”, x = 1 är kod.",
        "Kl. 18. – Torget.",
    ]
    assert "sections" not in draft


def test_a_line_below_a_whole_sentence_begins_a_paragraph(read: Read) -> None:
    draft = read("<p>Det här är en hel mening som slutar här.<br/>och nästa rad är en annan.<br/>Den tredje med.</p>")
    assert draft["introduction"].split("\n\n") == [
        "Det här är en hel mening som slutar här.",
        "och nästa rad är en annan.",
        "Den tredje med.",
    ]


# Plain text and pages


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_plain_text_is_read_in_each_encoding_that_programs_write(
    run: Callable[..., Outcome], tmp_path: Path, encoding: str
) -> None:
    (tmp_path / "avtal.txt").write_text(f"{TITLE}\n\nVåld är inte okej – någonsin.\n", encoding=encoding)
    draft = draft_of(run, tmp_path, "avtal.txt")
    assert (draft["title"], draft["introduction"]) == (TITLE, "Våld är inte okej – någonsin.")


def test_columns_of_plain_text_are_rows_and_years_over_two_lines_are_one_word(read: Read) -> None:
    draft = read(
        "Roller\nPolisen\tRondera\tVarje vecka\nHär står vad som hände åren 2021–\n2022 i staden.\n", name="a.txt"
    )
    assert left(draft)["Roller"].split("\n\n") == [
        "Polisen – Rondera – Varje vecka",
        "Här står vad som hände åren 2021–2022 i staden.",
    ]


def test_a_text_of_very_many_parts_is_no_agreement(run: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "lång.txt").write_text(f"{TITLE}\n\n" + "- a\n\n" * 20_001, encoding="utf-8")
    done = run("import", "agreement", "lång.txt", "--out", "-")
    assert (done.code, "för lång" in done.err, done.out) == (4, True, "")


def test_tables_deep_in_each_other_are_refused(run: Callable[..., Outcome], tmp_path: Path) -> None:
    inside = f"<w:p><w:r><w:t>{TITLE}</w:t></w:r></w:p>"
    for _ in range(25):
        inside = f"<w:tbl><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl>"
    word_with(tmp_path / "djup.docx", inside)
    (tmp_path / "djup.html").write_text("<div>" * 120 + TITLE + "</div>" * 120, encoding="utf-8")
    for name in ("djup.docx", "djup.html"):
        done = run("import", "agreement", name, "--out", "-")
        assert (done.code, done.out) == (4, "")
        assert f"{name} har tabeller eller listor som ligger för djupt i varandra" in done.err


@pytest.mark.skipif(sys.platform == "win32", reason="the program that stands in for pandoc is a shell script")
def test_a_word_file_that_takes_too_long_to_read_is_not_called_broken(
    run: Callable[..., Outcome], tmp_path: Path
) -> None:
    word_with(tmp_path / "avtal.docx", f"<w:p><w:r><w:t>{TITLE}</w:t></w:r></w:p>")
    slow = tmp_path / "pandoc"
    slow.write_text("#!/bin/sh\nexec sleep 100\n", encoding="utf-8")
    slow.chmod(0o755)
    around = {"PYPANDOC_PANDOC": str(slow), "SAMVERKAN_CONVERTER_SECONDS": "0.5"}
    done = run("import", "agreement", "avtal.docx", "--out", "-", **around)
    assert (done.code, done.out, "trasig" in done.err) == (4, "", False)
    assert "sekunder" in done.err, done.err


def word_with(path: Path, body: str, **parts: str) -> None:
    """Write a Word file by hand."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    leads = f"<Relationship Id='r1' Type='{office}' Target='word/document.xml'/>"
    around = "http://schemas.openxmlformats.org/package/2006/relationships"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("word/document.xml", f"<w:document xmlns:w='{space}'><w:body>{body}</w:body></w:document>")
        file.writestr("_rels/.rels", f"<Relationships xmlns='{around}'>{leads}</Relationships>")
        for name, content in parts.items():
            file.writestr(f"word/{name}.xml", f"<w:{name[:3]} xmlns:w='{space}'>{content}</w:{name[:3]}>")


def test_a_box_at_the_head_of_the_pages_is_said_once(run: Callable[..., Outcome], tmp_path: Path) -> None:
    line = "<w:p><w:r><w:t>{}</w:t></w:r>{}</w:p>"
    box = f"<w:r><w:pict><w:txbxContent>{line.format('Dnr KS 2024/77', '')}</w:txbxContent></w:pict></w:r>"
    body = line.format(TITLE, "") + line.format("Här står hur vi arbetar.", "")
    word_with(tmp_path / "avtal.docx", body, header1=line.format("Vetlanda kommun", box))
    done = run("import", "agreement", "avtal.docx", "--out", "-")
    assert "Vetlanda kommun | Dnr KS 2024/77" in done.out.split("samverkan: 1")[0]
    assert done.out.count("Dnr KS") == 1


def word_of(path: Path, *paragraphs: str | tuple[str, str], title: str = "") -> None:
    """Write a Word file as Word does, each paragraph plain or in a style; a tab in it is one."""
    file = docx.Document()
    if title:
        file.add_heading(title, 0)
    for one in paragraphs:
        text, style = one if isinstance(one, tuple) else (one, None)
        file.add_paragraph(text, style)
    file.save(str(path))


def test_the_title_in_the_style_of_titles_is_the_title(run: Callable[..., Outcome], tmp_path: Path) -> None:
    below = ("Gäller 2024–2027", "Subtitle"), "Avtalet gäller från och med 2024-01-01 till och med 2027-12-31."
    word_of(tmp_path / "avtal.docx", *below, title=TITLE)
    draft = draft_of(run, tmp_path, "avtal.docx")
    assert draft["title"] == TITLE
    assert [party["type"] for party in draft["parties"]] == ["municipality", "police"]
    assert "Gäller 2024–2027" in (tmp_path / "ny.yaml").read_text(encoding="utf-8")


def test_what_word_calls_authors_an_abstract_and_a_date_is_kept(run: Callable[..., Outcome], tmp_path: Path) -> None:
    path = tmp_path / "avtal.docx"
    file = docx.Document()
    for name in ("Author", "Date", "Abstract"):
        file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    authors = [("Author", "Vetlanda kommun"), ("Author", "Polisen i Höglandet"), ("Date", " ")]
    abstract = [("Abstract", "Så här arbetar vi."), ("Abstract", "Och så här följer vi upp.")]
    for style, text in (("Title", TITLE), *authors, *abstract, (None, "Avtalet gäller 2024–2027.")):
        file.add_paragraph(text, style)
    file.save(str(path))
    done = run("import", "agreement", "avtal.docx", "--out", "-")
    assert done.code in {0, 1}, done.err
    kept = (TITLE, "Vetlanda kommun", "Polisen i Höglandet", "Så här arbetar vi.", "Och så här följer vi upp.")
    assert [words for words in kept if words not in " ".join(done.out.split())] == []


SIGNED = [
    "Vetlanda den 12 december 2023",
    "För Vetlanda kommun{0}För lokalpolisområde Höglandet",
    "",
    "________________{0}________________",
    "Anna Andersson{0}Bo Berg",
    "Kommunstyrelsens ordförande{0}Lokalpolisområdeschef",
]


@pytest.mark.parametrize("between", ["\t", "\t\t\t", "          "])
@pytest.mark.parametrize("name", ["avtal.docx", "avtal.txt"])
def test_those_who_sign_beside_each_other_are_told_apart(
    name: str, between: str, run: Callable[..., Outcome], tmp_path: Path
) -> None:
    lines = [TITLE, "Avtalet gäller från och med 2024-01-01 till och med 2027-12-31.", "Underskrifter"]
    lines += [line.format(between) for line in SIGNED]
    if name.endswith(".docx"):
        word_of(tmp_path / name, *lines[1:2], ("Underskrifter", "Heading 1"), *lines[3:], title=TITLE)
    else:
        (tmp_path / name).write_text("\n\n".join(lines), encoding="utf-8")
    signed = draft_of(run, tmp_path, name)["signatures"]
    assert [(one["party"], one["name"], one["role"]) for one in signed["signatories"]] == [
        ("kommunen", "Anna Andersson", "Kommunstyrelsens ordförande"),
        ("polisen", "Bo Berg", "Lokalpolisområdeschef"),
    ]
    assert str(signed["date"]) == "2023-12-12"


def test_a_tab_within_a_paragraph_is_a_blank(run: Callable[..., Outcome], tmp_path: Path) -> None:
    paragraphs = [
        "1.\tSyfte",
        "Syftet är att fler ska vara trygga på kvällarna i centrum.",
        "2.1\tPolisen ska närvara på torget varje fredag och lördag kväll under hela året.",
        "•\tKommunen lagar trasiga lampor.",
        "Diarienummer:\tKS 2023/77",
    ]
    word_of(tmp_path / "avtal.docx", *paragraphs, title=TITLE)
    done = run("import", "agreement", "avtal.docx", "--out", "-")
    for said in ("Polisen ska närvara på torget varje", "Kommunen lagar trasiga lampor", "KS 2023/77"):
        assert said in done.out
    assert "\t" not in done.out


def pdf_with(path: Path, *pages: list[tuple[str, ...]]) -> None:
    """Write a PDF of lines, each of one text or of several side by side; a page without any is a picture.

    What begins with a star is bold.
    """
    writer = PdfWriter()
    look = {"/Type": "/Font", "/Subtype": "/Type1", "/Encoding": "/WinAnsiEncoding"}
    fonts = DictionaryObject()
    for name, base in (("/F", "/Helvetica"), ("/B", "/Helvetica-Bold")):
        keys = {**look, "/BaseFont": base}
        fonts[NameObject(name)] = DictionaryObject({NameObject(key): NameObject(one) for key, one in keys.items()})
    picture = StreamObject()
    picture[NameObject("/Subtype")] = NameObject("/Image")
    for lines in pages:
        page = writer.add_blank_page(595, 842)
        said = StreamObject()
        told = [
            f"BT {'/B' if text[0] == '*' else '/F'} 10 Tf {50 + 290 * column} {780 - 13 * row} Td"
            f" ({text.lstrip('*')}) Tj ET"
            for row, line in enumerate(lines)
            for column, text in enumerate(line)
        ]
        said.set_data("\n".join(told).encode("cp1252"))
        page[NameObject("/Contents")] = writer._add_object(said)  # noqa: SLF001 - there is no other way
        drawn = DictionaryObject({NameObject("/I"): writer._add_object(picture)})  # noqa: SLF001 - the same
        held = {"/Font": fonts} | ({} if lines else {"/XObject": drawn})
        page[NameObject("/Resources")] = DictionaryObject({NameObject(key): one for key, one in held.items()})
    writer.write(path)


def test_a_page_that_is_a_picture_is_told_as_missing(run: Callable[..., Outcome], tmp_path: Path) -> None:
    pdf_with(tmp_path / "avtal.pdf", [(TITLE,), ("Här står hur vi arbetar.",)], [])
    draft = draft_of(run, tmp_path, "avtal.pdf")
    assert draft["provenance"] == {"source": "avtal.pdf", "incomplete": draft["provenance"]["incomplete"]}
    assert "2" in draft["provenance"]["incomplete"]


def test_a_page_in_two_columns_is_read_one_column_after_the_other(run: Callable[..., Outcome], tmp_path: Path) -> None:
    columns = [
        [f"Den här raden i spalt {side} är nummer {number} av alla" for number in range(8)] for side in ("ett", "två")
    ]
    pdf_with(tmp_path / "avtal.pdf", [(TITLE,), *zip(*columns, strict=True)])
    draft = draft_of(run, tmp_path, "avtal.pdf")
    assert " ".join(line for column in columns for line in column) in " ".join(str(draft).split())


# How long it applies


def test_a_length_an_extension_and_a_revision_have_their_place(read: Read) -> None:
    draft = read(
        "<h2>Giltighetstid</h2><p>Överenskommelsen gäller i tre år från undertecknandet. Handlingsplanen gäller"
        " 2020–2021. Överenskommelsen förlängs automatiskt med ett år i taget om den inte sägs upp senast tre månader"
        " före periodens slut. Uppsägning sker skriftligen med en uppsägningstid av sex månader. Överenskommelsen ska"
        " därefter revideras.</p>"
    )
    assert draft["validity"] == {
        "from": "signing",
        "length": "P3Y",
        "extension": {"length": "P1Y", "automatic": True, "notice_before_end": "P3M"},
        "termination": {"notice": "P6M"},
        "revision": {"at_expiry": True},
    }
    assert left(draft)["Giltighetstid"].count(".") == 5


def test_an_extension_that_somebody_has_to_agree_on_is_not_automatic(read: Read) -> None:
    text = "<p>Avtalet gäller 2024–2026. Avtalet kan förlängas med {} i taget{}.</p>"
    for length, ending, extension in (
        ("ett år", "", {"length": "P1Y"}),
        ("två år", " om det inte sägs upp", {"length": "P2Y", "automatic": True}),
    ):
        draft = read("<h2>Avtalstid</h2>" + text.format(length, ending))
        assert draft["validity"] == {"from": 2024, "until": 2026, "extension": extension}


@pytest.mark.parametrize(
    "sentence", ["Handlingsplanen gäller 2020–2021.", "Överenskommelsen kan förlängas till och med 2030."]
)
def test_the_times_of_a_plan_or_an_extension_are_not_those_of_the_agreement(read: Read, sentence: str) -> None:
    draft = read(f"<h2>Giltighetstid</h2><p>{sentence}</p>")
    assert "validity" not in draft
    assert left(draft)["Giltighetstid"] == sentence


# Who signed


def test_who_signed_on_different_days_has_each_a_day(read: Read) -> None:
    draft = read(
        "<h2>Underskrifter</h2><p>Vetlanda den 3 maj 2024</p><p>Vera Sandbacka</p><p>Kommunchef Vetlanda kommun</p>"
        "<p>med ansvar för trygghet</p><p>Eksjö den 7 maj 2024</p><p>Ove Ytterby</p><p>Chef</p><p>Polisen</p>"
    )
    people = [{**one, "date": str(one["date"])} for one in draft["signatures"].pop("signatories")]
    assert draft["signatures"] == {}
    assert people == [
        {
            "party": "kommunen",
            "name": "Vera Sandbacka",
            "role": "Kommunchef, med ansvar för trygghet",
            "place": "Vetlanda",
            "date": "2024-05-03",
        },
        {"party": "polisen", "name": "Ove Ytterby", "role": "Chef", "place": "Eksjö", "date": "2024-05-07"},
    ]


def test_a_day_of_signing_alone_is_all_that_is_said(read: Read) -> None:
    draft = read("<h2>Underskrifter</h2><p>Vetlanda den 3 maj 2024</p><p>.........</p>")
    assert {key: str(value) for key, value in draft["signatures"].items()} == {
        "place": "Vetlanda",
        "date": "2024-05-03",
    }


def test_words_where_signatures_would_stand_are_kept(read: Read) -> None:
    draft = read("<h2>Underskrifter</h2><p>Härmed bekräftas det som står ovan.</p>")
    assert "signatures" not in draft
    assert left(draft) == {"Underskrifter": "Härmed bekräftas det som står ovan."}


# The head of the document


def test_a_title_over_four_lines_is_one_title(read: Read) -> None:
    first = "Överenskommelse om samverkan mellan"
    below = ("Vetlanda kommun och", "lokalpolisområde Höglandet för", "åren 2024–2026")
    draft = read("".join(f"<p>{line}</p>" for line in below) + "<p>och mer än så.</p>", first)
    assert draft["title"] == " ".join([first, *below])
    assert (draft["id"], draft["validity"]) == ("vetlanda-2024", {"from": 2024, "until": 2026})
    assert draft["introduction"] == "och mer än så."


def test_a_municipality_is_known_without_its_dots_but_not_for_sure(read: Read, tmp_path: Path) -> None:
    draft = read("<p>Hej.</p>", "Överenskommelse mellan Vaxjo kommun och lokalpolisområde Växjö")
    assert [(one["name"], one.get("code")) for one in draft["parties"]] == [
        ("Vaxjo kommun", "0780"),
        ("Lokalpolisområde Växjö", None),
    ]
    assert "osäkert, kontrollera.\n  - id: kommunen" in (tmp_path / "ny.yaml").read_text("utf-8")


def test_municipalities_of_a_list_are_parties_once_each(read: Read) -> None:
    draft = read(
        "<p>Hej.</p>", "Avtal mellan kommunerna Vetlanda Kommun och Eksjö Kommun samt lokalpolisområde Höglandet"
    )
    assert [one["name"] for one in draft["parties"]] == [
        "Vetlanda Kommun",
        "Eksjö Kommun",
        "Lokalpolisområde Höglandet",
    ]


def test_names_that_stand_alone_as_logotypes_or_only_list_the_parties_are_not_said_again(read: Read) -> None:
    names = "<p>Vetlanda kommun</p><p>Polisen</p>"
    draft = read(f"{names}<h2>Parter</h2><p>Vetlanda kommun</p><p>Lokalpolisområde Höglandet</p>")
    assert [one["name"] for one in draft["parties"]] == ["Vetlanda kommun", "Lokalpolisområde Höglandet"]
    assert not {"introduction", "sections"} & set(draft)


# Definitions, decisions and works


def test_words_in_a_table_are_explained_by_what_stands_beside_them(read: Read) -> None:
    rows = {"EST": "Ett sätt att samordna insatser", "BRÅ": "Brottsförebyggande rådet"}
    table = "".join(f"<tr><td>{term}</td><td>{text}</td></tr>" for term, text in rows.items())
    draft = read(f"<h2>Begrepp</h2><table>{table}</table>")
    assert {one["term"]: one["text"] for one in draft["definitions"]} == rows


def test_a_decision_is_called_an_adoption_where_it_is_said_to_be_one(read: Read) -> None:
    draft = read(
        "<p>Fastställd av kommunstyrelsen den 3 maj 2024</p><p>Godkänd av kommunfullmäktige den 4 maj 2024, § 12</p>"
    )
    assert [{**one, "date": str(one["date"])} for one in draft["decisions"]] == [
        {"body": "Kommunstyrelsen", "date": "2024-05-03", "type": "adopted"},
        {"body": "Kommunfullmäktige", "date": "2024-05-04", "paragraph": "§ 12"},
    ]


def test_a_law_is_named_once_by_what_it_is_about(read: Read) -> None:
    draft = read(
        "<h2>Så arbetar vi</h2><p>Se lagen om tobak och liknande produkter (2018:2088).</p>"
        "<p>Också lag (2018:2088) gäller.</p>"
    )
    assert draft["references"] == [
        {
            "id": "lag-om-tobak-och-liknande-produkter",
            "type": "law",
            "title": "Lag om tobak och liknande produkter",
            "number": "2018:2088",
        }
    ]


# Purposes, goals and what is taken on


def test_a_list_that_the_purpose_leads_in_is_the_purposes(read: Read) -> None:
    draft = read("<h2>Syfte</h2><p>Syftet är att:</p><ul><li>minska brotten</li><li>öka tryggheten</li></ul>")
    assert [one["text"] for one in draft["purposes"]] == ["minska brotten", "öka tryggheten"]
    assert left(draft) == {"Syfte": ""}


def test_a_goal_says_which_year_it_is_held_against(read: Read) -> None:
    text = "Antalet rån ska minska med 20 procent"
    draft = read(f"<h2>Mål</h2><p>{text} jämfört med 2019. {text.replace('rån', 'bränder')}.</p>")
    assert [one.get("baseline") for one in draft["goals"]] == [{"period": 2019}, None]


def test_a_list_that_goes_on_with_a_sentence_stays_with_it(read: Read) -> None:
    items = "<ul><li>fler vuxna</li><li>mer ljus</li></ul>"
    draft = read(f"<h2>Så arbetar vi</h2><p>Parterna åtar sig att minska brotten genom:</p>{items}")
    assert draft["commitments"] == [
        {
            "id": "minska-brotten-genom",
            "by": "jointly",
            "text": "Minska brotten genom:\n\n- fler vuxna\n- mer ljus",
        }
    ]


def test_a_list_below_who_takes_on_something_is_taken_on_wherever_it_stands(read: Read) -> None:
    draft = read(
        "<h2>Så arbetar vi</h2><p>Polisen åtar sig att:</p><ul><li>rondera</li><li>besöka skolor</li></ul>"
        "<h2>Underskrift av parterna</h2><p>Parterna åtar sig att hålla avtalet.</p><h2>Underskrifter</h2><p>......</p>"
    )
    assert [(one["by"], one["text"]) for one in draft["commitments"]] == [
        ("polisen", "Rondera"),
        ("polisen", "Besöka skolor"),
    ]
    assert left(draft)["Underskrift av parterna"] == "Parterna åtar sig att hålla avtalet."


def test_headings_that_are_listed_first_are_no_parts_though_nothing_says_that_they_are_contents(read: Read) -> None:
    heads = ("Syfte", "Roller", "Sekretess")
    below = "".join(f"<h2>{head}</h2><p>Här står det som gäller.</p>" for head in heads)
    draft = read("<p>Välkommen hit.</p>" + "".join(f"<p>{head}</p>" for head in heads) + below)
    assert draft["introduction"] == "Välkommen hit."
    assert list(left(draft)) == list(heads)


def test_a_line_that_says_of_nobody_what_follows_ends_who_takes_on_what(read: Read) -> None:
    draft = read(
        "<h2>Åtaganden</h2><p>Polisen åtar sig att under året göra:</p><ul><li>ronder</li></ul>"
        "<p>Alla har ansvar:</p><ul><li>ingen särskild</li></ul>"
    )
    assert [(one["by"], one["text"]) for one in draft["commitments"]] == [("polisen", "Ronder")]
    assert left(draft)["Åtaganden"].split("\n\n") == [
        "Polisen åtar sig att under året göra:",
        "Alla har ansvar:",
        "- ingen särskild",
    ]


def test_a_review_that_is_said_in_passing_is_found_but_not_sure(read: Read, tmp_path: Path) -> None:
    assert read("<p>Överenskommelsen följs upp en gång per år.</p>")["follow_up"] == {"cadence": "yearly"}
    assert "osäkert, kontrollera. ”Överenskommelsen följs upp en gång per år.”" in (tmp_path / "ny.yaml").read_text(
        "utf-8"
    )


# Forums and documents


def test_a_forum_is_told_from_a_word_that_only_could_begin_its_name(read: Read) -> None:
    draft = read(
        "<h2>Samverkansforum</h2><p>Styrgruppen består av representanter från Vetlanda kommun och polisen.</p>"
        "<ul><li>Nationella</li><li>Referensgrupp, en för unga</li></ul>"
        "<p>I varje kommun finns ett brottsförebyggande råd.</p><p>Trygghetsrådet BRÅ möts varje månad.</p>"
        "<p>Lokal, strategisk, operativ, taktisk, gemensam samverkan.</p><p>En gemensam</p>"
        "<p>Den operativa centrala lokala gemensamma taktiska gruppen möts varje vecka.</p>",
        TWO_TOWNS,
    )
    assert [{key: value for key, value in one.items() if key != "id"} for one in draft["forums"]] == [
        {"name": "Styrgruppen", "members": ["vetlanda", "polisen"]},
        {"name": "Brottsförebyggande råd", "per_municipality": True},
        {"name": "Trygghetsrådet BRÅ", "cadence": "monthly"},
    ]


def test_a_forum_that_is_to_be_is_planned_wherever_it_is_said(read: Read) -> None:
    draft = read(
        "<h2>Samverkansforum</h2><ul><li>Ungdomsrådet. Rådet ska inrättas i varje kommun.</li></ul>"
        "<h2>Trygghetsforum</h2><p>Forumet ska startas.</p>",
        TWO_TOWNS,
    )
    assert [{key: value for key, value in one.items() if key != "id"} for one in draft["forums"]] == [
        {"name": "Ungdomsrådet", "status": "planned", "per_municipality": True},
        {"name": "Trygghetsforum", "status": "planned"},
    ]


def test_a_document_for_each_municipality_is_said_to_be_one(read: Read) -> None:
    draft = read(
        "<h2>Planer</h2><p>Kommunerna ska ta fram en egen, årlig, gemensam, lokal, ny, skriftlig lägesbild.</p>"
        "<p>Polisen ska ta fram en lägesbild för varje kommun.</p>",
        TWO_TOWNS,
    )
    assert [{key: value for key, value in one.items() if key != "id"} for one in draft["planned_documents"]] == [
        {"kind": "situation-picture", "by": "polisen", "per_municipality": True}
    ]


UNDERTAKEN = """
<h2>Åtaganden</h2>
<h3>Kommunen åtar sig att</h3><ul><li>genomföra minst fyra trygghetsvandringar per år</li></ul>
<h3>Polisen åtar sig att</h3><ul><li>rapportera lägesbilden varje månad</li></ul>
<h2>Uppföljning</h2><p>Överenskommelsen följs upp årligen av styrgruppen och redovisas för nämnden varje kvartal.</p>
<h2>Giltighetstid</h2><p>Överenskommelsen gäller från och med undertecknandet till och med den 31 december 2027.
Uppsägningstiden är tre månader. Överenskommelsen förlängs automatiskt med ett år i taget om ingen part säger upp den.
Parterna träffas då.</p>
"""


def test_what_a_sentence_says_stands_once(read: Read) -> None:
    draft = read(UNDERTAKEN)
    assert [one.get("cadence") for one in draft["commitments"]] == [None, "monthly"]
    assert draft["follow_up"]["cadence"] == "yearly"
    assert draft["follow_up"]["reporting"] == {"cadence": "quarterly"}
    assert draft["validity"] == {
        "from": "signing",
        "until": date(2027, 12, 31),
        "extension": {"length": "P1Y", "automatic": True},
        "termination": {"notice": "P3M"},
    }
    assert {one["title"]: one.get("text") for one in draft["sections"]} == {
        "Åtaganden": None,
        "Uppföljning": None,
        "Giltighetstid": "Parterna träffas då.",
    }


@pytest.mark.parametrize("said", ["Diarienummer: KS 2023/77", "Dnr KS 2023/77", "KS-2024-33"])
def test_a_case_number_is_no_day_of_signing(said: str, read: Read) -> None:
    assert "signatures" not in read(f"<h2>Syfte</h2><p>Syftet är att fler är trygga.</p><p>{said}</p>")


def test_for_an_authority_nobody_of_that_name_signs(read: Read) -> None:
    cells = [("För Vetlanda kommun", "För Polismyndigheten"), ("Anna Andersson", "Bo Berg"), ("Ordförande", "Chef")]
    rows = "".join(f"<tr><td>{one}</td><td>{other}</td></tr>" for one, other in cells)
    signed = read(f"<h2>Underskrifter</h2><p>Vetlanda 2024-02-14</p><table>{rows}</table>")["signatures"]
    assert [(one["party"], one["name"]) for one in signed["signatories"]] == [
        ("kommunen", "Anna Andersson"),
        ("polisen", "Bo Berg"),
    ]


def test_the_many_who_sign_are_all_told(read: Read) -> None:
    lines = [
        f"<p>Vetlanda 2023-12-{n:02}</p><p>..........</p><p>Anna {name}sson</p><p>Handläggare</p>"
        for n, name in enumerate(["Adam", "Bertil", "Carl", "David", "Erik", "Filip"], start=1)
    ]
    told = read(f"<h2>Syfte</h2><p>Syftet är att fler är trygga.</p>{''.join(lines)}")
    assert len(told["signatures"]["signatories"]) == 6


AREAS = [
    "Polisområde Nordvästra Skåne, lokalpolisområde Ängelholm",
    "Lokalpolisområde Ängelholm, Polisområde Nordvästra Skåne",
    "Lokalpolisområde Ängelholm (polisområde Nordvästra Skåne)",
]


@pytest.mark.parametrize("area", AREAS)
def test_the_area_around_the_local_one_is_no_party(area: str, read: Read) -> None:
    said = f"<p>Ängelholms kommun och {area}, har träffat följande överenskommelse.</p>"
    parties = read(said, title="Samverkansöverenskommelse")["parties"]
    assert [one["name"] for one in parties] == ["Ängelholms kommun", "Lokalpolisområde Ängelholm"]


def test_of_a_row_of_signatures_only_what_is_not_understood_is_left(read: Read) -> None:
    row = "____<br>Robin Holm<br>Ordförande<br>Vetlanda kommun</td><td>____<br>Mattias Ek<br>Kommunpolis<br>Vid skogen"
    draft = read(f"<h2>Underskrifter</h2><p>Vetlanda 2022-09-30</p><table><tr><td>{row}</td></tr></table>")
    assert [one["name"] for one in draft["signatures"]["signatories"]] == ["Robin Holm", "Mattias Ek"]
    (left,) = (one for one in draft["sections"] if one["title"] == "Underskrifter")
    assert "Vid skogen" in left["text"]
    assert "Robin" not in left["text"]


def test_a_revision_every_fourth_year_is_no_follow_up_every_fourth_year(read: Read) -> None:
    said = "Arbetet utvärderas i januari varje år. Överenskommelsen revideras vart fjärde år, efter valet."
    assert read(f"<h2>Uppföljning</h2><p>{said}</p>")["follow_up"]["cadence"] == "yearly"


def test_a_bold_line_above_text_is_a_heading_however_small_its_letters_are(
    run: Callable[..., Outcome], tmp_path: Path
) -> None:
    below = "Användningen av cannabis har ökat bland gymnasieelever under året."
    pdf_with(tmp_path / "avtal.pdf", [(TITLE,), (), ("*Unga och droger",), (below,), (), ("*Centrum",), (below,)])
    sections = draft_of(run, tmp_path, "avtal.pdf")["sections"]
    assert [(one["title"], one["text"]) for one in sections] == [("Unga och droger", below), ("Centrum", below)]
