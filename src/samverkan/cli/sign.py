"""`samverkan sign`: a signature in one of the fields of a finished PDF."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samverkan.cli.session import session_of
from samverkan.cli.telling import say_done
from samverkan.errors import ExitCode, ReadWriteError, WrongUseError
from samverkan.escape import visible
from samverkan.source.opening import read_named
from samverkan.source.writing import held, write_whole
from samverkan.words.commands import sentence
from samverkan.words.lists import FirstOf

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samverkan.words.sentence import Language

MOST_BYTES = 100_000_000
_MOST_OF_CERTIFICATE = 1_000_000
_PASSWORD = "SAMVERKAN_PASSWORD"  # noqa: S105 - the name of the variable


def sign(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="help-sign-file", show_default=False)],
    certificate: Annotated[Path, typer.Option(metavar="FILE", help="help-sign-certificate", show_default=False)],
    field: Annotated[str, typer.Option(metavar="NAME", help="help-sign-field", show_default=False)] = "",
    timestamp: Annotated[str, typer.Option(metavar="URL", help="help-sign-timestamp", show_default=False)] = "",
) -> int:
    """Sign a finished PDF."""
    session = session_of(context)
    content = read_named(file, MOST_BYTES)
    require_extra()
    from samverkan.render.engines.settings import use  # noqa: PLC0415 - heavy, and not every command's
    from samverkan.signing.apart import empty_fields, signed  # noqa: PLC0415 - as above
    from samverkan.signing.told import Certificate, Shown, SigningRefusedError  # noqa: PLC0415

    use(session.engines())
    name, language = visible(file.as_posix()), session.language
    try:
        fields = empty_fields(content)
        chosen = _chosen(field, fields, name)
        own = Certificate(read_named(certificate, _MOST_OF_CERTIFICATE), _password(session.environment, language))
        shown = Shown(sentence("sign-shown", name="{name}").say(language), session.moment)
        done = signed(content, own, chosen, shown, timestamp)
    except SigningRefusedError as refused:
        raise WrongUseError(sentence(refused.sentence, **{"file": name, **refused.fields})) from None
    _write(file, content, done.content, name)
    say_done(sentence("sign-done", file=name, name=done.name, field=chosen).say(language))
    left = [other for other in fields if other != chosen]
    said = sentence("sign-left", fields=_listed(fields, left)) if left else sentence("sign-all")
    say_done(said.say(language))
    return ExitCode.CLEAN


def require_extra() -> None:
    """Refuse to go on without what reads and writes signatures.

    Raises:
        ReadWriteError: it is not installed.
    """
    if find_spec("pyhanko") is None or find_spec("fontTools") is None:
        raise ReadWriteError(sentence("sign-no-extra"))


def _chosen(field: str, fields: dict[str, str], file: str) -> str:
    if not fields:
        raise WrongUseError(sentence("sign-no-empty", file=file))
    if field and field not in fields:
        known = _listed(fields, list(fields))
        raise WrongUseError(sentence("sign-no-field", file=file, field=visible(field), fields=known))
    if not field and len(fields) > 1:
        raise WrongUseError(sentence("sign-which", file=file, fields=_listed(fields, list(fields))))
    return field or next(iter(fields))


def _write(file: Path, before: bytes, signed: bytes, name: str) -> None:
    """Write a PDF that is still as it was read: another may have signed it while the password was asked for.

    Raises:
        ReadWriteError: it has been changed, or cannot be written.
    """
    with held(file.parent):
        if read_named(file, MOST_BYTES) != before:
            raise ReadWriteError(sentence("sign-changed", file=name))
        write_whole(file, signed)


def _listed(fields: dict[str, str], names: list[str]) -> FirstOf:
    """Name fields, each with whose it is."""
    return FirstOf(tuple(visible(f"{name} ({fields[name]})" if fields[name] else name) for name in names))


def _password(environment: Mapping[str, str], language: Language) -> bytes | None:
    """Give the certificate's password: from the environment, else asked for.

    Raises:
        WrongUseError: there is nobody to ask.
    """
    if _PASSWORD in environment:
        return environment[_PASSWORD].encode("utf-8", "surrogateescape") or None
    if sys.stdin is None or not sys.stdin.isatty():
        raise WrongUseError(sentence("sign-no-password"))
    asked = sentence("sign-password").say(language)
    return (
        str(typer.prompt(asked, hide_input=True, default="", show_default=False)).encode("utf-8", "surrogateescape")
        or None
    )
