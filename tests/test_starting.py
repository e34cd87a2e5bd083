"""From an empty folder to a first agreement: `samverkan init`, by options and by questions."""

from __future__ import annotations

import json
import os
import re
import select
import subprocess
import sys
import time
from datetime import date
from itertools import count
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from samverkan.check import check
from samverkan.errors import SamverkanError
from samverkan.model.kinds import KINDS
from samverkan.model.settings import Settings
from samverkan.source import new_files, writing
from samverkan.source.new_files import write_new
from tests.conftest import plain
from tests.filling import empty_rows, fill_in
from tests.test_schema import typed
from tests.tracing import interrupted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.conftest import Outcome

TODAY = "2026-11-20"
DAY = date.fromisoformat(TODAY)
GIVEN = {
    "--municipality": "Lessebo kommun",
    "--police": "Lokalpolisområde Växjö",
    "--from": "2027",
    "--until": "2030",
    "--area": "Otrygga platser",
    "--cadence": "yearly",
}
AGREEMENT = "overenskommelse-2027.yaml"
FILES = {
    *(AGREEMENT, "samverkan.yaml", "README.md", ".editorconfig", ".gitignore", ".gitlab-ci.yml"),
    *(".pre-commit-config.yaml", ".github/workflows/samverkan.yml", ".vscode/settings.json"),
    *(".vscode/extensions.json", ".vscode/samverkan.schema.json"),
}


def options(**other: str) -> list[str]:
    given = GIVEN | {f"--{name}": value for name, value in other.items()}
    return [word for pair in given.items() if pair[1] for word in pair]


def files_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}


@pytest.fixture
def begun(run: Callable[..., Outcome], tmp_path: Path) -> Path:
    ended = run("init", *options())
    assert (ended.code, ended.err) == (0, "")
    return tmp_path


def test_all_is_written_and_only_what_the_parties_know_is_missing(begun: Path, run: Callable[..., Outcome]) -> None:
    assert files_in(begun) == FILES
    findings = check([str(begun)], DAY).findings
    assert {finding.rule for finding in findings} == {"empty-value"}
    data = plain((begun / AGREEMENT).read_text(encoding="utf-8"))
    assert data["parties"][0] == {"id": "kommunen", "type": "municipality", "code": "0761", "name": "Lessebo kommun"}
    assert data["validity"] == {"from": "2027", "until": "2030"}
    assert data["status"] == "draft"
    fill_in(begun / AGREEMENT, DAY)
    assert run("validate", "--notes", "--today", TODAY).out == "1 fil granskad: inga fel.\n"


def test_the_rows_to_fill_in_are_told_in_one_line(run: Callable[..., Outcome], tmp_path: Path) -> None:
    said = run("init", *options()).out.splitlines()[-1]
    lines = (tmp_path / AGREEMENT).read_text(encoding="utf-8").splitlines()
    rows = [int(row) for row in re.findall(r"\d+", said.partition(" på rad ")[2].partition(", och kör")[0])]
    assert rows == list(empty_rows(tmp_path / AGREEMENT, DAY))
    assert all(re.match(r" +(- )?([a-z]+:|-)( +#|$)", lines[row - 1]) for row in rows)


@pytest.mark.parametrize("environment", [{"SAMVERKAN_LANG": "en"}, {"LANG": "en_GB.UTF-8"}])
def test_in_english_all_but_the_agreement_itself_is_so(
    environment: dict[str, str], run: Callable[..., Outcome], tmp_path: Path
) -> None:
    run("init", "svensk", *options())
    ended = run("init", "english", *options(), **environment)
    assert (ended.code, ended.err) == (0, "")
    assert files_in(tmp_path / "english") == files_in(tmp_path / "svensk") == FILES
    swedish, english = ((tmp_path / name / AGREEMENT).read_text(encoding="utf-8") for name in ("svensk", "english"))
    assert plain(english) == plain(swedish)
    for name in (AGREEMENT, "samverkan.yaml", "README.md", ".gitignore", ".github/workflows/samverkan.yml"):
        text = (tmp_path / "english" / name).read_text(encoding="utf-8")
        told = [line for line in text.splitlines() if "# " in line or name == "README.md"]
        assert told
        assert [line for line in told if re.search(r"\b(och|som|är|för|när|till)\b", line.partition("# ")[2])] == []
    assert run("validate", "english", "--today", TODAY, SAMVERKAN_LANG="en").out.count(" error [") == 1


@pytest.mark.parametrize("reader", ["sv", "en"])
def test_each_key_has_a_comment_the_first_time(reader: str, run: Callable[..., Outcome], tmp_path: Path) -> None:
    run("init", *options(), SAMVERKAN_LANG=reader)
    text = (tmp_path / AGREEMENT).read_text(encoding="utf-8")
    told = set()
    lines = text.splitlines()
    for i, line in enumerate(lines):
        met = re.match(r" *(?:- )?([a-z_]+):", line)
        if met and met[1] not in told:
            told.add(met[1])
            assert " # " in line or lines[i - 1].lstrip().startswith("# "), line
    assert max(map(len, lines)) <= 120


def test_the_files_for_editors_and_ci_are_what_they_claim_to_be(begun: Path) -> None:
    for name in (".pre-commit-config.yaml", ".gitlab-ci.yml", ".github/workflows/samverkan.yml"):
        data = YAML(typ="safe", pure=True).load((begun / name).read_text(encoding="utf-8"))
        assert "samverkan validate" in json.dumps(data)
    workflow = YAML(typ="safe", pure=True).load((begun / ".github/workflows/samverkan.yml").read_text("utf-8"))
    assert workflow["on"] == ["push", "pull_request"]
    used = [step["uses"] for step in workflow["jobs"]["validate"]["steps"] if "uses" in step]
    assert [name.partition("@")[0] for name in used] == ["actions/checkout", "actions/setup-python"]
    settings = json.loads((begun / ".vscode/settings.json").read_text(encoding="utf-8"))
    ((schema, places),) = settings["yaml.schemas"].items()
    validator = Draft202012Validator(json.loads((begun / schema).read_text(encoding="utf-8")))
    assert "*.yaml" in places
    assert validator.is_valid(typed((begun / "samverkan.yaml").read_text(encoding="utf-8")))
    fill_in(begun / AGREEMENT, DAY)
    assert validator.is_valid(typed((begun / AGREEMENT).read_text(encoding="utf-8")))
    assert json.loads((begun / ".vscode/extensions.json").read_text(encoding="utf-8"))["recommendations"]


def test_every_setting_is_named_and_can_be_turned_on(begun: Path, run: Callable[..., Outcome]) -> None:
    path = begun / "samverkan.yaml"
    text = path.read_text(encoding="utf-8")
    fill_in(begun / AGREEMENT, DAY)
    on = re.sub(r"^( *)# ((?:[a-z_]+): [^#\n]+)", r"\1\2", text, flags=re.MULTILINE)
    data = plain(on)
    assert set(data) == set(Settings.model_fields)
    on = re.sub(r"^  (logo|logos|word_template|templates|fonts): .*\n", "", on, flags=re.MULTILINE)  # lead to files
    path.write_text(on, encoding="utf-8")
    assert run("validate", "--today", TODAY).code == 0


def test_the_commands_of_the_folders_own_page_run(begun: Path, run: Callable[..., Outcome]) -> None:
    fill_in(begun / AGREEMENT, DAY)
    text = (begun / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"\| `samverkan ([^`]+)` \|", text)
    assert len(commands) > 8
    for command in commands:
        arguments = [*command.split(), *(("--format", "md") if command == "render" else ()), "--today", TODAY]
        ended = run(*arguments)
        assert ended.code in {0, 1}, (command, ended.err)
        for path in begun.glob("[a-r]*.yaml"):
            fill_in(path, DAY)
    assert "%" not in text
    assert "\nLessebo kommun och Lokalpolisområde Växjö\n" in "\n" + text.replace("# ", "", 1)


def test_what_is_there_is_left_and_told(run: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("min egen", encoding="utf-8")
    (tmp_path / ".gitignore").symlink_to("ingenstans")
    ended = run("init", *options())
    assert ended.code == 0
    assert "Fanns redan och är som förut: README.md, .gitignore." in ended.out
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "min egen"
    assert (tmp_path / ".gitignore").is_symlink()
    assert files_in(tmp_path) == FILES
    before = {name: (tmp_path / name).read_bytes() for name in FILES - {".gitignore"}}
    again = run("init", *options(police="Någon annan"))
    assert (again.code, again.err) == (0, "")
    assert {name: (tmp_path / name).read_bytes() for name in before} == before


def test_where_one_cannot_be_written_none_is(run: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / ".vscode").write_text("ingen mapp", encoding="utf-8")
    ended = run("init", *options())
    assert ended.code == 4
    assert [path.name for path in tmp_path.iterdir()] == [".vscode"]


def test_a_link_that_leads_out_is_not_followed(run: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "ut").mkdir()
    (tmp_path / "ny").mkdir()
    (tmp_path / "ny" / ".github").symlink_to("../ut")
    ended = run("init", "ny", *options())
    assert ended.code == 4
    assert list((tmp_path / "ut").iterdir()) == []
    assert [path.name for path in (tmp_path / "ny").iterdir()] == [".github"]


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"municipality": ""}, "Lägg till: --municipality."),
        ({"police": "", "area": ""}, "Lägg till: --police, --area."),
        ({"municipality": "Lesebo kommun"}, "Menade du Lessebo (0761)?"),
        ({"municipality": "Ankeborg"}, "Ingen kommun heter Ankeborg."),
        ({"municipality": "Falun"}, "hela namn"),
        ({"municipality": "2080"}, "hela namn"),
        ({"municipality": "0999 Lessebo kommun"}, "Ingen kommun har koden 0999"),
        ({"municipality": "2080 Lessebo kommun"}, "Koden 2080 är kommunen Falun, inte Lessebo kommun."),
        ({"from": "snart"}, "snart är inte en tid."),
        ({"until": "2027-13"}, "2027-13 är inte en tid."),
        ({"until": "2026"}, "Slutet 2026 är före starten 2027."),
        ({"cadence": "ibland"}, "ibland säger inte hur ofta."),
        ({"police": " "}, "Skriv något här."),
    ],
)
def test_wrong_use_is_told_and_nothing_is_written(
    other: dict[str, str], said: str, run: Callable[..., Outcome], tmp_path: Path
) -> None:
    ended = run("init", "ny", *options(**other))
    assert ended.code == 2
    assert said in ended.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("written", "code", "name"),
    [
        ("Falu kommun", "2080", "Falu kommun"),
        ("2080 Falu kommun", "2080", "Falu kommun"),
        ("Region Gotland", "0980", "Region Gotland"),
        ("Göteborgs Stad", "1480", "Göteborgs Stad"),
        ("9901 Exempelby kommun", "9901", "Exempelby kommun"),
    ],
)
def test_a_municipality_keeps_the_name_that_it_is_given(
    written: str, code: str, name: str, run: Callable[..., Outcome], tmp_path: Path
) -> None:
    assert run("init", *options(municipality=written)).code == 0
    data = plain((tmp_path / AGREEMENT).read_text(encoding="utf-8"))
    assert (data["parties"][0]["code"], data["parties"][0]["name"]) == (code, name)


def test_several_municipalities_and_areas_of_odd_names(run: Callable[..., Outcome], tmp_path: Path) -> None:
    odd = ["--area", "Unga: 13–17 år, # och {fler}", "--area", "Otrygga platser", "--area", "»«"]
    ended = run("init", *options(police='Polisen "Syd": #1'), "--municipality", "Växjö kommun", *odd)
    assert ended.code == 0
    data = plain((tmp_path / AGREEMENT).read_text(encoding="utf-8"))
    assert [party["id"] for party in data["parties"]] == ["lessebo", "växjö", "polisen"]
    assert [area["title"] for area in data["focus_areas"]] == ["Otrygga platser", odd[1], "Otrygga platser", "»«"]
    assert data["parties"][2]["name"] == 'Polisen "Syd": #1'
    assert {finding.rule for finding in check([str(tmp_path)], DAY).findings} == {"empty-value"}
    assert run("validate", "samverkan.yaml").code != 2


class TestInterrupted:
    """Wherever an interruption falls, nothing is left."""

    def lines(self, folder: Path, files: dict[Path, bytes]) -> Iterator[int]:
        for number in count():
            if not interrupted(lambda: write_new(files), number, new_files, writing):
                return
            assert list(folder.iterdir()) == [], number
            yield number

    @pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
    def test_at_any_line(self, tmp_path: Path) -> None:
        files = {tmp_path / "a" / "b" / "ett": b"1", tmp_path / "två": b"2", tmp_path / "a" / "tre": b"3"}
        assert len(list(self.lines(tmp_path, files))) > 50
        assert {path: path.read_bytes() for path in files} == files
        assert files_in(tmp_path) == {"a/b/ett", "två", "a/tre"}

    def test_what_others_write_just_then_is_theirs(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        link = os.link

        def late(staged: Path, to: Path) -> None:
            to.write_text("någon annans", encoding="utf-8")
            link(staged, to)

        monkeypatch.setattr(os, "link", late)
        with pytest.raises(SamverkanError):
            write_new({tmp_path / "ett": b"1"})
        assert (tmp_path / "ett").read_text(encoding="utf-8") == "någon annans"

    def test_without_links_what_others_wrote_meanwhile_is_theirs(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def no_links(_from: Path, to: Path) -> None:
            if to.name == "två":
                to.write_text("någon annans", encoding="utf-8")
            raise OSError

        monkeypatch.setattr(os, "link", no_links)
        with pytest.raises(SamverkanError):
            write_new({tmp_path / "ett": b"1", tmp_path / "två": b"2"})
        assert files_in(tmp_path) == {"två"}
        assert (tmp_path / "två").read_text(encoding="utf-8") == "någon annans"
        write_new({tmp_path / "a" / "ett": b"1"})
        assert files_in(tmp_path) == {"två", "a/ett"}


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of the kind that can be made here is not on Windows")
class TestQuestions:
    """What somebody at a terminal meets."""

    ANSWERS = (
        ("kommun", "Lessebo (0761)\r"),
        ("stå i avtalet", "\r"),
        ("Ännu en kommun", "\r"),
        ("Polisens namn", "Lokalpolisområde Växjö\r"),
        ("Från vilket år", "\x152027\r"),
        ("Till och med", "2030\r"),
        ("Ett fokusområde", "Otrygga platser\r"),
        ("Ännu ett fokusområde", "\r"),
        ("Hur ofta", "\r"),
    )

    def talk(self, folder: Path, answers: tuple[tuple[str, str], ...], *arguments: str) -> tuple[int, str]:
        import pty  # noqa: PLC0415 - not on Windows

        terminal, theirs = pty.openpty()
        environment = {**os.environ, "LANG": "sv_SE.UTF-8", "LC_ALL": "sv_SE.UTF-8", "PROMPT_TOOLKIT_NO_CPR": "1"}
        environment |= {"TERM": "xterm", "PYTHONUTF8": "1"}
        process = subprocess.Popen(
            [sys.executable, "-m", "samverkan", "init", *arguments],
            cwd=folder,
            env=environment,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
        )
        os.close(theirs)
        shown = ""
        try:
            for question, answer in answers:
                self.read_until(terminal, question)
                os.write(terminal, answer.encode())
            shown = self.read_until(terminal, None)
        finally:
            os.close(terminal)
            process.kill()
            process.wait()
        return process.returncode, shown

    def read_until(self, terminal: int, wanted: str | None) -> str:
        """Read until some words are shown, or until the program has ended."""
        until, shown = time.monotonic() + 60, ""
        while wanted is None or wanted not in shown:
            assert time.monotonic() < until, shown
            if select.select([terminal], [], [], 1)[0]:
                try:
                    shown += os.read(terminal, 4096).decode("utf-8", "replace")
                except OSError:
                    assert wanted is None, shown
                    break
        return shown

    def test_each_is_answered(self, tmp_path: Path) -> None:
        code, shown = self.talk(tmp_path, self.ANSWERS)
        assert code == 0, shown
        assert files_in(tmp_path) == FILES
        data = plain((tmp_path / AGREEMENT).read_text(encoding="utf-8"))
        assert data["parties"][0]["name"] == "Lessebo kommun"
        assert data["follow_up"] == {"cadence": "yearly"}

    def test_each_is_asked_in_english(self, tmp_path: Path) -> None:
        answers = (
            ("Which municipality", "Lessebo (0761)\r"),
            ("as the agreement has it", "\r"),
            ("One more municipality", "\r"),
            ("The police area", "Lokalpolisområde Växjö\r"),
            ("From which year", "\x15\r"),
            ("An empty value is not a time. Write 2027", "2027\r"),
            ("Until which year", "2030\r"),
            ("A focus area", "Otrygga platser\r"),
            ("One more focus area", "\r"),
            ("How often", "\r"),
        )
        code, shown = self.talk(tmp_path, answers, "--lang", "en")
        assert code == 0, shown
        assert "Fill in what is empty on line" in shown
        assert "lang: en" in (tmp_path / "samverkan.yaml").read_text(encoding="utf-8")

    @pytest.mark.parametrize("number", range(len(ANSWERS)))
    def test_an_interruption_at_any_of_them_leaves_nothing(self, number: int, tmp_path: Path) -> None:
        answers = (*self.ANSWERS[:number], (self.ANSWERS[number][0], "\x03"))
        code, shown = self.talk(tmp_path, answers, "ny")
        assert code == 130, shown
        assert "Avbrutet." in shown
        assert list(tmp_path.iterdir()) == []

    def test_the_end_of_input_ends_it(self, tmp_path: Path) -> None:
        code, _ = self.talk(tmp_path, (("kommun", "\x04"),))
        assert code == 130

    def test_a_wrong_answer_is_told_and_asked_again(self, tmp_path: Path) -> None:
        answers = (("kommun", "Lesebo\r"), ("Menade du Lessebo", "\x15Lessebo kommun\r"), *self.ANSWERS[2:])
        code, shown = self.talk(tmp_path, answers)
        assert code == 0, shown

    def test_several_areas_can_be_given(self, tmp_path: Path) -> None:
        area, more, often = self.ANSWERS[-3:]
        two = ((more[0], "Unga i riskzon\r"), (more[0], "\r"))
        code, shown = self.talk(tmp_path, (*self.ANSWERS[:-3], area, *two, often))
        assert code == 0, shown
        data = plain((tmp_path / AGREEMENT).read_text(encoding="utf-8"))
        assert [one["title"] for one in data["focus_areas"]] == ["Otrygga platser", "Unga i riskzon"]

    def test_only_what_is_missing_is_asked(self, tmp_path: Path) -> None:
        code, shown = self.talk(tmp_path, (("Polisens namn", "Lokalpolisområde Växjö\r"),), *options(police=""))
        assert code == 0, shown
        assert files_in(tmp_path) == FILES


def test_from_an_empty_folder_to_a_document_and_to_a_whole_workspace(
    run: Callable[..., Outcome], tmp_path: Path
) -> None:
    made = [run("init", *options())]
    fill_in(tmp_path / AGREEMENT, DAY)
    made += [run("validate", "--today", TODAY), run("render", "--format", "pdf", "--today", TODAY)]
    assert [ended.code for ended in made] == [0, 0, 0]
    assert len(made) < 6
    assert (tmp_path / "build" / "overenskommelse-2027.pdf").read_bytes().startswith(b"%PDF")
    for kind in KINDS:
        if kind not in {"agreement", "follow-up"}:
            made.append(run("new", kind, "--year", "2027", "--today", TODAY))
            assert made[-1].code == 0, made[-1].err
            name = re.search(r"Filen (\S+) är skriven", made[-1].out)
            assert name is not None
            fill_in(tmp_path / name[1], DAY)
    made.append(run("new", "follow-up", "--of", "overenskommelse-2027", "--today", "2027-11-20"))
    (review,) = tmp_path.glob("uppfoljning*.yaml")
    fill_in(review, date(2027, 11, 20))
    made.append(run("validate", "--today", "2027-11-20", "--notes"))
    assert len(made) < 15
    assert made[-1].out == "7 filer granskade: inga fel.\n"
    kinds = {document.kind for document in check([str(tmp_path)], DAY).workspaces[0].documents}
    assert kinds == set(KINDS)
