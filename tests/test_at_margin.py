"""Texts whose later lines begin at the left edge."""

from __future__ import annotations

import pytest

from samverkan.source.at_margin import goes_on
from tests.test_lines_meant import mended, told

_HEAD = "samverkan: 1\nkind: agreement\nid: avtal\n"
_END = "\nend: d\n"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("note: Ett råd som möts ofta,\noch som har en ordförande.\n", "  och som har en ordförande."),
        ("note: Ett råd.\nDet möts varje månad.\n", "  Det möts varje månad."),
        ("note: |\nDet leds väl av kommunen.\n", "  Det leds väl av kommunen."),
        ("part:\n  - Ett råd som möts ofta,\noch leds väl.\n", "    och leds väl."),
        ("part:\n  - note: Ett råd som möts\n      ofta på våren,\noch leds väl.\n", "      och leds väl."),
        ("note: >-\n    Ett råd som möts.\nDet leds väl av kommunen.\n", "    Det leds väl av kommunen."),
        (
            "note: |\n  Ett råd.\n\nRådet leds av kommunens samordnare och polisen\n  som möts ofta.\n",
            "  Rådet leds av kommunens samordnare och polisen",
        ),
    ],
)
def test_a_line_is_indented_as_the_text_that_it_belongs_to(text: str, meant: str) -> None:
    whole = _HEAD + text + _END
    assert told(whole).sentence == "syntax-at-margin"
    assert mended(whole) == whole.replace(meant.lstrip(), meant)


@pytest.mark.parametrize(
    "text",
    [
        "note: Ett råd som möts ofta.\nBakgrund och syfte\n",  # a heading
        "note: |\n  Ett råd som möts.\n\nBakgrund och syfte\n",
        "note: |\nBakgrund och syfte\n",
        "part: [a, b]\nDet möts varje månad.\n",
        'note: "Ett råd."\nDet möts varje månad.\n',
        "note: Ett råd.\nDet möts # ofta och väl.\n",
        "note: Ett råd\ntitle Överenskommelse\n",
        "part:\n  - råd\nDet möts varje månad.\n",
    ],
)
def test_what_belongs_to_no_text_stays_where_it_is(text: str) -> None:
    assert told(_HEAD + text + _END).sentence != "syntax-at-margin"


def test_a_text_that_begins_too_far_above_is_not_looked_for() -> None:
    lines = "".join(f"  rad {number} av texten som\n" for number in range(200))
    assert told(f"{_HEAD}note: >-\n{lines}och slutar här.\n{_END}").sentence != "syntax-at-margin"


def test_a_line_goes_on_only_where_one_stands_right_above_it() -> None:
    assert goes_on(["Vi möts", "och ses igen"], 1)
    assert not goes_on(["", "och ses igen"], 1)
    assert not goes_on(["och ses igen"], 0)
    assert not goes_on(["Vi möts", "Hälsningar Lo"], 1)


def test_keys_are_moved_along_with_what_stands_below_them() -> None:
    text = f"{_HEAD}part:\n  - id: a\n    name: A\n  role: b\n\n  texts:\n    - c\n\n  - id: d\n{_END}"
    assert told(text).sentence == "syntax-indent-keys"
    assert mended(text) == text.replace("  role: b\n\n  texts:\n    - c", "    role: b\n\n    texts:\n      - c")


def test_the_sign_for_per_cent_is_no_text() -> None:
    assert mended(f"{_HEAD}part: {{unit: %, note: b}}\n") == f"{_HEAD}part: {{unit: per-cent, note: b}}\n"
    assert mended(f"{_HEAD}unit: % av alla\n") == f'{_HEAD}unit: "% av alla"\n'
