"""Facts: a label and what it says, as all kinds of document show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from samverkan.model.references import Reference
from samverkan.render.context.prose import plain_html

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samverkan.model.choices import Choice, Item
    from samverkan.model.dates import CoarseDate
    from samverkan.model.elsewhere import DocumentElsewhere
    from samverkan.model.goals import Goal
    from samverkan.model.progress_notes import ProgressNote
    from samverkan.render.context.names import Names
    from samverkan.render.context.phrases import Phrases
    from samverkan.render.context.prose import Prose
    from samverkan.render.context.values import Context, Fact, Light
    from samverkan.words.sentence import Language, Sayable


_OF_SEVERAL = {"contributes_to": "contributes_to_several", "fulfils_commitments": "fulfils_several"}
"""The labels of facts that name several, by the labels of those that name one."""


_SMALL_WORDS = frozenset(
    (
        *("efter", "före", "innan", "inför", "i", "på", "vid", "under", "när", "om", "kl", "kl.", "klockan"),
        *("preliminärt", "after", "before", "in", "on", "at", "during", "when", "if"),
    )
)
"""What words of a time begin with that have a small letter inside a sentence."""


class FactWriter:
    """Writes the facts of one document.

    Attributes:
        language: the document's language.
        names: names what it refers to.
        words: its phrases.
        prose: turns its prose into HTML.
    """

    language: Language
    names: Names
    words: Phrases
    prose: Prose

    def text(self, prose: str | None) -> Context:
        """A part that is one text."""
        return {"html": self.prose.html(prose)}

    def fact(self, key: str, value: str | None) -> Fact:
        """A fact of plain text, labelled with the words of a key."""
        return {"label": self.words.fixed(key), "html": plain_html(value or "")}

    def measured(self, goal: Goal, words: Phrases) -> Fact:
        """A fact of what a goal measures; of one that does not say, which way it should go, or its unit."""
        key = "indicator" if goal.indicator else "direction" if goal.direction else "unit"
        return self.fact(key, words.capital(words.indicator(goal)))

    def said(self, key: str, value: Sayable | None) -> Fact:
        """A fact that knows its own words: one of a closed list, a date, a cadence."""
        return self.fact(key, value.say(self.language) if value else "")

    def next_time(self, key: str, day: CoarseDate | None, words: str | None) -> Fact:
        """A fact of when something is meant to be next: the day, what is said of it in words, or both."""
        if day is None:
            return self.fact(key, words)
        if not words:
            return self.said(key, day)
        begins_small = words.split(maxsplit=1)[0].casefold() in _SMALL_WORDS
        said = (words[:1].lower() + words[1:] if begins_small else words).removesuffix(".")
        return self.fact(key, f"{day.say(self.language)} ({said})")

    def unlabelled(self, *values: Sayable | None) -> Fact:
        """A fact that needs no label and begins a line: ”Ska, var för sig”."""
        said = ", ".join(value.say(self.language) for value in values if value)
        return {"label": "", "html": plain_html(self.words.capital(said))}

    def prose_fact(self, key: str, value: str | None) -> Fact:
        """A fact of prose."""
        return {"label": self.words.fixed(key), "html": self.prose.inline(value)}

    def documents_fact(self, key: str, *targets: str | DocumentElsewhere | None) -> Fact:
        """A fact that names documents and works, by their ids or as they are described."""
        named = [self.document_html(target) for target in targets if target]
        is_told_of = any(not isinstance(target, str) and (target.text or target.url) for target in targets if target)
        between = Markup("<br>\n") if is_told_of else Markup(", ")
        return {"label": self.words.fixed(key), "html": between.join(named)}

    def document_html(self, target: str | DocumentElsewhere) -> Markup:
        """Name a document by its id, or as it is described: title, year, address and remark."""
        if isinstance(target, str):
            return plain_html(self._with_year(target))
        html = plain_html(self.words.document_elsewhere(target))
        if target.url:
            html += Markup(' <a href="{}">{}</a>').format(target.url, target.url)
        stop = Markup(" ") if target.url else Markup(". ")
        return html + (stop + self.prose.inline(target.text) if target.text else Markup(""))

    def _with_year(self, written: str) -> str:
        """Name what an id leads to; a work by its year too, which tells agreements of the same name apart."""
        name, target = self.names.of(written), self.names.target(written)
        work = target.place.part if target and target.place else None
        year = work.year if isinstance(work, Reference) else None
        return f"{name} ({year})" if year and year not in name else name

    def named(self, key: str, targets: Iterable[str] | str | None, *items: Item) -> Fact:
        """A fact that names the parts that references lead to."""
        names = self.names_of(targets, *items)
        return self.fact(_OF_SEVERAL.get(key, key) if len(names) > 1 else key, "; ".join(names))

    def names_of(self, targets: Iterable[str] | str | None, *items: Item) -> list[str]:
        """Name each that is referred to once; of several, sentences lose their full stops."""
        written = [targets] if isinstance(targets, str) else list(targets or ())
        names = list(dict.fromkeys(self.names.of(target, *items) for target in written))
        return [name.removesuffix(".") for name in names] if len(names) > 1 else names

    def notes_fact(self, progress: str, notes: Sequence[ProgressNote]) -> Fact:
        """A fact of how it goes: how far, and each note on a line of its own."""
        lines = [plain_html(self.words.capital(progress))] if progress else []
        html = Markup("<br>\n").join(filter(None, [*lines, *map(self._progress_note, notes)]))
        return {"label": self.words.fixed("followed_up"), "html": html}

    def _progress_note(self, note: ProgressNote) -> Markup:
        """Write a note: ”Maj 2024: Gul. Två av tre är gjorda. Besökare: 140.” and the like."""
        counts = [f"{self.words.capital(count.title)}: {self.words.count(count)}" for count in note.counts]
        light = note.light.say(self.language).capitalize() if note.light else ""
        if light and not (note.date or note.text or counts):
            return plain_html(f"{self.words.fixed('assessment')}: {light.lower()}.")
        told = [plain_html(light), self.prose.inline(note.text), *map(plain_html, counts)]
        ended = [one if one.striptags().endswith((".", "!", "?")) else one + "." for one in told if one]
        said = Markup(" ").join(ended)
        day = self.words.capital(self.words.date(note.date))
        return plain_html(f"{day}: ") + said if day and said else plain_html(day) + said

    def light(self, light: Choice | None) -> Light | None:
        """A traffic light: the colour for the eye and the word."""
        return {"colour": light.value, "word": light.say(self.language)} if light else None
