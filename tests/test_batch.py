"""Many documents at once: what is up to date is left, what fails does not stop the rest, nothing is half-written."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from typing import TYPE_CHECKING

import pytest
from pypandoc import get_pandoc_path

from tests.conftest import ROOT, SMALL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

DAY = ("--today", "2024-06-01")
PLAN = """\
samverkan: 1
kind: action-plan
id: plan
title: Åtgärdsplan
agreement: avtal-2024
period: {from: 2024}
measures: [{id: ljus, title: Ljus, who: [{party: kommunen}]}]
"""
# Stands in for pandoc: the agreement becomes a Word file, the plan never does. The mark is made by the shell itself,
# for a shell that waits for another program may not heed the signal.
ENDLESS = """\
#!/bin/sh
cat > "$0.$$"
case "$*" in *--to=docx*) if grep -q Ljus "$0.$$"; then : > "{begun}"; exec sleep 100; fi ;; esac
exec "{pandoc}" "$@" < "$0.$$"
"""
# The program, hearing an interrupt also where a shell has started the tests in the background.
HEEDFUL = """\
import signal, sys
from samverkan.__main__ import main
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.exit(main())
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "samverkan.yaml").write_text("samverkan: 1\nkind: workspace\n", encoding="utf-8")
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "p.yaml").write_text(PLAN, encoding="utf-8")
    return tmp_path


def rendered(run: Callable[..., Outcome], *arguments: str) -> list[str]:
    """Render to Markdown and HTML, and give the names of the files that were written."""
    ended = run("render", "--format", "md,html", *DAY, *arguments)
    return sorted(line.rpartition("/")[2] for line in ended.out.splitlines() if line.startswith("build/"))


ALL = ["avtal-2024.html", "avtal-2024.md", "plan.html", "plan.md"]


class TestWhatHasChanged:
    def test_nothing_is_made_twice(self, run: Callable[..., Outcome], folder: Path) -> None:
        assert rendered(run) == ALL
        again = run("render", "--format", "md,html", *DAY)
        assert again.out == "0 filer skrivna i build.\n4 filer var redan aktuella.\n"
        assert rendered(run, "--force") == ALL
        assert folder.joinpath("build", ".samverkan-manifest.json").exists()

    def test_a_changed_document_and_those_that_refer_to_it(self, run: Callable[..., Outcome], folder: Path) -> None:
        rendered(run)
        (folder / "p.yaml").write_text(PLAN.replace("Ljus,", "Mer ljus,"), encoding="utf-8")
        assert rendered(run) == ["plan.html", "plan.md"]
        (folder / "a.yaml").write_text(SMALL.replace("Exempelby kommun", "Exempelbys kommun"), encoding="utf-8")
        assert rendered(run) == ALL, "the plan names the agreement's parties"

    def test_a_file_that_somebody_changed_or_deleted(self, run: Callable[..., Outcome], folder: Path) -> None:
        rendered(run)
        (folder / "build" / "plan.md").write_text("ändrad", encoding="utf-8")
        (folder / "build" / "avtal-2024.html").unlink()
        assert rendered(run) == ["avtal-2024.html", "plan.md"]

    def test_settings_and_templates_count(self, run: Callable[..., Outcome], folder: Path) -> None:
        rendered(run)
        settings = 'samverkan: 1\nkind: workspace\nlook: {colour: "#224466", templates: mallar}\n'
        (folder / "samverkan.yaml").write_text(settings, encoding="utf-8")
        (folder / "mallar").mkdir()
        assert rendered(run) == ALL
        template = '{% extends "default/action-plan.html.j2" %}{% block head %}Vår plan{% endblock %}'
        (folder / "mallar" / "action-plan.html.j2").write_text(template, encoding="utf-8")
        assert rendered(run) == ALL
        assert "Vår plan" in (folder / "build" / "plan.md").read_text(encoding="utf-8")

    def test_documents_are_the_same_on_any_day(self, run: Callable[..., Outcome], folder: Path) -> None:
        formats = "md,html,pdf,docx,odt"
        for keys in ("", "decisions: [{body: Kommunstyrelsen, date: 2024-02-29}]\n"):
            (folder / "p.yaml").write_text(f"{PLAN}{keys}", encoding="utf-8")
            made = []
            for day in ("2024-06-01", "2029-06-02"):
                ended = run("render", "--format", formats, "--force", "--today", day)
                assert "10 filer skrivna" in ended.out
                made.append({path.name: path.read_bytes() for path in (folder / "build").glob("[!.]*")})
                assert run("render", "--format", formats, "--check", "--today", "2031-01-01").code == 0
            assert made[0].keys() == made[1].keys()
            assert [name for name in made[0] if made[0][name] != made[1][name]] == []

    def test_a_comment_makes_nothing_stale(self, run: Callable[..., Outcome], folder: Path) -> None:
        rendered(run)
        for name in ("a.yaml", "p.yaml"):
            text = (folder / name).read_text(encoding="utf-8").replace("\n", "  # en anmärkning\n", 1)
            (folder / name).write_text(f"# överst\n\n{text}# sist\n", encoding="utf-8")
        assert run("render", "--format", "md,html", "--check", *DAY).code == 0
        assert rendered(run) == []

    def test_the_order_of_what_is_printed_counts(self, run: Callable[..., Outcome], folder: Path) -> None:
        path = folder / "p.yaml"
        path.write_text(f"{PLAN}introduction: Kort.\n", encoding="utf-8")
        rendered(run)
        *lines, measures, introduction = path.read_text(encoding="utf-8").splitlines()
        path.write_text("\n".join([*lines[:4], *reversed(lines[4:]), measures, introduction]) + "\n", encoding="utf-8")
        assert rendered(run) == []
        path.write_text("\n".join([*lines, introduction, measures]) + "\n", encoding="utf-8")
        assert rendered(run) == ["plan.html", "plan.md"]

    def test_a_report_is_of_its_day(self, run: Callable[..., Outcome], folder: Path) -> None:
        assert folder.exists()
        made = [run("report", "--format", "md", "--today", day) for day in ("2024-06-01", "2024-06-02")]
        assert all(ended.out.startswith("build/avtal-2024-report.md") for ended in made)

    def test_a_damaged_manifest_knows_of_nothing(self, run: Callable[..., Outcome], folder: Path) -> None:
        rendered(run)
        for text in ("", "{", "[]", '{"version": "1", "files": 3}', '{"version": "1", "files": {"plan.md": null}}'):
            (folder / "build" / ".samverkan-manifest.json").write_text(text, encoding="utf-8")
            refused = run("render", "--format", "md,html", *DAY)
            assert refused.code == 4
            assert refused.err.count("Filen fanns redan och är inte gjord av samverkan") == 4
            assert rendered(run, "--force") == ALL

    def test_the_manifest_tells_what_each_file_is(self, run: Callable[..., Outcome], folder: Path) -> None:
        rendered(run)
        manifest = json.loads((folder / "build" / ".samverkan-manifest.json").read_text(encoding="utf-8"))
        entry = manifest["files"]["plan.md"]
        assert (entry["source"], entry["document"]) == ("../p.yaml", "plan")
        shown = run("fingerprint", "p.yaml").out.split()[0].replace("-", "")
        assert entry["fingerprint"].startswith(shown)

    def test_files_of_documents_that_are_gone_are_told(self, run: Callable[..., Outcome], folder: Path) -> None:
        rendered(run)
        (folder / "p.yaml").unlink()
        ended = run("render", "--format", "md,html", *DAY)
        assert "build/plan.md finns kvar" in ended.err
        assert (folder / "build" / "plan.md").exists()


class TestTheLastRun:
    """Where nothing that it read has changed, no document is read again; what is said is the same."""

    def runs(self, run: Callable[..., Outcome], *arguments: str) -> str:
        return run("render", "a.yaml", "--format", "md", *DAY, *arguments).out

    @pytest.mark.parametrize("change", ["neighbour", "new", "settings", "template", "logo", "output", "day", "format"])
    def test_any_change_is_seen(self, run: Callable[..., Outcome], folder: Path, change: str) -> None:
        look = "look: {logo: logo.svg, templates: mallar}\n"
        (folder / "samverkan.yaml").write_text(f"samverkan: 1\nkind: workspace\n{look}", encoding="utf-8")
        logo = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
        (folder / "logo.svg").write_text(logo, encoding="utf-8")
        (folder / "mallar").mkdir()
        made = self.runs(run)
        assert made.startswith("build/")
        known = folder / "build" / ".samverkan-manifest.json"
        first = known.read_text(encoding="utf-8")
        assert json.loads(first)["last_run"]["files"] == ["avtal-2024.md"]
        assert str(folder) not in first
        assert self.runs(run) == "0 filer skrivna i build.\n1 fil var redan aktuell.\n"
        assert self.runs(run, "--check") == "Alla filer är aktuella.\n"
        changes: dict[str, Callable[[], object]] = {
            "neighbour": lambda: (folder / "p.yaml").write_text(PLAN.replace("Ljus,", "Mer ljus,"), encoding="utf-8"),
            "new": lambda: (folder / "q.yaml").write_text(PLAN.replace("id: plan", "id: ny"), encoding="utf-8"),
            "settings": lambda: (folder / "samverkan.yaml").write_text("samverkan: 1\nkind: workspace\n"),
            "template": lambda: (folder / "mallar" / "style.css").write_text("p {}"),
            "logo": lambda: (folder / "logo.svg").write_text(logo.replace("9", "8"), encoding="utf-8"),
            "output": lambda: (folder / "build" / "avtal-2024.md").write_text("ändrad", encoding="utf-8"),
            "day": lambda: None,
            "format": lambda: None,
        }
        changes[change]()
        more = {"day": ("--today", "2024-06-02"), "format": ("--format", "md,html")}.get(change, ())
        self.runs(run, *more)
        assert json.loads(known.read_text(encoding="utf-8"))["last_run"] != json.loads(first)["last_run"] or (
            change == "output" and "ändrad" not in (folder / "build" / "avtal-2024.md").read_text(encoding="utf-8")
        )

    def test_a_run_with_errors_is_not_remembered(self, run: Callable[..., Outcome], folder: Path) -> None:
        assert folder.exists()
        told = [run("render", "--format", "md", *DAY) for _ in range(3)]
        assert all("Antal fel i dokumenten: 2" in ended.err for ended in told)
        assert {ended.code for ended in told} == {1}


def test_a_document_with_errors_says_so_until_they_are_mended(run: Callable[..., Outcome], folder: Path) -> None:
    assert rendered(run) == ALL
    plan = folder / "build" / "plan.md"
    assert "Granskningen" not in plan.read_text(encoding="utf-8"), "only a draft is stamped"
    source = folder / "p.yaml"
    draft = source.read_text(encoding="utf-8") + "\nstatus: draft\n"
    source.write_text(f"{draft}introduction: Ärendet gäller 811218-9876.\n", encoding="utf-8")
    assert rendered(run) == ["plan.html", "plan.md"]
    assert "Granskningen fann 1 fel" in plan.read_text(encoding="utf-8"), "the method's advice is no fault of a draft"
    assert "Granskningen" not in (folder / "build" / "avtal-2024.md").read_text(encoding="utf-8")
    source.write_text(draft, encoding="utf-8")
    assert rendered(run) == ["plan.html", "plan.md"]
    assert "Granskningen" not in plan.read_text(encoding="utf-8")


class TestCheck:
    def test_says_whether_all_is_up_to_date_and_writes_nothing(self, run: Callable[..., Outcome], folder: Path) -> None:
        before = run("render", "--format", "md", "--check", *DAY)
        assert before.code == 1
        assert not (folder / "build").exists()
        run("render", "--format", "md", *DAY)
        after = run("render", "--format", "md", "--check", *DAY)
        assert (after.code, after.out) == (0, "Alla filer är aktuella.\n")
        (folder / "p.yaml").write_text(PLAN.replace("Ljus,", "Mer ljus,"), encoding="utf-8")
        stale = run("render", "--format", "md", "--check", *DAY)
        assert stale.code == 1
        assert "build/plan.md är inte aktuell." in stale.out


class TestBadSurroundings:
    def test_two_documents_with_one_id(self, run: Callable[..., Outcome], folder: Path) -> None:
        (folder / "q.yaml").write_text(PLAN, encoding="utf-8")
        ended = run("render", "--format", "md", *DAY)
        assert ended.code == 1
        assert "p.yaml, q.yaml" in ended.err
        assert [path.name for path in (folder / "build").glob("*.md")] == ["avtal-2024.md"]

    def test_beside_the_documents(self, run: Callable[..., Outcome], folder: Path) -> None:
        before = {path: path.read_bytes() for path in folder.iterdir()}
        ended = run("render", "--format", "md,html", "--out", ".", *DAY)
        assert ended.out.endswith("4 filer skrivna i den här mappen.\n")
        assert {path: path.read_bytes() for path in before} == before
        again = run("render", "--format", "md,html", "--out", ".", *DAY)
        assert "4 filer var redan aktuella." in again.out

    def test_a_file_beside_its_source_that_was_not_made_here(self, run: Callable[..., Outcome], folder: Path) -> None:
        original = folder / "avtal-2024.md"
        original.write_text("det undertecknade originalet", encoding="utf-8")
        ended = run("render", "--format", "md", "--out", ".", *DAY)
        assert ended.code == 4
        assert "avtal-2024.md: Filen fanns redan" in ended.err
        assert original.read_text(encoding="utf-8") == "det undertecknade originalet"
        assert (folder / "plan.md").exists()
        run("render", "--format", "md", "--out", ".", "--force", *DAY)
        assert original.read_text(encoding="utf-8").startswith("Samverkansöverenskommelse\n")

    def test_one_that_fails_does_not_stop_the_others(self, run: Callable[..., Outcome], folder: Path) -> None:
        (folder / "p.yaml").write_text(PLAN.replace("Åtgärdsplan", "Plan 漢字"), encoding="utf-8")
        ended = run("render", "--format", "pdf", *DAY)
        assert ended.code == 4
        assert "build/plan.pdf:" in ended.err
        assert [path.name for path in (folder / "build").glob("*.pdf")] == ["avtal-2024.pdf"]

    def test_the_folder_is_a_file(self, run: Callable[..., Outcome], folder: Path) -> None:
        (folder / "build").write_text("min fil", encoding="utf-8")
        ended = run("render", "--format", "md", *DAY)
        assert ended.code == 4
        assert "build" in ended.err
        assert "Traceback" not in ended.err
        assert (folder / "build").read_text(encoding="utf-8") == "min fil"

    def test_the_folder_is_a_document(self, run: Callable[..., Outcome], folder: Path) -> None:
        before = (folder / "a.yaml").read_bytes()
        ended = run("render", "--format", "md", "--out", "a.yaml", *DAY)
        assert ended.code == 4
        assert "Det gick inte att skriva a.yaml: det är inte en mapp. " in ended.err
        assert ended.err.count("a.yaml") == 1
        assert (folder / "a.yaml").read_bytes() == before

    @pytest.mark.parametrize("command", ["render", "report", "show", "followup", "law"])
    def test_a_file_that_is_not_there_is_named_and_ends_every_command_alike(
        self, run: Callable[..., Outcome], command: str
    ) -> None:
        ended = run(command, "finnsinte.yaml")
        assert ended.code == 4
        assert "Filen finnsinte.yaml kan inte läsas: den finns inte." in ended.err

    def test_the_folder_is_full(self, folder: Path) -> None:
        if sys.platform == "win32":
            pytest.skip("Windows has no limit on the size of files to set")
        (folder / "build").mkdir()
        done = subprocess.run(
            [sys.executable, "-m", "samverkan", "render", "--format", "md,html", *DAY],
            cwd=folder,
            preexec_fn=_no_room,
            env={k: v for k, v in os.environ.items() if not k.startswith("COVERAGE_")},  # which writes a file too
            capture_output=True,
            check=False,
            timeout=120,
        )
        assert done.returncode == 4
        assert list((folder / "build").iterdir()) == []

    def test_interrupted_it_leaves_whole_files_only(self, folder: Path) -> None:
        if sys.platform == "win32":
            pytest.skip("the program that stands in for pandoc is a shell script")
        begun, slow = folder / "begun", folder / "pandoc"
        slow.write_text(ENDLESS.format(begun=begun, pandoc=get_pandoc_path()), encoding="utf-8")
        slow.chmod(0o755)
        process = subprocess.Popen(
            [sys.executable, "-c", HEEDFUL, "render", "--format", "html,docx", "--lang", "en", "--out", "ut", *DAY],
            cwd=folder,
            env={**os.environ, "PYPANDOC_PANDOC": str(slow), "PYTHONUNBUFFERED": "1"},
            start_new_session=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert process.stdout is not None
        told = [process.stdout.readline().decode().strip() for _ in range(2)]
        while process.poll() is None and not begun.exists():
            time.sleep(0.02)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the program and to what it has started
        _, err = process.communicate(timeout=60)
        assert process.returncode == 130
        assert err.decode().splitlines()[1:] == ["Interrupted."]
        assert told == ["ut/avtal-2024.html", "ut/avtal-2024.docx"]
        assert sorted(path.name for path in folder.glob("ut/*")) == [
            ".samverkan-manifest.json",
            "avtal-2024.docx",
            "avtal-2024.html",
        ]
        assert zipfile.ZipFile(folder / told[1]).testzip() is None
        manifest = json.loads((folder / "ut" / ".samverkan-manifest.json").read_text(encoding="utf-8"))
        assert set(manifest["files"]) == {"avtal-2024.docx", "avtal-2024.html"}


def _no_room() -> None:
    import resource  # noqa: PLC0415 - not on Windows

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def test_collected_there_is_one_file_for_each_agreement(run: Callable[..., Outcome], folder: Path) -> None:
    ended = run("render", "--format", "md", "--collected", *DAY)
    assert ended.out == "build/avtal-2024-collected.md\n1 fil skriven i build.\n"
    text = (folder / "build" / "avtal-2024-collected.md").read_text(encoding="utf-8")
    assert "Samverkansöverenskommelse för Exempelby" in text
    assert "Ljus" in text


def test_the_same_bytes_wherever_it_runs(run: Callable[..., Outcome], tmp_path: Path) -> None:
    surroundings = (
        {"TZ": "UTC", "PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8"},
        {"TZ": "Pacific/Auckland", "PYTHONHASHSEED": "7", "LC_ALL": "sv_SE.UTF-8"},
    )
    made = []
    for i, around in enumerate(surroundings):
        out = tmp_path / f"{i}" / "ut"
        run("render", str(ROOT / "tests" / "workspace"), *DAY, "--out", str(out), "--lang", "sv", **around)
        made.append({path.name: path.read_bytes() for path in out.iterdir() if path.name != ".samverkan-manifest.json"})
    assert len(made[0]) >= 7 * 4
    assert made[0] == made[1]


class TestConvertersThatHang:
    """Each is given up after the time it may take; the other files are made."""

    def test_typst(self, run: Callable[..., Outcome], folder: Path) -> None:
        (folder / "mallar").mkdir()
        loops = "#for i in range(9999) { for j in range(9999) { for k in range(9999) {} } }"
        (folder / "mallar" / "page.typ.j2").write_text(loops, encoding="utf-8")
        ended = run("render", "--format", "html,pdf", "--template-dir", "mallar", *DAY, SAMVERKAN_CONVERTER_SECONDS="5")
        assert ended.code == 4
        assert "build/plan.pdf: Omvandlingen tog mer än 5 sekunder" in ended.err
        assert {path.name for path in (folder / "build").iterdir()} == {
            "avtal-2024.html",
            "plan.html",
            ".samverkan-manifest.json",
        }

    def test_pandoc(self, run: Callable[..., Outcome], folder: Path) -> None:
        if sys.platform == "win32":
            pytest.skip("the program that stands in for pandoc is a shell script")
        slow = folder / "pandoc"
        slow.write_text("#!/bin/sh\nexec sleep 100\n")
        slow.chmod(0o755)
        limit = {"PYPANDOC_PANDOC": str(slow), "SAMVERKAN_CONVERTER_SECONDS": "1"}
        ended = run("render", "--format", "html,docx", *DAY, **limit)
        assert ended.code == 4
        assert "build/plan.docx: Omvandlingen tog mer än 1 sekunder" in ended.err
        assert (folder / "build" / "plan.html").exists()

    @pytest.mark.parametrize("value", ["0", "-1", "nan", "inf", "en minut"])
    def test_the_limit_is_a_number_of_seconds(self, run: Callable[..., Outcome], folder: Path, value: str) -> None:
        ended = run("render", str(folder), "--format", "md", SAMVERKAN_CONVERTER_SECONDS=value)
        assert ended.code == 2
        assert value in ended.err
