"""What is said of the steps of the golden thread, and of what is missing there."""

from __future__ import annotations

from samverkan.words.sentence import Text

UNREAD = Text("går inte att läsa", "cannot be read")
NO_AREA = Text("inget fokusområde", "no focus area")
NO_PROBLEM = Text("inget problem", "no problem")
NO_ANALYSIS = Text("ingen orsaksanalys", "no cause analysis")
NO_MEASURE = Text("ingen åtgärd", "no measure")
NO_ACTIVITY = Text("ingen aktivitet", "no activity")
NO_GOAL = Text("inget mål", "no goal")
NO_PROBLEM_IN_PICTURE = Text("inget problem i någon lägesbild", "no problem in any situation picture")
NO_OUTCOME = Text("inget utfall än", "no outcome yet")
ENDED = Text("{what} ({progress})", "{what} ({progress})")
