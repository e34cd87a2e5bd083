"""Light Markdown to HTML: paragraphs, emphasis, lists, links and footnote marks; all else stays literal."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt
from markupsafe import Markup, escape
from mdit_py_plugins.footnote import footnote_plugin

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markdown_it.token import Token

_ALLOWED = ["paragraph", "list", "text", "newline", "escape", "emphasis", "link"]
_ADDRESSES = ("https://", "http://", "mailto:")


@dataclass
class Notes:
    """The footnotes of one document, numbered in the order in which they are first cited.

    Attributes:
        known: the ids that can be cited.
        before: how many notes there are in the documents before this one, in a file of several.
        cited: the ids cited so far, in order.
    """

    known: frozenset[str]
    before: int = 0
    cited: list[str] = field(default_factory=list)

    def cite(self, target: str) -> int:
        """Number a note, counting those before it; a new number the first time it is cited."""
        if target not in self.cited:
            self.cited.append(target)
        return self.before + self.cited.index(target) + 1


class Prose:
    """Turns the prose of one document into HTML and collects its footnotes."""

    def __init__(self, notes: Notes, mark: Callable[[int], str]) -> None:
        """Prepare for a document.

        Args:
            notes: where footnotes are collected.
            mark: writes the HTML of a footnote mark from its number.
        """
        self.notes = notes
        self._parser = MarkdownIt("zero", {"html": False}).enable(_ALLOWED)
        self._parser.validateLink = lambda address: address.lower().startswith(_ADDRESSES)  # type: ignore[method-assign,assignment]
        self._parser.use(footnote_plugin, inline=False)
        self._parser.disable(["footnote_def", "footnote_tail"])

        def render_mark(_: object, tokens: Sequence[Token], index: int, *__: object) -> str:
            return mark(notes.cite(tokens[index].meta["label"]))

        self._parser.add_render_rule("footnote_ref", render_mark)

    def html(self, text: str | None) -> Markup:
        """Turn prose into paragraphs and lists."""
        return Markup(self._parser.render(text, self._environment())) if text else Markup("")  # noqa: S704 - escaped by the parser

    def inline(self, text: str | None) -> Markup:
        """Turn prose of one paragraph into HTML without the paragraph; longer prose keeps its blocks."""
        environment = self._environment()
        tokens = self._parser.parse(text or "", environment)
        if [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]:
            tokens = tokens[1:2]
        html: str = self._parser.renderer.render(tokens, self._parser.options, environment)
        return Markup(html.strip())  # noqa: S704 - escaped by the parser

    def _environment(self) -> dict[str, Any]:
        return {"footnotes": {"refs": {f":{target}": -1 for target in self.notes.known}, "list": {}}}


def plain_html(text: str) -> Markup:
    """Turn plain text into HTML: every character literal, line breaks kept."""
    lines = [escape(line) for line in text.splitlines()]
    return Markup("<br>\n").join(lines)
