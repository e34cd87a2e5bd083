"""Make the pages on `samverkan.yaml`, in Swedish and shorter in English, from the model of the settings.

Run it after a change to the model: `make docs`. The Swedish words are those of the model, which editors show too.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel

from samverkan.model.settings import Settings

DOCS = Path(__file__).parents[1] / "docs"
PAGES = {"sv": DOCS / "sv" / "installningar.md", "en": DOCS / "settings.md"}
ENGLISH = {
    "samverkan": "The version of the file format.",
    "kind": "What the file is.",
    "title": "The workspace's name.",
    "lang": "The language of messages. `--lang` and `SAMVERKAN_LANG` take precedence.",
    "rules": "How much a rule, a family or `all` matters: `error`, `warning`, `note` or `off`.",
    "exclude": "Files and folders that are not read when a folder is searched, written as in a `.gitignore`. A file"
    " that is named is always read.",
    "gitignore": "Whether what `.gitignore` leaves out is not read either when a folder is searched.",
    "look": "How finished documents look.",
    "look.style": "The built-in design: `standard`, or `sober`, which has no colour and one typeface.",
    "look.organisation": "The name at the top.",
    "look.logo": "A picture: PNG, JPEG or SVG.",
    "look.logos": "A picture for each party, by its id, name, municipality code or organisation number.",
    "look.colour": "The colour of headings and lines, in quotes.",
    "look.fonts": "Fonts of your own.",
    "look.fonts.folder": "The folder of the font files, in the workspace.",
    "look.fonts.text": "The name of the typeface for text.",
    "look.fonts.headings": "The name of the typeface for headings and tables.",
    "look.word_template": "A Word file whose styles and head are used.",
    "look.templates": "A folder of templates of your own; each replaces the built-in one of the same name.",
    "soon_days": "How many days ahead a review is shown as coming soon.",
}
EXAMPLE = """\
```yaml
samverkan: 1
kind: workspace
title: Exempelby
lang: sv
soon_days: 30
exclude: [utkast/, "*-mall.yaml"]
rules:
  smart: note
  goal-without-deadline: error
look:
  organisation: Exempelby kommun
  colour: "#1f4e79"
```
"""
WORDS = {
    "sv": (
        (
            "# Inställningar\n\nFilen `samverkan.yaml` gör mappen där den ligger, och allt under den, till en"
            " arbetsyta: dokumenten hör ihop och granskas tillsammans. De två första raderna måste finnas. Allt annat"
            " kan utelämnas. Sökvägar räknas från mappen.\n"
        ),
        "| Nyckel | Heter | Betydelse | Förval |\n| --- | --- | --- | --- |\n",
        (
            "\n## Det som inte läses\n\n"
            "När en mapp gås igenom läses inte det som `exclude` eller en `.gitignore` utelämnar. Mönstren skrivs "
            "som i en `.gitignore` och räknas från mappen där filen ligger: `utkast/` är en mapp var som helst, "
            "`/utkast/` bara den här, `*-mall.yaml` varje fil vars namn slutar så, och `!` tar tillbaka. Ett "
            "mönster som börjar med `*` eller `!` ska stå inom citattecken i `samverkan.yaml`. En `.gitignore` "
            "gäller i sin mapp och allt under den, från toppen av git-arkivet (utanför git: av arbetsytan). Ett "
            "git-arkiv inuti ett annat har sina egna, och en arbetsyta inuti en annan har sina egna "
            "inställningar. En `.gitignore` som är större än 100 kB, eller är en länk, används inte.\n\n"
            "En fil som anges vid namn på kommandoraden läses alltid, och en mapp som anges gås alltid igenom. "
            "Med `--verbose` sägs vad som utelämnas, och av vilken fil.\n\n"
            "## Regler\n\n"
            "Se vad en regel heter med `samverkan rules`, och vad den betyder med `samverkan explain NAMN`.\n\n"
            "## När något är fel\n\n"
            "Ett fel i inställningarna stoppar granskningen, så att inget bedöms efter något annat än det ni menade. "
            "Allt som är fel sägs på en gång, med rad och det som ska stå där i stället:\n\n"
            "```\n"
            "Inställningarna i samverkan.yaml, rad 3: Nyckeln ”titel” finns inte här. Menade du `title`?\n"
            "  Klistra in:\n"
            "    title: Exempelby\n"
            "```\n\n"
            "`samverkan fix` rättar det som det inte råder tvekan om, till exempel `gitignore: ja`.\n"
        ),
    ),
    "en": (
        (
            "# Settings\n\nThe file `samverkan.yaml` makes its folder, and all below it, a workspace: its documents"
            " belong together and are checked together. The first two lines must be there; all else may be left out."
            " Paths are counted from the folder.\n"
        ),
        "| Key | Meaning | Default |\n| --- | --- | --- |\n",
        (
            "\n## What is not read\n\n"
            "When a folder is searched, what `exclude` or a `.gitignore` leaves out is not read. The patterns are "
            "written as in a `.gitignore` and counted from the folder of the file: `drafts/` is a folder "
            "anywhere, `/drafts/` only the one here, `*-template.yaml` each file whose name ends so, and `!` "
            "takes back. A pattern that begins with `*` or `!` is put in quotes in `samverkan.yaml`. A "
            "`.gitignore` counts in its folder and all below it, from the top of the repository (outside git: of "
            "the workspace). A repository within another has its own, and a workspace within another has settings "
            "of its own. A `.gitignore` that is larger than 100 kB, or is a link, is not used.\n\n"
            "A file that is named on the command line is always read, and a folder that is named is always "
            "searched. With `--verbose` it is told what is left out, and by which file.\n\n"
            "## Rules\n\n"
            "`samverkan rules` lists the names of rules, and `samverkan explain NAME` says what one means.\n\n"
            "## When something is wrong\n\n"
            "A fault in the settings stops the check, so that nothing is judged by what was not meant. "
            "All that is wrong is told at once, with the line and what to paste there; to programs it is told "
            "as findings (`bad-settings`). `samverkan fix` mends what is beyond doubt, such as `gitignore: yes`.\n"
        ),
    ),
}


def pages() -> dict[str, str]:
    """Write the page in each language."""
    return {language: _page(language) for language in WORDS}


def _page(language: str) -> str:
    head, columns, foot = WORDS[language]
    return head + "\n" + EXAMPLE + "\n" + columns + "".join(_rows(Settings, "", language)) + foot


def _rows(model: type[BaseModel], above: str, language: str) -> list[str]:
    rows = []
    for name, field in model.model_fields.items():
        key = f"{above}{name}"
        default = "" if field.is_required() or field.default in (None, {}, ()) else f"`{_written(field.default)}`"
        cells = [field.title, field.description] if language == "sv" else [ENGLISH[key]]
        rows.append(f"| `{key}` | {' | '.join(_cell(cell) for cell in (*cells, default))} |\n")
        for inner in _models_in(field.annotation):
            rows += _rows(inner, f"{key}.", language)
    return rows


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _cell(words: str | None) -> str:
    return (words or "").replace("|", "\\|")


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    inner = [part for argument in get_args(annotation) for part in _models_in(argument)]
    is_model = isinstance(annotation, type) and issubclass(annotation, BaseModel)
    return [annotation, *inner] if is_model else inner


if __name__ == "__main__":
    for language, page in pages().items():
        PAGES[language].write_text(page, encoding="utf-8", newline="\n")
