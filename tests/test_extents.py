"""Where the parts of a text end: with the last of what is theirs, never with what stands below."""

from __future__ import annotations

import pytest

from samverkan.findings import Mend
from samverkan.source.edits import applied
from samverkan.source.extents import Extents


@pytest.mark.parametrize(
    ("text", "last_line"),
    [
        ("a: >-\n  text\n  mer\n\n# kommentar\nb: 1\n", 2),
        ("a: |\n  text\n  # text\n\n\n# kommentar\nb: 1\n", 2),
        ("a: |+\n  text\n\n\nb: 1\n", 1),
        ("a: |\n  text\n  ", 1),
        ("a: |\n\n\nb: 1\n", 0),
        ("a: text\n  mer\n\n# kommentar\nb: 1\n", 1),
        ("a: 'text\n\n  mer' # kommentar\nb: 1\n", 2),
        ("a:\n  - b: >-\n      text\n\n  # kommentar\n\nc: 1\n", 2),
        ("a:\n  - b\n # kommentar\n\nc: 1\n", 1),
        ("a: [b,\n  c, # kommentar\n  ]\n\nd: 1\n", 2),
        ("a:\nb: 1\n", 0),
    ],
)
def test_a_part_ends_with_the_last_line_of_what_is_its_own(text: str, last_line: int) -> None:
    assert Extents(text).values["a",].end[0] == last_line


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("p: {from: 2024# a, until: 2026}", "p: {from: 2024, until: 2026} # a"),
        ("p: {from: 2024# a, until: 2026} # b", None),
    ],
)
def test_a_comment_goes_last_on_a_line_with_braces_unless_one_stands_there(line: str, mended: str | None) -> None:
    edit = Extents(line).edit(Mend("2024 # a"), ("p", "from"))
    assert (edit and applied(line, edit)) == mended
