"""Put the changed text of a module into functions that are in use already, so that nothing need be imported anew."""

from __future__ import annotations

import functools
import gc
import inspect
from collections import defaultdict
from types import CodeType, FunctionType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class InUse:
    """The functions of the program's modules as they have been imported, and those of them that remember answers."""

    def __init__(self, folder: str) -> None:
        self.functions: dict[tuple[str, str, int], list[FunctionType]] = defaultdict(list)
        self.remembering = []
        for one in gc.get_objects():
            if isinstance(one, FunctionType) and one.__code__.co_filename.startswith(folder):
                self.functions[one.__code__.co_filename, *_name(one.__code__)].append(one)
            elif isinstance(one, functools._lru_cache_wrapper) and one.__module__.startswith("samverkan."):
                self.remembering.append(one)

    def change(self, path: str, before: str, after: str) -> bool:
        """Let the functions of a module do what its text now says, and forget what functions remember.

        Returns:
            Whether all that changed is in place; not so where it was run when the module was imported.
        """
        for remembering in self.remembering:
            remembering.cache_clear()
        for name, code in _changed(compile(before, path, "exec"), compile(after, path, "exec")):
            functions = self.functions.get((path, *name), [])
            if not functions or any(len(one.__code__.co_freevars) != len(code.co_freevars) for one in functions):
                return False
            for one in functions:
                one.__code__ = code
        return True


def _name(code: CodeType) -> tuple[str, int]:
    return code.co_qualname, code.co_firstlineno


def _changed(before: CodeType, after: CodeType) -> Iterator[tuple[tuple[str, int], CodeType]]:
    """Give the functions that differ; of a module or a class that itself differs, itself."""
    if before == after:
        return
    inner, now = _inner(before), _inner(after)
    runs_once = not before.co_flags & inspect.CO_NEWLOCALS or not before.co_flags & inspect.CO_OPTIMIZED
    if not runs_once or len(inner) != len(now) or _own(before) != _own(after):
        yield _name(before), after
        return
    for one, other in zip(inner, now, strict=True):
        yield from _changed(one, other)


def _inner(code: CodeType) -> list[CodeType]:
    return [one for one in code.co_consts if isinstance(one, CodeType)]


def _own(code: CodeType) -> tuple[object, ...]:
    """Give what a module or a class does itself, apart from what its functions do."""
    constants = [(type(one), repr(one)) for one in code.co_consts if not isinstance(one, CodeType)]
    return code.co_code, code.co_names, constants
