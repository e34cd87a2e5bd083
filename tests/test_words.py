"""Every sentence in both languages, with the same fields, whole, and used somewhere."""

from __future__ import annotations

import re
import string

import pytest

from samverkan.escape import is_blank, visible
from samverkan.guess import closest
from samverkan.rules import RULES
from samverkan.words import commands
from samverkan.words import document as wording
from samverkan.words import output as reports
from samverkan.words.reading import READING
from samverkan.words.sentence import AnyOf, Entry, Text
from samverkan.words.structure import STRUCTURE
from tests.conftest import ROOT

ENTRIES: dict[str, Entry] = {**READING, **STRUCTURE, **{rule.name: rule.says for rule in RULES}}
TEXTS: dict[str, Text] = {**commands._SENTENCES, **reports._REPORTS, **wording._WORDS}  # noqa: SLF001
SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("name", ENTRIES)
def test_findings_are_whole_sentences_that_say_what_to_do(name: str) -> None:
    entry = ENTRIES[name]
    for text in entry:
        assert re.search(r"([.?]|\{\w+\})$", text), text
        assert text[0].isupper() or text[0] == "{"
    assert fields(entry.sv) - {"title"} == fields(entry.en) - {"title"}
    assert entry.sv != entry.en
    assert entry.sv_help != entry.en_help


@pytest.mark.parametrize("name", TEXTS)
def test_the_same_fields_in_both_languages(name: str) -> None:
    assert fields(TEXTS[name].sv) == fields(TEXTS[name].en)


@pytest.mark.parametrize("name", [*READING, *STRUCTURE, *commands._SENTENCES, *reports._REPORTS])  # noqa: SLF001
def test_no_sentence_is_left_over(name: str) -> None:
    made = {"error-count", "warning-count", "note-count", "error-one", "warning-one", "note-one"}
    prefixes = ("heading-", "column-", "help-", "family-", "step-")
    used = len(re.findall(rf"[\"']{re.escape(name)}[\"']", SOURCE)) > 1
    assert used or name in made or name.startswith(prefixes)


def test_alternatives_are_joined_as_people_do() -> None:
    assert AnyOf(("a", "b", "c")).say("sv") == "a, b eller c"
    assert AnyOf(("a",)).say("en") == "a"
    assert AnyOf(()).say("sv") == "–"


def test_a_swedish_word_leads_to_its_key() -> None:
    known = [("validity", "Giltighetstid"), ("parties", "Parter"), ("focus_areas", "Fokusområden")]
    assert closest("giltighet", known) == "validity"
    assert closest("Fokusområde", known) == "focus_areas"
    assert closest("focus-area", known) == "focus_areas"
    assert closest("xyz", known) == ""


def test_nothing_unsafe_reaches_a_terminal() -> None:
    assert visible("a\x1b[31mb\u202ec\ud800") == "a<U+001B>[31mb<U+202E>c<U+D800>"
    assert visible("Åre 🙂") == "Åre 🙂"


def test_blank_is_what_shows_nothing() -> None:
    assert is_blank(" \u00a0\u200b\u00ad\u3164\ufeff\n")
    assert not is_blank("–")
