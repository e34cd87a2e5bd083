"""The program as it is used at a prompt: its language, patterns of file names, one file to the output, help and Tab."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from samverkan.words.help_examples import HELP_EXAMPLES
from tests.conftest import EXAMPLES, SMALL, program
from tests.test_importing import book
from tests.test_signing import PASSWORD, certificate

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

    Run = Callable[..., Outcome]

POSIX_ONLY = pytest.mark.skipif(os.name == "nt", reason="needs a shell of Unix")
SETTINGS = "samverkan: 1\nkind: workspace\n"
COMPLETE = "_SAMVERKAN_COMPLETE"


class TestLanguage:
    def test_of_the_settings_where_nothing_else_is_asked_for(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "samverkan.yaml").write_text(f"{SETTINGS}lang: en\n", encoding="utf-8")
        (tmp_path / "sub").mkdir()
        assert run("validate").err.startswith("There are no samverkan documents")
        assert run("validate", cwd=tmp_path / "sub").err.startswith("There are no samverkan documents")
        assert run("validate", "--lang", "sv").err.startswith("Inga samverkansdokument")
        assert run("validate", SAMVERKAN_LANG="sv").err.startswith("Inga samverkansdokument")

    def test_of_the_settings_beside_what_is_named(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "avtal").mkdir()
        (tmp_path / "avtal" / "samverkan.yaml").write_text(f"{SETTINGS}lang: en\n", encoding="utf-8")
        assert run("validate", "avtal").err.startswith("There are no samverkan documents")
        assert run("validate", ".").err.startswith("Inga samverkansdokument")

    def test_the_option_goes_before_the_environment(self, run: Run) -> None:
        assert run("validate", "--lang=en", SAMVERKAN_LANG="sv").err.startswith("There are no")
        assert run("validate", SAMVERKAN_LANG="", LANG="en_GB.UTF-8").err.startswith("There are no")

    def test_one_that_is_not_here_is_told(self, run: Run, tmp_path: Path) -> None:
        told = run("validate", SAMVERKAN_LANG="de")
        assert (told.code, told.err) == (2, "Språket de finns inte. Välj ett av: sv, en.\n")
        (tmp_path / "samverkan.yaml").write_text(f"{SETTINGS}lang: de\n", encoding="utf-8")
        (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
        told = run("validate")
        assert told.code == 2
        assert told.err.startswith("Inställningarna i samverkan.yaml, rad 3: ”de” kan inte stå här.")

    @pytest.mark.parametrize("content", [b"\xff lang: en", b"lang: [", b"kind: workspace\nlang: en\n"])
    def test_settings_that_cannot_be_read_choose_none(self, run: Run, tmp_path: Path, content: bytes) -> None:
        (tmp_path / "samverkan.yaml").write_bytes(content)
        assert run("rules", "--help").out.startswith("Användning")


class TestPatterns:
    def test_stand_for_the_files_that_they_fit(self, run: Run, tmp_path: Path) -> None:
        for name in ("avtal-1.yaml", "avtal-2.yaml", "annat.yaml"):
            (tmp_path / name).write_text(SMALL.replace("avtal-2024", name[:-5]), encoding="utf-8")
        assert "2 filer granskade" in run("validate", "avtal-*.yaml").out
        assert "3 filer granskade" in run("validate", f"{tmp_path}/*.yaml").out

    def test_fit_no_file_and_are_told_as_they_are(self, run: Run) -> None:
        told = run("validate", "avtal*.yaml")
        assert told.code == 4
        assert "Filen avtal*.yaml kan inte läsas" in told.out

    def test_a_name_that_looks_like_one_is_itself(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "[a].yaml").write_text(SMALL, encoding="utf-8")
        (tmp_path / "a.yaml").write_text("kind: x", encoding="utf-8")
        assert "1 fil granskad" in run("validate", "[a].yaml").out


class TestOneFileToTheOutput:
    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        (tmp_path / "avtal.yaml").write_text(SMALL, encoding="utf-8")
        return tmp_path

    @pytest.mark.parametrize(
        "arguments",
        [
            ("render", "avtal.yaml", "--format", "md"),
            ("report", "avtal.yaml", "--format", "md"),
            ("law", "--format", "md"),
            ("new", "follow-up", "--of", "avtal-2024"),
            ("schema", "agreement"),
        ],
    )
    def test_is_the_file_alone(self, run: Run, folder: Path, arguments: tuple[str, ...]) -> None:
        before = sorted(folder.iterdir())
        ended = run(*arguments, "--out", "-", "--today", "2026-11-20") if arguments[0] != "schema" else run(*arguments)
        assert ended.code in {0, 1}
        assert len(ended.out) > 100
        assert sorted(folder.iterdir()) == before

    def test_is_the_same_as_in_a_folder(self, run: Run, folder: Path) -> None:
        printed = run("render", "avtal.yaml", "--format", "md", "--out", "-")
        run("render", "avtal.yaml", "--format", "md", "--out", "klart")
        assert printed.out == (folder / "klart" / "avtal-2024.md").read_text(encoding="utf-8")

    @pytest.mark.parametrize("wanted", ["pdf", "md,html"])
    def test_is_one_and_no_more(self, run: Run, folder: Path, wanted: str) -> None:
        (folder / "b.yaml").write_text(SMALL.replace("avtal-2024", "b"), encoding="utf-8")
        told = run("render", "--format", wanted, "--out", "-")
        assert (told.code, told.out) == (2, "")
        assert ("Bara en fil kan skrivas till standardutdata, men här är det 2 dokument") in told.err

    @pytest.mark.parametrize(
        "arguments", [("schema", "--out", "-"), ("templates", "copy", "-"), ("example", "agreement", "--out", "-")]
    )
    def test_several_need_a_folder(self, run: Run, folder: Path, arguments: tuple[str, ...]) -> None:
        told = run(*arguments)
        assert (told.code, told.out) == (2, "")
        assert told.err.startswith("Här skrivs flera filer")
        assert not (folder / "-").exists()


MAPPING = """\
columns: {indicator: Påstående, area: Plats}
indicators: {Trygg kväll: trygga-vid-resecentrum}
areas: {Resecentrum: resecentrum}
unit: per-cent
"""
# What stands in the folder before the examples of commands that read what others have made.
GIVEN = {
    "merge": ["samverkan render overenskommelse-2024.yaml --format docx --editable --out ."],
    "verify": ["samverkan render overenskommelse-2024.yaml --format pdf"],
    "sign": ["samverkan render overenskommelse-2024.yaml --format pdf --signature-fields"],
    "collect": [
        "samverkan new follow-up --of atgardsplan-2026 --by-responsible",
        "mkdir svar && cp uppfoljning-*/*.xlsx svar/ && set -- svar/*.xlsx && cp $1 a.xlsx && cp $2 b.xlsx",
    ],
    "import": [
        "printf 'Region;Brott;År;Antal\\nExempelby kommun;Anmälda brott;2025;2 270\\n' > anmalda-brott.csv",
        """printf '{"values": [{"kpi": "N1", "municipality": "9901", "period": 2025, "values": []}]}' > kolada.json""",
        "samverkan render overenskommelse-2024.yaml --format html --out . && mv o*.html gammal-overenskommelse.html",
    ],
}


class TestHelp:
    def test_every_command_has_examples(self, run: Run) -> None:
        listed = run("--help", "--lang", "en").out.partition("Commands:\n")[2]
        commands = [line.split()[0] for line in listed.splitlines() if line.startswith("  ") and line[2] != " "]
        assert set(commands) == set(HELP_EXAMPLES)

    @POSIX_ONLY
    @pytest.mark.parametrize("command", sorted(set(HELP_EXAMPLES) - {"preview"}))  # which runs until it is ended
    def test_the_examples_work(self, run: Run, tmp_path: Path, kept: Path, command: str) -> None:
        page = run(command, "--help").out
        folder = tmp_path / "kommun"
        shutil.copytree(EXAMPLES / "exempelkommun", folder)
        path = f"{os.path.dirname(sys.executable)}:{os.environ['PATH']}"  # noqa: PTH120 - links are not to be followed
        around = {**os.environ, "HOME": str(tmp_path), "PATH": path, "XDG_STATE_HOME": str(kept), "LANG": "sv_SE"}
        around["SAMVERKAN_PASSWORD"] = PASSWORD
        certificate(tmp_path, "anna").rename(folder / "anna.p12")
        book(folder / "enkat.xlsx", [["Påstående", "Plats", "2025"], ["Trygg kväll", "Resecentrum", 58]])
        (folder / "enkat.yaml").write_text(MAPPING, encoding="utf-8")
        for line in GIVEN.get(command, ()):
            subprocess.run(
                ["/bin/sh", "-c", line], cwd=folder, env=around, capture_output=True, check=True, timeout=300
            )
        for line, purpose in HELP_EXAMPLES[command]:
            assert f"  {line}\n      {purpose.sv}" in page
            ended = subprocess.run(
                ["/bin/sh", "-c", line], cwd=folder, env=around, capture_output=True, check=False, timeout=300
            )
            assert ended.returncode in {0, 1}, ended.stderr.decode()

    @pytest.mark.parametrize(
        ("arguments", "choices"),
        [
            (("validate", "--format", "xml"), "Välj text, json, github, gitlab, sarif eller junit."),
            (("followup", "--fail-on", "x"), "Välj overdue eller soon."),
            (("completion", "tcsh"), "Välj bash, zsh, fish eller powershell."),
        ],
    )
    def test_a_wrong_choice_is_told_with_the_right_ones(
        self, run: Run, arguments: tuple[str, ...], choices: str
    ) -> None:
        told = run(*arguments)
        assert told.code == 2
        assert choices in told.err


class TestTab:
    def proposed(self, run: Run, line: str, cwd: Path) -> list[str]:
        words = line.split(" ")
        around = {COMPLETE: "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}
        return run(cwd=cwd, **around).out.split()

    @pytest.mark.parametrize(
        ("line", "proposed"),
        [
            ("samverkan vali", "validate"),
            ("samverkan validate --sel", "--select"),
            ("samverkan validate --select thread,goal-without-me", "thread,goal-without-measure"),
            ("samverkan explain ends-before-s", "ends-before-start"),
            ("samverkan new follow-up --of medborgarlofte-2026,overens", "medborgarlofte-2026,overenskommelse-2024"),
            ("samverkan law --municipality 076", "0761"),
            ("samverkan followup --kind agr", "agreement"),
            ("samverkan schema citizen", "citizen-promise"),
            ("samverkan schema work", "workspace"),
            ("samverkan schema sam", "samverkan"),
            ("samverkan validate --format j", "json"),
        ],
    )
    def test_proposes(self, run: Run, line: str, proposed: str) -> None:
        assert proposed in self.proposed(run, line, EXAMPLES / "exempelkommun")

    def test_proposes_nothing_where_settings_are_broken(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "samverkan.yaml").write_text("kind: [", encoding="utf-8")
        assert self.proposed(run, "samverkan new follow-up --of a", tmp_path) == []

    def test_an_instruction_that_is_none_ends_quietly(self, run: Run) -> None:
        ended = run(**{COMPLETE: "complete_tcsh"})
        assert (ended.code, ended.out) == (1, "")
        assert run(**{COMPLETE: "complete_bash"}).code == 2  # without a line to complete

    @pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
    def test_each_shell_is_told_to_ask(self, run: Run, shell: str) -> None:
        script = run("completion", shell).out
        assert COMPLETE in script
        assert f"complete_{shell}" in script or f'"complete_{shell}"' in script

    def test_an_id_that_is_none_is_not_proposed(self, run: Run, tmp_path: Path) -> None:
        for name, own in (("a", "trygghet-å"), ("b", '"ett id; $(whoami)"'), ("c", "it's")):
            text = f"samverkan: 1\nkind: agreement\nid: {own}\ntitle: T\n"
            (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
        assert self.proposed(run, "samverkan new follow-up --of ", tmp_path) == ["trygghet-å"]

    def test_powershell_reads_letters_and_quotes_whole(self, run: Run) -> None:
        script = run("completion", "powershell").out
        assert "OutputEncoding = [System.Text.Encoding]::UTF8" in script
        assert '"\'" + $text.Replace("\'", "\'\'") + "\'"' in script
        assert script.count("{") == script.count("}")

    @POSIX_ONLY
    def test_in_a_real_shell(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "tab.sh").write_text(run("completion", "bash").out, encoding="utf-8")
        (tmp_path / "samverkan").write_text(f'#!/bin/sh\nexec {sys.executable} -m samverkan "$@"\n', encoding="utf-8")
        (tmp_path / "samverkan").chmod(0o755)
        lines = "COMP_WORDS=(samverkan explain ends-before-s); COMP_CWORD=2; _samverkan_completion samverkan"
        around = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"}
        script = f'source {tmp_path}/tab.sh; {lines}; printf "%s\\n" "${{COMPREPLY[@]}}"'
        ended = subprocess.run([program("bash"), "-c", script], env=around, capture_output=True, check=True, timeout=60)
        assert ended.stdout.decode().split() == ["ends-before-start"]

    @POSIX_ONLY
    @pytest.mark.parametrize(
        ("shell", "asking"),
        [
            ("fish", 'source {script}; complete -C "samverkan explain ends-before-s"'),
            ("zsh", "autoload -Uz compinit; compinit -u; source {script}; {ask}"),
        ],
    )
    def test_in_the_other_shells(self, run: Run, tmp_path: Path, shell: str, asking: str) -> None:
        (tmp_path / "tab").write_text(run("completion", shell).out, encoding="utf-8")
        (tmp_path / "samverkan").write_text(f'#!/bin/sh\nexec {sys.executable} -m samverkan "$@"\n', encoding="utf-8")
        (tmp_path / "samverkan").chmod(0o755)
        # In zsh only a line that somebody types is completed; what it would ask and be told is tried instead.
        ask = '_arguments() { print -l -- "$@"; }; words=(samverkan explain ends-bef); CURRENT=3; _samverkan_completion'
        line = asking.format(script=tmp_path / "tab", ask=ask)
        around = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "HOME": str(tmp_path)}
        ended = subprocess.run([program(shell), "-c", line], env=around, capture_output=True, check=False, timeout=60)
        assert "ends-before-start" in ended.stdout.decode(), ended


def test_the_schema_of_settings_has_the_language(run: Run) -> None:
    schema = json.loads(run("schema", "workspace").out)
    assert schema["properties"]["lang"]["enum"] == ["sv", "en"]


FOREIGN = "services:\n  web: {image: nginx}\n"


class TestNothingIsSkippedInSilence:
    def test_other_files_are_counted_and_named(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
        (tmp_path / "docker-compose.yaml").write_text(FOREIGN, encoding="utf-8")
        ended = run("validate", "--today", "2024-06-01")
        assert ended.code == 0
        assert "En annan YAML-fil är inte granskad" in ended.out
        assert ended.out.endswith(": docker-compose.yaml.\n")
        (tmp_path / "mkdocs.yml").write_text("site_name: Exempelby\nnav: []\n", encoding="utf-8")
        assert "2 andra YAML-filer är inte granskade" in run("validate", "--today", "2024-06-01").out
        told = json.loads(run("validate", "--format", "json", "--today", "2024-06-01").out)
        assert told["passed_over"] == ["docker-compose.yaml", "mkdocs.yml"]

    def test_a_missing_file_of_the_look_is_told_before_anything_is_rendered(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
        look = "look: {logo: bilder/logga.png, logos: {polisen: polis.svg}, fonts: {folder: typsnitt}}\n"
        (tmp_path / "samverkan.yaml").write_text("samverkan: 1\nkind: workspace\n" + look, encoding="utf-8")
        asked = ("validate", "--today", "2024-06-01")
        for ended in (run(*asked), run(*asked), run(*asked, "--no-cache")):  # the second is printed again
            assert ended.code == 0
            told = [line for line in ended.err.splitlines() if "finns inte. Rätta sökvägen" in line]
            assert [line.split()[0] for line in told] == ["bilder/logga.png", "typsnitt", "polis.svg"]
        assert not run("--quiet", *asked).err
        (tmp_path / "bilder").mkdir()
        (tmp_path / "typsnitt").mkdir()
        for name in ("bilder/logga.png", "polis.svg"):
            (tmp_path / name).write_bytes(b"")
        assert not run(*asked).err
        (tmp_path / "polis.svg").unlink()
        assert "polis.svg finns inte" in run(*asked).err

    @pytest.mark.parametrize(
        ("raw", "said"),
        [
            (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "det ser ut som en PDF"),
            (b"PK\x03\x04\x14\x00\xc7\x00", "Word- eller zip-dokument"),
            (b"{\\rtf1\\ansi {\\fonttbl}\n\\par }\n", "sparad som RTF"),
            ("Överenskommelse för Exempelby\n\nParterna är överens.\n".encode(), "men är en text"),
        ],
    )
    def test_what_is_no_yaml_is_told_of_that_file(self, run: Run, tmp_path: Path, raw: bytes, said: str) -> None:
        (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
        (tmp_path / "b.yaml").write_bytes(raw)
        ended = run("validate", "--today", "2024-06-01")
        assert ended.code == 1
        assert "b.yaml:" in ended.out
        assert said in ended.out
        assert "2 filer granskade: 1 fel" in ended.out

    @pytest.mark.parametrize(
        "first", ["samverkan 1", "samverkan; 1", "samverka: 1", "Samverkan: 1", "SAMVERKAN=1", "samverkan;1", "# avtal"]
    )
    def test_a_document_that_has_lost_its_mark_is_an_error(self, run: Run, tmp_path: Path, first: str) -> None:
        (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
        (tmp_path / "b.yaml").write_text(SMALL.replace("samverkan: 1", first), encoding="utf-8")
        ended = run("validate", "--today", "2024-06-01")
        assert ended.code == 1
        assert "b.yaml:" in ended.out
        assert "2 filer granskade: 1 fel" in ended.out

    @pytest.mark.parametrize(
        "content",
        [
            "parter: [Polisen, Kommunen]\nfokusområden: [Torget]\n",
            "typ: agreement\ntitel: Avtal\n",
            "title: Plan\nfocus_areas: [a]\nvalidity: 2024\n",
        ],
    )
    def test_keys_like_ours_are_an_error_without_the_mark(self, run: Run, tmp_path: Path, content: str) -> None:
        (tmp_path / "a.yaml").write_text(content, encoding="utf-8")
        ended = run("validate")
        assert ended.code == 1
        assert "Skriv `samverkan: 1` överst" in ended.out

    @pytest.mark.parametrize(
        "content",
        [
            FOREIGN,
            "kind: Deployment\napiVersion: apps/v1\nmetadata: {name: x}\nspec: {}\n",
            "title: Blogg\ndate: 2024-01-01\nauthor: Ida\nstatus: draft\n",
            "name: CI\non: push\njobs: {a: {steps: []}}\n",
            "- a\n- b\n",
            "parties: [a]\nvotes: 3\n",
            "a: [\n",
        ],
    )
    def test_files_of_other_programs_are_left_alone(self, run: Run, tmp_path: Path, content: str) -> None:
        (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
        (tmp_path / "b.yaml").write_text(content, encoding="utf-8")
        ended = run("validate", "--today", "2024-06-01")
        assert ended.code == 0
        assert "1 fil granskad" in ended.out

    def test_a_folder_without_documents_is_told_by_its_name(self, run: Run, tmp_path: Path) -> None:
        told = run("validate")
        assert told.code == 3
        assert f"finns i ”{tmp_path.name}”" in told.err
        (tmp_path / "avtal.yaml.txt").write_text(SMALL, encoding="utf-8")
        assert "avtal.yaml.txt. Ta bort .txt ur namnet" in run("validate").err
        (tmp_path / "annat.yaml").write_text(FOREIGN, encoding="utf-8")
        assert "De YAML-filer som finns där börjar inte med `samverkan: 1`: annat.yaml." in run("validate").err


class TestVolume:
    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        (tmp_path / "samverkan.yaml").write_text(SETTINGS, encoding="utf-8")
        (tmp_path / "avtal.yaml").write_text(SMALL, encoding="utf-8")
        (tmp_path / "docker-compose.yaml").write_text(FOREIGN, encoding="utf-8")
        return tmp_path

    @pytest.mark.usefixtures("folder")
    @pytest.mark.parametrize("flag", ["-q", "--quiet"])
    def test_quiet_is_what_is_wrong_alone(self, run: Run, folder: Path, flag: str) -> None:
        ended = run("validate", flag, "--today", "2024-06-01")
        assert (ended.code, ended.out, ended.err) == (0, "", "")
        ended = run(flag, "render", "avtal.yaml", "--format", "md")
        assert (ended.out, (folder / "build" / "avtal-2024.md").exists()) == ("", True)
        (folder / "avtal.yaml").write_text(SMALL.replace("until: 2026", "until: 2020"), encoding="utf-8")
        ended = run("validate", flag)
        assert ended.code == 1
        assert ended.out.startswith("avtal.yaml:8:")
        assert "granskad" not in ended.out
        assert "explain" not in ended.out

    @pytest.mark.usefixtures("folder")
    @pytest.mark.parametrize("flag", ["-v", "--verbose"])
    def test_verbose_names_what_is_read_and_what_is_not(self, run: Run, flag: str) -> None:
        ended = run("validate", flag, "--today", "2024-06-01")
        assert ended.code == 0
        first, *lines = ended.err.splitlines()
        assert first.startswith("Arbetsytan ")
        assert first.endswith(": inställningar i samverkan.yaml, 1 dokument läses, 1 av dem granskas.")
        passed = "Läser inte docker-compose.yaml, som inte börjar med `samverkan: 1`."
        assert lines == ["Läser avtal.yaml (agreement).", passed]

    def test_verbose_outside_a_workspace(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "avtal.yaml").write_text(SMALL, encoding="utf-8")
        assert run("followup", "-v").err.startswith("Ingen arbetsyta (samverkan.yaml saknas): 1 dokument läses")

    def test_both_contradict_each_other(self, run: Run) -> None:
        told = run("validate", "-q", "--verbose")
        assert (told.code, told.err) == (2, "--quiet och --verbose säger emot varandra. Välj en av dem.\n")

    def test_after_two_dashes_they_are_names(self, run: Run) -> None:
        assert "Filen ./-q kan inte läsas" in run("validate", "--", "-q").out
