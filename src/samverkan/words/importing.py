"""What is told when figures of others are put into a situation picture."""

from __future__ import annotations

from samverkan.words.sentence import Text

WHY: dict[str, Text] = {
    "json": Text(
        "det är inte en fullständig JSON-fil. Hämta den på nytt därifrån den kom",
        "it is no whole JSON file. Get it anew from where it came",
    ),
    "no-kolada": Text(
        "det är JSON, men varken ett svar från Kolada med kpi, municipality, period och values eller en tabell från en"
        " statistikdatabas som SCB:s (JSON-stat 2)",
        "it is JSON, but neither an answer of Kolada with kpi, municipality, period and values nor a table of a statistical"
        " database such as that of Statistics Sweden (JSON-stat 2)",
    ),
    "no-pxweb": Text(
        "tabellen i JSON-filen är inte hel, eller har för många rader. Hämta den på nytt, gärna med färre val",
        "the table in the JSON file is not whole, or has too many rows. Get it anew, with fewer choices if need be",
    ),
}
MAPPING: dict[str, Text] = {
    "no-keys": Text("den ska ha nycklarna {known}.", "it is to have the keys {known}."),
    "no-text": Text("{key} ska vara en text eller ett tal.", "{key} is to be a text or a number."),
    "no-pairs": Text(
        "{key} ska vara par av namn och betydelse, till exempel `{key}: {{namn i tabellen: betydelse}}`.",
        "{key} is to be pairs of names and meanings, such as `{key}: {{name in the table: meaning}}`.",
    ),
    "unknown-key": Text("nyckeln {key} finns inte. Menas {known}?", "there is no key {key}. Is {known} meant?"),
    "status": Text(
        "status är {value}, men ska vara preliminary eller final.",
        "status is {value}, but is to be preliminary or final.",
    ),
    "decimal": Text("decimal är {value}, men ska vara , eller .", "decimal is {value}, but is to be , or ."),
    "header": Text(
        "header är {value}, men ska vara numret på den första raden med rubriker.",
        "header is {value}, but is to be the number of the first row of headings.",
    ),
    "role": Text(
        "{value} i columns är inget som en kolumn kan innehålla. Välj bland {known}.",
        "{value} in columns is nothing that a column can hold. Choose among {known}.",
    ),
}
IMPORTING: dict[str, Text] = {
    "more-pages": Text(
        "Svaret från Kolada har fler sidor än dem som har lästs in. Hämta dem också, och läs in alla på en gång.",
        "The answer of Kolada has more pages than those that were read. Get them too, and import all of them at once.",
    ),
    "no-file": Text(
        "Ange filen med siffror: samverkan import indicators FIL --into LÄGESBILD.yaml",
        "Name the file with figures: samverkan import indicators FILE --into PICTURE.yaml",
    ),
    "bad-mapping": Text(
        "Översättningen {file} går inte att använda: {why}", "The mapping {file} cannot be used: {why}"
    ),
    "broken-mapping": Text(
        "Översättningen {file} går inte att använda. {why}", "The mapping {file} cannot be used. {why}"
    ),
    "no-picture": Text(
        "{file} är ingen lägesbild som går att läsa i sin helhet. Kör: samverkan validate {file}",
        "{file} is no situation picture that can be read in full. Run: samverkan validate {file}",
    ),
    "no-table": Text(
        "I {file} hittas ingen tabell med siffror och tider. Ange i en översättning (--mapping) vilka rubriker som gäller, i `header` och `columns`, eller tiden i Period (`period`).",
        "No table with figures and times is found in {file}. Say in a mapping (--mapping) which headings are meant, in `header` and `columns`, or the time in `period`.",
    ),
    "no-sheet": Text(
        "{file} har inget blad {sheet}. Där finns: {known}.", "{file} has no sheet {sheet}. It has: {known}."
    ),
    "two-signs": Text(
        "I {file} står både komma och punkt före decimaler, så siffrorna går inte att läsa säkert. Ange `decimal` i en översättning.",
        "In {file} both commas and points stand before decimals, so the figures cannot be read for certain. Name `decimal` in a mapping.",
    ),
    "cells-unread": Text(
        "{file}: går inte att läsa som siffror med en tid: {cells}. Ange `decimal` eller Period (`period`) i en översättning om de är siffror.",
        "{file}: cannot be read as figures with a time: {cells}. Name `decimal` or `period` in a mapping if they are figures.",
    ),
    "row-unread": Text("{file}: rad {row} går inte att läsa.", "{file}: row {row} cannot be read."),
    "unplaced": Text(
        "Har ingen indikator i {picture}: {names}. Lägg till dem med --new, eller säg i en översättning vilka de är.",
        "Have no indicator in {picture}: {names}. Add them with --new, or say in a mapping which they are.",
    ),
    "nameless": Text(
        "Tabellen säger inte vad som mäts. Ange det med Indikator (`indicator`) i en översättning.",
        "The table does not say what is measured. Name it with `indicator` in a mapping.",
    ),
    "other-unit": Text(
        "{name} har enheten {unit} i tabellen men {own} i lägesbilden, och tas inte med.",
        "{name} has the unit {unit} in the table but {own} in the picture, and is not taken in.",
    ),
    "other-area": Text(
        "Gäller andra områden än lägesbilden, och tas inte med: {names}.",
        "Are of other areas than the picture, and are not taken in: {names}.",
    ),
    "unknown-area": Text(
        "Lägesbilden säger inte vilket område den gäller, så siffrorna för {names} kan inte placeras. Skriv det under Områden (`areas`), eller i översättningen: `areas: {{{first}: whole}}`.",
        "The picture does not say of which area it is, so the figures for {names} cannot be placed. Write it under `areas`, or say it in the mapping: `areas: {{{first}: whole}}`.",
    ),
    "several": Text(
        "{name} kan vara flera indikatorer: {ids}. Säg vilken under Indikatorer (`indicators`) i översättningen: `indicators: {{{name}: {first}}}`.",
        "{name} can be several indicators: {ids}. Say which in the mapping: `indicators: {{{name}: {first}}}`.",
    ),
    "no-part": Text(
        "{title} har ingen uppdelning eller jämförelse {names}. Lägg till dem med --new.",
        "{title} has no breakdown or comparison {names}. Add them with --new.",
    ),
    "no-unit": Text(
        "{name} har ingen enhet i tabellen och kan inte bli en ny indikator. Ange Enhet (`unit`) i en översättning.",
        "{name} has no unit in the table and cannot become a new indicator. Name `unit` in a mapping.",
    ),
    "two-figures": Text(
        "{title}, {period}: källan har två siffror, {values} ({places}). Ingen av dem tas med.",
        "{title}, {period}: the source has two figures, {values} ({places}). Neither is taken in.",
    ),
    "not-shown": Text(
        "{title}, {periods}: källan visar ingen siffra. Det som stod är kvar.",
        "{title}, {periods}: the source shows no figure. What stood there is kept.",
    ),
    "not-exact": Text(
        "{title}, {period}: det står en ungefärlig siffra eller ord i lägesbilden, och källan har {new}. Ändra den för hand.",
        "{title}, {period}: the picture has a figure that is not exact, or words, and the source has {new}. Change it by hand.",
    ),
    "rounded": Text(
        "{title}: siffrorna är avrundade till {decimals} decimaler.",
        "{title}: the figures are rounded to {decimals} decimals.",
    ),
    "source-differs": Text(
        "{title} har källan {own} i lägesbilden; den är kvar, fast siffrorna nu kommer från {source}. Ändra Källa (`source`) om det är fel.",
        "{title} has the source {own} in the picture; that is kept, though the figures now are from {source}. Change `source` if that is wrong.",
    ),
    "no-source": Text(
        "{title} har ingen källa. Ange den med --source.", "{title} has no source. Name it with --source."
    ),
    "changed": Text("{title}, {period}: {old} → {new}{status}", "{title}, {period}: {old} → {new}{status}"),
    "new": Text("{title}, {period}: {new} (ny{status})", "{title}, {period}: {new} (new{status})"),
    "new-indicator": Text("{title} ({id}): ny indikator", "{title} ({id}): new indicator"),
    "new-source": Text("{title} ({id}): ny källa", "{title} ({id}): new source"),
    "now": Text("{title}, {period}: {new}, nu {status}", "{title}, {period}: {new}, now {status}"),
    "same": Text("Oförändrade siffror: {count}.", "Unchanged figures: {count}."),
    "nothing": Text("Inget att ändra i {file}.", "Nothing to change in {file}."),
    "written": Text(
        "Ändringar som är skrivna i {file}: {count}. Läs igenom dem, och kör: samverkan validate {file}",
        "Changes that are written to {file}: {count}. Read them through, and run: samverkan validate {file}",
    ),
    "would-write": Text(
        "Ändringar som skulle skrivas i {file}: {count}. Kör utan --diff för att skriva dem.",
        "Changes that would be written to {file}: {count}. Run without --diff to write them.",
    ),
    "cannot-edit": Text(
        "Siffrorna kan inte skrivas i {file} utan att ändra något annat. Kör först: samverkan fmt {file}",
        "The figures cannot be written to {file} without changing something else. First run: samverkan fmt {file}",
    ),
    "bad-day": Text(
        "{value} är ingen dag för --retrieved. Skriv till exempel 2026-03-27.",
        "{value} is no day for --retrieved. Write for example 2026-03-27.",
    ),
    "bad-period": Text(
        "{value} är ingen tid för --period. Skriv till exempel 2025.",
        "{value} is no time for --period. Write for example 2025.",
    ),
    "bad-status": Text(
        "{value} är ingen status. Skriv preliminary eller final.", "{value} is no status. Write preliminary or final."
    ),
}
STATUS_BESIDE = Text(", {status}", ", {status}")
WAS = Text("{value} ({status})", "{value} ({status})")
WOMEN, MEN = Text("Kvinnor", "Women"), Text("Män", "Men")
