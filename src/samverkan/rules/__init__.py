"""The rules beyond structure. A family is a module, or a folder of modules where it holds more than one subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.rules import checklist, privacy
from samverkan.rules.law import agreements, pictures, plans
from samverkan.rules.parties import case_numbers, halves, municipalities, offices, people, signing, who
from samverkan.rules.plain_text import (
    contacts,
    counted,
    cut_words,
    in_words,
    own_words,
    read_otherwise,
    run_together,
    shares,
    written,
)
from samverkan.rules.references import (
    as_text,
    editions,
    footnotes,
    ids,
    lost,
    predecessors,
    succession,
    superseding,
    targets,
    twice,
    unnamed,
    wrong_kind,
)
from samverkan.rules.reviews import figures, fingerprints, follow_ups, outcomes, times
from samverkan.rules.rule import Rule
from samverkan.rules.smart import aims, letters
from samverkan.rules.thread import goals, measures, problems
from samverkan.rules.time import (
    days,
    deadlines,
    decisions,
    described,
    measured,
    periods,
    side_by_side,
    signed,
    start_and_end,
    titles,
    validity,
    years,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

MODULES = (
    *(
        ids,
        targets,
        footnotes,
        lost,
        wrong_kind,
        as_text,
        editions,
        superseding,
        succession,
        predecessors,
        twice,
        unnamed,
    ),
    *(who, municipalities, people, halves, offices, case_numbers, signing),
    *(
        start_and_end,
        validity,
        titles,
        deadlines,
        periods,
        years,
        side_by_side,
        days,
        decisions,
        signed,
        described,
        measured,
    ),
    *(problems, goals, measures),
    *(letters, aims),
    *(follow_ups, fingerprints, outcomes, figures, times),
    *(agreements, pictures, plans),
    checklist,
    privacy,
    *(written, run_together, read_otherwise, cut_words, shares, counted, in_words, contacts, own_words),
)


def _rules_of(module: ModuleType) -> Iterator[Rule]:
    """Find the rules that a module declares, in the order in which they stand there."""
    for found in vars(module).values():
        if isinstance(found, Rule) and found.check.__module__ == module.__name__:
            yield found


RULES: tuple[Rule, ...] = tuple(rule for module in MODULES for rule in _rules_of(module))
"""All rules, family by family, in the order in which they are listed."""
