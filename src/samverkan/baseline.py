"""Findings that are known already, kept in a file so that only new ones are told; and what a finding is known by."""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from samverkan.errors import WrongUseError
from samverkan.escape import visible
from samverkan.source.opening import UnreadableError, read_file
from samverkan.source.writing import write_whole
from samverkan.words.commands import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from samverkan.findings import Untold
    from samverkan.told import Told

_LENGTH = 32
_VERSION = "1"
_MOST = 50_000_000


@dataclass(frozen=True, slots=True)
class Unknown:
    """What a check found besides what was known.

    Attributes:
        result: the check, with only the findings that were not known.
        known: how many were known.
        gone: how many that were known are found no longer.
    """

    result: Told
    known: int
    gone: int


def identities(result: Told, name_of: Callable[[str], str]) -> list[str]:
    """Give what each finding of a check is known by from one run to the next, in their order.

    It is made from the rule, the file and the place in the document, where parts with an id go by it, so that it stays
    when lines are added above or an item is moved. Where no place in a document is known, the line's own words stand
    for it. Findings that are alike in all this are numbered.

    Args:
        result: what the check found.
        name_of: names a file by a place that does not depend on where the program is run.

    Returns:
        32 hexadecimal digits for each finding.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    found = []
    for finding in result.findings:
        key = (finding.rule, name_of(finding.file), finding.known_as)
        seen[key] += 1
        whole = "\0".join((*key, str(seen[key])))
        found.append(hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH])
    return found


def write_baseline(path: Path, result: Told) -> None:
    """Write what a check found to a file, one finding a line, in an order that does not depend on the run.

    Raises:
        WrongUseError: another file is there.
        ReadWriteError: it cannot be written.
    """
    if os.path.lexists(path):
        _read(path)  # nothing is replaced that is no such list
    name_of = _names_from(path)
    known = sorted(
        (name_of(finding.file), finding.rule, known_by)
        for finding, known_by in zip(result.findings, identities(result, name_of), strict=True)
    )
    rest = sorted((name_of(one.file), one.rule, one.count) for one in result.untold)
    findings = [json.dumps({"file": file, "rule": rule, "known_by": by}) for file, rule, by in known]
    untold = [json.dumps({"file": file, "rule": rule, "count": count}) for file, rule, count in rest]
    written = f'{{"samverkan_baseline": "{_VERSION}", "findings": [{_rows(findings)}], "untold": [{_rows(untold)}]}}\n'
    write_whole(path, written.encode())


def without_known(result: Told, path: Path) -> Unknown:
    """Leave out what is known already.

    Args:
        result: what a check found.
        path: the file that `write_baseline` wrote.

    Raises:
        WrongUseError: it cannot be read, or is something else.
    """
    kept = _read(path)
    name_of = _names_from(path)
    known = {one["known_by"] for one in kept["findings"]}
    names = identities(result, name_of)
    left = [finding for finding, by in zip(result.findings, names, strict=True) if by not in known]
    counts = {(one["file"], one["rule"]): one["count"] for one in kept["untold"]}
    rest = tuple(one for one in (_more(one, counts, name_of) for one in result.untold) if one.count)
    fewer = sum(one.count for one in result.untold) - sum(one.count for one in rest)
    gone = len(known - set(names)) if not rest else 0
    return Unknown(replace(result, findings=tuple(left), untold=rest), len(names) - len(left) + fewer, gone)


def _more(one: Untold, counts: Mapping[tuple[str, str], int], name_of: Callable[[str], str]) -> Untold:
    return replace(one, count=max(0, one.count - counts.get((name_of(one.file), one.rule), 0)))


def _rows(written: Sequence[str]) -> str:
    return "\n" + ",\n".join(written) + "\n" if written else ""


def _names_from(path: Path) -> Callable[[str], str]:
    """Name files from the folder that the list is in."""
    folder = os.path.realpath(path.parent)

    def name_of(file: str) -> str:
        if file.startswith("<"):
            return file
        try:
            return PurePath(os.path.relpath(os.path.realpath(file), folder)).as_posix()
        except ValueError:  # pragma: no cover - on another drive of Windows
            return Path(file).as_posix()

    return name_of


def _read(path: Path) -> dict[str, Any]:
    try:
        kept = json.loads(read_file(path, None, _MOST))
    except UnreadableError as error:
        raise WrongUseError(sentence("bad-baseline", path=visible(str(path)), why=error.why)) from None
    except (ValueError, RecursionError):
        kept = None
    if not _is_baseline(kept):
        raise WrongUseError(sentence("bad-baseline", path=visible(str(path)), why=sentence("why-no-baseline")))
    read: dict[str, Any] = kept
    return read


def _is_baseline(kept: object) -> bool:
    match kept:
        case {"samverkan_baseline": str(version), "findings": list(findings), "untold": list(untold)}:
            whole = all(_has(one, ("file", str), ("rule", str), ("known_by", str)) for one in findings)
            return (
                version == _VERSION
                and whole
                and all(_has(one, ("file", str), ("rule", str), ("count", int)) for one in untold)
            )
    return False


def _has(one: object, *keys: tuple[str, type]) -> bool:
    return isinstance(one, dict) and all(isinstance(one.get(key), kind) for key, kind in keys)
