"""A value under a key that cannot take it, and the key of the same part that can: ”grön” as the result of a promise.

What kind of value was meant tells: a colour, a day, a length of time, yes, a figure, words about when.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from samverkan.characters import plainly
from samverkan.findings import Mend, MendKind
from samverkan.model.degrees import degrees_meant
from samverkan.model.fields import choices_in, keys_of, part_at, types_in
from samverkan.model.meant_numbers import in_figures, numbers_meant, yes_or_no_meant
from samverkan.model.meant_times import cadences_meant, dates_meant, dates_within, lengths_meant
from samverkan.model.mends import accepts_whole, choice_called, organisation_numbers
from samverkan.model.more_in_one import day_and_paragraph, figure_and_status, figure_of_unit, often_and_more
from samverkan.model.remarks import remark, shown, value_at
from samverkan.model.said_times import has_form_of_time
from samverkan.source.quoting import scalar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pydantic import BaseModel

    from samverkan.findings import KeyPath, Remark

_MOST_READ = 200
_A_YEAR = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")
_TIMES = re.compile(r"\A(?:gånger|gång|ggr|st\.?|stycken) ")
_SHARE = re.compile("%|procent|per cent")
_HOUR = r"[0-9]{1,2}(?:[.:][0-9]{2})?"
_CLOCK = re.compile(rf"(?:kl(?:ockan|\.)? ?{_HOUR}(?: ?[-–] ?{_HOUR})?|{_HOUR} ?[-–] ?{_HOUR})", re.IGNORECASE)
"""A time of the day, or between two: ”kl. 16–18”."""
_LED_BY = re.compile("(?:per|om|i|under|varje|vid|för|på|var|vart|each|every|in) ", re.IGNORECASE)
"""What an amount of time begins with after a figure, which ”per” does not go before."""
_TAKES_SOME = frozenset({"bad-date", "bad-cadence"})
_Pairs = dict[str, str]
"""Keys with the values that belong under them."""


class _Place:
    """A value that its key cannot take, and the part around it."""

    def __init__(self, value: str, key: str, part: type[BaseModel], around: dict[str, Any], unit: str = "") -> None:
        self.value, self.key, self.part = plainly(value).strip(), key, part
        self.around, self.unit, self.words = around, unit, value.strip()

    def free(self, *types: str) -> list[str]:
        """Give the keys that nothing is written under yet and that take values of some types; all of them for none."""
        return [
            key
            for key, field in keys_of(self.part).items()
            if key not in self.around and (not types or not {*types}.isdisjoint(_types(field.annotation)))
        ]

    def like_own(self, keys: list[str], otherwise: str) -> str:
        """Choose the key that begins with the word that its own begins with; else another that is among them."""
        first = self.key.partition("_")[0]
        alike = [key for key in keys if key.partition("_")[0] == first]
        return next(iter(alike), otherwise if otherwise in keys else "")


def of_another_key(made: Remark, error: str, path: KeyPath, model: type[BaseModel], data: Any) -> Remark | None:
    """Say under which key of the same part a value belongs; None where that cannot be told.

    Args:
        made: what is said of the value.
        error: pydantic's name for what is wrong with it.
        path: where it stands.
        model: the document's model.
        data: the plain data of the document.
    """
    value, part = value_at(data, path), part_at(model, path[:-1])
    is_one_text = isinstance(value, str) and "\n" not in value and len(value) <= _MOST_READ
    if part is None or not is_one_text or not isinstance(path[-1], str):
        return None
    place = _Place(value, path[-1], part, value_at(data, path[:-1]), _unit_above(path, data))
    for find in _BY_ERROR.get(error, ()):
        for pairs in find(place):
            if all(accepts_whole(part, (key,), one) for key, one in pairs.items()):
                return _said(made, pairs, place)
    return None


def _unit_above(path: KeyPath, data: Any) -> str:
    """Give the unit that is stated for the figures of a part, in it or around it; empty where none is."""
    around = (value_at(data, path[:i]) for i in reversed(range(1, len(path))))
    units = (one.get("unit") for one in around if isinstance(one, dict))
    return next((unit for unit in units if isinstance(unit, str)), "")


def with_the_year(made: Remark, model: type[BaseModel], data: Any) -> Remark | None:
    """Add the year that the document is of to a time that has none; None where that makes no time of it.

    Args:
        made: what is said of the time.
        model: the document's model.
        data: the plain data of the document.
    """
    value = value_at(data, made.path)
    year = year_of(data)
    if not year or not isinstance(value, str) or len(value) > _MOST_READ or _A_YEAR.search(value):
        return None
    whole = f"{plainly(value).strip(' .')} {year}"
    if _CLOCK.fullmatch(value.strip()):
        line = f"{made.path[-1]}: {year}"
        said = remark("clock-for-day", made.path, value=shown(value), example=line)
        return replace(said, mend=Mend(line, MendKind.PAIR, is_example=True))
    dated = next((date for date, _ in dates_meant(whole)), whole)
    if (not has_form_of_time(whole) and dated == whole) or not accepts_whole(model, made.path, dated):
        return None
    said = remark("date-without-year", made.path, value=shown(value), example=dated)
    return replace(said, mend=Mend(scalar(dated)))


def year_of(data: Mapping[str, Any]) -> str:
    """Give the year that a document is of: that of its id or its title, or of its date or period."""
    period = data.get("period")
    start = period.get("from") if isinstance(period, dict) else period
    texts = (data.get("id"), data.get("title"), data.get("date"), start)
    return next((found[0] for text in texts if isinstance(text, str) and len(found := _A_YEAR.findall(text)) == 1), "")


def _said(made: Remark, pairs: _Pairs, place: _Place) -> Remark:
    """Name the key that the value belongs under; one that keeps its own is mended without more words."""
    mend = Mend("\n".join(f"{key}: {scalar(value)}" for key, value in pairs.items()), MendKind.PAIR)
    if next(iter(pairs)) == place.key and made.rule == "bad-number":
        return replace(made, mend=mend)
    same = next(key for key in (*pairs, place.key) if key != place.key)
    keys = keys_of(place.part)
    said = remark(
        "more-than-key" if next(iter(pairs)) == place.key and made.rule in _TAKES_SOME else "value-of-other-key",
        made.path,
        value=shown(place.words),
        key=place.key,
        title=keys[place.key].title or place.key,
        same=same,
        same_title=keys[same].title or same,
    )
    return replace(made, message=said.message, help=said.help, mend=mend)


def _types(annotation: Any) -> set[str]:
    return {kind.__name__ for kind in types_in(annotation) if isinstance(kind, type)}


def _a_choice(place: _Place) -> Iterator[_Pairs]:
    """Give the one key that has the value among its choices, in words."""
    found = [(key, name) for key in place.free() if (name := choice_called(place.part, key, place.value))]
    if len(found) == 1:
        yield dict(found)


def _a_day(place: _Place) -> Iterator[_Pairs]:
    """Give the choice or the yes that a day stands for, and the day under a key of its own: `done`, `date`."""
    days = dates_within(place.value)
    if len(days) != 1:
        return
    field = keys_of(place.part)[place.key]
    free = place.free("CoarseDate")
    for name, _ in choices_in(field.annotation):
        if name in free:
            yield {place.key: name, name: days[0]}
    if "date" in free and "bool" in _types(field.annotation):
        yield {place.key: "true", "date": days[0]}


def _a_yes(place: _Place) -> Iterator[_Pairs]:
    """Give the choice that a key is called by itself, where its value is only yes: `done: ja`."""
    if next((meant for meant, _ in yes_or_no_meant(place.value)), "") == "true":
        for key in place.free():
            if place.key in dict(choices_in(keys_of(place.part)[key].annotation)):
                yield {key: place.key}


def _a_no(place: _Place) -> Iterator[_Pairs]:
    """Give the choice that says that nothing is done yet, where a key for when it was done says only no."""
    if next((meant for meant, _ in yes_or_no_meant(place.value)), "") == "false":
        for key in place.free():
            choices = dict(choices_in(keys_of(place.part)[key].annotation))
            if place.key in choices:
                yield from ({key: name} for name in degrees_meant("inte påbörjad", choices))


def _a_figure(place: _Place) -> Iterator[_Pairs]:
    if "value" in place.free("Decimal"):
        yield from ({"value": number} for number, _ in numbers_meant(place.value))


def _a_length(place: _Place) -> Iterator[_Pairs]:
    for length, _ in lengths_meant(place.value):
        if key := place.like_own(place.free("Duration"), "length"):
            yield {key: length}


def _a_date(place: _Place) -> Iterator[_Pairs]:
    days = dates_within(place.value)
    if len(days) == 1 and (key := place.like_own(place.free("CoarseDate", "End", "EndOrNext"), "until")):
        yield {key: days[0]}


def _words_of_when(place: _Place) -> Iterator[_Pairs]:
    """Give the key for words about when, or of how often, that stands beside one for words of our own."""
    free = place.free()
    for key in (f"{place.key}_text", "when"):
        if key in free and any(letter.isalpha() for letter in place.value):
            is_bare = key == "per_text" and not _LED_BY.match(place.value)
            yield {key: f"per {place.words}" if is_bare else place.words}


def _a_time_of_day(place: _Place) -> Iterator[_Pairs]:
    """Give the key for words about when, where a time of the day stands in the place of a day."""
    if "when" in place.free() and _CLOCK.fullmatch(place.value):
        yield {"when": place.value}


def _with_a_year(place: _Place) -> Iterator[_Pairs]:
    """Give a figure and the time that it is of: ”50 (2025)”."""
    figure, _, rest = place.value.partition(" ")
    days = dates_within(rest)
    if len(days) == 1 and rest.strip(" ().,år") == days[0]:
        numbers = [number for number, _ in numbers_meant(figure)]
        if "period" in place.free():
            yield from ({place.key: number, "period": days[0]} for number in numbers)
        elif "period" not in keys_of(place.part):  # the time is said of what the figure is of
            yield from ({place.key: number} for number in numbers)


def _with_how_often(place: _Place) -> Iterator[_Pairs]:
    """Give a figure and how often it is for: ”2 i veckan”, ”4 gånger per år”."""
    figure, _, rest = in_figures(place.value).partition(" ")
    often = next((often for often, _ in cadences_meant(f"en gång {_TIMES.sub('', rest)}")), "")
    if often and "per" in place.free():
        yield from ({place.key: number, "per": often} for number, _ in numbers_meant(figure))


def _a_share(place: _Place) -> Iterator[_Pairs]:
    """Give the key for a share, where one stands in the place of a count: ”49 %” of those who were asked."""
    if _SHARE.search(place.value) and "response_rate" in place.free():
        yield from ({"response_rate": number} for number, _ in numbers_meant(place.value))


def _a_cadence(place: _Place) -> Iterator[_Pairs]:
    """Give the key for how often, or the one for words about when, which then say more."""
    often = next((often for often, _ in cadences_meant(place.value)), "")
    key = next((key for key in ("when", "cadence") if often and key in place.free()), "")
    if key:
        yield {key: place.words if key == "when" else often}


def _more(find: Callable[[str, str, list[str]], Iterator[_Pairs]]) -> Callable[[_Place], Iterator[_Pairs]]:
    """Look for more than one thing in a value, as one of the ways to find it does."""
    return lambda place: find(place.value, place.key, place.free())


def _often_and_more(place: _Place) -> Iterator[_Pairs]:
    yield from often_and_more(place.words, place.key, place.free())


def _an_organisation_number(place: _Place) -> Iterator[_Pairs]:
    if "organisation_number" in place.free():
        yield from ({"organisation_number": number} for number, _ in organisation_numbers(place.value))


def _with_its_unit(place: _Place) -> Iterator[_Pairs]:
    if number := figure_of_unit(place.value, place.unit):
        yield {place.key: number}


_BY_ERROR: dict[str, tuple[Callable[[_Place], Iterator[_Pairs]], ...]] = {
    "enum": (_a_day, _a_choice, _a_figure),
    "literal_error": (_a_day, _a_choice, _a_figure),
    "yes_or_no": (_a_day,),
    "date_form": (_more(day_and_paragraph), _a_time_of_day, _a_yes, _a_no, _a_length, _a_cadence),
    "duration_form": (_a_date,),
    "cadence_form": (_often_and_more, _words_of_when),
    "number_form": (_more(figure_and_status), _with_its_unit, _with_a_year, _with_how_often),
    "code_form": (_an_organisation_number,),
    "whole_form": (_with_how_often, _a_share),
}
