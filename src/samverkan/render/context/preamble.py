"""The preamble of an agreement: between whom it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from samverkan.model.choices import PartyType
from samverkan.render.context.prose import plain_html

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samverkan.model.agreement import Agreement
    from samverkan.model.parties import Party
    from samverkan.render.context.phrases import Phrases
    from samverkan.render.context.values import Context

_MOST_IN_A_SENTENCE = 5


def preamble(model: Agreement, words: Phrases, called: Mapping[str, str], *, is_signed: bool) -> Context:
    """Say between whom an agreement is.

    Args:
        model: the agreement.
        words: the phrases of its language.
        called: what parties are called in its text, by their ids.
        is_signed: whether it says that it is signed.

    Returns:
        `text`, the sentence; or, where the parties are many, `before` them, `parties`, and `after` them.
    """
    parties = [_party(party, words, called.get(party.id, "")) for party in model.parties]
    is_restated = model.provenance is not None and model.provenance.restated
    form = "restated" if is_signed and is_restated else "signed" if is_signed else "unsigned"
    several = f" {words.fixed('municipalities_hereinafter')}" if _has_municipalities_to_name(model) else ""
    if len(parties) > _MOST_IN_A_SENTENCE:
        after = words.fixed(f"many_{form}") + several
        return {"text": "", "before": words.fixed("preamble_between"), "parties": parties, "after": after}
    # What a party is called stands between commas; that before the next party but the last is there anyway.
    commas = [
        "," if party.id in called and place >= len(parties) - 2 else "" for place, party in enumerate(model.parties)
    ]
    ended = [party + comma for party, comma in zip(parties, commas, strict=True)]
    before, after = words.fixed(f"preamble_{form}", parties="\0").split("\0")
    and_last = words.joined(["", ""])
    joined = Markup(", ").join(ended[:-1]) + and_last + ended[-1]
    return {"text": plain_html(before) + joined + after + several, "before": "", "parties": [], "after": ""}


def _has_municipalities_to_name(model: Agreement) -> bool:
    """Tell whether there are several municipalities, of which clauses may speak as one, and the file names them not."""
    is_defined = any(definition.term.casefold() == "kommunerna" for definition in model.definitions)
    return not is_defined and sum(party.type is PartyType.MUNICIPALITY for party in model.parties) > 1


def _party(party: Party, words: Phrases, called: str) -> Markup:
    """Name a party in full: ”**Exempelby kommun** (org.nr 212000-0001), nedan kommunen,”."""
    html = Markup("<strong>{}</strong>").format(party.name)
    if known := words.about_party(party):
        html += Markup(" ({})").format(", ".join(known))
    return html + Markup(", {}").format(words.fixed("hereinafter", name=called)) if called else html
