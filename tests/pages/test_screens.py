"""What tries the layout, on phones, wide screens and paper from the browser: nothing runs out of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest
from playwright.sync_api import sync_playwright

from samverkan.check import check
from samverkan.model.choices import Kind
from samverkan.model.kinds import KINDS
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.run.collected import CollectedRendering
from samverkan.render.run.report import ReportRendering
from tests.conftest import EXAMPLES, program
from tests.pages.test_pages import STRESS, of_file, stressed
from tests.rendered import DAY
from tests.test_browser import CUT, QUIET

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Page

    from samverkan.render.rendering import Rendering

SIZES: list[tuple[Literal["screen", "print"], tuple[int, ...]]] = [("screen", (320, 390, 1280)), ("print", (640,))]


PARTED = """[...document.querySelectorAll("h1, h2, h3")].flatMap(head => {
  const texts = document.createTreeWalker(head, NodeFilter.SHOW_TEXT), found = []
  while (texts.nextNode()) for (const word of texts.currentNode.data.matchAll(/\\p{L}{2,}/gu)) {
    if (word[0].length > 26) continue
    const range = document.createRange()
    range.setStart(texts.currentNode, word.index)
    range.setEnd(texts.currentNode, word.index + word[0].length)
    if (new Set([...range.getClientRects()].map(box => box.top)).size > 1) found.push("parted: " + word[0])
  }
  return found
})"""
"""The words of headings, but for the very longest, that run on over two lines."""


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program("chromium"), args=QUIET)
        yield opened.new_page()
        opened.close()


def assert_whole(page: Page, rendering: Rendering, folder: Path) -> None:
    """See that nothing is wider than its room; where something is, draw the page and say where the picture is."""
    page.set_content(rendering.to(DocumentFormat.HTML).decode())
    for media, widths in SIZES:
        page.emulate_media(media=media)
        for width in widths:
            page.set_viewport_size({"width": width, "height": 900})
            if cut := [*page.evaluate(CUT), *page.evaluate(PARTED)]:
                picture = folder / f"{media}-{width}.png"
                page.screenshot(path=picture, full_page=True)
                pytest.fail(f"{media} {width}: {cut}\nPicture: {picture}")


def test_cells_that_say_nothing_take_no_room_on_phones(page: Page) -> None:
    around = check([str(EXAMPLES / "exempelkommun")], DAY).workspaces[0]
    report = ReportRendering(next(around.of_kind(Kind.AGREEMENT)), around, DAY)
    page.set_content(report.to(DocumentFormat.HTML).decode())
    page.emulate_media(media="screen")
    shown = (
        "[...document.querySelectorAll('table:not(.figures) td')].filter(c => c.innerText.trim().endsWith('–')).length"
    )
    page.set_viewport_size({"width": 1280, "height": 900})
    assert page.evaluate(shown) > 5
    page.set_viewport_size({"width": 390, "height": 900})
    assert page.evaluate(shown.replace("c =>", "c => c.offsetHeight &&")) == 0


@pytest.mark.parametrize("name", STRESS)
def test_what_tries_the_layout(name: str, page: Page, tmp_path: Path) -> None:
    assert_whole(page, of_file(stressed(name, "sv", tmp_path)), tmp_path)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field(kind: str, page: Page, make: Callable[..., Path], tmp_path: Path) -> None:
    assert_whole(page, of_file(make(kind)), tmp_path)


@pytest.mark.parametrize("rendering", [CollectedRendering, ReportRendering])
def test_many_in_one_file(rendering: type[Rendering], page: Page, tmp_path: Path) -> None:
    around = check([str(EXAMPLES / "exempelkommun")], DAY).workspaces[0]
    assert_whole(page, rendering(next(around.of_kind(Kind.AGREEMENT)), around, DAY), tmp_path)
