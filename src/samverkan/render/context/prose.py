"""Light Markdown to HTML: paragraphs, emphasis, lists, links and footnote marks; all else stays literal."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.rules_inline.link import link
from markupsafe import Markup, escape

from samverkan.model.texts import FOOTNOTE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_OF_MARKS = ["escape", "emphasis", "link", "footnote_ref"]
_ALLOWED = ["paragraph", "list", "text", "newline", *_OF_MARKS[:-1]]
_ADDRESSES = ("https://", "http://", "mailto:")
_MARKS = "\\[*_"
MOST_MARKS = 50_000
"""So many marks of a document are tried: each may belong to one far off, and more are no writing of anybody's."""


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
        self._parser.inline.ruler.at("link", _addressed_link)
        self._parser.inline.ruler.after("image", "footnote_ref", self._footnote_mark)
        self._marks_left = MOST_MARKS

        def render_mark(_: object, tokens: Sequence[Token], index: int, *__: object) -> str:
            return mark(notes.cite(tokens[index].content))

        self._parser.add_render_rule("footnote_ref", render_mark)

    def html(self, text: str | None) -> Markup:
        """Turn prose into paragraphs and lists."""
        return self._rendered(self._parsed(text)) if text else Markup("")

    def inline(self, text: str | None) -> Markup:
        """Turn prose of one paragraph into HTML without the paragraph; longer prose keeps its blocks."""
        tokens = self._parsed(text or "")
        if [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]:
            tokens = tokens[1:2]
        return self._rendered(tokens).strip()

    def _parsed(self, text: str) -> list[Token]:
        self._marks_left -= sum(map(text.count, _MARKS))
        if self._marks_left < 0:
            self._parser.disable(_OF_MARKS, ignoreInvalid=True)
        return self._parser.parse(text)

    def _rendered(self, tokens: Sequence[Token]) -> Markup:
        html: str = self._parser.renderer.render(tokens, self._parser.options, {})
        return Markup(html)  # noqa: S704 - escaped by the parser

    def _footnote_mark(self, state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's own form
        """Read a footnote mark where one is that leads somewhere."""
        found = FOOTNOTE.match(state.src, state.pos, state.posMax)
        if found is None or found[1] not in self.notes.known:
            return False
        if not silent:
            state.push("footnote_ref", "", 0).content = found[1]
        state.pos = found.end()
        return True


def _addressed_link(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's own form
    """Read a link as the parser does, but let one that has no address, `[så här]()`, stand as it is written."""
    start, before = state.pos, len(state.tokens)
    if not link(state, silent):
        return False
    if not silent:
        opening = next(token for token in state.tokens[before:] if token.type == "link_open")
        if not opening.attrs["href"]:
            end = state.md.helpers.parseLinkLabel(state, start)
            _to_text(opening, "[")
            _to_text(state.tokens[-1], state.src[end : state.pos])
    return True


def _to_text(token: Token, content: str) -> None:
    token.type, token.tag, token.nesting, token.content, token.attrs = "text", "", 0, content, {}


def plain_html(text: str) -> Markup:
    """Turn plain text into HTML: every character literal, line breaks kept."""
    lines = [escape(line) for line in text.splitlines()]
    return Markup("<br>\n").join(lines)
