"""Make the pages on exported tables, in Swedish and English, with the data dictionary from the code.

Run it after a change to a table: `make docs`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from samverkan.export.dictionary import dictionary
from samverkan.export.tables import TABLES

if TYPE_CHECKING:
    from samverkan.words.sentence import Language

DOCS = Path(__file__).parents[1] / "docs"
PAGES: dict[Language, Path] = {"sv": DOCS / "sv" / "export.md", "en": DOCS / "export.md"}
HEADS: dict[Language, str] = {
    "sv": """\
# Tabeller för Excel och program

In English: [Tables](../export.md).

`samverkan export` skriver det som dokumenten säger som tabeller: samma rader för en kommun som för tvåhundra.

```console
samverkan export --format xlsx --out tabeller
samverkan export kommunerna/ --format parquet --out tabeller
samverkan export --table goals > mål.csv
```

Det blir en fil för varje tabell i mappen efter `--out` (annars `build`), och med `xlsx` en enda arbetsbok med ett
blad för varje tabell och bladet Kolumner, som säger vad allt betyder. Med `--table` och utan `--out` skrivs en tabell
ut, som csv eller json.
`xlsx` och `parquet` kräver tillägget: `pip install "samverkan[export]"`.

## Hur raderna hänger ihop

`key` är filen och delens id, till exempel `exempelby/atgardsplan-2026.yaml#tryggare-resecentrum`; en del utan id har
sin plats: `exempelby/atgardsplan-2026.yaml:goals[0]`. Samma nyckel står i andra tabeller: ett utfall har målets
nyckel i `about`, en åtgärd har sina måls nycklar i `goals`. Flera värden i en cell har semikolon mellan sig. Filer
räknas från mappen där kommandot körs, så kör det alltid från samma mapp när ni jämför.

Raderna står i ordning efter arbetsyta, fil och plats i filen; uppgifterna i en fil i ordning efter hur bråttom det
är. Samma dokument och samma `--today` ger samma fil, byte för byte. Tider i uppgifter, lagen och utfall räknas från
`--today`, som i `samverkan followup` och `samverkan law`; allt annat står som i filerna.

## Vad cellerna håller

- En tid kan vara ett år, en månad eller ord (`hösten 2026`). Den har tre kolumner: som den står i filen, första och
  sista dagen.
- Tal har decimalpunkt, utom i svensk csv, som har decimalkomma och semikolon så att Excel läser den rätt. Engelsk csv
  har komma mellan cellerna. Csv börjar med det märke som säger Excel att filen är UTF-8.
- Koder som `0761` är text. I csv ser Excel dem som tal; välj xlsx där.
- Ord ur slutna listor (`reached`) står som i filerna; vad de heter står nedan.
- En text i csv är på en rad, och en som skulle bli en formel har en apostrof före. I xlsx blir ingen text en formel.
- Tecken som inte syns skrivs med sitt nummer, `<U+001B>`, i csv och xlsx. Personnummer visas som punkter.
- En cell i Excel har plats för 32 767 tecken. En längre text slutar med `[…]`, och kommandot säger hur många det är;
  de andra formaten har hela texten. Tal med fler än 15 siffror och dagar före mars 1900 är text i xlsx.

Ett dokument som inte går att läsa saknas, och ett som bara går att läsa delvis kan sakna rader och celler. Kommandot
nämner båda och slutar med 1. Filer som inte är gjorda av samverkan skrivs inte över utan `--force`.

""",
    "en": """\
# Tables for Excel and programs

På svenska: [Tabeller](sv/export.md).

`samverkan export` writes what the documents say as tables: the same rows for one municipality as for two hundred.

```console
samverkan export --format xlsx --out tables
samverkan export municipalities/ --format parquet --out tables
samverkan export --table goals > goals.csv
```

There is a file for each table in the folder after `--out` (else `build`), and with `xlsx` one workbook with a sheet
for each table and the sheet Columns, which says what everything means. With `--table` and without `--out` one table
is printed, as csv or json.
`xlsx` and `parquet` need the extra: `pip install "samverkan[export]"`.

## How rows belong together

`key` is the file and the part's id, such as `exempelby/atgardsplan-2026.yaml#tryggare-resecentrum`; a part without id
has its place: `exempelby/atgardsplan-2026.yaml:goals[0]`. The same key stands in other tables: an outcome has the
goal's key in `about`, a measure has those of its goals in `goals`. Several values in a cell have semicolons between
them. Files are counted from the folder where the command runs, so run it from the same folder to compare.

Rows stand in order of workspace, file and place in the file; the duties of a file in order of urgency. The same
documents and the same `--today` give the same file, byte for byte. The times of duties, the law and outcomes are
counted from `--today`, as in `samverkan followup` and `samverkan law`; all else stands as in the files.

## What cells hold

- A time can be a year, a month or words (`hösten 2026`). It has three columns: as it stands in the file, its first
  and its last day.
- Figures have a decimal point, except in Swedish csv, which has a decimal comma and semicolons so that Excel reads it
  right. English csv has commas between cells. Csv begins with the mark that tells Excel that the file is UTF-8.
- Codes such as `0761` are text. In csv Excel takes them for numbers; choose xlsx there.
- Words of closed lists (`reached`) stand as in the files; what they are called stands below.
- A text in csv is one line, and one that would be a formula has an apostrophe before it. No text in xlsx is ever a
  formula.
- Characters that cannot be seen are written by their number, `<U+001B>`, in csv and xlsx. Personal identity numbers
  are shown as dots.
- A cell of Excel has room for 32 767 characters. A longer text ends with `[…]`, and the command says how many they
  are; the other formats have the whole text. Figures with more than 15 digits and days before March 1900 are text in
  xlsx.

A document that cannot be read is missing, and one that can be read only in part may lack rows and cells. The command
names both and ends with 1. Files that were not made by samverkan are not replaced without `--force`.

""",
}


def pages() -> dict[Language, str]:
    """Write the page in each language."""
    return {language: head + dictionary(TABLES, language) for language, head in HEADS.items()}


if __name__ == "__main__":
    for language, page in pages().items():
        PAGES[language].write_text(page, encoding="utf-8", newline="\n")
