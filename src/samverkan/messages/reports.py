"""The words of the reports that commands print."""

from __future__ import annotations

from samverkan.messages import Field, Text

SEVERITIES: dict[str, Text] = {
    "error": Text("fel", "error"),
    "warning": Text("varning", "warning"),
    "note": Text("notering", "note"),
}

_REPORTS: dict[str, Text] = {
    "more": Text("… och {count} till i {file}.", "… and {count} more in {file}."),
    "file-checked": Text("1 fil granskad", "1 file checked"),
    "files-checked": Text("{count} filer granskade", "{count} files checked"),
    "no-findings": Text("inga fel", "no faults"),
    "error-one": Text("1 fel", "1 error"),
    "warning-one": Text("1 varning", "1 warning"),
    "note-one": Text("1 notering", "1 note"),
    "error-count": Text("{count} fel", "{count} errors"),
    "warning-count": Text("{count} varningar", "{count} warnings"),
    "note-count": Text("{count} noteringar", "{count} notes"),
    "heading-overdue": Text("Försenat", "Overdue"),
    "heading-expired": Text("Utgånget", "Expired"),
    "heading-soon": Text("Inom {days} dagar", "Within {days} days"),
    "heading-coming": Text("Senare", "Later"),
    "column-due": Text("Senast", "Due"),
    "column-when": Text("", ""),
    "column-document": Text("Dokument", "Document"),
    "column-what": Text("Att göra", "To do"),
    "column-why": Text("Varför", "Why"),
    "today": Text("idag", "today"),
    "tomorrow": Text("i morgon", "tomorrow"),
    "yesterday": Text("i går", "yesterday"),
    "in-days": Text("om {count} dagar", "in {count} days"),
    "days-ago": Text("{count} dagar sen", "{count} days late"),
    "in-months": Text("om {count} månader", "in {count} months"),
    "months-ago": Text("{count} månader sen", "{count} months late"),
    "in-years": Text("om {count} år", "in {count} years"),
    "years-ago": Text("{count} år sen", "{count} years late"),
    "nothing-due": Text("Inga uppföljningar kan räknas ut.", "No reviews can be counted."),
    "followup-summary": Text(
        "Den {today}: försenat {overdue}, utgånget {expired}, inom {days} dagar {soon}, senare {coming}.",
        "On {today}: overdue {overdue}, expired {expired}, within {days} days {soon}, later {coming}.",
    ),
    "rendered-summary": Text("{files} filer skrivna i {folder}.", "{files} files written to {folder}."),
}


def report(key: str, **fields: Field) -> Text:
    """Give one of the reports' sentences with its fields filled in."""
    text = _REPORTS[key]
    return Text(text.sv, text.en, fields)
