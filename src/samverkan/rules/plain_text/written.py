"""Plain text: nothing left to fill in, and nothing that looks like something else."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from samverkan.characters import CURLED
from samverkan.escape import code_point
from samverkan.findings import Mend, MendKind, Severity
from samverkan.model.counts import BackgroundFigure, Figure, SubCount
from samverkan.model.fields import part_at
from samverkan.model.kinds import model_of
from samverkan.rules.concern import Concern
from samverkan.rules.rule import ALL_KINDS, Breach, RuleInput, at, rule
from samverkan.source.quoting import scalar
from samverkan.source.swallowed import swallowed
from samverkan.words.sentence import Entry, Text, quoted
from samverkan.workspace.within import keys_within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.findings import KeyPath
    from samverkan.model.document import DocumentModel
    from samverkan.model.texts import AuthoredText
    from samverkan.workspace.document import Document

_PLACEHOLDER = re.compile(
    r"\b(?:TODO|TBD|FIXME|XXX+|ÅÅÅÅ(?:-MM-DD)?|YYYY-MM-DD|N\.N\.)(?!\w)|(?<!\w)xx+(?!\w)|\?\?\?|_{4,}|lorem ipsum"
    r"|\[(?:fyll i|fylls i|ifylles|skriv|ange|datum|namn|ort|kommun|insert|name|date)[^\[\]]*\](?!\()"
    r"|<(?:fyll i|fylls i|namn|datum|ort)[^<>]*>"
    r"|(?<![^\n])(?:vet (?:ej|inte)|\?{1,2}|[-–]|okän[dt]|oklart|återkommer|(?:fylls i|bestäms|meddelas|kommer) senare)"
    r"(?![^\n])",
    re.IGNORECASE,
)
# What each of them holds in small letters, to tell quickly that a text has none.
_HINTS = (
    *("todo", "tbd", "xme", "xx", "åååå", "yyyy-mm-dd", "n.n.", "???", "____", "lorem"),
    *("[fy", "[i", "[s", "[a", "[d", "[n", "[o", "[k", "<fy", "<n", "<d", "<o"),
    *("\nokän", "\noklart\n", "\nåterkommer\n", " senare\n"),
    *("\nvet ej\n", "\nvet inte\n", "\n?\n", "\n??\n", "\n-\n", "\n–\n"),
)
_BEYOND_LATIN = re.compile("[^\x00-\u02ff\u2010-\u2027]")
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
_WORD = re.compile(r"\w+")
_MOST_MARKS = 3
_MOST_SHOWN = 40


@rule(
    Severity.WARNING,
    Entry(
        sv="Här står {found}, som ser ut som något som skulle fyllas i.",
        en="Here is {found}, which looks like something still to be filled in.",
        sv_help="Skriv det som ska stå, eller ta bort det.",
        en_help="Write what belongs there, or delete it.",
    ),
    concern=Concern.ORDER,
    kinds=ALL_KINDS,
)
def placeholder_left(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """What was left to fill in is easily forgotten, and then the reader finds it.

    sv: Det som skulle fyllas i glöms lätt bort, och då är det läsaren som hittar det.
    source: {order}. | {order}.
    bad:
        introduction: Rådet möts [fyll i datum].
    good:
        introduction: Rådet möts varje kvartal.
    """
    for written in given.document.texts_with(_PLACEHOLDER, holding=_HINTS):
        found = _PLACEHOLDER.search(written.text)
        if found and not _is_of_figure(written.path, given.document) and not _holds_keys(written.path, given.document):
            yield at(*written.path, found=quoted(found.group()[:30]), mend=_left_out(found, written, given.document))


def _is_of_figure(path: KeyPath, document: Document) -> bool:
    """Tell whether a text stands for a figure, which may be said to be unknown: `{period: 2025, text: okänt}`."""
    part = part_at(model_of(document.kind), path[:-1]) if document.kind and path[-1] == "text" else None
    return part is not None and issubclass(part, SubCount | Figure | BackgroundFigure)


def _holds_keys(path: KeyPath, document: Document) -> bool:
    """Tell whether keys have become part of a text: what looks like something to fill in is their values."""
    return any(one.path == path for one in keys_within(document))


def _left_out(found: re.Match[str], written: AuthoredText, document: Document) -> Mend | None:
    """Leave out what says no more than that it is to be filled in, where the document can do without it."""
    from samverkan.model.not_known import place_to_leave_out  # noqa: PLC0415 - heavy, and only for what is left

    place = document.written_path(written.path)
    is_all = found.group() == written.text.strip() and document.kind is not None
    model = model_of(document.kind) if is_all and document.kind else None
    can_do_without = model and place_to_leave_out(place, model, document.data) == place
    return Mend("-", MendKind.LEAVE_OUT) if can_do_without else None


@rule(
    Severity.ERROR,
    Entry(
        sv="Texten innehåller tecken som vilseleder: {what}.",
        en="The text contains characters that mislead: {what}.",
        sv_help="Ta bort tecknen och skriv texten för hand.",
        en_help="Delete the characters and type the text by hand.",
    ),
    kinds=ALL_KINDS,
)
def misleading_characters(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """Letters of other alphabets and marks that turn the text can make a name look like another one.

    sv: Bokstäver ur andra alfabet och tecken som vänder läsriktningen kan få ett namn att se ut som ett annat.
    source: Unicode, teknisk rapport 36 om säkerhet. | Unicode technical report 36 on security.
    bad:
        title: "Ö\u0432erenskommelse för Exempelby"
    good:
        title: Överenskommelse för Exempelby
    """
    for written in given.document.texts_with(_BEYOND_LATIN):
        if what := _misleading(written.text):
            yield at(*written.path, what=what)


def _misleading(text: str) -> Text | None:
    if turned := _DIRECTION.search(text):
        code = code_point(turned.group())
        return Text("{code} vänder läsriktningen", "{code} turns the reading direction", {"code": code})
    if _has_piled_marks(text):
        return Text("många tecken ovanpå varandra", "many marks on top of each other")
    if other := _letter_in_disguise(text):
        fields = {"code": code_point(other)}
        return Text("{code} är ur ett annat alfabet", "{code} is of another alphabet", fields)
    return None


def _has_piled_marks(text: str) -> bool:
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks > _MOST_MARKS:
            return True
    return False


def _letter_in_disguise(text: str) -> str:
    """Find a Cyrillic or Greek letter in a word with Latin ones; empty where there is none."""
    for word in _WORD.finditer(text):
        letters = [character for character in str(word.group()) if character.isalpha()]
        others = [letter for letter in letters if _script(letter) in {"CYRILLIC", "GREEK"}]
        if others and any(_script(letter) == "LATIN" for letter in letters):
            return others[0]
    return ""


def _script(character: str) -> str:
    return unicodedata.name(character, "").partition(" ")[0]


@rule(
    Severity.WARNING,
    Entry(
        sv="{what} går inte att använda i löpande text{row}: {found}",
        en="{what} cannot be used in prose{row}: {found}",
        sv_help="Det skrivs ut som det står. {instead}",
        en_help="It is printed letter for letter. {instead}",
    ),
    kinds=ALL_KINDS,
)
def markup_not_supported(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """Prose is light Markdown, so that it looks the same in every format; what is beyond it is printed as it stands.

    sv: Löpande text är enkel Markdown, så att den ser likadan ut i alla format; annat skrivs ut som det står.
    source: Filformatet. | The file format.
    bad:
        introduction: "Se bilden: ![karta](karta.png)"
    good:
        introduction: "Se [kartan](https://exempelby.example/karta)."
    """
    for written in given.document.texts_with(_ANY_MARKUP):
        if written.is_prose and (met := _markup_beyond(written.text)):
            what, start, found, instead = met
            row = written.text.count("\n", 0, start) + 1
            where = Text(" (rad {row} i texten)", " (line {row} of the text)", {"row": row})
            is_long = "\n" in written.text
            yield at(
                *written.path,
                what=what,
                row=where if is_long else "",
                found=quoted(found.strip().partition("\n")[0][:40]),
                instead=instead,
            )


_LINK_ELSEWHERE = re.compile(r"(?<!!)\[[^\[\]\n]*\]\((?!https?://|mailto:)[^()\s]{0,40}", re.IGNORECASE)
_BEYOND = (
    (re.compile(r"!\[[^\[\]\n]*\]\([^()\s]{0,40}"), Text("En bild", "A picture")),
    (re.compile(r"^ {0,3}#{1,6} +\S.*$", re.MULTILINE), Text("En rubrik", "A heading")),
    (re.compile(r"^ {0,3}(?:```|~~~).*$", re.MULTILINE), Text("Ett kodblock", "A code block")),
    (re.compile(r"`[^`\n]+`"), Text("Kod", "Code")),
    (re.compile(r"^ {0,3}> ?\S.*$", re.MULTILINE), Text("Ett citatblock", "A block quote")),
    (re.compile(r"^ {0,3}([-*_])(?: *\1){2,} *$", re.MULTILINE), Text("En linje", "A rule")),
    (re.compile(r"^(?=[^\n]*\|).*\n[ |:]*-{3,}", re.MULTILINE), Text("En tabell", "A table")),
    (re.compile(r"</?[a-zA-Z][a-zA-Z0-9-]*(?:\s[^<>\n]*)?/?>|<!--"), Text("HTML", "HTML")),
    (re.compile(r"~~[^~\n]+~~"), Text("Genomstruken text", "Struck-out text")),
    (_LINK_ELSEWHERE, Text("En länk till annat än webb eller e-post", "A link to anything but the web or mail")),
    (re.compile(r"^ {0,3}\[[^\[\]\n]+\]: *\S.*$", re.MULTILINE), Text("En definition", "A definition")),
)
"""What Markdown has beyond the prose of documents, in the order in which it is looked for."""
_ANY_MARKUP = re.compile(
    r"[!`<|~\]\n](?:(?<=[!`<|])|(?<=~)~|(?<=\])[(:]|(?<=\n) {0,3}(?:[#>]|(?P<mark>[-*_]) *(?P=mark) *(?P=mark)))"
)
"""What any of it holds, to tell quickly that there is none."""

_PROSE = Text(
    "Använd stycken, *kursiv*, **fetstil**, listor, länkar och noter [^id].",
    "Use paragraphs, *italic*, **bold**, lists, links and notes [^id].",
)
_INSTEAD = {
    "A table": Text(
        "Gör en punkt i en lista av varje rad. Siffror över tid blir tabell och diagram under Indikatorer"
        " (`indicators`) i en lägesbild.",
        "Make each row a point in a list. Figures over time become a table and a chart as `indicators` of a picture.",
    ),
    "A heading": Text(
        "Lägg rubriken och texten under den som ett avsnitt under Egna avsnitt (`sections`).",
        "Make the heading and the text below it a section (`sections`).",
    ),
    "A picture": Text("Lägg bilden under Bilagor (`annexes`).", "Add the picture as an annex (`annexes`)."),
}
"""What to use in the place of some of it; of all else, what prose has."""


def _markup_beyond(text: str) -> tuple[Text, int, str, Text] | None:
    """Find the first markup that prose does not have: what it is, where it begins, how it is written, what to use."""
    found = [(met.start(), what, met.group()) for pattern, what in _BEYOND if (met := pattern.search(text))]
    if not found:
        return None
    start, what, written = min(found, key=lambda one: one[0])
    return what, start, written, _INSTEAD.get(what.en, _PROSE)


@rule(
    Severity.WARNING,
    Entry(
        sv="Raden som börjar med bindestreck, {found}, läses som en fortsättning på texten ovanför.",
        en="The line that begins with a hyphen, {found}, is read as a continuation of the text above it.",
        sv_help="Rada upp bindestrecket med de andra i listan. Hör punkterna till texten: skriv | efter nyckelns kolon"
        " och texten på raderna under.",
        en_help="Line the hyphen up with the others of the list. If the points are part of the text: write | after the"
        " colon of the key, and the text on the lines below.",
    ),
    concern=Concern.ORDER,
    kinds=ALL_KINDS,
)
def item_inside_text(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """A list item that is indented too deep is no item: YAML joins it to the text above, and nobody sees that it is so.

    sv: En punkt i en lista som står för långt in blir ingen punkt: YAML fogar den till texten ovanför, utan att säga
        något.
    source: YAML 1.2, avsnitt 7.3.3. | YAML 1.2, section 7.3.3.
    bad:
        purposes:
          - Färre ska utsättas för brott.
            - Fler ska känna sig trygga.
    good:
        purposes:
          - Färre ska utsättas för brott.
          - Fler ska känna sig trygga.
    """
    for written in given.document.texts_with(_HYPHEN_WITHIN):
        if not _HYPHEN_WITHIN.search(written.text):
            continue
        found = swallowed(given.document.extents, given.document.written_path(written.path), is_prose=written.is_prose)
        if found is not None:
            yield at(*written.path, found=quoted(found.line[:_MOST_SHOWN]), mend=found.mend)


_HYPHEN_WITHIN = re.compile(r" - \S")


@rule(
    Severity.WARNING,
    Entry(
        sv="Hela {what} står inom böjda citattecken, som skrivs ut i dokumenten.",
        en="The whole {what} stands in curled quotes, which are printed in the documents.",
        sv_help="Ta bort dem. Ska de synas: sätt raka citattecken utanför dem.",
        en_help="Delete them. If they are to be seen, put straight quotes outside them.",
    ),
    concern=Concern.ORDER,
    kinds=ALL_KINDS,
)
def title_in_quotes(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """Word processors bend quotes, and YAML then takes them for part of the text.

    sv: Ordbehandlare böjer citattecken, och då tar YAML dem för en del av texten.
    source: YAML 1.2, avsnitt 7.3. | YAML 1.2, section 7.3.
    bad:
        title: ”Överenskommelse för Exempelby”
    good:
        title: Överenskommelse för Exempelby
    """
    for written in given.document.texts_with(_IN_CURLED):
        what = _TITLES.get(written.path[-1])
        if what is None or not (met := _IN_CURLED.search(f"\n{written.text}\n")):
            continue
        extent = given.document.extents.values.get(given.document.written_path(written.path))
        if extent is not None and extent.is_plain:
            yield at(*written.path, what=what, mend=Mend(scalar(met[1])))


_IN_CURLED = re.compile(rf"\n[{CURLED}]([^{CURLED}\n]+)[{CURLED}]\n")
_TITLES: dict[str | int, Text] = {"title": Text("rubriken", "title"), "name": Text("namnet", "name")}
