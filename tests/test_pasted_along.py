"""What a text shows of where it came from, and where it shows too little to tell."""

from __future__ import annotations

import pytest

from samverkan.source.edits import applied
from samverkan.source.extents import Extents
from samverkan.source.pasted_along import is_prose
from samverkan.source.reader import parse
from samverkan.source.swallowed import swallowed


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("1 samverkan: 1\n3 kind: a: b\n4 id: c\n", "syntax-colon"),  # no numbers of lines
        ("kind: a\n> id: b\n", "syntax-other"),  # one line is no answer
        ('{"kind": "a" oj oj "id" "b"}\n', "syntax-bracket"),  # more is missing than a comma
        ("purposes: a\nfor: b: c\n", "syntax-colon"),  # keys, though none that a document begins with
        ("aims:\n  - Färre brott\n  - b: c: d\n", "syntax-colon"),
        ("[" * 5000 + "}", "too-deep"),
        ('["a" "b", ' + "[" * 50_000, "syntax-bracket"),
        (f'{{"{"a" * 1100}": ' + "[" * 50_000, "syntax-bracket"),
    ],
)
def test_what_shows_too_little_is_told_as_the_parser_sees_it(text: str, sentence: str) -> None:
    assert [fault.sentence for fault in parse(text)[1]] == [sentence]


def test_marks_of_answers_to_answers_are_taken_off() -> None:
    text = ">> kind: a\n> >  id: b\n>\nkind: c: d\n"
    (fault,) = parse(text)[1]
    assert fault.sentence == "syntax-quoted"
    assert fault.edit is not None
    assert applied(text, fault.edit) == "kind: a\n id: b\n\nkind: c: d\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Överenskommelse för Exempelby\n\nParterna är överens.\n", True),
        ("Överenskommelse för Exempelby\n", False),
        ("Parter:\nPolisen och kommunen\n", False),
        ("- Polisen i Exempelby\n- Kommunen och regionen\n", False),
    ],
)
def test_running_text_has_nothing_of_yaml(text: str, expected: bool) -> None:
    assert is_prose(text) is expected


@pytest.mark.parametrize(
    ("text", "is_prose", "line", "mend"),
    [
        ("text: a\n  - b\n  - c\n", True, "- b", "text: |\n  a\n  - b\n  - c"),
        ("text:  # varför\n  a\n  - b\n  - c\n", True, "- b", None),  # the comment would be lost
        ("text: a\n  - b\n  - c\n", False, "- b", None),  # a title has no points
        ("text: a\n  - särskilt b\n", True, None, None),
        ("text: A.\n  - b - c\n", True, None, None),
        ('text: "A.\n  - B"\n', True, None, None),
        ("{text: A.\n  - B}\n", True, None, None),
    ],
)
def test_a_hyphen_within_a_text_is_an_item_where_that_is_plain(
    text: str,
    is_prose: bool,
    line: str | None,
    mend: str | None,
) -> None:
    found = swallowed(Extents(text), ("text",), is_prose=is_prose)
    assert (found.line if found else None) == line
    assert (found.mend.text if found and found.mend else None) == mend


@pytest.mark.parametrize("text", ["title: {{ namn }}\n", "goals: [{{id: a}}]\n", "{{a: 1}}\n", "a: {[1]: 2}\n"])
def test_braces_that_hold_no_list_are_keys_that_cannot_be(text: str) -> None:
    assert {fault.sentence for fault in parse(text)[1]} == {"bad-key"}
