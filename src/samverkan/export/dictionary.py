"""The data dictionary: what each column of each table is called and means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.words.export import HEADINGS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.export.columns import Column, Table
    from samverkan.words.sentence import Language


def entries(table: Table, language: Language) -> Iterator[tuple[str, ...]]:
    """Give what is said of each column: name, title, type, unit, meaning, key in the file and values."""
    return (_entry(column, language) for column in table.columns)


def _entry(column: Column, language: Language, mark: str = "") -> tuple[str, ...]:
    """Give what is said of a column, with a mark around names and keys."""
    return (
        f"{mark}{column.name}{mark}",
        column.title.say(language),
        column.type.say(language),
        column.unit.say(language) if column.unit else "",
        column.meaning.say(language),
        f"{mark}{column.source}{mark}" if column.source else "",
        ", ".join(f"{mark}{value}{mark} ({word.say(language)})" for value, word in column.choices.items()),
    )


def dictionary(tables: Sequence[Table], language: Language) -> str:
    """Write the dictionary as Markdown, a table for each table."""
    headings = [heading.say(language) for name, heading in HEADINGS.items() if name != "table"]
    parts = []
    for table in tables:
        lines = [f"| {' | '.join(headings)} |", f"|{' --- |' * len(headings)}"]
        lines += [f"| {' | '.join(_entry(column, language, '`'))} |" for column in table.columns]
        head = f"## {table.title.say(language)} (`{table.name}`)\n\n{table.meaning.say(language)}"
        parts.append(f"{head}\n\n" + "\n".join(lines) + "\n")
    return "\n".join(parts)
