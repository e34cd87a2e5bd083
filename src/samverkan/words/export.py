"""What the export says, and what stands over its own tables."""

from __future__ import annotations

from samverkan.words.sentence import Text

TRENDS: dict[str, Text] = {
    "better": Text("bättre", "better"),
    "worse": Text("sämre", "worse"),
    "same": Text("oförändrat", "unchanged"),
    "first": Text("första gången", "the first time"),
    "unlike": Text("går inte att jämföra", "cannot be compared"),
    "unknown": Text("inget utfall än", "no outcome yet"),
}

EXPORT: dict[str, Text] = {
    "no-extra": Text(
        'Formatet {format} kräver tilläggsprogram. Installera dem med: pip install "samverkan[export]"',
        'The format {format} requires more programs. Install them with: pip install "samverkan[export]"',
    ),
    "needs-folder": Text(
        "En tabell i formatet {format} kan inte skrivas ut i terminalen. Ange en mapp med --out, eller välj --format csv eller json.",
        "A table as {format} cannot be printed. Name a folder with --out, or choose --format csv or json.",
    ),
    "needs-table": Text(
        "Flera tabeller kan inte skrivas ut på en gång. Välj en med --table, eller ange en mapp med --out.",
        "Several tables cannot be printed at once. Choose one with --table, or name a folder with --out.",
    ),
    "unknown-table": Text(
        "Tabellen {value} finns inte. Välj en av: {known}.", "There is no table {value}. Choose one of: {known}."
    ),
    "foreign-files": Text(
        "{files} fanns redan och är inte gjord av samverkan, så inget skrivs. Flytta filen, ange en annan mapp med --out, eller ersätt den med --force.",
        "{files} was there already and was not made by samverkan, so nothing is written. Move it, name another folder with --out, or replace it with --force.",
    ),
    "left-out": Text(
        "Kunde inte läsas och saknas i tabellerna: {files}. Se felen med: samverkan validate",
        "Could not be read and are missing from the tables: {files}. See the errors with: samverkan validate",
    ),
    "partly": Text(
        "Kunde bara läsas delvis, så rader och celler kan saknas: {files}. Se felen med: samverkan validate",
        "Could be read only in part, so rows and cells may be missing: {files}. See the errors with: samverkan validate",
    ),
    "cut": Text(
        "Längre texter än Excel har plats för är avkortade och slutar med {mark}. Antal celler i {table}: {count}. Hela texterna finns i formaten csv, json och parquet.",
        "Texts longer than Excel has room for are cut and end with {mark}. Cells in {table}: {count}. The whole texts are in the formats csv, json and parquet.",
    ),
    "too-many-rows": Text(
        "Tabellen {table} har fler rader än Excel har plats för. Välj --format csv, json eller parquet.",
        "The table {table} has more rows than Excel has room for. Choose --format csv, json or parquet.",
    ),
    "sheet-columns": Text("Kolumner", "Columns"),
}
"""What the command says."""

HEADINGS: dict[str, Text] = {
    "table": Text("Tabell", "Table"),
    "name": Text("Kolumn", "Column"),
    "title": Text("Rubrik", "Title"),
    "type": Text("Typ", "Type"),
    "unit": Text("Enhet", "Unit"),
    "meaning": Text("Betydelse", "Meaning"),
    "source": Text("Nyckel i filen", "Key in the file"),
    "values": Text("Värden", "Values"),
}
"""The columns of the data dictionary."""
