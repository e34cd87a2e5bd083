"""`samverkan import agreement`: an old agreement in Word, PDF, a web page or plain text, as a draft in YAML."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from samverkan.cli.printing import is_standard_output
from samverkan.cli.telling import say_done, tell
from samverkan.errors import ExitCode, WrongUseError
from samverkan.escape import visible
from samverkan.formatting.printed import printed
from samverkan.importing.agreement.draft import draft_of
from samverkan.importing.agreement.reading import read_old
from samverkan.model.base import ID_PATTERN
from samverkan.output.standard_output import write_file
from samverkan.render.engines.settings import use
from samverkan.source.new_files import write_new
from samverkan.words.old_documents import OLD, OLD_DRAFT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.cli.session import Session
    from samverkan.importing.agreement.draft import OldDraft
    from samverkan.words.sentence import Text


def import_agreement(session: Session, files: Sequence[str], out: Path | None) -> int:
    """Write a draft of an agreement from an old document; nothing that is there is overwritten.

    Args:
        session: the language.
        files: the document, one file.
        out: the file to write; None for one beside the user, named by the draft's id.

    Raises:
        WrongUseError: no file is named, or several are, the file to write is there already, or the time that reading
            may take is not a number of seconds.
        ReadWriteError: the document cannot be read, or the draft not be written.
    """
    if len(files) != 1:
        raise WrongUseError(OLD["one-file"])
    stem = out.stem if out and not is_standard_output(out) and re.fullmatch(ID_PATTERN, out.stem) else ""
    use(session.engines())
    draft = draft_of(read_old(Path(files[0])), session.language, stem)
    if is_standard_output(out):
        write_file(printed(draft.text))
    else:
        path = out or Path(f"{draft.id}.yaml")
        write_new({path: draft.text.encode()})
        placed = OLD["one-placed"] if draft.placed == 1 else OLD["placed"].with_fields(count=draft.placed)
        written = OLD["written"].with_fields(path=visible(path.as_posix()), placed=placed, unsure=_unsure(draft.unsure))
        say_done(written.say(session.language))
    _tell_missing(draft, session)
    return ExitCode.CLEAN


def _unsure(count: int) -> Text:
    if count > 1:
        return OLD["unsure"].with_fields(count=count)
    return OLD["one-unsure"] if count else OLD["none-unsure"]


def _tell_missing(draft: OldDraft, session: Session) -> None:
    if draft.missing:
        names = ", ".join(OLD_DRAFT[f"key-{key}"].say(session.language) for key in draft.missing)
        tell(OLD["missing"].with_fields(what=names), session.language)
