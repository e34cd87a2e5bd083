"""Numbers that stand with the word for what they are are printed with that word once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from samverkan.render.context.bare_numbers import bare_number
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Outcome


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ("Dnr KS 2026/88", "KS 2026/88"),
        ("Diarienummer: KS 2026/88", "KS 2026/88"),
        ("ISBN 978 91 87335 94 5", "978 91 87335 94 5"),
        ("KS 2026/88", "KS 2026/88"),
        ("DNR-2026", "DNR-2026"),
        ("dnr", "dnr"),
        ("", ""),
    ],
)
def test_the_word_for_a_number_is_left_out(written: str, bare: str) -> None:
    assert bare_number(written) == bare


def test_the_word_is_printed_once(run: Callable[..., Outcome]) -> None:
    text = (ROOT / "tests" / "workspace" / "avtal-2024.yaml").read_text(encoding="utf-8")
    text = text.partition("signatures:")[0].replace("name: Lessebo kommun", "name: A, case_number: Dnr KS 2023/87")
    text += (
        "decisions: [{body: Kommunstyrelsen, date: 2023-11-20, case_number: Dnr KS 2023/88}]\n"
        "references: [{id: handbok, title: Handbok, isbn: ISBN 978 91 87335 94 5}]\n"
    )
    done = run("render", "-", "--format", "md", "--out", "-", stdin=text.encode())
    assert done.code == 0, done.err
    assert "KS\N{NO-BREAK SPACE}2023/87" in done.out
    assert "diarienummer KS 2023/88" in done.out
    assert done.out.count("ISBN") == 1
    assert "Dnr" not in done.out
