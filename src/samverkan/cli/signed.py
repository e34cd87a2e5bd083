"""What `samverkan verify` says of the signatures in a PDF, and what the document's file could say of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.cli.sign import require_extra
from samverkan.cli.telling import say
from samverkan.errors import WrongUseError
from samverkan.escape import visible
from samverkan.source.opening import read_named
from samverkan.words.commands import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from samverkan.findings import KeyPath
    from samverkan.signing.told import Signature
    from samverkan.words.sentence import Language, Text
    from samverkan.workspace.document import Document

_MOST_OF_CERTIFICATES = 1_000_000
_FIELD = "signature-"


def signatures_of(content: bytes, trust: Path | None, name: str) -> list[Signature]:
    """Read the signatures of a PDF that has some."""
    require_extra()
    from samverkan.signing.apart import require_certificates, signatures_in  # noqa: PLC0415 - heavy
    from samverkan.signing.told import SigningRefusedError  # noqa: PLC0415

    trusted = read_named(trust, _MOST_OF_CERTIFICATES) if trust else None
    try:
        if trusted is not None:
            require_certificates(trusted)
    except SigningRefusedError as refused:
        raise WrongUseError(sentence(refused.sentence, file=visible(str(trust)))) from None
    try:
        return signatures_in(content, trusted)
    except SigningRefusedError as refused:
        raise WrongUseError(sentence(refused.sentence, file=name)) from None


def tell_signatures(found: Sequence[Signature], language: Language, moment: datetime, *, is_trust_asked: bool) -> None:
    """Say who has signed, what has become of the text since, who vouches for them, and what has run out."""
    if not found:
        _say(sentence("verify-unsigned-asked" if is_trust_asked else "verify-unsigned"), language)
    for one in found:
        _say(sentence("verify-signed", name=_whose(one), time=_when(one, language), issuer=one.issuer), language)
        trust = f"verify-{one.trust.value}" if is_trust_asked else "verify-not-asked"
        for key in (f"verify-{one.state.value}", trust):
            say("  " + sentence(key).say(language))
        if one.is_out_of_time(moment):
            first, last = (f"{day:%Y-%m-%d}" for day in one.holds)
            say("  " + sentence("verify-out-of-time", first=first, last=last).say(language))


def are_sound(found: Sequence[Signature], *, is_trust_asked: bool) -> bool:
    """Tell whether nothing has changed since any signature; where trust is asked, there is one, and all are trusted."""
    return bool(found or not is_trust_asked) and all(
        one.is_whole and (one.is_trusted or not is_trust_asked) for one in found
    )


def plain(one: Signature) -> dict[str, object]:
    """Give a signature as JSON has it."""
    return {
        "field": one.field,
        "name": one.name,
        "organisation": one.organisation,
        "issuer": one.issuer,
        "time": one.time.isoformat() if one.time else None,
        "timestamped": one.is_timestamped,
        "state": one.state.value,
        "trusted": one.is_trusted,
    }


def _whose(one: Signature) -> str:
    return f"{one.name}, {one.organisation}" if one.organisation else one.name


def _when(one: Signature, language: Language) -> str:
    if one.time is None:
        return sentence("verify-no-time").say(language)
    time = f"{one.time.astimezone():%Y-%m-%d %H:%M}"
    return time if one.is_timestamped else sentence("verify-own-clock", time=time).say(language)


def propose(document: Document, found: Sequence[Signature], language: Language) -> None:
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
        path, known = signed_parts(document, one)
        if path and one.time is not None:
            whole = {"name": one.name, **known}
            pairs = "".join(f"{key}: {quoted(value)}, " for key, value in whole.items() if key != "date")
            yield f"- {{{pairs}date: {one.time.astimezone():%Y-%m-%d}}}  # {one.name}"


def signed_parts(document: Document, one: Signature) -> tuple[KeyPath, dict[str, str]]:
    """Give where the file names who is to sign in the field of a signature, and what it says; no path for nowhere."""
    number = one.field.removeprefix(_FIELD)
    path: KeyPath = ("signatures", "signatories", int(number) - 1) if number.isdecimal() else ()
    known = document.value_at(path) if path else None
    if isinstance(known, str):
        return path, {"name": known}
    return (path, {key: str(value) for key, value in known.items()}) if isinstance(known, dict) else ((), {})


def _say(text: Text, language: Language) -> None:
    say(visible(text.say(language)))
