"""The formats of the golden thread. To add one: write its function in a file here, and its line in the table."""
# ruff: noqa: PLC0415 - what a format needs is loaded when that format is asked for

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from samverkan.output.standard_output import Markup, write_file, write_page

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from samverkan.thread import Node
    from samverkan.words.sentence import Language


class ThreadFormat(StrEnum):
    """How the thread is shown."""

    TEXT = "text"
    JSON = "json"
    MD = "md"
    HTML = "html"


def _text(threads: Sequence[Node], language: Language) -> None:
    from samverkan.output.thread.text import print_threads

    print_threads(threads, language)


def _json(threads: Sequence[Node], language: Language) -> None:
    from samverkan.output.json_v1 import threads_json

    write_file(threads_json(threads, language))


def _markdown(threads: Sequence[Node], language: Language) -> None:
    from samverkan.output.thread.markdown import threads_markdown

    write_page(threads_markdown(threads, language), Markup.MARKDOWN)


def _page(threads: Sequence[Node], language: Language) -> None:
    from samverkan.output.thread.page import threads_html

    write_page(threads_html(threads, language), Markup.HTML)


WRITERS: dict[ThreadFormat, Callable[[Sequence[Node], Language], None]] = {
    ThreadFormat.TEXT: _text,
    ThreadFormat.JSON: _json,
    ThreadFormat.MD: _markdown,
    ThreadFormat.HTML: _page,
}
"""What writes the thread to the standard output, in each format."""
