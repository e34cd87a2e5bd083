"""Answers about workspaces that are asked for many times, remembered until the check is over."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

_P = ParamSpec("_P")
_T = TypeVar("_T")
_FORGETTING: list[Callable[[], None]] = []


def remembered(maxsize: int) -> Callable[[Callable[_P, _T]], Callable[_P, _T]]:
    """Let a function remember as many answers; its arguments must be such as sets can hold."""

    def remembering(function: Callable[_P, _T]) -> Callable[_P, _T]:
        made = lru_cache(maxsize=maxsize)(function)
        _FORGETTING.append(made.cache_clear)
        return cast("Callable[_P, _T]", made)

    return remembering


def forget() -> None:
    """Forget every answer, and with them the documents that they are about: no more is asked of a workspace."""
    for clear in _FORGETTING:
        clear()
