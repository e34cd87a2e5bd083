"""A value that is made once for each document, without documents waiting for each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from samverkan.errors import SamverkanError

if TYPE_CHECKING:
    from collections.abc import Callable

Made = TypeVar("Made")


class MadeOnce(Generic[Made]):
    """A property that is made when first asked for.

    As `functools.cached_property`, which until Python 3.12 holds one lock for all instances: documents that are made
    side by side would wait for each other's converters.
    """

    def __init__(self, make: Callable[[Any], Made]) -> None:
        """Take the function that makes the value from its owner."""
        self._make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        """Remember where the value is kept."""
        self._name = name
        self._fault = f"{name} is faulty"

    def __get__(self, instance: object, owner: type | None = None) -> Made:
        """Make the value, and keep it in place of this property; an error is kept too, and is as good the next time."""
        kept = vars(instance)
        if (fault := kept.get(self._fault)) is not None:
            raise fault
        try:
            kept[self._name] = made = self._make(instance)
        except SamverkanError as error:
            kept[self._fault] = error
            raise
        return made
