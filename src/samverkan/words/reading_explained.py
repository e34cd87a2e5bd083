"""Why files must be readable as they must: each name of a fault in reading, explained as a rule's docstring is."""

from __future__ import annotations

READING_EXPLAINED: dict[str, str] = {
    "unreadable-file": """\
A file that cannot be opened cannot be checked, so the run ends with exit code 4 whatever is selected or ignored.

sv: En fil som inte går att öppna går inte att granska, så körningen slutar med kod 4 även om påpekandet döljs.
source: Datorns filsystem. | The computer's file system.
""",
    "too-large": """\
A ceiling on the size of a file keeps one wrong file from stopping everything else; no agreement comes near it.

sv: Ett tak för filens storlek hindrar en felaktig fil från att stoppa allt annat; ingen överenskommelse når dit.
source: Filformatet. | The file format.
""",
    "not-utf8": """\
In another encoding than UTF-8, å, ä and ö become other characters on the next computer.

sv: I en annan teckenkodning än UTF-8 blir å, ä och ö andra tecken på nästa dator.
source: YAML 1.2, kapitel 5.2; RFC 3629. | YAML 1.2, chapter 5.2; RFC 3629.
bad:
    title: Överenskommelse för Lessebo  # saved as Windows-1252
good:
    title: Överenskommelse för Lessebo  # saved as UTF-8
""",
    "control-character": """\
Invisible control characters most often come from a PDF; they disturb screens, printers and screen readers.

sv: Osynliga styrtecken kommer oftast från en PDF; de stör skärmar, skrivare och skärmläsare.
source: YAML 1.2, kapitel 5.1. | YAML 1.2, chapter 5.1.
bad:
    introduction: "Rådet\\u0007 möts varje kvartal."
good:
    introduction: Rådet möts varje kvartal.
""",
    "tab": """\
A tab is as wide as each program likes, so an indentation with tabs means different things in different editors.

sv: En tabb är olika bred i olika program, så ett indrag med tabbar betyder olika saker i olika textredigerare.
source: YAML 1.2, kapitel 6.1. | YAML 1.2, chapter 6.1.
bad:
    follow_up:
    \tcadence: yearly
good:
    follow_up:
      cadence: yearly
""",
    "hard-space": """\
A hard space looks like a space but is a character of the text, so a key that ends with one is another key.

sv: Ett hårt mellanslag ser ut som ett mellanslag men är ett tecken i texten, så en nyckel som slutar med ett är en annan.
source: YAML 1.2, kapitel 5.5. | YAML 1.2, chapter 5.5.
bad:
    introduction\u00a0: Rådet möts varje kvartal.
good:
    introduction: Rådet möts varje kvartal.
""",
    "comment-in-text": """\
A space and # begin a comment, so a text without quotation marks ends there, and the case number after it is lost.

sv: Mellanslag och # inleder en kommentar, så en text utan citattecken slutar där, och ärendenumret efter försvinner.
source: YAML 1.2, kapitel 6.6. | YAML 1.2, chapter 6.6.
bad:
    introduction: Avtalet om samtal, ärende #2025-118, gäller än.
good:
    introduction: "Avtalet om samtal, ärende #2025-118, gäller än."
""",
    "merge-mark": """\
Where two have changed the same lines, git leaves both versions with marks between, and somebody has to choose.

sv: När två har ändrat samma rader lämnar git båda versionerna med märken emellan, och någon behöver välja.
source: Git, handboken om `git merge`. | Git, the manual of `git merge`.
bad:
    <<<<<<< HEAD
    title: Överenskommelse för Lessebo
    =======
    title: Samverkan i Lessebo
    >>>>>>> annan
good:
    title: Samverkan i Lessebo
""",
    "comma-in-braces": """\
In braces a comma parts keys from each other, so a text with a comma in it needs quotes there.

sv: Inom klammerparenteser skiljer ett komma nycklar åt, så en text med komma behöver citattecken där.
source: YAML 1.2, kapitel 7.4.2. | YAML 1.2, chapter 7.4.2.
bad:
    follow_up: {cadence: yearly, when: efter sommaren, i god tid}
good:
    follow_up: {cadence: yearly, when: "efter sommaren, i god tid"}
""",
    "empty-file": """\
An empty file is most likely one that was never saved, or whose text was lost.

sv: En tom fil är troligen en som aldrig sparades, eller vars text har gått förlorad.
source: Filformatet. | The file format.
bad:
    # Överenskommelsen skrivs här.
good:
    samverkan: 1
    kind: agreement
    id: avtal-2024
""",
    "yaml-syntax": """\
A text that cannot be read as YAML could mean several things; nothing of the document is judged until it is mended.

sv: En text som inte går att läsa som YAML kan betyda flera saker; inget i dokumentet prövas förrän den är rättad.
source: YAML 1.2. | YAML 1.2.
bad:
    title: Överenskommelse: Lessebo
good:
    title: "Överenskommelse: Lessebo"
""",
    "duplicate-key": """\
Of two values of one key, programs keep the first or the last without a word, and the other is lost.

sv: När samma nyckel står två gånger behåller olika program olika värden utan att säga till, och ett av dem går förlorat.
source: YAML 1.2, kapitel 3.2.1.1. | YAML 1.2, chapter 3.2.1.1.
bad:
    introduction: Rådet möts varje kvartal.
    introduction: Rådet möts varje månad.
good:
    introduction: Rådet möts varje kvartal.
""",
    "key-as-comment": """\
What stands after # is for the one who reads the file; the program takes it for no heading, and goes on with the list.

sv: Det som står efter # är till för den som läser filen; programmet ser ingen rubrik, utan fortsätter med listan.
source: YAML 1.2, avsnitt 6.6. | YAML 1.2, section 6.6.
bad:
    references:
      - {id: lag, title: Lagen om kommuners ansvar}
    # Definitioner
      - {id: ungdom, term: Ungdom, text: Den som är mellan 13 och 19 år.}
good:
    references:
      - {id: lag, title: Lagen om kommuners ansvar}
    definitions:
      - {id: ungdom, term: Ungdom, text: Den som är mellan 13 och 19 år.}
""",
    "keys-beside-hyphen": """\
The keys of an item stand below each other; those that stand below its hyphen belong to the part that has the list.

sv: Nycklarna i en del av en lista står under varandra; de som står under bindestrecket hör till det som listan är i.
source: YAML 1.2, avsnitt 8.2. | YAML 1.2, section 8.2.
bad:
    focus_areas:
      - id: platser
        title: Otrygga platser
        goals:
        - id: tryggare
        text: Fler ska känna sig trygga.
good:
    focus_areas:
      - id: platser
        title: Otrygga platser
        goals:
        - id: tryggare
          text: Fler ska känna sig trygga.
""",
    "bad-key": """\
A key names what stands after it, so it is one word that the program knows, never a list.

sv: En nyckel säger vad som står efter den, så den är ett ord som programmet känner till och aldrig en lista.
source: Filformatet. | The file format.
bad:
    [introduction]: Rådet möts varje kvartal.
good:
    introduction: Rådet möts varje kvartal.
""",
    "several-documents": """\
One file holds one document, so that its name, its history and its fingerprint belong to one text.

sv: En fil innehåller ett dokument, så att dess namn, historik och kontrollkod hör till en enda text.
source: Filformatet. | The file format.
bad:
    introduction: Rådet möts varje kvartal.
    ---
    title: Åtgärdsplan
good:
    introduction: Rådet möts varje kvartal.
""",
    "directive": """\
A line with % at the top changes what the rest of the file means, which nobody sees who reads further down.

sv: En rad med % överst ändrar vad resten av filen betyder, och det ser ingen som läser längre ned.
source: Filformatet. | The file format.
bad:
    %YAML 1.1
    ---
    introduction: Rådet möts varje kvartal.
good:
    introduction: Rådet möts varje kvartal.
""",
    "alias": """\
A text that begins with an asterisk is read as a reference to another place in the file, so the text is lost.

sv: En text som börjar med en asterisk läses som en hänvisning till ett annat ställe i filen, så texten går förlorad.
source: Filformatet. | The file format.
bad:
    introduction: *Rådet
good:
    introduction: "*Rådet* möts varje kvartal."
""",
    "anchor": """\
A text that begins with & loses its first word, which is read as a mark for references to come.

sv: En text som börjar med & förlorar sitt första ord, som läses som ett märke för kommande hänvisningar.
source: Filformatet. | The file format.
bad:
    introduction: &Rådet möts varje kvartal.
good:
    introduction: Rådet möts varje kvartal.
""",
    "tag": """\
A text that begins with an exclamation mark loses its first word, which is read as the type of what follows.

sv: En text som börjar med utropstecken förlorar sitt första ord, som läses som typen av det som följer.
source: Filformatet. | The file format.
bad:
    introduction: !Viktigt att rådet möts varje kvartal.
good:
    introduction: "!Viktigt att rådet möts varje kvartal."
""",
    "too-deep": """\
A ceiling on how deep lists may lie inside each other keeps one broken file from stopping everything else.

sv: Ett tak för hur djupt listor får ligga i varandra hindrar en trasig fil från att stoppa allt annat.
source: Filformatet. | The file format.
bad:
    purposes: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[ Trygghet ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
good:
    purposes: [Trygghet]
""",
    "too-many": """\
A ceiling on how much one file may hold keeps one broken file from stopping everything else.

sv: Ett tak för hur mycket en fil får innehålla hindrar en trasig fil från att stoppa allt annat.
source: Filformatet. | The file format.
""",
}
"""By name, in the order in which they are listed; without examples where no short text can show the fault."""
