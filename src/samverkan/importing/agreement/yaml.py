"""Facts as YAML: each with a comment that says where it was found and how sure it is."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from samverkan.characters import holdable
from samverkan.importing.agreement.facts import Fact
from samverkan.words.old_documents import OLD_DRAFT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.words.sentence import Language

_WIDTH = 108
_LONGEST_QUOTE = 90


def written(data: Mapping[str, object], head: Sequence[str], reader: Language) -> tuple[str, int, int]:
    """Write a draft.

    Args:
        data: its keys in order.
        head: what is said at its beginning, a paragraph each.
        reader: the language of the comments.

    Returns:
        The text, how many facts there are, and how many of them are to be checked.
    """
    writer = _Writer(reader)
    comments = [f"# {line}" for said in head for line in textwrap.wrap(holdable(said), _WIDTH)]
    lines = [*comments, *writer.keys(data, "")]
    return "\n".join(lines) + "\n", writer.placed, writer.unsure


class _Writer:
    """Writes keys and values, and counts the facts."""

    def __init__(self, reader: Language) -> None:
        self.reader = reader
        self.placed = self.unsure = 0

    def keys(self, data: Mapping[str, object], indent: str) -> Iterator[str]:
        """Write the keys of a part."""
        for key, value in data.items():
            if isinstance(value, Fact):
                yield from self.comment(value, indent)
            inside = value.value if isinstance(value, Fact) else value
            if isinstance(inside, Mapping):
                yield f"{indent}{key}:"
                yield from self.keys(inside, f"{indent}  ")
            elif isinstance(inside, Sequence) and not isinstance(inside, str):
                yield f"{indent}{key}:"
                yield from self.items(inside, f"{indent}  ")
            else:
                yield f"{indent}{key}: {_scalar(inside)}"

    def items(self, values: Sequence[object], indent: str) -> Iterator[str]:
        """Write the items of a list."""
        for value in values:
            if isinstance(value, Fact):
                yield from self.comment(value, indent)
            inside = value.value if isinstance(value, Fact) else value
            if isinstance(inside, Mapping):
                lines = list(self.keys(inside, f"{indent}  "))
                yield f"{indent}- {lines[0].lstrip()}" if not lines[0].lstrip().startswith("#") else f"{indent}-"
                yield from lines[1:] if not lines[0].lstrip().startswith("#") else lines
            else:
                yield f"{indent}- {_scalar(inside)}"

    def comment(self, fact: Fact, indent: str) -> Iterator[str]:
        """Say where a fact was found and how sure it is."""
        self.placed += 1
        self.unsure += not fact.is_sure
        if fact.where is None:
            yield f"{indent}# {OLD_DRAFT['nowhere'].say(self.reader)}"
            return
        place = "page" if fact.where.page else "no-page"
        sure = OLD_DRAFT["sure" if fact.is_sure else "unsure"].say(self.reader)
        said = OLD_DRAFT[place].with_fields(page=fact.where.page, number=fact.where.number, sure=sure).say(self.reader)
        quote = " ".join(holdable(fact.quote).split())
        if quote:
            said += f" ”{textwrap.shorten(quote, _LONGEST_QUOTE, placeholder=' …')}”"
        yield f"{indent}# {said}"


def _scalar(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return json.dumps(_wrapped(str(value)), ensure_ascii=False)


def _wrapped(text: str) -> str:
    """Break the long lines of a text that has several: a line break says no more than a space within a paragraph."""
    if "\n" not in text:
        return text
    lines = []
    for line in text.split("\n"):
        mark = len(line) - len(line.lstrip(" ")) + (2 if line.lstrip().startswith("- ") else 0)
        lines += textwrap.wrap(
            line,
            _WIDTH,
            subsequent_indent=" " * mark,
            break_long_words=False,
            break_on_hyphens=False,
            drop_whitespace=True,
        ) or [""]
    return "\n".join(lines)
