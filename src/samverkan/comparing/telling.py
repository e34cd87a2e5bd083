"""Differences in sentences, with what they mean and how much they matter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samverkan.comparing.differences import Happened
from samverkan.comparing.effects import effect_of
from samverkan.comparing.matching import headline
from samverkan.comparing.obligation import Bound, Effect, bound
from samverkan.comparing.sameness import even
from samverkan.comparing.saying import Label, headline_said, said, said_values
from samverkan.comparing.subjects import Capital, Subject, name_of, noun_of, subject_of
from samverkan.comparing.weighing import LAST_DAYS, WHO, Weight, weight_of
from samverkan.comparing.wording import Kept, shortened, stretches, version_of
from samverkan.model.base import Part
from samverkan.model.choices import Item
from samverkan.model.dates import End, EndOrNext, Start
from samverkan.model.held import held_by
from samverkan.model.parties import Party
from samverkan.model.texts import without_marks
from samverkan.words.comparing import say_of
from samverkan.words.sentence import Text, quoted

if TYPE_CHECKING:
    from samverkan.comparing.differences import Difference
    from samverkan.comparing.sameness import Spot
    from samverkan.comparing.saying import Version
    from samverkan.comparing.wording import Stretch
    from samverkan.findings import KeyPath
    from samverkan.words.sentence import FieldValue

_NOT_UNDERTAKEN = frozenset(
    {"introduction", "background", "needs_analysis", "survey", "problems", "analysis", "analyses", "references"}
    | {"definitions", "decisions", "outcomes", "provenance", "figures", "sources", "indicators", "other_information"}
)
"""The chapters whose texts tell of the world, where no word binds anybody."""
_ALREADY_BINDING = {Effect.WEAKER: "weaker", Effect.STRONGER: "stronger", Effect.NEGATED: "negated"}
_OF_DOCUMENT = {
    ("validity", "from"): "validity-from",
    ("validity", "until"): "validity-until",
    ("period", "from"): "period-from",
    ("period", "until"): "period-until",
    ("follow_up", "cadence"): "cadence-follow-up",
    ("status",): "status",
}
_LONG = 60


@dataclass(frozen=True)
class Told:
    """A difference as it is told.

    Attributes:
        how: what has happened.
        subject: what it is about.
        says: the sentence.
        effect: what it means; None where that cannot be told.
        weight: how much it matters.
        old_path: the place before; None for what is new.
        new_path: the place after; None for what is gone.
        before: the value before; None for what is new.
        after: the value after; None for what is gone.
        details: what else what is new or gone says.
        words: the words that have gone and come, of a text.
    """

    how: Happened
    subject: Subject
    says: Text
    effect: Effect | None
    weight: Weight
    old_path: KeyPath | None
    new_path: KeyPath | None
    before: FieldValue | None
    after: FieldValue | None
    details: tuple[tuple[Label, FieldValue], ...] = ()
    words: tuple[Stretch, ...] = ()


def told(found: Difference, before: Version, after: Version) -> Told:
    """Tell a difference.

    Args:
        found: the difference.
        before: the version before.
        after: the version after.
    """
    return _Telling(found, before, after).whole()


class _Telling:
    def __init__(self, found: Difference, before: Version, after: Version) -> None:
        self.found, self.old, self.new = found, before, after
        self.subject = subject_of(found, before, after)
        self.before = self._said(found.before, before)
        self.after = self._said(found.after, after)
        self.words = self._words()
        self.bound = self._bound()
        self.effect = self.bound.effect if self.bound else self._effect()

    def whole(self) -> Told:
        found, is_item = self.found, isinstance(self.found.before or self.found.after, Part)
        one_sided = found.how in {Happened.ADDED, Happened.REMOVED}
        whole, version = (found.after, self.new) if found.how is Happened.ADDED else (found.before, self.old)
        details = tuple(said_values(whole, version)) if one_sided and is_item and isinstance(whole, Part) else ()
        return Told(
            how=found.how,
            subject=self.subject,
            says=self._says(),
            effect=self.effect,
            weight=Weight.FORM if self._is_formatting else weight_of(found, self.subject, self.effect),
            old_path=None if found.how is Happened.ADDED else _path(found.old.path, found.key),
            new_path=None if found.how is Happened.REMOVED else _path(found.new.path, found.key),
            before=self.before,
            after=self.after,
            details=details,
            words=self.words,
        )

    def _said(self, value: object, version: Version) -> FieldValue | None:
        return None if value is None else said(value, self.found.holds, version)

    def _effect(self) -> Effect | None:
        if self.found.how is not Happened.CHANGED:
            return None
        return effect_of(self.found.before, self.found.after, self.found.old.part, self.found.new.part)

    @property
    def _texts(self) -> tuple[str, str] | None:
        """The text before and after, where both are authors' own words rather than names and single words."""
        before, after = self.found.before, self.found.after
        if self.found.how is not Happened.CHANGED or type(before) is not str or type(after) is not str:
            return None
        is_prose = self.found.holds.is_prose
        is_long = max(len(before), len(after)) > _LONG
        return (even(before), even(after)) if is_prose or (is_prose is False and is_long) else None

    @property
    def _is_formatting(self) -> bool:
        """Whether two texts say the same, and only look otherwise."""
        return self._texts is not None and without_marks(self._texts[0]) == without_marks(self._texts[1])

    def _words(self) -> tuple[Stretch, ...]:
        return shortened(stretches(*self._texts)) if self._texts else ()

    def _bound(self) -> Bound | None:
        return bound(*self._texts) if self._texts and self.subject.chapter not in _NOT_UNDERTAKEN else None

    def _says(self) -> Text:
        match self.found.how:
            case Happened.ADDED | Happened.REMOVED:
                return self._came_or_went()
            case Happened.CHANGED:
                return self._text() if self._texts else self._value()
            case Happened.MOVED:
                return self._moved()
            case Happened.ORDER:
                return self._form("reordered")
            case _:  # it has another id
                key = "document-renamed" if self.subject.is_document else "renamed"
                return self._with_capital(key, before=str(self.found.before), after=str(self.found.after))

    def _came_or_went(self) -> Text:
        found, is_new = self.found, self.found.how is Happened.ADDED
        value = found.after if is_new else found.before
        how = "added" if is_new else "removed"
        if isinstance(value, Party):
            return say_of(f"party-{how}").with_fields(name=value.name)
        spot = found.new if is_new else found.old
        if spot.path and isinstance(spot.path[-1], int) and spot.path[-2] == found.key:
            return self._item(value, how)
        if found.key in LAST_DAYS and self.subject.named:
            return self._with_capital(f"deadline-{how}", **self._values())
        if found.key in WHO and self.subject.named:
            return self._with_capital(f"who-{how}", **self._values())
        return self._form(f"value-{how}", **self._values())

    def _item(self, value: object, how: str) -> Text:
        noun, version = noun_of(value), self.subject.version
        fields: dict[str, FieldValue] = {"noun": noun.en, "name": _known_as(value, version)}
        around = self.subject.around()
        if how == "added":
            fields["new"] = Capital(noun.new)
        else:
            fields["known"] = noun.known
        if around is None:
            return say_of(f"item-{how}").with_fields(**fields)
        return say_of(f"item-{how}-in").with_fields(**fields, around=around)

    def _values(self) -> dict[str, FieldValue]:
        found: dict[str, FieldValue] = {"effect": say_of(f"effect-{self.effect.value}") if self.effect else ""}
        found |= {} if self.before is None else {"before": self.before}
        return found | ({} if self.after is None else {"after": self.after})

    def _value(self) -> Text:
        """Tell a value that is another, in a sentence of its own where it is one that commonly matters."""
        key = self._own_sentence()
        return self._with_capital(key, **self._values()) if key else self._form("value-changed", **self._values())

    def _own_sentence(self) -> str:
        """Choose the sentence of a value that commonly matters; none for others."""
        place = (*(step for step in self.found.new.path if isinstance(step, str)), self.found.key)
        if self.subject.is_document:
            key = _OF_DOCUMENT.get(place, "")
            return f"{key}-{open_end}" if key and (open_end := _open_end(self.found)) else key
        if self.effect and self.found.key in {"target", "strength"}:
            return f"{self.found.key}-{self.effect.value}"
        if not isinstance(self.subject.label, Label):  # it is a value of something inside the part
            return ""
        return self._of_part()

    def _of_part(self) -> str:
        key, part = self.found.key, self.found.new.part
        if key in LAST_DAYS and part.item is not None:
            return "deadline"
        if key == "cadence":
            return "cadence-forum" if part.item is Item.FORUM else "cadence"
        if key in WHO:
            return "who"
        if key == "name" and isinstance(part, Party):
            return "party-name"
        return "target" if key == "target" else ""

    def _text(self) -> Text:
        """Tell a text that is another, and whether it binds less or more."""
        if self._is_formatting:
            key = "formatted-document" if self.subject.is_document else "formatted"
            return self._with_capital(key, label=self.subject.label)
        is_own = self.subject.named and self.found.key == self._own_key
        says = self._with_capital("text-changed") if is_own else self._form("text-of")
        if self.bound is None:
            return says
        return say_of(_ALREADY_BINDING[self.bound.effect]).with_fields(told=says, what=_what(self.bound))

    @property
    def _own_key(self) -> str:
        """The key of the text that a part is."""
        held = held_by(self.found.new.part)
        return next((key for key in ("text", "task", "title") if key in held), "")

    def _moved(self) -> Text:
        old, new, value = self.found.old, self.found.new, self.found.after
        noun = noun_of(value)
        text = say_of("subject").with_fields(known=noun.known, noun=noun.en, name=headline(value).removesuffix("."))
        named = name_of(value, self.new) if isinstance(value, Part) else text
        if self.subject.has_moved_from_list:
            lists = {"before": _list_of(old, self.old), "after": _list_of(new, self.new)}
            return say_of("item-moved-from").with_fields(subject=Capital(named), **lists)
        places = {"before": _place(old.path), "after": _place(new.path)}
        return say_of("item-moved").with_fields(subject=Capital(named), **places)

    def _form(self, key: str, **fields: FieldValue) -> Text:
        """Choose between the form that names a part and that of the document itself."""
        fields = {"label": self.subject.label, **fields}
        if self.subject.is_document:
            return say_of(key).with_fields(**fields)
        return say_of(f"{key}-in").with_fields(subject=Capital(self.subject.text()), **fields)

    def _with_capital(self, key: str, **fields: FieldValue) -> Text:
        form = say_of(key)
        subject: FieldValue = self.subject.text()
        return form.with_fields(subject=Capital(subject) if form.sv.startswith("{subject}") else subject, **fields)


def _open_end(found: Difference) -> str:
    """Tell which of two times is no day: an end until further notice, or a start that waits for the signing."""
    times = (Start, End, EndOrNext)
    if isinstance(found.after, times) and found.after.date is None and not found.after.said:
        return "came"
    was_open = isinstance(found.before, times) and found.before.date is None and not found.before.said
    return "left" if was_open else ""


def _list_of(spot: Spot, version: Version) -> FieldValue:
    """Name a list: by the part that it is in, or in the document itself by its key."""
    label = Label(held_by(spot.part)[str(spot.path[-2])][0])
    return name_of(spot.part, version) if len(spot.holders) > 1 else quoted(label)


def _known_as(value: object, version: Version) -> FieldValue:
    """Say what an item is known by, whole: there is no other place where a text that is new or gone is told."""
    if not isinstance(value, Part):
        return quoted(str(value).removesuffix("."))
    found = headline_said(value, version)
    if isinstance(found, Text) and "quoted" in found.fields:
        return quoted(str(found.fields["quoted"]).removesuffix("."))
    return found or "–"


def _path(path: KeyPath, key: str) -> KeyPath:
    return path if path[-2:-1] == (key,) and isinstance(path[-1], int) else (*path, key)


def _place(path: KeyPath) -> int:
    return int(path[-1]) + 1


def _what(found: Bound) -> Text:
    key = "became" if found.before and found.after else "came" if found.after else "left"
    return say_of(key).with_fields(before=found.before, after=found.after)


def versions_of(words: tuple[Stretch, ...]) -> tuple[str, str]:
    """Give a text before and after, out of its words."""
    return version_of(words, Kept.GONE), version_of(words, Kept.NEW)
