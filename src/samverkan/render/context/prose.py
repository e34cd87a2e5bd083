"""Light Markdown to HTML: paragraphs, emphasis, lists, links and footnote marks; all else stays literal."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt
from markupsafe import Markup, escape
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_ref

from samverkan.model.texts import FOOTNOTE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_ALLOWED = ["paragraph", "list", "text", "newline", "escape", "emphasis", "link"]
_ADDRESSES = ("https://", "http://", "mailto:")


@dataclass
class Notes:
    """The footnotes of one document, numbered in the order in which they are first cited.

    Attributes:
        known: the ids that can be cited.
        before: how many notes there are in the documents before this one, in a file of several.
        cited: the numbers of those cited so far, in order, by their ids.
    """

    known: frozenset[str]
    before: int = 0
    cited: dict[str, int] = field(default_factory=dict)

    def cite(self, target: str) -> int:
        """Number a note, counting those before it; a new number the first time it is cited."""
        return self.before + self.cited.setdefault(target, len(self.cited) + 1)


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
        self._parser.inline.ruler.at("footnote_ref", _footnote_mark)

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


def _footnote_mark(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's own form
    """Read a footnote mark only where one is: what only begins as one would be searched to the end, time after time."""
    return FOOTNOTE.match(state.src, state.pos, state.posMax) is not None and footnote_ref(state, silent)


def plain_html(text: str) -> Markup:
    """Turn plain text into HTML: every character literal, line breaks kept."""
    lines = [escape(line) for line in text.splitlines()]
    return Markup("<br>\n").join(lines)
