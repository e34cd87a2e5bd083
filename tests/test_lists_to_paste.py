"""Lists that were written as something else, and what to paste so that nothing of them is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from samverkan.source.edits import pasted
from samverkan.source.lines import lines_of
from tests.test_mistakes import found_in

if TYPE_CHECKING:
    from pathlib import Path

_HEAD = """\
samverkan: 1
kind: cause-analysis
id: orsaker
title: Orsaksanalys
parties: [{id: kommunen, type: municipality, code: "9901", name: Exempelby kommun}]
date: 2024-03-26
"""
_CAUSES = """\
analyses:
  - problem_text: Cyklar stjäls
    causes:
      - id: lås
        text: Många lås är enkla.
"""


def told(text: str, folder: Path) -> list[tuple[str, str, list[str]]]:
    """Give the rule and the sentence of each finding, and the lines to paste."""
    (folder / "orsaker.yaml").write_text(text, encoding="utf-8")
    return [
        (made.rule, made.message.say("sv"), pasted(lines_of(text), made.edit) if made.edit else [])
        for made in found_in(folder)
    ]


def lines_for(text: str, folder: Path) -> list[str]:
    return told(text, folder)[0][2]


@pytest.mark.parametrize(
    ("written", "lines"),
    [
        (
            "definitions: {EST: kort möte, SSPF: stöd till unga}",
            ["definitions: [{id: est, term: EST, text: kort möte}, {id: sspf, term: SSPF, text: stöd till unga}]"],
        ),
        ("definitions:\n  est: Ett kort möte", ["  - {id: est, term: est, text: Ett kort möte}"]),
        ("definitions:\n  term: EST\n  text: kort möte", ["  - term: EST", "    text: kort möte"]),
    ],
)
def test_terms_written_as_keys_are_listed(written: str, lines: list[str], tmp_path: Path) -> None:
    assert lines_for(f"{_HEAD}{_CAUSES}{written}\n", tmp_path) == lines


def test_a_term_that_several_marks_may_cite_gets_an_id_of_its_own(tmp_path: Path) -> None:
    text = f"{_HEAD}{_CAUSES}definitions:\n  Trygg kväll: Lugnt[^trygg] och tyst[^kväll].\n"
    assert "id: trygg-kväll," in lines_for(text, tmp_path)[0]


def test_what_is_no_term_with_a_text_is_not_listed_as_one(tmp_path: Path) -> None:
    text = f"{_HEAD}{_CAUSES}definitions:\n  EST: [kort möte, mer]\n"
    assert not any("term: EST" in line for _, _, lines in told(text, tmp_path) for line in lines)


@pytest.mark.parametrize(
    ("block", "lines"),
    [
        ("references: |-\n  - Brottsförebyggande lagen\n  - Polislagen", ["references:"]),
        ("references: >  \n\n  - Brottsförebyggande lagen\n  - Polislagen", ["references:  "]),
        ("references: |-\n  - Lagen # 1\n  - Polislagen", []),
        ("references: |-\n  - Lagen: om ansvar\n  - Polislagen", []),
        ("references: |-\n  - id: lagen\n    title: Polislagen", ["references:"]),
        ("references: |-\n  Polislagen\n  Brottsbalken", []),
    ],
)
def test_the_mark_that_makes_a_text_of_a_list_is_left_out(block: str, lines: list[str], tmp_path: Path) -> None:
    assert lines_for(f"{_HEAD}{_CAUSES}{block}\n", tmp_path) == lines


@pytest.mark.parametrize(
    ("where", "written", "lines"),
    [
        ("        evidence: kommunen lås\n", "", ["        evidence: [kommunen, lås]"]),
        ("        evidence: [orsaker lås]\n", "", ["        evidence: [orsaker#lås]"]),  # a part of a document
        ("", "picture: lås kommunen\n", ["picture: {title: lås kommunen}"]),  # only one may stand there
        ("        evidence: [mörkret lås]\n", "", []),  # of which one leads nowhere
    ],
)
def test_ids_without_a_comma_are_listed_where_several_may_stand(
    where: str, written: str, lines: list[str], tmp_path: Path
) -> None:
    found = [one for one in told(f"{_HEAD}{written}{_CAUSES}{where}", tmp_path) if one[0] == "bad-reference"]
    assert [one[2] for one in found] == [lines]


def test_a_key_is_not_moved_to_where_it_stands_already(tmp_path: Path) -> None:
    deep = "        knowledge_gaps: [Om helger.]\n"
    assert lines_for(_HEAD + _CAUSES + deep, tmp_path) == ["    knowledge_gaps: [Om helger.]"]
    assert not lines_for(f"{_HEAD}{_CAUSES}{deep}    knowledge_gaps: [Om lov.]\n", tmp_path)
