"""What is said in words though it has an id: a problem by its title under `problem_text`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from samverkan.findings import Elsewhere, Mend, MendKind, Severity
from samverkan.model.fields import keys_of
from samverkan.model.links import leads_in
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.words.sentence import Entry, Text, quoted
from samverkan.workspace.called import part_named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.base import Part
    from samverkan.model.choices import Item
    from samverkan.model.document import DocumentModel

_ENDING = "_text"
_MOST_SHOWN = 60
_THERE = Text("Det här avses troligen.", "This is most likely meant.")


@rule(
    Severity.WARNING,
    Entry(
        sv="{value} står i ord, fast det finns ett id att hänvisa till.",
        en="{value} stands in words, though there is an id to refer to.",
        sv_help="Skriv hänvisningen i stället, så leder den dit: `{meant}`.",
        en_help="Write the reference instead, which leads there: `{meant}`.",
    ),
    kinds=("action-plan", "cause-analysis", "situation-picture"),
)
def reference_as_text(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """Words name a problem or a cause for those who read; only its id leads there.

    sv: Orden visar läsaren vilket problem eller vilken orsak som avses, men det är bara id:t som leder dit.
    source: Filformatet. | The file format.
    bad:
        kind: action-plan
        measures:
          - {id: belysning, title: Bättre belysning, causes: mörker, problem_text: Otryggt torg, goals: tryggare,
             who: [{party: kommunen}], until: 2024-10}
    good:
        kind: action-plan
        measures:
          - {id: belysning, title: Bättre belysning, causes: mörker, problems: otryggt-torg, goals: tryggare,
             who: [{party: kommunen}], until: 2024-10}
    """
    near = (given.document, *given.workspace.references.opened_by(given.document))
    for path, part in given.document.parts:
        for key, (beside, items) in _said_in_words(type(part)).items():
            said = vars(part).get(key)
            is_alone = isinstance(said, str) and not vars(part).get(beside)
            named = part_named(said, items, near) if is_alone and said else ""
            if named and not given.document.is_unread((*path, beside)):
                place = next(document for document in near if named in document.items)
                where = Elsewhere(_THERE, place.items[named].path, place.file)
                line = f"{beside}: {named}"
                mend = Mend(line, MendKind.PAIR)
                yield at(*path, key, related=(where,), mend=mend, value=quoted(_shortened(str(said))), meant=line)


def _shortened(text: str) -> str:
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}…"


@cache
def _said_in_words(part: type[Part]) -> dict[str, tuple[str, tuple[Item, ...]]]:
    """Give the keys for what has no id here, each with the key of the references beside it and where these lead."""
    found = {}
    for key in keys_of(part):
        bare = key.removesuffix(_ENDING)
        beside = next((own for own in (bare, f"{bare}s") if own in keys_of(part)), "") if bare != key else ""
        to = leads_in(keys_of(part)[beside]) if beside else None
        if to is not None and to.items:
            found[key] = (beside, to.items)
    return found
