"""What a key means, what a value stands for, and what a reference leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.lsp.places import named_at, target_at
from samverkan.lsp.spots import kind_in
from samverkan.model.choices import Kind
from samverkan.model.described import key_at, leads_at, values_at
from samverkan.model.fingerprint import short
from samverkan.model.kinds import SETTINGS
from samverkan.personal import hidden
from samverkan.words.groups import PARTY_GROUP_WORDS
from samverkan.words.lsp import LSP

if TYPE_CHECKING:
    from samverkan.lsp.desk import Seen
    from samverkan.lsp.spots import Spot
    from samverkan.words.sentence import Language
    from samverkan.workspace.references import LinkTarget

_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_{}[]<>#|~"})


def hover(seen: Seen, spot: Spot, language: Language) -> str:
    """Explain what stands in a place, as Markdown; empty where there is nothing to explain.

    Args:
        seen: the text.
        spot: the place.
        language: the language of what is said; keys are described in Swedish.
    """
    kind = SETTINGS if seen.source in seen.surroundings.settings else kind_in(seen.text.text)
    if spot.is_key:
        return _key(kind, spot)
    written = seen.text.lines[spot.extent.start[0]][spot.extent.start[1] : spot.extent.end[1]].strip("\"'")
    for value, name in values_at(kind, spot.path):
        if value == written and name:
            return f"`{value}`: {_plain(name)}"
    to = leads_at(kind, spot.path)
    if to is not None and written in to.words:
        return f"`{written}`: {_plain(PARTY_GROUP_WORDS[written].say(language))}"
    found = target_at(seen, spot.path) or named_at(seen, spot.path)
    return _target(found, language) if found else ""


def _key(kind: str, spot: Spot) -> str:
    described = key_at(kind, spot.path)
    if described is None:
        return ""
    values = [f"- `{value}`: {_plain(name)}" if name else f"- `{value}`" for value, name in values_at(kind, spot.path)]
    paragraphs = [
        f"**{_plain(described.title)}** (`{described.key}`)",
        _plain(described.description),
        "\n".join(values),
    ]
    return "\n\n".join(part for part in paragraphs if part)


def _target(target: LinkTarget, language: Language) -> str:
    """Say what a reference leads to: its title, what it is, where it stands, and the document's control code."""
    document, place = target
    kind = next((one for one in Kind if one == document.kind), None)
    lines = []
    if place is not None:
        what = place.item.say(language) if place.item else ""
        label = (place.part.full_label or place.part.own_name) if place.part else ""
        lines.append(f"**{_plain(hidden(label or what))}**" + (f" ({what})" if label and what else ""))
        lines.append(_plain(hidden(document.title)))
    else:
        lines.append(f"**{_plain(hidden(document.title))}**" + (f" ({kind.say(language)})" if kind else ""))
    lines.append(f"`{document.file}`")
    if document.is_whole:
        lines.append(LSP["control-code"].with_fields(code=short(document.fingerprint)).say(language))
    return "\n\n".join(lines)


def _plain(words: str) -> str:
    """Write what authors and schemas say so that Markdown has it as plain text."""
    return " ".join(words.split()).translate(_SIGNS)
