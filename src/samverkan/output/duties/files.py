"""Follow-up rows as files: CSV for Excel, iCalendar for calendars, Markdown for minutes, and a web page."""

from __future__ import annotations

import csv
import hashlib
import io
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from samverkan.duties.rows import Row, Status
from samverkan.escape import markdown_literal, safe_cell
from samverkan.output.duties.place import line_of
from samverkan.output.duties.text import relative
from samverkan.words.output import report

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from samverkan.words.sentence import Language

_ALARM_DAYS = (30, 7)
_REFRESH = timedelta(days=1)
_MARK = "\ufeff"
"""The byte order mark that tells Excel that the file is UTF-8."""


def rows_csv(rows: Sequence[Row], language: Language) -> str:
    """Write rows as CSV that opens right in Excel: byte order mark, `;` in Swedish, and no cell that is a formula."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";" if language == "sv" else ",", lineterminator="\r\n")
    names = ("status", "due", "days", "document", "kind", "item", "clock", "what", "responsible", "last_done")
    writer.writerow([*names, "reason", "source", "file", "line"])
    for row in rows:
        duty = row.duty
        cells = (
            *(row.status.value, _iso(duty.due), "" if row.days is None else str(row.days), duty.document, duty.kind),
            *(
                duty.item,
                duty.clock.value,
                duty.what.say(language),
                duty.responsible.say(language),
                _iso(duty.last_done),
            ),
            *(duty.reason.say(language), duty.source, duty.file, str(line_of(row))),
        )
        writer.writerow([cell if _is_number(cell) else safe_cell(cell) for cell in cells])
    return _MARK + out.getvalue()


def _is_number(cell: str) -> bool:
    return cell.removeprefix("-").isdigit()


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def rows_markdown(rows: Sequence[Row], today: date, language: Language) -> str:
    """Write rows as Markdown, for an issue or for the minutes of a meeting."""
    lines = [f"# {report('followup-title', today=today.isoformat()).say(language)}", ""]
    for status in Status:
        chosen = [row for row in rows if row.status is status]
        if chosen:
            lines += [f"## {report(f'heading-{status.value}').say(language)}", ""]
            lines += [_item(row, language) for row in chosen]
            lines.append("")
    if not rows:
        lines.append(report("nothing-due").say(language))
    return "\n".join(lines).rstrip() + "\n"


def _item(row: Row, language: Language) -> str:
    duty = row.duty
    when = f"{duty.due} ({relative(row.days, language)})" if duty.due and row.days is not None else "–"
    who = f" – {markdown_literal(duty.responsible.say(language))}" if duty.responsible.names else ""
    what, why = markdown_literal(duty.what.say(language)), markdown_literal(duty.reason.say(language))
    return f"- **{when}** {what}{who}\n  {markdown_literal(duty.document)}: {why}"


def rows_calendar(rows: Sequence[Row], today: date, language: Language) -> bytes:
    """Write rows as an iCalendar file that can be subscribed to: whole days, with alarms, the reason as description.

    A duty keeps its identity between runs, so that a calendar moves its event when the day changes.
    """
    from icalendar import Alarm, Calendar, Event  # noqa: PLC0415 - only for this format

    calendar = Calendar()
    calendar.add("prodid", "-//samverkan//followup//SV")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", report("calendar-name").say(language))
    calendar.add("refresh-interval", _REFRESH, parameters={"value": "DURATION"})
    seen: set[str] = set()
    for row in rows:
        duty = row.duty
        if duty.due is None:
            continue
        identity = _identity(row, seen)
        event = Event()
        event.add("uid", identity)
        event.add("dtstamp", datetime(today.year, today.month, today.day))  # noqa: DTZ001 - a day, not a moment
        event.add("dtstart", duty.due)
        if duty.due < date.max:
            event.add("dtend", duty.due + timedelta(days=1))
        event.add("summary", f"{duty.what.say(language)} ({duty.document})")
        about = [duty.reason.say(language), duty.responsible.say(language), f"{duty.file}:{line_of(row)}"]
        event.add("description", "\n".join(part for part in about if part))
        event.add("categories", [duty.clock.say(language)])
        event.add("transp", "TRANSPARENT")
        for days in _ALARM_DAYS:
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", duty.what.say(language))
            alarm.add("trigger", timedelta(days=-days))
            event.add_component(alarm)
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def _identity(row: Row, seen: set[str]) -> str:
    """Make an identity of what the duty is, not of when it is due; two alike get a number."""
    duty = row.duty
    parts = (duty.document, duty.item, duty.clock.value, duty.source, duty.responsible.say("sv"))
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:24]
    number = 1
    while (name := f"{digest}-{number}@samverkan") in seen:
        number += 1
    seen.add(name)
    return name


def rows_page(rows: Sequence[Row], today: date, language: Language, proposed: Mapping[Row, date]) -> str:
    """Write rows as a web page that stands alone: a year's wheel and tables sorted by date."""
    from samverkan.render.drawing.year_wheel import wheel  # noqa: PLC0415 - only for this format
    from samverkan.render.engines.jinja import html_page  # noqa: PLC0415

    groups = [
        {
            "heading": report(f"heading-{status.value}").say(language),
            "status": status.value,
            "items": [_entry(row, language, proposed) for row in rows if row.status is status],
        }
        for status in Status
    ]
    words = {name: report(f"column-{name}").say(language) for name in ("due", "document", "what", "why", "who")}
    coming = [row.duty.due for row in rows if row.duty.due and row.duty.due >= today]
    context = {
        "language": language,
        "title": report("followup-title", today=today.isoformat()).say(language),
        "skip": report("skip").say(language),
        "wheel": wheel(coming, today, language),
        "wheel_heading": report("wheel").say(language),
        "groups": [group for group in groups if group["items"]],
        "words": words,
        "nothing": report("nothing-due").say(language),
    }
    return str(html_page("duties.html.j2", context))


def _entry(row: Row, language: Language, proposed: Mapping[Row, date]) -> dict[str, str]:
    duty = row.duty
    return {
        "due": _iso(duty.due) or "–",
        "when": relative(row.days, language) if row.days is not None else "",
        "proposed": _iso(proposed.get(row)),
        "document": duty.document,
        "what": duty.what.say(language),
        "who": duty.responsible.say(language),
        "why": duty.reason.say(language),
    }
