"""What is missing at a step of the golden thread."""

from __future__ import annotations

from samverkan.words.sentence import Text

UNREAD = Text("går inte att läsa", "cannot be read")
NO_AREA = Text("inget fokusområde", "no focus area")
NO_PROBLEM = Text("inget problem", "no problem")
NO_ANALYSIS = Text("ingen orsaksanalys", "no cause analysis")
NO_MEASURE = Text("ingen åtgärd", "no measure")
NO_ACTIVITY = Text("ingen aktivitet", "no activity")
NO_GOAL = Text("inget mål", "no goal")
NO_VERDICT = Text("utan bedömning", "no verdict")
NO_OUTCOME = Text("inget utfall än", "no outcome yet")
