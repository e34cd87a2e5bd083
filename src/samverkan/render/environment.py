"""Jinja, sandboxed: templates are data, and see only plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import BaseLoader, StrictUndefined, TemplateNotFound
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from samverkan.resources import folder

if TYPE_CHECKING:
    from collections.abc import Callable


class PackageTemplates(BaseLoader):
    """The templates that come with the package."""

    def get_source(self, environment: object, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002
        """Give a template's text."""
        source = folder("templates") / template
        if "/" in template or "\\" in template or not source.is_file():
            raise TemplateNotFound(template)
        return source.read_text(encoding="utf-8"), template, lambda: True


class TypstCode(str):
    """Text that is Typst code already; the only thing that a Typst template lets through."""

    __slots__ = ()


def typst_string(text: str) -> TypstCode:
    """Write a text as a Typst string: nothing in it can become code."""
    folded = " ".join(text.split())
    return TypstCode('"' + folded.replace("\\", "\\\\").replace('"', '\\"') + '"')


def html_page(name: str, context: dict[str, Any]) -> Markup:
    """Fill a template of HTML; every value is escaped unless it is HTML made from the author's prose."""
    environment = SandboxedEnvironment(
        loader=PackageTemplates(), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return Markup(environment.get_template(name).render(context))  # noqa: S704 - autoescaped


def typst_page(name: str, context: dict[str, TypstCode]) -> str:
    """Fill a template of Typst; only values made by `typst_string` or by pandoc are let through."""
    environment = SandboxedEnvironment(
        loader=PackageTemplates(),
        autoescape=False,
        undefined=StrictUndefined,
        finalize=_only_code,
        keep_trailing_newline=True,
    )
    return environment.get_template(name).render(context)


def _only_code(value: object) -> str:
    if not isinstance(value, TypstCode):
        raise TypeError("only text made safe for Typst may stand in a Typst template")
    return value
