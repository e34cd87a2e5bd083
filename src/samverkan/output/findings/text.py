"""Findings for people: place, what is wrong, the line with a marker, and what to do."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text as Line

from samverkan.escape import printable
from samverkan.findings import Edit, Finding, Severity, Span
from samverkan.output.findings.words import counts_of, files_of
from samverkan.output.terminal import can_draw, console, print_lines
from samverkan.personal import hidden
from samverkan.source.edits import moved_by, pasted_together, rewritten_by
from samverkan.source.lines import lines_of
from samverkan.words.hints import lines_said
from samverkan.words.lists import FirstOf
from samverkan.words.numbers import Figure
from samverkan.words.output import SEVERITIES, report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from samverkan.source.edits import Moved
    from samverkan.told import Told
    from samverkan.words.sentence import Language

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}
_MOST_PER_FILE = 100
_LEAST_EXCERPT = 40
_MOST_PASTED = 2000
"""What is longer is for `samverkan fix`: nobody pastes it."""
_OF_A_NUMBER = 60
"""More characters than an identity number takes, however it is written."""


def print_findings(result: Told, language: Language, *, notes: bool, quiet: bool = False) -> None:
    """Print the findings of a check, how to learn more about one of them, and a line that counts them all.

    Args:
        result: what the check found.
        language: the language of all but the documents' own words.
        notes: print notes too, rather than only say that there are some.
        quiet: print the findings alone.
    """
    texts = result.texts
    out = console()
    shown = [f for f in result.findings if notes or f.severity is not Severity.NOTE]
    width = max(_LEAST_EXCERPT, out.width - 10)
    untold = _untold_by_file(result, notes=notes)
    for file, found in groupby(shown, key=lambda finding: finding.file):
        told = list(found)
        print_lines(out, _lines_of_file(_most_telling(told), lines_of(texts.get(file, "")), language, width))
        if left := untold[file] + max(0, len(told) - _MOST_PER_FILE):
            more = report("more", count=Figure(Decimal(left)), file=printable(file)).say(language)
            print_lines(out, [Line(more, style="dim"), Line()])
    if quiet:
        return
    if shown:
        telling = min(shown, key=lambda finding: finding.severity.rank)
        print_lines(out, [Line(report("explain", name=telling.rule).say(language), style="dim")])
    print_lines(out, [_summary(result, language, notes=notes), *_passed_over(result, language)])


def _most_telling(findings: Sequence[Finding]) -> list[Finding]:
    """Give as many findings of a file as are told, in order: of each rule the first, so that none hides another."""
    seen: Counter[str] = Counter()
    ranked = []
    for i, finding in enumerate(findings):
        ranked.append((seen[finding.rule], i))
        seen[finding.rule] += 1
    return [findings[i] for i in sorted(i for _, i in sorted(ranked)[:_MOST_PER_FILE])]


def _untold_by_file(result: Told, *, notes: bool) -> Counter[str]:
    counts: Counter[str] = Counter()
    for rest in result.untold:
        counts[rest.file] += rest.count if notes or rest.severity is not Severity.NOTE else 0
    return counts


def _lines_of_file(findings: list[Finding], lines: list[str], language: Language, width: int) -> Iterator[Line]:
    edits: dict[int, list[Edit]] = {}
    for edit in (finding.edit for finding in findings if finding.edit is not None and not finding.hides):
        edits.setdefault(edit.span.line, []).append(edit)
    for finding in findings:
        beside = edits.get(finding.edit.span.line, []) if finding.edit else []
        yield from _lines(finding, lines, language, width, beside)
        yield Line()


def _lines(
    finding: Finding, lines: list[str], language: Language, width: int, beside: Sequence[Edit]
) -> Iterator[Line]:
    style = _STYLES[finding.severity]
    head = Line(f"{printable(finding.file)}:{finding.span.line}:{finding.span.column}: ", style="bold")
    head.append(SEVERITIES[finding.severity].say(language), style=style)
    yield head.append(f" [{finding.rule}]", style="dim")
    yield Line("  " + printable(finding.message.say(language)))
    if not finding.hides:
        yield from _excerpt(finding.span, lines, style, width)
    arrow = "→" if can_draw() else "->"
    for other in finding.related:
        place = f"{printable(other.file)}:{other.span.line}:{other.span.column}"
        yield Line(f"  {arrow} {place}: {printable(other.message.say(language))}")
    yield Line("  " + printable(finding.help.say(language)), style="green")
    if finding.edit is not None and not finding.hides:
        yield from _paste(finding.edit, lines, finding.span.line, language, beside)


def _paste(edit: Edit, lines: list[str], row: int, language: Language, beside: Sequence[Edit]) -> Iterator[Line]:
    if max(len(lines[edit.span.line - 1]), len(lines[edit.span.end_line - 1])) > _MOST_PASTED:
        return
    if moved := moved_by(lines, edit, row):
        yield from _paste_moved(moved, language)
        return
    if rewritten := rewritten_by(lines, edit):
        rows = lines_said(rewritten.first, rewritten.last)
        yield Line("  " + report("paste-and-delete", at=rewritten.at, rows=rows).say(language), style="green")
        yield from _numbered(enumerate(rewritten.new, rewritten.at))
        return
    first, last = edit.span.line, edit.span.end_line
    new = list(enumerate(pasted_together(lines, edit, beside), first))
    if len(new) == last - first + 1:
        new = [(number, line) for number, line in new if line != lines[number - 1]]
        first, last = new[0][0], new[-1][0]
    is_apart = any(after - number > 1 for (number, _), (after, _) in pairwise(new))
    key = "paste" if first == last else "paste-each" if is_apart else "paste-lines"
    said = report("paste-example") if edit.is_example else report(key, first=first, last=last)
    yield Line("  " + said.say(language), style="green")
    yield from _numbered(new)


def _paste_moved(moved: Moved, language: Language) -> Iterator[Line]:
    """Say what is pasted and what is taken away: the later one first, so that the numbers hold."""
    said = report(
        "paste-below" if moved.after > moved.last else "paste-above",
        after=moved.after,
        rows=lines_said(moved.first, moved.last),
    )
    yield Line("  " + said.say(language), style="green")
    yield from _numbered(enumerate(moved.new, moved.after + 1))


def _numbered(new: Iterable[tuple[int, str]]) -> Iterator[Line]:
    bar = "│" if can_draw() else "|"
    for number, line in new:
        yield Line(f"  {number:>5} {bar} ", style="dim").append(printable(line), style="default not dim")


def _excerpt(span: Span, lines: list[str], style: str, width: int) -> Iterator[Line]:
    if span.line > len(lines) or not lines[span.line - 1].strip():
        return
    line, first = lines[span.line - 1], span.column - 1
    cut, until = _window(line, first, width)
    start = max(0, cut - _OF_A_NUMBER)
    hiding = hidden(line[start : until + _OF_A_NUMBER])[cut - start :]  # as long as what is shown, or longer
    before, marked = hiding[: first - cut], hiding[first - cut : min(span.end_column - 1, until) - cut]
    shown = ("…" if cut else "") + printable(hiding[: until - cut]) + ("…" if until < len(line) else "")
    bar = "│" if can_draw() else "|"
    indent = cell_len(printable(before)) + (1 if cut else 0)
    yield Line(f"  {span.line:>5} {bar} ", style="dim").append(shown, style="default not dim")
    yield (
        Line(f"        {bar} ", style="dim")
        .append(" " * indent)
        .append("^" * max(1, cell_len(printable(marked))), style=style)
    )


def _window(line: str, first: int, width: int) -> tuple[int, int]:
    """Choose where a line begins and ends that is longer than there is room for: between words, if it has any."""
    cut = max(0, first - width // 2) if len(line) > width else 0
    until = min(len(line), cut + width)
    if cut:
        cut = max(cut, line.find(" ", cut - 1, first) + 1)
    if until < len(line):
        last = line.rfind(" ", first + 1, until + 1)
        until = last if last > 0 else until
    return cut, until


def _passed_over(result: Told, language: Language) -> Iterator[Line]:
    if found := result.passed_over:
        key = "passed-over-one" if len(found) == 1 else "passed-over"
        files = FirstOf(tuple(map(printable, found)))
        yield Line(report(key, count=len(found), files=files).say(language), style="dim")


def _summary(result: Told, language: Language, *, notes: bool) -> Line:
    counts = {severity: result.count(severity) for severity in Severity}
    parts = counts_of(result, language)
    if not counts[Severity.ERROR] and not counts[Severity.WARNING]:
        parts.insert(0, report("no-findings").say(language))
    found = ", ".join(parts)
    style = "bold red" if counts[Severity.ERROR] else "bold yellow" if counts[Severity.WARNING] else "bold green"
    hidden = counts[Severity.NOTE] and not notes
    hint = " " + report("notes-hidden").say(language) if hidden else ""
    return Line(f"{files_of(result, language)}: {found}.{hint}", style=style)
