"""What lines that are not YAML, or not as they were meant, are told as, and what becomes of the text when mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from samverkan.findings import Severity
from samverkan.source.decoding import decode
from samverkan.source.edits import applied
from samverkan.source.reader import parse

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from samverkan.source.faults import Fault
    from tests.conftest import Outcome

_HEAD = "samverkan: 1\nkind: agreement\nid: avtal\n"


def told(text: str) -> Fault:
    (fault,) = decode(text.encode())[1] or parse(text)[1]
    return fault


def mended(text: str) -> str:
    edit = told(text).edit
    assert edit is not None
    return applied(text, edit)


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("who: {party: a}, {party: b}", "who: [{party: a}, {party: b}]"),
        ("who: {party: a} {party: b}  # båda", "who: [{party: a}, {party: b}]  # båda"),
        ("target: at_least: 63", "target: {at_least: 63}"),
        ("who: party: kommunen", "who: {party: kommunen}"),
        ("where: area: exempelby", "where: {area: exempelby}"),
        ("cause: orsak: mörk-gång", "cause: {orsak: mörk-gång}"),
        ("title: etapp: 2", 'title: "etapp: 2"'),  # a title has no keys of its own
        ("obstacle: orsak: tidsbrist", 'obstacle: "orsak: tidsbrist"'),
        ("- mål: färre brott: alla", '- mål: "färre brott: alla"'),
        ("- party: a, role: Chef  # ny", "- {party: a, role: Chef}  # ny"),
        ("- name: Rådet, type: a, note: 'Möts: ofta'", "- {name: Rådet, type: a, note: 'Möts: ofta'}"),
        ("- party: a, role: Chef, avdelning ett", '- {party: a, role: "Chef, avdelning ett"}'),
        ("- party: a, places: [b, c]", "- {party: a, places: [b, c]}"),
        ("- text: Tre saker att göra, dvs: alla", '- text: "Tre saker att göra, dvs: alla"'),
        ("date: 2026-02-04, participants: 41", "date: 2026-02-04\nparticipants: 41"),
        ("note: {a: b, c: @d }", 'note: {a: b, c: "@d"}'),
        ("note: {a: b, c: `d, e: f}", 'note: {a: b, c: "`d", e: f}'),
        ("comment: > 80 kvällar i stan", 'comment: "Över 80 kvällar i stan"'),
        ("comment: >=  80 % kom dit", 'comment: ">=  80 % kom dit"'),
        ("comment: > 80 %", 'comment: "> 80 %"'),
        ("- > 80 kvällar i stan", '- "> 80 kvällar i stan"'),
    ],
)
def test_a_line_is_mended_as_it_was_meant(line: str, meant: str) -> None:
    lead = "part:\n" if line[0] == "-" else ""
    assert mended(f"{_HEAD}{lead}{line}\n") == f"{_HEAD}{lead}{meant}\n"


def test_keys_that_go_on_below_each_get_a_line() -> None:
    text = _HEAD + "part:\n  - id: a, name: B\n    text: c\n"
    assert mended(text) == text.replace(", name", "\n    name")


def test_a_value_that_is_not_closed_is_not_taken_for_several_keys() -> None:
    assert told(_HEAD + 'part:\n  - id: a, name: "B, c\n').sentence != "syntax-keys-on-line"


@pytest.mark.parametrize(
    ("part", "sentence"),
    [
        ("  - by: a\n    Ha ett råd\n    id: b\n", "syntax-no-key"),
        ("  - by: [a, b]\n    Ha ett råd\n\n    id: b\n", "syntax-no-key"),
        ("  - by: a\n    ha ett råd\n    id: b\n", "syntax-no-colon"),
        ("  - by: a\n    Ha ett råd\n    text: b\n", "syntax-no-colon"),  # it has a text
        ("  - by: a och b\n    Ha ett råd\n    id: b\n", "syntax-no-colon"),  # that goes on
    ],
)
def test_a_line_without_a_key_gets_one_where_nothing_above_it_goes_on(part: str, sentence: str) -> None:
    assert told(_HEAD + "part:\n" + part).sentence == sentence


def test_items_that_follow_are_moved_along() -> None:
    first, last = f"{_HEAD}part:\n  - id: a\n    name: A\n", "\nend: d\n"
    moved = "  - id: b\n    name: B\n\n  - id: c\n"
    too_far = "    - id: b\n      name: B\n\n    - id: c\n"
    assert mended(first + too_far + last) == first + moved + last


@pytest.mark.parametrize(
    "part", ["part: a\n- \n", "part:\n  - id: a\n     - id: b\n", "part:\n  - a: b\n    - \n  c: d\n"]
)
def test_an_item_of_one_line_is_moved_alone(part: str) -> None:
    assert told(_HEAD + part).sentence == "syntax-indent"


@pytest.mark.parametrize(
    ("part", "sentence"),
    [
        ("part:\n  | id | title |\n  | a | b |\n", "syntax-table"),  # no line below the heads
        ("part:\n  | id |\n  | - |\n", "syntax-other"),  # no rows
        ("part:\n  | id | Titel |\n  | --- | --- |\n  | a | b |\n", "syntax-table"),
        ("part:\n  | id | title |\n  | --- | --- |\n  | a |\n", "syntax-table"),
    ],
)
def test_a_table_is_no_list_where_its_heads_are_no_keys_or_a_row_is_odd(part: str, sentence: str) -> None:
    fault = told(_HEAD + part)
    assert (fault.sentence, fault.edit) == (sentence, None)


def test_an_empty_cell_is_no_key() -> None:
    part = "part:\n  | id | title |\n  | --- | --- |\n  | a | |\n"
    assert mended(_HEAD + part) == _HEAD + "part:\n  - {id: a}\n"


@pytest.mark.parametrize(
    "text",
    ["2019\t41\nid: a\n", "figures:\n  2019\t41\n", "values:\n  2019\tmånga\n", "values: a\n  2019\t41\n"],
)
def test_rows_with_tabs_are_values_only_under_their_key(text: str) -> None:
    assert told(text).sentence != "tab-figures"


@pytest.mark.parametrize(
    ("written", "read"), [("1 310", "1310"), ("12,5", "12.5"), ("1,310.5", "1,310.5"), ("1 310\u00a0000", "1310000")]
)
def test_figures_are_written_as_files_have_them(written: str, read: str) -> None:
    assert mended(f"values:\n  2019\t{written}\n") == f"values:\n  - {{period: 2019, value: {read}}}\n"


def test_marks_of_answers_are_not_taken_for_a_text_where_they_stand_before_keys() -> None:
    assert told("parties:\n> - id: a\n>   name: b\n").sentence == "syntax-quoted"
    assert told(_HEAD + "> Hej\n").sentence != "syntax-quoted-text"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (_HEAD + "---\nparties: []\n", "document-parted"),
        (_HEAD + "...\nparties: []\n", "several-documents"),
        (_HEAD + "--- # slut\nparties: []\n", "several-documents"),
        ("a: b\n---\nc: d\n", "several-documents"),
        (_HEAD + "---\nkind: action-plan\n", "several-documents"),
    ],
)
def test_a_line_of_hyphens_parts_a_document_where_no_other_begins(text: str, sentence: str) -> None:
    assert told(text).sentence == sentence


@pytest.mark.parametrize(
    ("part", "sentence"),
    [
        ("- id: a\n  name: A\n  id: b\n  name: B\n", "syntax-no-hyphen"),
        ("- id: a\n  id: b\n", "duplicate-key"),  # written twice in a row
        ("- id: a\n  name: A\n  name: B\n", "duplicate-key"),
        ("- {id: a, name: A, id: b}\n", "duplicate-key"),
        ("- ? id\n  : a\n  name: A\n  id: b\n", "duplicate-key"),
        ("  id: a\n  name: A\n  id: b\n", "duplicate-key"),
    ],
)
def test_the_first_key_of_an_item_begins_another_where_it_is_met_again(part: str, sentence: str) -> None:
    assert told(f"{_HEAD}parties:\n{part}").sentence == sentence


@pytest.mark.parametrize(
    ("lines", "meant"),
    [
        ("goals: a\ngoals: b\n", "goals: [a, b]\n"),
        ("goals: [a, b]\nby: c\ngoals: b\n", "goals: [a, b]\nby: c\n"),
        ("goals: a\ngoals: Färre brott\n", None),
        ("goal: a\ngoal: b\n", None),
        ("by: jointly\nby: kommunen\n", None),
        ("status: draft\nstatus: decided\n", None),
    ],
)
def test_ids_under_the_same_key_become_a_list(lines: str, meant: str | None) -> None:
    edit = told(_HEAD + lines).edit
    assert (applied(_HEAD + lines, edit) if edit else None) == (_HEAD + meant if meant else None)


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("note: Avtal och ärende #12 gäller", 'note: "Avtal och ärende #12 gäller"'),
        ('note: Avtal "ett" #12', "note: 'Avtal \"ett\" #12'"),
        ("note: Ärendet #12", None),
        ("note: Avtal och ärende # 12 gäller", None),
        ('note: "Avtal och ärende #12"', None),
        ("note: 2026 2027 #12", None),
        ("note: |\n  Avtal och ärende #12", None),
    ],
)
def test_a_number_that_cuts_a_text_is_told_as_a_warning(line: str, meant: str | None) -> None:
    text = f"{_HEAD}{line}\n"
    data, faults = parse(text)
    assert data is not None
    assert [fault.finding("a.yaml").severity for fault in faults] == [Severity.WARNING] * (meant is not None)
    assert [applied(text, fault.edit) for fault in faults if fault.edit] == ([f"{_HEAD}{meant}\n"] if meant else [])


def test_of_a_long_paste_only_what_changes_is_shown(run: Callable[..., Outcome], tmp_path: Path) -> None:
    path = tmp_path / "avtal.yaml"
    path.write_text("```yaml\n" + _HEAD + "contact: a\n" * 12 + "```\n", "utf-8")
    shown = run("--lang", "en", "validate", str(path)).out
    pasted = shown[shown.index("Paste, each by itself:") :].splitlines()[1:]
    assert [line.strip(" │|") for line in pasted[:2]] == ["1", "17"]
