"""What runs the program for others: where the files are to be found, and where a summary may be left."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING
from urllib.parse import quote

from samverkan.escape import as_named

if TYPE_CHECKING:
    from collections.abc import Mapping

_STANDARD_INPUT = "<stdin>"
_ROOTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")


@dataclass(frozen=True, slots=True)
class Runner:
    """What is around a run.

    Attributes:
        here: the current folder.
        root: the folder that the runner counts names of files from; the current folder where there is no runner.
        summary: the file that GitHub shows as Markdown on the page of the run; empty where there is none.
    """

    here: str
    root: str
    summary: str = ""

    def name_of(self, file: str) -> str:
        """Name a file from the root, with forward slashes; one outside it keeps the name that it has."""
        if file == _STANDARD_INPUT:
            return file
        if self.root == self.here:
            return file.removeprefix("./")
        inside = os.path.relpath(Path(self.here, file), self.root)
        return file if inside.startswith(os.pardir) else PurePath(inside).as_posix()

    def uri_of(self, file: str) -> str:
        """Name a file from the root as a part of an address."""
        name = self.name_of(file)
        if PurePath(name).is_absolute():
            return PurePath(name).as_uri()
        return quote(as_named(name))


def runner_in(environment: Mapping[str, str], here: str) -> Runner:
    """Tell what runs the program, by the variables that it sets."""
    root = next((environment[name] for name in _ROOTS if Path(environment.get(name, "")).is_absolute()), here)
    return Runner(here, root, environment.get("GITHUB_STEP_SUMMARY", ""))
