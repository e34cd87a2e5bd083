"""Text made safe for the place that it goes to: every character there is, and the edges of each rule."""

from __future__ import annotations

import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from samverkan.escape import as_named, code_point, is_blank, markdown_literal, printable, safe_cell, visible
from samverkan.escape import without_commands as told_plainly

EVERY = [chr(number) for number in range(sys.maxunicode + 1)]
DIRECTIONS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
"""What Unicode calls characters that turn the reading direction for what follows; the marks that do so are two more."""


def seen_as_something_else(character: str) -> bool:
    return (
        unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}
        or unicodedata.bidirectional(character) in DIRECTIONS
        or character in "\u061c\u200e\u200f\ufeff\ufffe\uffff"
    )


def test_every_character_is_shown_as_it_is_or_by_its_number() -> None:
    for character in EVERY:
        expected = f"<U+{ord(character):04X}>" if seen_as_something_else(character) else character
        assert visible(character) == expected


def test_a_number_has_four_digits_or_more() -> None:
    assert [code_point(character) for character in "\x1bå\u20ac\U0001f600"] == ["U+001B", "U+00E5", "U+20AC", "U+1F600"]


def test_every_name_that_a_file_can_have_becomes_its_bytes_again() -> None:
    bytes_of_names = [bytes([number]) for number in range(1, 256)]
    for name in bytes_of_names:
        assert as_named(visible(name.decode("utf-8", "surrogateescape"))) == name
    for character in EVERY:
        if not "\ud800" <= character <= "\udfff":
            assert as_named(visible(character)) == character.encode()


def test_what_only_looks_like_a_number_stays() -> None:
    for shown in (
        "<U+0041>",
        "<U+00E5>",
        "<U+D800>",
        "<U+DC7F>",
        "<U+DD00>",
        "<U+DFFF>",
        "<U+12>",
        "U+001B",
        "<U+001b>",
    ):
        assert as_named(shown) == shown.encode()
    assert as_named("<U+DC80><U+DCFF>") == b"\x80\xff"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("##[error]", "#<U+0023>[error]"),
        ("###[x", "##<U+0023>[x"),
        ("# [x", "# [x"),
        ("#[x", "#[x"),
        ("\x1b[2J", "<U+001B>[2J"),
    ],
)
def test_what_is_printed_holds_no_command(text: str, told: str) -> None:
    assert printable(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("::error::x", "<U+003A>:error::x"),
        ("a\n::x", "a\n<U+003A>:x"),
        ("  \t::x", "  \t<U+003A>:x"),
        ("\x1b[1;31m ::x", "\x1b[1;31m <U+003A>:x"),
        ("a ::x", "a ::x"),
        (":x", ":x"),
    ],
)
def test_no_line_begins_as_a_command(text: str, told: str) -> None:
    assert told_plainly(text) == told


def test_only_what_shows_nothing_is_blank() -> None:
    blank = {character for character in EVERY if is_blank(character)}
    for character in EVERY:
        empty = character.isspace() or unicodedata.category(character) in {"Cf", "Zs", "Cc"}
        assert (character in blank) == (empty or character in "\u115f\u1160\u3164\uffa0\u2800")
    for text, expected in (
        ("", True),
        (" \u200b\u3164", True),
        (" a", False),
        ("å", False),
        ("a ", False),
        ("-", False),
        ("1", False),
    ):
        assert is_blank(text) is expected


LINES = st.text(st.characters(exclude_categories=["Cs"]), max_size=30).map(lambda text: f"x{text}x")
EDGES = [
    "1. a",
    "12) a",
    "1.",
    "- a",
    "= a",
    "-",
    "1a",
    "a-b",
    "a.b",
    "# a",
    "> a",
    "`a`",
    "<b>",
    "&amp;",
    "~~a~~",
    "![a](b)",
    "a|b",
    "*a*",
]


def shown_in_a_browser(text: str) -> str:
    (block,) = [
        token for token in MarkdownIt().enable(["table", "strikethrough"]).parse(text) if token.type == "inline"
    ]
    children = block.children or []
    assert {child.type for child in children} <= {"text", "text_special"}
    return "".join(child.content for child in children)


@given(LINES)
def test_any_line_is_shown_letter_for_letter_in_markdown(text: str) -> None:
    assert shown_in_a_browser(markdown_literal(text)) == visible(" ".join(text.split()))


@pytest.mark.parametrize("text", EDGES)
def test_what_begins_as_markdown_is_shown_letter_for_letter(text: str) -> None:
    assert shown_in_a_browser(markdown_literal(text)) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [("1. a", r"1\. a"), ("12) a", r"12\) a"), ("- a", r"\- a"), ("=", r"\="), ("a-1.", "a-1."), ("12 a", "12 a")],
)
def test_no_sign_is_marked_without_need(text: str, written: str) -> None:
    assert markdown_literal(text) == written


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"), ("+46", "'+46"), ("-x", "'-x"), ("@a", "'@a"), ("\uff1dx", "'\uff1dx"), ("-12", "-12"),
        ("12", "12"), ("--1", "'--1"), ("-1-1", "'-1-1"), ("a;=1", "a;'=1"), ("a,@b", "a,'@b"), ("a|+b", "a|'+b"),
        (' "=1', "\"'=1"), ("a\n=1", "a =1"), ("a=b", "a=b"), ("a -1", "a -1"), ("", ""),
    ],
)  # fmt: skip
def test_no_cell_is_a_formula(text: str, cell: str) -> None:
    assert safe_cell(text) == cell


@given(st.text(st.sampled_from(" ;,|\"'-=+@a1\t\n"), max_size=12))
def test_wherever_a_cell_begins_it_begins_no_formula(text: str) -> None:
    cell = safe_cell(text)
    if not re.fullmatch(r"-?\d+", cell):
        assert not re.search(r"(?:^|[;,|])[\s\"]*[-=+@]", cell)
