"""Fills in drafts as a newcomer would: what is empty, by the key that it stands after."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samverkan.check import check

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

ANSWERS = {
    "accepted": "Beslutat av kommunstyrelsen.",
    "analysis": "Otryggheten handlar mer om mörker än om antalet brott.",
    "at_least": "60",
    "at_most": "20",
    "body": "Kommunstyrelsen",
    "cause_text": "Platsen är mörk.",
    "chair": "Kommunstyrelsens ordförande",
    "comment": "Det går framåt.",
    "date": "2026-11-10",
    "direction": "increase",
    "indicator": "Andel som känner sig trygga på kvällen",
    "light": "green",
    "name": "Brottsförebyggande rådet",
    "paragraph": "§ 61",
    "period": "2026",
    "places": "Stationen",
    "realistic": "Belysningen ryms i budgeten.",
    "result": "ongoing",
    "role": "Trygghetssamordnare",
    "specific": "De som bor nära stationen ska känna sig tryggare där på kvällen.",
    "survey": "Anmälda brott är lika många som året före, men fler är otrygga på kvällen.",
    "target.value": "60",
    "text": "Fler ska känna sig trygga på stationen på kvällen.",
    "title": "Otrygghet vid stationen på kvällen",
    "type": "survey",
    "unit": "per-cent",
    "until": "2027-10",
    "value": "50",
    "-": "Färre ska utsättas för brott, och fler ska känna sig trygga.",
}
_ROW = re.compile(r"( *(?:- )*)(?:([a-z_]+):|-)( *#.*)?")


def fill_in(path: Path, today: date) -> None:
    """Fill in a file where the check says that a value is missing."""
    lines = path.read_text(encoding="utf-8").splitlines()
    result = check([str(path)], today)
    assert {finding.rule for finding in result.findings} <= {"empty-value"}, result.findings
    document = next(one for workspace in result.workspaces for one in workspace.documents if one.is_asked)
    for finding in document.remarks:
        row = document.positions.of(finding.path).line - 1
        met = _ROW.fullmatch(lines[row])
        assert met is not None, lines[row]
        inside = ".".join(str(step) for step in finding.path[-2:])
        answer = ANSWERS.get(inside) or ANSWERS[met[2] or "-"]
        lines[row] = f"{met[1]}{met[2]}: {answer}" if met[2] else f"{met[1]}- {answer}"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
