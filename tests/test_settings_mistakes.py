"""Slips in `samverkan.yaml`: each is told with its line, and with lines to paste that mend it."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from samverkan.check import check, of_settings
from samverkan.errors import ExitCode
from samverkan.model.fields import keys_of, part_in
from samverkan.model.settings import Settings
from samverkan.source.edits import applied
from samverkan.told import SettingsError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from samverkan.findings import Finding
    from tests.conftest import Outcome

    Run = Callable[..., Outcome]

TODAY = date(2026, 11, 23)
HEAD = "samverkan: 1\nkind: workspace\n"
AGREEMENT = """\
samverkan: 1
kind: agreement
id: avtal
title: Avtal
parties:
  - {id: polisen, type: police, name: Polisen}
  - {id: kommunen, type: municipality, code: "9901", name: Exempelby kommun}
validity: {from: 2024, until: 2027}
purposes: [Färre brott.]
focus_areas: [{id: platser, title: Otrygga platser}]
"""
WHOLE = "”trettio” är inget heltal. Skriv ett heltal med siffror, 1 eller mer."
# What is written, and what is proposed in its place.
PASTED = {
    "titel: Exempelby": "title: Exempelby",
    "språk: sv": "lang: sv",
    "lang: svenska": "lang: sv",
    "lang: English": "lang: en",
    "lang: [sv]": "lang: sv",
    "look: {colour: blå}": 'look: {colour: "#1f4e79"}',
    "look: {colour: mörkgrön}": 'look: {colour: "#2e6b34"}',
    'look: {colour: "rgb(31, 78, 121)"}': 'look: {colour: "#1f4e79"}',
    "look: {logga: bild.png}": "look: {logo: bild.png}",
    "soon_days: trettio": "soon_days: 30",
    "soon_days: 30 dagar": "soon_days: 30",
    "soon_days:30": "soon_days: 30",
    "soon_days: {days: 30}": "soon_days: 30",
    "exclude: {a: utkast/}": "exclude: [utkast/]",
    "exclude: *.yaml": 'exclude: "*.yaml"',
    "exclude: [utkast/, *.yaml]": 'exclude: [utkast/, "*.yaml"]',
    "rules: {smart: varning}": "rules: {smart: warning}",
    "rules: {smart: AV}": 'rules: {smart: "off"}',
    "rules: {smrt: note}": "rules: {smart: note}",
    "rules: {alla: note}": "rules: {all: note}",
    "rules: smart": "rules: {smart: warning}",
    "rules: [smart]": "rules: {smart: warning}",
    "rules: {smart: [note]}": "rules: {smart: note}",
    "rules: [{smart: note}, {goal-without-deadline: error}]": "rules: {smart: note, goal-without-deadline: error}",
    "rules: 12 § lagen": "rules: {goal-without-deadline: warning}",
    "look: logo.png": "look: {logo: logo.png}",
    "look: brev.docx": "look: {word_template: brev.docx}",
    "look: sober": "look: {style: sober}",
    "look: [logo.png]": "look: {logo: logo.png}",
    "look: {logo: [a.png]}": "look: {logo: a.png}",
    "look: {logo: {file: a.png}}": "look: {logo: a.png}",
    "look: {colour: 1F4E79}": 'look: {colour: "#1f4e79"}',
    "look: {colour: fff}": 'look: {colour: "#ffffff"}',
    "look: {colour: #1f4e79}": 'look: {colour: "#1f4e79"}',
    "look:\n  colour: #1f4e79  # Överst i alla": 'look:\n  colour: "#1f4e79"  # Överst i alla',
    'look: {color: "#1f4e79"}': 'look: {colour: "#1f4e79"}',
    "look: {fonts: Arial}": "look: {fonts: {text: Arial}}",
    "look: {fonts: {text: [Arial]}}": "look: {fonts: {text: Arial}}",
    "look: {logos: [polisen.png]}": "look: {logos: {polisen: polisen.png}}",
    "look: {logos: {polisen: [a.png]}}": "look: {logos: {polisen: a.png}}",
    "utseende: {logo: a.png}": "look: {logo: a.png}",
    "logo: a.png": "look: {logo: a.png}",
    'colour: "#123456"': 'look: {colour: "#123456"}',
    "organisation: Exempelby": "look: {organisation: Exempelby}",
    "look:\nlogo: a.png": "look:\n  logo: a.png",
    "look:\n logo: a.png\n  style: sober": "look:\n logo: a.png\n style: sober",
    "look:\n  logo: a.png\nstyle: sober": "look:\n  logo: a.png\n  style: sober",
    "look: {logo: a.png}\nstyle: sober": "look: {logo: a.png, style: sober}",
    "look:\n  logo: a.png\n  soon_days: 30": "look:\n  logo: a.png\nsoon_days: 30",
    "gitignore: ja": "gitignore: true",
    "gitignore: [nej]": "gitignore: true",
    'title: "Exempelby': 'title: "Exempelby"',
}
# What only the author can mend.
TOLD = {
    "look: {colour: kommunens}": "Skriv # och sex tecken",
    "look: {style: enkel}": "Välj standard",
    "parties: []": "Här kan stå: `samverkan`",
    "rules:": "Här saknas ett värde.",
    "exclude:": "Här saknas ett värde.",
    "rules: {duplicate-key: note}": "Ta bort raden; med --ignore duplicate-key visas det inte i en körning.",
    "title: Ett\ntitle: Två": "står två gånger",
    "look: {soon_days: 30}": "Den hör hemma överst i filen.",
    "organisation: Vara kommun, Skaraborg": "Den hör hemma under `look`.",
    "look: {logo: 1}\nlogos:\n  polisen: a.png": "Den hör hemma under `look`.",
}


def faults(folder: Path, text: str) -> tuple[Finding, ...]:
    (folder / "samverkan.yaml").write_text(text, encoding="utf-8")
    (folder / "avtal.yaml").write_text(AGREEMENT, encoding="utf-8")
    try:
        check([str(folder)], TODAY)
    except SettingsError as error:
        return of_settings(error).findings
    return ()


@pytest.mark.parametrize("written", PASTED)
def test_hands_lines_that_mend_it(written: str, tmp_path: Path) -> None:
    text = f"{HEAD}{written}\n"
    (fault,) = faults(tmp_path, text)
    assert fault.edit is not None
    mended = applied(text, fault.edit)
    assert mended == f"{HEAD}{PASTED[written]}\n"
    assert not faults(tmp_path, mended)


@pytest.mark.parametrize("written", TOLD)
def test_says_what_to_do(written: str, tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, f"{HEAD}{written}\n")
    assert fault.edit is None
    assert TOLD[written] in f"{fault.message.say('sv')} {fault.help.say('sv')}"


def places(part: Any = Settings, *before: str) -> list[tuple[str, ...]]:
    own = [(*before, key) for key in keys_of(part)]
    inner = [(place, part_in(keys_of(part)[place[-1]].annotation)) for place in own]
    return own + [deeper for place, found in inner if found for deeper in places(found, *place)]


@pytest.mark.parametrize("place", [place for place in places() if place[0] not in {"samverkan", "kind"}], ids=".".join)
@pytest.mark.parametrize("shape", ['["Något i ord"]', '{name: "Något i ord"}', '[["Något i ord"]]'])
def test_every_setting_of_a_wrong_shape(place: tuple[str, ...], shape: str, tmp_path: Path) -> None:
    text = "{samverkan: 1, kind: workspace, " + ": {".join(place) + f": {shape}" + "}" * len(place) + "\n"
    for fault in faults(tmp_path, text):
        if fault.edit is None:  # it has the right shape: other words are wrong
            assert shape.startswith("{")
            continue
        assert fault.rule == "bad-settings"
        assert not faults(tmp_path, applied(text, fault.edit))


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("kind: workspace\n", "samverkan: 1\nkind: workspace\n"),
        ("samverkan: 1\n", "kind: workspace\nsamverkan: 1\n"),
        ("samverkan: 1\nkind: arbetsyta\n", "samverkan: 1\nkind: workspace\n"),
        ("samverkan: ett\nkind: workspace\n", "samverkan: 1\nkind: workspace\n"),
    ],
)
def test_the_two_first_lines(text: str, mended: str, tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, text)
    assert fault.edit is not None
    assert applied(text, fault.edit) == mended


def test_all_that_is_wrong_is_told(run: Run, tmp_path: Path) -> None:
    faults(tmp_path, f"{HEAD}titel: Exempelby\nlang: sv\nsoon_days: trettio\n")
    ended = run("validate", "--lang", "sv", cwd=tmp_path)
    assert ended.code == ExitCode.WRONG_USE
    assert ended.err.splitlines() == [
        "Inställningarna i samverkan.yaml, rad 3: Nyckeln ”titel” finns inte här. Menade du `title`?",
        "  Klistra in:",
        "    title: Exempelby",
        f"Inställningarna i samverkan.yaml, rad 5: {WHOLE}",
        "  Klistra in:",
        "    soon_days: 30",
    ]
    told = json.loads(run("validate", "--lang", "sv", "--format", "json", cwd=tmp_path).out)
    assert [finding["line"] for finding in told["findings"]] == [3, 5]


def test_safe_slips_are_mended(run: Run, tmp_path: Path) -> None:
    text = f"{HEAD}# egna ord\ngitignore: ja  # som git\nrules:\n  - smart: varning\nlang:{chr(0xA0)}sv\n"
    assert faults(tmp_path, text)
    shown = run("fix", "--yes", "--lang", "sv", cwd=tmp_path)
    assert "+gitignore: true  # som git" in shown.out
    assert shown.code == 0
    once = (tmp_path / "samverkan.yaml").read_text(encoding="utf-8")
    assert "# egna ord\ngitignore: true  # som git\n" in once
    assert "lang: sv" in once
    run("fix", "--yes", cwd=tmp_path)
    assert (tmp_path / "samverkan.yaml").read_text(encoding="utf-8") == once
    assert run("fmt", "--check", "samverkan.yaml", cwd=tmp_path).code == ExitCode.NOTHING_TO_CHECK


def test_settings_whose_comment_begins_with_a_number_are_read(tmp_path: Path, run: Run) -> None:
    (tmp_path / "samverkan.yaml").write_text(f"{HEAD}title: Exempelby kommun #2 i raden\n", encoding="utf-8")
    (tmp_path / "avtal.yaml").write_text(AGREEMENT, encoding="utf-8")
    assert run("validate", ".").code == 0
