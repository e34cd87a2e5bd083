"""What is read otherwise than it was meant: semicolons between items, a point for thousands, a figure with its year."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, TypeGuard

from samverkan.findings import Mend, Severity
from samverkan.model.choices import Direction, Unit
from samverkan.model.fields import key_of, keys_of, types_in
from samverkan.model.goals import Target
from samverkan.rules.concern import Concern
from samverkan.rules.rule import ALL_KINDS, Breach, RuleInput, at, rule
from samverkan.source.quoting import scalar
from samverkan.words.numbers import Figure
from samverkan.words.sentence import Entry, Text, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.findings import KeyPath
    from samverkan.model.base import Part
    from samverkan.model.document import DocumentModel
    from samverkan.model.texts import AuthoredText
    from samverkan.workspace.document import Document

_MOST_SHOWN = 40


@rule(
    Severity.WARNING,
    Entry(
        sv="Listan läses som en enda text, {found}: semikolon skiljer inte delar åt.",
        en="The list is read as one text, {found}: semicolons do not part items.",
        sv_help="Skriv kommatecken mellan delarna. Är det en text, sätt citattecken runt den.",
        en_help="Write commas between the items. If it is one text, put quotes around it.",
    ),
    concern=Concern.ORDER,
    kinds=ALL_KINDS,
)
def list_with_semicolons(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """Spreadsheets part with semicolons; in YAML they are part of the text.

    sv: I kalkylblad skiljer semikolon delar åt; i YAML hör de till texten.
    source: YAML 1.2, avsnitt 7.4. | YAML 1.2, section 7.4.
    bad:
        purposes: [Färre brott; Ökad trygghet]
    good:
        purposes: [Färre brott, Ökad trygghet]
    """
    for written in given.document.texts_with(_SEMICOLON):
        parts = [part.strip() for part in written.text.split(";")]
        if len(parts) > 1 and all(parts) and _are_names(parts) and (place := _list_around(given.document, written)):
            mend = Mend(f"[{', '.join(map(scalar, parts))}]")
            yield at(*place, found=quoted(written.text[:_MOST_SHOWN]), mend=mend)


def _list_around(document: Document, written: AuthoredText) -> KeyPath:
    """Give the place of the list that has nothing but a text that stands without quotes; empty where it has more."""
    last = max((i for i, step in enumerate(written.path) if isinstance(step, int)), default=0)
    place, value = written.path[:last], document.value_at(written.path[:last])
    if not last or value not in (written.text, [written.text]):
        return ()
    extents, path = document.extents.values, document.written_path(place)
    item, around = extents.get((*path, 0) if isinstance(value, list) else path), extents.get(path)
    is_one_line = around is not None and (around.in_braces or isinstance(value, str))
    return place if item is not None and item.is_plain and is_one_line else ()


def _are_names(parts: list[str]) -> bool:
    """Tell whether texts are short enough to be items of a list on one line."""
    return all(len(part.split()) <= _MOST_WORDS for part in parts)


_SEMICOLON = re.compile(";")
_MOST_WORDS = 6


@rule(
    Severity.WARNING,
    Entry(
        sv="Siffran läses som {value}, men punkten kan vara till för tusental.",
        en="The figure is read as {value}, but the point may be for thousands.",
        sv_help="Menas tusental, skriv talet utan punkt: `{key}: {meant}`. Menas decimaler, skriv en eller två.",
        en_help="If thousands are meant, write it without a point: `{key}: {meant}`. If decimals, write one or two.",
    ),
    concern=Concern.ORDER,
    kinds=("situation-picture", "agreement", "action-plan", "citizen-promise", "follow-up"),
)
def thousands_with_point(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """A point before three digits is for thousands on paper, and for decimals here: 12.310 is read as twelve.

    sv: En punkt före tre siffror betyder tusental på papper men decimaler här: 12.310 läses som tolv.
    source: {order}. | {order}.
    bad:
        kind: situation-picture
        figures: [{title: Anmälda brott, unit: count, values: [{period: 2023, value: 12.310}]}]
    good:
        kind: situation-picture
        figures: [{title: Anmälda brott, unit: count, values: [{period: 2023, value: 12310}]}]
    """
    found = [
        (path, part, attribute, value)
        for path, part in given.document.parts
        for attribute in _figures_of(type(part))
        if _has_three_decimals(value := vars(part)[attribute])
    ]
    units = {path: vars(part).get("unit") for path, part in given.document.parts if found}
    for path, part, attribute, value in found:
        around = (units[path[:i]] for i in range(len(path), 0, -1) if path[:i] in units)
        if next(filter(None, around), None) in _COUNTED or str(value).endswith("0"):
            key, meant = key_of(part, attribute), str(value).replace(".", "")
            yield at(*path, key, mend=Mend(meant), value=Figure(value), key=key, meant=meant)


@cache
def _figures_of(part: type[Part]) -> tuple[str, ...]:
    """Give the attributes of a sort of part that figures can stand in."""
    return tuple(name for name, field in part.model_fields.items() if Decimal in types_in(field.annotation))


_THREE = -3
_COUNTED = frozenset({None, Unit.COUNT.value, Unit.SEK.value})
"""Units of which there are whole ones, or of which nothing is said."""


def _has_three_decimals(value: object) -> TypeGuard[Decimal]:
    """Tell whether a value is a number with three decimals that could be thousands."""
    if not isinstance(value, Decimal) or not value.is_finite():
        return False
    return value.as_tuple().exponent == _THREE and 1 <= abs(value) < 1 / Decimal("0.001")


@rule(
    Severity.WARNING,
    Entry(
        sv="Målvärdet {value} är en siffra, men står i ord och går inte att räkna med.",
        en="The target {value} is a figure, but stands in words and cannot be reckoned with.",
        sv_help="Skriv siffran under {title} (`{key}`).{year}",
        en_help="Write the figure under `{key}`.{year}",
    ),
    concern=Concern.ORDER,
    kinds=("agreement", "action-plan"),
)
def target_figure_in_words(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """A figure with its year or its unit in one text is not held against what is reached.

    sv: En siffra som står i samma text som sitt år eller sin enhet jämförs inte med det som nås.
    source: {order}. | {order}.
    bad:
        kind: action-plan
        goals:
          - {id: tryggare, text: Fler är trygga i Centrum., problems: otryggt-torg,
             specific: De vid torget., indicator: Andel trygga på kvällen, unit: per-cent, direction: increase,
             baseline: {value: 52, period: 2023}, target: 60 (2025), accepted: Styrgruppen.,
             realistic: Ryms i budgeten., deadline: 2025-12}
    good:
        kind: action-plan
        goals:
          - {id: tryggare, text: Fler är trygga i Centrum., problems: otryggt-torg,
             specific: De vid torget., indicator: Andel trygga på kvällen, unit: per-cent, direction: increase,
             baseline: {value: 52, period: 2023}, target: {at_least: 60}, accepted: Styrgruppen.,
             realistic: Ryms i budgeten., deadline: 2025-12}
    """
    for path, part in given.document.parts:
        target = vars(part).get("target")
        words = target.text if isinstance(target, Target) and not target.has_figure else None
        if words and (found := _figure_said(words, part)):
            (key, figure), *_ = found.items()
            mend, title = Mend(f"{{{key}: {figure}}}"), keys_of(Target)[key].title or key
            year = _YEAR if _HAS_YEAR.search(words) else _NOTHING
            yield at(*path, "target", mend=mend, value=quoted(words), key=key, title=title, year=year)


_NOTHING = Text("", "")
_YEAR = Text(
    " Ett år att nå den hör hemma under Senast (`deadline`).", " A year by which to reach it belongs under `deadline`."
)
_HAS_YEAR = re.compile(r"\b20[0-9]{2}\b")


def _figure_said(words: str, part: Part) -> dict[str, str]:
    """Give the figure that the words of a target say, by its key: one with its year, or a change in per cent."""
    is_share = vars(part).get("unit") == Unit.PER_CENT.value
    if found := _FIGURE_AND_YEAR.fullmatch(words) or (is_share and _SHARE.fullmatch(words)):
        return {_LIMITS.get(str(vars(part).get("direction")), "value"): found[1].replace(",", ".")}
    change = None if is_share else _CHANGE.fullmatch(words)
    if change is None:
        return {}
    sign = "-" if change[1].casefold() in _FALLING else ""
    return {"change_percent": f"{sign}{change[2].replace(',', '.')}"}


_FIGURE_AND_YEAR = re.compile(
    r"(-?[0-9]{1,9}(?:[.,][0-9]{1,6})?) ?(?:%|procent|st\.?|stycken)?"
    r"[ ,]{1,2}\(?(?:till |senast |år |by )?20[0-9]{2}\)?"
)
_SHARE = re.compile(r"([0-9]{1,3}(?:[.,][0-9]{1,3})?) ?(?:%|procent|per cent)(?: ?\([^()]{1,60}\))?")
_FALLING = frozenset({"minska", "minskar", "minskas", "minskning", "sjunka", "sjunker", "decrease", "fall"})
_CHANGE = re.compile(
    r"(?:ska |att |en |to |a )?"
    r"(minska[rs]?|minskning|sjunk(?:a|er)|öka[rs]?|ökning|stiga|stiger|decrease|fall|increase|rise)"
    r" (?:med |by )?([0-9]{1,4}(?:[.,][0-9]{1,3})?) ?(?:%|procent|per cent)",
    re.IGNORECASE,
)
_LIMITS = {Direction.INCREASE.value: "at_least", Direction.DECREASE.value: "at_most"}
