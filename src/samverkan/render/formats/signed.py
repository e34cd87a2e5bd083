"""Whether a PDF may be signed, told by its bytes alone."""

from __future__ import annotations

import re

_MARK = b"/ByteRange"
_CODE = re.compile(rb"#([0-9A-Fa-f]{2})")


def may_be_signed(content: bytes) -> bool:
    """Tell whether a PDF names what every signature covers, also by codes: `/Byte#52ange` is the same name."""
    return _MARK in content or _MARK in _CODE.sub(lambda met: bytes([int(met[1], 16)]), content)
