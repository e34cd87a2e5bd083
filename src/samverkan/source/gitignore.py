"""Patterns that leave files out, as git reads them in a `.gitignore`.

Each name is judged where a search meets it, as git does: what is below a folder that is left out is never met. No
pattern takes more than a time that grows with its length and the name's, whoever wrote it; a general library of
patterns turns them into regular expressions that a name of some hundred letters can keep busy for years.

Source: git's manual, gitignore.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from itertools import repeat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

_LONGEST = 4096
"""Letters of a pattern; no path is longer."""
_ANY_FOLDERS = "**"
_STARS = re.compile(r"\A\*{2,}\Z")
_CLASSES = {
    "alnum": r"^\W_",
    "alpha": r"^\W\d_",
    "blank": r" \t",
    "cntrl": r"\x00-\x1f\x7f",
    "digit": "0-9",
    "graph": r"!-~",
    "lower": "a-z",
    "print": " -~",
    "punct": r"!-/:-@\[-`{-~",
    "space": r"\s",
    "upper": "A-Z",
    "xdigit": "0-9A-Fa-f",
}
# What one place of a pattern stands for; what is not closed fits nothing.
_PLACE = re.compile(
    r"\\(?P<literal>.)|(?P<stars>\*+)|(?P<one>\?)|\[(?P<not>[!^]?)(?P<among>\]?(?:\\.|\[:\w+:\]|[^\\\]])*)\]|(?P<itself>[^\\\[])",
    re.DOTALL,
)
_AMONG = re.compile(r"\[:(?P<named>\w+):\]|\\(?P<literal>.)|(?P<span>-)|(?P<itself>.)", re.DOTALL)


@dataclass(frozen=True)
class Pattern:
    """One line of a list.

    Attributes:
        steps: the names that a path is to have, from the folder of the list; `**` stands for any number of folders.
        is_kept: it takes back what lines before it leave out.
        folders_only: it is of folders alone.
        is_anywhere: it is of one name, wherever that is.
    """

    steps: tuple[str, ...]
    is_kept: bool
    folders_only: bool
    is_anywhere: bool

    def fits(self, path: Sequence[str], *, is_folder: bool) -> bool:
        """Tell whether a file or folder is meant, by the names that lead to it."""
        if self.folders_only and not is_folder:
            return False
        return self._follows(path[-1:] if self.is_anywhere else path)

    def _follows(self, path: Sequence[str]) -> bool:
        """Go along the path; where it leaves the pattern, let the last `**` take one folder more."""
        tests, step, place = self._tests, 0, 0
        again: tuple[int, int] | None = None
        while place < len(path):
            test = tests[step] if step < len(tests) else None
            if test == _ANY_FOLDERS:
                step += 1
                again = (step, place)
            elif test is not None and _is_name(test, path[place]):
                step, place = step + 1, place + 1
            elif again is not None:
                step, place = again[0], again[1] + 1
                again = (step, place)
            else:
                return False
        return all(test == _ANY_FOLDERS for test in tests[step:])

    @property
    def last(self) -> str:
        """The expression for the last name of what it fits."""
        return ".*" if self.steps[-1] == _ANY_FOLDERS else _expression(self.steps[-1])

    @cached_property
    def _tests(self) -> list[str | re.Pattern[str]]:
        tests: list[str | re.Pattern[str]] = [_test(step) for step in self.steps]
        # at the end it is what is inside that is meant
        return [*tests, re.compile("", re.DOTALL)] if tests[-1] == _ANY_FOLDERS and not self.is_anywhere else tests


def patterns_in(lines: Iterable[str]) -> tuple[Pattern, ...]:
    """Read the lines of a list."""
    return tuple(pattern for line in lines if (pattern := _pattern(line)) is not None)


@dataclass(frozen=True)
class PatternList:
    """A list of patterns.

    Attributes:
        file: the file that it stands in, in whose folder and below it counts.
        patterns: its patterns; the last that fits decides.
    """

    file: Path
    patterns: tuple[Pattern, ...]

    def leaves_out(self, path: Path, *, is_folder: bool) -> bool | None:
        """Tell whether a file or folder is left out; None where nothing is said of it."""
        names = [_composed(name) for name in path.relative_to(self.file.parent).parts]
        if not self._lasts.match(names[-1]):
            return None
        for pattern in reversed(self.patterns):
            if pattern.fits(names, is_folder=is_folder):
                return not pattern.is_kept
        return None

    @cached_property
    def _lasts(self) -> re.Pattern[str]:
        """One expression for the last names of all patterns: most names fit none, and a list can be long."""
        return re.compile("|".join(dict.fromkeys(pattern.last for pattern in self.patterns)) or "(?!)", re.DOTALL)


def _pattern(line: str) -> Pattern | None:
    text = _without_spaces(line.removesuffix("\r"))
    if not text or text.startswith("#") or len(text) > _LONGEST:
        return None
    is_kept = text.startswith("!")
    text = text.removeprefix("!")
    folders_only = text.endswith("/")
    text = text.removesuffix("/")
    is_anywhere = "/" not in text
    steps = tuple(map(_STARS.sub, repeat(_ANY_FOLDERS), _composed(text).removeprefix("/").split("/")))
    return Pattern(steps, is_kept, folders_only, is_anywhere) if text else None


def _without_spaces(line: str) -> str:
    """Take away the spaces at the end, but for one that a backslash keeps."""
    bare = line.rstrip(" ")
    escapes = len(bare) - len(bare.rstrip("\\"))
    return line[: len(bare) + 1] if escapes % 2 else bare


def _is_name(test: str | re.Pattern[str], name: str) -> bool:
    return test == name if isinstance(test, str) else test.match(name) is not None


def _test(step: str) -> str | re.Pattern[str]:
    is_plain = step == _ANY_FOLDERS or not any(sign in step for sign in "*?[\\")
    return step if is_plain else re.compile(_expression(step), re.DOTALL)


def _expression(step: str) -> str:
    """Give the expression that a name fits if it fits a step: one that never tries a way twice."""
    pieces, end = [""], 0
    while end < len(step):
        found = _PLACE.match(step, end)
        if found is None:
            return "(?!)"
        end = found.end()
        if found["stars"]:
            pieces.append("")
        else:
            pieces[-1] += _place(found)
    first, *others = pieces
    middle = "".join(f"(?>.*?{piece})" for piece in others[:-1] if piece)
    last = f".*{others[-1]}" if others else ""
    return rf"{first}{middle}{last}\Z"


def _place(found: re.Match[str]) -> str:
    """Give the expression for one place of a name."""
    if found["one"]:
        return "."
    if found["among"] is None:
        return re.escape(found["literal"] or found["itself"])
    inside = list(_AMONG.finditer(found["among"]))
    unknown = any(one["named"] and one["named"] not in _CLASSES for one in inside)
    choices = "|".join(_choices(inside)) or "(?!)"
    return "(?!)" if unknown else f"(?!{choices})." if found["not"] else f"(?:{choices})"


def _choices(inside: Sequence[re.Match[str]]) -> Iterable[str]:
    """Give what a bracket allows: named classes, spans from one letter to another, and letters."""
    at = 0
    while at < len(inside):
        one = inside[at]
        if one["named"]:
            yield f"[{_CLASSES.get(one['named'], '')}]"
        elif at + 2 < len(inside) and inside[at + 1]["span"] and not inside[at + 2]["named"]:
            first, last = _letter(one), _letter(inside[at + 2])
            at += 2
            if first <= last:
                yield f"[{re.escape(first)}-{re.escape(last)}]"
        else:
            yield re.escape(_letter(one))
        at += 1


def _letter(found: re.Match[str]) -> str:
    return found["literal"] or found[0]


def _composed(name: str) -> str:
    """Write letters such as å in one way; some disks keep them in two parts."""
    return unicodedata.normalize("NFC", name)
