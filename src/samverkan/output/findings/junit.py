"""Findings as JUnit XML, which nearly every CI shows as a table of tests: a suite for each file.

Source: the schema of Apache Ant's JUnit reports, as Jenkins and GitLab read it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from samverkan.escape import printable
from samverkan.output.findings.words import with_help

if TYPE_CHECKING:
    from samverkan.findings import Finding, Severity
    from samverkan.output.findings.runner import Runner
    from samverkan.told import Told
    from samverkan.words.sentence import Language


def findings_junit(result: Told, language: Language, runner: Runner, fail_level: Severity) -> str:
    """Write the findings of a check as test cases.

    Args:
        result: what the check found.
        language: the language of the findings.
        runner: what runs the program.
        fail_level: the least that fails the check; what matters less is a case that passes, with the words beside it.
    """
    asked = [document.file for workspace in result.read for document in workspace.documents if document.is_asked]
    by_file: dict[str, list[Finding]] = {file: [] for file in sorted(asked)}
    for finding in result.findings:
        by_file.setdefault(finding.file, []).append(finding)
    whole = Element("testsuites", name="samverkan")
    failed_in_all = 0
    for file, findings in by_file.items():
        name = printable(runner.name_of(file))
        suite = SubElement(whole, "testsuite", name=name)
        failed = sum([_case(suite, name, finding, language, fail_level) for finding in findings])
        if not findings:
            SubElement(suite, "testcase", name="samverkan", classname=name)
        _count(suite, max(1, len(findings)), failed)
        failed_in_all += failed
    _count(whole, sum(max(1, len(findings)) for findings in by_file.values()), failed_in_all)
    indent(whole)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(whole, encoding="unicode") + "\n"


def _case(suite: Element, file: str, finding: Finding, language: Language, fail_level: Severity) -> bool:
    line = str(finding.span.line)
    place = f"{line}:{finding.span.column}"
    case = SubElement(suite, "testcase", name=f"{finding.rule} {place}", classname=file, file=file, line=line)
    told = printable(with_help(finding, language))
    is_failing = finding.severity.rank <= fail_level.rank
    if is_failing:
        message = printable(finding.message.say(language))
        SubElement(case, "failure", type=finding.severity.value, message=message).text = f"{file}:{place}: {told}"
    else:
        SubElement(case, "system-out").text = f"{file}:{place}: {told}"
    return is_failing


def _count(element: Element, tests: int, failures: int) -> None:
    element.set("tests", str(tests))
    element.set("failures", str(failures))
    element.set("errors", "0")
