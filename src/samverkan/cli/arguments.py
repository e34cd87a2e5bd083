"""Arguments that already are what is asked for, taken as they are.

Typer lets pydantic read each of them, which takes longer to import and to build than most commands take to print what
is known. All others are still read in that way, and so are all mistakes told.
"""

from __future__ import annotations

from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

_UNKNOWN = object()


def taken_as_they_are(parameters: Sequence[Any]) -> list[Any]:
    """Let the parameters of a command take plain arguments without pydantic."""
    for parameter in parameters:
        kind, own = getattr(parameter, "type_descriptor", None), vars(parameter)
        if kind is not None and not parameter.required and "process_value" not in own:
            own["process_value"] = partial(_taken, parameter, kind, parameter.process_value)
    return list(parameters)


def _taken(parameter: Any, kind: Any, read: Any, context: Any, value: Any) -> Any:
    is_several = parameter.multiple or parameter.nargs != 1
    plain = _UNKNOWN if kind.parameter_info.parser else _as_it_is(kind.annotation, value, is_several=is_several)
    if plain is _UNKNOWN:
        return read(context, value)
    return parameter.callback(context, parameter, plain) if parameter.callback else plain


def _as_it_is(annotation: Any, value: Any, *, is_several: bool) -> Any:
    """Give a value that needs no reading; `_UNKNOWN` for all others."""
    if value is None:
        return () if is_several else None
    if is_several:
        is_plain = annotation == list[str] and isinstance(value, tuple | list) and all(map(_is_text, value))
        return list(value) if is_plain else _UNKNOWN
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return _choice(annotation, value)
    if annotation is str:
        return value if _is_text(value) else _UNKNOWN
    return value if type(value) is annotation else _UNKNOWN  # what holds where nothing is asked for


def _choice(choices: type[Enum], value: Any) -> Any:
    asked = value.value if type(value) is choices else value
    return next((one for one in choices if one.value == asked), _UNKNOWN)


def _is_text(value: object) -> bool:
    """Tell whether a value is a text that can be printed; others may hold what is no text at all."""
    return isinstance(value, str) and value.isprintable()
