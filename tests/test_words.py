"""Every sentence in both languages, with the same fields, whole, and used somewhere."""

from __future__ import annotations

import ast
import re
import string
from decimal import Decimal

import pytest

from samverkan.escape import is_blank, visible
from samverkan.findings import Severity
from samverkan.guess import closest
from samverkan.rules import RULES
from samverkan.words import commands
from samverkan.words import document as wording
from samverkan.words import output as reports
from samverkan.words.checking import CHECKING
from samverkan.words.numbers import limits_text
from samverkan.words.reading import READING
from samverkan.words.sentence import AnyOf, Entry, Text
from samverkan.words.structure import STRUCTURE
from tests.conftest import ROOT

ENTRIES: dict[str, Entry] = {**READING, **STRUCTURE, **CHECKING, **{rule.name: rule.says for rule in RULES}}
TEXTS: dict[str, Text] = {**commands._SENTENCES, **reports._REPORTS, **wording._WORDS}  # noqa: SLF001
# Rooms whose sentences stand elsewhere than in words/: a rule's beside it, and how a value of the model is written.
ELSEWHERE = ("rules/", "model/")
SOURCE = ROOT / "src" / "samverkan"
OUTSIDE_WORDS = {
    path: ast.parse(path.read_text(encoding="utf-8"))
    for path in SOURCE.rglob("*.py")
    if path.relative_to(SOURCE).parts[0] != "words"
}
USED = {
    node.value
    for tree in OUTSIDE_WORDS.values()
    for node in ast.walk(tree)
    if isinstance(node, ast.Constant) and isinstance(node.value, str)
}
# How names that are put together begin: report(f"heading-{status}").
BEGINNINGS = tuple(
    first.value
    for tree in OUTSIDE_WORDS.values()
    for node in ast.walk(tree)
    if isinstance(node, ast.JoinedStr) and isinstance(first := node.values[0], ast.Constant)
    if isinstance(first.value, str) and re.fullmatch(r"[a-z]+[-_]", first.value)
)
# What stands after the gender that such a name may begin with: f"{self.gender}signed_on".
AFTER_GENDER = {
    part.value
    for tree in OUTSIDE_WORDS.values()
    for node in ast.walk(tree)
    if isinstance(node, ast.JoinedStr)
    for part in node.values[1:]
    if isinstance(part, ast.Constant) and isinstance(part.value, str) and re.fullmatch(r"[a-z]+[a-z_]*", part.value)
}
TEMPLATES = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "templates").glob("*.j2"))


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


@pytest.mark.parametrize("name", [*READING, *STRUCTURE, *CHECKING, *commands._SENTENCES, *reports._REPORTS])  # noqa: SLF001
def test_no_sentence_is_left_over(name: str) -> None:
    counts = {f"{severity.value}-{number}" for severity in Severity for number in ("one", "count")}
    assert name in USED | counts or name.startswith(BEGINNINGS)


@pytest.mark.parametrize("name", wording._WORDS)  # noqa: SLF001
def test_no_word_of_documents_is_left_over(name: str) -> None:
    in_template = re.search(rf"words\.{name}\b|[\"']{name}[\"']", TEMPLATES)
    without_gender = name.removeprefix("promise_")
    is_gendered = without_gender in AFTER_GENDER or ("status_" in AFTER_GENDER and without_gender.startswith("status_"))
    assert name in USED or name.startswith(BEGINNINGS) or in_template or is_gendered


def has_words(call: ast.Call) -> bool:
    given = [*call.args, *(keyword.value for keyword in call.keywords)]
    texts = [one.value for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    return any(re.search(r"[^\W\d_]", re.sub(r"\{\w+\}", "", text)) for text in texts)


def test_sentences_stand_in_words_and_those_of_a_rule_beside_it() -> None:
    rooms = {
        path.relative_to(SOURCE).as_posix()
        for path, tree in OUTSIDE_WORDS.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"Text", "Entry"}
        if has_words(node)
    }
    assert {room for room in rooms if not room.startswith(ELSEWHERE)} == set()


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


def test_every_label_of_a_document_has_words() -> None:
    labelled = {"fact", "said", "named", "prose_fact", "documents_fact", "fixed"}
    for path, tree in OUTSIDE_WORDS.items():
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
                continue
            key = node.args[0]
            if "render" in path.parts and node.func.attr in labelled and isinstance(key, ast.Constant):
                assert key.value in wording._WORDS, (path, node.lineno)  # noqa: SLF001


def test_limits_are_worded_as_each_language_writes_them() -> None:
    low, high = Decimal("1250.5"), Decimal(2000)
    assert limits_text(low, None).say("sv") == "minst 1\u202f250,5"
    assert limits_text(None, high).say("en") == "at most 2,000"
    assert limits_text(low, high).say("en") == "between 1,250.5 and 2,000"
    assert limits_text(high, high).say("sv") == "2\u202f000"
    assert limits_text(None, None).say("sv") == "–"
