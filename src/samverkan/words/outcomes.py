"""What an outcome says in one line."""

from __future__ import annotations

from samverkan.words.sentence import Text

NO_VERDICT = Text("utan bedömning", "no verdict")
OF_TIME_UNTIL = Text("av tiden till och med {end}", "the time up to {end}")
UNDATED = Text("utan datum", "an unknown date")
NO_FIGURE = Text("uppgift saknas", "no figure")
IN_WORDS = Text("beskrivet i ord", "described in words")
ONE_MORE_FIGURE = Text("{figure} och en siffra till", "{figure} and one more figure")
MORE_FIGURES = Text("{figure} och {count} siffror till", "{figure} and {count} more figures")
ON_DAY = Text("{said} ({day})", "{said} ({day})")
DONE_BY = Text("genomförd enligt {document}", "done according to {document}")
UNDER_HEADING = Text("{heading}: {said}", "{heading}: {said}")
