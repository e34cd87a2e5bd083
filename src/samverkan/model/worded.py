"""What pydantic found, in the user's words."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from samverkan.findings import KeyPath, Mend, MendKind, Remark
from samverkan.guess import did_you_mean
from samverkan.model.base import NAMES_A_PART
from samverkan.model.dates import CADENCES, CoarseDate
from samverkan.model.examples import item_line, own_value, pair
from samverkan.model.fields import choices_at, choices_of_value, field_at, keys_of, marks_in, part_at, types_in
from samverkan.model.meant_numbers import has_comma_for_thousands
from samverkan.model.meant_times import is_of_no_month
from samverkan.model.mends import accepts, as_id
from samverkan.model.remarks import marked, place_of, remark, shown
from samverkan.model.terms import Lasting
from samverkan.model.unknown_keys import unknown_key
from samverkan.source.comment_marks import comment_apart
from samverkan.source.quoting import scalar
from samverkan.words.hints import FOR_INSTANCE, NO_GUESS
from samverkan.words.sentence import AnyOf, FieldValue, Text
from samverkan.words.structure import ID_WANTED, MET, OWN_NAMES, WANTED

if TYPE_CHECKING:
    from collections.abc import Iterable

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


def worded(error: ErrorDetails, model: type[BaseModel], data: Any, *, is_guessed: bool) -> Remark:
    """Say what pydantic found, in the user's words.

    Args:
        error: what the model's validation raised.
        model: the document's model.
        data: the plain data that were validated.
        is_guessed: that what a key not known was meant as is to be guessed, which takes its time.
    """
    sentence = _SENTENCES.get(error["type"], "bad-value")
    path = place_of(error, data)
    match sentence:
        case "missing-key":
            key = str(error["loc"][-1])
            return _text_as_title(key, path, model, error["input"]) or _missing_key(key, path, model)
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
    sentence = _of_document(of_length(sentence, error["input"]), error["input"], path, model)
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
        in_period = {"from": "bad-start", "until": _bad_end(path, model)} if is_period(path, model) else {}
        sentence = in_period.get(str(path[-1]), sentence)
        if beside := _said_beside(path, model):
            return remark("bad-date-beside", path, at_key=False, **{**_fields(error, path, model), **beside})
    return remark(sentence, path, at_key=False, **_fields(error, path, model))


def _bad_end(path: KeyPath, model: type[BaseModel]) -> str:
    """Choose the sentence for an end: only that of a promise can be when the next one is given."""
    field = field_at(model, path)
    names = {kind.__name__ for kind in types_in(field.annotation)} if field else set()
    return "bad-end-or-next" if "EndOrNext" in names else "bad-end"


_NO_LENGTH = re.compile(r"(?:at-least-)?(?:[-−]P?|P[-−]|P(?=0*[DWMY]))[0-9]*[DWMY]", re.IGNORECASE)
_LONG = re.compile(r"P[0-9]{4,}[DWMY]", re.IGNORECASE)


def of_length(sentence: str, value: object) -> str:
    """Choose the sentence for what has the form of a length of time, but is none or too long.

    Args:
        sentence: the one for what is no length of time, or no cadence, at all.
        value: what is written.
    """
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


def is_period(path: KeyPath, model: type[BaseModel]) -> bool:
    """Tell whether a key stands in a period: a time with a start and an end."""
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


_FEW_WORDS = 6


def _text_as_title(key: str, path: KeyPath, model: type[BaseModel], written: Any) -> Remark | None:
    """Say that the text that a part must have stands as its title; None where it has none, or one that is a title."""
    title = written.get("title") if isinstance(written, dict) and key == "text" else None
    if not isinstance(title, str) or not (len(title.split()) > _FEW_WORDS or title.strip().endswith(".")):
        return None
    part = part_at(model, path)
    said = (keys_of(part)["title"].title or "") if part and "title" in keys_of(part) else ""
    made = remark("text-as-title", (*path, "title"), at_key=True, key=key, title=said, own="title")
    return replace(made, mend=Mend(key, MendKind.KEY)) if said else None


def _missing_key(key: str, path: KeyPath, model: type[BaseModel]) -> Remark:
    part = part_at(model, path)
    field = keys_of(part).get(key) if part else None
    title = f" ({field.title})" if field and field.title else ""
    description = field.description or "" if field else ""
    example = pair(part, key) if part and field else f"{key}:"
    if field and field.title and example == f"{key}: {scalar(field.title)}":
        example = f"{key}: …"
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
