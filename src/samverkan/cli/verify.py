"""`samverkan verify`: whether a finished PDF is its source's, and who has signed it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samverkan.cli.ending import checked
from samverkan.cli.options import Today
from samverkan.cli.session import session_of
from samverkan.cli.sign import MOST_BYTES, contents
from samverkan.cli.telling import say, tell
from samverkan.errors import ExitCode, WrongUseError
from samverkan.escape import visible
from samverkan.words.commands import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from samverkan.signing.signatures import Signature
    from samverkan.words.sentence import Language, Text
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_MOST_TOLD = 20
_MOST_OF_CERTIFICATES = 1_000_000
_FIELD = "signature-"


def verify(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="help-verify-file", show_default=False)],
    source: Annotated[Path | None, typer.Option(metavar="FILE", help="help-verify-source", show_default=False)] = None,
    trust: Annotated[Path | None, typer.Option(metavar="FILE", help="help-verify-trust", show_default=False)] = None,
    today: Today = None,
) -> int:
    """Hold a finished PDF against its source, and read its signatures."""
    session = session_of(context)
    content = contents(file, MOST_BYTES)
    signatures = _signatures(content, trust, visible(file.as_posix()))
    found, is_same = _text(content, source, session.day(today), session.language)
    is_sound = _tell_signatures(signatures, session.language, is_trust_asked=trust is not None)
    if found and signatures:
        _propose(found, signatures, session.language)
    return ExitCode.CLEAN if is_same and is_sound else ExitCode.FINDINGS


def _text(content: bytes, source: Path | None, day: date, language: Language) -> tuple[Document | None, bool]:
    """Say how the PDF's text compares with that of its source; give the source, and whether they are the same."""
    from samverkan.verifying import NoTextError, codes_in, compared, text_of  # noqa: PLC0415 - heavy

    try:
        text = text_of(content)
    except NoTextError:
        tell(sentence("verify-no-text"), language)
        return None, False
    document, workspace = _source(source, codes_in(text), day)
    result = compared(text, document, workspace, day)
    _say(_of_code(result.code, document, is_own=result.has_own_code), language)
    differences = result.differences
    key = "verify-text-one" if len(differences) == 1 else "verify-text" if differences else "verify-text-same"
    _say(sentence(key, file=document.file, count=len(differences)), language)
    for difference in differences[:_MOST_TOLD]:
        say(f"  {visible(difference.say(language))}")
    if len(differences) > _MOST_TOLD:
        say("  " + sentence("verify-more", count=len(differences) - _MOST_TOLD).say(language))
    return document, not differences and (result.has_own_code or not result.code)


def _of_code(code: str, document: Document, *, is_own: bool) -> Text:
    from samverkan.model.fingerprint import short  # noqa: PLC0415 - heavy, and not every command's

    own = short(document.fingerprint)
    key = "verify-code-same" if is_own else "verify-code-other" if code else "verify-code-none"
    return sentence(key, code=own if is_own else code, own=own, file=document.file)


def _source(named: Path | None, codes: Sequence[str], day: date) -> tuple[Document, Workspace]:
    """Find the document that a PDF was made of: the one that is named, else the one with its fingerprint.

    Raises:
        WrongUseError: there is none, or it cannot be read in full.
    """
    from samverkan.model.fingerprint import is_same  # noqa: PLC0415 - heavy, and not every command's

    if named is None and not codes:
        raise WrongUseError(sentence("verify-which-source"))
    result = checked([str(named)] if named else ["."], day)
    whole = ((one, around) for around in result.workspaces for one in around.documents if one.is_asked and one.is_whole)
    for document, around in whole:
        if named or any(is_same(code, document.fingerprint) for code in codes):
            return document, around
    raise WrongUseError(_no_source(named, codes))


def _no_source(named: Path | None, codes: Sequence[str]) -> Text:
    if named:
        return sentence("verify-not-whole", file=visible(named.as_posix()))
    return sentence("verify-no-source", code=codes[0])


def _signatures(content: bytes, trust: Path | None, name: str) -> list[Signature]:
    """Read the signatures; none where what reads them is not installed and the PDF has no mark of one."""
    if b"/ByteRange" not in content:
        return []
    from samverkan.cli.sign import require_extra  # noqa: PLC0415 - as below

    require_extra()
    from samverkan.signing.sign import SigningRefusedError  # noqa: PLC0415 - heavy
    from samverkan.signing.signatures import certificates, signatures_in  # noqa: PLC0415

    try:
        trusted = certificates(contents(trust, _MOST_OF_CERTIFICATES)) if trust else []
    except SigningRefusedError as refused:
        raise WrongUseError(sentence(refused.sentence, file=visible(str(trust)))) from None
    try:
        return signatures_in(content, trusted)
    except SigningRefusedError as refused:
        raise WrongUseError(sentence(refused.sentence, file=name)) from None


def _tell_signatures(found: Sequence[Signature], language: Language, *, is_trust_asked: bool) -> bool:
    """Say who has signed; tell whether all of it is as it should be."""
    from samverkan.signing.signatures import State  # noqa: PLC0415 - heavy

    if not found:
        _say(sentence("verify-unsigned"), language)
        return True
    for one in found:
        _say(sentence("verify-signed", name=_whose(one), time=_when(one, language), issuer=one.issuer), language)
        trusted = "verify-trusted" if one.is_trusted else "verify-untrusted" if is_trust_asked else "verify-not-trusted"
        for key in (f"verify-{one.state.value}", trusted):
            say("  " + sentence(key).say(language))
    is_whole = all(one.state in {State.WHOLE, State.SIGNED_SINCE} for one in found)
    return is_whole and (not is_trust_asked or all(one.is_trusted for one in found))


def _whose(one: Signature) -> str:
    return f"{one.name}, {one.organisation}" if one.organisation else one.name


def _when(one: Signature, language: Language) -> str:
    if one.time is None:
        return sentence("verify-no-time").say(language)
    time = f"{one.time.astimezone():%Y-%m-%d %H:%M}"
    return time if one.is_timestamped else sentence("verify-own-clock", time=time).say(language)


def _propose(document: Document, found: Sequence[Signature], language: Language) -> None:
    """Say what the file could say of the signatures."""
    lines = list(_proposed(document, found))
    if lines:
        _say(sentence("verify-proposal", file=document.file), language)
        say("  digital: true")
        for line in lines:
            say(f"  {line}")


def _proposed(document: Document, found: Sequence[Signature]) -> Iterator[str]:
    from samverkan.source.quoting import quoted  # noqa: PLC0415 - not every command's

    for one in found:
        number = one.field.removeprefix(_FIELD)
        path = ("signatures", "signatories", int(number) - 1) if number.isdecimal() else ()
        known = document.value_at(path) if path else None
        if isinstance(known, str):
            known = {"name": known}
        if isinstance(known, dict) and one.time is not None:
            whole = {"name": one.name, **known}
            pairs = "".join(f"{key}: {quoted(str(value))}, " for key, value in whole.items() if key != "date")
            yield f"- {{{pairs}date: {one.time.astimezone():%Y-%m-%d}}}  # {one.name}"


def _say(text: Text, language: Language) -> None:
    say(visible(text.say(language)))
