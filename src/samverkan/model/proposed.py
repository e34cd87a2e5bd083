"""What was most likely meant by what pydantic found, and the line to paste."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from samverkan.findings import Mend, MendKind, Remark
from samverkan.model.fields import field_at, keys_of, part_at
from samverkan.model.fitting import fitted
from samverkan.model.invented import marked_as_example
from samverkan.model.keys_beside import of_other_shape
from samverkan.model.meant_numbers import says_that_it_is_so
from samverkan.model.meant_times import dates_within
from samverkan.model.mends import meant_by
from samverkan.model.no_figure import with_its_unit, words_for_figure
from samverkan.model.not_known import not_known
from samverkan.model.of_another_key import of_another_key, with_the_year
from samverkan.model.one_each import one_each
from samverkan.model.remarks import characters_named, remark, shown, value_at
from samverkan.model.several_days import date_on_terms, several_days
from samverkan.model.several_in_one import several_in_one
from samverkan.model.shapes import bullet_of, is_list_in_text, meant_shape
from samverkan.model.signing_said import with_signatures
from samverkan.model.worded import is_period, of_length
from samverkan.source.quoting import scalar
from samverkan.words.hints import GUESS
from samverkan.words.sentence import AnyOf, quoted

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic_core import ErrorDetails


def proposed(made: Remark, error: ErrorDetails, model: type[BaseModel], data: Any) -> Remark:
    """Add to what is said of an error what was most likely meant, and the line to paste.

    Args:
        made: what is said of it.
        error: what the model's validation raised.
        model: the document's model.
        data: the plain data that were validated.
    """
    said = _with_what_is_meant(_of_party(_with_mend(made, error, model), data), error, model, data)
    return _with_grade(said, error, model, data) if said.rule == "bad-choice" else said


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


_GRADE = re.compile(
    r"\A(?:hög|låg|stor|stark|svag|viss|mycket|ganska|tydlig|high|low|strong|weak)\w{0,6} ", re.IGNORECASE
)


def _with_grade(made: Remark, error: ErrorDetails, model: type[BaseModel], data: Any) -> Remark:
    """Keep beside a choice, in a note, words that say how much it is so: ”hög risk”."""
    part, around, said = part_at(model, made.path[:-1]), value_at(data, made.path[:-1]), error["input"]
    is_graded = isinstance(said, str) and _GRADE.match(said) is not None
    if made.mend is None or part is None or not is_graded or not isinstance(made.path[-1], str):
        return made
    if "note" not in keys_of(part) or "note" in around or made.mend.kind is not MendKind.VALUE:
        return made
    note = scalar(f"{said[:1].upper()}{said[1:].rstrip('.')}.")
    return replace(made, mend=Mend(f"{made.path[-1]}: {made.mend.text}\nnote: {note}", MendKind.PAIR))


_LIKE_AN_ID = re.compile(r"[a-zåäö][a-zåäö0-9-]*")


def _of_party(made: Remark, data: Any) -> Remark:
    """Let the author choose where the role beside a party is written as an id: the two may have changed places."""
    around = value_at(data, made.path[:-1]) if made.path[-1:] == ("party",) else None
    is_id = isinstance(around, dict) and _LIKE_AN_ID.fullmatch(str(around.get("role", ""))) is not None
    return replace(made, mend=replace(made.mend, is_safe=False)) if is_id and made.mend is not None else made


def _of_counted(made: Remark, model: type[BaseModel], data: Any) -> Remark | None:
    return one_each(made, made.path, model, data) or with_its_unit(made, model, data)


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


def _with_another_key(made: Remark, error: ErrorDetails, model: type[BaseModel], data: Any) -> Remark:
    """Say under which other key a value belongs, where its own has no use for it, or for all of it."""
    if made.rule in {"bad-reference", "wrong-type"} and len(made.path) > 1:
        return several_in_one(made, model, data) or made
    if of_length("bad-cadence", error["input"]) != "bad-cadence":
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
    if on_terms := date_on_terms(str(error["input"]), made.path, model, data):
        return on_terms
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
    is_end = made.path[-1] == "until" and is_period(made.path, model)
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


_CHOICES = frozenset({"bad-choice", "bad-cadence"})
