"""A check takes time that grows with what it checks: twice as much takes about twice as long, whatever it repeats.

Calls are counted instead of seconds, those of Python's own functions too, and the letters of each text that such a call
goes through from end to end, so that the count is the same in each run; where there is much of two sorts, the lines of
ours that are gone through. What a search by a regular expression hides is tried in `test_patterns.py`.
"""

from __future__ import annotations

import json
import re
import sys
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest

from samverkan.check import CheckResult, check
from samverkan.duties.duty import DutyKind
from samverkan.duties.rows import rows
from samverkan.findings import MOST_TOLD, Severity
from samverkan.law.answers import all_answers
from samverkan.output.json_v1 import findings_json, law_json, rows_json
from samverkan.render.context.prose import MOST_MARKS, Notes, Prose
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.formats.unbroken import with_unbroken
from samverkan.render.rendering import Rendering
from samverkan.render.run.job import inputs_of
from samverkan.render.run.report import ReportRendering
from samverkan.source.positions import positions_in
from tests.conftest import SMALL
from tests.tracing import lines

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

TODAY = date(2026, 11, 20)
SIZES = (50, 100, 200)
GUESSED = {"unknown parties", "unknown references", "unknown keys in items"}
SIDES = (16, 32, 64)
# Of the first 200 findings of a rule a word is guessed, each time among all that are known.
BEYOND_GUESSES = {"unknown parties": (200, 400, 800)}
MOST_GROWTH = 2.6
"""Twice the size takes at most so many times the effort: sorting and what is done once for all leave some room."""
MOST_FOR_A_PAIR = 0.5
MOST_FOR_A_KEY = 2_000
GOES_THROUGH = {
    *("strip", "rstrip", "split", "rsplit", "splitlines", "partition", "rpartition", "replace", "translate", "count"),
    *("encode", "decode", "lower", "upper", "casefold", "capitalize", "isprintable", "expandtabs"),
}
"""The methods of texts that read, or write anew, all of a text rather than a part of it."""

Files = dict[str, str]


def each(line: str, n: int) -> str:
    """Write a line n times; `#` stands for the number of each, except where a comment begins with it."""
    return "".join(re.sub("#(?! )", str(i), line) for i in range(n))


def small(id_: str, years: str = "from: 2024, until: 2026") -> str:
    return SMALL.replace("avtal-2024", id_).replace("from: 2024, until: 2026", years)


def with_parties(kind: str, n: int) -> str:
    return SMALL.replace("validity", each(f"  - {{id: p#, type: {kind}, name: P#}}\n", n) + "validity")


def agreement(lines: str) -> Files:
    return {"a.yaml": SMALL + lines}


def under(kind: str, id_: str, lines: str) -> str:
    return f"samverkan: 1\nkind: {kind}\nid: {id_}\ntitle: T\nagreement: avtal-2024\n{lines}"


PLAN_OF_ALL = """\
by: jointly
period: {from: 2025, until: 2027}
decisions: [{body: Kommunstyrelsen, date: 2025-01-09}]
"""
LEAVES_OUT = """\
date: 2024-05-02
reviews: [{document: avtal-2024, fingerprint: 0000-0000-0000-0000}]
"""


def footnotes(n: int) -> str:
    """Write n references, and n commitments that each cite one of them and the first."""
    texts = each("  - {id: c#, by: kommunen, text: 'T[^n#] och [^n0].', deadline: 2025}\n", n)
    return "references:\n" + each("  - {id: n#, title: N}\n", n) + "commitments:\n" + texts


FAMILIES: dict[str, Callable[[int], Files]] = {
    "comments that silence": lambda n: agreement(each("  # samverkan: ignore[goal-without-deadline] x\n", n)),
    "keys with comments": lambda n: agreement(each("nyckel#: 1 # samverkan: ignore[a] b\n", n)),
    "unknown keys": lambda n: agreement(each("introductio#: 1\n", n)),
    "unknown keys in items": lambda n: agreement("forums:\n" + each("  - {nam#: R, level: x}\n", n)),
    "a long line": lambda n: agreement("x: [" + "[]," * n + "]\n"),
    "footnotes that lead nowhere": lambda n: agreement("introduction: x" + each("[^n#]", n) + "\n"),
    "footnotes in texts": lambda n: agreement(footnotes(n)),
    "parties": lambda n: {"a.yaml": with_parties("region", n)},
    "unknown parties": lambda n: {
        "a.yaml": with_parties("region", n) + "commitments:\n" + each("  - {id: c#, by: x#, text: T.}\n", n)
    },
    "municipalities and what each does": lambda n: {
        "a.yaml": with_parties("municipality", n)
        + "commitments:\n"
        + each("  - {id: c#, by: municipalities, text: T., deadline: 2025, theme: coordination}\n", n)
    },
    "unknown references": lambda n: agreement(
        # so many that only the first are told, for it is those that a guess is made of
        each("  - {id: f#, title: F}\n", 6 * n)
        + "commitments:\n"
        + each("  - {id: c#, by: kommunen, text: T., focus_area: x#}\n", 6 * n)
    ),
    "ids used twice": lambda n: agreement(each("  - {id: f, title: F}\n", n)),
    "what supersedes in a circle": lambda n: {
        "a.yaml": SMALL + "supersedes: [" + "b, " * n + "]\n",
        "b.yaml": small("b") + "supersedes: [" + "avtal-2024, " * n + "]\n",
    },
    "a long chain": lambda n: {f"{i:04}.yaml": small(f"a{i}") + f"supersedes: a{i + 1}\n" for i in range(n)},
    "a long circle": lambda n: {f"{i:04}.yaml": small(f"a{i}") + f"supersedes: a{(i + 1) % n}\n" for i in range(n)},
    "agreements of the same parties": lambda n: {f"{i:04}.yaml": small(f"a{i}") for i in range(n)},
    "agreements that follow each other": lambda n: {
        f"{i:04}.yaml": small(f"a{i}", f"from: {1000 + i}, until: {1000 + i}") for i in range(n)
    },
    "keys within texts": lambda n: agreement(
        "sections:\n" + each("  - title: S\n    text: |\n      T.\n      shows: [goals]\n", 8 + n)
    ),
    "parts within texts that are referred to": lambda n: agreement(
        "introduction: |\n  T.\n  references:\n"
        + each("    - {id: r#, title: R}\n", n)
        + "commitments:\n"
        + each("  - {id: c#, by: kommunen, text: 'T[^r#].', deadline: 2025}\n", n)
    ),
    "words with colons in a text": lambda n: agreement("introduction: " + "'" + "contact: x " * n + "'\n"),
    "lines without hyphens": lambda n: agreement("contact:\n" + each("  Samordnaren#\n", n)),
    "comments that are keys": lambda n: agreement(each("forums:\n  - {id: a#}\n# Mål\n  - {id: b#}\n", n)),
    "keys beside hyphens": lambda n: agreement("forums:\n" + each("- id: a#\nname: N#\n", n)),
    "items without hyphens": lambda n: agreement("forums:\n" + each("  - id: a#\n    name: N\n    id: b#\n", n)),
    "dates in names": lambda n: agreement("decisions:\n" + each("  - Nämnd # 2024-01-10, av kommunen\n", n)),
    "documents with the same id": lambda n: {f"{i:04}.yaml": SMALL for i in range(n)},
    "many that supersede one": lambda n: {f"{i:04}.yaml": small(f"a{i}") + "supersedes: a0\n" for i in range(n)},
    "plans": lambda n: {
        "a.yaml": SMALL,
        **{
            f"{i:04}.yaml": under("action-plan", f"p{i}", f"period: {{from: {1000 + i}, until: {1000 + i}}}\n")
            for i in range(n)
        },
    },
    "follow-ups": lambda n: {
        "a.yaml": SMALL,
        **{
            f"{i:04}.yaml": under("follow-up", f"u{i}", "date: 2024-05-02\nreviews: [{document: avtal-2024}]\n")
            for i in range(n)
        },
    },
    "joint plans of many municipalities": lambda n: {
        "a.yaml": with_parties("municipality", n),
        **{f"{i:04}.yaml": under("action-plan", f"p{i}", PLAN_OF_ALL) for i in range(n)},
    },
    "joint pictures of many municipalities": lambda n: {
        "a.yaml": with_parties("municipality", n),
        **{
            f"{i:04}.yaml": under("situation-picture", f"b{i}", "by: jointly\ndate: 2025-01-01\ncadence: yearly\n")
            for i in range(n)
        },
    },
    "forums led by others and municipalities": lambda n: {
        "a.yaml": with_parties("municipality", n)
        + "forums:\n"
        + each("  - {id: r#, name: Råd #, level: strategic, chair: Polisen}\n", n)
    },
    "follow-ups that leave much out": lambda n: {
        "a.yaml": SMALL + "commitments:\n" + each("  - {id: c#, by: kommunen, text: T., deadline: 2025}\n", n),
        **{f"{i:04}.yaml": under("follow-up", f"u{i}", LEAVES_OUT) for i in range(n)},
    },
    "days of follow-up, and what the last one left out": lambda n: {
        "a.yaml": SMALL
        + "commitments:\n"
        + each("  - {id: c#, by: kommunen, text: T., deadline: 2025}\n", n)
        + "follow_up: {dates: ["
        + "2026-12, " * n
        + "]}\n",
        "u.yaml": under("follow-up", "u", LEAVES_OUT),
    },
    "outcomes": lambda n: {
        "a.yaml": SMALL + "commitments:\n" + each("  - {id: c#, by: kommunen, text: T., deadline: 2025}\n", n),
        "u.yaml": under("follow-up", "u", "date: 2024-05-02\nreviews: [{document: avtal-2024}]\noutcomes:\n")
        + each("  - {item: c#, result: reached}\n", n),
    },
}


def effort(run: Callable[[], object]) -> int:
    """Count the calls that something takes, and the letters that those of texts go through."""
    count = 0

    def note(_frame: object, event: str, argument: object) -> None:
        nonlocal count
        if event == "call":
            count += 1
        elif event == "c_call":
            own = getattr(argument, "__self__", None)
            goes_through = getattr(argument, "__name__", "") in GOES_THROUGH
            count += 1 + (len(own) if goes_through and isinstance(own, str | bytes) else 0)

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        run()
    finally:
        sys.setprofile(before)
    return count


def written(files: Files, folder: Path) -> str:
    positions_in.cache_clear()  # texts that stood in a smaller folder too would be less work
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return str(folder)


def whole(folder: str) -> None:
    result = check([folder], TODAY)
    assert not result.rule_crashed
    findings_json(result, "en")
    rows_json(rows(result.workspaces, TODAY), TODAY, "en")


@pytest.mark.parametrize("family", FAMILIES)
def test_twice_as_much_takes_about_twice_as_long(family: str, tmp_path: Path) -> None:
    whole(written(FAMILIES[family](2), tmp_path / "first"))  # what is made once for all is made now
    folders = [written(FAMILIES[family](n), tmp_path / str(n)) for n in BEYOND_GUESSES.get(family, SIZES)]
    counts = [effort(partial(whole, folder)) for folder in folders]
    assert counts[2] - counts[1] <= MOST_GROWTH * (counts[1] - counts[0])


def test_little_is_done_for_each_key_that_is_not_known(tmp_path: Path) -> None:
    """A file has room for fifty thousand of them."""

    def counted(n: int) -> int:
        return effort(partial(whole, written(FAMILIES["unknown keys"](n), tmp_path / str(n))))

    counted(2)
    assert counted(800) - counted(400) < MOST_FOR_A_KEY * 400


@pytest.mark.parametrize("family", sorted(FAMILIES.keys() - GUESSED))
def test_hardly_anything_is_done_for_each_pair_of_the_same(family: str, tmp_path: Path) -> None:
    def counted(n: int) -> int:
        return lines(partial(whole, written(FAMILIES[family](n), tmp_path / str(n))))

    assert for_a_pair(counted) < MOST_FOR_A_PAIR


JOINT_PLAN = "by: jointly\nperiod: {from: 2025, until: 2027}\n"


def joint(n: int, kind: str, lines: str) -> Files:
    """Give n documents of n municipalities; `#` stands for the number of each."""
    documents = {f"{i:04}.yaml": under(kind, f"d{i}", lines.replace("#", str(i))) for i in range(n)}
    return {"a.yaml": with_parties("municipality", n), **documents}


def municipal(n: int, key: str, line: str) -> Files:
    """Give an agreement of n municipalities with a list of n things; `#` stands for the number of each."""
    return {"a.yaml": with_parties("municipality", n) + f"{key}:\n" + each(f"  - {{{line}}}\n", n)}


PAIRS: dict[str, Callable[[int], Files]] = {
    "planned jointly": lambda n: municipal(n, "planned_documents", "kind: action-plan, cadence: yearly, by: jointly"),
    "planned by each": lambda n: municipal(n, "planned_documents", "kind: action-plan, cadence: yearly, by: p#"),
    "forums": lambda n: municipal(n, "forums", "id: r#, name: R, level: strategic"),
    "forums led by each": lambda n: municipal(n, "forums", "id: r#, name: R, level: strategic, chair: Rådet i P#"),
    "forums of each": lambda n: municipal(n, "forums", "id: r#, name: R, level: strategic, members: [p#]"),
    "functions of all": lambda n: municipal(
        n, "commitments", "id: c#, by: municipalities, text: T., theme: coordination"
    ),
    "functions of each": lambda n: municipal(n, "commitments", "id: c#, by: p#, text: T., theme: coordination"),
    "contacts": lambda n: joint(n, "action-plan", f"{JOINT_PLAN}contact: [Kim Ek]\n"),
    "communication plans": lambda n: joint(n, "communication-plan", "period: {from: 2025, until: 2027}\n"),
    "plans": lambda n: joint(n, "action-plan", PLAN_OF_ALL),
    "pictures": lambda n: joint(n, "situation-picture", "by: jointly\ndate: 2025-01-01\n"),
    "decisions of each": lambda n: {
        "a.yaml": with_parties("municipality", n),
        "p.yaml": under("action-plan", "p", f"{JOINT_PLAN}decisions:\n")
        + each("  - {body: Kommunstyrelsen i P#, date: 2025-01-09}\n", n),
    },
    "references that lead to the wrong kind": lambda n: {
        "a.yaml": SMALL,
        "p.yaml": under("action-plan", "p", "period: {from: 2025, until: 2027}\nmeasures:\n")
        + each("  - {id: m#, title: M, goals: [m#, m0], causes: [m#, m0]}\n", n),
    },
    "reports": lambda n: {
        "a.yaml": with_parties("municipality", n),
        "u.yaml": under("follow-up", "u", "date: 2025-05-02\nreviews: [{document: avtal-2024}]\nreports:\n")
        + each("  - {to: Kommunfullmäktige, date: 2025-06-01}\n", n),
    },
}


def for_a_pair(counted: Callable[[int], int]) -> float:
    """Tell how much is done for each pair of what there is so much of: what stands beside the straight line."""
    few, some, many = SIDES
    counted(2)  # what is made once for all is made now
    counts = [counted(n) for n in SIDES]
    curve = (counts[2] - counts[1]) - 2 * (counts[1] - counts[0])
    return curve / ((many**2 - some**2) - 2 * (some**2 - few**2))


@pytest.mark.parametrize("family", PAIRS)
def test_hardly_anything_is_done_for_each_pair_of_what_there_is_much_of(family: str, tmp_path: Path) -> None:
    def counted(n: int) -> int:
        folder = written(PAIRS[family](n), tmp_path / str(n))
        found = check([folder], TODAY).workspaces  # reading is tried above

        def answered() -> None:
            check([folder], TODAY)
            rows_json(rows(found, TODAY), TODAY, "en")
            law_json(all_answers(found, TODAY), TODAY, "en")

        return lines(answered)

    assert for_a_pair(counted) < MOST_FOR_A_PAIR


PAGES: dict[str, Callable[[int], str]] = {
    "footnotes": footnotes,
    "commitments": lambda n: "commitments:\n" + each("  - {id: c#, by: kommunen, text: T., deadline: 2025}\n", n),
    "goals": lambda n: "goals:\n" + each("  - {id: g#, text: G., focus_area: platser, deadline: 2025-12-31}\n", n),
    "areas": lambda n: each("  - {id: f#, title: F., text: 'T [a](https://b.se).'}\n", n),
    "definitions": lambda n: "definitions:\n" + each("  - {id: d#, term: D#, text: M.}\n", n),
    "forums": lambda n: "forums:\n" + each("  - {id: r#, name: R#, level: strategic, members: [polisen]}\n", n),
    "a long text": lambda n: "introduction: '" + "ord " * 40 * n + "'\n",
    "a text of marks": lambda n: "introduction: '" + "[*a " * 10 * n + "'\n",
    "paragraphs": lambda n: "introduction: |\n" + each("  a\n\n", n),
}


@pytest.mark.parametrize("family", PAGES)
def test_pages_are_made_in_time_that_grows_as_they_do(family: str, tmp_path: Path) -> None:
    def page(n: int) -> Callable[[], bytes]:
        (folder := tmp_path / str(n)).exists() or written(agreement(PAGES[family](n)), folder)
        result = check([str(folder)], TODAY)
        assert not result.count(Severity.ERROR)
        (found,) = result.workspaces
        return lambda: Rendering(found.documents[0], found, TODAY).to(DocumentFormat.HTML)

    assert len(page(SIDES[1])()) > len(page(SIDES[0])()) + SIDES[0]  # it shows what there is more of
    counts = [effort(page(n)) for n in SIDES]
    assert counts[2] - counts[1] <= MOST_GROWTH * (counts[1] - counts[0])
    assert for_a_pair(lambda n: lines(page(n))) < MOST_FOR_A_PAIR


@pytest.mark.parametrize("made", [Rendering, ReportRendering])
@pytest.mark.parametrize("family", ["agreements of the same parties", "follow-ups", "plans"])
def test_many_files_are_made_in_time_that_grows_as_they_do(made: type[Rendering], family: str, tmp_path: Path) -> None:
    """Of each document there is, or of the agreement that they are all about."""

    def counted(n: int) -> int:
        (found,) = check([written(FAMILIES[family](n), tmp_path / str(n))], TODAY).workspaces
        chosen = [one for one in found.documents if made is Rendering or one.kind == "agreement"]
        return lines(lambda: [made(one, found, TODAY).to(DocumentFormat.HTML) for one in chosen])

    assert for_a_pair(counted) < MOST_FOR_A_PAIR


def test_what_files_are_made_from_is_found_out_once_for_all_follow_ups(tmp_path: Path) -> None:
    def counted(n: int) -> int:
        (found,) = check([written(FAMILIES["follow-ups"](n), tmp_path / str(n))], TODAY).workspaces
        made = [Rendering(document, found, TODAY) for document in found.documents]
        return lines(lambda: [inputs_of(one, DocumentFormat.HTML, "") for one in made])

    assert for_a_pair(counted) < MOST_FOR_A_PAIR


@pytest.mark.parametrize("mark", ["[^n", "[^n]", "[^n#]", "[", "[a](", "*a **b ", "- x\n  "])
def test_prose_is_read_in_time_that_grows_as_it_does(mark: str) -> None:
    def counted(n: int) -> int:
        known = frozenset(f"n{i}" for i in range(n)) | {"n"}
        return lines(lambda: Prose(Notes(known), str).html(each(mark, n)), of="")

    counted(2)
    counts = [counted(n) for n in (200, 400, 800)]
    assert counts[2] - counts[1] <= MOST_GROWTH * (counts[1] - counts[0])


def test_words_that_stand_on_one_line_are_joined_in_time_that_grows_as_they_do() -> None:
    word_and_space = [{"t": "Str", "c": "§5"}, {"t": "Space"}]
    counts = [effort(partial(with_unbroken, word_and_space * n)) for n in (200, 400, 800)]
    assert counts[2] - counts[1] <= MOST_GROWTH * (counts[1] - counts[0])


def test_of_very_many_marks_the_first_are_tried() -> None:
    prose = Prose(Notes(frozenset({"n"})), lambda number: f"<sup>{number}</sup>")
    assert prose.html("*a* [^n]") == "<p><em>a</em> <sup>1</sup></p>\n"
    assert prose.html("[" * MOST_MARKS) == f"<p>{'[' * MOST_MARKS}</p>\n"
    assert prose.html("*a* \\[ [b](https://c.se)") == "<p>*a* \\[ [b](https://c.se)</p>\n"
    assert prose.html("a\n\n- b & c\n") == "<p>a</p>\n<ul>\n<li>b &amp; c</li>\n</ul>\n"


def checked(files: Files, folder: Path) -> CheckResult:
    return check([written(files, folder)], TODAY)


class TestOfManyFindingsTheFirstAreTold:
    def test_the_rest_are_counted(self, tmp_path: Path) -> None:
        result = checked(agreement(each("nyckel#: 1\n", 2197)), tmp_path / "x")
        assert sum(finding.rule == "unknown-key" for finding in result.findings) == MOST_TOLD
        assert [(rest.rule, rest.count) for rest in result.untold] == [("unknown-key", 1997)]
        assert result.count(Severity.ERROR) == 2197
        found = json.loads(findings_json(result, "en"))
        assert found["untold"] == [
            {"file": result.findings[0].file, "rule": "unknown-key", "severity": "error", "count": 1997}
        ]
        assert found["summary"]["errors"] == 2197

    def test_people_are_told_how_many_more_there_are(self, tmp_path: Path, run: Callable[..., Outcome]) -> None:
        (tmp_path / "a.yaml").write_text(SMALL + each("nyckel#: 1\n", 2197), encoding="utf-8")
        ended = run("validate", "a.yaml")
        assert ended.code == 1
        assert "2\u202f097 till i a.yaml" in ended.out
        assert "2197 fel" in ended.out

    def test_a_rule_that_is_broken_often_hides_no_other(self, tmp_path: Path) -> None:
        result = checked(agreement(each("nyckel#: 1\n", 1000) + "forums: [{}]\n"), tmp_path / "x")
        assert "missing-key" in {finding.rule for finding in result.findings}

    def test_comments_silence_as_before(self, tmp_path: Path) -> None:
        areas = each("  - {id: f, title: F#} # samverkan: ignore[duplicate-id] prövas\n", 500)
        result = checked(agreement(areas), tmp_path / "x")
        assert "duplicate-id" not in {finding.rule for finding in result.findings}
        assert "duplicate-id" not in {rest.rule for rest in result.untold}


def test_lists_in_messages_are_cut(tmp_path: Path) -> None:
    parties = each("  - {id: p#, type: region, name: P#}\n", 500)
    text = SMALL.replace("validity", parties + "validity") + "commitments:\n" + each("  - {by: x#, text: T.}\n", 400)
    result = checked({"a.yaml": text}, tmp_path / "x")
    found = [finding for finding in result.findings if finding.rule == "unknown-party"]
    assert re.search(r"\(kommunen, p0, p1, .* och 492 till\)", found[0].help.say("sv"))
    assert re.search(r"\(kommunen, p0, p1, .* and 492 more\)", found[0].help.say("en"))
    assert len(findings_json(result, "sv")) < 500_000


def test_a_title_that_fills_the_file_fills_no_message(tmp_path: Path) -> None:
    result = checked({"a.yaml": SMALL.replace("Exempelby kommun", "x" * 300_000)}, tmp_path / "x")
    assert len(findings_json(result, "sv")) < 50_000


def test_agreements_that_overlap_are_told_once_each(tmp_path: Path) -> None:
    result = checked({f"{i:04}.yaml": small(f"a{i}") for i in range(40)}, tmp_path / "x")
    found = [finding for finding in result.findings if finding.rule == "overlapping-agreements"]
    assert len(found) == 39
    assert found[-1].message.say("en").endswith("a9 and 29 more, between the same parties.")


@pytest.mark.parametrize("written_day", ["２０２６-11-20", "٢٠٢٦-11-20"])
def test_a_day_is_written_in_plain_digits(written_day: str, tmp_path: Path, run: Callable[..., Outcome]) -> None:
    text = SMALL + f"# samverkan: ignore[agreement-without-council] prövas, until {written_day}\n"
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    assert run("validate", "a.yaml", "--today", written_day).code == 2
    assert "ignore-expired" in run("validate", "a.yaml", "--today", "2020-01-01").out


def test_what_many_follow_ups_leave_out_is_told_one_by_one_and_last_together(tmp_path: Path) -> None:
    files = FAMILIES["follow-ups that leave much out"](50)
    found = [one for one in checked(files, tmp_path / "x").findings if one.rule == "outcome-missing"]
    assert len(found) == 50 * 21
    last = max(found[:21], key=lambda one: len(one.message.say("en")))
    assert last.message.say("sv").endswith("T och 20 till")
    assert last.message.say("en").endswith("T and 20 more")


def test_reviews_in_one_month_give_the_first_reasons(tmp_path: Path) -> None:
    dates = SMALL + "follow_up: {dates: [" + "2026-12, " * 2000 + "]}\n"
    found = rows(checked({"a.yaml": dates}, tmp_path / "x").workspaces, TODAY)
    (review,) = (row for row in found if row.duty.clock is DutyKind.REVIEW)
    assert review.duty.reason.say("sv").endswith("Och 1\u202f989 skäl till.")
    assert review.duty.reason.say("en").endswith("And 1,989 more reasons.")


def test_a_duty_of_many_municipalities_names_the_first(tmp_path: Path) -> None:
    files = FAMILIES["joint plans of many municipalities"](1) | {"a.yaml": with_parties("municipality", 30)}
    found = json.loads(rows_json(rows(checked(files, tmp_path / "x").workspaces, TODAY), TODAY, "sv"))
    (review,) = (row for row in found["rows"] if " till" in (row["municipality"] or ""))
    assert review["municipality"].endswith("P8 och 21 till")
    assert "P8 och 21 till" in review["reason"]


def test_a_comment_that_silences_nothing_names_the_first_of_its_rules(tmp_path: Path) -> None:
    line = "title: Samverkansöverenskommelse för Exempelby"
    names = ", ".join(["ends-before-start"] * 30)
    text = SMALL.replace(line, f"{line} # samverkan: ignore[{names}] prövas")
    found = [one for one in checked({"a.yaml": text}, tmp_path / "x").findings if one.rule == "ignore-unused"]
    assert "och 20 till" in found[0].message.say("sv")


def test_a_rule_that_is_broken_often_pushes_no_other_out_of_sight(tmp_path: Path, run: Callable[..., Outcome]) -> None:
    (tmp_path / "a.yaml").write_text(SMALL + each("nyckel#: 1\n", 150) + "forums: [{}]\n", encoding="utf-8")
    told = run("validate", "a.yaml").out
    assert "[missing-key]" in told
    assert told.count("[unknown-key]") < 100


@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_of_much_that_shows_the_same_the_first_is_told(form: str, tmp_path: Path, run: Callable[..., Outcome]) -> None:
    (tmp_path / "a.yaml").write_text(PAIRS["functions of all"](30)["a.yaml"], encoding="utf-8")
    told = run("law", "a.yaml", "--today", str(TODAY), "--format", form, COLUMNS="500").out
    assert told.count("Åtagandet ”T”") == 31 * 20
    assert told.count("Ytterligare 10 ställen i dokumenten visar detsamma") == 31


class TestTextOnATerminalStaysShort:
    def test_of_very_many_municipalities_the_first_are_told(self, tmp_path: Path, run: Callable[..., Outcome]) -> None:
        (tmp_path / "a.yaml").write_text(with_parties("municipality", 70), encoding="utf-8")
        told = run("law", "a.yaml", "--today", str(TODAY))
        assert told.code == 0
        assert told.out.count("Läget för ") == 50
        assert "Ytterligare 21 kommuner visas inte här." in told.out

    def test_one_more_is_told_of_in_the_singular(self, tmp_path: Path, run: Callable[..., Outcome]) -> None:
        (tmp_path / "a.yaml").write_text(with_parties("municipality", 50), encoding="utf-8")
        assert "Ytterligare 1 kommun visas inte här." in run("law", "a.yaml", "--today", str(TODAY)).out

    def test_a_page_shows_all_municipalities(self, tmp_path: Path, run: Callable[..., Outcome]) -> None:
        (tmp_path / "a.yaml").write_text(with_parties("municipality", 70), encoding="utf-8")
        assert ">P69<" in run("law", "a.yaml", "--today", str(TODAY), "--format", "html").out

    def test_a_long_id_does_not_fill_every_row(self, tmp_path: Path, run: Callable[..., Outcome]) -> None:
        days = SMALL.replace("avtal-2024", "a" * 24_000) + "follow_up: {dates: ["
        days += ", ".join(f"{year}-0{month}" for year in range(2027, 2047) for month in (1, 4, 7)) + "]}\n"
        (tmp_path / "a.yaml").write_text(days, encoding="utf-8")
        told = run("followup", "a.yaml", "--today", str(TODAY), "--all")
        assert told.out.count("2027-0") >= 3
        assert len(told.out) + len(told.err) < 60_000

    def test_of_a_very_large_tree_the_first_is_shown(self, tmp_path: Path, run: Callable[..., Outcome]) -> None:
        (tmp_path / "a.yaml").write_text(SMALL + each("  - F#\n", 6000), encoding="utf-8")
        told = run("show", "a.yaml", "--today", str(TODAY))
        assert told.code == 0
        assert "… och 1\u202f001 till. Alla visas med samverkan show --format html." in told.out
        assert len(told.out.splitlines()) < 11_000
        assert "F5999" in run("show", "a.yaml", "--today", str(TODAY), "--format", "html").out

    @pytest.mark.parametrize("command", ["followup", "show"])
    @pytest.mark.parametrize("old", ["Exempelby kommun", "Samverkansöverenskommelse för Exempelby", "Otrygga platser"])
    def test_a_long_name_does_not_fill_the_screen(
        self, command: str, old: str, tmp_path: Path, run: Callable[..., Outcome]
    ) -> None:
        (tmp_path / "a.yaml").write_text(SMALL.replace(old, "ord " * 20_000), encoding="utf-8")
        told = run(command, "a.yaml", "--today", str(TODAY))
        assert told.code == 0
        assert len(told.out) < 60_000

    def test_a_very_long_line_is_not_to_be_pasted(self, tmp_path: Path, run: Callable[..., Outcome]) -> None:
        line = "commitments: [" + each("{id: c#, by: kommunen, text: T., deadlin: 2025}, ", 300) + "]\n"
        (tmp_path / "a.yaml").write_text(SMALL + line, encoding="utf-8")
        told = run("validate", "a.yaml", "--today", str(TODAY))
        assert told.code == 1
        assert "deadline" in told.out
        assert len(told.out) < 100_000

    def test_a_number_of_a_person_is_hidden_where_a_long_line_is_cut(
        self, tmp_path: Path, run: Callable[..., Outcome]
    ) -> None:
        line = "x: [" + each("{okänd: 811228-9874 811228-9874}, ", 40) + "]\n"
        (tmp_path / "a.yaml").write_text(SMALL + line, encoding="utf-8")
        for width in range(60, 80):
            told = run("validate", "a.yaml", "--notes", COLUMNS=str(width)).out
            assert "x: [{okänd" in told
            assert not re.search(r"[0-9]{6}-[0-9]", told)
