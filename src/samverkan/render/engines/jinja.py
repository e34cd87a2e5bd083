"""Jinja, sandboxed: templates are data, and see only plain values."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from jinja2 import BaseLoader, ChoiceLoader, Environment, PrefixLoader, StrictUndefined, TemplateNotFound
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from samverkan.render.engines import own_templates
from samverkan.render.engines.typst import TypstCode
from samverkan.resources import content, names
from samverkan.words.commands import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from samverkan.source.folders import ReadFolder

DEFAULT = "default"
"""The prefix under which the built-in templates can be reached from those that take their place."""


class NotCodeError(TypeError):
    """A template of Typst would print what has not been made safe for it."""

    def __init__(self) -> None:
        self.why = sentence("template-not-code")
        super().__init__(self.why.say("en"))


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
    return Markup(_filled(name, context, templates, is_typst=False))  # noqa: S704 - autoescaped


def typst_page(name: str, context: Mapping[str, TypstCode], templates: ReadFolder | None = None) -> str:
    """Fill a template of Typst; only `TypstCode` is let through.

    Raises:
        WrongUseError: a template of the user's is faulty.
    """
    return _filled(name, context, templates, is_typst=True)


def environment_of(made: type[SandboxedEnvironment], own: BaseLoader | None, *, is_typst: bool) -> Environment:
    """Make what compiles templates: they are compiled when first used, and do not change during a run.

    Args:
        made: the kind of environment.
        own: what loads the templates that take the place of the built-in ones.
        is_typst: whether only `TypstCode` is let through; otherwise all values are escaped for HTML.
    """
    built_in = BuiltInTemplates()
    loader = ChoiceLoader([*([own] if own else []), built_in, PrefixLoader({DEFAULT: built_in})])
    if is_typst:
        return made(
            loader=loader,
            autoescape=False,
            undefined=StrictUndefined,
            finalize=_only_code,
            keep_trailing_newline=True,
        )
    return made(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def _filled(name: str, context: Mapping[str, object], templates: ReadFolder | None, *, is_typst: bool) -> str:
    if templates is not None and own_templates.has_any(templates):
        return own_templates.filled(name, context, templates, is_typst=is_typst)
    return _built_in_environment(is_typst=is_typst).get_template(name).render(context)


@cache
def _built_in_environment(*, is_typst: bool) -> Environment:
    return environment_of(SandboxedEnvironment, None, is_typst=is_typst)


def _only_code(value: object) -> str:
    if not isinstance(value, TypstCode):
        raise NotCodeError
    return value
