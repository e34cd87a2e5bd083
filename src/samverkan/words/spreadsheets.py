"""Why a table of another program cannot be read, and what to do about it."""

from __future__ import annotations

from samverkan.words.sentence import Text

CANNOT_READ = Text("Kan inte läsa {file}: {why}.", "Cannot read {file}: {why}.")
NO_ROOM = Text(
    "Det gick inte att skriva Excelfilen: disken där den läggs medan den görs tar inte emot mer. Frigör plats på disken för"
    " tillfälliga filer och kör kommandot igen.",
    "The Excel file could not be written: the disk that holds it while it is made takes no more. Free some room on the disk"
    " for temporary files and run the command again.",
)
NO_EXTRA = Text(
    'Excelfiler kräver tillägget export. Installera det: pip install "samverkan[export]"',
    'Excel files need the extra export. Install it: pip install "samverkan[export]"',
)
WHY_NOT: dict[str, Text] = {
    "password": Text(
        "den är skyddad med lösenord. Spara den i Excel utan lösenord för att öppna, och försök igen",
        "it is protected by a password. Save it in Excel without a password to open, and try again",
    ),
    "old": Text(
        "den är sparad i ett äldre format (.xls). Öppna den i Excel och spara den som Excel-arbetsbok (.xlsx)",
        "it is saved in an older format (.xls). Open it in Excel and save it as an Excel workbook (.xlsx)",
    ),
    "pdf": Text("det är en PDF. Be om tabellen som Excel eller csv", "it is a PDF. Ask for the table as Excel or csv"),
    "packed": Text("den är packad. Packa upp den först", "it is packed. Unpack it first"),
    "rtf": Text(
        "det är en text från ett ordbehandlingsprogram. Spara tabellen som Excel eller csv",
        "it is a text of a word processor. Save the table as Excel or csv",
    ),
    "empty": Text("den är tom", "it is empty"),
    "web-page": Text(
        "det är en webbsida eller XML, fast den kan heta något annat. Öppna den i Excel och spara den som Excel-arbetsbok (.xlsx)",
        "it is a web page or XML, whatever its name. Open it in Excel and save it as an Excel workbook (.xlsx)",
    ),
    "damaged": Text(
        "den är skadad eller inte färdig. Öppna den i Excel eller LibreOffice, spara den på nytt, eller be om den igen",
        "it is damaged or not complete. Open it in Excel or LibreOffice and save it anew, or ask for it again",
    ),
    "bomb": Text(
        "den är orimligt stor när den packas upp, och öppnas därför inte. Be om tabellen som csv",
        "it unpacks to more than any table needs, and so is not opened. Ask for the table as csv",
    ),
    "opendocument": Text(
        "den är sparad som OpenDocument (.ods). Spara den som Excel-arbetsbok (.xlsx) i LibreOffice",
        "it is saved as OpenDocument (.ods). Save it as an Excel workbook (.xlsx) in LibreOffice",
    ),
    "other-office": Text(
        "det är ett dokument eller en presentation, ingen arbetsbok. Spara tabellen som Excel-arbetsbok (.xlsx)",
        "it is a document or a presentation, no workbook. Save the table as an Excel workbook (.xlsx)",
    ),
    "binary": Text(
        "den är sparad som binär arbetsbok (.xlsb). Spara den som Excel-arbetsbok (.xlsx)",
        "it is saved as a binary workbook (.xlsb). Save it as an Excel workbook (.xlsx)",
    ),
    "macros": Text(
        "den innehåller makron, som inte körs här. Spara den som Excel-arbetsbok utan makron (.xlsx)",
        "it holds macros, which are not run here. Save it as an Excel workbook without macros (.xlsx)",
    ),
    "no-workbook": Text(
        "det är ingen arbetsbok. Ange en Excel-arbetsbok (.xlsx) eller en csv-fil",
        "it is no workbook. Name an Excel workbook (.xlsx) or a csv file",
    ),
    "entities": Text(
        "den innehåller XML-deklarationer som inga kalkylprogram skriver, och öppnas därför inte. Be om tabellen som csv",
        "it holds XML declarations that no spreadsheet program writes, and so is not opened. Ask for the table as csv",
    ),
    "too-many-cells": Text(
        "den har fler celler än {most}. Ta bort tomma rader och kolumner, och blad som inte behövs",
        "it has more cells than {most}. Delete empty rows and columns, and sheets that are not needed",
        {"most": "600 000"},
    ),
    "slow": Text(
        "den tar för lång tid att läsa. Spara bara bladet med tabellen i en ny arbetsbok, utan formatering",
        "it takes too long to read. Save only the sheet with the table in a new workbook, without formatting",
    ),
    "no-table": Text(
        "det är varken text eller en arbetsbok. Ange en csv-fil eller en Excel-arbetsbok (.xlsx)",
        "it is neither text nor a workbook. Name a csv file or an Excel workbook (.xlsx)",
    ),
}
