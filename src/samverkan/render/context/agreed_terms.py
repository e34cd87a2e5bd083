"""When an agreement applies, who decided on it, who signs and in how many originals, as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.model.choices import DecisionType
from samverkan.model.said_times import is_limit
from samverkan.render.context.bare_numbers import bare_number
from samverkan.render.context.period_words import after_applies
from samverkan.render.context.saying import Saying

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.dates import Start
    from samverkan.model.parties import Decision, Originals, SigningRule
    from samverkan.model.terms import CarriedExtension, Extension, Period, Revision, Termination, Validity

# What a meeting or a paper is called, as against those who decide.
_OCCASIONS = (
    *("möte", "mötet", "sammanträde", "sammanträdet", "samråd", "beslut", "beslutet", "protokoll", "protokollet"),
    *("meeting", "minutes", "decision"),
)
_VERBS: dict[DecisionType | None, str] = {
    DecisionType.NOTED: "noted_on",
    DecisionType.INFORMED: "informed_on",
    DecisionType.DEFERRED: "deferred_on",
    DecisionType.REFERRED_BACK: "referred_back_on",
    DecisionType.REJECTED: "rejected_on",
    DecisionType.PLANNED: "planned_on",
}
_NOUNS: dict[DecisionType | None, str] = {
    DecisionType.NOTED: "noted_by_somebody",
    DecisionType.INFORMED: "informed_by_somebody",
    DecisionType.DEFERRED: "deferred_by_somebody",
    DecisionType.REFERRED_BACK: "referred_back_by_somebody",
    DecisionType.REJECTED: "rejected_by_somebody",
    DecisionType.PLANNED: "planned_by_somebody",
}


class AgreedTerms(Saying):
    """Writes the terms of one agreement, and the decisions of any document."""

    def applies(self, period: Period) -> str:
        """Say when an agreement applies: ”Överenskommelsen gäller från och med 2019 till och med 2023.”.

        Empty where that is not said.
        """
        start = period.start
        if start is None or self._is_in_words(period):
            told = after_applies(self._words.period(period))
            return self._fixed("agreement_applies", period=told) if told else ""
        said = self._words.at_the_latest(self._applying(period, start), period)
        return self._fixed("agreement_applies", period=said)

    def _is_in_words(self, period: Period) -> bool:
        """Tell whether a period is told in words of its own, before which ”från och med” cannot stand."""
        ends = [one for one in (period.start, period.end) if one]
        is_in_words = period.text or any(one.said or is_limit(one.say(self._language)) for one in ends)
        return bool(is_in_words) or (period.length is not None and period.end is not None)

    def _applying(self, period: Period, start: Start) -> str:
        end, fixed = period.end, self._fixed
        first = start.say(self._language)
        if period.length is not None:
            return fixed("validity_length", start=first, length=self.length(period.length))
        if end is None:
            return fixed("validity_from", start=first)
        if end.date is None:
            return fixed("validity_until_further_notice", start=first)
        if start.date is not None and start.date == end.date:
            return self._words.dated(start.date, end.date)
        return fixed("validity_dated", start=first, end=end.say(self._language))

    def extension(self, extension: Extension) -> Iterator[str]:
        """Say how the validity can be extended."""
        fixed = self._fixed
        if extension.automatic:
            yield self._automatic(extension)
        else:
            yield self._by_decision(extension)
        if extension.consult_by:
            yield fixed("consultation_by", day=self._by(extension.consult_by))
        if extension.consult_before_end:
            yield fixed("consultation_before_end", length=self.length(extension.consult_before_end))
        if (latest := self._notice_by(extension)) and not extension.automatic:
            yield fixed("notice_at_latest", latest=latest)

    def _by_decision(self, extension: Extension) -> str:
        if not extension.is_possible:
            return self._fixed("is_not_extended")
        is_denied = extension.automatic is not None  # that it is extended by itself
        if not extension.length:
            return self._fixed("can_be_extended_if_decided" if is_denied else "can_be_extended")
        key = "can_be_extended_if_decided_by" if is_denied else "can_be_extended_by"
        return self._fixed(key, length=self.length(extension.length))

    def _automatic(self, extension: Extension) -> str:
        unless = self._fixed("unless_terminated", latest=f" {latest}" if (latest := self._notice_by(extension)) else "")
        if not extension.length:
            return self._fixed("is_extended", unless=unless)
        return self._fixed("is_extended_by", length=self.length(extension.length), unless=unless)

    def _notice_by(self, extension: Extension) -> str:
        """Say by when notice is to be given so that nothing is extended; empty where the file does not say."""
        before = extension.notice_before_end
        found = [self._words.by(extension.notice_by)] if extension.notice_by else []
        found += [self._fixed("before_the_end", length=self.length(before))] if before else []
        return self._fixed("and_later").join(found)

    def extended(self, extended: CarriedExtension) -> str:
        """Say that the validity has been extended."""
        day = extended.until.say(self._language)
        if extended.date:
            return self._fixed("has_been_extended_on", day=day, decided=self._words.on(extended.date))
        return self._fixed("has_been_extended", day=day)

    def termination(self, termination: Termination) -> str:
        """Say who can terminate the agreement, and with what notice."""
        length = self.length(termination.notice) if termination.notice else ""
        if not termination.by:
            key = "can_be_terminated_notice" if length else "can_be_terminated"
            return self._fixed(key, length=length)
        if "jointly" in termination.by:
            who = self._fixed("parties_jointly_can")
            said = self._fixed("party_can_terminate_notice" if length else "party_can_terminate", who="", length=length)
            return who + said.removeprefix(" kan").removeprefix(" can")
        who = self._words.capital(self._words.parties(termination.by))
        return self._fixed("party_can_terminate_notice" if length else "party_can_terminate", who=who, length=length)

    def revision(self, revision: Revision) -> str:
        """Say when the agreement is revised; empty where only words of its own do."""
        fixed, language = self._fixed, self._language
        parts = [revision.cadence.say(language)] if revision.cadence else []
        parts += [fixed("at_expiry")] if revision.at_expiry else []
        when = self._words.joined(parts)
        if revision.start:
            when = ", ".join(part for part in (when, fixed("counted_from", day=revision.start.say(language))) if part)
        return fixed("is_revised", when=when) if when else ""

    def renewal(self, validity: Validity) -> str:
        """Say how often a new agreement is entered into; empty where nothing is said."""
        cadence = validity.renewal
        return self._fixed("is_renewed", cadence=cadence.say(self._language)) if cadence else ""

    def originals(self, originals: Originals, parties: int, *, is_signed: bool) -> str:
        """Say in how many originals the agreement is drawn up, and who gets them where the file says it.

        Args:
            originals: what the file says.
            parties: how many parties there are.
            is_signed: whether they have been drawn up.
        """
        if originals.count == 1:
            return self._fixed("one_original_signed" if is_signed else "one_original_unsigned")
        shares = ""
        if originals.one_each and originals.count >= parties:
            shares = self._fixed("one_to_each" if originals.count == parties else "one_of_them_to_each")
        key = "originals_signed" if is_signed else "originals_unsigned"
        return self._fixed(key, number=self.number(originals.count), shares=shares)

    def signing_rule(self, rule: SigningRule) -> str:
        """Say who decides on and signs some documents."""
        documents = rule.title or self._words.joined([found.say(self._language) for found in rule.documents])
        who, deciding = self.joined(rule.signed_by), self.joined(rule.decided_by)
        by_same = "rule_decided_and_signed_by_same" if deciding == who else "rule_decided_and_signed"
        key = by_same if deciding else "rule_signed"
        is_swedish = self._language == "sv"
        document = self._words.capital(documents) if is_swedish else documents
        return self._fixed(key, document=document, deciding=deciding, who=who)

    def decision(self, decision: Decision, party: str, *, is_municipality: bool) -> str:
        """Say who decided, when and in what paragraph.

        Args:
            decision: the decision.
            party: the name of the party that it belongs to; empty for none.
            is_municipality: whether that is a municipality.
        """
        if decision.is_in_words:
            return f"{self._words.capital(decision.body or '').removesuffix('.')}."
        body = self._words.capital(self.who_decided(decision.body, party, is_municipality=is_municipality))
        tells_itself = decision.type is None and decision.turns_down
        what = decision.type.say(self._language) if decision.type else ""
        if _can_decide(decision.body or party) and not tells_itself:
            return self._in_sentence(decision, body, self._when(decision, is_said=True), what)
        if body and not what:
            return _listed(body, self._when(decision, is_said=False))
        return self._briefly(decision, body, what)

    def _briefly(self, decision: Decision, body: str, what: str) -> str:
        """Say what was decided where nobody did it: ”Ändring: Slutmötet den 3 maj 2023.”, ”Beslut i maj 2023.”."""
        first = f"{self._words.capital(what)}: {body}" if body else self._noun(decision, what)
        when = self._when(decision, is_said=True)
        between = ", " if what and not decision.date else " "
        return between.join(part for part in (first, when) if part) + "."

    def _noun(self, decision: Decision, what: str) -> str:
        """Name a decision by nobody that is known: ”Beslut om förlängning”, ”Notering”."""
        if what and decision.decides:
            return self._fixed("decision_on", what=what)
        return self._fixed(_NOUNS.get(decision.type, "decision_of_somebody"))

    def _in_sentence(self, decision: Decision, body: str, when: str, what: str) -> str:
        key = _VERBS.get(decision.type, "decided_on_what" if what else "decided_on")
        between = "," if key == "decided_on_what" and "," in when else ""
        return self._fixed(key, body=body, when=f" {when}{between}".rstrip(), what=what)

    def who_decided(self, body: str | None, party: str, *, is_municipality: bool) -> str:
        """Name who decided: ”Kommunstyrelsen i Lessebo kommun”.

        Args:
            body: the body as it is written, if it is.
            party: the name of the party that the decision belongs to; empty for none.
            is_municipality: whether that is a municipality.
        """
        if body is None or not party or _names(body, party):
            return body or party
        key = "decision_of_municipality" if is_municipality else "decision_of_party"
        return self._fixed(key, body=body, party=party)

    def _when(self, decision: Decision, *, is_said: bool) -> str:
        """Say the day and the number of a decision, as they stand in a sentence or else in a list."""
        write_day = self._words.on if is_said else self._words.date
        day = write_day(decision.date) if decision.date else ""
        number = f"{self._fixed('case_number')} {bare_number(decision.case_number)}" if decision.case_number else ""
        found = (day, paragraph_said(decision), number[:1].lower() + number[1:])
        return ", ".join(part for part in found if part)


def paragraph_said(decision: Decision) -> str:
    """Write the paragraph of a decision, with its sign where the file gives the number alone; empty for none."""
    paragraph = decision.paragraph or ""
    return f"§ {paragraph}" if paragraph.isdigit() else paragraph


def _listed(*parts: str) -> str:
    return ", ".join(part for part in parts if part) + "."


def _names(body: str, party: str) -> bool:
    """Tell whether a body is called by its party's name already: ”Granfors kommunstyrelse” of Granfors kommun."""
    own = [word.casefold().removesuffix("s") for word in party.split()[:-1]] or [party.casefold()]
    said = {word.casefold().strip(",.()").removesuffix("s") for word in body.split()}
    return own[0] in said if len(own) == 1 else all(word in said for word in own)


def _can_decide(written: str) -> bool:
    """Tell whether words name somebody who can decide, rather than the meeting or the paper where it was decided."""
    first = written.casefold().split()[:1]
    return bool(first) and not first[0].endswith(_OCCASIONS)
