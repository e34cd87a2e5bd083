"""The words for groups of parties, where a document says who does something."""

from __future__ import annotations

from samverkan.words.sentence import Text

PARTY_GROUP_WORDS: dict[str, Text] = {
    "jointly": Text("parterna gemensamt", "the parties jointly"),
    "each": Text("var och en av parterna", "each of the parties"),
    "municipalities": Text("kommunerna", "the municipalities"),
    "police": Text("polisen", "the police"),
}
"""What each group is called, by the word that stands for it in a file."""

ALL_PARTIES = Text("alla parter", "all parties")
"""Those who take part in something, where ”gemensamt” would say nothing."""
