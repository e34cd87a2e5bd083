"""Web pages in a real browser: nothing that axe-core finds fault with, nothing fetched, nothing hidden on a phone."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright
from pypdf import PdfReader

from samverkan.model.choices import Kind
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.run.collected import CollectedRendering
from tests.conftest import EXAMPLES, ROOT, program
from tests.rendered import DAY, DOCUMENTS, OTHERS, rendered, workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.conftest import Outcome

WRITTEN = [*DOCUMENTS, *sorted((EXAMPLES / "exempelkommun").glob("*-*.yaml"))]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program("chromium"), args=QUIET)
        yield opened
        opened.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Callable[[str, int], Page]]:
    """Open HTML in a window of a width; whatever it fetches besides itself is a fault."""
    context = browser.new_context(java_script_enabled=True)
    fetched: list[str] = []

    def show(html: str, width: int = 1280) -> Page:
        path = tmp_path / "sida.html"
        path.write_bytes(html.encode())
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 900})
        page.on("request", lambda request: fetched.append(request.url))
        page.goto(path.as_uri())
        return page

    yield show
    assert [url for url in fetched if not url.startswith(("file:", "data:"))] == []
    context.close()


def assert_whole(page: Page) -> None:
    """Let axe-core judge a page, then see that nothing runs out of a narrow window (WCAG 2.2, 1.4.10)."""
    for size in (1280, 320):
        page.set_viewport_size({"width": size, "height": 900})
        found = Axe().run(page, options=RULES)
        assert found.violations_count == 0, found.generate_report()
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 320, [width, page.evaluate(WIDE)]


WIDE = """[...document.querySelectorAll("body *")]
  .filter((one) => !one.closest(".scroll, .wide") && one.getBoundingClientRect().right > 320)
  .map((one) => one.tagName + "." + one.className).slice(0, 5)"""


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
def test_what_is_written(path: Path, opened: Callable[..., Page]) -> None:
    assert_whole(opened(rendered(path, DocumentFormat.HTML).decode()))


@pytest.mark.parametrize("kind", OTHERS)
def test_every_field(kind: str, opened: Callable[..., Page], make: Callable[..., Path]) -> None:
    assert_whole(opened(rendered(make(kind), DocumentFormat.HTML).decode()))


def test_an_agreement_with_its_annexes(opened: Callable[..., Page]) -> None:
    around = workspace(EXAMPLES / "exempelkommun")
    agreement = next(around.of_kind(Kind.AGREEMENT))
    assert_whole(opened(CollectedRendering(agreement, around, DAY).to(DocumentFormat.HTML).decode()))


@pytest.mark.parametrize(
    "arguments",
    [
        ("followup", "--format", "html"),
        ("followup", "--format", "html", "--spread", "--all"),
        ("show", "--format", "html"),
    ],
    ids=["followup", "followup-all", "show"],
)
def test_pages_of_lists(arguments: tuple[str, ...], opened: Callable[..., Page], run: Callable[..., Outcome]) -> None:
    ended = run(*arguments, str(EXAMPLES / "exempelkommun"), "--today", "2026-11-20")
    assert_whole(opened(ended.out))


def test_the_report_over_time(opened: Callable[..., Page], run: Callable[..., Outcome], tmp_path: Path) -> None:
    run("report", str(EXAMPLES / "exempelkommun"), "--format", "html", "--today", "2026-11-20", "--out", "ut")
    (path,) = (tmp_path / "ut").glob("*.html")
    assert_whole(opened(path.read_text(encoding="utf-8")))


def test_the_organisations_look(opened: Callable[..., Page], run: Callable[..., Outcome], tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests" / "workspace", tmp_path / "yta")
    logo = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><circle r="20" cx="20" cy="20"/></svg>'
    (tmp_path / "yta" / "logo.svg").write_text(logo, encoding="utf-8")
    look = ("--organisation", "Exempelby kommun", "--logo", "yta/logo.svg", "--colour", "#767676")
    run("render", "yta", "--format", "html", "--out", "ut", *look)
    for path in (tmp_path / "ut").glob("*.html"):
        assert_whole(opened(path.read_text(encoding="utf-8")))


def test_the_keyboard_reaches_the_content_and_wide_tables(
    opened: Callable[..., Page], run: Callable[..., Outcome], tmp_path: Path
) -> None:
    run("report", str(EXAMPLES / "exempelkommun"), "--format", "html", "--today", "2026-11-20", "--out", "ut")
    (path,) = (tmp_path / "ut").glob("*.html")
    page = opened(path.read_text(encoding="utf-8"), 600)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.wait_for_url("**#content")
    reached: set[Any] = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.className"))
    assert "wide" in reached


def test_it_prints_all_of_it(opened: Callable[..., Page]) -> None:
    plan = EXAMPLES / "exempelkommun" / "atgardsplan-2026.yaml"
    page = opened(rendered(plan, DocumentFormat.HTML).decode(), 600)
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.querySelector('.skip')).display") == "none"
    paper = 660  # what is left of A4 between margins, in CSS pixels
    page.set_viewport_size({"width": paper, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= paper
    assert page.evaluate("[...document.querySelectorAll('.wide')].every((one) => one.scrollWidth <= one.clientWidth)")
    assert len(page.pdf()) > 20_000


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
def test_no_table_runs_out_of_the_window(path: Path, opened: Callable[..., Page]) -> None:
    page = opened(rendered(path, DocumentFormat.HTML).decode())
    sizes: list[tuple[Literal["screen", "print"], tuple[int, ...]]] = [
        ("screen", (320, 390, 768, 1280)),
        ("print", (640,)),
    ]
    for media, widths in sizes:
        page.emulate_media(media=media)
        for width in widths:
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate(CUT) == [], (media, width)


CUT = """[document.documentElement, ...document.querySelectorAll(".wide, .scroll, table")]
  .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
  .map((one) => one.tagName + "." + one.className + " " + one.scrollWidth + " " + one.clientWidth)"""


def test_a_row_is_a_card_on_a_phone(opened: Callable[..., Page]) -> None:
    plan = EXAMPLES / "exempelkommun" / "atgardsplan-2026.yaml"
    page = opened(rendered(plan, DocumentFormat.HTML).decode(), 390)
    cells = page.evaluate("""[...document.querySelectorAll("table.goals tbody tr:first-child td")]
      .map((one) => [getComputedStyle(one).display, one.dataset.label, getComputedStyle(one, "::before").content])""")
    headings = page.evaluate(
        "[...document.querySelectorAll('table.goals thead th')].map((one) => one.innerText.trim())"
    )
    assert [cell[1] for cell in cells] == headings[-len(cells) :]
    assert all(cell[0] == "block" and cell[1] in cell[2] for cell in cells)
    page.set_viewport_size({"width": 1280, "height": 900})
    assert page.evaluate("getComputedStyle(document.querySelector('table.goals td')).display") == "table-cell"


def test_colours_and_the_mark_of_drafts_are_printed(
    opened: Callable[..., Page], run: Callable[..., Outcome], tmp_path: Path
) -> None:
    plan = (EXAMPLES / "exempelkommun" / "atgardsplan-2026.yaml").read_text(encoding="utf-8")
    (tmp_path / "plan.yaml").write_text(plan.replace("\ntitle:", "\nstatus: draft\ntitle:", 1), encoding="utf-8")
    run("render", "plan.yaml", "--format", "html", "--out", "ut")
    (path,) = (tmp_path / "ut").glob("*.html")
    page = opened(path.read_text(encoding="utf-8"))
    assert page.inner_text(".draft-mark") == "UTKAST"
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.querySelector('.light')).printColorAdjust") == "exact"
    printed = tmp_path / "utskrift.pdf"
    printed.write_bytes(page.pdf(prefer_css_page_size=True))
    pages = [sheet.extract_text() for sheet in PdfReader(printed).pages]
    assert len(pages) > 2
    assert all("UTKAST" in text for text in pages)
    assert f"2 ({len(pages)})" in pages[1]


def test_years_and_figures_are_whole_on_a_phone(opened: Callable[..., Page]) -> None:
    picture = EXAMPLES / "exempelkommun" / "lagesbild-2024.yaml"
    page = opened(rendered(picture, DocumentFormat.HTML).decode(), 320)
    lines = page.evaluate("""[...document.querySelectorAll(".figures tbody :is(th, td)")].map((one) => {
      const words = document.createRange();
      words.selectNodeContents(one);
      const lines = new Set([...words.getClientRects()].map((line) => line.top));
      return [one.innerText.trim().split(" ").length, lines.size];
    })""")
    assert len(lines) > 40
    assert all(shown <= words for words, shown in lines)
