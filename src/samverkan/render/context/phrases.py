"""Phrases made from a document's values: who, when, how much, in the document's language."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, cast

from samverkan.model.choices import Item, Progress, Result, Unit
from samverkan.model.counts import Figure
from samverkan.model.dates import CoarseDate, End, EndOrNext, Start
from samverkan.model.goals import Limits
from samverkan.model.said_times import is_limit
from samverkan.model.terms import Period, PlanPeriod, PromisePeriod, Validity
from samverkan.render.context.bare_numbers import bare_number
from samverkan.render.context.period_words import says_how, says_until, without_applies
from samverkan.words.clauses import LENGTHS
from samverkan.words.document import PER, Wording
from samverkan.words.groups import ALL_PARTIES, PARTY_GROUP_WORDS, inside_sentence
from samverkan.words.numbers import SINGULAR, written_number
from samverkan.words.rhythm import says_rhythm
from samverkan.words.units import may_follow_unit
from samverkan.workspace.actors import EVERYBODY, actor_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from samverkan.model.choices import Precision
    from samverkan.model.cooperation import Quantity
    from samverkan.model.counts import BackgroundFigure, Count, SubCount
    from samverkan.model.dates import Cadence
    from samverkan.model.deadlines import InProgress
    from samverkan.model.elsewhere import DocumentElsewhere
    from samverkan.model.goals import Goal, Objective, Target
    from samverkan.model.parties import Party, Signatory
    from samverkan.model.plan import Actor
    from samverkan.model.references import Reference
    from samverkan.model.review import Outcome, Participant
    from samverkan.model.terms import CarriedExtension, Lasting
    from samverkan.render.context.names import Names
    from samverkan.words.sentence import Language, Sayable


def _ends_of(period: Lasting) -> tuple[Sayable | None, Sayable | None]:
    """Give what is written of the start and the end of a period."""
    either = cast("Period | PromisePeriod", period)  # there are no others
    return either.start, either.end


def _dated(written: Sayable | None) -> CoarseDate | None:
    date = written.date if isinstance(written, Start | End | EndOrNext) else written
    return date if isinstance(date, CoarseDate) else None


def _extended_to(period: Lasting) -> CoarseDate | None:
    """Give the end of the last extension; None where there is none, or none that moves what is written of the end."""
    if not isinstance(period, Validity | PlanPeriod | PromisePeriod) or not period.extended:
        return None
    last, end = period.ends_on, _ends_of(period)[1]
    if end is None:
        return last
    written = _dated(end) or period.latest
    return last if written and last and written.last < last.last else None


def _bracketed(said: str, more: str | None) -> str:
    """Write what is said with more in brackets after it; where one of them is missing, the other."""
    return f"{said} ({more})" if said and more else said or more or ""


def _own_words(period: Lasting) -> str:
    return without_applies(period.text or "", of_agreement=isinstance(period, Validity))


_OF_ENDS = frozenset(["från", "till", "och", "med", "from", "until", "inclusive"])


def _holds_all(words: str, said: str) -> bool:
    """Tell whether words say all of a time that is said, each year and month of it, so that it need not be repeated."""
    held = set(re.findall(r"\w+", words.casefold()))
    held |= {str(i) for lengths in LENGTHS.values() for i, word in enumerate(lengths) if word in held}
    told = [word for word in re.findall(r"\w+", said.casefold()) if word not in _OF_ENDS]
    return bool(told) and all(word in held for word in told)


def _between_names(names: Sequence[str]) -> str:
    return "; " if any("," in name for name in names) else ", "


_PREPOSITIONS = frozenset(["i", "före", "efter", "under", "vid", "på", "inför", "in", "before", "after", "at", "on"])
"""What a time may begin with that follows ”årligen” without a comma."""


_PER = frozenset(["per", "varje", "om", "a", "an", "each", "every"])
"""What words for a period begin with that follow an amount without a comma."""


class Phrases:
    """Phrases for one document."""

    def __init__(self, language: Language, names: Names) -> None:
        """Choose the language, and take the names of parties and works from those that a document refers to."""
        self.language: Language = language
        self.fixed = Wording(language)
        self._names = names

    def joined(self, parts: Sequence[str]) -> str:
        """Join with commas and a last ”och”."""
        if len(parts) < 2:  # noqa: PLR2004 - there is nothing to join
            return "".join(parts)
        between = _between_names(parts[:-1])
        return between.join(parts[:-1]) + (" och " if self.language == "sv" else " and ") + parts[-1]

    def listed(self, names: Sequence[str]) -> str:
        """List names one after the other, so that those that hold commas of their own are told apart."""
        return _between_names(names).join(names)

    def outsiders(self, written: Sequence[str]) -> list[str]:
        """Name those who are written as they are called, parties that are written by their ids by their names."""
        return [self._names.of(one, Item.PARTY) for one in written]

    def parties(self, ids: Sequence[str]) -> str:
        """Name parties and groups of parties, with a capital first."""
        named = self.joined([self._names.party(party) for party in ids])
        return self.capital(named) if ids and ids[0] in PARTY_GROUP_WORDS else named

    def party_named(self, one: str) -> str:
        """Name a party or a group of parties as inside a sentence: ”parterna gemensamt”."""
        return self._names.party(one)

    def are_several(self, ids: Sequence[str]) -> bool:
        """Tell whether parties are named in the plural: “the municipalities promise”."""
        return len(ids) > 1 or any(
            one in {"municipalities", "police"} and self._names.party(one) == PARTY_GROUP_WORDS[one].say(self.language)
            for one in ids
        )

    def capital(self, words: str) -> str:
        """Begin with a capital letter."""
        return words[:1].upper() + words[1:]

    def party(self, party: Party) -> str:
        """Name a party as in a list of them, with its number, what it is a part of, and what it is called."""
        called = [self.fixed("known_as", name=party.short_name)] if party.short_name else []
        return self.capital(_bracketed(party.name, ", ".join([*self.about_party(party), *called])))

    def about_party(self, party: Party) -> list[str]:
        """Say by what number a party is known, what it is a part of, and who represents it."""
        digits = (party.organisation_number or "").replace("-", "")
        known = [self.fixed("organisation_number", number=f"{digits[:6]}-{digits[6:]}")] if digits else []
        known += [self.fixed("part_of_whole", whole=party.part_of)] if party.part_of else []
        who = self.joined([inside_sentence(one) for one in party.represented_by])
        return [*known, self.fixed("represented_by", who=who)] if who else known

    def signatory_role(self, signatory: Signatory) -> str:
        """Write a signatory's role, and who signs in their place: ”Chef, genom Per Ås, biträdande chef”."""
        proxy = signatory.by_proxy
        by = ", ".join(part for part in (proxy.name, proxy.role) if part) if proxy else ""
        said = (signatory.role, self.fixed("by_proxy", who=by) if by else "")
        return self.capital(", ".join(part for part in said if part))

    def members(self, ids: Sequence[str]) -> str:
        """Name those who take part in something, where ”gemensamt” would say nothing."""
        return self.capital(ALL_PARTIES.say(self.language)) if set(ids) & EVERYBODY else self.parties(ids)

    def date(self, day: CoarseDate | None) -> str:
        """Write a date as in running text; empty for none."""
        return day.say(self.language) if day else ""

    def on(self, day: CoarseDate) -> str:
        """Write when something was done, inside a sentence: ”den 3 maj 2023”, ”i maj 2023”, ”hösten 2023”."""
        said = day.say(self.language)
        return f"i {said}" if self.language == "sv" and day.month and not (day.day or day.said) else said

    def by(self, day: CoarseDate) -> str:
        """Write a last day: ”senast den 3 maj 2023”, but ”före midsommar 2023” where that is how it is said."""
        said = day.say(self.language)
        return said[:1].lower() + said[1:] if is_limit(said) else self.fixed("no_later_than", start=said)

    def place_and_date(self, place: str | None, day: CoarseDate | None) -> str:
        """Write where and when something was signed, as a line of its own."""
        if place and day:
            return self.capital(self.fixed("signed_at", place=place, day=self.on(day)))
        return self.capital(place or self.date(day))

    def period(self, period: Lasting) -> str:
        """Write a period: ”2019–2023”, ”från undertecknandet och 4 år framåt”, ”från maj 2016 (hösten 2016)”."""
        said = self._period(period)
        own = _own_words(period)
        return own if own and _holds_all(own, said) else _bracketed(said, own)

    def applying(self, period: Lasting) -> str:
        """Write the time that a document applies, to the end of its last extension; else as it was first written."""
        goes_on = isinstance(period, Validity) and period.goes_on
        said = self._applying(period)
        return self.fixed("said_goes_on", period=said) if goes_on and said else said

    def _applying(self, period: Lasting) -> str:
        start, last = _ends_of(period)[0], _extended_to(period)
        if last is None:
            return self.period(period)
        if start is None or _dated(start):
            said = self.dated(_dated(start), last) if start else self._until(last)
        else:
            said = self._between(start, last)
        return _bracketed(said, "; ".join(part for part in (_own_words(period), self.fixed("after_extension")) if part))

    def at_the_latest(self, said: str, period: Lasting) -> str:
        """Add to a time that is said how long it lasts at the most: ”tills vidare, dock längst till och med 2027”."""
        if not isinstance(period, Period | PromisePeriod) or period.latest is None:
            return said
        ends = _dated(period.end) is not None or (isinstance(period, Validity) and period.goes_on)
        key = "latest_extended" if ends else "at_the_latest" if said else "no_longer_than"
        return self.fixed(key, period=said, latest=period.latest.say(self.language))

    def _period(self, period: Lasting) -> str:
        return self.at_the_latest(self._from_and_until(period), period)

    def _from_and_until(self, period: Lasting) -> str:
        start, end = _ends_of(period)
        if period.length is not None:
            length = period.length.say(self.language)
            first = start.say(self.language) if start else ""
            key = "for_length_then" if is_limit(first) or says_how(first) else "for_length"
            said = self.fixed(key, start=first, length=length) if start else length
            return ", ".join(part for part in (said, self._until(end)) if part)
        if start is None or end is None:
            return self._from(start.say(self.language)) if start else self._until(end)
        return self._between(start, end)

    def _between(self, start: Sayable, end: Sayable) -> str:
        if isinstance(end, EndOrNext) and end.awaits_next:
            return self.fixed("until_next", start=start.say(self.language), end=end.say(self.language))
        if isinstance(end, End | EndOrNext) and end.is_open:
            open_ended = self.fixed("until_further_notice", start=start.say(self.language))
            return self._from(open_ended)
        first, last = _dated(start), _dated(end)
        if first and last:
            return self.dated(first, last)
        if isinstance(end, End | EndOrNext) and end.said:
            return self._from(f"{start.say(self.language)} {self._until(end)}")
        both = self.fixed("until_and_including", start=start.say(self.language), end=end.say(self.language))
        return self._from(both)

    def _from(self, both: str) -> str:
        """Say from when to when; what says itself how its start is meant, ”efter sommaren 2014”, needs no ”från”."""
        return both if is_limit(both) or says_how(both) else self.fixed("from", start=both)

    def _until(self, end: Sayable | None) -> str:
        if end is None:
            return ""
        if isinstance(end, EndOrNext) and end.awaits_next:
            return self.fixed("until_the_next", end=end.say(self.language))
        said = end.say(self.language)
        if isinstance(end, End | EndOrNext) and end.said and (says_how(said) or is_limit(said)):
            return said if says_until(said) else self.fixed("until_then", end=said)
        is_open = isinstance(end, End | EndOrNext) and end.is_open
        return said if is_open else self.fixed("until_end", end=said)

    def extended(self, extended: CarriedExtension) -> str:
        """Write an extension that has been carried out: ”till och med 2027 (beslutad den 3 maj 2023)”."""
        until = self.fixed("until_end", end=extended.until.say(self.language))
        decided = self.fixed("extended_on", day=self.on(extended.date)) if extended.date else ""
        return _bracketed(until, decided)

    def dated(self, start: CoarseDate | None, end: CoarseDate | None) -> str:
        """Write a time between dates as in running text: ”2019–2023”, ”från maj 2024 till och med december 2025”."""
        if start is None or end is None:
            if start is None:
                return self.by(end) if end else ""
            return self.fixed("from", start=start.say(self.language))
        if not start.month and not end.month:
            return f"{start}–{end}" if start != end else str(start)
        if start == end:
            return start.say(self.language)
        last = end.say(self.language)
        key = "until_and_no_more" if says_how(last) or is_limit(last) else "until_and_including"
        return self._from(self.fixed(key, start=start.say(self.language), end=last))

    def how_often(self, cadence: Cadence | None, said: str | None) -> str:
        """Write how often and when something is done inside a sentence: ”årligen, i november”; empty for neither."""
        own = inside_sentence(said).removesuffix(".") if said else ""
        often = cadence.say(self.language) if cadence and not says_rhythm(own, cadence.written) else ""
        between = " " if own.split(" ")[0] in _PREPOSITIONS else ", "
        return between.join(part for part in (often, own) if part)

    def days(self, dates: Sequence[CoarseDate]) -> str:
        """Write several times as in running text: ”mars 2017 och september 2017”; empty for none."""
        return self.joined([day.say(self.language) for day in dates])

    def progress(self, part: InProgress) -> str:
        """Write how far a part has come, with the day when it was done: ”genomförd hösten 2021”; empty for unsaid."""
        words = [part.how_far.say(self.language)] if part.how_far else []
        words += [self.on(part.done)] if part.done else []
        is_done = part.how_far is Progress.DONE
        return (" " if is_done else f"; {Progress.DONE.say(self.language)} ").join(words)

    def actor(self, actor: Actor | Participant) -> str:
        """Name someone who does something: name, role, party or organisation, and how to reach them."""
        party = self._names.of(actor.party, Item.PARTY) if actor.party else None
        said = actor_words(actor, party)
        named = said if party else self._names.party(said)
        return _bracketed(named, actor.contact)

    def number(self, value: Decimal) -> str:
        """Write a figure as the language does: ”12 500,5”."""
        return written_number(value, self.language)

    def unit(self, unit: str | None) -> str:
        """Name a unit: one of the known ones, or the author's own."""
        known = {member.value: member for member in Unit}
        return known[unit].say(self.language) if unit in known else unit or ""

    def amount(self, value: Decimal, unit: str | None) -> str:
        """Write a figure with its unit."""
        named = self.unit(unit) if unit not in {Unit.COUNT.value, None} else ""
        return f"{self.number(value)} {SINGULAR.get(named, named) if value == 1 else named}".strip()

    def _fitting(self, unit: str | None, value: Decimal) -> str | None:
        """Leave out a promise's own unit beside one of it, ”1 redovisningar”: what was promised is told too."""
        is_known = unit in SINGULAR or unit in {member.value for member in Unit}
        return unit if is_known or value != 1 else None

    def told(self, figure: Figure | SubCount | BackgroundFigure, unit: str | None) -> str:
        """Write a figure as it is stated, with its words; that there is none where it says neither."""
        stated = self.stated(figure.value, unit, figure.precision) if figure.value is not None else ""
        said = _bracketed(stated, figure.text)
        title = "" if isinstance(figure, Figure) else figure.title
        is_in_title = any(letter.isdigit() for letter in title)
        return said or (title if is_in_title else self.fixed("no_figure"))

    def stated(self, value: Decimal, unit: str | None, precision: Precision | None) -> str:
        """Write a figure as it is stated: ”minst 12 vandringar”."""
        said = f"{precision.say(self.language)} " if precision else ""
        return said + self.amount(value, unit)

    def figures(self, outcome: Outcome, unit: str | None) -> Iterator[tuple[str, str]]:
        """Give the figures that an outcome states, the main one first: what each is of, and the figure with its time.

        Args:
            outcome: what a follow-up states.
            unit: what its main figure counts, where the outcome does not say.

        Yields:
            A heading, empty for the main figure, and the figure in words. The time of the whole is told with the
            figures that have none of their own; by itself, with the label for that, where none shows it.
            Where the figures are from stands last.
        """
        period = outcome.period
        if outcome.value is not None:
            own = outcome.unit or self._fitting(unit, outcome.value)
            yield "", self._at(self.stated(outcome.value, own, outcome.precision), period)
        lent = period if outcome.value is None else None
        yield from ((count.title, self.count(count, lent)) for count in outcome.counts)
        is_told = outcome.value is not None or any((count.period or period) == period for count in outcome.counts)
        if period is not None and not is_told:
            yield self.fixed("outcome_period"), period.say(self.language)
        if outcome.source:
            yield self.fixed("source"), outcome.source

    def _at(self, figure: str, period: CoarseDate | None) -> str:
        return _bracketed(figure, period.say(self.language) if period else None)

    def count(self, count: Count, period: CoarseDate | None = None) -> str:
        """Write a figure with all that is said of it: ”45 samtal (2024), varav 12 kvällstid; polisens statistik”.

        Args:
            count: the figure.
            period: its time, where it does not say itself.
        """
        figure = self._at(self.told(count, count.unit), count.period or period)
        figure = ", ".join(part for part in (figure, self.of_which(count.of_which)) if part)
        return "; ".join(text for text in (figure, (count.note or "").removesuffix("."), count.source) if text)

    def background(self, figure: BackgroundFigure) -> str:
        """Write a figure that a document builds on, with its times: ”Inbrott: 34 (2014), 30 (2015); Polisen”."""
        own = [self.told(figure, figure.unit)] if figure.value is not None or figure.text else []
        own = [f"{said} ({figure.period.say(self.language)})" if figure.period else said for said in own]
        own += [self._one_of_several(one, figure.unit) for one in figure.values]
        said = ", ".join(part for part in (*own, self.of_which(figure.of_which)) if part)
        told = f"{figure.title}: {said}" if said else figure.title
        return "; ".join(part for part in (told, (figure.note or "").removesuffix("."), figure.source) if part)

    def _one_of_several(self, figure: Figure, unit: str | None) -> str:
        status = figure.status.say(self.language) if figure.status else None
        about = ", ".join(part for part in (figure.period.say(self.language), status) if part)
        if note := figure.note:  # a sentence of its own cannot follow a comma
            about += f": {note.removesuffix('.')}" if note[:1].isupper() else f", {note}"
        said = f"{self.told(figure, unit)} ({about})"
        return ", ".join(part for part in (said, self.of_which(figure.of_which)) if part)

    def head_count(self, count: int | str) -> str:
        """Write how many people, as a figure or in the author's words."""
        return self.number(Decimal(count)) if isinstance(count, int) else count

    def of_which(self, counts: Sequence[SubCount]) -> str:
        """Write parts of a figure: ”varav 12 villor”; empty for none."""
        return self.fixed("of_which", parts=self.joined([self._part(part) for part in counts])) if counts else ""

    def _part(self, part: SubCount) -> str:
        if part.value is None:
            said = self.told(part, part.unit)
            return said if said == part.title else f"{part.title}: {said}"
        figure = self.stated(part.value, part.unit, part.precision)
        is_apart = part.title[0].isdigit() or (part.unit and not may_follow_unit(part.title, part.unit))
        said = f"{figure} ({part.title})" if is_apart else f"{figure} {part.title}"
        return _bracketed(said, part.text)

    def quantity(self, quantity: Quantity, cadence: Cadence | None = None) -> str:
        """Write a quantity: ”minst 30 trygghetsvandringar per år”, ”ett 15-tal vandringar”.

        Args:
            quantity: the quantity.
            cadence: how often it is to be reached, where the quantity does not say.
        """
        figure = self._quantity(quantity)
        during, apart = self._during(quantity, cadence)
        counted = " ".join(part for part in (figure or quantity.text, quantity.unit, *during) if part)
        parts = (_bracketed(counted, quantity.text if figure else ""), *apart, self.of_which(quantity.of_which))
        return ", ".join(part for part in parts if part)

    def _during(self, quantity: Quantity, cadence: Cadence | None) -> tuple[list[str], list[str]]:
        """Say for what time an amount is: what follows it at once, ”per år”, and what stands after a comma."""
        per = quantity.per or (None if quantity.per_text else cadence)
        known = PER.get(per.written) if per else None
        during = [known.say(self.language)] if known else []
        apart = [per.say(self.language)] if per and not known else []
        own = quantity.per_text or ""
        (during if own.split(" ")[0] in _PER else apart).append(own)
        return during, apart

    def _quantity(self, quantity: Quantity) -> str:
        if quantity.about is not None:
            return self.fixed("about_value", value=self.number(quantity.about))
        if quantity.more_than is not None:
            return self.fixed("more_than_value", value=self.number(quantity.more_than))
        if quantity.less_than is not None:
            return self.fixed("less_than_value", value=self.number(quantity.less_than))
        exactly = quantity.exactly
        limits = Limits(quantity.at_least, quantity.at_most) if exactly is None else Limits(exactly, exactly)
        return self._limits(limits, None, "between")

    def result(self, result: Result, item: Item | None) -> str:
        """Write what became of something: a goal is reached, all else is done."""
        return result.of(item).say(self.language)

    def results(self, result: Result, items: Collection[Item | None]) -> str:
        """Write what became of several things, after how many they are: ”3 genomförda”, ”1 inte uppnått”."""
        return result.of_several(items).say(self.language)

    def indicator(self, goal: Goal) -> str:
        """Write what a goal measures, in what unit and which way it should go."""
        named = goal.indicator or ""
        if goal.direction is not None:
            key = "which_should" if named else "should_direction"
            named = self.fixed(key, indicator=named, direction=goal.direction.say(self.language))
        is_told = goal.unit == Unit.COUNT.value or (not goal.indicator and (goal.baseline or goal.target))
        return _bracketed(named, "" if is_told else self.unit(goal.unit))

    def baseline(self, goal: Goal) -> str:
        """Write where a goal starts, and who says so: ”31,8 procent (2016), polisens statistik”."""
        source = goal.baseline.source if goal.baseline else None
        words = goal.baseline.text if goal.baseline else None
        return ", ".join(part for part in (self.baseline_figure(goal), words, source) if part)

    def baseline_figure(self, goal: Goal) -> str:
        """Write where a goal starts: ”31,8 procent (2016)”."""
        if goal.baseline is None:
            return ""
        value, period = goal.baseline.value, goal.baseline.period
        figure = self.stated(value, goal.unit, goal.baseline.precision) if value is not None else ""
        when = period.say(self.language) if period else ""
        return _bracketed(figure, when)

    def target(self, goal: Goal) -> str:
        """Write what a goal is to reach: ”minst 60 procent”, ”ökning med 10 procent”; empty where it has no target."""
        if goal.target is None:
            return ""
        figure, words = self._target_figure(goal, goal.target), goal.target.text
        return f"{figure} ({words})" if figure and words else figure or words or ""

    def _target_figure(self, goal: Goal, target: Target) -> str:
        if target.change_percent is not None:
            key = "decrease_by" if target.change_percent < 0 else "increase_by"
            return self.fixed(key, value=self.number(abs(target.change_percent)))
        return self._limits(target.limits, goal.unit, "within") if target.limits else ""

    def _limits(self, limits: Limits, unit: str | None, both: str) -> str:
        low, high = limits.low, limits.high
        if limits.is_open and (limit := high if low is None else low) is not None:
            return self.fixed("below_value" if low is None else "above_value", value=self.amount(limit, unit))
        if low is not None and low == high:
            return self.amount(low, unit)
        if low is not None and high is not None:
            return self.fixed(both, low=self.number(low), high=self.amount(high, unit))
        if low is not None:
            return self.fixed("at_least", value=self.amount(low, unit))
        return self.fixed("at_most", value=self.amount(high, unit)) if high is not None else ""

    def objectives_by_reference(self, objectives: Sequence[Objective]) -> dict[str, list[str]]:
        """Name the objectives that a goal contributes to, under the titles of their strategies."""
        found: dict[str, list[str]] = {}
        for objective in objectives:
            number = self.fixed("objective", number=objective.number) if objective.number else ""
            named = ": ".join(part for part in (number, objective.text) if part)
            items = found.setdefault(self._names.of(objective.reference, Item.REFERENCE), [])
            items += [named] if named else []
        return found

    def reference(self, reference: Reference) -> str:
        """Write a reference: title, issuer, number, year where the title does not say it, ISBN."""
        isbn = f"ISBN {bare_number(reference.isbn)}" if reference.isbn else None
        year = reference.year if reference.year and reference.year not in reference.title else None
        parts = (reference.issuer, reference.number, year, isbn)
        about = ", ".join(part for part in parts if part)
        return f"{reference.title} ({about})." if about else f"{reference.title}."

    def document_elsewhere(self, document: DocumentElsewhere) -> str:
        """Write a document that is not on file: ”Åtgärdsplan (2016)”."""
        is_told = document.year is None or document.year in document.title
        return document.title if is_told else f"{document.title} ({document.year})"
