"""Duties as iCalendar, for calendars to subscribe to; the library escapes texts and folds lines."""

from __future__ import annotations

import hashlib
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from icalendar import Alarm, Calendar, Event

from samverkan.personal import hidden
from samverkan.words.output import report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.duties.rows import Row
    from samverkan.words.sentence import Language

_ALARM_DAYS = (30, 7)
_REFRESH = timedelta(days=1)
_MOST_OCTETS = 75


def rows_calendar(rows: Sequence[Row], today: date, language: Language) -> bytes:
    """Write rows as an iCalendar file that can be subscribed to: whole days, with alarms, the reason as description.

    It speaks in titles and sentences: ids and files are in the JSON.

    A duty keeps its identity between runs, so that a calendar moves its event when the day changes.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//samverkan//followup//SV")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", report("calendar-name").say(language))
    calendar.add("refresh-interval", _REFRESH, parameters={"value": "DURATION"})
    seen: set[str] = set()
    for row in rows:
        if row.duty.due is not None:
            calendar.add_component(_event(row, row.duty.due, _identity(row, seen), today, language))
    written: bytes = calendar.to_ical()
    return b"".join(map(_folded, written.replace(b"\r\n ", b"").splitlines(keepends=True)))


def _folded(line: bytes) -> bytes:
    """Fold a line so that no part of it is a command to those who run programs for others and read what is printed.

    A calendar puts the parts together again wherever it is folded.
    """
    text, parts, start, size = line.decode(), list[str](), 0, 0
    for i, letter in enumerate(text):
        size += len(letter.encode())
        place = i if text[i - 2 : i + 1] == "##[" else _before(text, start, i) if size > _MOST_OCTETS else 0
        if place:
            parts.append(text[start:place])
            start, size = place, 1 + len(text[place : i + 1].encode())
    return "\r\n ".join([*parts, text[start:]]).encode()


def _before(text: str, start: int, end: int) -> int:
    """Find the last place up to an end where a line can be folded: not so that it goes on with `::`."""
    last = len(text[:end].rstrip("\r\n")) - 1 if text[end] in "\r\n" else end
    places = (i for i in range(last, start, -1) if not text[i : i + _MOST_OCTETS].lstrip().startswith("::"))
    return next(places, last)


def _event(row: Row, due: date, identity: str, today: date, language: Language) -> Event:
    duty = row.duty
    event = Event()
    event.add("uid", identity)
    event.add("dtstamp", datetime(today.year, today.month, today.day))  # noqa: DTZ001 - a day, not a moment
    event.add("dtstart", due)
    if due < date.max:
        event.add("dtend", due + timedelta(days=1))
    event.add("summary", hidden(f"{duty.what.say(language)} ({duty.title})"))
    about = [duty.reason.say(language)]
    if duty.responsible.names:
        about.append(report("responsible", who=duty.responsible).say(language))
    event.add("description", hidden("\n".join(about)))
    event.add("categories", [duty.clock.say(language)])
    event.add("transp", "TRANSPARENT")
    for days in _ALARM_DAYS:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", hidden(duty.what.say(language)))
        alarm.add("trigger", timedelta(days=-days))
        event.add_component(alarm)
    return event


def _identity(row: Row, seen: set[str]) -> str:
    """Make an identity of what the duty is, not of when it is due; two alike get a number."""
    duty = row.duty
    parts = (duty.document, duty.item, duty.clock.value, duty.source, duty.responsible.all_names("sv"))
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:24]
    number = 1
    while (name := f"{digest}-{number}@samverkan") in seen:
        number += 1
    seen.add(name)
    return name
