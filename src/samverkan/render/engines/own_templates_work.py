"""Filling an organisation's own templates, in a child process of its own."""

from __future__ import annotations

import re
import sys
from contextlib import contextmanager
from functools import lru_cache, partial
from threading import Timer, main_thread
from typing import TYPE_CHECKING, Any, cast

from jinja2 import BaseLoader, TemplateNotFound, TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment

from samverkan.errors import WrongUseError
from samverkan.escape import visible
from samverkan.render.engines.jinja import NotCodeError, environment_of
from samverkan.render.engines.own_templates import FillRequest, OwnFiles, fault_at, too_slow
from samverkan.render.engines.worker import answer
from samverkan.words.commands import sentence
from samverkan.words.sentence import Text, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Mapping
    from types import FrameType

    from jinja2 import Environment, Template

MOST_MEMORY = 1_000_000_000
_MOST_WRITTEN = 10_000_000
"""The most characters that a template may write."""
_MOST_BITS = 100_000
"""What a power may amount to; greater ones take longer than anyone waits, and nothing can stop them."""
_FORBIDDEN_IN_TYPST = re.compile(r"""["']@|\beval\b""")
_CLOCK_IN_TYPST = re.compile(r"\.\s*today\b")
_TYPST = ".typ.j2"
_TAG = re.compile(rb"<[^<>]*>")
_OF_MEMORY = re.compile(" at 0x[0-9a-f]{6,16}(?:>|&gt;)")
"""How Python writes what has no text of its own: with where it lies in memory, which is elsewhere each time."""
_KNOWN: dict[str, OwnFiles] = {}


class _UnusableError(Exception):
    """A template writes or calculates what nobody can use: too much, nothing, or another thing each time; see `why`."""

    def __init__(self, why: Text) -> None:
        super().__init__(why)
        self.why = why


class _OwnTemplates(BaseLoader):
    """The organisation's own templates, by their names."""

    def __init__(self, own: OwnFiles) -> None:
        self._own = own

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002
        """Read a template: its text, its name, and that it does not change.

        Raises:
            TemplateNotFound: there is none of that name.
            WrongUseError: it may not be read, or would read more than it is given.
        """
        if template in self._own.refused:
            raise fault_at(template, 1, self._own.refused[template])
        if template not in self._own.files:
            raise TemplateNotFound(template)
        try:
            text = self._own.files[template].decode()
        except UnicodeDecodeError:
            raise fault_at(template, 1, sentence("template-unreadable")) from None
        if template.endswith(_TYPST) and (met := _FORBIDDEN_IN_TYPST.search(text)):
            raise fault_at(template, text.count("\n", 0, met.start()) + 1, sentence("template-imports"))
        if template.endswith(_TYPST) and (met := _CLOCK_IN_TYPST.search(text)):
            raise fault_at(template, text.count("\n", 0, met.start()) + 1, sentence("template-today"))
        return text, template, lambda: True


class _MeasuredEnvironment(SandboxedEnvironment):
    """A sandbox that refuses calculations that nothing could stop, and what depends on chance."""

    intercepted_binops = frozenset({"**"})

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.filters["random"] = partial(_refuse_chance, "random")
        self.globals["lipsum"] = partial(_refuse_chance, "lipsum")

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        if isinstance(left, int) and isinstance(right, int) and left.bit_length() * right > _MOST_BITS:
            raise _UnusableError(sentence("template-too-big"))
        return super().call_binop(context, operator, left, right)


def work(request: FillRequest) -> tuple[dict[str, Any], bytes]:
    """Fill a template.

    Returns:
        Nothing more to tell, and the text; or the `fault`, whole sentences in Swedish and English; or that the
        templates are `unknown`. A template that was `stopped` is told of from `_give_up`.
    """
    if request.own is not None:
        _KNOWN[request.key] = request.own
    if request.key not in _KNOWN:
        return {"unknown": True}, b""
    try:
        with _watched(request):
            template = _environment(request.key, is_typst=request.is_typst).get_template(request.name)
            return {}, _written(template, request.context)
    except Exception as error:  # noqa: BLE001 - whatever a template does is its own fault
        return _told(_fault_of(error, request.name)), b""


@lru_cache(maxsize=4)
def _environment(key: str, *, is_typst: bool) -> Environment:
    return environment_of(_MeasuredEnvironment, _OwnTemplates(_KNOWN[key]), is_typst=is_typst)


def _written(template: Template, context: Mapping[str, object]) -> bytes:
    """Fill a template piece by piece, so that what goes wrong with a piece is told with its line."""
    pieces, left = list[bytes](), _MOST_WRITTEN
    events = cast("Generator[str]", template.generate(context))
    for piece in events:
        left -= len(piece)
        try:
            pieces.append(_encoded(piece, left))
        except (UnicodeEncodeError, _UnusableError) as error:
            events.throw(error)
    text = b"".join(pieces)
    if not _TAG.sub(b"", text).strip():
        raise _UnusableError(sentence("template-empty"))
    return text


def _refuse_chance(name: str, *_: object, **__: object) -> None:
    raise _UnusableError(sentence("template-by-chance", what=name))


def _encoded(piece: str, left: int) -> bytes:
    if left < 0:
        raise _UnusableError(sentence("template-too-big"))
    if " at 0x" in piece and _OF_MEMORY.search(piece):
        raise _UnusableError(sentence("template-of-memory"))
    return piece.encode()


@contextmanager
def _watched(request: FillRequest) -> Iterator[None]:
    """End the process when a template takes too long, and tell where it was."""
    limit = Timer(request.seconds, _give_up, (request,))
    limit.daemon = True
    limit.start()
    try:
        yield
    finally:
        limit.cancel()
        limit.join()  # where it has begun to give up there is no way back


def _give_up(request: FillRequest) -> None:
    found = request.name, 1
    step: FrameType | None = sys._current_frames()[main_thread().ident or 0]  # noqa: SLF001 - Python's own for this
    while step is not None:
        template = step.f_globals.get("__jinja_template__")
        if template is not None and step.f_code.co_filename.endswith(".j2"):
            found = step.f_code.co_filename, template.get_corresponding_lineno(step.f_lineno)
            break
        step = step.f_back
    fault = fault_at(*found, too_slow(request.seconds))
    answer({**_told(fault), "stopped": True}, is_last=True)


def _told(fault: WrongUseError) -> dict[str, Any]:
    return {"fault": [fault.message.say("sv"), fault.message.say("en")]}


def _fault_of(error: Exception, name: str) -> WrongUseError:
    """Say what went wrong in a template."""
    if isinstance(error, WrongUseError):
        return error
    if isinstance(error, TemplateSyntaxError):
        return fault_at(error.name or name, error.lineno, plain(visible((error.message or "").rstrip("."))))
    template, line = _place(error) or (name, 1)
    return fault_at(template, line, _why(error))


def _why(error: Exception) -> Text:
    match error:
        case _UnusableError() | NotCodeError():
            return error.why
        case TemplateNotFound():
            return sentence("template-missing", name=visible(str(error.name)))
        case UnicodeEncodeError():
            return sentence("template-surrogate")
        case MemoryError():
            return sentence("template-too-big")
        case RecursionError():
            return sentence("template-too-deep")
    return plain(visible(str(error).rstrip(".") or type(error).__name__))


def _place(error: BaseException) -> tuple[str, int] | None:
    """Find the innermost line of a template in an error's way."""
    found, step = None, error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename.endswith(".j2"):
            found = (step.tb_frame.f_code.co_filename, step.tb_lineno)
        step = step.tb_next
    return found
