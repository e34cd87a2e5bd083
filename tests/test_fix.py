"""`samverkan fix`: what is beyond doubt is mended, and all else stays to the letter."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.gather import read_one
from samverkan.mending import mended
from samverkan.source.files import SourceFile
from tests.conftest import EXAMPLES, SMALL
from tests.terminal import UNIX_ONLY, Terminal
from tests.test_mistakes import MISTAKES

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Outcome

    Run = Callable[..., Outcome]

SOURCE = SourceFile(Path("a.yaml"), "a.yaml", named=True)
SLIPS = (
    ("titel: ", "title: "),
    ("type: kommun,", "type: municipality,"),
    ("{from: 2024–03–01,", "{from: 2024-03-01,"),
    ("code: ”9901”", 'code: "9901"'),
    ("id:avtal", "id: avtal"),
    ("validity\u00a0: ", "validity: "),
    ("name: Exempelby, Falu}", 'name: "Exempelby, Falu"}'),
)
BROKEN = """\
# Överst i filen.
samverkan: 1
kind: agreement
id:avtal-2024  # kommentar
titel: Samverkan i Exempelby
parties:
  - {type: police, id: polisen, name: Lokalpolisområde Exempel}   # udda ordning
  - {id: kommunen, type: kommun, code: ”9901”, name: Exempelby, Falu}
validity\u00a0: {from: 2024–03–01, until: 2026}
introduction: |
  Vi – polisen och kommunen – säger ”ja”\u00a0till mer.\x20\x20

purposes: [Färre brott.]
focus_areas: [{id: platser, title: Otrygga platser}]
"""


def fixed(text: str) -> str:
    return mended(SOURCE, text.encode()).content.decode()


def test_each_slip_is_mended_and_nothing_else() -> None:
    expected = BROKEN
    for slip, right in SLIPS:
        assert slip in BROKEN
        expected = expected.replace(slip, right, 1)
    assert fixed(BROKEN) == expected
    document, faults = read_one(SOURCE, expected.encode())
    assert document is not None
    assert (document.is_whole, faults) == (True, [])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_the_byte_order_mark_stay(end: str, mark: str) -> None:
    old = mark + BROKEN.replace("\n", end)
    new = fixed(old)
    assert new == mark + fixed(BROKEN).replace("\n", end)


@pytest.mark.parametrize("case", MISTAKES, ids=lambda case: case.name)
def test_twice_is_once(case: Path) -> None:
    for path in case.rglob("*.yaml"):
        once = mended(SOURCE, path.read_bytes()).content
        assert mended(SOURCE, once).content == once


@pytest.mark.parametrize("path", sorted(EXAMPLES.rglob("*.yaml")), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_what_is_right_stays_as_it_is(path: Path) -> None:
    if path.parent.name != "broken":
        assert mended(SOURCE, path.read_bytes()).content == path.read_bytes()


ODD = [
    "\u00a0",
    "–",
    "”",
    "  ",
    ":",
    ": ",
    ", ",
    "\t",
    "- ",
    "• ",
    "'",
    '"',
    "{",
    "]",
    "#",
    "ja",
    "1/2 2024",
    "ca 10",
    "\r\n",
]


@given(st.lists(st.tuples(st.integers(0, len(BROKEN)), st.sampled_from(ODD)), max_size=4))
def test_any_text_is_mended_once_and_keeps_its_words(put: list[tuple[int, str]]) -> None:
    text = BROKEN
    for place, odd in put:
        text = text[:place] + odd + text[place:]
    once = fixed(text)
    assert fixed(once) == once
    comments = re.findall(r"# .*", BROKEN)
    if all(comment in text for comment in comments):
        assert all(comment in once for comment in comments)
    before, after = read_one(SOURCE, text.encode())[0], read_one(SOURCE, once.encode())[0]
    if before is not None and before.is_whole:
        assert after is not None
        assert after.fingerprint == before.fingerprint


def test_a_text_that_was_agreed_is_left_as_it_is(run: Run, tmp_path: Path) -> None:
    signed = SMALL.replace("title: Sam", "titel: Sam") + "signatures: {fingerprint: 1a2b-3c4d-5e6f-7081}\n"
    (tmp_path / "a.yaml").write_text(signed, encoding="utf-8")
    ended = run("fix", "a.yaml", "--yes", "--lang", "sv")
    assert (ended.code, ended.out) == (1, "Det finns inget att rätta.\n")
    assert "kontrollkoden" in ended.err
    assert (tmp_path / "a.yaml").read_text(encoding="utf-8") == signed


class TestCommand:
    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        (tmp_path / "a.yaml").write_text(BROKEN, encoding="utf-8")
        return tmp_path / "a.yaml"

    def test_the_changes_are_shown_and_written_with_yes(self, run: Run, path: Path) -> None:
        ended = run("fix", "--yes")
        assert ended.code == 0
        assert "-titel: Samverkan i Exempelby" in ended.out
        assert "+title: Samverkan i Exempelby" in ended.out
        assert path.read_text(encoding="utf-8") == fixed(BROKEN)
        assert run("fix", "--yes").out == "Det finns inget att rätta.\n"

    @pytest.mark.parametrize(("option", "code"), [("--diff", 0), ("--check", 1)])
    def test_nothing_is_written_where_it_is_only_to_be_shown(
        self, run: Run, path: Path, option: str, code: int
    ) -> None:
        ended = run("fix", option)
        assert ended.code == code
        assert "+title: Samverkan" in ended.out
        assert path.read_text(encoding="utf-8") == BROKEN

    def test_without_anybody_to_ask_nothing_is_written(self, run: Run, path: Path) -> None:
        ended = run("fix")
        assert ended.code == 2
        assert "--yes" in ended.err
        assert path.read_text(encoding="utf-8") == BROKEN

    def test_other_files_are_left(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "docker-compose.yaml").write_text("services:\n  a: {image: x, y}\n", encoding="utf-8")
        told = run("fix", "--yes", ".")
        assert (told.code, told.out) == (3, "")
        assert "image: x, y" in (tmp_path / "docker-compose.yaml").read_text(encoding="utf-8")

    def test_a_link_is_not_written_through(self, run: Run, path: Path, tmp_path: Path) -> None:
        (tmp_path / "b.yaml").symlink_to(path)
        ended = run("fix", "b.yaml", "--yes")
        assert ended.code == 4
        assert (tmp_path / "b.yaml").is_symlink()
        assert path.read_text(encoding="utf-8") == BROKEN

    def test_what_cannot_be_read_or_is_not_a_file_is_told(self, run: Run, path: Path) -> None:
        assert run("fix", "-", stdin=path.read_bytes()).code == 2
        assert run("fix", "saknas.yaml").code == 4
        (path.parent / "b.yaml").write_bytes(b"\xff\xfe\x00")
        assert run("fix", "b.yaml", "--yes").out == "Det finns inget att rätta.\n"


@UNIX_ONLY
class TestAtATerminal:
    """What somebody meets who is asked before anything is written."""

    SLIP = SMALL.replace("from: 2024", "from: 1/3 2024")

    def asked(self, folder: Path, keys: str) -> tuple[int, str]:
        (folder / "avtal.yaml").write_text(self.SLIP, encoding="utf-8")
        terminal = Terminal(("fix", "avtal.yaml"), folder, environment={"SAMVERKAN_LANG": "sv"})
        terminal.wait_for("Skriv")
        terminal.press(keys)
        return terminal.end(), terminal.text

    @pytest.mark.parametrize("answer", ["j\r", "ja\r", "J\r"])
    def test_yes_writes(self, tmp_path: Path, answer: str) -> None:
        code, shown = self.asked(tmp_path, answer)
        assert code == 0, shown
        assert "from: 2024-03-01" in (tmp_path / "avtal.yaml").read_text(encoding="utf-8")

    @pytest.mark.parametrize(("answer", "code"), [("n\r", 1), ("\r", 1), ("kanske\r", 1), ("\x03", 130), ("\x04", 130)])
    def test_all_else_leaves_the_file(self, tmp_path: Path, answer: str, code: int) -> None:
        ended, shown = self.asked(tmp_path, answer)
        assert ended == code, shown
        assert (tmp_path / "avtal.yaml").read_text(encoding="utf-8") == self.SLIP
        assert [path.name for path in tmp_path.iterdir()] == ["avtal.yaml"]


def test_all_capital_letters_in_a_list_of_ids_are_mended_at_once() -> None:
    old = SMALL + "commitments: [{by: [Polisen, Kommunen], text: Gå ronder.}]\n"
    made = mended(SOURCE, old.encode())
    assert made.new == old.replace("[Polisen, Kommunen]", "[polisen, kommunen]")
    assert made.is_whole


def test_very_many_slips_that_hide_each_other_are_mended_a_part_at_a_time() -> None:
    row = "  - id: c{0}\n    by: kommunen\n    text: {1}Gå: runt {0}{1}\n"
    spoiled, whole = (SMALL + "commitments:\n" + "".join(row.format(i, mark) for i in range(60)) for mark in ("", '"'))
    once = fixed(spoiled)
    assert '    text: "Gå: runt 39"\n' in once
    assert once.endswith("    text: Gå: runt 59\n")
    assert fixed(once) == whole
