"""The storeys of the house: a file imports only from its own folder and from storeys below.

`python -m tests.test_architecture` prints the table that CONTRIBUTING.md shows.
"""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

SOURCE = ROOT / "src" / "samverkan"
# From the ground up: what stands on each storey, and what it is for.
STOREYS: tuple[dict[str, str], ...] = (
    {"personal": "identity numbers, found and hidden"},
    {
        "words": "every sentence in Swedish and English",
        "escape": "making text safe to print",
        "characters": "what word processors put in the place of plain characters",
        "municipalities": "their codes and names",
        "resources": "the files that come with the package",
        "docstrings": "what the source says of its own parts",
    },
    {
        "errors": "how a run can fail",
        "findings": "what is told of a document",
        "guess": "did you mean",
        "differing": "what two texts have in common",
    },
    {"told": "what a check tells, without the documents"},
    {"source": "files, YAML to plain data, positions, ignores, whole writes"},
    {"spreadsheets": "workbooks and delimited text of other programs, there and back, without trusting them"},
    {"model": "what documents are: one file per kind, dates, choices, JSON Schema"},
    {"workspace": "the documents of a workspace, and who refers to whom"},
    {
        "reviews": "what follow-ups state, which of them count, what has become of goals and commitments",
        "gather": "paths to workspaces",
    },
    {"law": "what the act asks of a municipality, and when"},
    {
        "rules": "what is wrong beyond structure",
        "duties": "what is due, when, for whom and why",
        "thread": "the golden thread",
        "comparing": "what differs between two versions of a document, by meaning",
    },
    {"catalogue": "every finding's name, explained", "changed": "which findings are on lines that have changed"},
    {
        "check": "paths to findings",
        "formatting": "files to their canonical form",
        "mending": "files with slips to files without",
        "render": "documents to finished files",
    },
    {"told_json": "what a check tells as plain data"},
    {"kept": "what checks told, from run to run", "processes": "processes side by side"},
    {"large": "a large workspace, by groups of documents that have to do with each other"},
    {
        "engine": "workspaces checked in processes side by side, and not those that are known",
        "baseline": "findings that are known already, and what a finding is known by",
    },
    {
        "drafts": "YAML files written for the author",
        "output": "findings, rules, thread, duties and comparisons as text, JSON, CSV, calendar, Markdown and web page",
    },
    {
        "preview": "finished pages served on this machine while documents are written",
        "signing": "signatures in finished PDFs",
        "editable": "documents as Word files to write in, and back",
        "export": "the same rows of one municipality or of two hundred, for spreadsheets and programs",
        "collecting": "forms for those who answer, and their answers put into one follow-up",
        "importing": "figures of others into a situation picture, and old documents as drafts",
        "lsp": "what an editor asks while one writes",
    },
    {"cli": "one file per command; the only place that reads the arguments, the clock and the environment"},
    {"__main__": "the program's start"},
)
# Which neighbours the rooms of a storey know; a room that is not named may know all of them.
ROOMS: dict[str, dict[str, set[str]]] = {
    "render": {
        "engines": set(),
        "class_names": set(),
        "made_once": set(),
        "drawing": {"engines"},
        "context": {"drawing"},
        "formats": {
            *("class_names", "context", "drawing", "engines"),
            *("letterhead", "logo", "look", "made_once", "office_template", "tones"),
        },
        "run": {"context", "engines", "formats", "look", "rendering"},
    },
    "output": {
        "columns": set(),
        "terminal": {"columns"},
        "json_v1": {"place"},
        "place": set(),
        "progress_bar": set(),
        "standard_output": set(),
        "web_page": set(),
        **{
            room: {"columns", "json_v1", "place", "standard_output", "terminal", "web_page"}
            for room in ("comparison", "findings", "law", "rules", "thread")
        },
        "duties": {"columns", "findings", "json_v1", "place", "standard_output", "terminal", "web_page"},
    },
}
# The storey that alone knows a library.
WALLS = {
    "_ruamel_yaml": "source",
    "font_source_sans_pro": "render",
    "font_source_serif_pro": "render",
    "asn1crypto": "signing",
    "fontTools": "signing",
    "icalendar": "output",
    "jinja2": "render",
    "lsprotocol": "lsp",
    "markdown_it": "render",
    "markupsafe": "render",
    "openpyxl": "spreadsheets",
    "pyarrow": "export",
    "pydantic": "model",
    "pydantic_core": "model",
    "pyhanko": "signing",
    "pyhanko_certvalidator": "signing",
    "pygls": "lsp",
    "pypandoc": "render",
    "pypdf": "render",
    "questionary": "cli",
    "rich": "output",
    "starlette": "preview",
    "ruamel": "source",
    "typer": "cli",
    "typst": "render",
    "uvicorn": "preview",
    "watchfiles": "preview",
}
FILES = sorted(SOURCE.rglob("*.py"))
LONGEST = 40
MOST_QUESTIONS = 12
QUESTIONS = (ast.If, ast.IfExp, ast.For, ast.AsyncFor, ast.While, ast.Assert, ast.ExceptHandler, ast.match_case)

WRITTEN_NAMES = (ast.Constant, ast.JoinedStr)


def part_of(path: Path) -> str:
    return path.relative_to(SOURCE).with_suffix("").parts[0]


def imports_of(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == "import_module":
            named = ast.unparse(node.args[0])
            found |= {named.removeprefix("f").strip("'\"")} if isinstance(node.args[0], WRITTEN_NAMES) else set()
    return found


def neighbours_of(path: Path) -> set[tuple[str, str]]:
    """Return what a file imports from the program, as storey's part and the room inside it."""
    inside = [name.split(".")[1:] for name in imports_of(path) if name.startswith("samverkan.")]
    return {(names[0], names[1] if len(names) > 1 else "") for names in inside if names[0] != "__version__"}


def storey(part: str) -> int:
    found = [i for i, parts in enumerate(STOREYS) if part in parts]
    assert found, f"{part} stands on no storey: name it in STOREYS, and say what it is for"
    return found[0]


def table() -> str:
    """Return the storeys as a Markdown table, from the roof down."""
    lines = ["| storey | what it does |", "| --- | --- |"]
    for parts in reversed(STOREYS[:-1]):
        names = [f"`{name}/`" if (SOURCE / name).is_dir() else f"`{name}.py`" for name in parts]
        lines.append(f"| {' · '.join(names)} | {' · '.join(parts.values())} |")
    return "\n".join(lines) + "\n"


def test_a_module_that_is_imported_by_its_name_is_an_import_too(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(
        "import_module(f'samverkan.model.{kind}')\nimport importlib as i\ni.import_module('x.y')"
    )
    assert neighbours_of(tmp_path / "a.py") == {("model", "{kind}")}
    assert "x.y" in imports_of(tmp_path / "a.py")


def test_imports_go_downwards() -> None:
    parts = {(part_of(path), part) for path in FILES for part, _ in neighbours_of(path)}
    assert [f"{own} imports {part}" for own, part in sorted(parts) if own != part and storey(part) >= storey(own)] == []


def test_rooms_know_only_the_neighbours_they_need() -> None:
    for path in FILES:
        own, room, *_ = (*path.relative_to(SOURCE).with_suffix("").parts, "")
        found = {inside for part, inside in neighbours_of(path) if part == own} - {room}
        assert found <= ROOMS.get(own, {}).get(room, found), path


def test_libraries_stay_behind_their_walls() -> None:
    for path in FILES:
        libraries = {name.partition(".")[0] for name in imports_of(path)} - sys.stdlib_module_names - {"samverkan"}
        assert libraries <= set(WALLS), "a new library has its line in WALLS"
        assert {WALLS[library] for library in libraries} <= {part_of(path)}, path


def functions_of(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return [node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def questions_in(function: ast.AST) -> int:
    """Count the ways through a function, those of the functions inside it and of its decorators too.

    One, and one more for each condition, loop, handler, case of a match, `and` and `or`, and each `for` and `if` of a
    comprehension.
    """
    ways = 1
    for node in ast.walk(function):
        if isinstance(node, ast.BoolOp):
            ways += len(node.values) - 1
        elif isinstance(node, ast.comprehension):
            ways += 1 + len(node.ifs)
        else:
            ways += isinstance(node, QUESTIONS)
    return ways


def test_functions_are_short() -> None:
    lengths = {}
    for path in FILES:
        for function in functions_of(path):
            first = function.body[bool(ast.get_docstring(function)) :]
            lengths[f"{path.name} {function.name}"] = (function.end_lineno or 0) - first[0].lineno + 1 if first else 0
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_functions_ask_few_questions() -> None:
    counts = [(path, function, questions_in(function)) for path in FILES for function in functions_of(path)]
    too_many = {
        f"{path.relative_to(SOURCE).as_posix()} {function.name}": count
        for path, function, count in counts
        if count > MOST_QUESTIONS
    }
    assert too_many == {}, "find what a part of the function decides, and let that have a name of its own"


@pytest.mark.parametrize(
    ("written", "count"),
    [
        ("def f(): return 1", 1),
        ("def f():\n if a and b or c: ...\n elif d: ...\n else: ...", 5),
        ("def f():\n for x in y:\n  while x: ...\n return 1 if x else 2", 4),
        ("def f(): return [x for y in z if y if x for x in y]", 5),
        ("def f():\n try: ...\n except A: ...\n except B: ...", 3),
        ("def f():\n match x:\n  case 1: ...\n  case _: ...", 3),
        ("def f():\n def g(): return x or y\n return g", 2),
        ("async def f():\n async for x in y: ...", 2),
    ],
)
def test_every_question_is_counted(written: str, count: int) -> None:
    assert questions_in(ast.parse(written).body[0]) == count


def test_contributing_shows_the_storeys() -> None:
    assert table() in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), (
        "python -m tests.test_architecture prints it"
    )


def test_validate_never_loads_what_render_needs() -> None:
    heavy = {"jinja2", "markdown_it", "typst", "pypandoc"}
    reached, waiting = set[str](), [SOURCE / "check.py", SOURCE / "output" / "findings" / "text.py"]
    while waiting:
        for name in imports_of(waiting.pop()):
            module = SOURCE.parent / Path(*name.split("."))
            for candidate in (module.with_suffix(".py"), module.parent.with_suffix(".py"), module / "__init__.py"):
                if candidate.is_file() and str(candidate) not in reached:
                    reached.add(str(candidate))
                    waiting.append(candidate)
            assert name.split(".")[0] not in heavy


# What differs from one moment, computer and folder to another.
SURROUNDINGS = {
    *(("os", name) for name in ("environ", "environb", "getenv", "getenvb", "getcwd", "getcwdb")),
    *(("datetime", name) for name in ("now", "today", "utcnow")),
    *(("time", name) for name in ("time", "time_ns", "localtime", "gmtime", "ctime")),
    ("date", "today"),
    ("Path", "cwd"),
}


def surroundings_in(path: Path) -> set[tuple[str, str]]:
    """Find where a file asks for the clock, the environment or the current folder, however it is imported."""
    found: set[tuple[str, str]] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            found |= {(node.module or "", alias.name) for alias in node.names}
        elif isinstance(node, ast.Attribute):
            found.add((ast.unparse(node.value).removesuffix("()").rpartition(".")[2], node.attr))
    return found & SURROUNDINGS


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_only_the_session_reads_what_is_around(path: Path) -> None:
    own = path.relative_to(SOURCE).as_posix()
    assert bool(surroundings_in(path)) == (own == "cli/session.py"), surroundings_in(path)


@pytest.mark.parametrize(
    "written",
    [
        *("import os\nos.environ['X']", "import os as o\nfrom os import getenv", "import time\ntime.time()"),
        *("from datetime import date\ndate.today()", "import datetime\ndatetime.datetime.now()"),
        *("from pathlib import Path\nPath.cwd()", "import pathlib\npathlib.Path().cwd()"),
    ],
)
def test_every_way_to_read_what_is_around_is_seen(written: str, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(written, encoding="utf-8")
    assert surroundings_in(tmp_path / "a.py")


# What opens, lists, makes, moves or takes away files and folders, as methods of paths or functions of modules.
TOUCHES_FILES = {
    *("open", "fdopen", "read_text", "read_bytes", "write_text", "write_bytes", "touch", "mkdir", "makedirs", "unlink"),
    *(
        "rename",
        "rmdir",
        "symlink_to",
        "hardlink_to",
        "chmod",
        "iterdir",
        "glob",
        "rglob",
        "walk",
        "scandir",
        "listdir",
    ),
    *("rmtree", "copyfile", "copytree", "copy2", "mkdtemp", "mkstemp", "TemporaryDirectory", "NamedTemporaryFile"),
}
# Names that mean something else of other things than modules.
OF_MODULES = {("os", "replace"), ("os", "remove"), ("shutil", "copy"), ("shutil", "move"), ("io", "FileIO")}
# Outside `source/`: what is opened there is the program's own.
OWN_FILES = {
    "resources.py": {"iterdir", "read_bytes"},  # the files of the package
    "municipalities.py": {"read_text"},  # likewise, on the same storey
    "render/office_template.py": {"open"},  # a part of an archive that has been read already
    "docstrings.py": {"walk"},  # a syntax tree's
    "cli/streams.py": {"open"},  # the null device, in the place of a stream that nobody reads or writes
}


def touching_files(path: Path) -> set[str]:
    """Find what a file does with files: the names of the functions and methods that it uses for it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    in_memory = {
        ast.unparse(node.targets[0])
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and ast.unparse(node.value).startswith("io.BytesIO(")
    }
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module in {"os", "io", "shutil", "tempfile", "glob", "codecs"}:
            found |= {alias.name for alias in node.names if node.module != "io" or alias.name != "BytesIO"}
        elif isinstance(node, ast.Attribute):
            of_module = (ast.unparse(node.value), node.attr) in OF_MODULES
            found |= {node.attr} if node.attr in TOUCHES_FILES or of_module else set()
        elif isinstance(node, ast.Name):
            found |= {node.id} & {"open"}
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("ZipFile"):
            packed = ast.unparse(node.args[0])
            found |= set() if packed in in_memory or packed.startswith("io.BytesIO(") else {"ZipFile"}
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_only_the_source_room_touches_files(path: Path) -> None:
    own = path.relative_to(SOURCE).as_posix()
    if not own.startswith("source/"):
        assert touching_files(path) == OWN_FILES.get(own, set())


def test_one_function_opens_files_to_read_and_two_to_write() -> None:
    opening = {"open", "fdopen", "read_text", "read_bytes", "write_text", "write_bytes", "touch", "mkstemp", "mkdtemp"}
    found = {path.name: touching_files(path) & opening for path in FILES if path.parent.name == "source"}
    assert {name: used for name, used in found.items() if used} == {
        "opening.py": {"open"},
        "writing.py": {"open", "fdopen", "touch", "mkstemp"},
        "temporary.py": {"mkdtemp", "write_bytes"},
    }


@pytest.mark.parametrize(
    "written",
    [
        *(
            "open('x')",
            "Path('x').open()",
            "path.read_text()",
            "x.write_bytes(b'')",
            "os.open('x', 0)",
            "io.FileIO('x')",
        ),
        *("from os import open", "from shutil import copy", "from tempfile import mkstemp", "os.replace(a, b)"),
        *("zipfile.ZipFile(path)", "ZipFile('x')", "with zipfile.ZipFile(path) as z: pass", "read = path.read_bytes"),
    ],
)
def test_every_way_to_touch_files_is_seen(written: str, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(written, encoding="utf-8")
    assert touching_files(tmp_path / "a.py")


if __name__ == "__main__":
    sys.stdout.write(table())
