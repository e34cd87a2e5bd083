"""A comparison as JSON, for programs; see docs/json.md."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samverkan.comparing.saying import spoken
from samverkan.comparing.telling import versions_of
from samverkan.findings import path_text
from samverkan.output.json_v1 import VERSION, json_text

if TYPE_CHECKING:
    from samverkan.comparing.comparison import Comparison
    from samverkan.comparing.saying import Version
    from samverkan.comparing.telling import Told
    from samverkan.words.sentence import FieldValue, Language


def comparison_json(found: Comparison, language: Language, *, is_by_weight: bool) -> str:
    """Write a comparison as one JSON object.

    Args:
        found: the comparison.
        language: the language of the sentences.
        is_by_weight: whether what matters most comes first.
    """
    sections = found.by_weight if is_by_weight else found.chapters
    told = [one for section in sections for one in section.told]
    summary = {
        "differences": len(told),
        "major": sum(one.weight.is_major for one in told),
        "in_substance": sum(not one.weight.is_form for one in told),
        "same_fingerprint": found.is_same_text,
    }
    versions = {"before": _version(found.before), "after": _version(found.after)}
    whole = {"differences": [_difference(one, language) for one in told], "summary": summary}
    return json_text({"version": VERSION, **versions, **whole})


def _version(version: Version) -> dict[str, Any]:
    document = version.document
    return {"name": version.name, "id": document.id, "kind": document.kind, "title": document.title}


def _difference(one: Told, language: Language) -> dict[str, Any]:
    before, after = versions_of(one.words) if one.words else (one.before, one.after)
    return {
        "what": one.how.value,
        "chapter": one.subject.chapter,
        "path_before": None if one.old_path is None else path_text(one.old_path),
        "path_after": None if one.new_path is None else path_text(one.new_path),
        "says": one.says.say(language),
        "effect": one.effect.value if one.effect else None,
        "weight": one.weight.name.lower().replace("_", "-"),
        "is_major": one.weight.is_major,
        "before": _said(before, language),
        "after": _said(after, language),
        "details": [{"label": label.say(language), "value": _said(value, language)} for label, value in one.details],
    }


def _said(value: FieldValue | None, language: Language) -> str | None:
    return None if value is None else spoken(value, language)
