"""A heading of the author's own with what stands under it: a section of the document, or the groups that meet."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from samverkan.findings import Mend, MendKind
from samverkan.model.fields import keys_of, part_at
from samverkan.model.remarks import remark, shown, value_at
from samverkan.source.quoting import scalar
from samverkan.words.headings import heading_in, is_ordinary

if TYPE_CHECKING:
    from pydantic import BaseModel

    from samverkan.findings import KeyPath, Remark

_LEAST_PROSE = 25
"""Characters of a text that stands for itself."""
_MOST_LINES = 20
_GROUP = re.compile(
    r"(?:[^\W\d_][\w-]{0,20} ){0,2}[\w-]{0,30}(?:grupp|råd|forum|nätverk|brå|group|council|board)(?:en|et)?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r", och |[,;] | och | samt | and ")
_MOST_WORDS = 4


def as_section(path: KeyPath, model: type[BaseModel], data: Any) -> Mend | None:
    """Write a text at the top that has no key as a section of the author's own, with the key as its title.

    Args:
        path: the key.
        model: the model of the document.
        data: the plain data of the document.
    """
    key = str(path[-1])
    lines = _lines_of(value_at(data, path), is_short=is_ordinary(key.replace("_", " ")))
    is_free = len(path) == 1 and "sections" in keys_of(model) and "sections" not in data
    if not is_free or not lines or (len(lines) > 1 and _ends_in_title(key, model)):
        return None
    head = ["sections:", f"  - title: {scalar(_titled(key, data))}"]
    text = (
        [f"    text: {scalar(lines[0])}"] if len(lines) == 1 else ["    text: |-", *(f"      - {one}" for one in lines)]
    )
    return Mend("\n".join([*head, *text]), MendKind.PAIR)


def _ends_in_title(key: str, model: type[BaseModel]) -> bool:
    """Tell whether words end in the title of what a document has a list of: ”Kommunens åtaganden”."""
    last = key.casefold().split()[-1:]
    return any(last == [(field.title or "").casefold()] for field in keys_of(model).values())


def _lines_of(value: Any, *, is_short: bool) -> list[str]:
    """Give the lines under a heading: one of a text, one for each item of a list, or for each word with its text."""
    if isinstance(value, str):
        return [value] if _is_prose(value) and (is_short or len(value) >= _LEAST_PROSE or value.endswith(".")) else []
    lines = [f"{key}: {text}" for key, text in value.items()] if isinstance(value, dict) else value
    texts = [*value.values()] if isinstance(value, dict) else value
    is_list = isinstance(texts, list) and 1 < len(texts) <= _MOST_LINES
    return lines if is_list and all(map(_is_prose, texts)) else []


def _is_prose(value: Any) -> bool:
    return isinstance(value, str) and " " in value and "\n" not in value


def of_groups(path: KeyPath, model: type[BaseModel], data: Any) -> Remark | None:
    """Say that groups with those who take part in them are forums; None where they are no such, or forums are told of.

    Args:
        path: the key that the groups stand under.
        model: the model of the document.
        data: the plain data of the document.
    """
    is_free = len(path) == 1 and "forums" in keys_of(model) and "forums" not in data
    groups = _groups(value_at(data, path), str(path[-1]), model, data) if is_free else []
    if not groups or not all(groups):
        return None
    said = remark("unknown-key", path, at_key=True, key=shown(path[0]), guess="forums", meant="forums")
    return replace(said, mend=Mend("\n".join(["forums:", *(f"  - {one}" for one in groups)]), MendKind.PAIR))


def _groups(value: Any, key: str, model: type[BaseModel], data: Any) -> list[str]:
    """Give each group that stands under a key, or that the key itself is; an empty text for one that is no group."""
    named = value if isinstance(value, dict) else {key: value}
    own = keys_of(part_at(model, ("forums",)) or model)
    of_names = "other_members" if "other_members" in own else "members"
    are_groups = len(named) <= _MOST_LINES and all(_GROUP.fullmatch(name.replace("_", " ")) for name in named)
    return [_group(_titled(name, data), said, of_names) for name, said in named.items()] if are_groups else []


def _group(name: str, said: Any, of_names: str) -> str:
    """Write a group with those who take part in it, or with what it is for where a text says more than who.

    Empty where something else than such words stands there.
    """
    texts = said if isinstance(said, list) else [said]
    if not texts or not all(isinstance(one, str) and one and "\n" not in one for one in texts):
        return ""
    names = [one.strip(" .") for text in texts for one in _BETWEEN.split(text)]
    are_names = not texts[-1].endswith(".") and all(0 < len(one.split()) <= _MOST_WORDS for one in names)
    more = f"{of_names}: [{', '.join(map(scalar, names))}]" if are_names else f"task: {scalar(' '.join(texts))}"
    return f"{{name: {scalar(name)}, {more}}}"


def _titled(key: str, data: Any) -> str:
    """Give a key as a heading, in the language of the document where it is an ordinary one."""
    title = heading_in("en" if data.get("language") == "en" else "sv", " ".join(re.split("[_ ]+", key.strip())))
    return title[:1].upper() + title[1:]
