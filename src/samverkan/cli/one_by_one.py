"""Checking workspaces one after the other, for commands that need the documents of one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from samverkan.cli.ending import with_files
from samverkan.kept import keys_of_files
from samverkan.source.workspace_files import surroundings
from samverkan.told import together

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from samverkan.check import CheckResult
    from samverkan.source.workspace_files import Surroundings
    from samverkan.told import Told

_T = TypeVar("_T")
Noted = dict[int, "Sequence[str] | None"]
"""What stands for the files of each workspace as they have been checked, by its place."""


def checked_one_by_one(
    paths: Sequence[str],
    day: date,
    found: Sequence[Surroundings] | None,
    take: Callable[[CheckResult], _T],
    noted: Noted,
) -> tuple[Told, list[_T]]:
    """Check what the user points at, a workspace at a time, and let go of each when what is wanted of it is known.

    Args:
        paths: files and folders.
        day: the day to judge dates by.
        found: the files that the paths lead to, where they have been found already.
        take: gives what is wanted of a workspace; it may hold none of the documents.
        noted: what stands for the files is noted here.

    Raises:
        NothingToCheckError: none of the files is ours.
        WrongUseError: settings are wrong.
    """
    from samverkan import check  # noqa: PLC0415 - heavy, and not every command's
    from samverkan.gather import require_settings  # noqa: PLC0415 - likewise

    found = surroundings(paths) if found is None else found
    require_settings(found)  # of several faults in settings the first is told that a check of all would tell
    parts: list[Told] = []
    taken: list[_T] = []
    for place, files in enumerate(found):
        read = files.read()
        noted[place] = keys_of_files(read)
        result = check.check_files([read], day)
        taken.append(take(result))
        parts.append(check.without_documents(result))
    return with_files(together(parts), paths), taken
