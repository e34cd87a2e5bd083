"""Several forms to one answer for each thing: what agrees is put together, and what differs is left to be chosen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from samverkan.collecting.reading import Answer, answer_of
from samverkan.escape import visible
from samverkan.words.collecting import ANSWER_PART, COLLECTING, HEADINGS, NOTE_CONFLICT, SIGNED_COMMENT
from samverkan.words.lists import FirstOf
from samverkan.words.sentence import plain

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from samverkan.collecting.answers import Filled, Row
    from samverkan.collecting.asked import Asked
    from samverkan.words.sentence import Language, Text

ONE_EACH = ("result", "light", "value", "precision", "period", "carried_over")
"""What an outcome can state once only."""
_TEXTS = ("comment", "obstacle", "why_not")
_FIGURE = ("value", "precision", "period")


@dataclass(slots=True)
class Together:
    """All that was answered of one thing.

    Attributes:
        asked: what it is.
        values: what is stated, by the keys of an outcome; a text each, or several who answered.
        unsettled: the keys that answers differ on, or that are missing, which somebody has to fill in.
        notes: what stands as a comment beside it.
        is_answered: whether anything was answered.
        is_gone: whether the document no longer has it.
    """

    asked: Asked
    values: dict[str, str | tuple[str, ...]] = field(default_factory=dict)
    unsettled: list[str] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)
    is_answered: bool = False
    is_gone: bool = False


@dataclass(slots=True)
class Collected:
    """What a round of answers came to.

    Attributes:
        each: one for each thing that was asked.
        troubles: what somebody has to look into.
        double: what was answered twice, and the same.
    """

    each: list[Together] = field(default_factory=list)
    troubles: list[Text] = field(default_factory=list)
    double: list[Text] = field(default_factory=list)

    @property
    def told(self) -> list[Text]:
        """What is only to be known."""
        return [COLLECTING["double"].with_fields(each=FirstOf(tuple(self.double), "; "))] if self.double else []


def collected(forms: Sequence[Filled], asked: Sequence[Asked], gone: Sequence[Asked], language: Language) -> Collected:
    """Put the answers of several forms together.

    Args:
        forms: the forms, all of the same round.
        asked: what a follow-up is to answer for.
        gone: what the forms ask about and the documents no longer hold.
        language: the language of the follow-up.
    """
    whole = Collected()
    rows: dict[str, list[Row]] = {}
    for form in forms:
        whole.troubles += form.told
        for row in form.rows:
            rows.setdefault(row.key, []).append(row)
    for one in (*asked, *gone):
        answers = [answer_of(row, one) for row in rows.get(one.key, ())]
        made = _together(one, answers, whole, language)
        made.is_gone = one in gone
        if made.is_answered or not made.is_gone:
            whole.each.append(made)
        if not made.is_answered:
            made.unsettled.insert(0, "result")
    return whole


def _together(asked: Asked, answers: Sequence[Answer], whole: Collected, language: Language) -> Together:
    made = Together(asked)
    for answer in answers:
        whole.troubles += answer.told
        made.notes += answer.left
    given = [answer for answer in answers if not answer.is_empty]
    stated = [answer for answer in given if set(answer.values) - {"answered_by", "answered"}]
    made.is_answered = bool(stated)
    _state(made, stated)
    for key in _TEXTS:
        if text := _texts(key, stated, language):
            made.values[key] = text
    if who := _given("answered_by", given):
        made.values["answered_by"] = who
    if days := _given("answered", given):
        made.values["answered"] = max(days)
    _tell_double(made, stated, whole)
    _tell_gaps(made, whole)
    return made


def _state(made: Together, stated: Sequence[Answer]) -> None:
    """Take in what can be stated once only, and leave open what answers differ on."""
    for key in ONE_EACH:
        found = _given(key, stated)
        if len(found) == 1:
            made.values[key] = found[0]
        elif found:
            made.unsettled.append(key)
    if set(made.unsettled) & set(_FIGURE):  # a figure of one answer is not to stand with the time of another
        made.values = {key: value for key, value in made.values.items() if key not in _FIGURE}


def _given(key: str, answers: Sequence[Answer]) -> tuple[str, ...]:
    """Give what some answers have for a key, each once."""
    return tuple(dict.fromkeys(answer.values[key] for answer in answers if key in answer.values))


def _texts(key: str, answers: Sequence[Answer], language: Language) -> str:
    """Put texts below each other, each with who wrote it where they differ."""
    found: dict[str, str] = {}
    for answer in answers:
        if text := answer.values.get(key):
            found.setdefault(text, answer.values.get("answered_by") or answer.file)
    if len(found) == 1:
        return next(iter(found))
    return "\n\n".join(SIGNED_COMMENT.with_fields(who=who, text=text).say(language) for text, who in found.items())


def _tell_double(made: Together, stated: Sequence[Answer], whole: Collected) -> None:
    if len(stated) < 2:  # noqa: PLR2004 - two of them are double
        return
    label = visible(made.asked.label)
    if not made.unsettled:
        files = FirstOf(tuple(dict.fromkeys(answer.file for answer in stated)))
        whole.double.append(COLLECTING["double-one"].with_fields(label=label, files=files))
        return
    open_keys = made.unsettled
    said = tuple(
        COLLECTING["answer-of"].with_fields(file=one.file, value=_said(one, open_keys, made.asked)) for one in stated
    )
    keys = FirstOf(tuple(f"`{key}`" for key in made.unsettled))
    answers = FirstOf(said, " ")
    whole.troubles.append(COLLECTING["conflict"].with_fields(label=label, answers=answers, keys=keys))
    made.notes.append(NOTE_CONFLICT.with_fields(answers=answers))


def _said(answer: Answer, keys: Sequence[str], asked: Asked) -> FirstOf:
    words = {result.value: word for result, word in asked.results.items()}
    found = [(HEADINGS.get(key, plain(key)), answer.values.get(key, "–")) for key in keys]
    return FirstOf(tuple(ANSWER_PART.with_fields(name=name, value=words.get(value, value)) for name, value in found))


def _tell_gaps(made: Together, whole: Collected) -> None:
    """Tell of what an answer lacks to count, and leave a place for it."""
    label = visible(made.asked.label)
    says_something = {"result", "value", "comment", "why_not"} & set(made.values)
    if made.is_answered and not says_something and "result" not in made.unsettled:
        made.unsettled.insert(0, "result")
        whole.troubles.append(COLLECTING["incomplete"].with_fields(label=label))
    if made.values.get("result") == "not-assessed" and "why_not" not in made.values:
        made.unsettled.append("why_not")
        whole.troubles.append(COLLECTING["no-reason"].with_fields(label=label))
    elif "why_not" in made.values and made.values.get("result") != "not-assessed":
        why = made.values.pop("why_not")
        made.values["comment"] = "\n\n".join(str(text) for text in (made.values.get("comment"), why) if text)


def missing_in(whole: Collected, answered_before: Collection[str] = ()) -> list[Text]:
    """Say what has no answer, and who is responsible for it.

    Args:
        whole: what the answers came to.
        answered_before: the keys of what the follow-up has an outcome of already.
    """
    missing: dict[str, list[str]] = {}
    for one in whole.each:
        if not one.is_answered and one.asked.key not in answered_before:
            missing.setdefault(one.asked.what["responsible"] or "–", []).append(visible(one.asked.label))
    each = ((FirstOf(tuple(labels), "; "), visible(responsible)) for responsible, labels in missing.items())
    return [COLLECTING["missing"].with_fields(labels=named, responsible=who) for named, who in each]
