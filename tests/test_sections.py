"""Sections of the author's own, which show parts of the document where the author wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

PICTURE = """\
samverkan: 1
kind: situation-picture
id: bild
title: Lägesbild
date: 2024-05
survey: Vi har räknat.
other_information: [Parken byggs om.]
analysis: Vi har tänkt.
sections:
  - {title: Hela bilden, shows: [analysis, survey, other_information]}
"""


def test_a_section_names_each_demand_of_the_law_that_its_parts_answer(
    run: Callable[..., Outcome], tmp_path: Path
) -> None:
    (tmp_path / "bild.yaml").write_text(PICTURE, encoding="utf-8")
    run("render", "bild.yaml", "--format", "md", "--out", "ut")
    assert "4 § 3 lagen (2023:196) · 4 § 1 lagen (2023:196) · 4 § 2 lagen (2023:196)" in (
        tmp_path / "ut" / "bild.md"
    ).read_text(encoding="utf-8")
