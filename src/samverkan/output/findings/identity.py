"""What a finding is known by from one run to the next, wherever its lines have moved to."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from samverkan.check import CheckResult
    from samverkan.findings import Finding
    from samverkan.workspace.document import Document

_LENGTH = 32


def identities(result: CheckResult) -> list[str]:
    """Give what each finding of a check is known by, in their order.

    It is made from the rule, the file and the place in the document, where parts with an id go by it, so that it stays
    when lines are added above or an item is moved. Where no place in a document is known, the line's own words stand
    for it. Findings that are alike in all this are numbered.

    Returns:
        32 hexadecimal digits for each finding.
    """
    documents = {document.file: document for workspace in result.workspaces for document in workspace.documents}
    lines = {file: text.splitlines() for file, text in result.texts.items()}
    seen: Counter[tuple[str, ...]] = Counter()
    found = []
    for finding in result.findings:
        key = (finding.rule, finding.file, _place(finding, documents, lines))
        seen[key] += 1
        whole = "\0".join((*key, str(seen[key])))
        found.append(hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH])
    return found


def _place(finding: Finding, documents: Mapping[str, Document], lines: Mapping[str, Sequence[str]]) -> str:
    document = documents.get(finding.file)
    if document is not None and finding.path:
        return _path(document.data, finding)
    written = lines.get(finding.file, ())
    return written[finding.span.line - 1].strip() if finding.span.line <= len(written) else ""


def _path(data: object, finding: Finding) -> str:
    node, steps = data, []
    for step in finding.path:
        node = _inside(node, step)
        name = node.get("id") if isinstance(step, int) and isinstance(node, dict) else None
        steps.append(f"#{name}" if isinstance(name, str) else str(step))
    return "/".join(steps)


def _inside(node: object, step: str | int) -> object:
    match node, step:
        case dict(), str():
            return node.get(step)
        case list(), int() if step < len(node):
            return node[step]
    return None
