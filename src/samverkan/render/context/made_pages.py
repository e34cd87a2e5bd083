"""Pages that no file stands behind, made of many documents or of two versions: nobody signs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.render.context.values import USUAL_PAPER
from samverkan.words.document import Wording

if TYPE_CHECKING:
    from samverkan.render.context.values import PageContext
    from samverkan.words.sentence import Language


def made_page(page_id: str, kind: str, title: str, language: Language) -> PageContext:
    """Begin what the template of such a page is given; its sections, and what else it has, are for the caller to add.

    Args:
        page_id: the id of the page.
        kind: what kind of page it is, in words.
        title: its title.
        language: its language.
    """
    return {
        "top": 1,
        "place": "",
        "kind": kind,
        "id": page_id,
        "language": language,
        "title": title,
        "subtitle": "",
        "ordinal": "",
        "words": Wording(language).all(),
        "parties": [],
        "case_numbers": [],
        "facts": [],
        "status": "",
        "errors": "",
        "running_title": title,
        "draft_mark": "",
        "version_date": "",
        "kind_is_agreement": False,
        "head": {"parties": []},
        "sections": [],
        "notes": [],
        "signatures": None,
        "is_to_sign": False,
        "fingerprint": "",
        "paper": USUAL_PAPER,
        "pivot": False,
    }
