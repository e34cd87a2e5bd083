"""Documents drawn from the project's own schemas: what an editor that follows them would let an author write."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping

TEXTS = st.one_of(
    st.sampled_from(
        ["Fler är trygga.", "= 1+1", "a, b; c", "<b>&amp;</b>", "# x", "| y |", "[^a]", "{{ z }}", "🙂 å", '"']
    )
)
IDS = st.sampled_from(["kommunen", "polisen", "platser", "a1", "avtal-2024", "plan-2024", "jointly"])
DAYS = st.sampled_from(["2024", "2024-02", "2024-02-29", "2025-12-31", "further-notice", "0001-01-01", "9999-12-31"])
PATTERNED = st.one_of(IDS, DAYS, st.sampled_from(["yearly", "P1Y", "0761", "12.5", "at-least-yearly", "https://a.se/"]))
MOST_DEEP = 5


@cache
def schema(kind: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((ROOT / "schemas" / f"{kind}.schema.json").read_text(encoding="utf-8"))
    return read


@st.composite
def documents(draw: st.DrawFn, kind: str) -> dict[str, Any]:
    """Draw a document of a kind, with the keys that it must have and some of the others."""
    whole = schema(kind)
    drawn = _Drawing(draw, whole["$defs"]).mapping(whole, 0)
    return {**drawn, "samverkan": "1", "kind": kind, "id": draw(st.sampled_from(["a1", "avtal-2024", "plan-2024"]))}


class _Drawing:
    def __init__(self, draw: st.DrawFn, known: Mapping[str, Any]) -> None:
        self.draw = draw
        self.known = known

    def value(self, part: Mapping[str, Any], depth: int) -> Any:
        while "$ref" in part:
            part = self.known[part["$ref"].rpartition("/")[2]]
        if "const" in part:
            return str(part["const"])
        if "enum" in part:
            return str(self.draw(st.sampled_from(part["enum"])))
        if "properties" in part:
            return self.mapping(part, depth)
        if choices := part.get("anyOf") or part.get("oneOf"):
            return self.value(self.draw(st.sampled_from(choices)), depth)
        if part.get("type") == "array":
            most = 2 if depth < MOST_DEEP else part.get("minItems", 0)
            count = self.draw(st.integers(min(part.get("minItems", 0), most), most))
            return [self.value(part["items"], depth + 1) for _ in range(count)]
        if part.get("type") in {"number", "integer"}:
            return str(self.draw(st.integers(0, 120)))
        if part.get("type") == "boolean":
            return self.draw(st.sampled_from(["true", "false"]))
        return self.draw(PATTERNED if "pattern" in part else TEXTS)

    def mapping(self, part: Mapping[str, Any], depth: int) -> dict[str, Any]:
        needed, known = part.get("required", []), part["properties"]
        others = [key for key in known if key not in needed]
        most = 6 if depth < 2 else 2 if depth < MOST_DEEP else 0
        wanted = self.draw(st.lists(st.sampled_from(others), max_size=most, unique=True)) if others and most else []
        return {key: self.value(known[key], depth + 1) for key in (*needed, *wanted)}
