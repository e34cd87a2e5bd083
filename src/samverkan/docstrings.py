"""What is written of a function or a class in its source, where Python started with `-OO` keeps none of it."""

from __future__ import annotations

import ast
import inspect
import sys
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def docstring(module: str, name: str) -> str:
    """Read the docstring of a module's function or class as it stands in the source.

    Args:
        module: the module's name; it may still be on its way in.
        name: the function's or the class's.

    Returns:
        The docstring, indented as it is written; empty where there is none.
    """
    return _written_in(module).get(name, "")


@cache
def _written_in(module: str) -> Mapping[str, str]:
    nodes = ast.walk(ast.parse(inspect.getsource(sys.modules[module])))
    described = (node for node in nodes if isinstance(node, ast.FunctionDef | ast.ClassDef))
    return {node.name: ast.get_docstring(node, clean=False) or "" for node in described}
