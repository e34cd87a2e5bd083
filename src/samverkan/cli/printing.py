"""Finished files on the standard output, one at a time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from samverkan.errors import WrongUseError
from samverkan.escape import visible
from samverkan.output.standard_output import Markup, write_file, write_page
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.words.commands import sentence
from samverkan.words.output import report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.cli.session import Session
    from samverkan.render.rendering import Rendering
    from samverkan.words.sentence import FieldValue

_STANDARD_OUTPUT = Path("-")
_MARKUP = {DocumentFormat.HTML: Markup.HTML, DocumentFormat.MD: Markup.MARKDOWN}


def is_standard_output(out: Path | None) -> bool:
    """Tell whether the user asked for the standard output, as `--out -`."""
    return out == _STANDARD_OUTPUT


def folder_of(out: Path) -> Path:
    """Give the folder that the user named.

    Raises:
        WrongUseError: it is the standard output, where several files cannot be told apart.
    """
    if is_standard_output(out):
        raise WrongUseError(sentence("no-folder-named"))
    return out


def folder_said(folder: Path) -> FieldValue:
    """Name a folder in a sentence: the one that the user is in has no name there."""
    return report("here") if folder == Path() else visible(folder.as_posix())


def print_one(renderings: Sequence[Rendering], wanted: Sequence[DocumentFormat], session: Session) -> None:
    """Make one file and write it to the standard output.

    Raises:
        WrongUseError: more than one file is asked for, or none can be made.
        ReadWriteError: it cannot be made.
    """
    if len(renderings) != 1 or len(wanted) != 1:
        fields = {"documents": len(renderings), "formats": len(wanted)}
        raise WrongUseError(sentence("one-to-standard-output", **fields))
    print_page(renderings[0], wanted[0], session)


def print_page(rendering: Rendering, wanted: DocumentFormat, session: Session) -> None:
    """Make a file and write it to the standard output; no line of a text becomes a command there."""
    from samverkan.render.engines.settings import use  # noqa: PLC0415 - heavy, and not every command's

    use(session.engines())
    content = rendering.to(wanted)
    if wanted in _MARKUP:
        write_page(content.decode(), _MARKUP[wanted])
    else:
        write_file(content)
