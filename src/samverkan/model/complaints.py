"""Pydantic's errors as remarks in the user's words."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from samverkan.findings import MOST_TOLD, KeyPath, Mend, MendKind, Remark
from samverkan.guess import did_you_mean
from samverkan.model.base import NAMES_A_PART, TextPart
from samverkan.model.dates import CADENCES, CoarseDate
from samverkan.model.examples import item_line, own_value, pair
from samverkan.model.fields import (
    choices_at,
    choices_of_value,
    field_at,
    keys_of,
    marks_in,
    part_at,
    types_in,
)
from samverkan.model.fitting import fitted, gathered
from samverkan.model.invented import marked_as_example
from samverkan.model.key_meant import names_party
from samverkan.model.keys_beside import of_other_shape
from samverkan.model.meant_numbers import has_comma_for_thousands, says_that_it_is_so
from samverkan.model.meant_times import dates_within, is_of_no_month
from samverkan.model.mends import accepts, as_id, meant_by
from samverkan.model.no_figure import with_its_unit, words_for_figure
from samverkan.model.not_known import not_known
from samverkan.model.of_another_key import of_another_key, with_the_year
from samverkan.model.one_each import one_each
from samverkan.model.remarks import (
    PLACES,
    characters_named,
    is_long_enough,
    is_there,
    marked,
    meant_places,
    place_of,
    remark,
    shown,
    value_at,
)
from samverkan.model.several_days import several_days
from samverkan.model.several_in_one import several_in_one
from samverkan.model.shapes import bullet_of, is_cut_text, is_list_in_text, meant_shape
from samverkan.model.signing_said import with_signatures
from samverkan.model.spans import spans_as_keys
from samverkan.model.terms import Lasting
from samverkan.model.time_keys import times_as_keys
from samverkan.model.two_texts import two_keys_of
from samverkan.model.unknown_keys import unknown_key
from samverkan.source.comment_marks import comment_apart
from samverkan.source.quoting import scalar
from samverkan.words.hints import FOR_INSTANCE, GUESS, NO_GUESS
from samverkan.words.lists import FirstOf
from samverkan.words.sentence import AnyOf, FieldValue, Text, quoted
from samverkan.words.structure import ID_WANTED, MET, OWN_NAMES, WANTED

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

# Pydantic's error types, our own ones among them, and what is said of each.
_SENTENCES: dict[str, str] = {
    "missing": "missing-key",
    "extra_forbidden": "unknown-key",
    "string_type": "text-wanted",
    "tuple_type": "list-wanted",
    "model_type": "mapping-wanted",
    "enum": "bad-choice",
    "literal_error": "bad-choice",
    "too_short": "empty-list",
    "string_too_short": "blank",
    "blank": "blank",
    "date_form": "bad-date",
    "date_absent": "absent-date",
    "duration_form": "bad-duration",
    "cadence_form": "bad-cadence",
    "id_form": "bad-id",
    "reference_form": "bad-reference",
    "code_form": "bad-code",
    "organisation_number_form": "bad-organisation-number",
    "url_form": "bad-url",
    "colour_form": "bad-colour",
    "number_form": "bad-number",
    "decimal_type": "text-wanted",
    "whole_form": "bad-whole-number",
    "int_type": "text-wanted",
    "yes_or_no": "bad-yes-or-no",
    "bool_type": "text-wanted",
    "target_form": "bad-target",
    "quantity_form": "bad-quantity",
    "annex_form": "annex-without-title",
    "titled_form": "neither-title-nor-text",
    "outcome_form": "outcome-of-nothing",
    "analysis_form": "analysis-of-nothing",
    "decision_form": "decision-without-anything",
    "actor_form": "actor-without-name",
    "level_form": "bad-level",
    "dict_type": "mapping-wanted",
    "fingerprint_form": "bad-fingerprint",
    "section_form": "section-without-title",
    "consult_form": "bad-consultation",
    "backwards_time": "backwards-time",
}


def _cut_texts(errors: list[ErrorDetails], model: type[BaseModel], data: Any) -> set[KeyPath]:
    """Find the texts that a colon in them has made a key with a value: ”Mål: färre brott” where a text may stand."""
    found = set()
    for error in errors:
        place = place_of(error, data)[:-1]
        part = part_at(model, place) if error["type"] == "extra_forbidden" else None
        if (
            part is not None
            and issubclass(part, TextPart)
            and is_cut_text(value_at(data, place))
            and not two_keys_of(part)
            and not names_party(value_at(data, place), part, data)
        ):
            found.add(place)
    return found


def _split_items(errors: list[ErrorDetails], model: type[BaseModel], data: Any) -> dict[KeyPath, Mend]:
    """Find the lists where each key of an item has a hyphen of its own, and how they are put together."""
    found: dict[KeyPath, Mend] = {}
    located = [error["loc"] for error in errors]
    for place in {loc[:i] for loc in located for i, step in enumerate(loc) if isinstance(step, int)}:
        if mend := gathered(value_at(data, place), place, model):
            found[place] = mend
    return found


def _is_under(place: KeyPath, places: Collection[KeyPath]) -> bool:
    return any(place[:i] in places for i in range(len(place) + 1))


def _cut_text(path: KeyPath) -> Remark:
    return replace(remark("colon-in-text", path), mend=Mend("", MendKind.QUOTES, is_safe=True))


def _where_free(made: Remark, data: Any) -> Remark:
    """Propose no key that the part has already, and let that one be read."""
    if any(is_there(data, place) for place in meant_places(made)):
        fields = {name: value for name, value in made.message.fields.items() if name not in PLACES}
        return replace(made, mend=None, message=replace(made.message, fields=fields))
    return made


def remarks_of(errors: list[ErrorDetails], model: type[BaseModel], data: Any) -> list[Remark]:
    """Word pydantic's errors, each place once for each rule, and a misspelt key once and not as missing too.

    Args:
        errors: what the model's validation raised.
        model: the document's model.
        data: the plain data that were validated.
    """
    cut = _cut_texts(errors, model, data)
    split = _split_items(errors, model, data)
    unknown_keys = [place_of(error, data) for error in errors if error["type"] == "extra_forbidden"]
    spans = spans_as_keys(unknown_keys, model, data)
    times, told_with_times = times_as_keys(unknown_keys, model, data)
    first = [*map(_cut_text, cut), *(replace(remark("hyphen-each", place), mend=mend) for place, mend in split.items())]
    first += [*spans.values(), *times.values()]
    told = {*cut, *spans, *told_with_times}
    found = {(made.rule, made.path): made for made in first}
    unknown = 0
    for error in errors:
        place = place_of(error, data)
        if not {place, place[:-1]}.isdisjoint(told) or _is_under(error["loc"], split):
            continue
        unknown += error["type"] == "extra_forbidden"
        if is_long_enough(error):
            continue
        made = _with_mend(_remark(error, model, data, is_guessed=unknown <= MOST_TOLD), error, model)
        made = _with_what_is_meant(made, error, model, data)
        found.setdefault((made.rule, made.path), _where_free(made, data))
    return _as_mail(_without_meant(_each_once(found.values())))


def _each_once(found: Iterable[Remark]) -> list[Remark]:
    """Propose no key twice in the same part: what two keys were meant as is for the author to put together."""
    proposed: set[KeyPath] = set()
    kept = []
    for made in found:
        is_key = made.at_key and made.mend is not None and made.mend.kind in {MendKind.KEY, MendKind.PAIR}
        key = (*made.path[:-1], str(made.mend.text).partition(":")[0]) if is_key and made.mend is not None else ()
        kept.append(replace(made, mend=None) if key in proposed else made)
        proposed |= {key} - {()}
    return kept


def _with_what_is_meant(made: Remark, error: ErrorDetails, model: type[BaseModel], data: Any) -> Remark:
    """Say what a value was meant as that its key cannot take: nothing yet, the value of another key, or words."""
    if made.mend is not None and made.rule == "bad-value":
        return made
    if error["type"] == "model_type" and (signed := with_signatures(made, data)) is not made:
        return signed
    if (made.mend is None or made.rule == "bad-reference") and (said := not_known(made, model, data)):
        return said
    if said := of_other_shape(made, error, model, data):
        return said
    if made.rule == "bad-number" and (said := _of_counted(made, model, data)):
        return said
    return _with_words(_with_another_key(made, error, model, data), error, model, data)


def _of_counted(made: Remark, model: type[BaseModel], data: Any) -> Remark | None:
    return one_each(made, made.path, model, data) or with_its_unit(made, model, data)


def _as_mail(found: list[Remark]) -> list[Remark]:
    """Tell in one of the lines at the head of an e-mail that came along into a file."""
    keys = [made for made in found if made.rule == "unknown-key" and str(*made.path[:1]).casefold() in _MAIL]
    head = [made for made in keys if len(made.path) == 1]
    if len(head) < _FEWEST_OF_MAIL:
        return found
    said = remark("mail-head", head[0].path, at_key=True, keys=FirstOf(tuple(str(made.path[0]) for made in head)))
    return [said, *(made for made in found if made not in head)]


def _without_meant(found: list[Remark]) -> list[Remark]:
    """Leave out the keys that are missing only because they are misspelt."""
    meant = {place for made in found for place in meant_places(made)}
    whole = {place[:-1] for place in meant if len(place) > 1 and isinstance(place[-2], int)}
    return [made for made in found if made.rule != "missing-key" or made.path not in meant | whole]


def _with_mend(made: Remark, error: ErrorDetails, model: type[BaseModel]) -> Remark:
    """Add what was most likely meant, and say so where odd characters are all that is wrong."""
    if made.mend is not None or made.at_key:
        return made
    value = error["input"]
    if isinstance(value, str) and (meant := meant_by(value, error["type"], made.path, model)):
        if meant.odd:
            said = remark("odd-character", made.path, value=shown(value), code=characters_named(meant.odd))
            return replace(said, mend=meant.mend)
        if meant.several:
            made = remark("several-references", made.path, value=shown(value), written=value)
        return replace(_with_guess(made, str(meant.mend.text)), mend=meant.mend)
    mend = marked_as_example(_shape_meant(made, error, model), value)
    if mend is not None and isinstance(value, str) and error["type"] == "tuple_type":
        made = _said_of_items(value, made, model)
    return replace(made, mend=mend)


def _said_of_items(value: str, made: Remark, model: type[BaseModel]) -> Remark:
    """Say what keeps the items of a list from being read as such: bullets, or a mark that makes them a text."""
    if bullet := bullet_of(value):
        return remark("bullet", made.path, value=quoted(bullet))
    return remark("list-in-text", made.path) if is_list_in_text(value, made.path, model) else made


def _with_guess(made: Remark, meant: str) -> Remark:
    """Name as the guess what the mend writes, so that a sentence and its line to paste never differ."""
    if made.rule not in _CHOICES or made.help.fields.get("choices") == AnyOf((meant,)):
        return made
    return replace(made, help=made.help.with_fields(guess=GUESS.with_fields(guess=meant)))


def _shape_meant(made: Remark, error: ErrorDetails, model: type[BaseModel]) -> Mend | None:
    meant = meant_shape(error["input"], error["type"], made.path, model)
    if meant is None and error["loc"][-1:] == (0,) and made.path[-1:] != (0,):  # one text in the place of a list
        return meant_shape(error["input"], "tuple_type", made.path, model)
    is_text_alone = meant is not None and (meant.kind is MendKind.ITEM or str(meant.text).startswith("{text: "))
    if is_text_alone and _says_one_day(error["input"]):
        dated = fitted(error["input"], error["type"], made.path, model)
        return dated if dated is not None and "date: " in str(dated.text) else meant
    if meant is None and made.rule == "wrong-type":
        return fitted(error["input"], error["type"], made.path, model)
    return meant


def _says_one_day(value: object) -> bool:
    """Tell whether a text names one day, which most likely has a key of its own."""
    return isinstance(value, str) and "\n" not in value and len(dates_within(value)) == 1


def _remark(error: ErrorDetails, model: type[BaseModel], data: Any, *, is_guessed: bool) -> Remark:
    sentence = _SENTENCES.get(error["type"], "bad-value")
    path = place_of(error, data)
    match sentence:
        case "missing-key":
            return _missing_key(str(error["loc"][-1]), path, model)
        case "unknown-key":
            return unknown_key(path, model, error["input"], data, is_guessed=is_guessed)
        case "bad-choice":
            return _bad_choice(error["input"], path, model)
        case "text-wanted":
            return _value_wanted(error["input"], path, model)
    if error["type"] == "too_short" and error["loc"] == ("parties",) and error["input"]:
        return remark("too-few-parties", path)
    if error["input"] is None:
        return remark("empty-value", path)
    sentence = _of_document(_of_length(sentence, error["input"]), error["input"], path, model)
    return _of_its_form(sentence, error, path, model)


def _of_its_form(sentence: str, error: ErrorDetails, path: KeyPath, model: type[BaseModel]) -> Remark:
    """Say that a value has not the form of what belongs there."""
    if error["type"] in {"date_form", "number_form"} and (apart := comment_apart(str(error["input"]))):
        return replace(remark("joined-comment", path), mend=Mend(apart))
    if sentence == "bad-number" and has_comma_for_thousands(str(error["input"])):
        meant = str(error["input"]).strip()
        decimals = meant.replace(",", ".", 1).rstrip("0")
        return remark("thousands-with-comma", path, value=shown(meant), meant=meant.replace(",", ""), decimals=decimals)
    if error["type"] == "date_form" and is_of_no_month(str(error["input"])):
        sentence = "absent-month"
    elif error["type"] == "date_form":
        in_period = {"from": "bad-start", "until": "bad-end"} if _is_period(path, model) else {}
        sentence = in_period.get(str(path[-1]), sentence)
        if beside := _said_beside(path, model):
            return remark("bad-date-beside", path, at_key=False, **{**_fields(error, path, model), **beside})
    return remark(sentence, path, at_key=False, **_fields(error, path, model))


_NO_LENGTH = re.compile(r"(?:at-least-)?(?:[-−]P?|P[-−]|P(?=0*[DWMY]))[0-9]*[DWMY]", re.IGNORECASE)
_LONG = re.compile(r"P[0-9]{4,}[DWMY]", re.IGNORECASE)


def _of_length(sentence: str, value: object) -> str:
    """Choose the sentence for what has the form of a length of time, but is none or too long."""
    if sentence not in {"bad-duration", "bad-cadence"} or not isinstance(value, str):
        return sentence
    if _NO_LENGTH.fullmatch(value.strip()):
        return f"no-{sentence.removeprefix('bad-')}"
    return "long-duration" if sentence == "bad-duration" and _LONG.fullmatch(value.strip()) else sentence


def _of_document(sentence: str, value: object, path: KeyPath, model: type[BaseModel]) -> str:
    """Choose the sentence for a document that is named in words, where one that is not on file may stand."""
    is_said = sentence == "bad-reference" and " " in str(value) and accepts(model, path, {"title": "…"})
    return "bad-document" if is_said else sentence


def _said_beside(path: KeyPath, model: type[BaseModel]) -> dict[str, FieldValue]:
    """Give the key beside a time where times that cannot be counted stand: `next_text`, `when`; else nothing."""
    name = next((place for place in reversed(range(len(path))) if isinstance(path[place], str)), 0)
    around = part_at(model, path[:name])
    fields = around.model_fields if around is not None and path else {}
    word = str(path[name]) if path else ""
    key = "when" if word in {"dates", "first_by"} else f"{word.partition('_')[0]}_text" if "_" in word else ""
    return {"key": key, "title": fields[key].title or key} if key in fields else {}


def _with_another_key(made: Remark, error: ErrorDetails, model: type[BaseModel], data: Any) -> Remark:
    """Say under which other key a value belongs, where its own has no use for it, or for all of it."""
    if made.rule in {"bad-reference", "wrong-type"} and len(made.path) > 1:
        return several_in_one(made, model, data) or made
    if _of_length("bad-cadence", error["input"]) != "bad-cadence":
        return made  # a length of time, if none that there is
    is_whole = made.rule != "bad-number" and not dates_within(str(error["input"]))
    is_sure = made.mend is not None and is_whole
    if is_sure or not isinstance(error["input"], str) or not made.path or made.at_key:
        return made
    return of_another_key(made, error["type"], made.path, model, data) or made


def _with_words(made: Remark, error: ErrorDetails, model: type[BaseModel], data: Any) -> Remark:
    """Say where words belong that stand in the place of a figure or of a date."""
    if made.mend is None and error["type"] == "yes_or_no" and says_that_it_is_so(str(error["input"])):
        return replace(made, mend=Mend("true"))
    if made.mend is None and made.rule == "bad-number":
        return words_for_figure(str(error["input"]), made.path, model, data) or made
    return _with_time_beside(made, error, model, data) if made.rule == "bad-date" else made


def _with_time_beside(made: Remark, error: ErrorDetails, model: type[BaseModel], data: Any) -> Remark:
    """Say where the words belong that stand in the place of a date, or which year or days they may be of."""
    if made.mend is not None and str(made.mend.text).startswith(("{", "[")):
        return made  # several times, written as such
    if days := several_days(str(error["input"]), made.path, model, data):
        return days
    if made.mend is not None:
        return made
    said = _words_beside(made, error["input"], model)
    return said if said.mend is not None else with_the_year(made, model, data) or said


_FIGURE_OR_LINE = re.compile(r"[0-9\n]")
_SAYS_LATEST = re.compile(
    r"snar|så |omgående|omedelbart|genast|senast|före|innan|efter|inom|när|löpande|först|as soon|before|after|within",
    re.IGNORECASE,
)
"""What words about when begin with that no ”senast” goes before."""


def _words_beside(made: Remark, value: object, model: type[BaseModel]) -> Remark:
    """Write words that stand in the place of a date under the key beside it where such times stand."""
    is_end = made.path[-1] == "until" and _is_period(made.path, model)
    key, field = "text" if is_end else str(made.help.fields.get("key", "")), field_at(model, made.path)
    is_said = isinstance(value, str) and not _FIGURE_OR_LINE.search(value)
    if not key or field is None or not is_said or isinstance(made.path[-1], int):
        return made
    is_latest = key in {"when", "text"} and made.path[-1] != "dates"  # of more than one time to come
    said = _with_latest(field.title or "", str(value).strip()) if is_latest else str(value).strip()
    message = made.message.with_fields(same=key)
    return replace(made, message=message, mend=Mend(f"{key}: {scalar(said)}", MendKind.PAIR))


def _with_latest(title: str, words: str) -> str:
    """Say when something is to be done as its key does, ”senast mandatperiodens slut”, but not ”senast snarast”."""
    latest = title.lower()
    lead = latest.removesuffix("senast").strip() if _SAYS_LATEST.match(words) else latest
    return f"{lead} {words}".strip()


def _is_period(path: KeyPath, model: type[BaseModel]) -> bool:
    around = part_at(model, path[:-1])
    return around is not None and issubclass(around, Lasting)


def _fields(error: ErrorDetails, path: KeyPath, model: type[BaseModel]) -> dict[str, FieldValue]:
    value = error.get("ctx", {}).get("value", error["input"])
    part = part_at(model, path)
    fields: dict[str, FieldValue] = {
        "example": _example(path, model),
        "value": shown(value),
        "written": value if isinstance(value, str) else "",
        "met": _met(error["input"]),
        "keys": marked(keys_of(part)) if part else OWN_NAMES,
        "guess": NO_GUESS,
    }
    if error["type"] == "date_absent":
        fields |= {"month": CoarseDate.parse(error["ctx"]["month"]), "last": error["ctx"]["last"]}
    if error["type"] == "cadence_form":
        guess = did_you_mean(str(value), CADENCES, FOR_INSTANCE.with_fields(example=_example(path, model)))
        fields |= {"choices": AnyOf(tuple(name for name, _ in CADENCES)), "guess": guess}
    if error["type"] == "id_form":
        fields["guess"] = as_id(str(error["input"]), "lessebo-2019")
    return fields


_MAIL = frozenset({"från", "till", "kopia", "ämne", "skickat", "datum", "from", "to", "cc", "subject", "sent", "date"})
_FEWEST_OF_MAIL = 2
_CHOICES = frozenset({"bad-choice", "bad-cadence"})
_FIRST_LINE = "samverkan: 1"
"""What every file of ours begins with."""


def _example(path: KeyPath, model: type[BaseModel]) -> str:
    """Write the line that belongs at a place: an item of a list, or a key with its value."""
    keys = [step for step in path if isinstance(step, str)]
    around = part_at(model, tuple(keys[:-1])) if keys else None
    if around is None:  # under keys that the author chooses
        return f"{keys[-1]}: {own_value(model, tuple(keys[:-1]))}" if keys else _FIRST_LINE
    line = item_line if isinstance(path[-1], int) else pair
    return line(around, keys[-1]) if keys[-1] in keys_of(around) else ""


def _missing_key(key: str, path: KeyPath, model: type[BaseModel]) -> Remark:
    part = part_at(model, path)
    field = keys_of(part).get(key) if part else None
    title = f" ({field.title})" if field and field.title else ""
    description = field.description or "" if field else ""
    example = pair(part, key) if part and field else f"{key}:"
    said = remark("missing-key", (*path, key), key=key, title=title, description=description, example=example)
    return replace(said, mend=Mend(example, MendKind.FIRST)) if (*path, key) in {("samverkan",), ("kind",)} else said


def _bad_choice(value: Any, path: KeyPath, model: type[BaseModel]) -> Remark:
    if not isinstance(value, str):
        return _value_wanted(value, path, model)
    choices = choices_of_value(model, path)
    stands_alone = bool(choices) and not choices_at(model, path)
    example = f"- {choices[0][0]}" if stands_alone else _example(path, model)
    guess = did_you_mean(value, choices, FOR_INSTANCE.with_fields(example=example))
    return remark("bad-choice", path, value=shown(value), choices=_listed(choices), guess=guess)


def _listed(choices: Iterable[tuple[str, str]]) -> AnyOf:
    return AnyOf(tuple(_choice_said(name, title) for name, title in choices))


def _choice_said(name: str, title: str) -> str:
    """Say a choice with its Swedish name, where that does not begin with the same word."""
    return title if title.startswith(f"{name} (") else f"{name} ({title})" if title else name


def _value_wanted(value: Any, path: KeyPath, model: type[BaseModel]) -> Remark:
    """Say what belongs where a list, or keys with values, stand instead of one value."""
    field = field_at(model, path)
    example = _example(path, model)
    if field is None:
        return remark("text-wanted", path, met=_met(value), example=example)
    wanted: FieldValue | None = next((WANTED[t.__name__] for t in types_in(field.annotation) if _is_worded(t)), None)
    about = f"{field.description} " if field.description else ""
    if choices := choices_at(model, path):
        wanted, about = _listed(choices), ""
    elif NAMES_A_PART in [*field.metadata, *marks_in(field.annotation)]:
        wanted = ID_WANTED
    if wanted is None:
        return remark("text-wanted", path, met=_met(value), example=example)
    return remark("value-wanted", path, met=_met(value), wanted=wanted, about=about, example=example)


def _is_worded(found: Any) -> bool:
    return isinstance(found, type) and found.__name__ in WANTED


def _met(value: Any) -> Text:
    return MET["list" if isinstance(value, list) else "mapping" if isinstance(value, dict) else "text"]
