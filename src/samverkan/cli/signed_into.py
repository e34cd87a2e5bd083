"""What the signatures of a PDF say, into the document's file: days and names that it lacks, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from samverkan.cli.changes import show, sources_of, write
from samverkan.cli.signed import signed_parts
from samverkan.cli.telling import say_done, tell
from samverkan.errors import ExitCode, WrongUseError
from samverkan.escape import visible
from samverkan.importing.editing import CannotEditError, Editing
from samverkan.model.agreement import Agreement
from samverkan.model.parties import Signatory, Signatures
from samverkan.source.decoding import BOM
from samverkan.source.opening import UnreadableError, cannot_read
from samverkan.words.commands import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from samverkan.findings import KeyPath
    from samverkan.signing.told import Signature
    from samverkan.words.sentence import Language, Text
    from samverkan.workspace.document import Document

_DIGITAL = ("signatures", "digital")
_SIGNATORIES = ("signatures", "signatories")


@dataclass(frozen=True, slots=True)
class _Rewritten:
    old: str
    new: str
    content: bytes
    is_ours: bool = True


def write_signatures(
    into: Path, document: Document, found: Sequence[Signature], language: Language, *, is_trust_asked: bool
) -> ExitCode:
    """Write who signed and when in the file that a PDF was made from, and show it line by line.

    Args:
        into: the file.
        document: the document that the PDF has the text of.
        found: the signatures of the PDF.
        language: the reader's.
        is_trust_asked: whether only trusted signatures count.

    Raises:
        WrongUseError: the file is another than the one of the document, or cannot be changed so that all else stays.
        ReadWriteError: it cannot be read.
    """
    sources = sources_of([str(into)])
    if [source.name for source in sources] != [document.file] or not isinstance(document.model, Agreement):
        raise WrongUseError(sentence("verify-into-other", file=visible(into.as_posix()), source=document.file))
    try:
        raw = sources[0].read()
    except UnreadableError as error:
        raise cannot_read(document.file, error) from None
    filling = _Filling(document)
    try:
        for one in found:
            filling.take(one, is_trust_asked=is_trust_asked)
        new = filling.editing.result()
    except CannotEditError:
        raise WrongUseError(sentence("verify-into-not-kept", file=document.file)) from None
    for text in filling.kept:
        tell(text, language)
    code = ExitCode.FINDINGS if filling.kept else ExitCode.CLEAN
    if new == document.text:
        say_done(sentence("verify-into-nothing", file=document.file).say(language))
        return code
    content = (BOM if raw.startswith(BOM) else b"") + new.encode()
    change = _Rewritten(document.text, new, content)
    show(document.file, change)
    return max(code, write(sources[0], raw, change, "verify-into-written", language))


class _Filling:
    """Notes what signatures say that the file lacks, and what it says otherwise."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.editing = Editing(document.text)
        self.kept: list[Text] = []

    def take(self, one: Signature, *, is_trust_asked: bool) -> None:
        """Take what a signature says, where it holds and is that of the person whom the file names."""
        path, known = signed_parts(self.document, one)
        if not one.is_whole or (is_trust_asked and not one.is_trusted):
            self.kept.append(sentence("verify-into-unsound", name=one.name))
            return
        if not path or one.time is None:
            self.kept.append(sentence("verify-into-nobody", name=one.name, file=self.document.file, field=one.field))
            return
        own = known.get("name", "")
        if own and not _is_same_person(own, one.name):
            self.kept.append(sentence("verify-into-somebody-else", own=own, name=one.name, file=self.document.file))
            return
        values = {} if own else {"name": one.name}
        for key, value in {**values, "date": _day(one.time)}.items():
            self._put((*path, key), known.get(key), value, one)
        if "digital" not in self.editing.data["signatures"]:
            self.editing.set(_DIGITAL, "true", Signatures)

    def _put(self, path: KeyPath, there: str | None, value: str, one: Signature) -> None:
        if there is None:
            self.editing.set(path, value, Signatory)
        elif there != value:
            self.kept.append(sentence("verify-into-kept", file=self.document.file, name=one.name, own=there, day=value))


def before_signing(document: Document, found: Sequence[Signature]) -> Iterator[Document]:
    """Give a document as it was before it told of the signatures that a PDF bears: of their days, then of names too."""
    model = document.model
    if not isinstance(model, Agreement) or model.signatures is None:
        return
    signed = {signed_parts(document, one)[0]: one for one in found if one.time}
    whole = model.signatures
    for has_names in (True, False):
        signatories = tuple(
            _unsigned(each, signed.get((*_SIGNATORIES, i)), has_names=has_names)
            for i, each in enumerate(whole.signatories)
        )
        if signatories != whole.signatories:
            before = whole.model_copy(update={"signatories": signatories, "digital": None})
            yield replace(document, model=model.model_copy(update={"signatures": before}))


def _unsigned(signatory: Signatory, one: Signature | None, *, has_names: bool) -> Signatory:
    if one is None or one.time is None or str(signatory.date) != _day(one.time):
        return signatory
    is_written = not has_names and signatory.name == one.name and bool(signatory.role or signatory.party)
    return signatory.model_copy(update={"date": None, **({"name": None} if is_written else {})})


def _day(time: datetime) -> str:
    return f"{time.astimezone():%Y-%m-%d}"


def _is_same_person(own: str, certified: str) -> bool:
    """Tell whether two names can be those of one person: ”Anna Ek” and ”EK, Anna Maria”."""
    one, other = ({part for part in name.casefold().replace(",", " ").split() if part} for name in (own, certified))
    return one <= other or other <= one
