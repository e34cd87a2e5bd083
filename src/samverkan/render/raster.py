"""How large a picture of dots is, read from its first bytes before any program unpacks it."""

from __future__ import annotations

import struct
from typing import NamedTuple

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_MOST_A_SIDE = 10_000
_MOST_DOTS = 40_000_000
_PNG_HEAD = struct.Struct(">I4sII")
_JPEG_SIZE = struct.Struct(">HBHH")
_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The marks of JPEG that tell of a picture's size."""
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
"""The marks of JPEG that nothing follows."""
_MARK, _DOTS = 0xFF, 0xDA


class Size(NamedTuple):
    """How many dots wide and high a picture is."""

    width: int
    height: int

    @property
    def fits(self) -> bool:
        """Whether programs can unpack the picture in a moment."""
        return max(self) <= _MOST_A_SIDE and self.width * self.height <= _MOST_DOTS


def size_of(data: bytes) -> Size | None:
    """Read the size of a PNG or JPEG file; None for any other, and for one that is broken off."""
    size = None
    if data.startswith(PNG):
        size = _size_of_png(data)
    elif data.startswith(JPEG):
        size = _size_of_jpeg(data)
    return size if size and min(size) else None


def _size_of_png(data: bytes) -> Size | None:
    if len(data) < len(PNG) + _PNG_HEAD.size or b"IEND" not in data[-16:]:
        return None
    _, name, width, height = _PNG_HEAD.unpack_from(data, len(PNG))
    return Size(width, height) if name == b"IHDR" else None


def _size_of_jpeg(data: bytes) -> Size | None:
    """Read the largest of the sizes that stand before the dots."""
    sizes, place = [Size(0, 0)], 2
    while b"\xff\xd9" in data[-64:] and place + 2 + _JPEG_SIZE.size <= len(data) and data[place] == _MARK:
        mark = data[place + 1]
        if mark in _SIZES:
            _, _, height, width = _JPEG_SIZE.unpack_from(data, place + 2)
            sizes.append(Size(width, height))
        if mark == _DOTS:
            break
        if mark == _MARK:  # fills up
            place += 1
        else:
            place += 2 if mark in _ALONE else 2 + int.from_bytes(data[place + 2 : place + 4], "big")
    return max(sizes, key=max)
