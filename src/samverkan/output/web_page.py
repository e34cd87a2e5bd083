"""Web pages of lists, from the built-in templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.personal import hidden_in
from samverkan.render.engines.jinja import html_page
from samverkan.render.formats.long_heads import with_long_heads
from samverkan.render.formats.stacked import with_labels
from samverkan.render.formats.unbroken import unbroken

if TYPE_CHECKING:
    from collections.abc import Mapping


def page(template: str, context: Mapping[str, object]) -> str:
    """Fill a template with plain values, in which identity numbers are hidden."""
    page_of = html_page(template, {key: hidden_in(value) for key, value in context.items()})
    return with_long_heads(with_labels(unbroken(page_of)))
