"""Text to plain data: as written, under ceilings, the same from both parsers, and never a crash."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from samverkan.model.load import load
from samverkan.source.decoding import MOST_BYTES, decode, shown_text
from samverkan.source.events import has_c_parser
from samverkan.source.extents import Extents
from samverkan.source.positions import Positions
from samverkan.source.reader import MOST_DEPTH, MOST_NODES, parse
from tests.conftest import EXAMPLES, SMALL, plain

if TYPE_CHECKING:
    from pathlib import Path

BOTH = pytest.mark.parametrize("pure", [False, True], ids=["c", "pure"])


def sentences(text: str, *, pure: bool = False) -> list[tuple[str, int, int]]:
    decoded, faults = decode(text.encode())
    if not faults and decoded is not None:
        faults = parse(decoded, pure=pure)[1]
    return [(fault.sentence, fault.span.line, fault.span.column) for fault in faults]


def test_the_c_parser_is_installed() -> None:
    assert has_c_parser()


@BOTH
def test_scalars_stay_as_written(pure: bool) -> None:
    written = ["NO", "ja", "on", "12:30", "1_000", "0x1F", "1e3", "0123", "1.10", "0761", "2024-02-30", "9" * 5000]
    data, faults = parse("\n".join(f"- {value}" for value in written), pure=pure)
    assert not faults
    assert data == written


@BOTH
@pytest.mark.parametrize("reference", ["2024#mål-1", "2024-10#a", "3#Skolan"])
def test_a_reference_to_a_document_that_is_called_by_its_year_is_read(reference: str, pure: bool) -> None:
    assert parse(f"a: {reference}\n", pure=pure) == ({"a": reference}, [])


@BOTH
def test_what_is_left_empty_is_none_and_quoted_text_is_not(pure: bool) -> None:
    data, faults = parse("a:\nb: ~\nc: null\nd: ''\ne: 'null'\n", pure=pure)
    assert not faults
    assert data == {"a": None, "b": None, "c": None, "d": "", "e": "null"}


CASES = {
    "tab indent": ("a:\n\tb: 1\n", [("tab", 2, 1)]),
    "tab after colon": ("a:\t1\n", [("tab", 1, 3)]),
    "unclosed quote": ("a: 1\nb: 'x\nc: 2\n", [("syntax-quote", 2, 4)]),
    "colon in text": ("mål: Minska: brott\n", [("syntax-colon", 1, 12)]),
    "unclosed bracket": ("a: [x\nb: 1\n", [("syntax-bracket", 1, 4)]),
    "starts with @": ("a: @x\n", [("syntax-start", 1, 4)]),
    "unknown escape": ('a: "C:\\Users"\n', [("syntax-escape", 1, 9)]),
    "wrong indent": ("a:\n  b: 1\n c: 2\n", [("syntax-indent-one", 3, 2)]),
    "duplicate keys": ("a: 1\nb: 2\na: 3\na: 4\n", [("duplicate-key", 3, 1), ("duplicate-key", 4, 1)]),
    "nested duplicate": ("a:\n  - {b: 1, b: 2}\n", [("duplicate-key", 2, 12)]),
    "second document": ("a: 1\n---\nb: 2\n", [("several-documents", 2, 1)]),
    "alias": ("a: &x 1\nb: *x\n", [("anchor", 1, 4), ("alias", 2, 4)]),
    "alias to nothing": ("a: *x\n", [("alias-text", 1, 4)]),
    "merge key": ("<<: {a: 1}\n", [("bad-key", 1, 1)]),
    "empty key": ("~: 1\n", [("bad-key", 1, 1)]),
    "list as key": ("? [a]\n: 1\nb: 2\n", [("bad-key", 1, 3)]),
    "tag": ("a: !!python/object/apply:os.system [ls]\n", [("tag", 1, 4)]),
    "own tag": ("a: !include x\n", [("tag", 1, 4)]),
    "escaped control": ('a: "x\\u001by"\n', [("control-character", 1, 4)]),
    "empty": ("", [("empty-file", 1, 1)]),
    "only comments": ("# hej\n# då\n", [("empty-file", 1, 1)]),
    "only a marker": ("---\n", [("empty-file", 1, 1)]),
    "escape character": ("a: x\x1by\n", [("control-character", 1, 5)]),
    "line separator": ("a: x\u2028y\n", [("control-character", 1, 5)]),
    "next line": ("å: 1\na: x\x85y\n", [("control-character", 2, 5)]),
}


@BOTH
@pytest.mark.parametrize("name", CASES)
def test_faults_have_their_place(name: str, pure: bool) -> None:
    text, expected = CASES[name]
    assert sentences(text, pure=pure) == expected


@BOTH
def test_a_directive_never_changes_the_meaning(pure: bool) -> None:
    data, faults = parse("%YAML 1.1\n---\na: NO\n", pure=pure)
    assert [fault.sentence for fault in faults] == ["directive"]
    assert data == {"a": "NO"}


@BOTH
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[" * 100_000, "too-deep"),
        ("- " * 1500 + "a", "too-deep"),
        ("\n".join(f"k{i}: 1" for i in range(60_000)), "too-many"),
        ("[" + "1," * (MOST_NODES + 1) + "]", "too-many"),
        ("a: &a [x]\n" + "".join(f"b{i}: [*a, *a]\n" for i in range(10)), "anchor"),
    ],
    ids=["flow", "block", "keys", "items", "bomb"],
)
def test_ceilings_hold(text: str, expected: str, pure: bool) -> None:
    assert sentences(text, pure=pure)[0][0] == expected


def test_depth_up_to_the_ceiling_is_read() -> None:
    assert sentences("[" * (MOST_DEPTH - 1) + "]" * (MOST_DEPTH - 1)) == []


@pytest.mark.parametrize(
    ("raw", "sentence", "place"),
    [
        ("titel: Älvdalen\n".encode("latin-1"), "not-utf8", (1, 8)),
        ("a: 1\nb: Åsele\n".encode("cp1252"), "not-utf8", (2, 4)),
        ("a: å\n".encode("utf-16"), "not-utf8", (1, 1)),
        (b"PK\x03\x04\xff\xfe", "not-utf8", (1, 5)),
        (b"a: \xed\xa0\x80\n", "not-utf8", (1, 4)),
        (b"x" * (MOST_BYTES + 1), "too-large", (1, 1)),
        (b"a: \0\n", "control-character", (1, 4)),
    ],
)
def test_bytes_that_are_not_text(raw: bytes, sentence: str, place: tuple[int, int]) -> None:
    _, faults = decode(raw)
    assert (faults[0].sentence, (faults[0].span.line, faults[0].span.column)) == (sentence, place)


def test_a_byte_order_mark_and_any_line_end_are_fine() -> None:
    for end in ("\n", "\r\n", "\r"):
        text, faults = decode(b"\xef\xbb\xbf" + f"å: 1{end}ö: {{ä: 2}}{end}".encode())
        assert not faults
        assert text is not None
        assert parse(text)[0] == {"å": "1", "ö": {"ä": "2"}}
        span = Positions(text).of(("ö", "ä"))
        assert (span.line, span.column, span.end_column) == (2, 8, 9)


def test_every_key_and_value_has_its_place() -> None:
    text = "a: {b: [x, 'y z']}\nå:\n  - 🙂: text\n    c: |\n      block\n  - d\n"
    places = Positions(text)
    assert places.of(("a", "b", 1)).column == 12
    assert places.of(("a", "b", 1)).end_column == 17
    assert places.of_key(("å", 0, "🙂")).column == 5
    assert places.of(("å", 0, "🙂")).column == 8
    assert (places.of(("å", 0, "c")).line, places.of(("å", 1)).line) == (4, 6)
    assert places.of(("å", 1, "missing")).line == 6


@given(st.text(alphabet=st.sampled_from("ab:-[]{}\"'#&*!|>%@` \n\\0å,?~"), max_size=60))
@example(">\n#")
@settings(max_examples=400)
def test_both_parsers_give_the_same(text: str) -> None:
    decoded, faults = decode(text.encode())
    if faults or decoded is None:
        return
    with_c, with_pure = parse(decoded), parse(decoded, pure=True)
    if not with_pure[1]:
        assert with_c == with_pure


@given(st.data())
@settings(max_examples=150)
def test_a_damaged_document_never_crashes_the_reader(data: st.DataObject) -> None:
    whole = (EXAMPLES / "founding" / "lessebo-2019.yaml").read_text(encoding="utf-8")
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 30)))
    damaged = whole[:start] + data.draw(st.text(max_size=8)) + whole[end:]
    text, faults = decode(damaged.encode("utf-8", "surrogatepass"))
    if text is not None and not faults:
        _, faults = parse(text)
    lines = len(damaged.splitlines()) + 1
    assert all(1 <= fault.span.line <= lines and fault.span.column >= 1 for fault in faults)


def test_a_character_that_json_writes_in_two_halves_is_one() -> None:
    decoded, faults = decode(b'{"title": "Trygg \\ud83d\\ude00 stad"}')
    assert (faults, decoded is not None) == ([], True)
    assert parse(decoded or "") == ({"title": "Trygg \U0001f600 stad"}, [])


def test_two_sorts_of_keys_without_a_value_are_told_each_by_itself() -> None:
    _, faults = parse("a: [{id: x, text:Ett, två tre}]\n")
    assert [fault.sentence for fault in faults] == ["syntax-space", "comma-in-braces"]
    assert all("{" not in fault.finding("a.yaml").message.say("sv") for fault in faults)


def test_a_key_that_lacks_its_space_and_comes_once_more_is_told_at_both_places() -> None:
    read, faults = parse("validity: {from: 2024, until:2025, until: 2026}\n")
    assert [fault.sentence for fault in faults] == ["syntax-space", "duplicate-key"]
    assert faults[1].finding("a.yaml").related[0].span.column == 24
    assert isinstance(read, dict)


def test_positions_survive_a_broken_file() -> None:
    assert Positions(SMALL + "x: [").of(("title",)).line == 4


def test_a_list_whose_only_item_is_faulty_leaves_the_rest_readable() -> None:
    loaded = load(plain(SMALL + "commitments: [{by: kommunen}]\n"))
    assert loaded.model is not None
    assert loaded.unread == {("commitments",)}


@pytest.mark.parametrize("coding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8", "utf-8-sig"])
def test_what_cannot_be_read_is_shown_as_its_author_sees_it(coding: str) -> None:
    assert shown_text("titel: Älvdalens överenskommelse\n".encode(coding)) == "titel: Älvdalens överenskommelse\n"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("? [a, {b: c}]\n: {d: e}\nf: g\n", 3),
        ("? {a: b}\n: [{d: e}]\nf: g\n", 3),
        ("*x : {d: e}\nf: g\n", 2),
        ("b:\n  ? *x\n  : [c, {d: e}]\nf: g\n", 4),
    ],
)
def test_what_stands_after_a_key_that_is_no_word_has_its_place(text: str, line: int) -> None:
    places, extents = Positions(text), Extents(text)
    assert (places.of(("f",)).line, places.of(("f",)).column) == (line, 4)
    assert places.of(("d",)) == places.of(())
    assert extents.values["f",].start == (line - 1, 3)


def test_what_stands_beyond_the_ceilings_has_the_place_of_what_is_around_it() -> None:
    places = Positions(f"a: b\nc: {'[' * (MOST_DEPTH + 1)}{']' * (MOST_DEPTH + 1)}\nd: e\n")
    assert places.of(("a",)).line == 1
    assert places.of(("d",)) == places.of(())


@pytest.mark.parametrize("rest", ["", "c: 'never closed", "c: d: e"])
def test_what_is_text_is_known_before_a_fault_too(rest: str) -> None:
    places = Positions(f'a: "x # y"  # z\nb: w\n{rest}\n')
    assert places.is_inside_text(1, 7)
    assert not places.is_inside_text(1, 13)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 'x\n" + "".join(f"b{i}: \"'\"'\n" for i in range(60)), [("syntax-indent", 2, 7)]),
        ("a: 'x\nb: |\n" + "  c: 'x\n" * 60 + "d: 'y'\n", [("syntax-quote", 3, 6)]),
        (f"a: [x\nb: {'x' * 100_001}\nc: d: e\n", [("syntax-bracket", 1, 4)]),
    ],
    ids=["more quotes than are tried", "many quotes", "more text than is tried"],
)
def test_among_more_than_anybody_reads_a_fault_is_told_where_the_parser_sees_it(
    text: str, expected: list[tuple[str, int, int]]
) -> None:
    assert sentences(text) == expected


# Runs the program with a Python that lacks the compiled part of the parser.
PURE = """
import sys
sys.modules["_ruamel_yaml"] = None
from samverkan.__main__ import main
sys.exit(main())
"""


def test_without_the_compiled_parser_the_same_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(SMALL + "okänd: 1\nmål: [{a: 'x', b: |\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text(SMALL.replace("avtal-2024", "b") + "okänd: 1\n", encoding="utf-8")
    asked = ["validate", "--no-cache", "--format", "json", "--today", "2024-06-01"]
    commands = ([sys.executable, *how, *asked] for how in (("-m", "samverkan"), ("-c", PURE)))
    found = [subprocess.run(one, cwd=tmp_path, capture_output=True, check=False, timeout=60).stdout for one in commands]
    assert b"unknown-key" in found[0]
    assert found[0] == found[1]


NAMED = (
    *(
        "a: &a x\n",
        "b: *a\n",
        "c: [*a, *a]\n",
        "d: {e: *a, f: &b 1}\n",
        "&k g: 1\n",
        "*a : 2\n",
        "&r\nq: 1\n",
        "t: &a\n  - 1\n",
    ),
    *(
        "h:\n  - &x\n    y: 1\n  - *x\n",
        "j: !!str &t x\n",
        "k: &t !!str x\n",
        "? *a\n: 1\n",
        "l: [&a , *b ]\n",
        "m: &a\n",
    ),
    *(
        "n: {*a , b: 1}\n",
        "o: {*a: 1}\n",
        "s:\n- &a [1, *a]\n",
        "u: &å x\n",
        "v: *å\n",
        "x: &a |\n  text\n",
        "z: &a 'x'\n",
    ),
    *(
        "y: &a >-\n  a\n  b\n",
        "aa: &a\n\n  x\n",
        "bb: & x\n",
        "cc: *\n",
        "dd: &a &b x\n",
        "ff: *a # c\n",
        "gg: &a # c\n  x\n",
    ),
    *(
        "hh: [*a,*a]\n",
        "ii: [&a x,&b y]\n",
        "jj: {k:*a}\n",
        "kk: &a\tx\n",
        "ll: *a\t\n",
        "mm: *a: x\n",
        "nn: [*a:, *b]\n",
    ),
)


@given(st.lists(st.sampled_from(NAMED), min_size=1, max_size=5))
def test_anchors_and_aliases_are_refused_alike_by_both_parsers(lines: list[str]) -> None:
    text = "".join(lines)
    assert parse(text) == parse(text, pure=True)
