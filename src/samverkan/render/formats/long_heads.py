"""Headings of web pages with words that are wider than a phone: they get letters with which those words fit."""

from __future__ import annotations

import re
from html import unescape

_HEAD = re.compile(r"<(h[1-3])\b([^<>]*)>(.*?)</\1>", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_PARTS = re.compile(r"[\s\u2010\u2013/-]+")
_LONG = 17


def with_long_heads(page: str) -> str:
    """Mark each heading that has a long word with `data-long`, for a style sheet to find."""
    return _HEAD.sub(_marked, page)


def _marked(head: re.Match[str]) -> str:
    name, attributes, inside = head.groups()
    longest = max(map(len, _PARTS.split(unescape(_TAG.sub("", inside)))))
    return f"<{name}{attributes} data-long>{inside}</{name}>" if longest > _LONG else head[0]
