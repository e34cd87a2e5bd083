"""What two texts have in common is found as `difflib` finds it, and never takes long."""

from __future__ import annotations

from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.comparing.obligation import bound
from samverkan.comparing.wording import Kept, stretches, version_of
from samverkan.differing import Matcher
from samverkan.editable.aligning import Line, aligned
from samverkan.editable.phrases import phrases
from samverkan.render.finished.verdict import _differing
from tests.tracing import lines

WORDS = st.lists(st.sampled_from("abcde"), max_size=30)
MANY = 30_000


@given(WORDS, WORDS)
def test_of_texts_of_usual_length_nothing_else_is_told(before: list[str], after: list[str]) -> None:
    usual = SequenceMatcher(None, before, after, autojunk=False)
    assert Matcher(before, after).get_opcodes() == usual.get_opcodes()


@given(WORDS, WORDS, st.integers(0, 200))
def test_whenever_it_stops_all_that_differs_is_told(before: list[str], after: list[str], most: int) -> None:
    steps = Matcher(before, after, most).get_opcodes()
    assert all(before[i:end] == after[j:last] for name, i, end, j, last in steps if name == "equal")
    assert [one for _, i, end, _, _ in steps for one in before[i:end]] == before
    assert [one for _, _, _, j, last in steps for one in after[j:last]] == after


def test_words_that_come_back_without_end_take_no_time_without_end() -> None:
    assert len(_differing(["x", "y"] * MANY, ["x", "z"] * MANY)) == 1
    told = stretches("x y. " * MANY, "x z. " * MANY)
    assert version_of(told, Kept.GONE) == "x y. " * MANY
    assert list(phrases("x y " * MANY, "x z " * MANY))


@pytest.mark.parametrize("sentence", ["Polisen ska {}.\n", "Ska {}.\n", "{}.\n"])
def test_sentences_are_paired_in_time_that_grows_as_they_do(sentence: str) -> None:
    def counted(n: int) -> int:
        texts = ("".join(sentence.format(f"{word}{i}") for i in range(n)) for word in ("gå", "stå"))
        return lines(lambda: bound(*texts))

    counts = [counted(n) for n in (200, 400, 800)]
    assert counts[2] <= 2.6 * counts[1]
    assert counts[1] <= 2.6 * counts[0]


def test_paragraphs_that_all_differ_are_not_all_held_against_each_other() -> None:
    expected = [Line(f"{'ab ' * 300}{i}", i) for i in range(300)]
    found = [f"{'cd ' * 300}{i}" for i in range(3000)]
    assert aligned(expected, found) == {}
