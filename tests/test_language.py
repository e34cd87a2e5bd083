"""Every sentence, wherever it stands: keys as editors name them, the quotes of its language, the words of the field."""

from __future__ import annotations

import ast
import json
import re
from typing import TYPE_CHECKING, Literal

from samverkan.model.schema import all_schemas
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = ROOT / "src" / "samverkan"
DRAFTS = SOURCE / "words" / "drafts.py"  # what is written into files
# Words of the file format itself.
FORM = {"samverkan", "kind", "id"}
# What the field does not say, or says of something else.
NOT_SAID = {
    "sv": r"fingeravtryck|\bidag\b|klartext|bindande|mappning|dokumentslag|relevant information",
    "en": r"red thread|binding|fault of ours|by Act|demand",
}


def said(language: Literal["sv", "en"]) -> Iterator[str]:
    """Give every sentence in one language."""
    for path in SOURCE.rglob("*.py"):
        if path == DRAFTS:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            parts: list[ast.expr] = []
            if node.func.id == "Text":
                parts = node.args[0 if language == "sv" else 1 :][:1]
            elif node.func.id == "Entry":
                parts = [word.value for word in node.keywords if word.arg in {language, f"{language}_help"}]
            yield from (part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str))


def names_of_keys() -> dict[str, set[str]]:
    """Give what editors call each key, in any kind of file, without what stands in brackets."""
    found: dict[str, set[str]] = {}
    waiting: list[object] = [json.loads(text) for text in all_schemas().values()]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            described = node.get("properties")
            for key, value in described.items() if isinstance(described, dict) else ():
                found.setdefault(key, set()).add(value.get("title", "").split(" (")[0])
            waiting += node.values()
        elif isinstance(node, list):
            waiting += node
    return found


NAMES = names_of_keys()
SWEDISH, ENGLISH = list(said("sv")), list(said("en"))


def unmarked(sentence: str) -> str:
    """Leave out what is to be written letter for letter: what is marked or installed, an option's value."""
    return re.sub(r'`[^`]*`|"samverkan\[[a-z]+\]"|--[a-z]+ "[^"]*"', "", sentence)


def test_keys_stand_in_code_marks() -> None:
    """A key with an underscore, or in Swedish with its colon, is no word of the reader's, so it is marked."""
    assert [one for one in (*SWEDISH, *ENGLISH) if re.search(r"(?<![{\w])[a-z]+_[a-z_]+(?![\w}])", unmarked(one))] == []
    with_colon = re.compile(rf"(?<![{{\w])({'|'.join(NAMES)}):(?!\w)")
    assert [one for one in SWEDISH if with_colon.search(unmarked(one))] == []
    assert with_colon.search("Lägg till code: med koden.")


def nameless_keys(sentence: str) -> list[str]:
    """Give the keys of a Swedish sentence that stand without their Swedish name; a value has its name behind it."""
    found = []
    for mark in re.finditer(r"`([a-z_]+)(: [^`]*)?`(?! \()", sentence):
        key, before = mark.group(1), sentence[: mark.start()]
        is_named = f"(`{key}" in before or any(before.endswith(f"{name} (") for name in NAMES.get(key, ()))
        if key in NAMES and key not in FORM and not is_named:
            found.append(key)
    return found


def test_keys_stand_beside_their_swedish_names() -> None:
    assert [one for one in SWEDISH if nameless_keys(one)] == []
    assert nameless_keys("Lägg till Datum (`date`) under `signatures`.") == ["signatures"]


def test_quotes_are_those_of_the_language() -> None:
    assert [one for one in SWEDISH if re.search('[“"]', unmarked(one))] == []
    assert [one for one in ENGLISH if re.search('[“”"]', re.sub("“[^“”]*”", "", unmarked(one)))] == []


def test_words_are_those_of_the_field() -> None:
    assert [one for one in SWEDISH if re.search(NOT_SAID["sv"], one, re.IGNORECASE)] == []
    assert [one for one in ENGLISH if re.search(NOT_SAID["en"], one, re.IGNORECASE)] == []
