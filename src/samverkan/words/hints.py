"""What sentences about mistakes go on with: what was meant, where it belongs, and which lines are changed."""

from __future__ import annotations

from samverkan.words.sentence import Text

INSTEAD = Text("`{key}` mot `{meant}`", "`{key}` to `{meant}`")
CHANGED = Text("byt {instead}, och ta bort {gone}", "change {instead}, and delete {gone}")
DELETED = Text("ta bort {gone}", "delete {gone}")
THESE = Text("det", "it")
AT_TOP = Text("överst i filen", "at the top of the file")
UNDER = Text("under {places}", "under {places}")
GUESS = Text(" Menade du {guess}?", " Did you mean {guess}?")
EACH_WITH = Text("var och en med `{line}`", "each with `{line}`")
IN_THAT_WITH = Text("i den del som har `{line}`", "in the item with `{line}`")
SAME_DOCUMENT = Text("samma dokument", "the same document")
RENAMED = Text(
    " Troligen har {own} fått ett nytt id, för ingenting leder dit nu.",
    " Most likely {own} was given a new id, for nothing leads there now.",
)
NO_GUESS = Text("", "")
FOR_INSTANCE = Text(" Skriv till exempel `{example}`.", " Write, for instance, `{example}`.")
THOSE_HERE = Text(" Här finns: {known}.", " Those here: {known}.")
NOT_READ_BUT = Text("{not_read}{here}", "{not_read}{here}")
NOT_READ = Text(
    " Inget dokument med det id:t är läst: ange även filen eller mappen där det finns.",
    " No document with that id has been read: name its file or folder too.",
)


def key_said(key: str, title: str) -> Text:
    """Name a key in running text, in Swedish with its title before it."""
    return Text("{title} (`{key}`)", "`{key}`", {"key": key, "title": title})


def lines_said(first: int, last: int) -> Text:
    """Name lines in running text.

    Args:
        first: the number of the first, from 1.
        last: that of the last.
    """
    fields = {"first": first, "last": last}
    if first == last:
        return Text("rad {first}", "line {first}", fields)
    return Text("raderna {first}–{last}", "lines {first}–{last}", fields)
