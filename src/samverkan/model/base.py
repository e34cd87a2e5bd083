"""What every model is built from: parts with closed sets of keys, and the types of text in them."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Self, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError, core_schema

from samverkan.docstrings import docstring
from samverkan.escape import is_blank
from samverkan.model.choices import Item

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema

ID_PATTERN = "[a-zåäö0-9]+(-[a-zåäö0-9]+)*"
REFERENCE_PATTERN = f"{ID_PATTERN}(#{ID_PATTERN})?"
NUMBER_PATTERN = r"-?[0-9]{1,15}(\.[0-9]{1,6})?"
_LABEL_LENGTH = 60
_BULLET = re.compile(r"(?:[-*+]|[0-9]{1,9}[.)])\s+")
_JOINS_ITSELF = re.compile(r"[:;,.!?–]$|\b(?:och|samt|eller|and|or)$")
"""What an item of a list ends in where nothing is needed before the next one."""
_LEAST_THIRD_DIGIT = 2
"""In the number of an organisation, where a person's number has the first digit of a month."""
_NO_NAMES: set[str] = set()
_ONLY_OF_KEYS = frozenset({"title", "description", "default", "contentMediaType"})


class Part(BaseModel):
    """A mapping with a closed set of keys, read once and never changed."""

    item: ClassVar[Item | None] = None
    """What the part is, for references that may lead to it; None for parts that nothing can refer to."""

    not_agreed: ClassVar[frozenset[str]] = frozenset()
    """Attributes that are filled in when the text is already agreed, and so are no part of its fingerprint."""

    agreed_as: ClassVar[Mapping[str, str]] = {}
    """What attributes count as in the fingerprint where they are left out; they once had these values by default."""

    agreed_as_text: ClassVar[bool] = False
    """Whether one that has nothing but its text counts as that in the fingerprint; once it could have nothing else."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, defer_build=True, validate_by_alias=True, validate_by_name=False
    )

    def model_post_init(self, _: object, /) -> None:
        """Let go of the names of the keys that were given: nobody asks, and thousands of documents hold many sets."""
        object.__setattr__(self, "__pydantic_fields_set__", _NO_NAMES)

    @classmethod
    def __pydantic_init_subclass__(cls, **_: object) -> None:
        """Keep what is said of the class, which its schema says too, where Python has dropped it."""
        cls.__doc__ = cls.__doc__ or docstring(cls.__module__, cls.__name__)

    @property
    def own_id(self) -> str | None:
        """The part's `id`; None where it has none, or where parts of its type never have one."""
        return self._written("id")

    @property
    def stands_by_itself(self) -> bool:
        """Whether the part is told and followed up by itself, rather than with the part that it belongs to."""
        return True

    @property
    def full_label(self) -> str:
        """The part's title, else its text, on one line; empty where it has neither."""
        return " ".join((self._written("title") or self._written("text") or "").split())

    @property
    def said_label(self) -> str:
        """The part's title, else its text, as in running text: the items of a list after commas, not after bullets."""
        return _in_running_text(self._written("title") or self._written("text") or "")

    @property
    def own_name(self) -> str:
        """The plain text by which readers know the part: its title, name or term; empty where it has none of them."""
        return self._written("title") or self._written("name") or self._written("term") or ""

    @property
    def own_text(self) -> str | None:
        """The part's text, which is prose; None where it has none, or where parts of its type never have one."""
        return self._written("text")

    @property
    def label(self) -> str:
        """`full_label` without its full stop in at most 60 characters, the last of them "…" where more is cut off."""
        whole = self.full_label.removesuffix(".")
        return whole if len(whole) <= _LABEL_LENGTH else whole[: _LABEL_LENGTH - 1] + "…"

    def _written(self, field: str) -> str | None:
        found = vars(self).get(field)
        return found if isinstance(found, str) else None


def _in_running_text(text: str) -> str:
    """Write a text with lists on one line."""
    said, was_item = "", False
    for line in filter(None, map(str.strip, text.splitlines())):
        bullet = _BULLET.match(line)
        is_next = bullet is not None and was_item and not _JOINS_ITSELF.search(said)
        said += (", " if is_next else " ") + (line[bullet.end() :] if bullet else line)
        was_item = bullet is not None or was_item
    return " ".join(said.split())


class TextPart(Part):
    """A part that may be written as its text alone when it has nothing more to say."""

    text_key: ClassVar[str] = "text"
    """The key that the text alone stands for."""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {cls.text_key: value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Allow the text alone, in the form that its key has."""
        named = handler(schema)
        described = handler.resolve_ref_schema(named)
        mapping = dict(described)
        described.clear()
        text = {"description": mapping.get("description", "")}
        described["anyOf"] = [*({**form, **text} for form in _written_alone(mapping, cls.text_key)), mapping]
        return named


class TitledPart(TextPart):
    """A part with a title, a text or both, also written as its text alone. The fields stand in each of them."""

    model_config = ConfigDict(json_schema_extra={"anyOf": [{"required": ["title"]}, {"required": ["text"]}]})

    if TYPE_CHECKING:
        title: str | None
        text: str | None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.title is None and self.text is None:
            raise PydanticCustomError("titled_form", "title or text")
        return self


def _written_alone(mapping: dict[str, Any], key: str) -> list[dict[str, Any]]:
    """Give the forms of a key's value that are one text or number, without what is said of the key."""
    own = mapping["properties"][key]
    forms = own.get("anyOf") or own.get("oneOf") or [own]
    plain = [form for form in forms if form.get("type") in {"string", "integer"}] or forms
    return [{name: said for name, said in form.items() if name not in _ONLY_OF_KEYS} for form in plain]


def _not_blank(value: str) -> str:
    stripped = value.strip()
    if is_blank(stripped):
        raise PydanticCustomError("blank", "blank")
    return stripped


class Checked:
    """A text that a function checks; said so that pydantic need not find it out anew for each of hundreds of fields."""

    def __init__(self, check: Callable[[str], str], form: Mapping[str, Any]) -> None:
        """Take the check, which raises pydantic's errors and gives the text to keep, and the form in JSON Schema."""
        self._schema = core_schema.no_info_after_validator_function(check, core_schema.str_schema())
        self.form = form

    def __get_pydantic_core_schema__(self, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        """Give a schema of its own to each field, for pydantic writes in it."""
        return self._schema.copy()

    def __get_pydantic_json_schema__(self, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Give the form in JSON Schema."""
        return dict(self.form)


def _of_form(pattern: str) -> dict[str, Any]:
    return {"type": "string", "pattern": f"^({pattern})$"}


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern when it is first asked for: a run meets few of them, but thousands of times."""
    return re.compile(pattern)


def _matching(pattern: str, error: str) -> Checked:
    def check(value: str) -> str:
        if _compiled(pattern).fullmatch(value) is None:
            raise PydanticCustomError(error, error, {"value": value})
        return value

    return Checked(check, _of_form(pattern))


def _number(value: object) -> object:
    if isinstance(value, str) and _compiled(NUMBER_PATTERN).fullmatch(value.strip()):
        return Decimal(value.strip())
    if isinstance(value, str):
        raise PydanticCustomError("number_form", "number", {"value": value[:40]})
    return value


def _whole(value: object) -> object:
    if isinstance(value, str) and re.fullmatch(r"0*[1-9][0-9]{0,14}", value.strip()):
        return int(value)
    if isinstance(value, str):
        raise PydanticCustomError("whole_form", "whole number", {"value": value[:40]})
    return value


def _head_count(value: object) -> object:
    if isinstance(value, str) and any(letter.isalpha() for letter in value):
        return _not_blank(value)
    if not isinstance(value, str | int):
        raise PydanticCustomError("string_type", "text")
    return _whole(value)


def _yes_or_no(value: object) -> object:
    if isinstance(value, str):
        if value.strip() in {"true", "false"}:
            return value.strip() == "true"
        raise PydanticCustomError("yes_or_no", "true or false", {"value": value[:40]})
    return value


def as_list(value: object) -> object:
    """Make a list of one text; anything else stays as it is."""
    return [value] if isinstance(value, str) else value


def as_items(value: object) -> object:
    """Make a list of one text or one mapping; anything else stays as it is."""
    return [value] if isinstance(value, str | dict) else value


def _organisation_number(value: str) -> str:
    """Check the form, the last digit, and that it is no person's number, whose third digit is 0 or 1."""
    written = value.strip()
    digits = [int(digit) for digit in written if digit != "-"]
    doubled = [digit * (2 - i % 2) for i, digit in enumerate(digits)]
    is_whole = re.fullmatch(_ORGANISATION_NUMBER, written, re.ASCII) is not None
    if not is_whole or digits[2] < _LEAST_THIRD_DIGIT or sum(map(sum, map(divmod, doubled, [10] * 10))) % 10:
        raise PydanticCustomError("organisation_number_form", "organisation number")
    return written


def own_number(what: str) -> Any:
    """Describe the key `number`, of a part called as in running text: `målet`."""
    return Field(
        None,
        title="Nummer",
        description=f"Numret som {what} har i dokumentet, till exempel A1 eller 2.2; annars numreras de i ordning.",
    )


def one_of(keys: tuple[str, ...], *, apart: tuple[str, ...] = ()) -> ConfigDict:
    """Let the schema of a part say that one of some keys must stand there, and which of them never stand together.

    Args:
        keys: the keys of which there must be one.
        apart: those that stand alone; between them `at_least` and `at_most` count as one, for they are two limits.
    """
    limits = ("at_least", "at_most")
    alone: dict[str, Any] = {
        key: {"properties": {other: {"not": {}} for other in (*apart[i + 1 :], *limits)}} for i, key in enumerate(apart)
    }
    extra: dict[str, Any] = {"anyOf": [{"required": [key]} for key in keys]}
    return ConfigDict(json_schema_extra=extra | ({"dependentSchemas": alone} if alone else {}))


class OneOrMore:
    """Allows one text where a list of them is meant."""

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        listed = handler(schema)
        return {"anyOf": [listed["items"], listed]}


_CODE = "[0-9]{4}"
_ORGANISATION_NUMBER = "[0-9]{6}-?[0-9]{4}"
_FINGERPRINT = "[0-9a-f]{64}|[0-9a-f]{4}(-[0-9a-f]{4}){3}"
_COLOUR = "#[0-9a-fA-F]{6}"
_URL = 'https?://[^\\s<>"]+'

Line = Annotated[str, Checked(_not_blank, {"type": "string", "minLength": 1})]
"""Plain text: a name, a title, a role. Shown letter for letter."""

Years = Annotated[str, Checked(_not_blank, {"anyOf": [{"type": "integer"}, {"type": "string", "minLength": 1}]})]
"""A year or several, as plain text: ”2014”, ”2016–2018”."""

_MARKDOWN = {"contentMediaType": "text/markdown"}

Prose = Annotated[
    str, Checked(_not_blank, {"type": "string", "minLength": 1, **_MARKDOWN}), Field(json_schema_extra=_MARKDOWN)
]
"""Light Markdown: paragraphs, emphasis, lists, links and footnote marks."""

NAMES_A_PART = "names a part"
"""Marks the types whose values name parts of documents rather than say something to a reader."""

Id = Annotated[str, NAMES_A_PART, _matching(ID_PATTERN, "id_form")]
"""The name by which other parts and documents refer to this one."""

Ref = Annotated[str, NAMES_A_PART, _matching(REFERENCE_PATTERN, "reference_form")]
"""An id in this document or in one that it names, a document's id, or `document-id#item-id`; see `links`."""

MunicipalityCode = Annotated[str, _matching(_CODE, "code_form")]
"""The four digits by which Statistics Sweden knows a municipality."""

OrganisationNumber = Annotated[str, Checked(_organisation_number, _of_form(_ORGANISATION_NUMBER))]
"""The ten digits by which authorities and companies are known, of which the last one checks the others."""

Fingerprint = Annotated[str, NAMES_A_PART, _matching(_FINGERPRINT, "fingerprint_form")]
"""The fingerprint of an agreed text, whole (64 digits) or as printed on paper (four groups of four)."""

Colour = Annotated[str, _matching(_COLOUR, "colour_form")]
"""A colour, as `#1f4e79`."""

Url = Annotated[str, _matching(_URL, "url_form")]
"""An address on the web."""

_T = TypeVar("_T")

Many = Annotated[tuple[_T, ...], Field(min_length=1), BeforeValidator(as_list), OneOrMore]
"""One text or a list of them: choices, dates, references, words."""

ManyParts = Annotated[tuple[_T, ...], Field(min_length=1), BeforeValidator(as_items), OneOrMore]
"""One part, as a mapping or as its text alone, or a list of them."""

Lines = Many[Line]
"""One plain text or a list of them."""

Number = Annotated[Decimal, BeforeValidator(_number), WithJsonSchema({"type": "number"})]
"""A figure with decimal point, kept with the decimals that the author wrote."""

Whole = Annotated[int, BeforeValidator(_whole), WithJsonSchema({"type": "integer", "minimum": 1})]
"""A whole number from 1."""

HeadCount = Annotated[
    int | str,
    BeforeValidator(_head_count),
    WithJsonSchema({"anyOf": [{"type": "integer", "minimum": 1}, {"type": "string", "pattern": "[A-Za-zÅÄÖåäö]"}]}),
]
"""A whole number from 1, or how many in words: ”cirka 40”, ”ett 40-tal”."""

YesNo = Annotated[bool, BeforeValidator(_yes_or_no), WithJsonSchema({"type": "boolean"})]
"""`true` or `false`."""
