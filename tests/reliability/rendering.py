"""Templates and finished files: what templates may do, what texts become, and where files are written."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
import zipfile
from typing import TYPE_CHECKING

from tests.conftest import SMALL
from tests.reliability.case import DAY, RENDER, Case
from tests.reliability.files import WITHOUT_RIGHTS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

MINE = f"{RENDER} --template-dir mallar"
TEMPLATE = "mallar/agreement.html.j2"
HTML = "build/avtal-2024.html"
MARKDOWN = "build/avtal-2024.md"
OLD = "gammalt"
INTERRUPTED = """\
import signal, subprocess, sys, time
for wait in (0.05, 0.15, 0.3, 0.45, 0.6, 0.8):
    run = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    time.sleep(wait)
    run.send_signal(signal.SIGINT)
    told = run.communicate()[1]
    has_begun = b"frozen" not in told or b"samverkan" in told
    assert not has_begun or run.returncode in (0, 130, -2) and b"Traceback" not in told, (run.returncode, told)
"""
"""Interrupts a program sooner and later; what Python says before it runs anything of ours is not ours to say."""


def mine(name: str, text: str, *said: str, code: int = 2, unsaid: tuple[str, ...] = ()) -> Case:
    """Make the case of a template of one's own."""
    return Case(
        name,
        code,
        ("agreement.html.j2", *said) if code else said,
        (*unsaid, "root:x:"),
        {"a.yaml": SMALL, TEMPLATE: text},
        MINE,
        environment={"SAMVERKAN_CONVERTER_SECONDS": "2"},
        after=nothing_made if code else None,
    )


def titled(text: str) -> dict[str, str]:
    """Give the small agreement with another title."""
    return {"a.yaml": SMALL.replace("Samverkansöverenskommelse för Exempelby", json.dumps(text, ensure_ascii=False))}


def nothing_made(folder: Path, _: Outcome) -> None:
    assert not list((folder / "build").glob("avtal*")), "a file is made"
    assert not list(folder.rglob("*.tmp")), "something half is left"


def shown_as_text(folder: Path, _: Outcome) -> None:
    page = (folder / HTML).read_text(encoding="utf-8")
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page
    assert "{{ 7*7 }} {% x %}" in page.replace("&#123;", "{").replace("&#125;", "}")
    with zipfile.ZipFile(folder / "build" / "avtal-2024.docx") as file:
        text = "".join(ET.fromstring(file.read("word/document.xml")).itertext())  # noqa: S314 - our own file
    assert '<script>alert(1)</script> & " ]]>' in text


def table_intact(folder: Path, _: Outcome) -> None:
    page = (folder / MARKDOWN).read_text(encoding="utf-8")
    assert "\n# x" not in page.split("\n", 3)[-1]
    assert "](javascript:" not in page.replace("\\", "\\\\") or "\\](" in page
    rows = [line for line in page.splitlines() if line.startswith("|")]
    assert all(line.rstrip().endswith("|") for line in rows)


def opens(folder: Path, _: Outcome) -> None:
    with zipfile.ZipFile(folder / "build" / "avtal-2024.docx") as file:
        assert file.testzip() is None
        ET.fromstring(file.read("word/document.xml"))  # noqa: S314 - our own file


def link_out(folder: Path) -> None:
    (folder / "mallar").mkdir()
    (folder / TEMPLATE).symlink_to("/etc/passwd")


def out_is_a_link(folder: Path) -> None:
    (folder.parent / "ute").mkdir()
    (folder / "build").symlink_to(folder.parent / "ute")


def out_is_a_file(folder: Path) -> None:
    (folder / "build").write_text(OLD, encoding="utf-8")


def somebody_elses(folder: Path) -> None:
    (folder / "build").mkdir()
    (folder / HTML).write_text(OLD, encoding="utf-8")


def still_theirs(folder: Path, _: Outcome) -> None:
    assert (folder / HTML).read_text(encoding="utf-8") == OLD


def html_alone(folder: Path, _: Outcome) -> None:
    is_whole(folder, _)
    made = {path.name for path in (folder / "build").iterdir() if not path.name.startswith(".samverkan")}
    assert made == {"avtal-2024.html"}, made


def is_whole(folder: Path, _: Outcome) -> None:
    for path in (folder / "build").glob("avtal*.html"):
        assert path.read_text(encoding="utf-8").rstrip().endswith("</html>"), "half a file"


def pandoc_that(does: str) -> Callable[[Path], None]:
    """Lay a program into the folder that is run as pandoc."""

    def lay(folder: Path) -> None:
        fake = folder / "pandoc"
        fake.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
        fake.chmod(0o755)

    return lay


def closed_build(folder: Path) -> None:
    (folder / "build").mkdir(mode=0o555)


def only_beside(folder: Path, _: Outcome) -> None:
    assert sorted(path.name for path in folder.iterdir()) == ["a.yaml"]
    assert (folder.parent / "ute" / "avtal-2024.html").is_file()


def source_as_it_was(folder: Path, _: Outcome) -> None:
    assert (folder / "a.yaml").read_text(encoding="utf-8") == SMALL
    assert (folder / "avtal-2024.html").is_file()


CASES = [
    *(
        mine(f"D49-way-out-{number}", f"{{{{ title }}}}\n{{{{ {text} }}}}", "rad 2")
        for number, text in enumerate(
            (
                "''.__class__.__mro__",
                "cycler.__init__.__globals__",
                "self._TemplateReference__context",
                "'{0.__class__}'.format(title)",
                "title|attr('__class__')",
            )
        )
    ),
    mine("D50-no-end", "a\n{% for i in range(10**9) %}x{% endfor %}", "rad 2"),
    mine("D50-calls-itself", "\n{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", "anropar sig själv"),
    mine("D50-a-gigabyte", "a\n{{ 'x' * 10**9 }}", "rad 2"),
    mine("D51-path-out", "a\n{% include '../../etc/passwd' %}", "rad 2"),
    mine("D51-whole-path", "a\n{% include '/etc/passwd' %}", "rad 2"),
    mine("D51-name-with-a-line-break", "a\n{% include 'a\nb' %}"),
    Case("D51-link-out", 2, ("agreement.html.j2",), ("root:x:",), command=MINE, prepare=link_out, after=nothing_made),
    mine("D52-variable-that-is-not-there", "a\n{{ finns_inte }}", "rad 2", "finns_inte"),
    mine("D52-syntax", "a\n{% if %}", "rad 2"),
    mine("D52-empty", "", "skriver ingenting"),
    Case(
        "D52-not-utf-8",
        2,
        ("agreement.html.j2",),
        files={"a.yaml": SMALL, TEMPLATE: b"\xff\xfe"},
        command=MINE,
        after=nothing_made,
    ),
    Case(
        "D53-markup-in-texts",
        0,
        files=titled('<script>alert(1)</script> & " ]]> {{ 7*7 }} {% x %} javascript:x'),
        command=f"render --today {DAY} --format html,docx",
        after=shown_as_text,
    ),
    Case(
        "D54-markdown-in-texts",
        0,
        files={"a.yaml": SMALL.replace("Otrygga platser", '"1. a | b ](javascript:x) ```\\n\\n# x"')},
        command=RENDER,
        after=table_intact,
    ),
    Case(
        "D55-letters-of-all-sorts",
        0,
        files=titled("🙂 עברית " + "å" * 300),
        command=f"render --today {DAY} --format docx",
        after=opens,
    ),
    Case(
        "D55-characters-that-xml-has-no-room-for",
        1,
        ("[control-character]", "U+000B", "<U+FFFE>"),
        files={"a.yaml": SMALL.replace("Otrygga", "a\x0bb\ufffec")},
    ),
    Case("D56-out-above", 4, ("build",), command=RENDER, prepare=out_is_a_link),
    Case("D56-out-is-a-file", 4, ("build",), command=RENDER, prepare=out_is_a_file),
    Case(
        "D56-somebody-elses-file", 4, ("avtal-2024.html",), command=RENDER, prepare=somebody_elses, after=still_theirs
    ),
    Case("D56-out-beside", 0, command=f"{RENDER} --out ../ute", after=only_beside),
    Case("D56-out-is-no-place", 4, ("/proc/ute",), command=f"{RENDER} --out /proc/ute"),
    Case("D56-out-may-not-be-written", 4, ("build",), command=RENDER, script=WITHOUT_RIGHTS, prepare=closed_build),
    Case(
        "D56-out-is-where-the-source-lies",
        0,
        command=f"{RENDER} --out .",
        script='"$@" && exec "$@"',
        after=source_as_it_was,
    ),
    Case(
        "D56-same-name-from-two",
        1,
        ("avtal-2024", "a.yaml, b/a.yaml"),
        files={"a.yaml": SMALL, "b/a.yaml": SMALL},
        command=RENDER,
    ),
    Case(
        "D57-killed-at-any-time",
        0,
        command=f"{RENDER} --force",
        script='for i in 2 4 6; do "$@" >/dev/null 2>&1 & p=$!; sleep 0.$i; kill -9 $p 2>/dev/null; wait $p; done;'
        ' "$@" && test -z "$(find . -name \'*.tmp\')"',
        after=is_whole,
    ),
    Case(
        "D57-interrupted-at-any-time",
        0,
        command=f"{RENDER} --force",
        script=f'"$1" -c \'{INTERRUPTED}\' "$@" && "$@" && test -z "$(find . -name \'*.tmp\')"',
        after=is_whole,
    ),
    Case(
        "D57-no-room",
        4,
        command=RENDER,
        script='unset COVERAGE_PROCESS_CONFIG; ulimit -f 1; exec "$@"',  # nor is there room for what is counted
        after=is_whole,
    ),
    *(
        Case(
            f"D58-backend-that-{name}",
            4,
            ("build/avtal-2024.docx", "build/avtal-2024.html"),
            command=f"render --today {DAY} --format html,docx",
            environment={"PYPANDOC_PANDOC": "./pandoc", "SAMVERKAN_CONVERTER_SECONDS": "5"},
            prepare=pandoc_that(does),
            after=html_alone,
        )
        for name, does in (
            ("prints-junk", "echo junk; exit 1"),
            ("prints-junk-and-is-content", "echo junk"),
            ("prints-what-is-almost-right", "printf 'PK\\003\\004junk'"),
            ("says-nothing", "exit 0"),
            ("returns-1", "exit 1"),
            ("hangs", "exec sleep 100"),
            ("hangs-with-its-children", "sleep 100 & sleep 100"),
            ("is-killed", "kill -9 $$"),
            ("breaks-by-a-signal", "kill -SEGV $$"),
            ("prints-without-end", "exec cat /dev/zero"),
        )
    ),
    Case(
        "D58-backend-that-is-not-there",
        4,
        ("samverkan[documents]", "build/avtal-2024.html"),
        command=f"render --today {DAY} --format html,docx",
        environment={"PYPANDOC_PANDOC": "./pandoc"},
        after=html_alone,
    ),
    Case(
        "D59-same-bytes-again",
        0,
        command=f"{RENDER},docx,odt,pdf --force --quiet",
        script='"$@" --out ett && mkdir -p ../annan/mapp && cp a.yaml ../annan/mapp && (cd ../annan/mapp && '
        'TZ=Pacific/Kiritimati PYTHONHASHSEED=7 LANG=C HOME=/dev/null "$@" --today 2024-06-02 --out två) && '
        "mv ../annan/mapp/två . "
        "&& rm -f */.samverkan* && diff -r ett två && test $(ls ett | wc -l) = 5",
    ),
    Case(
        "D60-finished-file-that-is-changed",
        1,
        ("Trygga", "Otrygga"),
        ("PDF",),
        command="verify avtal.docx",
        script=f'"$1" -m samverkan render --today {DAY} --format docx --quiet --lang sv || exit 9;'
        " \"$1\" -c \"import zipfile as z; a = z.ZipFile('build/avtal-2024.docx'); b = z.ZipFile('avtal.docx', 'w');"
        " [b.writestr(i, a.read(i).replace(b'Otrygga', b'Trygga')) for i in a.namelist()]\" || exit 9;"
        ' exec "$@"',
    ),
]
