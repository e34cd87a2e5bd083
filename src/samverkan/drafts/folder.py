"""A folder to start in: a first agreement, settings, and what editors and those who keep versions need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.drafts.agreement import first_agreement
from samverkan.drafts.sheet import quoted
from samverkan.model.schema import COMBINED, combined_text
from samverkan.resources import content
from samverkan.resources import names as names_in
from samverkan.source.left_out import SETTINGS_FILES
from samverkan.words import drafts as said

if TYPE_CHECKING:
    from samverkan.drafts.agreement import FirstAgreement
    from samverkan.words.sentence import Language

_PLACE = "data/start"
_IN_ENGLISH = "data/start/en"
_FILES = {
    SETTINGS_FILES[0]: "samverkan.yaml",
    "README.md": "README.md",
    ".editorconfig": "editorconfig",
    ".gitignore": "gitignore",
    ".pre-commit-config.yaml": "pre-commit-config.yaml",
    ".gitlab-ci.yml": "gitlab-ci.yml",
    ".github/workflows/samverkan.yml": "github.yml",
    ".vscode/settings.json": "vscode-settings.json",
    ".vscode/extensions.json": "vscode-extensions.json",
}
"""What comes with the package, by where it is to lie in the folder."""


def starting_files(asked: FirstAgreement, reader: Language) -> dict[str, bytes]:
    """Write all that a new folder is to hold.

    Args:
        asked: what is known of the first agreement.
        reader: the language of those who are to work in the folder.

    Returns:
        The files, the agreement first, by their names with `/` between folders.
    """
    draft = first_agreement(asked, reader)
    names = [name for _, name in asked.municipalities]
    title = said.all_of([*names, asked.police], "sv")
    words = {
        "%TITLE%": said.all_of([*names, asked.police], reader),
        "%TITLE_YAML%": quoted(title),
        "%ORGANISATION_YAML%": quoted(said.all_of(names, "sv")),
        "%ID%": draft.id,
    }
    files = {f"{draft.id}.yaml": draft.text.encode()}
    in_english = names_in(_IN_ENGLISH)
    for name, kept in _FILES.items():
        place = _IN_ENGLISH if reader == "en" and kept in in_english else _PLACE
        text = content(place, kept).decode()
        for mark, word in words.items():
            text = text.replace(mark, word)
        files[name] = text.encode()
    return files | {f".vscode/{COMBINED}": combined_text().encode()}
