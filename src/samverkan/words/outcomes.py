"""What an outcome says in one line."""

from __future__ import annotations

from samverkan.words.sentence import Text

NO_VERDICT = Text("utan bedömning", "no verdict")
IN_WORDS = Text("i ord", "in words")
ONE_MORE_FIGURE = Text("{figure} och en siffra till", "{figure} and one more figure")
MORE_FIGURES = Text("{figure} och {count} siffror till", "{figure} and {count} more figures")
ON_DAY = Text("{said} ({day})", "{said} ({day})")
DONE_BY = Text("genomförd enligt {document}", "done according to {document}")
UNDER_HEADING = Text("{heading}: {said}", "{heading}: {said}")
