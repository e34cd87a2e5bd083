"""However a check is done — in one process or several, anew or from what is kept — it tells the same."""

from __future__ import annotations

import os
import select
import shutil
import signal
import stat
import subprocess
import sys
import threading
import time
from _thread import interrupt_main
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samverkan import engine, processes
from samverkan.cli.watching import check_at_saves
from samverkan.engine import Means, Memory, check_each
from samverkan.errors import WrongUseError
from samverkan.kept import Kept
from samverkan.output.json_v1 import findings_json
from samverkan.source.last_look import LastLook
from samverkan.source.workspace_files import Surroundings, surroundings
from samverkan.told import RuleSelection
from samverkan.told_json import from_plain
from samverkan.words.commands import sentence
from tests.conftest import EXAMPLES, SMALL

if TYPE_CHECKING:
    from collections.abc import Callable

    from samverkan.told import Told
    from tests.conftest import Outcome

TODAY = date(2026, 11, 20)


def several(folder: Path, count: int = 12) -> Path:
    """Lay out workspaces, every third of them with mistakes."""
    for number in range(count):
        name = "broken" if number % 3 == 0 else "exempelkommun"
        shutil.copytree(EXAMPLES / name, folder / f"kommun-{number:02}")
    return folder


def told(folder: Path, means: Means, choice: RuleSelection | None = None, today: date = TODAY) -> Told:
    return check_each(surroundings([str(folder)]), today, choice or RuleSelection(), means)


def said(result: Told) -> tuple[str, str]:
    return findings_json(result, "sv"), findings_json(result, "en")


def answers_in(folder: Path) -> list[Path]:
    return sorted((folder / "checks").glob("*.json"))


@pytest.fixture
def never(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Let it be a mistake to check anything from now on."""

    def forbid() -> None:
        def check(*_: object) -> Told:
            pytest.fail("checked once more")

        monkeypatch.setattr(engine, "checked", check)

    return forbid


def test_processes_side_by_side_tell_the_same(tmp_path: Path) -> None:
    folder = several(tmp_path / "w")
    lost: list[int] = []
    assert said(told(folder, Means(2, on_loss=lambda: lost.append(1)))) == said(told(folder, Means(1)))
    assert not lost


def test_what_is_kept_tells_the_same(tmp_path: Path, never: Callable[[], None]) -> None:
    folder, kept = several(tmp_path / "w", 3), tmp_path / "kept"
    first = told(folder, Means(1, kept))
    never()
    again = told(folder, Means(1, kept))
    assert said(again) == said(first) == said(first)
    assert again.texts == first.texts
    assert again.read == first.read
    assert len(answers_in(kept)) == 3


def test_a_change_in_one_workspace_checks_that_one_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, kept = several(tmp_path / "w", 3), tmp_path / "kept"
    told(folder, Means(1, kept))
    checked, check = [], engine.checked

    def noted(files: Surroundings, *rest: object) -> Told:
        checked.append(files.root)
        return check(files, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(engine, "checked", noted)
    with (folder / "kommun-01" / "samverkan.yaml").open("a", encoding="utf-8") as settings_file:
        settings_file.write("rules: {smart: error}\n")
    told(folder, Means(1, kept))
    assert [Path(str(root)).name for root in checked] == ["kommun-01"]


def test_a_save_checks_the_workspace_that_it_is_in_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, means = several(tmp_path / "w", 4), Means(1, memory=Memory())
    look, plan = LastLook([str(folder)]), folder / "kommun-01" / "atgardsplan-2024.yaml"
    asked, check = [], engine.checked

    def noted(files: Surroundings, *rest: object) -> Told:
        asked.append(Path(str(files.root)).name)
        return check(files, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(engine, "checked", noted)
    check_each(look.files(), TODAY, RuleSelection(), means)
    assert asked == [f"kommun-{number:02}" for number in range(4)]
    for change in ("# sparad\n", "titel: x\n"):
        asked.clear()
        with plan.open("a", encoding="utf-8") as saved:
            saved.write(change)
        again = check_each(look.files(frozenset({plan.absolute()})), TODAY, RuleSelection(), means)
        assert asked == ["kommun-01"]
        assert said(again) == said(told(folder, Means(1)))
        asked.clear()
    (folder / "kommun-02" / "ny.yaml").write_text(SMALL, encoding="utf-8")
    again = check_each(look.files(), TODAY, RuleSelection(), means)
    assert asked == ["kommun-02"]
    assert said(again) == said(told(folder, Means(1)))


def test_a_saved_file_that_is_gone_when_it_is_looked_at_is_looked_for_anew(tmp_path: Path) -> None:
    folder = several(tmp_path / "w", 2)
    look, plan = LastLook([str(folder)]), folder / "kommun-01" / "atgardsplan-2024.yaml"
    assert str(plan) in {str(source.path) for files in look.files() for source in files.asked}
    plan.unlink()
    found = look.files(frozenset({plan.absolute()}))
    assert str(plan) not in {str(source.path) for files in found for source in files.asked}


@pytest.mark.parametrize(
    "harm",
    [
        lambda raw: raw[: len(raw) // 2],
        lambda _raw: b"",
        lambda _raw: b"\xff\xfe\x00",
        lambda raw: raw.replace(b"error", b"hello"),
        lambda raw: raw.partition(b"\n")[0] + b"\n" + b"[" * 100_000,
        lambda raw: raw + b" " * 9_000_000,
    ],
)
def test_what_is_broken_or_changed_counts_as_not_there(tmp_path: Path, harm: Callable[[bytes], bytes]) -> None:
    folder, kept = several(tmp_path / "w", 1), tmp_path / "kept"
    first = told(folder, Means(1, kept))
    (answer,) = answers_in(kept)
    whole = answer.read_bytes()
    answer.write_bytes(harm(whole))
    assert said(told(folder, Means(1, kept))) == said(first)
    assert answer.read_bytes() == whole


def test_an_answer_of_another_workspace_is_not_taken_for_its_own(tmp_path: Path) -> None:
    folder, kept = several(tmp_path / "w", 2), tmp_path / "kept"
    first = told(folder, Means(1, kept))
    one, other = answers_in(kept)
    one.write_bytes(other.read_bytes())
    assert said(told(folder, Means(1, kept))) == said(first)


def test_what_others_may_write_is_not_used(tmp_path: Path, never: Callable[[], None]) -> None:
    folder, kept = several(tmp_path / "w", 1), tmp_path / "kept"
    told(folder, Means(1, kept))
    (kept / "checks").chmod(0o777)
    before = answers_in(kept)[0].stat()
    assert said(told(folder, Means(1, kept))) == said(told(folder, Means(1)))
    assert answers_in(kept)[0].stat() == before
    never()
    with pytest.raises(pytest.fail.Exception):
        told(folder, Means(1, kept))


def test_a_folder_that_cannot_be_used_stops_nothing(tmp_path: Path) -> None:
    folder = several(tmp_path / "w", 1)
    in_the_way = tmp_path / "file"
    in_the_way.write_text("", encoding="utf-8")
    assert said(told(folder, Means(1, in_the_way))) == said(told(folder, Means(1)))


def test_what_cannot_be_read_is_not_kept(tmp_path: Path) -> None:
    folder, kept = several(tmp_path / "w", 1), tmp_path / "kept"
    (folder / "kommun-00" / "plan.yaml").mkdir()
    (folder / "kommun-00" / "plan.yaml" / "inne.yaml").write_text(SMALL, encoding="utf-8")
    if os.geteuid():
        (folder / "kommun-00" / "plan.yaml").chmod(0)
        told(folder, Means(1, kept))
        (folder / "kommun-00" / "plan.yaml").chmod(0o755)
        assert not answers_in(kept)
    named = [str(folder / "kommun-00" / "saknas.yaml")]
    check_each(surroundings(named), TODAY, RuleSelection(), Means(1, kept))
    assert not answers_in(kept)


def test_the_oldest_answers_go_when_there_are_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, kept = several(tmp_path / "w", 2), tmp_path / "kept"
    told(folder, Means(1, kept))
    for number, answer in enumerate(answers_in(kept)):
        os.utime(answer, (number, number))
    oldest, newer = answers_in(kept)
    monkeypatch.setattr("samverkan.source.keeping.MOST_BYTES", oldest.stat().st_size + newer.stat().st_size)
    shutil.copytree(EXAMPLES / "smallest", tmp_path / "another")
    told(tmp_path / "another", Means(1, kept))
    assert not oldest.exists()
    assert answers_in(kept)


def test_an_answer_that_is_asked_for_is_young_again(tmp_path: Path) -> None:
    folder, kept = several(tmp_path / "w", 1), tmp_path / "kept"
    told(folder, Means(1, kept))
    (answer,) = answers_in(kept)
    os.utime(answer, (1, 1))
    told(folder, Means(1, kept))
    assert time.time() - answer.stat().st_mtime < 3600


def test_nothing_is_kept_for_others_to_read(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    told(several(tmp_path / "w", 1), Means(1, kept))
    assert [stat.S_IMODE(path.stat().st_mode) for path in (kept / "checks", *answers_in(kept))] == [0o700, 0o600]


def test_nothing_is_kept_nowhere(tmp_path: Path) -> None:
    nowhere = Kept(None)
    nowhere.put("0" * 64, told(several(tmp_path / "w", 1), Means(1)))
    nowhere.tidy()
    assert nowhere.get("0" * 64, {}) is None


def test_a_process_that_is_ended_from_outside_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = several(tmp_path / "w")
    plain = told(folder, Means(1))
    lost: list[int] = []
    monkeypatch.setattr(processes, "begin_process", _die)
    assert said(told(folder, Means(2, on_loss=lambda: lost.append(1)))) == said(plain)
    assert lost == [1]


@pytest.mark.skipif(sys.platform != "linux", reason="processes are copies of the first one")
def test_a_process_that_is_killed_is_told_of_and_all_is_checked(tmp_path: Path) -> None:
    folder = several(tmp_path / "w")
    killing = """
import os, runpy, sys
first = os.getpid()
def kill(event, _):
    if event == "open" and os.getpid() != first:
        os.kill(os.getpid(), 9)
sys.addaudithook(kill)
runpy.run_module("samverkan", run_name="__main__", alter_sys=True)
"""
    asked = ["validate", "--jobs", "2", "--no-cache", "--lang", "sv"]
    whole, lost = (
        subprocess.run([sys.executable, *how, *asked], cwd=folder, capture_output=True, check=False, encoding="utf-8")
        for how in (("-m", "samverkan"), ("-c", killing))
    )
    assert (lost.returncode, lost.stdout) == (whole.returncode, whole.stdout)
    assert "avslutades" in lost.stderr


def _die() -> None:
    os._exit(9)


def test_a_machine_without_room_for_processes_checks_in_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = several(tmp_path / "w")

    def no_room(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", no_room)
    assert said(told(folder, Means(2))) == said(told(folder, Means(1)))


@pytest.mark.parametrize("jobs", [1, 2])
def test_wrong_settings_are_told_as_before(tmp_path: Path, jobs: int) -> None:
    folder = several(tmp_path / "w")
    (folder / "kommun-03" / "samverkan.yaml").write_text("samverkan: 1\nkind: workspace\nrules: {x: off}\n", "utf-8")
    (folder / "kommun-05" / "samverkan.yaml").write_text("samverkan: 1\nkind: workspace\ntitel: x\n", "utf-8")
    with pytest.raises(WrongUseError, match="titel"):  # what cannot be read comes before what it holds
        told(folder, Means(jobs))


def test_work_apart_gives_plain_data(tmp_path: Path) -> None:
    (files,) = surroundings([str(several(tmp_path / "w", 1))])
    plain = engine.checked_apart(files.read(), TODAY, RuleSelection())
    assert plain
    assert engine.checked_apart(files.read(), TODAY, RuleSelection(select=("nej",))) is None
    for key in plain:
        with pytest.raises(ValueError, match=r"\w"):
            from_plain({**plain, key: [{"rule": 1}]}, {})


def test_the_command_tells_the_same_whatever_it_is_asked(tmp_path: Path, run: Callable[..., Outcome]) -> None:
    several(tmp_path / "w", 6)
    ways = [("--no-cache", "--jobs", "1"), ("--no-cache", "--jobs", "2"), (), ()]
    for shown in (
        ("--notes",),
        ("--format", "json"),
        ("--format", "sarif"),
        ("--format", "gitlab"),
        ("--format", "junit"),
    ):
        outcomes = {run("validate", "w", "--today", "2026-11-20", *shown, *way) for way in ways}
        assert len(outcomes) == 1


def test_a_language_is_chosen_when_it_is_told(tmp_path: Path, run: Callable[..., Outcome]) -> None:
    several(tmp_path / "w", 1)
    run("--lang", "sv", "validate", "w")
    kept = run("--lang", "en", "validate", "w")
    assert kept == run("--lang", "en", "validate", "w", "--no-cache")


def test_the_standard_input_is_read_once(run: Callable[..., Outcome]) -> None:
    wrong = SMALL.replace("kind: agreement", "kind: agrement").encode()
    first = run("validate", "-", stdin=wrong)
    assert first.code == 1
    assert first == run("validate", "-", stdin=wrong) == run("validate", "-", "--no-cache", stdin=wrong)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_an_interruption_ends_all_processes(tmp_path: Path) -> None:
    folder = several(tmp_path / "w", 60)
    command = [sys.executable, "-m", "samverkan", "validate", str(folder), "--no-cache", "--jobs", "2"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        waited = time.monotonic()
        while not children.read_text() and time.monotonic() - waited < 30:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in out + err
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_a_save_is_checked_until_the_user_has_seen_enough(tmp_path: Path) -> None:
    document = tmp_path / "avtal.yaml"
    document.write_text(SMALL, encoding="utf-8")
    command = [sys.executable, "-m", "samverkan", "--lang", "sv", "validate", ".", "--watch", "--format", "json"]
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "answers"), "PYTHONUTF8": "1"}
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout
        assert process.stderr
        first = "".join(iter(process.stdout.readline, "}\n"))
        waits = process.stderr.readline()
        document.write_text(SMALL.replace("kind: agreement", "kind: agrement"), encoding="utf-8")
        assert select.select([process.stdout], [], [], 60)[0]
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert '"errors": 0' in first
    assert "Ctrl-C" in waits
    assert '"unknown-kind"' in out
    assert "\x1b" not in out
    assert "Traceback" not in err
    assert process.returncode == 130


def test_processes_that_start_anew_take_no_module_from_the_folder(tmp_path: Path) -> None:
    folder = several(tmp_path / "w")
    for name in ("multiprocessing", "traceback", "runpy"):
        (folder / f"{name}.py").write_text("open('spår', 'w').close()\n", encoding="utf-8")
    start = tmp_path / "start.py"
    start.write_text(
        """
import multiprocessing, sys
import samverkan.check
from samverkan.__main__ import main

if __name__ == "__main__":
    get_context = multiprocessing.get_context
    multiprocessing.get_context = lambda _: get_context("spawn")  # as on other systems
    sys.exit(main())
""",
        encoding="utf-8",
    )
    command = [sys.executable, str(start), "validate", "--jobs", "2", "--no-cache", "--format", "json"]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=120)
    assert done.returncode == 1, done.stderr
    assert not (folder / "spår").exists()


def test_a_save_during_a_check_is_seen(tmp_path: Path) -> None:
    document = tmp_path / "avtal.yaml"
    document.write_text(SMALL, encoding="utf-8")
    seen: list[str] = []

    def check_once(_saved: object) -> int:
        seen.append(document.read_text(encoding="utf-8"))
        if len(seen) > 1:
            raise KeyboardInterrupt
        document.write_text("sparad under tiden", encoding="utf-8")
        return 0

    missed = threading.Timer(30, interrupt_main)
    missed.start()
    with pytest.raises(KeyboardInterrupt):
        check_at_saves([str(tmp_path)], check_once, "sv")
    missed.cancel()
    assert seen == [SMALL, "sparad under tiden"]


def test_what_stops_one_check_stops_no_later_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seen: list[object] = []

    def check_once(saved: object) -> int:
        seen.append(saved)
        (tmp_path / "avtal.yaml").write_text(SMALL, encoding="utf-8")
        if len(seen) == 1:
            raise WrongUseError(sentence("watch-stdin"))
        raise KeyboardInterrupt

    missed = threading.Timer(30, interrupt_main)
    missed.start()
    with pytest.raises(KeyboardInterrupt):
        check_at_saves([str(tmp_path)], check_once, "sv")
    missed.cancel()
    assert len(seen) == 2
    assert sentence("watch-stdin").say("sv") in capsys.readouterr().err


def test_what_cannot_be_watched_is_told(tmp_path: Path, run: Callable[..., Outcome]) -> None:
    assert run("validate", "-", "--watch", stdin=b"").code == 2
    ended = run("validate", "saknas/plan.yaml", "--watch", cwd=tmp_path)
    assert ended.code == 4
    assert "--watch" in ended.err


@pytest.mark.skipif(sys.platform != "linux", reason="names are text elsewhere")
def test_a_folder_whose_name_is_no_text_is_not_watched(tmp_path: Path, run: Callable[..., Outcome]) -> None:
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff"))
    odd.mkdir()
    ended = run("validate", "--watch", cwd=odd)
    assert (ended.code, ended.out) == (4, "")
    assert "Mapparna kan inte bevakas: namnet är inte skrivet i UTF-8." in ended.err


def test_what_is_new_never_becomes_known_by_being_watched(tmp_path: Path, run: Callable[..., Outcome]) -> None:
    (tmp_path / "plan.yaml").write_text(SMALL, encoding="utf-8")
    ended = run("validate", "--watch", "--write-baseline", "known.json", cwd=tmp_path)
    assert ended.code == 2
    assert "Ta bort en av dem." in ended.err
    assert not (tmp_path / "known.json").exists()


NAMES = ("a.yaml", "b.yaml", "mapp/c.yaml")
TEXTS = (
    SMALL,
    SMALL.replace("avtal-2024", "avtal-2025"),
    SMALL.replace("kind: agreement", "kind: agrement"),
    SMALL.replace("2026}", "2019}"),
    SMALL + "introduction: Ring 070-123 45 67 om 811228-9874.\n",
    "samverkan: 1\n  fel: [\n",
    "annat: sak\n",
)
SETTINGS = ("samverkan: 1\nkind: workspace\n", "samverkan: 1\nkind: workspace\nrules: {time: warning}\n")
EDITS = st.one_of(
    st.tuples(st.just("write"), st.sampled_from(NAMES), st.sampled_from(TEXTS)),
    st.tuples(st.just("delete"), st.sampled_from(NAMES), st.just("")),
    st.tuples(st.just("rename"), st.sampled_from(NAMES), st.sampled_from(NAMES)),
    st.tuples(st.just("settings"), st.just("samverkan.yaml"), st.sampled_from(SETTINGS)),
    st.tuples(st.just("day"), st.just(""), st.sampled_from(("2026-11-20", "2018-01-01"))),
)


def edit(folder: Path, what: str, name: str, value: str) -> None:
    path = folder / name
    match what:
        case "write" | "settings":
            path.parent.mkdir(exist_ok=True)
            path.write_text(value, encoding="utf-8")
        case "delete":
            path.unlink(missing_ok=True)
        case "rename" if path.exists():
            (folder / value).parent.mkdir(exist_ok=True)
            path.rename(folder / value)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(EDITS, min_size=1, max_size=8))
def test_no_edit_brings_back_an_old_answer(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, str, str]]
) -> None:
    folder, kept, today = tmp_path_factory.mktemp("w"), tmp_path_factory.mktemp("kept"), TODAY
    for what, name, value in edits:
        today = date.fromisoformat(value) if what == "day" else today
        edit(folder, what, name, value)
        known = told(folder, Means(1, kept), today=today)
        assert said(known) == said(told(folder, Means(1), today=today))
        assert known.not_whole == told(folder, Means(1), today=today).not_whole


STOPPED = """
from samverkan.processes import LostError, pool_of
{imports}
def work(size): {work}
if __name__ == "__main__":
    try:
        with pool_of(2) as pool:
            waiting = [pool.submit(work, bytes(3_000_000)) for _ in range(20)]
            {then}
    except (ValueError, LostError):
        print("slut")
"""


@pytest.mark.parametrize(
    ("work", "then"),
    [("time.sleep(0.2)", "raise ValueError"), ("os._exit(1)", "[one.result() for one in waiting]")],
    ids=["an error", "a process that is lost"],
)
def test_processes_with_much_work_waiting_come_to_an_end(work: str, then: str, tmp_path: Path) -> None:
    script = tmp_path / "prov.py"
    script.write_text(STOPPED.format(imports="import os, time", work=work, then=then), encoding="utf-8")
    done = subprocess.run([sys.executable, str(script)], capture_output=True, check=False, timeout=60)
    assert (done.stdout, done.returncode) == (b"slut\n", 0), done.stderr
