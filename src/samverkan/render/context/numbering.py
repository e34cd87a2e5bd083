"""Clauses: paragraphs of an agreement that have numbers of their own, so that they can be cited."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup

from samverkan.render.context.prose import plain_html
from samverkan.render.context.values import are_numbered

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from samverkan.render.context.values import Context, SectionOfPage

_FIRST_PARAGRAPH = re.compile(r"\A<p>(.*?)</p>\s*", re.DOTALL)
_ENDED = re.compile(r"[.!?:…](?:[”’\"')]|</\w+>|(?><sup.*?</sup>)|(?><a .*?</a>))*\Z", re.DOTALL)


_NOTHING_MORE: Context = {"clauses": [], "facts": [], "sub_goals": [], "sources": []}


def clause(html: Markup, said: Iterable[str] = (), title: str = "", **more: object) -> Context:
    """Make a clause.

    Args:
        html: the author's words, in paragraphs and lists.
        said: sentences that follow them, in the same paragraph where that has ended with a sentence.
        title: what it is called.
        more: what else its macro is given.

    Returns:
        A clause without its number, which its place gives it: `lead` is its first paragraph, `rest` what follows.
    """
    first = _FIRST_PARAGRAPH.match(html)
    lead, rest = (Markup(first[1]), Markup(html[first.end() :])) if first else (Markup(""), html)  # noqa: S704 - parts of HTML
    after = plain_html(" ".join(said))
    if after and not rest and (not lead or _ENDED.search(lead)):
        lead = lead + Markup(" ") + after if lead else after
    elif after:
        rest = rest + Markup("<p>") + after + Markup("</p>")
    return {"number": "", "title": title, "lead": lead, "rest": rest, **_NOTHING_MORE, **more}


def ended(html: Markup) -> Markup:
    """End words with a full stop where they end with no mark, so that a sentence can follow them."""
    return html if not html or _ENDED.search(html) else html + "."


def number_clauses(sections: Sequence[SectionOfPage]) -> None:
    """Give each clause of some sections its number, those of a section counted through: ”12.3”.

    Where the author numbers the sections, clauses have none: they might be taken for the author's.
    """
    if are_numbered(sections):
        return
    for i, section in enumerate(sections, 1):
        _number([found for part in section.parts for found in _inside(part.content)], str(i))


def _number(clauses: Iterable[Context], above: str) -> None:
    for i, found in enumerate(clauses, 1):
        found["number"] = f"{above}.{i}"
        _number(_inside(found), f"{above}.{i}")


def _inside(content: Mapping[str, object]) -> list[Context]:
    found = content.get("clauses", [])
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
