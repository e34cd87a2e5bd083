"""The words for groups of parties, where a document says who does something."""

from __future__ import annotations

from samverkan.words.sentence import Language, Text

PARTY_GROUP_WORDS: dict[str, Text] = {
    "jointly": Text("parterna gemensamt", "the parties jointly"),
    "each": Text("var och en av parterna", "each of the parties"),
    "municipalities": Text("kommunerna", "the municipalities"),
    "police": Text("polisen", "the police"),
}
"""What each group is called, by the word that stands for it in a file."""

_BODIES = ("Kommunfullmäktige", "Kommunstyrelse", "Regionfullmäktige", "Regionstyrelse", "Styrgrupp", "Socialnämnd")
"""Bodies that are no names, and so begin with a small letter inside a sentence."""


def in_running_text(body: str) -> str:
    """Write a body as it stands inside a sentence: ”kommunfullmäktige”; names keep their capital."""
    return body[:1].lower() + body[1:] if body.startswith(_BODIES) else body


ALL_PARTIES = Text("alla parter", "all parties")
"""Those who take part in something, where ”gemensamt” would say nothing."""

TOGETHER: dict[Language, tuple[str, ...]] = {"sv": ("tillsammans", "gemensamt"), "en": ("together", "jointly")}
"""How a heading says that all do something together."""
