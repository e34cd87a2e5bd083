"""What the template of a communication plan is given beyond what every document has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.model.choices import Item
from samverkan.model.communication import CommunicationBlock, CommunicationPlan
from samverkan.render.context.goals import GoalParts
from samverkan.render.context.prose import plain_html
from samverkan.render.context.terms import TermsParts
from samverkan.render.context.values import Context, present

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markupsafe import Markup

    from samverkan.model.communication import Activity, Audience, Channel, Message, SupportingMessage
    from samverkan.render.context.values import Fact


class CommunicationContext(GoalParts[CommunicationPlan], TermsParts[CommunicationPlan]):
    """Builds the context of a communication plan."""

    blocks = CommunicationBlock

    def head_facts(self) -> Iterable[Fact]:
        """The common facts, the plans that this one is consistent with, and whether it is a joint one."""
        yield from super().head_facts()
        if self.model.consistent_with:
            yield self.documents_fact("consistent_with", *self.model.consistent_with)
        yield from present([self.said("form", self.model.form)])

    def _background(self) -> Context:
        return self.text(self.model.background)

    def _spokespersons(self) -> Context:
        return {"items": [self.words.capital(self.words.actor(actor)) for actor in self.model.spokespersons]}

    def _resources(self) -> Context:
        return self.text(self.model.resources)

    def _aims(self) -> Context:
        return {"items": [self.prose.inline(aim.text) for aim in self.model.aims]}

    def _audiences(self) -> Context:
        is_first = any(one.level and one.text.rstrip(".").endswith(")") for one in self.model.audiences)
        return {"items": [self._audience(audience, level_first=is_first) for audience in self.model.audiences]}

    def _audience(self, audience: Audience, *, level_first: bool) -> Markup:
        """Write an audience and its level, in brackets unless one of them has brackets of its own."""
        html = self.prose.inline(audience.text)
        if level_first and audience.level:
            return plain_html(f"{audience.level}: ") + html
        return html + plain_html(f" ({audience.level})") if audience.level else html

    def _messages(self) -> Context:
        items = [self._message(message) for message in self.model.messages]
        return {"items": items, "is_in_levels": any(item["lead"] or item["supporting"] for item in items)}

    def _message(self, message: Message) -> Context:
        return {
            "lead": self.words.capital(message.level or ""),
            "html": self.prose.html(message.text),
            "inline": self.prose.inline(message.text),
            "beside": self.names_of(message.audiences, Item.AUDIENCE),
            "facts": present([self.named("audiences", message.audiences, Item.AUDIENCE)]),
            "supporting": [self._supporting(one) for one in message.supporting],
        }

    def _supporting(self, message: SupportingMessage) -> Markup:
        names = self.names_of(message.audiences, Item.AUDIENCE)
        to = f" ({self.words.fixed('audiences').lower()}: {'; '.join(names)})" if names else ""
        return self.prose.inline(message.text) + plain_html(to)

    def _channels(self) -> Context:
        return {"items": [self._channel(channel) for channel in self.model.channels]}

    def _channel(self, channel: Channel) -> Context:
        who = self.words.capital(self.words.parties(channel.by)) if channel.by else ""
        return {"html": self.prose.html(channel.text), "beside": [who] if who else []}

    def _activities(self) -> Context:
        return {"items": [self._activity(activity) for activity in self.model.activities]}

    def _activity(self, activity: Activity) -> Context:
        words = self.words
        times = (
            words.days(activity.dates),
            words.dated(activity.start, activity.deadline),
            words.how_often(activity.cadence, activity.when),
        )
        facts = [
            self.fact("when", words.capital(", ".join(part for part in times if part))),
            self.fact("who", "; ".join(words.capital(words.actor(actor)) for actor in activity.who)),
            self.fact("quantity", words.quantity(activity.quantity) if activity.quantity else ""),
            self.named("audiences", activity.audiences, Item.AUDIENCE),
            self.named("messages", activity.messages, Item.MESSAGE),
            self.named("channels", activity.channels, Item.CHANNEL),
            self.fact("status", words.progress(activity)),
            self.notes_fact("", activity.status),
        ]
        return {"html": self.prose.html(activity.text), "facts": present(facts)}

    def _responsible(self) -> Context:
        return {"items": [self.words.capital(self.words.actor(actor)) for actor in self.model.responsible]}
