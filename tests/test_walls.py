"""A workspace from a stranger, an output folder that somebody has been in: nothing outside is read or written."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import font_source_sans_pro
import pytest

from samverkan.check import check
from samverkan.errors import ReadWriteError, WrongUseError
from samverkan.model.settings import FontSettings, LookSettings, Settings
from samverkan.render.run import manifest
from samverkan.render.run.manifest import Manifest, Run
from samverkan.source.leftovers import own_prefix, sweep
from samverkan.source.temporary import temporary_folder
from samverkan.source.writing import write_whole
from tests.conftest import SMALL, written

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Outcome

DAY = ("--today", "2024-06-01")
MANIFEST = ".samverkan-manifest.json"
OUTSIDE = "HEMLIGT"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links, pipes and devices of this kind are not there")


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """Make a workspace beside a file that is none of its business."""
    (tmp_path / "hemlig.txt").write_text(OUTSIDE, encoding="utf-8")
    place = tmp_path / "yta"
    place.mkdir()
    (place / "samverkan.yaml").write_text("samverkan: 1\nkind: workspace\n", encoding="utf-8")
    (place / "a.yaml").write_text(SMALL, encoding="utf-8")
    return place


def everything(folder: Path) -> dict[str, str]:
    """Give what a folder holds, to the bottom."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8", errors="replace")
        for path in folder.rglob("*")
        if path.is_file()
    }


class TestTheLook:
    """Every file that settings or an option lead to must lie in its folder, each by itself."""

    @pytest.fixture(params=["settings", "option"])
    def templates(self, room: Path, request: pytest.FixtureRequest) -> tuple[str, ...]:
        (room / "mallar").mkdir()
        if request.param == "settings":
            look = "samverkan: 1\nkind: workspace\nlook: {templates: mallar}\n"
            (room / "samverkan.yaml").write_text(look, encoding="utf-8")
            return ()
        return ("--template-dir", "mallar")

    @pytest.mark.parametrize("name", ["style.css", "agreement.html.j2", "page.html.j2", "page.typ.j2", "egen.txt"])
    def test_a_template_that_is_a_link_out(
        self, run: Callable[..., Outcome], room: Path, templates: tuple[str, ...], name: str
    ) -> None:
        (room / "mallar" / name).symlink_to(room.parent / "hemlig.txt")
        if name == "egen.txt":
            text = '{% extends "default/agreement.html.j2" %}{% block head %}{% include "egen.txt" %}{% endblock %}'
            (room / "mallar" / "agreement.html.j2").write_text(text, encoding="utf-8")
        ended = run("render", "--format", "html,pdf", *templates, *DAY, cwd=room)
        if (name, templates) == ("page.typ.j2", ()):  # code for pages is never taken from a workspace
            assert ended.code == 0
            assert "används inte" in ended.err
        else:
            assert ended.code == 2
            assert f"Mallen {name}, rad 1: den ligger utanför mappen" in ended.err
        assert OUTSIDE not in ended.out + ended.err
        assert not any(OUTSIDE in content for content in everything(room / "build").values())

    @pytest.mark.parametrize("kind", ["pipe", "endless", "large", "reference.docx", "reference.odt"])
    def test_one_that_is_no_ordinary_file(
        self, run: Callable[..., Outcome], room: Path, templates: tuple[str, ...], kind: str
    ) -> None:
        path = room / "mallar" / ("style.css" if "." not in kind else kind)
        if kind == "pipe":
            os.mkfifo(path)
        elif kind == "large":
            path.write_bytes(b" " * 3_000_000)
        else:
            path.symlink_to("/dev/zero" if kind == "endless" else room.parent / "hemlig.txt")
        ended = run("render", "--format", "html", *templates, *DAY, cwd=room)
        assert ended.code == 2
        assert path.name in ended.err

    @pytest.mark.parametrize("key", ["logo", "word_template", "fonts"])
    @pytest.mark.parametrize("kind", ["out", "pipe", "endless"])
    def test_other_files(self, run: Callable[..., Outcome], room: Path, key: str, kind: str) -> None:
        (room / "mapp").mkdir()
        path = room / "mapp" / "fil.ttf"
        if kind == "pipe":
            os.mkfifo(path)
        else:
            path.symlink_to("/dev/zero" if kind == "endless" else room.parent / "hemlig.txt")
        value = "{folder: mapp}" if key == "fonts" else "mapp/fil.ttf"
        look = f"samverkan: 1\nkind: workspace\nlook: {{{key}: {value}}}\n"
        (room / "samverkan.yaml").write_text(look, encoding="utf-8")
        ended = run("render", "--format", "html", *DAY, cwd=room)
        assert ended.code == 2
        assert "fil.ttf" in ended.err
        assert not (room / "build").exists()

    def test_what_lies_in_the_workspace_may_be_linked_to(self, run: Callable[..., Outcome], room: Path) -> None:
        (room / "mallar").mkdir()
        (room / "gemensam.css").write_text("p { color: #123456 }", encoding="utf-8")
        (room / "mallar" / "style.css").symlink_to("../gemensam.css")
        (room / "typsnitt" / "djupt").mkdir(parents=True)
        font = next((Path(font_source_sans_pro.__file__).parent / "files").glob("*.ttf"), None)
        font = font or next((Path(font_source_sans_pro.__file__).parent / "files").iterdir())
        (room / "typsnitt" / "djupt" / font.name).write_bytes(font.read_bytes())
        look = "samverkan: 1\nkind: workspace\nlook: {templates: mallar, fonts: {folder: typsnitt}}\n"
        (room / "samverkan.yaml").write_text(look, encoding="utf-8")
        before = set(Path(tempfile.gettempdir()).glob("samverkan-*-*-*"))
        ended = run("render", "--format", "html,pdf", *DAY, cwd=room)
        assert ended.code == 0, ended.err
        assert "#123456" in (room / "build" / "avtal-2024.html").read_text(encoding="utf-8")
        left = set(Path(tempfile.gettempdir()).glob("samverkan-*-*-*")) - before
        assert not [path for path in left if _is_dead(int(path.name.split("-")[2]))]

    def test_a_name_of_the_organisation_that_cannot_be_read(self, run: Callable[..., Outcome], room: Path) -> None:
        for name in ("\udcff", "a\x1b[31m", "a\u202eb"):
            ended = run("render", "--format", "html", "--organisation", name, *DAY, cwd=room)
            assert ended.code == 2
            assert "har tecken som inte syns" in ended.err


def _is_dead(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    return False


class TestWhereFilesAreWritten:
    def test_a_usual_folder_that_leads_out_is_refused(self, run: Callable[..., Outcome], room: Path) -> None:
        outside = room.parent / "annat"
        outside.mkdir()
        (outside / "avtal-2024.html").write_text("någon annans", encoding="utf-8")
        (room / "build").symlink_to(outside)
        for command in (["render", "--format", "html"], ["render", "--check"], ["law", "--format", "pdf"]):
            ended = run(*command, *DAY, cwd=room)
            assert ended.code == 4, command
            assert "build är en länk till en annan plats" in ended.err
        assert everything(outside) == {"avtal-2024.html": "någon annans"}

    def test_one_that_the_user_names_is_used(self, run: Callable[..., Outcome], room: Path) -> None:
        (room.parent / "annat").mkdir()
        (room / "build").symlink_to(room.parent / "annat")
        assert run("render", "--format", "html", "--out", "build", *DAY, cwd=room).code == 0
        assert (room.parent / "annat" / "avtal-2024.html").exists()

    def test_a_usual_folder_may_be_a_link_within(self, run: Callable[..., Outcome], room: Path) -> None:
        (room / "färdigt").mkdir()
        (room / "build").symlink_to("färdigt")
        assert run("render", "--format", "html", *DAY, cwd=room).code == 0
        assert (room / "färdigt" / "avtal-2024.html").exists()

    def test_no_link_is_followed_to_a_file(self, run: Callable[..., Outcome], room: Path) -> None:
        (room / "build").mkdir()
        for name in ("avtal-2024.html", MANIFEST):
            (room / "build" / name).symlink_to(room.parent / "hemlig.txt")
        assert run("render", "--format", "html", *DAY, cwd=room).code == 4
        assert run("render", "--format", "html", "--force", *DAY, cwd=room).code == 0
        assert (room.parent / "hemlig.txt").read_text(encoding="utf-8") == OUTSIDE
        assert not (room / "build" / "avtal-2024.html").is_symlink()

    def test_what_was_not_made_here_is_left(self, run: Callable[..., Outcome], room: Path) -> None:
        (room / "build").mkdir()
        strangers = {"manifest.json": '{"version": "1", "files": {"avtal-2024.html": {}}}', "avtal-2024.html": "annan"}
        for name, text in strangers.items():
            (room / "build" / name).write_text(text, encoding="utf-8")
        ended = run("render", "--format", "html,md", *DAY, cwd=room)
        assert ended.code == 4
        assert "avtal-2024.html: Filen fanns redan" in ended.err
        found = everything(room / "build")
        assert {name: found[name] for name in strangers} == strangers
        assert set(found) == {*strangers, "avtal-2024.md", MANIFEST}

    def test_a_folder_made_under_the_old_name_of_the_manifest_is_known(
        self, run: Callable[..., Outcome], room: Path
    ) -> None:
        run("render", "--format", "html", *DAY, cwd=room)
        out = room / "build"
        (out / MANIFEST).rename(out / "manifest.json")
        before = (out / "manifest.json").read_bytes()
        (room / "a.yaml").write_text(SMALL.replace("Otrygga", "Mörka"), encoding="utf-8")
        assert run("render", "--format", "html", *DAY, cwd=room).code == 0
        assert (out / "manifest.json").read_bytes() == before
        assert (out / MANIFEST).exists()

    def test_the_name_of_a_file_is_shown_in_one_way_and_used_in_another(
        self, run: Callable[..., Outcome], room: Path
    ) -> None:
        place = room / "m\u200bapp\u202e\udcff"
        place.mkdir()
        (place / "b.yaml").write_text(SMALL.replace("avtal-2024", "avtal-b"), encoding="utf-8")
        (place / "avtal-b.md").write_text("det undertecknade", encoding="utf-8")
        ended = run("render", "--format", "md", "--out", str(place), str(place), *DAY, cwd=room)
        assert ended.code == 4
        assert (place / "avtal-b.md").read_text(encoding="utf-8") == "det undertecknade"
        made = run("new", "follow-up", "--of", "avtal-b", *DAY, cwd=room)
        assert made.code == 0, made.err
        assert len(list(place.glob("*.yaml"))) == 2
        assert [path.name for path in room.iterdir() if path.is_dir()] == [place.name]
        law = run("law", "--format", "html", *DAY, cwd=room)
        assert law.code == 1  # what one of the files holds cannot be read in full
        assert "%E2%80%8B" in law.out or "b.yaml" not in law.out
        run("render", str(place), "--format", "html", *DAY, cwd=room)
        entry = json.loads((room / "build" / MANIFEST).read_text(encoding="utf-8"))["files"]["avtal-b.html"]
        assert entry["source"].startswith("../m\u200bapp\u202e")

    def test_a_document_from_the_standard_input_has_no_source(self, run: Callable[..., Outcome], room: Path) -> None:
        assert run("render", "-", "--format", "html", *DAY, cwd=room, stdin=SMALL.encode()).code == 0
        entry = json.loads((room / "build" / MANIFEST).read_text(encoding="utf-8"))["files"]["avtal-2024.html"]
        assert entry["source"] == ""

    def test_two_runs_into_one_folder_both_enter_what_they_make(self, room: Path, kept: Path) -> None:
        for name in ("x", "y"):
            (room / name).mkdir()
            for i in range(3):
                text = SMALL.replace("avtal-2024", f"avtal-{name}{i}")
                (room / name / f"{i}.yaml").write_text(text, encoding="utf-8")
        command = [sys.executable, "-m", "samverkan", "render", "--format", "html,md", "--out", "ut", *DAY]
        environment = {**os.environ, "XDG_STATE_HOME": str(kept)}
        runs = [
            subprocess.Popen([*command, name], cwd=room, env=environment, stdout=subprocess.DEVNULL)
            for name in ("x", "y", "x")
        ]
        assert [process.wait(timeout=120) for process in runs] == [0, 0, 0]
        files = json.loads((room / "ut" / MANIFEST).read_text(encoding="utf-8"))["files"]
        assert len(files) == 12
        assert {path.name for path in (room / "ut").iterdir()} == {*files, MANIFEST}


def forged(out: Path, change: Callable[[dict[str, Any]], object]) -> None:
    said = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
    change(said)
    (out / MANIFEST).write_text(json.dumps(said), encoding="utf-8")


def test_what_is_not_installed_is_named_among_what_files_are_made_with(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(manifest, "_PROGRAMS", ("finns-inte-här",))
    assert "finns-inte-här –".encode() in manifest.made_with.__wrapped__()


class TestWhatAManifestSays:
    """It is believed only under the user's own seal."""

    @pytest.fixture
    def out(self, run: Callable[..., Outcome], room: Path) -> Path:
        assert run("render", "--format", "html,md", cwd=room).code == 0
        return room / "build"

    def tampered(self, out: Path) -> None:
        path = out / "avtal-2024.html"
        path.write_text(path.read_text(encoding="utf-8").replace("Exempelby", "Annanby"), encoding="utf-8")
        found = hashlib.sha256(path.read_bytes()).hexdigest()
        forged(out, lambda said: said["files"]["avtal-2024.html"].update(sha256=found))

    @pytest.mark.parametrize("seal", ["kept", "absent", "forged"])
    def test_a_changed_file_with_its_hash_put_into_it_is_not_up_to_date(
        self, run: Callable[..., Outcome], room: Path, out: Path, seal: str
    ) -> None:
        self.tampered(out)
        if seal != "kept":
            value = "0" * 64
            forged(out, lambda said: _seal(said, value if seal == "forged" else None))
        checked = run("render", "--format", "html,md", "--check", cwd=room)
        assert checked.code == 1
        assert "build/avtal-2024.html är inte aktuell" in checked.out
        assert "avtal-2024.md är" not in checked.out
        assert run("render", "--format", "html,md", cwd=room).out.startswith("build/avtal-2024.html\n1 fil skriven")
        assert "Annanby" not in (out / "avtal-2024.html").read_text(encoding="utf-8")
        assert run("render", "--format", "html,md", "--check", cwd=room).code == 0

    def test_what_another_user_made_is_up_to_date_if_it_is_the_same(
        self, run: Callable[..., Outcome], room: Path, out: Path, tmp_path: Path
    ) -> None:
        for around in ({"XDG_STATE_HOME": str(tmp_path / "annan")}, {"XDG_STATE_HOME": "", "HOME": ""}):
            before = everything(out)
            assert run("render", "--format", "html,md", "--check", cwd=room, **around).code == 0
            assert everything(out) == before, "--check writes nothing"
            ended = run("render", "--format", "html,md", cwd=room, **around)
            assert ended.out == "0 filer skrivna i build.\n2 filer var redan aktuella.\n"
        assert (tmp_path / "annan" / "samverkan" / "key").stat().st_mode & 0o777 == 0o600

    def test_one_file_that_is_made_anew_seals_no_other(
        self, run: Callable[..., Outcome], room: Path, out: Path
    ) -> None:
        self.tampered(out)
        assert run("render", "--format", "md", "--force", cwd=room).code == 0
        assert run("render", "--format", "html", "--check", cwd=room).code == 1

    def test_names_that_none_of_our_files_has(self, run: Callable[..., Outcome], room: Path, out: Path) -> None:
        names = [
            "\ud800.md",
            "x" * 5000 + ".md",
            "../../../etc/passwd",
            "../hemlig.txt",
            "../a.md",
            "a\x1b.md",
            "a/b.md",
        ]
        (room / "a.md").write_text("", encoding="utf-8")
        entry = {"source": "finns-inte.yaml", "sha256": hashlib.sha256(b"").hexdigest(), "inputs": "x"}
        forged(out, lambda said: said["files"].update(dict.fromkeys([*names, "", "."], entry)))
        ended = run("render", "--format", "html,md", "--force", *DAY, cwd=room)
        assert (ended.code, ended.err) == (0, "")
        files = json.loads((out / MANIFEST).read_text(encoding="utf-8"))["files"]
        assert set(files) == {"avtal-2024.html", "avtal-2024.md"}

    def test_no_advice_to_delete_what_this_user_did_not_make(
        self, run: Callable[..., Outcome], room: Path, out: Path
    ) -> None:
        (out / "min.md").write_text("min", encoding="utf-8")
        entry = {"source": "../borta.yaml", "sha256": hashlib.sha256(b"min").hexdigest(), "inputs": "x"}
        forged(out, lambda said: said["files"].update({"min.md": entry}))
        assert "min.md" not in run("render", "--format", "html,md", cwd=room).err

    @pytest.mark.parametrize("place", ["files", "last_run", "version", "samverkan", "entry", "value"])
    @pytest.mark.parametrize("wrong", [None, [], {}, 3, "x", [[]], {"x": None}, {"seal": "x", "files": 3}, "\ud800"])
    def test_any_shape_is_read_as_nothing_that_is_known(self, tmp_path: Path, place: str, wrong: Any) -> None:
        entry = {"inputs": "x", "sha256": "y", "source": "../a.yaml"}
        said: dict[str, Any] = {"version": "1", "samverkan": "1", "files": {"a.md": entry}, "last_run": {}}
        if place == "entry":
            said["files"]["a.md"] = wrong
        elif place == "value":
            entry["source"] = wrong
        else:
            said[place] = wrong
        (tmp_path / MANIFEST).write_text(json.dumps(said), encoding="utf-8")
        found = Manifest.read(tmp_path)
        assert not found.last_run
        assert not found.note(Run("a", "b", (tmp_path / "bort",)), [])
        assert found.gone(set()) == []
        assert not found.is_current("a.md", "x")
        found.changed.add("b.md")
        found.end()

    @pytest.mark.parametrize(
        ("name", "kind"),
        [
            *((MANIFEST, kind) for kind in ("pipe", "endless", "folder", "ring", "huge", "deep")),
            *(("avtal-2024.html", kind) for kind in ("pipe", "endless", "huge")),
            *(("manifest.json", kind) for kind in ("pipe", "endless")),
        ],
    )
    def test_whatever_stands_in_the_place_of_a_file_the_run_comes_to_an_end(
        self, run: Callable[..., Outcome], room: Path, name: str, kind: str
    ) -> None:
        path = room / "build" / name
        path.parent.mkdir()
        match kind:
            case "pipe":
                os.mkfifo(path)
            case "endless" | "ring":
                path.symlink_to("/dev/zero" if kind == "endless" else name)
            case "folder":
                path.mkdir()
            case "huge":
                with path.open("wb") as file:
                    file.truncate(30_000_000_000)
            case "deep":
                path.write_bytes(b"[" * 100_000)
        for more in ((), ("--check",)):
            ended = run("render", "--format", "html", *more, *DAY, cwd=room)
            assert ended.code in {0, 1, 4}, ended.err
            assert ended.err.count("\n") <= 2
        if name != MANIFEST:
            assert path.is_symlink() or path.exists()


def _seal(said: dict[str, Any], value: str | None) -> None:
    for one in (said["last_run"], *said["files"].values()):
        one.pop("seal", None)
        if value:
            one["seal"] = value


class TestWhatAKilledRunLeaves:
    def test_is_taken_away_by_the_next(self, tmp_path: Path) -> None:
        with subprocess.Popen([sys.executable, "-c", ""]) as process:
            pass
        own, dead = own_prefix(), own_prefix().replace(f"-{os.getpid()}-", f"-{process.pid}-")
        other = "samverkan-00000000-" + dead.split("-", 2)[2]
        kept = {f".{own}ab.tmp", f".{other}ab.tmp", ".samverkan-x.tmp", "samverkan-min.yaml", f"{dead[:-1]}.tmp", "mål"}
        (tmp_path / "mål").mkdir()
        (tmp_path / "mål" / "viktigt").write_text("", encoding="utf-8")
        for name in (*kept - {"mål"}, f".{dead}ab.tmp"):
            (tmp_path / name).write_text("", encoding="utf-8")
        (tmp_path / f"{dead}mapp" / "inre").mkdir(parents=True)
        (tmp_path / f"{dead}länk").symlink_to("mål")
        write_whole(tmp_path / "a.md", b"")
        assert {path.name for path in tmp_path.iterdir()} == {*kept, "a.md"}
        assert (tmp_path / "mål" / "viktigt").exists()
        sweep(tmp_path / "finns-inte")

    def test_a_file_is_the_old_one_or_the_new_one_and_known_as_ours(self, room: Path, kept: Path) -> None:
        """Killed at some moment, over and over, until a run comes to its end."""
        command = [sys.executable, "-m", "samverkan", "render", "--format", "html,md", *DAY]
        environment = {**os.environ, "XDG_STATE_HOME": str(kept)}
        for i in range(6):
            (room / f"{i}.yaml").write_text(SMALL.replace("avtal-2024", f"avtal-{i}"), encoding="utf-8")
        killed = 0
        for rest in (0.0, 0.02, 0.05, 0.1):
            process = subprocess.Popen(command, cwd=room, env=environment, stdout=subprocess.PIPE)
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(rest)
            process.send_signal(signal.SIGKILL)
            process.stdout.close()
            killed += process.wait() == -signal.SIGKILL
            for path in (room / "build").glob("avtal-*"):
                assert path.read_bytes().endswith(b"\n") or path.suffix == ".html"
            (room / "a.yaml").write_text(SMALL.replace("Otrygga", f"Otrygga {rest}"), encoding="utf-8")
        assert killed
        done = subprocess.run(command, cwd=room, env=environment, capture_output=True, check=False, timeout=120)
        assert done.returncode == 0, done.stderr.decode()
        assert not [path for path in (room / "build").iterdir() if path.suffix == ".tmp"]
        assert len(list((room / "build").glob("avtal-*"))) == 14

    def test_files_that_cannot_be_laid_out_are_told(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
        with pytest.raises(ReadWriteError), temporary_folder({"a": b"", "a/b": b""}):
            pass
        assert list(tmp_path.iterdir()) == []
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "borta"))
        with pytest.raises(ReadWriteError), temporary_folder({"a": b""}):
            pass


WRONG: list[Any] = [None, [], [[]], ["x", {}], {}, {"x": []}, {"x": {"x": "x"}}, "", "x", "~", "9" * 400, {"": ""}]
SETTING_KEYS = [
    *((key,) for key in Settings.model_fields),
    *(("look", key) for key in LookSettings.model_fields),
    *(("look", "fonts", key) for key in FontSettings.model_fields),
    *(("rules", key) for key in ("all", "ends-before-start", "unknown-key", "x", "")),
]


@pytest.mark.parametrize("keys", SETTING_KEYS, ids="/".join)
def test_settings_of_any_shape_are_read_or_told_with_their_place(tmp_path: Path, keys: tuple[str, ...]) -> None:
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    for value in WRONG:
        said: dict[str, Any] = {"samverkan": "1", "kind": "workspace"}
        inner = said
        for key in keys[:-1]:
            inner = inner.setdefault(key, {})
        inner[keys[-1]] = value
        (tmp_path / "samverkan.yaml").write_text(written(said), encoding="utf-8")
        with suppress(WrongUseError):
            check([str(tmp_path)], date(2024, 6, 1))


@pytest.mark.parametrize("value", WRONG, ids=repr)
def test_settings_that_are_no_mapping(tmp_path: Path, value: Any) -> None:
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "samverkan.yaml").write_text(written(value), encoding="utf-8")
    with pytest.raises(WrongUseError, match=r"samverkan\.yaml"):
        check([str(tmp_path)], date(2024, 6, 1))


@pytest.mark.parametrize("command", ["validate", "show", "followup"])
def test_a_width_that_is_no_number_is_none(run: Callable[..., Outcome], room: Path, command: str) -> None:
    for value in ("²", "٣", "-5"):
        ended = run(command, *(() if command == "rules" else DAY), cwd=room, COLUMNS=value, LINES=value)
        assert ended.code in {0, 1}, ended.err


@pytest.mark.parametrize("value", ["²", "x", "-1", "9" * 5000])
def test_a_moment_that_is_no_number_is_told(run: Callable[..., Outcome], room: Path, value: str) -> None:
    ended = run("followup", cwd=room, SOURCE_DATE_EPOCH=value)
    assert ended.code == 2
    assert "SOURCE_DATE_EPOCH" in ended.err
    assert run("followup", *DAY, cwd=room, SOURCE_DATE_EPOCH=value).code == 0
