"""Plain data written as nobody would: in every style of YAML, keys in any order, a comment wherever one may stand."""

from __future__ import annotations

import json
import re
import textwrap
from random import Random
from typing import Any

PLAIN = re.compile(r"[^\W\d_][\w .()/§–-]*(?<! )")
NO_TEXT = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}
SAYINGS = ("", " om detta", ": två", " 'citat'", ' "citat" {a: [', " 🎉", " # igen", " samverkan: 1", "!", " slut  ")


class Untidy:
    """Writes a document; the same seed gives the same text."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 - no secret
        self.notes: list[str] = []
        self.deepest = 0  # how far in a comment may stand on the next line, after a block of text

    def document(self, data: dict[str, Any]) -> str:
        lines = [*self.between(0), *self.mapping(data, self.random.choice([0, 0, 0, 2])), *self.between(0)]
        return "\n".join(lines) + self.random.choice(["\n", "", "\n\n\n"])

    def is_now(self, chance: float) -> bool:
        return self.random.random() < chance

    def note(self) -> str:
        self.notes.append(f"k{len(self.notes)}k")
        return f"#{self.random.choice([' ', '', '# '])}{self.notes[-1]}{self.random.choice(SAYINGS)}"

    def beside(self) -> str:
        return f"{' ' * self.random.randint(1, 3)}{self.note()}" if self.is_now(0.15) else ""

    def between(self, column: int) -> list[str]:
        found: list[str] = []
        while self.is_now(0.2):
            deepest = min(self.deepest, column) if self.deepest else column + 4
            at = self.random.choice([column, self.random.randint(0, max(0, deepest))])
            found.append(" " * min(at, deepest) + self.note() if self.is_now(0.6) else "")
        return found

    def mapping(self, data: dict[str, Any], column: int) -> list[str]:
        pairs = list(data.items())
        if self.is_now(0.7):
            self.random.shuffle(pairs)
        lines: list[str] = []
        for key, value in pairs:
            lines += self.between(column)
            self.deepest = 0
            written = self.random.choice([key, key, json.dumps(key, ensure_ascii=False), f"'{key}'"])
            lines += self.after(f"{' ' * column}{written}:", value, column, is_key=True)
        return lines

    def items(self, data: list[Any], column: int) -> list[str]:
        lines: list[str] = []
        for value in data:
            lines += self.between(column)
            self.deepest = 0
            lines += self.after(f"{' ' * column}-", value, column, is_key=False)
        return lines

    def after(self, start: str, value: Any, column: int, *, is_key: bool) -> list[str]:
        if value is None or isinstance(value, str):
            return self.scalar(start, value, column)
        if not value or self.is_now(0.3):
            return self.flow(start, value, column)
        inner = column + self.random.choice([1, 2, 2, 4])
        if isinstance(value, list):
            inner = column if is_key and self.is_now(0.3) else inner
            return [start + self.beside(), *self.between(inner), *self.items(value, inner)]
        lines = self.mapping(value, inner)
        if not is_key and lines[0].strip() and not lines[0].lstrip().startswith("#") and self.is_now(0.6):
            return (
                [f"{start}{' ' * (inner - column - 1)}{lines[0].lstrip()}", *lines[1:]]
                if inner > column + 1
                else [start, *lines]
            )
        return [start + self.beside(), *lines]

    def scalar(self, start: str, text: str | None, column: int) -> list[str]:
        if text is None:
            return [start + self.random.choice(["", " ~", " null"]) + self.beside().replace("#k", "# k")]
        body = text.rstrip("\n")
        can_block = bool(body.strip()) and not re.search(r"^\s|[\t\r]", text)
        way = self.random.choice(["inline", "inline", "below", "block"])
        if way == "block" and can_block:
            return self.block(start, text, column)
        if way == "below":
            return [
                start + self.beside(),
                *self.between(column),
                " " * (column + 2) + self.inline(text) + self.beside(),
            ]
        return [f"{start} {self.inline(text)}{self.beside()}"]

    def block(self, start: str, text: str, column: int) -> list[str]:
        body = text.rstrip("\n")
        ends = "-" if body == text else "" if text == f"{body}\n" else "+"
        inner = column + self.random.choice([2, 3, 6])
        self.deepest = column or -1
        wraps = "\n" not in body and not re.search(r"  |[^\S ]", body) and self.is_now(0.6)
        rows = textwrap.wrap(body, 60, break_long_words=False, break_on_hyphens=False) if wraps else body.split("\n")
        mark = ">" if wraps else "|"
        kept = [""] * (len(text) - len(body) - 1)
        return [f"{start} {mark}{ends}{self.beside()}", *(" " * inner + row if row else "" for row in rows), *kept]

    def inline(self, text: str, *, in_braces: bool = False) -> str:
        is_plain = PLAIN.fullmatch(text) and text.casefold() not in NO_TEXT
        ways = ["double", *(["single"] if "\n" not in text else []), *(["plain"] * 3 if is_plain else [])]
        way = self.random.choice(ways)
        if way == "plain" or (re.fullmatch(r"[0-9-]+", text) and not in_braces and self.is_now(0.5) and text != "-"):
            return text
        return "'" + text.replace("'", "''") + "'" if way == "single" else json.dumps(text, ensure_ascii=False)

    def flow(self, start: str, value: Any, column: int) -> list[str]:
        parts = self.parts(value)
        if self.is_now(0.5):
            return [f"{start} {''.join(part for part, _ in parts)}{self.beside()}"]
        lines = [f"{start} "]
        for part, may_break in parts:
            lines[-1] += part
            if may_break and self.is_now(0.3):
                lines[-1] += self.beside()
                lines += [*self.between(column + 1), " " * (column + 1)]
        lines[-1] += self.beside()
        return lines

    def parts(self, value: Any) -> list[tuple[str, bool]]:
        """Give the pieces of a value between brackets, and whether a line may end after each."""
        if value is None:
            return [("~", False)]
        if isinstance(value, str):
            return [(self.inline(value, in_braces=True), False)]
        is_list = isinstance(value, list)
        found = [("[" if is_list else "{", True)]
        pairs = [("", inner) for inner in value] if is_list else list(value.items())
        for i, (key, inner) in enumerate(pairs):
            named = [] if is_list else [(f"{key}: ", False)]
            found += [*named, *self.parts(inner), *([(", ", True)] if i + 1 < len(pairs) else [])]
        return [*found, ("]" if is_list else "}", False)]
