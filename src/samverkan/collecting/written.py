"""The follow-up that a round of answers comes to, as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.drafts.sheet import comment, id_text, quoted
from samverkan.formatting.formatted import in_form
from samverkan.model.review import FollowUp
from samverkan.words.collecting import NOTE_HEAD, NOTE_MISSING
from samverkan.words.lists import FirstOf

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from samverkan.collecting.together import Together
    from samverkan.drafts.follow_up import FollowUpDraft

KEYS = (
    *("result", "light", "value", "precision", "period", "comment", "obstacle", "carried_over", "why_not"),
    *("answered_by", "answered"),
)
_PLAIN = frozenset({"result", "light", "value", "precision", "carried_over"})


def follow_up(
    draft: FollowUpDraft,
    name: str,
    of: tuple[dict[str, str], tuple[date, date]],
    each: Sequence[Together],
    files: Sequence[str],
) -> str:
    """Write the follow-up.

    Args:
        draft: what is known of it.
        name: its id.
        of: the ids of what was reviewed with the fingerprints of the texts then, and the time that was reviewed.
        each: what was answered.
        files: the forms, as the user knows them.

    Returns:
        The file in its canonical form.
    """
    lines = [
        *comment(NOTE_HEAD.with_fields(files=FirstOf(tuple(files))).say(draft.notes)),
        *draft.head(name, of[1], dict(of[0].items())),
        *("", "outcomes:"),
        *(line for one in each for line in outcome_lines(one, draft)),
    ]
    return in_form("\n".join(lines) + "\n", FollowUp)


def outcome_lines(one: Together, draft: FollowUpDraft) -> Iterator[str]:
    """Write what was answered of one thing as an item of the outcomes, with its comments."""
    yield ""
    kind = one.asked.what["kind"]
    yield from comment(f"{kind}: {one.asked.label}", "  ")
    for note in one.notes:
        yield from comment(note.say(draft.notes), "  ")
    if not one.is_answered:
        yield from comment(NOTE_MISSING.say(draft.notes), "  ")
    is_known = bool(one.asked.item) and not one.is_gone
    item = one.asked.item
    yield (
        f"  - item: {item if item.startswith(chr(34)) else id_text(item)}"
        if is_known
        else (f"  - title: {quoted(one.asked.label)}")
    )
    for key in KEYS:
        if key in one.unsettled:
            yield f"    {key}:"
        elif key in one.values:
            yield f"    {key}: {value_text(key, one.values[key])}"


def value_text(key: str, value: str | tuple[str, ...]) -> str:
    """Write the value of a key on one line."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(quoted, value))}]" if len(value) > 1 else quoted(value[0])
    return value if key in _PLAIN else quoted(value)
