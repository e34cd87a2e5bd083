"""A heading of the author's own with what stands under it: a section of the document, or the groups that meet."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from samverkan.findings import Mend, MendKind
from samverkan.model.fields import keys_of, part_at
from samverkan.model.key_meant import party_named
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
    is_place = len(path) == 1 and "sections" in keys_of(model)
    if not is_place or not lines or (len(lines) > 1 and _ends_in_title(key, model)):
        return None
    text = [f"  text: {scalar(lines[0])}"] if len(lines) == 1 else ["  text: |-", *(f"    - {one}" for one in lines)]
    return _listed("sections", [f"- title: {scalar(_titled(key, data))}", *text], data)


def _listed(key: str, lines: list[str], data: Any) -> Mend:
    """Write items under a key at the top: as a new list, or last in the one that there is."""
    if key in data:
        return Mend("\n".join([key, *lines]), MendKind.PUT_IN)
    return Mend("\n".join([f"{key}:", *(f"  {line}" for line in lines)]), MendKind.PAIR)


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
    is_place = len(path) == 1 and "forums" in keys_of(model)
    groups = _groups(value_at(data, path), str(path[-1]), model, data) if is_place else []
    return _said(path, "forums", groups, model, data) if groups and all(groups) else None


_OF_PARTY = re.compile(r"([^\W\d_]{3,20}?)s (?:åtagande(?:n|t)?|ansvar|commitments?|responsibilit(?:y|ies))")


def commitments_of_party(path: KeyPath, model: type[BaseModel], data: Any) -> Remark | None:
    """Say that texts under the party that they commit are commitments of it: ”Kommunens åtaganden”; None for others.

    Args:
        path: the key that the texts stand under.
        model: the model of the document.
        data: the plain data of the document.
    """
    found = _OF_PARTY.fullmatch(str(path[0]).strip().casefold()) if len(path) == 1 else None
    party = party_named(found[1], data) if found and "commitments" in keys_of(model) else ""
    value = value_at(data, path)
    texts = value if isinstance(value, list) else [value]
    if not party or not all(map(_is_prose, texts)):
        return None
    return _said(path, "commitments", [f"{{by: {party}, text: {scalar(text)}}}" for text in texts], model, data)


def _said(path: KeyPath, key: str, items: list[str], model: type[BaseModel], data: Any) -> Remark:
    mend = _listed(key, [f"- {one}" for one in items], data)
    if key not in data:
        said = remark("unknown-key", path, at_key=True, key=shown(path[0]), guess=key, meant=key)
    else:
        title = keys_of(model)[key].title or key
        said = remark("unknown-key-of-part", path, at_key=True, key=shown(path[0]), place=key, title=title)
    return replace(said, mend=mend)


def _groups(value: Any, key: str, model: type[BaseModel], data: Any) -> list[str]:
    """Give each group that stands under a key, or that the key itself is; an empty text for one that is no group."""
    named = value if isinstance(value, dict) else {key: value}
    own = keys_of(part_at(model, ("forums",)) or model)
    of_names = "other_members" if "other_members" in own else "members"
    are_groups = len(named) <= _MOST_LINES and all(_GROUP.fullmatch(name.replace("_", " ")) for name in named)
    if not are_groups or _are_told([_titled(name, data) for name in named], data):
        return []
    return [_group(_titled(name, data), said, of_names) for name, said in named.items()]


def _are_told(names: list[str], data: Any) -> bool:
    """Tell whether one of some groups is among the forums already."""
    told = str(data.get("forums", "")).casefold()
    return any(name.casefold() in told for name in names)


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
