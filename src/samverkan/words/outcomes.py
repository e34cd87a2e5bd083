"""What an outcome says in one line."""

from __future__ import annotations

from samverkan.words.sentence import Text

RESULTS: dict[str, Text] = {
    "result_reached": Text("genomfört", "done"),
    "result_not-reached": Text("inte genomfört", "not done"),
    "goal_reached": Text("uppnått", "reached"),
    "goal_not-reached": Text("inte uppnått", "not reached"),
}
"""What became of goals, which are reached, and of the rest, which is done."""

NO_VERDICT = Text("utan bedömning", "no verdict")
ONE_MORE_FIGURE = Text("{figure} och en siffra till", "{figure} and one more figure")
MORE_FIGURES = Text("{figure} och {count} siffror till", "{figure} and {count} more figures")
ON_DAY = Text("{said} ({day})", "{said} ({day})")
UNDER_HEADING = Text("{heading}: {said}", "{heading}: {said}")
