"""`samverkan merge`: what was written in a working version in Word, back into the document's file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samverkan.cli.changes import sources_of, write
from samverkan.cli.options import given
from samverkan.cli.session import session_of
from samverkan.cli.telling import say, say_done, tell
from samverkan.errors import ExitCode, WrongUseError
from samverkan.escape import visible
from samverkan.source.decoding import BOM
from samverkan.source.faults import is_unreadable
from samverkan.source.opening import UnreadableError, cannot_read, read_named
from samverkan.words.commands import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samverkan.editable.merging import Change, Conflict, Merge
    from samverkan.editable.reading import Opened, Returned, Tracked
    from samverkan.source.files import SourceFile
    from samverkan.words.sentence import Language, Text
    from samverkan.workspace.document import Document

_MOST_BYTES = 20_000_000
_SHORT = 80
_MOST_TOLD = 100
"""How many lines say what cannot be taken, before the rest are counted."""
_MOST_OF_LINE = 2000


@dataclass(frozen=True, slots=True)
class _Rewritten:
    old: str
    new: str
    content: bytes
    is_ours: bool = True


def merge(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="help-merge-file", show_default=False)],
    into: Annotated[Path | None, typer.Option(metavar="FILE", help="help-merge-into", show_default=False)] = None,
    *,
    tracked: Annotated[bool, typer.Option("--tracked", help="help-merge-tracked")] = False,
    check: Annotated[bool, typer.Option("--check", help="help-merge-check")] = False,
) -> int:
    """Bring what was written in a Word file back into its document."""
    from samverkan.editable.merging import merged  # noqa: PLC0415 - heavy, and not every command's
    from samverkan.editable.rewriting import NotKeptError  # noqa: PLC0415

    language = session_of(context).language
    word = _word(file)
    source, raw, document = _document(word.document, into, _name(file))
    sheet, is_known = _sheet(word, document, file)
    try:
        found = merged(sheet, source, document, lists_tracked=tracked)
    except NotKeptError:
        raise WrongUseError(sentence("merge-not-kept", file=source.name)) from None
    _tell(found, _name(file), language)
    if found.changes and not is_known:
        tell(sentence("merge-loose", file=_name(file)), language)
        return ExitCode.FINDINGS
    if found.conflicts:
        tell(sentence("merge-conflict-end"), language)
        return ExitCode.FINDINGS
    left = ExitCode.FINDINGS if found.refused or found.noted else ExitCode.CLEAN
    if not found.changes:
        return left
    if check:
        return ExitCode.FINDINGS
    _tell_code(document, found, source, language)
    content = (BOM if raw.startswith(BOM) else b"") + found.text.encode()
    return max(left, write(source, raw, _Rewritten(document.text, found.text, content), "merge-written", language))


def _word(file: Path) -> Opened:
    """Open the working version.

    Raises:
        ReadWriteError: the file cannot be read.
        WrongUseError: it is no Word file that may be read.
    """
    from samverkan.editable.reading import BadWordFileError, opened  # noqa: PLC0415 - heavy, and not every command's

    try:
        return opened(read_named(file, _MOST_BYTES))
    except BadWordFileError as error:
        raise WrongUseError(sentence(str(error), file=_name(file))) from None


def _sheet(word: Opened, document: Document, file: Path) -> tuple[Returned, bool]:
    """Read what stands in the working version, and tell whether the sheet that it was is known.

    Where a program has dropped that, the document as it is stands for it, if its mark says that it is the same.

    Raises:
        WrongUseError: it is no working version of the document.
    """
    from samverkan.editable.base import base_of, code_of  # noqa: PLC0415 - heavy, and not every command's
    from samverkan.editable.sheet import sheet_of  # noqa: PLC0415

    now = sheet_of(document)
    if word.base is not None:
        return word.against(word.base, now), True
    sheet = word.against(base_of(document, now, word.head()), now)
    if len(sheet.answers) * 2 < len(sheet.base.values):
        raise WrongUseError(sentence("merge-no-sheet", file=_name(file)))
    return sheet, word.code == code_of(now)


def _document(own_id: str, into: Path | None, file: str) -> tuple[SourceFile, bytes, Document]:
    """Find the file of the document that a working version was made of.

    Raises:
        ReadWriteError: the file that the user names cannot be read.
        WrongUseError: there is none, there are several, or it holds another document or one that is not whole.
    """
    if not own_id and into is None:
        raise WrongUseError(sentence("merge-no-sheet", file=file))
    found = list(_candidates([str(into)] if into else given(None), own_id, is_named=into is not None))
    if len(found) != 1:
        raise WrongUseError(sentence("merge-several-files" if found else "merge-no-file", id=own_id))
    source, raw, document = found[0]
    if document is None or not document.is_whole:
        raise WrongUseError(sentence("merge-not-whole", file=source.name))
    if own_id and document.id != own_id:
        raise WrongUseError(sentence("merge-other-document", id=own_id, file=source.name))
    return source, raw, document


def _candidates(
    paths: Sequence[str], own_id: str, *, is_named: bool
) -> Iterable[tuple[SourceFile, bytes, Document | None]]:
    from samverkan.gather import lost_ids, read_one  # noqa: PLC0415 - heavy, and not every command's

    for source in sources_of(paths):
        try:
            raw = source.read()
        except UnreadableError as error:
            if is_named:
                raise cannot_read(source.name, error) from None
            continue
        document, faults = read_one(source, raw)
        is_it = document is not None and document.id == own_id
        if is_named or is_it or own_id in lost_ids(source, raw, document):
            yield source, raw, None if is_unreadable(faults) else document


def _name(file: Path) -> str:
    return visible(file.as_posix())


def _tell(found: Merge, name: str, language: Language) -> None:
    """Say what was changed, by whom, and what cannot be taken."""
    listed = (
        (("merge-changes-one", "merge-changes"), found.changes),
        (("merge-proposals-one", "merge-proposals"), found.proposals),
    )
    for keys, changes in listed:
        _tell_count(keys, changes, language)
        for change in changes:
            _tell_change(change, language)
    _tell_count(("merge-conflicts-one", "merge-conflicts"), found.conflicts, language)
    for conflict in found.conflicts:
        _tell_conflict(conflict, language)
    told = (*found.refused, *found.noted)
    for text in told[:_MOST_TOLD]:
        tell(text, language)
    if left := len(told[_MOST_TOLD:]):
        tell(sentence("merge-more", count=left), language)
    if not (found.changes or found.proposals or found.conflicts or found.refused or found.noted):
        say_done(sentence("merge-nothing", file=name).say(language))


def _tell_count(keys: tuple[str, str], found: Sequence[object], language: Language) -> None:
    """Say how many there are: in the first sentence for one, in the second for several."""
    if found:
        say(sentence(keys[len(found) > 1], count=len(found)).say(language))


def _tell_change(change: Change, language: Language) -> None:
    from samverkan.editable.phrases import phrases  # noqa: PLC0415 - heavy, and not every command's

    _say_in(1, change.title)
    if max(len(change.old), len(change.new)) <= _SHORT:
        _say_value("merge-was", change.old, language)
        _say_value("merge-becomes", change.new, language)
    else:
        for phrase in phrases(change.old, change.new):
            _say_in(2, phrase.say(language))
    if change.tracked:
        who = ", ".join(_who(one, language) for one in change.tracked)
        _say_in(2, sentence("merge-by", who=who).say(language))


def _who(tracked: Tracked, language: Language) -> str:
    from samverkan.model.dates import time_said  # noqa: PLC0415 - heavy, and not every command's

    author = tracked.author or sentence("merge-by-nobody").say(language)
    day = time_said(tracked.day)
    return sentence("merge-by-on", author=author, day=day.say(language)).say(language) if day else author


def _tell_conflict(conflict: Conflict, language: Language) -> None:
    gone = sentence("merge-gone-in-file").say(language)
    _say_in(1, conflict.title)
    _say_value("merge-was", conflict.was, language)
    _say_value("merge-in-word", conflict.in_word, language)
    _say_value("merge-in-file", conflict.in_file or gone, language)


def _say_value(key: str, value: str, language: Language) -> None:
    _say_in(2, f"{sentence(key).say(language)} {' '.join(value.split())}")


def _say_in(depth: int, words: str) -> None:
    say("  " * depth + visible(words if len(words) <= _MOST_OF_LINE else f"{words[:_MOST_OF_LINE]}…"))


def _tell_code(document: Document, found: Merge, source: SourceFile, language: Language) -> None:
    """Say that the agreed text is another, where it is."""
    from samverkan.gather import read_one  # noqa: PLC0415 - heavy, and not every command's
    from samverkan.model.fingerprint import short  # noqa: PLC0415

    after, _ = read_one(source, found.text.encode())
    if after is not None and after.fingerprint != document.fingerprint:
        said: Text = sentence("merge-code", new=short(after.fingerprint), old=short(document.fingerprint))
        say_done(said.say(language))
