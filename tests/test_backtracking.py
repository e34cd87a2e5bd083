"""The matcher that counts steps finds what `re` finds."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.backtracking import Counted, TooManyStepsError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hypothesis.strategies import DrawFn, SearchStrategy

ATOMS = ["a", "b", "1", " ", "Å", r"\n", ".", r"\w", r"\W", r"\d", r"\s", "[ab]", "[^a]", "[a-z]", r"[^\W_]", r"[\s1]"]
PLACES = ["^", "$", r"\b", r"\B", r"\A", r"\Z"]
TIMES = [f"{times}{how}" for times in ("*", "+", "?", "{2}", "{1,3}", "{2,}") for how in ("", "?", "+")]
WIDE = ["a", "b", r"\w", "[^a]", "ab", r"a\s", "(?:a|1)"]


def grown(inner: SearchStrategy[str]) -> SearchStrategy[str]:
    body = inner.map(lambda one: f"(?:{one})")
    return st.one_of(
        st.lists(inner, min_size=2, max_size=4).map("".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        st.builds("{}{}".format, st.one_of(body, st.sampled_from(ATOMS)), st.sampled_from(TIMES)),
        inner.map(lambda one: f"(?>{one})"),
        st.builds("({}{})".format, st.sampled_from(["?=", "?!"]), inner),
        st.builds("({}{})".format, st.sampled_from(["?<=", "?<!"]), st.sampled_from(WIDE)),
        st.builds("({}:{})".format, st.sampled_from(["?i", "?s", "?m", "?-i"]), inner),
    )


PARTS = st.recursive(st.sampled_from([*ATOMS, *PLACES]), grown, max_leaves=8)


@st.composite
def patterns(draw: DrawFn) -> str:
    """Write a pattern, perhaps with a group that a later part refers to."""
    first, second, third = draw(PARTS), draw(PARTS), draw(PARTS)
    refers = draw(st.sampled_from(["", r"(?:\1)", r"(?(1)a|b)", r"(?(1)a)"]))
    return f"({first})?{second}{refers}{third}" if refers else first


@pytest.fixture(autouse=True)
def deep() -> Iterator[None]:
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(20_000)
    yield
    sys.setrecursionlimit(before)


@given(
    pattern=patterns(),
    flags=st.sampled_from([re.NOFLAG, re.IGNORECASE, re.MULTILINE, re.DOTALL, re.ASCII, re.IGNORECASE | re.MULTILINE]),
    text=st.text("aAb1 \nåÅ_", max_size=12),
)
@example(r"(?:a*)*", re.NOFLAG, "aab")
@example(r"(?:a|b??)+?1", re.NOFLAG, "aab1")
@example(r"(?:a?){2,}b", re.NOFLAG, "ab")
@settings(max_examples=1000)
def test_it_finds_what_re_finds(pattern: str, flags: int, text: str) -> None:
    compiled = re.compile(pattern, flags)
    counted = Counted(compiled)
    try:
        found, _ = counted.spans(text, 200_000)
        fits, _ = counted.fits(text, 200_000)
    except TooManyStepsError:
        return
    assert found == [match.span() for match in compiled.finditer(text)]
    assert fits == (compiled.fullmatch(text) is not None)


@pytest.mark.parametrize(
    ("pattern", "text", "power"),
    [
        ("a+b", "a", 2),
        ("(?<!a)a+b", "a", 1),
        ("a*+b", "a", 2),
        (r"\s*\s*\Z", " ", 3),
        ("ab", "a", 1),
        ("(?>a+)", "a", 1),
    ],
)
def test_its_steps_grow_as_they_should(pattern: str, text: str, power: int) -> None:
    counted = Counted(re.compile(pattern))
    steps = [counted.spans(text * n + "!")[1] for n in (40, 80)]
    assert 2 ** (power - 0.5) < steps[1] / steps[0] < 2 ** (power + 0.5)


def test_too_many_steps_are_given_up() -> None:
    with pytest.raises(TooManyStepsError):
        Counted(re.compile("(?:a+)+b")).spans("a" * 60, 10_000)
