"""What happens while documents are made, for whoever wants to tell of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from samverkan.errors import SamverkanError


@dataclass(frozen=True, slots=True)
class SameName:
    """Files of several documents would have the same name; none of them is made.

    Attributes:
        name: the name, without its ending.
        sources: the documents' files.
    """

    name: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceGone:
    """A file in the folder was made from a document that is no longer there."""

    path: Path


@dataclass(frozen=True, slots=True)
class Stale:
    """A file is not up to date, in a run that only checks."""

    path: Path


@dataclass(frozen=True, slots=True)
class Started:
    """Files begin to be made, of so many documents."""

    documents: int


@dataclass(frozen=True, slots=True)
class Written:
    """A file was written."""

    path: Path


@dataclass(frozen=True, slots=True)
class Failed:
    """A file could not be made or written; the others are."""

    path: Path
    error: SamverkanError


@dataclass(frozen=True, slots=True)
class DocumentDone:
    """All files of one document have been tried."""


@dataclass(frozen=True, slots=True)
class Checked:
    """The end of a run that only checks, with the number of files that are not up to date."""

    stale: int


@dataclass(frozen=True, slots=True)
class Finished:
    """The end of a run.

    Attributes:
        folder: where files are written.
        written: how many were.
        current: how many were up to date already.
    """

    folder: Path
    written: int
    current: int


Event = SameName | SourceGone | Stale | Started | Written | Failed | DocumentDone | Checked | Finished
