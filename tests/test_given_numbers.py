"""Where authors number some parts themselves, the others get no number that nobody gave them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from samverkan.check import check
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.rendering import Rendering

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2024, 6, 1)
ANALYSIS = """\
samverkan: 1
kind: cause-analysis
id: orsaker
title: Orsaksanalys
picture: {title: Lägesbild}
analyses:
  - problem_text: Skadegörelse
    number: A
    causes:
      - {id: mörkt, number: A1, text: Mörkt.}
      - {id: fältarna, text: Fältarna går där., effect: protective}
  - problem_text: Cykelstölder
    causes:
      - {id: lås, text: Dåliga lås.}
"""
PLAN = """\
samverkan: 1
kind: action-plan
id: plan
title: Plan
measures:
"""


def _shown(folder: Path, *texts: str) -> str:
    for i, text in enumerate(texts):
        (folder / f"{i}.yaml").write_text(text, encoding="utf-8")
    around = check([str(folder)], TODAY).workspaces[0]
    return Rendering(around.documents[0], around, TODAY).to(DocumentFormat.MD).decode()


def test_causes_and_problems_without_a_number_have_none(tmp_path: Path) -> None:
    text = _shown(tmp_path, ANALYSIS)
    assert "Problem A. Skadegörelse" in text
    assert "Problem: Cykelstölder" in text
    assert "**Orsak A1.** Mörkt." in text
    assert "**Skyddsfaktor.** Fältarna går där." in text
    assert "**Orsak.** Dåliga lås." in text


def test_what_nobody_numbers_is_numbered_in_order(tmp_path: Path) -> None:
    text = _shown(tmp_path, ANALYSIS.replace("number: A1, ", "").replace("    number: A\n", ""))
    assert "Problem 2. Cykelstölder" in text
    assert "**Skyddsfaktor 1.2.** Fältarna går där." in text


def test_measures_without_a_number_have_none_where_others_have(tmp_path: Path) -> None:
    text = _shown(tmp_path, PLAN + "  - {number: 1a, title: Ljus}\n  - {title: Ronder}\n")
    assert "1a Ljus" in text
    assert "## Ronder" in text


def test_a_plan_numbers_nothing_that_its_analysis_does_not(tmp_path: Path) -> None:
    measures = (
        "  - {title: Lampor, causes: [mörkt]}\n"
        "  - {title: Låskampanj, causes: [lås]}\n"
        "  - {title: Fler fältare, causes: [fältarna]}\n"
        "  - {title: Möten}\n"
    )
    text = _shown(tmp_path, PLAN.replace("measures", "cause_analysis: orsaker\nmeasures") + measures, ANALYSIS)
    assert "Orsak A1. Mörkt." in text.replace("**", "")
    assert "# Lampor" in text
    assert "A1.1" not in text
    assert "# Låskampanj" in text
    assert "# Fler fältare" in text
    assert "Skyddsfaktor. Fältarna går där." in text.replace("**", "")
    assert "# Problem: Cykelstölder" in text
    assert "# Åtgärder utan angivet problem" in text
