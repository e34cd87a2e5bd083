"""One answered row to what it states: what can be read, and what cannot, told and kept as it was written."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from samverkan.collecting.asked import ASSESSED
from samverkan.escape import visible
from samverkan.model.choices import Light, Precision, Result, Unit
from samverkan.model.dates import time_said
from samverkan.spreadsheets.numbers import number_in, rounded, signs_of, with_words
from samverkan.words.collecting import COLLECTING, HEADINGS, NO, NOTE_LEFT, YES
from samverkan.words.numbers import Figure
from samverkan.words.units import is_same_unit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.collecting.answers import Row
    from samverkan.collecting.asked import Asked
    from samverkan.spreadsheets.grid import GridCell
    from samverkan.words.sentence import Text

_ELSEWHERE = ("file:", "http:", "https:", "\\\\", "|")
"""What a formula that reads other files, addresses or programs holds."""
_HUNDRED, _SMALL = Decimal(100), Decimal(1)
_ABOUT = {"ca": Precision.ABOUT, "ca.": Precision.ABOUT, "c:a": Precision.ABOUT, "omkring": Precision.ABOUT}
_ABOUT |= {"ungefär": Precision.ABOUT, "approximately": Precision.ABOUT, "mer än": Precision.MORE_THAN}
_ABOUT |= {"över": Precision.MORE_THAN, "mindre än": Precision.LESS_THAN, "under": Precision.LESS_THAN}
_ABOUT |= {one.say(language).casefold(): one for one in Precision for language in ("sv", "en")}


@dataclass(slots=True)
class Answer:
    """What one row states.

    Attributes:
        file: the file that it stands in.
        values: what could be read, by the keys of an outcome.
        left: what could not be read, each a sentence that keeps it.
        told: what is to be told.
    """

    file: str
    values: dict[str, str] = field(default_factory=dict)
    left: list[Text] = field(default_factory=list)
    told: list[Text] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was answered: who and when alone are no answer."""
        return not self.left and not set(self.values) - {"answered_by", "answered", "period"}


def answer_of(row: Row, asked: Asked) -> Answer:
    """Read what a row states.

    Args:
        row: the row.
        asked: what it is about.
    """
    return _AnswerReader(row, asked).read()


class _AnswerReader:
    def __init__(self, row: Row, asked: Asked) -> None:
        self.row, self.asked, self.answer = row, asked, Answer(row.file)

    def read(self) -> Answer:
        values = self.answer.values
        self._choose("result", {word: one.value for one in ASSESSED for word in _words_of(one, self.asked)})
        self._choose("light", {word: one.value for one in Light for word in _said(one.value, one.sv, one.en)})
        yes_no = [("true", YES, ("true", "sant", "x", "j", "y")), ("false", NO, ("false", "falskt", "n"))]
        self._choose("carried_over", {w: v for v, text, more in yes_no for w in _said(text.sv, text.en, *more)})
        self._figure()
        for name in ("comment", "obstacle", "answered_by"):
            if text := self._text(name):
                values[name] = text
        for name in ("period", "answered"):
            self._time(name)
        if values.get("result") == Result.NOT_ASSESSED and "comment" in values:
            values["why_not"] = values.pop("comment")
        return self.answer

    def _usable(self, name: str) -> GridCell | None:
        """Give a cell that holds something that was written or worked out; tell where it was worked out."""
        place, cell = self.row.cells[name]
        if not cell.formula:
            return None if cell.is_empty else cell
        shown = cell.text
        key = "formula-elsewhere" if _reads_elsewhere(cell.formula) else "formula" if shown else "formula-empty"
        self._tell(key, place, value=visible(shown or cell.formula))
        if key != "formula":
            self._leave(name, cell.formula)
            return None
        return cell

    def _text(self, name: str) -> str:
        _, cell = self.row.cells[name]
        found = self._usable(name)
        if found is None:
            return ""
        written = str(cell.value) if isinstance(cell.value, str) else cell.text
        return _prose(written) if name != "answered_by" else " ".join(_prose(written).split())

    def _choose(self, name: str, known: dict[str, str]) -> None:
        if (cell := self._usable(name)) is None:
            return
        bare = " ".join(cell.text.casefold().split()).rstrip(".")
        if bare in known:
            self.answer.values[name] = known[bare]
        else:
            self._refuse(name, cell)

    def _time(self, name: str) -> None:
        if (cell := self._usable(name)) is None:
            return
        if (time := time_said(cell.text)) is not None:
            self.answer.values[name] = str(time)
        else:
            self._refuse(name, cell)

    def _figure(self) -> None:
        if (cell := self._usable("value")) is None:
            return
        parts = _parts_of(cell)
        if parts is None:
            self._refuse("value", cell)
            return
        before, digits, after = parts
        precision = _ABOUT.get(before.casefold())
        value = cell.value if isinstance(cell.value, Decimal) else _number(digits)
        if value is None or (before and precision is None):
            self._refuse("value", cell)
        elif after and not is_same_unit(after, self.asked.unit):
            self._tell_unit(cell)
            self._leave("value", self._shown(cell))
        else:
            self._take(rounded(value * _HUNDRED if cell.is_percent else value), precision)

    def _take(self, value: Decimal, precision: Precision | None) -> None:
        self.answer.values["value"] = format(value, "f")
        if precision is not None:
            self.answer.values["precision"] = precision.value
        if self.asked.unit != Unit.PER_CENT.value:
            return
        place = self.row.cells["value"][0]
        if value > _HUNDRED:
            self._tell("over-share", place, value=Figure(value))
        elif 0 < value < _SMALL and self.asked.aims_above_one:
            self._tell("odd-share", place, value=Figure(value), other=Figure(rounded(value * _HUNDRED)))

    def _tell_unit(self, cell: GridCell) -> None:
        unit = self.asked.what["unit"] or "–"
        self._tell("wrong-unit", self.row.cells["value"][0], value=self._shown(cell), unit=unit)

    def _shown(self, cell: GridCell) -> str:
        if cell.is_percent and isinstance(cell.value, Decimal):
            return f"{rounded(cell.value * _HUNDRED)} %"
        return visible(cell.text)

    def _refuse(self, name: str, cell: GridCell) -> None:
        self._tell("not-understood", self.row.cells[name][0], value=visible(cell.text), column=HEADINGS[name])
        self._leave(name, cell.text)

    def _leave(self, name: str, written: str) -> None:
        fields = {"file": self.row.file, "value": visible(written)}
        self.answer.left.append(NOTE_LEFT.with_fields(**fields, column=HEADINGS[name]))

    def _tell(self, key: str, place: str, **fields: str | Text | Figure) -> None:
        self.answer.told.append(COLLECTING[key].with_fields(file=self.row.file, cell=place, **fields))


def _reads_elsewhere(formula: str) -> bool:
    """Tell whether a formula reads other files, as `[2]Sheet!A1` does, or addresses or programs."""
    is_of_file = "[" in formula and "!" in formula.partition("]")[2]
    return is_of_file or any(mark in formula.casefold() for mark in _ELSEWHERE)


def _words_of(result: Result, asked: Asked) -> Iterable[str]:
    kinds = [asked.results.get(result, ""), result.value, result.sv, result.en]
    return _said(*kinds, *_ALSO.get(result, ()))


_ALSO = {
    Result.REACHED: ("uppnått", "genomfört", "klart", "reached", "done", "ja"),
    Result.PARTLY: ("delvis", "delvis uppnått", "delvis genomfört", "partly reached", "partly done"),
    Result.ONGOING: ("pågår", "pågående", "ongoing", "under way"),
    Result.NOT_REACHED: (
        *("inte uppnått", "inte genomfört", "ej uppnått", "ej genomfört"),
        *("not reached", "not done", "nej"),
    ),
    Result.NOT_ASSESSED: ("ej bedömt", "inte bedömt", "ej bedömd", "inte bedömd", "not assessed"),
}
"""What people write for a result beside the words of its list."""


def _said(*words: str) -> Iterable[str]:
    return [word.casefold() for word in words if word]


def _parts_of(cell: GridCell) -> tuple[str, str, str] | None:
    """Part a figure from the words before and after it; None where it is none."""
    if isinstance(cell.value, Decimal):
        return "", cell.text, "%" if cell.is_percent else ""
    return None if isinstance(cell.value, bool | date) else with_words(cell.text)


def _number(digits: str) -> Decimal | None:
    signs = signs_of([digits], default=",")
    return number_in(digits, signs) if signs else None


def _prose(written: str) -> str:
    """Write a text of a cell so that YAML can hold it: lines stay lines, and other unseen characters become spaces."""
    lines = re.split(r"_x000D_\r?\n|\r\n|[\n\r\u2028\u2029\x0b\x0c\x85]", written)
    return "\n".join("".join(c if c.isprintable() else " " for c in line).strip() for line in lines).strip()
