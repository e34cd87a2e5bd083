"""Jinja, sandboxed: templates are data, and see only plain values."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from samverkan.errors import WrongUseError
from samverkan.escape import visible
from samverkan.render.engines.typst import TypstCode
from samverkan.resources import content, names
from samverkan.source.opening import UnreadableError
from samverkan.words.commands import sentence
from samverkan.words.sentence import Text, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from samverkan.source.folders import ReadFolder

DEFAULT = "default"
"""The prefix under which the built-in templates can be reached from those that take their place."""
_FORBIDDEN_IN_TYPST = re.compile(r"""["']@|\beval\b""")
_TYPST = ".typ.j2"


class BuiltInTemplates(BaseLoader):
    """The templates that come with the package, by their names."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002
        """Read a template: its text, its name, and that it does not change during a run.

        Raises:
            TemplateNotFound: there is none of that name.
        """
        if "/" in template or template not in _built_in():
            raise TemplateNotFound(template)
        return content("templates", template).decode(), template, lambda: True


class OwnTemplates(BaseLoader):
    """The organisation's own templates, by their names."""

    def __init__(self, templates: ReadFolder) -> None:
        """Choose the folder that they have been read from."""
        self._templates = templates

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002
        """Read a template; see `BuiltInTemplates.get_source`.

        Raises:
            TemplateNotFound: there is none of that name.
            WrongUseError: it cannot be read, or would read more than it is given.
        """
        try:
            found = self._templates.content(template)
        except UnreadableError as error:
            raise _fault(template, 1, error.why) from None
        if found is None:
            raise TemplateNotFound(template)
        try:
            text = found.decode()
        except UnicodeDecodeError:
            raise _fault(template, 1, sentence("template-unreadable")) from None
        if template.endswith(_TYPST) and (met := _FORBIDDEN_IN_TYPST.search(text)):
            line = text.count("\n", 0, met.start()) + 1
            raise _fault(template, line, sentence("template-imports"))
        return text, template, lambda: True


@cache
def _built_in() -> frozenset[str]:
    return frozenset(names("templates"))


def html_page(name: str, context: Mapping[str, object], templates: ReadFolder | None = None) -> Markup:
    """Fill a template of HTML; every value is escaped unless it is HTML made from the author's prose.

    Args:
        name: the template.
        context: what it is filled with.
        templates: templates of the organisation's own that take the place of the built-in ones.

    Raises:
        WrongUseError: a template in that folder is faulty.
    """
    return Markup(_filled(_html_environment(templates), name, context, templates))  # noqa: S704 - autoescaped


def typst_page(name: str, context: Mapping[str, TypstCode], templates: ReadFolder | None = None) -> str:
    """Fill a template of Typst; only `TypstCode` is let through.

    Raises:
        WrongUseError: a template of the user's is faulty.
    """
    return _filled(_typst_environment(templates), name, context, templates)


@cache
def _html_environment(templates: ReadFolder | None) -> Environment:
    """Make what compiles templates, once: they are compiled when first used, and do not change during a run."""
    return SandboxedEnvironment(
        loader=_loader(templates), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


@cache
def _typst_environment(templates: ReadFolder | None) -> Environment:
    return SandboxedEnvironment(
        loader=_loader(templates),
        autoescape=False,
        undefined=StrictUndefined,
        finalize=_only_code,
        keep_trailing_newline=True,
    )


def _loader(templates: ReadFolder | None) -> BaseLoader:
    built_in = BuiltInTemplates()
    own = [OwnTemplates(templates)] if templates else []
    return ChoiceLoader([*own, built_in, PrefixLoader({DEFAULT: built_in})])


def _filled(environment: Environment, name: str, context: Mapping[str, object], templates: ReadFolder | None) -> str:
    """Fill a template; with templates of the user's own, what goes wrong in them is theirs to mend."""
    if templates is None:
        return environment.get_template(name).render(context)
    try:
        return environment.get_template(name).render(context)
    except TemplateSyntaxError as error:
        raise _fault(error.name or name, error.lineno, plain(visible(error.message or ""))) from None
    except TemplateNotFound as error:
        template, line = _place(error) or (name, 1)
        raise _fault(template, line, sentence("template-missing", name=visible(str(error.name)))) from None
    except (
        TemplateError,
        TypeError,
        ValueError,
        ArithmeticError,
        LookupError,
        AttributeError,
        RecursionError,
    ) as error:
        template, line = _place(error) or (name, 1)
        raise _fault(template, line, plain(visible(str(error)))) from None


def _place(error: BaseException) -> tuple[str, int] | None:
    """Find the innermost line of a template in an error's way."""
    found, step = None, error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename.endswith(".j2"):
            found = (step.tb_frame.f_code.co_filename, step.tb_lineno)
        step = step.tb_next
    return found


def _fault(template: str, line: int, why: Text) -> WrongUseError:
    return WrongUseError(sentence("template-fault", template=visible(template), line=line, why=why))


def _only_code(value: object) -> str:
    if not isinstance(value, TypstCode):
        raise TypeError("only text made safe for Typst may stand in a Typst template")
    return value
