"""`samverkan fmt`: one form for all files, and every comment, word and fingerprint as before."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from json import loads
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from samverkan.formatting.comments import comments_in
from samverkan.formatting.formatted import formatted
from samverkan.gather import read_one
from samverkan.model.kinds import KINDS
from samverkan.source.files import SourceFile
from tests.conftest import EXAMPLES, ROOT, SMALL, UNTIDY, plain
from tests.filled import filled
from tests.test_lines import commands_in
from tests.test_starting import options
from tests.untidy import Untidy

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Outcome

    Run = Callable[..., Outcome]

SOURCE = SourceFile(Path("a.yaml"), "a.yaml", named=True)
CASES = sorted(path for path in (ROOT / "tests" / "formatting").iterdir() if path.is_dir())
FOLDERS = [*sorted(path for path in EXAMPLES.iterdir() if path.is_dir()), ROOT / "tests" / "workspace"]
FOLDERS += [ROOT / "tests" / "documents"]
WORDS = (
    (),
    ("Ett långt stycke som inte får plats på en rad i filen utan delas mellan orden, hur det än stod. " * 2,),
    ("2023:196", "yes", "0123", "- punkt", "1e3", "null", "a: b", "a # b", "'c'", '"d"', "100 %", "🎉", "# rubrik"),
    (
        "Stycke.\n\n- lista\n  - inuti\n\n| a | b |\n| - | - |\n\n[^1]: not",
        "rad\n",
        "tomma\n\n\n",
        "hårt\u00a0mellanslag",
    ),
)


def fmt(text: str) -> str:
    done = formatted(SOURCE, text.encode())
    assert done.refused is None, done.refused.say("en")
    return done.content.decode()


def why_not(content: str | bytes) -> str:
    raw = content if isinstance(content, bytes) else content.encode("utf-8", "surrogateescape")
    done = formatted(SOURCE, raw)
    assert done.content == raw
    assert done.refused is not None
    return done.refused.say("en")


def as_others_read(text: str) -> object:
    """Read a text as the library does by itself, every value as text."""

    def without_nothing(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: without_nothing(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [without_nothing(inner) for inner in value]
        return None if value in {"", "~", "null"} else value

    return without_nothing(YAML(typ="base").load(text))


def fingerprint(text: str) -> str:
    document, faults = read_one(SOURCE, text.encode())
    assert document is not None
    assert faults == []
    return document.fingerprint


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_form(case: Path, golden: Callable[[Path, str], None]) -> None:
    before = (case / "before.yaml").read_text(encoding="utf-8")
    after = fmt(before)
    golden(case / "after.yaml", after)
    assert fmt(after) == after
    assert fingerprint(after) == fingerprint(before)
    assert sorted(one.text for one in comments_in(after)) == sorted(one.text for one in comments_in(before))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_line_ends_and_the_byte_order_mark_stay(case: Path, end: str, mark: str) -> None:
    before, after = ((case / name).read_text(encoding="utf-8") for name in ("before.yaml", "after.yaml"))
    assert fmt(mark + before.replace("\n", end)) == mark + after.replace("\n", end)


def test_line_ends_of_several_sorts_become_one() -> None:
    assert fmt(SMALL.replace("\n", "\r\n", 1)) == SMALL.replace("\n", "\r\n")


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=72)  # times seven kinds: five hundred documents
@given(seed=st.integers(0, 2**32), words=st.sampled_from(WORDS), leaves_out=st.booleans())
def test_nothing_is_lost_however_a_document_is_written(
    kind: str, seed: int, words: tuple[str, ...], leaves_out: bool
) -> None:
    untidy = Untidy(seed)
    data = filled(kind, *words)
    before = untidy.document(data | {"references": None} if leaves_out else data)
    after = fmt(before)
    assert fmt(after) == after
    assert as_others_read(after) == as_others_read(before)
    assert fingerprint(after) == fingerprint(before)
    written = [comment.text for comment in comments_in(after)]
    for note in untidy.notes:
        own = re.search(rf"#[# ]*{note}(?!\d).*", before)
        assert own is not None
        assert own[0].rstrip() in written
    assert len(written) == len(untidy.notes)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_findings_and_finished_documents_stay(folder: Path, run: Run, tmp_path: Path) -> None:
    work = tmp_path / "arbete"
    shutil.copytree(folder, work)
    told, made = findings(run, work), finished(run, work, "före")
    assert run("fmt", cwd=work).code == 0
    assert findings(run, work) == told
    assert finished(run, work, "efter") == made
    assert run("fmt", "--check", cwd=work).code == 0


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_with_every_key_is_printed_as_before(kind: str, run: Run, tmp_path: Path) -> None:
    work = tmp_path / "arbete"
    shutil.copytree(ROOT / "tests" / "workspace", work)
    path = work / f"hel-{kind}.yaml"
    path.write_text(Untidy(7).document(filled(kind)), encoding="utf-8")
    made = finished(run, work, "före")
    assert f"hel-{kind}.md" in made
    assert run("fmt", path.name, cwd=work).code == 0
    assert finished(run, work, "efter") == made


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "agreement"])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_drafts_are_written_in_that_form(kind: str, language: str, run: Run, tmp_path: Path) -> None:
    for path in (EXAMPLES / "exempelkommun").iterdir():
        shutil.copy(path, tmp_path)
    made = run("new", kind, "--of", "overenskommelse-2024", "--out", "ny.yaml", "--lang", language)
    assert made.code == 0
    assert run("fmt", "ny.yaml", "--check").code == 0


def test_a_new_folder_is_written_in_that_form(run: Run) -> None:
    assert run("init", *options()).code == 0
    assert run("fmt", "--check").code == 0


def test_what_is_finished_is_still_up_to_date(run: Run, tmp_path: Path) -> None:
    work = tmp_path / "arbete"
    shutil.copytree(EXAMPLES / "smallest", work)
    picture = work / "lagesbild-2026.yaml"
    text = picture.read_text(encoding="utf-8")
    picture.write_text(text.replace("kind: situation-picture\nid:", "kind:   situation-picture\nid:"), encoding="utf-8")
    rendered = ("render", "--format", "md", "--today", "2026-11-20")
    assert run(*rendered, cwd=work).code == 0
    assert "Formaterad: " in run("fmt", cwd=work).out
    assert run(*rendered, "--check", cwd=work).code == 0
    path = work / "lagesbild-2026.yaml"
    before, mark, chapter = path.read_text(encoding="utf-8").rpartition("\nanalysis:")
    path.write_text(before.replace("\nsources:", f"{mark}{chapter}sources:", 1), encoding="utf-8")
    assert run(*rendered, "--check", cwd=work).code == 1


def findings(run: Run, folder: Path) -> list[tuple[str, ...]]:
    found = loads(run("validate", "--format", "json", "--today", "2026-11-20", cwd=folder).out)["findings"]
    return sorted((one["file"], one["rule"], str(one["path"]), one["message"]) for one in found)


def finished(run: Run, folder: Path, name: str) -> dict[str, bytes]:
    out = folder.parent / name
    run("render", "--format", "md,html", "--out", str(out), "--today", "2026-11-20", cwd=folder)
    return {path.name: path.read_bytes() for path in sorted(out.rglob("*")) if path.suffix in {".md", ".html"}}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (SMALL.replace("id: avtal-2024", "id: &namn avtal-2024"), "Line 3: The anchor &namn has no effect"),
        (SMALL + "subtitle: *namn\n", "Line 12: A text that begins with *"),
        (SMALL.replace("title: S", "title: !!str S"), "Line 4: The tag"),
        (SMALL + "title: Igen\n", "Line 12: The key `title` is there twice"),
        (SMALL + "---\nsamverkan: 1\n", "Line 12: A second document begins here"),
        ("%YAML 1.2\n---\n" + SMALL, "Line 1: Lines that begin with %"),
        (SMALL + "x: [\n", "Line 12: "),
        (SMALL + "x: \udcff\n", "is not UTF-8"),
        (SMALL + "x:\ty\n", "Line 12: "),
        (SMALL + "<<: {a: 1}\n", "Line 12: A key must be an ordinary word"),
        (SMALL.replace("kind: agreement", "kind: avtal"), "avtal"),
        (SMALL.replace("samverkan: 1", "samverkan: 2"), "Line 1: "),
        ("services: {web: 1}\n", "it is no samverkan document"),
        ("- a\n", "it is no samverkan document"),
        ("bara text\n", "it is no samverkan document"),
        ("", "empty"),
        ("# " + "a" * 1_100_000, "larger than 1024 KiB"),
        (SMALL + f"introduction: {'ord ' * 262_000}slut\n", "would become larger than 1024 KiB"),
    ],
)
def test_what_cannot_be_kept_is_left_as_it_is(text: str, said: str) -> None:
    assert said in why_not(text)
    assert "is left as it is" in why_not(text)


def test_a_key_in_codes_keeps_them() -> None:
    odd = 'ordlista: 1\n"en\\nrad": 2\n'
    assert fmt(UNTIDY + odd).endswith(odd)


def test_spaces_at_the_end_of_a_block_of_text_stay() -> None:
    text = SMALL + "introduction: |-\n  Text.\n      \n\n# Sist.\n"
    assert fmt(text) == fmt(fmt(text)) == text.replace("\n\n# Sist", "\n# Sist")


def test_a_comment_never_comes_to_silence_something_else() -> None:
    first = SMALL.replace("samverkan: 1\nkind: agreement\n", "kind: agreement\nsamverkan: 1\n")
    assert "samverkan: ignore" in why_not("# samverkan: ignore[no-goals] De kommer.\n" + first)
    assert fmt("# Om filen.\n" + first).startswith("# Om filen.\nsamverkan: 1\nkind: agreement\n")


class TestCommand:
    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        path = tmp_path / "avtal.yaml"
        path.write_text(UNTIDY, encoding="utf-8")
        return path

    def test_files_are_written_and_then_nothing_is_left_to_do(self, run: Run, path: Path, tmp_path: Path) -> None:
        foreign, own = tmp_path / "compose.yaml", tmp_path / "samverkan.yaml"
        foreign.write_text("b:   1\na: 2\n", encoding="utf-8")
        own.write_text("kind:   workspace\nsamverkan: 1\n", encoding="utf-8")
        path.chmod(0o640)
        ended = run("fmt")
        assert (ended.code, ended.out) == (0, "Formaterad: avtal.yaml\n")
        assert path.read_text(encoding="utf-8") == SMALL
        assert path.stat().st_mode & 0o777 == 0o640
        assert foreign.read_text(encoding="utf-8") == "b:   1\na: 2\n"
        assert own.read_text(encoding="utf-8") == "kind:   workspace\nsamverkan: 1\n"
        again = run("fmt")
        assert (again.code, again.out) == (0, "Allt är redan i enhetlig form.\n")
        assert sorted(one.name for one in tmp_path.iterdir()) == ["avtal.yaml", "compose.yaml", "samverkan.yaml"]

    def test_a_check_writes_nothing(self, run: Run, path: Path) -> None:
        ended = run("fmt", "--check", "--lang", "en")
        assert (ended.code, ended.out) == (1, "Not in canonical form: avtal.yaml\n")
        assert ended.err == "Rewrite them with: samverkan fmt\n"
        shown = run("fmt", "--diff")
        assert shown.code == 0
        assert "-  - {id: kommunen, type: municipality, name:" in shown.out
        both = run("fmt", "--diff", "--check")
        assert (both.code, both.out) == (1, shown.out)
        assert path.read_text(encoding="utf-8") == UNTIDY

    @pytest.mark.parametrize("mark", ["", "\ufeff"])
    def test_the_standard_input_goes_to_the_standard_output(self, run: Run, mark: str) -> None:
        ended = run("fmt", "-", stdin=(mark + UNTIDY.replace("\n", "\r\n")).encode())
        assert (ended.code, ended.err) == (0, "")
        assert ended.out.encode() == (mark + SMALL.replace("\n", "\r\n")).encode()
        assert run("fmt", "-", stdin=SMALL.encode()).out == SMALL

    @pytest.mark.parametrize("runner", ["GITHUB_ACTIONS", "TF_BUILD"])
    def test_what_a_runner_would_take_for_a_command_is_written_with_codes_there_and_nowhere_else(
        self, run: Run, runner: str, tmp_path: Path
    ) -> None:
        text = (
            UNTIDY.replace("Otrygga platser", "'##[error]x'") + "introduction: |\n  ::stop-commands::x\n# ##[group]\n"
        )
        usual = run("fmt", "-", stdin=text.encode()).out
        assert len(list(commands_in(usual))) == 3
        command = [sys.executable, "-m", "samverkan", "fmt", "-"]
        around = {**os.environ, runner: "true"}

        def passed_on(given: str) -> str:
            whole = subprocess.run(
                command, input=given.encode(), stdout=subprocess.PIPE, env=around, check=True, timeout=120
            )
            return whole.stdout.decode()

        told = passed_on(text)
        assert list(commands_in(told)) == []
        assert plain(told) == plain(usual) == plain(text)
        assert passed_on(UNTIDY) == SMALL
        with (tmp_path / "ut").open("wb") as out:  # which no runner reads
            subprocess.run(command, input=text.encode(), stdout=out, env=around, check=True, timeout=120)
        assert (tmp_path / "ut").read_text(encoding="utf-8") == usual

    @pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\x9b", "\u2028"])
    def test_what_moves_a_terminal_does_not_pass_through(self, run: Run, character: str) -> None:
        for text in (SMALL.replace("Otrygga", f"Otrygga {character}[31m"), f"{SMALL}# {character}x\n"):
            ended = run("fmt", "-", stdin=text.encode())
            assert (ended.code, ended.out) == (1, "")

    def test_the_standard_input_can_be_checked(self, run: Run) -> None:
        assert run("fmt", "-", "--check", stdin=UNTIDY.encode()).code == 1
        assert run("fmt", "-", "--check", stdin=SMALL.encode()).code == 0
        assert "+  - {id: kommunen" in run("fmt", "-", "--diff", stdin=UNTIDY.encode()).out

    def test_the_standard_input_stands_alone(self, run: Run, path: Path) -> None:
        ended = run("fmt", "-", path.name, stdin=UNTIDY.encode())
        assert (ended.code, ended.out) == (2, "")
        assert "Ange antingen - eller filer och mappar." in ended.err

    def test_nothing_comes_out_of_what_is_refused(self, run: Run) -> None:
        ended = run("fmt", "-", stdin=(UNTIDY + "title: Igen\n").encode())
        assert (ended.code, ended.out) == (1, "")
        assert "Rad 12: Nyckeln `title` står två gånger" in ended.err

    def test_one_that_is_refused_does_not_stop_the_others(self, run: Run, path: Path, tmp_path: Path) -> None:
        (tmp_path / "trasig.yaml").write_text(SMALL + "x: [\n", encoding="utf-8")
        ended = run("fmt")
        assert (ended.code, ended.out) == (1, "Formaterad: avtal.yaml\n")
        assert ended.err.startswith("trasig.yaml lämnas som den är. Rad 12: ")
        assert path.read_text(encoding="utf-8") == SMALL

    def test_a_named_file_of_others_is_passed_over_with_a_word(self, run: Run, path: Path, tmp_path: Path) -> None:
        (tmp_path / "compose.yaml").write_text("b:   1\n", encoding="utf-8")
        ended = run("fmt", "compose.yaml", path.name)
        assert (ended.code, ended.out) == (0, "Formaterad: avtal.yaml\n")
        assert ended.err.startswith("compose.yaml lämnas som den är: det är inget dokument för samverkan")
        assert run("fmt", "compose.yaml").code == 3
        assert run("fmt", "-", stdin=b"a: 1\n").code == 3

    def test_a_link_is_not_written_through(self, run: Run, path: Path, tmp_path: Path) -> None:
        folder = tmp_path / "annat"
        folder.mkdir()
        (folder / "länk.yaml").symlink_to(path)
        ended = run("fmt", str(folder / "länk.yaml"))
        assert ended.code == 4
        assert "Ange den fil som länken leder till" in ended.err
        assert path.read_text(encoding="utf-8") == UNTIDY

    def test_a_file_that_is_not_there(self, run: Run) -> None:
        ended = run("fmt", "saknas.yaml")
        assert (ended.code, ended.out) == (4, "")
        assert "saknas.yaml kan inte läsas" in ended.err
